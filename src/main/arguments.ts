// SPDX-License-Identifier: Apache-2.0
//
// Command-line words to raw inputs. Refuses flags that a verb does not declare, naming the nearest one.
import { parseArgs } from 'node:util';
import { nearest } from '../core/nearest.js';
import { GateError } from '../core/errors.js';
import type { RawInputs } from '../commands/verb.js';

/** A flag that a subcommand takes. */
export interface FlagSpec {
  readonly name: string;
  readonly kind: 'text' | 'flag' | 'list';
}

/** Flags and the words that are not flags; everything after `--` is in `rest`, untouched. */
export interface ParsedArguments {
  readonly inputs: RawInputs;
  readonly words: readonly string[];
  readonly rest: readonly string[];
}

/** Parses; throws INPUT_INVALID. */
export function parseArguments(argv: readonly string[], flags: readonly FlagSpec[]): ParsedArguments {
  const cut = argv.indexOf('--');
  const own = cut === -1 ? [...argv] : argv.slice(0, cut);
  const rest = cut === -1 ? [] : argv.slice(cut + 1);
  const unknown = own.find((word) => word.startsWith('-') && word !== '-' && !flags.some((flag) => word === `--${flag.name}` || word.startsWith(`--${flag.name}=`)));
  if (unknown !== undefined) {
    const name = unknown.replace(/^-+/, '').split('=')[0] ?? '';
    const near = nearest(name, flags.map((flag) => flag.name));
    throw new GateError('INPUT_INVALID', `\`${unknown}\` is not a flag of this command`, { hint: near === null ? 'see `ostiary help`' : `did you mean \`--${near}\`?` });
  }
  const options = Object.fromEntries(flags.map((flag) => [flag.name, { type: flag.kind === 'flag' ? ('boolean' as const) : ('string' as const), multiple: flag.kind === 'list' }]));
  try {
    const parsed = parseArgs({ args: own, options, allowPositionals: true, strict: true });
    return { inputs: parsed.values as RawInputs, words: parsed.positionals, rest };
  } catch (thrown) {
    throw new GateError('INPUT_INVALID', thrown instanceof Error ? lowerFirst(thrown.message.split('. ')[0] ?? '') : String(thrown), { hint: 'see `ostiary help`' });
  }
}

function lowerFirst(text: string): string {
  return text.slice(0, 1).toLowerCase() + text.slice(1);
}
