// SPDX-License-Identifier: Apache-2.0
//
// INSERT, UPDATE and DELETE: what they write, read and return. An UPDATE or DELETE whose condition picks no rows is a loss of data.
// Refuses to call a condition a restriction when it looks at nothing of the target.
import type { DeleteStmt, InsertStmt, Node, OnConflictClause, RangeVar, UpdateStmt } from '@pgsql/types';
import { conditionValue, noteSubscript } from '../calls/conversions.js';
import { fromList } from './from.js';
import { computed, LOST, Shape, TYPE, type Value } from '../facts/lineage.js';
import { returned } from './returning.js';
import { enterTarget, noteWrite, store, type Target } from './store.js';
import { isAlwaysTrue } from './tautology.js';
import { every, nodesIn, only, present, spelled } from '../grammar/tree.js';
import { type At, filtering, Frame, use } from '../facts/walk.js';
import { withQueries } from './with.js';

/** Values by the column that they are stored in; `*`: in any. */
export type Stored = Map<string, Value>;

/** The rows that an INSERT returns. */
export function insertShape(insert: InsertStmt, outer: At): Shape {
  const { at, frame } = enter(insert, outer);
  const target = enterTarget(present(insert.relation), frame, at);
  const source = insert.selectStmt === undefined ? new Shape([]) : at.run.walk.query(insert.selectStmt, { ...at, frame: outer.frame });
  const columns = insert.cols === undefined ? null : targetColumns(insert.cols, at);
  const stored = incoming(target, columns, source);
  for (const [column, value] of stored) store(target, column, value, at.run.builder);
  noteWrite(target, 'insert', columns ?? ['*'], at.run.builder);
  if (insert.onConflictClause !== undefined) onConflict(insert.onConflictClause, target, stored, at);
  return returned(insert.returningClause, { target, stored, frame, at });
}

/** The rows that an UPDATE returns. */
export function updateShape(update: UpdateStmt, outer: At): Shape {
  const { at, frame } = enter(update, outer);
  const target = enterTarget(present(update.relation), frame, at);
  fromList(update.fromClause, frame, at);
  const stored = assignments(update.targetList, target, at);
  const columns = [...stored.keys()];
  noteWrite(target, 'write', columns, at.run.builder);
  if (!narrows(update.whereClause, target, { at, rangeVar: present(update.relation), from: update.fromClause })) noteWrite(target, 'destroy', columns, at.run.builder);
  return returned(update.returningClause, { target, stored, frame, at });
}

/** The rows that a DELETE returns. */
export function deleteShape(statement: DeleteStmt, outer: At): Shape {
  const { at, frame } = enter(statement, outer);
  const target = enterTarget(present(statement.relation), frame, at);
  fromList(statement.usingClause, frame, at);
  const narrow = narrows(statement.whereClause, target, { at, rangeVar: present(statement.relation), from: statement.usingClause });
  noteWrite(target, narrow ? 'write' : 'destroy', [], at.run.builder);
  return returned(statement.returningClause, { target, stored: new Map(), frame, at });
}

/** A frame of its own for a data-modifying statement, with its WITH queries in sight. */
export function enter({ withClause }: Pick<InsertStmt, 'withClause'>, outer: At): { readonly at: At; readonly frame: Frame } {
  const { run } = outer;
  // Whatever stands around it, what it stores and returns are values.
  const around: At = { run, frame: outer.frame, ctes: outer.ctes, filter: false };
  const ctes = withClause === undefined ? outer.ctes : withQueries(withClause, around);
  const frame = new Frame(outer.frame);
  return { frame, at: { run, frame, ctes, filter: false } };
}

/** Where a condition on a target's rows stands. */
export interface Conditioned {
  readonly at: At;
  readonly rangeVar: RangeVar;
  /** What the target is joined with. */
  readonly from: readonly Node[] | undefined;
}

/** Reads a condition on the target's rows; true when it can leave some of them out. */
export function narrows(condition: Node | undefined, target: Target, { at, rangeVar, from }: Conditioned): boolean {
  target.item.filtered = false;
  if (condition === undefined) return false;
  conditionValue(condition, at);
  return target.item.filtered && !isAlwaysTrue(condition, rangeVar, from);
}

