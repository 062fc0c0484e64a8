// `max_rows` on the wire: no row too many comes back, no row too many stays changed, and what can't be counted or undone is refused
// before it runs. Against real servers, by the bytes and by what is in the table afterwards.
import pg from 'pg';
import { Attacker } from '../../support/attacked.js';
import { startGate, type RunningGate } from '../../support/gate.js';
import { startPostgres, VERSIONS, type Postgres, type PostgresVersion } from '../../support/postgres.js';
import { waitFor } from '../../support/waiting.js';
import { bind, connectRaw, copyData, copyDone, execute, flush, parse, q, run, sync, terminate, told } from '../../support/talk.js';

const RULES = `
  - { id: everything, match: { effect: [read, write, destroy, schema, execute] }, decide: allow }
  - { id: speaks, match: { effect: unknown, object: public.speak }, decide: allow }
  - { id: ceiling, match: { object: public.small }, max_rows: 3 }
`;

describe.each<PostgresVersion>(VERSIONS)('a row ceiling before PostgreSQL %d', (version) => {
  let server: Postgres;
  let gate: RunningGate;
  let client: Attacker;

  beforeAll(async () => {
    server = await startPostgres({ version });
    await server.query('create table small (id int primary key, n int, u int unique deferrable initially deferred); create table free (id int); create table watched (id int); insert into watched values (1); create function nothing() returns trigger language plpgsql as $$ begin return null; end $$; create function speak(what text) returns int language plpgsql as $$ begin raise exception $f$nobody knows %$f$, what; end $$; create trigger nothing after delete on watched for each row execute function nothing()');
    gate = await startGate({ server, rules: RULES });
  });
  beforeEach(async () => {
    await server.query('truncate small, free; insert into small select i, 0, i from generate_series(1, 5) i; insert into free select generate_series(1, 5)');
    gate.tap.forget();
    gate.recorder.events.length = 0;
    client = new Attacker(await connectRaw(gate), gate);
  });
  afterEach(() => void client.client.socket.destroy());
  afterAll(async () => {
    await gate.close();
    await server.stop();
  });

  const changed = async () => (await server.query('select count(*) filter (where n > 0)::int as c, count(*)::int as all from small'))[0];
  const UNTOUCHED = { c: 0, all: 5 };

  describe('on rows that come back', () => {
    it('lets as many pass as it says', async () => {
      expect((await client.simple('select id from small order by id limit 3')).text).toBe('T(id) D(1) D(2) D(3) C(SELECT 3) Z(I)');
      expect((await client.simple('select id from free order by id')).text).toContain('C(SELECT 5)');
    });

    it.each([
      ['a simple query', [q('select id from small order by id')], 'T(id) D(1) D(2) D(3) E42501 Z(I)'],
      ['the extended protocol', [run('select id from small order by id'), sync], '1 2 T(id) D(1) D(2) D(3) E42501 Z(I)'],
      ['COPY', [q('copy (select id from small order by id) to stdout')], 'H d(1\\n) d(2\\n) d(3\\n) E42501 Z(I)'],
      ['RETURNING', [q('begin'), q('update small set n = 1 returning id')], 'C(BEGIN) Z(T) T(id) D(1) D(2) D(3) E42501 Z(E)'],
    ])('cuts %s off', async (_name, messages, expected) => {
      const sight = await client.send(messages, expected.includes('BEGIN') ? 2 : 1);
      expect(sight.text).toBe(expected);
      expect(sight.detail).toContain('rule=builtin:row-ceiling');
      expect(await changed()).toEqual(UNTOUCHED);
    });

    it('counts a portal that is fetched in pieces', async () => {
      await client.simple('begin');
      expect((await client.send([parse('', 'select id from small order by id'), bind('p', ''), execute('p', 2), sync])).text).toBe('1 2 D(1) D(2) s Z(T)');
      expect((await client.send([execute('p', 2), sync])).text).toBe('D(3) E42501 Z(E)');
    });

    it('ends the connection when later messages are on their way, which the client would take for undone', async () => {
      client.client.send(run('select id from small order by id'), run('select 1'), sync);
      const seen = await client.client.rest();
      expect(told(seen)).toBe('1 2 T(id) D(1) D(2) D(3) E42501');
    });

    it('cuts binary COPY off exactly, its header and trailer not being rows', async () => {
      expect((await client.simple('copy (select id from small where id <= 3) to stdout (format binary)')).text).toContain('C(COPY 3)');
      expect((await client.simple('copy (select id from small where id <= 4) to stdout (format binary)')).sqlstate).toBe('42501');
    });

    it('is on record as refused', async () => {
      await client.simple('select id from small');
      expect(gate.recorder.of('done').at(-1)).toMatchObject({ outcome: 'failed', rows: 3, error: { sqlstate: '42501' } });
    });
  });

  describe('on rows that change', () => {
    it('lets as many change as it says, in a transaction', async () => {
      expect((await client.script(['begin', 'update small set n = 1 where id <= 3', 'commit'])).text).toBe('C(COMMIT) Z(I)');
      expect(await changed()).toEqual({ c: 3, all: 5 });
    });

    it.each([
      ['UPDATE', 'update small set n = 1'],
      ['DELETE', 'delete from small where id > 0'],
      ['INSERT', 'insert into small select i from generate_series(10, 14) i'],
      ['RETURNING', 'update small set n = 1 returning id'],
    ])('undoes an %s of more', async (_name, sql) => {
      await client.simple('begin');
      const sight = await client.simple(sql);
      expect([sight.sqlstate, sight.detail.includes('builtin:row-ceiling'), sight.text.endsWith('Z(E)')]).toEqual(['42501', true, true]);
      expect((await client.simple('commit')).text).toBe('C(ROLLBACK) Z(I)');
      expect(await changed()).toEqual(UNTOUCHED);
    });

    it('undoes it when COMMIT is already on its way', async () => {
      await client.simple('begin');
      client.client.send(q('update small set n = 1'), q('commit'));
      await client.client.until('Z').catch(() => undefined);
      await client.client.until('Z').catch(() => undefined);
      expect(await changed()).toEqual(UNTOUCHED);
    });

    it.each([
      ['in its own segment', [run('update small set n = 1'), sync, run('commit'), sync]],
      ['in the same segment', [run('update small set n = 1'), run('commit'), sync]],
      ['bound before', [parse('c', 'commit'), bind('c', 'c'), run('update small set n = 1'), execute('c'), sync]],
    ])('undoes it in a pipeline with a COMMIT %s', async (_name, messages) => {
      await client.simple('begin');
      client.client.send(...messages);
      await client.client.until('Z').catch(() => undefined);
      await client.simple('rollback').catch(() => undefined);
      expect(await changed()).toEqual(UNTOUCHED);
    });

    it('lets several pass in one pipeline without waiting for each other for ever', async () => {
      await client.simple('begin');
      expect((await client.send([run('update small set n = 1 where id = 1'), run('update small set n = 1 where id = 2'), sync])).text).toBe('1 2 n C(UPDATE 1) 1 2 n C(UPDATE 1) Z(T)');
      await client.simple('commit');
      expect(await changed()).toEqual({ c: 2, all: 5 });
    });

    it('counts COPY', async () => {
      await client.simple('begin');
      expect((await client.send([q('copy small (id) from stdin'), copyData('11\n12\n13\n14\n'), copyDone])).sqlstate).toBe('42501');
      await client.simple('commit');
      expect(await changed()).toEqual(UNTOUCHED);
    });

    it.each([
      ['a Query', [q('update small set n = id where id <= 3')], 'C(UPDATE 3) Z(I)', 3],
      ['a Query with RETURNING', [q('update small set n = id where id <= 2 returning id')], 'T(id) D(1) D(2) C(UPDATE 2) Z(I)', 2],
      ['the extended protocol', [run('update small set n = id where id <= 3'), sync], '1 2 n C(UPDATE 3) Z(I)', 3],
      ['two in one pipeline', [run('update small set n = id where id <= 3'), run('update small set n = id where id = 4'), sync], '1 2 n C(UPDATE 3) 1 2 n C(UPDATE 1) Z(I)', 4],
      ['a Query, and what a client sent after it', [q('update small set n = id where id = 1'), sync, q('select 1 as x')], 'C(UPDATE 1) Z(I) Z(I) T(x) D(1) C(SELECT 1) Z(I)', 1],
    ])('commits a change by %s outside a transaction once it is known to be within', async (_name, messages, expected, count) => {
      expect((await client.send(messages, expected.split('Z').length - 1)).text).toBe(expected);
      expect((await client.script(['rollback', 'select 1 as x'])).text).toContain('D(1)');
      expect(await changed()).toEqual({ c: count, all: 5 });
    });

    it('commits COPY outside a transaction once it is known to be within', async () => {
      expect((await client.send([q('copy small (id, n) from stdin'), copyData('11\t0\n12\t0\n'), copyDone])).text).toBe('G C(COPY 2) Z(I)');
      client.client.send(run('copy small (id, n) from stdin'));
      await client.client.until('G');
      expect((await client.send([copyData('13\t0\n'), copyDone, sync])).text).toBe('C(COPY 1) Z(I)');
      expect(await changed()).toEqual({ c: 0, all: 8 });
    });

    it.each([
      ['a Query', [q('update small set n = id')], 'E42501 Z(I)'],
      ['a Query, a Sync right behind it', [q('update small set n = id'), sync], 'E42501 Z(I) Z(I)'],
      ['a Query with RETURNING', [q('update small set n = id returning id')], 'T(id) D(1) D(2) D(3) E42501 Z(I)'],
      ['the extended protocol', [run('update small set n = id'), sync], '1 2 n E42501 Z(I)'],
      ['the extended protocol, a COMMIT behind it', [run('update small set n = id'), run('commit'), sync], '1 2 n E42501 Z(I)'],
      ['the extended protocol, another change before it', [run('update small set n = 1 where id = 1'), run('update small set n = id'), sync], '1 2 n C(UPDATE 1) 1 2 n E42501 Z(I)'],
      ['COPY', [q('copy small (id, n) from stdin'), copyData('11\t0\n12\t0\n13\t0\n14\t0\n'), copyDone], 'G E42501 Z(I)'],
    ])('takes back a change of more by %s outside a transaction', async (_name, messages, expected) => {
      const sight = await client.send(messages, expected.split('Z').length - 1);
      expect([sight.text, sight.detail.includes('builtin:row-ceiling')]).toEqual([expected, true]);
      expect(await changed()).toEqual(UNTOUCHED);
      expect(gate.recorder.of('done').map(({ error }) => error?.sqlstate)).toContain('42501');
      expect(await client.alive()).toBe(true);
    });

    it('tells of a commit that fails instead of a completion', async () => {
      expect((await client.simple('update small set u = 2 where id = 1')).text).toBe('E23505 Z(I)');
      expect(gate.recorder.of('done').at(-1)).toMatchObject({ outcome: 'failed', error: { sqlstate: '23505' } });
      expect((await client.simple('update small set id = 2 where id = 1')).text).toBe('E23505 Z(I)');
      expect([await changed(), await client.alive()]).toEqual([UNTOUCHED, true]);
    });

    // All rows are gone, and one is fetched.
    const half = (from: number) => [parse('', `delete from free where id between ${from} and ${from + 1} returning id`), bind('', ''), execute('', 1)];

    const PARSED = [parse('', 'update small set n = id where id = 1'), bind('', '')];

    it.each<[string, readonly Buffer[], string, string[]]>([
      ['a client that goes away before its Sync', [run('update small set n = id where id = 1'), flush], '1 2 n C(UPDATE 1)', ['failed 40000']],
      ['the same, without a ceiling', [run('delete from free where id = 1'), flush], '1 2 n C(DELETE 1)', ['failed 40000']],
      ['the same, where code may have done more', [run('delete from watched where id = 1'), flush], '1 2 n C(DELETE 1)', ['failed 40000']],
      ['a commit that fails at the Sync', [run('update small set u = 2 where id = 1'), sync], '1 2 n C(UPDATE 1) E23505 Z(I)', ['failed 40000']],
      ['a later failure in its pipeline', [run('delete from free where id = 1'), run('select 1/0'), sync], '1 2 n C(DELETE 1) 1 E22012 Z(I)', ['failed 40000', 'failed 22012']],
      ['a later failure in its message', [q('delete from free where id = 1; select 1/0')], 'C(DELETE 1) E22012 Z(I)', ['failed 40000', 'failed 22012']],
      ['a failure after the COMMIT before it, in its pipeline', [run('select 1'), run('commit'), run('delete from free where id = 1'), run('select 1/0'), sync], '1 2 T(?column?) D(1) C(SELECT 1) 1 2 n N(there is no transaction in progress) C(COMMIT) 1 2 n C(DELETE 1) 1 E22012 Z(I)', ['ok SELECT 1', 'ok COMMIT', 'failed 40000', 'failed 22012']],
      ['a failure after the COMMIT before it, in its message', [q('begin; commit; delete from free where id = 1; select 1/0')], 'C(BEGIN) C(COMMIT) C(DELETE 1) E22012 Z(I)', ['ok BEGIN', 'ok COMMIT', 'failed 40000', 'failed 22012']],
      ['a ROLLBACK in its pipeline', [run('delete from free where id = 1'), run('rollback'), sync], '1 2 n C(DELETE 1) 1 2 n N(there is no transaction in progress) C(ROLLBACK) Z(I)', ['failed 40000', 'ok ROLLBACK']],
      ['a client that goes away in the middle of its rows', [...half(1), flush], '1 2 D(1) s', ['failed 40000']],
      ['a failure in the middle of its rows', [...half(1), run('select 1/0'), sync], '1 2 D(1) s 1 E22012 Z(I)', ['failed 40000', 'failed 22012']],
      ['a ROLLBACK in the middle of its rows', [...half(1), run('rollback'), sync], '1 2 D(1) s 1 2 n N(there is no transaction in progress) C(ROLLBACK) Z(I)', ['failed 40000', 'ok ROLLBACK']],
    ])('is on record as taken back by %s', async (_name, messages, expected, outcomes) => {
      client.client.send(...messages);
      expect(told(await client.client.until(/[Zs](?=(\(I\))?$)/.exec(expected)?.[0] ?? 'C'))).toBe(expected);
      client.client.socket.destroy();
      await waitFor(() => gate.recorder.of('done').length === outcomes.length, 'the end of what it asked for');
      expect(gate.recorder.of('done').map(({ outcome, tag, error }) => `${outcome} ${tag ?? error?.sqlstate ?? ''}`)).toEqual(outcomes);
      expect([await changed(), (await server.query('select count(*)::int as free from free'))[0]]).toEqual([UNTOUCHED, { free: 5 }]);
    });

    it('is on record as kept when it was: with its Sync, its message, a COMMIT in its pipeline', async () => {
      const kept: readonly (readonly Buffer[])[] = [[run('delete from free where id = 1'), sync], [q('delete from free where id = 2; select 1')], [run('delete from free where id = 3'), run('commit'), run('select 1/0'), sync]];
      for (const messages of kept) await client.send(messages);
      expect(gate.recorder.of('done').map(({ outcome, tag }) => `${outcome} ${tag ?? ''}`)).toEqual(['ok DELETE 1', 'ok SELECT 1', 'ok DELETE 1', 'ok DELETE 1', 'ok COMMIT', 'failed ']);
      expect((await server.query('select count(*)::int as free from free'))[0]).toEqual({ free: 2 });
    });

    it('is on record as kept when nobody asked for all of its rows, and with all of them when somebody did', async () => {
      for (const messages of [[...half(1), sync], [...half(3), execute('', 0), sync]]) await client.send(messages);
      expect(gate.recorder.of('done').map(({ outcome, tag }) => `${outcome} ${tag ?? ''}`)).toEqual(['ok PORTAL CLOSED', 'ok DELETE 2']);
      expect((await server.query('select count(*)::int as free from free'))[0]).toEqual({ free: 1 });
    });

    it('ends for a client that says goodbye before the Sync of a change that went beyond its ceiling', async () => {
      client.client.send(run('update small set n = id'), flush);
      expect(told(await client.client.until('E'))).toBe('1 2 n E42501');
      client.client.send(terminate);
      expect(told(await client.client.rest())).toBe('');
      await waitFor(() => gate.recorder.of('disconnected').length > 0, 'the end of the connection');
      expect(await changed()).toEqual(UNTOUCHED);
    });

    // PostgreSQL 15 commits with it what came before in the pipeline; 18 lets it fail.
    it.each([
      ['has run', [run('delete from free where id = 1'), run('do $$ begin commit; end $$'), run('select 1/0'), sync]],
      ['fails after that', [run('delete from free where id = 1'), run("do $$ begin commit; raise 'no'; end $$"), sync]],
    ])('is not said to be taken back where code in its pipeline that %s may have committed it', async (_name, messages) => {
      await client.send(messages);
      const [deleted] = gate.recorder.of('decided');
      expect(gate.recorder.of('done').find(({ operation }) => operation === deleted?.operation)?.outcome).toBe('unknown');
      expect((await server.query('select count(*)::int as free from free'))[0]).toEqual({ free: version === 15 ? 4 : 5 });
    });

    it('leaves no lock at the server when its client is gone before the Sync', async () => {
      for (const messages of [[...PARSED, execute('')], [q('copy small (id, n) from stdin')]]) {
        const gone = new Attacker(await connectRaw(gate), gate);
        gone.client.send(...messages);
        await waitFor(async () => (await server.query("select from pg_locks where relation = 'small'::regclass and mode = 'RowExclusiveLock'")).length > 0, 'the change');
        gone.client.socket.destroy();
        await waitFor(async () => (await server.query("select from pg_locks where relation = 'small'::regclass")).length === 0, 'its end');
      }
      expect(await changed()).toEqual(UNTOUCHED);
    });

    it('commits what a client did not wait for, as the server would', async () => {
      const other = new pg.Client({ connectionString: server.url });
      await other.connect();
      await other.query('begin; select from small where id = 1 for update');
      client.client.send(q('update small set n = id where id = 1'));
      await waitFor(async () => (await server.query("select from pg_locks where not granted")).length > 0, 'the change to wait for the lock');
      client.client.socket.end();
      await other.query('rollback');
      await other.end();
      await waitFor(() => gate.recorder.of('disconnected').length > 0, 'the end of the connection');
      expect(await changed()).toEqual({ c: 1, all: 5 });
    });

    it.each([
      ['outside a transaction', [], "update small set n = 'x' where id = 1", 'E22P02 Z(I)'],
      ['in one', [q('begin')], "update small set n = 'x' where id = 1", 'E22P02 Z(E)'],
      ['in one that has failed', [q('begin'), q('select 1/0')], 'update small set n = 1 where id = 1', 'E25P02 Z(E)'],
    ])('waits for no answer to a change that was skipped with its pipeline, %s', async (_name, before, sql, expected) => {
      for (const message of before) await client.send([message]);
      expect((await client.send([run(sql), sync])).text).toBe(expected);
      expect([await client.alive(), await changed()]).toEqual([true, UNTOUCHED]);
    });

    // PostgreSQL 18 leaves the transaction of a pipeline open behind a Query in it, and says so: it ends with the next Sync.
    it('takes back a change of more behind a Query in a pipeline', async () => {
      const sight = await client.send([run('select 1'), q('select 2'), run('update small set n = 1'), sync], 2);
      expect([sight.sqlstate, await changed(), await client.alive()]).toEqual(['42501', UNTOUCHED, true]);
    });

    it.each([
      ['in a message with others', [q('update small set n = 1 where id = 1; select 1')]],
      ['in a message with its own COMMIT', [q('begin; update small set n = 1 where id = 1; commit')]],
      ['behind another in one pipeline', [run('select 1'), run('update small set n = 1 where id = 1'), sync]],
    ])('refuses a change %s, before it runs', async (_name, messages) => {
      const sight = await client.send(messages);
      expect([sight.sqlstate, sight.hint]).toEqual(['42501', expect.stringContaining('in a message of its own')]);
      expect(await changed()).toEqual(UNTOUCHED);
      expect(await client.alive()).toBe(true);
    });

    it.each([
      ['behind a WITH', 'with gone as (delete from small where id > 0 returning 1) select 1'],
      ['by TRUNCATE', 'truncate small'],
      ['by EXPLAIN ANALYZE', 'explain analyze update small set n = 1 where id = 1'],
      ['by PREPARE', 'prepare prepared as update small set n = 1 where id = 1'],
    ])('refuses what nobody can count: %s', async (_name, sql) => {
      await client.simple('begin');
      const sight = await client.simple(sql);
      expect([sight.sqlstate, sight.detail.includes('rule=builtin:row-ceiling')]).toEqual(['42501', true]);
      expect(await changed()).toEqual(UNTOUCHED);
    });

    it('refuses to stop in the middle', async () => {
      await client.simple('begin');
      await client.send([parse('', 'update small set n = 1 where id <= 2 returning id'), bind('', ''), execute('', 1), sync]);
      await client.simple('commit').catch(() => undefined);
      expect(await changed()).toEqual(UNTOUCHED);
    });

    it('does not concern other tables', async () => {
      expect((await client.simple('delete from free where id > 0')).text).toBe('C(DELETE 5) Z(I)');
    });
  });

  describe('what is recorded of an error', () => {
    const recorded = (): unknown => gate.recorder.of('done').at(-1)?.error;

    it.each([
      ["select 'leaked \"leaked\" 4711'::int", 'invalid input syntax for type integer: "?"'],
      ['select 4711/0, 4712', 'division by zero'],
      ["do $$ begin raise exception 'leaked 4711 is not there'; end $$", '? ? is not there'],
      ['insert into small (id, u) values (4711, 1), (4712, 1)', 'duplicate key value violates unique constraint "small_u_key"'],
      ["select nextval('leaked')", 'relation "?" does not exist'],
      ['select leaked from small', 'column "leaked" does not exist'],
      ["select pg_read_file('/srv/leaked 4711')", 'could not open file "?" for reading: No such file or directory'],
    ])('holds no literal of: %s', async (text, message) => {
      await client.simple(text);
      expect(recorded()).toMatchObject({ message });
    });

    it('holds no parameter, and no value of what was copied in', async () => {
      await client.send([parse('', 'select $1::int'), bind('', '', ['leaked']), execute(''), sync]);
      expect(recorded()).toMatchObject({ message: 'invalid input syntax for type integer: "?"' });
      await client.send([parse('', 'select speak($1)'), bind('', '', ['leaked']), execute(''), sync]);
      expect(recorded()).toMatchObject({ message: '? ? ?' });
      await client.send([q('copy free from stdin'), copyData('leaked\n'), copyDone]);
      expect(recorded()).toMatchObject({ message: 'invalid input syntax for type integer: "?"' });
    });
  });
});
