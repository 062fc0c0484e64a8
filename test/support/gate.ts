// SPDX-License-Identifier: Apache-2.0
//
// A whole gate in this process, put together from the real parts as src/main/gate-session.ts and src/main/postgres.ts do: grammar, policy from
// YAML, session, catalog, listener. Only the recording is kept in memory. For its doors see guarded.ts.
import type { SecureContext } from 'node:tls';
import { AskOnly } from '../../src/approval/ask-only.js';
import type { Endpoint } from '../../src/commands/environment.js';
import type { Approvals, Log } from '../../src/core/ports.js';
import { type Runtime, systemRuntime } from '../../src/core/runtime.js';
import { GateSession } from '../../src/gate/session.js';
import { resolve } from '../../src/parse/sql/resolve.js';
import { SqlParser } from '../../src/parse/sql/parser.js';
import { PINNED_SETTINGS, startupParameterAllowed } from '../../src/parse/sql/builtins/settings.js';
import { loadPolicy } from '../../src/policy/load.js';
import type { Policy } from '../../src/policy/model.js';
import { soleAdmission } from '../../src/proxy/postgres/client/admission.js';
import { SharedCatalog } from '../../src/proxy/postgres/catalog/catalog.js';
import { CATALOG_SESSION_SETTINGS } from '../../src/proxy/postgres/catalog/queries.js';
import { IMPACT_SESSION_SETTINGS } from '../../src/proxy/postgres/impact/queries.js';
import { PlannerImpacts } from '../../src/proxy/postgres/impact/impact.js';
import { DEFAULT_LIMITS, type ProxyLimits, SCRAM_ITERATIONS } from '../../src/proxy/postgres/limits.js';
import { PostgresListener } from '../../src/proxy/postgres/listener.js';
import { ReconnectingClient } from '../../src/proxy/postgres/upstream/reconnecting.js';
import { makeVerifier } from '../../src/proxy/postgres/authentication/scram.js';
import { runSession } from '../../src/proxy/postgres/session/session.js';
import { SimpleClient } from '../../src/proxy/postgres/upstream/simple-client.js';
import type { UpstreamTarget } from '../../src/proxy/postgres/upstream/target.js';
import { connectUpstream } from '../../src/proxy/postgres/upstream/upstream.js';
import { policyText } from './guarded.js';
import type { Postgres } from './postgres.js';
import { MemoryRecorder } from './recorder.js';
import { startTap, type Tap } from './tap.js';

/** `rules`, `mask`, `extends` and `more` are pieces of YAML, as in guarded.ts. */
export interface GateOptions {
  readonly server: Pick<Postgres, 'port' | 'superuser' | 'password' | 'database'>;
  readonly rules?: string;
  readonly mask?: string;
  readonly extends?: readonly string[];
  readonly more?: string;
  readonly limits?: Partial<ProxyLimits>;
  /** Logs in upstream as somebody else. */
  readonly as?: { readonly user: string; readonly password: string };
  readonly database?: string;
  /** Clients must encrypt. */
  readonly tls?: SecureContext;
  /** Answers operations that need a review; nobody when left out. */
  readonly approvals?: (policy: Policy) => Approvals;
  /** By which the catalog tells how old it is. */
  readonly clock?: () => number;
  /** How long clients that can wait are held for people, by which clock. */
  readonly hold?: { readonly ms: number; readonly runtime: Runtime };
}

export interface RunningGate {
  /** What a COMMAND would be told; it goes through the tap. */
  readonly endpoint: Endpoint;
  /** `PG*` for libpq programs. */
  readonly env: Readonly<Record<string, string>>;
  readonly url: string;
  readonly port: number;
  readonly policy: Policy;
  readonly recorder: MemoryRecorder;
  readonly session: GateSession;
  readonly tap: Tap;
  readonly logged: string[];
  /** Forgets what clients received, what was recorded and what was logged. */
  forget(): void;
  /** Ends the listener alone, as the end of a session does. */
  shut(): Promise<void>;
  close(): Promise<void>;
}

const SESSION = 'ost_attacked';
const PASSWORD = `ost1_${SESSION}_c2VjcmV0`;

let parser: Promise<SqlParser> | undefined;

