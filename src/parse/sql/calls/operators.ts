// SPDX-License-Identifier: Apache-2.0
//
// Whether an operator can only be PostgreSQL's own, and what that gives. A user's operator is a function call in disguise, and one of the same
// name wins wherever its types fit better. Refuses to believe so where a user's could take what it is given: then the statement is unknown.
// @see https://www.postgresql.org/docs/18/typeconv-oper.html
import type { Node } from '@pgsql/types';
import { type CatalogOperands, FIRST_USER_OID } from '../../../core/catalog.js';
import { givenByHarmless } from './extensions.js';
import type { Scope } from '../draft.js';
import { mayBecome } from '../names/coercible.js';
import type { FactsBuilder } from '../facts/collect.js';
import { TYPE, type Value } from '../facts/lineage.js';
import { isTemporary, namesOf, ownSchemas } from '../names/names.js';
import { isWhatItWas, madeSince } from '../names/redefined.js';
import { present, spelled } from '../grammar/tree.js';

const BOOLEAN = 16;
const NUMERIC = 1700;
const STRING = 25;
const COMPARISONS: ReadonlySet<string> = new Set(['=', '<>', '<', '>', '<=', '>=']);
const ARITHMETIC: ReadonlySet<string> = new Set(['+', '-', '*', '/']);
const MATCHES: ReadonlySet<string> = new Set(['~~', '!~~', '~~*', '!~~*', '~', '~*', '!~', '!~*']);
/** PostgreSQL's own of these names put arrays together, and ranges. */
const PUT_TOGETHER: ReadonlySet<string> = new Set(['||', '*', '+', '-']);

const INTEGERS: ReadonlySet<number> = new Set([20, 21, 23]);
const FLOATS: ReadonlySet<number> = new Set([700, 701]);
/** Types with operators of their own to compare two values of theirs; `varchar` has none and borrows those of `text`. */
const COMPARABLE: ReadonlySet<number> = new Set([16, 17, 19, 20, 21, 23, 25, 26, 700, 701, 1042, 1082, 1083, 1114, 1184, 1186, 1266, 1700, 2950, 3802]);

/** What an operator is. `own`: it may be a user's. `type`: of what it gives. */
export interface Meant {
  readonly own: boolean;
  readonly type: number;
}

/** What an operator is; says `unknown` when it may be a user's. `name`: as the tree has it, with or without a schema. `operands`: one, or left and right. */
export function checkOperator(name: readonly Node[] | undefined, operands: readonly Value[], builder: FactsBuilder): Meant {
  const { scope } = builder;
  const parts = namesOf(name);
  const operator = spelled(parts.pop());
  const schema = parts.pop();
  if (schema !== undefined && schema !== 'pg_catalog') return mayBeOwn(`\`${schema}.${operator}\` is not an operator that we know`, `${schema}.${operator}`, builder);
  const exact = isBuiltIn(operator, operands);
  const maker = makerOf(operator, operands, schema === 'pg_catalog', builder);
  if (maker === null || (exact && (schema === 'pg_catalog' || builtInsFirst(scope.searchPath)))) return { own: false, type: typeOfBuiltIn(operator, operands, exact) };
  // PostgreSQL's own of the name may be meant as well.
  const given = schema === undefined ? givenByHarmless(meantBy(operator, operands, scope)) : null;
  if (given !== null) return { own: true, type: given === typeOfBuiltIn(operator, operands, exact) ? given : TYPE.unknown };
  return mayBeOwn(`\`${operator}\` may be the operator \`${maker}.${operator}\`; write \`OPERATOR(pg_catalog.${operator})\`, cast both sides to the same built-in type, or have a rule name it`, `${maker}.${operator}`, builder);
}

// Those that somebody made and that could be meant; none where nobody can tell.
function meantBy(operator: string, operands: readonly Value[], scope: Scope): readonly CatalogOperands[] {
  if (!isWhatItWas(operator, scope)) return [];
  const path = ownSchemas(scope);
  return (scope.catalog?.operands?.get(operator) ?? []).filter(({ schema, left, right }) => (schema === 'pg_catalog' || path === null || path.includes(schema)) && fits([left, right].filter((type) => type !== 0), operands, scope));
}

