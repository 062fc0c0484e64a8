// SPDX-License-Identifier: Apache-2.0
//
// Initial values of PL/pgSQL variables of row types (`r record := f()`, `c customers := g()`), which the parser's tree leaves out though
// they run. Found with the server's own scanner, in the DECLARE sections. Refuses to leave one out: too many does no harm.
import type { SqlParser } from '../parser.js';
import type { ScanToken } from '../grammar/text.js';

/** Texts of the initial values of variables called `names`; null when the source could not be scanned. */
export function initialValues(source: string, names: ReadonlySet<string>, parser: SqlParser): readonly string[] | null {
  if (names.size === 0) return [];
  const tokens = parser.tokens(source)?.filter(({ tokenName }) => tokenName !== 'SQL_COMMENT' && tokenName !== 'C_COMMENT');
  if (tokens === undefined) return null;
  const bytes = Buffer.from(source, 'utf8');
  return declarations(tokens).flatMap((declaration) => {
    const [name, ...rest] = declaration;
    const at = rest.findIndex(({ text }) => text === ':=' || text === '=' || text.toLowerCase() === 'default');
    const [first, last] = [rest[at + 1], rest.at(-1)];
    if (name === undefined || at < 0 || first === undefined || last === undefined || !isOneOf(name.text, names)) return [];
    return [bytes.toString('utf8', first.start ?? 0, last.end)];
  });
}

// From each DECLARE to the BEGIN after it, cut at semicolons. A column called `declare` only makes a section too many.
function declarations(tokens: readonly ScanToken[]): ScanToken[][] {
  const found: ScanToken[][] = [];
  let current: ScanToken[] | null = null;
  for (const token of tokens) {
    const word = token.text.toLowerCase();
    if (word === 'declare') current = [];
    else if (current === null) continue;
    else if (word === 'begin') current = null;
    else if (word === ';') {
      found.push(current);
      current = [];
    } else current.push(token);
  }
  return found;
}

function isOneOf(written: string, names: ReadonlySet<string>): boolean {
  if (/^u&/i.test(written)) return true; // matches `U&"\0072"`, misses `user`
  return names.has(written.startsWith('"') ? written.slice(1, -1).replaceAll('""', '"') : written.toLowerCase());
}
