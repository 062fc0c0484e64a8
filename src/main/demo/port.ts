// SPDX-License-Identifier: Apache-2.0
//
// A free port of loopback for the demo's PostgreSQL, which can't pick one by itself. Refuses nothing; whoever is faster gets it.
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A port that was free a moment ago. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => resolve(port));
    });
  });
}
