// SPDX-License-Identifier: Apache-2.0
//
// Hazards of losing things as a whole: tables, schemas, databases, and rows of tables that nobody named (TRUNCATE … CASCADE).
import type { Node } from '@pgsql/types';
import type { FactsBuilder } from '../facts/collect.js';
import { every, nodesIn, present, spelled } from '../grammar/tree.js';
import { objectOf, relation } from '../utility/objects.js';
import type { Found } from './note.js';
import type { StatementHazard } from './words.js';

const LOSSES: Readonly<Record<string, StatementHazard>> = { OBJECT_TABLE: 'drop-table', OBJECT_SCHEMA: 'drop-schema' };

/** Hazards of DROP TABLE, DROP SCHEMA, DROP DATABASE and TRUNCATE; none for any other statement. */
export function dropHazards(node: Node, builder: FactsBuilder): Found[] {
  if ('DropdbStmt' in node) return [{ id: 'drop-database', detail: `all of \`${spelled(node.DropdbStmt.dbname)}\` is lost`, on: present(node.DropdbStmt.dbname) }];
  if ('TruncateStmt' in node) {
    if (node.TruncateStmt.behavior !== 'DROP_CASCADE') return [];
    const names = every('RangeVar', node.TruncateStmt.relations).map((item) => relation(item, builder).name);
    return names.map((on) => ({ id: 'truncate-cascade', detail: `every table that refers to \`${on}\` is emptied, too`, on }));
  }
  if (!('DropStmt' in node)) return [];
  const { removeType, objects } = node.DropStmt;
  const id = Object.hasOwn(LOSSES, String(removeType)) ? LOSSES[String(removeType)] : undefined;
  if (id === undefined) return [];
  return nodesIn(objects).map((object) => {
    const on = objectOf(removeType, object, builder).name;
    return { id, detail: `\`${on}\` and what is in it is lost, also for programs that still ask for it`, on };
  });
}
