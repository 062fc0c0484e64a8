// SPDX-License-Identifier: Apache-2.0
//
// Writes about one thing, one after the other, each beginning when the one before is over, however that went. Refuses to keep anything of
// what is over.

/** Turns by key. */
export class SerialWrites {
  readonly #last = new Map<string, Promise<unknown>>();

  /** Runs `write` when nothing else of this key runs; resolves and rejects as it does. */
  async run<T>(key: string, write: () => Promise<T>): Promise<T> {
    const mine = (this.#last.get(key) ?? Promise.resolve()).then(write, write);
    const settled = mine.catch(() => undefined);
    this.#last.set(key, settled);
    try {
      return await mine;
    } finally {
      if (this.#last.get(key) === settled) this.#last.delete(key);
    }
  }
}
