// SPDX-License-Identifier: Apache-2.0
//
// Changes that the server has completed and not committed yet, outside of transactions that somebody began: they are kept with the Sync, or
// the end of the Query, and until then an error or a lost connection takes them back. Refuses to report an end before it is one.
import { controls } from '../../gate/fates.js';
import type { Outcome, Result } from './result.js';
import type { TransactionStatus } from './messages.js';

interface Completed {
  readonly result: Result;
  readonly tag: string;
}

/** transaction_rollback. */
const ROLLED_BACK = '40000';
const TAKEN_BACK: Outcome = { kind: 'failed', sqlstate: ROLLED_BACK, message: 'rolled back: what it was one transaction with failed, or was never committed' };

/** The changes of one connection. */
export class Unkept {
  #open: Completed[] = [];
  /** A transaction was begun or ended since: what comes after is no longer one with what came before. */
  #controlled = false;

  /** The server has completed it. `status`: of the transaction when its message came. */
  completed(result: Result, tag: string, status: TransactionStatus): void {
    const { facts, revocable } = result.execution;
    if (facts.session.length > 0 && controls(facts)) {
      this.#controlled = true;
      this.#all((one) => (tag === 'ROLLBACK' ? TAKEN_BACK : { kind: 'ok', tag: one.tag }));
    }
    if (status !== 'I' || this.#controlled || !revocable) {
      result.end({ kind: 'ok', tag });
      return;
    }
    result.unkept = true;
    result.execution.answered(tag);
    this.#open.push({ result, tag });
  }

  /** ReadyForQuery: what was completed is kept, or part of a transaction that is open. */
  ready(): void {
    this.#controlled = false;
    if (this.#open.length > 0) this.#all(({ tag }) => ({ kind: 'ok', tag }));
  }

  /** The server reported an error. */
  failed(): void {
    if (this.#open.length > 0) this.#all(() => TAKEN_BACK);
  }

  /** The connection is over. `ending`: something was on its way that commits. */
  over(ending: boolean): void {
    this.#all(() => (ending ? { kind: 'unknown' } : TAKEN_BACK));
  }

  #all(outcome: (one: Completed) => Outcome): void {
    const open = this.#open;
    this.#open = [];
    for (const one of open) one.result.end(outcome(one));
  }
}
