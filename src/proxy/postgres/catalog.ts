// SPDX-License-Identifier: Apache-2.0
//
// Reads a database's catalog into a snapshot, and keeps the one that all sessions of a resource share. Refuses to serve a snapshot that
// it knows to be behind: after a reading that failed, `current()` throws until one succeeds.
import { canonicalName, type CatalogColumn, type CatalogFunction, type CatalogRelation, type CatalogSnapshot } from '../../core/catalog.js';
import { GateError, messageOf } from '../../core/errors.js';
import type { Catalog } from '../../core/ports.js';
import { catalogQuery, FIRST_USER_OID, ROW, typesQuery } from './catalog-queries.js';

/** Asks one simple query; rows as text, null is SQL NULL. */
export type CatalogSource = (sql: string) => Promise<readonly (readonly (string | null)[])[]>;

/**
 * Reads the catalog with one question (and one more when row types of tables are used as columns' types). Runs anywhere, also inside a session's open transaction, and sets nothing: definitions are then
 * printed under that session's path, which `definitionPath` tells. `previous`: an older snapshot of the same server and database; what
 * PostgreSQL itself brings is taken from it and not read again. The session's own temporary schema is called `pg_temp` (its relations
 * are found as `pg_temp_3.name` too); temporary objects of others are left out. System views come without definition: each is its own
 * origin. So does a view whose relations another session is changing at the moment.
 */
export async function loadCatalog(query: CatalogSource, epoch: number, previous?: CatalogSnapshot): Promise<CatalogSnapshot> {
  const rows = await query(catalogQuery(previous === undefined ? 0 : FIRST_USER_OID));
  const session = rows.find((row) => row[0] === ROW.session);
  if (session === undefined) throw new GateError('UPSTREAM_FAILED', 'the server told nothing of its catalog', { hint: 'is it PostgreSQL 12 or newer?' });
  const assembly = new Assembly(session, epoch);
  const same = previous?.database === assembly.database && previous.serverVersion === assembly.serverVersion;
  if (previous !== undefined && !same) return loadCatalog(query, epoch);
  for (const relation of previous?.relationsByOid.values() ?? []) if (relation.oid < FIRST_USER_OID) assembly.place({ ...relation, parents: [], children: [], triggers: [] });
  assembly.types(rows);
  const missing = assembly.missingTypes(rows);
  if (missing.length > 0) assembly.types(await query(typesQuery(missing)));
  for (const row of rows) assembly.add(row);
  return assembly.finish();
}

/** Reads the answer to `SEARCH_PATH_QUERY`: the schemas in force, one's own temporary schema as `pg_temp`. */
export function readSearchPath(json: string): readonly string[] {
  return (JSON.parse(json) as string[]).map((schema) => (isTemporary(schema) ? 'pg_temp' : schema));
}

/** The catalog of one resource, shared by its sessions. */
export class SharedCatalog implements Catalog {
  readonly #query: CatalogSource;
  #snapshot: CatalogSnapshot;
  #epoch: number;
  #running: Promise<CatalogSnapshot> | null = null;
  #queued: Promise<CatalogSnapshot> | null = null;
  #failure: unknown = null;

  private constructor(query: CatalogSource, first: CatalogSnapshot) {
    this.#query = query;
    this.#snapshot = first;
    this.#epoch = first.epoch;
  }

  /** Reads the catalog for the first time. `query` reconnects by itself when it has to. */
  static async open(query: CatalogSource): Promise<SharedCatalog> {
    return new SharedCatalog(query, await loadCatalog(query, 1));
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

  #start(): Promise<CatalogSnapshot> {
    this.#queued = null;
    const reading = this.#read();
    this.#running = reading;
    return reading;
  }

