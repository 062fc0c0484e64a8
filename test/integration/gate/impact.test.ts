// SPDX-License-Identifier: Apache-2.0
//
// Rows in rules, on the wire: what the planner expects decides, before anything runs, and what it can't be asked leaves rows unknown. Real
// servers; a function that would tell in the server's log that it was run; and what became of the tables.
import pg from 'pg';
import { Attacker } from '../../support/attacked.js';
import { startGate, type RunningGate } from '../../support/gate.js';
import { startPostgres, VERSIONS, type Postgres, type PostgresVersion } from '../../support/postgres.js';
import { bind, connectRaw, describe_, execute, parse, sync } from '../../support/talk.js';

const RULES = `
  - { id: reads, match: { effect: read, object: "**" }, decide: allow }
  - { id: code, match: { effect: [execute, unknown] }, decide: allow }
  - { id: schema, match: { effect: schema }, decide: review, because: it locks }
  - { id: gone, match: { effect: destroy }, decide: review, because: it is gone }
  - { id: small, match: { effect: write, rows: "<= 100" }, decide: allow }
  - { id: big, match: { effect: write, rows: "> 100" }, decide: review, because: many rows }
`;

// Whoever plans a statement with it runs it: it is immutable, and its argument is a constant.
const SPY = `create function spy(n int) returns int immutable language plpgsql as $$ begin raise log 'spied on by %', current_query(); return n; end $$`;

const SCHEMA = `
  create table items (id int primary key, kind int, note text);
  insert into items select i, i % 10, 'n' from generate_series(1, 1000) i;
  create table parts (id int primary key, item int references items on update cascade on delete set null);
  create table plain (id int primary key, n int);
  insert into plain select i, i from generate_series(1, 1000) i;
  create table events (at date, n int) partition by range (at);
  create table events_1 partition of events for values from ('2026-01-01') to ('2026-07-01');
  create table events_2 partition of events for values from ('2026-07-01') to ('2027-01-01');
  insert into events select '2026-01-01'::date + i % 360, i from generate_series(1, 1000) i;
  ${SPY};
  create table spied_default (id int, n int default spy(1));
  create table spied_check (id int check (id > spy(1)));
  create table spied_index (id int);
  create index on spied_index (id) where id > spy(1);
  create table spied_policy (id int);
  create policy p on spied_policy using (id > spy(1));
  create type mood as enum ('a', 'b');
  create function spy_mood(mood) returns int immutable language plpgsql as $$ begin raise log 'spied on by %', current_query(); return 1; end $$;
  create cast (mood as int) with function spy_mood(mood);
  create table moody (id int, m mood);
  analyze;
`;

