// SPDX-License-Identifier: Apache-2.0
//
// A result that turned out not to be maskable after the server had begun: its rows were swallowed, the client gets an error, and the
// server's transaction is made to fail. Refuses to go on (the connection ends) where later messages are already on their way, since
// the client would take them for undone.
import type { Refusal } from '../../../gate/wire.js';
import type { TransactionStatus } from '../protocol/messages.js';
import type { SessionParts } from './parts.js';
import { RefusedForGood, refusalBytes } from '../protocol/refusals.js';
import type { Result } from '../results/result.js';
import type { ExecuteStep, QueryStep } from '../pipeline/steps.js';

/** The result of one connection that its client must not have. */
export class Withheld {
  readonly #parts: SessionParts;
  #why: Refusal | null = null;

  constructor(parts: SessionParts) {
    this.#parts = parts;
  }

  /** The server has completed the statement: the client hears the refusal instead. */
  complete(result: Result, refusal: Refusal, step: QueryStep | ExecuteStep): void {
    const { line, toClient, gate } = this.#parts;
    gate.refused(refusal.message);
    result.end({ kind: 'failed', sqlstate: refusal.sqlstate, message: refusal.message });
    const last = step.kind === 'query' ? step.results.length === 1 && line.flight.length === 1 : line.flight.restIsSync;
    if (!last) throw new RefusedForGood(refusal);
    toClient.bytes(refusalBytes(refusal));
    this.#why = refusal;
    const alone = line.ceiling.alone;
    line.hold();
    if (alone) line.undoAlone(step, refusal.message);
    else if (step.kind === 'execute') line.skipToSync();
  }

  /** ReadyForQuery has come. True: the transaction is made to fail first, and the client waits for that. */
  ready(status: TransactionStatus): boolean {
    const why = this.#why;
    this.#why = null;
    if (why === null) return false;
    const { line } = this.#parts;
    if (status !== 'T') {
      line.release();
      return false;
    }
    if (line.flight.length > 1) throw new RefusedForGood(why);
    // First, so that it reaches the server before anything that waits.
    line.failSilently(why.message);
    line.pop();
    line.release();
    return true;
  }
}
