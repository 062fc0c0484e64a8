// SPDX-License-Identifier: Apache-2.0
//
// What names mean in a message of several statements: kept after what can't change it, unknown after everything else.
import type { CatalogSnapshot } from '../../../../../src/core/catalog.js';
import type { StatementFacts } from '../../../../../src/core/model.js';
import type { Draft, WireContext } from '../../../../../src/gate/wire.js';
import { SqlParser } from '../../../../../src/parse/sql/parser.js';
import { resolve } from '../../../../../src/parse/sql/resolve.js';
import { NOTHING } from '../../../../../src/proxy/postgres/effects/changes.js';
import { inOrder } from '../../../../../src/proxy/postgres/effects/worst-case.js';
import { makeCatalog } from '../../../../support/catalog.js';

const parser = await SqlParser.load();
const catalog = { epoch: 1, database: 'd', user: 'u', serverVersion: 180000, schemas: new Set(['public', 'pg_catalog', 'app']), relations: new Map(), relationsByOid: new Map(), functions: new Map(), operators: new Map(), types: new Map() } as CatalogSnapshot;

function pathAfter(sql: string, searchPath: readonly string[] = ['pg_catalog', 'public'], touched = NOTHING): WireContext['searchPath'] {
  const context: WireContext = { catalog, searchPath, settings: {}, prepared: new Map(), cursors: new Map(), stale: false };
  const drafts = parser.analyse(Buffer.from(`${sql}; SELECT 1 FROM t`));
  return inOrder(drafts, context, { gate: { facts: (draft, here) => resolve(draft, here, parser) }, touched }).context.searchPath;
}

it.each([
  'CREATE TABLE t (id int PRIMARY KEY, a text DEFAULT now())', 'CREATE TABLE t (id int); CREATE INDEX i ON t (id); ALTER TABLE t ADD b int, ALTER b SET NOT NULL',
  "SET lock_timeout = '2s'; ALTER TABLE t ADD CONSTRAINT c CHECK (b > 0) NOT VALID", 'INSERT INTO t VALUES (1)', "COMMENT ON TABLE t IS 'x'; SELECT 1",
  'ALTER TABLE t ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY', 'CREATE POLICY p ON t USING (refund(a))', 'GRANT ALL ON t TO bob', 'REVOKE SELECT ON t FROM bob', "CREATE FUNCTION lower(int) RETURNS text LANGUAGE sql AS 'select 1'",
  'CREATE TRIGGER g BEFORE INSERT ON t EXECUTE FUNCTION f()', "CREATE TYPE mood AS ENUM ('a'); CREATE DOMAIN d AS int CHECK (VALUE > 0)", 'CREATE TABLE u (id uuid DEFAULT uuid_generate_v4(), CHECK (refund(id)))', 'CREATE TABLE u ("exclude" int, CHECK (refund("exclude")))',
  "SET NAMES 'utf8'; CREATE TABLE t (id int)", 'SET standard_conforming_strings = on; SET TIME ZONE LOCAL', "SET LOCAL timezone = 'UTC'; RESET datestyle; SET row_security = off",
])('names keep their meaning after %s', (sql) => {
  expect(pathAfter(sql)).toEqual(['pg_catalog', 'public']);
});

it.each([
  'SET search_path = app', 'SET ROLE bob', 'GRANT USAGE ON SCHEMA app TO bob', 'GRANT ALL ON ALL TABLES IN SCHEMA app TO bob', 'GRANT bob TO ann', 'CREATE TABLE u PARTITION OF v FOR VALUES IN (refund(1))', 'CREATE TABLE u (a int, EXCLUDE (refund(a) WITH =))', 'CREATE TABLE u (LIKE v INCLUDING INDEXES, CHECK (refund(1)))', "CREATE FUNCTION f() RETURNS int LANGUAGE plpython AS 'x'", "DO $$ BEGIN EXECUTE 'x'; END $$", 'CREATE SCHEMA app', 'ALTER TABLE secrets SET SCHEMA app',
  'CREATE POLICY p ON t USING (id IN (SELECT set_config(a, a, false)::int FROM u))', 'SELECT refund(1)', 'DROP SCHEMA app', 'ALTER SCHEMA app RENAME TO public', 'DROP OWNED BY bob', 'REASSIGN OWNED BY bob TO ann', 'CREATE EXTENSION citext', 'DROP EXTENSION citext', 'DISCARD TEMP', 'RESET ALL',
  'CREATE CAST (text AS int) WITH INOUT', 'CREATE OPERATOR = (leftarg = int, rightarg = int, function = f)', 'DO $$ BEGIN DROP SCHEMA app; END $$', 'DO $$ BEGIN PERFORM refund(1); END $$', 'ALTER ROLE bob RENAME TO ann', 'CREATE SCHEMA u CREATE TABLE v (id int)',
  "SELECT set_config('timezone', 'UTC', false), refund(1)", 'SET session_replication_role = replica', 'RESET ROLE', 'RESET search_path', "SET SCHEMA 'app'", 'SET backslash_quote = on', 'DISCARD ALL',
])('nobody can say what a name means after %s', (sql) => {
  expect(pathAfter(sql)).toBeNull();
});

