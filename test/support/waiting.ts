// SPDX-License-Identifier: Apache-2.0
//
// Waits for a state by asking for it, again and again, up to a deadline that only a broken program meets. Refuses to wait for time to pass.
import { setTimeout as delay } from 'node:timers/promises';

const DEADLINE_MS = 30_000;
const STEP_MS = 20;

/** Resolves once it is so; throws with `what` when it never is. */
export async function waitFor(isSo: () => boolean | Promise<boolean>, what: string): Promise<void> {
  const deadline = performance.now() + DEADLINE_MS;
  while (!(await isSo())) {
    if (performance.now() > deadline) throw new Error(`waited in vain: ${what}`);
    await delay(STEP_MS);
  }
}
