// SPDX-License-Identifier: Apache-2.0
//
// A world whose time stands still until a test moves it: timers fire when their moment is passed, in order. Everything else is real.
// Refuses to guess how long something takes: `until` moves time only while nothing else goes on.
import { systemRuntime, type Runtime } from '../../src/core/runtime.js';

export interface ManualRuntime extends Runtime {
  /** Moves both clocks, and runs what is due by then. */
  advance(milliseconds: number): Promise<void>;
  /** Moves time on, in steps, until the promise is settled; then it is what the promise was. */
  until<T>(promise: Promise<T>, stepMs?: number): Promise<T>;
  /** When the timers that wait are due, in milliseconds from now. */
  readonly waiting: readonly number[];
}

/** A few milliseconds. */
const MANY_TURNS = 300;

interface Waiting {
  readonly at: number;
  readonly run: () => void;
}

/** Starts now, since certificates and tokens of others do. `fetch` may be replaced. */
export function manualRuntime(parts: Partial<Runtime> = {}): ManualRuntime {
  let now = Date.now();
  const timers = new Set<Waiting>();
  let open = 0;
  // Real I/O takes turns of the event loop, not time: as many as it wants, unless nobody answers.
  const turn = async (): Promise<void> => {
    for (let count = 0; count < 5 || (open > 0 && count < MANY_TURNS); count += 1) await new Promise((resolve) => setImmediate(resolve));
  };
  const given = parts.fetch ?? systemRuntime.fetch;
  const advance = async (milliseconds: number): Promise<void> => {
    const end = now + milliseconds;
    for (;;) {
      const next = [...timers].filter(({ at }) => at <= end).sort((a, b) => a.at - b.at)[0];
      if (next === undefined) break;
      timers.delete(next);
      now = Math.max(now, next.at);
      next.run();
      await turn();
    }
    now = end;
    await turn();
  };
  return {
    ...systemRuntime,
    now: () => now,
    monotonicMs: () => now,
    after(milliseconds, run) {
      const waiting = { at: now + milliseconds, run };
      timers.add(waiting);
      return { cancel: () => void timers.delete(waiting) };
    },
    ...parts,
    async fetch(url, init) {
      open += 1;
      return given(url, init).finally(() => (open -= 1));
    },
    advance,
    async until(promise, stepMs = 1_000) {
      let settled = false;
      const done = promise.finally(() => (settled = true));
      done.catch(() => undefined);
      for (let turns = 0; !settled; turns += 1) await advance(turns % 20 === 19 ? stepMs : 0);
      return done;
    },
    get waiting() {
      return [...timers].map(({ at }) => at - now).sort((a, b) => a - b);
    },
  };
}
