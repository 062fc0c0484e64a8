// SPDX-License-Identifier: Apache-2.0
//
// Masks what `COPY … TO STDOUT` sends, field by field, however the server cut it into CopyData messages. One transformer a format;
// each gathers whole rows, since a value must be whole to be judged. Refuses rows that do not have the columns that were planned.
// @see https://www.postgresql.org/docs/current/sql-copy.html#id-1.9.3.55.9
import { GateError } from '../../../core/errors.js';
import type { CopyFacts } from '../../../core/model.js';
import type { ResultPlan } from '../../../gate/wire.js';
import { BinaryRows } from './binary.js';
import { CsvRows } from './csv.js';
import { MAX_SERVER_FRAME_BYTES } from '../limits.js';
import { TextRows } from './text.js';

/** Knows the rows of one format. */
export interface CopyRows {
  /** Where the row (or header) that begins at `start` ends; -1 when more bytes are needed. May keep what it has scanned. */
  endOfRow(bytes: Buffer, start: number): number;
  /** The same row, masked; its argument's own bytes when nothing changed. `null`: no row of data (a header), and nothing to change. */
  masked(bytes: Buffer, start: number, end: number): Buffer | null;
}

const EMPTY = Buffer.alloc(0);

/** One COPY OUT on its way to the client. */
export class CopyOut {
  readonly #rows: CopyRows;
  #carry: Buffer = EMPTY;
  /** Rows seen so far. */
  rows = 0;

  constructor(rows: CopyRows) {
    this.#rows = rows;
  }

  /** Takes the payload of one CopyData and returns the bytes to send on, whole rows only; may be empty. */
  push(payload: Buffer): Buffer {
    const bytes = this.#carry.length === 0 ? payload : Buffer.concat([this.#carry, payload]);
    const pieces: Buffer[] = [];
    let at = 0;
    for (;;) {
      const end = at < bytes.length ? this.#rows.endOfRow(bytes, at) : -1;
      if (end === -1) break;
      pieces.push(this.#row(bytes, at, end));
      at = end;
    }
    this.#carry = bytes.subarray(at);
    if (this.#carry.length > MAX_SERVER_FRAME_BYTES) {
      throw new GateError('LIMIT_EXCEEDED', `a row of COPY data is larger than ${MAX_SERVER_FRAME_BYTES} bytes`, { hint: 'copy less at once' });
    }
    return pieces.length === 1 ? (pieces[0] as Buffer) : Buffer.concat(pieces);
  }

  /** The server says that it is done: what is left is a row without an end. */
  end(): Buffer {
    const rest = this.#carry;
    this.#carry = EMPTY;
    return rest.length === 0 ? rest : this.#row(rest, 0, rest.length);
  }

  #row(bytes: Buffer, start: number, end: number): Buffer {
    const masked = this.#rows.masked(bytes, start, end);
    if (masked === null) return bytes.subarray(start, end);
    this.rows += 1;
    return masked;
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

/** The error for a row that does not fit its plan. */
export function wrongColumns(found: number, planned: number): GateError {
  return new GateError('PROTOCOL_VIOLATION', `a row of COPY data has ${found} columns where ${planned} were announced`);
}
