// SPDX-License-Identifier: Apache-2.0
//
// The gate's login, cancel and question line against real servers, by every authentication method, in plain text and over TLS.
import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { connect, createServer, type AddressInfo, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { connect as connectTls, createSecureContext, TLSSocket } from 'node:tls';
import { systemRuntime } from '../../../src/core/runtime.js';
import type { UpstreamReady } from '../../../src/proxy/postgres/ready.js';
import { ReconnectingClient } from '../../../src/proxy/postgres/upstream/reconnecting.js';
import { SimpleClient } from '../../../src/proxy/postgres/upstream/simple-client.js';
import type { UpstreamTarget, UpstreamTls } from '../../../src/proxy/postgres/upstream/target.js';
import { connectUpstream, sendCancel } from '../../../src/proxy/postgres/upstream/upstream.js';
import { writeCertificates } from '../../support/certificates.js';
import { startPostgres, type Postgres, type PostgresVersion } from '../../support/postgres.js';

const HBA = `
hostssl   all secure_only 127.0.0.1/32 scram-sha-256
hostnossl all secure_only 127.0.0.1/32 reject
host      all by_trust    127.0.0.1/32 trust
host      all by_md5      127.0.0.1/32 md5
host      all by_scram    127.0.0.1/32 scram-sha-256
host      all by_password 127.0.0.1/32 password
host      all all         127.0.0.1/32 scram-sha-256`;
const PASSWORD = "p'ss wörd\u00a0ﬁ";
const PINNED = new Map([['client_encoding', 'UTF8'], ['standard_conforming_strings', 'on'], ['application_name', 'ostiary']]);
const signal = new AbortController().signal;
const dialling = { milliseconds: 10_000, runtime: systemRuntime, signal };
const options = { ...dialling, startupParameters: PINNED, maxFrameBytes: 1 << 24 };

describe.each<PostgresVersion>([15, 18])('PostgreSQL %d', (version) => {
  let server: Postgres;
  const open: UpstreamReady[] = [];

  beforeAll(async () => {
    server = await startPostgres({ version, ssl: true, hba: HBA });
    await server.query(`
      CREATE ROLE by_trust LOGIN;
      SET password_encryption = 'md5'; CREATE ROLE by_md5 LOGIN PASSWORD ${literal(PASSWORD)};
      SET password_encryption = 'scram-sha-256';
      CREATE ROLE by_scram LOGIN PASSWORD ${literal(PASSWORD)};
      CREATE ROLE by_password LOGIN PASSWORD ${literal(PASSWORD)};
      CREATE ROLE secure_only LOGIN PASSWORD ${literal(PASSWORD)};
      ALTER ROLE by_scram SET standard_conforming_strings = off;
      ALTER ROLE by_scram SET client_encoding = 'LATIN1';`);
  });
  afterEach(() => {
    for (const ready of open.splice(0)) ready.socket.destroy();
  });
  afterAll(() => server.stop());

  const target = (user: string, tls: UpstreamTls, password = PASSWORD): UpstreamTarget => ({ host: '127.0.0.1', port: server.port, database: 'postgres', user, password, tls });
  const verified = (): UpstreamTls => ({ mode: 'verify-full', ca: server.caPem as string });
  const login = async (to: UpstreamTarget): Promise<UpstreamReady> => {
    const ready = await connectUpstream(to, options);
    open.push(ready);
    return ready;
  };
  const ask = async (to: UpstreamTarget): Promise<SimpleClient> => new SimpleClient(await login(to), { queryMs: 10_000, runtime: systemRuntime, signal });

  it.each(['by_trust', 'by_md5', 'by_scram', 'by_password'])('lets %s in, in plain text on loopback and over TLS', async (user) => {
    for (const tls of [{ mode: 'disable' } as const, verified()]) {
      const client = await ask(target(user, tls));
      const [row] = await client.query(`SELECT current_user, s.ssl::text FROM pg_stat_ssl s WHERE pid = pg_backend_pid()`);
      expect(row).toEqual([user, String(tls.mode !== 'disable')]);
      await client.close();
    }
  });

  it('needs TLS where the server does', async () => {
    await expect(login(target('secure_only', { mode: 'disable' }))).rejects.toMatchObject({ code: 'UPSTREAM_FAILED' });
    expect((await login(target('secure_only', verified()))).backendPid).toBeGreaterThan(0);
  });

  it.each(['by_md5', 'by_scram', 'by_password'])('says that the password of %s is wrong, and not which', async (user) => {
    const failure = await login(target(user, verified(), 'wrong one')).then(() => undefined, (thrown: Error) => thrown);
    expect(failure).toMatchObject({ code: 'UPSTREAM_FAILED', message: expect.stringContaining('28P01') });
    expect(failure?.message).not.toContain('wrong one');
  });

  it('knows the server, its settings and the key of the backend', async () => {
    const ready = await login(target('by_scram', verified()));
    expect(Math.floor(ready.serverVersion / 10_000)).toBe(version);
    // The role's own settings lose against what is pinned.
    expect(ready.parameterStatus.get('client_encoding')).toBe('UTF8');
    expect(ready.parameterStatus.get('standard_conforming_strings')).toBe('on');
    expect(ready.parameterStatus.get('application_name')).toBe('ostiary');
    expect(ready.backendKey).toHaveLength(4);
    expect(ready.socket.isPaused()).toBe(true);
  });

  it.each([
    { name: 'an unknown authority', tls: () => ({ mode: 'verify-full' as const }) },
    { name: 'another name', tls: () => ({ mode: 'verify-full' as const, ca: server.caPem as string, servername: 'db.example' }) },
  ])('refuses $name', async ({ tls }) => {
    await expect(login(target('by_scram', tls()))).rejects.toMatchObject({ code: 'UPSTREAM_FAILED' });
  });

  it('takes the name of the host for the name of the certificate', async () => {
    expect((await login({ ...target('by_scram', verified()), host: 'localhost' })).backendPid).toBeGreaterThan(0);
  });

  it('does not log in through somebody in between, even where no certificate is checked', async () => {
    // INVARIANT: SCRAM binds to the certificate. The middle one ends TLS and relays everything else faithfully.
    const dir = await mkdtemp(join(tmpdir(), 'ostiary-middle-'));
    await writeCertificates(dir);
    const middle = await startMiddle(server.port, createSecureContext({ cert: await readFile(join(dir, 'server.pem')), key: await readFile(join(dir, 'server.key')) }));
    try {
      await expect(login({ ...target('by_scram', { mode: 'require' }), port: middle.port })).rejects.toMatchObject({ code: 'UPSTREAM_FAILED', message: expect.stringContaining('channel binding') });
      // The same one in between is not noticed by methods that bind to nothing: the test itself works.
      expect((await login({ ...target('by_trust', { mode: 'require' }), port: middle.port })).backendPid).toBeGreaterThan(0);
    } finally {
      for (const ready of open.splice(0)) ready.socket.destroy();
      await middle.stop();
      await rm(dir, { recursive: true });
    }
  });

  it.each(['disable', 'verify-full'] as const)('cancels what a backend does, %s', async (mode) => {
    const to = target('by_scram', mode === 'disable' ? { mode } : verified());
    const ready = await login(to);
    const client = new SimpleClient(ready, { queryMs: 20_000, runtime: systemRuntime, signal });
    const sleeping = client.query('SELECT pg_sleep(60)').then(() => undefined, (thrown: Error) => thrown);
    for (let asleep = false; !asleep; ) {
      const rows = await server.query(`SELECT 1 FROM pg_stat_activity WHERE pid = ${ready.backendPid} AND wait_event = 'PgSleep'`);
      asleep = rows.length > 0;
    }
    await sendCancel(to, { pid: ready.backendPid, key: ready.backendKey }, dialling);
    expect((await sleeping)?.message).toContain('57014');
    expect(await client.query('SELECT 1')).toEqual([['1']]);
  });

  describe('SimpleClient', () => {
    it('gives rows as text, one question after the other', async () => {
      const client = await ask(target('by_trust', { mode: 'disable' }));
      const answers = await Promise.all([
        client.query("SELECT i, CASE WHEN i = 2 THEN NULL ELSE 'x' || i END, '' FROM generate_series(1, 3) i"),
        client.query('SELECT 1; SELECT 2, 3'),
        client.query(''),
        client.query("SET datestyle = 'German'"),
        client.query("SELECT 'é'"),
      ]);
      expect(answers).toEqual([[['1', 'x1', ''], ['2', null, ''], ['3', 'x3', '']], [['2', '3']], [], [], [['é']]]);
      await client.close();
      await expect(client.query('SELECT 1')).rejects.toMatchObject({ code: 'UPSTREAM_FAILED' });
    });

    it('lives on after an error of the server', async () => {
      const client = await ask(target('by_trust', { mode: 'disable' }));
      await expect(client.query('SELECT 1; SELECT nonsense')).rejects.toThrow(/nonsense.*42703/);
      expect(client.ended).toBe(false);
      expect(await client.query('SELECT 1')).toEqual([['1']]);
    });

    it('takes a large answer', async () => {
      const client = await ask(target('by_trust', verified()));
      const rows = await client.query("SELECT i, repeat('x', 100) FROM generate_series(1, 50000) i");
      expect([rows.length, rows.at(-1)?.[0]]).toEqual([50_000, '50000']);
    });

    it('copies rows in, more than a message holds, and lives on when the server does not take them', async () => {
      const client = await ask(target('by_trust', { mode: 'disable' }));
      await client.query('CREATE TEMP TABLE copied (id int, line text)');
      await client.copyIn('COPY copied FROM STDIN', Buffer.from(Array.from({ length: 3_000 }, (_, id) => `${id}\t${'x'.repeat(100)}\n`).join('')));
      expect(client.lastTag).toBe('COPY 3000');
      await expect(client.copyIn('COPY copied FROM STDIN', Buffer.from('nonsense\n'.repeat(100_000)))).rejects.toThrow(/nonsense.*22P02/u);
      await expect(client.copyIn('COPY nowhere FROM STDIN', Buffer.from('1\n'))).rejects.toThrow(/nowhere.*42P01/u);
      expect(await client.query('SELECT count(*), sum(length(line)) FROM copied')).toEqual([['3000', '300000']]);
    });

    it('gives up on an answer that takes too long, and on COPY', async () => {
      const slow = new SimpleClient(await login(target('by_trust', { mode: 'disable' })), { queryMs: 50, runtime: systemRuntime, signal });
      await expect(slow.query('SELECT pg_sleep(60)')).rejects.toMatchObject({ code: 'UPSTREAM_FAILED' });
      expect(slow.ended).toBe(true);
      const copying = await ask(target('by_trust', { mode: 'disable' }));
      await expect(copying.query('COPY (SELECT 1) TO STDOUT')).rejects.toMatchObject({ code: 'UPSTREAM_FAILED' });
      const asked = await ask(target('by_trust', { mode: 'disable' }));
      await asked.query('CREATE TEMP TABLE copied (id int)');
      await expect(asked.query('COPY copied FROM STDIN')).rejects.toMatchObject({ code: 'UPSTREAM_FAILED' });
    });
  });

  describe('ReconnectingClient', () => {
    it('replaces a connection that died, once for all who ask', async () => {
      let opened = 0;
      const pids: string[] = [];
      const client = new ReconnectingClient(() => {
        opened += 1;
        return ask(target('by_trust', { mode: 'disable' }));
      });
      for (let round = 1; round <= 3; round += 1) {
        const answers = await Promise.all([1, 2, 3].map(() => client.query('SELECT pg_backend_pid()')));
        const pid = answers[0]?.[0]?.[0] ?? '';
        expect(answers).toEqual([[[pid]], [[pid]], [[pid]]]);
        expect(opened).toBe(round);
        pids.push(pid);
        await server.query(`SELECT pg_terminate_backend(${pid}, 5000)`);
      }
      expect(new Set(pids).size).toBe(3);
      await client.close();
    });

    it('says why it can not, and tries again when asked again', async () => {
      let works = false;
      const client = new ReconnectingClient(() => ask(target(works ? 'by_trust' : 'nobody', { mode: 'disable' })));
      await expect(client.query('SELECT 1')).rejects.toMatchObject({ code: 'UPSTREAM_FAILED' });
      works = true;
      expect(await client.query('SELECT 1')).toEqual([['1']]);
      await expect(client.query('SELECT nonsense')).rejects.toThrow(/nonsense/);
      await client.close();
    });
  });
});

function literal(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}

/** One who ends TLS with a certificate of his own and speaks TLS to the server: sees everything, changes nothing. */
async function startMiddle(port: number, secureContext: ReturnType<typeof createSecureContext>): Promise<{ port: number; stop(): Promise<void> }> {
  const sockets = new Set<Socket>();
  const track = <S extends Socket>(socket: S): S => {
    sockets.add(socket);
    return socket.on('error', () => undefined);
  };
  const serve = async (socket: Socket): Promise<void> => {
    track(socket);
    const server = track(connect(port, '127.0.0.1'));
    socket.resume();
    const [request] = (await once(socket, 'data')) as [Buffer];
    socket.pause();
    server.write(request);
    await once(server, 'data');
    const outside = track(connectTls({ socket: server, rejectUnauthorized: false, ALPNProtocols: ['postgresql'] }));
    socket.write('S');
    const inside = track(new TLSSocket(socket, { isServer: true, secureContext, ALPNProtocols: ['postgresql'] }));
    inside.pipe(outside).pipe(inside);
  };
  const middle = createServer({ pauseOnConnect: true }, (socket) => void serve(socket));
  await new Promise<void>((resolve) => middle.listen(0, '127.0.0.1', resolve));
  return {
    port: (middle.address() as AddressInfo).port,
    async stop() {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => middle.close(resolve));
    },
  };
}
