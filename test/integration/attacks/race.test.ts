// Two connections of one attacker: what one asks was judged before the other changed what its names mean.
import { leaks, Shop } from '../../support/attacked.js';
import { q, told } from '../../support/talk.js';

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
