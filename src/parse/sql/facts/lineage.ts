// SPDX-License-Identifier: Apache-2.0
//
// What is known of a value and of a row: which columns it came from. Lineage only ever grows on the way; what is lost stays lost.
// Refuses to say `direct` of anything that was computed.
import type { Origin } from '../../../core/model.js';
import { present } from '../grammar/tree.js';

/** More columns than this behind one value are not told apart: its lineage is then unknown. */
const MAX_ORIGINS = 4_000;

/** Type of a value: an oid, or one of these; `builtin`: one of PostgreSQL's own, no row and no array. */
export const TYPE = { unknown: 0, literal: -1, builtinArray: -2, builtin: -3 } as const;

/** What is known of one value. */
export interface Value {
  /** Null: not known. */
  readonly origins: readonly Origin[] | null;
  /** True when it is one column's value, unchanged. */
  readonly direct: boolean;
  /** True when it is one of several columns' values, or of none of them, and none in pieces. */
  readonly intact?: boolean;
  /** A column that is read for it although its lineage is not known, since values of others are kept there. */
  readonly kept?: Origin;
  /** Fields, when it is a row whose columns are known, so that `(c).email` is that column alone. */
  readonly fields: Shape | null;
  readonly type: number;
  /** Of a list or a row that is written out: its values. */
  readonly parts?: readonly Value[];
}

export interface Column {
  readonly name: string;
  readonly value: Value;
}

/** A value that no column has part in. */
export const NOTHING: Value = { origins: [], direct: false, fields: null, type: TYPE.unknown };
/** A value of unknown lineage. */
export const LOST: Value = { origins: null, direct: false, fields: null, type: TYPE.unknown };

/** A value computed from others. */
export function computed(values: readonly Value[]): Value {
  const origins = originsOf(values);
  if (origins === null) return LOST;
  return origins.length === 0 ? NOTHING : { origins, direct: false, fields: null, type: TYPE.unknown };
}

/** A value that is one of these, nobody knows which; of a single one, that. */
export function anyOf(values: readonly Value[]): Value {
  return values.length === 1 ? present(values[0]) : computed(values);
}

/** True for a value that is no piece of another, nor made of several. */
export function isIntact({ origins, direct, intact = false }: Value): boolean {
  return direct || intact || origins?.length === 0;
}

/** A value that is one of others, unchanged: branches of a UNION, the two sides of `USING`. */
export function either(values: readonly Value[]): Value {
  const first = present(values[0]);
  if (values.length === 1) return first;
  const all = { ...computed(values), intact: values.every(isIntact) };
  const same = all.origins !== null && values.every((value) => value.direct && value.origins?.length === all.origins?.length);
  // Constants without a type become text there.
  const type = first.type !== TYPE.literal && values.every((value) => value.type === first.type) ? first.type : TYPE.unknown;
  return same ? { ...all, direct: true, type } : type === TYPE.unknown ? all : { ...all, type };
}

function originsOf(values: readonly Value[]): readonly Origin[] | null {
  let found: readonly Origin[] = [];
  let grown: Map<string, Origin> | null = null;
  for (const { origins } of values) {
    if (origins === null) return null;
    if (origins.length === 0 || origins === found) continue;
    if (found.length === 0) {
      found = origins;
      continue;
    }
    grown ??= index(found, new Map());
    index(origins, grown);
    if (grown.size > MAX_ORIGINS) return null;
  }
  return grown === null ? found : [...grown.values()];
}

function index(origins: readonly Origin[], into: Map<string, Origin>): Map<string, Origin> {
  for (const origin of origins) into.set(`${origin.relation}\0${origin.column}`, origin);
  return into;
}

/** What a shape is made of besides its columns. */
export interface ShapeParts {
  /** Set when there may be more columns than listed, or in another order: what any of them could hold. */
  readonly rest?: Value;
  /** Value of a column that is not listed; `rest` unless given. */
  readonly pick?: (name: string) => Value;
  /** The row as one value, where it is more than its columns together. */
  readonly whole?: Value;
  /** Fields of that value, where they are others than the columns. */
  readonly fields?: Shape;
  /** Relations that locking these rows locks. */
  readonly locks?: readonly string[];
}

/** Columns of a row, in order, as far as they are known. */
export class Shape {
  readonly columns: readonly Column[];
  readonly rest: Value | null;
  readonly locks: readonly string[];
  readonly #pick: ((name: string) => Value) | null;
  #whole: Value | null;
  #byName: Map<string, Value> | null = null;