  async #read(): Promise<CatalogSnapshot> {
    try {
      this.#snapshot = await loadCatalog(this.#query, this.nextEpoch(), this.#snapshot);
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

type Row = readonly (string | null)[];
type Mutable<T> = { -readonly [K in keyof T]: T[K] };

/** A snapshot being put together: types before the relations that use them, and these before what is said of them, as the rows come. */
class Assembly {
  readonly database: string;
  readonly serverVersion: number;
  readonly #snapshot: Pick<CatalogSnapshot, 'epoch' | 'user' | 'definitionPath'>;
  readonly #temporary: string | null;
  readonly #schemas = new Set<string>();
  readonly #relations = new Map<string, CatalogRelation>();
  readonly #byOid = new Map<number, CatalogRelation>();
  readonly #functions = new Map<string, CatalogFunction[]>();
  readonly #operators = new Map<string, string[]>();
  readonly #types = new Map<number, { name: string; base: number }>();
  readonly #typeNames = new Map<number, string>();
  readonly #links: { child: number; parent: number }[] = [];

  constructor([, database, user, version, path, temporary]: Row, epoch: number) {
    this.database = cell(database);
    this.serverVersion = Number(cell(version));
    this.#temporary = temporary ?? null;
    const inForce = readSearchPath(cell(path));
    this.#snapshot = { epoch, user: cell(user), definitionPath: inForce.length === 1 && inForce[0] === 'pg_catalog' ? [] : inForce };
    if (this.#temporary !== null) this.#schemas.add(this.#temporary);
  }

  types(rows: readonly Row[]): void {
    for (const row of rows) if (row[0] === ROW.type) this.#type(row);
  }

  /** Oids of columns' types that have not been named yet. */
  missingTypes(rows: readonly Row[]): number[] {
    const missing = new Set<number>();
    for (const row of rows) {
      if (row[0] !== ROW.relation || typeof row[9] !== 'string') continue;
      for (const type of row[9].split(' ')) if (!this.#typeNames.has(Number(type))) missing.add(Number(type));
    }
    return [...missing];
  }

  add(row: Row): void {
    switch (row[0]) {
      case ROW.schema:
        return this.#schema(cell(row[1]));
      case ROW.relation:
        return this.#relation(row);
      case ROW.inheritance:
        this.#links.push({ child: Number(row[1]), parent: Number(row[2]) });
        return;
      case ROW.trigger:
        return this.#trigger(row);
      case ROW.function:
        return this.#function(row);
      case ROW.operator:
        return this.#operator(row);
      default:
    }
  }

  place(relation: CatalogRelation): void {
    this.#relations.set(canonicalName(relation.schema, relation.name), relation);
    // A search path spells the temporary schema as the server does.
    if (relation.schema === 'pg_temp' && this.#temporary !== null) this.#relations.set(canonicalName(this.#temporary, relation.name), relation);
    this.#byOid.set(relation.oid, relation);
  }

  finish(): CatalogSnapshot {
    for (const { child, parent } of this.#links) {
      (this.#byOid.get(child)?.parents as number[] | undefined)?.push(parent);
      (this.#byOid.get(parent)?.children as number[] | undefined)?.push(child);
    }
    return {
      ...this.#snapshot,
      database: this.database,
      serverVersion: this.serverVersion,
      schemas: this.#schemas,
      relations: this.#relations,
      relationsByOid: this.#byOid,
      functions: this.#functions,
      operators: this.#operators,
      types: this.#types,
    };
  }

  // Null: a temporary schema of somebody else.
  #named(schema: string): string | null {
    if (schema === this.#temporary) return 'pg_temp';
    return isTemporary(schema) ? null : schema;
  }

  #schema(name: string): void {
    const own = this.#named(name);
    if (own !== null && !name.startsWith('pg_toast')) this.#schemas.add(own);
  }

  #type([, oid, schema, base, name, printed]: Row): void {
    const number = Number(oid);
    this.#typeNames.set(number, cell(printed));
    const own = this.#named(cell(schema));
    if (own !== null && (number >= FIRST_USER_OID || base !== '0')) this.#types.set(number, { name: canonicalName(own, cell(name)), base: Number(base) });
  }

  #relation([, oid, schema, name, kind, rules, definition, names, numbers, types]: Row): void {
    const own = this.#named(cell(schema));
    if (own === null) return;
    const columns = typeof names === 'string' ? this.#columns(names, cell(numbers), cell(types)) : [];
    this.place({ oid: Number(oid), schema: own, name: cell(name), kind: cell(kind), columns, parents: [], children: [], definition: definition ?? null, triggers: [], rules: rules === 'true' });
  }

  #columns(names: string, numbers: string, types: string): readonly CatalogColumn[] {
    const each = JSON.parse(names) as string[];
    const number = numbers.split(' ');
    const type = types.split(' ');
    const columns = each.map((name, index) => {
      const typeOid = Number(type[index]);
      return { name, number: Number(number[index]), typeOid, type: this.#typeNames.get(typeOid) ?? '' };
    });
    return columns.sort((a, b) => a.number - b.number);
  }

  #trigger([, relation, schema, name]: Row): void {
    const found = this.#byOid.get(Number(relation)) as Mutable<CatalogRelation> | undefined;
    if (found !== undefined) found.triggers = [...found.triggers, canonicalName(this.#named(cell(schema)) ?? cell(schema), cell(name))];
  }

  #function([, schema, name, language, volatility, definer]: Row): void {
    const own = this.#named(cell(schema));
    if (own === null) return;
    const one: CatalogFunction = { schema: own, name: cell(name), language: cell(language), volatility: VOLATILITY[cell(volatility)] ?? 'volatile', securityDefiner: definer === 'true' };
    const overloads = this.#functions.get(one.name);
    if (overloads === undefined) this.#functions.set(one.name, [one]);
    else overloads.push(one);
  }

  #operator([, schema, name]: Row): void {
    const own = this.#named(cell(schema));
    if (own === null) return;
    const schemas = this.#operators.get(cell(name)) ?? [];
    if (!schemas.includes(own)) schemas.push(own);
    this.#operators.set(cell(name), schemas);
  }
}

const VOLATILITY: Readonly<Record<string, CatalogFunction['volatility']>> = { i: 'immutable', s: 'stable', v: 'volatile' };

function isTemporary(schema: string): boolean {
  return /^pg_(?:toast_)?temp_\d+$/.test(schema);
}

function cell(value: string | null | undefined): string {
  if (typeof value === 'string') return value;
  throw new GateError('UPSTREAM_FAILED', "the server's answer about its catalog is not complete");
}
