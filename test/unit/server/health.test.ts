// SPDX-License-Identifier: Apache-2.0
//
// What strangers may ask a gateway, and what their asking costs it.
import { healthHandler } from '../../../src/server/health.js';
import type { HttpRequest } from '../../../src/server/http.js';

const asked = (path: string): HttpRequest => ({ method: 'GET', path, query: false, header: () => undefined, body: async () => Buffer.alloc(0) });

it('looks once for all who ask at the same time whether it is ready, and again for those who ask later', async () => {
  const looks: ((parts: readonly string[]) => void)[] = [];
  const handle = healthHandler({ missing: () => new Promise((resolve) => looks.push(resolve)), metrics: null, otherwise: null });
  const first = [handle(asked('/readyz')), handle(asked('/readyz')), handle(asked('/healthz'))];
  expect(looks).toHaveLength(1);
  looks[0]?.(['store']);
  expect((await Promise.all(first)).map(({ status }) => status)).toEqual([503, 503, 200]);
  const later = handle(asked('/readyz'));
  expect(looks).toHaveLength(2);
  looks[1]?.([]);
  expect((await later).status).toBe(200);
});
