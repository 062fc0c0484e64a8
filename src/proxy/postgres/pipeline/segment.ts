// SPDX-License-Identifier: Apache-2.0
//
// What of the extended protocol went to the server since the last Sync: whether something could commit, or be lost, when the next one comes,
// and whether the server has to be asked for its answers. Refuses to know what the messages say, or when it may end.
import type { Ceiling } from './row-ceiling.js';
import { bare, FRONTEND } from '../protocol/messages.js';
import type { Outgoing } from '../transport/outgoing.js';

const FLUSH = bare(FRONTEND.flush);

/** The part of a pipeline since the last Sync, of one connection. */
export class Segment {
  readonly #ceiling: Ceiling;
  /** Extended messages went to the server. */
  open = false;
  /** Among them an Execute: something could commit. */
  executed = false;
  /** Among them a Bind: a Sync would take its portal away. */
  bound = false;
  /** They are answered only when the server is asked to. */
  unflushed = false;

  constructor(ceiling: Ceiling) {
    this.#ceiling = ceiling;
  }

  /** A Sync of ours would lose or commit something of it. Without one, what runs outside of transactions alone could not follow what we asked. */
  get holds(): boolean {
    return this.open && (this.bound || this.executed);
  }

  /** A message that belongs to it has been sent. */
  sent(): void {
    this.open = true;
    this.unflushed = true;
  }

  /** Everything in it is over, or will be by itself. */
  ends(): void {
    this.open = false;
    this.executed = false;
    this.bound = false;
    this.unflushed = false;
    this.#ceiling.segmentEnds();
  }

  /** Asks for the answers; false when nothing is owed. */
  flush(toServer: Outgoing): boolean {
    if (!this.unflushed) return false;
    this.unflushed = false;
    toServer.bytes(FLUSH);
    return true;
  }
}
