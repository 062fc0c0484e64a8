// SPDX-License-Identifier: Apache-2.0
import { IssuerKeys } from '../../../src/identity/keys.js';
import { verifyToken, type VerifyOptions } from '../../../src/identity/verify.js';
import type { IssuerKind } from '../../../src/identity/issuers.js';
import { hastyRuntime, type HastyRuntime } from '../../support/hasty-runtime.js';
import { makeSigningKey, startOidcIssuer, type OidcIssuer, type SigningKey } from '../../support/oidc-issuer.js';

let oidc: OidcIssuer;
let runtime: HastyRuntime;
let firstKey: SigningKey;
let foreignKey: SigningKey;
beforeAll(async () => {
  [firstKey, foreignKey] = await Promise.all([makeSigningKey('RS256', 'key-1'), makeSigningKey('RS256', 'key-1')]);
});
beforeEach(async () => {
  oidc = await startOidcIssuer({ key: firstKey });
  runtime = hastyRuntime();
});
afterEach(() => oidc.stop());

const options = (more: Partial<VerifyOptions> & { kind?: IssuerKind } = {}): VerifyOptions => {
  const { kind = 'github', ...rest } = more;
  return { issuers: [{ kind, issuer: oidc.issuer }], audience: 'ostiary', runtime, ...rest };
};
const seconds = (): number => Math.floor(Date.now() / 1000);
const base64url = (value: unknown): string => Buffer.from(typeof value === 'string' ? value : JSON.stringify(value)).toString('base64url');
const untrusted = (message: RegExp) => expect.objectContaining({ code: 'IDENTITY_UNTRUSTED', message: expect.stringMatching(message) });

describe('verifyToken', () => {
  it('says what a good token says', async () => {
    const token = await oidc.mint({ repository_id: '812364', jti: 'id-1', exp: seconds() + 300 });
    const verified = await verifyToken(token, options());
    expect(verified).toMatchObject({ kind: 'github', issuer: oidc.issuer, subject: 'repo:acme/shop:ref:refs/heads/main', audience: 'ostiary', tokenId: 'id-1', claims: { repository_id: '812364' } });
    expect(verified.expiresAt).toBe((verified.claims['exp'] as number) * 1000);
    expect(Object.isFrozen(verified.claims)).toBe(true);
  });

  it.each(['RS256', 'PS256', 'ES256', 'EdDSA', 'Ed25519'])('accepts %s', async (alg) => {
    await oidc.rotate(alg);
    await expect(verifyToken(await oidc.mint(), options())).resolves.toMatchObject({ subject: expect.any(String) });
  });

  it('accepts a list of exactly our audience', async () => {
    await expect(verifyToken(await oidc.mint({ aud: ['ostiary'] }), options())).resolves.toMatchObject({ audience: 'ostiary' });
  });

  it('ends a session at our limit of age when the token would live longer', async () => {
    const iat = seconds() - 1000;
    const verified = await verifyToken(await oidc.mint({ iat, exp: iat + 86_400 }), options({ kind: 'gitlab' }));
    expect(verified.expiresAt).toBe((iat + 3600) * 1000);
  });

  it('lets other issuers leave out nbf and jti', async () => {
    await expect(verifyToken(await oidc.mint({ nbf: undefined, jti: undefined }), options({ kind: 'oidc' }))).resolves.toMatchObject({ tokenId: null });
  });

  it('lets clocks disagree a little, and no more', async () => {
    await expect(verifyToken(await oidc.mint({ exp: seconds() - 20 }), options())).resolves.toBeDefined();
    await expect(verifyToken(await oidc.mint({ exp: seconds() - 20 }), options({ clockSkewSeconds: 5 }))).rejects.toEqual(untrusted(/expired/));
    await expect(verifyToken(await oidc.mint({ exp: seconds() - 400 }), options({ clockSkewSeconds: 86_400 }))).rejects.toEqual(untrusted(/expired/));
  });

  it.each<[IssuerKind, RegExp]>([['github', /`audience: ostiary`/], ['gitlab', /`aud: ostiary`.*OSTIARY_ID_TOKEN/], ['oidc', /ask the issuer/]])('tells a %s user which line to change', async (kind, hint) => {
    await expect(verifyToken(await oidc.mint({ aud: 'x' }), options({ kind }))).rejects.toMatchObject({ hint: expect.stringMatching(hint) });
  });
});

