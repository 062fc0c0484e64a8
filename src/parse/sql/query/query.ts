// SPDX-License-Identifier: Apache-2.0
//
// The door to queries: SELECT, VALUES, INSERT, UPDATE, DELETE and MERGE, and expressions on their own, to accesses and output columns.
// Puts the parts of the walk together. Refuses to throw: what goes wrong makes the statement unknown.
import type { Node, SelectStmt } from '@pgsql/types';
import { messageOf } from '../../../core/errors.js';
import type { OutputColumn } from '../../../core/model.js';
import type { FactsBuilder } from '../facts/collect.js';
import { expression } from './expression.js';
import { LOST, LOST_SHAPE, Shape, type Value } from '../facts/lineage.js';
import { mergeShape } from './merge.js';
import { deleteShape, insertShape, updateShape } from './modify.js';
import { selectShape } from './select.js';
import { settingAskedFor } from '../calls/set-config.js';
import { storeInto } from './store.js';
import { nodesIn, spelled } from '../grammar/tree.js';
import { type At, Frame, Run, type Walk } from '../facts/walk.js';

/** How a query is reached. */
export interface Reached {
  /** Types that columns have by then, whatever the catalog says. */
  readonly retyped?: ReadonlyMap<string, number>;
  /** True when no row is looked at. */
  readonly blindly?: boolean;
  /** True when the statement itself is the query, so that what it calls it calls now: not EXPLAIN, DECLARE, a rule or a function. */
  readonly runs?: boolean;
}

const WALK: Walk = { expression, query };

/**
 * Resolves a query into a builder and returns its output columns: null when it returns no rows, `'unknown'` when what it returns can't be
 * told. Without a catalog a column named `*` stands for all of some relation's.
 */
export function resolveQuery(node: Node, builder: FactsBuilder, { runs = false, blindly = false, retyped }: Reached = {}): readonly OutputColumn[] | 'unknown' | null {
  const run = new Run(builder, WALK);
  run.retyped = retyped ?? null;
  run.blindly = blindly;
  if (runs) noteCalls(node, run);
  const shape = guarded(run, () => query(node, { run, frame: null, ctes: null, filter: false })) ?? LOST_SHAPE;
  const outputs = returnsRows(node) ? outputsOf(shape, builder) : null;
  const into = 'SelectStmt' in node ? leftmost(node.SelectStmt).intoClause : undefined;
  if (into === undefined) return outputs;
  storeInto(into, outputs, builder);
  return null;
}

/** Columns that are named where no relation can be read: of a table that is being made, or changed, and by what name that is known. */
export interface Defined {
  readonly alias: string;
  readonly qualified: string | null;
  /** Types by column. */
  readonly types: ReadonlyMap<string, number>;
}

/** Resolves an expression that stands on its own: DEFAULT, CHECK, an argument of CALL or EXECUTE. Of columns in it no more is known than their type. */
export function resolveExpression(node: Node, builder: FactsBuilder, defined: Defined | null): Value {
  const run = new Run(builder, WALK);
  return expression(node, { run, frame: defined === null ? null : frameOf(defined), ctes: null, filter: false });
}

function frameOf({ alias, qualified, types }: Defined): Frame {
  const frame = new Frame(null);
  const columns = Array.from(types, ([name, type]) => ({ name, value: { ...LOST, type } }));
  const item = { shape: new Shape(columns, { rest: LOST }), relation: null, filtered: false };
  frame.items.push(item);
  frame.sources.push({ alias, qualified, item, locks: [] });
  return frame;
}

// INVARIANT: a fault in here never passes for an understood statement.
function guarded<T>(run: Run, work: () => T): T | null {
  try {
    return work();
  } catch (thrown) {
    run.builder.unknown(`it could not be followed: ${messageOf(thrown)}`);
    return null;
  }
}

function query(node: Node, at: At): Shape {
  const entered = at.run.enter();
  const shape = entered ? dispatch(node, at) : LOST_SHAPE;
  at.run.leave();
  return shape;
}

function dispatch(node: Node, at: At): Shape {
  if ('SelectStmt' in node) return selectShape(node.SelectStmt, at);
  if ('InsertStmt' in node) return insertShape(node.InsertStmt, at);
  if ('UpdateStmt' in node) return updateShape(node.UpdateStmt, at);
  if ('DeleteStmt' in node) return deleteShape(node.DeleteStmt, at);
  if ('MergeStmt' in node) return mergeShape(node.MergeStmt, at);
  at.run.builder.unknown(`a query of kind \`${spelled(Object.keys(node)[0])}\` is not one that we know`);
  return LOST_SHAPE;
}

function returnsRows(node: Node): boolean {
  if ('InsertStmt' in node) return node.InsertStmt.returningClause !== undefined;
  if ('UpdateStmt' in node) return node.UpdateStmt.returningClause !== undefined;
  if ('DeleteStmt' in node) return node.DeleteStmt.returningClause !== undefined;
  if ('MergeStmt' in node) return node.MergeStmt.returningClause !== undefined;
  return true;
}

function outputsOf(shape: Shape, builder: FactsBuilder): readonly OutputColumn[] | 'unknown' {
  const outputs = shape.columns.map(({ name, value }): OutputColumn => ({ name, origins: value.origins, direct: value.direct }));
  if (shape.rest === null) return outputs;
  // With a catalog positions matter, and one of them not known makes all unknown.
  return builder.scope.catalog === null ? [...outputs, { name: '*', origins: shape.rest.origins, direct: false }] : 'unknown';
}

function leftmost(select: SelectStmt): SelectStmt {
  let left = select;
  while (left.larg !== undefined) left = left.larg;
  return left;
}

// `SELECT set_config(…)`: without FROM and conditions its targets are computed once, each. `… FROM pg_settings WHERE name = 'x'`: once,
// where the server has such a setting.
function noteCalls(node: Node, run: Run): void {
  if (!('SelectStmt' in node)) return;
  const { targetList, op, limitOption: _option, fromClause, whereClause, ...rest } = node.SelectStmt;
  if ((op !== undefined && op !== 'SETOP_NONE') || Object.keys(rest).length > 0) return;
  const setting = fromClause === undefined || whereClause === undefined ? null : settingAskedFor(fromClause, whereClause);
  for (const target of nodesIn(targetList)) {
    if (!('ResTarget' in target) || target.ResTarget.val === undefined || !('FuncCall' in target.ResTarget.val)) continue;
    const call = target.ResTarget.val.FuncCall;
    if (setting !== null) run.forSetting.set(call, setting);
    else if (fromClause === undefined && whereClause === undefined) run.certain.add(call);
  }
}
