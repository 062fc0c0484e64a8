// SPDX-License-Identifier: Apache-2.0
//
// What the gate knows about a database's schema, as a value. Read by the proxy on a connection of our own, used by
// parse (names, lineage) and mask (protected columns). Refuses to hold data: names, types and definitions only.

/** Oids from here on are given to what users make. @see https://www.postgresql.org/docs/18/system-catalog-initial-data.html#SYSTEM-CATALOG-OID-ASSIGNMENT */
export const FIRST_USER_OID = 16_384;

export interface CatalogColumn {
  readonly name: string;
  readonly number: number;
  readonly typeOid: number;
  /** Type name as `pg_catalog.format_type` gives it without modifiers, `text`. */
  readonly type: string;
  /** Numbers of the columns that a generated one is computed from; left out for others. */
  readonly sources?: readonly number[];
}

/** What a view shows, as the server printed it. */
export interface CatalogDefinition {
  /** `pg_get_viewdef`. */
  readonly text: string;
  /** Search path under which its names resolve; `[]` means that everything is qualified. */
  readonly path: readonly string[];
  /** Another one as soon as the text may mean something else. */
  readonly key: string;
}

export interface CatalogRelation {
  readonly oid: number;
  readonly schema: string;
  readonly name: string;
  /** pg_class.relkind: r table, p partitioned, v view, m materialized view, f foreign, S sequence, i index, c composite, t toast. */
  readonly kind: string;
  readonly columns: readonly CatalogColumn[];
  /** Oids of relations that this one inherits from or is a partition of. */
  readonly parents: readonly number[];
  readonly children: readonly number[];
  /**
   * Of a (materialized) view; null otherwise. Also null for PostgreSQL's own views (oid below 16384), which are their own origin, and
   * for a view that can't be read now: of unknown lineage.
   */
  readonly definition: CatalogDefinition | null;
  /** Functions run by user triggers on it, canonical `schema.name`. */
  readonly triggers: readonly string[];
  /** True when it has rewrite rules other than a view's own SELECT rule. */
  readonly rules: boolean;
}

/** A function that is not one of PostgreSQL's own. */
export interface CatalogFunction {
  readonly schema: string;
  readonly name: string;
  readonly language: string;
  readonly volatility: 'immutable' | 'stable' | 'volatile';
  readonly securityDefiner: boolean;
  /** Oids of the types that it takes, and of the one that it gives. */
  readonly takes?: readonly number[];
  readonly gives?: number;
  /** Its last one stands for any number of arguments. */
  readonly variadic?: boolean;
  /** The C code behind it, where it returns no set: library, symbol and volatility, `citext citext_eq i`. */
  readonly native?: string;
}

/** A function that runs where no statement names it. */
export interface UnnamedFunction {
  /** Canonical. */
  readonly name: string;
  /** PostgreSQL's own; a user's; a user's in C, which only a superuser can install. */
  readonly made: 'builtin' | 'user' | 'native';
}

/** A cast that runs a function. */
export interface CatalogCast {
  /** Oids of the types. */
  readonly source: number;
  readonly target: number;
  /** Where it runs without being written: nowhere, where a value is stored, anywhere. */
  readonly context: 'explicit' | 'assignment' | 'implicit';
  readonly runs: UnnamedFunction;
}

/** A function of an operator class that runs where no statement names it. */
export interface CatalogClass {
  /** Bare. */
  readonly name: string;
  /** Access method, `btree`. */
  readonly method: string;
  /** Oid of the type that it is for. */
  readonly type: number;
  /** What an index is made by when it names none. */
  readonly byDefault: boolean;
  /** It runs when an index is filled, not only when one is looked into. */
  readonly builds: boolean;
  readonly runs: UnnamedFunction;
}

