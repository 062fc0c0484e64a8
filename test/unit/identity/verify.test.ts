// SPDX-License-Identifier: Apache-2.0
import { createHmac } from 'node:crypto';
import { exportSPKI, importJWK, type CryptoKey } from 'jose';
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

  it.each<[string, Record<string, unknown>, IssuerKind, RegExp]>([
    ['another audience', { aud: 'sigstore' }, 'github', /audience `sigstore`, and `ostiary` alone/],
    ['our audience in other letters', { aud: 'Ostiary' }, 'github', /audience/],
    ['our audience among others', { aud: ['ostiary', 'sigstore'] }, 'gitlab', /`ostiary`, `sigstore`/],
    ['our audience as a part', { aud: 'ostiary.example' }, 'github', /audience/],
    ['no audience', { aud: undefined }, 'github', /audience \(none\)/],
    ['an empty list of audiences', { aud: [] }, 'github', /audience/],
    ['an expired one', { exp: seconds() - 60, iat: seconds() - 360 }, 'github', /expired 6\d s ago/],
    ['one without expiry', { exp: undefined }, 'github', /`exp`/],
    ['one that expires in words', { exp: 'tomorrow' }, 'github', /`exp`/],
    ['one without issuing time', { iat: undefined }, 'github', /`iat`/],
    ['one of GitHub without nbf', { nbf: undefined }, 'github', /`nbf`/],
    ['one that is not valid yet', { nbf: seconds() + 120 }, 'github', /not valid yet/],
    ['one from the future', { iat: seconds() + 120 }, 'oidc', /not valid yet/],
    ['an old one that never expires', { iat: seconds() - 700, exp: seconds() + 9_999_999 }, 'github', /700 s old|70\d s old/],
    ["a GitLab job's that began long ago", { iat: seconds() - 7200, exp: seconds() + 7200 }, 'gitlab', /720\d s old/],
    ['one without subject', { sub: undefined }, 'github', /subject/],
    ['one whose subject is a number', { sub: 7 }, 'github', /subject/],
    ['one of GitHub without id', { jti: undefined }, 'github', /`jti`/],
  ])('refuses %s', async (_name, claims, kind, message) => {
    await expect(verifyToken(await oidc.mint(claims), options({ kind }))).rejects.toEqual(untrusted(message));
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

describe('verifyToken on hostile tokens', () => {
  const header = (more: Record<string, unknown>): Promise<string> => oidc.mint({}, { header: more });
  const unsigned = (alg: string): string => `${base64url({ alg, kid: 'key-1', typ: 'JWT' })}.${base64url({ iss: oidc.issuer, aud: 'ostiary', sub: 'x', exp: seconds() + 300 })}.`;

  it.each(['none', 'None', 'NONE', ''])('refuses alg %p', async (alg) => {
    await expect(verifyToken(unsigned(alg), options())).rejects.toEqual(untrusted(/signed with/));
    expect(oidc.requests.size).toBe(0);
  });

  it('refuses HS256 with the public key as the secret', async () => {
    const pem = await exportSPKI((await importJWK({ ...oidc.key.jwk, ext: true }, 'RS256')) as CryptoKey);
    const [, payload] = (await oidc.mint()).split('.');
    const input = `${base64url({ alg: 'HS256', kid: 'key-1', typ: 'JWT' })}.${payload ?? ''}`;
    const token = `${input}.${createHmac('sha256', pem).update(input).digest('base64url')}`;
    await expect(verifyToken(token, options())).rejects.toEqual(untrusted(/`HS256`/));
  });

  it('refuses a shared secret that the issuer publishes', async () => {
    oidc.replacements.set('/jwks', { body: JSON.stringify({ keys: [{ kty: 'oct', kid: 'key-1', k: base64url('secret'), alg: 'HS256' }] }) });
    await expect(verifyToken(await oidc.mint(), options())).rejects.toEqual(untrusted(/no key/));
  });

  it.each<[string, Record<string, unknown>]>([
    ['jku', { jku: 'https://evil.example/jwks' }], ['x5u', { x5u: 'https://evil.example/cert' }], ['x5c', { x5c: ['MIIB'] }], ['crit', { crit: ['b64'], b64: true }],
  ])('refuses a header with %s', async (name, more) => {
    await expect(verifyToken(await header(more), options())).rejects.toEqual(untrusted(new RegExp(`\`${name}\`|\`b64\``, 'u')));
  });

  it('refuses a key that the token brings along', async () => {
    const token = await oidc.mint({}, { key: foreignKey, header: { jwk: foreignKey.jwk } });
    await expect(verifyToken(token, options())).rejects.toEqual(untrusted(/`jwk`/));
  });

  it.each<[string, Record<string, unknown>, RegExp]>([
    ['no key id', { kid: undefined }, /`kid`/],
    ['an empty key id', { kid: '' }, /`kid`/],
    ['a key id that is a path', { kid: '../../etc/passwd' }, /no key/],
    ['a key id that Object knows', { kid: '__proto__' }, /no key/],
    ['another type', { typ: 'at+jwt' }, /`at\+jwt`/],
  ])('refuses %s', async (_name, more, message) => {
    await expect(verifyToken(await header(more), options())).rejects.toEqual(untrusted(message));
  });

  it("refuses another key under our key's id", async () => {
    await expect(verifyToken(await oidc.mint({}, { key: foreignKey }), options())).rejects.toEqual(untrusted(/not what its issuer signed/));
  });

  it('refuses an algorithm that is not that of the key', async () => {
    const ec = await makeSigningKey('ES256', 'key-1');
    await expect(verifyToken(await oidc.mint({}, { key: ec }), options())).rejects.toEqual(untrusted(/no key/));
  });

  it('refuses changed claims and cut signatures', async () => {
    const [head, payload, signature] = (await oidc.mint({ repository_id: '1' })).split('.') as [string, string, string];
    const claims = JSON.parse(Buffer.from(payload, 'base64url').toString()) as Record<string, unknown>;
    await expect(verifyToken(`${head}.${base64url({ ...claims, repository_id: '812364' })}.${signature}`, options())).rejects.toEqual(untrusted(/not what its issuer signed/));
    await expect(verifyToken(`${head}.${payload}.${signature.slice(0, -8)}`, options())).rejects.toEqual(untrusted(/not what its issuer signed/));
    await expect(verifyToken(`${head}.${payload}.`, options())).rejects.toEqual(untrusted(/not what its issuer signed/));
  });

  it.each<[string, () => string]>([
    ['nothing', () => ''], ['a word', () => 'token'], ['five parts', () => 'a.b.c.d.e'], ['white space around', () => ' a.b.c '],
    ['a header that is no JSON', () => `${base64url('{')}.e30.x`], ['a header that is a list', () => `${base64url('[]')}.e30.x`],
    ['claims that are no JSON', () => `${base64url({ alg: 'RS256', kid: 'key-1' })}.${base64url('x')}.x`],
    ['a huge one', () => `${'a'.repeat(40_000)}.b.c`],
  ])('refuses %s without asking anybody', async (_name, token) => {
    await expect(verifyToken(token(), options())).rejects.toMatchObject({ code: 'IDENTITY_UNTRUSTED' });
    expect(oidc.requests.size).toBe(0);
  });

  it('asks no issuer that it does not trust', async () => {
    const stranger = await startOidcIssuer({ key: foreignKey });
    try {
      for (const iss of [stranger.issuer, `${oidc.issuer}/`, oidc.issuer.toUpperCase(), `${oidc.issuer}.evil.example`, undefined, 7, [oidc.issuer]]) {
        await expect(verifyToken(await stranger.mint({ iss }), options())).rejects.toEqual(untrusted(/issuer is/));
      }
      expect(stranger.requests.size + oidc.requests.size).toBe(0);
    } finally {
      await stranger.stop();
    }
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

  it('never repeats the token, and no control characters of it', async () => {
    const token = await oidc.mint({ aud: 'x\u001b[31m\n::error::y' });
    const thrown = await verifyToken(token, options()).catch((error: Error) => error);
    expect(thrown).toMatchObject({ message: expect.not.stringContaining('\u001b') });
    expect((thrown as Error).message).not.toContain('\n');
    expect((thrown as Error).message).not.toContain(token.slice(-20));
  });
});

describe('where keys come from', () => {
  const discovery = '/.well-known/openid-configuration';

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
