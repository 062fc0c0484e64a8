// SPDX-License-Identifier: Apache-2.0
//
// Which definitions one session is judged by: the snapshot that all share, or one of its own while it sees what others do not. Knows when
// they are behind, and reads them again when it is told to. Refuses to call a snapshot current that somebody may have changed since.
import type { CatalogSnapshot } from '../../../core/catalog.js';
import { messageOf } from '../../../core/errors.js';
import type { Catalog, Log } from '../../../core/ports.js';
import { loadCatalog } from '../catalog/catalog.js';
import { type Effects, joined } from '../effects/effects.js';
import type { TransactionStatus } from '../protocol/messages.js';
import type { OwnStatements } from '../pipeline/own-statements.js';
import type { OwnDefinitionChanges } from '../definitions/definition-changes.js';

export interface DefinitionsDeps {
  readonly catalog: Catalog;
  readonly own: OwnStatements;
  readonly ownChanges: OwnDefinitionChanges;
  readonly log: Log;
}

/** The definitions that one session is judged by. */
export class Definitions {
  readonly #deps: DefinitionsDeps;
  readonly #ownChanges: OwnDefinitionChanges;
  /** Snapshot of this session alone, and the shared one that it was newer than. */
  #mine: { readonly snapshot: CatalogSnapshot; readonly shared: CatalogSnapshot } | null = null;
  #shared: CatalogSnapshot | null = null;
  #unavailable: string | null = null;
  /** The generation of changes that the definitions in use show. */
  #shows: number;
  /** The same, of changes by others alone. */
  #showsOf: number;
  /** They are known to be others by now. */
  stale = false;
  /** When stale: what may be another relation; null: any. */
  redefined: Effects['redefines'] = [];

  constructor(deps: DefinitionsDeps) {
    this.#deps = deps;
    this.#ownChanges = deps.ownChanges;
    const { shown, generation } = this.#ownChanges.changes;
    this.#shows = shown;
    // What others have changed before and nobody has asked for is not known here either.
    this.#showsOf = shown === generation ? this.#ownChanges.byOthers : -1;
  }

  /** The shared snapshot. It throws while it can't be read; transactions must still be able to end then. */
  latest(): CatalogSnapshot {
    try {
      this.#shared = this.#deps.catalog.current();
      this.#unavailable = null;
    } catch (thrown) {
      if (this.#shared === null) throw thrown;
      this.#unavailable = messageOf(thrown);
    }
    return this.#shared;
  }

  /** The one to judge by, where `shared` is the latest. */
  inUse(shared: CatalogSnapshot): CatalogSnapshot {
    return this.#mine?.snapshot ?? shared;
  }

  /** It sees what others do not. */
  get areMine(): boolean {
    return this.#mine !== null;
  }

  /** Why they can't be read; null when they can. */
  get unavailable(): string | null {
    return this.#mine === null ? this.#unavailable : null;
  }

  /** Others have changed, or are changing, what is not shown yet. */
  get changedByOthers(): boolean {
    return this.#ownChanges.amongOthers || this.#ownChanges.byOthers !== this.#showsOf;
  }

  /** Somebody has changed definitions since these were read. A method: engines call private getters slowly, and this runs for every message. */
  isOutdated(): boolean {
    const { generation, shown } = this.#ownChanges.changes;
    if (this.#mine === null && shown === generation) [this.#shows, this.#showsOf] = [shown, this.#ownChanges.byOthers];
    return this.#shows !== generation || (this.#mine !== null && this.#mine.shared !== this.latest());
  }

  /** `redefined`: the only relations that may be others now; null: any. */
  becomeStale(redefined: Effects['redefines'] = null): void {
    this.redefined = this.stale ? joined(this.redefined, redefined) : redefined;
    this.stale = true;
  }

  /** What is outdated is stale, and of what was not changed by others nothing else is meant. */
  becomeOutdated(): void {
    this.becomeStale(this.#ownChanges.byOthers === this.#showsOf ? [] : null);
  }

  /**
   * Reads them again: the shared ones, and this session's own where it sees more (`temporary`: objects that nobody else sees). Returns what they
   * show; null when they can't be read, which leaves them stale, and that is safe: everything is then of unknown lineage.
   */
  async reload(status: TransactionStatus, temporary: boolean): Promise<{ readonly shared: CatalogSnapshot; readonly generation: number } | null> {
    const { catalog, own, log } = this.#deps;
    const { changes, byOthers } = this.#ownChanges;
    const { generation } = changes;
    try {
      const shared = status === 'I' ? await catalog.refresh() : this.latest();
      if (status === 'I') changes.shown = Math.max(changes.shown, generation);
      if (status === 'I' && !temporary) {
        this.#mine = null;
      } else {
        const query = (sql: string) => own.rows(sql, { name: 'catalog', purpose: 'to know what this session has defined' });
        this.#mine = { snapshot: await loadCatalog(query, { epoch: catalog.nextEpoch(), previous: shared, inTransaction: status !== 'I' }), shared };
      }
      this.stale = false;
      [this.#shows, this.#showsOf] = [generation, byOthers];
      return { shared, generation };
    } catch (thrown) {
      log.warn('the catalog could not be read again: results are masked as a whole', { reason: messageOf(thrown) });
      return null;
    }
  }
}
