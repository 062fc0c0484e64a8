// SPDX-License-Identifier: Apache-2.0
import { SHOP } from '../../../../support/shop.js';
import { factsOf, told } from '../../../../support/statements.js';

describe('indexes, statistics, sequences, VACUUM and its kin', () => {
  it.each<[string, string[]]>([
    ['CREATE INDEX CONCURRENTLY i ON customers (ssn, lower(email)) INCLUDE (id) WHERE id > 0', [
      'read relation public.customers (id) where id',
      'schema relation public.customers (ssn, email, id)',
      'calls lower:harmless',
      'session ddl',
      'lock SHARE UPDATE EXCLUSIVE, rewrite false',
    ]],
    ['CREATE UNIQUE INDEX ON t (refund(a))', [
      'schema relation public.t (a)',
      'unknown function public.refund',
      'calls public.refund:unknown',
      'session ddl',
      'lock SHARE, rewrite false',
      'unknown: `public.refund` is not a function that we know',
    ]],
    ['CREATE STATISTICS st ON a, lower(b) FROM t', [
      'schema relation public.t (a, b)',
      'schema statistics public.st',
      'calls lower:harmless',
      'session ddl',
      'lock SHARE UPDATE EXCLUSIVE, rewrite not known',
    ]],
    ['VACUUM', [
      'write database shop',
      'lock SHARE UPDATE EXCLUSIVE, rewrite false',
    ]],
    ['VACUUM (FULL, ANALYZE) t (a)', [
      'write relation public.t (a)',
      'lock ACCESS EXCLUSIVE, rewrite true',
    ]],
    ['VACUUM FULL t', [
      'write relation public.t',
      'lock ACCESS EXCLUSIVE, rewrite true',
    ]],
    ['ANALYZE customers (ssn)', [
      'write relation public.customers (ssn)',
      'lock SHARE UPDATE EXCLUSIVE, rewrite false',
    ]],
    ['ANALYZE (BOGUS) t', [
      'unknown',
      'write relation public.t',
      'lock SHARE UPDATE EXCLUSIVE, rewrite false',
      'unknown: `bogus` is not an option that we know here',
    ]],
    ['CLUSTER t USING i', [
      'write relation public.t',
      'lock ACCESS EXCLUSIVE, rewrite true',
    ]],
    ['CLUSTER', [
      'write database shop',
      'lock ACCESS EXCLUSIVE, rewrite true',
    ]],
    ['REINDEX TABLE CONCURRENTLY t', [
      'write relation public.t',
      'lock SHARE UPDATE EXCLUSIVE, rewrite false',
    ]],
    ['REINDEX INDEX i', [
      'write index ~public.i',
      'lock SHARE, rewrite false',
    ]],
    ['REINDEX SCHEMA app', [
      'write schema app',
      'lock SHARE, rewrite false',
    ]],
    ['REINDEX DATABASE shop', [
      'write database shop',
      'lock SHARE, rewrite false',
    ]],
    ['REINDEX SYSTEM shop', [
      'write database shop',
      'lock SHARE, rewrite false',
    ]],
    ['REINDEX (TABLESPACE x) TABLE t', [
      'write relation public.t',
      'lock SHARE, rewrite false',
    ]],
    ['LOCK TABLE t IN ACCESS SHARE MODE', [
      'write relation public.t',
      'lock ACCESS SHARE, rewrite not known',
    ]],
    ['LOCK t NOWAIT', [
      'write relation public.t',
      'lock ACCESS EXCLUSIVE, rewrite not known',
    ]],
    ['CREATE SEQUENCE z OWNED BY t.a', [
      'schema relation public.t (a)',
      'schema sequence public.z',
      'session ddl',
    ]],
    ['CREATE TEMP SEQUENCE z', [
      'schema sequence pg_temp.z',
      'session ddl',
      'session temp name=z',
    ]],
    ['TRUNCATE t, customers CASCADE', [
      'destroy relation *',
      'destroy relation public.customers',
      'destroy relation public.t',
      'lock ACCESS EXCLUSIVE, rewrite not known',
    ]],
    ['TRUNCATE ONLY t RESTART IDENTITY', [
      'destroy relation public.t',
      'lock ACCESS EXCLUSIVE, rewrite not known',
    ]],
    ['ALTER SEQUENCE s RESTART WITH 1 OWNED BY t.a', [
      'schema relation public.t (a)',
      'schema sequence public.s',
      'write sequence public.s',
      'session ddl',
    ]],
    ['ALTER STATISTICS st SET STATISTICS 10', [
      'schema statistics public.st',
      'session ddl',
    ]],
    ['CREATE STATISTICS s ON a, b FROM t, u', [
      'schema relation public.t (a, b)',
      'schema relation public.u (a, b)',
      'schema statistics public.s',
      'session ddl',
      'lock SHARE UPDATE EXCLUSIVE, rewrite not known',
    ]],
    ['CREATE STATISTICS ON a, b FROM t', [
      'schema relation public.t (a, b)',
      'session ddl',
      'lock SHARE UPDATE EXCLUSIVE, rewrite not known',
    ]],
    ['CREATE STATISTICS s (mcv) ON (refund(a)) FROM t', [
      'schema relation public.t (a)',
      'schema statistics public.s',
      'unknown function public.refund',
      'calls public.refund:unknown',
      'session ddl',
      'lock SHARE UPDATE EXCLUSIVE, rewrite not known',
      'unknown: `public.refund` is not a function that we know',
    ]],
    ['CREATE STATISTICS s ON a FROM refund(1)', [
      'schema statistics public.s',
      'unknown',
      'session ddl',
      'lock SHARE UPDATE EXCLUSIVE, rewrite not known',
      'unknown: statistics are made for something that is not a table',
    ]],
    ['ALTER SEQUENCE s OWNED BY NONE', [
      'schema sequence public.s',
      'session ddl',
    ]],
    ['ALTER SEQUENCE s INCREMENT 2', [
      'schema sequence public.s',
      'session ddl',
    ]],
    ['CREATE SEQUENCE app.z', [
      'schema sequence app.z',
      'session ddl',
    ]],
    ['VACUUM (FULL off) t', [
      'write relation public.t',
      'lock SHARE UPDATE EXCLUSIVE, rewrite false',
    ]],
    ['VACUUM (FULL 0, FULL) t', [
      'write relation public.t',
      'lock ACCESS EXCLUSIVE, rewrite true',
    ]],
    ['VACUUM (ANALYZE, BOGUS) t', [
      'unknown',
      'write relation public.t',
      'lock SHARE UPDATE EXCLUSIVE, rewrite false',
      'unknown: `bogus` is not an option that we know here',
    ]],
    ['VACUUM (PARALLEL 2, INDEX_CLEANUP auto, TRUNCATE false) t, u', [
      'write relation public.t',
      'write relation public.u',
      'lock SHARE UPDATE EXCLUSIVE, rewrite false',
    ]],
    ['CLUSTER (VERBOSE) t', [
      'write relation public.t',
      'lock ACCESS EXCLUSIVE, rewrite true',
    ]],
    ['REINDEX (CONCURRENTLY, VERBOSE) INDEX i', [
      'write index ~public.i',
      'lock SHARE UPDATE EXCLUSIVE, rewrite false',
    ]],
    ['REINDEX (CONCURRENTLY off) TABLE t', [
      'write relation public.t',
      'lock SHARE, rewrite false',
    ]],
    ['REINDEX DATABASE', [
      'write database shop',
      'lock SHARE, rewrite false',
    ]],
    ['TRUNCATE audited', [
      'destroy relation public.audited',
      'execute function public.audit',
      'lock ACCESS EXCLUSIVE, rewrite not known',
    ]],
    ['TRUNCATE app.t, m', [
      'destroy relation app.t',
      'destroy relation public.customers',
      'destroy relation public.m',
      'lock ACCESS EXCLUSIVE, rewrite not known',
    ]],
  ])('%s', async (sql, lines) => {
    expect(told(await factsOf(sql, { catalog: SHOP }))).toEqual(lines);
  });
});

describe('without a catalog', () => {
  it.each<[string, string[]]>([
    ['VACUUM', [
      'write database *',
      'lock SHARE UPDATE EXCLUSIVE, rewrite false',
    ]],
    ['CLUSTER', [
      'write database *',
      'lock ACCESS EXCLUSIVE, rewrite true',
    ]],
    ['TRUNCATE t', [
      'destroy relation ~public.t',
      'lock ACCESS EXCLUSIVE, rewrite not known',
    ]],
    ['REINDEX SYSTEM', [
      'write database *',
      'lock SHARE, rewrite false',
    ]],
  ])('%s', async (sql, lines) => {
    expect(told(await factsOf(sql))).toEqual(lines);
  });
});
