// SPDX-License-Identifier: Apache-2.0
//
// Whether a value could be given where an operator or a function of a user's takes a type: as it is, or made one by an implicit cast. By this
// the server chooses between several of one name. Refuses to rule out what it does not know: then it could.
// @see https://www.postgresql.org/docs/18/typeconv-func.html
import { FIRST_USER_OID, type CatalogFunction, type CatalogSnapshot } from '../../../core/catalog.js';
import type { Scope } from '../draft.js';
import { TYPE, type Value } from '../facts/lineage.js';
import { present } from '../grammar/tree.js';

/** They take any value: "any", anyelement, anyarray, anynonarray, anyenum, anyrange, anymultirange, anycompatible and its like, record and its arrays. */
const TAKE_ANY: ReadonlySet<number> = new Set([2276, 2283, 2277, 2776, 3500, 3831, 4537, 5077, 5078, 5079, 5080, 4538, 2249, 2287]);
/** True for a type that stands for any, or for any of a kind. */
export function takesAny(type: number): boolean {
  return TAKE_ANY.has(type);
}

/** Oids of values that may be of any type: `unknown`, and the pseudo-types. */
const MAY_BE_ANY: ReadonlySet<number> = new Set([705, ...TAKE_ANY]);

type Operand = Pick<Value, 'type'>;

/** False: the value can't be given where `target` is taken. */
export function mayBecome({ type }: Operand, target: number, scope: Scope): boolean {
  const conversions = conversionsIn(scope);
  if (conversions === null || type === TYPE.literal || type === TYPE.unknown || MAY_BE_ANY.has(type) || TAKE_ANY.has(target)) return true;
  return type > 0 ? becomes(type, target, conversions) : takesBuiltIn(target, type === TYPE.builtin, conversions);
}

/** False: the function can't be meant by a call with these arguments. */
export function mayBeCalled({ takes, variadic = false }: CatalogFunction, args: readonly Operand[], scope: Scope): boolean {
  if (takes === undefined) return true;
  if (args.length > takes.length && !variadic) return false;
  const fixed = variadic ? takes.length - 1 : takes.length;
  // Fewer arguments may be filled up by defaults.
  return args.slice(0, fixed).every((arg, index) => mayBecome(arg, present(takes[index]), scope));
}

interface Conversions {
  readonly catalog: CatalogSnapshot;
  /** By source: types that it becomes without being asked. */
  readonly from: ReadonlyMap<number, ReadonlySet<number>>;
  /** Users' types that one of PostgreSQL's own becomes. */
  readonly fromBuiltIn: ReadonlySet<number>;
}

// A domain is what its base is, an array what its elements are, and any row can be made one of another row type.
function becomes(source: number, target: number, conversions: Conversions): boolean {
  const { catalog, from } = conversions;
  const [one, other] = [baseOf(source, catalog), baseOf(target, catalog)];
  if (one === other || from.get(one)?.has(other) === true || from.get(source)?.has(target) === true) return true;
  if (isRow(other, catalog)) return one >= FIRST_USER_OID;
  const [inside, wanted] = [catalog.elements?.get(one), catalog.elements?.get(other)];
  return inside !== undefined && wanted !== undefined && becomes(inside, wanted, conversions);
}

// Of whatever type, or an array of some. `row`: it may be a row without a name.
function takesBuiltIn(target: number, row: boolean, conversions: Conversions): boolean {
  const { catalog, fromBuiltIn } = conversions;
  const other = baseOf(target, catalog);
  if (other < FIRST_USER_OID || fromBuiltIn.has(other) || fromBuiltIn.has(target) || (row && isRow(other, catalog))) return true;
  const wanted = catalog.elements?.get(other);
  return wanted !== undefined && takesBuiltIn(wanted, row, conversions);
}

const known = new WeakMap<CatalogSnapshot, Conversions>();

// Null: not known, or others by now.
function conversionsIn({ catalog, stale, redefined = null }: Scope): Conversions | null {
  if (catalog === null || catalog.converts === undefined) return null;
  if (stale && (redefined === null || redefined.some(({ into }) => into === 'cast'))) return null;
  let conversions = known.get(catalog);
  if (conversions === undefined) {
    const fromBuiltIn = new Set([...catalog.converts].flatMap(([source, targets]) => (source < FIRST_USER_OID ? [...targets].filter((target) => target >= FIRST_USER_OID) : [])));
    known.set(catalog, (conversions = { catalog, from: catalog.converts, fromBuiltIn }));
  }
  return conversions;
}

function baseOf(type: number, { types }: CatalogSnapshot): number {
  let base = type;
  for (let up = types.get(base)?.base ?? 0, steps = 0; up !== 0 && steps < MAX_DOMAINS; up = types.get(base)?.base ?? 0, steps += 1) base = up;
  return base;
}

/** Domains over domains; the server's own limit is its stack. */
const MAX_DOMAINS = 64;

// Of a table or a composite type, which is a relation, too.
function isRow(type: number, { types, relations }: CatalogSnapshot): boolean {
  if (type < FIRST_USER_OID) return false;
  const name = types.get(type)?.name;
  return name === undefined || relations.has(name);
}
