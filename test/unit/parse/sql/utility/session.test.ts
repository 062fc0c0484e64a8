// SPDX-License-Identifier: Apache-2.0
import { SHOP } from '../../../../support/shop.js';
import { factsOf, told } from '../../../../support/statements.js';

describe('transactions, settings, channels', () => {
  it.each<[string, string[]]>([
    ['LISTEN ch', [
      'control channel ch',
    ]],
    ['UNLISTEN *', [
      'control+',
    ]],
    ['UNLISTEN ch', [
      'control+ channel ch',
    ]],
    ["NOTIFY ch, 'secret'", [
      'control channel ch',
      'literals secret',
    ]],
    ['SET search_path = app, public', [
      'control+ setting search_path',
      'session set name=search_path value=app, public local=false',
    ]],
    ["SET LOCAL work_mem = '1GB'", [
      'control setting work_mem',
      'session set name=work_mem value=1GB local=true',
    ]],
    ["SET TIME ZONE 'UTC'", [
      'control+ setting timezone',
      'session set name=timezone value=UTC local=false',
    ]],
    ["SET TIME ZONE INTERVAL '1' HOUR TO MINUTE", [
      'control+ setting timezone',
      'session set name=timezone value=1 local=false',
    ]],
    ["SET NAMES 'LATIN1'", [
      'control setting client_encoding',
      'session set name=client_encoding value=LATIN1 local=false',
      'forbidden: `client_encoding` makes the server read bytes in another way than the gate does; use UTF8',
    ]],
    ['SET client_encoding TO UTF8', [
      'control+ setting client_encoding',
      'session set name=client_encoding value=utf8 local=false',
    ]],
    ['SET ROLE admin', [
      'control setting role',
      'session set name=role value=admin local=false',
    ]],
    ['SET ROLE NONE', [
      'control setting role',
      'session set name=role value=none local=false',
    ]],
    ['SET SESSION AUTHORIZATION joe', [
      'control setting session_authorization',
      'session set name=session_authorization value=joe local=false',
    ]],
    ['RESET SESSION AUTHORIZATION', [
      'control+ setting session_authorization',
      'session reset name=session_authorization',
    ]],
    ['RESET ROLE', [
      'control+ setting role',
      'session reset name=role',
    ]],
    ['SET standard_conforming_strings = off', [
      'control setting standard_conforming_strings',
      'session set name=standard_conforming_strings value=off local=false',
      'forbidden: `standard_conforming_strings` makes the server read string literals in another way than the gate does',
    ]],
    ["SET x.y = 'z'", [
      'control setting x.y',
      'session set name=x.y value=z local=false',
    ]],
    ['SET SESSION CHARACTERISTICS AS TRANSACTION READ WRITE', [
      'control setting default_transaction_read_only',
      'session set name=default_transaction_read_only value=off local=false',
    ]],
    ['SET TRANSACTION ISOLATION LEVEL SERIALIZABLE, READ ONLY, DEFERRABLE', [
      'control+ setting transaction_deferrable',
      'control+ setting transaction_isolation',
      'control+ setting transaction_read_only',
      'session set name=transaction_isolation value=serializable local=true',
      'session set name=transaction_read_only value=on local=true',
      'session set name=transaction_deferrable value=on local=true',
    ]],
    ["SET TRANSACTION SNAPSHOT 'x'", [
      'control setting transaction_snapshot',
      'session set name=transaction_snapshot value=x local=true',
    ]],
    ['SET CONSTRAINTS ALL DEFERRED', [
      'control+',
    ]],
    ['SET XML OPTION DOCUMENT', [
      'control+ setting xmloption',
      'session set name=xmloption value=DOCUMENT local=false',
    ]],
    ["SET SCHEMA 'app'", [
      'control+ setting search_path',
      'session set name=search_path value=app local=false',
    ]],
    ['SET seed TO 0.5', [
      'control+ setting seed',
      'session set name=seed value=0.5 local=false',
    ]],
    ['RESET ALL', [
      'control+',
      'session reset name=null',
    ]],
    ['RESET search_path', [
      'control+ setting search_path',
      'session reset name=search_path',
    ]],
    ['SET search_path FROM CURRENT', [
      'unknown setting search_path',
      'unknown: `search_path` is set in a way that we do not know',
    ]],
    ['SHOW ALL', [
      'read',
      'returns name ~ nothing; setting ~ nothing; description ~ nothing',
    ]],
    ['SHOW search_path', [
      'read',
      'returns search_path ~ nothing',
    ]],
    ['SHOW TIME ZONE', [
      'read',
      'returns timezone ~ nothing',
    ]],
    ['SHOW TRANSACTION ISOLATION LEVEL', [
      'read',
      'returns transaction_isolation ~ nothing',
    ]],
    ['SHOW SESSION AUTHORIZATION', [
      'read',
      'returns session_authorization ~ nothing',
    ]],
    ['DISCARD ALL', [
      'control+',
      'session discard what=ALL',
    ]],
    ['DISCARD TEMP', [
      'control+',
      'session discard what=TEMP',
    ]],
    ['BEGIN ISOLATION LEVEL REPEATABLE READ READ WRITE', [
      'control setting transaction_read_only',
      'control+',
      'control+ setting transaction_isolation',
      'session begin',
      'session set name=transaction_isolation value=repeatable read local=true',
      'session set name=transaction_read_only value=off local=true',
    ]],
    ['START TRANSACTION READ ONLY', [
      'control+',
      'control+ setting transaction_read_only',
      'session begin',
      'session set name=transaction_read_only value=on local=true',
    ]],
    ['COMMIT AND CHAIN', [
      'control+',
      'session commit',
      'session begin',
    ]],
    ['ROLLBACK AND NO CHAIN', [
      'control+',
      'session rollback',
    ]],
    ['SAVEPOINT x', [
      'control+',
      'session savepoint',
    ]],
    ['RELEASE x', [
      'control+',
      'session release',
    ]],
    ['ROLLBACK TO SAVEPOINT x', [
      'control+',
      'session rollback-to',
    ]],
    ["PREPARE TRANSACTION 'x'", [
      'control transaction x',
      'session prepare-transaction',
    ]],
    ["COMMIT PREPARED 'x'", [
      'control transaction x',
    ]],
    ["ROLLBACK PREPARED 'x'", [
      'control transaction x',
    ]],
    ['CHECKPOINT', [
      'control server checkpoint',
    ]],
    ["LOAD 'x'", [
      'execute file x',
    ]],
    ['ALTER SYSTEM SET wal_level = minimal', [
      'control setting wal_level',
    ]],
    ['ALTER SYSTEM RESET ALL', [
      'control setting *',
    ]],
    ['NOTIFY ch', [
      'control channel ch',
    ]],
    ['DISCARD PLANS', [
      'control+',
      'session discard what=PLANS',
    ]],
    ['DISCARD SEQUENCES', [
      'control+',
      'session discard what=SEQUENCES',
    ]],
    ['SET LOCAL search_path TO DEFAULT', [
      'control+ setting search_path',
      'session set name=search_path value=null local=true',
    ]],
    ['SET enable_seqscan = off', [
      'control+ setting enable_seqscan',
      'session set name=enable_seqscan value=off local=false',
    ]],
    ['SET geqo_seed = 0.5', [
      'control+ setting geqo_seed',
      'session set name=geqo_seed value=0.5 local=false',
    ]],
    ['SET x.y = 1', [
      'control setting x.y',
      'session set name=x.y value=1 local=false',
    ]],
    ['SET x.y = -5', [
      'control setting x.y',
      'session set name=x.y value=-5 local=false',
    ]],
    ['SET x.y = true', [
      'control setting x.y',
      'session set name=x.y value=true local=false',
    ]],
    ["SET search_path = ''", [
      'control+ setting search_path',
      'session set name=search_path value= local=false',
    ]],
    ['SET search_path = app, pg_catalog', [
      'control setting search_path',
      'session set name=search_path value=app, pg_catalog local=false',
    ]],
    ['SET CONSTRAINTS a, b IMMEDIATE', [
      'control+',
    ]],
    ['END', [
      'control+',
      'session commit',
    ]],
    ['ABORT', [
      'control+',
      'session rollback',
    ]],
    ['BEGIN READ ONLY, NOT DEFERRABLE', [
      'control+',
      'control+ setting transaction_deferrable',
      'control+ setting transaction_read_only',
      'session begin',
      'session set name=transaction_read_only value=on local=true',
      'session set name=transaction_deferrable value=off local=true',
    ]],
    ['SET TRANSACTION READ WRITE', [
      'control setting transaction_read_only',
      'session set name=transaction_read_only value=off local=true',
    ]],
    ['SET SESSION CHARACTERISTICS AS TRANSACTION ISOLATION LEVEL SERIALIZABLE, READ ONLY', [
      'control+ setting default_transaction_isolation',
      'control+ setting default_transaction_read_only',
      'session set name=default_transaction_isolation value=serializable local=false',
      'session set name=default_transaction_read_only value=on local=false',
    ]],
    ['ALTER SYSTEM SET standard_conforming_strings = off', [
      'control setting standard_conforming_strings',
      'forbidden: `standard_conforming_strings` makes the server read string literals in another way than the gate does',
    ]],
    ['SET TIME ZONE LOCAL', [
      'control+ setting timezone',
      'session set name=timezone value=null local=false',
    ]],
    ['SET TIME ZONE -7', [
      'control+ setting timezone',
      'session set name=timezone value=-7 local=false',
    ]],
    ['SHOW standard_conforming_strings', [
      'read',
      'returns standard_conforming_strings ~ nothing',
    ]],
    ["SELECT set_config('app.x', NULL, true)", [
      'control+ setting app.x',
      'returns set_config ~ nothing',
      'calls set_config:control',
      'session set name=app.x value=null local=true',
      'literals app.x',
    ]],
    ["SELECT set_config('search_path', 'app', false), set_config($1, 'x', true)", [
      'control+ setting search_path',
      'unknown function pg_catalog.set_config',
      'returns set_config ~ nothing; set_config ~ nothing',
      'calls set_config:control',
      'session set name=search_path value=app local=false',
      'unknown: `set_config` is only understood with literals',
      'literals search_path | app | x',
    ]],
    ["SELECT set_config('a.b', 'c', false) FROM t", [
      'read relation public.t',
      'unknown function pg_catalog.set_config',
      'returns set_config ~ nothing',
      'calls set_config:control',
      'unknown: `set_config` is only understood as a column of a plain SELECT without FROM and WHERE',
      'literals a.b | c',
    ]],
    ["SELECT set_config('work_mem', '1', false) WHERE true", [
      'unknown function pg_catalog.set_config',
      'returns set_config ~ nothing',
      'calls set_config:control',
      'unknown: `set_config` is only understood as a column of a plain SELECT without FROM and WHERE',
      'literals work_mem | 1',
    ]],
    ["SELECT set_config('a.b', lower('X'), false)", [
      'unknown function pg_catalog.set_config',
      'returns set_config ~ nothing',
      'calls lower:harmless, set_config:control',
      'unknown: `set_config` is only understood with literals',
      'literals a.b | X',
    ]],
    ["SELECT set_config('a.b', 'c', $1)", [
      'unknown function pg_catalog.set_config',
      'returns set_config ~ nothing',
      'calls set_config:control',
      'unknown: `set_config` is only understood with literals',
      'literals a.b | c',
    ]],
    ["VALUES (set_config('a.b', 'c', false))", [
      'unknown function pg_catalog.set_config',
      'returns column1 ~ nothing',
      'calls set_config:control',
      'unknown: `set_config` is only understood as a column of a plain SELECT without FROM and WHERE',
      'literals a.b | c',
    ]],
    ["SELECT lower(set_config('a.b', 'c', false))", [
      'unknown function pg_catalog.set_config',
      'returns lower ~ nothing',
      'calls set_config:control, lower:harmless',
      'unknown: `set_config` is only understood as a column of a plain SELECT without FROM and WHERE',
      'literals a.b | c',
    ]],
    ["SELECT set_config('a.b', 'c', true) UNION SELECT 'x'", [
      'unknown function pg_catalog.set_config',
      'returns set_config ~ nothing',
      'calls set_config:control',
      'unknown: `set_config` is only understood as a column of a plain SELECT without FROM and WHERE',
      'literals a.b | c | x',
    ]],
    ["SET TIME ZONE INTERVAL '1' HOUR TO MINUTE", [
      'control+ setting timezone',
      'session set name=timezone value=1 local=false',
    ]],
    ['SET extra_float_digits = 0', [
      'control+ setting extra_float_digits',
      'session set name=extra_float_digits value=0 local=false',
    ]],
    ['SET seed = 0.5', [
      'control+ setting seed',
      'session set name=seed value=0.5 local=false',
    ]],
  ])('%s', async (sql, lines) => {
    expect(told(await factsOf(sql, { catalog: SHOP }))).toEqual(lines);
  });
});

