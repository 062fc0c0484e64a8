// SPDX-License-Identifier: Apache-2.0
//
// Where in a statement we are: which names are visible, whether a value is returned or only decides which rows, how deep. The parts of
// the walk (expressions, queries, FROM) know each other through this file only. Refuses to walk without bounds.
import type { FuncCall, Node } from '@pgsql/types';
import type { CatalogRelation } from '../../../core/catalog.js';
import type { FactsBuilder } from './collect.js';
import type { Shape, Value } from './lineage.js';

/** Nested nodes: a third of what the JavaScript stack holds, measured. */
export const MAX_DEPTH = 600;
const TOO_LARGE = 'it is too large to be followed';

/** The parts of the walk that call each other in circles. */
export interface Walk {
  expression(node: Node, at: At): Value;
  query(node: Node, at: At): Shape;
}

/** One FROM item as unqualified names see it. */
export interface Item {
  readonly shape: Shape;
  /** The relation whose columns these are, where system columns can be asked for; null for anything else. */
  readonly relation: string | null;
  /** True once a condition looked at one of its columns. */
  filtered: boolean;
}

/** One FROM item as qualified names see it. */
export interface Source {
  readonly alias: string;
  /** Canonical name, when `schema.name.column` may say it: a relation without an alias. */
  readonly qualified: string | null;
  readonly item: Item;
  /** Relations that FOR UPDATE locks through it. */
  readonly locks: readonly string[];
}

/** Names that the columns of one query level come from. */
export class Frame {
  readonly parent: Frame | null;
  readonly sources: Source[] = [];
  readonly items: Item[] = [];

  constructor(parent: Frame | null) {
    this.parent = parent;
  }
}

/** A WITH query by name; `shape` resolves it the first time. */
export interface Cte {
  readonly name: string;
  readonly shape: () => Shape;
}

/** WITH queries in sight, innermost first. */
export interface Ctes {
  readonly cte: Cte;
  readonly outer: Ctes | null;
}

/** A place in a statement. */
export interface At {
  readonly run: Run;
  readonly frame: Frame | null;
  readonly ctes: Ctes | null;
  /** True where a value only decides which rows: WHERE, JOIN … ON, GROUP BY, ORDER BY and the like. */
  readonly filter: boolean;
  /** Told the first branch of a recursive query before its other branches are read. */
  readonly begun?: (first: Shape) => void;
}

/** One statement's walk, and its bounds. */
export class Run {
  readonly builder: FactsBuilder;
  readonly walk: Walk;
  /** Calls that will be made exactly once when the statement runs: the targets of a SELECT without FROM and the like. */
  readonly certain = new Set<FuncCall>();
  /** Calls that are made for at most one row of `pg_settings`, to the name that its condition asks for. */
  readonly forSetting = new Map<FuncCall, string>();
  /** Of scalar sub-selects, once they were read: what their column is called. */
  readonly firstNames = new WeakMap<Node, string>();
  /** Views being resolved, against circles. */
  readonly views: Set<CatalogRelation>;
  /** Columns, by their bare name, that are of other types than the catalog says. */
  retyped: ReadonlyMap<string, number> | null = null;
  /** No row of what is named is looked at: TRUNCATE. */
  blindly = false;
  /** True once a view was not followed to its end. */
  cut = false;
  #depth = 0;

  constructor(builder: FactsBuilder, walk: Walk, views: Set<CatalogRelation> = new Set()) {
    this.builder = builder;
    this.walk = walk;
    this.views = views;
  }

  /** Enters a node; false when a bound is exceeded, and then the statement has become unknown. Pair with `leave`. */
  enter(): boolean {
    this.#depth += 1;
    if (this.#depth <= MAX_DEPTH) return this.takes(1);
    this.builder.unknown(`it is nested more than ${MAX_DEPTH} deep`);
    return false;
  }

  leave(): void {
    this.#depth -= 1;
  }

  /** The same for work of so many steps at one depth; nothing to leave. Small parts of a step may be left out of account. */
  takes(steps: number): boolean {
    if (this.builder.budget.spend(steps)) return true;
    this.cut = true;
    this.builder.unknown(TOO_LARGE);
    return false;
  }
}

/** The same place, where a value only decides which rows. */
export function filtering(at: At): At {
  return at.filter ? at : { run: at.run, frame: at.frame, ctes: at.ctes, filter: true };
}

/** Notes that a value's columns are read here. */
export function use(value: Value, at: At): Value {
  for (const { relation, column } of value.origins ?? (value.kept === undefined ? [] : [value.kept])) at.run.builder.read(relation, column, at.filter);
  return value;
}
