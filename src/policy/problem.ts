// SPDX-License-Identifier: Apache-2.0
//
// How a policy file is complained about: findings with an offset while reading, problems with line and column for people, one error
// for everybody else. Refuses to quote more than a glance of what was written, and never what may be a secret.
import { GateError } from '../core/errors.js';
import type { Problem } from './model.js';
import { placeOf } from './yaml.js';

/** Something found at an offset of a text. */
export interface Finding {
  readonly severity: 'error' | 'warning';
  readonly at: number;
  readonly message: string;
  readonly hint: string | null;
}

/** A finding that keeps the policy from being used. */
export function mistake(at: number, message: string, hint: string | null = null): Finding {
  return { severity: 'error', at, message, hint };
}

/** A finding to be said loudly. */
export function warning(at: number, message: string, hint: string | null = null): Finding {
  return { severity: 'warning', at, message, hint };
}

/** Findings with their places, errors first, each kind in the order of the file. */
export function problemsOf(findings: readonly Finding[], source: { readonly text: string; readonly file: string }): Problem[] {
  const rank = (finding: Finding) => (finding.severity === 'error' ? 0 : 1);
  return [...findings]
    .sort((a, b) => rank(a) - rank(b) || a.at - b.at)
    .map(({ severity, at, message, hint }) => ({ severity, file: source.file, ...placeOf(source.text, at), message, hint }));
}

/** `policy.yml:3:5: unknown key …`. */
export function renderProblem(problem: Problem): string {
  return `${problem.file}:${problem.line}:${problem.column}: ${problem.message}`;
}

/** Problems beside the first that an error tells in full; a line is to stay one that people read. */
const MAX_TOLD = 4;

/** The one error that stands for several problems: the first, what else there is, and the places of the rest. */
export function policyError(problems: readonly Problem[]): GateError {
  const [first, ...rest] = problems as [Problem, ...Problem[]];
  const told = rest.slice(0, MAX_TOLD).map((one) => `${placed(one, first)} ${one.message}`);
  const places = rest.slice(MAX_TOLD, 10).map((one) => placed(one, first));
  const others = places.length === 0 ? [] : [`others at ${places.join(', ')}${rest.length > 10 ? ', …' : ''}`];
  const more = rest.length === 0 ? [] : [`and ${rest.length} more: ${[...told, ...others].join('; ')}`];
  const hint = [...(first.hint === null ? [] : [first.hint]), ...more].join('; ');
  return new GateError('POLICY_INVALID', renderProblem(first), hint === '' ? {} : { hint });
}

function placed({ file, line, column }: Problem, first: Problem): string {
  return file === first.file ? `${line}:${column}` : `${file}:${line}:${column}`;
}

/** Source: what fits on a line beside the message. */
const MAX_QUOTED = 60;

/** What a user wrote, in backticks, on one line, not longer than a glance. */
export function quoted(value: unknown): string {
  const text = (typeof value === 'string' ? value : JSON.stringify(value)).replace(/\s+/g, ' ').replaceAll('`', '\'');
  return `\`${text.length > MAX_QUOTED ? `${text.slice(0, MAX_QUOTED)}…` : text}\``;
}

/** The end of a sentence about an unknown name: the nearest known one, or all there are. */
export function suggestion(unknown: string, known: readonly string[]): string {
  const near = nearest(unknown, known);
  if (near !== null) return `did you mean \`${near}\`?`;
  return known.length === 0 ? 'there are none' : `known: ${known.map((name) => `\`${name}\``).join(', ')}`;
}

/** The known name that takes the fewest keystrokes to reach, when it is near enough to have been meant. */
export function nearest(unknown: string, known: readonly string[]): string | null {
  const wanted = unknown.slice(0, MAX_QUOTED).toLowerCase();
  let best: string | null = null;
  let least = Math.max(2, Math.floor(wanted.length / 3)) + 1;
  for (const name of known) {
    const distance = keystrokes(wanted, name.toLowerCase());
    if (distance < least) [best, least] = [name, distance];
  }
  return best;
}

// Levenshtein's distance with neighbours swapped counting once.
function keystrokes(from: string, to: string): number {
  let before: number[] = [];
  let previous = Array.from({ length: to.length + 1 }, (_, index) => index);
  for (let i = 1; i <= from.length; i += 1) {
    const current = [i];
    for (let j = 1; j <= to.length; j += 1) {
      const same = from[i - 1] === to[j - 1] ? 0 : 1;
      let cost = Math.min((previous[j] as number) + 1, (current[j - 1] as number) + 1, (previous[j - 1] as number) + same);
      if (i > 1 && j > 1 && from[i - 1] === to[j - 2] && from[i - 2] === to[j - 1]) cost = Math.min(cost, (before[j - 2] as number) + 1);
      current.push(cost);
    }
    before = previous;
    previous = current;
  }
  return previous[to.length] as number;
}
