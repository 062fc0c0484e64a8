// SPDX-License-Identifier: Apache-2.0
//
// Which relations a statement leaves as others than the catalog shows. Refuses to take one for a plain table that may be read, or written,
// through another name. What that means for statements after it is for redefined.ts.
import type { Node } from '@pgsql/types';
import { canonicalName } from '../../core/catalog.js';
import type { Redefined } from '../../core/model.js';
import type { FactsBuilder, Tree } from './facts/collect.js';
import { isBuiltInType } from './calls/conversions.js';
import { mayLookOtherwise } from './names/redefined.js';
import { every, nodesIn, spelled } from './grammar/tree.js';
import { typeOfColumn } from './names/type-names.js';
import { implicitFunctionsOf } from './names/implicit-functions.js';

/** ALTER TABLE commands after which the table is read and written as before. */
const PLAIN_COMMANDS: ReadonlySet<unknown> = new Set([
  'AT_AddColumn', 'AT_EnableRowSecurity', 'AT_AddConstraint', 'AT_ValidateConstraint', 'AT_DropConstraint', 'AT_SetNotNull', 'AT_DropNotNull', 'AT_ColumnDefault', 'AT_AlterColumnType', 'AT_DropColumn',
]);
/** After which writing to it runs no more than the catalog shows. */
const DISABLES: ReadonlySet<unknown> = new Set(['AT_DisableTrig', 'AT_DisableTrigAll', 'AT_DisableTrigUser']);
/** After which writing to it runs what the catalog shows as switched off. */
const ENABLES: ReadonlySet<unknown> = new Set(['AT_EnableTrig', 'AT_EnableAlwaysTrig', 'AT_EnableReplicaTrig', 'AT_EnableTrigAll', 'AT_EnableTrigUser']);
/** Statements that give relations other names: where their data goes is where it is found from now on. */
const MOVES: ReadonlySet<string> = new Set(['RenameStmt', 'AlterObjectSchemaStmt']);
/** What names that are no relation's stand for. */
const NAMES: ReadonlyMap<string, Redefined['into']> = new Map([['function', 'callable'], ['operator', 'callable'], ['type', 'type'], ['cast', 'cast']]);
/** Hold other statements, which say it for themselves, or which do not run now. */
const HOLDERS: ReadonlySet<string> = new Set(['DoStmt', 'CreateFunctionStmt', 'CallStmt']);

/** Notes what a statement redefines, once its handler has noted everything else. */
export function noteRedefined(tag: string, fields: Tree, builder: FactsBuilder): void {
  if (tag === 'CreateFunctionStmt') noteNames(tag, fields, builder);
  if (HOLDERS.has(tag) || !builder.defines()) return;
  if (takesAlong(tag, fields)) builder.redefine([{ relation: '', into: 'anything' }]);
  if (tag === 'AlterTableStmt' && commandsOf(fields).every((subtype) => DISABLES.has(subtype))) return;
  const into = becomes(tag, fields);
  const plain = into === 'table' && hasPlainColumns(tag, fields, builder) ? { plain: true as const } : {};
  const columns = into === 'table' ? columnsOf(tag, fields, builder) : null;
  const computed = tag === 'CreateStmt' && makesIndexes(fields) ? { computed: true as const } : {};
  if (tag === 'AlterTableStmt' && commandsOf(fields).some((subtype) => subtype === 'AT_EnableRowSecurity' || subtype === 'AT_ForceRowSecurity')) noteGuarded(builder);
  for (const { effect, object, type } of builder.accesses()) {
    if (effect !== 'schema' && effect !== 'destroy') continue;
    // All relations of a schema get other names with it.
    if (type === 'schema' && tag === 'RenameStmt') return builder.redefine(null);
    if (type === 'relation' && object !== null) builder.redefine([{ relation: object, into, ...plain, ...computed, ...(columns === null ? {} : { columns }) }]);
  }
  if (MOVES.has(tag)) builder.redefine(builder.targets().map((relation) => ({ relation, into })));
  noteNames(tag, fields, builder);
}

