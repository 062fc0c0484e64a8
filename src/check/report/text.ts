// SPDX-License-Identifier: Apache-2.0
//
// A check for a terminal: a compact list, findings first, each with its place, its text, why, and what to do. Refuses control characters of
// the change: all text was made visible before (finding.ts).
import type { CheckResult, Prediction } from '../finding.js';
import { adviceOf, counted, notable, observedOf, placeOf, ruleOf } from './words.js';

const CODES = { bold: '1', red: '31', yellow: '33', green: '32', dim: '2' } as const;
export type Paint = (style: keyof typeof CODES, text: string) => string;

/** Paints with ANSI colours, or not at all. */
export function painter(coloured: boolean): Paint {
  return (style, text) => (coloured ? `\u001b[${CODES[style]}m${text}\u001b[0m` : text);
}

/** Under the word that begins a finding. */
const INDENT = ' '.repeat(8);

/** The whole list, ending in lines that count. */
export function textReport(result: CheckResult, paint: Paint): string {
  const observed = result.operations.filter((one) => one.observed.length > 0);
  return `${[...preface(result, paint), ...result.findings.flatMap((one) => finding(one, paint)), ...observed.flatMap((one) => passed(one, paint)), ...closing(result, paint)].join('\n')}\n`;
}

function preface(result: CheckResult, paint: Paint): string[] {
  const { policy } = result;
  const observed = observedOf(result);
  return [
    ...(policy.preview ? [paint('yellow', `preview: judged by \`${policy.source}\` of the work tree, which decides nothing`), ''] : []),
    ...(observed === null ? [] : [paint('yellow', observed), '']),
  ];
}

function finding(one: Prediction, paint: Paint): string[] {
  const word = one.decision === 'deny' ? paint('red', 'deny  ') : paint('yellow', 'review');
  return [...headed(word, one, { rule: ruleOf(one), paint }), ...one.reasons.slice(0, 3).map((reason) => `${INDENT}${reason}`), ...hazards(one, paint), `${INDENT}${paint('dim', `-> ${adviceOf(one)}`)}`, ''];
}

// What a rule would have stopped, did it not only observe.
function passed(one: Prediction, paint: Paint): string[] {
  const strictest = one.observed.find(({ decision }) => decision === 'deny') ?? one.observed[0];
  if (strictest === undefined) return [];
  return [...headed(paint('yellow', `would ${strictest.decision}`), one, { rule: strictest.rule, paint }), ...hazards(one, paint), ''];
}

function headed(word: string, one: Prediction, { rule, paint }: { rule: string; paint: Paint }): string[] {
  // Of a file the place says it all.
  const text = one.kind === 'file' ? [] : [`${INDENT}${one.text}`];
  return [`${word}  ${paint('bold', placeOf(one))}  ${one.statement} on ${one.resource}  ${paint('dim', rule)}`, ...text];
}

function hazards(one: Prediction, paint: Paint): string[] {
  const { shown, more } = notable(one);
  return [...shown.map(({ id, detail }) => `${INDENT}${paint('dim', `${id}:`)} ${detail}`), ...(more === 0 ? [] : [`${INDENT}${paint('dim', `and ${more} more in the report`)}`])];
}

function closing({ decision, operations, findings, files, digest, policy }: CheckResult, paint: Paint): string[] {
  const denied = findings.filter((one) => one.decision === 'deny').length;
  const colour = decision === 'allow' ? 'green' : decision === 'review' ? 'yellow' : 'red';
  const counts = [[denied, 'denied'], [findings.length - denied, 'needing review'], [operations.length - findings.length, 'allowed']] as const;
  const told = counts.filter(([count]) => count > 0).map(([count, word]) => `${count} ${word}`);
  return [
    `${paint(colour, decision)}: ${counted(files, 'file')}, ${counted(operations.length, 'operation')}${told.length === 0 ? '' : `: ${told.join(', ')}`}`,
    ...(operations.some(({ assumed, kind }) => assumed && kind !== 'file') ? [paint('dim', 'names were completed without a catalog; the gate, which has one, decides')] : []),
    paint('dim', `policy ${policy.source} · change set ${digest.slice(0, 16)}`),
  ];
}
