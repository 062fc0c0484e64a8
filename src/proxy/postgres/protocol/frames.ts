// SPDX-License-Identifier: Apache-2.0
//
// Cuts a byte stream into frames of the PostgreSQL protocol, and puts frames together. Knows lengths, not meanings.
// Refuses a declared length that is impossible or above the limit before a byte of its body is kept; never allocates what was only
// declared, unless there is room for it by `allow`, and never looks outside the views it was given.
// @see https://www.postgresql.org/docs/current/protocol-message-formats.html
import { GateError } from '../../../core/errors.js';

/** Limits of a reader. `maxFrameBytes`: largest length word (it counts itself, not the type byte). `startup`: frames without a type byte. */
export interface FrameLimits {
  readonly maxFrameBytes: number;
  readonly startup?: boolean;
}

/** A large frame that has begun: its type, and all its bytes. */
export interface Wanted {
  readonly type: number;
  readonly bytes: number;
}

const EMPTY = Buffer.alloc(0);
const LENGTH_BYTES = 4;
// A frame that arrives in pieces is gathered in a buffer which grows as bytes come, so that a declared length costs nothing.
const GATHER_BYTES = 65_536;

/**
 * One frame, as a place in a buffer: neighbours in one `source` can be forwarded as one view. `type` is 0 for startup frames.
 *
 * `raw` is the whole frame with its header, `body` what follows the length word; both are views, made when asked for.
 */
export class Frame {
  constructor(
    readonly type: number,
    readonly source: Buffer,
    readonly start: number,
    readonly end: number,
  ) {}

  /** Bytes of the whole frame. */
  get length(): number {
    return this.end - this.start;
  }

  get raw(): Buffer {
    return this.source.subarray(this.start, this.end);
  }

  get body(): Buffer {
    return this.source.subarray(this.bodyStart, this.end);
  }

  /** Where the body begins in `source`; it ends at `end`. */
  get bodyStart(): number {
    return this.start + (this.type === 0 ? LENGTH_BYTES : LENGTH_BYTES + 1);
  }
}

/**
 * A pull-style cutter: `push` a chunk, then `next` until it says null. A frame inside one chunk is a view of it; one that arrives
 * in pieces is copied once. Throws `PROTOCOL_VIOLATION` or `LIMIT_EXCEEDED`; after a throw the stream can't be read on.
 */
export class FrameReader {
  private chunk: Buffer = EMPTY;
  private at = 0;
  private gathered: Buffer = EMPTY;
  private gatheredBytes = 0;
  private maxFrameBytes: number;
  private headerBytes: number;
  private askAbove = Infinity;
  private passing = 0;
  /** Of this frame no more is kept before `allow` or `passOver`; see `asks`. */
  wanted: Wanted | null = null;
  /** Bytes of the frame that is put together after `allow`; else 0. */
  allowed = 0;

  constructor(limits: FrameLimits) {
    this.maxFrameBytes = limits.maxFrameBytes;
    this.headerBytes = limits.startup === true ? LENGTH_BYTES : LENGTH_BYTES + 1;
  }

  /** Reads what follows under other limits; for the ends of handshake phases. Bytes not yet pulled are kept. */
  expect(limits: FrameLimits): void {
    this.maxFrameBytes = limits.maxFrameBytes;
    this.headerBytes = limits.startup === true ? LENGTH_BYTES : LENGTH_BYTES + 1;
  }

  /** From now on a frame that is larger, and does not come in one chunk, waits for `allow` or `passOver`. */
  asks(aboveBytes: number): void {
    this.askAbove = aboveBytes;
  }

  /** There is room for the frame that is wanted. */
  allow(): void {
    this.allowed = this.wanted?.bytes ?? 0;
    this.wanted = null;
  }

  /** The frame that is wanted is thrown away as it comes; what follows is read as ever. */
  passOver(): void {
    this.passing = (this.wanted?.bytes ?? this.gatheredBytes) - this.gatheredBytes;
    this.wanted = null;
    this.gathered = EMPTY;
    this.gatheredBytes = 0;
    const rest = this.chunk.subarray(this.at);
    this.chunk = EMPTY;
    this.at = 0;
    this.push(rest);
  }

  /** Bytes that arrived and were not yet returned. */
  get buffered(): number {
    return this.gatheredBytes + this.chunk.length - this.at;
  }

