// Two connections of one attacker: what one asks was judged before the other changed what its names mean.
import { leaks, Shop } from '../../support/attacked.js';
import { q, run, sync, told } from '../../support/talk.js';
import { frame } from '../../../src/proxy/postgres/frames.js';
import { CATALOG_CHECK_MS } from '../../../src/proxy/postgres/limits.js';

describe('races between two connections, before PostgreSQL 15', () => {
  let shop: Shop;

  beforeAll(async () => {
    shop = await Shop.open(15);
  });
  afterAll(async () => {
    await shop.close();
  });

  const REPLACE = 'create or replace view scratch.v as select ssn::text as n from public.customers';
  const READ = "select n || '' as n from scratch.v";

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
    expect((await reading.simple(READ)).text).toBe('T(n) D([redacted]) C(SELECT 1) Z(I)');
    await holding.simple('commit');
    for (let ready = 1; ready < readies; ready += 1) await changing.client.until('Z');
    expect((await reading.simple(READ)).text).toBe('T(n) D([redacted]) D([redacted]) C(SELECT 2) Z(I)');
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
});
