// SPDX-License-Identifier: Apache-2.0
//
// `policy test`: runs the cases of a policy by the very parsers and rules that decide, and shows what differs. Executes nothing. Refuses to
// call a file without cases passed.
import { explain, type Answer, type Explainer } from './explain.js';
import type { PolicyCase } from '../policy/cases.js';

/** A case and what came out of it. */
export interface CaseResult {
  readonly one: PolicyCase;
  readonly answer: Answer;
  readonly passed: boolean;
}

/** Runs one case. `text`: its operation, or what its file holds. */
export function runCase(one: PolicyCase, text: string, explainer: Explainer): CaseResult {
  const answer = explain({ kind: one.kind, text, ...(one.resource === null ? {} : { resource: one.resource }), ...(one.principal === null ? {} : { principal: one.principal }) }, explainer);
  const rules = one.rules === null || sameWords(one.rules, answer.rules);
  return { one, answer, passed: answer.decision === one.decision && rules };
}

function sameWords(some: readonly string[], others: readonly string[]): boolean {
  return String([...new Set(some)].sort()) === String([...new Set(others)].sort());
}

/** A line a case; under a failed one what was expected and what came, and why. */
export function renderResult({ one, answer, passed }: CaseResult, file: string): string {
  if (passed) return `ok    ${one.name}\n`;
  const lines = [`FAIL  ${one.name}  (${file}:${one.line})`];
  if (answer.decision !== one.decision) lines.push(`        decision  - ${one.decision}`, `                  + ${answer.decision}`);
  if (one.rules !== null) {
    const [wanted, came] = [new Set(one.rules), new Set(answer.rules)];
    const differing = [...one.rules.filter((rule) => !came.has(rule)).map((rule) => `- ${rule}`), ...answer.rules.filter((rule) => !wanted.has(rule)).map((rule) => `+ ${rule}`)];
    lines.push(...differing.map((line, index) => `        ${index === 0 ? 'rules     ' : '          '}${line}`));
  } else lines.push(`        rules     ${answer.rules.join(', ')}`);
  return `${[...lines, ...answer.reasons.slice(0, 3).map((reason) => `        because   ${reason}`)].join('\n')}\n`;
}
