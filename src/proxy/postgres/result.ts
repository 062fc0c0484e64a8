// SPDX-License-Identifier: Apache-2.0
//
// One allowed statement on its way, as the wire sees it: its plan for rows, and its one end. Refuses to let rows pass without a plan,
// and to report an end twice.
import type { CatalogSnapshot } from '../../core/catalog.js';
import { GateError, messageOf } from '../../core/errors.js';
import type { Execution, Refusal, ResultPlan, WireField } from '../../gate/wire.js';
import type { CopyOut } from './copy-out.js';

/** How a statement ended. */
export type Outcome = Parameters<Execution['done']>[0];

/** SQLSTATE of what the server never reached, because something before it failed: in_failed_sql_transaction. */
const NOT_REACHED = '25P02';

export class Result {
  plan: ResultPlan | null = null;
  fields: readonly WireField[] = [];
  copy: CopyOut | null = null;
  /** Set when its rows can't be masked: they are swallowed, and this is said instead. */
  refusal: Refusal | null = null;
  /** The server has begun to run it. */
  started = false;
  #ended = false;

  constructor(readonly execution: Execution) {}

  get ended(): boolean {
    return this.#ended;
  }

  /** The server said what the rows look like. */
  described(fields: readonly WireField[], catalog: CatalogSnapshot): void {
    this.fields = fields;
    this.plan = this.#planned(() => this.execution.described(fields, catalog), fields.length);
  }

  /** COPY OUT begins. */
  copyOut(columns: number, binary: boolean, catalog: CatalogSnapshot): void {
    this.plan = this.#planned(() => this.execution.copyOut(columns, binary, catalog), columns);
  }

  end(outcome: Outcome): void {
    if (this.#ended) return;
    this.#ended = true;
    this.execution.done(outcome);
  }

  /** It was let through, but the server never ran it. */
  notReached(why: string): void {
    this.end({ kind: 'failed', sqlstate: NOT_REACHED, message: why });
  }

  #planned(plan: () => ResultPlan, columns: number): ResultPlan | null {
    try {
      const planned = plan();
      if (planned.sinks.length === columns) return planned;
      throw new GateError('INTERNAL', `the plan has ${planned.sinks.length} columns instead of ${columns}`);
    } catch (thrown) {
      this.refusal = {
        decision: 'deny', sqlstate: '42501', message: 'ostiary: the result is withheld, because it can not be masked safely',
        detail: `decision=deny rule=builtin:unmaskable operation=${this.execution.facts.name} reason=${messageOf(thrown)}`,
        hint: thrown instanceof GateError && thrown.hint !== undefined ? `rephrase: ${thrown.hint}` : 'rephrase: select plain columns',
      };
      return null;
    }
  }
}