describe.each<PostgresVersion>(VERSIONS)('rows in rules before PostgreSQL %d', (version) => {
  let server: Postgres;
  let gate: RunningGate;
  let client: Attacker;

  beforeAll(async () => {
    server = await startPostgres({ version, conf: { log_statement: 'all' } });
    await server.query(SCHEMA);
    gate = await startGate({ server, rules: RULES });
    client = new Attacker(await connectRaw(gate), gate);
  });
  beforeEach(() => gate.forget());
  afterAll(async () => {
    client.close();
    await gate.close();
    await server.stop();
  });

  // What was decided about the last statement, and with which estimate: `allow 100`, `review ? because …`.
  const decided = (): string => {
    const { decision, impact } = gate.recorder.of('decided').at(-1) ?? {};
    return impact === undefined ? `${decision} unasked` : `${decision} ${impact.rows ?? '?'}${impact.why === null ? '' : ` ${impact.why}`}`;
  };
  const judged = async (sql: string): Promise<string> => {
    await client.simple('begin');
    await client.simple(sql);
    const seen = decided();
    await client.simple('rollback');
    return seen;
  };

  it.each([
    ['update plain set n = 0 where id = 7', 'allow 1'],
    ['update plain set n = 0 where id <= 50', 'allow 50'],
    ['update plain set n = 0 where id > 0', 'review 1000'],
    ['delete from plain where n < 0', 'allow 1'],
    ['insert into plain values (2001, 1), (2002, 2)', 'allow 2'],
    ['insert into plain select i, i from generate_series(3000, 3500) i', 'review 501'],
    ["delete from events where at >= '2026-01-01'", 'review 1000'],
    ["update events set n = 1 where n = 5", 'allow 2'],
    ['select * from plain for update', 'review 1000'],
    ['select * from plain limit 5', 'allow unasked'],
  ])('%s: %s', async (sql, expected) => {
    expect(await judged(sql)).toBe(expected);
  });

  it.each([
    ['update plain set n = spy(1) where id = 1', 'it is not (all) understood'],
    ["update plain set n = 1 where id = nextval('pg_temp.s')", /not a function that we know to be harmless/u],
    ['update items set id = 5 where id = 1', 'a foreign key passes the change on to rows of `parts`'],
    ['delete from items where id = 1', 'a foreign key passes the change on to rows of `parts`'],
    ['insert into spied_default (id) values (1)', /`spy`, which nobody has reviewed/u],
    ['update spied_check set id = 1 where id = 1', /`spy`, which nobody has reviewed/u],
    ['delete from spied_index where id = 1', /`spy`, which nobody has reviewed/u],
    ['delete from spied_policy where id = 1', /`spy`, which nobody has reviewed/u],
    ["update plain set n = 'a'::mood::int where id = 1", /not \(all\) understood/u],
    ["update moody set id = m::int where id = 1", /not \(all\) understood/u],
    ['with gone as (delete from plain where id > 0 returning 1) select 1', 'how many rows it changes can not be counted when it runs'],
    ['copy plain from stdin', 'the planner gives no rows for COPY'],
    ['update plain set nowhere = 1 where id = 1', /does not plan it \(SQLSTATE 42703\)|not \(all\) understood/u],
  ])('does not know the rows of %s', async (sql, why) => {
    const seen = await judged(sql);
    expect(seen).toMatch(/^(?:review|deny) \?/u);
    expect(seen).toMatch(why);
    expect(await server.log()).not.toContain('spied on by EXPLAIN');
  });

  it('would have noticed a function that planning runs', async () => {
    await server.query('explain (format json) update plain set n = spy(1) where id = 1');
    expect(await server.log()).toContain('spied on by explain');
  });

  it('is asked with the values and the types that were bound', async () => {
    const bound = async (value: string): Promise<string> => {
      await client.simple('begin');
      await client.send([parse('', 'update plain set n = 0 where id <= $1', [23]), bind('', '', [value]), describe_('P', ''), execute(''), sync]);
      const seen = decided();
      await client.simple('rollback');
      return seen;
    };
    expect([await bound('20'), await bound('900'), await bound('20')]).toEqual([expect.stringMatching(/^allow (?:19|20|21)$/u), expect.stringMatching(/^review (?:899|900|901)$/u), expect.stringMatching(/^allow (?:19|20|21)$/u)]);
  });

  it('asks on the path and in the time zone of the connection', async () => {
    await server.query('create schema if not exists other; create table if not exists other.plain (id int primary key, n int)');
    await server.query('insert into other.plain select i, i from generate_series(1, 5000) i; analyze other.plain');
    await client.simple('set search_path = other');
    expect(await judged('update plain set n = 0 where id > 0')).toBe('review 5000');
    await client.simple('reset search_path');
  });

  it('does not see what only this connection has', async () => {
    await client.simple('begin');
    await client.simple('create temp table mine (id int)');
    await client.simple('rollback');
    expect(await judged('update pg_temp.mine set id = 1 where id = 1')).toMatch(/^(?:review|deny) \?/u);
  });

  it('tells the size, the lock and whether the table is rewritten when a review is needed, and why rows are not known', async () => {
    const { hint } = await client.simple('alter table plain add column r float8 default random()');
    expect(hint).toMatch(/^ask: /u);
    expect(gate.recorder.of('decided').at(-1)?.impact).toEqual({ rows: null, sizeBytes: expect.any(Number), lock: 'ACCESS EXCLUSIVE', rewrites: true, notes: ['public.plain holds about 1000 rows'], why: 'the planner gives no rows for ALTER TABLE' });
    expect(gate.recorder.of('gate').at(-1)).toMatchObject({ statement: 'explain', purpose: 'to estimate what ALTER TABLE would touch' });
    expect((await client.simple('copy plain from stdin')).detail).toMatch(/rule=big \S+ reason=many rows, since its `rows` can not be told: the planner gives no rows for COPY/u);
  });

  it('waits for no lock of others', async () => {
    const other = new pg.Client({ connectionString: server.url });
    await other.connect();
    await other.query('begin; lock table plain in access exclusive mode');
    expect(await judged('update plain set n = 0 where id = 1 and n = 3').catch((thrown: unknown) => String(thrown))).toBe('review ? others hold a lock on what it touches');
    await other.query('rollback');
    await other.end();
  });

  it('asks in databases whose triggers write, and choose a path, when somebody logs in', async () => {
    await server.query('create database watched');
    await server.query('create schema app; create table app.seen (who text); create table app.secrets (id int, code text); insert into app.secrets values (1, \'c\'); create view app.shown as select code as c from app.secrets; analyze', 'watched');
    const WATCH = `create function app.watch() returns event_trigger language plpgsql as $$ begin insert into app.seen values (session_user); perform set_config('search_path', 'app', false); raise notice 'seen'; end $$;
      create event trigger watch on login execute function app.watch()`;
    // Triggers on login came with 17.
    await server.query(version === 18 ? WATCH : 'alter database watched set search_path = app', 'watched');
    const watched = await startGate({ server, database: 'watched', rules: RULES, mask: 'app.secrets.code: redact' });
    const reader = new Attacker(await connectRaw(watched), watched);
    expect((await reader.simple('select c from app.shown')).text).toBe('T(c) D([redacted]) C(SELECT 1) Z(I)');
    expect((await reader.simple('update app.secrets set id = 2 where id = 1')).text).toBe('C(UPDATE 1) Z(I)');
    expect(watched.recorder.of('decided').at(-1)?.impact?.rows).toBe(1);
    reader.close();
    await watched.close();
  });

  it('has run nothing, and left nothing open', async () => {
    // Match each statement of ours, from its BEGIN to its ROLLBACK.
    const own = [...(await server.log()).matchAll(/(?:statement|execute <unnamed>): (BEGIN[A-Z ]*|ROLLBACK|EXPLAIN .*)$/gmu)].map(([, text]) => text ?? '');
    expect(new Set(own.filter((text) => text.startsWith('BEGIN')))).toEqual(new Set(['BEGIN READ ONLY']));
    expect(own.filter((text) => text === 'ROLLBACK')).toHaveLength(own.filter((text) => text.startsWith('BEGIN')).length);
    expect(own.filter((text) => text.startsWith('EXPLAIN') && !text.startsWith('EXPLAIN (FORMAT JSON) '))).toEqual([]);
    expect(own.filter((text) => text.startsWith('EXPLAIN'))).not.toEqual([]);
    expect(await server.query('select (select count(*)::int from plain) as plain, (select count(*)::int from items) as items')).toEqual([{ plain: 1000, items: 1000 }]);
    expect(await server.query("select state from pg_stat_activity where application_name = 'ostiary' and state <> 'idle'")).toEqual([]);
  });
});
