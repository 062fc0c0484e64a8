// SPDX-License-Identifier: Apache-2.0
//
// What is known of the session's state, as the server last told it: search path, settings, definitions, names. Follows the server by
// asking it again after everything that may have changed something; never by calculating. Refuses to call a guess knowledge: what is
// not known is `null`, `stale` or `ambiguous`, and then less is allowed and more is masked.
import type { CatalogSnapshot } from '../../../core/catalog.js';
import { GateError } from '../../../core/errors.js';
import type { Catalog, Log } from '../../../core/ports.js';
import type { StartedWith, WireContext } from '../../../gate/wire.js';
import { type Changes, isAllKnown, merge, NOTHING } from '../effects/changes.js';
import { Definitions } from './definitions.js';
import type { Effects } from '../effects/effects.js';
import type { TransactionStatus } from '../protocol/messages.js';
import type { Names } from '../names/names.js';
import type { OwnStatements } from '../pipeline/own-statements.js';
import { readState } from './read-state.js';
import { type Standing, unfit } from './standing.js';
import type { OwnDefinitionChanges } from '../definitions/definition-changes.js';

export interface SessionStateDeps {
  readonly catalog: Catalog;
  readonly names: Names;
  readonly own: OwnStatements;
  readonly ownChanges: OwnDefinitionChanges;
  /** What the server said of the session when it began. */
  readonly started: StartedWith;
  readonly log: Log;
}

/** A reading may be cancelled by a client that means its own statement. */
const READ_ATTEMPTS = 3;

type Doubt = 'none' | 'path' | 'code';

/** The state of one session; asked anew when it may have changed. */
export class SessionState {
  readonly #deps: SessionStateDeps;
  #path: readonly string[] | null = null;
  /** Which definitions were known when it was read, and of which generation of changes. */
  #pathUnder: CatalogSnapshot | null = null;
  #pathAt = 0;
  #settings: Readonly<Record<string, string>> = {};
  #drift = '';
  /** Definitions are known to be others than when `drift` was read, to whoever has to know. */
  #told = false;
  // Before the first reading everything is in doubt.
  #doubt: Doubt = 'code';
  /** It has temporary tables, which nobody else sees. */
  #temp = false;
  // Effects on their way, and those that the end of the transaction may take back.
  #pending: Changes | null = null;
  #touched: Changes = NOTHING;
  #context: WireContext | null = null;
  #contextOf: CatalogSnapshot | null = null;
  /** Grows with every statement that may have changed what others mean. */
  generation = 0;

  readonly #ownChanges: OwnDefinitionChanges;
  readonly #definitions: Definitions;

  constructor(deps: SessionStateDeps) {
    this.#deps = deps;
    this.#ownChanges = deps.ownChanges;
    this.#definitions = new Definitions(deps);
  }

  /** True when definitions may be others than they were in a context of that `definitionChanges`. */
  changedSince(definitionChanges: number | undefined): boolean {
    return this.#ownChanges.amongOthers || (definitionChanges !== undefined && definitionChanges !== this.#ownChanges.byOthers);
  }

