// SPDX-License-Identifier: Apache-2.0
//
// A real OIDC issuer on loopback: discovery, JWKS, and GitHub's endpoint that hands a job its token. Keys can change, answers can be
// replaced, requests are counted. Refuses nothing that a test asks it to sign: hostile tokens are what it is for.
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { createServer as createSecure } from 'node:https';
import type { AddressInfo } from 'node:net';
import { exportJWK, generateKeyPair, SignJWT, type CryptoKey, type JWK } from 'jose';

export interface SigningKey {
  readonly kid: string;
  readonly alg: string;
  readonly privateKey: CryptoKey;
  readonly jwk: JWK;
}

/** How to sign a token; what is left out is as it should be. */
export interface Minting {
  readonly header?: Readonly<Record<string, unknown>>;
  readonly key?: SigningKey;
  /** Seconds since the epoch taken for now. */
  readonly now?: number;
}

/** Answer that replaces a path's own. */
export interface Replacement {
  readonly status?: number;
  readonly body?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

export interface OidcIssuer {
  /** The `iss`, `http://127.0.0.1:PORT/…`. */
  readonly issuer: string;
  /** Environment variables with which a GitHub job asks for its token. */
  readonly githubEnvironment: Readonly<Record<string, string>>;
  readonly key: SigningKey;
  /** Requests so far, by path. */
  readonly requests: Map<string, number>;
  /** By path (`/jwks`): what to answer instead, once for each entry of a list. */
  readonly replacements: Map<string, Replacement | Replacement[]>;
  /** Claims that the GitHub endpoint puts into its tokens. */
  claims: Record<string, unknown>;
  /** A signed token with sensible times, `iss`, `aud` (`ostiary`), `sub` and `jti`; a claim of undefined is left out. */
  mint(claims?: Readonly<Record<string, unknown>>, how?: Minting): Promise<string>;
  /** Publishes a new key beside (or instead of) the others and signs with it from now on. */
  rotate(alg?: string, keep?: boolean): Promise<SigningKey>;
  stop(): Promise<void>;
}

/** Makes a key pair with its public JWK. */
export async function makeSigningKey(alg: string, kid: string): Promise<SigningKey> {
  const pair = await generateKeyPair(alg, { extractable: true });
  return { kid, alg, privateKey: pair.privateKey, jwk: { ...(await exportJWK(pair.publicKey)), kid, alg, use: 'sig' } };
}

/** Starts an issuer on a free port. `path`: behind the origin, as GitHub Enterprise Server has `/_services/token`. `key`: RSA keys take a while to make. `tls`: PEM, for `localhost`; `bearer`: who does not show it is shown nothing. */
export async function startOidcIssuer(options: { key?: SigningKey; path?: string; tls?: { readonly cert: string; readonly key: string }; bearer?: string } = {}): Promise<OidcIssuer> {
  const requests = new Map<string, number>();
  const replacements = new Map<string, Replacement | Replacement[]>();
  const keys = [options.key ?? (await makeSigningKey('RS256', 'key-1'))];
  const path = options.path ?? '';
  const requestToken = 'request-token-of-the-job';
  let issuer = '';
  const answer = (request: IncomingMessage, response: ServerResponse): void => {
    const url = new URL(request.url ?? '/', issuer);
    requests.set(url.pathname, (requests.get(url.pathname) ?? 0) + 1);
    if (options.bearer !== undefined && request.headers.authorization !== `Bearer ${options.bearer}`) return json(response, { message: 'Unauthorized' }, 401);
    const replaced = replacements.get(url.pathname);
    const replacement = Array.isArray(replaced) ? replaced.shift() : replaced;
    if (replacement !== undefined) {
      response.writeHead(replacement.status ?? 200, { 'content-type': 'application/json', ...replacement.headers }).end(replacement.body ?? '');
      return;
    }
    switch (url.pathname) {
      case `${path}/.well-known/openid-configuration`:
        return json(response, { issuer, jwks_uri: `${issuer}/jwks`, id_token_signing_alg_values_supported: ['RS256'] });
      case `${path}/jwks`:
        return json(response, { keys: keys.map((key) => key.jwk) });
      case '/token':
        if (request.headers.authorization !== `Bearer ${requestToken}`) return json(response, { message: 'no' }, 401);
        return void mint({ ...oidc.claims, aud: url.searchParams.get('audience') ?? 'https://github.com/acme' }).then((value) => json(response, { value }));
      default:
        return json(response, { message: 'Not Found' }, 404);
    }
  };
  const server = options.tls === undefined ? createServer(answer) : createSecure(options.tls, answer);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const origin = `${options.tls === undefined ? 'http://127.0.0.1' : 'https://localhost'}:${(server.address() as AddressInfo).port}`;
  issuer = `${origin}${path}`;
  const current = (): SigningKey => keys.at(-1) as SigningKey;
  const mint = (claims: Readonly<Record<string, unknown>> = {}, how: Minting = {}): Promise<string> => {
    const key = how.key ?? current();
    const now = how.now ?? Math.floor(Date.now() / 1000);
    const all = { iss: issuer, aud: 'ostiary', sub: 'repo:acme/shop:ref:refs/heads/main', jti: `token-${Math.random()}`, iat: now, nbf: now - 5, exp: now + 300, ...claims };
    const payload = Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined));
    return new SignJWT(payload).setProtectedHeader({ alg: key.alg, kid: key.kid, typ: 'JWT', ...how.header } as { alg: string }).sign(key.privateKey);
  };
  const oidc: OidcIssuer = {
    issuer, requests, replacements, claims: {}, mint,
    githubEnvironment: { ACTIONS_ID_TOKEN_REQUEST_URL: `${origin}/token?api-version=2.0`, ACTIONS_ID_TOKEN_REQUEST_TOKEN: requestToken },
    get key() {
      return current();
    },
    async rotate(alg = 'RS256', keep = false) {
      const fresh = await makeSigningKey(alg, `key-${keys.length + 1}-${alg}`);
      if (!keep) keys.length = 0;
      keys.push(fresh);
      return fresh;
    },
    stop: () => stop(server),
  };
  return oidc;
}

function json(response: ServerResponse, body: unknown, status = 200): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
}

function stop(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}
