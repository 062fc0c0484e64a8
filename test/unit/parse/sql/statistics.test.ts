// SPDX-License-Identifier: Apache-2.0
import { isStatisticsRelation, statisticsRelations, valueColumns } from '../../../../src/parse/sql/statistics.js';
import { startPostgres } from '../../../support/postgres.js';

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
