// SPDX-License-Identifier: Apache-2.0
//
// What filling indexes and partition keys runs: functions of their operator classes, and those that compare the values in them. Each is
// judged as if it had been called. Refuses to tell apart which of the rows there are would be compared: where something may run, it counts.
// @see https://www.postgresql.org/docs/18/xindex.html
import type { RangeVar } from '@pgsql/types';
import { FIRST_USER_OID, canonicalName, type CatalogClass, type CatalogRelation, reachable } from '../../../core/catalog.js';
import type { FactsBuilder } from '../facts/collect.js';
import { kindsOf, noteCompared, noteComparedTypes, noteUnnamed } from './conversions.js';
import { LOST, NOTHING, type Value } from '../facts/lineage.js';
import { relationOf } from '../names/names.js';
import { growsPlainly, holdsPlainValues, mayLookOtherwise } from '../names/redefined.js';
import { type ImplicitFunctions, implicitFunctionsOf } from '../names/implicit-functions.js';

/** How an index keeps a value. */
export interface IndexUse {
  /** Access method; null: whichever. */
  readonly method: string | null;
  /** Bare name of the operator class; null: the one that the type has. */
  readonly named: string | null;
  /** Rows are told apart by an operator of the class, not only put in order. */
  readonly excludes?: boolean;
}

/** Types of which a class is for many: anyarray, anyenum, anyrange, anymultirange, record. */
const POLYMORPHIC: ReadonlySet<number> = new Set([2277, 3500, 3831, 4537, 2249]);
/** Built-in types that are kept as another one is: varchar as text, cidr as inet. */
const KEPT_AS: ReadonlyMap<number, number> = new Map([[1043, 25], [650, 869]]);

/** Notes what keeping a value in an index runs. */
export function noteIndexUse(value: Value, { method, named, excludes = false }: IndexUse, builder: FactsBuilder): void {
  const unnamed = implicitFunctionsOf(builder.scope.catalog);
  if (unnamed === null) return;
  noteCompared([value], builder);
  const { types, open } = kindsOf([value], unnamed, builder);
  const within = new Set([...types].flatMap((type) => [type, KEPT_AS.get(type) ?? type, ...unnamed.family(type)]));
  const fits = ({ type }: CatalogClass) => within.has(type) || POLYMORPHIC.has(type) || (open && type < FIRST_USER_OID);
  const meant = unnamed.code.classes.filter((one) => (excludes || one.builds) && (named === null ? one.byDefault && (method === null || one.method === method) && fits(one) : one.name === named));
  for (const { name, runs } of meant) noteUnnamed([runs], `the operator class \`${name}\` runs it`, builder);
}

/** The value of a table's column, as an index keeps it. */
export function columnValue(name: string, rangeVar: RangeVar, builder: FactsBuilder): Value {
  const table = relationOf(rangeVar, builder);
  const column = table.relation?.columns.find((one) => one.name === name);
  const value = { ...NOTHING, origins: [{ relation: table.name, column: name }] };
  if (column !== undefined && isAsKnown(table, builder)) return { ...value, type: column.typeOid };
  if (column !== undefined && table.certain && growsPlainly(builder.scope)) return value;
  return holdsPlainValues(table.name, builder) ? NOTHING : LOST;
}

/** Notes what filling a table's indexes again, or an index, runs. `compared`: columns whose values are compared besides; `*`: all. */
export function noteFilled(rangeVar: RangeVar, builder: FactsBuilder, compared: readonly string[] = []): void {
  const unnamed = implicitFunctionsOf(builder.scope.catalog);
  if (unnamed === null) return;
  const named = relationOf(rangeVar, builder);
  const known = isAsKnown(named, builder);
  if (!known && !(named.certain && growsPlainly(builder.scope))) return noteFilledNew(named.name, builder);
  if (!known) noteIndexUse(NOTHING, { method: null, named: null }, builder);
  if (named.relation === null) return;
  noteFilling(named.relation, builder);
  noteColumns(named.relation, compared, unnamed, builder);
}

