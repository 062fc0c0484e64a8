// SPDX-License-Identifier: Apache-2.0
import { SHOP } from '../../../../support/shop.js';
import { factsOf, told } from '../../../../support/statements.js';

describe('views', () => {
  it.each<[string, string[]]>([
    ['SELECT id FROM v', [
      'read relation public.customers (ssn, id) where ssn',
      'read relation public.v (id)',
      'returns id = public.v.id + public.customers.id',
    ]],
    ['SELECT mail FROM v WHERE id=1', [
      'read relation public.customers (ssn, email, id) where ssn, id',
      'read relation public.v (mail, id) where id',
      'returns mail = public.v.mail + public.customers.email',
    ]],
    ['SELECT * FROM v', [
      'read relation public.customers (ssn, id, email) where ssn',
      'read relation public.v (id, mail)',
      'returns id = public.v.id + public.customers.id; mail = public.v.mail + public.customers.email',
    ]],
    ['SELECT v FROM v', [
      'read relation public.customers (ssn, id, email) where ssn',
      'read relation public.v (*)',
      'returns v ~ public.v.* + public.v.id + public.customers.id + public.v.mail + public.customers.email',
    ]],
    ['SELECT * FROM calls', [
      'read relation public.calls',
      'unknown function public.refund',
      'returns x ~ ?',
      'calls public.refund:unknown',
      'unknown: `public.refund` is not a function that we know',
    ]],
    ['SELECT * FROM broken', [
      'read relation public.broken',
      'unknown relation public.broken',
      'returns x ~ ?',
      "unknown: `public.broken` is not understood: its definition can't be read",
    ]],
    ['SELECT * FROM stars', [
      'read relation public.customers (id, email, ssn)',
      'read relation public.stars',
      'returns id ~ ?; email ~ ?',
    ]],
    ['SELECT x FROM loop', [
      'read relation public.loop',
      'unknown relation public.loop',
      'returns x ~ ?',
      'unknown: `public.loop` is not understood: it is a view upon too many views',
    ]],
    ['SELECT ssn FROM m', [
      'read relation public.customers (ssn)',
      'read relation public.m (ssn)',
      'returns ssn = public.m.ssn + public.customers.ssn',
    ]],
    ['SELECT m FROM m', [
      'read relation public.customers (ssn)',
      'read relation public.m (*)',
      'returns m ~ public.m.* + public.m.ssn + public.customers.ssn',
    ]],
    ['SELECT v.mail, c.ssn FROM v JOIN customers c USING (id)', [
      'read relation public.customers (ssn, id, email) where ssn, id',
      'read relation public.v (id, mail) where id',
      'returns mail = public.v.mail + public.customers.email; ssn = public.customers.ssn',
    ]],
    ['SELECT id FROM v FOR UPDATE', [
      'read relation public.customers (ssn, id) where ssn',
      'read relation public.v (id)',
      'write relation public.customers',
      'write relation public.v',
      'returns id = public.v.id + public.customers.id',
    ]],
    ['UPDATE v SET mail = ssn FROM customers c WHERE v.id = c.id', [
      'read relation public.customers (ssn, id) where ssn, id',
      'read relation public.v (id) where id',
      'write relation public.customers (email)',
      'write relation public.v (mail)',
      'flow public.customers.email <- public.customers.ssn',
      'flow public.v.mail <- public.customers.ssn',
    ]],
  ])('%s', async (sql, lines) => {
    expect(told(await factsOf(sql, { catalog: SHOP }))).toEqual(lines);
  });
});
