// SPDX-License-Identifier: Apache-2.0
import { SHOP } from '../../../../support/shop.js';
import { factsOf, told } from '../../../../support/statements.js';

describe('functions, procedures, triggers, languages', () => {
  it.each<[string, string[]]>([
    ["CREATE FUNCTION f() RETURNS void LANGUAGE sql AS 'ALTER TABLE app.t RENAME TO z'", [
      'schema function public.f',
      'schema relation app.t',
      'unknown',
      'session ddl',
      'unknown: code that makes another relation of `app.t` can not be followed where it is called',
    ]],
    ['CREATE FUNCTION f() RETURNS int LANGUAGE sql AS $$ DELETE FROM t; SELECT 1 $$', [
      'destroy relation public.t',
      'schema function public.f',
      'session ddl',
    ]],
    ['CREATE FUNCTION f() RETURNS int BEGIN ATOMIC DELETE FROM t WHERE a=1; SELECT ssn FROM customers; END', [
      'read relation public.customers (ssn)',
      'read relation public.t (a) where a',
      'schema function public.f',
      'write relation public.t',
      'session ddl',
    ]],
    ['CREATE FUNCTION f(a int DEFAULT refund(1)) RETURNS int RETURN a + 1', [
      'schema function public.f',
      'unknown function public.refund',
      'calls public.refund:unknown',
      'session ddl',
      'unknown: `public.refund` is not a function that we know',
    ]],
    ['CREATE OR REPLACE FUNCTION f() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = x AS $$ BEGIN NEW.a := 1; DELETE FROM u WHERE a = NEW.a; RETURN NEW; END $$', [
      'control+ setting search_path',
      'destroy relation public.u',
      'grant function public.f',
      'read relation public.u (a) where a',
      'schema function public.f',
      'session ddl',
    ]],
    ["CREATE FUNCTION f() RETURNS int LANGUAGE c AS 'x', 'y'", [
      'execute language c',
      'schema function public.f',
      'unknown language c',
      'session ddl',
      'unknown: code in `c` is not read',
    ]],
    ['CREATE FUNCTION f() RETURNS int LANGUAGE plpython3u AS $$ x $$', [
      'execute language plpython3u',
      'schema function public.f',
      'unknown language plpython3u',
      'session ddl',
      'unknown: code in `plpython3u` is not read',
    ]],
    ['CREATE PROCEDURE p() LANGUAGE sql AS $$ SELECT 1 $$', [
      'schema function public.p',
      'session ddl',
    ]],
    ['CALL refund(1)', [
      'unknown function public.refund',
      'returns ?',
      'calls public.refund:unknown',
      'session ddl',
      'unknown: `public.refund` is not a function that we know',
    ]],
    ['CALL p(1)', [
      'unknown function pg_catalog.p',
      'returns ?',
      'calls pg_catalog.p:unknown',
      'session ddl',
      'unknown: `pg_catalog.p` is not a function that we know',
    ]],
    ['CREATE TRIGGER g BEFORE INSERT OR UPDATE OF a ON t FOR EACH ROW WHEN (NEW.a > 1) EXECUTE FUNCTION refund()', [
      'execute function public.refund',
      'schema relation public.t (a)',
      'session ddl',
      'lock SHARE ROW EXCLUSIVE, rewrite not known',
    ]],
    ["CREATE FUNCTION f() RETURNS SETOF int LANGUAGE plpgsql AS $$ BEGIN RETURN QUERY EXECUTE 'SELECT id FROM customers'; RETURN QUERY SELECT a FROM t; RETURN NEXT 1; END $$", [
      'read relation public.customers (id)',
      'read relation public.t (a)',
      'schema function public.f',
      'session ddl',
      'literals SELECT id FROM customers',
    ]],
    ['CREATE EVENT TRIGGER e ON ddl_command_start EXECUTE FUNCTION refund()', [
      'execute function public.refund',
      'schema event trigger e',
      'session ddl',
    ]],
    ['CREATE LANGUAGE l HANDLER refund', [
      'execute function public.refund',
      'execute language l',
      'session ddl',
    ]],
    ['ALTER FUNCTION refund(int) SECURITY DEFINER', [
      'grant function public.refund',
      'schema function public.refund',
      'session ddl',
    ]],
    ['ALTER EVENT TRIGGER e DISABLE', [
      'schema event trigger e',
      'session ddl',
    ]],
    ['CREATE FUNCTION f() RETURNS int LANGUAGE sql AS $$ SELECT FROM WHERE $$', [
      'schema function public.f',
      'unknown',
      'session ddl',
      'unknown: the body of the function could not be read',
    ]],
    ['CREATE FUNCTION f() RETURNS int AS $$ SELECT 1 $$', [
      'schema function public.f',
      'session ddl',
    ]],
    ['CREATE FUNCTION f() RETURNS void BEGIN ATOMIC END', [
      'schema function public.f',
      'session ddl',
    ]],
    ['CREATE FUNCTION f() RETURNS void LANGUAGE sql AS $$ SET ROLE admin $$', [
      'control setting role',
      'schema function public.f',
      'unknown',
      'session ddl',
      'unknown: code that changes the session (`set`) can not be followed',
    ]],
    ['CREATE FUNCTION f() RETURNS void LANGUAGE sql AS $$ CREATE TABLE z (a int) $$', [
      'schema function public.f',
      'schema relation public.z',
      'session ddl',
    ]],
    ["CREATE FUNCTION f() RETURNS void LANGUAGE sql SET standard_conforming_strings = off AS 'SELECT 1'", [
      'control setting standard_conforming_strings',
      'schema function public.f',
      'session ddl',
      'forbidden: `standard_conforming_strings` makes the server read string literals in another way than the gate does',
    ]],
    ["CREATE FUNCTION f() RETURNS void LANGUAGE sql SET work_mem FROM CURRENT AS 'SELECT 1'", [
      'control+ setting work_mem',
      'schema function public.f',
      'session ddl',
    ]],
    ['CREATE FUNCTION f(OUT x int) LANGUAGE plpgsql AS $$ BEGIN bogus; END $$', [
      'schema function public.f',
      'unknown',
      'session ddl',
      'unknown: its PL/pgSQL could not be read: syntax error at or near `bogus`',
    ]],
    ["CREATE FUNCTION f() RETURNS void LANGUAGE internal AS 'x'", [
      'execute language internal',
      'schema function public.f',
      'unknown language internal',
      'session ddl',
      'unknown: code in `internal` is not read',
    ]],
    ['CREATE FUNCTION f() RETURNS int SECURITY INVOKER IMMUTABLE STRICT LEAKPROOF COST 1 PARALLEL SAFE LANGUAGE sql RETURN 1', [
      'schema function public.f',
      'session ddl',
    ]],
    ["CREATE FUNCTION f() RETURNS SETOF int ROWS 5 SUPPORT s TRANSFORM FOR TYPE int WINDOW LANGUAGE sql AS 'SELECT 1'", [
      'schema function public.f',
      'session ddl',
    ]],
    ['CREATE CONSTRAINT TRIGGER g AFTER INSERT ON t FROM u DEFERRABLE FOR EACH ROW EXECUTE FUNCTION app.fire()', [
      'execute function app.fire',
      'schema relation public.t',
      'schema relation public.u',
      'session ddl',
      'lock SHARE ROW EXCLUSIVE, rewrite not known',
    ]],
    ['ALTER PROCEDURE refund(int) SET search_path = x', [
      'control+ setting search_path',
      'schema function public.refund',
      'session ddl',
    ]],
    ['ALTER FUNCTION refund(int) RESET ALL', [
      'schema function public.refund',
      'session ddl',
    ]],
    ['CREATE LANGUAGE l HANDLER refund INLINE app.i VALIDATOR app.v', [
      'execute function app.i',
      'execute function app.v',
      'execute function public.refund',
      'execute language l',
      'session ddl',
    ]],
    ['CREATE PROCEDURE p() BEGIN ATOMIC CALL refund(1); END', [
      'schema function public.p',
      'unknown function public.refund',
      'calls public.refund:unknown',
      'session ddl',
      'unknown: `public.refund` is not a function that we know',
    ]],
    ["CREATE FUNCTION f() RETURNS int LANGUAGE sql AS $$ SELECT set_config('role', 'x', false) $$", [
      'schema function public.f',
      'unknown function pg_catalog.set_config',
      'calls set_config:control',
      'session ddl',
      'unknown: `set_config` is only understood as a column of a plain SELECT without FROM and WHERE',
      'literals role | x',
    ]],
    ["CALL lower('x')", [
      'read',
      'returns ?',
      'calls lower:harmless',
      'session ddl',
      'literals x',
    ]],
    ['CREATE FUNCTION f() RETURNS int LANGUAGE sql', [
      'schema function public.f',
      'unknown',
      'session ddl',
      'unknown: it holds no code',
    ]],
    ["CREATE FUNCTION f() RETURNS void LANGUAGE sql AS $$ DO 'BEGIN DELETE FROM t; END' $$", [
      'schema function public.f',
      'unknown',
      'session ddl',
      'unknown: its PL/pgSQL could not be read: Invalid input: query cannot be null or empty',
    ]],
    ['CREATE FUNCTION f() RETURNS void LANGUAGE sql AS $$ ALTER SCHEMA app RENAME TO other $$', [
      'schema function public.f',
      'schema schema app',
      'schema schema other',
      'unknown',
      'session ddl',
      'unknown: code that makes another relation of any can not be followed where it is called',
    ]],
    ['DO LANGUAGE plpgsql', [
      'unknown',
      'unknown: it holds no code',
    ]],
    ["CREATE TRIGGER g BEFORE INSERT ON t FOR EACH ROW EXECUTE FUNCTION tsvector_update_trigger_column('a', 'b', 'c')", [
      'execute function ~public.tsvector_update_trigger_column',
      'schema relation public.t',
      'flow public.t.a <- public.t.b, public.t.c',
      'session ddl',
      'lock SHARE ROW EXCLUSIVE, rewrite not known',
    ]],
    ['DO $$ BEGIN CREATE TRIGGER g AFTER INSERT ON t EXECUTE FUNCTION audit(); INSERT INTO audited VALUES (1); END $$', [
      'execute function public.audit',
      'schema relation public.t',
      'write relation public.audited (*)',
      'session ddl',
    ]],
    ['CREATE FUNCTION f() RETURNS void LANGUAGE plpgsql', [
      'schema function public.f',
      'unknown',
      'session ddl',
      'unknown: it holds no code',
    ]],
    ["CREATE TRIGGER g BEFORE INSERT ON t FOR EACH ROW EXECUTE FUNCTION tsvector_update_trigger('a', 'pg_catalog.english', 'b', 'c')", [
      'execute function ~public.tsvector_update_trigger',
      'schema relation public.t',
      'flow public.t.a <- public.t.b, public.t.c',
      'session ddl',
      'lock SHARE ROW EXCLUSIVE, rewrite not known',
    ]],
    ['CREATE FUNCTION f() RETURNS void LANGUAGE sql AS $$ SET TRANSACTION READ WRITE $$', [
      'control setting transaction_read_only',
      'schema function public.f',
      'unknown',
      'session ddl',
      'unknown: code that changes the session (`set`) can not be followed',
    ]],
  ])('%s', async (sql, lines) => {
    expect(told(await factsOf(sql, { catalog: SHOP }))).toEqual(lines);
  });
});
