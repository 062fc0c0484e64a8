// SPDX-License-Identifier: Apache-2.0
//
// A real gateway process from dist/, with an issuer, a forge and a certificate of its own, and jobs that open sessions at it with the real
// client. Refuses to look inside: what a test learns comes from the API, the wire, the log, the store's folder or a recording.
import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { systemRuntime, type Runtime } from '../../src/core/runtime.js';
import type { RecordedLine } from '../../src/core/events.js';
import { endSession, gatewayAt, openSession, renewSession, type Gateway as GatewayClient, type GatewaySession, type SessionEnded } from '../../src/identity/gateway.js';
import { pinnedFetch } from '../../src/server/pinned-fetch.js';
import { writeCertificates } from './certificates.js';
import { CLI, readEvents, scratch } from './guarded.js';
import { startGitHub, type GitHubServer } from './github-runner.js';
import { READER } from './github-api.js';
import { freePort } from './postgres-binaries.js';
import type { Postgres } from './postgres.js';
import { waitFor } from './waiting.js';

/** Pieces of the operator's file that a test wants otherwise. */
export interface GatewayOptions {
  readonly database: Pick<Postgres, 'port' | 'password'>;
  readonly lease?: string;
  readonly limit?: string;
  readonly rules?: string;
  readonly identities?: string;
  /** Further resources. */
  readonly resources?: string;
  /** On the protected branch; null: the gateway asks no forge. */
  readonly repositoryPolicy?: string | null;
}

export interface RunningGateway {
  readonly url: string;
  readonly port: number;
  readonly metricsPort: number;
  readonly file: string;
  readonly folder: string;
  readonly ca: string;
  readonly caFile: string;
  readonly github: GitHubServer;
  /** Of the process: lines of its log, parsed. */
  readonly log: { readonly level: string; readonly message: string; readonly [field: string]: unknown }[];
  process(): ChildProcess;
  start(): Promise<void>;
  /** Sends it a signal; resolves with its exit code when it has ended (`end`), or at once. */
  signal(name: NodeJS.Signals, end?: boolean): Promise<number | null>;
  /** Writes the operator's file anew. */
  write(change: (text: string) => string): void;
  /** The log from now on until a line matches. */
  logged(message: RegExp): Promise<void>;
  get(path: string, port?: number): Promise<{ readonly status: number; readonly text: string }>;
  recordings(): string[];
  events(session: string): RecordedLine[];
  stop(): Promise<void>;
}

export const RULES = `  - { id: reads,  match: { principal: nightly, effect: read }, decide: allow }
  - { id: orders, match: { principal: nightly, resource: orders-db, effect: write, object: public.orders }, decide: allow }
  - { id: schema, match: { principal: nightly, resource: orders-db, effect: schema }, decide: review, because: a schema change locks tables }`;

/** Starts one; whoever does stops it. */
export async function startGateway(options: GatewayOptions): Promise<RunningGateway> {
  const folder = mkdtempSync(join(scratch(), 'gateway-'));
  await writeCertificates(folder);
  const github = await startGitHub(options.repositoryPolicy ?? 'version: 1\n');
  const [apiPort, port, metricsPort] = [await freePort(), await freePort(), await freePort()];
  const file = join(folder, 'gateway.yml');
  const url = `https://localhost:${apiPort}`;
  const log: { level: string; message: string }[] = [];
  let child: ChildProcess | null = null;
  writeFileSync(file, text({ ...options, folder, url, apiPort, port, metricsPort, github }));
  const caFile = join(folder, 'ca.pem');
  const ca = readFileSync(caFile, 'utf8');
  const gateway: RunningGateway = {
    url, port, metricsPort, file, folder, ca, caFile, github, log,
    process: () => child as ChildProcess,
    async start() {
      const started = spawn(process.execPath, [CLI, 'gateway', '--config', file], { env: { PATH: process.env['PATH'] ?? '', ORDERS_DB: `postgres:${options.database.password}`, READER }, stdio: ['ignore', 'pipe', 'pipe'] });
      child = started;
      let partial = '';
      const read = (chunk: Buffer): void => {
        const lines = `${partial}${chunk.toString('utf8')}`.split('\n');
        partial = lines.pop() ?? '';
        for (const line of lines) log.push(line.startsWith('{') ? (JSON.parse(line) as { level: string; message: string }) : { level: 'stderr', message: line });
      };
      started.stdout.on('data', read);
      started.stderr.on('data', read);
      const from = log.length;
      await waitFor(() => log.slice(from).some(({ message }) => message === 'listening') || started.exitCode !== null, 'the gateway listens');
      if (started.exitCode !== null) throw new Error(`the gateway ended with ${started.exitCode}: ${log.slice(from).map(({ message }) => message).join('; ')}`);
    },
    async signal(name, end = true) {
      const running = child as ChildProcess;
      if (running.exitCode !== null || running.signalCode !== null) return running.exitCode;
      const ended = new Promise<number | null>((resolve) => running.once('exit', (code) => resolve(code)));
      running.kill(name);
      return end ? ended : null;
    },
    write: (change) => writeFileSync(file, change(readFileSync(file, 'utf8'))),
    async logged(message) {
      const from = log.length;
      await waitFor(() => log.slice(from).some((line) => message.test(line.message)), String(message));
    },
    async get(path, at = apiPort) {
      const response = await pinnedFetch(ca)(`https://localhost:${at}${path}`);
      return { status: response.status, text: await response.text() };
    },
    recordings: () => (existsSync(join(folder, 'recordings')) ? readdirSync(join(folder, 'recordings')).sort() : []),
    events: (session) => readEvents(join(folder, 'recordings', session, 'session.jsonl')),
    async stop() {
      if (child !== null) await gateway.signal('SIGKILL');
      await github.stop();
    },
  };
  return gateway;
}

