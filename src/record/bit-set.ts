// SPDX-License-Identifier: Apache-2.0
//
// A growing set of small numbers, one bit each: a million operations cost 125 KB. Refuses negative numbers by never being asked.

/** A set of natural numbers. */
export class BitSet {
  #bytes = new Uint8Array(1024);

  has(number: number): boolean {
    return ((this.#bytes[number >>> 3] ?? 0) & (1 << (number & 7))) !== 0;
  }

  add(number: number): void {
    const index = number >>> 3;
    if (index >= this.#bytes.length) {
      const grown = new Uint8Array(Math.max(index + 1, this.#bytes.length * 2));
      grown.set(this.#bytes);
      this.#bytes = grown;
    }
    this.#bytes[index] = (this.#bytes[index] as number) | (1 << (number & 7));
  }
}
