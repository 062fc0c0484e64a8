// SPDX-License-Identifier: Apache-2.0
//
// SELECT, VALUES and set operations: the columns that come out and what they carry, and all that decides which rows come. Refuses to
// forget a clause: each one of the grammar is walked.
// @see https://www.postgresql.org/docs/18/sql-select.html
import type { LockingClause, Node, SelectStmt } from '@pgsql/types';
import { sortKey, windowKeys } from '../calls/calls.js';
import { columnName } from '../names/column-names.js';
import { findColumn, starShape } from './columns.js';
import { integerOf } from '../grammar/constants.js';
import { conditionValue, noteCommon, noteCompared, noteStored } from '../calls/conversions.js';
import { fromList } from './from.js';
import { beside, type Column, computed, either, LOST, LOST_SHAPE, NOTHING, openPart, Shape, stacked, type Value, whole } from '../facts/lineage.js';
import { namesOf } from '../names/names.js';
import { every, nodesIn, present, spelled } from '../grammar/tree.js';
import { type At, filtering, Frame, use } from '../facts/walk.js';
import { withQueries } from './with.js';

/** Entries of a target list that the server takes (MaxTupleAttributeNumber). */
const MAX_TARGETS = 1664;
/** LIMIT and OFFSET are made one. */
const BIGINT = 20;

/** The columns of a SELECT; notes what it reads and does. */
export function selectShape(select: SelectStmt, outer: At): Shape {
  const at = select.withClause === undefined ? outer : { ...outer, ctes: withQueries(select.withClause, outer) };
  if (select.op !== undefined && select.op !== 'SETOP_NONE') return setOperation(select, at);
  const { begun: _begun, ...inside } = at;
  return select.valuesLists !== undefined ? values(select, inside) : block(select, inside);
}

// `a UNION b UNION c …` leans to the left: read in a loop, so that its length is no depth.
function setOperation(select: SelectStmt, at: At): Shape {
  const { begun, ...inside } = at;
  const links: SelectStmt[] = [];
  let left: SelectStmt | undefined = select;
  for (; left !== undefined && left.op !== undefined && left.op !== 'SETOP_NONE' && (left === select || isBare(left)); left = left.larg) links.push(left);
  let shape = inside.run.walk.query({ SelectStmt: present(left) }, inside);
  begun?.(shape);
  for (const link of links.reverse()) {
    const right = inside.run.walk.query({ SelectStmt: present(link.rarg) }, inside);
    // Comparing whole rows tells which values there are.
    if (link.all !== true || link.op !== 'SETOP_UNION') for (const side of [shape, right]) decide(side, inside);
    shape = alike(shape, right, inside) ? stacked(shape, right) : lost(stacked(shape, right));
  }
  ordering(select, shape, inside);
  return shape;
}

// False: a cast that nobody can see into makes the columns of both one.
function alike(left: Shape, right: Shape, { run: { builder } }: At): boolean {
  if (left.rest !== null || right.rest !== null || left.columns.length !== right.columns.length) return !noteCommon([left.any(), right.any()], builder);
  return left.columns.filter(({ value }, at) => noteCommon([value, present(right.columns[at]).value], builder)).length === 0;
}

function lost(shape: Shape): Shape {
  return shape.rest !== null ? LOST_SHAPE : new Shape(shape.columns.map(({ name }) => ({ name, value: LOST })));
}

function isBare(select: SelectStmt): boolean {
  return select.withClause === undefined && select.sortClause === undefined && select.limitCount === undefined && select.limitOffset === undefined && select.lockingClause === undefined;
}

function values(select: SelectStmt, at: At): Shape {
  const rows = nodesIn(select.valuesLists).map((row) => rowValues(every('List', [row]).flatMap(({ items }) => nodesIn(items)), at));
  const columns = (rows[0] ?? []).map((_, index): Column => {
    const cells = rows.map((row) => row?.[index] ?? NOTHING);
    return { name: `column${index + 1}`, value: cells.length > 1 && noteCommon(cells, at.run.builder) ? LOST : either(cells) };
  });
  const shape = rows.includes(null) ? LOST_SHAPE : new Shape(columns);
  ordering(select, shape, at);
  return shape;
}

function block(select: SelectStmt, outer: At): Shape {
  const frame = new Frame(outer.frame);
  const at: At = { run: outer.run, frame, ctes: outer.ctes, filter: outer.filter };
  const conditions = filtering(at);
  fromList(select.fromClause, frame, at);
  const shape = targets(select.targetList, at);
  if (select.whereClause !== undefined) conditionValue(select.whereClause, at);
  for (const key of nodesIn(select.groupClause)) grouping(key, shape, conditions);
  if (select.havingClause !== undefined) conditionValue(select.havingClause, at);
  for (const window of every('WindowDef', select.windowClause)) windowKeys(window, at);
  distinct(select.distinctClause, shape, conditions);
  ordering(select, shape, at);
  for (const clause of every('LockingClause', select.lockingClause)) lock(clause, at);
  const locks = frame.sources.flatMap((source) => source.locks);
  return locks.length === 0 ? shape : new Shape(shape.columns, { ...openPart(shape), locks });
}

