// SPDX-License-Identifier: Apache-2.0
//
// How the demo looks in a terminal: one block a step, one table at the end. Text only; colour when the terminal wants it.
import type { Step } from './script.js';

/** What became of one step. */
export type Outcome =
  | { readonly step: Step; readonly kind: 'ran'; readonly rows: readonly Readonly<Record<string, unknown>>[]; readonly count: number }
  | { readonly step: Step; readonly kind: 'review' | 'refused'; readonly message: string; readonly detail: string; readonly hint: string };

/** Wraps text in colour, or not. */
export interface Painter {
  bold(text: string): string;
  dim(text: string): string;
  green(text: string): string;
  yellow(text: string): string;
  red(text: string): string;
}

/** A painter for a terminal that takes colour, or one that leaves text alone. */
export function painter(colour: boolean): Painter {
  const code = (open: number) => (text: string): string => (colour ? `\u001b[${open}m${text}\u001b[0m` : text);
  return { bold: code(1), dim: code(2), green: code(32), yellow: code(33), red: code(31) };
}

/** One step as a block of lines. */
export function drawOutcome(outcome: Outcome, paint: Painter): string {
  const { step } = outcome;
  const values = step.values.length === 0 ? '' : paint.dim(`   [${step.values.join(', ')}]`);
  const head = `${paint.bold(step.title)} ${paint.dim(`(${step.client})`)}\n  ${step.sql}${values}`;
  if (outcome.kind !== 'ran') {
    const label = outcome.kind === 'review' ? paint.yellow('needs review') : paint.red('refused');
    return `${head}\n  ${label}  ${outcome.message}\n  ${paint.dim(outcome.detail)}\n  ${outcome.hint}\n`;
  }
  const rows = outcome.rows.map((row) => `  ${paint.dim('|')} ${Object.entries(row).map(([name, value]) => `${name}=${String(value)}`).join('  ')}`);
  return [head, `  ${paint.green('allowed')}  ${outcome.count} row${outcome.count === 1 ? '' : 's'}`, ...rows, ''].join('\n');
}

/** What happened, one line a step. */
export function drawTable(outcomes: readonly Outcome[], paint: Painter): string {
  const width = Math.max(...outcomes.map((outcome) => outcome.step.title.length));
  const lines = outcomes.map((outcome) => {
    const word = outcome.kind === 'ran' ? paint.green('allowed'.padEnd(12)) : outcome.kind === 'review' ? paint.yellow('needs review') : paint.red('refused'.padEnd(12));
    const rule = outcome.kind === 'ran' ? '' : /rule=(\S+)/.exec(outcome.detail)?.[1] ?? '';
    return `  ${outcome.step.title.padEnd(width)}  ${word}  ${paint.dim(rule)}`;
  });
  return `${paint.bold('what happened')}\n${lines.join('\n')}\n`;
}
