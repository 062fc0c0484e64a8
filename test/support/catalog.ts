// SPDX-License-Identifier: Apache-2.0
//
// Catalogs for tests, from a few lines of description. Refuses nothing: what it is told is what the snapshot says.
import { canonicalName, type CatalogColumn, type CatalogFunction, type CatalogOperands, type CatalogRelation, type CatalogSnapshot, type UnnamedCode } from '../../src/core/catalog.js';

/** `['id', 'email']`, or with types: `{id: 'integer', email: 'text'}`. */
export type ColumnList = readonly string[] | Readonly<Record<string, string>>;

export interface CatalogDescription {
  /** By `schema.name`. */
  readonly tables?: Readonly<Record<string, ColumnList>>;
  /** Views: their columns and definition. */
  readonly views?: Readonly<Record<string, { readonly columns: ColumnList; readonly definition: string }>>;
  readonly materialized?: CatalogDescription['views'];
  readonly sequences?: readonly string[];
  /** Child to parents, `{'public.orders_2026': ['public.orders']}`. */
  readonly inherits?: Readonly<Record<string, readonly string[]>>;
  /** Tables that are partitioned. */
  readonly partitioned?: readonly string[];
  /** Relation to trigger functions. */
  readonly triggers?: Readonly<Record<string, readonly string[]>>;
  /** Relations with rewrite rules. */
  readonly rules?: readonly string[];
  /** Functions that users made, `public.refund`; with details where they matter. */
  readonly functions?: readonly (string | ({ readonly name: string } & Partial<Omit<CatalogFunction, 'name' | 'schema'>>))[];
  /** Operators that users made: bare name to schemas. */
  readonly operators?: Readonly<Record<string, readonly string[]>>;
  /** Types that users made: oid to name and base oid. */
  readonly types?: Readonly<Record<number, { readonly name: string; readonly base?: number }>>;
  /** What the operators of a bare name take. */
  readonly operands?: Readonly<Record<string, readonly CatalogOperands[]>>;
  /** Types that become others by themselves, and elements of arrays, by oid. */
  readonly converts?: Readonly<Record<number, readonly number[]>>;
  readonly elements?: Readonly<Record<number, number>>;
  /** Functions that run where nothing names them; relations have oids from 16384 on. */
  readonly unnamed?: Partial<UnnamedCode>;
  readonly schemas?: readonly string[];
  readonly definitionPath?: readonly string[];
  readonly epoch?: number;
  readonly database?: string;
  readonly user?: string;
  readonly serverVersion?: number;
}

const TYPE_OIDS: Readonly<Record<string, number>> = {
  boolean: 16, bytea: 17, bigint: 20, smallint: 21, integer: 23, text: 25, json: 114, 'double precision': 701, 'character varying': 1043, date: 1082,
  'timestamp with time zone': 1184, numeric: 1700, uuid: 2950, jsonb: 3802,
};

const NOTHING_UNNAMED: UnnamedCode = { casts: [], made: new Map(), compared: new Map(), read: new Map(), guarded: new Set(), searched: new Map(), built: new Map(), keeps: new Map(), refers: new Map(), classes: [], foreign: new Map(), holds: new Map(), arrays: new Map(), makes: new Map(), reads: new Map(), rowTypes: new Map() };

/** A snapshot with what is described, oids from 16384 on in the order written. Columns are `text` unless said otherwise. */
export function makeCatalog(described: CatalogDescription = {}): CatalogSnapshot {
  const relations = new Map<string, CatalogRelation>();
  let oid = 16_384;
  const add = (name: string, kind: string, columns: ColumnList, definition: string | null): void => {
    const [schema = '', bare = ''] = split(name);
    relations.set(canonicalName(schema, bare), {
      oid: oid++, schema, name: bare, kind, columns: columnsOf(columns, described.types), parents: [], children: [],
      definition: definition === null ? null : { text: definition, path: described.definitionPath ?? [], key: definition },
      triggers: described.triggers?.[name] ?? [], rules: described.rules?.includes(name) ?? false,
    });
  };
  for (const [name, columns] of Object.entries(described.tables ?? {})) add(name, described.partitioned?.includes(name) === true ? 'p' : 'r', columns, null);
  for (const [name, view] of Object.entries(described.views ?? {})) add(name, 'v', view.columns, view.definition);
  for (const [name, view] of Object.entries(described.materialized ?? {})) add(name, 'm', view.columns, view.definition);
  for (const name of described.sequences ?? []) add(name, 'S', { last_value: 'bigint', log_cnt: 'bigint', is_called: 'boolean' }, null);
  inherit(relations, described.inherits ?? {});
  const functions = new Map<string, CatalogFunction[]>();
  for (const entry of described.functions ?? []) {
    const full = typeof entry === 'string' ? { name: entry } : entry;
    const [schema = '', name = ''] = split(full.name);
    const made: CatalogFunction = { language: 'plpgsql', volatility: 'volatile', securityDefiner: false, ...full, schema, name };
    functions.set(name, [...(functions.get(name) ?? []), made]);
  }
  const named = [...relations.values(), ...[...functions.values()].flat()];
  return {
    epoch: described.epoch ?? 1,
    database: described.database ?? 'shop',
    user: described.user ?? 'app',
    serverVersion: described.serverVersion ?? 180004,
    schemas: new Set(['pg_catalog', 'information_schema', 'public', ...named.map(({ schema }) => schema), ...(described.schemas ?? [])]),
    relations,
    relationsByOid: new Map([...relations.values()].map((relation) => [relation.oid, relation])),
    functions,
    operators: new Map(Object.entries(described.operators ?? {})),
    operands: new Map(Object.entries(described.operands ?? {})),
    ...(described.converts === undefined ? {} : { converts: new Map(Object.entries(described.converts).map(([source, targets]) => [Number(source), new Set(targets)])) }),
    ...(described.elements === undefined ? {} : { elements: new Map(Object.entries(described.elements).map(([array, element]) => [Number(array), element])) }),
    ...(described.unnamed === undefined ? {} : { unnamed: { ...NOTHING_UNNAMED, ...described.unnamed } }),
    types: new Map(Object.entries(described.types ?? {}).map(([key, { name, base = 0 }]) => [Number(key), { name, base }])),
  };
}

function inherit(relations: Map<string, CatalogRelation>, inherits: Readonly<Record<string, readonly string[]>>): void {
  for (const [child, parents] of Object.entries(inherits)) {
    for (const parent of parents) {
      const below = relations.get(child);
      const above = relations.get(parent);
      if (below === undefined || above === undefined) throw new Error(`no such relation in the description: ${child} or ${parent}`);
      relations.set(child, { ...below, parents: [...below.parents, above.oid] });
      relations.set(parent, { ...above, children: [...above.children, below.oid] });
    }
  }
}

function columnsOf(columns: ColumnList, own: CatalogDescription['types'] = {}): CatalogColumn[] {
  const made = new Map(Object.entries(own).map(([oid, { name }]) => [name, Number(oid)]));
  const entries = Array.isArray(columns) ? (columns as readonly string[]).map((name) => [name, 'text'] as const) : Object.entries(columns as Readonly<Record<string, string>>);
  return entries.map(([name, type], index) => ({ name, number: index + 1, typeOid: TYPE_OIDS[type] ?? made.get(type) ?? 90_000, type }));
}

function split(name: string): string[] {
  const dot = name.indexOf('.');
  if (dot < 0) throw new Error(`\`${name}\` needs a schema`);
  return [name.slice(0, dot), name.slice(dot + 1)];
}
