// SPDX-License-Identifier: Apache-2.0
//
// `fetch` for one authority of one's own: TLS is checked against the certificates that were given, and against nothing else. Refuses
// proxies, redirects and every other authority, whatever the environment says (NODE_EXTRA_CA_CERTS, NODE_TLS_REJECT_UNAUTHORIZED).
import { GateError, messageOf } from '../core/errors.js';
import { fetchTrusting } from '../core/https.js';
import { systemRuntime, type Runtime } from '../core/runtime.js';

/** What Node calls certificates that it does not believe. Matches `SELF_SIGNED_CERT_IN_CHAIN`, `ERR_TLS_CERT_ALTNAME_INVALID`; misses `ECONNRESET`. */
function isDistrust(thrown: unknown): boolean {
  return /CERT|SIGNATURE|ISSUER|ERR_TLS/u.test(codeOf(thrown));
}

function codeOf(thrown: unknown): string {
  return typeof thrown === 'object' && thrown !== null && 'code' in thrown ? String(thrown.code) : '';
}

/** What to do about it, where another authority is of no help. */
const WAYS: Readonly<Record<string, string>> = {
  ERR_TLS_CERT_ALTNAME_INVALID: 'write the input `gateway` with a name that the certificate has',
  CERT_HAS_EXPIRED: 'its operator has to renew it',
};

// Trying again would not make it any better, so that is said at once.
function distrusted(origin: string, cause: unknown): GateError {
  const way = WAYS[codeOf(cause)] ?? 'name the authority that signed it with the input `gateway-ca`';
  return new GateError('UPSTREAM_FAILED', `the certificate of \`${origin}\` is not one to trust: ${messageOf(cause)}`, { hint: `${way}; if that is so already, somebody may be in between`, cause });
}

/** A `fetch` that trusts `ca` (PEM) alone; null: Node's own list. Bodies are texts. */
export function pinnedFetch(ca: string | null, runtime: Runtime = systemRuntime): Runtime['fetch'] {
  return async (url, init = {}) => {
    try {
      // Plain http is for loopback; whoever calls has checked that.
      if (ca === null || url.startsWith('http:')) return await runtime.fetch(url, init);
      const body = typeof init.body === 'string' ? init.body : null;
      return await fetchTrusting(url, { method: init.method ?? 'GET', headers: Object.fromEntries(new Headers(init.headers)), body, ca, signal: init.signal ?? null });
    } catch (thrown) {
      const cause: unknown = typeof thrown === 'object' && thrown !== null && 'cause' in thrown && thrown.cause !== undefined ? thrown.cause : thrown;
      throw isDistrust(cause) ? distrusted(new URL(url).origin, cause) : thrown;
    }
  };
}
