// SPDX-License-Identifier: Apache-2.0
import { execFileSync } from 'node:child_process';
import { chmod, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { systemRuntime } from '../../../src/core/runtime.js';
import { parseCredential } from '../../../src/vault/credential.js';
import { exposureOf, MAX_SECRET_BYTES, readSecretFile } from '../../../src/vault/file.js';
import { LocalSecrets } from '../../../src/vault/secrets.js';
import { ResourceSecrets } from '../../../src/vault/vaults.js';

const SHELL = { ci: false, allowStatic: false };
const CI = { ci: true, allowStatic: false };
const uid = process.getuid?.() ?? 0;
const refused = (message: RegExp) => expect.objectContaining({ code: 'SECRET_UNAVAILABLE', message: expect.stringMatching(message) });

describe('parseCredential', () => {
  it.each<[string, string, string | null, { user: string | null; password: string }]>([
    ['a password', 's3cret', null, { user: null, password: 's3cret' }],
    ['user and password', 'app:s3cret', null, { user: 'app', password: 's3cret' }],
    ['a password with colons after its user', 'app:a:b', null, { user: 'app', password: 'a:b' }],
    ['a password with a colon when the url names the user', 'a:b', 'app', { user: null, password: 'a:b' }],
    ['the user of the url again', 'app:a:b', 'app', { user: 'app', password: 'a:b' }],
  ])('reads %s', (_name, text, urlUser, expected) => {
    expect(parseCredential(text, urlUser)).toEqual(expected);
  });

  it.each(['', 'app:', ':s3cret'])('refuses the half `%s`', (text) => {
    expect(() => parseCredential(text)).toThrow(/empty (user|password)/);
  });

  it('never repeats what it was given', () => {
    expect(() => parseCredential(':s3cret')).toThrow(expect.not.objectContaining({ message: expect.stringContaining('s3cret') }));
  });
});

describe('LocalSecrets, env:', () => {
  it('takes the variable out of the environment, and still knows it', async () => {
    const environment: Record<string, string | undefined> = { ORDERS_DB: 'app:s3cret\n', PATH: '/bin' };
    const secrets = new LocalSecrets(environment, SHELL);
    expect(await secrets.read('env:ORDERS_DB')).toBe('app:s3cret');
    expect(environment).toEqual({ PATH: '/bin' });
    expect(await secrets.withStatic(true).read('env:ORDERS_DB')).toBe('app:s3cret');
    expect(secrets.variables).toEqual(['ORDERS_DB']);
  });

  it('takes it out of the real environment of child processes, too', async () => {
    process.env.OSTIARY_TEST_SECRET = 's3cret';
    await new LocalSecrets(process.env, SHELL).read('env:OSTIARY_TEST_SECRET');
    expect(execFileSync('env').toString()).not.toContain('OSTIARY_TEST_SECRET');
  });

  it.each<[string, string, RegExp]>([
    ['a variable that is not set', 'env:NOPE', /`NOPE` is not set/],
    ['a variable that is empty', 'env:EMPTY', /`EMPTY` is empty/],
    ['a variable of nothing but a line feed', 'env:BLANK', /is empty/],
    ['what Object would answer', 'env:constructor', /is not set/],
    ['a name that is none', 'env:A B', /does not name an environment variable/],
    ['a NUL', 'env:NUL', /NUL/],
    ['too much', 'env:BIG', /larger than/],
    ['a vault', 'vault:database/creds/orders', /can not read/],
    ['no scheme', 's3cret', /can not read/],
  ])('refuses %s', async (_name, reference, message) => {
    const secrets = new LocalSecrets({ EMPTY: '', BLANK: '\n', NUL: 'a\0b', BIG: 'x'.repeat(MAX_SECRET_BYTES + 1) }, SHELL);
    await expect(secrets.read(reference)).rejects.toEqual(refused(message));
  });

  it('names the kinds that it can read', async () => {
    await expect(new LocalSecrets({}, SHELL).read('vault:x')).rejects.toMatchObject({ hint: expect.stringMatching(/`env:NAME` and `file:\/path`/) });
  });
});

describe('LocalSecrets under a CI product', () => {
  it.each(['env:ORDERS_DB', 'file:/run/secrets/x'])('refuses %s and says what to write', async (reference) => {
    const environment = { ORDERS_DB: 's3cret' };
    await expect(new LocalSecrets(environment, CI).read(reference)).rejects.toMatchObject({ code: 'SECRET_UNAVAILABLE', hint: expect.stringContaining('allow_static: true') });
    expect(environment).toEqual({ ORDERS_DB: 's3cret' });
  });

  it('reads it when the policy allows', async () => {
    const secrets = new LocalSecrets({ ORDERS_DB: 's3cret' }, CI);
    expect(await secrets.withStatic(true).read('env:ORDERS_DB')).toBe('s3cret');
    await expect(secrets.read('env:ORDERS_DB')).rejects.toEqual(refused(/static key/));
  });
});

describe('ResourceSecrets with a static key', () => {
  const warned = async (ci: boolean): Promise<string[]> => {
    const said: string[] = [];
    const quiet = () => undefined;
    const world = { runtime: systemRuntime, log: { debug: quiet, info: quiet, warn: (message: string) => void said.push(message), error: quiet }, mask: (value: string) => void said.push(`masked ${value}`), token: () => Promise.reject(new Error('nobody asks')) };
    const held = await new ResourceSecrets(new LocalSecrets({ ORDERS_DB: 'app:s3cret' }, { ci, allowStatic: true }), null, world).hold('env:ORDERS_DB', { host: 'h', port: 1, user: null });
    expect(await held.current()).toEqual({ user: 'app', password: 's3cret' });
    expect(await held.refused({ user: 'app', password: 's3cret' })).toBeNull();
    await held.release();
    return said;
  };

  it('says so loudly in each CI run, and masks it', async () => {
    expect((await warned(true)).slice(0, 2)).toEqual([expect.stringMatching(/^the credential `env:ORDERS_DB` is a static key in a CI job, allowed by `allow_static: true`: .*docs\/vault\.md/u), 'masked s3cret']);
    expect((await warned(false))[0]).toBe('masked s3cret');
  });
});

describe('readSecretFile', () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'ostiary-vault-'));
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));
  const file = async (name: string, text: string, mode: number): Promise<string> => {
    const path = join(folder, name);
    await writeFile(path, text);
    await chmod(path, mode);
    return path;
  };

  it('reads a file that is ours alone, through a link as Kubernetes mounts it', async () => {
    await symlink(await file('data', 'app:s3cret\n', 0o400), join(folder, 'link'));
    expect(await new LocalSecrets({}, SHELL).read(`file:${join(folder, 'link')}`)).toBe('app:s3cret');
  });

  it.each<[string, number, RegExp]>([
    ['everybody can read', 0o604, /every user/],
    ['everybody can write', 0o602, /every user/],
    ['its group can write', 0o620, /changed by its group/],
  ])('refuses a file that %s', async (_name, mode, message) => {
    await expect(readSecretFile(await file(`m${mode}`, 'x', mode), uid)).rejects.toEqual(refused(message));
  });

  it('refuses folders, pipes, relative paths, what is not there and what is too large', async () => {
    execFileSync('mkfifo', ['-m', '600', join(folder, 'pipe')]);
    await expect(readSecretFile(folder, uid)).rejects.toEqual(refused(/not a regular file/));
    await expect(readSecretFile(join(folder, 'pipe'), uid)).rejects.toEqual(refused(/not a regular file/));
    await expect(readSecretFile('secret', uid)).rejects.toEqual(refused(/absolute/));
    await expect(readSecretFile(join(folder, 'nope'), uid)).rejects.toEqual(refused(/can not be opened/));
    await expect(readSecretFile(await file('big', 'x'.repeat(MAX_SECRET_BYTES + 1), 0o600), uid)).rejects.toEqual(refused(/larger than/));
    expect(await readSecretFile(await file('fits', 'x'.repeat(MAX_SECRET_BYTES), 0o600), uid)).toHaveLength(MAX_SECRET_BYTES);
  });
});

describe('exposureOf', () => {
  it.each<[string, { uid: number; mode: number }, RegExp | null]>([
    ['ours alone', { uid: 1000, mode: 0o600 }, null],
    ['of root, for our group', { uid: 0, mode: 0o440 }, null],
    ['of root, for everybody', { uid: 0, mode: 0o444 }, /every user/],
    ['ours, for our group', { uid: 1000, mode: 0o640 }, /read by its group/],
    ['of somebody else', { uid: 4242, mode: 0o600 }, /belongs to another user/],
    ['of root, changed by a group', { uid: 0, mode: 0o460 }, /changed by its group/],
  ])('judges a file %s', (_name, stat, expected) => {
    const fault = exposureOf({ uid: stat.uid, mode: 0o100000 | stat.mode }, 1000);
    if (expected === null) expect(fault).toBeNull();
    else expect(fault).toMatch(expected);
  });
});
