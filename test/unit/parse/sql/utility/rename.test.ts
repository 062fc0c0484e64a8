// SPDX-License-Identifier: Apache-2.0
import { SHOP } from '../../../../support/shop.js';
import { factsOf, told } from '../../../../support/statements.js';

describe('new names, schemas, owners, labels', () => {
  it.each<[string, string[]]>([
    ['ALTER TABLE "a.b".x RENAME TO "z.z"', [
      'schema relation "a.b".x',
      'flow "a.b"."z.z".* <- "a.b".x.*',
      'session ddl',
      'lock ACCESS EXCLUSIVE, rewrite not known',
    ]],
    ['ALTER TABLE t OWNER TO joe', [
      'grant relation public.t',
      'grant role joe',
      'session ddl',
      'lock ACCESS EXCLUSIVE, rewrite false',
    ]],
    ['ALTER TABLE t RENAME TO z', [
      'schema relation public.t',
      'flow public.z.* <- public.t.*',
      'session ddl',
      'lock ACCESS EXCLUSIVE, rewrite not known',
    ]],
    ['ALTER TABLE t RENAME b TO z', [
      'schema relation public.t (b)',
      'flow public.t.z <- public.t.b',
      'session ddl',
      'lock ACCESS EXCLUSIVE, rewrite not known',
    ]],
    ['ALTER TABLE t RENAME CONSTRAINT b TO z', [
      'schema relation public.t',
      'session ddl',
      'lock ACCESS EXCLUSIVE, rewrite not known',
    ]],
    ['ALTER TABLE t SET SCHEMA app', [
      'schema relation public.t',
      'schema schema app',
      'flow app.t.* <- public.t.*',
      'session ddl',
      'lock ACCESS EXCLUSIVE, rewrite not known',
    ]],
    ['ALTER INDEX i RENAME TO j', [
      'schema index ~public.i',
      'session ddl',
      'lock SHARE UPDATE EXCLUSIVE, rewrite not known',
    ]],
    ["ALTER TYPE x RENAME VALUE 'a' TO 'b'", [
      'schema type public.x',
      'session ddl',
    ]],
    ['ALTER DATABASE d OWNER TO joe', [
      'grant database d',
      'grant role joe',
    ]],
    ['ALTER DATABASE d RENAME TO e', [
      'schema database d',
      'session ddl',
    ]],
    ['ALTER FUNCTION refund(int) OWNER TO joe', [
      'grant function public.refund',
      'grant role joe',
    ]],
    ['ALTER FUNCTION refund(int) RENAME TO x', [
      'schema function public.refund',
      'session ddl',
    ]],
    ['ALTER LANGUAGE plpgsql OWNER TO joe', [
      'grant language plpgsql',
      'grant role joe',
    ]],
    ['ALTER LARGE OBJECT 12 OWNER TO joe', [
      'grant large object 12',
      'grant role joe',
    ]],
    ['ALTER SCHEMA app RENAME TO app2', [
      'schema schema app',
      'schema schema app2',
      'flow app2.t.* <- app.t.*',
      'session ddl',
    ]],
    ['ALTER SCHEMA app OWNER TO joe', [
      'grant role joe',
      'grant schema app',
    ]],
    ['ALTER TRIGGER g ON t RENAME TO h', [
      'schema relation public.t',
      'session ddl',
      'lock ACCESS EXCLUSIVE, rewrite not known',
    ]],
    ['ALTER TRIGGER g ON t DEPENDS ON EXTENSION x', [
      'schema relation public.t',
      'session ddl',
    ]],
    ['ALTER AGGREGATE f(int) SET SCHEMA app', [
      'schema function ~public.f',
      'schema schema app',
      'session ddl',
    ]],
    ['ALTER RULE r ON t RENAME TO q', [
      'schema relation public.t',
      'session ddl',
      'lock ACCESS EXCLUSIVE, rewrite not known',
    ]],
    ['ALTER POLICY p ON t RENAME TO q', [
      'grant relation public.t',
      'session ddl',
      'lock ACCESS EXCLUSIVE, rewrite not known',
    ]],
    ["SECURITY LABEL FOR x ON TABLE customers IS 'y'", [
      'grant relation public.customers',
    ]],
    ['ALTER SCHEMA nope RENAME TO x', [
      'schema schema nope',
      'schema schema x',
      'session ddl',
    ]],
    ['ALTER VIEW v RENAME COLUMN mail TO z', [
      'schema relation public.v (mail)',
      'flow public.v.z <- public.v.mail',
      'session ddl',
      'lock ACCESS EXCLUSIVE, rewrite not known',
    ]],
    ['ALTER TYPE x RENAME ATTRIBUTE a TO b', [
      'schema type ~public.x',
      'session ddl',
      'lock ACCESS EXCLUSIVE, rewrite not known',
    ]],
    ['ALTER ROLE a RENAME TO b', [
      'grant role a',
      'session ddl',
    ]],
    ['ALTER DOMAIN d RENAME CONSTRAINT a TO b', [
      'schema type public.d',
      'session ddl',
    ]],
    ['ALTER TABLE app.t RENAME TO "x.y"', [
      'schema relation app.t',
      'flow app."x.y".* <- app.t.*',
      'session ddl',
      'lock ACCESS EXCLUSIVE, rewrite not known',
    ]],
    ['ALTER TABLE app."a.b" RENAME TO c', [
      'schema relation app."a.b"',
      'flow app.c.* <- app."a.b".*',
      'session ddl',
      'lock ACCESS EXCLUSIVE, rewrite not known',
    ]],
    ['ALTER EXTENSION e SET SCHEMA app', [
      'schema extension e',
      'schema schema app',
      'session ddl',
    ]],
    ['ALTER SEQUENCE s SET SCHEMA app', [
      'schema schema app',
      'schema sequence public.s',
      'session ddl',
      'lock ACCESS EXCLUSIVE, rewrite not known',
    ]],
    ['ALTER MATERIALIZED VIEW m SET SCHEMA app', [
      'schema relation public.m',
      'schema schema app',
      'flow app.m.* <- public.m.*',
      'session ddl',
      'lock ACCESS EXCLUSIVE, rewrite not known',
    ]],
    ['ALTER FUNCTION refund DEPENDS ON EXTENSION x', [
      'schema function public.refund',
      'session ddl',
    ]],
    ['ALTER INDEX i NO DEPENDS ON EXTENSION x', [
      'schema index ~public.i',
      'session ddl',
    ]],
    ['ALTER TABLE t OWNER TO CURRENT_ROLE', [
      'grant relation public.t',
      'grant role current_user',
      'session ddl',
      'lock ACCESS EXCLUSIVE, rewrite false',
    ]],
    ['ALTER SCHEMA app OWNER TO SESSION_USER', [
      'grant role session_user',
      'grant schema app',
    ]],
    ['ALTER TABLE nope RENAME COLUMN a TO b', [
      'schema relation ~public.nope (a)',
      'flow public.nope.b <- public.nope.a',
      'session ddl',
      'lock ACCESS EXCLUSIVE, rewrite not known',
    ]],
    ['SECURITY LABEL ON ROLE joe IS NULL', [
      'grant role joe',
    ]],
  ])('%s', async (sql, lines) => {
    expect(told(await factsOf(sql, { catalog: SHOP }))).toEqual(lines);
  });
});
