// SPDX-License-Identifier: Apache-2.0
import { SHOP } from '../../../../support/shop.js';
import { factsOf, told } from '../../../../support/statements.js';

describe('views, tables from queries, rules', () => {
  it.each<[string, string[]]>([
    ['CREATE MATERIALIZED VIEW m AS SELECT ssn FROM customers', [
      'read relation public.customers (ssn)',
      'schema relation public.m',
      'flow public.m.ssn <- public.customers.ssn',
      'session ddl',
    ]],
    ['REFRESH MATERIALIZED VIEW CONCURRENTLY m', [
      'read relation public.customers (ssn)',
      'write relation public.m',
      'flow public.m.ssn <- public.customers.ssn',
      'lock EXCLUSIVE, rewrite false',
    ]],
    ['CREATE OR REPLACE VIEW w AS SELECT ssn FROM customers', [
      'read relation public.customers (ssn)',
      'schema relation public.w',
      'session ddl',
    ]],
    ['CREATE TEMP VIEW w AS SELECT ssn FROM customers', [
      'read relation public.customers (ssn)',
      'schema relation pg_temp.w',
      'session ddl',
      'session temp name=w',
    ]],
    ['CREATE RECURSIVE VIEW w(n) AS SELECT 1', [
      'schema relation public.w',
      'session ddl',
    ]],
    ['CREATE RULE r AS ON INSERT TO t DO INSTEAD DELETE FROM u', [
      'destroy relation public.u',
      'schema relation public.t',
      'session ddl',
      'lock ACCESS EXCLUSIVE, rewrite not known',
    ]],
    ['REFRESH MATERIALIZED VIEW m', [
      'read relation public.customers (ssn)',
      'write relation public.m',
      'flow public.m.ssn <- public.customers.ssn',
      'lock ACCESS EXCLUSIVE, rewrite true',
    ]],
    ['REFRESH MATERIALIZED VIEW m WITH NO DATA', [
      'write relation public.m',
      'lock ACCESS EXCLUSIVE, rewrite true',
    ]],
    ['REFRESH MATERIALIZED VIEW nope', [
      'unknown relation public.nope',
      'write relation ~public.nope',
      'lock ACCESS EXCLUSIVE, rewrite true',
      'unknown: what fills `public.nope` is not known',
    ]],
    ['REFRESH MATERIALIZED VIEW nope WITH NO DATA', [
      'write relation ~public.nope',
      'lock ACCESS EXCLUSIVE, rewrite true',
    ]],
    ['CREATE TABLE z AS SELECT * FROM nope', [
      'read relation ~public.nope (*)',
      'schema relation public.z',
      'flow public.z.* <- ?',
      'session ddl',
    ]],
    ['CREATE TABLE z (x) AS SELECT ssn, email FROM customers WITH NO DATA', [
      'read relation public.customers (ssn, email)',
      'schema relation public.z',
      'session ddl',
    ]],
    ['CREATE TABLE z AS SELECT refund(1)', [
      'schema relation public.z',
      'unknown function public.refund',
      'flow public.z.refund <- ?',
      'calls public.refund:unknown',
      'session ddl',
      'unknown: `public.refund` is not a function that we know',
    ]],
    ['CREATE TABLE app.z AS VALUES (1)', [
      'schema relation app.z',
      'session ddl',
    ]],
    ['CREATE TEMP TABLE z AS SELECT ssn FROM customers', [
      'read relation public.customers (ssn)',
      'schema relation pg_temp.z',
      'flow pg_temp.z.ssn <- public.customers.ssn',
      'session temp name=z',
    ]],
    ['CREATE RULE r AS ON UPDATE TO t WHERE refund(1) > 0 DO ALSO (DELETE FROM u; NOTIFY x)', [
      'control channel x',
      'destroy relation public.u',
      'schema relation public.t',
      'unknown function public.refund',
      'calls public.refund:unknown',
      'session ddl',
      'lock ACCESS EXCLUSIVE, rewrite not known',
      'unknown: `public.refund` is not a function that we know',
    ]],
    ['CREATE RULE r AS ON INSERT TO t DO NOTHING', [
      'schema relation public.t',
      'session ddl',
      'lock ACCESS EXCLUSIVE, rewrite not known',
    ]],
  ])('%s', async (sql, lines) => {
    expect(told(await factsOf(sql, { catalog: SHOP }))).toEqual(lines);
  });
});
