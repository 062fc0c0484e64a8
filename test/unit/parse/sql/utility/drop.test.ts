// SPDX-License-Identifier: Apache-2.0
import { SHOP } from '../../../../support/shop.js';
import { factsOf, told } from '../../../../support/statements.js';

describe('DROP', () => {
  it.each<[string, string[]]>([
    ['DROP TABLE t, customers CASCADE', [
      'destroy relation *',
      'destroy relation public.customers',
      'destroy relation public.t',
      'session ddl',
      'lock ACCESS EXCLUSIVE, rewrite not known',
    ]],
    ['DROP INDEX CONCURRENTLY i', [
      'schema index ~public.i',
      'session ddl',
      'lock SHARE UPDATE EXCLUSIVE, rewrite not known',
    ]],
    ['DROP VIEW v', [
      'schema relation public.v',
      'session ddl',
      'lock ACCESS EXCLUSIVE, rewrite not known',
    ]],
    ['DROP FUNCTION refund(int)', [
      'schema function public.refund',
      'session ddl',
    ]],
    ['DROP SCHEMA app CASCADE', [
      'destroy relation *',
      'destroy schema app',
      'session ddl',
    ]],
    ['DROP OWNED BY joe', [
      'destroy relation *',
      'destroy role joe',
      'grant role joe',
      'session ddl',
    ]],
    ['DROP ROLE joe', [
      'grant role joe',
    ]],
    ['DROP DATABASE x', [
      'destroy database x',
    ]],
    ['DROP TRIGGER g ON t', [
      'schema relation public.t',
      'session ddl',
      'lock ACCESS EXCLUSIVE, rewrite not known',
    ]],
    ['DROP POLICY p ON t', [
      'grant relation public.t',
      'session ddl',
      'lock ACCESS EXCLUSIVE, rewrite not known',
    ]],
    ['DROP TYPE x', [
      'schema type public.x',
      'session ddl',
    ]],
    ['DROP SEQUENCE s', [
      'destroy sequence public.s',
      'session ddl',
      'lock ACCESS EXCLUSIVE, rewrite not known',
    ]],
    ['DROP EXTENSION x', [
      'destroy extension x',
      'session ddl',
    ]],
    ['DROP CAST (int AS text)', [
      'schema cast pg_catalog.int4 as public.text',
      'session ddl',
    ]],
    ['DROP OPERATOR + (int, int)', [
      'schema operator public.+',
      'session ddl',
    ]],
    ['DROP AGGREGATE f(int)', [
      'schema function ~public.f',
      'session ddl',
    ]],
    ['DROP TRANSFORM FOR int LANGUAGE sql', [
      'schema transform pg_catalog.int4',
      'session ddl',
    ]],
    ['DROP OPERATOR CLASS x USING btree', [
      'schema operator class public.x',
      'session ddl',
    ]],
    ['DROP SUBSCRIPTION s', [
      'execute subscription s',
    ]],
    ['DROP USER MAPPING FOR joe SERVER s', [
      'grant role joe',
      'schema server s',
    ]],
    ['DROP FOREIGN TABLE ft', [
      'schema relation ~public.ft',
      'session ddl',
      'lock ACCESS EXCLUSIVE, rewrite not known',
    ]],
    ['DROP MATERIALIZED VIEW m', [
      'destroy relation public.m',
      'session ddl',
      'lock ACCESS EXCLUSIVE, rewrite not known',
    ]],
    ['DROP EVENT TRIGGER e', [
      'schema event trigger e',
      'session ddl',
    ]],
    ['DROP PUBLICATION p', [
      'schema publication p',
      'session ddl',
    ]],
    ['DROP TABLESPACE ts', [
      'destroy tablespace ts',
    ]],
    ['DROP LANGUAGE plpgsql', [
      'schema language plpgsql',
      'session ddl',
    ]],
    ['DROP SERVER s CASCADE', [
      'destroy relation *',
      'schema server s',
      'session ddl',
    ]],
    ['DROP TABLE IF EXISTS app.t', [
      'destroy relation app.t',
      'session ddl',
      'lock ACCESS EXCLUSIVE, rewrite not known',
    ]],
    ['DROP PROCEDURE refund', [
      'schema function public.refund',
      'session ddl',
    ]],
    ['DROP ROUTINE refund', [
      'schema function public.refund',
      'session ddl',
    ]],
    ['DROP DOMAIN d', [
      'schema type public.d',
      'session ddl',
    ]],
    ['DROP TEXT SEARCH PARSER p', [
      'schema text search parser public.p',
      'session ddl',
    ]],
    ['DROP COLLATION c', [
      'schema collation public.c',
      'session ddl',
    ]],
    ['DROP CONVERSION c', [
      'schema conversion public.c',
      'session ddl',
    ]],
    ['DROP STATISTICS s', [
      'schema statistics public.s',
      'session ddl',
    ]],
    ['DROP ACCESS METHOD am', [
      'schema access method am',
      'session ddl',
    ]],
    ['DROP FOREIGN DATA WRAPPER f', [
      'schema foreign data wrapper f',
      'session ddl',
    ]],
    ['DROP RULE r ON t', [
      'schema relation public.t',
      'session ddl',
      'lock ACCESS EXCLUSIVE, rewrite not known',
    ]],
    ['DROP OWNED BY a, CURRENT_USER CASCADE', [
      'destroy relation *',
      'destroy role a',
      'destroy role current_user',
      'grant role a',
      'grant role current_user',
      'schema relation *',
      'session ddl',
    ]],
    ['DROP OPERATOR FAMILY app.f USING btree', [
      'schema operator family app.f',
      'session ddl',
    ]],
    ['DROP ROLE a, b', [
      'grant role a',
      'grant role b',
    ]],
    ['DROP INDEX a, b', [
      'schema index ~public.a',
      'schema index ~public.b',
      'session ddl',
      'lock ACCESS EXCLUSIVE, rewrite not known',
    ]],
    ['DROP TYPE app.a, b CASCADE', [
      'destroy relation *',
      'schema type app.a',
      'schema type public.b',
      'session ddl',
    ]],
  ])('%s', async (sql, lines) => {
    expect(told(await factsOf(sql, { catalog: SHOP }))).toEqual(lines);
  });
});