  constructor(columns: readonly Column[], parts: ShapeParts = {}) {
    this.columns = columns;
    this.rest = parts.rest ?? null;
    this.locks = parts.locks ?? [];
    this.#pick = parts.pick ?? null;
    this.#whole = parts.whole === undefined ? null : { ...parts.whole, fields: parts.fields ?? this };
  }

  /** The value of a listed column; of several with the same name, of any of them. */
  listed(name: string): Value | null {
    this.#byName ??= this.#indexed();
    return this.#byName.get(name) ?? null;
  }

  /** The value of a column that is not listed; null when all columns are. */
  unlisted(name: string): Value | null {
    if (this.rest === null) return null;
    return this.#pick === null ? this.rest : this.#pick(name);
  }

  find(name: string): Value | null {
    return this.listed(name) ?? this.unlisted(name);
  }

  /** The row as one value. */
  whole(): Value {
    this.#whole ??= { ...this.any(), fields: this };
    return this.#whole;
  }

  /** All columns together. */
  any(): Value {
    const values = this.columns.map((column) => column.value);
    return computed(this.rest === null ? values : [...values, this.rest]);
  }

  /** The same for a relation: its rows are of a type of its own, whose fields keep their names wherever a row goes as one value. */
  renamedRelation(names: readonly string[]): Shape {
    const renamed = this.renamed(names);
    if (renamed === this) return this;
    const pick = (name: string): Value => {
      const meant = [this, renamed].flatMap((shape) => shape.find(name) ?? []);
      return meant.length === 0 ? LOST : computed(meant);
    };
    const fields = new Shape([], { rest: this.any(), pick });
    return new Shape(renamed.columns, { ...openPart(renamed), locks: this.locks, whole: this.whole(), fields });
  }

  /** The same row under other column names, as `t(a, b)` gives them: the first ones are renamed, the rest keep theirs. */
  renamed(names: readonly string[]): Shape {
    if (names.length === 0) return this;
    const parts = { whole: this.whole(), locks: this.locks };
    // Positions are not known: each new name may stand for any of the columns.
    if (this.rest !== null) return new Shape(names.map((name) => ({ name, value: this.any() })), { ...parts, rest: this.any() });
    return new Shape(this.columns.map((column, at) => ({ name: names[at] ?? column.name, value: column.value })), parts);
  }

  #indexed(): Map<string, Value> {
    const byName = new Map<string, Value>();
    for (const { name, value } of this.columns) {
      const known = byName.get(name);
      byName.set(name, known === undefined ? value : computed([known, value]));
    }
    return byName;
  }
}

/** What a shape may have beside its listed columns, for one that is made of it. */
export function openPart(shape: Shape): { rest?: Value; pick?: (name: string) => Value } {
  const { rest } = shape;
  return rest === null ? {} : { rest, pick: (name) => present(shape.unlisted(name)) };
}

/** A row of which nothing is known. */
export const LOST_SHAPE = new Shape([], { rest: LOST });

/** A value that is not written where it is used: a row is then one thing. */
export function whole(value: Value): Value {
  if (value.parts === undefined) return value;
  const { parts: _parts, ...one } = value;
  return one;
}

/** The columns of a query as whoever is around it sees them: constants without a type have become text. */
export function settled(shape: Shape): Shape {
  if (!shape.columns.some(({ value }) => value.type === TYPE.literal)) return shape;
  const columns = shape.columns.map(({ name, value }) => (value.type === TYPE.literal ? { name, value: { ...value, type: TEXT } } : { name, value }));
  return new Shape(columns, { locks: shape.locks, ...openPart(shape) });
}

const TEXT = 25;

/** Rows side by side. */
export function beside(shapes: readonly Shape[]): Shape {
  const [only] = shapes;
  if (only !== undefined && shapes.length === 1) return only;
  const columns = shapes.flatMap((shape) => shape.columns);
  const open = shapes.filter((shape) => shape.rest !== null);
  if (open.length === 0) return new Shape(columns);
  const pick = (name: string): Value => anyOf(open.map((shape) => present(shape.unlisted(name))));
  return new Shape(columns, { rest: computed(open.map((shape) => present(shape.rest))), pick });
}

/** Rows of either kind, position by position: UNION and its like. Column names are the first one's. */
export function stacked(first: Shape, second: Shape): Shape {
  if (first.rest !== null) return new Shape([], { rest: computed([first.any(), second.any()]) });
  if (second.rest === null && first.columns.length !== second.columns.length) return LOST_SHAPE;
  // Where the second's positions are not known, any of its columns may come to any place.
  const any = second.rest === null ? null : second.any();
  return new Shape(first.columns.map(({ name, value }, at) => ({ name, value: either([value, any ?? present(second.columns[at]).value]) })));
}
