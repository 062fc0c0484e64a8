// SPDX-License-Identifier: Apache-2.0
//
// A gateway over time: leases that run out, files that are read again, signals, sudden death, and dependencies that are down. Each
// refuses, with an error that says what it is.
import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Client } from 'pg';
import { Job, RULES, startGateway, type RunningGateway } from '../support/gateway.js';
import { cleanUp, CLI, spawned } from '../support/guarded.js';
import { startPostgres, type Postgres } from '../support/postgres.js';
import { waitFor } from '../support/waiting.js';

let database: Postgres;
const gateways: RunningGateway[] = [];

beforeAll(async () => {
  database = await startPostgres({ version: 18 });
  await database.query('CREATE TABLE orders (id int PRIMARY KEY, status text); CREATE TABLE customers (ssn text)');
});
afterEach(() => Promise.all(gateways.splice(0).map((gateway) => gateway.stop())));
afterAll(async () => {
  await database?.stop();
  cleanUp();
});

const start = async (options: Partial<Parameters<typeof startGateway>[0]> = {}): Promise<RunningGateway> => {
  const gateway = await startGateway({ database, ...options });
  gateways.push(gateway);
  await gateway.start();
  return gateway;
};
const verify = async (gateway: RunningGateway, session: string): Promise<string> => {
  const { stdout } = await spawned(process.execPath, [CLI, 'session', 'verify', join(gateway.folder, 'recordings', session, 'session.jsonl')], { environment: {} });
  return stdout.split(':')[0] ?? '';
};
const endOf = (client: Client): Promise<string> => new Promise((resolve) => client.once('error', (error) => resolve(error.message)));
describe('a lease', () => {
  it('that is not renewed ends its session, and one that is does not; the limit ends both', async () => {
    const gateway = await start({ lease: '2s', limit: '5s' });
    const [idle, kept] = [new Job(gateway), new Job(gateway)];
    const [first, second] = [await idle.open(), await kept.open()];
    const [one, two] = [await idle.connect(first), await kept.connect(second)];
    const [endOne, endTwo] = [endOf(one), endOf(two)];
    let over = false;
    void endOne.then(() => (over = true));
    await waitFor(async () => {
      if (!over) await kept.renew(second);
      return over;
    }, 'the lease runs out');
    expect(await endOne).toMatch(/its lease was not renewed in time/u);
    await expect(idle.connect(first)).rejects.toMatchObject({ code: '28000', message: expect.stringMatching(/its lease was not renewed/u) });
    await expect(idle.renew(first)).rejects.toMatchObject({ code: 'IDENTITY_UNTRUSTED' });
    expect((await two.query('SELECT 1 AS one')).rows).toEqual([{ one: 1 }]);
    let refusal: unknown = null;
    await waitFor(async () => {
      refusal = await kept.renew(second).then(() => null, (thrown: unknown) => thrown);
      return refusal !== null;
    }, 'the limit is reached');
    expect(refusal).toMatchObject({ message: expect.stringMatching(/reached its time limit/u) });
    expect(await endTwo).toMatch(/reached its time limit/u);
    await waitFor(async () => (await verify(gateway, second.id)) === 'unsigned', 'the recording is sealed');
    expect(await verify(gateway, first.id)).toBe('unsigned');
    expect(await kept.end(second)).toEqual({ ended: 'limit', operations: { allow: 1, review: 0, deny: 0 } });
  });
});

describe('SIGHUP', () => {
  it('takes a good file over for new sessions, and keeps what was in force when the new one is bad', async () => {
    const gateway = await start();
    const job = new Job(gateway);
    const before = await job.open();
    const reload = async (change: (text: string) => string, message: RegExp): Promise<void> => {
      gateway.write(change);
      const told = gateway.logged(message);
      await gateway.signal('SIGHUP', false);
      await told;
    };
    const good = readFileSync(gateway.file, 'utf8');
    await reload((text) => text.replace('decide: allow', 'decide: alow'), /not taken over: .*gateway\.yml:\d+:\d+: .*`alow`/u);
    await reload(() => good.replace('server.key', 'no-such.key'), /not taken over: the private key .* can not be read/u);
    await reload(() => good.replace(/metrics: .*/u, ''), /not taken over: `listen\.metrics` can not change/u);
    expect((await gateway.get('/metrics', gateway.metricsPort)).text).toContain('ostiary_last_reload_successful 0');
    const client = await job.connect(before);
    expect((await client.query('SELECT count(*)::int AS n FROM orders')).rows).toEqual([{ n: 0 }]);
    await reload(() => good.replace(RULES, '  - { id: none, match: { principal: nightly, effect: schema }, decide: review }'), /read again and is in force/u);
    const after = await new Job(gateway).open();
    const later = await new Job(gateway).connect(after);
    await expect(later.query('SELECT count(*) FROM orders')).rejects.toMatchObject({ code: '42501' });
    // What began under the old file goes on under it.
    expect((await client.query('SELECT count(*)::int AS n FROM orders')).rows).toEqual([{ n: 0 }]);
    await reload(() => good.replace(/^identities:\n.*$/mu, 'identities:\n  nightly: { issuer: "https://issuer.example", claims: { a: b } }'), /read again and is in force/u);
    await expect(new Job(gateway).open()).rejects.toMatchObject({ code: 'DENIED' });
    // And who is no longer named comes in no more, nor stays: not by a session from before.
    await expect(job.connect(before)).rejects.toMatchObject({ message: expect.stringMatching(/satisfies none of the identities/u) });
    await expect(job.renew(before)).rejects.toMatchObject({ code: 'DENIED' });
    await Promise.all([client.end(), later.end()]);
    const metrics = (await gateway.get('/metrics', gateway.metricsPort)).text;
    for (const line of ['ostiary_reloads_total{result="failed"} 3', 'ostiary_reloads_total{result="ok"} 2', 'ostiary_last_reload_successful 1']) expect(metrics).toContain(line);
  });
});

