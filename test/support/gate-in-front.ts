// SPDX-License-Identifier: Apache-2.0
//
// A listener with the session pump in front of a real server, under whatever gate a test brings. Refuses nothing by itself.
import { type Runtime, systemRuntime } from '../../src/core/runtime.js';
import type { Catalog, Log } from '../../src/core/ports.js';
import type { WireDoor } from '../../src/gate/wire.js';
import { soleAdmission } from '../../src/proxy/postgres/client/admission.js';
import { SharedCatalog } from '../../src/proxy/postgres/catalog/catalog.js';
import { DEFAULT_LIMITS, type ProxyLimits, SCRAM_ITERATIONS } from '../../src/proxy/postgres/limits.js';
import { PostgresListener } from '../../src/proxy/postgres/listener.js';
import type { Memory } from '../../src/proxy/postgres/transport/memory.js';
import { makeVerifier } from '../../src/proxy/postgres/authentication/scram.js';
import { SimpleClient } from '../../src/proxy/postgres/upstream/simple-client.js';
import { connectUpstream } from '../../src/proxy/postgres/upstream/upstream.js';
import { runSession } from '../../src/proxy/postgres/session/session.js';
import type { Postgres } from './postgres.js';

export interface GateInFront {
  readonly port: number;
  /** `PG*` for libpq programs. */
  readonly env: Readonly<Record<string, string>>;
  /** For node-postgres and postgres.js. */
  readonly url: string;
  readonly catalog: Catalog;
  /** What it holds of large messages. */
  readonly memory: Memory;
  readonly logged: string[];
  close(): Promise<void>;
}

export interface GateInFrontOptions {
  readonly server: Pick<Postgres, 'port' | 'superuser' | 'password' | 'database'>;
  readonly door: WireDoor;
  readonly catalog?: Catalog;
  readonly limits?: Partial<ProxyLimits>;
  /** Where the gate connects, when that is not the server itself. */
  readonly upstreamPort?: number;
  readonly database?: string;
  /** Of the listener and its sessions. */
  readonly runtime?: Runtime;
}

const USER = 'session1';
const PASSWORD = 'ost1_session1_secret';

export async function startGateInFront({ server, door, limits, catalog, upstreamPort, database = server.database, runtime = systemRuntime }: GateInFrontOptions): Promise<GateInFront> {
  const verifier = await makeVerifier(PASSWORD, Buffer.alloc(16, 7), SCRAM_ITERATIONS);
  const logged: string[] = [];
  const note = (message: string, fields?: Readonly<Record<string, unknown>>) => void logged.push(`${message} ${JSON.stringify(fields ?? {})}`);
  const log: Log = { debug: () => undefined, info: note, warn: note, error: note };
  const target = { host: '127.0.0.1', port: upstreamPort ?? server.port, database, user: server.superuser, password: server.password, tls: { mode: 'disable' as const } };
  const pinned = new Map([['client_encoding', 'UTF8'], ['standard_conforming_strings', 'on']]);
  const signal = new AbortController().signal;
  const direct = { ...target, port: server.port };
  const own = new SimpleClient(await connectUpstream(direct, { milliseconds: 10_000, runtime: systemRuntime, signal, startupParameters: new Map([...pinned, ['search_path', '']]), maxFrameBytes: DEFAULT_LIMITS.maxServerFrameBytes }), { queryMs: 10_000, runtime: systemRuntime, signal });
  const shared = catalog ?? (await SharedCatalog.open((sql) => own.query(sql)));
  const behind = { database, door, catalog: shared, target: async () => target, over: signal };
  const listener = await PostgresListener.listen({
    host: '127.0.0.1', port: 0, tls: null, admission: soleAdmission({ user: USER, verifier, behind, log }), bearer: false, startupParameterAllowed: () => true,
    pinned, runSession, limits: { ...DEFAULT_LIMITS, ...limits }, runtime, log,
  });
  return {
    port: listener.port,
    env: { PGHOST: '127.0.0.1', PGPORT: String(listener.port), PGUSER: USER, PGPASSWORD: PASSWORD, PGDATABASE: database, PGSSLMODE: 'disable' },
    url: `postgres://${USER}:${PASSWORD}@127.0.0.1:${listener.port}/${database}`,
    catalog: shared,
    memory: listener.memory,
    logged,
    async close() {
      await listener.close();
      await own.close();
    },
  };
}