interface Places extends GatewayOptions {
  readonly folder: string;
  readonly url: string;
  readonly apiPort: number;
  readonly port: number;
  readonly metricsPort: number;
  readonly github: GitHubServer;
}

function text({ database, folder, url, apiPort, port, metricsPort, github, lease = '10m', limit = '1h', rules = RULES, identities = '', resources = '', repositoryPolicy = null }: Places): string {
  const policy = repositoryPolicy === null ? '' : `, policy: { token: "env:READER", api: "${github.api.baseUrl}" }`;
  return `version: 1
url: ${url}
audience: gateway-of-acme
tls: { cert: ${folder}/server.pem, key: ${folder}/server.key }
listen:
  api: { address: "127.0.0.1:${apiPort}" }
  postgres: { address: "127.0.0.1:${port}" }
  metrics: { address: "127.0.0.1:${metricsPort}" }
store: { path: ${folder}/store }
recordings: { path: ${folder}/recordings }
sessions: { lease: ${lease}, limit: ${limit} }
issuers:
  github: { kind: github, server: "${new URL(github.issuer.issuer).origin}"${policy} }
extends: [ostiary:postgres]
identities:
  nightly: { issuer: "${github.issuer.issuer}", claims: { repository_id: "812364", event_name: push } }
${identities}
resources:
  orders-db: { type: postgres, environment: production, url: "postgres://127.0.0.1:${database.port}/postgres", credential: "env:ORDERS_DB", mask: { public.customers.ssn: redact } }
${resources}
rules:
${rules}
`;
}

/** A job as it talks to a gateway: a key of its own, and the real client. */
export class Job {
  readonly client: GatewayClient;
  readonly runtime: Runtime;
  readonly #gateway: RunningGateway;

  constructor(gateway: RunningGateway) {
    this.#gateway = gateway;
    this.runtime = { ...systemRuntime, fetch: pinnedFetch(gateway.ca) };
    this.client = gatewayAt(gateway.url, this.runtime);
  }

  /** A token of this job's, as GitHub would sign it. */
  token(claims: Readonly<Record<string, unknown>> = {}): Promise<string> {
    const { issuer } = this.#gateway.github;
    return issuer.mint({ ...issuer.claims, aud: 'gateway-of-acme', check_run_id: '99', ...claims });
  }

  /** Shows an assertion once. */
  async openBy(assertion: string, resources: readonly string[] = ['orders-db']): Promise<GatewaySession> {
    return openSession(this.client, { token: assertion, type: 'saml2', resources }, this.runtime);
  }

  async open(options: { readonly token?: string; readonly resources?: readonly string[]; readonly claims?: Readonly<Record<string, unknown>>; readonly breakGlass?: string } = {}): Promise<GatewaySession> {
    return openSession(this.client, { token: options.token ?? (await this.token(options.claims)), type: 'id_token', resources: options.resources ?? ['orders-db'], breakGlass: options.breakGlass ?? null }, this.runtime);
  }

  /** Asks for a session once, where the client would try again; resolves with the refusal. */
  async refusal(options: { readonly token?: string; readonly type?: 'jwt' | 'saml2'; readonly resources?: readonly string[]; readonly breakGlass?: unknown } = {}): Promise<{ readonly status: number; readonly code: string; readonly message: string; readonly hint: string }> {
    const token = options.token ?? (await this.token());
    const url = `${this.#gateway.url}/v1/sessions`;
    const body = JSON.stringify({ subject_token: token, subject_token_type: `urn:ietf:params:oauth:token-type:${options.type ?? 'jwt'}`, resources: options.resources ?? ['orders-db'], ...(options.breakGlass === undefined ? {} : { break_glass: options.breakGlass }) });
    const response = await this.runtime.fetch(url, { method: 'POST', headers: { 'content-type': 'application/json', DPoP: this.client.key.prove({ method: 'POST', url, token }) }, body });
    return { status: response.status, ...((await response.json()) as { code: string; message: string; hint: string }) };
  }

  renew(session: GatewaySession): Promise<number> {
    return renewSession(this.client, session, this.runtime);
  }

  end(session: GatewaySession): Promise<SessionEnded | null> {
    return endSession(this.client, session, this.runtime);
  }

  /** `PG*` for libpq. */
  env(session: GatewaySession): Record<string, string> {
    return {
      PGHOST: 'localhost', PGPORT: String(this.#gateway.port), PGUSER: session.id, PGPASSWORD: session.credential, PGDATABASE: session.resources[0]?.database ?? '',
      PGSSLMODE: 'verify-full', PGSSLROOTCERT: this.#gateway.caFile,
    };
  }

  /** A connected node-postgres client. */
  async connect(session: GatewaySession, database = 'orders-db'): Promise<pg.Client> {
    const client = new pg.Client({ host: 'localhost', port: this.#gateway.port, user: session.id, password: session.credential, database, ssl: { ca: this.#gateway.ca } });
    client.on('error', () => undefined);
    await client.connect();
    return client;
  }
}
