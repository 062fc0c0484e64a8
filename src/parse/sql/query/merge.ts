// SPDX-License-Identifier: Apache-2.0
//
// MERGE: each of its actions is a write of its own, on the rows that the join and the action's condition leave. Refuses to call an
// unconditional DELETE or UPDATE of all rows anything but a loss of data.
// @see https://www.postgresql.org/docs/18/sql-merge.html
import type { MergeStmt, MergeWhenClause } from '@pgsql/types';
import { fromItem } from './from.js';
import { LOST_SHAPE, Shape, type Value } from '../facts/lineage.js';
import { alsoStored, assignments, type Conditioned, enter, incoming, narrows, type Stored, targetColumns } from './modify.js';
import { returned } from './returning.js';
import { rowValues } from './select.js';
import { enterTarget, noteWrite, store, type Target } from './store.js';
import { every, nodesIn, present } from '../grammar/tree.js';
import type { At } from '../facts/walk.js';

interface Merging {
  readonly target: Target;
  readonly stored: Stored;
  readonly at: At;
  /** Where the actions' conditions stand. */
  readonly where: Conditioned;
  /** True when the join condition leaves out rows of the target. */
  readonly joined: boolean;
}

/** The rows that a MERGE returns. */
export function mergeShape(merge: MergeStmt, outer: At): Shape {
  const { at, frame } = enter(merge, outer);
  frame.items.push(fromItem(present(merge.sourceRelation), frame, at));
  const target = enterTarget(present(merge.relation), frame, at);
  const where = conditioned(merge, at);
  const joined = narrows(merge.joinCondition, target, where);
  const merging: Merging = { target, stored: new Map(), at, where, joined };
  const actions = every('MergeWhenClause', merge.mergeWhenClauses);
  if (actions.filter(setsFromQuery).length > 1) at.run.builder.forbid('PostgreSQL (15.18 and 18.4) mixes up what actions of one MERGE set by `(a, b) = (SELECT …)`: it stores values in columns of the other action, or crashes; write each column\'s value by itself');
  for (const node of actions) action(node, merging);
  return returned(merge.returningClause, { target, stored: merging.stored, frame, at });
}

// `UPDATE SET (a, b) = (SELECT …)`: what the query gives is kept in places that are numbered by action, as if there were but one.
function setsFromQuery({ targetList }: MergeWhenClause): boolean {
  return every('ResTarget', targetList).some(({ val }) => val !== undefined && 'MultiAssignRef' in val && !('RowExpr' in present(val.MultiAssignRef.source)));
}

function conditioned({ relation, sourceRelation }: MergeStmt, at: At): Conditioned {
  return { at, rangeVar: present(relation), from: [present(sourceRelation)] };
}

function action(when: MergeWhenClause, merging: Merging): void {
  const { target, at, where } = merging;
  const { builder } = at.run;
  const narrow = narrows(when.condition, target, where) || (when.matchKind === 'MERGE_WHEN_MATCHED' && merging.joined);
  switch (when.commandType) {
    case 'CMD_INSERT':
      return insert(when, merging);
    case 'CMD_UPDATE': {
      const changed = assignments(when.targetList, target, at);
      keep(changed, merging);
      noteWrite(target, 'write', [...changed.keys()], builder);
      if (!narrow) noteWrite(target, 'destroy', [...changed.keys()], builder);
      return;
    }
    case 'CMD_DELETE':
      return noteWrite(target, narrow ? 'write' : 'destroy', [], builder);
    default:
      if (when.commandType !== 'CMD_NOTHING') builder.unknown('an action of MERGE is not one that we know');
  }
}

function insert(when: MergeWhenClause, merging: Merging): void {
  const { target, at } = merging;
  const columns = when.targetList === undefined ? null : targetColumns(when.targetList, at);
  const values = rowValues(nodesIn(when.values), at);
  const brought = incoming(target, columns, values === null ? LOST_SHAPE : new Shape(values.map((value) => ({ name: '', value }))));
  for (const [column, value] of brought) store(target, column, value, at.run.builder);
  keep(brought, merging);
  noteWrite(target, 'insert', columns ?? ['*'], at.run.builder);
}

function keep(values: ReadonlyMap<string, Value>, { stored }: Merging): void {
  for (const [name, value] of values) alsoStored(stored, name, value);
}
