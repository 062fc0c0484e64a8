// SPDX-License-Identifier: Apache-2.0
//
// Puts the rows that the catalog's question brings together as a snapshot. Pure. Refuses an answer with holes in it, and leaves out what
// belongs to other sessions.
import { FIRST_USER_OID, canonicalName, type CatalogColumn, type CatalogDefinition, type CatalogFunction, type CatalogOperands, type CatalogRelation, type CatalogSnapshot } from '../../../core/catalog.js';
import { GateError } from '../../../core/errors.js';
import { ROW } from './queries.js';
import { CodeAssembly } from './code-assembly.js';

/** One row of the answer: text, null is SQL NULL. */
export type CatalogRow = readonly (string | null)[];
type Mutable<T> = { -readonly [K in keyof T]: T[K] };

/** A snapshot being put together: types before the relations that use them, and these before what is said of them, as the rows come. */
export class Assembly {
  readonly database: string;
  readonly serverVersion: number;
  readonly #snapshot: Pick<CatalogSnapshot, 'epoch' | 'user' | 'encoding'>;
  readonly #temporary: string | null;
  readonly #path: readonly string[];
  readonly #keys: ReadonlyMap<number, string>;
  readonly #definitions = new Map<number, CatalogDefinition>();
  readonly #schemas = new Set<string>();
  readonly #relations = new Map<string, CatalogRelation>();
  readonly #byOid = new Map<number, CatalogRelation>();
  readonly #functions = new Map<string, CatalogFunction[]>();
  readonly #operators = new Map<string, string[]>();
  readonly #operands = new Map<string, CatalogOperands[]>();
  readonly #code = new CodeAssembly((schema) => this.#named(schema) ?? schema);
  readonly #types = new Map<number, { name: string; base: number }>();
  readonly #elements = new Map<number, number>();
  readonly #converts = new Map<number, Set<number>>();
  readonly #typeNames = new Map<number, string>();
  readonly #links: { child: number; parent: number }[] = [];

