// SPDX-License-Identifier: Apache-2.0
//
// Whether a session has been silent for too long. Says so once for each such time. Refuses to end anything itself.
import type { Runtime, Timer } from '../../../core/runtime.js';

/** How long one session has been silent. */
export class Idle {
  readonly #runtime: Pick<Runtime, 'after'>;
  readonly #limitMs: number;
  readonly #silent: () => void;
  #timer: Timer | null = null;
  #activity = 0;

  /** `silent`: nothing was seen for `limitMs`. */
  constructor(runtime: Pick<Runtime, 'after'>, limitMs: number, silent: () => void) {
    this.#runtime = runtime;
    this.#limitMs = limitMs;
    this.#silent = silent;
  }

  /** Something came, from either side. */
  seen(): void {
    this.#activity += 1;
  }

  watch(): void {
    const seen = this.#activity;
    this.#timer = this.#runtime.after(this.#limitMs, () => {
      // What it does may end the watch.
      this.watch();
      if (seen === this.#activity) this.#silent();
    });
  }

  cancel(): void {
    this.#timer?.cancel();
  }
}
