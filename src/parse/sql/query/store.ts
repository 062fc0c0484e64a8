// SPDX-License-Identifier: Apache-2.0
//
// Writing to a relation: the access, what it sets off (triggers, the tables behind a view, partitions), and which data goes where.
// Refuses to forget where data came from: each value stored is a flow.
import type { IntoClause, RangeVar } from '@pgsql/types';
import { canonicalName, type CatalogRelation } from '../../../core/catalog.js';
import type { Origin, OutputColumn } from '../../../core/model.js';
import type { FactsBuilder } from '../facts/collect.js';
import { noteMade, noteStored, noteStoredSomewhere } from '../calls/conversions.js';
import { computed, isIntact, NOTHING, Shape, type Value } from '../facts/lineage.js';
import { namesOf, targetOf } from '../names/names.js';
import { noteFilledNew, noteFilling, noteRemoving } from '../calls/index-functions.js';
import { holdsPlainValues, noteDoubt } from '../names/redefined.js';
import { touch, type Touched } from './relations.js';
import { present, spelled } from '../grammar/tree.js';
import type { At, Frame, Item } from '../facts/walk.js';

const COMPUTED = { computed: true } as const;

/** The relation that a statement writes to, in sight of its expressions. */
export interface Target extends Touched {
  readonly item: Item;
  readonly alias: string;
}

/** Puts the target of a data-modifying statement into a frame. */
export function enterTarget(rangeVar: RangeVar, frame: Frame, at: At): Target {
  const touched = touch(rangeVar, at);
  const alias = rangeVar.alias?.aliasname ?? spelled(rangeVar.relname);
  const item: Item = { shape: touched.shape, relation: touched.relation?.kind === 'v' ? null : touched.name, filtered: false };
  frame.items.push(item);
  frame.sources.push({ alias, qualified: rangeVar.alias === undefined ? touched.name : null, item, locks: [] });
  return { ...touched, item, alias };
}

/** Notes a write (or the loss of rows), and what it sets off. `columns`: none where rows are removed. */
export function noteWrite(target: Target, what: 'insert' | 'write' | 'destroy', columns: readonly string[], builder: FactsBuilder): void {
  const { name, assumed, shape } = target;
  const effect = what === 'insert' ? 'write' : what;
  builder.access(effect, name, 'relation', { columns, assumed });
  // Whatever fills them: values, defaults, rows that are copied in.
  if (what === 'insert' && isNew(target, builder)) noteStoredSomewhere(NOTHING, builder);
  else if (what === 'insert') noteMade(columns.flatMap((column) => columnsOf(target, column)).map(({ type }) => type), builder);
  const removes = what !== 'insert' && columns.length === 0;
  if (isNew(target, builder)) noteFilledNew(name, builder);
  // Behind a view: the tables that it shows, with the columns that these are there.
  for (const behind of shape.locks) {
    if (behind === name) continue;
    const shown = columns.flatMap((column) => (shape.listed(column)?.origins ?? []).filter((origin) => origin.relation === behind).map((origin) => origin.column));
    builder.access(effect, behind, 'relation', { columns: columns.includes('*') ? ['*'] : shown });
  }
  for (const written of new Set([name, ...shape.locks])) {
    noteDoubt(written, builder);
    builder.writes(written, what === 'insert');
    const relation = builder.scope.catalog?.relations.get(written);
    if (relation?.rules === true) builder.unknown(`\`${written}\` has rewrite rules, which make another statement of this one`, written, 'relation');
    noteTriggers(relation, { builder, inserted: what === 'insert' });
    if (relation !== undefined) (removes ? noteRemoving : noteFilling)(relation, builder);
  }
}

