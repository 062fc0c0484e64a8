// SPDX-License-Identifier: Apache-2.0
//
// CREATE TABLE and CREATE FOREIGN TABLE: the new relation, the ones that it hangs on (parents, referenced tables, LIKE), and what its
// definition calls. Refuses to take a foreign table for a plain one: reading it reaches elsewhere.
import type { ColumnDef, Constraint, CreateStmt, Node, PartitionBoundSpec, RangeVar } from '@pgsql/types';
import type { Origin } from '../../../core/model.js';
import type { FactsBuilder } from '../facts/collect.js';
import { noteFilled } from '../calls/index-functions.js';
import { every, nodesIn, present, spelled } from '../grammar/tree.js';
import { typeOfColumn } from '../names/type-names.js';
import { condition, plainExpression } from './expressions.js';
import { columnNames, indexed, keys } from './index-keys.js';
import { type Called, newRelation, plain, rangeOf, relation, touch } from './objects.js';
import { absorb, type AnyHandlers, gathered, type Place } from './place.js';

/** Handlers of CREATE TABLE. */
export const CREATE_TABLE_HANDLERS = {
  CreateStmt: (fields, place) => create(fields, place),
  CreateForeignTableStmt: ({ base, servername, options: _options }, place) => {
    create(present(base), place);
    touch('execute', plain(servername, 'server'), place.builder);
  },
} satisfies AnyHandlers;

function create(fields: CreateStmt, place: Place): void {
  const { builder } = place;
  const target = present(fields.relation);
  const named = newRelation(target, builder);
  touch('schema', named, builder);
  made(target, builder);
  const parents = every('RangeVar', fields.inhRelations).map((node) => relation(node, builder));
  for (const parent of parents) touch('schema', parent, builder);
  for (const node of nodesIn(fields.tableElts)) generated(node, [named, ...parents], builder);
  for (const node of [...nodesIn(fields.tableElts), ...nodesIn(fields.constraints)]) cascading(node, named.name, builder);
  const within: Place = { ...place, defined: { alias: spelled(target.relname), qualified: named.name, types: typesOf(fields.tableElts, place) } };
  for (const node of [...nodesIn(fields.tableElts), ...nodesIn(fields.constraints)]) element(node, null, within);
  for (const node of every('PartitionElem', fields.partspec?.partParams)) plainExpression(node.expr, within);
  bounds(fields.partbound, place);
  // Where it begins and ends is compared with the other partitions, and so are the rows of the one by default.
  if (fields.partbound !== undefined) for (const node of every('RangeVar', fields.inhRelations)) noteFilled(node, builder);
}

// As written; columns that it has from elsewhere are of types that are not told here.
function typesOf(nodes: readonly Node[] | undefined, { builder: { scope } }: Place): ReadonlyMap<string, number> {
  const types = new Map<string, number>();
  for (const node of nodesIn(nodes)) {
    if (!('ColumnDef' in node) || node.ColumnDef.typeName === undefined) continue;
    const { typeName } = node.ColumnDef;
    types.set(present(node.ColumnDef.colname), typeOfColumn(typeName, scope));
  }
  return types;
}

// A generated column will hold what its expression reads, in rows that nobody shows us: `x GENERATED ALWAYS AS (ssn)` in a child of
// `customers`. By name alone, since the table does not exist yet; the server allows no subquery and no whole row there.
function generated(node: Node, family: readonly [Called, ...Called[]], builder: FactsBuilder): void {
  if (!('ColumnDef' in node)) return;
  const { colname, constraints } = node.ColumnDef;
  for (const given of every('Constraint', constraints)) {
    if (given.contype !== 'CONSTR_GENERATED') continue;
    const columns = [...columnNames(given.raw_expr)];
    const origins = family.flatMap(({ name }) => columns.map((column) => ({ relation: name, column })));
    if (origins.length > 0) builder.flow({ target: { relation: family[0].name, column: present(colname) }, origins, computed: true });
  }
}

/** Data that foreign keys of a column, or one of a table, will move. */
export function cascading(node: Node, own: string, builder: FactsBuilder): void {
  if ('Constraint' in node) return cascades(node.Constraint, own, null, builder);
  if (!('ColumnDef' in node)) return;
  const { colname, constraints } = node.ColumnDef;
  for (const given of every('Constraint', constraints)) cascades(given, own, present(colname), builder);
}

/** Notes that a relation was made: a temporary one shadows others of its name. */
export function made({ relpersistence, schemaname, relname }: RangeVar, builder: FactsBuilder): void {
  builder.session({ kind: 'ddl' });
  if (relpersistence === 't' || schemaname === 'pg_temp') builder.session({ kind: 'temp', name: present(relname) });
}

