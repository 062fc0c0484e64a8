// SPDX-License-Identifier: Apache-2.0
//
// Whether definitions are changing on any connection of a resource. What one connection judged by a view's definition must not pass when
// another has replaced that view in the meantime. Counts only what goes through this gate; refuses to know who is right.
import type { Catalog } from '../../../core/ports.js';

/** Changes of definitions over all connections that share a catalog. */
class DefinitionChanges {
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

const all = new WeakMap<Catalog, DefinitionChanges>();

/** The one of a catalog. */
function definitionChangesOf(catalog: Catalog): DefinitionChanges {
  const known = all.get(catalog) ?? new DefinitionChanges();
  all.set(catalog, known);
  return known;
}

/** One connection's part in it: its own changes are its own affair, and known to it. */
export class OwnDefinitionChanges {
  readonly changes: DefinitionChanges;
  #own = 0;
  #pending = false;
  /** Which ReadyForQuery of the connection ends the last of them. */
  #until = 0;

  constructor(catalog: Catalog) {
    this.changes = definitionChangesOf(catalog);
  }

  /** A change goes to the server. `until`: which ReadyForQuery of this connection says that it is done. */
  begin(until: number): void {
    this.#until = until;
    if (this.#pending) return;
    this.#pending = true;
    this.#own += 1;
    this.changes.begin();
  }

  /** Code that ran here turned out to have changed definitions. */
  found(): void {
    this.#own += 1;
    this.changes.generation += 1;
  }

  /** So many ReadyForQuery have come by now, or never will. */
  answered(count: number): void {
    if (this.#pending && count >= this.#until) this.end();
  }

  /** The server is done with whatever was sent to it. */
  end(): void {
    if (!this.#pending) return;
    this.#pending = false;
    this.#own += 1;
    this.changes.end();
  }

  /** A change is on its way. */
  get pending(): boolean {
    return this.#pending;
  }

  /** Changes by others so far: the same number means that none came in between. */
  get byOthers(): number {
    return this.changes.generation - this.#own;
  }

  /** Somebody else is changing definitions right now. */
  get amongOthers(): boolean {
    return this.changes.open > (this.#pending ? 1 : 0);
  }
}
