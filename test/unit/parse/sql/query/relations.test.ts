// SPDX-License-Identifier: Apache-2.0
import { SHOP } from '../../../../support/shop.js';
import { factsOf, told } from '../../../../support/statements.js';

describe('a catalog that is behind', () => {
  it.each<[string, string[]]>([
    ['SELECT ssn FROM customers', [
      'read relation public.customers (*)',
      'returns ssn ~ ?',
    ]],
    ['SELECT relname FROM pg_class', [
      'read relation pg_catalog.pg_class (relname)',
      'returns relname = pg_catalog.pg_class.relname',
    ]],
    ['SELECT mail FROM v', [
      'read relation public.customers (ssn) where ssn',
      'read relation public.v (*)',
      'returns mail ~ ?',
    ]],
    ['SELECT * FROM nope', [
      'read relation ~public.nope (*)',
      'returns ?',
    ]],
    ['COPY customers TO STDOUT', [
      'read relation public.customers (*)',
      'returns ?',
    ]],
  ])('%s', async (sql, lines) => {
    expect(told(await factsOf(sql, { catalog: SHOP, stale: true }))).toEqual(lines);
  });
});
