// SPDX-License-Identifier: Apache-2.0
import { SHOP } from '../../../../support/shop.js';
import { factsOf, told } from '../../../../support/statements.js';

describe('extensions, foreign data, replication', () => {
  it.each<[string, string[]]>([
    ['CREATE EXTENSION postgres_fdw', [
      'execute extension postgres_fdw',
      'session ddl',
    ]],
    ["CREATE SERVER s FOREIGN DATA WRAPPER postgres_fdw OPTIONS (host 'x')", [
      'execute server s',
      'session ddl',
    ]],
    ["CREATE USER MAPPING FOR joe SERVER s OPTIONS (password 'x')", [
      'execute server s',
      'grant role joe',
    ]],
    ['CREATE FOREIGN DATA WRAPPER f HANDLER refund', [
      'execute foreign data wrapper f',
      'execute function public.refund',
      'session ddl',
    ]],
    ['IMPORT FOREIGN SCHEMA x FROM SERVER s INTO app', [
      'execute server s',
      'schema schema app',
      'session ddl',
    ]],
    ['CREATE PUBLICATION p FOR TABLE customers (id, ssn) WHERE (id > 1), TABLES IN SCHEMA app', [
      'execute publication p',
      'read relation public.customers (id, ssn) where id',
      'read schema app (*)',
    ]],
    ['CREATE PUBLICATION p FOR ALL TABLES', [
      'execute publication p',
      'read publication p (*)',
    ]],
    ['CREATE PUBLICATION p', [
      'execute publication p',
    ]],
    ["CREATE SUBSCRIPTION s CONNECTION 'host=x' PUBLICATION p", [
      'execute subscription s',
    ]],
    ['ALTER PUBLICATION p ADD TABLE customers (id) WHERE (id > 1)', [
      'execute publication p',
      'read relation public.customers (id) where id',
    ]],
    ['ALTER PUBLICATION p DROP TABLE customers', [
      'execute publication p',
    ]],
    ['ALTER SUBSCRIPTION s ENABLE', [
      'execute subscription s',
    ]],
    ['ALTER EXTENSION x UPDATE', [
      'execute extension x',
      'session ddl',
    ]],
    ['ALTER EXTENSION x ADD TABLE t', [
      'schema extension x',
      'schema relation public.t',
      'session ddl',
    ]],
    ["ALTER SERVER s OPTIONS (ADD x 'y')", [
      'execute server s',
      'session ddl',
    ]],
    ["ALTER USER MAPPING FOR joe SERVER s OPTIONS (SET password 'x')", [
      'execute server s',
      'grant role joe',
    ]],
    ['ALTER FOREIGN DATA WRAPPER f VALIDATOR refund', [
      'execute foreign data wrapper f',
      'execute function public.refund',
      'session ddl',
    ]],
    ['ALTER FOREIGN DATA WRAPPER f NO HANDLER', [
      'execute foreign data wrapper f',
      'session ddl',
    ]],
    ['CREATE PUBLICATION p FOR TABLES IN SCHEMA CURRENT_SCHEMA', [
      'execute publication p',
      'read schema current_schema (*)',
    ]],
    ['CREATE PUBLICATION p FOR TABLE customers, t (a)', [
      'execute publication p',
      'read relation public.customers (*)',
      'read relation public.t (a)',
    ]],
    ['ALTER PUBLICATION p SET TABLES IN SCHEMA app', [
      'execute publication p',
      'read schema app (*)',
    ]],
    ["ALTER PUBLICATION p SET (publish = 'insert')", [
      'execute publication p',
    ]],
    ['ALTER EXTENSION e DROP FUNCTION refund(int)', [
      'schema extension e',
      'schema function public.refund',
      'session ddl',
    ]],
    ['CREATE USER MAPPING FOR PUBLIC SERVER s', [
      'execute server s',
      'grant role public',
    ]],
  ])('%s', async (sql, lines) => {
    expect(told(await factsOf(sql, { catalog: SHOP }))).toEqual(lines);
  });
});
