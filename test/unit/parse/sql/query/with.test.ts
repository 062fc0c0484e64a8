// SPDX-License-Identifier: Apache-2.0
import { SHOP } from '../../../../support/shop.js';
import { factsOf, told } from '../../../../support/statements.js';

describe('WITH', () => {
  it.each<[string, string[]]>([
    ['WITH customers AS (SELECT 1 AS ssn) SELECT ssn FROM customers', [
      'read',
      'returns ssn ~ nothing',
    ]],
    ['WITH customers AS (SELECT 1 AS ssn) SELECT ssn FROM public.customers', [
      'read relation public.customers (ssn)',
      'returns ssn = public.customers.ssn',
    ]],
    ['WITH a AS (SELECT ssn FROM customers), b AS (SELECT * FROM a) SELECT * FROM b', [
      'read relation public.customers (ssn)',
      'returns ssn = public.customers.ssn',
    ]],
    ['WITH a AS (WITH b AS (SELECT ssn FROM customers) SELECT * FROM b) SELECT b.* FROM a b', [
      'read relation public.customers (ssn)',
      'returns ssn = public.customers.ssn',
    ]],
    ['WITH RECURSIVE r AS (SELECT id, email FROM customers UNION ALL SELECT r.id+1, c.ssn FROM r JOIN customers c ON c.id=r.id) SELECT * FROM r', [
      'read relation public.customers (id, email, ssn) where id',
      'returns id ~ public.customers.id; email ~ public.customers.email + public.customers.ssn',
    ]],
    ["WITH RECURSIVE r(n, x) AS (SELECT 1, ''::text UNION ALL SELECT n+1, (SELECT ssn FROM customers LIMIT 1) FROM r) SEARCH DEPTH FIRST BY n SET o CYCLE n SET c USING p SELECT x, o, c, p FROM r", [
      'read relation public.customers (ssn)',
      'returns x ~ public.customers.ssn; o ~ nothing; c ~ nothing; p ~ nothing',
    ]],
    ['WITH d AS (DELETE FROM t RETURNING *) SELECT a FROM d', [
      'destroy relation public.t',
      'read relation public.t (a, b, c)',
      'returns a = public.t.a',
    ]],
    ['WITH i AS (INSERT INTO t(a,b) SELECT id, ssn FROM customers RETURNING a, b) SELECT b FROM i', [
      'read relation public.customers (id, ssn)',
      'read relation public.t (a, b)',
      'write relation public.t (a, b)',
      'returns b ~ public.t.b + public.customers.ssn',
      'flow public.t.a <- public.customers.id',
      'flow public.t.b <- public.customers.ssn',
    ]],
    ['WITH customers AS (SELECT * FROM customers) SELECT ssn FROM customers', [
      'read relation public.customers (id, email, ssn)',
      'returns ssn = public.customers.ssn',
    ]],
    ['WITH RECURSIVE customers AS (SELECT * FROM customers) SELECT ssn FROM customers', [
      'read',
      'returns ssn ~ ?',
    ]],
    ['WITH RECURSIVE b AS (SELECT * FROM a), a AS (SELECT ssn FROM customers) SELECT * FROM b', [
      'read relation public.customers (ssn)',
      'returns ssn = public.customers.ssn',
    ]],
    ['WITH t AS (SELECT ssn AS a FROM customers) INSERT INTO t SELECT 1', [
      'read relation public.customers (ssn)',
      'write relation public.t (*)',
    ]],
    ['WITH x AS (SELECT ssn FROM customers) UPDATE t SET b = (SELECT ssn FROM x) WHERE a = 1 RETURNING old.b, new.b, b', [
      'read relation public.customers (ssn)',
      'read relation public.t (a, b) where a',
      'write relation public.t (b)',
      'returns b = public.t.b; b ~ public.t.b + public.customers.ssn; b ~ public.t.b + public.customers.ssn',
      'flow public.t.b <- public.customers.ssn',
    ]],
    ['WITH x AS MATERIALIZED (SELECT refund(1)) SELECT 1', [
      'unknown function public.refund',
      'returns ?column? ~ nothing',
      'calls public.refund:unknown',
      'unknown: `public.refund` is not a function that we know',
    ]],
    ['WITH a AS (SELECT 1), a2 AS (DELETE FROM t) SELECT 1', [
      'destroy relation public.t',
      'returns ?column? ~ nothing',
    ]],
    ['WITH RECURSIVE a AS (SELECT id AS x, ssn AS y FROM customers UNION SELECT y::int, x::text FROM a) SELECT x, y FROM a', [
      'read relation public.customers (id, ssn) where id, ssn',
      'returns x ~ public.customers.id + public.customers.ssn; y ~ public.customers.ssn + public.customers.id',
    ]],
    ['WITH RECURSIVE r AS (SELECT ssn FROM customers UNION ALL (SELECT * FROM r ORDER BY 1)) SELECT * FROM r', [
      'read relation public.customers (ssn) where ssn',
      'returns ssn = public.customers.ssn',
    ]],
    ['WITH RECURSIVE a AS (SELECT * FROM b), b AS (SELECT * FROM a) SELECT * FROM a', [
      'read',
      'returns ?',
    ]],
    ['WITH a(x) AS (VALUES (1), (2)) SELECT x FROM a', [
      'read',
      'returns x ~ nothing',
    ]],
    ['WITH a AS (SELECT * FROM nope) SELECT x, y FROM a', [
      'read relation ~public.nope (*)',
      'returns x ~ ?; y ~ ?',
    ]],
    ['WITH x AS (SELECT * FROM customers FOR UPDATE) SELECT id FROM x FOR UPDATE', [
      'read relation public.customers (id, email, ssn)',
      'write relation public.customers',
      'returns id = public.customers.id',
    ]],
    ["WITH RECURSIVE r(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM r) SEARCH BREADTH FIRST BY n SET o CYCLE n SET c TO 'Y' DEFAULT 'N' USING p SELECT * FROM r", [
      'read',
      'returns n ~ nothing; o ~ nothing; c ~ nothing; p ~ nothing',
    ]],
    ['WITH RECURSIVE r AS (SELECT * FROM nope UNION ALL SELECT * FROM r) CYCLE x SET c USING p SELECT * FROM r', [
      'read relation ~public.nope (*)',
      'returns ?',
    ]],
  ])('%s', async (sql, lines) => {
    expect(told(await factsOf(sql, { catalog: SHOP }))).toEqual(lines);
  });
});

describe('names that WITH hides', () => {
  it.each<[string, string[]]>([
    ['WITH x AS (SELECT 1 AS a) SELECT * FROM (SELECT * FROM x) y', [
      'read',
      'returns a ~ nothing',
    ]],
    ['WITH t AS (SELECT ssn AS a FROM customers) SELECT (WITH t AS (SELECT 1 AS a) SELECT a FROM t) FROM t', [
      'read relation public.customers (ssn)',
      'returns a ~ nothing',
    ]],
    ['WITH RECURSIVE r AS (SELECT a FROM t UNION ALL SELECT r.nope FROM r) SEARCH DEPTH FIRST BY nope SET o SELECT * FROM r', [
      'read relation public.t (a)',
      'returns a ~ ?; o ~ ?',
    ]],
    ['WITH RECURSIVE r AS (SELECT a FROM t UNION ALL SELECT a FROM r) CYCLE nope SET m USING p SELECT a FROM r', [
      'read relation public.t (a)',
      'returns a = public.t.a',
    ]],
  ])('%s', async (sql, lines) => {
    expect(told(await factsOf(sql, { catalog: SHOP }))).toEqual(lines);
  });
});
