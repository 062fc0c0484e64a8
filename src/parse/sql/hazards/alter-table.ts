// SPDX-License-Identifier: Apache-2.0
//
// Hazards of ALTER TABLE and of renaming, subcommand by subcommand. Refuses to tell small tables from large ones: nobody knows here.
import type { AlterTableCmd, Constraint, Node } from '@pgsql/types';
import type { FactsBuilder } from '../facts/collect.js';
import { every, present, spelled, theOne } from '../grammar/tree.js';
import { relation } from '../utility/objects.js';
import { namesTable } from '../utility/rename.js';
import { addedColumnHazards, typeHazards } from './columns.js';
import type { Found } from './note.js';
import type { StatementHazard } from './words.js';

/** Hazards of ALTER TABLE, RENAME and SET SCHEMA; none for any other statement. */
export function alterTableHazards(node: Node, builder: FactsBuilder): Found[] {
  if ('AlterTableStmt' in node) {
    const { relation: rangeVar, cmds, objtype } = node.AlterTableStmt;
    if (objtype !== 'OBJECT_TABLE' && objtype !== 'OBJECT_MATVIEW') return [];
    const table = relation(rangeVar, builder).name;
    return every('AlterTableCmd', cmds).flatMap((cmd) => command(cmd, table));
  }
  return renames(node, builder);
}

function command(cmd: AlterTableCmd, table: string): Found[] {
  const { subtype, name, def } = cmd;
  const one = (id: StatementHazard, detail: string): Found[] => [{ id, detail, on: table }];
  const column = `\`${spelled(name)}\` of \`${table}\``;
  switch (subtype) {
    case 'AT_AddColumn':
      return [...addedColumnHazards(theOne('ColumnDef', def), table), ...typeHazards(theOne('ColumnDef', def), table)];
    case 'AT_AlterColumnType':
      return [...one('column-type-change', `a new type for ${column} may rewrite the table and its indexes while nobody can read or write`), ...typeHazards({ ...theOne('ColumnDef', def), colname: spelled(name) }, table)];
    case 'AT_SetNotNull':
      return one('not-null-without-check', `all rows are read for ${column} while nobody can read or write`);
    case 'AT_DropNotNull':
      return one('drop-not-null', `whoever reads ${column} may now find nulls`);
    case 'AT_DropColumn':
      return one('drop-column', `${column} and what is in it is lost, also for programs that still ask for it`);
    case 'AT_AddConstraint':
      return constraint(theOne('Constraint', def), table);
    case 'AT_ValidateConstraint':
      return one('validate-in-same-transaction', `all rows of \`${table}\` are read while locks of the same transaction may be held`);
    case 'AT_SetExpression':
    case 'AT_SetLogged':
    case 'AT_SetUnLogged':
    case 'AT_SetAccessMethod':
    case 'AT_SetTableSpace':
      return one('table-rewrite', `\`${table}\` is written anew while nobody can read or write`);
    case 'AT_DisableTrig':
    case 'AT_DisableTrigAll':
    case 'AT_DisableTrigUser':
      return one('trigger-disable', `what a trigger of \`${table}\` guards is not guarded, for everybody`);
    case 'AT_DetachPartition':
      return theOne('PartitionCmd', def).concurrent === true ? [] : one('detach-not-concurrent', `\`${table}\` can not be read or written while a partition leaves`);
    default:
      return [];
  }
}

function constraint({ contype, skip_validation: notValid, indexname, conname }: Constraint, table: string): Found[] {
  const one = (id: StatementHazard, detail: string): Found[] => [{ id, detail, on: table }];
  const name = conname === undefined ? `a constraint of \`${table}\`` : `\`${conname}\` of \`${table}\``;
  switch (contype) {
    case 'CONSTR_FOREIGN':
      return notValid === true ? [] : one('constraint-not-not-valid', `${name} is checked for all rows while nobody can write to either table`);
    case 'CONSTR_CHECK':
      return notValid === true ? [] : one('constraint-not-not-valid', `${name} is checked for all rows while nobody can read or write`);
    case 'CONSTR_NOTNULL':
      return notValid === true ? [] : one('not-null-without-check', `${name} is checked for all rows while nobody can read or write`);
    case 'CONSTR_UNIQUE':
    case 'CONSTR_PRIMARY':
      return indexname === undefined ? one('unique-constraint-without-index', `the index of ${name} is built while nobody can read or write`) : [];
    default:
      // EXCLUDE: the grammar has no other here.
      return one('exclusion-constraint', `the index of ${name} is built while nobody can read or write`);
  }
}

const RELATIONS: ReadonlySet<string> = new Set(['OBJECT_TABLE', 'OBJECT_VIEW', 'OBJECT_MATVIEW', 'OBJECT_FOREIGN_TABLE']);

function renames(node: Node, builder: FactsBuilder): Found[] {
  if ('AlterObjectSchemaStmt' in node) {
    const { objectType, relation: rangeVar } = node.AlterObjectSchemaStmt;
    return RELATIONS.has(String(objectType)) ? renamed(relation(rangeVar, builder).name) : [];
  }
  if (!('RenameStmt' in node)) return [];
  const { renameType, relation: rangeVar, subname } = node.RenameStmt;
  if (renameType === 'OBJECT_SCHEMA') return [{ id: 'schema-rename', detail: `programs that still say \`${spelled(subname)}\` fail`, on: present(subname) }];
  if (rangeVar === undefined) return [];
  const { name } = relation(rangeVar, builder);
  if (renameType === 'OBJECT_COLUMN') return [{ id: 'column-rename', detail: `programs that still say \`${spelled(subname)}\` of \`${name}\` fail`, on: name }];
  return RELATIONS.has(String(renameType)) || namesTable(renameType, name, builder) ? renamed(name) : [];
}

function renamed(name: string): Found[] {
  return [{ id: 'table-rename', detail: `programs that still say \`${name}\` fail`, on: name }];
}
