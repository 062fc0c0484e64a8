// SPDX-License-Identifier: Apache-2.0
//
// What hazards claim, against a real server: "nobody can read or write", "nobody can write", "the table is rewritten". Each statement runs
// in a transaction that is rolled back; pg_locks and relfilenode of the table tell.
import pg from 'pg';
import { reviewedFunctions } from '../../../../../src/parse/sql/builtins/functions.js';
import { isSteadyFunction } from '../../../../../src/parse/sql/hazards/columns.js';
import { makeCatalog } from '../../../../support/catalog.js';
import { factsOf } from '../../../../support/statements.js';
import { startPostgres, type Postgres } from '../../../../support/postgres.js';

const SETUP = `
  CREATE TABLE parent (id int PRIMARY KEY);
  CREATE TABLE t (id int, total int, note text, day date);
  INSERT INTO t SELECT n, n, 'x' FROM generate_series(1, 50) n;
  CREATE INDEX t_note ON t (note);
  CREATE MATERIALIZED VIEW m AS SELECT id FROM t;
  CREATE TABLE parted (a int) PARTITION BY LIST (a);
  CREATE TABLE part1 PARTITION OF parted FOR VALUES IN (1);
  CREATE DOMAIN amount AS int;
  CREATE TABLE priced (id int, price amount);
  CREATE FUNCTION fire() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NULL; END';
  CREATE TRIGGER g AFTER INSERT ON t EXECUTE FUNCTION fire();
`;

const CATALOG = makeCatalog({
  tables: { 'public.parent': ['id'], 'public.t': ['id', 'total', 'note', 'day'], 'public.parted': ['a'], 'public.part1': ['a'], 'public.priced': ['id', 'price'] },
  materialized: { 'public.m': { columns: ['id'], definition: 'SELECT id FROM public.t' } },
});

/** Statement, table looked at, hazard told, and what it stops: `all` readers too, `writes`, `nothing`; and whether rows are written anew. */
const CLAIMS: readonly (readonly [string, string, string | null, 'all' | 'writes' | 'nothing', boolean])[] = [
  ['CREATE INDEX ON t (total)', 't', 'index-not-concurrent', 'writes', false],
  ['DROP INDEX t_note', 't', 'index-drop-not-concurrent', 'all', false],
  ['REINDEX TABLE t', 't', 'reindex-not-concurrent', 'writes', false],
  ['CREATE INDEX ON ONLY parted (a)', 'part1', null, 'nothing', false],
  ['ALTER TABLE t ADD CONSTRAINT c CHECK (total > 0)', 't', 'constraint-not-not-valid', 'all', false],
  ['ALTER TABLE t ADD FOREIGN KEY (total) REFERENCES parent NOT VALID', 'parent', null, 'writes', false],
  ['ALTER TABLE t ADD COLUMN p int REFERENCES parent', 'parent', 'foreign-key-with-column', 'writes', false],
  ['ALTER TABLE t ADD UNIQUE (id)', 't', 'unique-constraint-without-index', 'all', false],
  ['ALTER TABLE t ALTER note SET NOT NULL', 't', 'not-null-without-check', 'all', false],
  ['ALTER TABLE t ADD COLUMN x uuid DEFAULT gen_random_uuid()', 't', 'volatile-default', 'all', true],
  ['ALTER TABLE t ADD COLUMN x float8 DEFAULT round(random()::numeric, 2)', 't', 'volatile-default', 'all', true],
  ['ALTER TABLE t ADD COLUMN x timestamptz DEFAULT now()', 't', null, 'all', false],
  ["ALTER TABLE t ADD COLUMN x timestamptz DEFAULT now() - interval '1 day'", 't', null, 'all', false],
  ["ALTER TABLE t ADD COLUMN x text DEFAULT lower('X')", 't', null, 'all', false],
  ['ALTER TABLE t ADD COLUMN x text DEFAULT version()', 't', null, 'all', false],
  ["ALTER TABLE t ADD COLUMN x text[] DEFAULT ARRAY['a']::text[]", 't', null, 'all', false],
  ['ALTER TABLE t ADD COLUMN x bigserial', 't', 'serial-column', 'all', true],
  ['ALTER TABLE t ADD COLUMN x int GENERATED ALWAYS AS IDENTITY', 't', 'serial-column', 'all', true],
  ['ALTER TABLE t ADD COLUMN x int GENERATED ALWAYS AS (total * 2) STORED', 't', 'generated-column', 'all', true],
  ['ALTER TABLE t ALTER total TYPE bigint', 't', 'column-type-change', 'all', true],
  ['ALTER TABLE t SET UNLOGGED', 't', 'table-rewrite', 'all', true],
  ['ALTER TABLE t RENAME note TO remark', 't', 'column-rename', 'all', false],
  ['ALTER TABLE t RENAME TO u', 't', 'table-rename', 'all', false],
  ['ALTER INDEX t RENAME TO u', 't', 'table-rename', 'all', false],
  ['ALTER TABLE t DROP COLUMN note', 't', 'drop-column', 'all', false],
  ['ALTER TABLE t DISABLE TRIGGER g', 't', 'trigger-disable', 'writes', false],
  ['ALTER TABLE t ENABLE TRIGGER g', 't', null, 'writes', false],
  ['ALTER TABLE parted DETACH PARTITION part1', 'parted', 'detach-not-concurrent', 'all', false],
  ['REFRESH MATERIALIZED VIEW m', 'm', 'refresh-not-concurrent', 'all', true],
  ['ALTER DOMAIN amount ADD CHECK (VALUE > 0)', 'priced', 'domain-constraint', 'writes', false],
  ['ALTER DOMAIN amount SET NOT NULL', 'priced', 'domain-not-null', 'writes', false],
  ['ALTER DOMAIN amount ADD CHECK (VALUE > 0) NOT VALID', 'priced', null, 'nothing', false],
];