describe('SIGTERM', () => {
  it('under load finishes what is in flight, lets nobody in, seals every recording, and ends with 0; sessions go on afterwards', async () => {
    const gateway = await start();
    const jobs = await Promise.all(Array.from({ length: 4 }, async () => {
      const job = new Job(gateway);
      const session = await job.open();
      return { job, session, client: await job.connect(session), answered: 0, ended: '' };
    }));
    const load = jobs.map(async (one) => {
      for (;;) {
        try {
          await one.client.query('SELECT count(*) FROM orders');
          one.answered += 1;
        } catch (thrown) {
          one.ended = String(thrown);
          return;
        }
      }
    });
    const slow = await jobs[0]!.job.connect(jobs[0]!.session);
    const inFlight = slow.query('SELECT count(*)::int AS n FROM generate_series(1, 3000000)');
    await waitFor(() => jobs.every(({ answered }) => answered > 20), 'the load is on');
    const ended = gateway.signal('SIGTERM');
    expect((await inFlight).rows).toEqual([{ n: 3_000_000 }]);
    expect(await ended).toBe(0);
    await Promise.all(load);
    for (const { ended: why, session, answered } of jobs) {
      expect(why).toMatch(/terminating connection|Connection terminated/u);
      expect(await verify(gateway, session.id)).toBe('unsigned');
      expect(gateway.events(session.id).filter(({ type }) => type === 'decided').length).toBeGreaterThanOrEqual(answered);
      expect(gateway.events(session.id).at(-1)).toMatchObject({ type: 'end', outcome: 'ok' });
    }
    expect(gateway.log.at(-1)?.message).toBe('stopped');
    await gateway.start();
    const { job, session } = jobs[1]!;
    const client = await job.connect(session);
    await client.query('TRUNCATE orders').catch(() => undefined);
    await client.end();
    await job.renew(session);
    const total = gateway.events(session.id).filter(({ type }) => type === 'decided').length;
    expect(await job.end(session)).toEqual({ ended: 'job', operations: { allow: total, review: 0, deny: 1 } });
    expect(await verify(gateway, `${session.id}.2`)).toBe('unsigned');
  });
});

describe('kill -9', () => {
  it('of the one gateway that a store has ends no session: after a restart it goes on with its key, its credential and its counts, and the cut recording says what it is', async () => {
    const gateway = await start();
    const job = new Job(gateway);
    const token = await job.token();
    const session = await job.open({ token });
    const client = await job.connect(session);
    const cut = endOf(client);
    await client.query('SELECT 1');
    await client.query('TRUNCATE orders').catch(() => undefined);
    const second = await spawned(process.execPath, [CLI, 'gateway', '--config', gateway.file], { environment: {} });
    expect([second.code, second.stderr]).toEqual([4, expect.stringMatching(new RegExp(`another gateway has the store: process ${gateway.process().pid ?? 0} on \`[^\`]+\``, 'u'))]);
    await gateway.signal('SIGKILL');
    await cut;
    expect(await verify(gateway, session.id)).toBe('incomplete');
    await gateway.start();
    await expect(new Job(gateway).open({ token })).rejects.toMatchObject({ code: 'IDENTITY_UNTRUSTED', message: expect.stringMatching(/another key/u) });
    await job.renew(session);
    const again = await job.connect(session);
    expect((await again.query('SELECT 2 AS two')).rows).toEqual([{ two: 2 }]);
    await again.end();
    expect(gateway.events(`${session.id}.2`)[0]).toMatchObject({ session: session.id, host: { facts: { part: '2' } } });
    expect(await job.end(session)).toEqual({ ended: 'job', operations: { allow: 2, review: 0, deny: 1 } });
    await expect(job.open({ token })).rejects.toMatchObject({ message: expect.stringMatching(/is over/u) });
  });
});