/** Which rows are a partition's: what that calls is called now, and its value can be read in the catalog from then on. */
export function bounds({ listdatums = [], lowerdatums = [], upperdatums = [] }: PartitionBoundSpec | undefined = {}, place: Place): void {
  for (const node of [...listdatums, ...lowerdatums, ...upperdatums]) {
    // MINVALUE and MAXVALUE look like columns, and there are none to refer to.
    if (!('ColumnRef' in node)) byItself(node, place, 'the bounds of a partition');
  }
}

/** A column, constraint or LIKE of a table's definition. `over`: the table, when it exists already and has rows. */
export function element(node: Node, over: RangeVar | null, place: Place): void {
  if ('ColumnDef' in node) return column(node.ColumnDef, over, place);
  if ('Constraint' in node) return constraint(node.Constraint, over, place);
  if ('TableLikeClause' in node) return touch('read', relation(node.TableLikeClause.relation, place.builder), place.builder);
  place.builder.unknown(`a table element of kind \`${spelled(Object.keys(node)[0])}\` is not one that we know`);
}

function column({ raw_default: byDefault, constraints }: ColumnDef, over: RangeVar | null, place: Place): void {
  byItself(byDefault, place);
  for (const node of every('Constraint', constraints)) constraint(node, over, place);
}

/** A DEFAULT: what it calls. Its value is stored in rows that nobody shows us, such as a large object that it reads. `kept`: where, for people. */
export function byItself(expression: Node | undefined, place: Place, kept = 'a default'): void {
  let origins: readonly Origin[] | null = [];
  const facts = gathered(place, {}, (within) => {
    ({ origins } = plainExpression(expression, within));
  });
  absorb(facts, place.builder);
  // What nobody understands is for people to look at anyway.
  if (origins?.length !== 0 && facts.unknown.length === 0) place.builder.flow({ target: { relation: kept, column: '*' }, origins });
}

/** A constraint: what it calls, what it asks of rows that exist, and the table that it refers to. */
export function constraint(given: Constraint, over: RangeVar | null, place: Place): void {
  const { contype, raw_expr: expression, pktable, pk_attrs: referenced, exclusions, where_clause: where, access_method: method = 'btree', options } = given;
  const { builder } = place;
  // A DEFAULT sees no columns; a CHECK on rows that exist tells by failing what is in them.
  if (contype === 'CONSTR_DEFAULT') byItself(expression, place);
  else if (over === null) plainExpression(expression, place);
  else condition(expression, over, place);
  if (over === null) plainExpression(where, place);
  else condition(where, over, place);
  for (const { items } of every('List', exclusions)) {
    const [index] = every('IndexElem', items?.slice(0, 1));
    if (over !== null) condition(present(index).expr, over, place);
    indexed(present(index), { over, method, excludes: true }, place);
  }
  if (over !== null) keys(given, over, place);
  if (contype === 'CONSTR_IDENTITY') numbering(options, builder);
  // The referenced table gets triggers and a lock: it is altered, too.
  if (pktable !== undefined) touch('schema', { ...relation(pktable, builder), columns: names(referenced) }, builder);
}

// With ON UPDATE CASCADE a key that changes is written into the rows that refer to it. `column`: the one that the constraint stands at.
function cascades(given: Constraint, own: string, column: string | null, builder: FactsBuilder): void {
  const { contype, pktable, pk_attrs: referenced, fk_attrs: referring, fk_upd_action: action } = given;
  if (contype !== 'CONSTR_FOREIGN' || action !== 'c') return;
  const { name } = relation(pktable, builder);
  const [from, into] = [names(referenced), column === null ? names(referring) : [column]];
  // The columns of the primary key, when none are named.
  for (const [at, each] of into.entries()) builder.flow({ target: { relation: own, column: each }, origins: [{ relation: name, column: from[at] ?? '*' }] });
}

// The sequence of an identity is the table's affair, unless it is given a name: that may be in any schema.
function numbering(options: readonly Node[] | undefined, builder: FactsBuilder): void {
  for (const { defname, arg } of every('DefElem', options)) {
    if (defname !== 'sequence_name') continue;
    const name = arg as { readonly List?: { readonly items?: readonly Node[] } } | undefined;
    touch('schema', newRelation(rangeOf(names(name?.List?.items)), builder, 'OBJECT_SEQUENCE'), builder);
  }
}

function names(nodes: readonly Node[] | undefined): string[] {
  return every('String', nodes).map((node) => spelled(node.sval));
}
