// SPDX-License-Identifier: Apache-2.0
//
// What is to stand in place of parts of a message. Gathered first, since a message begins with its length; then written in one go with what
// lies between, without a view for each part. Refuses nothing: changes come in the order of their places and do not overlap.

/** Bytes, as a place in a buffer. */
export interface Stretch {
  readonly source: Buffer;
  readonly start: number;
  readonly end: number;
}

/** Up to here a loop is over before a call into the engine's own copying has begun. */
const LOOP_BYTES = 160;
/** A value's length, before its first byte; -1 says NULL. */
const LENGTH_BYTES = 4;

/** The changes of one message; to be used again for the next. */
export class Patches {
  readonly #starts: number[] = [];
  readonly #ends: number[] = [];
  readonly #texts: (Buffer | null)[] = [];
  readonly #counted: boolean[] = [];
  #count = 0;
  /** Bytes that the message grows by. */
  growth = 0;

  /** True when nothing is to change. */
  get none(): boolean {
    return this.#count === 0;
  }

  /** From now on `bytes` stand for what is between `start` and `end`. */
  replace(start: number, end: number, bytes: Buffer): void {
    this.#add(start, end, bytes);
    this.#counted[this.#count - 1] = false;
  }

  /** The same for a value that has its length before it; null: NULL. `end` is `start` where it was NULL. */
  replaceValue(start: number, end: number, value: Buffer | null): void {
    this.#add(start, end, value);
    this.#counted[this.#count - 1] = true;
  }

  /** Writes the bytes of a message, changed, into `target` from `at` on, and forgets the changes. */
  write({ source, start, end }: Stretch, target: Buffer, at: number): void {
    let from = start;
    let to = at;
    for (let index = 0; index < this.#count; index += 1) {
      const text = this.#texts[index] as Buffer | null;
      const counted = this.#counted[index] as boolean;
      const place = this.#starts[index] as number;
      to = copied(source, from, counted ? place - LENGTH_BYTES : place, { target, at: to });
      if (counted) to = target.writeInt32BE(text === null ? -1 : text.length, to);
      if (text !== null) to = copied(text, 0, text.length, { target, at: to });
      from = this.#ends[index] as number;
    }
    copied(source, from, end, { target, at: to });
    this.clear();
  }

  clear(): void {
    this.#count = 0;
    this.growth = 0;
  }

  #add(start: number, end: number, bytes: Buffer | null): void {
    this.#starts[this.#count] = start;
    this.#ends[this.#count] = end;
    this.#texts[this.#count] = bytes;
    this.#count += 1;
    this.growth += (bytes === null ? 0 : bytes.length) - (end - start);
  }
}

/** Copies what is between `start` and `end`, and says where the next byte goes. */
function copied(source: Buffer, start: number, end: number, to: { readonly target: Buffer; readonly at: number }): number {
  const { target, at } = to;
  const bytes = end - start;
  if (bytes > LOOP_BYTES) source.copy(target, at, start, end);
  else for (let index = 0; index < bytes; index += 1) target[at + index] = source[start + index] as number;
  return at + bytes;
}
