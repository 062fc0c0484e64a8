// SPDX-License-Identifier: Apache-2.0
//
// Files of migration tools become the operations that their tool would perform when the change is deployed, at the lines where they stand.
import { MIGRATION_TOOL_NAMES } from '../../../../src/core/migration-tools.js';
import { DIALECT_NAMES } from '../../../../src/parse/migrations/dialects.js';
import { loadMigrationReader, type MigrationFile } from '../../../../src/parse/migrations/reader.js';

type Texts = Readonly<Record<string, string>>;

async function read(tool: string, heads: Texts, bases: Texts = {}): Promise<string[]> {
  const reader = await loadMigrationReader(tool);
  if (reader === null) throw new Error(`no reader for ${tool}`);
  const files: MigrationFile[] = Object.entries(heads).map(([path, head]) => ({ path, head, base: bases[path] ?? null, unreadable: null }));
  return reader(files).flatMap((operations, index) => operations.map(({ facts, line }) => {
    const why = facts.unknown[0] === undefined ? '' : ` ?${facts.unknown[0]}`;
    const hazards = facts.hazards.map(({ id }) => id).filter((id) => !/^(style\.|missing-)/.test(id));
    return `${files.length === 1 ? '' : `${files[index]?.path}:`}${line} ${facts.statement}${hazards.length === 0 ? '' : ` !${hazards.join(' !')}`}${why}`;
  }));
}

const UP_DOWN = (up: string, down: string): string => `-- a note\n${up}\n\nCREATE TABLE a (id bigint);\nALTER TABLE a\n  ADD b text;\n\n${down}\nDROP TABLE a;\n`;

