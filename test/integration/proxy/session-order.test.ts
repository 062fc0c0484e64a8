// The order of answers, refusals and transactions through the session pump, before real servers.
import { type Runtime, systemRuntime } from '../../../src/core/runtime.js';
import { TURN_MS } from '../../../src/proxy/postgres/limits.js';
import { bare, FRONTEND } from '../../../src/proxy/postgres/protocol/messages.js';
import { startPostgres, VERSIONS, type Postgres, type PostgresVersion } from '../../support/postgres.js';
import { startGateInFront, type GateInFront } from '../../support/gate-in-front.js';
import type { RawClient } from '../../support/raw-client.js';
import { scriptedGate, type Script, type ScriptedGate } from '../../support/scripted-gate.js';
import { ask, bind, close, connectRaw, execute, flush, parse, q, run, sync, told } from '../../support/talk.js';

describe.each<PostgresVersion>(VERSIONS)('a session before PostgreSQL %d', (version) => {
  let server: Postgres;
  const open: { gates: GateInFront[]; clients: RawClient[] } = { gates: [], clients: [] };

  beforeAll(async () => {
    server = await startPostgres({ version });
    await server.query(`create table t (a int primary key, b text); insert into t values (1, 'one'), (2, 'two'), (3, 'three');
      create function code() returns text language plpgsql as $$ begin perform set_config('search_path', 'other', false); return 'ran'; end $$;
      create schema other; create table other.t (a int, b text); insert into other.t values (9, 'other');`);
  });
  afterEach(async () => {
    for (const client of open.clients.splice(0)) client.socket.destroy();
    await Promise.all(open.gates.splice(0).map((gate) => gate.close()));
  });
  afterAll(async () => {
    await server.stop();
  });

  async function through(script: Script = {}, more: { readonly runtime?: Runtime } = {}): Promise<{ client: RawClient; gate: ScriptedGate; front: GateInFront }> {
    const gate = scriptedGate({ deny: /forbidden/, decide: 'turn', ...script });
    const front = await startGateInFront({ server, door: gate.door, ...more });
    open.gates.push(front);
    const client = await connectRaw(front);
    open.clients.push(client);
    return { client, gate, front };
  }

  const FORBIDDEN = "select 'forbidden'";

  it('gives others their turn after each message that took long', async () => {
    let clock = 0;
    let turns = 0;
    const after: Runtime['after'] = (milliseconds, then) => {
      if (milliseconds === 0) turns += 1;
      return systemRuntime.after(milliseconds, then);
    };
    const { client } = await through({}, { runtime: { ...systemRuntime, after, monotonicMs: () => (clock += TURN_MS + 1) } });
    turns = 0;
    expect(await ask(client, [q('select 1 n'), q(FORBIDDEN), run('select 2 n'), sync, q('select 3 n')], 4)).toBe('T(n) D(1) C(SELECT 1) Z(I) E42501 Z(I) 1 2 T(n) D(2) C(SELECT 1) Z(I) T(n) D(3) C(SELECT 1) Z(I)');
    expect(turns).toBeGreaterThanOrEqual(7);
  });

  it.each([
    ['one statement', [q('select a from t where a = 1')], 'T(a) D(1) C(SELECT 1) Z(I)'],
    ['an empty query', [q('')], 'I Z(I)'],
    ['only semicolons', [q(' ; ')], 'I Z(I)'],
    ['several statements', [q("select 1 x; insert into t values (50, 'x'); delete from t where a = 50")], 'T(x) D(1) C(SELECT 1) C(INSERT 0 1) C(DELETE 1) Z(I)'],
    ['an error among several', [q('select 1 x; select 1/0; select 2')], 'T(x) D(1) C(SELECT 1) E22012 Z(I)'],
    ['a refusal', [q(FORBIDDEN)], 'E42501 Z(I)'],
    ['a refusal of one among several refuses all', [q(`select 1; ${FORBIDDEN}`)], 'E42501 Z(I)'],
    ['garbage', [q('garbage')], 'E42501 Z(I)'],
  ])('answers a simple query: %s', async (_name, messages, expected) => {
    const { client } = await through();
    expect(await ask(client, messages)).toBe(expected);
    expect(await ask(client, [q('select 7 n')])).toBe('T(n) D(7) C(SELECT 1) Z(I)');
  });

  it.each([
    ['parse, bind, describe, execute', [run('select a from t where a = $1', ['2']), sync], '1 2 T(a) D(2) C(SELECT 1) Z(I)'],
    ['without a describe', [parse('', 'select b from t where a = 1'), bind('', ''), execute(''), sync], '1 2 D(one) C(SELECT 1) Z(I)'],
    ['a statement that returns nothing', [run('delete from t where a = 77'), sync], '1 2 n C(DELETE 0) Z(I)'],
    ['an empty statement', [run(''), sync], '1 2 n I Z(I)'],
    ['what runs outside of transactions alone, behind a Close', [close('S', 'x'), run('vacuum t'), sync], '3 1 2 n C(VACUUM) Z(I)'],
    ['a refusal', [run(FORBIDDEN), sync], '1 E42501 Z(I)'],
    ['a refusal of what can not be read', [run('garbage'), sync], 'E42501 Z(I)'],
    ['a refusal, then the rest of the pipeline is skipped', [run(FORBIDDEN), run('select 1'), sync], '1 E42501 Z(I)'],
    ['an unknown statement', [bind('', 'nobody'), execute(''), sync], 'E26000 Z(I)'],
    ['an unknown portal', [execute('nobody'), sync], 'E34000 Z(I)'],
    ['two statements in one parse', [run('select 1; select 2'), sync], 'E42601 Z(I)'],
    ['an error while binding', [run('select $1::int', ['x']), sync], '1 E22P02 Z(I)'],
    ['an error while executing', [run('select 1 / (a - 1) x from t'), sync], '1 2 T(x) E22012 Z(I)'],
  ])('answers the extended protocol: %s', async (_name, messages, expected) => {
    const { client } = await through();
    expect(await ask(client, messages)).toBe(expected);
    expect(await ask(client, [run('select 7 n'), sync])).toBe('1 2 T(n) D(7) C(SELECT 1) Z(I)');
  });

  it('answers pipelined queries in their order, refused ones among them', async () => {
    const { client } = await through();
    expect(await ask(client, [q('select 1 a'), q(FORBIDDEN), q('select 2 b'), q(FORBIDDEN), q('select 3 c')], 5)).toBe(
      'T(a) D(1) C(SELECT 1) Z(I) E42501 Z(I) T(b) D(2) C(SELECT 1) Z(I) E42501 Z(I) T(c) D(3) C(SELECT 1) Z(I)',
    );
  });

  it('answers pipelined pipelines in their order', async () => {
    const { client } = await through();
    const one = (sql: string) => [run(sql), sync];
    expect(await ask(client, [...one('select 1 a'), ...one(FORBIDDEN), ...one('select 2 b')], 3)).toBe(
      '1 2 T(a) D(1) C(SELECT 1) Z(I) 1 E42501 Z(I) 1 2 T(b) D(2) C(SELECT 1) Z(I)',
    );
  });

  it('answers a refusal without the server when nothing is open', async () => {
    const { client, gate } = await through();
    await ask(client, [q('select 1')]);
    const before = (await server.log()).length;
    await ask(client, [q(FORBIDDEN)]);
    await ask(client, [run(FORBIDDEN), sync]);
    expect(gate.originated).toEqual(['truth-after-code']);
    expect((await server.log()).slice(before)).toBe('');
  });

  it('makes an open transaction fail, as the server would', async () => {
    const { client, gate } = await through();
    expect(await ask(client, [q("begin"), q("insert into t values (60, 'x')"), q(FORBIDDEN)], 3)).toBe('C(BEGIN) Z(T) C(INSERT 0 1) Z(T) E42501 Z(E)');
    expect(await ask(client, [q('select 1')])).toBe('E25P02 Z(E)');
    expect(await ask(client, [q('commit')])).toBe('C(ROLLBACK) Z(I)');
    expect(await ask(client, [q('select count(*) from t where a = 60')])).toBe('T(count) D(0) C(SELECT 1) Z(I)');
    expect(gate.originated).toContain('fail');
  });

  it('lets the transaction live on after ROLLBACK TO SAVEPOINT', async () => {
    const { client } = await through();
    const transcript = [];
    for (const sql of ['begin', "insert into t values (61, 'x')", 'savepoint s', "insert into t values (62, 'x')", FORBIDDEN, 'rollback to s', 'commit']) transcript.push(await ask(client, [q(sql)]));
    expect(transcript.join(' ')).toBe('C(BEGIN) Z(T) C(INSERT 0 1) Z(T) C(SAVEPOINT) Z(T) C(INSERT 0 1) Z(T) E42501 Z(E) C(ROLLBACK) Z(T) C(COMMIT) Z(I)');
    expect(await server.query('select a from t where a > 60 order by a')).toEqual([{ a: 61 }]);
    await server.query('delete from t where a > 60');
  });

  it.each([
    ['extended', [run("insert into t values (70, 'x')"), run(FORBIDDEN), run("insert into t values (71, 'x')"), sync], '1 2 n C(INSERT 0 1) 1 E42501 Z(I)'],
    ['extended, flushed in between', [run("insert into t values (70, 'x')"), flush, run(FORBIDDEN), sync], '1 2 n C(INSERT 0 1) 1 E42501 Z(I)'],
    ['a simple query after extended messages', [run("insert into t values (70, 'x')"), q(FORBIDDEN)], '1 2 n C(INSERT 0 1) E42501 Z(I)'],
    ['a simple query that may pass, after extended messages', [run("insert into t values (70, 'x')"), q('select 1'), q('select 1/0')], '1 2 n C(INSERT 0 1) E42501 Z(I) E22012 Z(I)'],
    ['one without a statement, after extended messages', [run("insert into t values (70, 'x')"), q(''), run('select 1/0'), sync], '1 2 n C(INSERT 0 1) E42501 Z(I) 1 E22012 Z(I)'],
  ])('commits nothing of a pipeline with a refusal: %s', async (_name, messages, expected) => {
    const { client } = await through();
    expect(await ask(client, messages, expected.split('Z').length - 1)).toBe(expected);
    expect(await server.query('select a from t where a >= 70')).toEqual([]);
  });

  it('commits what was synced before the refusal', async () => {
    const { client } = await through();
    expect(await ask(client, [run("insert into t values (72, 'x')"), sync, run(FORBIDDEN), sync], 2)).toBe('1 2 n C(INSERT 0 1) Z(I) 1 E42501 Z(I)');
    expect(await server.query('select a from t where a = 72')).toEqual([{ a: 72 }]);
    await server.query('delete from t where a = 72');
  });

  it('answers a refusal at once, before the client syncs', async () => {
    const { client } = await through();
    client.send(run("select 1"), run(FORBIDDEN));
    expect(told(await client.until('E'))).toBe('1 2 T(?column?) D(1) C(SELECT 1) 1 E42501');
    expect(await ask(client, [sync])).toBe('Z(I)');
  });

  it('runs a portal in parts', async () => {
    const { client, gate } = await through();
    expect(await ask(client, [q('begin'), parse('', 'select a from t order by a'), bind('p', ''), execute('p', 2), sync], 2)).toBe('C(BEGIN) Z(T) 1 2 D(1) D(2) s Z(T)');
    expect(await ask(client, [execute('p', 2), sync])).toBe('D(3) C(SELECT 1) Z(T)');
    expect(await ask(client, [close('P', 'p'), sync, q('commit')], 2)).toBe('3 Z(T) C(COMMIT) Z(I)');
    const [one] = gate.told.filter(({ text }) => text.startsWith('select a from t'));
    expect(one).toMatchObject({ rows: 3, outcomes: [{ kind: 'ok', tag: 'SELECT 3' }] });
  });

  // The server, and so the client, hears of the last part alone.
  it('records all that a change did which is run in parts', async () => {
    const { client, gate } = await through();
    const change = 'update t set b = b returning a';
    expect(await ask(client, [parse('', change), bind('', ''), execute('', 2), execute('', 0), sync])).toBe('1 2 D(1) D(2) s D(3) C(UPDATE 1) Z(I)');
    expect(gate.told.filter(({ text }) => text === change).map(({ rows, outcomes }) => ({ rows, outcomes }))).toEqual([{ rows: 3, outcomes: [{ kind: 'ok', tag: 'UPDATE 3' }] }]);
  });

  it('ends a portal that is never executed, and one that is closed half-way', async () => {
    const { client, gate } = await through();
    await ask(client, [q('begin'), parse('s', 'select a from t order by a'), bind('never', 's'), bind('half', 's'), execute('half', 1), close('P', 'half'), sync, q('commit')], 3);
    expect(gate.told.filter(({ text }) => text.startsWith('select')).map(({ outcomes }) => outcomes)).toEqual([
      [{ kind: 'failed', sqlstate: '25P02', message: 'bound, but never executed' }],
      [{ kind: 'ok', tag: 'PORTAL CLOSED' }],
    ]);
  });

  it('tells the gate the values, types and formats of parameters', async () => {
    const { client, gate } = await through();
    await ask(client, [parse('', 'select $1, $2, $3', [25, 0]), bind('', '', ['a', null, 'c']), execute(''), sync]);
    expect(gate.told.at(-1)?.parameters).toEqual(['pg_catalog.text/text/a', null, 'unknown/text/c']);
  });

  it('gives every operation exactly one end', async () => {
    const { client, gate } = await through();
    await ask(client, [run('select 1'), run('select 1/0'), run('select 2'), sync, q('select 3; select 4/0; select 5')], 2);
    expect(gate.told.map(({ text, outcomes }) => [text, outcomes.map(({ kind }) => kind)])).toEqual([
      ['select 1', ['ok']], ['select 1/0', ['failed']], ['select 2', ['failed']], ['select 3', ['ok']], ['select 4/0', ['failed']], ['select 5', ['failed']],
    ]);
  });

  it('says unknown of what was running when the server went', async () => {
    const { client, gate } = await through();
    client.send(q('select pg_sleep(30)'));
    const kill = "select pg_terminate_backend(pid), pg_sleep(0.01) from pg_stat_activity where query = 'select pg_sleep(30)'";
    while ((await server.query(kill)).length === 0);
    // It may go before it has described what it was about to send.
    expect(told(await client.rest())).toMatch(/^(?:T\(pg_sleep\) )?E57P01$/u);
    expect(gate.told[0]?.outcomes).toEqual([expect.objectContaining({ kind: 'failed', sqlstate: '57P01' })]);
  });

  it.each([['that said goodbye just before', [bare(FRONTEND.terminate)], 'the client ended the connection'], ['that is still there', [], 'terminating connection due to administrator command']])('records the end of a client %s, when the gate closes', async (_name, messages, expected) => {
    const { client, gate, front } = await through();
    await ask(client, [q('select 1 n')]);
    for (const message of messages) client.send(message);
    open.gates.splice(0);
    const closed = front.close();
    await client.rest();
    client.end();
    await closed;
    expect(gate.closed[0]).toBe(expected);
  });

  it('refuses function calls by protocol and lives on', async () => {
    const { client, gate } = await through();
    const call = Buffer.from([0x46, 0, 0, 0, 14, 0, 0, 0x06, 0x60, 0, 0, 0, 0, 0, 0]);
    expect(await ask(client, [call])).toBe('E42501 Z(I)');
    expect(gate.refused).toEqual(['ostiary: function calls by protocol are not allowed']);
    expect(await ask(client, [q('select 7 n')])).toBe('T(n) D(7) C(SELECT 1) Z(I)');
  });

  it('ends the connection at a message of an unknown type', async () => {
    const { client, gate } = await through();
    client.send(Buffer.from([0x7a, 0, 0, 0, 4]));
    expect(told(await client.rest())).toBe('E08P01');
    expect(gate.refused).toHaveLength(1);
  });

  it('passes over COPY messages outside of a COPY', async () => {
    const { client } = await through();
    expect(await ask(client, [Buffer.from([0x64, 0, 0, 0, 5, 65]), Buffer.from([0x63, 0, 0, 0, 4]), q('select 7 n')])).toBe('T(n) D(7) C(SELECT 1) Z(I)');
  });
});
