// SPDX-License-Identifier: Apache-2.0
//
// A check for a terminal: a compact list, findings first, each with its place, its text, why, and what to do. Refuses control characters of
// the change: all text was made visible before (finding.ts).
import type { CheckResult, Prediction } from '../finding.js';
import { adviceOf, placeOf, ruleOf } from './words.js';

const CODES = { bold: '1', red: '31', yellow: '33', green: '32', dim: '2' } as const;
export type Paint = (style: keyof typeof CODES, text: string) => string;

/** Paints with ANSI colours, or not at all. */
export function painter(coloured: boolean): Paint {
  return (style, text) => (coloured ? `\u001b[${CODES[style]}m${text}\u001b[0m` : text);
}

/** The whole list, ending in a line that counts. */
export function textReport(result: CheckResult, paint: Paint): string {
  const lines = [...preface(result, paint), ...result.findings.flatMap((one) => finding(one, paint))];
  return `${[...lines, ...closing(result, paint)].join('\n')}\n`;
}

function preface({ policy, observed }: CheckResult, paint: Paint): string[] {
  const lines: string[] = [];
  if (policy.preview) lines.push(paint('yellow', `preview: judged by \`${policy.source}\` of the work tree, which decides nothing`), '');
  if (policy.observeUntil !== null) lines.push(paint('yellow', `the policy only observes until ${policy.observeUntil}: ${observed} operation${observed === 1 ? '' : 's'} would have been refused`), '');
  return lines;
}

function finding(one: Prediction, paint: Paint): string[] {
  const word = one.decision === 'deny' ? paint('red', 'deny  ') : paint('yellow', 'review');
  const detail = one.hazards.map(({ id, detail: what }) => `  ${paint('dim', `${id}:`)} ${what}`);
  return [
    `${word} ${paint('bold', placeOf(one))}  ${one.statement} on ${one.resource}  ${paint('dim', ruleOf(one))}`, `  ${one.text}`,
    ...one.reasons.slice(0, 3).map((reason) => `  ${reason}`), ...detail, `  ${paint('dim', `-> ${adviceOf(one)}${one.assumed ? ' (names assumed: no catalog here)' : ''}`)}`, '',
  ];
}

function closing({ decision, operations, findings, files, digest }: CheckResult, paint: Paint): string[] {
  const denied = findings.filter((one) => one.decision === 'deny').length;
  const colour = decision === 'allow' ? 'green' : decision === 'review' ? 'yellow' : 'red';
  return [
    `${paint(colour, decision)}: ${files} file${files === 1 ? '' : 's'}, ${operations.length} operation${operations.length === 1 ? '' : 's'}, ${denied} denied, ${findings.length - denied} needing review`,
    paint('dim', `change set ${digest}`),
  ];
}
