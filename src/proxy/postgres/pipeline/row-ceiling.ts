// SPDX-License-Identifier: Apache-2.0
//
// Statements that change rows under a ceiling: how many they changed is known from their answer only, so until then it must be possible
// to undo them. Outside a transaction one is made a transaction of its own, whose end is held back. Refuses those that could have
// committed by then: beside other statements, or with a COMMIT on its way.
import { frame } from '../protocol/frames.js';
import { bare, cstring, FRONTEND, int16, int32, type TransactionStatus } from '../protocol/messages.js';
import { OWN_NAME } from './own-statements.js';
import { WIRE_SQLSTATE, wireRefusal } from '../protocol/refusals.js';
import type { QueryStep, Step } from './steps.js';

/** What a client is told whose change could not be undone. */
export const NOT_UNDOABLE = wireRefusal(
  WIRE_SQLSTATE.notAllowed, 'ostiary: a statement that changes rows under a row ceiling has to be undoable',
  'rephrase: send it in a message of its own, outside a transaction or after BEGIN',
);

/** Watches over one connection's steps. */
export class Ceiling {
  /** In flight, its rows being counted. */
  #counted: Step | null = null;
  /** It is a transaction of its own: whatever comes after it could end that. */
  #alone = false;
  /** Something was withheld, and the server's transaction has to fail before anything else reaches it. */
  #holding = false;
  /** Since the last Sync something was executed that is not counted: perhaps a COMMIT. */
  #other = false;

  /** True for a step that has to stay in its place: it could commit, or the state of the transaction is not known yet. */
  keeps(step: Step, pending: boolean): boolean {
    // A client that goes takes what is open with it, and may not send the Sync that is waited for.
    if (step.kind === 'terminate' && this.#counted === null) return false;
    if (this.#counted !== null || this.#holding) return this.#alone || (step.kind !== 'sync' && step.kind !== 'flush');
    return isCounted(step) && pending;
  }

  /** In flight is a transaction of its own that has no end yet. */
  get alone(): boolean {
    return this.#alone;
  }

  /** The same, and what ends it is ours to send, which the server need not wait for data to come to. */
  get owesEnd(): boolean {
    return this.#alone && this.#counted?.kind === 'query' && !this.#counted.effects.copiesIn;
  }

  /** A Query or an Execute is about to be sent. `refuse`: it changes rows under a ceiling, and could not be undone. `alone`: so that it can, its end is ours to send. */
  admits(step: Step, status: TransactionStatus): 'pass' | 'alone' | 'refuse' {
    if (!isCounted(step)) {
      this.#other = true;
      return 'pass';
    }
    if (this.#other || (step.kind === 'query' && !isSingle(step, status))) return 'refuse';
    this.#counted = step;
    this.#alone = status === 'I';
    return this.#alone ? 'alone' : 'pass';
  }

  /** A step has been answered. True: what waited for it may go on. */
  answered(step: Step | undefined): boolean {
    if (step === undefined || step !== this.#counted) return false;
    this.#counted = null;
    this.#alone = false;
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

// Sent by the extended protocol, a parameter that nobody binds would mean something else.
function isSingle({ results, drafts }: QueryStep, status: TransactionStatus): boolean {
  return results.length === 1 && (status !== 'I' || drafts[0]?.parameterCount === 0);
}

const NAME = cstring(OWN_NAME);
const CLOSE = Buffer.concat([frame(FRONTEND.close, Buffer.from('S'), NAME), frame(FRONTEND.close, Buffer.from('P'), NAME)]);

/** A Query of one statement, in the extended protocol: run, but not committed before `ALONE_END`. Results are text, as those of a Query. */
export function aloneBytes(sql: Buffer): Buffer {
  return Buffer.concat([
    CLOSE, frame(FRONTEND.parse, NAME, sql, Buffer.alloc(1), int16(0)), frame(FRONTEND.bind, NAME, NAME, int16(0), int16(0), int16(0)),
    frame(FRONTEND.describe, Buffer.from('P'), NAME), frame(FRONTEND.execute, NAME, int32(0)), bare(FRONTEND.flush),
  ]);
}

/** Commits it, or, after an error, ends what was rolled back. */
export const ALONE_END = Buffer.concat([CLOSE, bare(FRONTEND.sync)]);

function isCounted(step: Step): boolean {
  if (step.kind === 'query') return step.results.some(({ execution }) => execution.undoable);
  return step.kind === 'execute' && step.portal.result?.execution.undoable === true;
}
