// SPDX-License-Identifier: Apache-2.0
//
// The demo's CI platform on loopback: an OIDC issuer that mints the job's token, and the few API answers from which the gate reads the
// policy. Speaks the contracts of a GitHub Enterprise Server, so that the gate runs the code that it runs in a real job.
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exportJWK, generateKeyPair, SignJWT, type CryptoKey } from 'jose';
import type { Runtime } from '../../core/runtime.js';

const REPOSITORY = { id: 812364, owner: 'acme', name: 'shop' };
const HEAD = '5f0c2e1d9b8a7f6e5d4c3b2a190f8e7d6c5b4a39';
/** As GitHub: about five minutes. */
const TOKEN_SECONDS = 300;

/** A platform with one protected repository. */
export interface Platform {
  /** Environment variables of a job on it. */
  readonly environment: Readonly<Record<string, string>>;
  close(): Promise<void>;
}

/** Starts it on a free port of loopback; `policy` gives the policy file once the issuer's URL is known. */
export async function openPlatform(policy: (issuer: string) => string, runtime: Runtime): Promise<Platform> {
  const keys = await generateKeyPair('RS256');
  const jwk = { ...(await exportJWK(keys.publicKey)), kid: 'demo', alg: 'RS256', use: 'sig' };
  const requestToken = runtime.random(24).toString('hex');
  const state = { url: '', policy: '', jwk, requestToken, mint: (audience: string) => mint(audience, { key: keys.privateKey, issuer: issuerOf(state.url), runtime }) };
  const server = createServer((request, response) => void answer(request, response, state).catch(() => response.writeHead(500).end()));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  state.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  state.policy = policy(issuerOf(state.url));
  return { environment: jobEnvironment(state.url, requestToken), close: () => closeServer(server) };
}

interface State {
  readonly url: string;
  readonly policy: string;
  readonly jwk: object;
  readonly requestToken: string;
  readonly mint: (audience: string) => Promise<string>;
}

function jobEnvironment(url: string, requestToken: string): Record<string, string> {
  return {
    GITHUB_ACTIONS: 'true', GITHUB_SERVER_URL: url, GITHUB_API_URL: `${url}/api/v3`, GITHUB_REPOSITORY: `${REPOSITORY.owner}/${REPOSITORY.name}`,
    GITHUB_REPOSITORY_ID: String(REPOSITORY.id), GITHUB_EVENT_NAME: 'schedule', GITHUB_REF: 'refs/heads/main', GITHUB_RUN_ID: '4711', GITHUB_RUN_ATTEMPT: '1',
    ACTIONS_ID_TOKEN_REQUEST_URL: `${url}/token?api-version=2.0`, ACTIONS_ID_TOKEN_REQUEST_TOKEN: requestToken,
    'INPUT_GITHUB-TOKEN': 'demo-token', GITHUB_TOKEN: 'demo-token',
  };
}

// As a GitHub Enterprise Server.
const issuerOf = (url: string): string => `${url}/_services/token`;

async function mint(audience: string, { key, issuer, runtime }: { key: CryptoKey; issuer: string; runtime: Runtime }): Promise<string> {
  const now = Math.floor(runtime.now() / 1000);
  return new SignJWT({
    repository: 'acme/shop', repository_id: String(REPOSITORY.id), repository_owner: 'acme', repository_owner_id: '99', actor: 'sam', actor_id: '7',
    event_name: 'schedule', ref: 'refs/heads/main', ref_protected: 'true', workflow_ref: 'acme/shop/.github/workflows/nightly.yml@refs/heads/main',
    job_workflow_ref: 'acme/shop/.github/workflows/nightly.yml@refs/heads/main', run_id: '4711', run_attempt: '1', runner_environment: 'github-hosted',
  }).setProtectedHeader({ alg: 'RS256', kid: 'demo', typ: 'JWT' }).setIssuer(issuer).setSubject('repo:acme/shop:ref:refs/heads/main').setAudience(audience)
    .setIssuedAt(now).setNotBefore(now - 5).setExpirationTime(now + TOKEN_SECONDS).setJti(runtime.random(12).toString('hex')).sign(key);
}

async function answer(request: IncomingMessage, response: ServerResponse, state: State): Promise<void> {
  const url = new URL(request.url ?? '/', state.url);
  const found = await resource(url, request.headers.authorization, state);
  if (found === null) {
    response.writeHead(404, { 'content-type': 'application/json' }).end('{"message":"Not Found"}');
    return;
  }
  response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(found));
}

async function resource(url: URL, authorization: string | undefined, state: State): Promise<unknown> {
  const issuer = issuerOf(state.url);
  const repository = `/api/v3/repos/${REPOSITORY.owner}/${REPOSITORY.name}`;
  const about = { id: REPOSITORY.id, name: REPOSITORY.name, full_name: `${REPOSITORY.owner}/${REPOSITORY.name}`, owner: { login: REPOSITORY.owner, id: 99 }, default_branch: 'main', html_url: `${state.url}/${REPOSITORY.owner}/${REPOSITORY.name}` };
  switch (decodeURIComponent(url.pathname)) {
    case '/_services/token/.well-known/openid-configuration':
      return { issuer, jwks_uri: `${issuer}/jwks`, id_token_signing_alg_values_supported: ['RS256'] };
    case '/_services/token/jwks':
      return { keys: [state.jwk] };
    case '/token':
      return authorization === `Bearer ${state.requestToken}` ? { value: await state.mint(url.searchParams.get('audience') ?? '') } : null;
    case `/api/v3/repositories/${REPOSITORY.id}`:
    case repository:
      return about;
    case `${repository}/branches/main`:
      return { name: 'main', protected: true, commit: { sha: HEAD } };
    case `${repository}/contents/.ostiary/policy.yml`:
      return { type: 'file', encoding: 'base64', path: '.ostiary/policy.yml', name: 'policy.yml', sha: HEAD, size: Buffer.byteLength(state.policy), content: Buffer.from(state.policy).toString('base64') };
    // Nobody has put anything up for review here.
    case `${repository}/git/matching-refs/heads/ostiary/approvals/`:
      return [];
    default:
      return null;
  }
}

function closeServer(server: Server): Promise<void> {
  server.closeAllConnections();
  return new Promise((resolve) => server.close(() => resolve()));
}
