// SPDX-License-Identifier: Apache-2.0
import { systemRuntime, type Runtime } from '../../../../../src/core/runtime.js';
import { CancelKeys } from '../../../../../src/proxy/postgres/client/cancel-keys.js';

describe('CancelKeys', () => {
  const setUp = (runtime: Runtime = systemRuntime) => {
    const keys = new CancelKeys(runtime);
    const cancelled: string[] = [];
    const issue = (name: string) => keys.issue(async () => void cancelled.push(name));
    return { keys, cancelled, a: issue('a'), b: issue('b') };
  };

  it('cancels what the key stands for, and nothing else', async () => {
    const { keys, cancelled, b } = setUp();
    await keys.use(b.pid, b.key);
    expect(cancelled).toEqual(['b']);
  });

  it('does nothing for a wrong, short, long or swapped key, or an unknown process', async () => {
    const { keys, cancelled, a, b } = setUp();
    const wrong = Buffer.from(a.key);
    wrong[3] = (wrong[3] as number) ^ 1;
    await keys.use(a.pid, wrong);
    await keys.use(a.pid, b.key);
    await keys.use(a.pid, a.key.subarray(0, 3));
    await keys.use(a.pid, Buffer.concat([a.key, a.key]));
    await keys.use(a.pid + 1, a.key);
    expect(cancelled).toEqual([]);
  });

  it('does nothing once the connection has ended', async () => {
    const { keys, cancelled, a } = setUp();
    keys.release(a);
    await keys.use(a.pid, a.key);
    expect(cancelled).toEqual([]);
  });

  it('issues no process id twice, and never 0', () => {
    const key = Buffer.alloc(4);
    const draws = [key, [0, 0, 0, 1], [0, 0, 0, 2], key, [0, 0, 0, 3], [0, 0, 0, 4]].map((bytes) => Buffer.from(bytes));
    const { a, b } = setUp({ ...systemRuntime, random: () => draws.shift() as Buffer });
    expect([a.pid, b.pid]).toEqual([1, 2]);
  });

  it('gives positive process ids, as PostgreSQL does', () => {
    const keys = new CancelKeys({ ...systemRuntime, random: (bytes) => Buffer.alloc(bytes, 0xff) });
    expect(keys.issue(async () => undefined).pid).toBe(0x7fffffff);
  });
});
