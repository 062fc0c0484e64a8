// SPDX-License-Identifier: Apache-2.0
import type { PgQueryInstance } from 'libpg-query/wasm/libpg-query.js';
import { MAX_MESSAGE_BYTES, MAX_STATEMENTS, SqlParser } from '../../../../src/parse/sql/parser.js';

const TOIL = 'it holds signs of comments and operators in too long a row';
const bytes = (text: string): Uint8Array => Buffer.from(text, 'utf8');
const nextTurn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
const tooDeep = bytes(`SELECT ${'1+'.repeat(20_000)}1`);
let parser: SqlParser;

beforeAll(async () => {
  parser = await SqlParser.load();
});

describe('SqlParser.analyse', () => {
  it.each([
    ['nothing', ''],
    ['white space', ' \n\t '],
    ['only comments and semicolons', '-- a ;\n; /* b */ ;;'],
  ])('finds no statement in %s', (_name, sql) => {
    expect(parser.analyse(bytes(sql))).toEqual([]);
  });

  it.each([
    ['one statement', 'SELECT 1', ['SELECT 1']],
    ['white space, comments and semicolons around it', '/* a /* b */ */ ;\n SELECT 1 ; -- c ;', ['SELECT 1']],
    ['comments inside it', 'SELECT /* a */ 1', ['SELECT /* a */ 1']],
    ['several', 'BEGIN; /* x */ DROP TABLE "é" -- y\n; COMMIT', ['BEGIN', 'DROP TABLE "é"', 'COMMIT']],
    ['semicolons in a body', "CREATE FUNCTION f() RETURNS int BEGIN ATOMIC SELECT 1; SELECT 2; END; SELECT ';'", ['CREATE FUNCTION f() RETURNS int BEGIN ATOMIC SELECT 1; SELECT 2; END', "SELECT ';'"]],
    ['characters of several bytes before it', "SELECT 'ééé€😀'; SELECT 'ü'", ["SELECT 'ééé€😀'", "SELECT 'ü'"]],
    ['a comment that looks like the end of a string', "SELECT 'a' -- it's\n; SELECT 2", ["SELECT 'a'", 'SELECT 2']],
  ])('cuts out %s', (_name, sql, texts) => {
    const drafts = parser.analyse(bytes(sql));
    expect(drafts.map((draft) => draft.text)).toEqual(texts);
    expect(drafts.every((draft) => draft.batch === texts.length && draft.failure === null && draft.tree !== null)).toBe(true);
  });

  it.each([
    ['numbers', 'SELECT 1, .5, 5., 1e5, 1e-5, 0x1F, 0o7, 0b1, 1_000', 'SELECT ?, ?, ?, ?, ?, ?, ?, ?, ?'],
    ['strings', "SELECT 'a', 'it''s', E'\\'b', B'01', X'1f', N'x', U&'d\\0061' UESCAPE '!'", 'SELECT ?, ?, ?, ?, ?, N?, ? UESCAPE ?'],
    ['dollar quotes', 'SELECT $$a$$, $t$ $$ $t$', 'SELECT ?, ?'],
    ['continued strings', "SELECT 'a'\n  'b'", 'SELECT ?\n  ?'],
    ['comments', "SELECT /* 4111 /* x */ */ a -- 'b'\n FROM t", 'SELECT   a  \n FROM t'],
    ['passwords', "CREATE ROLE x PASSWORD 'hunter2'", 'CREATE ROLE x PASSWORD ?'],
    ['bodies', "DO $$ BEGIN PERFORM 'secret'; END $$", 'DO ?'],
    ['files and payloads', "COPY t FROM '/etc/x' (DELIMITER '|')", 'COPY t FROM ? (DELIMITER ?)'],
    ['names are no literals', 'SELECT "4111", a1, t."x y" FROM s2.t3 AS "q"', 'SELECT "4111", a1, t."x y" FROM s2.t3 AS "q"'],
    ['parameters stay', 'SELECT $1 + $12::int', 'SELECT $1 + $12::int'],
  ])('redacts %s', (_name, sql, redacted) => {
    expect(parser.analyse(bytes(sql))[0]?.redacted).toBe(redacted);
  });

  it.each([
    ['none', 'SELECT 1', [0]],
    ['the highest, not the count', 'SELECT $3, $3', [3]],
    ['each statement by itself', "SELECT $2; SELECT '$9', $1", [2, 1]],
  ])('counts parameters: %s', (_name, sql, counts) => {
    expect(parser.analyse(bytes(sql)).map((draft) => draft.parameterCount)).toEqual(counts);
  });

  it.each([
    ['a syntax error', 'SELECT 1; SELCT 2', 'syntax error at or near `SELCT`', 'SELECT ?; SELCT ?'],
    ['a syntax error at a literal', "SELECT 1 'it\"s secret' 4111", 'syntax error at or near `?`', 'SELECT ? ? ?'],
    ['an open string', "SELECT 'it\"s secret", 'unterminated quoted string at or near `?`', '?'],
    ['an open name', 'SELECT "secret', 'unterminated quoted identifier at or near `?`', '?'],
    ['an open comment', 'SELECT 1 /* secret', 'unterminated /* comment at or near `?`', '?'],
  ])('says why it could not read %s, without quoting literals', (_name, sql, failure, redacted) => {
    expect(parser.analyse(bytes(sql))).toEqual([expect.objectContaining({ statement: 'UNKNOWN', tree: null, failure, redacted, batch: 1 })]);
  });

  it.each([
    ['a NUL, where the parser would stop', bytes('SELECT 1\0; DROP TABLE t'), 'it holds a NUL byte'],
    ['bytes that are not UTF-8', Buffer.concat([bytes("SELECT '"), Buffer.from([0xe9]), bytes("'")]), 'it is not valid UTF-8'],
    ['a surrogate as bytes', Buffer.concat([bytes("SELECT '"), Buffer.from([0xed, 0xa0, 0x80]), bytes("'")]), 'it is not valid UTF-8'],
    ['more bytes than the limit', bytes(`SELECT ${' '.repeat(MAX_MESSAGE_BYTES)}1`), `it is longer than ${MAX_MESSAGE_BYTES} bytes`],
    ['comments in comments without end', bytes(`SELECT ${'/*'.repeat(100_000)}${'*/'.repeat(100_000)} 1`), TOIL],
    ['comments in a row', bytes(`SELECT ${'/**/+'.repeat(100_000)} 1`), TOIL],
    ['signs in a row', bytes(`SELECT ${'+'.repeat(100_000)}1`), TOIL],
    ['more statements than the limit', bytes('SELECT 1;'.repeat(MAX_STATEMENTS + 1)), `it holds more than ${MAX_STATEMENTS} statements`],
  ])('refuses %s', (_name, sql, failure) => {
    expect(parser.analyse(sql)).toEqual([expect.objectContaining({ statement: 'UNKNOWN', tree: null, failure, redacted: '?' })]);
  });

  it.each([
    ['rules of dashes and stars', `/${'*'.repeat(300_000)}/ -- ${'-'.repeat(300_000)}\nSELECT 1`],
    ['boxes', `/*${'\n+----------+----------+-----------------------------------------------------+'.repeat(8_000)} */ SELECT 1`],
    ['comments, each on its line', `SELECT ${'/* a */ -- b\n'.repeat(50_000)} 1`],
  ])('reads %s', (_name, sql) => {
    expect(parser.analyse(bytes(sql))).toMatchObject([{ statement: 'SELECT', failure: null }]);
  });

  it('reads a message of exactly the limits', () => {
    const drafts = parser.analyse(bytes('SELECT 1;'.repeat(MAX_STATEMENTS)));
    expect(drafts).toHaveLength(MAX_STATEMENTS);
    expect(new Set(drafts.map((draft) => draft.text))).toEqual(new Set(['SELECT 1']));
    expect(parser.analyse(bytes('SELECT 1'.padEnd(MAX_MESSAGE_BYTES)))[0]?.text).toBe('SELECT 1');
  });

  it('reads a view into a larger buffer', () => {
    const whole = Buffer.from('xxxSELECT 1yyy', 'utf8');
    expect(parser.analyse(whole.subarray(3, 11))[0]?.text).toBe('SELECT 1');
  });
});

