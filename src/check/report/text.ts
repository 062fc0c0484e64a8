// SPDX-License-Identifier: Apache-2.0
//
// A check for a terminal: a compact list, findings first, each with its place, its text, why, and what to do. Refuses control characters of
// the change: all text was made visible before (finding.ts).
import { wrapped } from '../../record/inert.js';
import type { CheckResult, Prediction } from '../finding.js';
import { adviceOf, counted, notable, observedOf, placeOf, ruleOf, textOf } from './words.js';

const CODES = { bold: '1', red: '31', yellow: '33', green: '32', dim: '2' } as const;
export type Paint = (style: keyof typeof CODES, text: string) => string;

/** Paints with ANSI colours, or not at all. */
export function painter(coloured: boolean): Paint {
  return (style, text) => (coloured ? `\u001b[${CODES[style]}m${text}\u001b[0m` : text);
}

/** Under the word that begins a finding. */
const INDENT = ' '.repeat(8);

/** How lines look: in which colours, and how wide (in cells; `Infinity` where there is no terminal). */
interface Look {
  readonly paint: Paint;
  readonly columns: number;
}

/** The whole list, ending in lines that count. Lines longer than `columns` go on under their beginning. */
export function textReport(result: CheckResult, paint: Paint, columns = Infinity): string {
  const look = { paint, columns };
  const observed = result.operations.filter((one) => one.observed.length > 0);
  return `${[...preface(result, paint), ...result.findings.flatMap((one) => finding(one, look)), ...observed.flatMap((one) => passed(one, look)), ...closing(result, paint)].join('\n')}\n`;
}

function preface(result: CheckResult, paint: Paint): string[] {
  const { policy } = result;
  const observed = observedOf(result);
  return [
    ...(policy.preview ? [paint('yellow', `preview: judged by \`${policy.source}\` of the work tree, which decides nothing`), ''] : []),
    ...(observed === null ? [] : [paint('yellow', observed), '']),
  ];
}

function finding(one: Prediction, look: Look): string[] {
  const { paint, columns } = look;
  const word = one.decision === 'deny' ? paint('red', 'deny  ') : paint('yellow', 'review');
  const advice = indented(`-> ${adviceOf(one)}`, columns, (line) => paint('dim', line));
  return [...headed(word, one, ruleOf(one), look), ...one.reasons.slice(0, 3).flatMap((reason) => indented(reason, columns)), ...hazards(one, look), ...advice, ''];
}

// What a rule would have stopped, did it not only observe.
function passed(one: Prediction, look: Look): string[] {
  const strictest = one.observed.find(({ decision }) => decision === 'deny') ?? one.observed[0];
  if (strictest === undefined) return [];
  return [...headed(look.paint('yellow', `would ${strictest.decision}`), one, strictest.rule, look), ...hazards(one, look), ''];
}

function headed(word: string, one: Prediction, rule: string, { paint, columns }: Look): string[] {
  // Of a file the place says it all.
  const said = textOf(one);
  const text = one.kind === 'file' || said === one.statement ? [] : indented(said, columns);
  return [`${word}  ${paint('bold', placeOf(one))}  ${one.statement} on ${one.resource}  ${paint('dim', rule)}`, ...text];
}

function hazards(one: Prediction, { paint, columns }: Look): string[] {
  const { shown, more } = notable(one);
  const lines = shown.flatMap(({ id, detail }) => indented(`${id}: ${detail}`, columns, (line, first) => (first ? `${paint('dim', line.slice(0, id.length + 1))}${line.slice(id.length + 1)}` : line)));
  return [...lines, ...(more === 0 ? [] : [`${INDENT}${paint('dim', `and ${more} more in the report`)}`])];
}

// Text under the word that begins a finding; painted when it is broken, since colours take no room.
function indented(text: string, columns: number, painted: (line: string, first: boolean) => string = (line) => line): string[] {
  return wrapped(text, Math.max(columns - INDENT.length, INDENT.length)).map((line, at) => `${INDENT}${painted(line, at === 0)}`);
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
