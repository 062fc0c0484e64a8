// SPDX-License-Identifier: Apache-2.0
//
// A client that waits while the gate asks people: what it is told meanwhile, and how that ends. Refuses to tell it anything once it is over.
import type { Waiting, WireContext } from '../../gate/wire.js';
import { diagnosticFields, noticeResponse } from './messages.js';

/** successful_completion, as PostgreSQL's own notices have it. */
const NOTICE_SQLSTATE = '00000';

export class Patience implements Waiting {
  readonly #over = new AbortController();
  readonly #say: (bytes: Buffer) => void;
  readonly context: () => WireContext;

  constructor(say: (bytes: Buffer) => void, context: () => WireContext) {
    this.#say = say;
    this.context = context;
  }

  get signal(): AbortSignal {
    return this.#over.signal;
  }

  notice(text: string): void {
    if (!this.signal.aborted) this.#say(noticeResponse(diagnosticFields({ severity: 'NOTICE', sqlstate: NOTICE_SQLSTATE, message: text })));
  }

  /** It waits no longer. */
  end(why: string): void {
    this.#over.abort(why);
  }
}