  /** A statement with these effects is to go to the server: what follows must wait until `settle`. True: it may change definitions for others. */
  note(effects: Effects): boolean {
    const changes = effects.turnsBack ? merge(this.#touched, effects) : effects;
    if (!changes.path && !effects.waits) return false;
    this.generation += 1;
    this.#pending = merge(this.#pending ?? NOTHING, changes);
    return changes.forOthers;
  }

  /** False: a submission now would be judged on what may no longer be so. */
  get settled(): boolean {
    return this.#pending === null && this.#doubt === 'none' && !this.#definitions.stale && !this.#definitions.isOutdated() && !this.#isPathOld() && !this.#deps.catalog.due;
  }

  /** Others have changed definitions that were not asked for yet, and could be. */
  isBehind(standing: Standing): boolean {
    return (this.#definitions.isOutdated() || this.#isPathOld()) && !standing.segmentOpen && !unfit(standing);
  }

  /** Nothing is on its way, and no code has run: transaction control and settings can be judged, and names stand for what we think. */
  get namesHold(): boolean {
    return this.#pending === null && this.#doubt !== 'code';
  }

  /** How text becomes statements is as we think. */
  get readable(): boolean {
    return this.#doubt !== 'code' && this.#pending?.code !== true;
  }

  /** ReadyForQuery: at the end of a transaction, what it had changed may be taken back. */
  ready(status: TransactionStatus): void {
    if (status !== 'I') return;
    const touched = this.#touched;
    this.#touched = NOTHING;
    if (isAllKnown(touched)) this.#told = true;
    if (touched.path) this.#raise(touched.code ? 'code' : 'path');
    if (touched.schema || (this.#definitions.areMine && !this.#temp)) this.#becomeStale();
  }

  /** A Sync or a Query goes to the server: should it end a transaction, what that had changed may be taken back. */
  boundary(): void {
    if (this.#touched.path) this.#pending ??= NOTHING;
  }

  /** Everything before has been answered: what was on its way becomes doubt. False when nothing was. */
  absorb({ status, segmentOpen }: Standing): boolean {
    const pending = this.#pending;
    this.#pending = null;
    if (pending === null) return false;
    if (!pending.path) return true;
    this.#raise(pending.code ? 'code' : 'path');
    if (isAllKnown(pending)) this.#told = true;
    if (pending.schema) this.#becomeStale(pending.redefines);
    if (status !== 'I' || segmentOpen) this.#touched = merge(this.#touched, pending);
    return true;
  }

  /** Asks the server what is in doubt, once nothing is on its way. Throws when the session can't go on. */
  async settle(standing: Standing): Promise<void> {
    if (this.#deps.catalog.due) await this.#deps.catalog.freshen();
    if (this.#definitions.isOutdated()) {
      this.#told = true;
      this.#definitions.becomeOutdated();
      this.#raise('path');
    }
    if (this.#isPathOld()) this.#raise('path');
    if (this.#doubt !== 'none') await this.#readAgain(standing);
    if (this.#definitions.isOutdated()) {
      this.#definitions.becomeOutdated();
      this.#context = null;
    }
    if (this.#definitions.stale && !standing.segmentOpen && !unfit(standing)) await this.#reload(standing.status);
  }

  /** What to judge with now. The same object as long as nothing changes. */
  context(): WireContext {
    const definitions = this.#definitions;
    const shared = definitions.latest();
    const catalog = definitions.inUse(shared);
    const definitionChanges = this.#ownChanges.byOthers;
    if (this.#context === null || this.#contextOf !== shared || this.#context.catalog !== catalog || this.#context.definitionChanges !== definitionChanges) {
      this.#contextOf = shared;
      const { prepared, cursors } = this.#deps.names;
      const others = definitions.changedByOthers;
      const searchPath = this.#doubt === 'none' && !this.#isPathOld() ? this.#path : null;
      this.#context = { catalog, searchPath, started: this.#deps.started, settings: this.#settings, prepared, cursors, stale: definitions.stale || others || definitions.isOutdated(), redefined: others ? null : definitions.redefined, definitionChanges: definitionChanges };
      this.#deps.names.recheck(this.#context);
    }
    return this.#context;
  }

  /** What the end of the open transaction, or of a part of it, may take back. */
  get touched(): Changes {
    return this.#touched;
  }

  /** Why nothing can be judged that names anything; null when it can. */
  get unavailable(): string | null {
    return this.#definitions.unavailable;
  }

  /** Whether it is worth to refresh the shared catalog when the server names something that it does not have. */
  get canRefresh(): boolean {
    return !this.#definitions.areMine && !this.#definitions.stale;
  }

  // A schema that somebody made, renamed or dropped may be one that the path names: where names are looked for is another question then.
  #isPathOld(): boolean {
    return this.#pathUnder !== this.#definitions.latest();
  }

  // In a failed transaction nothing can be asked, and nothing be done but leave it; code that failed has left nothing behind.
  async #readAgain(standing: Standing): Promise<void> {
    for (let attempt = 1; !unfit(standing); attempt += 1) {
      const { segmentOpen } = standing;
      try {
        // Code that was run has changed definitions.
        if (await this.#read()) this.#found(standing);
        return;
      } catch (thrown) {
        // The client would wait for answers that the server skips.
        const stuck = segmentOpen || attempt >= READ_ATTEMPTS;
        if (stuck || !(thrown instanceof GateError) || thrown.code !== 'UPSTREAM_FAILED') throw thrown;
        this.#deps.log.debug('the state of a session could not be read', { reason: thrown.message });
      }
    }
  }

  #raise(doubt: Doubt): void {
    if (this.#doubt !== 'code') this.#doubt = doubt;
    this.#context = null;
  }

  #becomeStale(redefined: Effects['redefines'] = null): void {
    this.#definitions.becomeStale(redefined);
    this.#context = null;
  }

  #found({ status, segmentOpen }: Standing): void {
    this.#ownChanges.found();
    // The path was read after that change: it is no older for it.
    this.#pathAt += 1;
    if (status !== 'I' || segmentOpen) this.#touched = merge(this.#touched, { path: true, code: false, schema: true, redefines: null, forOthers: true });
  }

  // True: definitions are others than when it was last asked after code.
  async #read(): Promise<boolean> {
    let drifted = false;
    const under = this.#definitions.latest();
    const { generation } = this.#ownChanges.changes;
    const { path, settings, afterCode } = await readState(this.#deps.own, this.#doubt === 'code' || this.#definitions.stale);
    [this.#path, this.#settings] = [path, settings];
    [this.#pathUnder, this.#pathAt] = [under, generation];
    this.#temp = path.includes('pg_temp');
    if (afterCode !== null) {
      this.#deps.names.verify(afterCode.prepared, afterCode.cursors);
      drifted = this.#drift !== '' && this.#drift !== afterCode.drift && !this.#told;
      if (drifted) this.#becomeStale();
      [this.#drift, this.#told] = [afterCode.drift, false];
    }
    this.#doubt = 'none';
    this.#context = null;
    return drifted;
  }

  async #reload(status: TransactionStatus): Promise<void> {
    const shown = await this.#definitions.reload(status, this.#temp);
    if (shown !== null && this.#pathAt === shown.generation) this.#pathUnder = shown.shared;
    this.#context = null;
  }
}
