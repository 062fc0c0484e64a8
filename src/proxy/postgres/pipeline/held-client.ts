// SPDX-License-Identifier: Apache-2.0
//
// A client that waits while the gate asks people: what it is told meanwhile, and how that ends. Refuses to tell it anything once it is over.
import type { Waiting, WireContext } from '../../../gate/wire.js';
import type { Line } from './line.js';
import { diagnosticFields, noticeResponse } from '../protocol/messages.js';
import type { BindStep, ParseStep, QueryStep } from './steps.js';

/** successful_completion, as PostgreSQL's own notices have it. */
const NOTICE_SQLSTATE = '00000';

/** One client while one of its operations waits for people. */
export class HeldClient implements Waiting {
  readonly #over = new AbortController();
  readonly #step: QueryStep | BindStep | ParseStep;
  readonly #line: Line;
  readonly context: () => WireContext;

  constructor(step: QueryStep | BindStep | ParseStep, line: Line, context: () => WireContext) {
    this.#step = step;
    this.#line = line;
    this.context = context;
  }

  get signal(): AbortSignal {
    return this.#over.signal;
  }

  stay(): void {
    this.#line.stay(this.#step);
  }

  rest(): Promise<void> {
    return this.#line.rest();
  }

  notice(text: string): void {
    if (!this.signal.aborted) this.#line.tell(noticeResponse(diagnosticFields({ severity: 'NOTICE', sqlstate: NOTICE_SQLSTATE, message: text })));
  }

  /** It waits no longer. */
  end(why: string): void {
    this.#over.abort(why);
  }
}
