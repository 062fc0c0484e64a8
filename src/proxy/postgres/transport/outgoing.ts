// SPDX-License-Identifier: Apache-2.0
//
// Collects what goes to one socket during a turn of the event loop and writes it once. Neighbouring views of one buffer stay one
// view, so bytes that pass unchanged are never copied. Refuses nothing; whoever fills it heeds what `flush` returns.
import type { Writable } from 'node:stream';
import type { Frame } from '../protocol/frames.js';
import type { Patches, Stretch } from '../protocol/patches.js';

const SLAB_BYTES = 65_536;
// Many small pieces are cheaper as one copy than as one system call with many parts.
const CONCAT_BELOW_BYTES = 2_048;
const TYPE_BYTES = 1;
const LENGTH_BYTES = 4;
const EMPTY = Buffer.alloc(0);

/** The way to one socket. */
export class Outgoing {
  readonly #socket: Writable;
  #pieces: Buffer[] = [];
  #bytes = 0;
  #source: Buffer = EMPTY;
  #start = 0;
  #end = 0;
  #slab: Buffer = EMPTY;
  #slabAt = 0;

  constructor(socket: Writable) {
    this.#socket = socket;
  }

  /** Appends a view; its bytes must not change any more. */
  view(source: Buffer, start: number, end: number): void {
    if (source === this.#source && start === this.#end) {
      this.#end = end;
    } else {
      this.#close();
      this.#source = source;
      this.#start = start;
      this.#end = end;
    }
    this.#bytes += end - start;
  }

  frame(frame: Frame): void {
    this.view(frame.source, frame.start, frame.end);
  }

  bytes(bytes: Buffer): void {
    this.view(bytes, 0, bytes.length);
  }

  /** Appends room for `bytes` bytes, to be filled before anything else is appended: `buffer` from `at` on. */
  room(bytes: number): { readonly buffer: Buffer; readonly at: number } {
    // A large message has a buffer of its own, so that it goes when it was written.
    if (bytes > SLAB_BYTES) {
      const buffer = Buffer.allocUnsafeSlow(bytes);
      this.view(buffer, 0, bytes);
      return { buffer, at: 0 };
    }
    if (this.#slab.length - this.#slabAt < bytes) {
      this.#slab = Buffer.allocUnsafeSlow(SLAB_BYTES);
      this.#slabAt = 0;
    }
    const at = this.#slabAt;
    this.#slabAt += bytes;
    this.view(this.#slab, at, this.#slabAt);
    return { buffer: this.#slab, at };
  }

  /** Appends a message with this body, changed by `patches`. */
  message(type: number, body: Stretch, patches: Patches): void {
    const length = LENGTH_BYTES + body.end - body.start + patches.growth;
    const { buffer, at } = this.room(TYPE_BYTES + length);
    buffer[at] = type;
    buffer.writeInt32BE(length, at + TYPE_BYTES);
    patches.write(body, buffer, at + TYPE_BYTES + LENGTH_BYTES);
  }

  get pending(): number {
    return this.#bytes;
  }

  /** Writes all; false when the socket asks to wait for `drain`. */
  flush(): boolean {
    if (this.#bytes === 0) return true;
    this.#close();
    const pieces = this.#pieces;
    const bytes = this.#bytes;
    this.#pieces = [];
    this.#bytes = 0;
    if (this.#socket.destroyed || this.#socket.writableEnded) return true;
    if (pieces.length === 1) return this.#socket.write(pieces[0]);
    if (bytes < CONCAT_BELOW_BYTES * pieces.length) return this.#socket.write(Buffer.concat(pieces, bytes));
    this.#socket.cork();
    let room = true;
    for (const piece of pieces) room = this.#socket.write(piece);
    this.#socket.uncork();
    return room;
  }

  #close(): void {
    if (this.#end > this.#start) this.#pieces.push(this.#source.subarray(this.#start, this.#end));
    this.#source = EMPTY;
    this.#start = 0;
    this.#end = 0;
  }
}
