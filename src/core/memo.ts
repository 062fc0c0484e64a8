// SPDX-License-Identifier: Apache-2.0
//
// What is known about an object, for as long as it is of use. A WeakMap alone makes the collector work for every object that comes and
// goes: most are asked about a few times at once and never again, so only those that come back get there.

/** Objects that may be asked about at the same time: a few for each of a session's connections. */
const YOUNG = 32;
/** Answers given from among the young that tell an object that comes back from one that passes: deciding, sending and masking one statement ask less. */
const PASSING = 4;

/** Forgets what is not asked about any more; what it forgets is found anew. */
export class Memo<K extends object, V> {
  readonly #keys: (K | undefined)[] = Array.from({ length: YOUNG });
  readonly #values: (V | undefined)[] = Array.from({ length: YOUNG });
  readonly #answers = new Uint8Array(YOUNG);
  #next = 0;
  readonly #lasting = new WeakMap<K, V>();

  get(key: K): V | undefined {
    const place = this.#keys.indexOf(key);
    if (place === -1) return this.#lasting.get(key);
    if (this.#answers[place] as number <= PASSING) this.#answers[place] = (this.#answers[place] as number) + 1;
    return this.#values[place];
  }

  set(key: K, value: V): void {
    const known = this.#keys.indexOf(key);
    if (known !== -1) this.#values[known] = value;
    else if (this.#lasting.has(key)) this.#lasting.set(key, value);
    else this.#begin(key, value);
  }

  #begin(key: K, value: V): void {
    const place = this.#next;
    this.#next = (place + 1) % YOUNG;
    const old = this.#keys[place];
    if (old !== undefined && (this.#answers[place] as number) > PASSING) this.#lasting.set(old, this.#values[place] as V);
    this.#keys[place] = key;
    this.#values[place] = value;
    this.#answers[place] = 0;
  }
}
