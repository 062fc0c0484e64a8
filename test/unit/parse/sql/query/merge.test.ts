// SPDX-License-Identifier: Apache-2.0
import { SHOP } from '../../../../support/shop.js';
import { factsOf, told } from '../../../../support/statements.js';

describe('MERGE', () => {
  it.each<[string, string[]]>([
    ["MERGE INTO t USING customers c ON t.a = c.id WHEN MATCHED AND c.ssn = 'x' THEN DELETE WHEN MATCHED THEN UPDATE SET b = c.ssn WHEN NOT MATCHED THEN INSERT (a, b) VALUES (c.id, c.email) RETURNING merge_action(), t.*, c.ssn, old.b, new.b", [
      'read relation public.customers (id, ssn, email) where id, ssn',
      'read relation public.t (a, b, c) where a',
      'write relation public.t (b, a)',
      'returns merge_action ~ nothing; a ~ public.t.a + public.customers.id; b ~ public.t.b + public.customers.ssn + public.customers.email; c = public.t.c; ssn = public.customers.ssn; b = public.t.b; b ~ public.t.b + public.customers.ssn + public.customers.email',
      'flow public.t.a <- public.customers.id',
      'flow public.t.b <- public.customers.ssn, public.customers.email',
      'literals x',
    ]],
    ['MERGE INTO t USING u ON true WHEN MATCHED THEN DELETE', [
      'destroy relation public.t',
      'read relation public.u',
    ]],
    ['MERGE INTO t USING u ON t.a = u.a WHEN NOT MATCHED BY SOURCE THEN DELETE', [
      'destroy relation public.t',
      'read relation public.t (a) where a',
      'read relation public.u (a) where a',
    ]],
    ["MERGE INTO t USING u ON t.a = u.a WHEN NOT MATCHED BY SOURCE AND t.b = 'x' THEN UPDATE SET c = 'y'", [
      'read relation public.t (a, b) where a, b',
      'read relation public.u (a) where a',
      'write relation public.t (c)',
      'literals x | y',
    ]],
    ['MERGE INTO ONLY t AS z USING (SELECT ssn FROM customers) s ON z.b = s.ssn WHEN MATCHED THEN DO NOTHING WHEN NOT MATCHED BY TARGET THEN INSERT DEFAULT VALUES', [
      'read relation public.customers (ssn) where ssn',
      'read relation public.t (b) where b',
      'write relation public.t (*)',
    ]],
    ['MERGE INTO t USING u ON t.a=u.a WHEN NOT MATCHED THEN INSERT (b[refund(1)]) VALUES (1)', [
      'read relation public.t (a) where a',
      'read relation public.u (a) where a',
      'unknown function public.refund',
      'write relation public.t (b)',
      'calls public.refund:unknown',
      'unknown: `public.refund` is not a function that we know',
    ]],
    ["MERGE INTO t USING u ON t.a = u.a WHEN MATCHED THEN UPDATE SET (b, c) = (u.d, 'x') WHEN MATCHED AND true THEN DELETE", [
      'read relation public.t (a) where a',
      'read relation public.u (a, d) where a',
      'write relation public.t (b, c)',
      'flow public.t.b <- public.u.d',
      'literals x',
    ]],
    ['MERGE INTO t USING u ON t.a = u.a WHEN NOT MATCHED THEN INSERT VALUES (u.a, u.d)', [
      'read relation public.t (a) where a',
      'read relation public.u (a, d) where a',
      'write relation public.t (*)',
      'flow public.t.a <- public.u.a',
      'flow public.t.b <- public.u.d',
    ]],
    ['WITH x AS (SELECT ssn FROM customers) MERGE INTO t USING x ON t.b = x.ssn WHEN MATCHED THEN UPDATE SET c = x.ssn', [
      'read relation public.customers (ssn) where ssn',
      'read relation public.t (b) where b',
      'write relation public.t (c)',
      'flow public.t.c <- public.customers.ssn',
    ]],
    ["MERGE INTO t USING u ON t.a = u.a WHEN MATCHED THEN UPDATE SET b[refund(1)] = 'x'", [
      'read relation public.t (a) where a',
      'read relation public.u (a) where a',
      'unknown function public.refund',
      'write relation public.t (b)',
      'calls public.refund:unknown',
      'unknown: `public.refund` is not a function that we know',
      'literals x',
    ]],
    ["MERGE INTO t USING u ON 1 = 1 WHEN MATCHED AND t.a = 1 THEN UPDATE SET b = 'x' WHEN NOT MATCHED BY SOURCE THEN UPDATE SET b = 'y'", [
      'destroy relation public.t (b)',
      'read relation public.t (a) where a',
      'read relation public.u',
      'write relation public.t (b)',
      'literals x | y',
    ]],
    ['MERGE INTO t USING t s ON t.a = s.a WHEN MATCHED THEN DELETE', [
      'destroy relation public.t',
      'read relation public.t (a) where a',
    ]],
    ['MERGE INTO t USING nowhere n ON t.a = n.a WHEN NOT MATCHED THEN INSERT VALUES (n.*)', [
      'read relation public.t (a) where a',
      'read relation ~public.nowhere (*)',
      'write relation public.t (*)',
      'flow public.t.* <- ?',
    ]],
  ])('%s', async (sql, lines) => {
    expect(told(await factsOf(sql, { catalog: SHOP }))).toEqual(lines);
  });
});
