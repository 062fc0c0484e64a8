// SPDX-License-Identifier: Apache-2.0
//
// Lock levels and rewrites as told, against what a real server does. Each statement runs in a transaction that is rolled back.
import { LOCKS } from '../../../../../src/parse/sql/utility/alter-commands.js';
import { factsOf } from '../../../../support/statements.js';
import { startPostgres, type Postgres } from '../../../../support/postgres.js';

const SETUP = `
  CREATE TABLE parent (id int PRIMARY KEY);
  INSERT INTO parent VALUES (1);
  CREATE TABLE t (a int CONSTRAINT a_there NOT NULL, b text, c text, d int, e int CONSTRAINT e_positive CHECK (e > 0), g int GENERATED ALWAYS AS (d * 2) STORED);
  INSERT INTO t VALUES (1, 'b', 'c', 1, 1);
  CREATE UNIQUE INDEX t_a ON t (a);
  CREATE INDEX t_b ON t (lower(b));
  ALTER TABLE t ADD CONSTRAINT d_parent FOREIGN KEY (d) REFERENCES parent NOT VALID;
  CREATE TABLE like_t (a int NOT NULL, b text, c text, d int, e int, g int);
  CREATE TABLE child () INHERITS (parent);
  CREATE TABLE orphan (id int NOT NULL);
  CREATE TABLE parted (a int, b text) PARTITION BY LIST (a);
  CREATE TABLE part1 PARTITION OF parted FOR VALUES IN (1);
  CREATE TABLE loose (a int, b text);
  CREATE INDEX parted_a ON ONLY parted (a);
  CREATE INDEX part1_a ON part1 (a);
  CREATE VIEW v AS SELECT a, b FROM t;
  CREATE MATERIALIZED VIEW m AS SELECT a FROM t;
  CREATE UNIQUE INDEX m_a ON m (a);
  CREATE TYPE pair AS (id int);
  CREATE TABLE typed OF pair;
  CREATE DOMAIN positive AS int CHECK (VALUE > 0) DEFAULT 7;
  CREATE UNLOGGED TABLE dry (a int);
  CREATE FUNCTION fire() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NULL; END';
  CREATE TRIGGER g AFTER INSERT ON t EXECUTE FUNCTION fire();
  CREATE RULE r AS ON INSERT TO loose DO ALSO NOTHING;
  CREATE POLICY p ON t USING (true);
  CREATE ROLE joe;
`;

