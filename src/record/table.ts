// SPDX-License-Identifier: Apache-2.0
//
// A few rows of a result as a little table that fits a terminal. Refuses to be wider than it may, and to print anything that is not inert.
import { cellsOf, clipped, inert } from './inert.js';

/** Longest cell, in terminal cells. */
const MAX_CELL = 32;
const SEPARATOR = ' │ ';
const NULL_SIGN = '∅';

/** Lines of a table: names, then rows. Columns that do not fit are left out, with `…` in their place. */
export function rowsTable(names: readonly string[], rows: readonly (readonly (string | null)[])[], width: number): string[] {
  // No more of them than could stand there, however many a file names.
  const columns = names.slice(0, Math.ceil(width / SEPARATOR.length) + 1);
  const lines = [columns, ...rows].map((row) => columns.map((_, index) => cell(row[index])));
  const widths: number[] = [];
  let used = 0;
  for (const index of columns.keys()) {
    const wide = Math.max(...lines.map((line) => cellsOf(line[index] as string)));
    if (used + wide > width) break;
    widths.push(wide);
    used += wide + SEPARATOR.length;
  }
  const rest = widths.length < names.length ? ' …' : '';
  return lines.map((line) => clipped(widths.map((wide, index) => padded(line[index] as string, wide)).join(SEPARATOR).trimEnd() + rest, width));
}

function cell(value: string | null | undefined): string {
  return value === null || value === undefined ? NULL_SIGN : clipped(inert(value), MAX_CELL);
}

function padded(text: string, cells: number): string {
  return text + ' '.repeat(cells - cellsOf(text));
}
