// SPDX-License-Identifier: Apache-2.0
//
// Files through which a step of a job speaks to later ones: variables (`$GITHUB_ENV`, `$BASH_ENV`), where programs are looked for (`$GITHUB_PATH`), outputs
// (`$GITHUB_OUTPUT`). What is written there runs, or is believed, elsewhere. Refuses a value that nobody can see: a line feed in it sets other variables, too.
// @see https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands#environment-files
import { reasonFor } from './environment.js';
import { HOLE, HOME, isKnown, shown, TEMP } from './text.js';

/** Where a runner keeps them; the ends of the names are random. */
const FOLDER = `${TEMP}/_runner_file_commands`;
/** The variables that name them. */
export const JOB_FILES: Readonly<Record<string, string>> = { GITHUB_ENV: `${FOLDER}/set_env`, GITHUB_PATH: `${FOLDER}/add_path`, GITHUB_OUTPUT: `${FOLDER}/set_output`, BASH_ENV: `${FOLDER}/bash_env` };
// Hits `/home/runner/work/_temp/_runner_file_commands/set_env_*`; misses `docs/set_env`.
const JOB_FILE = /(?:^|\/)_runner_file_commands\/(set_env|add_path|set_output|bash_env|\*|[\uFFFF])/u;
// Hits `~/.local/bin`, `/opt/tool/bin`, where installers put programs; misses `./bin`, `/tmp/x`.
const USUAL = new RegExp(`^(?:${HOME}/(?:\\.[\\w-]+|go|bin)(?:/[\\w.-]+)*|/(?:usr|opt)/[\\w./-]+)$`, 'u');

/** Why what is written there changes later steps; null when it does not. `text`: what is written, null when not known; `path` is settled. */
export function jobFileReason(path: string, text: string | null): string | null {
  const kind = JOB_FILE.exec(path)?.[1];
  if (kind === undefined) return null;
  if (kind === 'bash_env') return 'every later step runs what is written there first';
  if (text === null) return `what later steps get as ${kind === 'add_path' ? 'folders of programs' : kind === 'set_output' ? 'outputs' : 'variables'} is known only when it runs`;
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  if (kind === 'add_path') return lines.every((line) => USUAL.test(line.trim()) && !line.includes('..')) ? null : `later steps look in \`${shown(lines.find((line) => !USUAL.test(line.trim())) ?? '').trim().slice(0, 100)}\` first for every program`;
  // `printf LD_PRE`, `printf 'LOAD=x\n'`: a name in two parts.
  if (kind !== 'set_output' && !text.endsWith('\n') && !/[=<]/u.test(lines.at(-1) ?? '')) return 'which variables later steps get is known only when it runs';
  return reasonIn(lines, kind === 'set_output');
}

// `A=b`, and `A<<END` with lines up to `END`, which may be written by commands of their own.
function reasonIn(lines: readonly string[], outputs: boolean): string | null {
  let end: string | null = null;
  for (const line of lines) {
    if (end !== null && line !== end) {
      if (!isKnown(line) && !outputs) return 'a line feed in what a variable is set to sets other variables, too';
      continue;
    }
    if (end !== null) {
      end = null;
      continue;
    }
    const [, name = '', sign = '', value = '']: readonly (string | undefined)[] = /^([^=<]*?)(=|<<)([\s\S]*)$/u.exec(line) ?? [];
    if (!isKnown(sign === '' ? line : name)) return `which ${outputs ? 'outputs' : 'variables'} later steps get is known only when it runs`;
    if (sign === '<<') end = value.includes(HOLE) ? null : value;
    if (outputs || sign !== '=') continue;
    if (!isKnown(value)) return `a line feed in what \`${name}\` is set to sets other variables, too`;
    const why = reasonFor(name, value);
    if (why !== null) return `${why}, in every later step`;
  }
  return null;
}
