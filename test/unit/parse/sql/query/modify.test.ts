// SPDX-License-Identifier: Apache-2.0
import { makeCatalog } from '../../../../support/catalog.js';
import { SHOP } from '../../../../support/shop.js';
import { factsOf, told } from '../../../../support/statements.js';

describe('UPDATE and DELETE', () => {
  it.each<[string, string[]]>([
    ['DELETE FROM t USING u WHERE t.a = u.a', [
      'read relation public.t (a) where a',
      'read relation public.u (a) where a',
      'write relation public.t',
    ]],
    ['DELETE FROM t USING u WHERE u.a = 1', [
      'destroy relation public.t',
      'read relation public.u (a) where a',
    ]],
    ['DELETE FROM t USING u WHERE true', [
      'destroy relation public.t',
      'read relation public.u',
    ]],
    ['DELETE FROM t WHERE CURRENT OF c', [
      'write relation public.t',
    ]],
    ['DELETE FROM v', [
      'destroy relation public.customers',
      'destroy relation public.v',
      'read relation public.customers (ssn) where ssn',
    ]],
    ['UPDATE t SET a = 1', [
      'destroy relation public.t (a)',
      'write relation public.t (a)',
    ]],
    ['UPDATE t SET a = 1 WHERE true', [
      'destroy relation public.t (a)',
      'write relation public.t (a)',
    ]],
    ['UPDATE t SET a = 1 FROM u WHERE u.a = t.a', [
      'read relation public.t (a) where a',
      'read relation public.u (a) where a',
      'write relation public.t (a)',
    ]],
    ['UPDATE t SET (a,b) = (SELECT a, d FROM u WHERE u.a=t.a) WHERE a=1', [
      'read relation public.t (a) where a',
      'read relation public.u (a, d) where a',
      'write relation public.t (a, b)',
      'flow public.t.a <- public.u.a',
      'flow public.t.b <- public.u.d',
    ]],
    ['UPDATE t SET a = DEFAULT, b = c WHERE a = 1', [
      'read relation public.t (c, a) where a',
      'write relation public.t (a, b)',
      'flow public.t.b <- public.t.c',
    ]],
    ["UPDATE v SET mail = 'x' WHERE id = 1", [
      'read relation public.customers (ssn, id) where ssn, id',
      'read relation public.v (id) where id',
      'write relation public.customers (email)',
      'write relation public.v (mail)',
      'literals x',
    ]],
    ['WITH x AS (SELECT a FROM u) DELETE FROM t USING x WHERE t.a = x.a', [
      'read relation public.t (a) where a',
      'read relation public.u (a) where a',
      'write relation public.t',
    ]],
    ['UPDATE t SET a = 1, a = 2 WHERE a = 3', [
      'read relation public.t (a) where a',
      'write relation public.t (a)',
    ]],
    ['UPDATE t SET (a, b) = (t.*) WHERE a = 1', [
      'read relation public.t (*) where a',
      'write relation public.t (a, b)',
      'flow public.t.a <- public.t.*',
      'flow public.t.b <- public.t.*',
    ]],
    ['UPDATE t SET (a, b) = (SELECT * FROM nope) WHERE a = 1', [
      'read relation public.t (a) where a',
      'read relation ~public.nope (*)',
      'write relation public.t (a, b)',
      'flow public.t.a <- ?',
      'flow public.t.b <- ?',
    ]],
    ['UPDATE t SET (a, b) = (1, DEFAULT) WHERE a = 1', [
      'read relation public.t (a) where a',
      'write relation public.t (a, b)',
    ]],
    ['UPDATE audited SET a = 1 WHERE a = 2', [
      'execute function public.audit',
      'read relation public.audited (a) where a',
      'write relation public.audited (a)',
    ]],
    ['DELETE FROM ruled WHERE a = 1', [
      'read relation public.ruled (a) where a',
      'unknown relation public.ruled',
      'write relation public.ruled',
      'unknown: `public.ruled` has rewrite rules, which make another statement of this one',
    ]],
    ['UPDATE nope SET x = ssn FROM customers WHERE id = 1', [
      'destroy relation ~public.nope (x)',
      'read relation public.customers (ssn, id) where id',
      'write relation ~public.nope (x)',
      'flow public.nope.x <- public.customers.ssn',
    ]],
    ["UPDATE t SET b = 'x' FROM t s WHERE t.a = s.a", [
      'destroy relation public.t (b)',
      'read relation public.t (a) where a',
      'write relation public.t (b)',
      'literals x',
    ]],
    ['UPDATE t SET b[1] = (SELECT ssn FROM customers) WHERE a = 1', [
      'read relation public.customers (ssn)',
      'read relation public.t (a) where a',
      'write relation public.t (b)',
      'flow public.t.b <- public.customers.ssn',
    ]],
    ['UPDATE t SET (a, b) = ROW(1, c) WHERE a=1', [
      'read relation public.t (c, a) where a',
      'write relation public.t (a, b)',
      'flow public.t.b <- public.t.c',
    ]],
    ['UPDATE t SET b = d FROM u WHERE t.a = u.a RETURNING u.d, t.b', [
      'read relation public.t (a, b) where a',
      'read relation public.u (d, a) where a',
      'write relation public.t (b)',
      'returns d = public.u.d; b ~ public.t.b + public.u.d',
      'flow public.t.b <- public.u.d',
    ]],
    ['DELETE FROM t USING customers WHERE id = a RETURNING ssn, t.*', [
      'read relation public.customers (id, ssn) where id',
      'read relation public.t (a, b, c) where a',
      'write relation public.t',
      'returns ssn = public.customers.ssn; a = public.t.a; b = public.t.b; c = public.t.c',
    ]],
    ['UPDATE t SET b[refund(1)] = 1 WHERE a=1', [
      'read relation public.t (a) where a',
      'unknown function public.refund',
      'write relation public.t (b)',
      'calls public.refund:unknown',
      'unknown: `public.refund` is not a function that we know',
    ]],
  ])('%s', async (sql, lines) => {
    expect(told(await factsOf(sql, { catalog: SHOP }))).toEqual(lines);
  });
});

