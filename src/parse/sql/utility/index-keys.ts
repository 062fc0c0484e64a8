// SPDX-License-Identifier: Apache-2.0
//
// What a definition puts into an index, or compares by one: its columns and expressions, the keys of constraints, a column's new type.
// Refuses to wait for rows: what filling the index would run counts when it is defined.
import type { Constraint, IndexElem, Node, RangeVar, TypeName } from '@pgsql/types';
import type { FactsBuilder } from '../facts/collect.js';
import { noteCompared, typesNamed } from '../calls/conversions.js';
import { columnValue, type IndexUse, noteFilled, noteIndexUse } from '../calls/index-functions.js';
import { computed, NOTHING, TYPE } from '../facts/lineage.js';
import { namesOf } from '../names/names.js';
import { nodesIn } from '../grammar/tree.js';
import { typeOfCast } from '../names/type-names.js';
import { implicitFunctionsOf } from '../names/implicit-functions.js';
import { columnsIn, plainExpression } from './expressions.js';
import type { Place } from './place.js';

/** Where it is put. */
export interface Into extends Omit<IndexUse, 'named'> {
  /** The table; null: it has no rows yet. */
  readonly over: RangeVar | null;
}

/** A column or expression of an index: notes what it calls and what keeping it runs; returns the columns in it. */
export function indexed({ name, expr, opclass }: IndexElem, { over, ...how }: Into, place: Place): readonly string[] {
  const { builder } = place;
  const named = namesOf(opclass).at(-1) ?? null;
  if (over === null) {
    plainExpression(expr, place);
    // A class that is named is the one that later rows are kept by.
    if (named !== null) noteIndexUse(NOTHING, { ...how, named }, builder);
    return [];
  }
  const columns = name === undefined ? columnsIn(expr, over, place) : [name];
  noteIndexUse(name === undefined ? computed([...columnNames(expr)].map((column) => columnValue(column, over, builder))) : columnValue(name, over, builder), { ...how, named }, builder);
  return columns;
}

/** Names of columns in an expression that holds no query; of a whole row the table's name, `*` when it has none. */
export function columnNames(value: unknown, found: Set<string> = new Set()): Set<string> {
  if (typeof value !== 'object' || value === null) return found;
  for (const [key, inner] of Object.entries(value)) {
    if (key === 'ColumnRef') found.add(namesOf((inner as { fields?: readonly Node[] }).fields).at(-1) ?? '*');
    else columnNames(inner, found);
  }
  return found;
}

/** The keys of a constraint on a table that has rows. */
export function keys({ contype, keys: own, fk_attrs: from, pktable, pk_attrs: to }: Constraint, over: RangeVar, { builder }: Place): void {
  if (contype === 'CONSTR_PRIMARY' || contype === 'CONSTR_UNIQUE') for (const key of namesOf(own)) noteIndexUse(columnValue(key, over, builder), { method: 'btree', named: null }, builder);
  if (contype !== 'CONSTR_FOREIGN' || pktable === undefined) return;
  noteCompared(namesOf(from).map((key) => columnValue(key, over, builder)), builder);
  if (to === undefined) noteFilled(pktable, builder);
  else noteCompared(namesOf(to).map((key) => columnValue(key, pktable, builder)), builder);
}

/** Values of a type in whatever index the table has, or gets. `method`: null: any. */
export function typeIndexed(typeName: TypeName | undefined, method: string | null, builder: FactsBuilder): void {
  const unnamed = implicitFunctionsOf(builder.scope.catalog);
  if (unnamed === null) return;
  const own = typesNamed(typeName, unnamed, builder);
  const type = typeOfCast(typeName, builder.scope);
  for (const one of own.length > 0 ? own : [type === TYPE.unknown ? TYPE.builtin : type]) noteIndexUse({ ...NOTHING, type: one }, { method, named: null }, builder);
}

const KEYS: ReadonlySet<unknown> = new Set(['CONSTR_PRIMARY', 'CONSTR_UNIQUE', 'CONSTR_FOREIGN']);

/** True when a column is defined as a key. */
export function isKey(constraints: readonly Node[] | undefined): boolean {
  return nodesIn(constraints).some((node) => 'Constraint' in node && KEYS.has(node.Constraint.contype));
}