describe('each tool', () => {
  it('has a dialect, and each dialect a tool', () => {
    expect([...DIALECT_NAMES].sort()).toEqual([...MIGRATION_TOOL_NAMES].sort());
  });

  it('is known by its name', async () => {
    expect(await loadMigrationReader('liquibase')).toBeNull();
    expect(await loadMigrationReader('constructor')).toBeNull();
  });

  it.each([
    ['dbmate', 'db/1_a.sql', UP_DOWN('-- migrate:up', '-- migrate:down'), ['4 CREATE TABLE', '5 ALTER TABLE', '8 NOT RUN']],
    ['goose', 'db/1_a.sql', UP_DOWN('-- +goose Up', '-- +goose Down'), ['4 CREATE TABLE', '5 ALTER TABLE', '8 NOT RUN']],
    ['node-pg-migrate', 'db/1_a.sql', UP_DOWN('-- Up Migration', '-- Down Migration'), ['4 CREATE TABLE', '5 ALTER TABLE', '8 NOT RUN']],
    ['node-pg-migrate', 'db/1_a.sql', '-- Down Migration\nDROP TABLE a;\n-- Up Migration\nCREATE TABLE a (id bigint);', ['4 CREATE TABLE', '1 NOT RUN']],
    ['node-pg-migrate', 'db/1_a.sql', 'CREATE TABLE a (id bigint);\n-- Down Migration\nDROP TABLE a;', ['1 CREATE TABLE', '3 DROP TABLE']],
    ['golang-migrate', 'db/1_a.up.sql', '\n\nSELECT 1', ['3 SELECT']],
    ['golang-migrate', 'db/1_a.down.sql', 'DROP TABLE a', ['1 NOT RUN']],
    ['golang-migrate', 'db/a.sql', 'DROP TABLE a', ['1 UNKNOWN ?its name is not one that golang-migrate runs']],
    ['flyway', 'db/V1_2__a.sql', 'SELECT 1', ['1 SELECT']],
    ['flyway', 'db/R__a.sql', 'SELECT 1', ['1 SELECT']],
    ['flyway', 'db/afterMigrate.sql', 'SELECT 1', ['1 SELECT']],
    ['flyway', 'db/U1__a.sql', 'DROP TABLE a', ['1 NOT RUN']],
    ['flyway', 'db/u1__a.sql', 'DROP TABLE a', ['1 UNKNOWN ?its name is not one that Flyway runs']],
    ['flyway', 'db/V1__a.sql.conf', 'executeInTransaction=false', ['1 NOT RUN']],
    ['prisma', 'prisma/migrations/1_a/migration.sql', '-- CreateTable\nCREATE TABLE "A" ("id" TEXT NOT NULL);', ['2 CREATE TABLE']],
    ['prisma', 'prisma/migrations/1_a/down.sql', 'DROP TABLE a', ['1 NOT RUN']],
    ['prisma', 'prisma/migrations/1_a/other.sql', 'DROP TABLE a', ['1 UNKNOWN ?its name is not one that Prisma runs']],
    ['drizzle', 'drizzle/0000_a.sql', 'CREATE TABLE "a" ("id" int);\n--> statement-breakpoint\nCREATE TABLE "b" ("id" int);', ['1 CREATE TABLE', '3 CREATE TABLE']],
    ['drizzle', 'drizzle/meta/_journal.json', '{}', ['1 NOT RUN']],
    ['sqitch', 'deploy/a.sql', 'BEGIN;\nCREATE TABLE a (id int);\nCOMMIT;', ['1 BEGIN', '2 CREATE TABLE', '3 COMMIT']],
    ['sqitch', 'x/revert/a.sql', 'DROP TABLE a', ['1 NOT RUN']],
    ['sqitch', 'verify/a.sql', 'SELECT 1', ['1 SELECT']],
    ['sqitch', 'a.sql', 'SELECT 1', ['1 UNKNOWN ?it is in none of `deploy`, `revert` and `verify`']],
    ['rails', 'db/structure.sql', 'CREATE TABLE a (id int);', ['1 NOT RUN']],
    ['flyway', 'db/V1__a.sql.conf', '# why\nencoding=UTF-8\nplaceholderReplacement=false', ['1 UNKNOWN ?it sets `placeholderReplacement=false`, which changes what is run or how it is read']],
    ['rails', 'db/migrate/1_a.rb', 'drop_table :a\nexecute "DELETE FROM b WHERE id = #{x}"\ndef down\n  drop_table :b\nend', ['1 UNKNOWN ?it is a program, and what it does to the database is not in its text', '1 DROP TABLE !drop-table', '2 DELETE ?`${value}` is filled in when it runs']],
    ['django', 'app/migrations/0001.py', 'atomic = False\nmigrations.RunSQL(\n  "CREATE INDEX CONCURRENTLY i ON a (b)",\n)', ['1 UNKNOWN ?it is a program, and what it does to the database is not in its text', '2 CREATE INDEX']],
    ['alembic', 'versions/1.py', 'op.execute("CREATE INDEX CONCURRENTLY i ON a (b)")', ['1 UNKNOWN ?it is a program, and what it does to the database is not in its text', '1 CREATE INDEX !concurrent-in-transaction']],
    ['django', 'app/migrations/0001.py', 'x', ['1 UNKNOWN ?it is a program, and what it does to the database is not in its text']],
    ['psql', 'a.sql', 'SELECT 1', ['1 SELECT']],
    ['psql', 'a.sh', 'rm -rf /', ['1 UNKNOWN ?it is not an SQL file']],
  ])('%s reads %s', async (tool, path, text, expected) => {
    expect(await read(tool, { [path]: text })).toEqual(expected);
  });

  it('says what a file is that has no text', async () => {
    const reader = await loadMigrationReader('psql');
    expect(reader?.([{ path: 'a.sql', head: null, base: null, unreadable: 'it is no UTF-8' }])[0]?.[0]?.facts.unknown).toEqual(['it is no UTF-8']);
  });

  it.each([
    ['SELECT 1;\n\\i other.sql\nSELECT 2;', ['1 SELECT', '2 UNKNOWN ?`\\i` is a command of psql, not SQL', '3 SELECT']],
    ['\\set ON_ERROR_STOP on\n\\timing\nSELECT 2;', ['3 SELECT']],
    ['\\set x `id`\nSELECT 2;', ['1 UNKNOWN ?`\\set` is a command of psql, not SQL', '2 SELECT']],
    ['\\timing \\! id\nSELECT 2;', ['1 UNKNOWN ?`\\timing` is a command of psql, not SQL', '2 SELECT']],
    ['SELECT 1 \\gexec\n', [expect.stringContaining('1 UNKNOWN ?')]],
    ["SELECT '\n\\i other.sql\n';", ['1 SELECT']],
  ])('keeps commands of psql unknown: %j', async (text, expected) => {
    expect(await read('psql', { 'a.sql': text })).toEqual(expected);
    expect(await read('sqitch', { 'deploy/a.sql': text })).toEqual(expected);
  });
});

