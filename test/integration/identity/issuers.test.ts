// SPDX-License-Identifier: Apache-2.0
//
// Tokens of issuers that are not ours, verified through their own discovery and keys: oauth2-mock-server with the claims of CI products, and
// oidc-provider, a certified OpenID provider, with an ID token that it gives to a browser and an access token that must not pass for one.
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { decodeProtectedHeader } from 'jose';
import { OAuth2Server } from 'oauth2-mock-server';
import { IssuerKeys } from '../../../src/identity/keys.js';
import { principalOf } from '../../../src/identity/principal.js';
import { verifyToken, type VerifyOptions } from '../../../src/identity/verify.js';
import { loadPolicy } from '../../../src/policy/load.js';
import { hastyRuntime } from '../../support/hasty-runtime.js';

const runtime = hastyRuntime();
const untrusted = (message: RegExp) => expect.objectContaining({ code: 'IDENTITY_UNTRUSTED', message: expect.stringMatching(message) });

describe('tokens of oauth2-mock-server', () => {
  let server: OAuth2Server;
  let issuer: string;
  beforeAll(async () => {
    server = new OAuth2Server();
    await server.issuer.keys.generate('RS256');
    await server.start(0, '127.0.0.1');
    issuer = server.issuer.url ?? '';
  });
  afterAll(() => server.stop());

  const token = (claims: Record<string, unknown>, kid?: string): Promise<string> => server.issuer.buildToken({
    ...(kid === undefined ? {} : { kid }),
    scopesOrTransform: (header, payload) => {
      header['typ'] = 'JWT';
      Object.assign(payload, { aud: 'ostiary', sub: 'job', jti: 'id-1', ...claims });
      delete payload['scope'];
    },
  });
  const options = (more: Partial<VerifyOptions> = {}): VerifyOptions => ({ issuers: [{ kind: 'oidc', issuer }], audience: 'ostiary', runtime, ...more });

  it.each<[string, Record<string, unknown>, string]>([
    ['GitHub', { sub: 'repo:acme/shop:ref:refs/heads/main', repository_id: '812364', event_name: 'schedule', ref: 'refs/heads/main' }, 'repository_id: 812364, event_name: schedule, ref: refs/heads/*'],
    ['Buildkite', { sub: 'organization:acme:pipeline:shop:ref:refs/heads/main:commit:9f3182061f1e2cca4702c368cbc039b7dc9d4485:step:build', organization_id: '0184990a-477b-4fa8-9968-496074483cee', pipeline_id: '0184990a-4782-42b5-afc1-16715b10b8ff', build_branch: 'main', step_key: 'deploy' }, 'pipeline_id: 0184990a-4782-42b5-afc1-16715b10b8ff, build_branch: main'],
    ['CircleCI', { 'oidc.circleci.com/project-id': '7d1a5b9e-2c1e-4b0e-8f2d-0d6a1d9a6c55', 'oidc.circleci.com/vcs-ref': 'refs/heads/main', aud: ['ostiary'] }, '"oidc.circleci.com/project-id": 7d1a5b9e-2c1e-4b0e-8f2d-0d6a1d9a6c55, "oidc.circleci.com/vcs-ref": refs/heads/main'],
    ['Kubernetes', { sub: 'system:serviceaccount:agents:nightly', aud: ['ostiary'], 'kubernetes.io': { namespace: 'agents', serviceaccount: { name: 'nightly', uid: '32aa0c1e-5f6b-4b8e-9a3f-6d0c2d1e4f5a' } } }, 'sub: system:serviceaccount:agents:nightly, /kubernetes.io/serviceaccount/uid: 32aa0c1e-5f6b-4b8e-9a3f-6d0c2d1e4f5a'],
  ])('with the claims of %s are who the policy says, by discovery alone', async (_name, claims, tests) => {
    const policy = await loadPolicy({ text: `version: 1\nidentities:\n  job: { issuer: "${issuer}", claims: { ${tests} } }\n  other: { issuer: "${issuer}", claims: { ${tests.replace(/main|schedule|nightly/gu, 'x')}, more: x } }\nrules: []\n`, file: 'policy.yml' }, { now: Date.now() });
    const verified = await verifyToken(await token(claims), options());
    expect(principalOf(verified, policy.identities)).toMatchObject({ names: ['job'], issuer });
  });

  it('are followed through a change of keys', async () => {
    const keys = new IssuerKeys(runtime);
    await verifyToken(await token({}), options({ keys }));
    const next = await server.issuer.keys.generate('ES256');
    runtime.advance(31_000);
    const signed = await token({ iat: Math.floor(runtime.now() / 1000) }, next.kid);
    expect(decodeProtectedHeader(signed)).toMatchObject({ alg: 'ES256', kid: next.kid });
    await expect(verifyToken(signed, options({ keys }))).resolves.toMatchObject({ issuer });
  });

  it('are refused for another audience, and without discovery', async () => {
    await expect(verifyToken(await token({ aud: 'sigstore' }), options())).rejects.toEqual(untrusted(/audience `sigstore`/));
    await expect(verifyToken(await token({ iss: `${issuer}/elsewhere` }), options({ issuers: [{ kind: 'oidc', issuer: `${issuer}/elsewhere` }] }))).rejects.toMatchObject({ code: 'UPSTREAM_FAILED' });
  });
});

