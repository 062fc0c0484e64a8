// SPDX-License-Identifier: Apache-2.0
//
// A queue that does not move its items when one is taken. Knows nothing of what it holds.

// Taken places are given back once there are this many, so that a queue that never runs empty does not grow.
const COMPACT_AT = 1_024;

/** First in, first out; `shift` is cheap at any length. */
export class Fifo<T> {
  #items: T[] = [];
  #head = 0;

  get length(): number {
    return this.#items.length - this.#head;
  }

  push(item: T): void {
    this.#items.push(item);
  }

  peek(): T | undefined {
    return this.#items[this.#head];
  }

  shift(): T | undefined {
    const item = this.#items[this.#head];
    if (item === undefined) return undefined;
    this.#head += 1;
    if (this.#head === this.#items.length) {
      this.#items.length = 0;
      this.#head = 0;
    } else if (this.#head >= COMPACT_AT && this.#head * 2 > this.#items.length) {
      this.#items = this.#items.slice(this.#head);
      this.#head = 0;
    }
    return item;
  }

  at(index: number): T | undefined {
    return this.#items[this.#head + index];
  }

  forEach(visit: (item: T) => void): void {
    for (let at = this.#head; at < this.#items.length; at += 1) visit(this.#items[at] as T);
  }
}
