// SPDX-License-Identifier: Apache-2.0
import { SHOP } from '../../../../support/shop.js';
import { factsOf, told } from '../../../../support/statements.js';

describe('prepared statements and cursors', () => {
  it.each<[string, string[]]>([
    ['PREPARE p AS DELETE FROM t', [
      'destroy relation public.t',
      'session prepare name=p',
    ]],
    ['PREPARE p(int) AS SELECT ssn FROM customers WHERE id = $1', [
      'read relation public.customers (ssn, id) where id',
      'session prepare name=p',
    ]],
    ['EXECUTE p(1)', [
      'unknown prepared statement p',
      'returns ?',
      'unknown: there is no prepared statement `p` that we know',
    ]],
    ['DEALLOCATE p', [
      'control+',
      'session deallocate name=p',
    ]],
    ['DEALLOCATE ALL', [
      'control+',
      'session deallocate name=null',
    ]],
    ['DECLARE c CURSOR WITH HOLD FOR SELECT ssn FROM customers', [
      'read relation public.customers (ssn)',
      'session declare-cursor name=c',
    ]],
    ['FETCH ALL FROM c', [
      'unknown cursor c',
      'returns ?',
      'unknown: there is no cursor `c` that we know',
    ]],
    ['MOVE 1 IN c', [
      'unknown cursor c',
      'returns ?',
      'unknown: there is no cursor `c` that we know',
    ]],
    ['CLOSE c', [
      'control+',
      'session close-cursor name=c',
    ]],
    ['PREPARE p AS SELECT 1', [
      'read',
      'session prepare name=p',
    ]],
    ['DECLARE c CURSOR FOR SELECT 1', [
      'read',
      'session declare-cursor name=c',
    ]],
    ['CREATE TABLE z AS EXECUTE known(refund(1))', [
      'read relation public.customers (ssn, id) where id',
      'schema relation public.z',
      'unknown function public.refund',
      'flow public.z.ssn <- public.customers.ssn',
      'calls public.refund:unknown',
      'session ddl',
      'unknown: `public.refund` is not a function that we know',
    ]],
    ['EXECUTE known(1)', [
      'read relation public.customers (ssn, id) where id',
      'returns ssn = public.customers.ssn',
    ]],
    ['EXECUTE wire', [
      'read relation public.customers (email)',
      'returns email = public.customers.email',
    ]],
    ['EXECUTE vague', [
      'unknown prepared statement vague',
      'returns ?',
      'unknown: more than one prepared statement could be `vague` now',
    ]],
    ['EXECUTE broken', [
      'unknown prepared statement broken',
      'returns ?',
      'unknown: the prepared statement `broken` could not be read',
    ]],
    ['EXECUTE writer', [
      'destroy relation public.t',
    ]],
    ['EXPLAIN EXECUTE writer', [
      'read relation public.t',
      'returns QUERY PLAN ~ nothing',
    ]],
    ['EXPLAIN ANALYZE EXECUTE writer', [
      'destroy relation public.t',
      'returns QUERY PLAN ~ nothing',
    ]],
    ['FETCH 5 FROM known', [
      'read relation public.customers (ssn)',
      'returns ssn = public.customers.ssn',
    ]],
    ['MOVE known', [
      'read relation public.customers (ssn)',
    ]],
    ['FETCH known', [
      'read relation public.customers (ssn)',
      'returns ssn = public.customers.ssn',
    ]],
    ['FETCH vague', [
      'unknown cursor vague',
      'returns ?',
      'unknown: more than one cursor could be `vague` now',
    ]],
    ['FETCH twice', [
      'read',
      'returns ?column? ~ nothing',
    ]],
    ['EXECUTE loop', [
      'unknown',
      'returns ?',
      'unknown: it holds statements more than 8 deep',
    ]],
    ['CLOSE ALL', [
      'control+',
      'session close-cursor name=null',
    ]],
  ])('%s', async (sql, lines) => {
    expect(told(await factsOf(sql, { catalog: SHOP, prepared: { known: 'PREPARE known(int) AS SELECT ssn FROM customers WHERE id = $1', wire: 'SELECT email FROM customers', vague: 'ambiguous', broken: 'SELCT', writer: 'PREPARE writer AS DELETE FROM t', loop: 'EXECUTE loop' }, cursors: { known: 'DECLARE known CURSOR FOR SELECT ssn FROM customers', vague: 'ambiguous', twice: 'SELECT 1' } }))).toEqual(lines);
  });
});
