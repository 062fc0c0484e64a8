// SPDX-License-Identifier: Apache-2.0
//
// The real world, but its clock can be set and its short waits are over at once; how long they would have been is kept. Waits that are
// deadlines (5 s and more) stay real, so that nothing is given up early.
import { systemRuntime, type Runtime } from '../../src/core/runtime.js';

const DEADLINE_MS = 5_000;

export interface HastyRuntime extends Runtime {
  /** Milliseconds of each wait that was cut short. */
  readonly waits: number[];
  /** Moves both clocks. */
  advance(milliseconds: number): void;
}

/** A runtime for tests of retries, caches and expiry. `fetch` may be replaced. */
export function hastyRuntime(parts: Partial<Runtime> = {}): HastyRuntime {
  const waits: number[] = [];
  let ahead = 0;
  return {
    ...systemRuntime,
    now: () => Date.now() + ahead,
    monotonicMs: () => performance.now() + ahead,
    after(milliseconds, run) {
      if (milliseconds >= DEADLINE_MS) return systemRuntime.after(milliseconds, run);
      waits.push(milliseconds);
      const handle = setImmediate(run);
      return { cancel: () => clearImmediate(handle) };
    },
    ...parts,
    waits,
    advance(milliseconds) {
      ahead += milliseconds;
    },
  };
}
