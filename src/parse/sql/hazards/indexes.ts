// SPDX-License-Identifier: Apache-2.0
//
// Hazards of making, remaking and dropping indexes, and of what rewrites or refreshes a relation as a whole. An index ON ONLY a partitioned
// table is not built, and so is none.
import type { Node } from '@pgsql/types';
import type { FactsBuilder } from '../facts/collect.js';
import { every, nodesIn, spelled } from '../grammar/tree.js';
import { objectOf, relation } from '../utility/objects.js';
import type { Found } from './note.js';

/** Hazards of CREATE INDEX, DROP INDEX, REINDEX, VACUUM FULL, CLUSTER and REFRESH; none for any other statement. */
export function indexHazards(node: Node, builder: FactsBuilder): Found[] {
  if ('IndexStmt' in node) {
    const { relation: rangeVar, concurrent, idxname } = node.IndexStmt;
    const table = relation(rangeVar, builder).name;
    if (concurrent === true || rangeVar?.inh !== true) return [];
    return [{ id: 'index-not-concurrent', detail: `${idxname === undefined ? 'an index' : `\`${idxname}\``} on \`${table}\` is built while nobody can write`, on: table }];
  }
  if ('DropStmt' in node) {
    const { removeType, objects, concurrent } = node.DropStmt;
    if (removeType !== 'OBJECT_INDEX' || concurrent === true) return [];
    return nodesIn(objects).map((object) => {
      const { name } = objectOf(removeType, object, builder);
      return { id: 'index-drop-not-concurrent', detail: `the table of \`${name}\` can not be read or written while the index goes`, on: name };
    });
  }
  return wholes(node, builder);
}

function wholes(node: Node, builder: FactsBuilder): Found[] {
  if ('ReindexStmt' in node) {
    const { kind, relation: rangeVar, name, params } = node.ReindexStmt;
    // The system's own indexes can't be remade any other way.
    if (kind === 'REINDEX_OBJECT_SYSTEM' || isOn(params, 'concurrently')) return [];
    const what = rangeVar === undefined ? (name ?? null) : relation(rangeVar, builder).name;
    return [{ id: 'reindex-not-concurrent', detail: `indexes of \`${what ?? 'the database'}\` are built anew while nobody can write`, on: what }];
  }
  if ('VacuumStmt' in node) {
    const { options, rels } = node.VacuumStmt;
    if (!isOn(options, 'full')) return [];
    const names = every('VacuumRelation', rels).map((rel) => relation(rel.relation, builder).name);
    return (names.length === 0 ? [null] : names).map((on) => ({ id: 'vacuum-full', detail: `\`${on ?? 'the database'}\` is written anew while nobody can read or write`, on }));
  }
  if ('ClusterStmt' in node) {
    const on = node.ClusterStmt.relation === undefined ? null : relation(node.ClusterStmt.relation, builder).name;
    return [{ id: 'cluster', detail: `\`${on ?? 'the database'}\` is written anew while nobody can read or write`, on }];
  }
  if (!('RefreshMatViewStmt' in node) || node.RefreshMatViewStmt.concurrent === true || node.RefreshMatViewStmt.skipData === true) return [];
  const on = relation(node.RefreshMatViewStmt.relation, builder).name;
  return [{ id: 'refresh-not-concurrent', detail: `\`${on}\` can not be read while it is computed anew`, on }];
}

// An option without a value is on; the last one counts.
function isOn(options: readonly Node[] | undefined, name: string): boolean {
  const given = nodesIn(options).flatMap((option) => ('DefElem' in option && option.DefElem.defname === name ? [option.DefElem] : [])).at(-1);
  if (given === undefined) return false;
  const { arg } = given;
  if (arg === undefined) return true;
  if ('Integer' in arg) return (arg.Integer.ival ?? 0) !== 0;
  return !('String' in arg) || !['false', 'off'].includes(spelled(arg.String.sval).toLowerCase());
}