/** Reads `SET a = …, (b, c) = (…)` and notes what is stored. */
export function assignments(nodes: readonly Node[] | undefined, target: Target, at: At): Stored {
  const stored: Stored = new Map();
  for (const node of every('ResTarget', nodes)) {
    const { val, indirection } = node;
    const name = spelled(node.name);
    subscripts(indirection, at);
    const value = assigned(present(val), at);
    alsoStored(stored, name, value);
    store(target, name, value, at.run.builder);
  }
  return stored;
}

/** Keeps what is stored in a column beside what is stored in it already. */
export function alsoStored(stored: Stored, column: string, value: Value): void {
  const before = stored.get(column);
  stored.set(column, before === undefined ? value : computed([before, value]));
}

/** Values that an INSERT brings, by column. `columns` null: the target's, in order. */
export function incoming(target: Target, columns: readonly string[] | null, source: Shape): Stored {
  const stored: Stored = new Map();
  if (source.rest !== null) return stored.set('*', source.any());
  const names = columns ?? (target.shape.rest === null ? target.shape.columns.map(({ name }) => name) : []);
  for (const [at, { value }] of source.columns.entries()) {
    const name = names[at] ?? '*';
    alsoStored(stored, name, value);
  }
  return stored;
}

/** Names of an INSERT's columns; `scores[f()]` computes its subscript. */
export function targetColumns(nodes: readonly Node[], at: At): string[] {
  return every('ResTarget', nodes).map((node) => {
    subscripts(node.indirection, at);
    return spelled(node.name);
  });
}

function subscripts(steps: readonly Node[] | undefined, at: At): void {
  for (const step of only('A_Indices', steps)) {
    for (const index of [step.lidx, step.uidx]) if (index !== undefined) noteSubscript(at.run.walk.expression(index, at), at.run.builder);
  }
}

// Of `(a, b) = (SELECT x, y …)` each column gets its own.
function assigned(val: Node, at: At): Value {
  if (!('MultiAssignRef' in val)) return at.run.walk.expression(val, at);
  const { source: given, colno: place } = val.MultiAssignRef;
  const [source, colno] = [present(given), present(place)];
  if ('RowExpr' in source) {
    const part = source.RowExpr.args?.[colno - 1];
    return part === undefined || hasStar(source.RowExpr.args) ? at.run.walk.expression(source, at) : at.run.walk.expression(part, at);
  }
  if (!('SubLink' in source) || source.SubLink.subselect === undefined) return at.run.walk.expression(source, at);
  const shape = at.run.walk.query(source.SubLink.subselect, at);
  return shape.rest === null ? (shape.columns[colno - 1]?.value ?? LOST) : shape.any();
}

function hasStar(nodes: readonly Node[] | undefined): boolean {
  return nodesIn(nodes).some((node) => 'ColumnRef' in node && nodesIn(node.ColumnRef.fields).some((field) => 'A_Star' in field));
}

function onConflict(clause: OnConflictClause, target: Target, stored: Stored, at: At): void {
  const { infer } = clause;
  const conditions = filtering(at);
  for (const node of every('IndexElem', infer?.indexElems)) {
    const { name, expr } = node;
    if (name !== undefined) use(target.shape.find(name) ?? LOST, conditions);
    if (expr !== undefined) at.run.walk.expression(expr, conditions);
  }
  if (infer?.whereClause !== undefined) conditionValue(infer.whereClause, at);
  if (clause.action !== 'ONCONFLICT_UPDATE') return;
  // `excluded` holds the row that was to be inserted, with its generated columns: these come from any of the others.
  const any = computed([...stored.values()]);
  const pick = (name: string): Value => ({ ...(stored.get(name) ?? any), type: target.shape.listed(name)?.type ?? TYPE.unknown });
  const shape = target.shape.rest === null
    ? new Shape(target.shape.columns.map(({ name }) => ({ name, value: pick(name) })))
    : new Shape([], { rest: any, pick });
  const frame = present(at.frame);
  frame.sources.push({ alias: 'excluded', qualified: null, item: { shape, relation: null, filtered: false }, locks: [] });
  const changed = assignments(clause.targetList, target, at);
  frame.sources.pop();
  noteWrite(target, 'write', [...changed.keys()], at.run.builder);
  for (const [name, value] of changed) alsoStored(stored, name, value);
  if (clause.whereClause === undefined) return;
  frame.sources.push({ alias: 'excluded', qualified: null, item: { shape, relation: null, filtered: false }, locks: [] });
  conditionValue(clause.whereClause, at);
  frame.sources.pop();
}
