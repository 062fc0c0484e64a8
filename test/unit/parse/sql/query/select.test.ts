// SPDX-License-Identifier: Apache-2.0
import { SHOP } from '../../../../support/shop.js';
import { factsOf, told } from '../../../../support/statements.js';

describe('locking and set operations', () => {
  it.each<[string, string[]]>([
    ['SELECT id FROM customers UNION SELECT a FROM t', [
      'read relation public.customers (id) where id',
      'read relation public.t (a) where a',
      'returns id ~ public.customers.id + public.t.a',
    ]],
    ['SELECT id FROM customers UNION ALL SELECT ssn::int FROM customers', [
      'read relation public.customers (id, ssn)',
      'returns id ~ public.customers.id + public.customers.ssn',
    ]],
    ['SELECT id FROM customers EXCEPT SELECT a FROM t', [
      'read relation public.customers (id) where id',
      'read relation public.t (a) where a',
      'returns id ~ public.customers.id + public.t.a',
    ]],
    ['SELECT * FROM customers FOR UPDATE', [
      'read relation public.customers (id, email, ssn)',
      'write relation public.customers',
      'returns id = public.customers.id; email = public.customers.email; ssn = public.customers.ssn',
    ]],
    ['SELECT * FROM customers c JOIN orders o ON true FOR UPDATE OF o SKIP LOCKED', [
      'read relation public.customers (id, email, ssn)',
      'read relation public.orders (id, customer_id, total)',
      'write relation public.orders',
      'returns id = public.customers.id; email = public.customers.email; ssn = public.customers.ssn; id = public.orders.id; customer_id = public.orders.customer_id; total = public.orders.total',
    ]],
    ['SELECT * FROM (SELECT * FROM customers) c FOR SHARE', [
      'read relation public.customers (id, email, ssn)',
      'write relation public.customers',
      'returns id = public.customers.id; email = public.customers.email; ssn = public.customers.ssn',
    ]],
    ['(SELECT id FROM customers ORDER BY ssn LIMIT 1) UNION ALL (SELECT a FROM t) ORDER BY 1', [
      'read relation public.customers (id, ssn) where ssn, id',
      'read relation public.t (a) where a',
      'returns id ~ public.customers.id + public.t.a',
    ]],
    ['SELECT id FROM customers UNION SELECT a FROM t FOR UPDATE', [
      'read relation public.customers (id) where id',
      'read relation public.t (a) where a',
      'returns id ~ public.customers.id + public.t.a',
    ]],
    ['SELECT * FROM (SELECT a FROM t UNION ALL SELECT id FROM customers) z FOR UPDATE', [
      'read relation public.customers (id)',
      'read relation public.t (a)',
      'returns a ~ public.t.a + public.customers.id',
    ]],
    ['SELECT id FROM customers INTERSECT ALL SELECT a FROM t', [
      'read relation public.customers (id) where id',
      'read relation public.t (a) where a',
      'returns id ~ public.customers.id + public.t.a',
    ]],
    ['SELECT * FROM customers UNION ALL SELECT a, b, c FROM t', [
      'read relation public.customers (id, email, ssn)',
      'read relation public.t (a, b, c)',
      'returns id ~ public.customers.id + public.t.a; email ~ public.customers.email + public.t.b; ssn ~ public.customers.ssn + public.t.c',
    ]],
    ['SELECT a FROM t UNION ALL SELECT * FROM nope', [
      'read relation public.t (a)',
      'read relation ~public.nope (*)',
      'returns a ~ ?',
    ]],
    ['SELECT * FROM nope UNION ALL SELECT a FROM t', [
      'read relation public.t (a)',
      'read relation ~public.nope (*)',
      'returns ?',
    ]],
    ['SELECT id FROM customers UNION ALL SELECT id, email FROM customers', [
      'read relation public.customers (id, email)',
      'returns ?',
    ]],
    ['SELECT * FROM t WHERE a = 1 FOR NO KEY UPDATE NOWAIT', [
      'read relation public.t (a, b, c) where a',
      'write relation public.t',
      'returns a = public.t.a; b = public.t.b; c = public.t.c',
    ]],
    ['SELECT * FROM t JOIN u USING (a) FOR KEY SHARE OF u', [
      'read relation public.t (a, b, c) where a',
      'read relation public.u (a, d) where a',
      'write relation public.u',
      'returns a ~ public.t.a + public.u.a; b = public.t.b; c = public.t.c; d = public.u.d',
    ]],
    ["SELECT id FROM (SELECT id FROM customers WHERE ssn = 'x') s FOR UPDATE OF s", [
      'read relation public.customers (id, ssn) where ssn',
      'write relation public.customers',
      'returns id = public.customers.id',
      'literals x',
    ]],
    ['(SELECT a FROM t) UNION (SELECT id FROM customers ORDER BY ssn) ORDER BY a LIMIT 1', [
      'read relation public.customers (id, ssn) where ssn, id',
      'read relation public.t (a) where a',
      'returns a ~ public.t.a + public.customers.id',
    ]],
  ])('%s', async (sql, lines) => {
    expect(told(await factsOf(sql, { catalog: SHOP }))).toEqual(lines);
  });
});

