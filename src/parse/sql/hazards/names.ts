// SPDX-License-Identifier: Apache-2.0
//
// Tables named without their schema: which one is meant hangs on the search path of whoever runs the statement. A matter of style.
import type { Node, RangeVar } from '@pgsql/types';
import type { FactsBuilder } from '../facts/collect.js';
import { namesOf } from '../names/names.js';
import { nodesIn, spelled, theOne } from '../grammar/tree.js';
import type { Found } from './note.js';

/** `style.unqualified-name` for tables made, altered or dropped without a schema; temporary ones have none. */
export function nameHazards(node: Node, _builder: FactsBuilder): Found[] {
  return bare(node).map((name) => ({ id: 'style.unqualified-name', detail: `which \`${name}\` is meant hangs on the search path`, on: null }));
}

function bare(node: Node): string[] {
  if ('CreateStmt' in node) return without(node.CreateStmt.relation);
  if ('CreateTableAsStmt' in node) return without(node.CreateTableAsStmt.into?.rel);
  if ('AlterTableStmt' in node) return without(node.AlterTableStmt.relation);
  if (!('DropStmt' in node) || node.DropStmt.removeType !== 'OBJECT_TABLE') return [];
  return nodesIn(node.DropStmt.objects).flatMap((object) => {
    const names = namesOf(theOne('List', object).items);
    return names.length === 1 ? names : [];
  });
}

function without(rangeVar: RangeVar | undefined): string[] {
  if (rangeVar === undefined || rangeVar.schemaname !== undefined || rangeVar.relpersistence === 't') return [];
  return [spelled(rangeVar.relname)];
}
