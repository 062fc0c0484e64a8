// SPDX-License-Identifier: Apache-2.0
//
// Statements one by one, as a server answers them: what settles a hazard, what takes that back, and the promise never to be laxer than
// the check of the same statements in files.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CatalogSnapshot } from '../../../../src/core/catalog.js';
import { LiveSeries, type Whereabouts } from '../../../../src/parse/migrations/live-series.js';
import type { Wrapping } from '../../../../src/parse/migrations/script.js';
import { Series } from '../../../../src/parse/migrations/series.js';
import { SERIES_HAZARDS } from '../../../../src/parse/sql/hazards/words.js';
import { SqlParser } from '../../../../src/parse/sql/parser.js';
import { resolve } from '../../../../src/parse/sql/resolve.js';

const parser = await SqlParser.load();
const scope = { catalog: null, searchPath: null, prepared: new Map(), cursors: new Map(), stale: false };
const NOWHERE: Whereabouts = { catalog: null, searchPath: null, stale: false };
const read = (sql: string) => parser.analyse(Buffer.from(sql)).map((draft) => ({ draft, facts: resolve(draft, scope, parser) }));

/** Plays the server: `!` before a message fails its last statement; each message is answered before the next comes. */
function play(messages: readonly string[], where: Whereabouts = NOWHERE): string[][] {
  const series = new LiveSeries();
  let open = false;
  let broken = false;
  return messages.flatMap((message) => {
    const fails = message.startsWith('!');
    const statements = read(message.replace(/^!/, ''));
    const place = series.message(where, statements.length);
    const placed = statements.map(({ draft, facts }) => place(draft, facts));
    placed.forEach(({ ended, facts }, index) => {
      const kinds = facts.session.map(({ kind }) => kind);
      if (fails && index === placed.length - 1) {
        broken = open;
        return ended?.(null);
      }
      if (kinds.includes('begin')) open = true;
      const ends = kinds.includes('commit') || kinds.includes('rollback');
      ended?.(kinds.includes('rollback') || kinds.includes('rollback-to') || (broken && ends) ? 'ROLLBACK' : 'DONE');
      if (ends) [open, broken] = [false, false];
      else if (kinds.includes('rollback-to')) broken = false;
    });
    if (!open) series.idle();
    return placed.map(({ facts }) => facts.hazards.map(({ id }) => id));
  });
}
const last = (...messages: string[]): string[] => play(messages).at(-1) ?? [];

