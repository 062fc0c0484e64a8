// SPDX-License-Identifier: Apache-2.0
//
// Which relations a statement leaves as others than the catalog shows. Refuses to take one for a plain table that may be read, or written,
// through another name. What that means for statements after it is for redefined.ts.
import type { Node } from '@pgsql/types';
import type { Redefined } from '../../core/model.js';
import type { FactsBuilder, Tree } from './collect.js';
import { isBuiltInType } from './conversions.js';
import { mayLookOtherwise } from './redefined.js';
import { unnamedOf } from './unnamed.js';

/** ALTER TABLE commands after which the table is read and written as before. */
const PLAIN_COMMANDS: ReadonlySet<unknown> = new Set([
  'AT_AddColumn', 'AT_EnableRowSecurity', 'AT_AddConstraint', 'AT_ValidateConstraint', 'AT_DropConstraint', 'AT_SetNotNull', 'AT_DropNotNull', 'AT_ColumnDefault', 'AT_AlterColumnType', 'AT_DropColumn',
]);
/** Statements that give relations other names: where their data goes is where it is found from now on. */
const MOVES: ReadonlySet<string> = new Set(['RenameStmt', 'AlterObjectSchemaStmt']);
/** Hold other statements, which say it for themselves, or which do not run now. */
const HOLDERS: ReadonlySet<string> = new Set(['DoStmt', 'CreateFunctionStmt', 'CallStmt']);

/** Notes what a statement redefines, once its handler has noted everything else. */
export function noteRedefined(tag: string, fields: Tree, builder: FactsBuilder): void {
  if (HOLDERS.has(tag) || !builder.defines()) return;
  const into = becomes(tag, fields);
  const plain = into === 'table' && hasPlainColumns(tag, fields, builder) ? { plain: true as const } : {};
  if (tag === 'AlterTableStmt' && commandsOf(fields).some((subtype) => subtype === 'AT_EnableRowSecurity')) noteGuarded(builder);
  for (const { effect, object, type } of builder.accesses()) {
    if (effect !== 'schema' && effect !== 'destroy') continue;
    // All relations of a schema get other names with it.
    if (type === 'schema' && tag === 'RenameStmt') return builder.redefine(null);
    if (type === 'relation' && object !== null) builder.redefine([{ relation: object, into, ...plain }]);
  }
  if (MOVES.has(tag)) builder.redefine(builder.targets().map((relation) => ({ relation, into })));
}

function commandsOf(fields: Tree): readonly unknown[] {
  return (fields['cmds'] as readonly { AlterTableCmd?: Tree }[] | undefined ?? []).map(({ AlterTableCmd: cmd }) => cmd?.['subtype']);
}

function noteGuarded(builder: FactsBuilder): void {
  for (const { effect, object, type } of builder.accesses()) {
    if (effect === 'grant' && type === 'relation' && object !== null) builder.redefine([{ relation: object, into: 'guarded' }]);
  }
}

// A table that is no child and no partition, an index: what is written there stays there. What stands behind views, renames and rules is theirs to say.
function becomes(tag: string, fields: Tree): Redefined['into'] {
  switch (tag) {
    case 'CreateStmt':
      return ['inhRelations', 'partbound', 'ofTypename'].every((field) => fields[field] === undefined) ? 'table' : 'anything';
    case 'CreateTableAsStmt':
      return fields['objtype'] === 'OBJECT_TABLE' ? 'table' : 'anything';
    case 'AlterTableStmt':
      return fields['objtype'] === 'OBJECT_TABLE' && commandsOf(fields).every((subtype) => PLAIN_COMMANDS.has(subtype)) ? 'table' : 'anything';
    case 'DropStmt':
      return 'nothing';
    default:
      return tag === 'IndexStmt' || tag === 'SelectStmt' ? 'table' : 'anything';
  }
}

function hasPlainColumns(tag: string, fields: Tree, builder: FactsBuilder): boolean {
  const nodes = ((tag === 'CreateStmt' ? fields['tableElts'] : fields['cmds']) ?? []) as readonly Node[];
  const isPlain = (node: Node | undefined) => node === undefined || 'Constraint' in node || ('ColumnDef' in node && isBuiltInType(node.ColumnDef.typeName, builder));
  if (tag === 'CreateStmt') return nodes.every(isPlain);
  if (tag === 'CreateTableAsStmt') return isOfPlainValues(builder);
  return tag === 'IndexStmt' || (tag === 'AlterTableStmt' && nodes.every((node) => 'AlterTableCmd' in node && isPlain(node.AlterTableCmd.def)));
}

// What a query returns is of the types of what it reads, or of types that it names; a function that nobody knows may return any.
function isOfPlainValues(builder: FactsBuilder): boolean {
  const { scope } = builder;
  const unnamed = unnamedOf(scope.catalog);
  if (unnamed === null) return true;
  if (builder.kinds.size > 0 || builder.reasons().length > 0) return false;
  const isPlain = (relation: string | null) => relation !== null && scope.catalog?.relations.has(relation) === true && unnamed.columnTypes(relation, '*').length === 0 && !mayLookOtherwise([relation], scope);
  return builder.accesses().every(({ effect, object, type, assumed }) => effect !== 'read' || type === null || (type === 'relation' && !assumed && isPlain(object)));
}
