// SPDX-License-Identifier: Apache-2.0
//
// `vault:` against a Vault that checks tokens by a real JWKS: every call, every way to fail, and what may never be said.
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { HashiCorpVault } from '../../../src/core/vaults.js';
import { LocalSecrets } from '../../../src/vault/secrets.js';
import type { VaultWorld } from '../../../src/vault/source.js';
import { ResourceSecrets } from '../../../src/vault/vaults.js';
import { writeCertificates } from '../../support/certificates.js';
import { manualRuntime, type ManualRuntime } from '../../support/manual-runtime.js';
import { startOidcIssuer, type OidcIssuer } from '../../support/oidc-issuer.js';
import { startVault, type VaultServer } from '../../support/vault-server.js';

const TARGET = { host: 'orders.internal', port: 5432, user: null };
let issuer: OidcIssuer;
let vault: VaultServer;
let runtime: ManualRuntime;
let said: string[];
let masked: string[];

beforeAll(async () => {
  issuer = await startOidcIssuer();
  vault = await startVault({ roles: {
    ostiary: { issuer: issuer.issuer, boundAudiences: ['https://vault.internal'], boundClaims: { repository_id: '812364' }, paths: ['database/creds/orders', 'secret/data/*', 'kv/*', 'sys/leases/revoke'] },
    weak: { issuer: issuer.issuer, boundAudiences: ['https://vault.internal'], paths: ['database/creds/orders'], renewable: false, ttlSeconds: 600 },
  } });
  vault.kv2.set('orders', { username: 'app', password: 'kv2-s3cret-value' });
  vault.kv2.set('gone', null);
  vault.kv2.set('many', { dsn: 'x', note: 'y-s3cret-value' });
  vault.kv2.set('odd', { password: 7 });
  vault.kv1.set('orders', { value: 'app:kv1-s3cret-value' });
  vault.kv1.set('nested', { db: { username: 'app', password: 'nested-s3cret-value' } });
});
afterAll(() => Promise.all([issuer.stop(), vault.stop()]));
beforeEach(() => {
  vault.forget();
  runtime = manualRuntime();
  said = [];
  masked = [];
  vault.calls.length = 0;
  vault.secrets.length = 0;
  vault.faults.clear();
  vault.leaseSeconds = 3600;
  vault.renewSeconds = null;
});
// INVARIANT: whatever a test did, nothing secret was said.
afterEach(() => {
  const all = said.join('\n');
  for (const secret of [...vault.secrets, ...masked]) for (const form of [secret, Buffer.from(secret).toString('base64'), secret.slice(0, 40)]) expect(all).not.toContain(form);
  expect(all).not.toContain('s3cret-');
});

// Until what goes on by itself has come so far; real I/O takes turns, not time.
const eventually = async (holds: () => boolean): Promise<void> => {
  for (let turn = 0; turn < 2_000 && !holds(); turn += 1) await runtime.advance(0);
  expect(holds()).toBe(true);
};

const say = (message: string, fields?: unknown): void => void said.push(`${message} ${JSON.stringify(fields ?? '')}`);
const world = (): VaultWorld => ({ runtime, log: { debug: say, info: say, warn: say, error: say }, mask: (value) => void masked.push(value), token: (audience) => issuer.mint({ aud: audience, repository_id: '812364' }) });
const settings = (more: Partial<HashiCorpVault> = {}): HashiCorpVault => ({ kind: 'vault', name: 'main', address: vault.address, namespace: null, mount: 'jwt', role: 'ostiary', audience: 'https://vault.internal', ca: null, tokenFile: null, ...more });
const hold = (reference: string, more: Partial<HashiCorpVault> = {}, own: Partial<VaultWorld> = {}) => {
  const secrets = new ResourceSecrets(new LocalSecrets({}, { ci: true, allowStatic: false }), settings(more), { ...world(), ...own });
  const held = secrets.hold(reference, TARGET);
  held.catch((thrown: { message: string; hint?: string; cause?: unknown; stack?: string }) => say(`${thrown.message} ${thrown.hint ?? ''} ${String(thrown.cause)} ${thrown.stack ?? ''}`));
  return held;
};

