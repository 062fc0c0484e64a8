// SPDX-License-Identifier: Apache-2.0
import { SHOP } from '../../../../support/shop.js';
import { factsOf, told } from '../../../../support/statements.js';

describe('objects by any name', () => {
  it.each<[string, string[]]>([
    ["COMMENT ON COLUMN customers.ssn IS 'z'", [
      'schema relation public.customers (ssn)',
      'literals z',
    ]],
    ['COMMENT ON TABLE customers IS NULL', [
      'schema relation public.customers',
    ]],
    ["COMMENT ON FUNCTION refund(int) IS 'x'", [
      'schema function public.refund',
      'literals x',
    ]],
    ["COMMENT ON DOMAIN d IS 'x'", [
      'schema type public.d',
      'literals x',
    ]],
    ["COMMENT ON CONSTRAINT k ON DOMAIN d IS 'x'", [
      'schema type public.d',
      'literals x',
    ]],
    ["COMMENT ON CONSTRAINT k ON t IS 'x'", [
      'schema relation public.t',
      'literals x',
    ]],
    ["COMMENT ON LARGE OBJECT 123 IS 'x'", [
      'schema large object 123',
      'literals x',
    ]],
    ["COMMENT ON CAST (int AS text) IS 'x'", [
      'schema cast pg_catalog.int4 as public.text',
      'literals x',
    ]],
    ["COMMENT ON OPERATOR + (int, int) IS 'x'", [
      'schema operator public.+',
      'literals x',
    ]],
    ["COMMENT ON OPERATOR CLASS x USING btree IS 'x'", [
      'schema operator class public.x',
      'literals x',
    ]],
    ["COMMENT ON TRANSFORM FOR int LANGUAGE sql IS 'x'", [
      'schema transform pg_catalog.int4',
      'literals x',
    ]],
    ["COMMENT ON ROLE joe IS 'x'", [
      'schema role joe',
      'literals x',
    ]],
    ["COMMENT ON TYPE x IS 'y'", [
      'schema type public.x',
      'literals y',
    ]],
    ["COMMENT ON INDEX i IS 'x'", [
      'schema index ~public.i',
      'literals x',
    ]],
    ["COMMENT ON SEQUENCE s IS 'x'", [
      'schema sequence public.s',
      'literals x',
    ]],
    ["COMMENT ON VIEW v IS 'x'", [
      'schema relation public.v',
      'literals x',
    ]],
    ["COMMENT ON AGGREGATE app.f(int) IS 'x'", [
      'schema function app.f',
      'literals x',
    ]],
    ["COMMENT ON ACCESS METHOD am IS 'x'", [
      'schema access method am',
      'literals x',
    ]],
    ["COMMENT ON SCHEMA app IS 'x'", [
      'schema schema app',
      'literals x',
    ]],
    ["COMMENT ON TRIGGER g ON app.t IS 'x'", [
      'schema relation app.t',
      'literals x',
    ]],
    ["COMMENT ON POLICY p ON t IS 'x'", [
      'schema relation public.t',
      'literals x',
    ]],
    ["COMMENT ON RULE r ON t IS 'x'", [
      'schema relation public.t',
      'literals x',
    ]],
    ["COMMENT ON TEXT SEARCH CONFIGURATION c IS 'x'", [
      'schema text search configuration public.c',
      'literals x',
    ]],
    ["COMMENT ON EXTENSION e IS 'x'", [
      'schema extension e',
      'literals x',
    ]],
    ["COMMENT ON COLUMN app.t.a IS 'x'", [
      'schema relation app.t (a)',
      'literals x',
    ]],
    ["COMMENT ON COLUMN shop.app.t.a IS 'x'", [
      'schema relation app.t (a)',
      'literals x',
    ]],
    ["COMMENT ON LARGE OBJECT 4294967295 IS 'x'", [
      'schema large object 4294967295',
      'literals x',
    ]],
    ["COMMENT ON FUNCTION app.f IS 'x'", [
      'schema function app.f',
      'literals x',
    ]],
    ["COMMENT ON FUNCTION nope() IS 'x'", [
      'schema function ~public.nope',
      'literals x',
    ]],
    ["COMMENT ON OPERATOR app.+ (int, NONE) IS 'x'", [
      'schema operator app.+',
      'literals x',
    ]],
    ['COMMENT ON DATABASE shop IS NULL', [
      'schema database shop',
    ]],
  ])('%s', async (sql, lines) => {
    expect(told(await factsOf(sql, { catalog: SHOP }))).toEqual(lines);
  });
});
