// SPDX-License-Identifier: Apache-2.0
//
// What keeps tables in shape or holds them: TRUNCATE, LOCK, VACUUM, ANALYZE, CLUSTER, REINDEX, indexes, statistics, sequences. Locks and
// storage count as writes. Refuses options that it does not know.
import type { AlterSeqStmt, ClusterStmt, CreateSeqStmt, CreateStatsStmt, IndexStmt, LockStmt, Node, ReindexStmt, TruncateStmt, VacuumStmt } from '@pgsql/types';
import type { FactsBuilder } from '../facts/collect.js';
import { noteAllAnalyzed, noteAllFilled, noteAnalyzed, noteFilled } from '../calls/index-functions.js';
import { namesOf } from '../names/names.js';
import { resolveQuery } from '../query/query.js';
import { every, nodesIn, present, spelled } from '../grammar/tree.js';
import { LOCKS } from './alter-commands.js';
import { made } from './create-table.js';
import { columnsIn, condition } from './expressions.js';
import { indexed } from './index-keys.js';
import { newObject, newRelation, plain, rangeOf, relation, touch, touchAll } from './objects.js';
import type { AnyHandlers, Place } from './place.js';

/** Handlers of maintenance, indexes, extended statistics and sequences. */
export const MAINTENANCE_HANDLERS = {
  TruncateStmt: truncate,
  LockStmt: lock,
  VacuumStmt: vacuum,
  ClusterStmt: cluster,
  ReindexStmt: reindex,
  IndexStmt: index,
  CreateStatsStmt: statistics,
  AlterStatsStmt: ({ defnames }, { builder }) => {
    touch('schema', newObject(defnames, 'statistics', builder), builder);
    builder.session({ kind: 'ddl' });
  },
  CreateSeqStmt: createSequence,
  AlterSeqStmt: alterSequence,
} satisfies AnyHandlers;

// Loses what a DELETE of all rows would lose, and fires triggers in the same places. No row is looked at: not by policies, nor by keys.
function truncate({ relations, behavior }: TruncateStmt, { builder }: Place): void {
  for (const node of every('RangeVar', relations)) resolveQuery({ DeleteStmt: { relation: node } }, builder, { blindly: true });
  // Every table that refers to these, by whatever name.
  if (behavior === 'DROP_CASCADE') builder.access('destroy', null, 'relation');
  builder.lock('ACCESS EXCLUSIVE');
}

function lock({ relations, mode }: LockStmt, { builder }: Place): void {
  for (const node of every('RangeVar', relations)) touch('write', relation(node, builder), builder);
  const level = LOCKS[present(mode) - 1];
  if (level === undefined) builder.unknown('its lock mode is not one that we know');
  else builder.lock(level);
}

const VACUUM_OPTIONS = 'full freeze verbose analyze disable_page_skipping skip_locked index_cleanup process_main process_toast truncate parallel skip_database_stats only_database_stats buffer_usage_limit'.split(' ');
const ANALYZE_OPTIONS = ['verbose', 'skip_locked', 'buffer_usage_limit'];

function vacuum({ options, rels, is_vacuumcmd: isVacuum = false }: VacuumStmt, { builder }: Place): void {
  const given = known(options, isVacuum ? VACUUM_OPTIONS : ANALYZE_OPTIONS, builder);
  // Sorts what it finds in each column, to tell what is there often.
  const analyzes = !isVacuum || given.get('analyze') === true;
  for (const node of every('VacuumRelation', rels)) {
    const { relation: named, va_cols: names } = node;
    const rangeVar = present(named);
    const columns = namesOf(names);
    touch('write', { ...relation(rangeVar, builder), columns }, builder);
    if (analyzes) noteAnalyzed(rangeVar, builder, columns.length > 0 ? columns : ['*']);
    if (isVacuum) noteFilled(rangeVar, builder);
  }
  if (rels === undefined || rels.length === 0) {
    wholeDatabase(builder);
    if (analyzes) noteAllAnalyzed(builder);
    if (isVacuum) noteAllFilled(null, builder);
  }
  const full = given.get('full') === true;
  builder.lock(full ? 'ACCESS EXCLUSIVE' : 'SHARE UPDATE EXCLUSIVE');
  builder.rewrite(full);
}

function wholeDatabase(builder: FactsBuilder): void {
  touchAll('write', plain(builder.scope.catalog?.database, 'database'), null, builder);
}

function cluster({ relation: rangeVar, params }: ClusterStmt, { builder }: Place): void {
  known(params, ['verbose'], builder);
  if (rangeVar === undefined) {
    wholeDatabase(builder);
    noteAllFilled(null, builder);
  } else {
    touch('write', relation(rangeVar, builder), builder);
    noteFilled(rangeVar, builder);
  }
  builder.lock('ACCESS EXCLUSIVE');
  builder.rewrite(true);
}

