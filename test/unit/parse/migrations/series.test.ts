// SPDX-License-Identifier: Apache-2.0
//
// What a series settles, and the promise to the wire: a statement alone has every hazard that it has in any series, mistakes aside.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Series } from '../../../../src/parse/migrations/series.js';
import type { Wrapping } from '../../../../src/parse/migrations/script.js';
import { SERIES_HAZARDS } from '../../../../src/parse/sql/hazards/words.js';
import { SqlParser } from '../../../../src/parse/sql/parser.js';
import { resolve } from '../../../../src/parse/sql/resolve.js';

const parser = await SqlParser.load();
const scope = { catalog: null, searchPath: null, prepared: new Map(), cursors: new Map(), stale: false };
const statementsOf = (sql: string) => parser.analyse(Buffer.from(sql)).map((draft) => ({ draft, facts: resolve(draft, scope, parser) }));
const hazardsOf = (sql: string, wrapping: Wrapping = 'none'): string[][] => new Series().part(statementsOf(sql), wrapping).map(({ hazards }) => hazards.map(({ id }) => id));
const last = (sql: string, wrapping: Wrapping = 'none'): string[] => hazardsOf(sql, wrapping).at(-1) ?? [];

const CORPUS = 'test/corpus/policy/migrations';
const LINES = readdirSync(CORPUS).flatMap((rule) => readdirSync(join(CORPUS, rule)).flatMap((file) => readFileSync(join(CORPUS, rule, file), 'utf8').trim().split('\n')));