const STATEMENTS = `
ALTER TABLE t ADD x int
ALTER TABLE t ADD x int DEFAULT 5 NOT NULL
ALTER TABLE t ADD x text DEFAULT 'x'::text
ALTER TABLE t ADD x timestamptz DEFAULT now()
ALTER TABLE t ADD x date DEFAULT current_date
ALTER TABLE t ADD x uuid DEFAULT gen_random_uuid()
ALTER TABLE t ADD x uuid DEFAULT pg_catalog.gen_random_uuid()
ALTER TABLE t ADD x float8 DEFAULT random()
ALTER TABLE t ADD x serial
ALTER TABLE t ADD x bigserial
ALTER TABLE t ADD x positive
ALTER TABLE t ADD x int[] DEFAULT '{}'
ALTER TABLE t ADD x int GENERATED ALWAYS AS IDENTITY
ALTER TABLE t ADD x text GENERATED ALWAYS AS (b || c) STORED
ALTER TABLE t ADD x text GENERATED ALWAYS AS (b || c)
ALTER TABLE t ADD x int REFERENCES parent
ALTER TABLE t ADD x int CHECK (x > 0)
ALTER TABLE t ADD x int UNIQUE
ALTER TABLE t DROP COLUMN c
ALTER TABLE t DROP b CASCADE
ALTER TABLE t ALTER e TYPE bigint
ALTER TABLE t ALTER c TYPE varchar
ALTER TABLE t ALTER c SET DEFAULT 'x'
ALTER TABLE t ALTER c DROP DEFAULT
ALTER TABLE t ALTER c SET NOT NULL
ALTER TABLE t ALTER a DROP NOT NULL
ALTER TABLE t ALTER b SET STATISTICS 10
ALTER TABLE t ALTER b SET (n_distinct = 5)
ALTER TABLE t ALTER b RESET (n_distinct)
ALTER TABLE t ALTER b SET STORAGE external
ALTER TABLE t ALTER b SET COMPRESSION pglz
ALTER TABLE t ALTER g SET EXPRESSION AS (d * 3)
ALTER TABLE t ALTER g DROP EXPRESSION
ALTER TABLE t ALTER a ADD GENERATED ALWAYS AS IDENTITY
ALTER TABLE t ADD CONSTRAINT k CHECK (a > 0)
ALTER TABLE t ADD CONSTRAINT k CHECK (a > 0) NOT VALID
ALTER TABLE t ADD FOREIGN KEY (a) REFERENCES parent
ALTER TABLE t ADD FOREIGN KEY (a) REFERENCES parent NOT VALID
ALTER TABLE t ADD PRIMARY KEY (a)
ALTER TABLE t ADD CONSTRAINT k UNIQUE USING INDEX t_a
ALTER TABLE t ADD CONSTRAINT k NOT NULL c
ALTER TABLE t VALIDATE CONSTRAINT d_parent
ALTER TABLE t DROP CONSTRAINT e_positive
ALTER TABLE t ALTER CONSTRAINT d_parent DEFERRABLE
ALTER TABLE t OWNER TO joe
ALTER TABLE dry SET LOGGED
ALTER TABLE loose SET UNLOGGED
ALTER TABLE t CLUSTER ON t_a
ALTER TABLE t SET WITHOUT CLUSTER
ALTER TABLE t SET (fillfactor = 50)
ALTER TABLE t SET (fillfactor = 50, autovacuum_enabled = off)
ALTER TABLE t SET (autovacuum_vacuum_threshold = 50, parallel_workers = 2, toast.autovacuum_enabled = off)
ALTER TABLE t SET (vacuum_truncate = off, vacuum_index_cleanup = off, toast_tuple_target = 200, log_autovacuum_min_duration = 1)
ALTER TABLE t SET (user_catalog_table = true)
ALTER TABLE t RESET (fillfactor)
ALTER VIEW v SET (security_invoker = true)
ALTER VIEW v RESET (security_barrier)
ALTER MATERIALIZED VIEW m SET (fillfactor = 10)
ALTER INDEX t_b SET (deduplicate_items = off)
ALTER TABLE t ENABLE TRIGGER ALL
ALTER TABLE t DISABLE TRIGGER g
ALTER TABLE t ENABLE REPLICA TRIGGER g
ALTER TABLE t ENABLE ALWAYS TRIGGER g
ALTER TABLE loose DISABLE RULE r
ALTER TABLE loose ENABLE REPLICA RULE r
ALTER TABLE t ENABLE ROW LEVEL SECURITY
ALTER TABLE t NO FORCE ROW LEVEL SECURITY
ALTER TABLE orphan INHERIT parent
ALTER TABLE child NO INHERIT parent
ALTER TABLE orphan OF pair
ALTER TABLE typed NOT OF
ALTER TABLE t REPLICA IDENTITY FULL
ALTER TABLE parted ATTACH PARTITION loose FOR VALUES IN (2)
ALTER TABLE parted DETACH PARTITION part1
ALTER INDEX parted_a ATTACH PARTITION part1_a
ALTER INDEX t_b ALTER COLUMN 1 SET STATISTICS 10
ALTER TABLE t RENAME TO z
ALTER TABLE t RENAME b TO z
ALTER TABLE t RENAME CONSTRAINT e_positive TO z
ALTER INDEX t_b RENAME TO z
ALTER VIEW v RENAME TO w
ALTER TABLE t SET SCHEMA other
ALTER TABLE t ADD x int, ALTER b SET STATISTICS 10
ALTER TABLE t ALTER b SET STATISTICS 10, SET (fillfactor = 50)
ALTER TRIGGER g ON t RENAME TO h
ALTER RULE r ON loose RENAME TO q
ALTER POLICY p ON t RENAME TO q
ALTER POLICY p ON t USING (a = 1)
CREATE POLICY q ON t USING (a = 1)
CREATE TRIGGER h AFTER INSERT ON t EXECUTE FUNCTION fire()
CREATE RULE q AS ON INSERT TO loose DO ALSO NOTHING
CREATE INDEX ON t (c)
CREATE STATISTICS st ON a, b FROM t
CLUSTER t USING t_a
REINDEX TABLE t
TRUNCATE t
LOCK TABLE t IN ACCESS SHARE MODE
LOCK TABLE t IN ROW EXCLUSIVE MODE
LOCK TABLE t IN SHARE MODE
LOCK TABLE t IN EXCLUSIVE MODE
LOCK TABLE t
REFRESH MATERIALIZED VIEW m
REFRESH MATERIALIZED VIEW CONCURRENTLY m
REFRESH MATERIALIZED VIEW m WITH NO DATA
ANALYZE t
DROP TABLE loose
DROP VIEW v
DROP MATERIALIZED VIEW m
DROP TRIGGER g ON t
DROP RULE r ON loose
DROP POLICY p ON t
DROP INDEX t_b
`.trim().split('\n');

let server: Postgres;
let files: Found['files'];
beforeAll(async () => {
  server = await startPostgres({ version: 18 });
  const [found] = (await server.query(`CREATE SCHEMA other; ${SETUP}; SELECT ${FILES}`)) as unknown as Found[];
  files = found?.files ?? {};
});
afterAll(() => server.stop());

const FILES = `(SELECT json_object_agg(relname, relfilenode) FROM pg_class WHERE relkind IN ('r', 'm') AND relnamespace = 'public'::regnamespace) AS files`;

interface Found {
  readonly modes: readonly string[];
  readonly files: Readonly<Record<string, number>>;
}

// Locks of relations that were there before; indexes only where the statement is about one.
async function perform(sql: string): Promise<{ readonly lock: string | undefined; readonly rewrite: boolean }> {
  const kinds = / INDEX /.test(sql) && !sql.startsWith('CREATE') ? "('i', 'I', 'r', 'p')" : "('r', 'p', 'v', 'm')";
  const [found] = (await server.query(`
    BEGIN; CREATE TEMP TABLE known AS SELECT oid FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind IN ${kinds};
    ${sql}; SELECT json_agg(mode) AS modes, ${FILES} FROM pg_locks WHERE pid = pg_backend_pid() AND locktype = 'relation' AND relation IN (SELECT oid FROM known)`)) as unknown as Found[];
  const modes = (found?.modes ?? []).map(lockName);
  return { lock: LOCKS.findLast((level) => modes.includes(level)), rewrite: Object.entries(found?.files ?? {}).some(([name, file]) => name in files && files[name] !== file) };
}

/** `ShareRowExclusiveLock` is `SHARE ROW EXCLUSIVE`. */
function lockName(mode: string): string {
  return mode.replace(/Lock$/, '').replace(/(?<=[a-z])(?=[A-Z])/g, ' ').toUpperCase();
}

it.each(STATEMENTS)('%s', async (sql) => {
  const { lock, rewrite, unknown } = await factsOf(sql);
  expect(unknown).toEqual([]);
  const done = await perform(sql).finally(() => server.query('ROLLBACK'));
  expect({ lock, rewrite }).toEqual({ lock: done.lock, rewrite: rewrite === null ? null : done.rewrite });
});
