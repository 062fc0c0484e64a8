// SPDX-License-Identifier: Apache-2.0
import { AssumedPath, leadingSchema, schemaOf } from '../../../../../src/parse/sql/names/assumed-path.js';
import { loadSqlReader } from '../../../../../src/parse/sql/reader.js';

const read = await loadSqlReader();

/** What the last statement of a text touches. */
const last = (text: string): string => read(text).at(-1)?.facts.accesses.map(({ effect, object }) => `${effect} ${object ?? '-'}`).join(', ') ?? '';

describe('names in a text that sets its search path', () => {
  it.each([
    ['', 'write public.t'], ["SET search_path = app;", 'write app.t'], ["SET search_path TO 'app'", 'write app.t'], ['SET search_path = "App"', 'unknown t, write t'], ["SELECT set_config('search_path', 'App', false)", 'unknown t, write t'], ["SELECT set_config('search_path', 'app', false)", 'write app.t'],
    ['SET search_path = app, public', 'unknown t, write t'], ["SET search_path = ''", 'unknown t, write t'], ['SET search_path = "$user", public', 'write public.t'], ['SET search_path = app; RESET search_path', 'write public.t'], ['SET search_path = app; RESET ALL', 'write public.t'],
    ['SET search_path = app; DISCARD ALL', 'write public.t'], ['SET search_path = app; DISCARD TEMP', 'write app.t'], ['SET lock_timeout = 1', 'write public.t'],
    ['BEGIN; SET LOCAL search_path = app', 'write app.t'], ['BEGIN; SET LOCAL search_path = app; COMMIT', 'write public.t'], ['BEGIN; SET search_path = app; COMMIT', 'write app.t'], ['BEGIN; SET search_path = app; ROLLBACK', 'write public.t'],
    ['BEGIN; SAVEPOINT a; SET search_path = app; ROLLBACK TO a', 'unknown t, write t'], ['BEGIN; SAVEPOINT a; ROLLBACK TO a', 'write public.t'],
  ])('after %j', (before, expected) => {
    expect(last(`${before};INSERT INTO t VALUES (1)`)).toBe(expected);
  });

  it('leaves PostgreSQL\'s own where they are', () => {
    expect(last('SET search_path = app; SELECT relname FROM pg_class')).toBe('read pg_catalog.pg_class');
  });

  it('makes what is made without a schema there', () => {
    expect(last('SET search_path = app; CREATE TABLE t (id int)')).toContain('app.t');
    expect(last('SET search_path = a, b; CREATE TABLE t (id int)')).toContain('unknown t');
  });
});

describe('AssumedPath', () => {
  it('forgets with a connection, and does not know with one that a tool may have kept', () => {
    const path = new AssumedPath();
    path.nextFile(false);
    expect(path.schema).toBeNull();
    path.take([{ kind: 'set', name: 'search_path', value: 'app', local: false }]);
    path.nextFile(false);
    expect(path.schema).toEqual([]);
    path.nextFile(true);
    expect(path.schema).toBeNull();
  });
});

describe('schemaOf and leadingSchema', () => {
  it.each([['app', ['app'], ['app']], ['a, b', [], ['a']], ['"a"', [], []], ['A, b', [], []], ['pg_catalog', [], []], ['"$user", public', ['public'], ['public']]])('%s', (value, one, first) => {
    expect([schemaOf(value), leadingSchema(value)]).toEqual([one, first]);
  });
  it('does not know what is computed', () => {
    expect(schemaOf(null)).toEqual([]);
  });
});
