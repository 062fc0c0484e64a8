// SPDX-License-Identifier: Apache-2.0
//
// Reads a database's catalog into a snapshot, and keeps the one that all sessions of a resource share. Asks now and then whether anybody
// has changed definitions beside the gate. Refuses to serve a snapshot that it knows to be behind, or can't ask about: after a reading or a
// question that failed, `current()` throws until a reading succeeds.
import { FIRST_USER_OID, type CatalogSnapshot } from '../../../core/catalog.js';
import { GateError, messageOf } from '../../../core/errors.js';
import type { Catalog } from '../../../core/ports.js';
import { systemRuntime } from '../../../core/runtime.js';
import { Assembly, type CatalogRow } from './assembly.js';
import { catalogQuery, definitionsQuery, FINGERPRINT_QUERY, typesQuery } from './queries.js';
import { CATALOG_CHECK_MS } from '../limits.js';

export { readSearchPath } from './assembly.js';

/** Asks one simple query. */
export type CatalogSource = (sql: string) => Promise<readonly CatalogRow[]>;

/** How to read. */
export interface Reading {
  readonly epoch: number;
  /** An older snapshot of the same server and database: what PostgreSQL itself brings, and definitions that are still so, come from it. */
  readonly previous?: CatalogSnapshot;
  /** In the middle of a session's transaction, which must hold no lock afterwards that it did not hold before. */
  readonly inTransaction?: boolean;
}

/**
 * Reads the catalog: one question, one for definitions that are new, and one more when row types of tables are used as columns' types.
 * Runs anywhere, also inside a session's open transaction, and sets nothing: definitions are then printed under that session's path.
 * On a connection of our own, set CATALOG_SESSION_SETTINGS first. The session's own temporary schema is called `pg_temp` (its relations
 * are found as `pg_temp_3.name` too); temporary objects of others are left out. System views come without definition: each is its own
 * origin. So does a new or changed view when reading it would take a lock in a transaction, or wait for a session that changes what it shows.
 */
export async function loadCatalog(query: CatalogSource, { epoch, previous, inTransaction = false }: Reading): Promise<CatalogSnapshot> {
  const rows = await query(catalogQuery(previous === undefined ? 0 : FIRST_USER_OID));
  const assembly = new Assembly(rows, epoch);
  const same = previous?.database === assembly.database && previous.serverVersion === assembly.serverVersion;
  if (previous !== undefined && !same) return loadCatalog(query, { epoch, inTransaction });
  for (const relation of previous?.relationsByOid.values() ?? []) {
    if (relation.oid < FIRST_USER_OID) assembly.place({ ...relation, parents: [], children: [], triggers: [] });
    else assembly.recall(relation);
  }
  assembly.types(rows);
  const missing = assembly.missingTypes(rows);
  if (missing.length > 0) assembly.types(await query(typesQuery(missing)));
  const fresh = assembly.undefinedViews();
  if (fresh.length > 0) assembly.definitions(await query(definitionsQuery(fresh, { inTransaction })));
  for (const row of rows) assembly.add(row);
  return assembly.finish();
}

/** The catalog of one resource, shared by its sessions. */
export class SharedCatalog implements Catalog {
  readonly #query: CatalogSource;
  #snapshot: CatalogSnapshot;
  #epoch: number;
  #running: Promise<CatalogSnapshot> | null = null;
  #queued: Promise<CatalogSnapshot> | null = null;
  #failure: unknown = null;
  readonly #clock: () => number;
  /** Of the definitions that the snapshot shows, or of older ones. */
  #fingerprint: string;
  #checkAt: number;
  #checking: Promise<void> | null = null;

  private constructor(query: CatalogSource, clock: () => number, { first, fingerprint, asked }: { first: CatalogSnapshot; fingerprint: string; asked: number }) {
    this.#query = query;
    this.#clock = clock;
    this.#fingerprint = fingerprint;
    this.#checkAt = asked + CATALOG_CHECK_MS;
    this.#snapshot = first;
    this.#epoch = first.epoch;
  }

  /** Reads the catalog for the first time. `query` reconnects by itself when it has to; `clock`: monotonic milliseconds. */
  static async open(query: CatalogSource, clock: () => number = () => systemRuntime.monotonicMs()): Promise<SharedCatalog> {
    const asked = clock();
    const fingerprint = await fingerprintOf(query);
    return new SharedCatalog(query, clock, { first: await loadCatalog(query, { epoch: 1 }), fingerprint, asked });
  }

  /** Nobody has asked for a while whether definitions were changed beside the gate: `freshen` before anything more is judged. */
  get due(): boolean {
    return this.#clock() >= this.#checkAt;
  }

  /** Asks whether definitions were changed, and reads them again if so. Never rejects: when it can't be asked, `current()` throws. */
  freshen(): Promise<void> {
    this.#checking ??= this.#check().finally(() => {
      this.#checking = null;
    });
    return this.#checking;
  }

  /** The latest snapshot. Throws `UPSTREAM_FAILED` (and tries again behind the scenes) when the last reading failed. */
  current(): CatalogSnapshot {
    if (this.#failure === null) return this.#snapshot;
    const cause = this.#failure;
    this.refresh().catch(() => undefined);
    throw new GateError('UPSTREAM_FAILED', `the database's catalog could not be read again: ${messageOf(cause)}`, { cause, hint: 'try again in a moment' });
  }

  /** Reads it again. Readings never overlap; whoever asks while one runs shares the next, which begins after what they did. */
  refresh(): Promise<CatalogSnapshot> {
    if (this.#running === null) return this.#start();
    this.#queued ??= this.#running.then(
      () => this.#start(),
      () => this.#start(),
    );
    return this.#queued;
  }

  /** A number that no snapshot of this resource has yet; for one read on a session's own connection. */
  nextEpoch(): number {
    return ++this.#epoch;
  }

  async #check(): Promise<void> {
    const asked = this.#clock();
    try {
      const fingerprint = await fingerprintOf(this.#query);
      if (fingerprint !== this.#fingerprint) await this.refresh();
      this.#fingerprint = fingerprint;
    } catch (thrown) {
      this.#failure = thrown;
    }
    this.#checkAt = asked + CATALOG_CHECK_MS;
  }

  #start(): Promise<CatalogSnapshot> {
    this.#queued = null;
    const reading = this.#read();
    this.#running = reading;
    return reading;
  }

  async #read(): Promise<CatalogSnapshot> {
    try {
      this.#snapshot = await loadCatalog(this.#query, { epoch: this.nextEpoch(), previous: this.#snapshot });
      this.#failure = null;
      return this.#snapshot;
    } catch (thrown) {
      this.#failure = thrown;
      throw thrown;
    } finally {
      this.#running = null;
    }
  }
}

async function fingerprintOf(query: CatalogSource): Promise<string> {
  return (await query(FINGERPRINT_QUERY))[0]?.[0] ?? '';
}
