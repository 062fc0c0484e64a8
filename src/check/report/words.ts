// SPDX-License-Identifier: Apache-2.0
//
// What every report says of a prediction in the same words. Refuses to say *approved*: a check only predicts.
import { type Prediction, shown } from '../finding.js';

/** One sentence for people: what, why, under which rule. */
export function messageOf(one: Prediction): string {
  const verb = one.decision === 'deny' ? 'is not allowed' : 'needs a review';
  return `${one.statement} on \`${one.resource}\` ${verb}: ${one.reasons[0] ?? 'no rule allows it'} (${one.rules.join(', ')})`;
}

/** What to do next. */
export function adviceOf(one: Prediction): string {
  if (one.unknown.length > 0) return `rewrite it so that it can be understood: ${one.unknown[0] ?? ''}`;
  if (one.decision === 'review') return 'a person has to approve exactly this operation in a pull-request review';
  return 'do it another way, or ask the people who keep the policy';
}

/** The rule that a finding is shown under. */
export function ruleOf(one: Prediction): string {
  return one.rules[0] ?? 'default';
}

/** `db/migrations/7.sql:12`. */
export function placeOf({ path, line }: Prediction): string {
  return `${shown(path)}:${line}`;
}