describe('key-value secrets', () => {
  it.each([
    ['version 2', 'vault:secret/data/orders', { user: 'app', password: 'kv2-s3cret-value' }],
    ['version 2, a field', 'vault:secret/data/orders#password', { user: null, password: 'kv2-s3cret-value' }],
    ['version 1, its only field', 'vault:kv/orders', { user: 'app', password: 'kv1-s3cret-value' }],
    ['version 1, fields in a field', 'vault:kv/nested#db', { user: 'app', password: 'nested-s3cret-value' }],
  ])('reads %s, and ends its token at once', async (_name, reference, expected) => {
    const held = await hold(reference);
    expect(await held.current()).toEqual(expected);
    expect(vault.calls).toEqual(['POST /v1/auth/jwt/login', `GET /v1/${reference.slice(6).split('#')[0] ?? ''}`, 'POST /v1/auth/token/revoke-self']);
    expect(vault.tokens.size).toBe(0);
    await held.release();
    expect(vault.calls).toHaveLength(3);
  });

  it('reads again what the database refuses, once for all who ask, and hands out the new value', async () => {
    const held = await hold('vault:secret/data/orders');
    const old = await held.current();
    vault.kv2.set('orders', { username: 'app', password: 'kv2-s3cret-rotated' });
    const [one, other] = await Promise.all([held.refused(old), held.refused(old)]);
    expect([one, other, await held.current(), await held.refused(old)].map((credential) => credential?.password)).toEqual(Array(4).fill('kv2-s3cret-rotated'));
    expect(vault.calls.filter((call) => call.startsWith('GET'))).toHaveLength(2);
    vault.kv2.set('orders', { username: 'app', password: 'kv2-s3cret-value' });
    await held.release();
  });

  it('does not ask again and again for a password that is simply wrong', async () => {
    const held = await hold('vault:secret/data/orders');
    const wrong = await held.current();
    expect([await held.refused(wrong), await held.refused(wrong), await held.refused(wrong)]).toEqual([null, null, null]);
    expect(vault.calls.filter((call) => call.startsWith('GET'))).toHaveLength(2);
    await runtime.advance(10_000);
    expect(await held.refused(wrong)).toBeNull();
    expect(vault.calls.filter((call) => call.startsWith('GET'))).toHaveLength(3);
    await held.release();
  });
});

describe('a lease', () => {
  it('is one user for the session, revoked by name and with its token at the end', async () => {
    const held = await hold('vault:database/creds/orders');
    const { user } = await held.current();
    expect([user, vault.leases.size]).toEqual([expect.stringMatching(/^v-jwt-orders-/u), 1]);
    expect(masked).toEqual(expect.arrayContaining(vault.secrets));
    expect(vault.secrets).toHaveLength(3);
    expect(await held.current()).toBe(await held.current());
    await held.release();
    expect([vault.leases.size, vault.tokens.size]).toEqual([0, 0]);
    expect(vault.calls.slice(-2)).toEqual(['POST /v1/sys/leases/revoke', 'POST /v1/auth/token/revoke-self']);
    await expect(held.current()).rejects.toMatchObject({ message: expect.stringContaining('has been given back') });
  });

  it('is revoked by name, even where its token can not be ended', async () => {
    const held = await hold('vault:database/creds/orders');
    vault.faults.set('/v1/auth/token/revoke-self', [{ status: 400, body: '{"errors":["no"]}' }]);
    await held.release();
    expect(vault.leases.size).toBe(0);
    expect(said.join()).toContain('could not be given back, and ends by itself');
  });

  it('goes with its token where the role may not revoke it by name', async () => {
    const held = await hold('vault:database/creds/orders', { role: 'weak' });
    await held.release();
    expect([vault.leases.size, vault.tokens.size, said]).toEqual([0, 0, []]);
  });

  it('is renewed with its token before it ends, for hours', async () => {
    const held = await hold('vault:database/creds/orders');
    const first = await held.current();
    for (let hour = 0; hour < 5; hour += 1) await runtime.advance(3_600_000);
    expect(await held.current()).toBe(first);
    expect(vault.calls.filter((call) => call.endsWith('sys/leases/renew')).length).toBeGreaterThanOrEqual(7);
    expect(vault.calls.filter((call) => call.startsWith('GET'))).toHaveLength(1);
    await held.release();
    expect(runtime.waiting).toEqual([]);
  });

  it('is followed by another one at its longest time, and both end with the session', async () => {
    const held = await hold('vault:database/creds/orders');
    const first = await held.current();
    vault.renewSeconds = 1_200;
    await runtime.advance(2_400_000);
    await eventually(() => vault.leases.size === 2);
    const second = await held.current();
    expect(second.user).not.toBe(first.user);
    await held.release();
    expect([vault.leases.size, vault.tokens.size]).toEqual([0, 0]);
  });

  it('that can not be renewed is followed by another one shortly before its end', async () => {
    const held = await hold('vault:database/creds/orders', { role: 'weak' });
    const first = await held.current();
    await runtime.advance(569_000);
    expect(await held.current()).toBe(first);
    await runtime.advance(2_000);
    expect((await held.current()).user).not.toBe(first.user);
    await held.release();
  });

  it('that has ended is never handed out, even when nothing else can be had', async () => {
    const held = await hold('vault:database/creds/orders');
    vault.faults.set('/v1/auth/token/renew-self', Array(40).fill({ status: 500, body: '{"errors":["internal error"]}' }) as { status: number }[]);
    vault.faults.set('/v1/auth/jwt/login', Array(40).fill({ status: 500, body: '{"errors":["internal error"]}' }) as { status: number }[]);
    for (let step = 0; step < 37; step += 1) await runtime.advance(100_000);
    await expect(runtime.until(held.current())).rejects.toMatchObject({ code: 'SECRET_UNAVAILABLE' });
    expect(said.join()).toContain('could not be renewed');
    await runtime.until(held.release());
  });

  it('that Vault has forgotten is replaced', async () => {
    const held = await hold('vault:database/creds/orders');
    const first = await held.current();
    vault.forget();
    await runtime.advance(2_400_000);
    await eventually(() => vault.leases.size === 1);
    expect((await held.current()).user).not.toBe(first.user);
    await held.release();
    expect(said.join()).toMatch(/could not be given back, and ends by itself/u);
    expect(vault.leases.size).toBe(0);
  });

  it('is given back when what it holds is of no use', async () => {
    await expect(hold('vault:database/creds/orders#nope')).rejects.toMatchObject({ message: expect.stringContaining('the field `nope` is not there') });
    expect([vault.leases.size, vault.tokens.size]).toEqual([0, 0]);
  });
});

