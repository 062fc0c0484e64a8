// SPDX-License-Identifier: Apache-2.0
//
// Reads the public keys of an issuer by OpenID discovery. Refuses documents of another issuer, keys at an address that is not to be
// trusted, shared secrets among the keys, and sets beyond a sensible size.
// @see https://openid.net/specs/openid-connect-discovery-1_0.html  @see https://www.rfc-editor.org/rfc/rfc7517
import type { JSONWebKeySet, JWK } from 'jose';
import { GateError } from '../core/errors.js';
import { getDocument, isLoopbackHost, trustworthyUrl } from '../core/http.js';
import type { Runtime } from '../core/runtime.js';

const MAX_DOCUMENT_BYTES = 256 * 1024;
const MAX_KEYS = 100;

/** How an issuer wants to be asked, when not as anybody. `ca`: PEM, all that is trusted then; `bearer`: a token for it, never sent elsewhere in plain text. */
export interface IssuerAccess {
  readonly ca?: string;
  readonly bearer?: string;
}

/** The keys under `jwks_uri` of the issuer's discovery document. Throws IDENTITY_UNTRUSTED, UPSTREAM_FAILED, INPUT_INVALID. */
export async function readKeySet(issuer: string, runtime: Runtime, access: IssuerAccess = {}): Promise<JSONWebKeySet> {
  // An issuer may end in a slash, and its `iss` then does, too. @see OpenID Connect Discovery 1.0, section 4.1
  const configuration = await readJson(`${issuer.replace(/\/$/u, '')}/.well-known/openid-configuration`, runtime, access);
  if (configuration['issuer'] !== issuer) {
    throw new GateError('IDENTITY_UNTRUSTED', `the discovery document of \`${issuer}\` is another issuer's`, { hint: 'trust the issuer under the name that it gives itself' });
  }
  const address = configuration['jwks_uri'];
  const url = trustworthyUrl(typeof address === 'string' ? address : '');
  // A real issuer has no business pointing at this machine.
  if (isLoopbackHost(url.hostname) && !isLoopbackHost(new URL(issuer).hostname)) {
    throw new GateError('IDENTITY_UNTRUSTED', `\`${issuer}\` says that its keys are on loopback`, { hint: 'its discovery document is wrong' });
  }
  return readKeys(url.href, runtime, access);
}

async function readKeys(url: string, runtime: Runtime, access: IssuerAccess): Promise<JSONWebKeySet> {
  const { keys } = await readJson(url, runtime, access);
  if (!Array.isArray(keys) || keys.length > MAX_KEYS) throw new GateError('UPSTREAM_FAILED', `\`${url}\` is not a set of up to ${MAX_KEYS} keys`, { hint: "is this the issuer's `jwks_uri`?" });
  // A shared secret in a public document would let anybody sign.
  const usable = keys.filter((key: unknown): key is JWK => typeof key === 'object' && key !== null && 'kty' in key && ['RSA', 'EC', 'OKP'].includes(String(key.kty)));
  return { keys: usable };
}

async function readJson(url: string, runtime: Runtime, { ca, bearer }: IssuerAccess): Promise<Record<string, unknown>> {
  const response = await getDocument({ url, headers: { accept: 'application/json', ...(bearer === undefined ? {} : { authorization: `Bearer ${bearer}` }) }, maxBytes: MAX_DOCUMENT_BYTES, ...(ca === undefined ? {} : { ca }) }, runtime);
  const document: unknown = response.ok ? await response.json().catch(() => null) : null;
  if (typeof document === 'object' && document !== null && !Array.isArray(document)) return document as Record<string, unknown>;
  throw new GateError('UPSTREAM_FAILED', `\`${url}\` answers with status ${response.status} and no JSON object`, { hint: 'the issuer is disturbed, or its address is wrong' });
}