describe('READ WRITE', () => {
  it.each<[string, boolean | undefined, string]>([
    ['BEGIN READ WRITE', true, 'control+ setting transaction_read_only'],
    ['START TRANSACTION ISOLATION LEVEL SERIALIZABLE, READ WRITE', true, 'control+ setting transaction_read_only'],
    ['SET TRANSACTION READ WRITE', true, 'control+ setting transaction_read_only'],
    ['SET SESSION CHARACTERISTICS AS TRANSACTION READ WRITE', true, 'control+ setting default_transaction_read_only'],
    // By its name nobody says it without meaning it.
    ['SET default_transaction_read_only = off', true, 'control setting default_transaction_read_only'],
    ['BEGIN READ WRITE', false, 'control setting transaction_read_only'],
    ['BEGIN READ WRITE', undefined, 'control setting transaction_read_only'],
    // What it takes away from other sessions nobody knows.
    ['ALTER ROLE app SET default_transaction_read_only = off', true, 'control setting default_transaction_read_only'],
    ['ALTER SYSTEM SET default_transaction_read_only = off', true, 'control setting default_transaction_read_only'],
    ['CREATE FUNCTION f() RETURNS int LANGUAGE sql SET default_transaction_read_only = off AS $$SELECT 1$$', true, 'control setting default_transaction_read_only'],
    ['CREATE FUNCTION f() RETURNS void LANGUAGE plpgsql AS $$BEGIN SET default_transaction_read_only = off; END$$', true, 'control setting default_transaction_read_only'],
    ['DO $$BEGIN SET default_transaction_read_only = off; END$$', true, 'control setting default_transaction_read_only'],
    ["SELECT set_config('default_transaction_read_only', 'off', false)", true, 'control setting default_transaction_read_only'],
    ['SET work_mem = 0', true, 'control setting work_mem'],
  ])('%s, in a session that is known to have started writable: %p', async (sql, writable, expected) => {
    expect(told(await factsOf(sql, writable === undefined ? {} : { started: { writable } }))).toContain(expected);
  });
});
