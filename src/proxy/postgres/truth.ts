// SPDX-License-Identifier: Apache-2.0
//
// What is known of the session's state, as the server last told it: search path, settings, definitions, names. Follows the server by
// asking it again after everything that may have changed something; never by calculating. Refuses to call a guess knowledge: what is
// not known is `null`, `stale` or `ambiguous`, and then less is allowed and more is masked.
import type { CatalogSnapshot } from '../../core/catalog.js';
import { GateError, messageOf } from '../../core/errors.js';
import type { Catalog, Log } from '../../core/ports.js';
import { REQUIRED_SETTINGS, TRUTH, TRUTH_AFTER_CODE } from '../../gate/statements.js';
import type { WireContext } from '../../gate/wire.js';
import { loadCatalog, readSearchPath } from './catalog.js';
import { type Effects, joined } from './effects.js';
import type { TransactionStatus } from './messages.js';
import type { Names } from './names.js';
import { OWN_NAME, type OwnStatements } from './own.js';
import type { Stirring } from './unrest.js';

export interface TruthDeps {
  readonly catalog: Catalog;
  readonly names: Names;
  readonly own: OwnStatements;
  readonly stirring: Stirring;
  readonly log: Log;
}

/** Where the line stands now. */
export interface Standing {
  readonly status: TransactionStatus;
  /** The client's pipeline is open: nothing may be synced. */
  readonly segmentOpen: boolean;
  /** The server skips everything until the next Sync. */
  readonly skipping: boolean;
}

/** A reading may be cancelled by a client that means its own statement. */
const READ_ATTEMPTS = 3;

type Doubt = 'none' | 'path' | 'code';
type Changes = Pick<Effects, 'path' | 'code' | 'schema' | 'redefines' | 'forOthers'>;
const NOTHING: Changes = { path: false, code: false, schema: false, redefines: [], forOthers: false };

export class Truth {
  readonly #deps: TruthDeps;
  #path: readonly string[] | null = null;
  /** Which definitions were known when it was read, and of which generation of unrest. */
  #pathUnder: CatalogSnapshot | null = null;
  #pathAt = 0;
  #settings: Readonly<Record<string, string>> = {};
  #drift = '';
  /** Definitions are known to be others than when `drift` was read, to whoever has to know. */
  #told = false;
  // Before the first reading everything is in doubt.
  #doubt: Doubt = 'code';
  #stale = false;
  /** When stale: what may be another relation; null: any. */
  #redefined: Effects['redefines'] = [];
  /** It has temporary tables, which nobody else sees. */
  #temp = false;
  /** Snapshot of this session alone, and the shared one that it was newer than. */
  #mine: { readonly snapshot: CatalogSnapshot; readonly shared: CatalogSnapshot } | null = null;
  // Effects on their way, and those that the end of the transaction may take back.
  #pending: Changes | null = null;
  #touched: Changes = NOTHING;
  #context: WireContext | null = null;
  #contextOf: CatalogSnapshot | null = null;
  #shared: CatalogSnapshot | null = null;
  #unavailable: string | null = null;
  /** Grows with every statement that may have changed what others mean. */
  generation = 0;

  readonly #stirring: Stirring;
  /** The generation of unrest that the definitions in use show. */
  #shows: number;
  /** The same, of changes by others alone. */
  #showsOf: number;

  constructor(deps: TruthDeps) {
    this.#deps = deps;
    this.#stirring = deps.stirring;
    const { shown, generation } = this.#stirring.unrest;
    this.#shows = shown;
    // What others have changed before and nobody has asked for is not known here either.
    this.#showsOf = shown === generation ? this.#stirring.byOthers : -1;
  }

  /** True when definitions may be others than they were in a context of that `unrest`. */
  changedSince(unrest: number | undefined): boolean {
    return this.#stirring.amongOthers || (unrest !== undefined && unrest !== this.#stirring.byOthers);
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
    return this.#pending === null && this.#doubt === 'none' && !this.#stale && !this.#isOutdated() && !this.#isPathOld() && !this.#deps.catalog.due;
  }

