// SPDX-License-Identifier: Apache-2.0
//
// Reads one message's body from left to right. Refuses to read past its end, to leave bytes unread, and text that is not UTF-8: two
// names that only differ in broken bytes must not look the same to us.
import { isUtf8 } from 'node:buffer';
import { GateError } from '../../../core/errors.js';
import type { Frame } from './frames.js';

/** A position in one frame's body. Every method throws `PROTOCOL_VIOLATION` when the body is too short for it. */
export class BodyReader {
  readonly #source: Buffer;
  readonly #end: number;
  readonly #type: number;
  #at: number;

  constructor(frame: Frame) {
    this.#source = frame.source;
    this.#type = frame.type;
    this.#at = frame.bodyStart;
    this.#end = frame.end;
  }

  get left(): number {
    return this.#end - this.#at;
  }

  byte(): number {
    return this.#source[this.#take(1)] as number;
  }

  uint16(): number {
    return this.#source.readUInt16BE(this.#take(2));
  }

  int16(): number {
    return this.#source.readInt16BE(this.#take(2));
  }

  int32(): number {
    return this.#source.readInt32BE(this.#take(4));
  }

  uint32(): number {
    return this.#source.readUInt32BE(this.#take(4));
  }

  /** The next `count` bytes, as a view. */
  bytes(count: number): Buffer {
    const start = this.#take(count);
    return this.#source.subarray(start, start + count);
  }

  /** All that is left, as a view. */
  rest(): Buffer {
    return this.bytes(this.left);
  }

  /** The bytes before the next NUL, as a view; the NUL is passed over. */
  cstringBytes(): Buffer {
    const nul = this.#source.indexOf(0, this.#at);
    if (nul === -1 || nul >= this.#end) throw this.violation('has a text without an end');
    const bytes = this.#source.subarray(this.#at, nul);
    this.#at = nul + 1;
    return bytes;
  }

  /** The same as text. */
  cstring(): string {
    // Names are short and plain nearly always: no view, no second pass.
    for (let at = this.#at; at < this.#end; at += 1) {
      const byte = this.#source[at] as number;
      if (byte >= 0x80) break;
      if (byte !== 0) continue;
      const text = at === this.#at ? '' : this.#source.toString('latin1', this.#at, at);
      this.#at = at + 1;
      return text;
    }
    const bytes = this.cstringBytes();
    if (!isUtf8(bytes)) throw this.violation('has a text that is not UTF-8');
    return bytes.toString('utf8');
  }

  /** The same, broken bytes replaced: for texts that nothing depends on. */
  lenientCstring(): string {
    return this.cstringBytes().toString('utf8');
  }

  /** Throws unless everything was read. */
  end(): void {
    if (this.left !== 0) throw this.violation(`has ${this.left} bytes too many`);
  }

  /** The error to throw for this message: `what` completes "a `B` message …". */
  violation(what: string): GateError {
    return malformed(this.#type, what);
  }

  #take(bytes: number): number {
    const start = this.#at;
    if (bytes < 0 || bytes > this.#end - start) throw this.violation('is too short for what it holds');
    this.#at = start + bytes;
    return start;
  }
}

/** `what` completes "a `B` message …". */
export function malformed(type: number, what: string): GateError {
  const name = type === 0 ? 'a startup message' : type > 0x20 && type < 0x7f ? `a \`${String.fromCharCode(type)}\` message` : `a message of type ${type}`;
  return new GateError('PROTOCOL_VIOLATION', `${name} ${what}`, { hint: 'check that the peer speaks PostgreSQL protocol 3.0' });
}