// An operator or an aggregate is made of a function that was there, and a function gets another name, or one that PostgreSQL's own have: whoever
// calls them in the same message would be judged by what the catalog shows.
function noteNames(tag: string, fields: Tree, builder: FactsBuilder): void {
  if (tag === 'DropStmt') return;
  const { newname } = fields;
  for (const { effect, object, type } of builder.accesses()) {
    const into = effect === 'schema' && object !== null ? NAMES.get(spelled(type)) : undefined;
    if (into === undefined || object === null) continue;
    builder.redefine([{ relation: object, into }, ...(typeof newname === 'string' ? [{ relation: canonicalName('', newname), into } as const] : [])]);
  }
}

// What else goes is not said: columns of other tables go with their type, or with a function that computes them, and where one is gone its name
// may mean the column of a query further out.
function takesAlong(tag: string, fields: Tree): boolean {
  return tag === 'DropOwnedStmt' || fields['behavior'] === 'DROP_CASCADE' || every('AlterTableCmd', tag === 'AlterTableStmt' ? (fields['cmds'] as readonly Node[] | undefined) : []).some(({ behavior }) => behavior === 'DROP_CASCADE');
}

function commandsOf(fields: Tree): readonly unknown[] {
  return every('AlterTableCmd', fields['cmds'] as readonly Node[] | undefined).map(({ subtype }) => subtype);
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
      return fields['objtype'] === 'OBJECT_TABLE' ? altered(commandsOf(fields)) : 'anything';
    case 'DropStmt':
      return 'nothing';
    case 'CreateTrigStmt':
      return 'triggered';
    default:
      return tag === 'IndexStmt' || tag === 'SelectStmt' ? 'table' : 'anything';
  }
}

function altered(commands: readonly unknown[]): Redefined['into'] {
  if (commands.every((subtype) => PLAIN_COMMANDS.has(subtype))) return 'table';
  return commands.every((subtype) => ENABLES.has(subtype) || DISABLES.has(subtype)) ? 'triggered' : 'anything';
}

// Of expressions: those of keys are columns.
function makesIndexes(fields: Tree): boolean {
  return nodesIn(fields['tableElts'] as readonly Node[] | undefined).some((node) => 'TableLikeClause' in node || ('Constraint' in node && node.Constraint.contype === 'CONSTR_EXCLUSION'));
}

/** Forms of ALTER TABLE that give, change or take columns. */
const COLUMN_COMMANDS: ReadonlySet<unknown> = new Set(['AT_AddColumn', 'AT_AlterColumnType', 'AT_DropColumn']);

// Types of the columns that it gives a table, of whatever kind; null: nothing can be said.
function columnsOf(tag: string, fields: Tree, { scope }: FactsBuilder): Readonly<Record<string, number>> | null {
  if (tag === 'IndexStmt') return {};
  if (tag === 'AlterTableStmt') {
    const cmds = every('AlterTableCmd', fields['cmds'] as readonly Node[] | undefined).filter(({ subtype }) => COLUMN_COMMANDS.has(subtype));
    return Object.fromEntries(cmds.map(({ name = '', def }) => {
      const given = def !== undefined && 'ColumnDef' in def ? def.ColumnDef : null;
      return [given?.colname ?? name, typeOfColumn(given?.typeName, scope)];
    }));
  }
  const nodes = nodesIn(fields['tableElts'] as readonly Node[] | undefined);
  // What a table looks like that it is to be like is not said here.
  if (tag !== 'CreateStmt' || nodes.some((node) => 'TableLikeClause' in node)) return null;
  return Object.fromEntries(nodes.flatMap((node) => ('ColumnDef' in node && node.ColumnDef.typeName !== undefined ? [[spelled(node.ColumnDef.colname), typeOfColumn(node.ColumnDef.typeName, scope)] as const] : [])));
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
  const unnamed = implicitFunctionsOf(scope.catalog);
  if (unnamed === null) return true;
  if (builder.kinds.size > 0 || builder.reasons().length > 0) return false;
  const isPlain = (relation: string | null) => relation !== null && scope.catalog?.relations.has(relation) === true && unnamed.columnTypes(relation, '*').length === 0 && !mayLookOtherwise([relation], scope);
  return builder.accesses().every(({ effect, object, type, assumed }) => effect !== 'read' || type === null || (type === 'relation' && !assumed && isPlain(object)));
}