describe('an instance that crashed', () => {
  it('is replaced, however often it happens (a single one is dead after 32)', async () => {
    const fresh = await SqlParser.load();
    await nextTurn();
    for (let round = 0; round < 34; round += 1) {
      expect(fresh.analyse(tooDeep)[0]).toMatchObject({ statement: 'UNKNOWN', tree: null, redacted: '?' });
      for (let wait = 0; wait < 200 && fresh.parseTree('SELECT 1') === null; wait += 1) await nextTurn();
      expect(fresh.analyse(bytes('SELECT 1'))[0]).toMatchObject({ statement: 'SELECT', failure: null });
    }
  });

  it('leaves a spare for the next statement', async () => {
    const fresh = await SqlParser.load();
    for (let wait = 0; wait < 200; wait += 1) await nextTurn();
    expect(fresh.analyse(tooDeep)[0]?.failure).toBe('it is nested too deeply');
    expect(fresh.analyse(bytes('SELECT 1'))[0]?.failure).toBeNull();
    expect(fresh.analyse(tooDeep)[0]?.failure).toBe('it is nested too deeply');
    expect(fresh.analyse(bytes('SELECT 1'))[0]?.failure).toBe('the parser is being restarted; try again');
  });

  it('leaves nothing when no spare was made yet, and one once it was', async () => {
    const fresh = await SqlParser.load({ spare: false });
    for (let wait = 0; wait < 200; wait += 1) await nextTurn();
    expect(fresh.analyse(tooDeep)[0]?.failure).toBe('it is nested too deeply');
    expect(fresh.analyse(bytes('SELECT 1'))[0]).toMatchObject({ statement: 'UNKNOWN', failure: 'the parser is being restarted; try again' });
    const prepared = await SqlParser.load({ spare: false });
    prepared.prepare();
    for (let wait = 0; wait < 200; wait += 1) await nextTurn();
    expect(prepared.analyse(tooDeep)[0]?.failure).toBe('it is nested too deeply');
    expect(prepared.analyse(bytes('SELECT 1'))[0]?.failure).toBeNull();
  });

  it('is not told from one that grew large', async () => {
    const fresh = await SqlParser.load();
    for (let round = 0; round < 4; round += 1) {
      expect(fresh.analyse(bytes(`SELECT ${'1,'.repeat(100_000)}1`))[0]?.failure).toBeNull();
    }
    expect(fresh.analyse(bytes('SELECT 1'))[0]?.failure).toBeNull();
  });
});

