// SPDX-License-Identifier: Apache-2.0
//
// Rows of COPY's binary format: a header, then counted fields with counted bytes, then a trailer. Refuses a header or a length that
// does not add up, and rows with other columns than planned.
import { GateError } from '../../../core/errors.js';
import type { ResultPlan } from '../../../gate/wire.js';
import { type CopyRows, wrongColumns } from './copy-out.js';

const SIGNATURE = Buffer.from('PGCOPY\n\xff\r\n\0', 'latin1');
/** Signature, flags, length of the header's extension. */
const HEADER_BYTES = SIGNATURE.length + 8;
const TRAILER = -1;

export class BinaryRows implements CopyRows {
  readonly #plan: ResultPlan;
  #header = true;
  #inHeader = false;

  constructor(plan: ResultPlan) {
    this.#plan = plan;
  }

  endOfRow(bytes: Buffer, start: number): number {
    if (this.#header) return this.#endOfHeader(bytes, start);
    if (bytes.length - start < 2) return -1;
    const fields = bytes.readInt16BE(start);
    let at = start + 2;
    for (let index = 0; index < fields; index += 1) {
      if (bytes.length - at < 4) return -1;
      const length = bytes.readInt32BE(at);
      if (length < -1) throw new GateError('PROTOCOL_VIOLATION', `a field of COPY data has the impossible length ${length}`);
      at += 4 + Math.max(0, length);
    }
    return at > bytes.length ? -1 : at;
  }

  masked(bytes: Buffer, start: number, end: number): Buffer | null {
    if (this.#inHeader) {
      this.#inHeader = false;
      return null;
    }
    const { sinks } = this.#plan;
    const fields = end - start < 2 ? 0 : bytes.readInt16BE(start);
    if (fields === TRAILER) return null;
    if (fields !== sinks.length) throw wrongColumns(fields, sinks.length);
    const pieces: Buffer[] = [];
    let kept = start;
    let at = start + 2;
    for (const sink of sinks) {
      const length = bytes.readInt32BE(at);
      const stop = at + 4 + Math.max(0, length);
      if (sink !== null && (length >= 0 || sink.masksNull === true)) {
        const value = bytes.subarray(at + 4, stop);
        const masked = sink(value);
        if (masked !== value) {
          pieces.push(bytes.subarray(kept, at), lengthWord(masked === null ? -1 : masked.length));
          if (masked !== null) pieces.push(masked);
          kept = stop;
        }
      }
      at = stop;
    }
    if (pieces.length === 0) return bytes.subarray(start, end);
    pieces.push(bytes.subarray(kept, end));
    return Buffer.concat(pieces);
  }

  #endOfHeader(bytes: Buffer, start: number): number {
    if (bytes.length - start < HEADER_BYTES) return -1;
    if (SIGNATURE.compare(bytes, start, start + SIGNATURE.length) !== 0) throw new GateError('PROTOCOL_VIOLATION', 'binary COPY data does not begin as it should');
    const end = start + HEADER_BYTES + bytes.readUInt32BE(start + HEADER_BYTES - 4);
    if (end > bytes.length) return -1;
    this.#header = false;
    this.#inHeader = true;
    return end;
  }
}

function lengthWord(length: number): Buffer {
  const out = Buffer.allocUnsafe(4);
  out.writeInt32BE(length);
  return out;
}
