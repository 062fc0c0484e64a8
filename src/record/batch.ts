// SPDX-License-Identifier: Apache-2.0
//
// Lines on their way to the file: one buffer, used again and again. Refuses a line longer than any verifier reads, before anything of
// it is counted.
import { GateError } from '../core/errors.js';
import { lineHash, MAX_LINE_BYTES } from './chain.js';

/** Enough for what a busy turn of the event loop appends; longer lines get a buffer of their own, given back afterwards. */
const USUAL_BYTES = 256 * 1024;
/** UTF-8 takes at most this many bytes for one UTF-16 unit. */
const MAX_BYTES_PER_UNIT = 3;
const LINE_FEED = 10;

/** A buffer of whole lines. */
export class LineBatch {
  #buffer = Buffer.allocUnsafe(USUAL_BYTES);
  #used = 0;

  /** Bytes that wait. */
  get size(): number {
    return this.#used;
  }

  /** Adds a line and returns its hash. Throws LIMIT_EXCEEDED, and then nothing was added. */
  add(line: string): string {
    this.#makeRoom(line.length * MAX_BYTES_PER_UNIT + 1);
    const length = this.#buffer.write(line, this.#used, 'utf8');
    if (length > MAX_LINE_BYTES) {
      throw new GateError('LIMIT_EXCEEDED', `an event of ${length} bytes can not be recorded: the limit is ${MAX_LINE_BYTES}`, { hint: 'split the statement' });
    }
    const hash = lineHash(this.#buffer.subarray(this.#used, this.#used + length));
    this.#buffer[this.#used + length] = LINE_FEED;
    this.#used += length + 1;
    return hash;
  }

  /** Hands all lines to `write` and forgets them, whether it throws or not. */
  drain(write: (bytes: Buffer) => void): void {
    const bytes = this.#buffer.subarray(0, this.#used);
    this.#used = 0;
    try {
      if (bytes.length > 0) write(bytes);
    } finally {
      if (this.#buffer.length > USUAL_BYTES) this.#buffer = Buffer.allocUnsafe(USUAL_BYTES);
    }
  }

  #makeRoom(bytes: number): void {
    if (this.#used + bytes <= this.#buffer.length) return;
    const grown = Buffer.allocUnsafe(Math.max(this.#buffer.length * 2, this.#used + bytes));
    this.#buffer.copy(grown, 0, 0, this.#used);
    this.#buffer = grown;
  }
}
