// SPDX-License-Identifier: Apache-2.0
import { isStatisticsRelation, statisticsRelations, valueColumns } from '../../../../../src/parse/sql/builtins/statistics.js';
import { startPostgres } from '../../../../support/postgres.js';
import { SHOP } from '../../../../support/shop.js';
import { factsOf } from '../../../../support/statements.js';

it('names relations and columns that PostgreSQL 15 or 18 has, and every column of values that they have', async () => {
  const seen = new Set<string>();
  for (const version of [15, 18] as const) {
    const server = await startPostgres({ version });
    const rows = await server.query(`
      SELECT n.nspname || '.' || c.relname AS relation, a.attname AS name, a.atttypid::regtype::text AS type FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid JOIN pg_namespace n ON n.oid = c.relnamespace
       WHERE c.relkind IN ('r', 'v') AND a.attnum > 0 AND n.nspname IN ('pg_catalog', 'information_schema')`);
    await server.stop();
    for (const { relation, name, type } of rows as Record<'relation' | 'name' | 'type', string>[]) {
      seen.add(`${relation}.${name}`);
      // The server's own types for "values of any column"; `attmissingval` is the constant of an ALTER TABLE, part of a definition.
      const holdsValues = ['anyarray', 'pg_mcv_list', '_pg_statistic', 'pg_statistic[]'].includes(type) && name !== 'attmissingval';
      if (holdsValues) expect([relation, name, valueColumns(relation).has(name)]).toEqual([relation, name, true]);
      if (/^(?:query|statement)$/.test(name) && relation.startsWith('pg_catalog.')) expect([relation, name, valueColumns(relation).has(name)]).toEqual([relation, name, true]);
    }
  }
  const missing = statisticsRelations().flatMap((relation) => [...valueColumns(relation)].map((column) => `${relation}.${column}`)).filter((name) => !seen.has(name));
  expect(missing).toEqual([]);
});

it.each([
  ['pg_catalog.pg_stats', true],
  ['pg_catalog.pg_statistic', true],
  ['pg_catalog.pg_stat_activity', true],
  ['public.pg_stat_statements', true],
  ['monitoring.pg_stat_statements', true],
  ['pg_toast.pg_toast_16384', true],
  ['pg_catalog.pg_class', false],
  ['public.pg_stats', false],
  ['public.orders', false],
])('%s: %s', (relation, expected) => {
  expect(isStatisticsRelation(relation)).toBe(expected);
});

it.each([
  ['SELECT most_common_vals FROM pg_stats', true],
  ['SELECT s FROM pg_stats s', true],
  ['SELECT q.v FROM (SELECT histogram_bounds::text AS v FROM pg_catalog.pg_stats) q', true],
  ['SELECT 1 FROM pg_statistic WHERE stavalues1::text LIKE \'%a%\'', true],
  ['SELECT * FROM pg_toast.pg_toast_16384', true],
  ['COPY pg_stats_ext (most_common_vals) TO STDOUT', true],
  ['SELECT reltuples FROM pg_class', false],
  ['SELECT query FROM pg_stat_activity', false],
])('%s is about all tables: %s', async (sql, expected) => {
  const { accesses } = await factsOf(sql, { catalog: SHOP });
  expect(accesses.some(({ effect, columns, kin = [] }) => effect === 'read' && columns.includes('*') && kin.includes('public.customers'))).toBe(expected);
});
