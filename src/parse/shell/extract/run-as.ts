// SPDX-License-Identifier: Apache-2.0
//
// Files that a script of the same change has a program run, whatever they are called: `bash docs/notes.txt`, `make -f rules.txt`, `docker build -f build.txt`. Refuses
// to look for who runs a file outside of the change: a script that was there before has run it all along.
import { posix } from 'node:path';

/** Programs with the ending of what they run. */
const PROGRAMS: readonly (readonly [RegExp, string])[] = [
  [/(?:^|[\s;&|("'`/])(?:(?:ba|da|a|z|k)?sh|source|\.)\s[^\n;|&]*$/u, '.sh'], [/(?:^|[\s;&|("'`/])python[\d.]*\s[^\n;|&]*$/u, '.py'], [/(?:^|[\s;&|("'`/])(?:node|deno|bun|tsx|ts-node)\s[^\n;|&]*$/u, '.js'], [/(?:^|[\s;&|("'`/])ruby\s[^\n;|&]*$/u, '.rb'],
  [/(?:^|[\s;&|("'`/])perl\s[^\n;|&]*$/u, '.pl'], [/(?:^|[\s;&|("'`/])php\s[^\n;|&]*$/u, '.php'], [/(?:^|[\s;&|("'`/])Rscript\s[^\n;|&]*$/u, '.R'], [/(?:^|[\s;&|("'`/])(?:docker|podman|buildah|nerdctl)\s[^\n;|&]*(?:-f|--file)[\s=]*["']?$/u, '.dockerfile'],
  [/(?:^|[\s;&|("'`/])g?make\s[^\n;|&]*(?:-f|--(?:make)?file)[\s=]*["']?$|^\s*[-s]?include\s[^\n]*$/u, '.mk'],
];
// Hits words that may be a path.
const WORD = /[\w/@+.~-]{1,300}/gu;
// A look before the closer ones: most lines that name a file run nothing.
const RUNS = /\b(?:sh|bash|dash|ash|zsh|ksh|source|python[\d.]*|node|deno|bun|tsx|ts-node|ruby|perl|php|Rscript|docker|podman|buildah|nerdctl|g?make|include)\s|(?:^|[\s;&|("'`])\.\s/u;
/** Longer texts are looked at no further: no script that anybody wrote is. */
const MAX_TEXT = 200_000;
/** How far back on a line the program is looked for. */
const LINE = 400;

/** Names by which files are to be read, by their path. `scripts`: texts with what they run; `others`: files that are in no script's language by their name. */
export function runAs(scripts: readonly { readonly path: string; readonly text: string }[], others: ReadonlySet<string>): ReadonlyMap<string, string> {
  const byName = new Map<string, string[]>();
  for (const path of others) byName.set(posix.basename(path), [...(byName.get(posix.basename(path)) ?? []), path]);
  const names = new Map<string, string>();
  if (others.size === 0) return names;
  for (const { text } of scripts) {
    if (text.length > MAX_TEXT || !RUNS.test(text)) continue;
    for (const { 0: word, index } of text.matchAll(WORD)) {
      const candidates = byName.get(posix.basename(word));
      if (candidates === undefined) continue;
      const before = text.slice(Math.max(text.lastIndexOf('\n', index) + 1, index - LINE), index);
      if (!RUNS.test(before)) continue;
      const ending = PROGRAMS.find(([program]) => program.test(before))?.[1];
      // `cd docs && bash notes.txt`: the end of the path has to do.
      for (const path of ending === undefined ? [] : candidates) if (`/${path}`.endsWith(`/${posix.normalize(word).replace(/^(?:\.{1,2}\/)+|^\/+/u, '')}`)) names.set(path, `${path}${ending as string}`);
    }
  }
  return names;
}
