// SPDX-License-Identifier: Apache-2.0
//
// The world, as a parameter: clock, randomness, timers, fetch and child processes. Everything else takes a `Runtime`, so that the
// same seed gives the same output. Only this file touches the globals; lint holds that.
import { spawn, type ChildProcess, type SpawnOptions } from 'node:child_process';
import { randomBytes } from 'node:crypto';

export interface Timer {
  cancel(): void;
}

export interface Runtime {
  /** Milliseconds since the epoch. */
  now(): number;
  /** Monotonic milliseconds, for durations. */
  monotonicMs(): number;
  random(bytes: number): Buffer;
  after(milliseconds: number, run: () => void): Timer;
  every(milliseconds: number, run: () => void): Timer;
  /** Runs once this turn of the event loop has handled its I/O; keeps the process alive until then. */
  soon(run: () => void): void;
  fetch(url: string, init?: RequestInit): Promise<Response>;
  spawn(file: string, args: readonly string[], options: SpawnOptions): ChildProcess;
}

/** Keeps this process alive until cancelled: a verb that only waits (to try again, say) would end in silence, since timers don't keep it. */
export function stayAlive(): Timer {
  const handle = setInterval(() => undefined, 2 ** 30);
  return { cancel: () => clearInterval(handle) };
}

/** The real world. Timers do not keep the process alive. */
export const systemRuntime: Runtime = {
  now: () => Date.now(),
  monotonicMs: () => performance.now(),
  random: (bytes) => randomBytes(bytes),
  after(milliseconds, run) {
    const handle = setTimeout(run, milliseconds);
    handle.unref();
    return { cancel: () => clearTimeout(handle) };
  },
  every(milliseconds, run) {
    const handle = setInterval(run, milliseconds);
    handle.unref();
    return { cancel: () => clearInterval(handle) };
  },
  soon: (run) => {
    setImmediate(run);
  },
  fetch: (url, init) => fetch(url, init),
  spawn: (file, args, options) => spawn(file, [...args], options),
};