describe('failures', () => {
  const read = 'vault:secret/data/orders';
  it.each<[string, string, Partial<HashiCorpVault>, () => void, RegExp, RegExp]>([
    ['a role that is not there', read, { role: 'nobody' }, () => undefined, /does not accept the login with role `nobody` at `auth\/jwt` \(status 400\): role "nobody" could not be found/u, /bound_audiences \(`https:\/\/vault.internal`\)/u],
    ['an audience that the role does not know', read, { audience: 'https://other' }, () => undefined, /error validating token: .*"aud"/u, /bound_audiences/u],
    ['a mount that is not there', read, { mount: 'github' }, () => undefined, /auth\/github/u, /mount/u],
    ['a path that its policy does not name', 'vault:sys/mounts', {}, () => undefined, /does not let role `ostiary` read it \(403\)/u, /policy/u],
    ['a namespace that is not its own', read, { namespace: 'team-b' }, () => undefined, /permission denied/u, /./u],
    ['nothing there', 'vault:secret/data/nope', {}, () => undefined, /nothing there \(404\)/u, /version 2 has `data` in it/u],
    ['a version that was deleted', 'vault:secret/data/gone', {}, () => undefined, /nothing there \(404\)/u, /deleted/u],
    ['several fields', 'vault:secret/data/many', {}, () => undefined, /has 2 fields, and none is called `password`/u, /#FIELD/u],
    ['a field that is no text', 'vault:secret/data/odd', {}, () => undefined, /its `password` is not a text/u, /./u],
    ['a sealed Vault', read, {}, () => faulty('/v1/auth/jwt/login', { status: 503, body: '{"errors":["Vault is sealed"]}' }), /status 503\): Vault is sealed/u, /./u],
    ['a database that Vault can not reach', 'vault:database/creds/orders', {}, () => faulty('/v1/database/creds/orders', { status: 500, body: '{"errors":["1 error occurred:\\n\\t* dial tcp: connection refused"]}' }), /status 500: 1 error occurred: \* dial tcp/u, /can Vault reach the database/u],
    ['something that is no Vault', read, {}, () => faulty('/v1/auth/jwt/login', { body: '<html>s3cret</html>' }), /something that is not its own language \(status 200\)$/u, /address/u],
    ['a login without a token', read, {}, () => faulty('/v1/auth/jwt/login', { body: '{"auth":null}' }), /without a token/u, /address/u],
    ['a secret without data', read, {}, () => faulty('/v1/secret/data/orders', { body: '{"data":null}' }), /without data/u, /data/u],
    ['an answer that is too large', read, {}, () => faulty('/v1/secret/data/orders', { body: 'x'.repeat(300_000) }), /more than 262144 bytes/u, /./u],
    ['an answer that sends us elsewhere', read, {}, () => faulty('/v1/auth/jwt/login', { status: 307, headers: { location: 'https://evil.example/v1/auth/jwt/login' } }), /sends us elsewhere \(status 307\)/u, /./u],
    ['a connection that is cut', read, {}, () => faulty('/v1/auth/jwt/login', { how: 'drop' }), /can not be reached/u, /is it up/u],
    ['a Vault that does not answer', read, {}, () => faulty('/v1/auth/jwt/login', { how: 'hang' }), /no answer within 10 s/u, /is it up/u],
    ['a Vault that is not there', read, { address: 'http://127.0.0.1:1' }, () => undefined, /can not be reached/u, /is it up/u],
  ])('says what is wrong about %s', async (_name, reference, more, prepare, message, hint) => {
    prepare();
    await expect(runtime.until(hold(reference, more), 5_000)).rejects.toMatchObject({ code: 'SECRET_UNAVAILABLE', message: expect.stringMatching(message), hint: expect.stringMatching(hint) });
    expect(vault.leases.size).toBe(0);
  });

  it('shows a token to nobody before it has one, and says which line is missing', async () => {
    const token = async (): Promise<string> => {
      throw Object.assign(new Error('no'), { name: 'x' });
    };
    await expect(hold(read, {}, { token })).rejects.toThrow();
    expect(vault.calls).toEqual([]);
  });

  it('does not repeat the token that Vault repeats', async () => {
    await expect(hold(read, { audience: 'https://other' })).rejects.toMatchObject({ message: expect.stringMatching(/error validating token.*\*\*\*/u) });
    vault.secrets.push(masked[0] ?? 'none');
  });

  it('is asked for nothing when the policy names no vault', async () => {
    const secrets = new ResourceSecrets(new LocalSecrets({}, { ci: true, allowStatic: false }), null, world());
    await expect(secrets.hold(read, TARGET)).rejects.toMatchObject({ message: expect.stringContaining('need a vault of type `vault`'), hint: expect.stringContaining('docs/vault.md') });
    await expect(secrets.hold('s3cret', TARGET)).rejects.toMatchObject({ message: 'the credential is of a kind that this version can not read' });
  });
});