describe('a table that the session made', () => {
  it.each([
    ['at once', ['CREATE TABLE a (id int)', 'CREATE INDEX i ON a (id)']],
    ['in a transaction', ['BEGIN', 'CREATE TABLE a (id int)', 'CREATE INDEX i ON a (id)']],
    ['and committed', ['BEGIN', 'CREATE TABLE a (id int)', 'COMMIT', 'CREATE INDEX i ON a (id)']],
    ['in the same message', ['CREATE TABLE a (id int); CREATE INDEX i ON a (id)']],
    ['and renamed', ['CREATE TABLE b (id int)', 'ALTER TABLE b RENAME TO a', 'CREATE INDEX i ON a (id)']],
    ['before a savepoint was given up', ['BEGIN', 'CREATE TABLE a (id int)', 'COMMIT', 'BEGIN', 'SAVEPOINT s', 'ROLLBACK TO s', 'CREATE INDEX i ON a (id)']],
  ])('is in nobody\'s use: made %s', (_name, messages) => {
    expect(last(...messages)).not.toContain('index-not-concurrent');
  });

  it.each([
    ['nobody made it', ['CREATE INDEX i ON a (id)']],
    ['it may have been there', ['CREATE TABLE IF NOT EXISTS a (id int)', 'CREATE INDEX i ON a (id)']],
    ['making it failed', ['!CREATE TABLE a (id int)', 'CREATE INDEX i ON a (id)']],
    ['it was rolled back', ['BEGIN', 'CREATE TABLE a (id int)', 'ROLLBACK', 'CREATE INDEX i ON a (id)']],
    ['it was rolled back to before', ['BEGIN', 'SAVEPOINT s', 'CREATE TABLE a (id int)', 'ROLLBACK TO s', 'CREATE INDEX i ON a (id)']],
    ['the transaction failed, and COMMIT rolled it back', ['BEGIN', 'CREATE TABLE a (id int)', '!SELECT 1/0', 'COMMIT', 'CREATE INDEX i ON a (id)']],
    ['a message failed after it', ['!CREATE TABLE a (id int); SELECT 1/0', 'CREATE INDEX i ON a (id)']],
    ['it was dropped', ['CREATE TABLE a (id int)', 'DROP TABLE a', 'CREATE INDEX i ON a (id)']],
    ['it was dropped by its whole name', ['CREATE TABLE a (id int)', 'DROP TABLE public.a', 'CREATE INDEX i ON a (id)']],
    ['code ran that may have renamed it', ['CREATE TABLE a (id int)', "DO $$ BEGIN EXECUTE 'ALTER' || ' TABLE a RENAME TO b'; END $$", 'CREATE INDEX i ON a (id)']],
    ['another transaction has prepared it', ['BEGIN', 'CREATE TABLE a (id int)', "PREPARE TRANSACTION 'x'", 'CREATE INDEX i ON a (id)']],
    ['it is another one', ['CREATE TABLE app.a (id int)', 'CREATE INDEX i ON public.a (id)']],
  ])('is not taken for new when %s', (_name, messages) => {
    expect(last(...messages)).toContain('index-not-concurrent');
  });

  it('is where the search path puts it, as the server told', () => {
    const catalog = { relations: new Map([['app.a', {}], ['public.a', {}]]), types: new Map(), schemas: new Set(['app', 'public']) } as unknown as CatalogSnapshot;
    const messages = ['CREATE TABLE a (id int)', 'CREATE INDEX i ON app.a (id)', 'CREATE INDEX i ON public.a (id)'];
    const inApp = (searchPath: readonly string[] | null) => play(messages, { catalog, searchPath, stale: false }).slice(1).map((ids) => ids.includes('index-not-concurrent'));
    expect(inApp(['pg_catalog', 'app', 'public'])).toEqual([false, true]);
    expect(inApp(['pg_temp', 'pg_catalog', 'app'])).toEqual([true, true]);
    expect(inApp(null)).toEqual([true, true]);
    const gone = { ...catalog, relations: new Map() };
    expect(play(messages, { catalog: gone, searchPath: ['app'], stale: false })[1]).toContain('index-not-concurrent');
  });
});

describe('a lock_timeout', () => {
  it.each([
    ['set', ["SET lock_timeout = '2s'", 'DROP TABLE a']],
    ['set by a function', ["SELECT set_config('lock_timeout', '2s', false)", 'DROP TABLE a']],
    ['set for the transaction', ['BEGIN', "SET LOCAL lock_timeout = '2s'", 'DROP TABLE a']],
  ])('holds once it is %s', (_name, messages) => {
    expect(last(...messages)).not.toContain('missing-lock-timeout');
  });

  it.each([
    ['the transaction that set it is over', ['BEGIN', "SET LOCAL lock_timeout = '2s'", 'COMMIT', 'DROP TABLE a']],
    ['the transaction that set it was rolled back', ['BEGIN', "SET lock_timeout = '2s'", 'ROLLBACK', 'DROP TABLE a']],
    ['it was set in a message that failed', ["!SET lock_timeout = '2s'; SELECT 1/0", 'DROP TABLE a']],
    ['setting it failed', ["!SET lock_timeout = '2s'", 'DROP TABLE a']],
    ['it was reset', ["SET lock_timeout = '2s'", 'RESET ALL', 'DROP TABLE a']],
    ['code ran that may have reset it', ["SET lock_timeout = '2s'", 'SELECT refund(1)', 'DROP TABLE a']],
  ])('does not when %s', (_name, messages) => {
    expect(last(...messages)).toContain('missing-lock-timeout');
  });
});

