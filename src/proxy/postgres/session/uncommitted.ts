// SPDX-License-Identifier: Apache-2.0
//
// Changes that the server has completed, or stopped in, and not committed yet, outside of transactions that somebody began: they are kept with
// the Sync, or the end of the Query, and until then an error or a lost connection takes them back. Refuses to report an end before it is one.
import { controls } from '../../../gate/outcomes.js';
import type { TransactionStatus } from '../protocol/messages.js';
import { type Outcome, PORTAL_CLOSED, type Result } from '../results/result.js';

/** transaction_rollback. */
const ROLLED_BACK = '40000';
const TAKEN_BACK: Outcome = { kind: 'failed', sqlstate: ROLLED_BACK, message: 'rolled back: what it was one transaction with failed, or was never committed' };

/** The changes of one connection. */
export class UncommittedChanges {
  /** With what the server said of each. */
  #open = new Map<Result, string>();
  /** A transaction was begun or ended since: what comes after is no longer one with what came before. */
  #controlled = false;

  /** The server has completed it. `status`: of the transaction when its message came. */
  completed(result: Result, tag: string, status: TransactionStatus): void {
    const { facts } = result.execution;
    if (facts.session.length > 0 && controls(facts)) {
      this.#controlled = true;
      this.#all((said) => (tag === 'ROLLBACK' ? TAKEN_BACK : { kind: 'ok', tag: said }));
    }
    if (!this.#mayGo(result, status)) {
      result.end({ kind: 'ok', tag });
      return;
    }
    // Run once more, a portal does nothing.
    if ((this.#open.get(result) ?? PORTAL_CLOSED) !== PORTAL_CLOSED) return;
    result.uncommitted = true;
    result.execution.answered(tag);
    this.#open.set(result, tag);
  }

  /** The server has stopped in the middle of its rows: what it changes is done, and nobody has to ask for the rest. */
  suspended(result: Result, status: TransactionStatus): void {
    if (!this.#mayGo(result, status) || this.#open.has(result)) return;
    result.uncommitted = true;
    this.#open.set(result, PORTAL_CLOSED);
  }

  /** ReadyForQuery: what was completed is kept, or part of a transaction that is open. */
  ready(): void {
    this.#controlled = false;
    if (this.#open.size > 0) this.#all((tag) => ({ kind: 'ok', tag }));
  }

  /** The server reported an error. */
  failed(): void {
    if (this.#open.size > 0) this.#all(() => TAKEN_BACK);
  }

  /** The connection is over. `ending`: something was on its way that commits. */
  over(ending: boolean): void {
    this.#all(() => (ending ? { kind: 'unknown' } : TAKEN_BACK));
  }

  // What belongs to no transaction that somebody began, and an error would take back.
  #mayGo(result: Result, status: TransactionStatus): boolean {
    return status === 'I' && !this.#controlled && result.execution.revocable;
  }

  #all(outcome: (tag: string) => Outcome): void {
    const open = this.#open;
    this.#open = new Map();
    for (const [result, tag] of open) result.end(outcome(tag));
  }
}
