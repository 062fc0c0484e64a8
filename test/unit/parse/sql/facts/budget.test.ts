// SPDX-License-Identifier: Apache-2.0
//
// Short texts that would cost much. What counts is that they end as not understood: without bounds each is followed to its end,
// and four times as many names take sixteen times as long.
import type { CatalogRelation } from '../../../../../src/core/catalog.js';
import { Budget, budgetOf, MAX_STEPS } from '../../../../../src/parse/sql/facts/budget.js';
import { resolve } from '../../../../../src/parse/sql/resolve.js';
import { makeCatalog } from '../../../../support/catalog.js';
import { theParser } from '../../../../support/gate.js';

const many = (count: number, text: string, between = ',') => Array<string>(count).fill(text).join(between);

it.each([
  ['names among many tables', `select ${many(3_000, 'id')} from ${many(4_000, 'public.orders')}`],
  ['names of tables among many', `select ${many(3_000, 'o.id')} from ${many(4_000, 'public.orders')}`],
  ['stars over many', `select ${many(4_000, '*')} from ${many(4_000, '(select) z')}`],
  ['WITH queries among many', `with ${many(3_000, 'a as (select 1)')} select 1 from ${many(6_000, 'b')}`],
])('gives up on %s', async (_name, text) => {
  expect(await unknownOf(text)).toContain('it is too large to be followed');
});

it('follows many stars over nothing, and many actions of a MERGE, in no time that grows with their square', async () => {
  expect(await unknownOf(`select ${many(16_000, 'z.*')} from (select) z`)).toEqual([]);
  const actions = many(4_000, 'when matched and o.id = 1 then do nothing', ' ');
  expect(await unknownOf(`merge into public.orders o using (select ${many(100_000, '1')}) s on true ${actions}`)).toEqual([]);
});

it('gives up on views that show each other more often than can be followed, and does not hold it against those that are followed', async () => {
  const sql = await theParser();
  const base = makeCatalog();
  const view = (level: number): CatalogRelation => ({
    oid: 50_000 + level, schema: 'public', name: `v${level}`, kind: 'v', parents: [], children: [], triggers: [], rules: false, columns: [{ name: 'id', number: 1, typeOid: 23, type: 'integer' }],
    definition: { text: level === 0 ? 'SELECT 1 AS id' : `SELECT a.id FROM public.v${level - 1} a, public.v${level - 1} b, public.v${level - 1} c`, path: [], key: '' },
  });
  const relations = new Map([...base.relations, ...Array.from({ length: 40 }, (_, level) => [`public.v${level}`, view(level)] as const)]);
  const scope = { catalog: { ...base, relations }, searchPath: ['pg_catalog', 'public'], prepared: new Map(), cursors: new Map(), stale: false };
  const why = (text: string) => sql.analyse(Buffer.from(text)).flatMap((draft) => resolve(draft, scope, sql).unknown);
  expect(why('select id from public.v39')).toContain('it is too large to be followed');
  expect(why('select id from public.v12')).toEqual([]);
});

it('gives each statement of a message its share, and each byte what it may cost', () => {
  const left = (text: string, batch: number) => {
    const budget = budgetOf({ text, batch });
    let steps = 0;
    while (budget.spend(1)) steps += 1;
    return steps;
  };
  expect([left('', 1), left('', 10), left('', 5_000), left('x'.repeat(100), 5_000), left('x'.repeat(1_000_000), 1)]).toEqual([100_000, 10_000, 3_000, 3_400, MAX_STEPS]);
  expect(new Budget(0).spend(0)).toBe(true);
});

async function unknownOf(text: string): Promise<readonly string[]> {
  const sql = await theParser();
  const scope = { catalog: makeCatalog(), searchPath: ['pg_catalog', 'public'], prepared: new Map(), cursors: new Map(), stale: false };
  return sql.analyse(Buffer.from(text)).flatMap((draft) => resolve(draft, scope, sql).unknown);
}