describe('part', () => {
  it.each<Wrapping>(['none', 'each', 'all', 'batch'])('has no hazard that the statement alone has not, wrapped `%s`', (wrapping) => {
    const mistakes: ReadonlySet<string> = new Set(SERIES_HAZARDS);
    for (const line of LINES) {
      const statements = statementsOf(line);
      for (const [index, facts] of new Series().part(statements, wrapping).entries()) {
        const alone = statements[index]?.facts.hazards ?? [];
        expect(facts.hazards.filter((hazard) => !mistakes.has(hazard.id) && !alone.includes(hazard))).toEqual([]);
      }
    }
  });

  it('leaves everything else of the facts alone', () => {
    const statements = statementsOf('CREATE TABLE a (id int); DROP TABLE a');
    const [, drop] = new Series().part(statements, 'none');
    expect({ ...drop, hazards: [] }).toEqual({ ...statements[1]?.facts, hazards: [] });
  });

  it('forgets what a rollback takes back', () => {
    expect(last("BEGIN; SET lock_timeout = '2s'; ROLLBACK; DROP TABLE a")).toContain('missing-lock-timeout');
    expect(last("BEGIN; SET lock_timeout = '2s'; COMMIT; DROP TABLE a")).not.toContain('missing-lock-timeout');
    expect(last("SET lock_timeout = '2s'; ROLLBACK; DROP TABLE a")).not.toContain('missing-lock-timeout');
    expect(last("BEGIN; SAVEPOINT s; SET lock_timeout = '2s'; ROLLBACK TO s; DROP TABLE a")).toContain('missing-lock-timeout');
    expect(last('BEGIN; CREATE TABLE a (id int); ROLLBACK; DROP TABLE a')).toContain('drop-table');
    expect(last('BEGIN; SAVEPOINT s; CREATE TABLE a (id int); ROLLBACK TO s; DROP TABLE a')).toContain('drop-table');
    expect(last('CREATE TABLE a (id int); BEGIN; DROP TABLE a; ROLLBACK; DROP TABLE a')).not.toContain('drop-table');
    expect(last('CREATE TABLE a (id int); BEGIN; COMMIT; DROP TABLE a; ROLLBACK; DROP TABLE a')).toContain('drop-table');
    expect(last('BEGIN; CREATE TABLE a (id int); COMMIT; DROP TABLE a')).not.toContain('drop-table');
  });

  it.each(["'2s'", '500', "'1min'", "'1.5 s'"])('counts %s as a limit', (value) => {
    expect(last(`SET lock_timeout = ${value}; DROP TABLE a`)).not.toContain('missing-lock-timeout');
  });

  it.each(['0', "'0'", "'0ms'", 'DEFAULT', "'0.0s'", "'61s'", "'1h'", "'2 parsecs'"])('does not count %s as a limit', (value) => {
    expect(last(`SET lock_timeout = ${value}; DROP TABLE a`)).toContain('missing-lock-timeout');
  });

  it.each(['DISCARD ALL', 'RESET ALL', 'RESET lock_timeout'])('forgets settings at %s', (sql) => {
    expect(last(`SET lock_timeout = '2s'; ${sql}; DROP TABLE a`)).toContain('missing-lock-timeout');
  });

  it('knows what the tool wraps', () => {
    expect(hazardsOf('ALTER TABLE a ADD x int; ALTER TABLE b ADD x int', 'each').map((ids) => ids.includes('several-locks-in-transaction'))).toEqual([false, true]);
    expect(hazardsOf('COMMIT; SELECT 1', 'each')[0]).toEqual(['transaction-nesting']);
    expect(last("SET LOCAL lock_timeout = '2s'; DROP TABLE a", 'each')).not.toContain('missing-lock-timeout');
    expect(last("SET LOCAL lock_timeout = '2s'; DROP TABLE a", 'none')).toContain('missing-lock-timeout');
  });

  it('does not trust names without a schema once the search path changed', () => {
    const change = "SELECT set_config('search_path', 'app', false)";
    expect(last(`${change}; CREATE TABLE a (id int); DROP TABLE a`)).toContain('drop-table');
    expect(last(`${change}; CREATE TABLE app.a (id int); DROP TABLE app.a`)).not.toContain('drop-table');
  });

  it('follows names', () => {
    expect(last('CREATE TABLE a (id int); ALTER TABLE a RENAME TO b; DROP TABLE a')).toContain('drop-table');
    expect(last('CREATE TABLE a (id int); DROP TABLE a; DROP TABLE a')).toContain('drop-table');
    expect(last('CREATE TABLE app.a AS SELECT 1 AS x; DROP TABLE app.a')).not.toContain('drop-table');
    expect(last('SELECT 1 AS x INTO a; DROP TABLE a')).not.toContain('drop-table');
    expect(last('CREATE TEMP TABLE a (id int); DROP TABLE public.a')).toContain('drop-table');
    expect(last('CREATE SCHEMA app; DROP SCHEMA app')).not.toContain('drop-schema');
    expect(last('CREATE SCHEMA IF NOT EXISTS app; DROP SCHEMA app')).toContain('drop-schema');
  });

  it('takes a CHECK for what it says', () => {
    const after = (check: string): string[] => last(`ALTER TABLE a ADD CONSTRAINT c CHECK (${check}); ALTER TABLE a ALTER x SET NOT NULL`);
    expect(after('x IS NOT NULL')).not.toContain('not-null-without-check');
    expect(after('x IS NOT NULL AND y > 0')).not.toContain('not-null-without-check');
    for (const check of ['x IS NOT NULL OR y > 0', 'x IS NULL', 'x > 0', 'b.x IS NOT NULL', 'NOT (x IS NOT NULL)']) expect(after(check)).toContain('not-null-without-check');
    expect(last('ALTER TABLE a ADD CONSTRAINT c CHECK (x IS NOT NULL); ALTER TABLE a DROP CONSTRAINT c; ALTER TABLE a ALTER x SET NOT NULL')).toContain('not-null-without-check');
    expect(last('ALTER TABLE a ADD CONSTRAINT c CHECK (x IS NOT NULL); ALTER TABLE a ALTER x SET NOT NULL, ALTER y SET NOT NULL')).toContain('not-null-without-check');
  });
});
