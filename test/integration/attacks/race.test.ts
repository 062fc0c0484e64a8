// Two connections of one attacker: what one asks was judged before the other changed what its names mean.
import { type Attacker, GENEROUS, leaks, Shop } from '../../support/attacked.js';
import { bind, execute, flush, parse, q, run, sync, told } from '../../support/talk.js';
import { frame } from '../../../src/proxy/postgres/protocol/frames.js';
import { CATALOG_CHECK_MS } from '../../../src/proxy/postgres/limits.js';

describe('races between two connections, before PostgreSQL 15', () => {
  let shop: Shop;

  beforeAll(async () => {
    shop = await Shop.open(15, { max_prepared_transactions: '2' });
  });
  afterEach(async () => {
    await shop.rest();
  });
  afterAll(async () => {
    await shop.close();
  });

  const REPLACE = 'create or replace view scratch.v as select ssn::text as n from public.customers';
  const READ = "select n || '' as n from scratch.v";
  // Of a view that is being replaced nobody knows the types, and a cast of the shop might run: for what only reads, no operator.
  const READ_AS_IS = 'select n from scratch.v';

  it.each([
    ['at once', [REPLACE]],
    ['in a transaction', ['begin', REPLACE, 'commit']],
  ])('masks rows of a view that another connection has replaced %s', async (_name, statements) => {
    const gate = await shop.gate({ database: await shop.copy() });
    const [reading, changing] = [await shop.attacker(gate), await shop.attacker(gate)];
    await changing.script(["create view scratch.v as select 'plain'::text as n", 'select 1']);
    expect((await reading.simple(READ)).text).toBe('T(n) D(plain) C(SELECT 1) Z(I)');
    await changing.script(statements);
    expect((await reading.simple(READ)).text).toBe('T(n) D([redacted]) D([redacted]) C(SELECT 2) Z(I)');
    expect(leaks(gate)).toEqual([]);
  });

  // Nobody knows what a transaction holds that somebody has prepared.
  it('judges by what the second half of a two-phase commit has defined, in its own pipeline and after it', async () => {
    const database = await shop.copy();
    const gate = await shop.gate({ database, rules: `${GENEROUS}  - { id: closed, match: { effect: [write, destroy], object: public.regions }, decide: deny }\n` });
    const attacker = await shop.attacker(gate);
    const prepare = (name: string, as: string) => attacker.script([`create table scratch.${name} (n text)`, `insert into scratch.${name} values ('plain')`, 'begin', `drop table scratch.${name}`, `create view scratch.${name} as ${as}`, `prepare transaction '${name}'`]);
    const pipeline = (name: string, sql: string) => attacker.send([parse('', `commit prepared '${name}'`), bind('', ''), execute(''), parse('', sql), bind('', ''), execute(''), sync]);
    expect((await prepare('v', 'select ssn::text as n from public.customers')).text).toBe('C(PREPARE TRANSACTION) Z(I)');
    expect((await pipeline('v', READ)).text).toBe('1 2 C(COMMIT PREPARED) 1 E42501 Z(I)');
    expect((await attacker.simple(READ)).text).toBe('T(n) D([redacted]) D([redacted]) C(SELECT 2) Z(I)');
    expect((await (await shop.attacker(gate)).simple(READ)).text).toBe('T(n) D([redacted]) D([redacted]) C(SELECT 2) Z(I)');
    expect(leaks(gate)).toEqual([]);
    await prepare('w', 'select label as n from public.regions');
    expect((await pipeline('w', "update scratch.w set n = 'taken'")).text).toContain('E42501');
    expect(await shop.server.query("select 1 from public.regions where label = 'taken'", database)).toEqual([]);
  });

  // The first message is answered while the second, in which the view is replaced at the end, waits for a row.
  it.each([
    ['behind a message that is answered', [q('select 2'), q(`update public.orders set item = item where id = 1; ${REPLACE}`)], 2],
    ['behind messages of a pipeline that are answered', [q('select 2'), run('update public.orders set item = item where id = 1'), run(REPLACE), sync], 2],
  ])('masks rows of a view that another connection replaces %s', async (_name, messages, readies) => {
    const gate = await shop.gate({ database: await shop.copy() });
    const [reading, changing, holding] = [await shop.attacker(gate), await shop.attacker(gate), await shop.attacker(gate)];
    await changing.script(["create view scratch.v as select 'plain'::text as n", 'select 1']);
    await holding.script(['begin', 'update public.orders set item = item where id = 1']);
    changing.client.send(...messages);
    await changing.client.until('Z');
    expect((await reading.simple(READ_AS_IS)).text).toBe('T(n) D([redacted]) C(SELECT 1) Z(I)');
    await holding.simple('commit');
    for (let ready = 1; ready < readies; ready += 1) await changing.client.until('Z');
    expect((await reading.simple(READ_AS_IS)).text).toBe('T(n) D([redacted]) D([redacted]) C(SELECT 2) Z(I)');
    expect(leaks(gate)).toEqual([]);
  });

  it('masks rows of a view that a connection has replaced which the gate has given up', async () => {
    const gate = await shop.gate({ database: await shop.copy() });
    const [reading, changing, holding] = [await shop.attacker(gate), await shop.attacker(gate), await shop.attacker(gate)];
    await changing.script(["create view scratch.v as select 'plain'::text as n", 'select 1']);
    await holding.script(['begin', 'update public.orders set item = item where id = 1']);
    changing.client.send(q(`update public.orders set item = item where id = 1; ${REPLACE}`));
    while ((await shop.server.query('select 1 from pg_locks where not granted')).length === 0) continue;
    changing.client.send(frame(0x7f, Buffer.alloc(0)));
    await changing.client.rest();
    const rows = /D\((?:plain|\[redacted\])\)/;
    expect((await reading.simple(READ)).text).toMatch(rows);
    // Whichever comes first, the cancellation or the end of the lock: rows of either definition.
    await holding.simple('commit');
    while ((await shop.server.query("select 1 from pg_stat_activity where state = 'active' and query like '%replace view%' and pid <> pg_backend_pid()")).length > 0) continue;
    expect((await reading.simple(READ)).text).toMatch(rows);
    expect(leaks(gate)).toEqual([]);
  });

  it('masks nothing for others when a change of definitions was refused', async () => {
    const gate = await shop.gate({ database: await shop.copy() });
    const [reading, changing] = [await shop.attacker(gate), await shop.attacker(gate)];
    const before = (await reading.simple('select name from customers order by id')).text;
    expect((await changing.simple('create table public.refused (a int)')).sqlstate).toBe('42501');
    expect((await reading.simple('select name from customers order by id')).text).toBe(before);
    expect(before).toContain('D(Ann) D(Bob)');
  });

  it.each([
    ['a view is replaced', REPLACE],
    ['a view is dropped and made again', "drop view scratch.v; create view scratch.v as select ssn::text as n from public.customers"],
    ['a view is renamed into the place of another', 'create view scratch.w as select ssn::text as n from public.customers; alter view scratch.v rename to x; alter view scratch.w rename to v'],
  ])('masks rows when beside the gate %s: at once for who connects, soon for who is there', async (_name, sql) => {
    const database = await shop.copy();
    await shop.server.query("create view scratch.v as select 'plain'::text as n", database);
    let now = 0;
    const gate = await shop.gate({ database, clock: () => now });
    const there = await shop.attacker(gate);
    expect((await there.simple(READ)).text).toBe('T(n) D(plain) C(SELECT 1) Z(I)');
    await shop.server.query(sql, database);
    now += CATALOG_CHECK_MS;
    expect((await there.simple(READ)).text).toBe('T(n) D([redacted]) D([redacted]) C(SELECT 2) Z(I)');
    await shop.server.query("create or replace view scratch.v as select 'plain'::text as n", database);
    expect((await (await shop.attacker(gate)).simple(READ)).text).toBe('T(n) D(plain) C(SELECT 1) Z(I)');
    expect(leaks(gate)).toEqual([]);
  });

  it('masks rows of a view that was replaced while the statement waited for its lock', async () => {
    const gate = await shop.gate({ database: await shop.copy() });
    const [waiting, changing] = [await shop.attacker(gate), await shop.attacker(gate)];
    await changing.script(["create view scratch.v as select 'plain'::text as n", 'select 1', 'begin', 'lock table scratch.v in access exclusive mode']);
    waiting.client.send(q(READ));
    while ((await shop.server.query('select 1 from pg_locks where not granted')).length === 0) continue;
    await changing.script([REPLACE, 'commit']);
    expect(told(await waiting.client.until('Z'))).toBe('T(n) D([redacted]) D([redacted]) C(SELECT 2) Z(I)');
    expect(leaks(gate)).toEqual([]);
  });

  // What writes lands where it was judged to, or nowhere. `public.regions` may be read, but not written.
  const WORKSHOP = `
  - { id: reads, match: { effect: read }, decide: allow }
  - { id: workshop, match: { effect: [write, destroy, schema], object: ["scratch.**", scratch, "later.**", later, "pg_temp.**", public.rest] }, decide: allow }
  - { id: swap, match: { effect: [execute, unknown], object: scratch.swap }, decide: allow }
`;
  const BEHIND = 'create or replace view scratch.v as select id, label from public.regions';
  const WRITE = "update scratch.v set label = 'taken'";
  const SWAP = `create function scratch.swap() returns void language plpgsql as $$ begin ${BEHIND}; end $$`;

  async function workshop(turnMs = 100): Promise<{ database: string; writing: Attacker; changing: Attacker; kept: () => Promise<string> }> {
    const database = await shop.copy();
    await shop.server.query(`create table scratch.mine (id int, label text); create view scratch.v as select id, label from scratch.mine; ${SWAP}`, database);
    const gate = await shop.gate({ database, rules: WORKSHOP, limits: { turnMs } });
    const kept = async () => (await shop.server.query('select label from public.regions order by 1', database)).map(({ label }) => label).join(' ');
    return { database, writing: await shop.attacker(gate), changing: await shop.attacker(gate), kept };
  }

  async function blocked(): Promise<void> {
    while ((await shop.server.query('select 1 from pg_locks where not granted')).length === 0) continue;
  }

  it.each<[string, Buffer[]]>([
    ['a Query', [q(WRITE)]],
    ['a pipeline', [run(WRITE), sync]],
  ])('refuses a change of definitions while %s of another connection that may write waits for its lock', async (_name, messages) => {
    const { writing, changing, kept } = await workshop();
    await changing.script(['begin', 'lock table scratch.v in access exclusive mode']);
    writing.client.send(...messages);
    await blocked();
    const refused = await changing.simple(BEHIND);
    expect([refused.text, refused.hint]).toEqual(['E55P03 Z(E)', 'try again in a moment']);
    await changing.simple('rollback');
    expect(told(await writing.client.until('Z'))).toContain('C(UPDATE 0) Z(I)');
    expect((await changing.simple(BEHIND)).text).toBe('C(CREATE VIEW) Z(I)');
    expect((await writing.simple(WRITE)).sqlstate).toBe('42501');
    expect(await kept()).toBe('north south');
  });

  it('refuses to commit what a function has changed while a write of another connection waits for its lock', async () => {
    const { writing, changing, kept } = await workshop();
    await changing.script(['begin', 'lock table scratch.v in access exclusive mode']);
    writing.client.send(q(WRITE));
    await blocked();
    expect((await changing.simple('select scratch.swap()')).text).toContain('C(SELECT 1) Z(T)');
    expect((await changing.simple('commit')).text).toBe('E55P03 Z(E)');
    await changing.simple('rollback');
    expect(told(await writing.client.until('Z'))).toBe('C(UPDATE 0) Z(I)');
    expect(await kept()).toBe('north south');
  });

  it('judges a write by what another connection has committed in the meantime', async () => {
    const { writing, changing, kept } = await workshop(60_000);
    await changing.script(['begin', BEHIND]);
    writing.client.send(q('select 1'), q(WRITE));
    await writing.client.until('Z');
    await changing.simple('commit');
    expect(told(await writing.client.until('Z'))).toBe('E42501 Z(I)');
    changing.client.send(q('begin'), q('drop view scratch.v'), q('create view scratch.v as select id, label from scratch.mine'));
    for (let ready = 0; ready < 3; ready += 1) await changing.client.until('Z');
    writing.client.send(q('select 1'), run(WRITE), sync);
    await writing.client.until('Z');
    await changing.simple('commit');
    expect(told(await writing.client.until('Z'))).toContain('C(UPDATE 0) Z(I)');
    expect(await kept()).toBe('north south');
  });

  it('refuses writes, and changes of definitions, while another connection has changed some and does not commit', async () => {
    const { writing, changing } = await workshop();
    await changing.script(['begin', 'create table scratch.other (a int)']);
    expect((await writing.simple('select 1')).text).toContain('C(SELECT 1) Z(I)');
    const refused = await writing.simple("insert into scratch.mine values (1, 'a')");
    expect([refused.text, refused.hint]).toEqual(['E55P03 Z(I)', 'try again in a moment']);
    expect((await writing.extended("insert into scratch.mine values (1, 'a')")).text).toContain('E55P03 Z(I)');
    expect((await writing.simple('create table scratch.third (a int)')).text).toBe('E55P03 Z(I)');
    expect((await changing.script(["insert into scratch.mine values (2, 'b')", 'rollback'])).text).toBe('C(ROLLBACK) Z(I)');
    expect((await writing.simple("insert into scratch.mine values (1, 'a')")).text).toBe('C(INSERT 0 1) Z(I)');
  });

  it('ends a wait that a lock at the server would never end', async () => {
    const { writing, changing } = await workshop();
    await writing.script(['begin', "insert into scratch.mine values (1, 'a')"]);
    changing.client.send(q('alter table scratch.mine add more int'));
    await blocked();
    expect((await writing.simple("insert into scratch.mine values (2, 'b')")).text).toBe('E55P03 Z(E)');
    await writing.simple('rollback');
    expect(told(await changing.client.until('Z'))).toBe('C(ALTER TABLE) Z(I)');
  });

  it('lets others write as long as what changes is nobody else’s, and once whoever changed it is gone', async () => {
    const { writing, changing } = await workshop();
    const write = async () => (await writing.simple("insert into scratch.mine values (1, 'a')")).text;
    await changing.script(['begin', 'create temp table mine (a int)', 'create index on scratch.mine (id)', 'create table scratch.other (a int)', 'rollback', 'begin', 'create temp table mine (a int)']);
    expect(await write()).toBe('C(INSERT 0 1) Z(I)');
    await changing.script(['rollback', 'begin', 'create table scratch.other (a int)']);
    changing.close();
    while ((await shop.server.query("select 1 from pg_stat_activity where state = 'idle in transaction'")).length > 0) continue;
    expect(await write()).toBe('C(INSERT 0 1) Z(I)');
  });

  it('does not execute what was bound before another connection changed definitions', async () => {
    const { writing, changing, kept } = await workshop();
    writing.client.send(parse('', WRITE), bind('', '', []), flush);
    await writing.client.until('2');
    await changing.simple('create table scratch.other (a int)');
    expect((await writing.send([execute(''), sync])).text).toContain('E55P03');
    expect(await kept()).toBe('north south');
  });

  // The catalog can't be asked in the middle of a message, a pipeline or a block.
  const UNJUDGED: readonly (readonly [string, readonly Buffer[]])[] = [
    ['a message', [q(`${BEHIND}; ${WRITE}`)]],
    ['a pipeline', [run(BEHIND), run(WRITE), sync]],
    ['a block', [q(`do $$ begin ${BEHIND}; ${WRITE}; end $$`)]],
    ['a function', [q(`create function scratch.f() returns void language plpgsql as $$ begin ${BEHIND}; ${WRITE}; end $$`)]],
    ['a function that is called before it', [q(`create function scratch.f() returns void language sql as '${BEHIND}'`)]],
    ['a view in the place of another', [q('create view scratch.w as select id, label from public.regions; alter view scratch.v rename to x; alter view scratch.w rename to v; update scratch.v set label = null')]],
    ['a view in the place of a table', [q('create table scratch.t (id int); drop table scratch.t; create view scratch.t as select id, label from public.regions; delete from scratch.t')]],
    ['a view that shows what it did before, after another change', [q(`create view public.rest as select id, label from public.regions; update public.rest set label = 'taken'`)]],
    ['a view that calls a function, after a change', [q('create index on scratch.mine (id); select * from public.over_function')]],
  ];

  it('refuses to write, in one message, pipeline, block or function, through what it has just defined', async () => {
    const { writing, kept, database } = await workshop();
    const passed: string[] = [];
    for (const [name, messages] of UNJUDGED) {
      const { text } = await writing.send(messages);
      if (!text.includes('E42501') || (await kept()) !== 'north south') passed.push(`${name}: ${text}`);
    }
    expect(passed).toEqual([]);
    expect(await shop.server.query('select count(*) as n from public.orders', database)).toEqual([{ n: '3' }]);
  });

  it('writes, in one message, to tables that it makes or adds to', async () => {
    const { writing } = await workshop();
    const sql = "create table scratch.y (id int); insert into scratch.y values (1); alter table scratch.y add c int; update scratch.y set c = 1; drop table scratch.y; create table scratch.y as select 1 as a; insert into scratch.y values (2)";
    expect((await writing.simple(sql)).text).toBe('C(CREATE TABLE) C(INSERT 0 1) C(ALTER TABLE) C(UPDATE 1) C(DROP TABLE) C(SELECT 1) C(INSERT 0 1) Z(I)');
    expect((await writing.send([run('create table scratch.x (id int)'), run('insert into scratch.x values (1)'), sync])).text).toContain('C(INSERT 0 1) Z(I)');
    expect((await writing.simple("do $$ begin create temp table z (a int); insert into z select id from scratch.mine; end $$")).text).toBe('C(DO) Z(I)');
  });

  it.each([
    ['through the gate', (by: Attacker) => by.script(['create schema later', 'create view later.t as select id, label from public.regions'])],
    ['beside it', (_by: Attacker, database: string) => shop.server.query('create schema later; create view later.t as select id, label from public.regions', database)],
  ])('looks for names in a schema of the path that was made %s', async (how, make) => {
    const database = await shop.copy();
    let now = 0;
    const gate = await shop.gate({ database, rules: WORKSHOP, clock: () => now });
    const [writing, changing] = [await shop.attacker(gate), await shop.attacker(gate)];
    await writing.script(['create table scratch.t (id int, label text)', 'set search_path = later, scratch', 'select * from t']);
    await make(changing, database);
    if (how === 'beside it') now += CATALOG_CHECK_MS;
    expect((await writing.simple("update t set label = 'taken'")).sqlstate).toBe('42501');
    expect((await writing.simple("select label from t")).text).toContain('D(north) D(south)');
  });

  it('judges rows by all names that they have: partitions, children and parents', async () => {
    const gate = await shop.gate({ database: await shop.copy(), mask: '', rules: `
  - { id: reads, match: { effect: read, object: [public.events, public.people, public.orders] }, decide: allow }
  - { id: writes, match: { effect: [write, destroy], object: "public.*" }, decide: allow }
  - { id: closed, match: { effect: [write, destroy], object: [public.events_2026, public.people] }, decide: deny }
` });
    const attacker = await shop.attacker(gate);
    const answers: string[] = [];
    for (const sql of [
      "update events set kind = 'x' where at > '2026-02-01'", 'delete from events', "insert into events values ('2026-04-01')", 'delete from events_rest', "update staff set name = 'x' where id = 1",
      'select id from people', 'select id from only people', 'select kind from events where kind is null',
    ]) answers.push((await attacker.simple(sql)).sqlstate ?? 'passed');
    expect(answers).toEqual(['42501', '42501', '42501', 'passed', '42501', '42501', 'passed', 'passed']);
  });
});