describe('SqlParser.parseTree', () => {
  it.each([
    ['no statements', '-- nothing', 0],
    ['an empty text', '', 0],
    ['a view', ' SELECT customers.id FROM customers;', 1],
    ['a body', 'DELETE FROM t; SELECT 1', 2],
  ])('reads %s', (_name, text, count) => {
    expect(parser.parseTree(text)).toHaveLength(count);
  });

  it.each([
    ['a syntax error', 'SELCT'],
    ['a NUL', 'SELECT 1\0'],
    ['half a character', "SELECT '\ud800'"],
    ['too deep a text', Buffer.from(tooDeep).toString()],
  ])('is null for %s', async (_name, text) => {
    expect(parser.parseTree(text)).toBeNull();
    for (let wait = 0; wait < 200; wait += 1) await nextTurn();
  });
});

describe('SqlParser.parsePlPgSQL', () => {
  it('reads a body', () => {
    expect(parser.parsePlPgSQL('DO $$ BEGIN NULL; END $$')).toMatchObject({ kind: 'read', functions: [{ PLpgSQL_function: expect.anything() as unknown }] });
  });

  it.each([
    ['a syntax error', "DO $$ BEGIN bogus 'secret'; END $$", 'syntax error at or near `bogus`'],
    ['an error at a literal with quotes in it', "DO $$ DECLARE x varchar('se\"cret'); BEGIN 'it\"s secret'; END $$", 'syntax error at or near `?`'],
    ['a NUL', 'DO $$ \0 $$', 'it holds a NUL byte'],
  ])('says why it could not read %s', (_name, text, why) => {
    expect(parser.parsePlPgSQL(text)).toEqual({ kind: 'unread', why });
  });
});

describe('an instance that fails', () => {
  // A stand-in for the WebAssembly module, whose calls give pointers into this memory.
  const memory = Buffer.alloc(64);
  memory.write('{', 16);
  const failing = (calls: Partial<PgQueryInstance>): PgQueryInstance => ({
    HEAPU8: memory, HEAPU32: new Uint32Array(memory.buffer, memory.byteOffset, 16), _malloc: () => 32, _free: () => undefined, _wasm_parse_query_raw: () => 0, _wasm_free_parse_result: () => undefined,
    _wasm_parse_plpgsql: () => 0, _wasm_scan: () => 0, _wasm_free_string: () => undefined, ...calls,
  });

  it.each<[string, Partial<PgQueryInstance>, string]>([
    ['without memory', { _malloc: () => 0 }, 'the parser failed: it is out of memory'],
    ['without an answer', {}, 'the parser failed: it is out of memory'],
    ['with half of one', { _wasm_parse_plpgsql: () => 16 }, 'the parser failed: '],
  ])('answers %s that it could not read', async (_name, calls, why) => {
    const fresh = await SqlParser.load({ instances: () => Promise.resolve(() => Promise.resolve(failing(calls))) });
    expect(fresh.parsePlPgSQL('DO $$ BEGIN END $$')).toEqual({ kind: 'unread', why: expect.stringContaining(why) as unknown });
  });

  it('is asked no more, and while another can not be made nothing is read', async () => {
    let made = 0;
    const fresh = await SqlParser.load({ instances: () => Promise.resolve(() => ((made += 1) === 1 ? Promise.resolve(failing({})) : Promise.reject(new Error('no memory')))) });
    expect(fresh.analyse(bytes('SELECT 1'))[0]).toMatchObject({ statement: 'UNKNOWN', failure: 'the parser failed: it is out of memory' });
    for (let wait = 0; wait < 20; wait += 1) await nextTurn();
    expect(fresh.analyse(bytes('SELECT 1'))[0]).toMatchObject({ statement: 'UNKNOWN', failure: 'the parser is being restarted; try again' });
  });

  it('is told from a grammar that is missing', async () => {
    await expect(SqlParser.load({ read: () => Promise.reject(new Error('ENOENT')) })).rejects.toMatchObject({ code: 'INTERNAL', message: 'the SQL parser `libpg-query.wasm` is missing' });
  });
});

it('leaves the name that its glue asks for as it found it', async () => {
  const world = globalThis as { __dirname?: string };
  expect(world).not.toHaveProperty('__dirname');
  world.__dirname = '/somewhere';
  await SqlParser.load({ spare: false });
  expect(world.__dirname).toBe('/somewhere');
  delete world.__dirname;
});