describe('where keys come from', () => {
  const discovery = '/.well-known/openid-configuration';

  it('refuses a shared secret that the issuer publishes', async () => {
    oidc.replacements.set('/jwks', { body: JSON.stringify({ keys: [{ kty: 'oct', kid: 'key-1', k: base64url('secret'), alg: 'HS256' }] }) });
    await expect(verifyToken(await oidc.mint(), options())).rejects.toEqual(untrusted(/no key/));
  });

  it('takes no token of one trusted issuer for that of another', async () => {
    const other = await startOidcIssuer({ key: foreignKey });
    try {
      const token = await other.mint({ iss: oidc.issuer });
      await expect(verifyToken(token, options({ issuers: [{ kind: 'github', issuer: oidc.issuer }, { kind: 'github', issuer: other.issuer }] }))).rejects.toEqual(untrusted(/not what its issuer signed/));
    } finally {
      await other.stop();
    }
  });

  it.each<[string, object, RegExp]>([
    ["another issuer's document", { issuer: 'https://evil.example', jwks_uri: 'https://evil.example/jwks' }, /another issuer's/],
    ['keys over plain http', { jwks_uri: 'http://evil.example/jwks' }, /not an address to trust/],
    ['keys behind a user', { jwks_uri: 'https://user@evil.example/jwks' }, /not an address to trust/],
    ['keys in a file', { jwks_uri: 'file:///etc/passwd' }, /not an address to trust/],
    ['no keys', {}, /not an address to trust/],
  ])('refuses %s', async (_name, document, message) => {
    oidc.replacements.set(discovery, { body: JSON.stringify({ issuer: oidc.issuer, ...document }) });
    await expect(verifyToken(await oidc.mint(), options())).rejects.toThrow(message);
  });

  it('asks nothing of this machine for an issuer that is elsewhere', async () => {
    const asked: string[] = [];
    const fetch = async (url: string): Promise<Response> => (asked.push(url), Response.json({ issuer: 'https://login.example', jwks_uri: 'http://127.0.0.1:8500/v1/kv' }));
    const token = await oidc.mint({ iss: 'https://login.example' });
    await expect(verifyToken(token, options({ issuers: [{ kind: 'oidc', issuer: 'https://login.example' }], runtime: hastyRuntime({ fetch }) }))).rejects.toEqual(untrusted(/says that its keys are on loopback/));
    expect(asked).toEqual([`https://login.example${discovery}`]);
  });

  it.each<[string, string, { status?: number; body?: string; headers?: Record<string, string> }, RegExp]>([
    ['a redirect', discovery, { status: 302, headers: { location: 'https://evil.example/' } }, /redirects are not followed/],
    ['an endless document', '/jwks', { body: 'x'.repeat(300_000) }, /more than 262144 bytes/],
    ['an answer that is no JSON', '/jwks', { body: '<html>' }, /no JSON object/],
    ['a list instead of a set', '/jwks', { body: '[]' }, /no JSON object/],
    ['keys that are no list', '/jwks', { body: '{"keys":{}}' }, /set of up to/],
    ['too many keys', '/jwks', { body: JSON.stringify({ keys: Array.from({ length: 101 }, () => ({ kty: 'RSA' })) }) }, /set of up to/],
    ['not found', discovery, { status: 404 }, /status 404/],
    ['a short key', '/jwks', { body: JSON.stringify({ keys: [{ kty: 'RSA', kid: 'key-1', alg: 'RS256', e: 'AQAB', n: base64url('short') }] }) }, /issuer/],
  ])('refuses %s', async (_name, path, replacement, message) => {
    oidc.replacements.set(path, replacement);
    await expect(verifyToken(await oidc.mint(), options())).rejects.toThrow(message);
  });

  it('refuses when two keys have the same id and either could be meant', async () => {
    oidc.replacements.set('/jwks', { body: JSON.stringify({ keys: [oidc.key.jwk, foreignKey.jwk] }) });
    await expect(verifyToken(await oidc.mint(), options())).rejects.toEqual(untrusted(/which of them/));
  });

  it('tries again after disturbances, and gives up politely', async () => {
    oidc.replacements.set('/jwks', [{ status: 503 }, { status: 500 }]);
    await expect(verifyToken(await oidc.mint(), options())).resolves.toBeDefined();
    expect(runtime.waits).toHaveLength(2);
    oidc.replacements.set(discovery, { status: 503 });
    await expect(verifyToken(await oidc.mint(), options())).rejects.toMatchObject({ code: 'UPSTREAM_FAILED' });
  });

  it('says so when nobody answers', async () => {
    const token = await oidc.mint();
    await oidc.stop();
    await expect(verifyToken(token, options())).rejects.toMatchObject({ code: 'UPSTREAM_FAILED', message: expect.stringMatching(/can not be reached/) });
    oidc = await startOidcIssuer({ key: firstKey });
  });

  it.each<[string, VerifyOptions['issuers']]>([['no issuer', []], ['plain http', [{ kind: 'github', issuer: 'http://ci.example' }]], ['a query', [{ kind: 'oidc', issuer: 'https://ci.example/?x=1' }]]])('refuses an allow-list with %s', async (_name, issuers) => {
    await expect(verifyToken(await oidc.mint(), options({ issuers }))).rejects.toMatchObject({ code: 'INPUT_INVALID' });
  });
});

describe('IssuerKeys', () => {
  const asked = (): number => oidc.requests.get('/jwks') ?? 0;
  const verify = async (keys: IssuerKeys, key?: SigningKey): Promise<unknown> => verifyToken(await oidc.mint({}, key === undefined ? {} : { key }), options({ keys }));

  it('asks once for many verifications, also at the same time', async () => {
    const keys = new IssuerKeys(runtime);
    await Promise.all(Array.from({ length: 8 }, () => verify(keys)));
    await verify(keys);
    expect(asked()).toBe(1);
    runtime.advance(11 * 60_000);
    await expect(verifyToken(await oidc.mint({}, { now: Math.floor(runtime.now() / 1000) }), options({ keys }))).resolves.toBeDefined();
    expect(asked()).toBe(2);
  });

  it('finds a new key, looking again at most every half minute', async () => {
    const keys = new IssuerKeys(runtime);
    await verify(keys);
    await oidc.rotate();
    await expect(verify(keys)).rejects.toEqual(untrusted(/no key/));
    expect(asked()).toBe(1);
    runtime.advance(31_000);
    await expect(verify(keys)).resolves.toBeDefined();
    const stranger = { ...foreignKey, kid: 'unheard-of' };
    for (let tries = 0; tries < 5; tries += 1) await expect(verify(keys, stranger)).rejects.toEqual(untrusted(/no key/));
    expect(asked()).toBe(2);
  });

  const down = (): void => {
    for (const path of ['/.well-known/openid-configuration', '/jwks']) oidc.replacements.set(path, { status: 404 });
  };
  const later = async (key?: SigningKey): Promise<string> => oidc.mint({}, { now: Math.floor(runtime.now() / 1000), ...(key === undefined ? {} : { key }) });

  it('goes on with known keys while the issuer is down, for six hours, and takes no new ones', async () => {
    const keys = new IssuerKeys(runtime);
    await verify(keys);
    down();
    runtime.advance(11 * 60_000);
    const stranger = { ...foreignKey, kid: 'unheard-of' };
    await expect(verifyToken(await later(), options({ keys }))).resolves.toBeDefined();
    await expect(verifyToken(await later(stranger), options({ keys }))).rejects.toMatchObject({ code: 'UPSTREAM_FAILED' });
    runtime.advance(5 * 3_600_000);
    await expect(verifyToken(await later(), options({ keys }))).resolves.toBeDefined();
    runtime.advance(3_600_000);
    await expect(verifyToken(await later(), options({ keys }))).rejects.toMatchObject({ code: 'UPSTREAM_FAILED' });
    oidc.replacements.clear();
    runtime.advance(6_000);
    await expect(verifyToken(await later(), options({ keys }))).resolves.toBeDefined();
  });

  it('does not wait for an issuer that is known to be down when it knows the key', async () => {
    const keys = new IssuerKeys(runtime);
    await verify(keys);
    down();
    runtime.advance(11 * 60_000);
    await expect(verifyToken(await later(), options({ keys }))).resolves.toBeDefined();
    runtime.advance(6_000);
    let answer: (response: Response) => void = () => undefined;
    const asked = new Promise<void>((begun) => {
      runtime.fetch = () => new Promise((resolve) => {
        answer = resolve;
        begun();
      });
    });
    await expect(verifyToken(await later(), options({ keys }))).resolves.toBeDefined();
    await asked;
    answer(new Response('', { status: 404 }));
  });

  it('takes back a key that the issuer has withdrawn, after ten minutes', async () => {
    const keys = new IssuerKeys(runtime);
    const withdrawn = oidc.key;
    await verify(keys);
    await oidc.rotate('ES256');
    await expect(verify(keys, withdrawn)).resolves.toBeDefined();
    runtime.advance(11 * 60_000);
    await expect(verifyToken(await later(withdrawn), options({ keys }))).rejects.toEqual(untrusted(/no key/));
  });

  it('is not filled by enterprises that somebody made up', async () => {
    const GITHUB = 'https://token.actions.githubusercontent.com';
    let fetched = 0;
    const world = hastyRuntime({ fetch: async () => ((fetched += 1), new Response('', { status: 404 })) });
    const keys = new IssuerKeys(world);
    const find = (slug: string): Promise<unknown> => keys.find(`${GITHUB}/${slug}`, { alg: 'RS256', kid: 'x' });
    for (let slug = 0; slug < 250; slug += 1) await expect(find(`acme-${slug}`)).rejects.toMatchObject({ code: 'UPSTREAM_FAILED' });
    expect(fetched).toBe(250);
    await expect(find('acme-249')).rejects.toMatchObject({ code: 'UPSTREAM_FAILED' });
    expect(fetched).toBe(250);
    await expect(find('acme-0')).rejects.toMatchObject({ code: 'UPSTREAM_FAILED' });
    expect(fetched).toBe(251);
  });

  it('finds the documents of an issuer whose name ends in a slash', async () => {
    const asked: string[] = [];
    const world = hastyRuntime({ fetch: async (url) => (asked.push(url), Response.json(url.endsWith('/jwks') ? { keys: [firstKey.jwk] } : { issuer: 'https://login.example/', jwks_uri: 'https://login.example/jwks' })) });
    await expect(new IssuerKeys(world).find('https://login.example/', { alg: 'RS256', kid: 'key-1' })).resolves.toBeDefined();
    expect(asked).toEqual(['https://login.example/.well-known/openid-configuration', 'https://login.example/jwks']);
  });

  it('does not hammer an issuer that is down', async () => {
    const keys = new IssuerKeys(runtime);
    oidc.replacements.set('/jwks', { status: 404 });
    for (let tries = 0; tries < 5; tries += 1) await expect(verify(keys)).rejects.toMatchObject({ code: 'UPSTREAM_FAILED' });
    expect(asked()).toBe(1);
    oidc.replacements.clear();
    runtime.advance(6_000);
    await expect(verify(keys)).resolves.toBeDefined();
  });
});
