// SPDX-License-Identifier: Apache-2.0
//
// CODEOWNERS: who owns a path. Last match wins, on GitLab within each section. Refuses to guess: what a line may mean, by a pattern that we do
// not read as surely as the forge does (`!`, ranges), nobody owns; and an owner given by e-mail is no person that we can tell apart.
// @see https://docs.github.com/repositories/managing-your-repositorys-settings-and-features/customizing-your-repository/about-code-owners
// @see https://docs.gitlab.com/user/project/codeowners/reference/
import { compileGlob } from '../core/glob.js';
import type { ReviewForge } from '../core/ports.js';
import type { ChangedPath, ForgeRepository } from '../core/reviews.js';

/** Where the forges look, in their order. */
const CODEOWNERS_PATHS = {
  github: ['.github/CODEOWNERS', 'CODEOWNERS', 'docs/CODEOWNERS'],
  gitlab: ['CODEOWNERS', 'docs/CODEOWNERS', '.gitlab/CODEOWNERS'],
} as const;
/** Longest file that GitHub reads. */
const MAX_BYTES = 3 * 1024 * 1024;

/** Owners as written, lower case, without `@`: `ann`, `acme/dba`. */
export type Owners = readonly string[];

type Match = 'yes' | 'maybe' | 'no';
interface Line { readonly section: string; readonly match: (path: string) => Match; readonly owners: Owners }

/** For each path, one list of owners for each section that speaks of it: of each, somebody has to agree. `[]`: nobody owns the path. */
export function ownersOf(text: string, paths: readonly string[], forge: 'github' | 'gitlab'): readonly (readonly Owners[])[] {
  if (Buffer.byteLength(text) > MAX_BYTES) return paths.map(() => []);
  const lines = linesOf(text, forge);
  return paths.map((path) => {
    const last = new Map<string, Owners>();
    for (const { section, match, owners } of lines) {
      const found = match(path);
      if (found !== 'no') last.set(section, found === 'yes' ? owners : []);
    }
    return [...last.values()];
  });
}

/** The same for a change, as the protected branch says; null: it has no CODEOWNERS. Throws FORGE_FAILED. */
export async function ownersOfChange(repository: ForgeRepository, paths: readonly ChangedPath[], forge: ReviewForge): Promise<readonly (readonly Owners[])[] | null> {
  let text: string | null = null;
  for (const path of CODEOWNERS_PATHS[forge.kind]) text ??= await forge.file(repository, repository.head, path);
  return text === null ? null : ownersOf(text, paths.map(({ path }) => path), forge.kind);
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
      const [, name, words] = heading as string[] as [string, string, string];
      section = name.trim().toLowerCase();
      inherited = ownersIn(words.split(/\s+/u));
      continue;
    }
    const [spoken] = line.replace(/\\ /gu, '\0').split(/\s+#/u) as [string];
    const [pattern, ...rest] = spoken.split(/\s+/u) as [string, ...string[]];
    const owners = ownersIn(rest);
    lines.push({ section, match: matcherOf(pattern.replaceAll('\0', ' '), forge), owners: owners.length === 0 && rest.length === 0 ? inherited : owners });
  }
  return lines;
}

function ownersIn(words: readonly string[]): Owners {
  return words.filter((word) => /^@[^@\s]+$/u.test(word)).map((word) => word.slice(1).toLowerCase());
}

function matcherOf(pattern: string, forge: 'github' | 'gitlab'): (path: string) => Match {
  const match = (forge === 'github' ? likeGitIgnore : likeFnmatch)(pattern.replace(/^!/u, '').replace(/\[[^\]/]*\]?/gu, '*'));
  const known = !/^!|[[\]]/u.test(pattern);
  return known ? match : (path) => (match(path) === 'no' ? 'no' : 'maybe');
}

// A slash inside anchors; a name matches at any depth; a folder owns what is in it; `*` stays within a folder.
function likeGitIgnore(pattern: string): (path: string) => Match {
  const folder = pattern.endsWith('/');
  const plain = pattern.replace(/^\//u, '').replace(/\/$/u, '');
  // A lone slash is every path for GitLab and, to git, none: a line before it may still be the one that counts.
  if (plain === '') return () => 'maybe';
  const base = pattern.startsWith('/') || plain.includes('/') ? plain : `**/${plain}`;
  const inside = compileGlob(`${base}/**`, '/');
  const exact = compileGlob(base, '/');
  const wild = plain.endsWith('/*') && plain !== '/*';
  return (path) => ((!folder && exact(path)) || (!wild && inside(path)) ? 'yes' : 'no');
}

// Only a slash in front anchors; a folder is written with a slash behind it, and a last `**` is a `*`. Where the two ways differ we are not sure.
function likeFnmatch(pattern: string): (path: string) => Match {
  const plain = pattern.replace(/^\//u, '');
  if (plain === '' || plain === '*') return () => 'yes';
  const base = (pattern.startsWith('/') ? plain : `**/${plain}`).replace(/\/$/u, '/**/*');
  const exact = compileGlob(base.replace(/\*\*$/u, '*'), '/');
  const wider = compileGlob(`${base}/**`, '/');
  const whole = compileGlob(base, '/');
  return (path) => (exact(path) ? 'yes' : wider(path) || whole(path) ? 'maybe' : 'no');
}
