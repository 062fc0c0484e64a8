// SPDX-License-Identifier: Apache-2.0
//
// Asking what an operation would touch, without effect: the question, its answer, and the port through which the gate asks. Whoever
// answers plans and measures only; refuses to hold anything that would run.
import type { Parameter } from './model.js';

/** Planning, and nothing else. */
export interface PlanQuestion {
  /** `EXPLAIN (FORMAT JSON) …`, read again by the gate's own parser. */
  readonly explain: string;
  readonly parameters: readonly Parameter[];
  /** Last parts of the names of types that the text names. */
  readonly types: readonly string[];
  /** What it does to rows that are there, as far as foreign keys pass it on. */
  readonly deletes: boolean;
  readonly updates: boolean;
}

export interface ImpactQuestion {
  /** Null: only sizes are asked for. */
  readonly plan: PlanQuestion | null;
  /** Settings in force on the connection that would run it. */
  readonly settings: Readonly<Record<string, string>>;
  /** Oids of relations that it names. */
  readonly relations: readonly number[];
  /** Those that it changes, with the names of columns (`*`: any). */
  readonly changed: readonly { readonly oid: number; readonly columns: readonly string[] }[];
}

/** A relation's size, its partitions counted in. */
export interface RelationSize {
  readonly oid: number;
  /** As the server last counted; null: it never did. */
  readonly rows: number | null;
  readonly bytes: number;
}

export interface ImpactAnswer {
  /** Rows that come back or change, by the planner; null: not known. */
  readonly rows: number | null;
  /** Why rows are not known, without a value of the statement; null when they are, or nobody asked. */
  readonly why: string | null;
  readonly sizes: readonly RelationSize[];
}

/** Estimates on a connection of our own. Throws GateError when it can't be asked. */
export interface Impacts {
  estimate(question: ImpactQuestion): Promise<ImpactAnswer>;
}
