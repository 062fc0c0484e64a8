// SPDX-License-Identifier: Apache-2.0
//
// Expressions inside definitions: over the columns of a table that exists (an index, a new CHECK, USING), read as a query over it would
// read them, and over nothing in particular (DEFAULT). Refuses to treat a condition on existing rows as harmless: it is an oracle.
import type { Node, RangeVar } from '@pgsql/types';
import type { Access, Origin } from '../../../core/model.js';
import { NOTHING, type Value } from '../facts/lineage.js';
import { relationOf } from '../names/names.js';
import { resolveExpression, resolveQuery } from '../query/query.js';
import { absorb, gathered, type Place } from './place.js';

/** Notes what a condition on rows of a table reads and calls. */
export function condition(node: Node | undefined, over: RangeVar | undefined, place: Place): void {
  if (node === undefined) return;
  if (over === undefined) return void plainExpression(node, place);
  overTable(select(over, { whereClause: node }), place);
}

/**
 * Notes what an expression of a definition calls, and returns the table's columns in it: an index or a policy is made of them, which
 * alone tells nobody what is in them.
 */
export function columnsIn(node: Node | undefined, over: RangeVar, place: Place): readonly string[] {
  if (node === undefined) return [];
  const { name } = relationOf(over, place.builder);
  const columns: string[] = [];
  overTable(select(over, { whereClause: node }), place, (access) => {
    if (access.effect !== 'read' || access.object !== name) return access;
    columns.push(...access.columns);
    return null;
  });
  return columns;
}

/** Notes what a value computed from a table's columns reads and calls; returns where it comes from, null when that can't be told. */
export function computedOver(node: Node, over: RangeVar, place: Place): readonly Origin[] | null {
  const [output] = overTable(select(over, { targetList: [{ ResTarget: { val: node } }] }), place);
  return output?.origins ?? null;
}

/** Notes what an expression calls that has no rows in sight: DEFAULT, an argument, the CHECK of a table that is being made; returns its value. */
export function plainExpression(node: Node | undefined, { builder, defined }: Place): Value {
  return node === undefined ? NOTHING : resolveExpression(node, builder, defined ?? null);
}

function select(over: RangeVar, parts: object): Node {
  return { SelectStmt: { fromClause: [{ RangeVar: over }], op: 'SETOP_NONE', limitOption: 'LIMIT_OPTION_DEFAULT', ...parts } };
}

function overTable(query: Node, place: Place, access: (access: Access) => Access | null = (same) => same): readonly { readonly origins: readonly Origin[] | null }[] {
  let outputs: ReturnType<typeof resolveQuery> = null;
  const facts = gathered(place, {}, (within) => {
    outputs = resolveQuery(query, within.builder, place.retyped === undefined ? {} : { retyped: place.retyped });
  });
  absorb(facts, place.builder, { access });
  return Array.isArray(outputs) ? (outputs as readonly { readonly origins: readonly Origin[] | null }[]) : [];
}