describe('tokens of oidc-provider', () => {
  let server: Server;
  let issuer: string;
  const CALLBACK = 'https://client.example/callback';

  // What is used of the provider: it comes without types.
  interface Provider {
    callback(): (request: unknown, response: unknown) => Promise<void>;
    interactionDetails(request: unknown, response: unknown): Promise<{ prompt: { name: string }; params: { client_id: string }; session?: { accountId: string } }>;
    interactionFinished(request: unknown, response: unknown, result: object, options: object): Promise<void>;
    Grant: new (of: { accountId?: string | undefined; clientId: string }) => { addOIDCScope(scope: string): void; save(): Promise<string> };
  }

  beforeAll(async () => {
    const module = (await import('oidc-provider' as string)) as { default: new (issuer: string, configuration: object) => Provider };
    const { exportJWK, generateKeyPair } = await import('jose');
    const { privateKey } = await generateKeyPair('RS256', { extractable: true });
    let provider: Provider | null = null;
    server = createServer((request, response) => void answer(request, response));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    provider = new module.default(issuer, {
      clients: [{ client_id: 'ostiary', client_secret: 'secret-of-the-client', redirect_uris: [CALLBACK], grant_types: ['authorization_code', 'client_credentials'], response_types: ['code'] }],
      jwks: { keys: [{ ...(await exportJWK(privateKey)), kid: 'provider-1', alg: 'RS256', use: 'sig' }] }, pkce: { required: () => false }, cookies: { keys: ['a cookie key'] },
      findAccount: (_context: unknown, id: string) => ({ accountId: id, claims: () => ({ sub: id }) }), interactions: { url: (_context: unknown, { uid }: { uid: string }) => `/interaction/${uid}` },
      features: {
        devInteractions: { enabled: false }, clientCredentials: { enabled: true },
        resourceIndicators: { enabled: true, defaultResource: () => undefined, getResourceServerInfo: () => ({ scope: 'openid', audience: 'ostiary', accessTokenFormat: 'jwt', jwt: { sign: { alg: 'RS256' } } }), useGrantedResource: () => true },
      },
    });
    const ready = provider;
    async function answer(request: { url?: string | undefined }, response: object): Promise<void> {
      if (request.url?.startsWith('/interaction/') !== true) return ready.callback()(request, response);
      const { prompt, params, session } = await ready.interactionDetails(request, response);
      if (prompt.name === 'login') return ready.interactionFinished(request, response, { login: { accountId: 'sam-7' } }, { mergeWithLastSubmission: false });
      const grant = new ready.Grant({ accountId: session?.accountId, clientId: params.client_id });
      grant.addOIDCScope('openid');
      return ready.interactionFinished(request, response, { consent: { grantId: await grant.save() } }, { mergeWithLastSubmission: true });
    }
  });
  afterAll(() => {
    server.close();
    server.closeAllConnections();
  });

  const post = async (form: Record<string, string>): Promise<Record<string, string>> =>
    (await (await fetch(`${issuer}/token`, { method: 'POST', body: new URLSearchParams(form), headers: { authorization: `Basic ${Buffer.from('ostiary:secret-of-the-client').toString('base64')}` } })).json()) as Record<string, string>;

  /** A browser that signs in: follows redirects with its cookies until the client's address. */
  async function signIn(): Promise<string> {
    const cookies = new Map<string, string>();
    let at = `${issuer}/auth?${new URLSearchParams({ client_id: 'ostiary', response_type: 'code', scope: 'openid', redirect_uri: CALLBACK, nonce: 'n' }).toString()}`;
    for (let step = 0; step < 10 && !at.startsWith(CALLBACK); step += 1) {
      const response = await fetch(at, { redirect: 'manual', headers: { cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; ') } });
      for (const cookie of response.headers.getSetCookie()) cookies.set(cookie.slice(0, cookie.indexOf('=')), cookie.slice(cookie.indexOf('=') + 1, cookie.indexOf(';')));
      const location = response.headers.get('location');
      if (location === null) throw new Error(`${response.status} ${(await response.text()).slice(0, 500)}`);
      at = new URL(location, at).href;
    }
    return (await post({ grant_type: 'authorization_code', code: new URL(at).searchParams.get('code') ?? '', redirect_uri: CALLBACK }))['id_token'] ?? '';
  }
  const options = (): VerifyOptions => ({ issuers: [{ kind: 'oidc', issuer }], audience: 'ostiary', runtime: hastyRuntime() });

  it('are taken when they are ID tokens for us', async () => {
    const verified = await verifyToken(await signIn(), options());
    expect(verified).toMatchObject({ issuer, subject: 'sam-7', audience: 'ostiary', kind: 'oidc' });
  });

  it('are refused when they are access tokens, for the same audience and by the same key', async () => {
    const token = (await post({ grant_type: 'client_credentials', resource: 'urn:ostiary' }))['access_token'] ?? '';
    expect(decodeProtectedHeader(token)).toMatchObject({ typ: 'at+jwt', kid: 'provider-1' });
    await expect(verifyToken(token, options())).rejects.toEqual(untrusted(/`at\+jwt`/));
  });
});