describe('marks', () => {
  it.each([
    ['dbmate', 'CREATE TABLE a (id int);', ['1 UNKNOWN ?it has no `-- migrate:up`']],
    ['dbmate', 'DROP TABLE a;\n-- migrate:up\nSELECT 1', ['1 UNKNOWN ?it holds statements before `-- migrate:up`', '3 SELECT']],
    ['dbmate', '-- migrate:up fast\nSELECT 1', ['1 UNKNOWN ?`fast` is not an option of dbmate that we know']],
    ['dbmate', '-- migrate:up\nSELECT 1;\n  -- migrate:down\nDROP TABLE a;', ['2 SELECT', '4 DROP TABLE !drop-table']],
    ['dbmate', '-- migrate:up\r\nSELECT 1;\r\n-- migrate:down\r\nDROP TABLE a;\r\n', ['2 SELECT', '3 NOT RUN']],
    ['goose', 'CREATE TABLE a (id int);', ['1 UNKNOWN ?it has no `-- +goose Up`']],
    ['goose', '-- +goose Up\nSELECT 1;\n-- +goose down\nDROP TABLE a;', ['1 UNKNOWN ?`+goose down` is not a mark of goose']],
    ['goose', '-- +goose Up\nSELECT 1;\n--+goose Down\nDROP TABLE a;', ['1 UNKNOWN ?`+goose Down (as written)` is not a mark of goose']],
    ['goose', '-- +goose Up\n-- +goose StatementBegin\nDO $$ BEGIN\n  NULL;\nEND $$;\n-- +goose StatementEnd\nSELECT 1;', ['3 DO', '7 SELECT']],
    ['goose', '-- +goose ENVSUB ON\n-- +goose Up\nDROP TABLE ${T};', ['3 DROP TABLE !drop-table ?`${T}` is filled in when it runs']],
    ['node-pg-migrate', 'DROP TABLE a;\n-- up migration\nSELECT 1;', ['1 UNKNOWN ?it holds statements before `-- Up Migration`', '3 SELECT']],
  ])('of %s: %j', async (tool, text, expected) => {
    expect(await read(tool, { 'db/1_a.sql': text })).toEqual(expected);
  });
});

describe('transactions', () => {
  const CONCURRENT = 'CREATE INDEX CONCURRENTLY i ON orders (note);';
  const FAILS = 'CREATE INDEX !concurrent-in-transaction';

  it.each([
    ['dbmate', '1_a.sql', `-- migrate:up\n${CONCURRENT}`, [`2 ${FAILS}`]],
    ['dbmate', '1_a.sql', `-- migrate:up transaction:false\n${CONCURRENT}`, ['2 CREATE INDEX']],
    ['dbmate', '1_a.sql', `-- migrate:up transaction:false\n${CONCURRENT}\nSELECT 1;`, [`2 ${FAILS}`, '3 SELECT']],
    ['goose', '1_a.sql', `-- +goose Up\n${CONCURRENT}`, [`2 ${FAILS}`]],
    ['goose', '1_a.sql', `-- +goose NO TRANSACTION\n-- +goose Up\n${CONCURRENT}\nSELECT 1;`, ['3 CREATE INDEX', '4 SELECT']],
    ['golang-migrate', '1_a.up.sql', CONCURRENT, ['1 CREATE INDEX']],
    ['golang-migrate', '1_a.up.sql', `SELECT 1;\n${CONCURRENT}`, ['1 SELECT', `2 ${FAILS}`]],
    ['prisma', 'migration.sql', `BEGIN;\nCOMMIT;\n${CONCURRENT}`, ['1 BEGIN !transaction-nesting', '2 COMMIT !transaction-nesting', `3 ${FAILS}`]],
    ['flyway', 'V1__a.sql', CONCURRENT, ['1 CREATE INDEX']],
    ['flyway', 'V1__a.sql', `SET lock_timeout = '2s';\n${CONCURRENT}`, ['1 SET', '2 CREATE INDEX']],
    ['flyway', 'V1__a.sql', `${CONCURRENT}\nSELECT 1;`, [`1 ${FAILS}`, '2 SELECT']],
    ['flyway', 'V1__a.sql', 'ALTER TABLE a ADD "concurrently" int; ALTER TABLE b ADD "concurrently" int;', ['1 ALTER TABLE', '1 ALTER TABLE !several-locks-in-transaction']],
    ['goose', '1_a.sql', `-- +goose ENVSUB ON\n-- +goose Up\n${CONCURRENT}`, [`3 ${FAILS}`]],
    ['drizzle', '0_a.sql', CONCURRENT, [`1 ${FAILS}`]],
    ['sqitch', 'deploy/a.sql', CONCURRENT, ['1 CREATE INDEX']],
    ['node-pg-migrate', '1_a.sql', `COMMIT;\n${CONCURRENT}`, ['1 COMMIT !transaction-nesting', '2 CREATE INDEX']],
  ])('%s runs %s: %j', async (tool, path, text, expected) => {
    expect(await read(tool, { [path]: text })).toEqual(expected);
  });
});

