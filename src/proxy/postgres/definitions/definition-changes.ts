// SPDX-License-Identifier: Apache-2.0
//
// Whether definitions are changing on any connection of a resource. What one connection judged by a view's definition must not pass when
// another has replaced that view in the meantime. Counts only what goes through this gate; refuses to know who is right.
import type { Catalog } from '../../../core/ports.js';

/** Changes of definitions over all connections that share a catalog. */
export class Unrest {
  /** Grows when a change is sent, and when the server has answered it. */
  generation = 0;
  /** Changes on their way. */
  open = 0;
  /** The generation that the shared snapshot shows. */
  shown = 0;

  begin(): void {
    this.open += 1;
    this.generation += 1;
  }

  end(): void {
    this.open -= 1;
    this.generation += 1;
  }
}

const all = new WeakMap<Catalog, Unrest>();

/** The one of a catalog. */
export function unrestOf(catalog: Catalog): Unrest {
  const known = all.get(catalog) ?? new Unrest();
  all.set(catalog, known);
  return known;
}

/** One connection's part in it: its own changes are its own affair, and known to it. */
export class Stirring {
  readonly unrest: Unrest;
  #own = 0;
  #stirs = false;
  /** Which ReadyForQuery of the connection ends the last of them. */
  #until = 0;

  constructor(catalog: Catalog) {
    this.unrest = unrestOf(catalog);
  }

  /** A change goes to the server. `until`: which ReadyForQuery of this connection says that it is done. */
  begin(until: number): void {
    this.#until = until;
    if (this.#stirs) return;
    this.#stirs = true;
    this.#own += 1;
    this.unrest.begin();
  }

  /** Code that ran here turned out to have changed definitions. */
  found(): void {
    this.#own += 1;
    this.unrest.generation += 1;
  }

  /** So many ReadyForQuery have come by now, or never will. */
  answered(count: number): void {
    if (this.#stirs && count >= this.#until) this.end();
  }

  /** The server is done with whatever was sent to it. */
  end(): void {
    if (!this.#stirs) return;
    this.#stirs = false;
    this.#own += 1;
    this.unrest.end();
  }

  /** A change is on its way. */
  get stirs(): boolean {
    return this.#stirs;
  }

  /** Changes by others so far: the same number means that none came in between. */
  get byOthers(): number {
    return this.unrest.generation - this.#own;
  }

  /** Somebody else is changing definitions right now. */
  get amongOthers(): boolean {
    return this.unrest.open > (this.#stirs ? 1 : 0);
  }
}
