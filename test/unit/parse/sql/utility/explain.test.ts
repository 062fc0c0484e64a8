// SPDX-License-Identifier: Apache-2.0
import { SHOP } from '../../../../support/shop.js';
import { factsOf, told } from '../../../../support/statements.js';

describe('EXPLAIN', () => {
  it.each<[string, string[]]>([
    ['EXPLAIN SELECT refund(1) FROM customers', [
      'read relation public.customers',
      'unknown function public.refund',
      'returns QUERY PLAN ~ nothing',
      'calls public.refund:unknown',
      'unknown: `public.refund` is not a function that we know',
    ]],
    ['EXPLAIN SELECT ssn FROM customers', [
      'read relation public.customers (ssn)',
      'returns QUERY PLAN ~ nothing',
    ]],
    ['EXPLAIN (ANALYZE) DELETE FROM t', [
      'destroy relation public.t',
      'returns QUERY PLAN ~ nothing',
    ]],
    ['EXPLAIN (ANALYZE off) DELETE FROM t', [
      'read relation public.t',
      'returns QUERY PLAN ~ nothing',
    ]],
    ['EXPLAIN (ANALYZE off, ANALYZE) DELETE FROM t', [
      'destroy relation public.t',
      'returns QUERY PLAN ~ nothing',
    ]],
    ['EXPLAIN (FORMAT json, WAL, BOGUS) DELETE FROM t WHERE a=1', [
      'read relation public.t (a) where a',
      'unknown',
      'returns QUERY PLAN ~ nothing',
      'unknown: `bogus` is not an EXPLAIN option that we know',
    ]],
    ['EXPLAIN ANALYZE EXECUTE p(1)', [
      'unknown prepared statement p',
      'returns QUERY PLAN ~ ?',
      'unknown: there is no prepared statement `p` that we know',
    ]],
    ['EXPLAIN CREATE TABLE x AS SELECT ssn FROM customers', [
      'read relation public.customers (ssn)',
      'read relation public.x',
      'returns QUERY PLAN ~ nothing',
    ]],
    ['EXPLAIN ANALYZE CREATE TABLE x AS SELECT ssn FROM customers', [
      'read relation public.customers (ssn)',
      'schema relation public.x',
      'returns QUERY PLAN ~ public.customers.ssn',
      'flow public.x.ssn <- public.customers.ssn',
      'session ddl',
    ]],
    // What it measures tells how large the values were that it has computed.
    ["EXPLAIN ANALYZE SELECT repeat('x', length(ssn)), id FROM customers WHERE email = 'x'", [
      'read relation public.customers (ssn, id, email) where email',
      'returns QUERY PLAN ~ public.customers.ssn + public.customers.id',
      'calls length:harmless, repeat:harmless',
      'literals x',
    ]],
    ["EXPLAIN ANALYZE WITH w AS MATERIALIZED (SELECT repeat('x', length(ssn)) AS r FROM customers) SELECT 1 FROM w", [
      'read relation public.customers (ssn)',
      'returns QUERY PLAN ~ public.customers.ssn',
      'calls length:harmless, repeat:harmless',
      'literals x',
    ]],
    ["EXPLAIN ANALYZE SELECT ssn, id FROM customers WHERE email = 'x'", [
      'read relation public.customers (ssn, id, email) where email',
      'returns QUERY PLAN ~ nothing',
      'literals x',
    ]],
    ['EXPLAIN SELECT refund(1)', [
      'unknown function public.refund',
      'returns QUERY PLAN ~ nothing',
      'calls public.refund:unknown',
      'unknown: `public.refund` is not a function that we know',
    ]],
    ['EXPLAIN DECLARE c CURSOR FOR SELECT 1', [
      'read',
      'returns QUERY PLAN ~ nothing',
    ]],
    ['EXPLAIN (ANALYZE false) INSERT INTO audited VALUES (1)', [
      'read relation public.audited (*)',
      'returns QUERY PLAN ~ nothing',
    ]],
    ['EXPLAIN INSERT INTO audited VALUES (1)', [
      'read relation public.audited (*)',
      'returns QUERY PLAN ~ nothing',
    ]],
    ['EXPLAIN (BOGUS, BOGUS2) SELECT 1', [
      'unknown',
      'returns QUERY PLAN ~ nothing',
      'unknown: `bogus` is not an EXPLAIN option that we know',
      'unknown: `bogus2` is not an EXPLAIN option that we know',
    ]],
    ['EXPLAIN (ANALYZE 0) DELETE FROM t', [
      'read relation public.t',
      'returns QUERY PLAN ~ nothing',
    ]],
    ['EXPLAIN (ANALYZE 1) DELETE FROM t', [
      'destroy relation public.t',
      'returns QUERY PLAN ~ nothing',
    ]],
    ["EXPLAIN (ANALYZE 'OFF') DELETE FROM t", [
      'read relation public.t',
      'returns QUERY PLAN ~ nothing',
    ]],
    ["EXPLAIN (ANALYZE yes) SELECT set_config('search_path', 'x', false)", [
      'unknown function pg_catalog.set_config',
      'returns QUERY PLAN ~ nothing',
      'calls set_config:control',
      'unknown: `set_config` is only understood as a column of a plain SELECT without FROM and WHERE',
      'literals search_path | x',
    ]],
    ["EXPLAIN SELECT pg_read_file('x'), nextval('s'), pg_sleep(1)", [
      'control function pg_catalog.pg_sleep',
      'execute function pg_catalog.pg_read_file',
      'read sequence public.s',
      'returns QUERY PLAN ~ nothing',
      'calls pg_read_file:file, nextval:write, pg_sleep:control',
      'literals x | s',
    ]],
    ["EXPLAIN ANALYZE SELECT nextval('s')", [
      'write sequence public.s',
      'returns QUERY PLAN ~ nothing',
      'calls nextval:write',
      'literals s',
    ]],
    ['EXPLAIN SELECT 1 INTO z', [
      'read relation public.z',
      'returns QUERY PLAN ~ nothing',
    ]],
    ['EXPLAIN REFRESH MATERIALIZED VIEW m', [
      'read relation public.customers (ssn)',
      'read relation public.m',
      'returns QUERY PLAN ~ nothing',
    ]],
    ['EXPLAIN CREATE MATERIALIZED VIEW z AS SELECT ssn FROM customers', [
      'read relation public.customers (ssn)',
      'read relation public.z',
      'returns QUERY PLAN ~ nothing',
    ]],
    ['EXPLAIN MERGE INTO t USING u ON t.a = u.a WHEN MATCHED THEN DELETE', [
      'read relation public.t (a) where a',
      'read relation public.u (a) where a',
      'returns QUERY PLAN ~ nothing',
    ]],
    ['EXPLAIN (ANALYZE on, BUFFERS, FORMAT yaml, GENERIC_PLAN off, SERIALIZE text, MEMORY, SETTINGS, SUMMARY, TIMING off, COSTS, VERBOSE) SELECT 1', [
      'read',
      'returns QUERY PLAN ~ nothing',
    ]],
    ['EXPLAIN SELECT lo_unlink(1)', [
      'write function pg_catalog.lo_unlink',
      'returns QUERY PLAN ~ nothing',
      'calls lo_unlink:write',
    ]],
  ])('%s', async (sql, lines) => {
    expect(told(await factsOf(sql, { catalog: SHOP }))).toEqual(lines);
  });
});
