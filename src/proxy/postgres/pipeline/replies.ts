// SPDX-License-Identifier: Apache-2.0
//
// What a client is told by us and not by the server: refusals, and that we are ready, each in its turn; and the failure that the server is
// given with them. Refuses to answer alone where something is open that could commit: there the server is made to fail, too.
import type { Refusal } from '../../../gate/wire.js';
import { FAIL } from '../../../gate/statements.js';
import type { LineDeps } from './line.js';
import { readyForQuery, type TransactionStatus } from '../protocol/messages.js';
import type { Flight } from './queues.js';
import { FAILING, refusalBytes } from '../protocol/refusals.js';
import type { Segment } from './segment.js';

/** What happens to messages until the next Sync: nothing, or they are dropped and the Sync is forwarded, or answered here. */
export type Dropping = 'no' | 'forward-sync' | 'answer-sync';

/** The answers of one connection that are ours. */
export class Replies {
  readonly #deps: Pick<LineDeps, 'gate' | 'toClient' | 'toServer' | 'wake'>;
  readonly #flight: Flight;
  readonly #segment: Segment;
  readonly #status: () => TransactionStatus;
  dropping: Dropping = 'no';

  /** `status`: as of the last ReadyForQuery that came through. */
  constructor(deps: LineDeps, { flight, segment, status }: { readonly flight: Flight; readonly segment: Segment; readonly status: () => TransactionStatus }) {
    this.#deps = deps;
    this.#flight = flight;
    this.#segment = segment;
    this.#status = status;
  }

  // INVARIANT: a refusal is answered here only where nothing is open that could commit; elsewhere the server fails, too.
  refuseQuery(refusal: Refusal): void {
    if (this.#status() === 'T' || this.#segment.open || this.#flight.unsettled) {
      this.fail('query', refusal, refusal.message);
      return;
    }
    this.say(refusal);
    this.say('ready');
  }

  refuseExtended(refusal: Refusal): void {
    if (this.#status() === 'T' || this.#segment.executed || this.#flight.unsettled) {
      this.fail('parse', refusal, refusal.message);
      this.dropping = 'forward-sync';
      return;
    }
    this.dropping = this.#segment.open ? 'forward-sync' : 'answer-sync';
    // As with an error of the server's own, the client hears of it at once, although it has not synced yet.
    if (this.#segment.flush(this.#deps.toServer)) this.#deps.wake();
    this.say(refusal);
  }

  /** Sends what fails at the server. `refusal`: what the client hears instead of its error; null: nothing. */
  fail(by: 'query' | 'parse', refusal: Refusal | null, why: string): void {
    this.#deps.gate.originated(FAIL.name, `to fail what is open: ${why}`);
    this.#deps.toServer.bytes(FAILING[by]);
    if (by === 'query') this.#segment.ends();
    else this.#segment.open = true;
    this.#flight.push({ kind: 'fail', by, refusal });
    this.#deps.wake();
  }

  /** Says it when everything before it is answered. */
  say(what: Refusal | 'ready'): void {
    this.#flight.push({ kind: 'say', what });
    this.sayWhatIsDue();
  }

  sayWhatIsDue(): void {
    for (let step = this.#flight.peek(); step?.kind === 'say'; step = this.#flight.peek()) {
      this.#flight.shift();
      this.#deps.toClient.bytes(step.what === 'ready' ? readyForQuery(this.#status()) : refusalBytes(step.what));
    }
    this.#deps.wake();
  }
}
