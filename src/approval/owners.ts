// SPDX-License-Identifier: Apache-2.0
//
// CODEOWNERS: who owns a path. Last match wins, on GitLab within each section. Refuses patterns that the forges do not take (`!`, ranges):
// such a line owns nothing, and neither does an owner given by e-mail, since an address is no person that we can tell apart.
// @see https://docs.github.com/repositories/managing-your-repositorys-settings-and-features/customizing-your-repository/about-code-owners
// @see https://docs.gitlab.com/user/project/codeowners/reference/
import { compileGlob } from '../core/glob.js';

/** Where the forges look, in their order. */
export const CODEOWNERS_PATHS = {
  github: ['.github/CODEOWNERS', 'CODEOWNERS', 'docs/CODEOWNERS'],
  gitlab: ['CODEOWNERS', 'docs/CODEOWNERS', '.gitlab/CODEOWNERS'],
} as const;
/** Longest file that GitHub reads. */
const MAX_BYTES = 3 * 1024 * 1024;

/** Owners as written, lower case, without `@`: `ann`, `acme/dba`. */
export type Owners = readonly string[];

interface Line { readonly section: string; readonly matches: (path: string) => boolean; readonly owners: Owners }

/** For each path, one list of owners for each section that speaks of it: of each, somebody has to agree. `[]`: nobody owns the path. */
export function ownersOf(text: string, paths: readonly string[], forge: 'github' | 'gitlab'): readonly (readonly Owners[])[] {
  if (Buffer.byteLength(text) > MAX_BYTES) return paths.map(() => []);
  const lines = linesOf(text, forge);
  return paths.map((path) => {
    const last = new Map<string, Owners>();
    for (const { section, matches, owners } of lines) if (matches(path)) last.set(section, owners);
    return [...last.values()];
  });
}

function linesOf(text: string, forge: 'github' | 'gitlab'): Line[] {
  const lines: Line[] = [];
  let section = '';
  let inherited: Owners = [];
  for (const raw of text.split(/\r?\n/u)) {
    const line = raw.trim();
    if (line === '' || line.startsWith('#')) continue;
    // Hits `[Database][2] @acme/dba` and `^[Docs]`; misses a path that begins otherwise.
    const heading = forge === 'gitlab' ? /^\^?\[([^\]]+)\](?:\[\d+\])?(.*)$/u.exec(line) : null;
    if (heading !== null) {
      section = (heading[1] ?? '').trim().toLowerCase();
      inherited = ownersIn((heading[2] ?? '').split(/\s+/u));
      continue;
    }
    const [pattern = '', ...rest] = line.replace(/\\ /gu, '\0').split(/\s+#/u)[0]?.split(/\s+/u) ?? [];
    const owners = ownersIn(rest);
    lines.push({ section, matches: matcherOf(pattern.replaceAll('\0', ' ')), owners: owners.length === 0 && rest.length === 0 ? inherited : owners });
  }
  return lines;
}

function ownersIn(words: readonly string[]): Owners {
  return words.filter((word) => /^@[^@\s]+$/u.test(word)).map((word) => word.slice(1).toLowerCase());
}

// As in .gitignore: a slash inside anchors; a name matches at any depth; a folder owns what is in it; `*` stays within a folder.
function matcherOf(pattern: string): (path: string) => boolean {
  if (pattern.startsWith('!') || /[[\]?]/u.test(pattern)) return () => false;
  const folder = pattern.endsWith('/');
  const plain = pattern.replace(/^\//u, '').replace(/\/$/u, '');
  const anchored = pattern.startsWith('/') || plain.includes('/');
  if (plain === '') return () => true;
  const base = anchored ? plain : `**/${plain}`;
  const inside = compileGlob(`${base}/**`, '/');
  const exact = compileGlob(base, '/');
  const wild = plain.endsWith('/*') && plain !== '/*';
  return (path) => (!folder && exact(path)) || (!wild && inside(path));
}
