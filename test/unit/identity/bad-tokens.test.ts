// SPDX-License-Identifier: Apache-2.0
//
// Tokens that must be refused, each with its code and the reason that is said. Signed by the right key unless the row is about that: only
// the one thing that its name says is wrong. Where the token alone shows it, the issuer isn't even asked.
import { createHmac } from 'node:crypto';
import { CompactEncrypt, CompactSign, exportSPKI, generateSecret, importJWK, type CompactJWSHeaderParameters, type CryptoKey } from 'jose';
import type { ErrorCode } from '../../../src/core/errors.js';
import type { IssuerKind } from '../../../src/identity/issuers.js';
import { IssuerKeys } from '../../../src/identity/keys.js';
import { verifyToken } from '../../../src/identity/verify.js';
import { hastyRuntime } from '../../support/hasty-runtime.js';
import { makeSigningKey, startOidcIssuer, type OidcIssuer, type SigningKey } from '../../support/oidc-issuer.js';

const runtime = hastyRuntime();
let oidc: OidcIssuer;
let stranger: OidcIssuer;
let keys: IssuerKeys;
let foreign: SigningKey;
let curve: SigningKey;

beforeAll(async () => {
  [oidc, foreign, curve] = await Promise.all([startOidcIssuer(), makeSigningKey('RS256', 'key-1'), makeSigningKey('ES256', 'key-1')]);
  stranger = await startOidcIssuer({ key: foreign });
  keys = new IssuerKeys(runtime);
});
beforeEach(() => {
  oidc.requests.clear();
  stranger.requests.clear();
});
afterAll(() => Promise.all([oidc.stop(), stranger.stop()]));

const seconds = (): number => Math.floor(Date.now() / 1000);
const base64url = (value: unknown): string => Buffer.from(typeof value === 'string' || value instanceof Uint8Array ? value : JSON.stringify(value)).toString('base64url');
const claims = (more: Record<string, unknown> = {}): Record<string, unknown> => {
  const all = { iss: oidc.issuer, aud: 'ostiary', sub: 'repo:acme/shop:ref:refs/heads/main', jti: 'id', iat: seconds(), nbf: seconds() - 5, exp: seconds() + 300, ...more };
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined));
};
/** Signed by the issuer's key over exactly this text. */
const signed = (payload: string | Uint8Array, header: Record<string, unknown> = {}, key = oidc.key): Promise<string> => {
  const bytes = typeof payload === 'string' ? new TextEncoder().encode(payload) : payload;
  return new CompactSign(bytes).setProtectedHeader({ alg: key.alg, kid: key.kid, typ: 'JWT', ...header } as CompactJWSHeaderParameters).sign(key.privateKey);
};
const withClaims = (more: Record<string, unknown>) => (): Promise<string> => oidc.mint(more);
const withHeader = (header: Record<string, unknown>) => (): Promise<string> => oidc.mint({}, { header });
/** The header as this text, before whatever signature: what is looked at first needs no good one. */
const headed = (header: string, payload: unknown = claims()): string => `${base64url(header)}.${base64url(payload)}.${base64url('signature')}`;
const unsigned = (alg: unknown) => (): string => `${headed(JSON.stringify({ alg, kid: 'key-1', typ: 'JWT' })).split('.').slice(0, 2).join('.')}.`;
const spoiled = async (spoil: (parts: [string, string, string]) => string): Promise<string> => spoil((await oidc.mint({ repository_id: '1' })).split('.') as [string, string, string]);
const publicPem = async (): Promise<string> => exportSPKI((await importJWK({ ...oidc.key.jwk, ext: true }, 'RS256')) as CryptoKey);
const hmac = async (secret: string, alg = 'HS256'): Promise<string> => {
  const input = headed(JSON.stringify({ alg, kid: 'key-1', typ: 'JWT' })).split('.').slice(0, 2).join('.');
  return `${input}.${createHmac('sha256', secret).update(input).digest('base64url')}`;
};
const encrypted = async (): Promise<string> => new CompactEncrypt(new TextEncoder().encode(await oidc.mint())).setProtectedHeader({ alg: 'dir', enc: 'A256GCM', cty: 'JWT' }).encrypt((await generateSecret('A256GCM', { extractable: true })) as CryptoKey);

