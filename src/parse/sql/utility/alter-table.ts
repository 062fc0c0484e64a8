// SPDX-License-Identifier: Apache-2.0
//
// ALTER TABLE, subcommand by subcommand: its effect, the strongest lock, whether the table is rewritten, and data that it moves from
// one column to another (USING, generated columns) or out of the protection of a parent. Refuses a subcommand that it does not know.
import type { AlterTableCmd, AlterTableStmt, ColumnDef, Node, RangeVar } from '@pgsql/types';
import { FactsBuilder } from '../facts/collect.js';
import { ALTER_COMMANDS, type AlterCommand, LIGHT_OPTIONS, type Lock, LOCKS, PER_ROW, PER_STATEMENT, PLAIN_TYPES, SERIAL_TYPES } from './alter-commands.js';
import { bounds, byItself, cascading, constraint, element } from './create-table.js';
import { computedOver, plainExpression } from './expressions.js';
import { isKey, typeIndexed } from './index-keys.js';
import { castTo, noteTyped } from '../calls/conversions.js';
import { noteFilled } from '../calls/index-functions.js';
import { LOST, NOTHING, TYPE } from '../facts/lineage.js';
import { namesOf, relationOf } from '../names/names.js';
import { columnTypeSince } from '../names/redefined.js';
import { every, present, spelled, theOne } from '../grammar/tree.js';
import { typeOfColumn } from '../names/type-names.js';
import { type Called, plain, relation, role, touch, touchAll } from './objects.js';
import type { AnyHandlers, Place } from './place.js';
import { hidesAll, isColumnOfAnyType, isText } from './same-value.js';

/** Handlers of ALTER TABLE, and of moving all tables of a tablespace. */
export const ALTER_TABLE_HANDLERS = {
  AlterTableStmt: alter,
  AlterTableMoveAllStmt: ({ orig_tablespacename: from, new_tablespacename: to }, { builder }) => {
    touchAll('schema', plain(from, 'tablespace'), null, builder);
    touch('schema', plain(to, 'tablespace'), builder);
    builder.lock('ACCESS EXCLUSIVE');
    builder.rewrite(true);
    builder.session({ kind: 'ddl' });
  },
} satisfies AnyHandlers;

/** Subcommands that compare rows, or bounds of partitions, without writing anything. */
const COMPARES: ReadonlySet<unknown> = new Set(['AT_ValidateConstraint', 'AT_AttachPartition']);

interface Altered {
  readonly place: Place;
  readonly rangeVar: RangeVar;
  readonly named: Called;
}

function alter({ relation: target, cmds, objtype }: AlterTableStmt, place: Place): void {
  const { builder } = place;
  const rangeVar = present(target);
  const altered: Altered = { place: { ...place, retyped: retypedBy(cmds, rangeVar, builder) }, rangeVar, named: relation(rangeVar, builder, objtype) };
  const done: AlterCommand[] = [];
  for (const node of every('AlterTableCmd', cmds)) {
    const subtype = present(node.subtype);
    const known = ALTER_COMMANDS[subtype];
    if (known === undefined) builder.unknown(`\`${subtype}\` is not a form of ALTER TABLE that we know`, altered.named.name, altered.named.type);
    else done.push(command(node, known, altered));
  }
  builder.session({ kind: 'ddl' });
  // Rows that are written again are put into the indexes again.
  if (done.some((one) => one.rewrite !== false) || every('AlterTableCmd', cmds).some(({ subtype }) => COMPARES.has(subtype))) noteFilled(rangeVar, builder);
  if (done.length > 0) summarize(done, builder);
}

// Whatever the order in which it is written, conditions are read when columns have their new types.
function retypedBy(cmds: readonly Node[] | undefined, rangeVar: RangeVar, builder: FactsBuilder): ReadonlyMap<string, number> {
  const retyped = new Map<string, number>();
  const table = relationOf(rangeVar, builder);
  for (const node of every('AlterTableCmd', cmds)) {
    const { subtype, name = '', def } = node;
    const given = def !== undefined && 'ColumnDef' in def ? def.ColumnDef : null;
    if (given === null && subtype !== 'AT_DropColumn') continue;
    const column = given?.colname ?? name;
    const type = typeOfColumn(given?.typeName, builder.scope);
    const before = table.relation?.columns.find((one) => one.name === column)?.typeOid ?? (table.certain ? type : columnTypeSince(table.name, column, builder.scope) || type);
    retyped.set(column, before === type && (retyped.get(column) ?? type) === type ? type : TYPE.unknown);
  }
  return retyped;
}

function summarize(done: readonly AlterCommand[], builder: FactsBuilder): void {
  builder.lock(strongest(done.map(({ lock }) => lock)));
  if (done.some(({ rewrite }) => rewrite === true)) builder.rewrite(true);
  else if (done.every(({ rewrite }) => rewrite === false)) builder.rewrite(false);
}

