// SPDX-License-Identifier: Apache-2.0
//
// Programs that print or take too long are ended, also those that will not hear of it.
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { runProgram, type ProgramRequest } from '../../../src/core/program.js';
import { systemRuntime, type Runtime } from '../../../src/core/runtime.js';

/** The real world, but timers ring when they are told to. */
function world(): { readonly runtime: Runtime; readonly timers: { readonly milliseconds: number; cancelled: boolean; ring(): void }[]; readonly children: ChildProcess[] } {
  const timers: ReturnType<typeof world>['timers'] = [];
  const children: ChildProcess[] = [];
  const after: Runtime['after'] = (milliseconds, ring) => {
    const timer = { milliseconds, cancelled: false, ring };
    timers.push(timer);
    return { cancel: () => void (timer.cancelled = true) };
  };
  const spawn: Runtime['spawn'] = (...args) => {
    const child = systemRuntime.spawn(...args);
    children.push(child);
    return child;
  };
  return { runtime: { ...systemRuntime, after, spawn }, timers, children };
}
const shell = (script: string, more: Partial<ProgramRequest> = {}): ProgramRequest => ({ file: '/bin/sh', args: ['-c', script], environment: { PATH: '/usr/bin:/bin' }, ...more });

describe('runProgram', () => {
  it('gives what was printed and how it ended, and lets the deadline go', async () => {
    const { runtime, timers } = world();
    expect(await runProgram(shell('cat; echo no >&2; exit 3', { input: 'yes', deadlineMs: 5_000 }), runtime)).toEqual({ code: 3, stdout: Buffer.from('yes'), stderr: 'no\n' });
    expect(timers).toMatchObject([{ milliseconds: 5_000, cancelled: true }]);
  });

  it('refuses one that can not be started', async () => {
    await expect(runProgram({ file: '/does/not/exist', args: [], environment: {} }, systemRuntime)).rejects.toMatchObject({ code: 'INTERNAL', message: expect.stringContaining('can not be started') });
  });

  it('ends one that prints without end', async () => {
    const { runtime, children } = world();
    await expect(runProgram(shell('exec cat /dev/zero'), runtime)).rejects.toMatchObject({ code: 'LIMIT_EXCEEDED', message: expect.stringContaining('printed more than 67108864 bytes') });
    const [child] = children as [ChildProcess];
    if (child.signalCode === null) await once(child, 'close');
    expect(child.signalCode).toBe('SIGKILL');
  });

  it.each([
    ['asks one to end that takes too long', 'echo ready; exec sleep 600', 'SIGTERM'],
    ['ends one that does not hear of it', "trap '' TERM; echo ready; exec sleep 600", 'SIGKILL'],
  ])('%s', async (_name, script, signal) => {
    const { runtime, timers, children } = world();
    const running = runProgram(shell(script, { deadlineMs: 5_000 }), runtime);
    const [child] = children as [ChildProcess];
    await once(child.stdout as NodeJS.ReadableStream, 'data');
    const gone = once(child, 'exit');
    timers[0]?.ring();
    await expect(running).rejects.toMatchObject({ code: 'LIMIT_EXCEEDED', message: expect.stringContaining('did not end within 5 s') });
    if (signal === 'SIGKILL') timers[1]?.ring();
    expect(await gone).toEqual([null, signal]);
    child.stdout?.destroy();
  });
});
