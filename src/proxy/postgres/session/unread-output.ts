// SPDX-License-Identifier: Apache-2.0
//
// What a server sends for a client that is gone. A server ends a statement whose rows it can't send any more; ours can send them, to us, and
// would go on for ever. Refuses to stop what has little to say: what changes rows runs to its end.
import { messageOf } from '../../../core/errors.js';
import type { Log } from '../../../core/ports.js';
import { MAX_UNREAD_BYTES } from '../limits.js';

/** The bytes that nobody reads, of one connection. */
export class UnreadOutput {
  readonly #cancel: () => Promise<void>;
  readonly #log: Log;
  #bytes = 0;

  /** `cancel`: asks the server to stop what it does on this connection. */
  constructor(cancel: () => Promise<void>, log: Log) {
    this.#cancel = cancel;
    this.#log = log;
  }

  /** So many came from the server, and the client is gone. */
  takes(bytes: number): void {
    this.#bytes += bytes;
    if (this.#bytes < MAX_UNREAD_BYTES) return;
    this.#bytes = 0;
    this.#cancel().catch((thrown: unknown) => this.#log.debug('what nobody reads could not be cancelled', { reason: messageOf(thrown) }));
  }
}