describe('GROUP BY, ORDER BY, DISTINCT, windows, LIMIT', () => {
  it.each<[string, string[]]>([
    ['SELECT id, email FROM customers ORDER BY ssn', [
      'read relation public.customers (id, email, ssn) where ssn',
      'returns id = public.customers.id; email = public.customers.email',
    ]],
    ['SELECT id, email FROM customers ORDER BY 2', [
      'read relation public.customers (id, email) where email',
      'returns id = public.customers.id; email = public.customers.email',
    ]],
    ['SELECT email e FROM customers GROUP BY e', [
      'read relation public.customers (email) where email',
      'returns e = public.customers.email',
    ]],
    ['SELECT email, count(*) FROM customers GROUP BY GROUPING SETS ((email), (), ROLLUP(ssn))', [
      'read relation public.customers (email, ssn) where email, ssn',
      'returns email = public.customers.email; count ~ nothing',
      'calls count:harmless',
    ]],
    ['SELECT GROUPING(email), email FROM customers GROUP BY CUBE(email)', [
      'read relation public.customers (email) where email',
      'returns grouping ~ nothing; email = public.customers.email',
    ]],
    ["SELECT id FROM customers GROUP BY id HAVING max(ssn) > '5'", [
      'read relation public.customers (id, ssn) where id, ssn',
      'returns id = public.customers.id',
      'calls max:harmless',
      'literals 5',
    ]],
    ['SELECT rank() OVER (ORDER BY ssn) FROM customers', [
      'read relation public.customers (ssn) where ssn',
      'returns rank ~ nothing',
      'calls rank:harmless',
    ]],
    ['SELECT first_value(ssn) OVER w FROM customers WINDOW w AS (PARTITION BY email ORDER BY id)', [
      'read relation public.customers (ssn, email, id) where email, id',
      'returns first_value ~ public.customers.ssn',
      'calls first_value:harmless',
    ]],
    ["SELECT string_agg(ssn, ',' ORDER BY email) FILTER (WHERE id > 1) FROM customers", [
      'read relation public.customers (ssn, email, id) where email, id',
      'returns string_agg ~ public.customers.ssn',
      'calls string_agg:harmless',
      'literals ,',
    ]],
    ['SELECT percentile_cont(0.5) WITHIN GROUP (ORDER BY total) FROM orders', [
      'read relation public.orders (total)',
      'returns percentile_cont ~ public.orders.total',
      'calls percentile_cont:harmless',
    ]],
    ['SELECT DISTINCT ON (ssn) id FROM customers', [
      'read relation public.customers (id, ssn) where ssn',
      'returns id = public.customers.id',
    ]],
    ['SELECT DISTINCT id FROM customers', [
      'read relation public.customers (id) where id',
      'returns id = public.customers.id',
    ]],
    ['VALUES (1), ((SELECT ssn FROM customers LIMIT 1)::int)', [
      'read relation public.customers (ssn)',
      'returns column1 ~ public.customers.ssn',
    ]],
    ['SELECT ssn AS email FROM customers ORDER BY email', [
      'read relation public.customers (ssn) where ssn',
      'returns email = public.customers.ssn',
    ]],
    ['SELECT ((SELECT c FROM customers c LIMIT 1)).ssn', [
      'read relation public.customers (*)',
      'returns ssn = public.customers.ssn',
    ]],
    ['SELECT * FROM customers LIMIT (SELECT a FROM t) OFFSET 2', [
      'read relation public.customers (id, email, ssn)',
      'read relation public.t (a) where a',
      'returns id = public.customers.id; email = public.customers.email; ssn = public.customers.ssn',
    ]],
    ["SELECT - id, NOT (id=1), id IS DISTINCT FROM 2, ssn SIMILAR TO 'x', ssn ILIKE 'a' FROM customers", [
      'read relation public.customers (id, ssn)',
      'returns ?column? ~ public.customers.id; ?column? ~ public.customers.id; ?column? ~ public.customers.id; ?column? ~ public.customers.ssn; ?column? ~ public.customers.ssn',
      'calls similar_to_escape:harmless',
      'literals x | a',
    ]],
    ['SELECT count(DISTINCT ssn), sum(DISTINCT id) FROM customers', [
      'read relation public.customers (ssn, id) where ssn',
      'returns count ~ nothing; sum ~ public.customers.id',
      'calls count:harmless, sum:harmless',
    ]],
    ["SELECT rank('5') WITHIN GROUP (ORDER BY ssn) FROM customers", [
      'read relation public.customers (ssn) where ssn',
      'returns rank ~ nothing',
      'calls rank:harmless',
      'literals 5',
    ]],
    ['SELECT mode() WITHIN GROUP (ORDER BY ssn) FROM customers', [
      'read relation public.customers (ssn)',
      'returns mode ~ public.customers.ssn',
      'calls mode:harmless',
    ]],
    ["SELECT cume_dist('5') WITHIN GROUP (ORDER BY ssn) FROM customers", [
      'read relation public.customers (ssn) where ssn',
      'returns cume_dist ~ nothing',
      'calls cume_dist:harmless',
      'literals 5',
    ]],
    ['SELECT id FROM customers ORDER BY ssn USING OPERATOR(public.<)', [
      'read relation public.customers (id, ssn) where ssn',
      'unknown operator public.<',
      'returns id = public.customers.id',
      'unknown: `public.<` is not an operator that we know',
    ]],
    ['SELECT id FROM customers ORDER BY id USING <', [
      'read relation public.customers (id) where id',
      'returns id = public.customers.id',
    ]],
    ['SELECT * FROM customers LIMIT refund(1)', [
      'read relation public.customers (id, email, ssn)',
      'unknown function public.refund',
      'returns id = public.customers.id; email = public.customers.email; ssn = public.customers.ssn',
      'calls public.refund:unknown',
      'unknown: `public.refund` is not a function that we know',
    ]],
    ['SELECT 1 GROUP BY refund(1)', [
      'unknown function public.refund',
      'returns ?column? ~ nothing',
      'calls public.refund:unknown',
      'unknown: `public.refund` is not a function that we know',
    ]],
    ['SELECT JSON_ARRAYAGG(1 ORDER BY refund(1))', [
      'unknown function public.refund',
      'returns json_arrayagg ~ nothing',
      'calls public.refund:unknown',
      'unknown: `public.refund` is not a function that we know',
    ]],
    ['SELECT DISTINCT ON (refund(1)) 1', [
      'unknown function public.refund',
      'returns ?column? ~ nothing',
      'calls public.refund:unknown',
      'unknown: `public.refund` is not a function that we know',
    ]],
    ['SELECT 1 WINDOW w AS (ORDER BY refund(1))', [
      'unknown function public.refund',
      'returns ?column? ~ nothing',
      'calls public.refund:unknown',
      'unknown: `public.refund` is not a function that we know',
    ]],
    ['SELECT email AS ssn FROM customers GROUP BY ssn', [
      'read relation public.customers (email, ssn) where ssn',
      'returns ssn = public.customers.email',
    ]],
    ['SELECT email AS x FROM customers ORDER BY lower(x)', [
      'read relation public.customers (email)',
      'returns x = public.customers.email',
      'calls lower:harmless',
    ]],
    ['SELECT * FROM nope ORDER BY 1', [
      'read relation ~public.nope (*)',
      'returns ?',
    ]],
    ['SELECT id FROM customers ORDER BY 7', [
      'read relation public.customers (id)',
      'returns id = public.customers.id',
    ]],
    ['SELECT id FROM customers GROUP BY DISTINCT ROLLUP (id, email)', [
      'read relation public.customers (id, email) where id, email',
      'returns id = public.customers.id',
    ]],
    ['SELECT DISTINCT * FROM nope', [
      'read relation ~public.nope (*)',
      'returns ?',
    ]],
    ['SELECT id FROM customers ORDER BY customers.ssn, 2 + 1', [
      'read relation public.customers (id, ssn) where ssn',
      'returns id = public.customers.id',
    ]],
    ['VALUES (1, 2), (3)', [
      'read',
      'returns column1 ~ nothing; column2 ~ nothing',
    ]],
    ['SELECT a FROM t ORDER BY 0', [
      'read relation public.t (a)',
      'returns a = public.t.a',
    ]],
    ['SELECT v.* FROM t, LATERAL (VALUES (t.*)) v', [
      'read relation public.t (a, b, c)',
      'returns column1 = public.t.a; column2 = public.t.b; column3 = public.t.c',
    ]],
    ['SELECT v.* FROM nowhere n, LATERAL (VALUES (n.*)) v', [
      'read relation ~public.nowhere (*)',
      'returns ?',
    ]],
  ])('%s', async (sql, lines) => {
    expect(told(await factsOf(sql, { catalog: SHOP }))).toEqual(lines);
  });
});
