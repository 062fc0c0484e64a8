// SPDX-License-Identifier: Apache-2.0
//
// What a column reference means: a column through aliases, joins and outer queries, a whole row, a system column, or, as PostgreSQL's
// notation has it, a function of the row. Reads are noted where they happen. Refuses to choose between candidates: it takes them all.
// @see https://www.postgresql.org/docs/18/sql-expressions.html#SQL-EXPRESSIONS-COLUMN-REFS
import type { ColumnRef } from '@pgsql/types';
import { callRow } from '../calls/calls.js';
import { anyOf, beside, computed, LOST, LOST_SHAPE, type Shape, type Value } from '../facts/lineage.js';
import { lookUp, namesOf } from '../names/names.js';
import { nodesIn, present, spelled } from '../grammar/tree.js';
import { type At, type Frame, type Item, type Source, use } from '../facts/walk.js';

const SYSTEM_COLUMNS: ReadonlySet<string> = new Set(['ctid', 'xmin', 'xmax', 'cmin', 'cmax', 'tableoid']);

/** Items of FROM among which a name is found in a step. */
const FEW = 16;

/** The value of a column reference, `ssn`, `c.ssn`, `public.customers.ssn`, `c`, `c.*`; notes that it is read. */
export function columnValue(reference: ColumnRef, at: At): Value {
  const value = valueOf(reference, at);
  const type = at.run.retyped?.get(spelled(namesOf(reference.fields).at(-1)));
  return type === undefined ? value : { ...value, type };
}

function valueOf(reference: ColumnRef, at: At): Value {
  const fields = nodesIn(reference.fields);
  const last = fields[fields.length - 1];
  if (last !== undefined && 'A_Star' in last) return use(starShape(reference, at).whole(), at);
  if (fields.length === 1) return use(unqualified(first(namesOf(fields)), at), at);
  const names = namesOf(fields);
  const column = spelled(names.pop());
  const source = sourceOf(names, at);
  return source === null ? LOST : fieldOf(source.item, column, at);
}

/** The columns that `*`, `c.*` or `public.customers.*` stands for. Notes nothing. */
export function starShape(reference: ColumnRef, at: At): Shape {
  const names = namesOf(reference.fields);
  if (names.length === 0) {
    const { items } = present(at.frame);
    return at.run.takes(items.length) ? beside(items.map((item) => item.shape)) : LOST_SHAPE;
  }
  const source = sourceOf(names, at);
  return source === null ? LOST_SHAPE : source.item.shape;
}

/** A column by its bare name, from the innermost query outwards; null when nothing in sight has it. */
export function findColumn(name: string, at: At): Value | null {
  const candidates: Value[] = [];
  for (let frame = at.frame; frame !== null; frame = frame.parent) {
    if (frame.items.length > FEW && !at.run.takes(frame.items.length >> 3)) return LOST;
    const listed = listedIn(frame, name, at);
    if (listed !== null) return candidates.length === 0 ? listed : computed([...candidates, listed]);
    for (const item of frame.items) {
      const open = item.shape.unlisted(name);
      if (open === null) continue;
      mark(item, at);
      candidates.push(open);
    }
    // Without a catalog the nearest query that could have it is taken; with one, whoever could have it.
    if (candidates.length > 0 && at.run.builder.scope.catalog === null) break;
  }
  if (candidates.length === 0) return null;
  return anyOf(candidates);
}

function listedIn(frame: Frame, name: string, at: At): Value | null {
  let found: Value | null = null;
  for (const item of frame.items) {
    const value = item.shape.listed(name) ?? systemColumn(item, name);
    if (value === null) continue;
    mark(item, at);
    found = found === null ? value : computed([found, value]);
  }
  return found;
}

function systemColumn(item: Item, name: string): Value | null {
  if (item.relation === null || !SYSTEM_COLUMNS.has(name)) return null;
  return { origins: [{ relation: item.relation, column: name }], direct: true, fields: null, type: 0 };
}

// A bare name is a column before it is a row, at whatever level.
function unqualified(name: string, at: At): Value {
  const column = findColumn(name, at);
  const source = findSource((candidate) => candidate.alias === name, at);
  if (source === null || (column !== null && isListed(name, at))) return column ?? variable(name, at);
  mark(source.item, at);
  const row = source.item.shape.whole();
  return column === null ? row : computed([column, row]);
}

function variable(name: string, at: At): Value {
  const type = at.run.builder.scope.variables?.get(name);
  return type === undefined ? LOST : { ...LOST, type };
}

function isListed(name: string, at: At): boolean {
  for (let frame = at.frame; frame !== null; frame = frame.parent) if (frame.items.some((item) => item.shape.listed(name) !== null)) return true;
  return false;
}

function fieldOf(item: Item, column: string, at: At): Value {
  const { shape } = item;
  mark(item, at);
  const listed = shape.listed(column) ?? systemColumn(item, column);
  if (listed !== null) return use(listed, at);
  const open = shape.unlisted(column);
  // `c.refund` is `refund(c)` when there is no such column.
  if (open === null) return rowCall(column, shape, at);
  return at.run.builder.scope.catalog?.functions.has(column) === true ? computed([use(open, at), rowCall(column, shape, at)]) : use(open, at);
}

function rowCall(name: string, shape: Shape, at: At): Value {
  const value = callRow(name, shape.whole(), at);
  // Neither a column nor a function: the server will say so.
  if (value === null) return LOST;
  use(shape.whole(), at);
  return value;
}

function sourceOf(names: readonly string[], at: At): Source | null {
  const [one, two] = names.slice(-2);
  if (one === undefined || two === undefined) return findSource((source) => source.alias === one, at);
  const { name } = lookUp({ schema: one, name: two }, at.run.builder);
  return findSource((source) => source.qualified === name, at);
}

function findSource(matches: (source: Source) => boolean, at: At): Source | null {
  for (let frame = at.frame; frame !== null; frame = frame.parent) {
    if (frame.sources.length > FEW && !at.run.takes(frame.sources.length >> 3)) return null;
    const found = frame.sources.find(matches);
    if (found !== undefined) return found;
  }
  return null;
}

function mark(item: Item, at: At): void {
  if (at.filter) item.filtered = true;
}

function first(names: readonly string[]): string {
  return spelled(names[0]);
}
