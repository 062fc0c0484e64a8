// SPDX-License-Identifier: Apache-2.0
//
// A queue that does not move its items when one is taken. Knows nothing of what it holds.

// Taken places are given back once there are this many, so that a queue that never runs empty does not grow.
const COMPACT_AT = 1_024;

/** First in, first out; `shift` is cheap at any length. */
export class Fifo<T> {
  #items: (T | undefined)[] = [];
  #head = 0;
  #tail = 0;

  get length(): number {
    return this.#tail - this.#head;
  }

  push(item: T): void {
    this.#items[this.#tail] = item;
    this.#tail += 1;
  }

  peek(): T | undefined {
    return this.#items[this.#head];
  }

  shift(): T | undefined {
    if (this.#head === this.#tail) return undefined;
    const item = this.#items[this.#head];
    this.#items[this.#head] = undefined;
    this.#head += 1;
    if (this.#head === this.#tail) {
      this.#head = 0;
      this.#tail = 0;
    } else if (this.#head >= COMPACT_AT && this.#head * 2 > this.#tail) {
      this.#items = this.#items.slice(this.#head, this.#tail);
      this.#tail -= this.#head;
      this.#head = 0;
    }
    return item;
  }

  at(index: number): T | undefined {
    return this.#items[this.#head + index];
  }

  forEach(visit: (item: T) => void): void {
    for (let at = this.#head; at < this.#tail; at += 1) visit(this.#items[at] as T);
  }
}