/** Functions that run where no statement names them. Types and relations by oid. */
export interface UnnamedCode {
  readonly casts: readonly CatalogCast[];
  /** When a value becomes one of the type: CHECKs of domains. */
  readonly made: ReadonlyMap<number, readonly UnnamedFunction[]>;
  /** When values of the type are compared, sorted or grouped. */
  readonly compared: ReadonlyMap<number, readonly UnnamedFunction[]>;
  /** When the relation is read: its row policies, also while they are off. */
  readonly read: ReadonlyMap<number, readonly UnnamedFunction[]>;
  /** Relations whose row policies are on. */
  readonly guarded: ReadonlySet<number>;
  /** When a table with such an index or partition key, or the index, is looked into; and when it is filled. */
  readonly searched: ReadonlyMap<number, readonly UnnamedFunction[]>;
  readonly built: ReadonlyMap<number, readonly UnnamedFunction[]>;
  /** Users' types whose values are compared when the table, or the index, is filled: keys of indexes and partitions. */
  readonly keeps: ReadonlyMap<number, ReadonlySet<number>>;
  /** The same of foreign keys, from it or to it: also when rows are removed. */
  readonly refers: ReadonlyMap<number, ReadonlySet<number>>;
  readonly classes: readonly CatalogClass[];
  /** What reads the relation from elsewhere. */
  readonly foreign: ReadonlyMap<number, readonly UnnamedFunction[]>;
  /** Types inside of types: a domain's base, elements, fields, bounds, and those that a CHECK casts to. */
  readonly holds: ReadonlyMap<number, ReadonlySet<number>>;
  /** Types of arrays, by those of their elements. */
  readonly arrays: ReadonlyMap<number, number>;
  /** Types that reading the relation makes values of. */
  readonly makes: ReadonlyMap<number, ReadonlySet<number>>;
  /** Relations that reading the relation reads. */
  readonly reads: ReadonlyMap<number, ReadonlySet<number>>;
  /** Type of a relation's rows, where there is a cast from or to it. */
  readonly rowTypes: ReadonlyMap<number, number>;
}

/** A type and all types inside of it. */
export function familyOf(type: number, { holds }: Pick<UnnamedCode, 'holds'>): ReadonlySet<number> {
  const found = new Set([type]);
  for (const one of found) for (const inside of holds.get(one) ?? []) found.add(inside);
  return found;
}

/** A user's operator: oids of the types on its sides, 0 for none. */
export interface CatalogOperands {
  readonly schema: string;
  readonly left: number;
  readonly right: number;
  /** Type that it gives. */
  readonly gives?: number;
  /** The C code behind it, as of a function. */
  readonly native?: string;
}

export interface CatalogSnapshot {
  /** Grows whenever the gate's view of the catalog changes. */
  readonly epoch: number;
  readonly database: string;
  readonly user: string;
  /** PostgreSQL's numeric version, 180004. */
  readonly serverVersion: number;
  /** The database's encoding as the server calls it, `LATIN1`; left out when it is UTF8. */
  readonly encoding?: string;
  readonly schemas: ReadonlySet<string>;
  /** By canonical name `schema.name` (unquoted). */
  readonly relations: ReadonlyMap<string, CatalogRelation>;
  readonly relationsByOid: ReadonlyMap<number, CatalogRelation>;
  /** User-defined functions and procedures by bare name. */
  readonly functions: ReadonlyMap<string, readonly CatalogFunction[]>;
  /** User-defined operators (`=`, `||`): bare name to schemas that define one. */
  readonly operators: ReadonlyMap<string, readonly string[]>;
  /** User-defined types by oid: canonical name, and base type oid for domains (else 0). */
  readonly types: ReadonlyMap<number, { readonly name: string; readonly base: number }>;
  /** What the user-defined operators of a bare name take. */
  readonly operands?: ReadonlyMap<string, readonly CatalogOperands[]>;
  /** Types, by oid, that a value of a type becomes by itself, PostgreSQL's own among them; arrays become others as their elements do. Left out: not known. */
  readonly converts?: ReadonlyMap<number, ReadonlySet<number>>;
  /** Types of arrays, to those of their elements. */
  readonly elements?: ReadonlyMap<number, number>;
  /** Left out: nothing of a user's runs unnamed. */
  readonly unnamed?: UnnamedCode;
}

/** The name under which relations are keyed. Names hold no dots in practice; a dot inside one makes it unmatchable, not ambiguous. */
export function canonicalName(schema: string, name: string): string {
  return `${escapeDots(schema)}.${escapeDots(name)}`;
}

function escapeDots(part: string): string {
  return part.includes('.') || part.includes('"') ? `"${part.replaceAll('"', '""')}"` : part;
}

/** Every relation that `next` leads to from this one, itself left out; `next`: oids of parents, or of children. Each once, circles or not. */
export function reachable(start: CatalogRelation, next: (relation: CatalogRelation) => readonly number[], catalog: CatalogSnapshot): readonly CatalogRelation[] {
  const seen = new Map<number, CatalogRelation>();
  const open = [...next(start)];
  for (let oid = open.pop(); oid !== undefined; oid = open.pop()) {
    const relation = catalog.relationsByOid.get(oid);
    if (relation === undefined || seen.has(oid) || oid === start.oid) continue;
    seen.set(oid, relation);
    open.push(...next(relation));
  }
  return [...seen.values()];
}
