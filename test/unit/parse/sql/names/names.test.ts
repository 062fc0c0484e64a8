// SPDX-License-Identifier: Apache-2.0
import { SHOP } from '../../../../support/shop.js';
import { factsOf, told } from '../../../../support/statements.js';

describe('without a catalog', () => {
  it.each<[string, string[]]>([
    ['SELECT a FROM t', [
      'read relation ~public.t (a)',
      'returns a = public.t.a',
    ]],
    ['SELECT * FROM t', [
      'read relation ~public.t (*)',
      'returns * ~ public.t.*',
    ]],
    ['SELECT ssn FROM t JOIN u USING (a)', [
      'read relation ~public.t (a, ssn) where a',
      'read relation ~public.u (a, ssn) where a',
      'returns ssn ~ public.t.ssn + public.u.ssn',
    ]],
    ['SELECT app.t.a, other.x FROM app.t, app.other', [
      'read relation app.other (x)',
      'read relation app.t (a)',
      'returns a = app.t.a; x = app.other.x',
    ]],
    ['SELECT t.* FROM t', [
      'read relation ~public.t (*)',
      'returns * ~ public.t.*',
    ]],
    ['SELECT t FROM t', [
      'read relation ~public.t (*)',
      'returns t ~ public.t.t + public.t.*',
    ]],
    ['SELECT q.a FROM (SELECT * FROM t) q', [
      'read relation ~public.t (*)',
      'returns a = public.t.a',
    ]],
    ['SELECT * FROM t AS x(p, q)', [
      'read relation ~public.t (*)',
      'returns p ~ public.t.*; q ~ public.t.*; * ~ public.t.*',
    ]],
    ['SELECT p FROM t AS x(p, q)', [
      'read relation ~public.t (*)',
      'returns p ~ public.t.*',
    ]],
    ['SELECT refund(a), lower(b), pg_catalog.lower(c), app.f(1), information_schema._pg_truetypid(a, b) FROM t', [
      'read relation ~public.t (a, b, c)',
      'unknown function app.f',
      'unknown function public.refund',
      'returns refund ~ ?; lower ~ public.t.b; lower ~ public.t.c; f ~ ?; _pg_truetypid ~ public.t.a + public.t.b',
      'calls public.refund:unknown, lower:harmless, app.f:unknown, _pg_truetypid:harmless',
      'unknown: `public.refund` is not a function that we know',
      'unknown: `app.f` is not a function that we know',
    ]],
    ['SELECT information_schema.nope(1)', [
      'unknown function information_schema.nope',
      'returns nope ~ ?',
      'calls information_schema.nope:unknown',
      'unknown: `information_schema.nope` is not a function that we know',
    ]],
    ['SELECT * FROM pg_stats', [
      'read relation ~pg_catalog.pg_stats (*)',
      'returns * ~ ?',
    ]],
    ['SELECT histogram_bounds, tablename FROM pg_stats', [
      'read relation ~pg_catalog.pg_stats (*)',
      'returns histogram_bounds ~ ?; tablename = pg_catalog.pg_stats.tablename',
    ]],
    ['SELECT relname FROM pg_class', [
      'read relation ~pg_catalog.pg_class (relname)',
      'returns relname = pg_catalog.pg_class.relname',
    ]],
    ['SELECT c.refund FROM c', [
      'read relation ~public.c (refund)',
      'returns refund = public.c.refund',
    ]],
    ['DELETE FROM t WHERE flag', [
      'read relation public.t (flag) where flag',
      'write relation ~public.t',
    ]],
    ['DELETE FROM t', [
      'destroy relation ~public.t',
    ]],
    ['UPDATE t SET b = ssn FROM customers WHERE t.id = customers.id', [
      'read relation public.t (ssn, id) where id',
      'read relation ~public.customers (ssn, id) where id',
      'write relation ~public.t (b)',
      'flow public.t.b <- public.t.ssn, public.customers.ssn',
    ]],
    ['INSERT INTO t SELECT * FROM u', [
      'read relation ~public.u (*)',
      'write relation ~public.t (*)',
      'flow public.t.* <- public.u.*',
    ]],
    ['INSERT INTO t (a) SELECT b FROM u', [
      'read relation ~public.u (b)',
      'write relation ~public.t (a)',
      'flow public.t.a <- public.u.b',
    ]],
    ['SELECT a FROM t WHERE EXISTS (SELECT 1 FROM u WHERE x = y)', [
      'read relation ~public.t (a)',
      'read relation ~public.u (y, x) where y, x',
      'returns a = public.t.a',
    ]],
    [`SELECT nextval('s'), nextval('app.s'), nextval('"Odd"'), nextval('1 2'), nextval('a.b.c'), setval(' s ', 1)`, [
      'write function ~pg_catalog.nextval',
      'write sequence app.s',
      'write sequence ~public.Odd',
      'write sequence ~public.s',
      'returns nextval ~ nothing; nextval ~ nothing; nextval ~ nothing; nextval ~ nothing; nextval ~ nothing; setval ~ nothing',
      'calls nextval:write, setval:write',
      'literals s | app.s | "Odd" | 1 2 | a.b.c |  s ',
    ]],
    // The server would cut the name, and take the space for a letter of it.
    [`SELECT nextval('${'s'.repeat(64)}'), nextval('\u00a0s')`, [
      'write function ~pg_catalog.nextval',
      'write sequence ~public.\u00a0s',
      'returns nextval ~ nothing; nextval ~ nothing',
      'calls nextval:write',
      `literals ${'s'.repeat(64)} | \u00a0s`,
    ]],
    ['CREATE TABLE t (a int)', [
      'schema relation ~public.t',
      'session ddl',
    ]],
    ['DROP TABLE t', [
      'destroy relation ~public.t',
      'session ddl',
      'lock ACCESS EXCLUSIVE, rewrite not known',
    ]],
    ['SELECT 1 OPERATOR(pg_catalog.+) 2, 1 OPERATOR(app.+) 2', [
      'unknown operator app.+',
      'returns ?column? ~ nothing; ?column? ~ nothing',
      'unknown: `app.+` is not an operator that we know',
    ]],
    ['SELECT db.app.t.a FROM db.app.t', [
      'read relation app.t (a)',
      'returns a = app.t.a',
    ]],
    ['SELECT a.b FROM t AS a', [
      'read relation ~public.t (b)',
      'returns b = public.t.b',
    ]],
    ['SELECT * FROM pg_temp.x', [
      'read relation pg_temp.x (*)',
      'returns * ~ pg_temp.x.*',
    ]],
    ['CREATE TABLE pg_temp.x AS SELECT a FROM t', [
      'read relation ~public.t (a)',
      'schema relation pg_temp.x',
      'flow pg_temp.x.a <- public.t.a',
      'session temp name=x',
    ]],
    ['SELECT "a.b".c FROM app."a.b"', [
      'read relation app."a.b" (c)',
      'returns c = app."a.b".c',
    ]],
    ['SELECT * FROM t NATURAL JOIN u', [
      'read relation ~public.t (*)',
      'read relation ~public.u (*)',
      'returns * ~ public.t.* + public.u.*',
    ]],
    ['SELECT x FROM t UNION SELECT y FROM u', [
      'read relation ~public.t (x) where x',
      'read relation ~public.u (y) where y',
      'returns x ~ public.t.x + public.u.y',
    ]],
    ['EXECUTE p', [
      'unknown prepared statement p',
      'returns ?',
      'unknown: there is no prepared statement `p` that we know',
    ]],
    ['SELECT * FROM t ORDER BY x LIMIT 1', [
      'read relation ~public.t (*) where x',
      'returns * ~ public.t.*',
    ]],
    ['INSERT INTO t (a) SELECT ssn FROM c RETURNING a, b, old.a, *', [
      'read relation public.t (*)',
      'read relation ~public.c (ssn)',
      'write relation ~public.t (a)',
      'returns a ~ public.t.a + public.c.ssn; b = public.t.b; a = public.t.a; * ~ public.t.* + public.c.ssn',
      'flow public.t.a <- public.c.ssn',
    ]],
  ])('%s', async (sql, lines) => {
    expect(told(await factsOf(sql))).toEqual(lines);
  });
});