/** The grammar, loaded once for a test file. */
export function theParser(): Promise<SqlParser> {
  return (parser ??= SqlParser.load());
}

/** Opens a gate in front of a server. */
export async function startGate(options: GateOptions): Promise<RunningGate> {
  const { server, limits, as } = options;
  const database = options.database ?? server.database;
  const sql = await theParser();
  const policy = await loadPolicy({ text: policyText(options), file: 'policy.yml' }, { now: systemRuntime.now() });
  const resource = policy.resources['db'];
  if (resource === undefined) throw new Error('the policy has no `db`');
  const recorder = new MemoryRecorder();
  const logged: string[] = [];
  const log = logInto(logged);
  const principal = { names: ['me'], issuer: 'local', subject: 'tester', claims: {} };
  const session = new GateSession({
    principal, judge: policy, reader: { analyse: (text) => sql.analyse(text), resolve: (draft, scope) => resolve(draft, scope, sql) },
    approvals: options.approvals?.(policy) ?? new AskOnly(policy.approvers), recorder, runtime: options.hold?.runtime ?? systemRuntime, log, recordResults: policy.record.results,
  });
  const door = session.door({ name: resource.name, target: resource.target }, policy.masks(resource.name, principal.names), options.hold?.ms);
  const target: UpstreamTarget = { host: '127.0.0.1', port: server.port, database, user: as?.user ?? server.superuser, password: as?.password ?? server.password, tls: { mode: 'disable' } };
  const pinned = new Map(Object.entries(PINNED_SETTINGS));
  const client = new ReconnectingClient(() => ownClient(target, pinned, CATALOG_SESSION_SETTINGS));
  const catalog = await SharedCatalog.open((text) => client.query(text), options.clock);
  const verifier = await makeVerifier(PASSWORD, systemRuntime.random(16), SCRAM_ITERATIONS);
  const impacts = new PlannerImpacts(() => ownClient(target, pinned, IMPACT_SESSION_SETTINGS), () => catalog.current());
  const behind = { database, door, catalog, impacts, target: async () => target, over: new AbortController().signal };
  const listener = await PostgresListener.listen({
    host: '127.0.0.1', port: 0, tls: options.tls ?? null, admission: soleAdmission({ user: SESSION, verifier, behind, log }), bearer: false, startupParameterAllowed, pinned,
    runSession, limits: { ...DEFAULT_LIMITS, ...limits }, runtime: systemRuntime, log,
  });
  const tap = await startTap(listener.port);
  const endpoint: Endpoint = { resource: 'db', type: 'postgres', host: '127.0.0.1', port: tap.port, user: SESSION, password: PASSWORD, database, upstreamHost: target.host };
  return {
    endpoint, policy, recorder, session, tap, logged, port: tap.port,
    env: { PGHOST: '127.0.0.1', PGPORT: String(tap.port), PGUSER: SESSION, PGPASSWORD: PASSWORD, PGDATABASE: database, PGSSLMODE: 'disable' },
    url: `postgres://${SESSION}:${PASSWORD}@127.0.0.1:${tap.port}/${database}`,
    forget() {
      tap.forget();
      recorder.events.length = 0;
      logged.length = 0;
    },
    shut: () => listener.close(),
    async close() {
      session.end();
      await tap.close();
      await listener.close();
      await client.close();
      await impacts.close();
    },
  };
}

async function ownClient(target: UpstreamTarget, pinned: ReadonlyMap<string, string>, settings: Readonly<Record<string, string>>): Promise<SimpleClient> {
  const signal = new AbortController().signal;
  const startupParameters = new Map([...pinned, ['application_name', 'ostiary']]);
  const upstream = await connectUpstream(target, { milliseconds: 10_000, runtime: systemRuntime, signal, startupParameters, maxFrameBytes: DEFAULT_LIMITS.maxServerFrameBytes });
  const client = new SimpleClient(upstream, { queryMs: 10_000, runtime: systemRuntime, signal });
  await client.set(settings);
  return client;
}

function logInto(logged: string[]): Log {
  const note = (message: string, fields?: Readonly<Record<string, unknown>>) => void logged.push(`${message} ${JSON.stringify(fields ?? {})}`);
  return { debug: note, info: note, warn: note, error: note };
}