// With a table `t`, a view `v` over `secrets`, and a temporary schema that may come to be.
const SHOWN = makeCatalog({ tables: { 'public.t': { id: 'integer', a: 'text' }, 'public.u': { id: 'integer' }, 'public.secrets': { id: 'integer', ssn: 'text' }, 'app.only': { id: 'integer' }, 'public.only': { id: 'integer' } } });

function factsAfter(before: string, sql: string, searchPath: readonly string[] = ['pg_catalog', 'public']): StatementFacts {
  const context: WireContext = { catalog: SHOWN, searchPath, settings: { search_path: 'public' }, prepared: new Map(), cursors: new Map(), stale: false };
  const [draft] = parser.analyse(Buffer.from(sql)) as [Draft];
  const { context: last } = inOrder([...parser.analyse(Buffer.from(before)), draft], context, { gate: { facts: (each, here) => resolve(each, here, parser) }, touched: NOTHING });
  return resolve(draft, last, parser);
}

it.each([
  'CREATE VIEW t AS SELECT * FROM secrets', 'ALTER TABLE secrets RENAME TO t', 'ALTER VIEW v RENAME TO t', 'CREATE TABLE t () INHERITS (secrets)', 'ALTER TABLE t INHERIT secrets', 'ALTER TABLE secrets INHERIT t',
  'CREATE TABLE t PARTITION OF secrets DEFAULT', 'ALTER TABLE t ATTACH PARTITION secrets DEFAULT', 'CREATE TEMP TABLE t (id int)', 'CREATE TABLE t AS SELECT * FROM secrets', 'SELECT * INTO t FROM secrets', 'CREATE TEMP VIEW t AS SELECT * FROM secrets',
  'CREATE TABLE pg_temp.t (id int)', 'CREATE TEMP TABLE x (id int); ALTER TABLE x RENAME TO t', 'DROP TABLE t', 'DROP TABLE t; CREATE VIEW t AS SELECT * FROM secrets', 'ALTER TABLE t RENAME TO x; ALTER TABLE secrets RENAME TO t', 'CREATE TEMP TABLE t AS SELECT * FROM secrets',
  'CREATE TABLE t (id int); CREATE RULE r AS ON SELECT TO t DO INSTEAD SELECT * FROM secrets', 'DO $$ BEGIN ALTER TABLE secrets RENAME TO t; END $$', 'BEGIN; DROP TABLE t; ROLLBACK',
])('what is read under a name is nobody’s in particular after %s', (sql) => {
  expect(factsAfter(sql, 'SELECT a FROM t').outputs).toEqual([expect.objectContaining({ origins: null })]);
});

it.each([
  'CREATE OR REPLACE VIEW t AS SELECT * FROM secrets', 'ALTER TABLE secrets RENAME TO t', 'ALTER TABLE t INHERIT secrets', 'ALTER TABLE t ATTACH PARTITION secrets DEFAULT', 'CREATE TEMP TABLE t (id int)', 'CREATE TEMP VIEW t AS SELECT * FROM secrets',
  'CREATE TABLE pg_temp.t (id int)', 'CREATE TEMP TABLE x (id int); ALTER TABLE x RENAME TO t', 'DROP TABLE t; CREATE VIEW t AS SELECT * FROM secrets', 'CREATE TABLE x PARTITION OF t DEFAULT', 'CREATE RULE r AS ON INSERT TO t DO INSTEAD DELETE FROM secrets', 'ALTER TABLE t ENABLE TRIGGER ALL',
  'CREATE TRIGGER g BEFORE INSERT ON t EXECUTE FUNCTION f()', 'ALTER TABLE t ENABLE RULE r', 'ALTER TABLE t DISABLE TRIGGER ALL, ENABLE TRIGGER g', 'ALTER TABLE t DISABLE TRIGGER ALL; ALTER TABLE t ENABLE REPLICA TRIGGER g',
])('nothing is written under a name after %s', (sql) => {
  expect(factsAfter(sql, 'INSERT INTO t (id) VALUES (1)').unknown).toEqual([expect.stringContaining('may be another relation by now')]);
});

