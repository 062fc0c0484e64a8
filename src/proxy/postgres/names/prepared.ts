// SPDX-License-Identifier: Apache-2.0
//
// What a connection's names stand for: a prepared statement with what its text was looked up in, and a portal with what became of it.
// Data only. Refuses to leave a portal that is gone from the server without an end on record.
import type { Draft, WireContext } from '../../../gate/wire.js';
import type { Effects } from '../effects/effects.js';
import { PORTAL_CLOSED, type Result } from '../results/result.js';

/** A prepared statement, by protocol or by SQL. */
export interface Statement {
  readonly name: string;
  /** The whole text in which it came, as `pg_prepared_statements` tells it. */
  readonly source: Buffer;
  /** Null when it is not exactly one statement: then it can't be bound. */
  readonly draft: Draft | null;
  readonly parameterTypes: readonly number[];
  /** Made by SQL's PREPARE: bound, it means `EXECUTE name`. */
  readonly bySql: boolean;
  /** What its names were looked up in; null when that is of no more use. */
  context: WireContext | null;
  /** Remembered for the context in which it was last bound. */
  effects: Effects | null;
  effectsIn: WireContext | null;
}

/** A bound statement, open until it is run to its end, replaced or closed. */
export class Portal {
  result: Result | null = null;
  /** Somebody has asked the server what its rows look like. */
  described = false;

  constructor(readonly name: string, readonly draft: Draft | null, of: { statement: Statement; effects: Effects | null; generation: number; context: WireContext }) {
    this.context = of.context;
    this.statement = of.statement;
    this.effects = of.effects;
    this.generation = of.generation;
  }

  /** What it was judged in. */
  readonly context: WireContext;
  readonly statement: Statement;
  readonly effects: Effects | null;
  /** State of the session that it was judged in; see `SessionState.generation`. */
  readonly generation: number;

  /** It is gone from the server. */
  close(): void {
    if (this.result === null || this.result.uncommitted) return;
    if (this.result.started) this.result.end({ kind: 'ok', tag: PORTAL_CLOSED });
    else this.result.notReached('bound, but never executed');
  }
}
