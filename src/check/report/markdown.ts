// SPDX-License-Identifier: Apache-2.0
//
// A check as a page for a reviewer: what will happen to which resource, grouped by decision, with the statement, the rule, the reason and
// how to get it approved. Refuses markup of the change: text stands in code spans that it can't end. Cuts loudly, never silently.
import type { DecisionKind } from '../../core/model.js';
import type { CheckResult, Prediction } from '../finding.js';
import { adviceOf, grouped, notable, observedOf, placeOf, ruleOf, textOf } from './words.js';

/** Rows of a group; the job's summary holds 1 MiB. */
const MAX_ROWS = 100;
const TITLES: Readonly<Record<DecisionKind, string>> = { deny: 'Not allowed', review: 'Needs a review', allow: 'Allowed' };

/** The page. */
export function markdownReport(result: CheckResult): string {
  const { operations, findings, files, policy } = result;
  const observed = observedOf(result);
  const counts = (decision: DecisionKind): number => operations.filter((one) => one.decision === decision).length;
  return [
    `### Ostiary policy check: ${result.decision}`, '',
    ...(policy.preview ? [`> Preview: judged by ${code(policy.source)} of the work tree, which decides nothing.`, ''] : []),
    ...(observed === null ? [] : [`> **Only observing**: ${plain(observed)}.`, '']),
    '| files | operations | not allowed | need a review | allowed |', '|---:|---:|---:|---:|---:|',
    `| ${files} | ${operations.length} | ${counts('deny')} | ${counts('review')} | ${counts('allow')} |`, '',
    ...group('deny', findings), ...group('review', findings), ...watched(operations),
    ...quiet(operations.filter(({ decision }) => decision === 'allow')),
    `Policy ${code(policy.source)} · change set ${code(result.digest.slice(0, 16))} · ${code(result.base.slice(0, 12))}…${code(result.head.slice(0, 12))}. A check predicts; the gate decides when the operation runs${operations.some(({ assumed, kind }) => assumed && kind !== 'file') ? ', and completes names from the catalog, which a check has not' : ''}.`, '',
  ].join('\n');
}

function group(decision: DecisionKind, findings: readonly Prediction[]): string[] {
  const rows = findings.filter((one) => one.decision === decision);
  if (rows.length === 0) return [];
  const shown = rows.slice(0, MAX_ROWS);
  return [
    `#### ${TITLES[decision]} (${rows.length})`, '', '| where | what | on | rule | why |', '|---|---|---|---|---|',
    ...shown.map((one) => `| ${code(placeOf(one))} | ${code(textOf(one))} | ${code(one.resource)} | ${code(ruleOf(one))} | ${why(one)} |`),
    ...(rows.length > shown.length ? ['', `**${grouped(rows.length - shown.length)} more are left out here**; the report has all of them.`] : []), '',
  ];
}

function why(one: Prediction): string {
  const { shown, more } = notable(one);
  const hazards = [...shown.map(({ id, detail }) => `${code(id)}: ${plain(detail)}`), ...(more === 0 ? [] : [`and ${more} more in the report`])];
  return [...one.reasons.slice(0, 3).map(plain), ...hazards, `*${plain(adviceOf(one))}*`].join('<br>');
}

// What rules would have stopped, did they not only observe.
function watched(operations: readonly Prediction[]): string[] {
  const rows = operations.flatMap((one) => one.observed.slice(0, 1).map(({ rule, decision }) => `| ${code(placeOf(one))} | ${code(textOf(one))} | ${code(one.resource)} | ${code(rule)} | would ${decision} |`));
  if (rows.length === 0) return [];
  const more = rows.length > MAX_ROWS ? ['', `**${grouped(rows.length - MAX_ROWS)} more are left out here**; the report has all of them.`] : [];
  return [`#### Only observed (${rows.length})`, '', '| where | what | on | rule | decision |', '|---|---|---|---|---|', ...rows.slice(0, MAX_ROWS), ...more, ''];
}

function quiet(allowed: readonly Prediction[]): string[] {
  // That a file is part of the change goes without saying.
  const operations = allowed.filter(({ kind }) => kind !== 'file');
  if (operations.length === 0) return [];
  const files = allowed.length - operations.length;
  const rows = operations.slice(0, MAX_ROWS).map((one) => `| ${code(placeOf(one))} | ${code(textOf(one))} | ${code(one.resource)} | ${code(ruleOf(one))} |`);
  const more = operations.length > rows.length ? ['', `${operations.length - rows.length} more are left out here.`] : [];
  return [`<details><summary>Allowed (${allowed.length}${files === 0 ? '' : `, ${files} of them changes of files`})</summary>`, '', '| where | what | on | rule |', '|---|---|---|---|', ...rows, ...more, '', '</details>', ''];
}

// A code span that its content can't end: longer backticks outside than inside, and no cell separator.
function code(text: string): string {
  const longest = Math.max(0, ...[...text.matchAll(/`+/gu)].map(([run]) => run.length));
  const fence = '`'.repeat(longest + 1);
  const padded = text.startsWith('`') || text.endsWith('`') ? ` ${text} ` : text;
  return `${fence}${padded.replaceAll('|', '\\|').replaceAll('\n', ' ')}${fence}`;
}

// Our own and the operator's sentences, with markup of names in them taken as text; backticks are ours.
function plain(text: string): string {
  return text.replace(/[<>&|[\]*_~\n!\\]/gu, (char) => (char === '\n' ? ' ' : `&#${char.charCodeAt(0)};`));
}