it.each([
  'CREATE VIEW x AS SELECT * FROM u', 'ALTER TABLE u RENAME TO x', 'CREATE TABLE x () INHERITS (u)', 'CREATE TABLE x PARTITION OF u DEFAULT', 'CREATE TEMP TABLE x (id int)', 'CREATE TABLE x AS SELECT * FROM u', 'DROP TABLE u', 'DROP TABLE u CASCADE', 'ALTER TABLE t DISABLE TRIGGER ALL',
  'DO $$ BEGIN CREATE TYPE mood AS ENUM (); EXCEPTION WHEN duplicate_object THEN NULL; END $$', "ALTER TYPE mood ADD VALUE 'x'", 'CREATE SCHEMA later', 'CREATE SEQUENCE s', 'DROP INDEX i', 'GRANT SELECT ON u TO bob', 'CREATE POLICY p ON u TO bob USING (true)', 'DROP FUNCTION f()', 'ALTER TABLE u ALTER id DROP IDENTITY',
])('another name means what it meant after %s', (sql) => {
  const { unknown, accesses } = factsAfter(sql, 'INSERT INTO t (id) VALUES (1)');
  expect([unknown, accesses.map(({ object }) => object)]).toEqual([[], ['public.t']]);
});

it('a temporary table is meant where nothing else has its name, and nobody knows which where two have been made', () => {
  expect(factsAfter('CREATE TEMP TABLE x (id int)', 'INSERT INTO x VALUES (1)')).toMatchObject({ unknown: [], accesses: [{ effect: 'write', object: 'pg_temp.x' }] });
  expect(factsAfter('CREATE TEMP TABLE x (id int); CREATE TABLE public.x (id int)', 'INSERT INTO x VALUES (1)').unknown).toHaveLength(1);
  expect(factsAfter('CREATE TABLE x (id int); CREATE TEMP TABLE x (id int)', 'INSERT INTO x VALUES (1)').unknown).toHaveLength(1);
});

describe('with several schemas in the path', () => {
  const PATH = ['pg_catalog', 'app', 'public'];

  it.each([
    ['CREATE TABLE t (id int)', 't'], ['CREATE VIEW app.t AS SELECT 1', 't'], ['ALTER TABLE public.secrets SET SCHEMA app', 'secrets'], ['ALTER TABLE only RENAME TO x', 'only'], ['DROP TABLE only', 'only'], ['ALTER TABLE app.only RENAME TO t', 't'],
    ['DROP TABLE u CASCADE', 'only'], ['ALTER TABLE u DROP COLUMN id CASCADE', 'only'], ['DO $$ BEGIN ALTER TABLE only RENAME TO x; END $$', 'only'], ['ALTER SEQUENCE s RENAME TO x', 'only'],
  ])('%s may have put another `%s` where one was', (sql, name) => {
    expect(factsAfter(sql, `INSERT INTO ${name} VALUES (1)`, PATH).unknown).not.toEqual([]);
  });

  it.each(['CREATE TABLE x (id int)', 'CREATE VIEW x AS SELECT 1', 'CREATE INDEX i ON u (id)', 'CREATE TEMP TABLE x (id int)', 'GRANT SELECT ON u TO bob', 'COMMENT ON TABLE u IS $$x$$'])('other names are what they were after %s', (sql) => {
    for (const path of [PATH, ['pg_temp', 'pg_catalog', 'public']]) expect([path, factsAfter(sql, 'INSERT INTO t (id) VALUES (1)', path).unknown]).toEqual([path, []]);
  });
});