function fits(types: readonly number[], given: readonly Value[], scope: Scope): boolean {
  return types.length === given.length && types.every((type, at) => mayBecome(present(given[at]), type, scope));
}

/** True for a type that is not a row, nor an array of rows, nor a `tsvector`: unnesting it gives one column. */
export function isPlainType(type: number): boolean {
  return type === TYPE.builtinArray || type === TYPE.literal || (type > 0 && type < FIRST_ASSIGNED_OID && !OF_ROWS.has(type));
}

/** Rows of catalogs whose type has a number of its own, arrays of them, `record`, its arrays, and what `unnest` gives columns for. */
const OF_ROWS: ReadonlySet<number> = new Set([71, 75, 81, 83, 210, 270, 272, 273, 1248, 2842, 2843, 4066, 6101, 2249, 2287, 3614]);

/** Oids from here on are given when PostgreSQL is built and when a cluster is made: to rows of all other catalogs and views, and arrays of them. */
const FIRST_ASSIGNED_OID = 10_000;

/** True for a value of one of PostgreSQL's own types, whichever. */
export function isPlain({ type }: Value): boolean {
  return type === TYPE.literal || type === TYPE.builtin || (type > 0 && type < FIRST_USER_OID);
}

const OWN: Meant = { own: true, type: TYPE.unknown };

function mayBeOwn(why: string, object: string, builder: FactsBuilder): Meant {
  builder.unknown(why, object, 'operator');
  return OWN;
}

// The schema of a user's operator that could be meant; null: there is none. `among`: only one among PostgreSQL's own could be, where an extension,
// or a superuser, may have put it.
function makerOf(operator: string, operands: readonly Value[], among: boolean, { scope }: FactsBuilder): string | null {
  const since = among ? null : madeSince(operator, 'callable', scope);
  if (since !== null) return since;
  const makers = scope.catalog?.operators.get(operator);
  if (makers === undefined) return null;
  const path = ownSchemas(scope);
  const inSight = makers.filter((maker) => maker === 'pg_catalog' || (!among && (path === null || path.includes(maker))));
  const own = scope.catalog?.operands?.get(operator);
  const takes = (maker: string) => own === undefined || own.some(({ schema, left, right }) => schema === maker && fits([left, right].filter((type) => type !== 0), operands, scope));
  return inSight.sort((one, other) => Number(other === 'pg_catalog') - Number(one === 'pg_catalog')).find(takes) ?? null;
}

/** True when PostgreSQL's own come first, as they do unless the path says otherwise. Operators and functions are not looked for among temporary objects. */
export function builtInsFirst(path: readonly string[] | null): boolean {
  return path !== null && path.filter((schema) => !isTemporary(schema)).indexOf('pg_catalog') <= 0;
}

// With an exact match among PostgreSQL's own, which then come first on the path, nobody else's operator is looked at.
function isBuiltIn(operator: string, operands: readonly Value[]): boolean {
  const first = firstType(operands);
  for (const { type } of operands) if (type !== first && type !== TYPE.literal && !(INTEGERS.has(first) && INTEGERS.has(type)) && !(FLOATS.has(first) && FLOATS.has(type))) return false;
  if (COMPARISONS.has(operator)) return COMPARABLE.has(first);
  if (ARITHMETIC.has(operator)) return INTEGERS.has(first) || FLOATS.has(first) || first === NUMERIC;
  return first === STRING && (MATCHES.has(operator) || operator === '||');
}

// Constants without a type become what stands beside them, or text.
function firstType(operands: readonly Value[]): number {
  for (const { type } of operands) if (type !== TYPE.literal) return type;
  return STRING;
}

function typeOfBuiltIn(operator: string, operands: readonly Value[], exact: boolean): number {
  if (operands.length === 2 && (COMPARISONS.has(operator) || MATCHES.has(operator))) return BOOLEAN;
  if (exact && (ARITHMETIC.has(operator) || operator === '||')) return WIDEST.find((wide) => operands.some(({ type }) => type === wide)) ?? firstType(operands);
  return PUT_TOGETHER.has(operator) && !operands.every(isPlain) ? TYPE.unknown : TYPE.builtin;
}

/** Of integers int8 before int4 before int2, of floats the double one. */
const WIDEST = [20, 23, 21, 701, 700];