const faulty = (path: string, fault: Parameters<VaultServer['faults']['set']>[1][number]): void => void vault.faults.set(path, Array(8).fill(fault) as typeof fault[]);

describe('the road to it', () => {
  let folder: string;
  let secure: VaultServer;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'ostiary-vault-'));
    await writeCertificates(folder);
    const [key, cert] = await Promise.all(['server.key', 'server.pem'].map((name) => readFile(join(folder, name), 'utf8')));
    secure = await startVault({ tls: { key: key ?? '', cert: cert ?? '' }, namespace: 'team-a', mount: 'ci/jwt', roles: { ostiary: { issuer: issuer.issuer, boundAudiences: ['https://vault.internal'], paths: ['kv/*'] } } });
    secure.kv1.set('orders', { value: 'app:tls-s3cret-value' });
  });
  afterAll(async () => {
    await secure.stop();
    await rm(folder, { recursive: true, force: true });
  });

  it('is encrypted, by an authority of one\'s own', async () => {
    const held = await hold('vault:kv/orders', { address: secure.address, ca: join(folder, 'ca.pem'), namespace: 'team-a', mount: 'ci/jwt' });
    expect(await held.current()).toEqual({ user: 'app', password: 'tls-s3cret-value' });
    await held.release();
  });

  it.each([
    ['an authority that nobody knows', null, /can not be reached: .*(self-signed|unable to verify)/iu],
    ['another authority', 'server.pem', /can not be reached/u],
    ['a file that is not there', 'nope.pem', /can not be read/u],
  ])('refuses %s, and says nothing to it', async (_name, file, message) => {
    const calls = secure.calls.length;
    await expect(runtime.until(hold('vault:kv/orders', { address: secure.address, ca: file === null ? null : join(folder, file) }), 5_000)).rejects.toMatchObject({ message: expect.stringMatching(message) });
    expect(secure.calls.length).toBe(calls);
  });

  it('shows the token of a file of our own instead of the job\'s', async () => {
    const file = join(folder, 'token');
    const token = await issuer.mint({ aud: 'https://vault.internal', repository_id: '812364' });
    await writeFile(file, `${token}\n`, { mode: 0o600 });
    const never = async (): Promise<string> => {
      throw new Error('the job is not asked');
    };
    const held = await hold('vault:kv/orders', { tokenFile: file }, { token: never });
    expect((await held.current()).password).toBe('kv1-s3cret-value');
    await held.release();
    await writeFile(file, token, { mode: 0o644 });
    await (await import('node:fs/promises')).chmod(file, 0o644);
    await expect(hold('vault:kv/orders', { tokenFile: file })).rejects.toMatchObject({ message: expect.stringContaining('can be read by every user') });
  });
});
