// SPDX-License-Identifier: Apache-2.0
//
// Masks a stream of text that comes in chunks: what might go on in the next chunk is held back until it is seen. Memory is bounded;
// refuses to release a byte that could still belong to something found.
import type { Detection } from './detection.js';
import type { Found } from './detectors/detector.js';
import { replacedBytes } from './replacement.js';

/** Bytes held back: longer than any secret but private keys, which say where they begin. */
export const HOLD_BYTES = 16 * 1024;
/** A find that reaches this far without an end is replaced as it stands, and so is what goes on in it. */
export const MAX_HELD_BYTES = 256 * 1024;
/** Of a secret that is longer: enough to know by what it is one. */
const BEGUN_BYTES = 1024;
const LINE_FEED = 10;

/** Feed it chunks, release what it returns, and then what `end` returns. Counts by detector are in `counts`. */
export class MaskStream {
  readonly counts: Record<string, number> = {};
  readonly #detection: Detection;
  #held: Buffer = Buffer.alloc(0);
  /** Finds in what is held: the name that gave one away may have been released already. */
  #known: readonly Found[] = [];

  constructor(detection: Detection) {
    this.#detection = detection;
  }

  /** What may be released after this chunk; empty when all of it has to wait. */
  push(chunk: Buffer): Buffer {
    const all = this.#held.length === 0 ? chunk : Buffer.concat([this.#held, chunk]);
    if (all.length <= HOLD_BYTES) {
      this.#held = Buffer.from(all);
      return Buffer.alloc(0);
    }
    const found = this.#find(all);
    let cut = lineEndBefore(all, all.length - HOLD_BYTES);
    // A find that crosses the cut waits, and so does one that reaches the end: it may be longer.
    for (const { start, end } of found) if (start < cut && (end > cut || end >= all.length)) cut = start;
    return cut === 0 && all.length > MAX_HELD_BYTES ? this.#cutThrough(all, found) : this.#release(all, cut, found);
  }

  // What is too long to wait for its end is cut. How it began stays before the rest, masked already, or nobody would know what goes on there.
  #cutThrough(all: Buffer, found: readonly Found[]): Buffer {
    const cut = all.length - HOLD_BYTES;
    const ready = this.#release(all, cut, found);
    const crossing = found.find(({ start, end }) => start < cut && end > cut);
    if (crossing === undefined) return ready;
    const { start, end, name } = crossing;
    const begun = all.subarray(start, Math.min(start + BEGUN_BYTES, cut));
    this.#held = Buffer.concat([begun, this.#held]);
    this.#known = [{ start: 0, end: begun.length + end - cut, name }, ...this.#known.map((known) => ({ ...known, start: known.start + begun.length, end: known.end + begun.length }))];
    return ready;
  }

  /** The rest. */
  end(): Buffer {
    const all = this.#held;
    return this.#release(all, all.length, this.#find(all));
  }

  #find(all: Buffer): readonly Found[] {
    const found = this.#detection.inBytes(all);
    const lost = this.#known.filter((known) => !found.some(({ start, end }) => start < known.end && known.start < end));
    return lost.length === 0 ? found : [...found, ...lost].sort((a, b) => a.start - b.start);
  }

  #release(all: Buffer, cut: number, found: readonly Found[]): Buffer {
    const inside = found.filter(({ start }) => start < cut).map((one) => ({ ...one, end: Math.min(one.end, cut) }));
    for (const { name } of inside) this.counts[name] = (this.counts[name] ?? 0) + 1;
    this.#held = Buffer.from(all.subarray(cut));
    this.#known = found.filter(({ start }) => start >= cut).map(({ start, end, name }) => ({ start: start - cut, end: end - cut, name }));
    const ready = all.subarray(0, cut);
    return inside.length === 0 ? ready : replacedBytes(ready, inside);
  }
}

// Just behind the last line end at or before `at`; `at` itself when the line is longer than all that is held.
function lineEndBefore(bytes: Buffer, at: number): number {
  const line = bytes.lastIndexOf(LINE_FEED, at - 1);
  return line < 0 ? at : line + 1;
}