it('nobody can say what a name means once something is taken back that came in another message', () => {
  const touched = { ...NOTHING, path: true };
  for (const sql of ['ROLLBACK', 'ROLLBACK TO a', 'COMMIT', "PREPARE TRANSACTION 'x'"]) {
    expect([sql, pathAfter(sql, undefined, touched)]).toEqual([sql, null]);
    expect([sql, pathAfter(sql)]).toEqual([sql, ['pg_catalog', 'public']]);
  }
});

it('a setting that the message changes is either value for all of it, so that nobody approved it', () => {
  const settingsIn = (sql: string) => inOrder(parser.analyse(Buffer.from(sql)), { catalog, searchPath: ['pg_catalog', 'public'], settings: { timezone: 'UTC', datestyle: 'ISO, MDY', client_encoding: 'UTF8' }, prepared: new Map(), cursors: new Map(), stale: false }, { gate: { facts: (draft, here) => resolve(draft, here, parser) }, touched: NOTHING }).context.settings;
  expect(settingsIn("SET timezone = 'Asia/Tokyo'; RESET datestyle; SET NAMES 'utf8'; SELECT 1")).toEqual({ timezone: 'UTC, or Asia/Tokyo', datestyle: 'ISO, MDY, or its default', client_encoding: 'UTF8' });
  expect(settingsIn("BEGIN; SET timezone = 'Asia/Tokyo'; COMMIT; SET timezone = 'UTC'; SELECT 1")).toMatchObject({ timezone: 'UTC, or Asia/Tokyo, or UTC' });
});

it('a statement is read after those before it: a table that was made has the columns that it was given', () => {
  const context: WireContext = { catalog: { ...catalog, operators: new Map([['<>', ['public']]]), operands: new Map([['<>', [{ schema: 'public', left: 20001, right: 20001 }]]]), converts: new Map(), types: new Map([[20001, { name: 'public.mood', base: 0 }]]) }, searchPath: ['pg_catalog', 'public'], settings: {}, prepared: new Map(), cursors: new Map(), stale: false };
  const unknown = (sql: string) => {
    const { facts, context: last } = inOrder(parser.analyse(Buffer.from(sql)), context, { gate: { facts: (draft, here) => resolve(draft, here, parser) }, touched: NOTHING });
    return [...new Set([...facts, ...parser.analyse(Buffer.from(sql)).map((draft) => resolve(draft, last, parser))].flatMap((each) => each.unknown))];
  };
  expect(unknown("CREATE TABLE t (v varchar, m mood); CREATE INDEX ON t (v) WHERE v <> ''; SELECT 1 FROM t WHERE v <> 'x'")).toEqual([]);
  const own = [expect.stringContaining('may be the operator `public.<>`')];
  for (const sql of [
    "CREATE TABLE t (v varchar, m mood); SELECT 1 FROM t WHERE m <> 'a'", "CREATE TABLE t (v varchar); ALTER TABLE t ALTER v TYPE mood USING NULL; SELECT 1 FROM t WHERE v <> 'x'", "CREATE TABLE t (LIKE u); SELECT 1 FROM t WHERE v <> 'x'",
    "CREATE TABLE t (LIKE u); ALTER TABLE t ADD COLUMN IF NOT EXISTS v varchar; SELECT 1 FROM t WHERE v <> 'x'", "CREATE TABLE t (v varchar); DROP TABLE t; CREATE TABLE t (v mood); SELECT 1 FROM t WHERE v <> 'x'",
    "CREATE TABLE t () INHERITS (u); SELECT 1 FROM t WHERE v <> 'x'", "CREATE TABLE IF NOT EXISTS t (v varchar); CREATE TABLE IF NOT EXISTS t (v mood); SELECT 1 FROM t WHERE v <> 'x'",
    "CREATE DOMAIN d AS mood; SELECT 'a'::d <> 'b'::d", "CREATE DOMAIN d AS mood; CREATE TABLE t (x d CHECK (x <> 'a'))", "CREATE DOMAIN pg_temp.uuid AS mood; SELECT 'a'::uuid <> 'b'", "CREATE CAST (varchar AS mood) WITH INOUT AS IMPLICIT; SELECT 'a'::varchar <> 'x'", "CREATE TABLE public.text (v mood); CREATE TABLE t (x public.text); SELECT 1 FROM t WHERE x <> NULL",
  ]) expect([sql, unknown(sql).filter((why) => why.includes('operator'))]).toEqual([sql, own]);
});
