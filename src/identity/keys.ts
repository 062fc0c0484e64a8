// SPDX-License-Identifier: Apache-2.0
//
// The public keys of issuers, by OpenID discovery, kept for a while. Refuses keys from anywhere else: nothing in a token says where its
// key lies, and a token with an unknown key id makes us look again at most every half minute.
// @see https://openid.net/specs/openid-connect-discovery-1_0.html  @see https://www.rfc-editor.org/rfc/rfc7517
import { createLocalJWKSet, errors, type CryptoKey, type JSONWebKeySet, type JWK, type JWSHeaderParameters } from 'jose';
import { GateError } from '../core/errors.js';
import { getDocument, isLoopbackHost, trustworthyUrl } from '../core/http.js';
import type { Runtime } from '../core/runtime.js';

/** Issuers change keys rarely and announce new ones before they use them. */
const KEEP_MS = 10 * 60_000;
/** Between two looks for a key that was not there. */
const UNKNOWN_KEY_MS = 30_000;
/** After a failure nobody asks again for this long. */
const FAILURE_MS = 5_000;
const MAX_DOCUMENT_BYTES = 256 * 1024;
const MAX_KEYS = 100;

type KeySet = ReturnType<typeof createLocalJWKSet>;
type Held = { readonly at: number; readonly keys: Promise<KeySet>; failed: boolean };

/** Finds the key of a token's header. One instance may serve many verifications. */
export class IssuerKeys {
  readonly #runtime: Runtime;
  readonly #held = new Map<string, Held>();

  constructor(runtime: Runtime) {
    this.#runtime = runtime;
  }

  /** The key that the issuer publishes under the header's `kid` for its `alg`. Throws IDENTITY_UNTRUSTED, UPSTREAM_FAILED. */
  async find(issuer: string, header: JWSHeaderParameters): Promise<CryptoKey> {
    const held = this.#fresh(issuer) ?? this.#load(issuer);
    const key = await pick(await held.keys, header);
    if (key !== null) return key;
    const renewed = this.#runtime.monotonicMs() - held.at >= UNKNOWN_KEY_MS ? await pick(await this.#load(issuer).keys, header) : null;
    if (renewed !== null) return renewed;
    throw new GateError('IDENTITY_UNTRUSTED', `\`${issuer}\` publishes no key with the id that the token names`, { hint: 'get a new token from it; one that was made elsewhere is not accepted' });
  }

  #fresh(issuer: string): Held | null {
    const held = this.#held.get(issuer);
    if (held === undefined) return null;
    return this.#runtime.monotonicMs() - held.at < (held.failed ? FAILURE_MS : KEEP_MS) ? held : null;
  }

  // Held at once, so that everybody who asks meanwhile waits for the same answer.
  #load(issuer: string): Held {
    const held: Held = { at: this.#runtime.monotonicMs(), keys: fetchKeys(issuer, this.#runtime), failed: false };
    held.keys.catch(() => {
      held.failed = true;
    });
    this.#held.set(issuer, held);
    return held;
  }
}

async function pick(keys: KeySet, header: JWSHeaderParameters): Promise<CryptoKey | null> {
  try {
    return await keys(header);
  } catch (thrown) {
    if (thrown instanceof errors.JWKSNoMatchingKey) return null;
    throw new GateError('IDENTITY_UNTRUSTED', 'the issuer publishes keys that can not tell which of them signed the token', { hint: 'each key of an issuer needs an id of its own', cause: thrown });
  }
}

async function fetchKeys(issuer: string, runtime: Runtime): Promise<KeySet> {
  const configuration = await readJson(`${issuer}/.well-known/openid-configuration`, runtime);
  if (configuration['issuer'] !== issuer) {
    throw new GateError('IDENTITY_UNTRUSTED', `the discovery document of \`${issuer}\` is another issuer's`, { hint: 'trust the issuer under the name that it gives itself' });
  }
  const address = configuration['jwks_uri'];
  const url = trustworthyUrl(typeof address === 'string' ? address : '');
  // A real issuer has no business pointing at this machine.
  if (isLoopbackHost(url.hostname) && !isLoopbackHost(new URL(issuer).hostname)) {
    throw new GateError('IDENTITY_UNTRUSTED', `\`${issuer}\` says that its keys are on loopback`, { hint: 'its discovery document is wrong' });
  }
  return createLocalJWKSet(await readKeys(url.href, runtime));
}

async function readKeys(url: string, runtime: Runtime): Promise<JSONWebKeySet> {
  const { keys } = await readJson(url, runtime);
  if (!Array.isArray(keys) || keys.length > MAX_KEYS) throw new GateError('UPSTREAM_FAILED', `\`${url}\` is not a set of up to ${MAX_KEYS} keys`, { hint: "is this the issuer's `jwks_uri`?" });
  // A shared secret in a public document would let anybody sign.
  const usable = keys.filter((key: unknown): key is JWK => typeof key === 'object' && key !== null && 'kty' in key && ['RSA', 'EC', 'OKP'].includes(String(key.kty)));
  return { keys: usable };
}

async function readJson(url: string, runtime: Runtime): Promise<Record<string, unknown>> {
  const response = await getDocument({ url, headers: { accept: 'application/json' }, maxBytes: MAX_DOCUMENT_BYTES }, runtime);
  const document: unknown = response.ok ? await response.json().catch(() => null) : null;
  if (typeof document === 'object' && document !== null && !Array.isArray(document)) return document as Record<string, unknown>;
  throw new GateError('UPSTREAM_FAILED', `\`${url}\` answers with status ${response.status} and no JSON object`, { hint: 'the issuer is disturbed, or its address is wrong' });
}
