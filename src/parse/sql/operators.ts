// SPDX-License-Identifier: Apache-2.0
//
// Whether an operator can only be PostgreSQL's own. A user's operator is a function call in disguise, and one of the same name wins
// wherever its types fit better. Refuses to believe so without knowing the types: then the statement is unknown.
// @see https://www.postgresql.org/docs/18/typeconv-oper.html
import type { Node, TypeName } from '@pgsql/types';
import type { FactsBuilder } from './collect.js';
import { TYPE, type Value } from './lineage.js';
import { namesOf, ownSchemas } from './names.js';

const COMPARISONS: ReadonlySet<string> = new Set(['=', '<>', '<', '>', '<=', '>=']);
const ARITHMETIC: ReadonlySet<string> = new Set(['+', '-', '*', '/']);
const TEXT: ReadonlySet<string> = new Set(['||', '~~', '!~~', '~~*', '!~~*', '~', '~*', '!~', '!~*']);

/** Built-in types by the names that casts use. */
const TYPE_OIDS: ReadonlyMap<string, number> = new Map(Object.entries({
  bool: 16, bytea: 17, name: 19, int8: 20, int2: 21, int4: 23, text: 25, oid: 26, json: 114, float4: 700, float8: 701, inet: 869, bpchar: 1042, varchar: 1043,
  date: 1082, time: 1083, timestamp: 1114, timestamptz: 1184, interval: 1186, timetz: 1266, numeric: 1700, regclass: 2205, uuid: 2950, jsonb: 3802,
}));
const INTEGERS: ReadonlySet<number> = new Set([20, 21, 23]);
const FLOATS: ReadonlySet<number> = new Set([700, 701]);
/** Types with operators of their own to compare two values of theirs; `varchar` has none and borrows those of `text`. */
const COMPARABLE: ReadonlySet<number> = new Set([16, 17, 19, 20, 21, 23, 25, 26, 700, 701, 1042, 1082, 1083, 1114, 1184, 1186, 1266, 1700, 2950, 3802]);

/** Says `unknown` when an operator may be one that a user made. `name`: as the tree has it, with or without a schema. */
export function checkOperator(name: readonly Node[] | undefined, operands: readonly Value[], builder: FactsBuilder): void {
  const { catalog } = builder.scope;
  if ((catalog === null || catalog.operators.size === 0) && (name?.length ?? 0) < 2) return;
  const parts = namesOf(name);
  const operator = parts.pop() ?? '';
  const schema = parts.pop();
  const makers = catalog?.operators.get(operator) ?? [];
  // An extension, or a superuser, may have put an operator among PostgreSQL's own.
  const amongOwn = makers.includes('pg_catalog');
  if (schema === 'pg_catalog' && (!amongOwn || isBuiltIn(operator, operands))) return;
  if (schema !== undefined) {
    builder.unknown(`\`${schema}.${operator}\` is not an operator that we know`, `${schema}.${operator}`, 'operator');
    return;
  }
  const path = ownSchemas(builder.scope);
  const maker = amongOwn ? 'pg_catalog' : makers.find((made) => path === null || path.includes(made));
  if (maker === undefined || (builtInsFirst(builder.scope.searchPath) && isBuiltIn(operator, operands))) return;
  builder.unknown(`\`${operator}\` may be the operator that \`${maker}\` has; write \`OPERATOR(pg_catalog.${operator})\` or cast both sides to the same built-in type`, `${maker}.${operator}`, 'operator');
}

/** Type of a cast's result as far as operators and `unnest` need it. */
export function typeOfCast(type: TypeName | undefined): number {
  const names = namesOf(type?.names);
  const name = names.pop() ?? '';
  const schema = names.pop();
  if (schema !== undefined && schema !== 'pg_catalog') return TYPE.unknown;
  const oid = TYPE_OIDS.get(name) ?? TYPE.unknown;
  return oid !== TYPE.unknown && (type?.arrayBounds?.length ?? 0) > 0 ? TYPE.builtinArray : oid;
}

/** True for a type that is not a row, nor an array of rows, nor a `tsvector`: unnesting it gives one column. */
export function isPlainType(type: number): boolean {
  return type === TYPE.builtinArray || type === TYPE.literal || (type > 0 && type < FIRST_ASSIGNED_OID && !OF_ROWS.has(type));
}

/** Rows of catalogs whose type has a number of its own, arrays of them, `record`, its arrays, and what `unnest` gives columns for. */
const OF_ROWS: ReadonlySet<number> = new Set([71, 75, 81, 83, 210, 270, 272, 273, 1248, 2842, 2843, 4066, 6101, 2249, 2287, 3614]);

/** Oids from here on are given when PostgreSQL is built and when a cluster is made: to rows of all other catalogs and views, and arrays of them. */
const FIRST_ASSIGNED_OID = 10_000;

/** Oids from here on are given to what users make. @see https://www.postgresql.org/docs/18/system-catalog-initial-data.html#SYSTEM-CATALOG-OID-ASSIGNMENT */
export const FIRST_USER_OID = 16_384;

// PostgreSQL's own come first unless the path says otherwise.
function builtInsFirst(path: readonly string[] | null): boolean {
  return path !== null && path.indexOf('pg_catalog') <= 0;
}

// With an exact match among PostgreSQL's own, which then come first on the path, nobody else's operator is looked at.
function isBuiltIn(operator: string, operands: readonly Value[]): boolean {
  const types = operands.map((operand) => operand.type);
  const typed = types.filter((type) => type !== TYPE.literal);
  const [first = 25] = typed;
  const family = INTEGERS.has(first) ? INTEGERS : FLOATS.has(first) ? FLOATS : new Set([first]);
  if (!typed.every((type) => family.has(type))) return false;
  if (COMPARISONS.has(operator)) return COMPARABLE.has(first);
  if (ARITHMETIC.has(operator)) return INTEGERS.has(first) || FLOATS.has(first) || first === 1700;
  return TEXT.has(operator) && first === 25;
}