function reindex({ kind, relation: rangeVar, name, params }: ReindexStmt, { builder }: Place): void {
  const given = known(params, ['concurrently', 'tablespace', 'verbose'], builder);
  if (rangeVar !== undefined) touch('write', relation(rangeVar, builder, kind === 'REINDEX_OBJECT_INDEX' ? 'OBJECT_INDEX' : 'OBJECT_TABLE'), builder);
  else if (kind === 'REINDEX_OBJECT_SCHEMA') touchAll('write', plain(name, 'schema'), present(name), builder);
  else touchAll('write', plain(name ?? builder.scope.catalog?.database, 'database'), null, builder);
  if (rangeVar !== undefined) noteFilled(rangeVar, builder);
  else noteAllFilled(kind === 'REINDEX_OBJECT_SCHEMA' ? present(name) : null, builder);
  builder.lock(given.get('concurrently') === true ? 'SHARE UPDATE EXCLUSIVE' : 'SHARE');
  builder.rewrite(false);
}

// Options by name, true unless they say no. An unknown one makes the statement unknown.
function known(options: readonly Node[] | undefined, names: readonly string[], builder: FactsBuilder): ReadonlyMap<string, boolean> {
  const given = new Map<string, boolean>();
  for (const option of every('DefElem', options)) {
    const { arg } = option;
    const defname = spelled(option.defname);
    if (!names.includes(defname)) builder.unknown(`\`${defname}\` is not an option that we know here`);
    if (given.get(defname) !== true) given.set(defname, !saysNo(arg));
  }
  return given;
}

function saysNo(arg: Node | undefined): boolean {
  if (arg === undefined) return false;
  if ('Integer' in arg) return (arg.Integer.ival ?? 0) === 0;
  return 'String' in arg && ['false', 'off'].includes(spelled(arg.String.sval).toLowerCase());
}

function index({ relation: named, indexParams, indexIncludingParams, whereClause, concurrent, accessMethod }: IndexStmt, place: Place): void {
  const { builder } = place;
  const rangeVar = present(named);
  const columns: string[] = [];
  for (const node of every('IndexElem', indexParams)) columns.push(...indexed(node, { over: rangeVar, method: present(accessMethod) }, place));
  for (const { name } of every('IndexElem', indexIncludingParams)) columns.push(present(name));
  // How many rows it holds can be seen from outside.
  condition(whereClause, rangeVar, place);
  touch('schema', { ...relation(rangeVar, builder), columns }, builder);
  builder.lock(concurrent === true ? 'SHARE UPDATE EXCLUSIVE' : 'SHARE');
  builder.rewrite(false);
  builder.session({ kind: 'ddl' });
}

function statistics({ defnames, relations, exprs }: CreateStatsStmt, place: Place): void {
  const { builder } = place;
  // They may be made in another schema than the table's.
  if (defnames !== undefined) touch('schema', newObject(defnames, 'statistics', builder), builder);
  for (const node of nodesIn(relations)) {
    if (!('RangeVar' in node)) {
      builder.unknown('statistics are made for something that is not a table');
      continue;
    }
    const columns: string[] = [];
    for (const element of every('StatsElem', exprs)) {
      if (element.name !== undefined) columns.push(element.name);
      columns.push(...columnsIn(element.expr, node.RangeVar, place));
    }
    touch('schema', { ...relation(node.RangeVar, builder), columns }, builder);
  }
  builder.lock('SHARE UPDATE EXCLUSIVE');
  builder.session({ kind: 'ddl' });
}

function createSequence({ sequence: named, options }: CreateSeqStmt, { builder }: Place): void {
  const sequence = present(named);
  touch('schema', newRelation(sequence, builder, 'OBJECT_SEQUENCE'), builder);
  owned(options, builder);
  made(sequence, builder);
}

function alterSequence({ sequence, options }: AlterSeqStmt, { builder }: Place): void {
  const named = relation(sequence, builder, 'OBJECT_SEQUENCE');
  touch('schema', named, builder);
  owned(options, builder);
  // RESTART gives numbers out again.
  if (every('DefElem', options).some(({ defname }) => defname === 'restart')) touch('write', named, builder);
  builder.session({ kind: 'ddl' });
}

function owned(options: readonly Node[] | undefined, builder: FactsBuilder): void {
  for (const { defname, arg } of every('DefElem', options)) {
    if (defname !== 'owned_by') continue;
    const names = every('List', [present(arg)]).flatMap(({ items }) => namesOf(items));
    if (names.length > 1) touch('schema', { ...relation(rangeOf(names.slice(0, -1)), builder), columns: names.slice(-1) }, builder);
  }
}