describe('INSERT', () => {
  it.each<[string, string[]]>([
    ['INSERT INTO t VALUES (1,2,3),(4,(SELECT ssn FROM customers LIMIT 1),6) ON CONFLICT (a) DO UPDATE SET b = excluded.b || t.c WHERE t.a > excluded.a RETURNING t.*, old.*, new.b', [
      'read relation public.customers (ssn)',
      'read relation public.t (a, c, b) where a',
      'write relation public.t (*)',
      'returns a = public.t.a; b ~ public.t.b + public.customers.ssn + public.t.c; c = public.t.c; a = public.t.a; b = public.t.b; c = public.t.c; b ~ public.t.b + public.customers.ssn + public.t.c',
      'flow public.t.b <- public.customers.ssn, public.t.c',
    ]],
    ['INSERT INTO t (a,b) VALUES (1,2) RETURNING WITH (OLD AS o, NEW AS n) o.a, n.b, t.c', [
      'read relation public.t (a, b, c)',
      'write relation public.t (a, b)',
      'returns a = public.t.a; b = public.t.b; c = public.t.c',
    ]],
    ['INSERT INTO t DEFAULT VALUES RETURNING *', [
      'read relation public.t (a, b, c)',
      'write relation public.t (*)',
      'returns a = public.t.a; b = public.t.b; c = public.t.c',
    ]],
    ['INSERT INTO t AS x (a) SELECT id FROM customers ON CONFLICT ON CONSTRAINT k DO NOTHING', [
      'read relation public.customers (id)',
      'write relation public.t (a)',
      'flow public.t.a <- public.customers.id',
    ]],
    ['INSERT INTO t (b[1], c.x) VALUES (1, 2)', [
      'write relation public.t (b, c)',
    ]],
    ['INSERT INTO t OVERRIDING SYSTEM VALUE SELECT * FROM u', [
      'read relation public.u (a, d)',
      'write relation public.t (*)',
      'flow public.t.a <- public.u.a',
      'flow public.t.b <- public.u.d',
    ]],
    ['INSERT INTO t (b[refund(1)]) VALUES (1)', [
      'unknown function public.refund',
      'write relation public.t (b)',
      'calls public.refund:unknown',
      'unknown: `public.refund` is not a function that we know',
    ]],
    ['INSERT INTO t (b[(SELECT max(id) FROM customers)]) VALUES (1)', [
      'read relation public.customers (id)',
      'write relation public.t (b)',
      'calls max:harmless',
    ]],
    ['INSERT INTO t SELECT * FROM nope', [
      'read relation ~public.nope (*)',
      'write relation public.t (*)',
      'flow public.t.* <- ?',
    ]],
    ['INSERT INTO nope SELECT ssn, id FROM customers', [
      'read relation public.customers (ssn, id)',
      'write relation ~public.nope (*)',
      'flow public.nope.* <- public.customers.ssn, public.customers.id',
    ]],
    ['INSERT INTO nope (x) SELECT ssn FROM customers ON CONFLICT (x) WHERE x > 1 DO UPDATE SET y = excluded.x, z = excluded.q', [
      'read relation public.customers (ssn)',
      'write relation ~public.nope (x, y, z)',
      'flow public.nope.x <- public.customers.ssn',
      'flow public.nope.y <- public.customers.ssn',
      'flow public.nope.z <- public.customers.ssn',
    ]],
    ['INSERT INTO t (a) VALUES (1) ON CONFLICT (lower(b)) DO NOTHING', [
      'read relation public.t (b) where b',
      'write relation public.t (a)',
      'calls lower:harmless',
    ]],
    ['INSERT INTO v (mail) SELECT ssn FROM customers', [
      'read relation public.customers (ssn) where ssn',
      'write relation public.customers (email)',
      'write relation public.v (mail)',
      'flow public.customers.email <- public.customers.ssn',
      'flow public.v.mail <- public.customers.ssn',
    ]],
    ['INSERT INTO t (a, a) VALUES (1, 2)', [
      'write relation public.t (a)',
    ]],
    ['INSERT INTO audited VALUES (1)', [
      'execute function public.audit',
      'write relation public.audited (*)',
    ]],
    ["INSERT INTO m VALUES ('x')", [
      'write relation public.customers (*)',
      'write relation public.m (*)',
      'literals x',
    ]],
    ['INSERT INTO t (a, b) SELECT id, ssn FROM customers ON CONFLICT DO NOTHING RETURNING b', [
      'read relation public.customers (id, ssn)',
      'read relation public.t (b)',
      'write relation public.t (a, b)',
      'returns b ~ public.t.b + public.customers.ssn',
      'flow public.t.a <- public.customers.id',
      'flow public.t.b <- public.customers.ssn',
    ]],
    ['INSERT INTO t (a) VALUES (1) ON CONFLICT (nope) DO NOTHING', [
      'write relation public.t (a)',
    ]],
    ["INSERT INTO t (b) VALUES (pg_read_file('x')) ON CONFLICT (a) DO UPDATE SET b = (SELECT ssn FROM customers)", [
      'execute function pg_catalog.pg_read_file',
      'read relation public.customers (ssn)',
      'read relation public.t (a) where a',
      'write relation public.t (b)',
      'flow public.t.b <- ?',
      'calls pg_read_file:file',
      'literals x',
    ]],
    ['WITH x AS (UPDATE t SET (a, b) = ROW (u.*) FROM u) SELECT 1', [
      'destroy relation public.t (a, b)',
      'read relation public.u (*)',
      'write relation public.t (a, b)',
      'returns ?column? ~ nothing',
      'flow public.t.a <- public.u.*',
      'flow public.t.b <- public.u.*',
    ]],
    ['WITH x AS (UPDATE t SET (a, b) = (SELECT 1)) SELECT 1', [
      'destroy relation public.t (a, b)',
      'write relation public.t (a, b)',
      'returns ?column? ~ nothing',
      'flow public.t.b <- ?',
    ]],
  ])('%s', async (sql, lines) => {
    expect(told(await factsOf(sql, { catalog: SHOP }))).toEqual(lines);
  });

  describe('triggers of tables below another', () => {
    const catalog = makeCatalog({
      tables: { 'public.animals': ['name'], 'public.cats': ['name'], 'public.days': ['name'], 'public.monday': ['name'], 'public.noon': ['name'] },
      partitioned: ['public.days', 'public.monday'],
      inherits: { 'public.cats': ['public.animals'], 'public.monday': ['public.days'], 'public.noon': ['public.monday'] },
      triggers: { 'public.animals': ['public.feed'], 'public.cats': ['public.purr'], 'public.monday': ['public.sigh'], 'public.noon': ['public.eat'] },
    });
    const fired = async (sql: string) => told(await factsOf(sql, { catalog })).filter((line) => line.startsWith('execute'));
    const below = ['execute function public.eat', 'execute function public.sigh'];

    // A partition is a part of its table; a child that inherits is a table of its own, with columns of its own.
    it.each<[string, string[]]>([
      ['SELECT name FROM animals', ['read animals = cats', 'read cats = animals']],
      ['SELECT name FROM ONLY animals', ['read animals']],
      ['SELECT a.name FROM ONLY animals a JOIN animals b ON true', ['read animals = cats', 'read cats = animals']],
      ['SELECT name FROM cats', ['read cats = animals']],
      ['SELECT count(*) FROM animals', ['read animals = cats', 'read cats = animals']],
      ["UPDATE animals SET name = 'x' WHERE name = 'y'", ['write animals = cats', 'write cats = animals']],
      ["UPDATE ONLY animals SET name = 'x' WHERE name = 'y'", ['write animals']],
      ["INSERT INTO animals VALUES ('x')", ['write animals']],
      ["INSERT INTO cats VALUES ('x')", ['write cats = animals']],
      ['DELETE FROM animals', ['destroy animals = cats', 'destroy cats = animals']],
      ['TRUNCATE ONLY animals', ['destroy animals']],
      ['COPY animals TO STDOUT', ['read animals']],
      ['SELECT name FROM days', ['read days = monday noon']],
      ["INSERT INTO days VALUES ('x')", ['write days = monday noon']],
      ["UPDATE monday SET name = 'x' WHERE name = 'y'", ['write monday = noon days']],
      ['DELETE FROM noon', ['destroy noon = monday days']],
      ['DROP TABLE noon', ['destroy noon = monday days']],
      ['ALTER TABLE animals ADD COLUMN age int', ['schema animals = cats']],
      ["DO $$ BEGIN UPDATE animals SET name = 'x' WHERE name = 'y'; END $$", ['write animals = cats', 'write cats = animals']],
    ])('what is touched under other names, too: %s', async (sql, lines) => {
      const { accesses } = await factsOf(sql, { catalog });
      const told = accesses.filter(({ effect, type }) => type === 'relation' && (effect !== 'read' || sql.startsWith('SELECT') || sql.startsWith('COPY')));
      const bare = (name: string | null) => String(name).replace('public.', '');
      expect(told.map(({ effect, object, kin }) => `${effect} ${bare(object)}${kin === undefined ? '' : ` = ${kin.map(bare).join(' ')}`}`)).toEqual(lines);
    });

    it.each<[string, string[]]>([
      ["INSERT INTO animals VALUES ('x')", ['execute function public.feed']],
      ['COPY animals FROM STDIN', ['execute function public.feed']],
      ["MERGE INTO animals USING days ON false WHEN NOT MATCHED THEN INSERT VALUES ('x')", ['execute function public.feed']],
      ["INSERT INTO days VALUES ('x')", below],
      ['COPY days FROM STDIN', below],
      ["UPDATE animals SET name = 'x' WHERE name = 'y'", ['execute function public.feed', 'execute function public.purr']],
      ["DELETE FROM animals WHERE name = 'y'", ['execute function public.feed', 'execute function public.purr']],
      ["MERGE INTO animals USING days ON animals.name = days.name WHEN MATCHED THEN DELETE", ['execute function public.feed', 'execute function public.purr']],
    ])('%s', async (sql, lines) => {
      expect(await fired(sql)).toEqual(lines);
    });
  });
});
