// SPDX-License-Identifier: Apache-2.0
//
// The columns of a named relation and where their values come from: a table's own, a view's through its definition, statistics from
// nowhere that can be told. Refuses to vouch for a relation that the catalog does not show, or shows late.
import type { RangeVar } from '@pgsql/types';
import { FIRST_USER_OID, canonicalName, type CatalogRelation, reachable } from '../../../core/catalog.js';
import type { Scope } from '../draft.js';
import { type Column, computed, LOST, Shape, TYPE, type Value } from '../facts/lineage.js';
import { type NamedRelation, relationOf } from '../names/names.js';
import { columnTypeSince, mayBeGuarded, mayLookOtherwise } from '../names/redefined.js';
import { valueColumns } from '../builtins/statistics.js';
import { noteUnnamed, noteMade } from '../calls/conversions.js';
import { implicitFunctionsOf } from '../names/implicit-functions.js';
import { readBehind, throughView } from './views.js';
import type { At } from '../facts/walk.js';

/** A relation that a statement touches, and its columns. */
export interface Touched extends NamedRelation {
  readonly shape: Shape;
}

/** A relation that is read as a whole: notes the read, and what reading it sets off. */
export function scan(rangeVar: RangeVar, at: At): Touched {
  const touched = touch(rangeVar, at);
  const { name, assumed, shape, certain } = touched;
  const columns = shape.rest?.origins === null || !certain ? ['*'] : [];
  at.run.builder.access('read', name, 'relation', { assumed, columns });
  return touched;
}

/** A relation by its name; notes nothing of it but what makes it unknown. */
export function touch(rangeVar: RangeVar, at: At): Touched {
  const named = relationOf(rangeVar, at.run.builder);
  at.run.builder.named(named.name, rangeVar.inh === true);
  if (named.relation !== null) noteReading(named.relation, at, new Set());
  if (named.relation !== null) noteBehind(named.relation, at);
  return { ...named, shape: shapeOf(named, at) };
}

// A view's definition is read as the catalog shows it: policies of tables behind it that are on by now are not in there.
function noteBehind(relation: CatalogRelation, at: At): void {
  const { scope } = at.run.builder;
  if (!scope.stale || implicitFunctionsOf(scope.catalog) === null) return;
  for (const name of readBehind(relation, at)) {
    const behind = scope.catalog?.relations.get(name);
    if (behind !== undefined && mayBeGuarded(name, scope)) noteReading(behind, at, new Set());
  }
}

// Row policies, and what they look at; operator classes; what reads a foreign table. Partitions and children are read with their parent.
function noteReading(relation: CatalogRelation, at: At, seen: Set<CatalogRelation>): void {
  const { builder } = at.run;
  const { catalog } = builder.scope;
  const code = implicitFunctionsOf(catalog)?.code;
  if (catalog === null || code === undefined) return;
  for (const one of [relation, ...reachable(relation, ({ children }) => children, catalog)]) {
    if (seen.has(one)) continue;
    seen.add(one);
    const name = canonicalName(one.schema, one.name);
    if (!at.run.blindly) noteUnnamed(code.searched.get(one.oid) ?? [], `reading \`${name}\` runs it`, builder);
    for (const { name: wrapper } of code.foreign.get(one.oid) ?? []) builder.access('execute', wrapper, 'function', { why: `it reads the foreign table \`${name}\`` });
    if (at.run.blindly || (!code.guarded.has(one.oid) && !mayBeGuarded(name, builder.scope))) continue;
    noteUnnamed(code.read.get(one.oid) ?? [], `reading \`${name}\` runs it`, builder);
    noteMade(code.makes.get(one.oid) ?? [], builder);
    for (const oid of code.reads.get(one.oid) ?? []) {
      const other = catalog.relationsByOid.get(oid);
      if (other === undefined) continue;
      if (other.kind === 'v') throughView(other, at);
      noteReading(other, at, seen);
    }
  }
}

/** True for the relations that PostgreSQL has of its own. */
function isSystemSchema(schema: string): boolean {
  return schema === 'pg_catalog' || schema === 'information_schema';
}

function shapeOf({ name, relation, certain }: NamedRelation, at: At): Shape {
  const { scope } = at.run.builder;
  if (!certain) return lostShape(name, scope);
  if (relation === null) return openShape(name);
  if (isSystemSchema(relation.schema) && relation.oid < FIRST_USER_OID) return tableShape(relation);
  const shape = relation.kind === 'v' || relation.kind === 'm' ? throughView(relation, at) : tableShape(relation);
  // What a view does, and what it shows, counts as it was known; only its columns do not.
  return mayLookOtherwise(shape.locks, scope) ? lostShape(name, scope, shape.locks) : shape;
}

/** Elements of any type at all, as statistics have them. */
const ANYARRAY = 2277;

const shapes = new WeakMap<CatalogRelation, Shape>();

// A table's columns depend on nothing but the table, so they are made once for each snapshot of it.
function tableShape(relation: CatalogRelation): Shape {
  const known = shapes.get(relation);
  if (known !== undefined) return known;
  const name = canonicalName(relation.schema, relation.name);
  const hidden = valueColumns(name);
  const columns = relation.columns.map((column): Column => ({
    name: column.name,
    value: hidden.has(column.name) ? { ...keptIn(name, column.name), type: column.typeOid === ANYARRAY ? TYPE.unknown : column.typeOid } : { origins: [{ relation: name, column: column.name }], direct: true, fields: null, type: column.typeOid },
  }));
  const shape = new Shape(columns, { whole: hidden.size > 0 ? keptIn(name, '*') : wholeRow(name), locks: [name] });
  shapes.set(relation, shape);
  return shape;
}

// Known to exist, but not its columns: whatever is asked for is taken to be there.
function openShape(name: string): Shape {
  const hidden = valueColumns(name);
  const pick = (column: string): Value => (hidden.has(column) ? keptIn(name, column) : { origins: [{ relation: name, column }], direct: true, fields: null, type: 0 });
  return new Shape([], { rest: hidden.size > 0 ? keptIn(name, '*') : wholeRow(name), pick, locks: [name] });
}

// Of a table that was made in the same message types are known, and nothing else.
function lostShape(name: string, scope: Scope, locks: readonly string[] = [name]): Shape {
  return new Shape([], { rest: LOST, locks, pick: (column) => ({ ...LOST, type: columnTypeSince(name, column, scope) }) });
}

function keptIn(relation: string, column: string): Value {
  return { ...LOST, kept: { relation, column } };
}

function wholeRow(name: string): Value {
  return computed([{ origins: [{ relation: name, column: '*' }], direct: false, fields: null, type: 0 }]);
}
