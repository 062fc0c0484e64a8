// SPDX-License-Identifier: Apache-2.0
//
// What names of one kind stand for: what the server has confirmed, and what is on its way to it. Refuses to find what is not confirmed
// anywhere but where the server would skip the use as well.

/** What a name stands for at a place in the stream; `wait`: only the server's next answers will tell. */
export type Found<T> = T | 'wait' | undefined;

/** One namespace. The unnamed one has a place of its own, since it is used most. */
export class Namespace<T extends object> {
  readonly named = new Map<string, T>();
  unnamed: T | undefined;
  readonly #pending = new Map<string, { readonly item: T | null; readonly segment: number }>();
  #unnamedPending: T | null | undefined;
  #unnamedSegment = 0;

  get(name: string): T | undefined {
    return name === '' ? this.unnamed : this.named.get(name);
  }

  delete(name: string): void {
    if (name === '') this.unnamed = undefined;
    else this.named.delete(name);
  }

  /** `null`: it is being closed. */
  announce(name: string, item: T | null, segment: number): void {
    if (name === '') {
      this.#unnamedPending = item;
      this.#unnamedSegment = segment;
    } else {
      this.#pending.set(name, { item, segment });
    }
  }

  /** The server answered (`done`) or will never answer what was announced. */
  resolve(name: string, item: T | null, done: boolean): void {
    if (name === '') {
      if (this.#unnamedPending === item) this.#unnamedPending = undefined;
      if (done) this.unnamed = item ?? undefined;
      return;
    }
    if (this.#pending.get(name)?.item === item) this.#pending.delete(name);
    if (!done) return;
    if (item === null) this.named.delete(name);
    else this.named.set(name, item);
  }

  // INVARIANT: what is not confirmed is found only in its own segment: an error in between makes the server skip the use as well.
  find(name: string, segment: number): Found<T> {
    if (name === '') {
      if (this.#unnamedPending === undefined) return this.unnamed;
      return this.#unnamedSegment === segment ? (this.#unnamedPending ?? undefined) : 'wait';
    }
    const pending = this.#pending.get(name);
    if (pending === undefined) return this.named.get(name);
    if (pending.segment !== segment) return 'wait';
    return pending.item ?? undefined;
  }

  /** What is confirmed. */
  *all(): Iterable<T> {
    if (this.unnamed !== undefined) yield this.unnamed;
    yield* this.named.values();
  }

  /** Those by name, also those that are on their way. */
  *known(): Iterable<T> {
    yield* this.named.values();
    for (const { item } of this.#pending.values()) if (item !== null) yield item;
  }

  get size(): number {
    return this.named.size + this.#pending.size;
  }
}
