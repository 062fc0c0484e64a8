// SPDX-License-Identifier: Apache-2.0
//
// Changes that the server has completed, or stopped in, and not committed yet, outside of transactions that somebody began: they are kept with
// the Sync, or the end of the Query, and until then an error or a lost connection takes them back. Refuses to report an end before it is one.
import type { SessionEffect } from '../../../core/model.js';
import { controls } from '../../../gate/outcomes.js';
import type { Flight } from '../pipeline/queues.js';
import type { ExecuteStep, QueryStep, Step } from '../pipeline/steps.js';
import type { TransactionStatus } from '../protocol/messages.js';
import { type Outcome, PORTAL_CLOSED, type Result } from '../results/result.js';

/** transaction_rollback. */
const ROLLED_BACK = '40000';
const TAKEN_BACK: Outcome = { kind: 'failed', sqlstate: ROLLED_BACK, message: 'rolled back: what it was one transaction with failed, or was never committed' };

/** Statements whose code may end transactions, where it stands alone in its message: then servers (15) commit what came before in the pipeline, too. */
const ENDS_BY_CODE: ReadonlySet<string> = new Set(['CALL', 'DO']);
const ENDS: ReadonlySet<SessionEffect['kind']> = new Set<SessionEffect['kind']>(['commit', 'rollback', 'prepare-transaction']);

interface Uncommitted {
  /** What the server said of it. */
  readonly tag: string;
  /** Code has run since that may have committed it. */
  doubtful: boolean;
}

/** The changes of one connection. */
export class UncommittedChanges {
  #open = new Map<Result, Uncommitted>();
  /** A transaction was begun since, and not ended: what comes after is told by its end. */
  #controlled = false;

  /** The server has completed it. `status`: of the transaction when its message came. */
  completed(step: QueryStep | ExecuteStep, result: Result, { tag, status }: { readonly tag: string; readonly status: TransactionStatus }): void {
    const { facts } = result.execution;
    if (facts.session.length > 0 && controls(facts)) {
      this.#controlled = !facts.session.some(({ kind }) => ENDS.has(kind));
      this.#all((of) => (tag === 'ROLLBACK' ? takenBack(of) : { kind: 'ok', tag: of.tag }));
    }
    if (endsByCode(step)) this.#doubt();
    if (!this.#mayGo(result, status)) {
      result.end({ kind: 'ok', tag });
      return;
    }
    // Run once more, a portal does nothing.
    if ((this.#open.get(result)?.tag ?? PORTAL_CLOSED) !== PORTAL_CLOSED) return;
    result.uncommitted = true;
    result.execution.answered(tag);
    this.#open.set(result, { tag, doubtful: false });
  }

  /** The server has stopped in the middle of its rows: what it changes is done, and nobody has to ask for the rest. */
  suspended(result: Result, status: TransactionStatus): void {
    if (!this.#mayGo(result, status) || this.#open.has(result)) return;
    result.uncommitted = true;
    this.#open.set(result, { tag: PORTAL_CLOSED, doubtful: false });
  }

  /** ReadyForQuery: what was completed is kept, or part of a transaction that is open. */
  ready(): void {
    this.#controlled = false;
    if (this.#open.size > 0) this.#all(({ tag }) => ({ kind: 'ok', tag }));
  }

  /** The server reported an error, while it was at this step. */
  failed(head: Step | undefined): void {
    if (this.#open.size === 0) return;
    if (head !== undefined && endsByCode(head)) this.#doubt();
    this.#all(takenBack);
  }

  /** The connection is over, with this on its way. */
  over(flight: Pick<Flight, 'unsettled' | 'forEach'>): void {
    let ending = flight.unsettled;
    flight.forEach((step) => {
      ending ||= endsByCode(step) || (step.kind === 'execute' && step.portal.effects?.commits === true);
    });
    this.#all((of) => (ending ? { kind: 'unknown' } : takenBack(of)));
  }

  #doubt(): void {
    for (const of of this.#open.values()) of.doubtful = true;
  }

  // What belongs to no transaction that somebody began, and an error would take back.
  #mayGo(result: Result, status: TransactionStatus): boolean {
    return status === 'I' && !this.#controlled && result.execution.revocable;
  }

  #all(outcome: (of: Uncommitted) => Outcome): void {
    const open = this.#open;
    this.#open = new Map();
    for (const [result, of] of open) result.end(outcome(of));
  }
}

function takenBack({ doubtful }: Uncommitted): Outcome {
  return doubtful ? { kind: 'unknown' } : TAKEN_BACK;
}

function endsByCode(step: Step): boolean {
  return step.kind === 'execute' && ENDS_BY_CODE.has(step.portal.draft?.statement ?? '');
}
