// SPDX-License-Identifier: Apache-2.0
import { stayAlive, systemRuntime } from '../../../src/core/runtime.js';

/** How many timers keep this process alive. */
const keeping = (): number => process.getActiveResourcesInfo().filter((kind) => kind === 'Timeout').length;

it('stays alive until it is cancelled, and for no other timer', () => {
  const before = keeping();
  const timers = [systemRuntime.after(60_000, () => undefined), systemRuntime.every(60_000, () => undefined)];
  expect(keeping()).toBe(before);
  const alive = stayAlive();
  expect(keeping()).toBe(before + 1);
  for (const one of [...timers, alive]) one.cancel();
  expect(keeping()).toBe(before);
});
