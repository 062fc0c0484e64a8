// SPDX-License-Identifier: Apache-2.0
//
// Masks what `COPY … TO STDOUT` sends, field by field, however the server cut it into CopyData messages. One transformer a format;
// each gathers whole rows, since a value must be whole to be judged. Refuses rows that do not have the columns that were planned.
// @see https://www.postgresql.org/docs/current/sql-copy.html#id-1.9.3.55.9
import { GateError } from '../../../core/errors.js';
import type { CopyFacts } from '../../../core/model.js';
import type { ResultPlan } from '../../../gate/wire.js';
import { BinaryRows } from './binary.js';
import type { CopyRows } from './copy-rows.js';
import { CsvRows } from './csv.js';
import { MAX_SERVER_FRAME_BYTES } from '../limits.js';
import { TextRows } from './text.js';
import { Patches, type Stretch } from '../protocol/patches.js';

const EMPTY = Buffer.alloc(0);
const NOTHING: Stretch = { source: EMPTY, start: 0, end: 0 };

/** One COPY OUT on its way to the client. */
export class CopyOut {
  readonly #rows: CopyRows;
  #carry: Buffer = EMPTY;
  /** What changes of the bytes that `push` and `end` return. */
  readonly patches = new Patches();
  /** Rows seen so far. */
  rows = 0;

  constructor(rows: CopyRows) {
    this.#rows = rows;
  }

  /** Takes the payload of one CopyData and returns what to send on, with `patches`: whole rows only, perhaps none. */
  push(payload: Stretch): Stretch {
    const { source, start, end } = this.#carry.length === 0 ? payload : this.#joined(payload);
    this.patches.clear();
    let at = start;
    while (at < end) {
      const next = this.#rows.endOfRow({ source, start: at, end });
      if (next === -1) break;
      this.#row({ source, start: at, end: next });
      at = next;
    }
    this.#keep(source, at, end);
    return { source, start, end: at };
  }

  /** The server says that it is done: what is left is a row without an end. */
  end(): Stretch {
    if (this.#carry.length === 0) return NOTHING;
    const rest = { source: this.#carry, start: 0, end: this.#carry.length };
    this.#carry = EMPTY;
    this.patches.clear();
    this.#row(rest);
    return rest;
  }

  #joined({ source, start, end }: Stretch): Stretch {
    const bytes = Buffer.concat([this.#carry, source.subarray(start, end)]);
    return { source: bytes, start: 0, end: bytes.length };
  }

  #keep(source: Buffer, start: number, end: number): void {
    this.#carry = start === end ? EMPTY : source.subarray(start, end);
    if (this.#carry.length > MAX_SERVER_FRAME_BYTES) {
      throw new GateError('LIMIT_EXCEEDED', `a row of COPY data is larger than ${MAX_SERVER_FRAME_BYTES} bytes`, { hint: 'copy less at once' });
    }
  }

  #row(row: Stretch): void {
    if (this.#rows.mask(row, this.patches)) this.rows += 1;
  }
}

/** The transformer for a copy under a plan. Throws DENIED when the server's format is not the one judged. */
export function copyOutOf(copy: CopyFacts, binary: boolean, plan: ResultPlan): CopyOut {
  if (binary !== (copy.format === 'binary')) {
    throw new GateError('DENIED', `the server copies out in another format than the \`${copy.format}\` that was judged`);
  }
  switch (copy.format) {
    case 'text':
      return new CopyOut(new TextRows(copy, plan));
    case 'csv':
      return new CopyOut(new CsvRows(copy, plan));
    case 'binary':
      return new CopyOut(new BinaryRows(plan));
    default:
      return copy.format satisfies never;
  }
}
