// SPDX-License-Identifier: Apache-2.0
//
// What every verb declares: its inputs and outputs as a table that three faces must agree with (actions/, gitlab/, CLI flags; contract
// tests compare), and one function. All inputs are parsed before the first effect; an unknown or malformed one is an error.
import { GateError } from '../core/errors.js';
import { nearest } from '../core/nearest.js';

/** Where an input exists: all three faces, the command line only, or the CI faces only. */
export type Face = 'all' | 'cli' | 'ci';

/** One input. `default` is the text written in action.yml and the template; '' means none. */
export interface InputSpec {
  readonly name: string;
  readonly description: string;
  readonly default: string;
  readonly required: boolean;
  readonly face: Face;
  /** On the command line: `flag` takes no value, `list` may be repeated. In CI a list is one item a line. */
  readonly kind: 'text' | 'flag' | 'list';
  /** The only words that it takes; absent: any text. */
  readonly choices?: readonly string[];
}

export interface OutputSpec {
  readonly name: string;
  readonly description: string;
}

export interface VerbSpec {
  readonly name: string;
  readonly description: string;
  readonly inputs: readonly InputSpec[];
  readonly outputs: readonly OutputSpec[];
}

/** Raw inputs by name: what a face read, before parsing. Lists are arrays, flags `true`/`false`. */
export type RawInputs = Readonly<Record<string, string | boolean | readonly string[] | undefined>>;

/** A text input, or its default; undefined when both are empty. */
export function textInput(raw: RawInputs, spec: VerbSpec, name: string): string | undefined {
  const value = raw[name] ?? specOf(spec, name).default;
  if (typeof value !== 'string') throw new GateError('INPUT_INVALID', `input \`${name}\` takes one value`);
  return value === '' ? undefined : value;
}

/** A list input: repeated flags, or lines of a CI input. */
export function listInput(raw: RawInputs, name: string): readonly string[] {
  const value = raw[name];
  if (value === undefined || typeof value === 'boolean') return [];
  const items = typeof value === 'string' ? value.split('\n') : value;
  return items.map((item) => item.trim()).filter((item) => item !== '');
}

/** What people write for the two words of a switch; YAML 1.1 and shells know them, we do not. */
const MEANT: Readonly<Record<string, string>> = { no: 'false', n: 'false', off: 'false', none: 'false', never: 'false', 0: 'false', yes: 'true', y: 'true', on: 'true', always: 'true', 1: 'true' };

/** A flag: present on the command line, or `true` in CI. */
export function flagInput(raw: RawInputs, name: string): boolean {
  const value = raw[name];
  if (value === undefined || value === '' || value === false || value === 'false') return false;
  if (value === true || value === 'true') return true;
  const word = String(value);
  const meant = MEANT[word.toLowerCase()] ?? nearest(word, ['true', 'false']);
  throw new GateError('INPUT_INVALID', `input \`${name}\` is \`${word}\`, which is neither \`true\` nor \`false\``, meant === null ? {} : { hint: `did you mean \`${meant}\`?` });
}

/** One of a closed set of words, those that the declaration names. */
export function choiceInput<T extends string>(raw: RawInputs, spec: VerbSpec, question: { name: string; choices: readonly T[] }): T | undefined {
  const { name, choices } = question;
  if (specOf(spec, name).choices !== choices) throw new GateError('INTERNAL', `\`${spec.name}\` declares other words for \`${name}\``);
  const value = textInput(raw, spec, name);
  return value === undefined ? undefined : oneOf(choices, value, `input \`${name}\``);
}

/** The word of a closed set that somebody wrote; `what` is how it is called. Throws INPUT_INVALID, naming the nearest. */
export function oneOf<T extends string>(choices: readonly T[], value: string, what: string): T {
  const found = choices.find((choice) => choice === value);
  if (found !== undefined) return found;
  const near = nearest(value, choices);
  throw new GateError('INPUT_INVALID', `${what} is \`${value}\``, { hint: `${near === null ? '' : `did you mean \`${near}\`? `}it takes one of: ${choices.join(', ')}` });
}

function specOf(spec: VerbSpec, name: string): InputSpec {
  const found = spec.inputs.find((input) => input.name === name);
  if (found === undefined) throw new GateError('INTERNAL', `\`${spec.name}\` has no input \`${name}\``);
  return found;
}