describe('what is down', () => {
  it('the issuer: no session, and the job hears that its token could not be checked', async () => {
    const gateway = await start();
    const job = new Job(gateway);
    const token = await job.token();
    await gateway.github.issuer.stop();
    expect(await job.refusal({ token })).toMatchObject({ status: 503, code: 'UPSTREAM_FAILED', message: expect.stringMatching(/can not be reached/u) });
    expect(gateway.recordings()).toEqual([]);
  });

  it('the forge, or its word: no session without the policy of the repository; with it, it tightens', async () => {
    const gateway = await start({ repositoryPolicy: 'version: 1\nrules: [{ id: no-customers, match: { object: public.customers }, decide: deny, because: nobody reads customers }]\n' });
    const job = new Job(gateway);
    const session = await job.open();
    const client = await job.connect(session);
    await client.query('SELECT count(*) FROM orders');
    await expect(client.query('SELECT count(*) FROM customers')).rejects.toMatchObject({ code: '42501', detail: expect.stringMatching(/rule=repository\/no-customers .*nobody reads customers/su) });
    await client.end();
    expect(gateway.events(session.id)[0]).toMatchObject({ policy: { source: expect.stringMatching(/^file:.*gateway\.yml, tightened by github:812364@/u) } });
    const main = gateway.github.api.repository.branches['main'];
    if (main === undefined) throw new Error('no main');
    main.files['.ostiary/policy.yml'] = 'version: 1\nrulez: []\n';
    await expect(new Job(gateway).open()).rejects.toMatchObject({ code: 'POLICY_INVALID', message: expect.stringMatching(/policy\.yml:2:1: .*`rulez`/u) });
    delete main.files['.ostiary/policy.yml'];
    expect(await new Job(gateway).refusal()).toMatchObject({ status: 503, code: 'FORGE_FAILED', message: expect.stringMatching(/there is no `\.ostiary\/policy\.yml`/u) });
    main.protected = false;
    expect(await new Job(gateway).refusal()).toMatchObject({ status: 503, code: 'FORGE_FAILED', message: expect.stringMatching(/not protected/u) });
    await gateway.github.api.stop();
    expect(await new Job(gateway).refusal()).toMatchObject({ status: 503, code: 'FORGE_FAILED', message: expect.stringMatching(/can not be reached/u) });
    expect(gateway.recordings()).toEqual([session.id]);
  });

  it('the store: nobody is let in, and nobody stays whose session can not be looked up', async () => {
    const gateway = await start();
    const job = new Job(gateway);
    const session = await job.open();
    renameSync(join(gateway.folder, 'store'), join(gateway.folder, 'lost'));
    expect(await new Job(gateway).refusal()).toMatchObject({ status: 503, code: 'STORE_FAILED', message: 'the gateway can not use its store' });
    await expect(job.renew(session)).rejects.toMatchObject({ message: expect.stringMatching(/can not use its store/u) });
    await waitFor(async () => (await gateway.get('/readyz')).status === 503, 'it says that it is not ready');
    expect((await gateway.get('/readyz')).text).toBe('{"status":"not ready","missing":["store"]}');
    expect((await gateway.get('/healthz')).status).toBe(200);
    renameSync(join(gateway.folder, 'lost'), join(gateway.folder, 'store'));
    await job.renew(session);
    expect((await gateway.get('/readyz')).status).toBe(200);
  });

  it('the database: a plain error for connections, and the session goes on when it is back', async () => {
    const own = await startPostgres({ version: 15 });
    const gateway = await start({ database: own });
    const job = new Job(gateway);
    const session = await job.open();
    const client = await job.connect(session);
    const ended = endOf(client);
    await own.stop();
    await ended;
    await expect(job.connect(session)).rejects.toMatchObject({ code: '08006', message: 'the gate can not reach the database behind it' });
    await job.renew(session);
  });

  it('the file itself, or what it names: it does not start, and says where', async () => {
    const gateway = await startGateway({ database });
    gateways.push(gateway);
    const good = readFileSync(gateway.file, 'utf8');
    const tries: [string, RegExp][] = [
      ['', /gateway\.yml:1:1: the file is empty/u],
      [good.replace('127.0.0.1:', '0.0.0.0:').replace(/^tls:.*$/mu, ''), /is not loopback, and there is no certificate/u],
      [good.replace('server.pem', 'ca.key'), /the certificate .* can not be used/u],
      [good.replace('env:ORDERS_DB', 'plain-secret'), /`resources\.orders-db\.credential` does not say where/u],
    ];
    for (const [text, message] of tries) {
      writeFileSync(gateway.file, text);
      const { code, stderr } = await spawned(process.execPath, [CLI, 'gateway', '--config', gateway.file], { environment: {} });
      expect([code, stderr]).toEqual([2, expect.stringMatching(message)]);
      expect(stderr).not.toMatch(/plain-secret|\n\s+at /u);
    }
  });
});
