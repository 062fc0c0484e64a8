// SPDX-License-Identifier: Apache-2.0
import { SHOP } from '../../../../support/shop.js';
import { factsOf, told } from '../../../../support/statements.js';

describe('roles, privileges, policies', () => {
  it.each<[string, string[]]>([
    ['GRANT SELECT (ssn), UPDATE ON customers TO joe WITH GRANT OPTION', [
      'grant relation public.customers (ssn)',
      'grant role joe',
    ]],
    ['GRANT ALL ON ALL TABLES IN SCHEMA app TO public', [
      'grant role public',
      'grant schema app',
    ]],
    ['GRANT USAGE ON SCHEMA app TO joe', [
      'grant role joe',
      'grant schema app',
    ]],
    ['GRANT EXECUTE ON FUNCTION refund(int) TO joe', [
      'grant function public.refund',
      'grant role joe',
    ]],
    ['GRANT admin TO joe GRANTED BY CURRENT_USER', [
      'grant role admin',
      'grant role joe',
    ]],
    ['GRANT SET ON PARAMETER work_mem TO joe', [
      'grant role joe',
      'grant setting work_mem',
    ]],
    ['GRANT CREATE ON DATABASE d TO joe', [
      'grant database d',
      'grant role joe',
    ]],
    ['GRANT USAGE ON TYPE x TO joe', [
      'grant role joe',
      'grant type public.x',
    ]],
    ['GRANT SELECT ON LARGE OBJECT 12 TO joe', [
      'grant large object 12',
      'grant role joe',
    ]],
    ['REVOKE SELECT ON customers FROM joe CASCADE', [
      'grant relation public.customers',
      'grant role joe',
    ]],
    ['REVOKE ADMIN OPTION FOR a FROM b', [
      'grant role a',
      'grant role b',
    ]],
    ["CREATE ROLE joe LOGIN PASSWORD 'x' IN ROLE admin ROLE bob", [
      'grant role admin',
      'grant role bob',
      'grant role joe',
    ]],
    ['CREATE GROUP g', [
      'grant role g',
    ]],
    ['REASSIGN OWNED BY a TO b', [
      'grant role a',
      'grant role b',
    ]],
    ['CREATE POLICY p ON t FOR SELECT TO joe USING (b = current_user) WITH CHECK (refund(a) > 0)', [
      'grant relation public.t (b, a)',
      'grant role joe',
      'unknown function public.refund',
      'calls public.refund:unknown',
      'lock ACCESS EXCLUSIVE, rewrite not known',
      'unknown: `public.refund` is not a function that we know',
    ]],
    ['ALTER ROLE joe SUPERUSER', [
      'grant role joe',
    ]],
    ['ALTER ROLE joe SET search_path = x', [
      'control setting search_path',
      'grant role joe',
    ]],
    ['ALTER ROLE ALL IN DATABASE d RESET ALL', [
      'control setting *',
      'grant role *',
      'schema database d',
    ]],
    ["ALTER USER joe PASSWORD 'x'", [
      'grant role joe',
    ]],
    ['ALTER GROUP g ADD USER joe', [
      'grant role g',
      'grant role joe',
    ]],
    ['ALTER DEFAULT PRIVILEGES IN SCHEMA app GRANT SELECT ON TABLES TO joe', [
      'grant role joe',
      'grant schema app',
    ]],
    ['ALTER POLICY p ON t USING (a = 1)', [
      'grant relation public.t (a)',
      'lock ACCESS EXCLUSIVE, rewrite not known',
    ]],
    ['ALTER DEFAULT PRIVILEGES FOR ROLE a, b GRANT ALL ON TABLES TO public', [
      'grant role a',
      'grant role b',
      'grant role public',
      'grant schema *',
    ]],
    ['ALTER DEFAULT PRIVILEGES REVOKE EXECUTE ON FUNCTIONS FROM public', [
      'grant role public',
      'grant schema *',
    ]],
    ['GRANT SELECT ON SEQUENCE s TO CURRENT_USER', [
      'grant role current_user',
      'grant sequence public.s',
    ]],
    ['GRANT ALL ON FOREIGN SERVER x, y TO joe', [
      'grant role joe',
      'grant server x',
      'grant server y',
    ]],
    ['GRANT USAGE ON LANGUAGE plpgsql TO joe', [
      'grant language plpgsql',
      'grant role joe',
    ]],
    ['GRANT CREATE ON TABLESPACE ts TO joe', [
      'grant role joe',
      'grant tablespace ts',
    ]],
    ['GRANT USAGE ON DOMAIN d TO joe', [
      'grant role joe',
      'grant type public.d',
    ]],
    ['REVOKE ALL ON ALL FUNCTIONS IN SCHEMA app, public FROM joe', [
      'grant role joe',
      'grant schema app',
      'grant schema public',
    ]],
    ['ALTER ROLE joe SET standard_conforming_strings = off', [
      'control setting standard_conforming_strings',
      'grant role joe',
      'forbidden: `standard_conforming_strings` makes the server read string literals in another way than the gate does',
    ]],
    ['ALTER ROLE ALL SET work_mem FROM CURRENT', [
      'control setting work_mem',
      'grant role *',
    ]],
    ['CREATE USER joe', [
      'grant role joe',
    ]],
    ['DROP POLICY p ON t', [
      'grant relation public.t',
      'session ddl',
      'lock ACCESS EXCLUSIVE, rewrite not known',
    ]],
    ['GRANT a, b TO c, d WITH ADMIN OPTION', [
      'grant role a',
      'grant role b',
      'grant role c',
      'grant role d',
    ]],
    ['CREATE ROLE joe SUPERUSER LOGIN IN ROLE admin', [
      'grant role admin',
      'grant role joe',
    ]],
    ['ALTER TABLE t ENABLE ROW LEVEL SECURITY, OWNER TO joe', [
      'grant relation public.t',
      'grant role joe',
      'session ddl',
      'lock ACCESS EXCLUSIVE, rewrite false',
    ]],
    ['GRANT SELECT ON LARGE OBJECT 0 TO joe', [
      'grant large object 0',
      'grant role joe',
    ]],
  ])('%s', async (sql, lines) => {
    expect(told(await factsOf(sql, { catalog: SHOP }))).toEqual(lines);
  });
});

describe('what is done to all tables at once', () => {
  it.each<[string, boolean]>([
    ['GRANT ALL ON ALL TABLES IN SCHEMA public TO joe', true],
    ['REVOKE ALL ON ALL TABLES IN SCHEMA public FROM joe', true],
    ['REASSIGN OWNED BY joe TO ann', true],
    ['ALTER TABLE ALL IN TABLESPACE slow SET TABLESPACE fast', true],
    ['ALTER SCHEMA public RENAME TO other', true],
    ['REINDEX SCHEMA public', true],
    ['REINDEX DATABASE shop', true],
    ['VACUUM', true],
    ['ANALYZE', true],
    ['CLUSTER', true],
    ['CREATE PUBLICATION p FOR ALL TABLES', true],
    ['CREATE PUBLICATION p FOR TABLES IN SCHEMA public', true],
    ['CREATE PUBLICATION p FOR TABLES IN SCHEMA CURRENT_SCHEMA', true],
    ['GRANT ALL ON ALL TABLES IN SCHEMA app TO joe', false],
    ['GRANT USAGE ON SCHEMA public TO joe', false],
    ['REINDEX SCHEMA app', false],
  ])('%s', async (sql, meant) => {
    const { accesses } = await factsOf(sql, { catalog: SHOP });
    expect(accesses.some(({ kin = [] }) => kin.includes('public.customers'))).toBe(meant);
  });
});
