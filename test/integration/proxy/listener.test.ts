// SPDX-License-Identifier: Apache-2.0
//
// The listener with real clients in front of it and real servers behind it; the session pump is a bare relay.
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createSecureContext } from 'node:tls';
import pg from 'pg';
import { GateError } from '../../../src/core/errors.js';
import type { Catalog, Log } from '../../../src/core/ports.js';
import { type Runtime, systemRuntime } from '../../../src/core/runtime.js';
import { soleAdmission, type Behind } from '../../../src/proxy/postgres/client/admission.js';
import { readBackendKeyData } from '../../../src/proxy/postgres/protocol/backend.js';
import { DEFAULT_LIMITS, FAREWELL_MS, SCRAM_ITERATIONS } from '../../../src/proxy/postgres/limits.js';
import { PostgresListener, type ListenerOptions } from '../../../src/proxy/postgres/listener.js';
import { cancelRequest, query } from '../../../src/proxy/postgres/protocol/messages.js';
import { makeVerifier } from '../../../src/proxy/postgres/authentication/scram.js';
import type { UpstreamTarget } from '../../../src/proxy/postgres/upstream/target.js';
import { writeCertificates } from '../../support/certificates.js';
import { startPostgres, VERSIONS, type Postgres, type PostgresVersion } from '../../support/postgres.js';
import { postgresTool, psql } from '../../support/psql.js';
import { RawClient } from '../../support/raw-client.js';
import { relay } from '../../support/relay.js';
import { passThroughDoor, type GateLog } from '../../support/wire-gate.js';

const USER = 's1';
const PASSWORD = 'ost1_s1_secret';
const STARTUP = { user: USER, database: 'postgres' };
const none = (): never => {
  throw new GateError('INTERNAL', 'no catalog in this test');
};
const NO_CATALOG: Catalog = { current: none, refresh: none, nextEpoch: none, due: false, freshen: async () => undefined };