function strongest(locks: readonly Lock[]): Lock {
  return present(LOCKS[Math.max(...locks.map((lock) => LOCKS.indexOf(lock)))]);
}

function command(cmd: AlterTableCmd, known: AlterCommand, altered: Altered): AlterCommand {
  const { place, named } = altered;
  const columns = columnOf(cmd);
  touch(known.effect, columns === null ? named : { ...named, columns: [columns] }, place.builder);
  // Dropping with CASCADE takes along what we can't name.
  if (cmd.behavior === 'DROP_CASCADE') place.builder.access(known.effect, null, 'relation');
  if (cmd.newowner !== undefined) touch('grant', role(cmd.newowner), place.builder);
  return cmd.def === undefined ? known : definition(cmd, cmd.def, { known, altered });
}

const BY_COLUMN: ReadonlySet<string> = new Set([
  'AT_ColumnDefault', 'AT_DropNotNull', 'AT_SetNotNull', 'AT_SetExpression', 'AT_DropExpression', 'AT_SetStatistics', 'AT_SetOptions', 'AT_ResetOptions', 'AT_SetStorage',
  'AT_SetCompression', 'AT_DropColumn', 'AT_AlterColumnType', 'AT_AlterColumnGenericOptions', 'AT_AddIdentity', 'AT_SetIdentity', 'AT_DropIdentity',
]);

function columnOf({ subtype, name, def }: AlterTableCmd): string | null {
  if (subtype === 'AT_AddColumn') return spelled(theOne('ColumnDef', def).colname);
  return BY_COLUMN.has(String(subtype)) ? (name ?? null) : null;
}

function definition(cmd: AlterTableCmd, def: Node, { known, altered }: { known: AlterCommand; altered: Altered }): AlterCommand {
  const { place, rangeVar } = altered;
  switch (cmd.subtype) {
    case 'AT_SetRelOptions':
    case 'AT_ResetRelOptions':
      return options(theOne('List', def).items, known, altered);
    case 'AT_AddColumn':
      cascading(def, altered.named.name, place.builder);
      return addColumn(theOne('ColumnDef', def), known, altered);
    case 'AT_AlterColumnType':
      retype(present(cmd.name), theOne('ColumnDef', def), altered);
      return known;
    case 'AT_SetExpression':
      moves(present(cmd.name), def, altered);
      return known;
    case 'AT_ColumnDefault':
      byItself(def, place);
      return known;
    case 'AT_AddIdentity':
    case 'AT_AddConstraint':
      constraint(theOne('Constraint', def), rangeVar, place);
      cascading(def, altered.named.name, place.builder);
      return theOne('Constraint', def).contype === 'CONSTR_FOREIGN' ? { ...known, lock: 'SHARE ROW EXCLUSIVE' } : known;
    case 'AT_AddInherit':
    case 'AT_DropInherit':
      kinship(theOne('RangeVar', def), cmd.subtype === 'AT_DropInherit', altered);
      return known;
    case 'AT_AttachPartition':
    case 'AT_DetachPartition':
    case 'AT_DetachPartitionFinalize':
      return partition(cmd, def, { known, altered });
    default:
      return known;
  }
}

// `security_invoker` says whose rights a view reads with, `security_barrier` who sees what its conditions leave out.
function options(nodes: readonly Node[] | undefined, known: AlterCommand, { named, place }: Altered): AlterCommand {
  const names = every('DefElem', nodes).map(({ defname }) => spelled(defname));
  if (names.some((name) => name.startsWith('security_'))) touch('grant', named, place.builder);
  return names.every((name) => name.startsWith('autovacuum_') || LIGHT_OPTIONS.has(name)) ? { ...known, lock: 'SHARE UPDATE EXCLUSIVE' } : known;
}

function addColumn(column: ColumnDef, known: AlterCommand, altered: Altered): AlterCommand {
  const { place, rangeVar } = altered;
  let rewrite = rewriteOfType(namesOf(column.typeName?.names));
  // Rows that are there get a value of the type, NULL at least.
  noteTyped(column.typeName, place.builder);
  if (isKey(column.constraints)) typeIndexed(column.typeName, 'btree', place.builder);
  for (const node of every('Constraint', column.constraints)) {
    const { contype, raw_expr: expression, generated_kind: kind } = node;
    if (contype === 'CONSTR_GENERATED' && expression !== undefined) moves(present(column.colname), expression, altered);
    if (contype === 'CONSTR_IDENTITY' || (contype === 'CONSTR_GENERATED' && kind !== 'v')) rewrite = true;
    else if (contype === 'CONSTR_DEFAULT' && rewrite === false) rewrite = rewriteOfDefault(expression);
    if (contype === 'CONSTR_DEFAULT' && expression !== undefined) castTo(column.typeName, plainExpression(expression, { ...place, builder: new FactsBuilder(place.builder.scope, place.parser, place.builder.budget) }), place.builder, false);
  }
  element({ ColumnDef: { ...column, constraints: every('Constraint', column.constraints).filter(({ contype }) => contype !== 'CONSTR_GENERATED').map((Constraint) => ({ Constraint })) } }, rangeVar, place);
  return { ...known, rewrite };
}