describe('a search path that is not known', () => {
  it.each<[string, string[]]>([
    ['SELECT a FROM t', [
      'read relation ~t (*)',
      'unknown relation t',
      'returns a ~ ?',
      'unknown: `t` could be in any schema, since the search path is not known; write it with its schema',
    ]],
    ['SELECT a FROM app.t', [
      'read relation app.t (a)',
      'returns a = app.t.a',
    ]],
    ["SELECT lower('x')", [
      'read',
      'returns lower ~ nothing',
      'calls lower:harmless',
      'literals x',
    ]],
    ['SELECT refund(1)', [
      'unknown function public.refund',
      'returns refund ~ ?',
      'calls public.refund:unknown',
      'unknown: `public.refund` is not a function that we know',
    ]],
    ['CREATE TABLE z (a int)', [
      'schema relation ~z',
      'unknown relation z',
      'session ddl',
      'unknown: `z` could be in any schema, since the search path is not known; write it with its schema',
    ]],
    ['CREATE TEMP TABLE z (a int)', [
      'schema relation pg_temp.z',
      'session ddl',
      'session temp name=z',
    ]],
    ['SELECT 1 FROM pg_class', [
      'read relation ~pg_class (*)',
      'unknown relation pg_class',
      'returns ?column? ~ nothing',
      'unknown: `pg_class` could be in any schema, since the search path is not known; write it with its schema',
    ]],
    ['SELECT public.refund(1)', [
      'unknown function public.refund',
      'returns refund ~ ?',
      'calls public.refund:unknown',
      'unknown: `public.refund` is not a function that we know',
    ]],
    ['DROP FUNCTION refund', [
      'schema function ~refund',
      'unknown relation refund',
      'session ddl',
      'unknown: `refund` could be in any schema, since the search path is not known; write it with its schema',
    ]],
    ["SELECT nextval('s')", [
      'unknown relation s',
      'write sequence ~s',
      'returns nextval ~ nothing',
      'calls nextval:write',
      'unknown: `s` could be in any schema, since the search path is not known; write it with its schema',
      'literals s',
    ]],
  ])('%s', async (sql, lines) => {
    expect(told(await factsOf(sql, { catalog: SHOP, searchPath: null }))).toEqual(lines);
  });
});