describe.each<PostgresVersion>(VERSIONS)('PostgresListener before PostgreSQL %d', (version) => {
  let server: Postgres;
  let target: UpstreamTarget;
  const listeners: PostgresListener[] = [];
  const clients: RawClient[] = [];
  const logged: string[] = [];

  beforeAll(async () => {
    server = await startPostgres({ version });
    target = { host: server.host, port: server.port, database: server.database, user: server.superuser, password: server.password, tls: { mode: 'disable' } };
  });
  afterEach(async () => {
    for (const client of clients.splice(0)) client.socket.destroy();
    await Promise.all(listeners.splice(0).map((listener) => listener.close()));
    logged.length = 0;
  });
  afterAll(() => server.stop());

  const listen = async (overrides: Partial<ListenerOptions & Behind> = {}, maxConnections?: number): Promise<{ listener: PostgresListener; log: GateLog }> => {
    const verifier = await makeVerifier(PASSWORD, systemRuntime.random(16), SCRAM_ITERATIONS);
    const { door, log } = passThroughDoor(maxConnections === undefined ? {} : { maxConnections });
    const say = (message: string, fields?: Readonly<Record<string, unknown>>) => void logged.push(`${message} ${JSON.stringify(fields)}`);
    const hostLog: Log = { debug: say, info: say, warn: say, error: say };
    const behind: Behind = { target: async () => target, database: server.database, door, catalog: NO_CATALOG, over: new AbortController().signal, ...overrides };
    const listener = await PostgresListener.listen({
      host: '127.0.0.1', port: 0, tls: null,
      admission: soleAdmission({ user: USER, verifier, behind, log: hostLog }), bearer: false,
      startupParameterAllowed: (name) => ['application_name', 'fallback_application_name', 'client_encoding', 'statement_timeout'].includes(name),
      pinned: new Map([['client_encoding', 'UTF8'], ['standard_conforming_strings', 'on']]),
      runSession: relay, limits: { ...DEFAULT_LIMITS, drainMs: 500 }, runtime: systemRuntime, log: hostLog,
      ...overrides,
    });
    listeners.push(listener);
    return { listener, log };
  };
  const raw = async (listener: PostgresListener): Promise<RawClient> => {
    const client = await RawClient.connect(listener.port);
    clients.push(client);
    return client;
  };
  const env = (listener: PostgresListener, more: Readonly<Record<string, string>> = {}) => ({
    PGHOST: '127.0.0.1', PGPORT: String(listener.port), PGUSER: USER, PGPASSWORD: PASSWORD, PGDATABASE: server.database, PGSSLMODE: 'disable', ...more,
  });

  it('lets psql work', async () => {
    const { listener, log } = await listen();
    const result = await psql({ env: env(listener), args: ['-At'] }, 'SELECT current_user;\nSHOW application_name;\nSHOW client_encoding;\nSELECT 1/0;\nSELECT 2;\n');
    expect(result.stdout).toBe(`postgres\npsql\nUTF8\n2\n`);
    expect(result.stderr).toContain('division by zero');
    expect(log.opened).toEqual(['psql']);
    await listener.close();
    expect(log.closed).toHaveLength(1);
  });

  it('tells the client what the server reports, and a key that is not the server\'s', async () => {
    const { listener } = await listen();
    const client = await raw(listener);
    const seen = await client.login({ ...STARTUP, application_name: 'x' }, PASSWORD);
    const statuses = seen.filter(({ letter }) => letter === 'S').map(({ frame }) => frame.body.toString().split('\0').slice(0, 2).join('='));
    expect(statuses).toEqual(expect.arrayContaining(['client_encoding=UTF8', 'standard_conforming_strings=on', 'application_name=x', expect.stringMatching(/^server_version=/)]));
    expect(seen.map(({ letter }) => letter).join('')).toMatch(/^RS+KZ$/);
    const { pid } = readBackendKeyData((seen.at(-2) as (typeof seen)[number]).frame);
    client.send(query('SELECT pg_backend_pid()'));
    const row = (await client.until('Z')).find(({ letter }) => letter === 'D');
    expect(row?.frame.body.subarray(6).toString()).not.toBe(String(pid));
  });

  it.each([
    { name: 'a wrong password', more: { PGPASSWORD: 'ost1_s1_wrong' }, says: 'password authentication failed' },
    { name: "the server's own credential", more: { PGUSER: 'postgres' }, says: 'password authentication failed' },
    { name: 'another database', more: { PGDATABASE: 'template1' }, says: 'is not behind this door' },
    { name: 'a setting', more: { PGOPTIONS: '-c search_path=evil' }, says: '`search_path` does not pass' },
    { name: 'TLS where there is none', more: { PGSSLMODE: 'require' }, says: 'SSL' },
  ])('refuses psql with $name', async ({ more, says }) => {
    const { listener } = await listen();
    const result = await psql({ env: env(listener, more) }, 'SELECT 1');
    expect([result.code, result.stdout]).toEqual([2, '']);
    expect(result.stderr).toContain(says);
  });

  it('puts what a proven session was refused on its record, and nothing of strangers', async () => {
    const { listener, log } = await listen();
    await psql({ env: env(listener, { PGOPTIONS: '-c search_path=evil', PGPASSWORD: 'wrong' }) }, '');
    expect(log.opened).toEqual([]);
    await psql({ env: env(listener, { PGOPTIONS: '-c search_path=evil' }) }, '');
    expect(log.refused).toEqual(['the startup parameter `search_path` does not pass the gate as it was set']);
    expect(log.closed).toHaveLength(1);
  });

  it('passes what is allowed on, and pins the rest', async () => {
    const { listener } = await listen();
    const result = await psql({ env: env(listener, { PGOPTIONS: '-c statement_timeout=4321ms', PGCLIENTENCODING: 'LATIN1', PGAPPNAME: 'mine' }), args: ['-At'] }, 'SHOW statement_timeout; SHOW client_encoding; SHOW application_name;');
    expect(result.stdout).toBe('4321ms\nUTF8\nmine\n');
  });

  it('encrypts for psql, checked and bound', async () => {
    const dir = await mkdtemp(join(tmpdir(), 'ostiary-listener-'));
    await writeCertificates(dir);
    try {
      const tls = createSecureContext({ cert: await readFile(join(dir, 'server.pem')), key: await readFile(join(dir, 'server.key')) });
      const { listener } = await listen({ tls, host: '0.0.0.0' });
      const secure = { PGSSLMODE: 'verify-full', PGSSLROOTCERT: join(dir, 'ca.pem'), PGCHANNELBINDING: 'require' };
      const result = await psql({ env: env(listener, secure) }, '\\conninfo\n');
      expect(`${result.stdout}${result.stderr}`).toContain('TLSv1.3');
      const plain = await psql({ env: env(listener) }, 'SELECT 1');
      expect(plain.stderr).toContain('this door speaks TLS only');
    } finally {
      await rm(dir, { recursive: true });
    }
  });

  it('does not listen in plain text but on loopback', async () => {
    await expect(listen({ host: '0.0.0.0' })).rejects.toMatchObject({ code: 'INPUT_INVALID' });
  });

  it('says so when the address is taken', async () => {
    const { listener } = await listen();
    await expect(listen({ port: listener.port })).rejects.toMatchObject({ code: 'INPUT_INVALID', message: expect.stringContaining('EADDRINUSE') });
  });

  it('cancels by its own key, and by no other', async () => {
    const { listener } = await listen();
    const client = await raw(listener);
    const seen = await client.login(STARTUP, PASSWORD);
    const { pid, key } = readBackendKeyData((seen.at(-2) as (typeof seen)[number]).frame);
    const sleeping = async (): Promise<number> => {
      for (;;) {
        const [row] = await server.query("SELECT pid FROM pg_stat_activity WHERE wait_event = 'PgSleep'");
        if (row) return row.pid as number;
      }
    };
    client.send(query('SELECT pg_sleep(60)'));
    const backend = await sleeping();
    const wrong = Buffer.from(key);
    wrong[0] = (wrong[0] as number) ^ 1;
    for (const [process, secret] of [[pid, wrong], [backend, key], [pid + 1, key]] as const) {
      const canceller = await raw(listener);
      canceller.send(cancelRequest(process, secret));
      expect(await canceller.rest()).toEqual([]);
    }
    expect(await sleeping()).toBe(backend);
    const canceller = await raw(listener);
    canceller.send(cancelRequest(pid, key));
    expect(await canceller.rest()).toEqual([]);
    expect((await client.until('Z')).find(({ letter }) => letter === 'E')?.sqlstate).toBe('57014');
  });

  it('refuses connections above the limit of the session, and takes them again', async () => {
    const { listener, log } = await listen({}, 1);
    const first = await raw(listener);
    await first.login(STARTUP, PASSWORD);
    expect((await (await raw(listener)).login(STARTUP, PASSWORD)).at(-1)).toMatchObject({ letter: 'E', sqlstate: '53300' });
    first.end();
    await first.closed();
    expect(log.closed).toEqual(['the client left']);
    expect((await (await raw(listener)).login(STARTUP, PASSWORD)).at(-1)?.letter).toBe('Z');
  });

  it('is not held up by clients that say nothing, half of something, or never read', async () => {
    const { listener } = await listen();
    for (let index = 0; index < 40; index += 1) {
      const client = await raw(listener);
      client.socket.pause();
      if (index % 3 === 1) client.send(Buffer.from([0, 0]));
      if (index % 3 === 2) client.startup(STARTUP);
    }
    const glutton = await raw(listener);
    await glutton.login(STARTUP, PASSWORD);
    glutton.send(query("SELECT repeat('x', 1000) FROM generate_series(1, 200000)"));
    glutton.socket.pause();
    const result = await psql({ env: env(listener), args: ['-At'] }, 'SELECT 1');
    expect(result.stdout).toBe('1\n');
  });

  it('takes no more handshakes at once than it may', async () => {
    const { listener } = await listen({ limits: { ...DEFAULT_LIMITS, maxHandshakes: 2 } });
    const [one, two, three] = [await raw(listener), await raw(listener), await raw(listener)];
    await three.closed();
    expect((await one.login(STARTUP, PASSWORD)).at(-1)?.letter).toBe('Z');
    expect((await two.login(STARTUP, PASSWORD)).at(-1)?.letter).toBe('Z');
    expect((await (await raw(listener)).login(STARTUP, PASSWORD)).at(-1)?.letter).toBe('Z');
  });

  it.each([
    { name: 'can not be reached', broken: { port: 1 } },
    { name: 'takes another password', broken: { password: 'wrong one' } },
  ])('tells nothing of a server that $name', async ({ broken }) => {
    const { listener, log } = await listen({ target: async () => ({ ...target, ...broken }) });
    const client = await raw(listener);
    const said = (await client.login(STARTUP, PASSWORD)).at(-1);
    expect(said).toMatchObject({ letter: 'E', sqlstate: '08006' });
    expect(said?.frame.body.toString()).not.toMatch(/127\.0\.0\.1|wrong one|postgres/);
    await client.closed();
    expect(log.closed).toHaveLength(1);
    expect(logged.join()).toContain('127.0.0.1');
    expect(logged.join()).not.toContain('wrong one');
  });

  it.each<{ name: string; failure: Partial<ListenerOptions & Behind> }>([
    { name: 'a credential that can not be had', failure: { target: async () => { throw new GateError('SECRET_UNAVAILABLE', 'the vault is sealed'); } } },
    { name: 'a pump that fails', failure: { runSession: async () => { throw new TypeError('a fault of ours'); } } },
  ])('survives $name, twice', async ({ failure }) => {
    const { listener, log } = await listen(failure);
    for (const round of [1, 2]) {
      const client = await raw(listener);
      const seen = [...(await client.login(STARTUP, PASSWORD)), ...(await client.rest())];
      expect(seen.filter(({ letter }) => letter === 'E')).toMatchObject([{ sqlstate: 'XX000', message: 'the gate failed' }]);
      expect(log.closed).toHaveLength(round);
    }
  });

  it('closes: lets nobody in, waits for what runs, and no longer than it may', async () => {
    let finish: (reason: string) => void = () => undefined;
    const { listener, log } = await listen({ runSession: () => new Promise((resolve) => (finish = resolve)), limits: { ...DEFAULT_LIMITS, drainMs: 60_000 } });
    const client = await raw(listener);
    await client.login(STARTUP, PASSWORD);
    const waiting = await raw(listener);
    let closed = false;
    const closing = listener.close().then(() => (closed = true));
    await waiting.closed();
    await expect(RawClient.connect(listener.port)).rejects.toThrow();
    expect(closed).toBe(false);
    finish('done');
    await client.closed();
    await closing;
    expect(log.closed).toEqual(['done']);
  });

  it('destroys what does not end in time', async () => {
    const stuck: ListenerOptions['runSession'] = ({ client }) => new Promise((resolve) => client.socket.once('close', () => resolve('destroyed')));
    const { listener, log } = await listen({ runSession: stuck, limits: { ...DEFAULT_LIMITS, drainMs: 30 } });
    const client = await raw(listener);
    await client.login(STARTUP, PASSWORD);
    await listener.close();
    expect(log.closed).toEqual(['destroyed']);
    await client.closed();
  });

  it.each([['cuts', false, 2], ['does not cut', true, 1]])('%s a connection that the server is slow to close when its session says so: %s', async (_name, leaves, cuts) => {
    const waits: number[] = [];
    const runtime: Runtime = { ...systemRuntime, after: (milliseconds, then) => (waits.push(milliseconds), systemRuntime.after(milliseconds, then)) };
    const runSession: ListenerOptions['runSession'] = async ({ outlive }) => (leaves && outlive(), 'left');
    const { listener } = await listen({ runSession, runtime });
    const client = await raw(listener);
    await client.login(STARTUP, PASSWORD);
    await client.rest();
    // One for the client, one for the server.
    expect(waits.filter((wait) => wait === FAREWELL_MS)).toHaveLength(cuts);
  });

  it('leaves no connection behind at the server', async () => {
    const { listener } = await listen();
    for (let round = 0; round < 5; round += 1) {
      const client = await raw(listener);
      await client.login({ ...STARTUP, application_name: 'guest' }, PASSWORD);
      client.send(query('BEGIN'));
      await client.until('Z');
      if (round % 2 === 0) client.end();
      else client.socket.resetAndDestroy();
    }
    for (let left = 1; left > 0; ) left = (await server.query("SELECT 1 FROM pg_stat_activity WHERE application_name = 'guest'")).length;
    expect(await server.log()).not.toContain('unexpected EOF');
  });

  it('lets node-postgres and pgbench work', async () => {
    const { listener } = await listen();
    const client = new pg.Client({ host: '127.0.0.1', port: listener.port, user: USER, password: PASSWORD, database: server.database });
    await client.connect();
    expect((await client.query('SELECT $1::int + 1 AS n', [41])).rows).toEqual([{ n: 42 }]);
    await client.end();
    const result = await postgresTool('pgbench', { env: env(listener), args: ['-n', '-M', 'prepared', '-c', '4', '-t', '50', '-f', '-'] }, 'SELECT 1;\n');
    expect(result.stdout).toContain('number of transactions actually processed: 200/200');
  });
});