describe('locks on several tables', () => {
  const SEVERAL = 'several-locks-in-transaction';

  it('are one at a time outside of a transaction', () => {
    expect(last('ALTER TABLE a ADD x int', 'ALTER TABLE b ADD x int')).not.toContain(SEVERAL);
    expect(last('BEGIN', 'ALTER TABLE a ADD x int', 'COMMIT', 'ALTER TABLE b ADD x int')).not.toContain(SEVERAL);
  });

  it('are held together in a transaction, in a message, and until the server says that none is open', () => {
    expect(last('BEGIN', 'ALTER TABLE a ADD x int', 'ALTER TABLE b ADD x int')).toContain(SEVERAL);
    expect(last('ALTER TABLE a ADD x int; ALTER TABLE b ADD x int')).toContain(SEVERAL);
    expect(last('ALTER TABLE a ADD x int; BEGIN; ALTER TABLE b ADD x int')).toContain(SEVERAL);
    expect(last('BEGIN', 'ALTER TABLE a ADD x int', 'SAVEPOINT s', 'ROLLBACK TO s', 'ALTER TABLE b ADD x int')).toContain(SEVERAL);
    const series = new LiveSeries();
    const [alter, other] = [read('ALTER TABLE a ADD x int')[0], read('ALTER TABLE b ADD x int')[0]] as const;
    if (alter === undefined || other === undefined) throw new Error('unreadable');
    // A pipeline: the next statement is judged after the answer, but before the server is ready.
    series.message(NOWHERE, 1)(alter.draft, alter.facts).ended?.('ALTER TABLE');
    expect(series.message(NOWHERE, 1)(other.draft, other.facts).facts.hazards.map(({ id }) => id)).toContain(SEVERAL);
  });
});

it('believes a CHECK that was validated, and not one of another table', () => {
  const check = (table: string) => [`ALTER TABLE ${table} ADD CONSTRAINT c CHECK (x IS NOT NULL) NOT VALID`, `ALTER TABLE ${table} VALIDATE CONSTRAINT c`];
  expect(last(...check('a'), 'ALTER TABLE a ALTER x SET NOT NULL')).not.toContain('not-null-without-check');
  expect(last(...check('b'), 'ALTER TABLE a ALTER x SET NOT NULL')).toContain('not-null-without-check');
  expect(last('BEGIN', ...check('a'), 'ROLLBACK', 'ALTER TABLE a ALTER x SET NOT NULL')).toContain('not-null-without-check');
});

it('never has fewer hazards than the check of the same statements', () => {
  const mistakes: ReadonlySet<string> = new Set(SERIES_HAZARDS);
  const corpus = 'test/corpus/policy/migrations';
  const lines = readdirSync(corpus).flatMap((rule) => readdirSync(join(corpus, rule)).flatMap((file) => readFileSync(join(corpus, rule, file), 'utf8').trim().split('\n')));
  const texts = [...new Set(lines)];
  expect(texts.length).toBeGreaterThan(100);
  const wrapped: readonly [Wrapping, (sql: readonly string[]) => readonly string[]][] = [['none', (all) => all], ['each', (all) => ['BEGIN', ...all, 'COMMIT']], ['batch', (all) => [all.join(';\n')]]];
  for (const text of texts) {
    const statements = read(text);
    if (statements.some(({ draft, facts }) => draft.failure !== null || facts.session.some(({ kind }) => kind === 'begin' || kind === 'commit' || kind === 'rollback'))) continue;
    for (const [wrapping, messages] of wrapped) {
      const checked = new Series().part(statements, wrapping);
      const live = play(messages(statements.map(({ draft }) => draft.text)));
      const own = wrapping === 'each' ? live.slice(1, -1) : live;
      checked.forEach(({ hazards }, index) => {
        expect({ text, wrapping, index, hazards: own[index] }).toEqual(expect.objectContaining({ hazards: expect.arrayContaining(hazards.map(({ id }) => id).filter((id) => !mistakes.has(id))) }));
      });
    }
  }
});