describe('a search path with more than one schema', () => {
  it.each<[string, string[]]>([
    ['SELECT a FROM t', [
      'read relation app.t (a)',
      'returns a = app.t.a',
    ]],
    ['SELECT a FROM u', [
      'read relation public.u (a)',
      'returns a = public.u.a',
    ]],
    ['SELECT * FROM nope', [
      'read relation ~app.nope (*)',
      'returns ?',
    ]],
    ['CREATE TABLE z (a int)', [
      'schema relation app.z',
      'session ddl',
    ]],
    ['SELECT a FROM pg_temp.t', [
      'read relation pg_temp.t (*)',
      'returns a ~ ?',
    ]],
    ["SELECT nextval('s')", [
      'write sequence public.s',
      'returns nextval ~ nothing',
      'calls nextval:write',
      'literals s',
    ]],
  ])('%s', async (sql, lines) => {
    expect(told(await factsOf(sql, { catalog: SHOP, searchPath: ['app', 'public'] }))).toEqual(lines);
  });
});

describe('a search path with a schema that the catalog does not show', () => {
  it.each<[string, string[]]>([
    ['SELECT a FROM t', [
      'read relation public.t (*)',
      'returns a ~ ?',
    ]],
    ['SELECT relname FROM pg_class', [
      'read relation pg_catalog.pg_class (relname)',
      'returns relname = pg_catalog.pg_class.relname',
    ]],
  ])('%s', async (sql, lines) => {
    expect(told(await factsOf(sql, { catalog: SHOP, searchPath: ['hidden', 'public'] }))).toEqual(lines);
  });
});

describe('temporary tables on the path', () => {
  it.each<[string, string[]]>([
    ['SELECT a FROM t', [
      'read relation public.t (*)',
      'returns a ~ ?',
    ]],
    ['SELECT a FROM pg_temp.t', [
      'read relation pg_temp.t (*)',
      'returns a ~ ?',
    ]],
    ['CREATE TABLE z (a int)', [
      'schema relation public.z',
      'session ddl',
    ]],
  ])('%s', async (sql, lines) => {
    expect(told(await factsOf(sql, { catalog: SHOP, searchPath: ['pg_temp_3', 'pg_catalog', 'public'] }))).toEqual(lines);
  });
});

describe('pg_catalog behind others', () => {
  it.each<[string, string[]]>([
    ['SELECT a FROM t', [
      'read relation public.t (a)',
      'returns a = public.t.a',
    ]],
    ['SELECT relname FROM pg_class', [
      'read relation pg_catalog.pg_class (relname)',
      'returns relname = pg_catalog.pg_class.relname',
    ]],
  ])('%s', async (sql, lines) => {
    expect(told(await factsOf(sql, { catalog: SHOP, searchPath: ['public', 'pg_catalog'] }))).toEqual(lines);
  });
});
