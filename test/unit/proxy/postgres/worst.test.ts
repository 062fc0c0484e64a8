// SPDX-License-Identifier: Apache-2.0
//
// What names mean in a message of several statements: kept after what can't change it, unknown after everything else.
import type { CatalogSnapshot } from '../../../../src/core/catalog.js';
import type { WireContext } from '../../../../src/gate/wire.js';
import { SqlParser } from '../../../../src/parse/sql/parser.js';
import { resolve } from '../../../../src/parse/sql/resolve.js';
import { worstContext } from '../../../../src/proxy/postgres/worst.js';

const parser = await SqlParser.load();
const catalog = { epoch: 1, database: 'd', user: 'u', serverVersion: 180000, schemas: new Set(['public', 'pg_catalog', 'app']), relations: new Map(), relationsByOid: new Map(), functions: new Map(), operators: new Map(), types: new Map() } as CatalogSnapshot;

function pathAfter(sql: string, searchPath: readonly string[] = ['pg_catalog', 'public']): WireContext['searchPath'] {
  const context: WireContext = { catalog, searchPath, settings: {}, prepared: new Map(), cursors: new Map(), stale: false };
  const drafts = parser.analyse(Buffer.from(`${sql}; SELECT 1 FROM t`));
  return worstContext(context, drafts.map((draft) => resolve(draft, context, parser))).searchPath;
}

it.each([
  'CREATE TABLE t (id int PRIMARY KEY, a text DEFAULT now())', 'CREATE TABLE t (id int); CREATE INDEX i ON t (id); ALTER TABLE t ADD b int, ALTER b SET NOT NULL',
  "SET lock_timeout = '2s'; ALTER TABLE t ADD CONSTRAINT c CHECK (b > 0) NOT VALID", 'INSERT INTO t VALUES (1)', "COMMENT ON TABLE t IS 'x'; SELECT 1",
])('names keep their meaning after %s', (sql) => {
  const commented = sql.startsWith('COMMENT');
  expect(pathAfter(sql)).toEqual(commented ? null : ['pg_catalog', 'public']);
});

it.each([
  'CREATE VIEW t AS SELECT * FROM secrets', 'ALTER TABLE secrets RENAME TO t', 'ALTER VIEW v RENAME TO t', 'CREATE TABLE t () INHERITS (secrets)', 'ALTER TABLE t INHERIT secrets',
  'CREATE TABLE t PARTITION OF secrets DEFAULT', 'ALTER TABLE t ATTACH PARTITION secrets DEFAULT', 'CREATE TEMP TABLE t (id int)', 'CREATE TABLE t AS SELECT * FROM secrets', 'SELECT * INTO t FROM secrets',
  'SET search_path = app', 'SET ROLE bob', "CREATE FUNCTION lower(int) RETURNS text LANGUAGE sql AS 'select 1'", "DO $$ BEGIN EXECUTE 'x'; END $$", 'CREATE SCHEMA app', 'ALTER TABLE secrets SET SCHEMA app',
  'ALTER TABLE t ENABLE ROW LEVEL SECURITY', 'GRANT ALL ON t TO bob', 'CREATE TABLE t (id int); CREATE RULE r AS ON SELECT TO t DO INSTEAD SELECT * FROM secrets', 'DROP TABLE t', 'SELECT refund(1)',
])('nobody can say what a name means after %s', (sql) => {
  expect(pathAfter(sql)).toBeNull();
});

it('another schema in the path could hold what was made', () => {
  for (const path of [['pg_catalog', 'app', 'public'], ['app'], ['pg_temp_3', 'pg_catalog', 'public'], ['pg_catalog', 'pg_temp_3']]) expect(pathAfter('CREATE TABLE t (id int)', path)).toBeNull();
});