/** Matters of style, and hazards of every lock, are not about one way of doing it. */
const ABOUT_LOCKS: ReadonlySet<string> = new Set(['missing-lock-timeout', 'missing-statement-timeout', 'several-locks-in-transaction']);

describe('hazards on a real server', () => {
  let server: Postgres;
  let client: pg.Client;

  beforeAll(async () => {
    server = await startPostgres({ version: 18 });
    client = new pg.Client({ connectionString: server.url });
    await client.connect();
    await client.query(SETUP);
  }, 60_000);
  afterAll(async () => {
    await client.end();
    await server.stop();
  });

  it.each(CLAIMS)('%s', async (sql, table, hazard, stops, rewritten) => {
    await client.query('BEGIN');
    const seen = await observed(sql, table).finally(() => client.query('ROLLBACK'));
    expect(seen).toEqual({ stops, rewritten });
    const facts = await factsOf(sql, { catalog: CATALOG });
    expect(facts.hazards.map(({ id }) => id).filter((id) => !ABOUT_LOCKS.has(id) && !id.startsWith('style.'))).toEqual(hazard === null ? [] : [hazard]);
  });

  async function observed(sql: string, table: string): Promise<{ stops: string; rewritten: boolean }> {
    const one = async (query: string): Promise<Record<string, unknown>> => (await client.query(query)).rows[0] as Record<string, unknown>;
    const before = await one(`SELECT oid::int, relfilenode FROM pg_class WHERE relname = '${table}'`);
    await client.query(sql);
    const { modes } = await one(`SELECT coalesce(array_agg(mode), '{}') AS modes FROM pg_locks WHERE pid = pg_backend_pid() AND relation = ${String(before['oid'])}`);
    const after = await one(`SELECT relfilenode FROM pg_class WHERE oid = ${String(before['oid'])}`);
    const writes = (modes as string[]).some((mode) => ['ShareLock', 'ShareRowExclusiveLock', 'ExclusiveLock'].includes(mode));
    return { stops: (modes as string[]).includes('AccessExclusiveLock') ? 'all' : writes ? 'writes' : 'nothing', rewritten: after['relfilenode'] !== before['relfilenode'] };
  }

  it('takes no function for steady that the server calls volatile', async () => {
    const { rows } = await client.query<{ proname: string }>(`SELECT DISTINCT proname FROM pg_proc WHERE provolatile = 'v' AND pronargs > 0 AND pronamespace = 'pg_catalog'::regnamespace`);
    const volatile = new Set(rows.map(({ proname }) => proname));
    const missed = reviewedFunctions().filter((name) => isSteadyFunction(name) && volatile.has(name));
    expect(volatile.size).toBeGreaterThan(100);
    expect(missed).toEqual([]);
  });
});
