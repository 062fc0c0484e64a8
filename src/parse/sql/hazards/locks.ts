// SPDX-License-Identifier: Apache-2.0
//
// Which relations that were there before a statement locks so that others have to wait, and the hazards of that: waiting without an end
// (everybody who comes later waits behind it), and holding several at once. Refuses to count locks that only maintenance waits for.
import type { CreateStmt, Node, RangeVar } from '@pgsql/types';
import type { FactsBuilder } from '../facts/collect.js';
import { namesOf } from '../names/names.js';
import { every, nodesIn } from '../grammar/tree.js';
import { LOCKS } from '../utility/alter-commands.js';
import { objectOf, rangeOf, relation } from '../utility/objects.js';
import type { Found } from './note.js';

/** The weakest lock that writers have to wait for. */
const BLOCKING = LOCKS.indexOf('SHARE');

/** Hazards of the locks that a statement takes. */
export function lockHazards(node: Node, builder: FactsBuilder): Found[] {
  const blocking = new Set(blockedBy(node, builder));
  const all = new Set([...blocking, ...waitedFor(node, builder)]);
  return [...all].flatMap((on): Found[] => {
    const unlimited: Found = { id: 'missing-statement-timeout', detail: `it may take, or wait for \`${on}\`, however long`, on };
    if (!blocking.has(on)) return [unlimited];
    return [
      { id: 'missing-lock-timeout', detail: `it may wait for \`${on}\` without an end, and whoever comes later waits behind it`, on },
      unlimited,
      { id: 'several-locks-in-transaction', detail: `\`${on}\` may be locked while locks on other tables are held`, on },
    ];
  });
}

function blockedBy(node: Node, builder: FactsBuilder): string[] {
  if ('CreateStmt' in node) return ofNewTable(node.CreateStmt, builder);
  // An explicit lock is taken to be held, whatever its mode.
  if ('LockStmt' in node) return ranges(node.LockStmt.relations, builder);
  const lock = builder.locked();
  const blocks = lock !== null && LOCKS.indexOf(lock as (typeof LOCKS)[number]) >= BLOCKING;
  return [...(blocks ? targets(node, builder) : []), ...('AlterTableStmt' in node ? referred(node.AlterTableStmt.cmds, builder) : [])];
}

// Maintenance and definitions wait for each other, too, though nobody waits behind them.
function waitedFor(node: Node, builder: FactsBuilder): string[] {
  if (!('CommentStmt' in node)) return builder.locked() === null || 'CreateStmt' in node ? [] : targets(node, builder);
  const { objtype, object } = node.CommentStmt;
  const names = object !== undefined && 'List' in object ? namesOf(object.List.items) : [];
  const of = objtype === 'OBJECT_COLUMN' ? names.slice(0, -1) : objtype === 'OBJECT_TABLE' ? names : [];
  return of.length === 0 ? [] : ranges([{ RangeVar: rangeOf(of) }], builder);
}

function targets(node: Node, builder: FactsBuilder): string[] {
  const [body] = Object.values(node) as [Readonly<Record<string, unknown>>];
  if ('DropStmt' in node) return nodesIn(node.DropStmt.objects).flatMap((object) => objectOf(node.DropStmt.removeType, object, builder).name);
  if ('TruncateStmt' in node) return ranges(node.TruncateStmt.relations, builder);
  if ('VacuumStmt' in node) return every('VacuumRelation', node.VacuumStmt.rels).map((rel) => relation(rel.relation, builder).name);
  if ('IndexStmt' in node && node.IndexStmt.relation?.inh !== true) return [];
  const rangeVar = (body?.['relation'] ?? body?.['table']) as RangeVar | undefined;
  return rangeVar === undefined ? [] : ranges([{ RangeVar: rangeVar }], builder);
}

function ranges(nodes: readonly Node[] | undefined, builder: FactsBuilder): string[] {
  return every('RangeVar', nodes).map((node) => relation(node, builder).name);
}

// A foreign key puts triggers on the table that it refers to; a partition is a part of its parent.
function ofNewTable({ tableElts, constraints, inhRelations, partbound }: CreateStmt, builder: FactsBuilder): string[] {
  const parents = partbound === undefined ? [] : ranges(inhRelations, builder);
  return [...parents, ...[...nodesIn(tableElts), ...nodesIn(constraints)].flatMap((node) => keysIn(node, builder))];
}

function referred(cmds: readonly Node[] | undefined, builder: FactsBuilder): string[] {
  return nodesIn(cmds).flatMap((cmd) => ('AlterTableCmd' in cmd && cmd.AlterTableCmd.def !== undefined ? keysIn(cmd.AlterTableCmd.def, builder) : []));
}

function keysIn(node: Node, builder: FactsBuilder): string[] {
  if ('ColumnDef' in node) return nodesIn(node.ColumnDef.constraints).flatMap((inner) => keysIn(inner, builder));
  return 'Constraint' in node && node.Constraint.pktable !== undefined ? ranges([{ RangeVar: node.Constraint.pktable }], builder) : [];
}