/** The columns of a target list or RETURNING list, `*` spelled out. */
export function targets(nodes: readonly Node[] | undefined, at: At): Shape {
  const parts: Shape[] = [];
  let columns: Column[] = [];
  let starred = 0;
  let nameless = false;
  for (const node of every('ResTarget', nodes)) {
    const { name } = node;
    const val = present(node.val);
    const star = starOf(val, at);
    if (star === null) {
      const value = whole(at.run.walk.expression(val, at));
      const called = name ?? columnName(val, at);
      columns.push({ name: spelled(called), value });
      nameless ||= called === null;
      continue;
    }
    if (columns.length > 0) parts.push(new Shape(columns));
    parts.push(star);
    columns = [];
    starred += star.columns.length;
    if (starred > MAX_TARGETS) {
      at.run.builder.unknown(`it asks for more than ${MAX_TARGETS} columns`);
      return LOST_SHAPE;
    }
  }
  if (columns.length > 0 || parts.length === 0) parts.push(new Shape(columns));
  const shape = beside(parts);
  // Whatever is asked for by name may be the column whose name is not known.
  return nameless ? new Shape([], { rest: shape.any() }) : shape;
}

/** The values of a row of VALUES, `c.*` spelled out as the server does there; null when it can't be. */
export function rowValues(nodes: readonly Node[], at: At): readonly Value[] | null {
  const values: Value[] = [];
  let known = true;
  for (const node of nodes) {
    const star = starOf(node, at);
    if (star === null) values.push(whole(at.run.walk.expression(node, at)));
    else if (star.rest === null) for (const { value } of star.columns) values.push(value);
    else known = false;
  }
  return known ? values : null;
}

// `*`, `c.*` and `(expression).*`.
function starOf(val: Node, at: At): Shape | null {
  if ('ColumnRef' in val && isStar(val.ColumnRef.fields)) {
    const shape = starShape(val.ColumnRef, at);
    if (!at.run.takes(shape.columns.length)) return LOST_SHAPE;
    for (const { value } of shape.columns) use(value, at);
    if (shape.rest !== null) use(shape.rest, at);
    return shape;
  }
  if (!('A_Indirection' in val) || !isStar(val.A_Indirection.indirection)) return null;
  const row = at.run.walk.expression(val, at);
  return row.fields ?? new Shape([], { rest: computed([row]) });
}

function isStar(fields: readonly Node[] | undefined): boolean {
  const last = fields?.[fields.length - 1];
  return last !== undefined && 'A_Star' in last;
}

function decide(shape: Shape, at: At): void {
  const conditions = filtering(at);
  for (const { value } of shape.columns) use(value, conditions);
  if (shape.rest !== null) use(shape.rest, conditions);
  noteCompared([...shape.columns.map(({ value }) => value), ...(shape.rest === null ? [] : [shape.rest])], at.run.builder);
}

function distinct(keys: readonly Node[] | undefined, shape: Shape, at: At): void {
  if (keys === undefined) return;
  // A plain DISTINCT is a list of one empty node.
  if (keys.every((key) => Object.keys(key).length === 0)) return decide(shape, at);
  for (const key of keys) outputOr(key, shape, at);
}

function grouping(key: Node, shape: Shape, at: At): void {
  if ('GroupingSet' in key) {
    for (const inner of nodesIn(key.GroupingSet.content)) grouping(inner, shape, at);
    return;
  }
  // A bare name is a column of FROM before it is one of the output.
  const name = bareName(key);
  if (name !== null && findColumn(name, at) !== null) noteCompared([at.run.walk.expression(key, at)], at.run.builder);
  else outputOr(key, shape, at);
}

function ordering(select: SelectStmt, shape: Shape, at: At): void {
  const conditions = filtering(at);
  for (const key of nodesIn(select.sortClause)) {
    if ('SortBy' in key && key.SortBy.node !== undefined && key.SortBy.useOp === undefined) outputOr(key.SortBy.node, shape, conditions);
    else sortKey(key, conditions);
  }
  for (const bound of [select.limitCount, select.limitOffset]) if (bound !== undefined) noteStored(at.run.walk.expression(bound, conditions), BIGINT, at.run.builder);
}

// `ORDER BY 2` and `ORDER BY name` mean an output column; anything else is an expression over FROM.
function outputOr(key: Node, shape: Shape, at: At): void {
  const position = integerOf(key);
  if (position !== null) {
    noteCompared([use(shape.rest === null ? (shape.columns[position - 1]?.value ?? NOTHING) : shape.any(), at)], at.run.builder);
    return;
  }
  const name = bareName(key);
  const output = name === null ? null : shape.listed(name);
  noteCompared([output === null ? at.run.walk.expression(key, at) : use(output, at)], at.run.builder);
}

function bareName(node: Node): string | null {
  if (!('ColumnRef' in node)) return null;
  const { fields } = node.ColumnRef;
  return fields?.length === 1 ? spelled(namesOf(fields)[0]) : null;
}

function lock(clause: LockingClause, at: At): void {
  const wanted = every('RangeVar', clause.lockedRels).map((node) => spelled(node.relname));
  for (const source of present(at.frame).sources) {
    if (wanted.length > 0 && !wanted.includes(source.alias)) continue;
    for (const relation of source.locks) at.run.builder.access('write', relation, 'relation');
  }
}
