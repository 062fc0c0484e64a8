// SPDX-License-Identifier: Apache-2.0
//
// Facts of SQL statements where they stand among those that are put up together, as `policy-check` reads a file: a lock_timeout that was set before
// holds, a table that was made before is in nobody's use. Refuses to place what does not read the same in a row as it does alone.
import type { OperationFacts, OperationKind, Reader } from '../core/model.js';

/** A statement, and where it runs. */
export interface Standing {
  readonly kind: OperationKind;
  readonly resource: { readonly name: string };
  readonly bytes: string;
  readonly transaction: number | null;
}

/** For each operation its facts in the series of its resource; null where those that it has alone are all that is known. */
export function inSeries(operations: readonly Standing[], read: Reader): readonly (OperationFacts | null)[] {
  const placed: (OperationFacts | null)[] = operations.map(() => null);
  for (const name of new Set(operations.map(({ resource }) => resource.name))) {
    const lines = linesOf(operations, name);
    const facts = read(lines.map(({ text }) => text).join(';\n')).map((one) => one.facts);
    const isSame = facts.length === lines.length && facts.every(({ text }, index) => text === lines[index]?.text);
    if (isSame) for (const [index, { place }] of lines.entries()) if (place !== null) placed[place] = facts[index] ?? null;
  }
  return placed;
}

interface Line {
  readonly text: string;
  /** Null: begins or ends a transaction. */
  readonly place: number | null;
}

// In the order in which they are executed, with the transactions that are made around them.
function linesOf(operations: readonly Standing[], name: string): readonly Line[] {
  const lines: Line[] = [];
  let open: number | null = null;
  const control = (text: 'BEGIN' | 'COMMIT'): void => void lines.push({ text, place: null });
  for (const [place, { kind, resource, bytes, transaction }] of operations.entries()) {
    const isHere = kind === 'sql' && resource.name === name;
    if (open !== null && (!isHere || transaction !== open)) control('COMMIT');
    if (isHere && transaction !== null && transaction !== open) control('BEGIN');
    open = isHere ? transaction : null;
    if (isHere) lines.push({ text: bytes, place });
  }
  if (open !== null) control('COMMIT');
  return lines;
}
