// SPDX-License-Identifier: Apache-2.0
//
// Hazards of single statements, with what they are about. What is not told here is told by the cases of the pack (test/corpus/policy) and
// compared with a server (oracle.test.ts).
import { makeCatalog } from '../../../../support/catalog.js';
import { factsOf } from '../../../../support/statements.js';

const ABOUT_LOCKS = /^(?:missing-|several-)/;
const shown = async (sql: string): Promise<string[]> => (await factsOf(sql)).hazards.filter(({ id }) => !ABOUT_LOCKS.test(id)).map(({ id, on }) => `${id}${on === undefined ? '' : ` ${on}`}`);
const locked = async (sql: string, id = 'missing-lock-timeout'): Promise<(string | undefined)[]> => (await factsOf(sql)).hazards.filter((hazard) => hazard.id === id).map(({ on }) => on);

describe('noteHazards', () => {
  it.each([
    ['DROP TABLE app.a, app.b', ['drop-table app.a', 'drop-table app.b']],
    ['DROP DATABASE shop', ['drop-database shop']],
    ['TRUNCATE app.a, app.b CASCADE', ['truncate-cascade app.a', 'truncate-cascade app.b']],
    ['ALTER TABLE app.a ADD x int, DROP y', ['style.int-field app.a', 'drop-column app.a']],
    ['ALTER TABLE app.a ADD x bigint PRIMARY KEY', ['required-column app.a', 'unique-constraint-without-index app.a']],
    ['ALTER TABLE app.a ADD x bigint DEFAULT 1 PRIMARY KEY', ['unique-constraint-without-index app.a']],
    ["ALTER TABLE app.a ADD x text DEFAULT coalesce(uuid()::text, 'x')", ['volatile-default app.a']],
    ['ALTER TABLE app.a ADD x text DEFAULT app.now()', ['volatile-default app.a']],
    ['ALTER TABLE app.a ALTER x TYPE varchar(20)', ['column-type-change app.a', 'style.varchar-limit app.a']],
    ['ALTER TABLE app.a ADD x pg_catalog.int8', []],
    ['ALTER TABLE app.a ADD x app.int4', []],
    ['ALTER VIEW app.v ALTER x SET DEFAULT 1', []],
    ['ALTER TABLE app.a ADD CONSTRAINT n NOT NULL x NOT VALID', []],
    ['ALTER VIEW app.v RENAME COLUMN x TO y', ['column-rename app.v']],
    ['ALTER SCHEMA app RENAME TO b', ['schema-rename app']],
    ['ALTER ROLE app RENAME TO b', []],
    ['ALTER TYPE app.mood SET SCHEMA b', []],
    ['VACUUM (FULL, ANALYZE) app.a, app.b', ['vacuum-full app.a', 'vacuum-full app.b']],
    ['VACUUM FULL', ['vacuum-full']],
    ['VACUUM (FULL true, FULL 0) app.a', []],
    ['VACUUM (FULL off) app.a', []],
    ['CLUSTER', ['cluster']],
    ['REINDEX (CONCURRENTLY false) TABLE app.a', ['reindex-not-concurrent app.a']],
    ['REINDEX SCHEMA app', ['reindex-not-concurrent app']],
    ['CREATE TABLE app.a (x char(3), y varchar(2), z serial, w smallint, v timestamp, u text)', ['style.char-field app.a', 'style.varchar-limit app.a', 'style.int-field app.a', 'style.serial-field app.a', 'style.smallint-field app.a', 'style.timestamp-without-time-zone app.a']],
    ['CREATE TABLE a (x text)', ['style.unqualified-name']],
    ['CREATE TEMP TABLE a (x text)', []],
    ["ALTER TYPE app.mood ADD VALUE 'x'", ['style.enum-order app.mood']],
    ["ALTER TYPE app.mood ADD VALUE 'x' AFTER 'y'", []],
    ["ALTER TYPE app.mood RENAME VALUE 'x' TO 'y'", []],
    ['CREATE DOMAIN app.d AS int DEFAULT 1', []],
    ['SELECT 1', []],
    ['UPDATE app.a SET x = 1', []],
    ['CREATE SCHEMA s CREATE TABLE a (x char)', ['style.char-field s.a']],
    ["DO $$ BEGIN EXECUTE 'DROP TABLE app.a'; END $$", ['drop-table app.a']],
    ['EXPLAIN ANALYZE CREATE TABLE app.a AS SELECT 1', []],
    ['CREATE FUNCTION app.f() RETURNS void LANGUAGE sql AS $$ DROP TABLE app.a $$', ['drop-table app.a']],
  ])('%s', async (sql, expected) => {
    expect(await shown(sql)).toEqual(expected);
  });

  it.each([
    ['ALTER TABLE app.a ADD FOREIGN KEY (x) REFERENCES app.b', ['app.a', 'app.b']],
    ['CREATE TABLE app.a (x int REFERENCES app.b, FOREIGN KEY (x) REFERENCES app.c)', ['app.b', 'app.c']],
    ['CREATE TABLE app.a PARTITION OF app.b DEFAULT', ['app.b']],
    ['CREATE TABLE app.a () INHERITS (app.b)', []],
    ['CREATE TRIGGER g AFTER INSERT ON app.a EXECUTE FUNCTION app.f()', ['app.a']],
    ['LOCK app.a, app.b IN SHARE MODE', ['app.a', 'app.b']],
    ['DROP INDEX app.i', ['app.i']],
    ['CREATE INDEX CONCURRENTLY i ON app.a (x)', []],
    ['CREATE INDEX i ON ONLY app.a (x)', []],
    ['ALTER TABLE app.a VALIDATE CONSTRAINT c', []],
    ['VACUUM app.a', []],
    ['COMMENT ON COLUMN app.a.x IS NULL', []],
  ])('knows who waits behind %s', async (sql, expected) => {
    expect(await locked(sql)).toEqual(expected);
  });

  it.each([
    ['VACUUM app.a', ['app.a']],
    ['COMMENT ON COLUMN app.a.x IS NULL', ['app.a']],
    ['COMMENT ON TABLE app.a IS NULL', ['app.a']],
    ['COMMENT ON SCHEMA app IS NULL', []],
    ['SELECT 1', []],
  ])('knows what %s waits for', async (sql, expected) => {
    expect(await locked(sql, 'missing-statement-timeout')).toEqual(expected);
  });

  it('follows a table that is renamed as if it were an index', async () => {
    const catalog = makeCatalog({ tables: { 'public.customers': ['ssn'] } });
    const facts = await factsOf('ALTER INDEX customers RENAME TO harmless', { catalog });
    expect(facts.hazards.map(({ id }) => id)).toContain('table-rename');
    expect(facts.flows).toEqual([{ target: { relation: 'public.harmless', column: '*' }, origins: [{ relation: 'public.customers', column: '*' }] }]);
    expect(facts.lock).toBe('ACCESS EXCLUSIVE');
    expect((await factsOf('ALTER INDEX customers_pkey RENAME TO harmless', { catalog })).lock).toBe('SHARE UPDATE EXCLUSIVE');
  });

  it('says nothing of what stands in the statement as a value', async () => {
    const facts = await factsOf("ALTER TABLE app.a ADD x text DEFAULT f('hunter2') CHECK (x <> 'hunter2'), ADD CONSTRAINT c CHECK (y <> 'hunter2')");
    expect(JSON.stringify(facts.hazards)).not.toContain('hunter2');
  });
});