  /** Takes a chunk over; the caller must not write to it afterwards. */
  push(chunk: Buffer): void {
    const fresh = this.passing === 0 ? chunk : this.past(chunk);
    this.chunk = this.at < this.chunk.length ? Buffer.concat([this.chunk.subarray(this.at), fresh]) : fresh;
    this.at = 0;
  }

  /** The next whole frame, or null when more bytes are needed. */
  next(): Frame | null {
    if (this.gatheredBytes > 0) return this.nextGathered();
    const rest = this.chunk.length - this.at;
    if (rest >= this.headerBytes) {
      const total = this.totalAt(this.chunk, this.at);
      if (rest >= total) {
        const start = this.at;
        this.at += total;
        return new Frame(this.typeAt(this.chunk, start), this.chunk, start, this.at);
      }
      this.gather(rest, total);
    } else if (rest > 0) {
      this.gather(rest, this.headerBytes);
    }
    this.chunk = EMPTY;
    this.at = 0;
    return null;
  }

  private nextGathered(): Frame | null {
    if (this.gatheredBytes < this.headerBytes && !this.gatherUpTo(this.headerBytes)) return null;
    const total = this.totalAt(this.gathered, 0);
    if (total > this.askAbove && this.allowed === 0) {
      this.wanted ??= { type: this.typeAt(this.gathered, 0), bytes: total };
      return null;
    }
    if (!this.gatherUpTo(total)) return null;
    const frame = new Frame(this.typeAt(this.gathered, 0), this.gathered, 0, total);
    this.gathered = EMPTY;
    this.gatheredBytes = 0;
    this.allowed = 0;
    return frame;
  }

  private past(chunk: Buffer): Buffer {
    const bytes = Math.min(this.passing, chunk.length);
    this.passing -= bytes;
    return chunk.subarray(bytes);
  }

  private gatherUpTo(total: number): boolean {
    this.gather(Math.min(total - this.gatheredBytes, this.chunk.length - this.at), total);
    return this.gatheredBytes >= total;
  }

  private gather(bytes: number, total: number): void {
    const needed = this.gatheredBytes + bytes;
    if (needed > this.gathered.length) {
      const room = this.allowed > 0 ? total : Math.max(needed, Math.min(total, Math.max(GATHER_BYTES, this.gathered.length * 2)));
      const grown = Buffer.allocUnsafe(room);
      this.gathered.copy(grown, 0, 0, this.gatheredBytes);
      this.gathered = grown;
    }
    this.chunk.copy(this.gathered, this.gatheredBytes, this.at, this.at + bytes);
    this.gatheredBytes = needed;
    this.at += bytes;
  }

  private typeAt(source: Buffer, start: number): number {
    if (this.headerBytes === LENGTH_BYTES) return 0;
    const type = source[start] as number;
    // Zero stands for "no type byte" in `Frame`; no message of the protocol has it.
    if (type === 0) throw new GateError('PROTOCOL_VIOLATION', 'a message has the type 0');
    return type;
  }

  private totalAt(source: Buffer, start: number): number {
    const lengthAt = start + this.headerBytes - LENGTH_BYTES;
    const declared = source.readInt32BE(lengthAt);
    if (declared < LENGTH_BYTES) {
      throw new GateError('PROTOCOL_VIOLATION', `a message declares the impossible length ${declared}`, {
        hint: 'check that the peer speaks the PostgreSQL protocol',
      });
    }
    if (declared > this.maxFrameBytes) {
      throw new GateError('LIMIT_EXCEEDED', `a message of ${declared} bytes is above the limit of ${this.maxFrameBytes}`, {
        hint: 'send or select less at once',
      });
    }
    return declared + this.headerBytes - LENGTH_BYTES;
  }
}

/** One frame, written: type byte, length word, parts. `type` 0 writes none, as in startup frames. */
export function frame(type: number, ...parts: readonly Buffer[]): Buffer {
  let bodyBytes = 0;
  for (const part of parts) bodyBytes += part.length;
  const typeBytes = type === 0 ? 0 : 1;
  const out = Buffer.allocUnsafe(typeBytes + LENGTH_BYTES + bodyBytes);
  if (typeBytes === 1) out[0] = type;
  out.writeInt32BE(LENGTH_BYTES + bodyBytes, typeBytes);
  let at = typeBytes + LENGTH_BYTES;
  for (const part of parts) {
    part.copy(out, at);
    at += part.length;
  }
  return out;
}
