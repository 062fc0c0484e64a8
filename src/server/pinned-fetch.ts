// SPDX-License-Identifier: Apache-2.0
//
// `fetch` for one authority of one's own: TLS is checked against the certificates that were given, and against nothing else. Refuses
// proxies, redirects and every other authority, whatever the environment says (NODE_EXTRA_CA_CERTS, NODE_TLS_REJECT_UNAUTHORIZED).
import { GateError, messageOf } from '../core/errors.js';
import { fetchTrusting } from '../core/https.js';
import { systemRuntime, type Runtime } from '../core/runtime.js';

/** What Node calls certificates that it does not believe. Matches `SELF_SIGNED_CERT_IN_CHAIN`, `ERR_TLS_CERT_ALTNAME_INVALID`; misses `ECONNRESET`. */
function isDistrust(thrown: unknown): boolean {
  const code = typeof thrown === 'object' && thrown !== null && 'code' in thrown ? String(thrown.code) : '';
  return /CERT|SIGNATURE|ISSUER|ERR_TLS/u.test(code);
}

// Trying again would not make it any better, so that is said at once.
function distrusted(origin: string, cause: unknown): GateError {
  return new GateError('UPSTREAM_FAILED', `the certificate of \`${origin}\` is not one to trust: ${messageOf(cause)}`, { hint: 'name the authority that signed it with the input `gateway-ca`; if that is so already, somebody may be in between', cause });
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
