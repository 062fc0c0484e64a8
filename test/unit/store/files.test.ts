// SPDX-License-Identifier: Apache-2.0
import { chmod, mkdir, mkdtemp, readdir, readFile, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { systemRuntime } from '../../../src/core/runtime.js';
import { FileStore } from '../../../src/store/files.js';

let folder: string;
let path: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'ostiary-store-'));
  path = join(folder, 'store');
});
afterEach(() => rm(folder, { recursive: true, force: true }));
const open = () => FileStore.open(path, systemRuntime);

describe('FileStore', () => {
  it('keeps records apart by kind and key, also for another process', async () => {
    const store = await open();
    expect(await store.create('session', 'ost_1', { a: 1 })).toBe(true);
    expect(await store.create('token', 'ost_1', { b: 2 })).toBe(true);
    await store.replace('session', 'ost_1', { a: 3 });
    const other = await open();
    expect([await other.read('session', 'ost_1'), await other.read('token', 'ost_1'), await other.read('revoked', 'ost_1')]).toEqual([{ a: 3 }, { b: 2 }, null]);
    expect([await other.keys('session'), await other.keys('revoked')]).toEqual([['ost_1'], []]);
    await other.remove('session', 'ost_1');
    await other.remove('session', 'ost_1');
    expect(await store.read('session', 'ost_1')).toBeNull();
  });

  it('lets exactly one of many be first', async () => {
    const stores = await Promise.all([open(), open()]);
    const won = await Promise.all(Array.from({ length: 40 }, (_, index) => (stores[index % 2] as FileStore).create('token', 'same', { index })));
    expect(won.filter(Boolean)).toHaveLength(1);
    expect(await stores[0]?.read('token', 'same')).toEqual({ index: won.indexOf(true) });
  });

  it('shows its records to nobody else, and leaves nothing half-done behind', async () => {
    const store = await open();
    await Promise.all(Array.from({ length: 20 }, (_, index) => store.replace('session', 'k', { index, text: 'x'.repeat(10_000) })));
    expect(await readdir(join(path, 'session'))).toEqual(['k.json']);
    for (const name of ['', 'session', 'session/k.json']) expect((await stat(join(path, name))).mode & 0o077).toBe(0);
    await writeFile(join(path, 'session', '.half'), 'x');
    await (await open()).tidy();
    expect(await readdir(join(path, 'session'))).toEqual(['k.json']);
  });

  it.each(['../x', 'a/b', '', '.', 'a'.repeat(129), 'ü', 'a\0'])('refuses the key %j', async (key) => {
    const store = await open();
    await expect((async () => store.create('session', key, {}))()).rejects.toMatchObject({ code: 'STORE_FAILED' });
    await expect((async () => store.read('session', key))()).rejects.toMatchObject({ code: 'STORE_FAILED' });
  });

  it('refuses a folder that others can read', async () => {
    await mkdir(path);
    await chmod(path, 0o755);
    await expect(open()).rejects.toMatchObject({ code: 'STORE_FAILED', hint: expect.stringContaining('chmod 700') });
  });

  it('says so when it can not read, write or find what it needs', async () => {
    const store = await open();
    await store.check();
    await writeFile(join(path, 'session', 'torn.json'), '{"a":');
    await expect(store.read('session', 'torn')).rejects.toMatchObject({ code: 'STORE_FAILED' });
    const secret = join(folder, 'secret');
    await writeFile(secret, '{}');
    await symlink(secret, join(path, 'session', 'link.json'));
    await expect(store.read('session', 'link')).rejects.toMatchObject({ code: 'STORE_FAILED' });
    await expect(store.create('session', 'large', { text: 'x'.repeat(9_000_000) })).rejects.toMatchObject({ code: 'STORE_FAILED' });
    await rm(path, { recursive: true });
    for (const failing of [store.create('token', 'x', {}), store.replace('token', 'x', {}), store.keys('token'), store.check()]) await expect(failing).rejects.toMatchObject({ code: 'STORE_FAILED' });
    await writeFile(path, 'not a folder');
    await expect(open()).rejects.toMatchObject({ code: 'STORE_FAILED' });
    expect(await readFile(secret, 'utf8')).toBe('{}');
  });
});