type Asked = 'nobody' | 'its issuer at most';
type Row = [name: string, make: () => string | Promise<string>, code: ErrorCode, message: RegExp, asked: Asked, kind?: IssuerKind];
const U: ErrorCode = 'IDENTITY_UNTRUSTED';
const AT_MOST: Asked = 'its issuer at most';

const FORM: readonly Row[] = [
  ['nothing', () => '', U, /not a signed token/, 'nobody'],
  ['a word', () => 'token', U, /not a signed token/, 'nobody'],
  ['two parts', () => spoiled(([head, payload]) => `${head}.${payload}`), U, /not a signed token/, 'nobody'],
  ['four parts', () => spoiled((parts) => [...parts, 'x'].join('.')), U, /not a signed token/, 'nobody'],
  ['five parts', () => 'a.b.c.d.e', U, /encrypted/, 'nobody'],
  ['an encrypted token', encrypted, U, /encrypted/, 'nobody'],
  ['white space before it', () => spoiled((parts) => ` ${parts.join('.')}`), U, /not a signed token/, 'nobody'],
  ['a line feed after it', () => spoiled((parts) => `${parts.join('.')}\n`), U, /not a signed token/, 'nobody'],
  ['padding', () => spoiled(([head, payload, signature]) => `${head}==.${payload}.${signature}`), U, /not a signed token/, 'nobody'],
  ['the other alphabet of base64', () => spoiled(([head, payload, signature]) => `${head}.${payload}.${signature.slice(0, -2)}+/`), U, /not a signed token/, 'nobody'],
  ['a bearer prefix', () => spoiled((parts) => `Bearer ${parts.join('.')}`), U, /not a signed token/, 'nobody'],
  ['a huge token', () => withClaims({ groups: 'x'.repeat(33_000) })(), U, /more than 32768 characters/, 'nobody'],
  ['a JSON serialisation', () => JSON.stringify({ payload: base64url(claims()), signatures: [] }), U, /not a signed token/, 'nobody'],
  ['a header that is no JSON', () => headed('{'), U, /not a signed token/, 'nobody'],
  ['a header that is a list', () => headed('[]'), U, /not a signed token/, 'nobody'],
  ['a header that is null', () => headed('null'), U, /not a signed token/, 'nobody'],
  ['a header with a byte order mark', () => headed('\ufeff{"alg":"RS256","kid":"key-1"}'), U, /not a signed token/, 'nobody'],
  ['a header that names `alg` twice', () => headed('{"alg":"RS256","kid":"key-1","alg":"RS256"}'), U, /not a signed token/, 'nobody'],
  ['a header that names `kid` twice, once escaped', () => headed('{"alg":"RS256","kid":"key-1","\\u006bid":"key-2"}'), U, /not a signed token/, 'nobody'],
];
const ALGORITHM: readonly Row[] = [
  ...['none', 'None', 'NONE', 'nOnE', ''].map((alg): Row => [`alg ${JSON.stringify(alg)}`, unsigned(alg), U, /signed with/, 'nobody']),
  ['no alg', unsigned(undefined), U, /signed with \(none\)/, 'nobody'],
  ['an alg that is a list', unsigned(['RS256']), U, /signed with/, 'nobody'],
  ['HS256 with the public key as PEM', async () => hmac(await publicPem()), U, /`HS256`/, 'nobody'],
  ['HS256 with the modulus', () => hmac(oidc.key.jwk.n ?? ''), U, /`HS256`/, 'nobody'],
  ['HS256 called rs256', async () => hmac(await publicPem(), 'rs256'), U, /`rs256`/, 'nobody'],
  ['HS512', () => hmac('secret', 'HS512'), U, /`HS512`/, 'nobody'],
  ['an HMAC that says RS256', async () => hmac(await publicPem(), 'RS256'), U, /not what its issuer signed/, AT_MOST],
  ['RS1', () => headed('{"alg":"RS1","kid":"key-1"}'), U, /`RS1`/, 'nobody'],
  ['RS384, which nobody here uses', () => headed('{"alg":"RS384","kid":"key-1"}'), U, /`RS384`/, 'nobody'],
  ['ES256K', () => headed('{"alg":"ES256K","kid":"key-1"}'), U, /`ES256K`/, 'nobody'],
  ['an algorithm for encryption', () => headed('{"alg":"RSA-OAEP","kid":"key-1"}'), U, /`RSA-OAEP`/, 'nobody'],
  ["another key's algorithm", () => oidc.mint({}, { key: curve }), U, /no key/, AT_MOST],
  ['PS256 by a key for RS256', async () => oidc.mint({}, { key: { ...(await makeSigningKey('PS256', 'key-1')) } }), U, /no key/, AT_MOST],
];
const HEADER: readonly Row[] = [
  ['keys elsewhere (`jku`)', withHeader({ jku: 'https://evil.example/jwks' }), U, /header has `jku`/, 'nobody'],
  ['a key of its own (`jwk`)', () => oidc.mint({}, { key: foreign, header: { jwk: foreign.jwk } }), U, /header has `jwk`/, 'nobody'],
  ['a certificate elsewhere (`x5u`)', withHeader({ x5u: 'https://evil.example/cert' }), U, /header has `x5u`/, 'nobody'],
  ['a certificate of its own (`x5c`)', withHeader({ x5c: ['MIIB'] }), U, /header has `x5c`/, 'nobody'],
  ['an extension that must be understood (`crit`)', () => headed('{"alg":"RS256","kid":"key-1","crit":["exp"],"exp":1}'), U, /header has `crit`/, 'nobody'],
  ['an empty `crit`', () => headed('{"alg":"RS256","kid":"key-1","crit":[]}'), U, /header has `crit`/, 'nobody'],
  ['an unencoded payload (`b64`)', () => headed('{"alg":"RS256","kid":"key-1","b64":false}'), U, /header has `b64`/, 'nobody'],
  ['compression (`zip`)', withHeader({ zip: 'DEF' }), U, /header has `zip`/, 'nobody'],
  ['an encryption (`enc`)', withHeader({ enc: 'A256GCM' }), U, /header has `enc`/, 'nobody'],
  ['a token inside a token (`cty`)', async () => signed(await oidc.mint(), { cty: 'JWT' }), U, /header has `cty`/, 'nobody'],
  ['a token inside a token, not said', async () => signed(await oidc.mint()), U, /holds no claims/, 'nobody'],
  ['an access token', withHeader({ typ: 'at+jwt' }), U, /`at\+jwt`/, 'nobody'],
  ['a logout token', withHeader({ typ: 'logout+jwt' }), U, /`logout\+jwt`/, 'nobody'],
  ['a proof of possession', withHeader({ typ: 'dpop+jwt' }), U, /`dpop\+jwt`/, 'nobody'],
  ['no key id', withHeader({ kid: undefined }), U, /`kid`/, 'nobody'],
  ['an empty key id', withHeader({ kid: '' }), U, /`kid`/, 'nobody'],
  ['a key id that is a number', withHeader({ kid: 1 }), U, /`kid`/, 'nobody'],
  ['a key id without end', withHeader({ kid: 'x'.repeat(257) }), U, /`kid`/, 'nobody'],
  ['a key id that is a path', withHeader({ kid: '../../dev/null' }), U, /no key/, AT_MOST],
  ['a key id that is a query', withHeader({ kid: "x' UNION SELECT 'key" }), U, /no key/, AT_MOST],
  ['a key id that Object knows', withHeader({ kid: '__proto__' }), U, /no key/, AT_MOST],
];
const SIGNATURE: readonly Row[] = [
  ["another key under our key's id", () => oidc.mint({}, { key: foreign }), U, /not what its issuer signed/, AT_MOST],
  ["another issuer's token with our issuer's name", () => stranger.mint({ iss: oidc.issuer }), U, /not what its issuer signed/, AT_MOST],
  ['changed claims', () => spoiled(([head, payload, signature]) => `${head}.${base64url({ ...(JSON.parse(Buffer.from(payload, 'base64url').toString()) as object), repository_id: '812364' })}.${signature}`), U, /not what its issuer signed/, AT_MOST],
  ['a changed header', () => spoiled(([head, payload, signature]) => `${base64url({ ...(JSON.parse(Buffer.from(head, 'base64url').toString()) as object), more: 1 })}.${payload}.${signature}`), U, /not what its issuer signed/, AT_MOST],
  ['a cut signature', () => spoiled(([head, payload, signature]) => `${head}.${payload}.${signature.slice(0, -8)}`), U, /not what its issuer signed/, AT_MOST],
  ['no signature', () => spoiled(([head, payload]) => `${head}.${payload}.`), U, /not what its issuer signed/, AT_MOST],
  ['a signature of zeros', () => spoiled(([head, payload, signature]) => `${head}.${payload}.${'A'.repeat(signature.length)}`), U, /not what its issuer signed/, AT_MOST],
];
const CLAIMS: readonly Row[] = [
  ['claims that are no JSON', () => signed('x'), U, /holds no claims/, 'nobody'],
  ['claims that are a list', () => signed('[]'), U, /holds no claims/, 'nobody'],
  ['claims that are no UTF-8', () => signed(Buffer.concat([Buffer.from(`{"iss":"${oidc.issuer}","a":"`), Buffer.from([0xff]), Buffer.from('"}')])), U, /holds no claims/, 'nobody'],
  ['a subject named twice', () => signed(`{"sub":"a",${JSON.stringify(claims()).slice(1)}`), U, /holds no claims/, 'nobody'],
  ['an audience named twice, once escaped', () => signed(`{"\\u0061ud":"ostiary",${JSON.stringify(claims({ aud: 'vault' })).slice(1)}`), U, /holds no claims/, 'nobody'],
  ['claims nested without end', () => signed(`{"a":${'['.repeat(2000)}${']'.repeat(2000)},${JSON.stringify(claims()).slice(1)}`), U, /holds no claims/, 'nobody'],
  ['an issuer that nobody trusts', () => stranger.mint(), U, /issuer is `http.*not trusted here/, 'nobody'],
  ['an issuer with a slash more', () => oidc.mint({ iss: `${oidc.issuer}/` }), U, /issuer is/, 'nobody'],
  ['an issuer in capitals', () => oidc.mint({ iss: oidc.issuer.toUpperCase() }), U, /issuer is/, 'nobody'],
  ['an issuer that only begins like ours', () => oidc.mint({ iss: `${oidc.issuer}.evil.example` }), U, /issuer is/, 'nobody'],
  ['an issuer in a list', () => oidc.mint({ iss: [oidc.issuer] } as unknown as Record<string, string>), U, /issuer is/, 'nobody'],
  ['no issuer', () => signed(JSON.stringify(claims({ iss: undefined }))), U, /issuer is \(none\)/, 'nobody'],
  ['another audience', withClaims({ aud: 'sigstore' }), U, /audience `sigstore`, and `ostiary` alone/, AT_MOST],
  ['our audience in other letters', withClaims({ aud: 'Ostiary' }), U, /audience/, AT_MOST],
  ['our audience among others', withClaims({ aud: ['ostiary', 'sigstore'] }), U, /`ostiary`, `sigstore`/, AT_MOST],
  ['our audience twice', withClaims({ aud: ['ostiary', 'ostiary'] }), U, /audience/, AT_MOST],
  ['our audience in a list in a list', withClaims({ aud: [['ostiary']] }), U, /audience/, AT_MOST],
  ['our audience as a part', withClaims({ aud: 'ostiary.example' }), U, /audience/, AT_MOST],
  ['our audience with a blank', withClaims({ aud: 'ostiary ' }), U, /audience/, AT_MOST],
  ['no audience', () => signed(JSON.stringify(claims({ aud: undefined }))), U, /audience \(none\)/, AT_MOST],
  ['an empty list of audiences', withClaims({ aud: [] }), U, /audience/, AT_MOST],
  ['one that expired', withClaims({ exp: seconds() - 60, iat: seconds() - 360 }), U, /expired \d+ s ago/, AT_MOST],
  ['no expiry', withClaims({ exp: undefined }), U, /`exp`/, AT_MOST],
  ['an expiry in words', withClaims({ exp: 'tomorrow' }), U, /`exp`/, AT_MOST],
  ['an expiry beyond all numbers', () => signed(`{"exp":1e999,${JSON.stringify(claims({ exp: undefined })).slice(1)}`), U, /`exp`/, AT_MOST],
  ['no time of issue', withClaims({ iat: undefined }), U, /`iat`/, AT_MOST],
  ["one of GitHub's without nbf", withClaims({ nbf: undefined }), U, /`nbf`/, AT_MOST],
  ['one that is not valid yet', withClaims({ nbf: seconds() + 600 }), U, /not valid yet/, AT_MOST],
  ['an nbf in words', withClaims({ nbf: 'now' }), U, /`nbf`/, AT_MOST, 'oidc'],
  ['one from the future', withClaims({ iat: seconds() + 600 }), U, /not valid yet/, AT_MOST, 'oidc'],
  ['an old one that never expires', withClaims({ iat: seconds() - 700, exp: seconds() + 9_999_999 }), U, /7\d\d s old/, AT_MOST],
  ["a GitLab job's that began long ago", withClaims({ iat: seconds() - 7200, exp: seconds() + 7200 }), U, /72\d\d s old/, AT_MOST, 'gitlab'],
  ['no subject', withClaims({ sub: undefined }), U, /subject/, AT_MOST],
  ['an empty subject', withClaims({ sub: '' }), U, /subject/, AT_MOST],
  ['a subject that is a number', withClaims({ sub: 7 }), U, /subject/, AT_MOST],
  ['a subject without end', withClaims({ sub: 'x'.repeat(2049) }), U, /subject/, AT_MOST],
  ["one of GitHub's without id", withClaims({ jti: undefined }), U, /`jti`/, AT_MOST],
  ["one of GitLab's whose id is a number", withClaims({ jti: 7 }), U, /`jti`/, AT_MOST, 'gitlab'],
];
const TABLE = [...FORM, ...ALGORITHM, ...HEADER, ...SIGNATURE, ...CLAIMS];

describe('verifyToken', () => {
  it.each<Row>(TABLE)('refuses %s', async (...[_name, make, code, message, asked, kind = 'github']: Row) => {
    const token = await make();
    const thrown = await verifyToken(token, { issuers: [{ kind, issuer: oidc.issuer }], audience: 'ostiary', runtime, keys }).catch((error: unknown) => error);
    expect(thrown).toMatchObject({ code, message: expect.stringMatching(message), hint: expect.any(String) });
    expect((thrown as Error).message).not.toMatch(/\n/u);
    expect(stranger.requests.size).toBe(0);
    if (asked === 'nobody') expect(oidc.requests.size).toBe(0);
  });

  it('has a table of at least sixty, and takes the token that none of them spoils', async () => {
    expect(TABLE.length).toBeGreaterThanOrEqual(60);
    expect(new Set(TABLE.map(([name]) => name)).size).toBe(TABLE.length);
    for (const token of [await oidc.mint(), await signed(JSON.stringify(claims())), await withHeader({ typ: 'jwt' })()]) {
      await expect(verifyToken(token, { issuers: [{ kind: 'github', issuer: oidc.issuer }], audience: 'ostiary', runtime, keys })).resolves.toMatchObject({ audience: 'ostiary' });
    }
  });

  it('repeats neither the token nor control characters of it', async () => {
    const token = await oidc.mint({ aud: 'x\u001b[31m\n::error::y' });
    const { message } = await verifyToken(token, { issuers: [{ kind: 'github', issuer: oidc.issuer }], audience: 'ostiary', runtime, keys }).then(() => new Error('accepted'), (error: Error) => error);
    expect(message).toContain('`x [31m ::error::y`');
    expect(message).not.toContain(token.slice(-20));
  });
});
