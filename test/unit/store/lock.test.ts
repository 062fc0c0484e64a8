// SPDX-License-Identifier: Apache-2.0
//
// Who has a store: the living, one at a time. Real files; the clock is set by hand, and owners elsewhere are written as they write themselves.
import { createHash } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { systemRuntime, type Runtime } from '../../../src/core/runtime.js';
import { SILENCE_MS, StoreLock } from '../../../src/store/lock.js';
import { manualRuntime } from '../../support/manual-runtime.js';

let folder: string;
const held: StoreLock[] = [];
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'ostiary-lock-'));
});
afterEach(async () => {
  for (const lock of held.splice(0)) await lock.release();
  await rm(folder, { recursive: true, force: true });
});

const file = (): string => join(folder, 'owner.json');
const owner = async (): Promise<Record<string, unknown>> => JSON.parse(await readFile(file(), 'utf8')) as Record<string, unknown>;
const take = async (runtime: Runtime = systemRuntime): Promise<StoreLock> => {
  const lock = await StoreLock.take(folder, runtime);
  held.push(lock);
  return lock;
};
const refused = (who: RegExp) => expect.objectContaining({ code: 'STORE_FAILED', message: expect.stringMatching(who), hint: expect.stringContaining('stop that one') });
/** Beats when it is told to. */
const beating = (runtime: Runtime = systemRuntime) => {
  const beats: (() => void)[] = [];
  return { ...runtime, every: (_ms: number, run: () => void) => (beats.push(run), { cancel: () => void beats.splice(0) }), beat: () => beats.forEach((run) => run()) };
};
const elsewhere = (more: Record<string, unknown> = {}): string => JSON.stringify({ nonce: 'other', host: 'other.example', pid: 7, process: { boot: 'another', space: 'pid:[1]', start: '1' }, beat: 3, ...more });

describe('a store', () => {
  it('has one owner, whom a second is told, and none when it is given back', async () => {
    const first = await take();
    await expect(take()).rejects.toEqual(refused(new RegExp(`process ${process.pid} on \`${hostname()}\``, 'u')));
    await first.release();
    expect(await readdir(folder)).toEqual([]);
    await take();
    expect(await owner()).toMatchObject({ pid: process.pid, host: hostname() });
  });

  it.each<[string, Record<string, unknown>]>([
    ['of a process that is gone', { pid: 4_000_000 }],
    ['of a process whose number another has now', { pid: process.pid }],
  ])('%s on the same machine is taken over at once', async (_name, more) => {
    const mine = await take();
    const { process: own } = await owner();
    await mine.release();
    await writeFile(file(), elsewhere({ process: { ...(own as object), start: '1' }, ...more }));
    await take(manualRuntime());
    expect(await owner()).toMatchObject({ pid: process.pid });
  });

  it('of somebody elsewhere is taken over when nobody beats, and not when somebody does', async () => {
    await writeFile(file(), elsewhere());
    const waiting = manualRuntime();
    const second = StoreLock.take(folder, waiting);
    second.catch(() => undefined);
    while (waiting.waiting.length === 0) await waiting.advance(0);
    expect(waiting.waiting).toEqual([SILENCE_MS]);
    await writeFile(file(), elsewhere({ beat: 4 }));
    await expect(waiting.until(second)).rejects.toEqual(refused(/process 7 on `other\.example`/u));
    const quiet = manualRuntime();
    held.push(await quiet.until(StoreLock.take(folder, quiet)));
    expect(await owner()).toMatchObject({ pid: process.pid, beat: 0 });
  });

  it('whose file nobody can read is nobody\'s, when nobody writes it', async () => {
    await writeFile(file(), '{"nonce":');
    const runtime = manualRuntime();
    held.push(await runtime.until(StoreLock.take(folder, runtime)));
    expect(await owner()).toMatchObject({ pid: process.pid });
  });

  it('goes to one of several that come for the dead, however they meet', async () => {
    const mine = await take();
    const { process: own } = await owner();
    await mine.release();
    for (let round = 0; round < 60; round += 1) {
      await writeFile(file(), elsewhere({ nonce: `dead ${round}`, process: { ...(own as object), start: '1' } }));
      const answers = await Promise.allSettled(Array.from({ length: 8 }, async (_, late) => {
        for (let turn = 0; turn < (late * round) % 11; turn += 1) await new Promise((resolve) => setImmediate(resolve));
        return take(manualRuntime());
      }));
      expect([round, answers.filter(({ status }) => status === 'fulfilled').length]).toEqual([round, 1]);
      for (const answer of answers) if (answer.status === 'rejected') expect(answer.reason).toEqual(refused(/another gateway has the store/u));
      expect(await readdir(folder)).toEqual(['owner.json']);
      for (const lock of held.splice(0)) await lock.release();
    }
  });

  it('goes to the next when an heir died before it had it, and stays with the heir that lives', async () => {
    const mine = await take();
    const { process: own } = await owner();
    await mine.release();
    const dead = { ...(own as object), start: '1' };
    const heirOf = (nonce: string): string => `${file()}.${createHash('sha256').update(nonce).digest('hex')}.heir`;
    await writeFile(file(), elsewhere({ process: dead }));
    await writeFile(heirOf('other'), elsewhere({ nonce: 'heir', process: dead }));
    await writeFile(heirOf('heir'), elsewhere({ nonce: 'its heir', pid: process.pid, process: own }));
    await expect(take()).rejects.toEqual(refused(new RegExp(`process ${process.pid} `, 'u')));
    await rm(heirOf('heir'));
    await take();
    expect([(await owner())['host'], await readdir(folder)]).toEqual([hostname(), ['owner.json']]);
  });

  it('is beaten for, made again when its file is tidied away, and given up when another has it', async () => {
    const runtime = beating();
    const lock = await take(runtime);
    const beat = async (until: () => Promise<boolean>): Promise<void> => {
      runtime.beat();
      while (!(await until())) await new Promise((resolve) => setImmediate(resolve));
    };
    await beat(async () => (await owner().catch(() => null))?.['beat'] === 1);
    await rm(file());
    await beat(async () => owner().then(() => true, () => false));
    await writeFile(file(), elsewhere());
    runtime.beat();
    expect(await lock.lost).toBe('process 7 on `other.example` has the store now');
    await lock.release();
    expect(await owner()).toMatchObject({ nonce: 'other' });
  });
});
