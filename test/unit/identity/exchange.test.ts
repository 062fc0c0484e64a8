// SPDX-License-Identifier: Apache-2.0
//
// The two exchanges against servers on loopback that check what they are sent: proofs with the gateway's own half, forms as RFC 8693 has them.
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { ProofMemory, verifyProof } from '../../../src/core/dpop.js';
import { exchangeToken, type TokenExchange } from '../../../src/identity/exchange.js';
import { endSession, gatewayAt, openSession, renewSession, type Gateway } from '../../../src/identity/gateway.js';
import { hastyRuntime } from '../../support/hasty-runtime.js';

interface Seen { readonly line: string; readonly headers: IncomingMessage['headers']; readonly body: string; readonly thumbprint: string }
interface Answer { readonly status: number; readonly body?: unknown; readonly text?: string }

const TOKEN = 'header.payload.signature-of-the-job';
const CREDENTIAL = 'ost1_s1_secret-of-the-session';
const SESSION = {
  id: 's1', credential: CREDENTIAL, expires_at: '2026-11-26T10:10:00Z', limit_at: '2026-11-26T16:00:00Z', principal: { issuer: 'https://gitlab.com', subject: 'project_path:acme/shop', names: ['nightly'] },
  resources: [{ name: 'orders-db', type: 'postgres', host: 'gateway.example', port: 5432, database: 'orders', tls: true }],
};
const runtime = hastyRuntime();
let server: Server;
let gateway: Gateway;
let seen: Seen[];
let answers: Answer[];

