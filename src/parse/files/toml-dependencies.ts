// SPDX-License-Identifier: Apache-2.0
//
// Dependencies in TOML that no single line shows: names in lists (`dependencies = ["x"]`), tables of their own (`[dependencies.x]`), dotted keys. Reads sections, keys
// and strings, line by line. Refuses to read values: where a package comes from is told by its line.
// @see https://packaging.python.org/en/latest/specifications/pyproject-toml/

/** A dependency and its line, from 1. */
export interface TomlDependency {
  readonly name: string;
  readonly line: number;
}

/** Sections whose every list is one of dependencies, and those where only some keys are. */
const ALL_KEYS = /^(?:project\.optional-dependencies|dependency-groups|tool\.pdm\.dev-dependencies)$/u;
const SOME_KEYS = /^(?:project|build-system|tool\.uv|tool\.hatch\.envs\.[\w.-]+|tool\.hatch\.build(?:\.[\w.-]+)?|tool\.rye)$/u;
const LIST_KEYS = /^(?:dependencies|requires|dev-dependencies|extra-dependencies|constraint-dependencies|override-dependencies|build-constraint-dependencies)$/u;
/** Sections that are tables of names, and a section of one name in such a table. */
const TABLES = /(?:^|\.)(?:(?:dev-|build-)?dependencies)$/u;
const TABLE_OF_ONE = /(?:^|\.)(?:dev-|build-)?dependencies\.["']?([\w.-]+)["']?$/u;
// Hits `"x"`, `'x[y]>=1'`; group 2 is the text.
const STRINGS = /(["'])((?:(?!\1)[^\\\n]|\\.){1,300})\1/gu;

/** Names that lists, tables and dotted keys of a TOML manifest depend on, in lower case. */
export function tomlDependencies(text: string): readonly TomlDependency[] {
  const found: TomlDependency[] = [];
  let section = '';
  let inList = false;
  const put = (name: string | undefined, line: number): void => {
    if (name !== undefined) found.push({ name: name.toLowerCase().replace(/[._]/gu, '-'), line });
  };
  text.split('\n').forEach((raw, index) => {
    const line = raw.slice(0, 4096).replace(/^\s*#.*$/u, '');
    const head = /^\s*\[\[?\s*([^\]]+?)\s*\]\]?/u.exec(line)?.[1];
    if (!inList && head !== undefined) {
      section = head.replace(/\s*\.\s*/gu, '.');
      return put(TABLE_OF_ONE.exec(section)?.[1], index + 1);
    }
    const [, key = '', value = ''] = inList ? [] : (/^\s*["']?([\w.-]+)["']?\s*=\s*(.*)$/u.exec(line) ?? []);
    if (!inList && TABLES.test(section)) put(/^([\w-]+)/u.exec(key)?.[1], index + 1);
    const opens = !inList && value.startsWith('[') && (ALL_KEYS.test(section) || (SOME_KEYS.test(section) && LIST_KEYS.test(key)));
    if (!inList && !opens) return;
    const part = inList ? line : value;
    for (const [, , one = ''] of part.matchAll(STRINGS)) put(/^\s*([A-Za-z0-9][\w.-]*)/u.exec(one)?.[1], index + 1);
    inList = !part.replace(STRINGS, '').replace(/#.*$/u, '').includes(']');
  });
  return found;
}
