// SPDX-License-Identifier: Apache-2.0
//
// Says no in a way that an agent can act on: DETAIL with fixed keys, HINT that tells *never* from *ask* from *rephrase*.
// Refuses to quote data: only rule ids, the operator's sentence and names.
import type { Verdict } from './order.js';
import type { Refusal } from './wire.js';

/** SQLSTATE insufficient_privilege. @see https://www.postgresql.org/docs/current/errcodes-appendix.html */
const REFUSED_SQLSTATE = '42501';

/** The refusal of a verdict that is not `allow`. */
export function refusalOf(verdict: Verdict): Refusal {
  const { facts } = verdict.operation;
  const rule = verdict.rules[0] ?? 'default';
  const reason = oneLine(verdict.reasons[0] ?? 'no rule allows it');
  const decision = verdict.decision === 'review' ? 'review' : 'deny';
  return {
    decision,
    sqlstate: REFUSED_SQLSTATE,
    message: decision === 'review' ? `ostiary: ${facts.statement} needs a person's review` : `ostiary: ${facts.statement === 'UNKNOWN' ? 'what is not understood' : facts.statement} is not allowed`,
    detail: `decision=${decision} rule=${rule} operation=${facts.name} reason=${reason}`,
    hint: hintOf(verdict, rule),
  };
}

function hintOf(verdict: Verdict, rule: string): string {
  const { facts } = verdict.operation;
  // Denied because nobody could be asked, not by a rule.
  if (verdict.decision === 'review' || verdict.how !== null) {
    const where = verdict.url === null ? '' : ` (${verdict.url})`;
    return `ask: ${oneLine(verdict.how ?? 'a person has to review this operation first')}${where}`;
  }
  if (facts.unknown.length > 0 && facts.forbidden.length === 0) {
    return `rephrase: not understood: ${oneLine(facts.unknown.slice(0, 3).join('; '))}${nameable(verdict)}`;
  }
  return `never: rule \`${rule}\` decides this on \`${verdict.operation.resource.name}\`; do it another way or ask the people who keep the policy`;
}

// A function of somebody's own is not a matter of words: a rule has to name it.
function nameable({ operation: { facts } }: Verdict): string {
  const own = facts.accesses.filter(({ effect, type, object }) => effect === 'unknown' && type === 'function' && object?.startsWith('pg_catalog.') === false);
  const names = [...new Set(own.map(({ object }) => oneLine(object ?? '')))];
  return names.length === 0 ? '' : `; whoever keeps the policy can allow it by a rule that names it: \`match: { effect: unknown, object: ${names.length === 1 ? names[0] : `[${names.slice(0, 3).join(', ')}]`} }\``;
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