// A write to a parent may reach every partition and child, and fire what they have. New rows only go to partitions: from a parent that
// is a table itself, children inherit what a table is, not what is put into it.
function noteTriggers(relation: CatalogRelation | undefined, on: { readonly builder: FactsBuilder; readonly inserted: boolean }, seen: Set<number> = new Set()): void {
  if (relation === undefined || seen.has(relation.oid)) return;
  seen.add(relation.oid);
  const { builder, inserted } = on;
  const name = canonicalName(relation.schema, relation.name);
  for (const trigger of relation.triggers) builder.access('execute', trigger, 'function', { why: `a trigger of \`${name}\` runs it` });
  if (inserted && relation.kind !== 'p') return;
  for (const child of relation.children) noteTriggers(builder.scope.catalog?.relationsByOid.get(child), on, seen);
}

/** Notes that a value is stored in a column; `*`: in whichever. */
export function store(target: Pick<Target, 'name' | 'shape'>, column: string, value: Value, builder: FactsBuilder): void {
  for (const { type } of columnsOf(target, column)) noteStored(value, type, builder);
  if (isNew(target, builder)) noteStoredSomewhere(value, builder);
  const { origins } = value;
  if (origins?.length === 0) return;
  for (const place of placesOf(target, column)) builder.flow({ target: place, origins, ...(isIntact(value) ? {} : COMPUTED) });
}

// Made, or given columns, where nobody could look in between: in the same message, or in a block. Where everybody could, what is not known is not there.
function isNew({ name, shape }: Pick<Target, 'name' | 'shape'>, builder: FactsBuilder): boolean {
  return builder.scope.stale && shape.rest !== null && !holdsPlainValues(name, builder);
}

// Types are those of the columns as they are, whatever a value came from.
function columnsOf({ shape }: Pick<Target, 'shape'>, column: string): readonly Value[] {
  if (column === '*') return shape.columns.map(({ value }) => value);
  const value = shape.listed(column);
  return value === null ? [] : [value];
}

// A column of a view is stored in what it shows.
function placesOf({ name, shape }: Pick<Target, 'name' | 'shape'>, column: string): readonly Origin[] {
  const shown = shape.listed(column);
  return shown !== null && shown.direct && shown.origins !== null ? shown.origins : [{ relation: name, column }];
}

/**
 * Notes the making of a table from a query's result (`CREATE TABLE AS`, `SELECT INTO`): the new relation, and what flows into it.
 * `outputs`: as `resolveQuery` gives them.
 */
export function storeInto(into: IntoClause, outputs: readonly OutputColumn[] | 'unknown' | null, builder: FactsBuilder): void {
  const rel = present(into.rel);
  const { name, assumed } = targetOf(rel, builder);
  builder.access('schema', name, 'relation', { assumed });
  builder.session(rel.relpersistence === 't' || rel.schemaname === 'pg_temp' ? { kind: 'temp', name: spelled(rel.relname) } : { kind: 'ddl' });
  if (into.skipData === true || outputs === null) return;
  if (outputs === 'unknown') return builder.flow({ target: { relation: name, column: '*' }, origins: null });
  const names = namesOf(into.colNames);
  for (const [at, { name: called, origins, direct }] of outputs.entries()) {
    if (origins?.length !== 0) builder.flow({ target: { relation: name, column: names[at] ?? called }, origins, ...(direct ? {} : COMPUTED) });
  }
}

/** A target's columns once values are stored in it: a column returned then is also what was just put there. */
export function afterStore(shape: Shape, stored: ReadonlyMap<string, Value>): Shape {
  const any = stored.get('*');
  const mixed = (name: string, value: Value): Value => {
    const news = [stored.get(name), any].filter((one) => one !== undefined && one.origins?.length !== 0) as Value[];
    return news.length === 0 ? value : computed([value, ...news]);
  };
  const columns = shape.columns.map(({ name, value }) => ({ name, value: mixed(name, value) }));
  const { rest } = shape;
  if (rest === null) return new Shape(columns);
  return new Shape(columns, { rest: computed([rest, ...stored.values()]), pick: (name) => mixed(name, present(shape.unlisted(name))) });
}
