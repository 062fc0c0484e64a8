// SPDX-License-Identifier: Apache-2.0
//
// One allowed statement on its way, as the wire sees it: its plan for rows, and its one end. Refuses to let rows pass without a plan,
// and to report an end twice.
import type { CatalogSnapshot } from '../../../core/catalog.js';
import { GateError, messageOf } from '../../../core/errors.js';
import type { Execution, Refusal, ResultPlan, WireField } from '../../../gate/wire.js';
import type { CopyOut } from '../copy/copy-out.js';

/** How a statement ended. */
export type Outcome = Parameters<Execution['done']>[0];

/** Stands for the server's words when a portal was closed before its end. */
export const PORTAL_CLOSED = 'PORTAL CLOSED';

/** SQLSTATE of what the server never reached, because something before it failed: in_failed_sql_transaction. */
const NOT_REACHED = '25P02';

/** One statement's result on its way to the client. */
export class Result {
  plan: ResultPlan | null = null;
  fields: readonly WireField[] = [];
  copy: CopyOut | null = null;
  /** Set when its rows can't be masked: they are swallowed, and this is said instead. */
  refusal: Refusal | null = null;
  /** The server has begun to run it. */
  started = false;
  /** The server has done what it changes, and may still take it back; see uncommitted.ts. */
  uncommitted = false;
  #ended = false;
  /** Rows of the parts before the one that runs. */
  #before = 0;

  /** `definitionChanges`: of the context that it was judged in. */
  constructor(readonly execution: Execution, readonly definitionChanges?: number) {}

  get ended(): boolean {
    return this.#ended;
  }

  /** The server said what the rows look like. */
  described(fields: readonly WireField[], catalog: CatalogSnapshot, changed = false): void {
    this.fields = fields;
    this.plan = this.#planned(() => this.execution.described(fields, catalog, changed), fields.length);
  }

  /** COPY OUT begins. */
  copyOut(columns: number, binary: boolean, catalog: CatalogSnapshot, changed = false): void {
    this.plan = this.#planned(() => this.execution.copyOut(columns, binary, catalog, changed), columns);
  }

  /** A row is about to pass. False: it may not, and from now on nothing does. */
  admits(bytes: number): boolean {
    return this.refusal === null && this.#within(() => this.execution.row(bytes));
  }

  /** The server has completed it; sets `refusal` when it did more than it may. */
  completed(tag: string): void {
    this.#within(() => this.execution.completed(tag));
  }

  /** The server has stopped in the middle, after `rows` of this part, and nobody can tell how many it has changed. */
  suspended(rows: number): void {
    this.#before += rows;
    this.#within(() => {
      if (this.execution.undoable) throw new GateError('DENIED', 'a statement that changes rows under a ceiling may not stop in the middle', { hint: 'execute it to its end' });
    });
  }

  /** A server counts the rows of the last part alone: `DELETE 1` of a thousand, run in two parts. On record it says what all of it was. */
  whole(tag: string): string {
    return this.#before === 0 ? tag : tag.replace(/\d+$/, (last) => String(this.#before + Number(last)));
  }

  end(outcome: Outcome): void {
    if (this.#ended) return;
    this.#ended = true;
    this.execution.done(outcome);
  }

  /** It was let through, but the server never ran it. */
  notReached(why: string): void {
    if (this.uncommitted) return;
    this.end({ kind: 'failed', sqlstate: NOT_REACHED, message: why });
  }

  #within(count: () => void): boolean {
    try {
      count();
      return true;
    } catch (thrown) {
      this.refusal = this.#withheld('builtin:row-ceiling', thrown);
      return false;
    }
  }

  #withheld(rule: string, thrown: unknown): Refusal {
    const what = rule === 'builtin:row-ceiling' ? 'the statement went beyond its row ceiling' : 'the result is withheld, because it can not be masked safely';
    return {
      decision: 'deny', sqlstate: '42501', message: `ostiary: ${what}`,
      detail: `decision=deny rule=${rule} operation=${this.execution.facts.name} reason=${messageOf(thrown)}`,
      hint: `rephrase: ${thrown instanceof GateError && thrown.hint !== undefined ? thrown.hint : 'select plain columns'}`,
    };
  }

  #planned(plan: () => ResultPlan, columns: number): ResultPlan | null {
    try {
      const planned = plan();
      if (planned.sinks.length === columns) return planned;
      throw new GateError('INTERNAL', `the plan has ${planned.sinks.length} columns instead of ${columns}`);
    } catch (thrown) {
      this.refusal = this.#withheld('builtin:unmaskable', thrown);
      return null;
    }
  }
}