beforeAll(async () => {
  const used = new ProofMemory(runtime);
  server = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part)).on('end', () => {
      const body = Buffer.concat(parts).toString('utf8');
      const { authorization, dpop } = request.headers;
      const form = request.headers['content-type'] === 'application/x-www-form-urlencoded';
      // What a gateway does first: the proof must be for this request and this token, and new.
      const token = authorization?.replace(/^DPoP /u, '') ?? (form ? '' : (JSON.parse(body) as { subject_token: string }).subject_token);
      const proof = form ? null : verifyProof(dpop as string | undefined, { method: request.method ?? '', url: `${gateway.url}${request.url ?? ''}`, token }, runtime);
      if (proof !== null) used.claim(proof);
      seen.push({ line: `${request.method ?? ''} ${request.url ?? ''}`, headers: request.headers, body, thumbprint: proof?.thumbprint ?? '' });
      const { status, body: answer, text } = answers.shift() ?? { status: 500 };
      response.writeHead(status, { 'content-type': 'application/json' }).end(text ?? JSON.stringify(answer ?? {}));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
});
beforeEach(() => {
  gateway = gatewayAt(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`, runtime);
  seen = [];
  answers = [];
});
afterAll(() => {
  server.close();
  server.closeAllConnections();
});
const open = (...given: Answer[]): Promise<unknown> => {
  answers = given;
  return openSession(gateway, { token: TOKEN, type: 'jwt', resources: ['orders-db'] }, runtime);
};

describe('gateway sessions', () => {
  it('are opened, renewed and ended by one key, each request with a proof of its own', async () => {
    answers = [{ status: 201, body: SESSION }];
    const session = await openSession(gateway, { token: TOKEN, type: 'jwt', resources: ['orders-db'] }, runtime);
    expect(session).toEqual({
      id: 's1', credential: CREDENTIAL, expiresAt: Date.UTC(2026, 10, 26, 10, 10), limitAt: Date.UTC(2026, 10, 26, 16), principal: SESSION.principal, resources: SESSION.resources, guide: '', observeUntil: null, breakGlass: null,
    });
    answers = [{ status: 200, body: { expires_at: '2026-11-26T10:20:00Z' } }, { status: 200, body: { id: 's1', ended: 'job', operations: { allow: 2, review: 1, deny: 3 } } }];
    expect(await renewSession(gateway, session, runtime)).toBe(Date.UTC(2026, 10, 26, 10, 20));
    expect(await endSession(gateway, session, runtime)).toEqual({ ended: 'job', operations: { allow: 2, review: 1, deny: 3 } });
    expect(seen.map(({ line }) => line)).toEqual(['POST /v1/sessions', 'POST /v1/sessions/s1/renew', 'DELETE /v1/sessions/s1']);
    expect(seen.map(({ thumbprint }) => thumbprint)).toEqual([gateway.key.thumbprint, gateway.key.thumbprint, gateway.key.thumbprint]);
    expect(seen.map(({ headers }) => headers.authorization)).toEqual([undefined, `DPoP ${CREDENTIAL}`, `DPoP ${CREDENTIAL}`]);
    expect(JSON.parse(seen[0]?.body ?? '')).toEqual({ subject_token: TOKEN, subject_token_type: 'urn:ietf:params:oauth:token-type:jwt', resources: ['orders-db'] });
  });

  it('are asked for again with a new proof after a disturbance', async () => {
    await expect(open({ status: 503 }, { status: 201, body: SESSION })).resolves.toMatchObject({ id: 's1' });
    expect(seen).toHaveLength(2);
    expect(seen[0]?.headers['dpop']).not.toBe(seen[1]?.headers['dpop']);
  });

  it('count as ended when the gateway knows them no more', async () => {
    const session = { ...SESSION, expiresAt: 0, limitAt: 0, guide: '', observeUntil: null, breakGlass: null };
    answers = [{ status: 404, body: { code: 'IDENTITY_UNTRUSTED', message: 'no such session' } }];
    await expect(endSession(gateway, session, runtime)).resolves.toBeNull();
    answers = [{ status: 200, body: { ended: 'job', operations: { allow: 1, review: 0 } } }];
    await expect(endSession(gateway, session, runtime)).rejects.toMatchObject({ code: 'UPSTREAM_FAILED', message: expect.stringContaining('counts') });
    answers = [{ status: 401, body: { code: 'IDENTITY_UNTRUSTED', message: 'no' } }];
    await expect(endSession(gateway, session, runtime)).rejects.toMatchObject({ code: 'IDENTITY_UNTRUSTED' });
  });

  it.each<[string, Answer, string, string]>([
    ['its own reason', { status: 403, body: { error: 'access_denied', code: 'DENIED', message: 'no rule lets `nightly` in', hint: 'ask its operator' } }, 'DENIED', 'the gateway refuses: no rule lets `nightly` in'],
    ['a reason that is none of ours', { status: 401, body: { code: 'NONSENSE', message: 'no' } }, 'IDENTITY_UNTRUSTED', 'the gateway refuses: no'],
    ['a token in its message', { status: 401, body: { code: 'IDENTITY_UNTRUSTED', message: `bad ${TOKEN}\u001b[31m\n::error::x` } }, 'IDENTITY_UNTRUSTED', 'the gateway refuses: bad (hidden) [31m ::error::x'],
    ['a refusal without a reason', { status: 403, text: '' }, 'DENIED', 'answers with status 403'],
    ['no reason', { status: 404, text: '<html>' }, 'UPSTREAM_FAILED', 'answers with status 404'],
    ['success without a session', { status: 201, body: {} }, 'UPSTREAM_FAILED', 'is not a session'],
    ["another session's credential", { status: 201, body: { ...SESSION, id: 's2' } }, 'UPSTREAM_FAILED', 'is not a session'],
    ['an id that is a path', { status: 201, body: { ...SESSION, id: '../s1', credential: 'ost1_../s1_x' } }, 'UPSTREAM_FAILED', 'is not a session'],
    ['times that are none', { status: 201, body: { ...SESSION, expires_at: 'soon' } }, 'UPSTREAM_FAILED', '`expires_at`'],
    ['a resource without a port', { status: 201, body: { ...SESSION, resources: [{ ...SESSION.resources[0], port: 'x' }] } }, 'UPSTREAM_FAILED', 'the resources'],
    ['a resource that is null', { status: 201, body: { ...SESSION, resources: [null] } }, 'UPSTREAM_FAILED', 'the resources'],
  ])('fail with %s', async (_name, answer, code, message) => {
    await expect(open(answer)).rejects.toMatchObject({ code, message: expect.stringContaining(message) });
  });

  it('under break-glass are opened as such, or not at all', async () => {
    const under = async (more: object) => {
      answers = [{ status: 201, body: { ...SESSION, ...more } }];
      return openSession(gateway, { token: TOKEN, type: 'jwt', resources: ['db'], breakGlass: 'the shop is down' }, runtime);
    };
    await expect(under({ break_glass: { url: 'https://forge.example/issues/1', until: '2026-11-26T10:30:00Z' } })).resolves.toMatchObject({ breakGlass: { url: 'https://forge.example/issues/1', until: '2026-11-26T10:30:00Z' } });
    expect(JSON.parse(seen[0]?.body ?? '')).toMatchObject({ break_glass: 'the shop is down' });
    for (const more of [{}, { break_glass: null }, { break_glass: { url: 'https://forge.example/issues/1' } }]) await expect(under(more)).rejects.toMatchObject({ code: 'UPSTREAM_FAILED', message: expect.stringContaining('is not a session under break-glass') });
  });

  it.each(['http://gateway.example', 'https://user@gateway.example', 'gateway.example', 'https://gateway.example/?x=1'])('are not opened at %s', (url) => {
    expect(() => gatewayAt(url, runtime)).toThrow(expect.objectContaining({ code: 'INPUT_INVALID' }));
  });
});

describe('exchangeToken', () => {
  const asked = (more: Partial<TokenExchange> = {}): TokenExchange => ({ endpoint: `${gateway.url}/token`, subjectToken: TOKEN, subjectTokenType: 'jwt', audiences: [], resources: [], scope: null, clientId: null, ...more });
  const granted = { access_token: 'access', issued_token_type: 'urn:ietf:params:oauth:token-type:access_token', token_type: 'Bearer', expires_in: 600 };

  it('asks as RFC 8693 writes it, and tells when the token ends', async () => {
    answers = [{ status: 200, body: granted }];
    const fixed = { ...runtime, now: () => 1_000 };
    expect(await exchangeToken(asked({ audiences: ['shop', 'stock'], resources: ['https://api.example/'], scope: 'read write', clientId: 'ci' }), fixed)).toEqual({ token: 'access', tokenType: 'Bearer', expiresAt: 601_000 });
    expect([...new URLSearchParams(seen[0]?.body)]).toEqual([
      ['grant_type', 'urn:ietf:params:oauth:grant-type:token-exchange'], ['subject_token', TOKEN], ['subject_token_type', 'urn:ietf:params:oauth:token-type:jwt'],
      ['audience', 'shop'], ['audience', 'stock'], ['resource', 'https://api.example/'], ['scope', 'read write'], ['client_id', 'ci'],
    ]);
  });

  it('does without a lifetime', async () => {
    answers = [{ status: 200, body: { ...granted, expires_in: undefined } }];
    expect(await exchangeToken(asked(), runtime)).toMatchObject({ expiresAt: null });
  });

  it.each<[string, Answer, string, string]>([
    ['a refusal', { status: 400, body: { error: 'invalid_grant', error_description: `audience of ${TOKEN} is wrong` } }, 'IDENTITY_UNTRUSTED', '(status 400): invalid_grant: audience of (hidden) is wrong'],
    ['a page', { status: 404, text: '<html>' }, 'UPSTREAM_FAILED', 'answers with status 404'],
    ['no token', { status: 200, body: { ...granted, access_token: '' } }, 'UPSTREAM_FAILED', 'without a token'],
    ['no type of token', { status: 200, body: { ...granted, issued_token_type: undefined } }, 'UPSTREAM_FAILED', 'without a token'],
  ])('fails with %s', async (_name, answer, code, message) => {
    answers = [answer];
    await expect(exchangeToken(asked(), runtime)).rejects.toMatchObject({ code, message: expect.stringContaining(message) });
  });

  it('sends the token over plain http to nobody', async () => {
    await expect(exchangeToken(asked({ endpoint: 'http://sts.example/token' }), runtime)).rejects.toMatchObject({ code: 'INPUT_INVALID' });
  });
});