  constructor(rows: readonly CatalogRow[], epoch: number) {
    const [, database, user, version, path, temporary, encoding] = rows.find((row) => row[0] === ROW.session) ?? [];
    if (database === undefined) throw new GateError('UPSTREAM_FAILED', 'the server told nothing of its catalog', { hint: 'is it PostgreSQL 12 or newer?' });
    this.database = cell(database);
    this.serverVersion = Number(cell(version));
    this.#temporary = temporary ?? null;
    const inForce = readSearchPath(cell(path));
    this.#path = inForce.length === 1 && inForce[0] === 'pg_catalog' ? [] : inForce;
    this.#snapshot = { epoch, user: cell(user), ...(typeof encoding !== 'string' || encoding === 'UTF8' ? {} : { encoding }) };
    const views = rows.filter((row) => row[0] === ROW.relation && typeof row[6] === 'string');
    this.#keys = new Map(views.map((row) => [Number(row[1]), cell(row[6])]));
    if (this.#temporary !== null) this.#schemas.add(this.#temporary);
  }

  types(rows: readonly CatalogRow[]): void {
    for (const row of rows) if (row[0] === ROW.type) this.#type(row);
  }

  /** Oids of columns' types that have not been named yet. */
  missingTypes(rows: readonly CatalogRow[]): number[] {
    const missing = new Set<number>();
    for (const row of rows) {
      if (row[0] !== ROW.relation || typeof row[9] !== 'string') continue;
      for (const type of row[9].split(' ').map((one) => Number(one.split(':')[0]))) if (!this.#typeNames.has(type)) missing.add(type);
    }
    return [...missing];
  }

  /**
   * Takes a definition from an older snapshot, if it is still so. Not one with names that a path resolves: relations made since may
   * have come before those that it means.
   */
  recall({ oid, definition }: CatalogRelation): void {
    if (definition !== null && definition.path.length === 0) this.#define(oid, definition);
  }

  /** Oids of views whose definition is not known. */
  undefinedViews(): number[] {
    return [...this.#keys.keys()].filter((view) => !this.#definitions.has(view));
  }

  /** Takes the answer to `definitionsQuery`. What has changed again since the views were listed is left out. */
  definitions(rows: readonly CatalogRow[]): void {
    for (const [, view, key, text] of rows) {
      if (typeof text === 'string') this.#define(Number(view), { text, path: this.#path, key: cell(key) });
    }
  }

  add(row: CatalogRow): void {
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
      case ROW.conversions:
        return this.#conversion(cell(row[1]));
      case ROW.code:
        return this.#code.add(row);
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
    const unnamed = this.#code.finish(this.#byOid);
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
      operands: this.#operands,
      converts: this.#converts,
      elements: this.#elements,
      ...(unnamed === null ? {} : { unnamed }),
    };
  }

  #define(view: number, definition: CatalogDefinition): void {
    if (this.#keys.get(view) === definition.key) this.#definitions.set(view, definition);
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

  #type([, oid, schema, base, name, printed, part, relation]: CatalogRow): void {
    const number = Number(oid);
    if (number >= FIRST_USER_OID) this.#code.type(number, { base: Number(base), part: Number(part), relation: Number(relation), isArray: cell(printed).endsWith('[]') });
    this.#typeNames.set(number, cell(printed));
    // Rows of PostgreSQL's own tables are asked for once, and nothing becomes one.
    if (cell(printed).endsWith('[]') && (number >= FIRST_USER_OID || number < FIRST_ROW_TYPE)) this.#elements.set(number, Number(part));
    const own = this.#named(cell(schema));
    if (own !== null && (number >= FIRST_USER_OID || base !== '0')) this.#types.set(number, { name: canonicalName(own, cell(name)), base: Number(base) });
  }

  #relation([, oid, schema, name, kind, rules, , names, numbers, types]: CatalogRow): void {
    const own = this.#named(cell(schema));
    if (own === null) return;
    const columns = typeof names === 'string' ? this.#columns(names, cell(numbers), cell(types)) : [];
    const linked = { parents: [], children: [], triggers: [] };
    const definition = this.#definitions.get(Number(oid)) ?? null;
    this.place({ oid: Number(oid), schema: own, name: cell(name), kind: cell(kind), columns, ...linked, definition, rules: rules === 'true' });
  }

  #columns(names: string, numbers: string, types: string): readonly CatalogColumn[] {
    const each = JSON.parse(names) as string[];
    const number = numbers.split(' ');
    const type = types.split(' ');
    const columns = each.map((name, index) => {
      const [ofType = '', sources] = (type[index] ?? '').split(':');
      const typeOid = Number(ofType);
      const computed = sources === undefined ? {} : { sources: sources.split(',').filter((source) => source !== '').map(Number) };
      return { name, number: Number(number[index]), typeOid, type: this.#typeNames.get(typeOid) ?? '', ...computed };
    });
    return columns.sort((a, b) => a.number - b.number);
  }

  #trigger([, relation, schema, name]: CatalogRow): void {
    const found = this.#byOid.get(Number(relation)) as Mutable<CatalogRelation> | undefined;
    if (found !== undefined) found.triggers = [...found.triggers, canonicalName(this.#named(cell(schema)) ?? cell(schema), cell(name))];
  }

  #conversion(pairs: string): void {
    for (const pair of pairs.split(' ')) {
      const [source = 0, target = 0] = pair.split(':').map(Number);
      this.#converts.set(source, (this.#converts.get(source) ?? new Set()).add(target));
    }
  }

  #function([, schema, name, language, volatility, definer, takes, gives, variadic, native]: CatalogRow): void {
    const own = this.#named(cell(schema));
    if (own === null) return;
    const how = { volatility: VOLATILITY[cell(volatility)] ?? 'volatile', securityDefiner: definer === 'true' } as const;
    const one: CatalogFunction = { schema: own, name: cell(name), language: cell(language), ...how, takes: cell(takes).split(' ').filter((type) => type !== '').map(Number), gives: Number(gives), ...(variadic === 'true' ? { variadic: true } : {}), ...(typeof native === 'string' ? { native } : {}) };
    const overloads = this.#functions.get(one.name);
    if (overloads === undefined) this.#functions.set(one.name, [one]);
    else overloads.push(one);
  }

  #operator([, schema, name, left, right, gives, native]: CatalogRow): void {
    const own = this.#named(cell(schema));
    if (own === null) return;
    this.#operands.set(cell(name), [...(this.#operands.get(cell(name)) ?? []), { schema: own, left: Number(left), right: Number(right), gives: Number(gives), ...(typeof native === 'string' ? { native } : {}) }]);
    const schemas = this.#operators.get(cell(name)) ?? [];
    if (!schemas.includes(own)) schemas.push(own);
    this.#operators.set(cell(name), schemas);
  }
}

/** Reads the answer to `SEARCH_PATH_QUERY`: the schemas in force, one's own temporary schema as `pg_temp`. */
export function readSearchPath(json: string): readonly string[] {
  return (JSON.parse(json) as string[]).map((schema) => (isTemporary(schema) ? 'pg_temp' : schema));
}

const VOLATILITY: Readonly<Record<string, CatalogFunction['volatility']>> = { i: 'immutable', s: 'stable', v: 'volatile' };

/** Oids from here on are given out while a cluster is made. @see https://www.postgresql.org/docs/18/system-catalog-initial-data.html#SYSTEM-CATALOG-OID-ASSIGNMENT */
const FIRST_ROW_TYPE = 10_000;

function isTemporary(schema: string): boolean {
  return /^pg_(?:toast_)?temp_\d+$/.test(schema);
}

function cell(value: string | null | undefined): string {
  if (typeof value === 'string') return value;
  throw new GateError('UPSTREAM_FAILED', "the server's answer about its catalog is not complete");
}
