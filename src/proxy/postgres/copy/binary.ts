// SPDX-License-Identifier: Apache-2.0
//
// Rows of COPY's binary format: a header, then counted fields with counted bytes, then a trailer. Refuses a header or a length that
// does not add up, and rows with other columns than planned.
import { GateError } from '../../../core/errors.js';
import type { ResultPlan } from '../../../gate/wire.js';
import { type CopyRows, wrongColumns } from './copy-rows.js';
import type { Patches, Stretch } from '../protocol/patches.js';

const SIGNATURE = Buffer.from('PGCOPY\n\xff\r\n\0', 'latin1');
/** Signature, flags, length of the header's extension. */
const HEADER_BYTES = SIGNATURE.length + 8;
const TRAILER = -1;
const LENGTH_BYTES = 4;

/** One COPY in the binary format. */
export class BinaryRows implements CopyRows {
  readonly #plan: ResultPlan;
  #header = true;
  #inHeader = false;

  constructor(plan: ResultPlan) {
    this.#plan = plan;
  }

  endOfRow({ source, start, end }: Stretch): number {
    if (this.#header) return this.#endOfHeader({ source, start, end });
    if (end - start < 2) return -1;
    const fields = source.readInt16BE(start);
    let at = start + 2;
    for (let index = 0; index < fields; index += 1) {
      if (end - at < LENGTH_BYTES) return -1;
      const length = source.readInt32BE(at);
      if (length < -1) throw new GateError('PROTOCOL_VIOLATION', `a field of COPY data has the impossible length ${length}`);
      at += LENGTH_BYTES + Math.max(0, length);
    }
    return at > end ? -1 : at;
  }

  mask({ source, start, end }: Stretch, patches: Patches): boolean {
    if (this.#inHeader) {
      this.#inHeader = false;
      return false;
    }
    const { sinks } = this.#plan;
    const fields = end - start < 2 ? 0 : source.readInt16BE(start);
    if (fields === TRAILER) return false;
    if (fields !== sinks.length) throw wrongColumns(fields, sinks.length);
    let at = start + 2;
    for (const sink of sinks) {
      if (end - at < LENGTH_BYTES) throw cutShort();
      const length = source.readInt32BE(at);
      const value = at + LENGTH_BYTES;
      at = value + Math.max(0, length);
      if (at > end) throw cutShort();
      if (sink === null || (length < 0 && sink.masksNull !== true)) continue;
      const masked = sink(source, value, at);
      if (masked !== undefined) patches.replaceValue(value, at, masked);
    }
    return true;
  }

  #endOfHeader({ source, start, end }: Stretch): number {
    if (end - start < HEADER_BYTES) return -1;
    if (SIGNATURE.compare(source, start, start + SIGNATURE.length) !== 0) throw new GateError('PROTOCOL_VIOLATION', 'binary COPY data does not begin as it should');
    const stop = start + HEADER_BYTES + source.readUInt32BE(start + HEADER_BYTES - 4);
    if (stop > end) return -1;
    this.#header = false;
    this.#inHeader = true;
    return stop;
  }
}

function cutShort(): GateError {
  return new GateError('PROTOCOL_VIOLATION', 'binary COPY data ends in the middle of a row');
}
