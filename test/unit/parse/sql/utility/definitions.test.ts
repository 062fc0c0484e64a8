// SPDX-License-Identifier: Apache-2.0
import { SHOP } from '../../../../support/shop.js';
import { factsOf, told } from '../../../../support/statements.js';

describe('schemas, databases, types, operators, casts, text search', () => {
  it.each<[string, string[]]>([
    ['CREATE SCHEMA z AUTHORIZATION joe CREATE TABLE q (a int) CREATE VIEW r AS SELECT * FROM q GRANT SELECT ON q TO bob', [
      'grant relation z.q',
      'grant role bob',
      'grant role joe',
      'read relation ~z.q (*)',
      'schema relation z.q',
      'schema relation z.r',
      'schema schema z',
      'session ddl',
      'session ddl',
      'session ddl',
    ]],
    ['CREATE SCHEMA IF NOT EXISTS z', [
      'schema schema z',
      'session ddl',
    ]],
    ['CREATE DATABASE d TEMPLATE shop', [
      'read database shop (*)',
      'schema database d',
    ]],
    ["CREATE TABLESPACE ts LOCATION '/x'", [
      'execute file /x',
      'schema tablespace ts',
    ]],
    ['CREATE TYPE x AS (a int)', [
      'schema type public.x',
      'session ddl',
    ]],
    ["CREATE TYPE x AS ENUM ('a')", [
      'schema type public.x',
      'session ddl',
    ]],
    ['CREATE TYPE x AS RANGE (subtype = int, canonical = refund)', [
      'execute function public.refund',
      'schema type public.x',
      'session ddl',
    ]],
    ['CREATE TYPE x (INPUT = refund, OUTPUT = lower)', [
      'execute function public.refund',
      'execute function ~public.lower',
      'schema type public.x',
      'session ddl',
    ]],
    ['CREATE TYPE x', [
      'schema type public.x',
      'session ddl',
    ]],
    ["CREATE DOMAIN d AS int CHECK (refund(value) > 0) DEFAULT nextval('s')", [
      'schema type public.d',
      'unknown function public.refund',
      'write sequence public.s',
      'calls public.refund:unknown, nextval:write',
      'session ddl',
      'unknown: `public.refund` is not a function that we know',
      'literals s',
    ]],
    ['CREATE AGGREGATE ag (int) (SFUNC = refund, STYPE = int)', [
      'schema function public.ag',
      'session ddl',
    ]],
    ['CREATE OPERATOR === (FUNCTION = refund, LEFTARG = int, RIGHTARG = int)', [
      'schema operator public.===',
      'session ddl',
    ]],
    ['CREATE OPERATOR === (FUNCTION = refund, COMMUTATOR = OPERATOR(app.==), NEGATOR = !==, LEFTARG = int, RIGHTARG = int, RESTRICT)', [
      'schema operator app.==',
      'schema operator public.!==',
      'schema operator public.===',
      'session ddl',
      'session ddl',
      'session ddl',
    ]],
    ['CREATE OPERATOR === (FUNCTION = refund, COMMUTATOR)', [
      'schema operator public.===',
      'session ddl',
    ]],
    ['ALTER OPERATOR === (int, int) SET (COMMUTATOR = ==)', [
      'schema operator public.==',
      'schema operator public.===',
      'session ddl',
      'session ddl',
    ]],
    ['CREATE TYPE x AS RANGE (subtype = int, multirange_type_name = app.xs)', [
      'schema type app.xs',
      'schema type public.x',
      'session ddl',
      'session ddl',
    ]],
    ["CREATE TYPE x AS RANGE (subtype = int, multirange_type_name = 'xs')", [
      'schema type public.x',
      'schema type public.xs',
      'session ddl',
      'session ddl',
    ]],
    ['CREATE OPERATOR CLASS x FOR TYPE int USING btree FAMILY app.f AS OPERATOR 1 <', [
      'schema operator class public.x',
      'schema operator family app.f',
      'session ddl',
      'session ddl',
    ]],
    ['CREATE OPERATOR CLASS x FOR TYPE int USING btree AS FUNCTION 1 refund(int,int)', [
      'execute function public.refund',
      'schema operator class public.x',
      'session ddl',
    ]],
    ['CREATE OPERATOR FAMILY x USING btree', [
      'schema operator family public.x',
      'session ddl',
    ]],
    ['ALTER OPERATOR FAMILY x USING btree ADD FUNCTION 1 (int,int) refund(int,int)', [
      'execute function public.refund',
      'schema operator family public.x',
      'session ddl',
    ]],
    ['CREATE CAST (int AS text) WITH FUNCTION refund(int)', [
      'execute function public.refund',
      'schema cast pg_catalog.int4 as public.text',
      'session ddl',
    ]],
    ['CREATE TRANSFORM FOR int LANGUAGE sql (FROM SQL WITH FUNCTION refund(internal))', [
      'execute function public.refund',
      'schema transform pg_catalog.int4',
      'session ddl',
    ]],
    ["CREATE CONVERSION c FOR 'UTF8' TO 'LATIN1' FROM refund", [
      'execute function public.refund',
      'schema conversion public.c',
      'session ddl',
    ]],
    ['CREATE ACCESS METHOD am TYPE INDEX HANDLER refund', [
      'execute function public.refund',
      'schema access method am',
      'session ddl',
    ]],
    ["CREATE COLLATION c (locale = 'C')", [
      'schema collation public.c',
      'session ddl',
    ]],
    ['CREATE TEXT SEARCH CONFIGURATION c (COPY = english)', [
      'schema text search configuration public.c',
      'session ddl',
    ]],
    ['CREATE TEXT SEARCH DICTIONARY c (TEMPLATE = simple)', [
      'schema text search dictionary public.c',
      'session ddl',
    ]],
    ['CREATE TEXT SEARCH PARSER c (START = refund, GETTOKEN = refund, END = refund, LEXTYPES = refund)', [
      'execute function public.refund',
      'schema text search parser public.c',
      'session ddl',
    ]],
    ["ALTER TYPE x ADD VALUE 'y'", [
      'schema type public.x',
      'session ddl',
    ]],
    ['ALTER DOMAIN d ADD CHECK (value > 0)', [
      'schema type public.d',
      'session ddl',
    ]],
    ['ALTER DOMAIN d SET DEFAULT 1', [
      'schema type public.d',
      'session ddl',
    ]],
    ['ALTER DATABASE d SET search_path = x', [
      'control setting search_path',
      'schema database d',
    ]],
    ['ALTER OPERATOR + (int,int) SET (RESTRICT = eqsel)', [
      'schema operator public.+',
      'session ddl',
    ]],
    ['ALTER TEXT SEARCH CONFIGURATION c ADD MAPPING FOR x WITH y', [
      'schema text search configuration public.c',
      'session ddl',
    ]],
    ['ALTER TABLESPACE ts SET (random_page_cost=1)', [
      'schema tablespace ts',
    ]],
    ['ALTER COLLATION "C" REFRESH VERSION', [
      'schema collation public.C',
      'session ddl',
    ]],
    ['CREATE SCHEMA AUTHORIZATION joe CREATE SEQUENCE q', [
      'grant role joe',
      'schema schema joe',
      'schema sequence joe.q',
      'session ddl',
      'session ddl',
    ]],
    ['CREATE SCHEMA z CREATE INDEX ON q (a) CREATE TABLE q (a int REFERENCES r) CREATE TABLE app.r (a int)', [
      'schema relation app.r',
      'schema relation z.q (a)',
      'schema relation ~z.r',
      'schema schema z',
      'session ddl',
      'session ddl',
      'session ddl',
      'session ddl',
    ]],
    ['CREATE SCHEMA z CREATE TRIGGER g AFTER INSERT ON q EXECUTE FUNCTION refund() GRANT USAGE ON SCHEMA app TO bob', [
      'execute function public.refund',
      'grant role bob',
      'grant schema app',
      'schema relation z.q',
      'schema schema z',
      'session ddl',
      'session ddl',
    ]],
    ['CREATE SCHEMA AUTHORIZATION CURRENT_USER CREATE TABLE q (a int)', [
      'grant role current_user',
      'schema relation current_user.q',
      'schema schema current_user',
      'session ddl',
      'session ddl',
    ]],
    ['CREATE DATABASE d OWNER joe', [
      'schema database d',
    ]],
    ['ALTER DATABASE d WITH CONNECTION LIMIT 3', [
      'schema database d',
    ]],
    ['ALTER DATABASE d REFRESH COLLATION VERSION', [
      'schema database d',
    ]],
    ['ALTER DATABASE d SET standard_conforming_strings = off', [
      'control setting standard_conforming_strings',
      'schema database d',
      'forbidden: `standard_conforming_strings` makes the server read string literals in another way than the gate does',
    ]],
    ["CREATE TABLESPACE ts OWNER joe LOCATION '/x'", [
      'execute file /x',
      'grant role joe',
      'schema tablespace ts',
    ]],
    ['ALTER DOMAIN d DROP CONSTRAINT k CASCADE', [
      'schema type *',
      'schema type public.d',
      'session ddl',
    ]],
    ['ALTER DOMAIN d SET DEFAULT refund(1)', [
      'schema type public.d',
      'unknown function public.refund',
      'calls public.refund:unknown',
      'session ddl',
      'unknown: `public.refund` is not a function that we know',
    ]],
    ['ALTER DOMAIN d DROP NOT NULL', [
      'schema type public.d',
      'session ddl',
    ]],
    ['ALTER DOMAIN d ADD CONSTRAINT k CHECK (refund(VALUE) > 0) NOT VALID', [
      'schema type public.d',
      'unknown function public.refund',
      'calls public.refund:unknown',
      'session ddl',
      'unknown: `public.refund` is not a function that we know',
    ]],
    ['CREATE CAST (int AS text) WITHOUT FUNCTION', [
      'schema cast pg_catalog.int4 as public.text',
      'session ddl',
    ]],
    ['CREATE CAST (app.a AS b) WITH INOUT', [
      'schema cast app.a as public.b',
      'session ddl',
    ]],
    ['CREATE OPERATOR CLASS x FOR TYPE int USING btree AS OPERATOR 1 <, STORAGE int', [
      'schema operator class public.x',
      'session ddl',
    ]],
    ['CREATE TRANSFORM FOR int LANGUAGE sql (FROM SQL WITH FUNCTION app.f(internal), TO SQL WITH FUNCTION app.g(internal))', [
      'execute function app.f',
      'execute function app.g',
      'schema transform pg_catalog.int4',
      'session ddl',
    ]],
    ['ALTER OPERATOR FAMILY x USING btree DROP FUNCTION 1 (int, int)', [
      'schema operator family public.x',
      'session ddl',
    ]],
    ["CREATE TYPE x (INPUT = app.f, OUTPUT = 'lower', LIKE = int)", [
      'execute function app.f',
      'execute function ~public.lower',
      'schema type public.x',
      'session ddl',
    ]],
    ['ALTER TEXT SEARCH DICTIONARY d (StopWords = x)', [
      'schema text search dictionary public.d',
      'session ddl',
    ]],
    ['ALTER TYPE x SET (RECEIVE = refund, STORAGE = plain)', [
      'execute function public.refund',
      'schema type public.x',
      'session ddl',
    ]],
    ['CREATE TEXT SEARCH TEMPLATE c (INIT = refund, LEXIZE = refund)', [
      'execute function public.refund',
      'schema text search template public.c',
      'session ddl',
    ]],
    ['CREATE TYPE app.x (INPUT = OPERATOR(app.+), OUTPUT = app.out, ANALYZE)', [
      'execute function app.+',
      'execute function app.out',
      'schema type app.x',
      'session ddl',
    ]],
  ])('%s', async (sql, lines) => {
    expect(told(await factsOf(sql, { catalog: SHOP }))).toEqual(lines);
  });
});
