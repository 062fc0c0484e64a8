// SPDX-License-Identifier: Apache-2.0
import { SHOP } from '../../../../support/shop.js';
import { factsOf, told } from '../../../../support/statements.js';

describe('RETURNING', () => {
  it.each<[string, string[]]>([
    ['INSERT INTO t (a) VALUES (1) RETURNING a, old.a, new.a, t.a, t', [
      'read relation public.t (a, b, c)',
      'write relation public.t (a)',
      'returns a = public.t.a; a = public.t.a; a = public.t.a; a = public.t.a; t ~ public.t.a + public.t.b + public.t.c',
    ]],
    ['INSERT INTO t (a) VALUES (1) RETURNING WITH (OLD AS o) o.a, new.b', [
      'read relation public.t (a, b)',
      'write relation public.t (a)',
      'returns a = public.t.a; b = public.t.b',
    ]],
    ['UPDATE t AS old SET a = 1 WHERE a = 2 RETURNING old.b', [
      'read relation public.t (a, b) where a',
      'write relation public.t (a)',
      'returns b = public.t.b',
    ]],
    ['DELETE FROM t WHERE a = 1 RETURNING (SELECT ssn FROM customers WHERE id = t.a), xmin', [
      'read relation public.customers (ssn, id) where id',
      'read relation public.t (a, xmin) where a',
      'write relation public.t',
      'returns ssn = public.customers.ssn; xmin = public.t.xmin',
    ]],
    ['WITH d AS (DELETE FROM t WHERE a = 1 RETURNING old.*) SELECT b FROM d', [
      'read relation public.t (a, b, c) where a',
      'write relation public.t',
      'returns b = public.t.b',
    ]],
    ["INSERT INTO v (mail) VALUES ('x') RETURNING mail", [
      'read relation public.customers (ssn, email) where ssn',
      'read relation public.v (mail)',
      'write relation public.customers (email)',
      'write relation public.v (mail)',
      'returns mail = public.v.mail + public.customers.email',
      'literals x',
    ]],
    ['UPDATE t SET b = ssn FROM customers WHERE a = id RETURNING *', [
      'read relation public.customers (ssn, id, email) where id',
      'read relation public.t (a, b, c) where a',
      'write relation public.t (b)',
      'returns a = public.t.a; b ~ public.t.b + public.customers.ssn; c = public.t.c; id = public.customers.id; email = public.customers.email; ssn = public.customers.ssn',
      'flow public.t.b <- public.customers.ssn',
    ]],
  ])('%s', async (sql, lines) => {
    expect(told(await factsOf(sql, { catalog: SHOP }))).toEqual(lines);
  });
});