it('reads the settings of a script of Flyway', async () => {
    const text = 'CREATE INDEX CONCURRENTLY i ON orders (note);\nSELECT 1;';
    expect(await read('flyway', { 'V1__a.sql': text, 'V1__a.sql.conf': 'executeInTransaction=false\n' })).toEqual(['V1__a.sql:1 CREATE INDEX', 'V1__a.sql:2 SELECT', 'V1__a.sql.conf:1 NOT RUN']);
    expect(await read('flyway', { 'V1__a.sql': text, 'V1__a.sql.conf': 'executeInTransaction=true\n' })).toContain('V1__a.sql:1 CREATE INDEX !concurrent-in-transaction');
});

describe('a series of files', () => {
  const CREATE = 'CREATE TABLE fresh (id bigint);';
  const INDEX = 'CREATE INDEX i ON fresh (id);';

  it.each<[string, readonly string[]]>([
    ['a number', ['9_a.up.sql', '10_b.up.sql']], ['a number in a folder', ['m-1/009_z.up.sql', 'm-1/10_a.up.sql']], ['the folder, then a number', ['a/9_a.up.sql', 'b/1_b.up.sql']],
    ['a number that two have, then the name', ['1_a.up.sql', '1_b.up.sql']], ['a number of any length', ['99999999999999998_a.up.sql', '99999999999999999_b.up.sql']],
  ])('goes by %s', async (_name, [first = '', second = '']) => {
    expect(await read('golang-migrate', { [second]: INDEX, [first]: CREATE })).toEqual(expect.arrayContaining([`${second}:1 CREATE INDEX`]));
    expect(await read('golang-migrate', { [first]: INDEX, [second]: CREATE })).toEqual(expect.arrayContaining([`${first}:1 CREATE INDEX !index-not-concurrent`]));
  });

  it('knows tables that an earlier file makes, by number', async () => {
    expect(await read('golang-migrate', { '10_b.up.sql': INDEX, '9_a.up.sql': CREATE })).toEqual(['10_b.up.sql:1 CREATE INDEX', '9_a.up.sql:1 CREATE TABLE']);
    expect(await read('golang-migrate', { '8_b.up.sql': INDEX, '9_a.up.sql': CREATE })).toEqual(['8_b.up.sql:1 CREATE INDEX !index-not-concurrent', '9_a.up.sql:1 CREATE TABLE']);
  });

  it('does not take for new what a changed file made before', async () => {
    expect(await read('psql', { '1.sql': `-- a word\n${CREATE}`, '2.sql': INDEX }, { '1.sql': CREATE })).toEqual(['1.sql:2 CREATE TABLE', '2.sql:1 CREATE INDEX !index-not-concurrent']);
  });

  it('does not take for new what only an undoing part makes', async () => {
    expect(await read('dbmate', { '1.sql': `-- migrate:up\nSELECT 1;\n-- migrate:down\n${CREATE}`, '2.sql': `-- migrate:up\n${INDEX}` })).toEqual(['1.sql:2 SELECT', '1.sql:3 NOT RUN', '2.sql:2 CREATE INDEX !index-not-concurrent']);
  });

  it('holds locks over files that share a transaction', async () => {
    const files = { '1.sql': 'ALTER TABLE a ADD x int;', '2.sql': 'ALTER TABLE b ADD x int;' };
    expect(await read('drizzle', files)).toEqual(['1.sql:1 ALTER TABLE', '2.sql:1 ALTER TABLE !several-locks-in-transaction']);
    expect(await read('flyway', { 'V1__a.sql': files['1.sql'], 'V2__b.sql': files['2.sql'] })).toEqual(['V1__a.sql:1 ALTER TABLE', 'V2__b.sql:1 ALTER TABLE']);
  });
});

describe('placeholders', () => {
  it('make their statement unknown and no other, wherever they stand', async () => {
    const text = "SELECT 'ä';\nDROP TABLE ${schema}.a;\nSELECT 1;\nSELECT '${x}';";
    expect(await read('flyway', { 'V1__a.sql': text })).toEqual(['1 SELECT', '2 DROP TABLE !drop-table ?`${schema}` is filled in when it runs', '3 SELECT', '4 SELECT ?`${x}` is filled in when it runs']);
  });
});

describe('a search path that one file sets', () => {
  const LATER = { '1.sql': 'SET search_path = app;', '2.sql': 'INSERT INTO t VALUES (1);' };
  it('may hold in the next, where the tool may keep its connection', async () => {
    expect(await read('goose', Object.fromEntries(Object.entries(LATER).map(([path, text]) => [path, `-- +goose Up\n${text}`])))).toEqual(['1.sql:2 SET', '2.sql:2 INSERT ?`t` could be in any schema, since the search path is not known; write it with its schema']);
  });
  it('is gone where each file has a connection of its own', async () => {
    expect(await read('psql', LATER)).toEqual(['1.sql:1 SET', '2.sql:1 INSERT']);
  });
});
