// SPDX-License-Identifier: Apache-2.0
import { SHOP } from '../../../../support/shop.js';
import { splitAssignment } from '../../../../../src/parse/sql/utility/declarations.js';
import { factsOf, loadParser, told } from '../../../../support/statements.js';

describe('DO', () => {
  it.each<[string, string[]]>([
    ['DO $$ #variable_conflict use_variable\nDECLARE a int; BEGIN PERFORM a FROM t; END $$', [
      'read relation public.t (a) where a',
      'unknown',
      'unknown: with `#variable_conflict use_variable` names of columns may be variables',
    ]],
    ['DO $$ DECLARE "R r" record := (SELECT ssn FROM customers); BEGIN NULL; END $$', [
      'read relation public.customers (ssn) where ssn',
    ]],
    ['DO $$ BEGIN DELETE FROM t; END $$', [
      'destroy relation public.t',
    ]],
    ["DO $$ DECLARE x int := nextval('s'); r record; BEGIN FOR r IN SELECT * FROM customers LOOP INSERT INTO t(b) VALUES (r.ssn); END LOOP; END $$", [
      'read relation public.customers (id, email, ssn) where id, email, ssn',
      'write relation public.t (b)',
      'write sequence public.s',
      'flow public.s.* <- public.customers.id, public.customers.email, public.customers.ssn',
      'flow public.t.* <- public.customers.id, public.customers.email, public.customers.ssn',
      'flow public.t.b <- ?',
      'calls nextval:write',
      'literals s',
    ]],
    ["DO $$ BEGIN EXECUTE 'DROP TABLE t'; END $$", [
      'destroy relation public.t',
      'session ddl',
      'literals DROP TABLE t',
    ]],
    ["DO $$ BEGIN EXECUTE format('DROP TABLE %I', 't'); END $$", [
      'unknown',
      'calls format:harmless',
      'unknown: it runs text as SQL (EXECUTE), which is only put together when it runs',
      'literals DROP TABLE %I | t',
    ]],
    ['DO $$ BEGIN PERFORM pg_sleep(1); COMMIT; END $$', [
      'control function pg_catalog.pg_sleep',
      'control+',
      'calls pg_sleep:control',
    ]],
    ["DO $$ BEGIN RAISE NOTICE '%', (SELECT ssn FROM customers LIMIT 1); END $$", [
      'read relation public.customers (ssn) where ssn',
    ]],
    ['DO LANGUAGE plpython3u $$ import os $$', [
      'execute language plpython3u',
      'unknown language plpython3u',
      'unknown: code in `plpython3u` is not read',
    ]],
    ['DO $x$ BEGIN IF true THEN NULL; END IF; END $x$', [
      'read',
    ]],
    ["DO $$ BEGIN EXECUTE 'DROP TABLE t; SELECT 1'; END $$", [
      'unknown',
      'unknown: it runs text as SQL (EXECUTE), which is only put together when it runs',
      'literals DROP TABLE t; SELECT 1',
    ]],
    ["DO $$ BEGIN EXECUTE E'DROP\\x20TABLE t'; END $$", [
      'destroy relation public.t',
      'session ddl',
      'literals DROP TABLE t',
    ]],
    ["DO $$ BEGIN EXECUTE 'DROP' || ' TABLE t'; END $$", [
      'unknown',
      'unknown: it runs text as SQL (EXECUTE), which is only put together when it runs',
      'literals  TABLE t | DROP',
    ]],
    ["DO $$ BEGIN EXECUTE 'DELETE FROM t WHERE a = $1' USING 1; END $$", [
      'read relation public.t (a) where a',
      'write relation public.t',
      'flow public.t.* <- public.t.a',
      'literals DELETE FROM t WHERE a = $1',
    ]],
    ["DO $$ BEGIN EXECUTE 'DO $x$ BEGIN DELETE FROM t; END $x$'; END $$", [
      'destroy relation public.t',
      'literals DO $x$ BEGIN DELETE FROM t; END $x$',
    ]],
    ["DO $$ BEGIN EXECUTE 'SET ROLE admin'; END $$", [
      'control setting role',
      'unknown',
      'unknown: code that changes the session (`set`) can not be followed',
      'literals SET ROLE admin',
    ]],
    ["DO $$ DECLARE r record; BEGIN FOR r IN EXECUTE 'SELECT ssn FROM customers' LOOP NULL; END LOOP; END $$", [
      'read relation public.customers (ssn) where ssn',
      'literals SELECT ssn FROM customers',
    ]],
    ["DO $$ DECLARE c refcursor; BEGIN OPEN c FOR EXECUTE 'SELECT ssn FROM customers'; FETCH c INTO c; CLOSE c; END $$", [
      'read relation public.customers (ssn) where ssn',
      'literals SELECT ssn FROM customers',
    ]],
    ['DO $$ DECLARE c CURSOR (x int) FOR SELECT ssn FROM customers WHERE id = x; BEGIN FOR r IN c(1) LOOP NULL; END LOOP; END $$', [
      'read relation public.customers (ssn, id) where id, ssn',
    ]],
    ['DO $$ DECLARE a int[]; BEGIN a[refund(1)] := 2; FOREACH x IN ARRAY a LOOP NULL; END LOOP; END $$', [
      'unknown',
      'unknown: its PL/pgSQL could not be read: loop variable of FOREACH must be a known variable or list of variables',
    ]],
    ['DO $$ DECLARE r customers := refund(1); BEGIN NULL; END $$', [
      'unknown function public.refund',
      'calls public.refund:unknown',
      'unknown: `public.refund` is not a function that we know',
    ]],
    ["DO $$ DECLARE n int DEFAULT refund(1); BEGIN WHILE n > refund(2) LOOP EXIT WHEN n = 1; CONTINUE; END LOOP; CASE n WHEN 1 THEN NULL; ELSE NULL; END CASE; ASSERT n > 0, 'x'; GET DIAGNOSTICS n = ROW_COUNT; RAISE 'x' USING HINT = refund(3); EXCEPTION WHEN others THEN DELETE FROM u; END $$", [
      'destroy relation public.u',
      'unknown function public.refund',
      'calls public.refund:unknown',
      'unknown: `public.refund` is not a function that we know',
      'literals x',
    ]],
    ['DO $$ BEGIN CALL refund(1); PERFORM refund(2); SAVEPOINT x; END $$', [
      'control+',
      'unknown function public.refund',
      'calls public.refund:unknown',
      'session ddl',
      'unknown: `public.refund` is not a function that we know',
    ]],
    ["DO $$ BEGIN ROLLBACK; SET LOCAL work_mem = '1MB'; END $$", [
      'control setting work_mem',
      'control+',
      'unknown',
      'unknown: code that changes the session (`set`) can not be followed',
    ]],
    ['DO $$ BEGIN CREATE TEMP TABLE z (a int); INSERT INTO z SELECT id FROM customers; END $$', [
      'read relation public.customers (id) where id',
      'schema relation pg_temp.z',
      'write relation pg_temp.z (*)',
      'flow pg_temp.z.* <- public.customers.id',
      'session ddl',
      'session temp name=z',
    ]],
    ['DO $$ DECLARE v text; BEGIN SELECT ssn INTO v FROM customers; UPDATE t SET b = v WHERE a = 1; END $$', [
      'read relation public.customers (ssn) where ssn',
      'read relation public.t (a) where a',
      'write relation public.t (b)',
      'flow public.t.* <- public.customers.ssn, public.t.a',
      'flow public.t.b <- ?',
    ]],
    ['DO $$ BEGIN INSERT INTO t(b) SELECT ssn FROM customers RETURNING a INTO STRICT x; END $$', [
      'unknown',
      'unknown: its PL/pgSQL could not be read: `x` is not a known variable',
    ]],
    ['DO $$ DECLARE x int; BEGIN INSERT INTO t(b) SELECT ssn FROM customers RETURNING a INTO STRICT x; END $$', [
      'read relation public.customers (ssn) where ssn',
      'read relation public.t (a) where a',
      'write relation public.t (b)',
      'flow public.t.* <- public.customers.ssn, public.t.a',
      'flow public.t.b <- public.customers.ssn',
    ]],
    ['DO $$ BEGIN bogus; END $$', [
      'unknown',
      'unknown: its PL/pgSQL could not be read: syntax error at or near `bogus`',
    ]],
    ['DO $$ BEGIN PERFORM 1 FROM; END $$', [
      'unknown',
      'unknown: its PL/pgSQL could not be read: syntax error at end of input',
    ]],
    ["DO 'BEGIN NULL; END' LANGUAGE plpgsql", [
      'read',
    ]],
    ['DO $$ DECLARE r record := (SELECT ssn FROM customers); BEGIN NULL; END $$', [
      'read relation public.customers (ssn) where ssn',
    ]],
    ['DO $$ BEGIN MOVE NEXT FROM c; END $$', [
      'unknown',
      'unknown: its PL/pgSQL could not be read: `c` is not a known variable',
    ]],
    ['DO $$ DECLARE r RECORD = row(1,2); "q q" customers DEFAULT NULL; u&"\\0072" t := refund(1); BEGIN NULL; END $$', [
      'unknown',
      'unknown: its PL/pgSQL could not be read: syntax error at or near `?`',
    ]],
    ['DO $$ DECLARE x int; BEGIN x := 1 +; END $$', [
      'unknown',
      'unknown: its PL/pgSQL could not be read: syntax error at end of input',
    ]],
    ['DO $$ DECLARE x int; BEGIN x := 1; x = 2; END $$', [
      'read',
    ]],
    ['DO $$ DECLARE x int; BEGIN IF x > THEN NULL; END IF; END $$', [
      'unknown',
      'unknown: its PL/pgSQL could not be read: syntax error at end of input',
    ]],
    ["DO $$ BEGIN EXECUTE 'BEGIN'; EXECUTE 'COMMIT'; EXECUTE 'ROLLBACK'; END $$", [
      'control+',
      'literals BEGIN | COMMIT | ROLLBACK',
    ]],
    ["DO $$ BEGIN EXECUTE 'DELETE FROM t', 'x'; END $$", [
      'unknown',
      'unknown: it runs text as SQL (EXECUTE), which is only put together when it runs',
      'literals DELETE FROM t | x',
    ]],
    ["DO $$ BEGIN EXECUTE 'DELETE FROM t; DELETE FROM u'; END $$", [
      'unknown',
      'unknown: it runs text as SQL (EXECUTE), which is only put together when it runs',
      'literals DELETE FROM t; DELETE FROM u',
    ]],
    ["DO $$ BEGIN RAISE EXCEPTION 'x' USING ERRCODE = (SELECT ssn FROM customers); END $$", [
      'read relation public.customers (ssn) where ssn',
      'flow sqlstate.* <- ?',
    ]],
    ["DO $$ BEGIN RAISE EXCEPTION 'x' USING ERRCODE = '22012'; END $$", [
      'read',
      'literals 22012',
    ]],
  ])('%s', async (sql, lines) => {
    expect(told(await factsOf(sql, { catalog: SHOP }))).toEqual(lines);
  });
});

describe('splitAssignment', () => {
  it.each([
    ['x := 1', ['x ', ' 1']],
    ['x = y = 2', ['x ', ' y = 2']],
    ["a[f(b := 1)] := g('=')", ['a[f(b := 1)] ', " g('=')"]],
    ['"é" := 1', ['"é" ', ' 1']],
  ])('splits %s', async (text, sides) => {
    expect(splitAssignment(text, await loadParser())).toEqual(sides);
  });

  it.each(['x', "x := 'open"])('refuses %s', async (text) => {
    const parser = await loadParser();
    expect(() => splitAssignment(text, parser)).toThrow('its tree lacks a part that the grammar always has');
  });
});
