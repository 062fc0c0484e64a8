// SPDX-License-Identifier: Apache-2.0
//
// Node's test environment, and an end to what jest leaves behind: each test file makes an AsyncLocalStorage of its own and keeps it enabled,
// so that before Node 24 every promise of the files that follow in a worker pays for all of those before it.
import { AsyncLocalStorage } from 'node:async_hooks';
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);
// It comes with jest, which we depend on.
const { TestEnvironment } = createRequire(require.resolve('jest'))('jest-environment-node');

const enabled = new Set();
for (const name of ['run', 'enterWith']) {
  const original = AsyncLocalStorage.prototype[name];
  AsyncLocalStorage.prototype[name] = function (...parts) {
    enabled.add(this);
    return Reflect.apply(original, this, parts);
  };
}

export default class Environment extends TestEnvironment {
  async teardown() {
    await super.teardown();
    for (const storage of enabled) storage.disable();
    enabled.clear();
  }
}
