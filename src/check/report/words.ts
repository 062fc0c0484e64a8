// SPDX-License-Identifier: Apache-2.0
//
// What every report says of a prediction in the same words. Refuses to say *approved*: a check only predicts.
import { type CheckResult, type Prediction, shown } from '../finding.js';

/** One sentence for people: what, why, under which rule. */
export function messageOf(one: Prediction): string {
  const verb = one.decision === 'deny' ? 'is not allowed' : 'needs a review';
  return `${one.statement} on \`${one.resource}\` ${verb}: ${one.reasons[0] ?? 'no rule allows it'} (${one.rules.join(', ')})`;
}

/** What it is, for a list: its text, unless a reason says that already. */
export function textOf({ text, statement, reasons }: Prediction): string {
  return reasons.some((reason) => reason.includes(text)) ? statement : text;
}

/** What to do next. */
export function adviceOf(one: Prediction): string {
  const [why] = one.unknown;
  if (why !== undefined) return `rewrite it so that it can be understood${one.reasons.some((reason) => reason.includes(why)) ? '' : `: ${why}`}`;
  if (one.decision === 'review') return 'a person has to approve exactly this operation in a review of its pull or merge request';
  return 'do it another way, or ask the people who keep the policy';
}

/** More ways of doing one thing than these are for machines. */
const MAX_HAZARDS = 5;

/** Hazards of a prediction that are worth a line: none that a reason has said already, none of style, not more than a few. `more`: how many are left out. */
export function notable({ hazards, reasons }: Prediction): { readonly shown: Prediction['hazards']; readonly more: number } {
  const told = hazards.filter(({ id, detail }) => !id.startsWith('style.') && !reasons.includes(detail));
  return { shown: told.slice(0, MAX_HAZARDS), more: Math.max(0, told.length - MAX_HAZARDS) };
}

/** `1 file`, `2 files`, `1,200 files`. */
export function counted(count: number, noun: string): string {
  return `${grouped(count)} ${noun}${count === 1 ? '' : 's'}`;
}

/** `1,200`. By hand: the first number that `Intl` writes takes twenty milliseconds. */
export function grouped(count: number): string {
  return String(count).replace(/\B(?=(?:\d{3})+$)/gu, ',');
}

/** That the policy, or a rule of it, only observes, and what that lets pass; null when everything is decided. */
export function observedOf({ policy, observed }: Pick<CheckResult, 'policy' | 'observed'>): string | null {
  if (policy.observeUntil === null && observed === 0) return null;
  const count = `${counted(observed, 'operation')} would have been refused`;
  return policy.observeUntil === null ? `rules of the policy only observe: ${count}` : `the policy only observes until ${policy.observeUntil}: ${count}`;
}

/** The rule that a finding is shown under. */
export function ruleOf(one: Prediction): string {
  return one.rules[0] ?? 'default';
}

/** `db/migrations/7.sql:12`. */
export function placeOf({ path, line }: Prediction): string {
  return `${shown(path)}:${line}`;
}
