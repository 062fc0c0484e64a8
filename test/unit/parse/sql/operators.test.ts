// SPDX-License-Identifier: Apache-2.0
import { makeCatalog } from '../../../support/catalog.js';
import { factsOf } from '../../../support/statements.js';

const MADE = makeCatalog({
  tables: { 'public.t': { i: 'integer', n: 'numeric', s: 'text', v: 'character varying', f: 'double precision', j: 'jsonb', u: 'uuid', own: 'mood' } },
  operators: { '=': ['public'], '<': ['public'], '>=': ['public'], '+': ['public'], '||': ['public'], '~~': ['public'], '->': ['public'], '!!': ['hidden'] },
});

describe('an operator that somebody made', () => {
  it.each([
    'SELECT i = 1 FROM t', 'SELECT i = i::bigint FROM t', "SELECT s = 'x' FROM t", "SELECT u = 'x' FROM t", 'SELECT n + n FROM t', 'SELECT i + 1 FROM t', 'SELECT f + f FROM t',
    "SELECT s || 'x' FROM t", "SELECT s LIKE 'x%' FROM t", 'SELECT 1 OPERATOR(pg_catalog.+) s FROM t', 'SELECT i IN (1, 2) FROM t', 'SELECT i BETWEEN 1 AND 2 FROM t',
    "SELECT j = '{}'::jsonb FROM t", 'SELECT !! i FROM t', 'SELECT a.i FROM t a JOIN t b USING (i)', 'SELECT CASE i WHEN 1 THEN 2 END FROM t', 'SELECT i # 1 FROM t', "SELECT 'a' = 'b'",
    'SELECT true = false', 'SELECT 1 FROM t WHERE false OR i::int = 1',
  ])('is not meant where PostgreSQL’s own fits exactly: %s', async (sql) => {
    expect((await factsOf(sql, { catalog: MADE })).unknown).toEqual([]);
  });

  it.each([
    ['SELECT i = s FROM t', '='], ['SELECT own = own FROM t', '='], ["SELECT v = 'x' FROM t", '='], ['SELECT n + i FROM t', '+'], ['SELECT i || s FROM t', '||'], ["SELECT v LIKE 'x' FROM t", '~~'],
    ["SELECT j -> 'a' FROM t", '->'], ['SELECT own IN (1) FROM t', '='], ['SELECT own BETWEEN 1 AND 2 FROM t', '>='], ['SELECT a.i FROM t a JOIN t b USING (own)', '='],
    ['SELECT CASE own WHEN 1 THEN 2 END FROM t', '='], ['SELECT own = ANY (SELECT i FROM t) FROM t', '='], ['SELECT i FROM t ORDER BY own USING <', '<'], ['SELECT s + s FROM t', '+'],
  ])('may be meant: %s', async (sql, operator) => {
    const { accesses, unknown } = await factsOf(sql, { catalog: MADE });
    expect(accesses).toContainEqual(expect.objectContaining({ effect: 'unknown', object: `public.${operator}`, type: 'operator' }));
    expect(unknown).toEqual([`\`${operator}\` may be the operator that \`public\` has; write \`OPERATOR(pg_catalog.${operator})\` or cast both sides to the same built-in type`]);
  });

  it('wins where its schema comes before PostgreSQL’s own', async () => {
    const sql = "SELECT 'a'::text = 'b'::text";
    expect((await factsOf(sql, { catalog: MADE, searchPath: ['pg_catalog', 'public'] })).unknown).toEqual([]);
    expect((await factsOf(sql, { catalog: MADE, searchPath: ['public', 'pg_catalog'] })).unknown).toHaveLength(1);
  });

  it('is out of sight on another path, and in sight when the path is not known', async () => {
    expect((await factsOf('SELECT own = own FROM public.t', { catalog: MADE, searchPath: ['app'] })).unknown).toEqual([]);
    expect((await factsOf('SELECT own = own FROM public.t', { catalog: MADE, searchPath: null })).unknown).toHaveLength(1);
  });
});
