// SPDX-License-Identifier: Apache-2.0
import { SHOP } from '../../../../support/shop.js';
import { factsOf, told } from '../../../../support/statements.js';

describe('CREATE TABLE', () => {
  it.each<[string, string[]]>([
    ['CREATE TABLE other.public.x (a int)', [
      'schema relation other.public.x',
      'unknown database other',
      'session ddl',
      'unknown: `other` is another database',
    ]],
    ["CREATE TABLE x (a int PRIMARY KEY DEFAULT nextval('s'), b int REFERENCES customers(id), c text CHECK (refund(1) > 0), LIKE t INCLUDING ALL, EXCLUDE USING gist (b WITH =)) INHERITS (u)", [
      'read relation public.t',
      'schema relation public.customers (id)',
      'schema relation public.u',
      'schema relation public.x',
      'unknown function public.refund',
      'write sequence public.s',
      'calls nextval:write, public.refund:unknown',
      'session ddl',
      'unknown: `public.refund` is not a function that we know',
      'literals s',
    ]],
    ['CREATE TABLE x PARTITION OF t FOR VALUES IN (1,2)', [
      'schema relation public.t',
      'schema relation public.x',
      'session ddl',
    ]],
    ['CREATE TABLE x PARTITION OF t FOR VALUES FROM (1) TO (MAXVALUE)', [
      'schema relation public.t',
      'schema relation public.x',
      'session ddl',
    ]],
    ['CREATE TEMP TABLE x (a int) ON COMMIT DROP', [
      'schema relation pg_temp.x',
      'session ddl',
      'session temp name=x',
    ]],
    ['CREATE TABLE x (a int) PARTITION BY RANGE (lower(b))', [
      'schema relation public.x',
      'calls lower:harmless',
      'session ddl',
    ]],
    ['CREATE UNLOGGED TABLE IF NOT EXISTS pg_temp.x (a int)', [
      'schema relation pg_temp.x',
      'session ddl',
      'session temp name=x',
    ]],
    ["CREATE FOREIGN TABLE ft (a int) SERVER srv OPTIONS (x 'y')", [
      'execute server srv',
      'schema relation public.ft',
      'session ddl',
    ]],
    ['CREATE TABLE x (a int GENERATED ALWAYS AS (ssn) STORED) INHERITS (customers)', [
      'schema relation public.customers',
      'schema relation public.x',
      'flow public.x.a <- public.x.ssn, public.customers.ssn',
      'session ddl',
    ]],
    ['CREATE TABLE x (a int, b int GENERATED ALWAYS AS (a + refund(1)) STORED)', [
      'schema relation public.x',
      'unknown function public.refund',
      'flow public.x.b <- public.x.a',
      'calls public.refund:unknown',
      'session ddl',
      'unknown: `public.refund` is not a function that we know',
    ]],
    ['CREATE TABLE x (a int GENERATED ALWAYS AS (1) STORED)', [
      'schema relation public.x',
      'session ddl',
    ]],
    ['CREATE TABLE x (CHECK (a > refund(1)), FOREIGN KEY (a) REFERENCES customers (id), EXCLUDE USING gist (refund(a) WITH =) WHERE (refund(a) > 1))', [
      'schema relation public.customers (id)',
      'schema relation public.x',
      'unknown function public.refund',
      'calls public.refund:unknown',
      'session ddl',
      'unknown: `public.refund` is not a function that we know',
    ]],
    ['CREATE TABLE x (a int, EXCLUDE USING gist (a WITH =))', [
      'schema relation public.x',
      'session ddl',
    ]],
    ['CREATE TABLE x PARTITION OF t FOR VALUES FROM (refund(1)) TO (MAXVALUE)', [
      'schema relation public.t',
      'schema relation public.x',
      'unknown function public.refund',
      'calls public.refund:unknown',
      'session ddl',
      'unknown: `public.refund` is not a function that we know',
    ]],
    ['CREATE TABLE x PARTITION OF t DEFAULT', [
      'schema relation public.t',
      'schema relation public.x',
      'session ddl',
    ]],
    ['CREATE TABLE x OF app.pair (a WITH OPTIONS DEFAULT refund(1))', [
      'schema relation public.x',
      'unknown function public.refund',
      'calls public.refund:unknown',
      'session ddl',
      'unknown: `public.refund` is not a function that we know',
    ]],
    ['CREATE TABLE pg_temp.x (a int)', [
      'schema relation pg_temp.x',
      'session ddl',
      'session temp name=x',
    ]],
    ['CREATE TABLE x (a int DEFAULT (SELECT 1)) PARTITION BY LIST (refund(a), b)', [
      'schema relation public.x',
      'unknown function public.refund',
      'calls public.refund:unknown',
      'session ddl',
      'unknown: `public.refund` is not a function that we know',
    ]],
    ['CREATE FOREIGN TABLE ft PARTITION OF t FOR VALUES IN (1) SERVER srv', [
      'execute server srv',
      'schema relation public.ft',
      'schema relation public.t',
      'session ddl',
    ]],
    ['CREATE TABLE pg_catalog.lower (a int)', [
      'schema relation pg_catalog.lower',
      'unknown relation pg_catalog.lower',
      'session ddl',
      "unknown: it defines something among what is PostgreSQL's own, whose names are then no longer what they are taken for",
    ]],
    ['CREATE TABLE x (a int REFERENCES t ON UPDATE CASCADE)', [
      'schema relation public.t',
      'schema relation public.x',
      'flow public.x.a <- public.t.*',
      'session ddl',
    ]],
    ['CREATE TABLE x (a bytea DEFAULT lo_get(1))', [
      'schema relation public.x',
      'flow a default.* <- ?',
      'calls lo_get:harmless',
      'session ddl',
    ]],
    ['CREATE TABLE x (a int, FOREIGN KEY (a) REFERENCES t (a) ON UPDATE CASCADE)', [
      'schema relation public.t (a)',
      'schema relation public.x',
      'flow public.x.a <- public.t.a',
      'session ddl',
    ]],
  ])('%s', async (sql, lines) => {
    expect(told(await factsOf(sql, { catalog: SHOP }))).toEqual(lines);
  });
});