/** The same of all tables, or those of a schema. */
export function noteAllFilled(schema: string | null, builder: FactsBuilder): void {
  const { catalog, stale } = builder.scope;
  const unnamed = implicitFunctionsOf(catalog);
  if (catalog === null || unnamed === null) return;
  if (stale) noteAnything(unnamed, builder);
  for (const relation of catalog.relations.values()) {
    if (schema !== null && relation.schema !== schema) continue;
    noteFilling(relation, builder);
  }
}

/** Notes what rows that come into a relation are compared by. */
export function noteFilling(relation: CatalogRelation, builder: FactsBuilder): void {
  noteKeys(relation, FILLING, builder);
}

/** The same of rows that go: only those who refer to them are asked. */
export function noteRemoving(relation: CatalogRelation, builder: FactsBuilder): void {
  noteKeys(relation, [], builder);
}

/** Notes what looking at a table's values, to tell what is there often, runs. `columns`: of these; `*`: of all, and of expressions that are in indexes. */
export function noteAnalyzed(rangeVar: RangeVar, builder: FactsBuilder, columns: readonly string[]): void {
  const unnamed = implicitFunctionsOf(builder.scope.catalog);
  if (unnamed === null) return;
  const named = relationOf(rangeVar, builder);
  if (named.relation === null || !(isAsKnown(named, builder) || growsPlainly(builder.scope))) return noteFilledNew(named.name, builder);
  noteAnalyzing(named.relation, columns, unnamed, builder);
}

/** The same of all tables. */
export function noteAllAnalyzed(builder: FactsBuilder): void {
  const { catalog, stale } = builder.scope;
  const unnamed = implicitFunctionsOf(catalog);
  if (catalog === null || unnamed === null) return;
  if (stale) noteAnything(unnamed, builder);
  for (const relation of catalog.relations.values()) noteAnalyzing(relation, ['*'], unnamed, builder);
}

function noteAnalyzing(relation: CatalogRelation, columns: readonly string[], unnamed: ImplicitFunctions, builder: FactsBuilder): void {
  noteColumns(relation, columns, unnamed, builder);
  if (columns.includes('*')) noteKeys(relation, ['keeps'], builder, null);
}

type Filled = 'built' | 'keeps';
const FILLING: readonly Filled[] = ['built', 'keeps'];

function noteKeys(relation: CatalogRelation, filled: readonly Filled[], builder: FactsBuilder, also: 'refers' | null = 'refers'): void {
  const { catalog } = builder.scope;
  const unnamed = implicitFunctionsOf(catalog);
  if (catalog === null || unnamed === null) return;
  const { code } = unnamed;
  for (const one of [relation, ...reachable(relation, ({ children }) => children, catalog)]) {
    if (filled.includes('built')) noteUnnamed(code.built.get(one.oid) ?? [], `filling \`${canonicalName(one.schema, one.name)}\` runs it`, builder);
    if (filled.includes('keeps')) noteComparedTypes([...(code.keeps.get(one.oid) ?? [])], unnamed, builder);
    if (also !== null) noteComparedTypes([...(code[also].get(one.oid) ?? [])], unnamed, builder);
  }
}

/** The same of a relation that nobody has seen as it is by now: it may have indexes of any kind, unless its values are plain. */
export function noteFilledNew(relation: string, builder: FactsBuilder): void {
  const unnamed = implicitFunctionsOf(builder.scope.catalog);
  if (unnamed === null) return;
  if (holdsPlainValues(relation, builder)) noteIndexUse(NOTHING, { method: null, named: null }, builder);
  else noteAnything(unnamed, builder);
}

function noteAnything(unnamed: ImplicitFunctions, builder: FactsBuilder): void {
  noteComparedTypes([...unnamed.code.compared.keys()], unnamed, builder);
  for (const { name, builds, runs } of unnamed.code.classes) if (builds) noteUnnamed([runs], `the operator class \`${name}\` runs it`, builder);
}

function noteColumns(relation: CatalogRelation, compared: readonly string[], unnamed: ImplicitFunctions, builder: FactsBuilder): void {
  const columns = relation.columns.filter(({ name }) => compared.includes('*') || compared.includes(name));
  noteComparedTypes(columns.map(({ typeOid }) => typeOid), unnamed, builder);
}

function isAsKnown({ name, certain }: { readonly name: string; readonly certain: boolean }, { scope }: FactsBuilder): boolean {
  return certain && !mayLookOtherwise([name], scope);
}
