// SPDX-License-Identifier: Apache-2.0
//
// Files that a script has a program run or apply, whatever they are called: `bash docs/notes.txt`, `make -f rules.txt`, `kubectl apply -f x.txt`. Refuses to take
// every file that a command names for one that it runs: only what stands where the program looks for its script.
import { posix } from 'node:path';

interface Program {
  /** Ends where the word begins. */
  readonly before: RegExp;
  readonly ending: string;
  /** Names that are read so by themselves. */
  readonly own: RegExp;
}

const BEGINS = '(?:^|[\\s;&|("\'`/@])';
// Options, some with a value, and none that says that a script or a module follows (`inline`).
const options = (inline: string): string => `(?:\\s+(?:run|-(?:\\w*[oO]|[WXrI]|-rcfile|-init-file|-require|-import|-loader)\\s+\\S+|(?!-{1,2}\\w*[${inline}](?:\\s|$))[-+][\\w=./-]+))*`;
// What may stand right before the part of a path that is plain: `"$DIR"`, `${{ github.workspace }}`, `$(dirname "$0")`.
const COMPUTED = '["\']?(?:\\$(?:\\{\\{[^{}\\n]*\\}\\}|\\([^()\\n]*\\)|\\{[^{}\\n]*\\}|\\w*)["\']?)?';
// One that is given a script as its first argument, or what it reads.
const runner = (names: string, ending: string, own: RegExp, inline = 'cemEp'): Program => ({ before: new RegExp(`${BEGINS}(?:${names})${options(inline)}(?:\\s*<)?\\s+${COMPUTED}$`, 'u'), ending, own });
const option = (names: string, options: string, ending: string, own: RegExp): Program => ({ before: new RegExp(`${BEGINS}(?:${names})\\s[^\\n;|&]*(?:${options})[\\s=]*(?:[^\\s"';|&]*,)?${COMPUTED}$`, 'u'), ending, own });
// Where a command begins: `source` is a word of prose as well.
const COMMAND = '(?:^[\\s>-]*|[;&|({"\'`@]\\s*|\\b(?:then|do|else|RUN|run:|script:|command:)\\s+["\']?)';
const SHELL = /\.(?:sh|bash|zsh|ksh|bats|envrc)$/iu;
const YAML = /\.(?:ya?ml|json)$/iu;
const RULES = /\.(?:mk|mak|make)$|(?:^|\/)(?:GNU)?makefile(?:\.(?:am|in|inc|local|common|dist|\w*config))?$/iu;

