// SPDX-License-Identifier: Apache-2.0
//
// Statements that change rows under a ceiling: how many they changed is known from their answer only, so until then it must be possible
// to undo them. Refuses those that could have committed by then: outside a transaction, or with a COMMIT on its way.
import type { TransactionStatus } from './messages.js';
import { WIRE_SQLSTATE, wireRefusal } from './refuse.js';
import type { Step } from './steps.js';

/** What a client is told whose change could not be undone. */
export const NOT_UNDOABLE = wireRefusal(
  WIRE_SQLSTATE.notAllowed, 'ostiary: a statement that changes rows under a row ceiling has to be undoable',
  'rephrase: send it by itself inside a transaction, BEGIN first and COMMIT after it',
);

/** Watches over one connection's steps. */
export class Ceiling {
  /** In flight, its rows being counted. */
  #counted: Step | null = null;
  /** Something was withheld, and the server's transaction has to fail before anything else reaches it. */
  #holding = false;
  /** Since the last Sync something was executed that is not counted: perhaps a COMMIT. */
  #other = false;

  /** True for a step that has to stay in its place: it could commit, or the state of the transaction is not known yet. */
  keeps(step: Step, pending: boolean): boolean {
    if (this.#counted !== null || this.#holding) return step.kind !== 'sync' && step.kind !== 'flush';
    return isCounted(step) && pending;
  }

  /** A Query or an Execute is about to be sent. False: it changes rows under a ceiling, and could not be undone. */
  admits(step: Step, status: TransactionStatus): boolean {
    if (!isCounted(step)) {
      this.#other = true;
      return true;
    }
    if (status === 'I' || this.#other || (step.kind === 'query' && step.results.length > 1)) return false;
    this.#counted = step;
    return true;
  }

  /** A step has been answered. True: what waited for it may go on. */
  answered(step: Step | undefined): boolean {
    if (step === undefined || step !== this.#counted) return false;
    this.#counted = null;
    return true;
  }

  /** Everything since the last Sync is over. */
  segmentEnds(): void {
    this.#other = false;
  }

  hold(holding: boolean): void {
    this.#holding = holding;
  }
}

function isCounted(step: Step): boolean {
  if (step.kind === 'query') return step.results.some(({ execution }) => execution.undoable);
  return step.kind === 'execute' && step.portal.result?.execution.undoable === true;
}
