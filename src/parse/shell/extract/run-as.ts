// SPDX-License-Identifier: Apache-2.0
//
// Files that a script has a program run or apply, whatever they are called: `bash docs/notes.txt`, `make -f rules.txt`, `kubectl apply -f x.txt`. Refuses to take
// every file that a command names for one that it runs: of files whose ending says another thing, and for scripts outside of the change, only what stands where the
// program looks for its script.
import { posix } from 'node:path';

interface Program {
  /** Ends where the word begins; the program may have any words before it. */
  readonly loose: RegExp;
  /** The same, with nothing but options between. */
  readonly strict: RegExp;
  readonly ending: string;
  /** Names that are read so by themselves. */
  readonly own: RegExp;
}

const BEGINS = '(?:^|[\\s;&|("\'`/@])';
// One that is given a script as its first argument, or what it reads.
const runner = (names: string, ending: string, own: RegExp): Program => ({
  loose: new RegExp(`${BEGINS}(?:${names})\\s[^\\n;|&]*$`, 'u'), strict: new RegExp(`${BEGINS}(?:${names})(?:\\s+(?!-{1,2}\\w*[cem]\\b)-[\\w-]+)*(?:\\s*<)?\\s+["']?$`, 'u'), ending, own,
});
const option = (names: string, options: string, ending: string, own: RegExp): Program => {
  const pattern = new RegExp(`${BEGINS}(?:${names})\\s[^\\n;|&]*(?:${options})[\\s=]*["']?(?:[^\\s"';|&]*,)?$`, 'u');
  return { loose: pattern, strict: pattern, ending, own };
};
const YAML = /\.(?:ya?ml|json)$/iu;

/** Programs with the ending of what they run. */
const PROGRAMS: readonly Program[] = [
  option('kubectl|oc|k', '-f|--filename', '.yaml', YAML), option('docker-compose|(?:docker|podman|nerdctl)\\s+compose', '-f|--file', '/compose.yaml', /compose[^/]*\.ya?ml$/iu), option('docker|podman|buildah|nerdctl', '-f|--file', '.dockerfile', /(?:docker|container)file[^/]*$/iu),
  runner('(?:ba|da|a|z|k)?sh|source|\\.', '.sh', /\.(?:sh|bash|zsh|ksh|bats|envrc)$/iu), runner('python[\\d.]*', '.py', /\.py$/iu), runner('node|deno|bun|tsx|ts-node', '.js', /\.[cm]?[jt]sx?$/iu), runner('ruby', '.rb', /\.rb$/iu), runner('perl', '.pl', /\.p[lm]$/iu), runner('php', '.php', /\.php$/iu),
  runner('Rscript', '.R', /\.r$/iu), runner('(?:tclsh|expect|wish)[\\d.]*', '.tcl', /\.(?:tcl|exp)$/iu), runner('lua[\\d.]*', '.lua', /\.lua$/iu), option('[gmn]?awk', '-f|--file', '.awk', /\.awk$/iu), runner('ansible-playbook', '.yaml', YAML), runner('crontab', '.cron', /\.cron(?:tab)?$/iu),
  option('g?make', '-f|--(?:make)?file', '.mk', /\.(?:mk|mak)$|makefile[^/]*$/iu), { loose: /^\s*[-s]?include\s[^\n]*$/u, strict: /^\s*[-s]?include\s[^\n]*$/u, ending: '.mk', own: /\.(?:mk|mak)$|makefile[^/]*$/iu },
];
// What comes behind a file that `cat` hands on.
const PIPED: readonly (readonly [RegExp, string])[] = [[/^["']?\s*\|\s*(?:sudo\s+)?(?:ba|da|a|z|k)?sh(?=[\s;|&]|$)/u, '.sh'], [/^["']?\s*\|\s*(?:envsubst[^|\n]*\|\s*)?(?:kubectl|oc)\s[^\n|]*(?:-f|--filename)[\s=]*-(?=\s|$)/u, '.yaml'], [/^["']?\s*\|\s*python[\d.]*(?:\s+-)?\s*(?:$|[;&\n])/u, '.py']];
// Hits words that may be a path.
const WORD = /[\w/@+.~-]{1,300}/gu;
// A look before the closer ones: most lines that name a file run nothing.
const RUNS = /\b(?:sh|bash|dash|ash|zsh|ksh|source|python[\d.]*|node|deno|bun|tsx|ts-node|ruby|perl|php|Rscript|docker|podman|buildah|nerdctl|docker-compose|g?make|include|kubectl|oc|k|tclsh[\d.]*|expect|wish|lua[\d.]*|[gmn]?awk|ansible-playbook|crontab|cat)\s|(?:^|[\s;&|("'`])\.\s/u;
/** Endings that say what a file is read as, as long as nobody runs it otherwise. */
export const READ = /\.(?:[cm]?[jt]sx?|py|rb|go|sh|bash|pl|php|ya?ml|tf|rs|java|css|svg|html?|lock|sql|toml|kt|cs|c|cc|cpp|h|vue|scss|snap)$/iu;
/** Longer texts are looked at no further: no script that anybody wrote is. */
const MAX_TEXT = 200_000;
/** How far back and on of a word the program is looked for. */
const LINE = 400;

/** One text with what it runs. `within`: it is part of the change. */
export interface Runner {
  readonly text: string;
  readonly within: boolean;
}

/** Names by which files of a change are to be read as well, by their path. */
export function runAs(scripts: readonly Runner[], files: readonly string[]): ReadonlyMap<string, ReadonlySet<string>> {
  const byName = new Map<string, string[]>();
  for (const path of files) byName.set(posix.basename(path), [...(byName.get(posix.basename(path)) ?? []), path]);
  const names = new Map<string, Set<string>>();
  if (files.length === 0) return names;
  for (const { text, within } of scripts) {
    if (text.length > MAX_TEXT || !RUNS.test(text)) continue;
    for (const { 0: word, index } of text.matchAll(WORD)) {
      const candidates = byName.get(posix.basename(word));
      if (candidates === undefined) continue;
      const before = text.slice(Math.max(text.lastIndexOf('\n', index) + 1, index - LINE), index);
      if (!RUNS.test(before)) continue;
      // `cd docs && bash notes.txt`: the end of the path has to do.
      const end = `/${posix.normalize(word).replace(/^(?:\.{1,2}\/)+|^\/+/u, '')}`;
      for (const path of candidates) {
        const ending = `/${path}`.endsWith(end) ? endingFor(path, { before, after: text.slice(index + word.length, index + word.length + LINE), loose: within && !READ.test(path) }) : null;
        if (ending !== null) names.set(path, (names.get(path) ?? new Set()).add(`${path}${ending}`));
      }
    }
  }
  return names;
}

function endingFor(path: string, { before, after, loose }: { readonly before: string; readonly after: string; readonly loose: boolean }): string | null {
  const program = PROGRAMS.find((one) => (loose ? one.loose : one.strict).test(before));
  if (program !== undefined) return program.own.test(path) ? null : program.ending;
  return /\bcat\s[^\n;|&]*$/u.test(before) ? (PIPED.find(([pipe]) => pipe.test(after))?.[1] ?? null) : null;
}
