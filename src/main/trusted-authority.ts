// SPDX-License-Identifier: Apache-2.0
//
// A world in which HTTPS servers are known by one authority and by no other. Refuses nothing more: plain HTTP goes as it went.
import { fetchTrusting } from '../core/https.js';
import type { Runtime } from '../core/runtime.js';

/** The same world, asking HTTPS servers as an authority of one's own (`ca`, PEM) vouches for them. */
export function runtimeTrusting(ca: string, runtime: Runtime): Runtime {
  return {
    ...runtime,
    fetch: (url, init = {}) => {
      const { method = 'GET', body, signal } = init;
      const headers = Object.fromEntries(new Headers(init.headers));
      return url.startsWith('https:') ? fetchTrusting(url, { method, headers, body: typeof body === 'string' ? body : null, ca, signal: signal ?? null }) : runtime.fetch(url, init);
    },
  };
}