  /** Others have changed definitions that were not asked for yet, and could be. */
  isBehind(standing: Standing): boolean {
    return (this.#isOutdated() || this.#isPathOld()) && !standing.segmentOpen && !unfit(standing);
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
    if (tells(touched)) this.#told = true;
    if (touched.path) this.#raise(touched.code ? 'code' : 'path');
    if (touched.schema || (this.#mine !== null && !this.#temp)) this.#becomeStale();
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
    if (tells(pending)) this.#told = true;
    if (pending.schema) this.#becomeStale(pending.redefines);
    if (status !== 'I' || segmentOpen) this.#touched = merge(this.#touched, pending);
    return true;
  }

  /** Asks the server what is in doubt, once nothing is on its way. Throws when the session can't go on. */
  async settle(standing: Standing): Promise<void> {
    if (this.#deps.catalog.due) await this.#deps.catalog.freshen();
    if (this.#isOutdated()) {
      this.#told = true;
      this.#becomeStale(this.#stirring.byOthers === this.#showsOf ? [] : null);
      this.#raise('path');
    }
    if (this.#isPathOld()) this.#raise('path');
    if (this.#doubt !== 'none') await this.#readAgain(standing);
    if (this.#isOutdated()) this.#becomeStale(this.#stirring.byOthers === this.#showsOf ? [] : null);
    if (this.#stale && !standing.segmentOpen && !unfit(standing)) await this.#reload(standing.status);
  }

  /** What to judge with now. The same object as long as nothing changes. */
  context(): WireContext {
    const shared = this.#latest();
    const catalog = this.#mine?.snapshot ?? shared;
    const unrest = this.#stirring.byOthers;
    if (this.#context === null || this.#contextOf !== shared || this.#context.catalog !== catalog || this.#context.unrest !== unrest) {
      this.#contextOf = shared;
      const { prepared, cursors } = this.#deps.names;
      const others = this.#stirring.amongOthers || unrest !== this.#showsOf;
      this.#context = { catalog, searchPath: this.#doubt === 'none' && !this.#isPathOld() ? this.#path : null, settings: this.#settings, prepared, cursors, stale: this.#stale || others || this.#isOutdated(), redefined: others ? null : this.#redefined, unrest };
      this.#deps.names.recheck(this.#context);
    }
    return this.#context;
  }

  /** Why nothing can be judged that names anything; null when it can. */
  get unavailable(): string | null {
    return this.#mine === null ? this.#unavailable : null;
  }

  /** Whether it is worth to refresh the shared catalog when the server names something that it does not have. */
  get canRefresh(): boolean {
    return this.#mine === null && !this.#stale;
  }

  // The shared catalog throws while it can't be read; transactions must still be able to end then.
  #latest(): CatalogSnapshot {
    try {
      this.#shared = this.#deps.catalog.current();
      this.#unavailable = null;
    } catch (thrown) {
      if (this.#shared === null) throw thrown;
      this.#unavailable = messageOf(thrown);
    }
    return this.#shared;
  }

  // A method: engines call private getters slowly, and this runs for every message.
  #isOutdated(): boolean {
    const { generation, shown } = this.#stirring.unrest;
    if (this.#mine === null && shown === generation) [this.#shows, this.#showsOf] = [shown, this.#stirring.byOthers];
    return this.#shows !== generation || (this.#mine !== null && this.#mine.shared !== this.#latest());
  }

  // A schema that somebody made, renamed or dropped may be one that the path names: where names are looked for is another question then.
  #isPathOld(): boolean {
    return this.#pathUnder !== this.#latest();
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
    this.#redefined = this.#stale ? joined(this.#redefined, redefined) : redefined;
    this.#stale = true;
    this.#context = null;
  }

  #found({ status, segmentOpen }: Standing): void {
    this.#stirring.found();
    if (status !== 'I' || segmentOpen) this.#touched = merge(this.#touched, { path: true, code: false, schema: true, redefines: null, forOthers: true });
  }

  // True: definitions are others than when it was last asked after code.
  async #read(): Promise<boolean> {
    let drifted = false;
    const afterCode = this.#doubt === 'code' || this.#stale;
    const statement = afterCode ? TRUTH_AFTER_CODE : TRUTH;
    const under = this.#latest();
    const { generation } = this.#stirring.unrest;
    const rows = await this.#deps.own.rows(statement.sql, { name: statement.name, purpose: 'to know what names mean now' });
    const of = (kind: string) => rows.filter(([what]) => what === kind).map(([, name, value]) => [name ?? '', value ?? ''] as const);
    this.#path = readSearchPath(of('path')[0]?.[1] ?? '[]');
    [this.#pathUnder, this.#pathAt] = [under, generation];
    this.#temp = this.#path.includes('pg_temp');
    this.#settings = Object.fromEntries(of('setting'));
    for (const name of REQUIRED_SETTINGS.keys()) requireSetting(name, this.#settings[name]);
    if (afterCode) {
      const listed = (kind: string) => new Map(of(kind).filter(([name]) => name !== OWN_NAME));
      this.#deps.names.verify(listed('prepared'), listed('cursor'));
      const drift = of('drift').map((pair) => pair.join(' ')).sort().join('\n');
      drifted = this.#drift !== '' && this.#drift !== drift && !this.#told;
      if (drifted) this.#becomeStale();
      [this.#drift, this.#told] = [drift, false];
    }
    this.#doubt = 'none';
    this.#context = null;
    return drifted;
  }

  // A catalog that can't be read leaves us stale, and that is safe: everything is then of unknown lineage.
  async #reload(status: TransactionStatus): Promise<void> {
    const { catalog, own, log } = this.#deps;
    const { unrest } = this.#stirring;
    const { generation } = unrest;
    const { byOthers } = this.#stirring;
    try {
      const shared = status === 'I' ? await catalog.refresh() : this.#latest();
      if (status === 'I') unrest.shown = Math.max(unrest.shown, generation);
      if (status === 'I' && !this.#temp) {
        this.#mine = null;
      } else {
        const query = (sql: string) => own.rows(sql, { name: 'catalog', purpose: 'to know what this session has defined' });
        this.#mine = { snapshot: await loadCatalog(query, { epoch: catalog.nextEpoch(), previous: shared, inTransaction: status !== 'I' }), shared };
      }
      this.#stale = false;
      [this.#shows, this.#showsOf] = [generation, byOthers];
      if (this.#pathAt === generation) this.#pathUnder = shared;
    } catch (thrown) {
      log.warn('the catalog could not be read again: results are masked as a whole', { reason: messageOf(thrown) });
    }
    this.#context = null;
  }
}

function merge(a: Changes, b: Changes): Changes {
  return { path: a.path || b.path, code: a.code || b.code, schema: a.schema || b.schema, redefines: joined(a.redefines, b.redefines), forOthers: a.forOthers || b.forOthers };
}

// Who knows of these knows of all: temporary objects are nobody else's, and no code ran that could have changed more.
function tells({ forOthers, schema, code }: Changes): boolean {
  return forOthers || (schema && !code);
}

function unfit({ status, skipping }: Standing): boolean {
  return status === 'E' || skipping;
}

/** Throws when a setting that the gate's reading rests on has another value. */
export function requireSetting(name: string, value: string | undefined): void {
  const wanted = REQUIRED_SETTINGS.get(name);
  if (wanted === undefined || value?.toUpperCase() === wanted.toUpperCase()) return;
  throw new GateError('DENIED', `\`${name}\` became \`${value ?? 'unknown'}\`, and the gate can only read SQL under \`${wanted}\``, { hint: `leave \`${name}\` alone` });
}