// A `serial` is a DEFAULT that gives each row its own; a type of somebody's may be a domain, with conditions on rows.
function rewriteOfType(names: readonly string[]): boolean | null {
  const [schema, name] = names.length > 1 ? names : [undefined, names[0]];
  if (schema === undefined && SERIAL_TYPES.has(spelled(name))) return true;
  return (schema === undefined || schema === 'pg_catalog') && PLAIN_TYPES.has(spelled(name)) ? false : null;
}

// What is the same for all rows is kept once for all of them; what may differ is computed for each.
function rewriteOfDefault(node: Node | undefined): boolean | null {
  if (node === undefined || 'A_Const' in node || 'SQLValueFunction' in node) return false;
  if ('TypeCast' in node) return rewriteOfDefault(node.TypeCast.arg);
  if (!('FuncCall' in node)) return null;
  const names = namesOf(node.FuncCall.funcname);
  const name = names.length === 1 || names[0] === 'pg_catalog' ? spelled(names.at(-1)) : '';
  return PER_ROW.has(name) ? true : PER_STATEMENT.has(name) ? false : null;
}

// Without USING the server looks for a cast by itself.
function retype(name: string, { raw_default: using, typeName }: ColumnDef, altered: Altered): void {
  typeIndexed(typeName, null, altered.place.builder);
  const { retyped: _later, ...place } = altered.place;
  // It is read while columns are what they were.
  const itself: Node = { ColumnRef: { fields: [{ String: { sval: name } }] } };
  const showsNothing = hidesAll(typeOfColumn(typeName, place.builder.scope));
  if (using !== undefined) return moves(name, { TypeCast: { arg: using, typeName: present(typeName) } }, { ...altered, place }, showsNothing);
  if (!showsNothing && !isText(itself, altered.rangeVar, place.builder)) moves(name, itself, { ...altered, place });
  const { builder } = place;
  const { relation: known, certain } = relationOf(altered.rangeVar, builder);
  const type = certain && !builder.scope.stale ? known?.columns.find((column) => column.name === name)?.typeOid : undefined;
  castTo(typeName, type === undefined ? LOST : { ...NOTHING, type }, builder, false);
}

// What a column is computed from is stored in it. A longer text of the same column is no new value, unless it is made of it; of another type it is
// shown otherwise: `born::date::text` begins with the year or with the day. Of types that masks turn into NULL nothing is shown.
function moves(column: string, expression: Node, { place, rangeVar, named }: Altered, showsNothing = false): void {
  const all = computedOver(expression, rangeVar, place);
  const isSame = isText(expression, rangeVar, place.builder) || (showsNothing && isColumnOfAnyType(expression));
  const origins = all?.filter((origin) => !isSame || origin.relation !== named.name || origin.column !== column) ?? null;
  if (named.name !== null && origins?.length !== 0) place.builder.flow({ target: { relation: named.name, column }, origins, ...(isSame ? {} : { computed: true }) });
}

function partition(cmd: AlterTableCmd, def: Node, { known, altered }: { known: AlterCommand; altered: Altered }): AlterCommand {
  const { place, named } = altered;
  const { name: part, concurrent, bound } = theOne('PartitionCmd', def);
  const name = present(part);
  bounds(bound, place);
  const child = relation(name, place.builder, named.type === 'index' ? 'OBJECT_INDEX' : 'OBJECT_TABLE');
  touch('schema', child, place.builder);
  if (COMPARES.has(cmd.subtype)) noteFilled(name, place.builder);
  if (named.type === 'relation') leaves(child.name, named.name, { attached: cmd.subtype === 'AT_AttachPartition', builder: place.builder });
  return concurrent === true ? { ...known, lock: 'SHARE UPDATE EXCLUSIVE' } : known;
}

function kinship(rangeVar: RangeVar, ends: boolean, { place, named }: Altered): void {
  const parent = relation(rangeVar, place.builder);
  touch('schema', parent, place.builder);
  leaves(named.name, parent.name, { attached: !ends, builder: place.builder });
}

// A child is protected as its parent is, and no longer when it leaves; rows of a new child are read through the parent.
function leaves(child: string, parent: string, { attached, builder }: { attached: boolean; builder: FactsBuilder }): void {
  const [from, to] = attached ? [child, parent] : [parent, child];
  builder.flow({ target: { relation: to, column: '*' }, origins: [{ relation: from, column: '*' }] });
}
