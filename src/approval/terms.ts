// SPDX-License-Identifier: Apache-2.0
//
// What a page says beside the operations themselves, and whether a manifest that somebody else may have written shows people what we would show
// them: the impact and the row ceiling of our own estimate, the rules and people of our own policy. Refuses differences that an estimate does not make by itself.
import { canonicalJson } from '../core/canonical.js';
import type { Impact, Manifest, ManifestOperation } from '../core/manifest.js';
import type { Decision } from '../core/model.js';

/** Why an operation that the policy allows is on the page. */
export const FREE_REASON = 'needs no review by itself: it belongs to the others';

/** The rules of an operation, as its page has them. */
export function wordsOf({ decision, rules, reasons }: Pick<Decision, 'decision' | 'rules' | 'reasons'>): ManifestOperation['rules'] {
  if (decision === 'review') return rules.map((id, index) => ({ id, reason: reasons[index] ?? '' }));
  return [{ id: rules[0] ?? 'allowed', reason: FREE_REASON }];
}

/** Differences that tables make by themselves between two estimates: a factor, or so many. */
const FACTOR = 2;
const ROWS = 10;
const BYTES = 1024 * 1024;

/** True: reading one is as good as reading the other. Both are of the same operations, in the same order. */
export function saysTheSame(there: Manifest, ours: Manifest): boolean {
  const told = ({ requester: { issuer, subject, names }, policy, demands }: Manifest): string => canonicalJson({ issuer, subject, names, policy, demands });
  return told(there) === told(ours) && there.operations.length === ours.operations.length && there.operations.every((operation, place) => sameTerms(operation, ours.operations[place] as ManifestOperation));
}

function sameTerms(there: ManifestOperation, ours: ManifestOperation): boolean {
  return canonicalJson(there.rules) === canonicalJson(ours.rules) && close(there.maxRows, ours.maxRows, FACTOR * ROWS) && sameImpact(there.impact, ours.impact);
}

function sameImpact(there: Impact | null, ours: Impact | null): boolean {
  if (there === null || ours === null) return there === ours;
  return close(there.rows, ours.rows, ROWS) && close(there.sizeBytes, ours.sizeBytes, BYTES) && there.lock === ours.lock && there.rewrites === ours.rewrites && notesIn(there) === notesIn(ours);
}

function close(one: number | null, other: number | null, slack: number): boolean {
  if (one === null || other === null) return one === other;
  return Math.abs(one - other) <= slack || (one <= FACTOR * other && other <= FACTOR * one);
}

// Numbers in them are estimates, too.
function notesIn({ notes }: Impact): string {
  return notes.join('\n').replace(/\d+/gu, '#');
}