/** Programs with the ending of what they run. */
const PROGRAMS: readonly Program[] = [
  option('kubectl|oc|k', '-f|--filename', '.yaml', YAML), option('docker-compose|(?:docker|podman|nerdctl)\\s+compose', '-f|--file', '/compose.yaml', /compose[^/]*\.ya?ml$/iu), option('docker|podman|buildah|nerdctl', '-f|--file', '.dockerfile', /(?:docker|container)file[^/]*$/iu),
  runner('(?:ba|da|a|z|k)?sh', '.sh', SHELL, 'c'), { before: new RegExp(`${COMMAND}(?:source|\\.)\\s+${COMPUTED}$`, 'u'), ending: '.sh', own: SHELL }, runner('python[\\d.]*', '.py', /\.py$/iu), runner('node|deno|bun|tsx|ts-node', '.js', /\.[cm]?[jt]sx?$/iu), runner('ruby', '.rb', /\.rb$/iu), runner('perl', '.pl', /\.p[lm]$/iu), runner('php', '.php', /\.php$/iu),
  runner('Rscript', '.R', /\.r$/iu), runner('(?:tclsh|expect|wish)[\\d.]*', '.tcl', /\.(?:tcl|exp)$/iu), runner('lua[\\d.]*', '.lua', /\.lua$/iu), option('[gmn]?awk', '-f|--file', '.awk', /\.awk$/iu), runner('ansible-playbook', '.yaml', YAML), runner('crontab', '.cron', /\.cron(?:tab)?$/iu),
  option('g?make', '-f|--(?:make)?file', '.mk', RULES), { before: /^\s*[-s]?include\s[^\n]*$/u, ending: '.mk', own: RULES },
];
// A command by its path, which the kernel or the shell runs as a script: `./notes.txt`, `- ../x`, `sh -ec "$DIR/notes.txt"`. Lists of data look like it, so that only what
// people look out for is told of it.
const BY_PATH = new RegExp(`(?:(?:^\\s*(?:-\\s+|[-+@]+)?|[;&|(]\\s*|\\b(?:then|do|else|RUN|run:|script:|command:)\\s+["']?)(?:(?:exec|sudo|nohup|time|env)\\s+)*|(?:^|[\\s/])(?:ba|da|a|z|k)?sh\\s+(?:-\\S+\\s+)*-\\w*c\\s+["']?)(?:[A-Za-z_]\\w*=\\S*\\s+)*${COMPUTED}$`, 'u');
// Hits `./a`, `/b`, `../c`; misses `docs/a`.
const PATH = /^(?:\.{1,2})?\//u;
const LOOSELY = '.sh.in';
// What comes behind a file that `cat` hands on.
const PIPED: readonly (readonly [RegExp, string])[] = [[/^["']?\s*\|\s*(?:sudo\s+)?(?:ba|da|a|z|k)?sh(?=[\s;|&]|$)/u, '.sh'], [/^["']?\s*\|\s*(?:envsubst[^|\n]*\|\s*)?(?:kubectl|oc)\s[^\n|]*(?:-f|--filename)[\s=]*-(?=\s|$)/u, '.yaml'], [/^["']?\s*\|\s*python[\d.]*(?:\s+-)?\s*(?:$|[;&\n])/u, '.py']];
// Hits words that may be a path.
const WORD = /[\w/@+.~-]{1,300}/gu;
// A look before the closer ones: most lines that name a file run nothing.
const RUNS = /\b(?:sh|bash|dash|ash|zsh|ksh|source|python[\d.]*|node|deno|bun|tsx|ts-node|ruby|perl|php|Rscript|docker|podman|buildah|nerdctl|docker-compose|g?make|include|kubectl|oc|k|tclsh[\d.]*|expect|wish|lua[\d.]*|[gmn]?awk|ansible-playbook|crontab|cat)\s|(?:^|[\s;&|("'`])\.\s/u;
// What nobody runs. Hits `# source debian/copyright`; misses `#!/bin/sh`.
const COMMENT = /^\s*(?:#(?!!)|\/\/|\*)/u;
/** Endings that say what a file is read as, as long as nobody runs it otherwise. */
export const READ = /\.(?:[cm]?[jt]sx?|py|rb|go|sh|bash|pl|php|ya?ml|tf|rs|java|css|svg|html?|lock|sql|toml|kt|cs|c|cc|cpp|h|vue|scss|snap|tcl|exp|lua|awk|r|groovy|ps1|bat|fish|mk)$/iu;
/** Longer texts are looked at no further: no script that anybody wrote is. */
const MAX_TEXT = 200_000;
/** How far back and on of a word the program is looked for. */
const LINE = 400;

/** Names by which files of a change are to be read as well, by their path. `scripts`: texts with what they run. */
export function runAs(scripts: readonly string[], files: readonly string[]): ReadonlyMap<string, ReadonlySet<string>> {
  const byName = new Map<string, string[]>();
  for (const path of files) byName.set(posix.basename(path), [...(byName.get(posix.basename(path)) ?? []), path]);
  const names = new Map<string, Set<string>>();
  if (files.length === 0) return names;
  for (const text of scripts) {
    if (text.length > MAX_TEXT || !(RUNS.test(text) || text.includes('/'))) continue;
    for (const { 0: found, index } of text.matchAll(WORD)) {
      // `@` and `-` of a recipe are none of the path.
      const word = found.replace(/^[-@+]+(?=\.{0,2}\/)/u, '');
      const candidates = byName.get(posix.basename(word));
      if (candidates === undefined) continue;
      const before = lineBefore(text, index);
      if (!(RUNS.test(before) || PATH.test(word)) || COMMENT.test(before)) continue;
      // `cd docs && bash notes.txt`: the end of the path has to do.
      const plain = before.endsWith('$') ? word.slice(word.indexOf('/') + 1) : word;
      const end = `/${posix.normalize(plain).replace(/^(?:\.{1,2}\/)+|^\/+/u, '')}`;
      for (const path of candidates) {
        const ending = `/${path}`.endsWith(end) ? endingFor({ path, word, before, after: text.slice(index + found.length, index + found.length + LINE) }) : null;
        if (ending !== null) names.set(path, (names.get(path) ?? new Set()).add(`${path}${ending}`));
      }
    }
  }
  return names;
}

// What stands before a word in its line, continued lines together.
function lineBefore(text: string, index: number): string {
  let start = text.lastIndexOf('\n', index) + 1;
  while (start > 1 && text[start - 2] === '\\' && index - start < LINE) start = text.lastIndexOf('\n', start - 2) + 1;
  return text.slice(Math.max(start, index - LINE), index).replace(/\\\n\s*/gu, ' ');
}

function endingFor({ path, word, before, after }: Readonly<Record<'path' | 'word' | 'before' | 'after', string>>): string | null {
  const program = PROGRAMS.find((one) => one.before.test(before));
  if (program !== undefined) return program.own.test(path) ? null : program.ending;
  if (!READ.test(path) && (PATH.test(word) || /-\w*c\s+["']?$/u.test(before)) && BY_PATH.test(before)) return LOOSELY;
  return /\bcat\s[^\n;|&]*$/u.test(before) ? (PIPED.find(([pipe]) => pipe.test(after))?.[1] ?? null) : null;
}
