// SPDX-License-Identifier: Apache-2.0
import { makeCatalog } from '../../../../support/catalog.js';
import { factsOf } from '../../../../support/statements.js';

const MADE = makeCatalog({
  tables: { 'public.t': { i: 'integer', n: 'numeric', s: 'text', v: 'character varying', f: 'double precision', j: 'jsonb', u: 'uuid', own: 'mood' } },
  operators: { '=': ['public'], '<': ['public'], '>=': ['public'], '+': ['public'], '||': ['public'], '~~': ['public'], '->': ['public'], '!!': ['hidden'] },
});

describe('an operator that somebody made', () => {
  it.each([
    'SELECT i = 1 FROM t', 'SELECT i = i::bigint FROM t', "SELECT s = 'x' FROM t", "SELECT u = 'x' FROM t", 'SELECT n + n FROM t', 'SELECT i + 1 FROM t', 'SELECT f + f FROM t',
    "SELECT s || 'x' FROM t", "SELECT s LIKE 'x%' FROM t", 'SELECT 1 OPERATOR(pg_catalog.+) s FROM t', 'SELECT i IN (1, 2) FROM t', 'SELECT i BETWEEN 1 AND 2 FROM t',
    "SELECT j = '{}'::jsonb FROM t", 'SELECT !! i FROM t', 'SELECT a.i FROM t a JOIN t b USING (i)', 'SELECT CASE i WHEN 1 THEN 2 END FROM t', 'SELECT i # 1 FROM t', "SELECT 'a' = 'b'",
    'SELECT true = false', 'SELECT 1 FROM t WHERE false OR i::int = 1',
  ])('is not meant where PostgreSQL’s own fits exactly: %s', async (sql) => {
    expect((await factsOf(sql, { catalog: MADE })).unknown).toEqual([]);
  });

  it.each([
    ['SELECT i = s FROM t', '='], ['SELECT own = own FROM t', '='], ["SELECT v = 'x' FROM t", '='], ['SELECT n + i FROM t', '+'], ['SELECT i || s FROM t', '||'], ["SELECT v LIKE 'x' FROM t", '~~'],
    ["SELECT j -> 'a' FROM t", '->'], ['SELECT own IN (1) FROM t', '='], ['SELECT own BETWEEN 1 AND 2 FROM t', '>='], ['SELECT a.i FROM t a JOIN t b USING (own)', '='],
    ['SELECT CASE own WHEN 1 THEN 2 END FROM t', '='], ['SELECT own = ANY (SELECT i FROM t) FROM t', '='], ['SELECT i FROM t ORDER BY own USING <', '<'], ['SELECT s + s FROM t', '+'], ['SELECT i < 9.5 FROM t', '<'], ['SELECT i BETWEEN 0 AND 9.5 FROM t', '>='],
  ])('may be meant: %s', async (sql, operator) => {
    const { accesses, unknown } = await factsOf(sql, { catalog: MADE });
    expect(accesses).toContainEqual(expect.objectContaining({ effect: 'unknown', object: `public.${operator}`, type: 'operator' }));
    expect(unknown).toEqual([`\`${operator}\` may be the operator \`public.${operator}\`; write \`OPERATOR(pg_catalog.${operator})\`, cast both sides to the same built-in type, or have a rule name it`]);
  });

  it('is among PostgreSQL’s own where somebody put it there, and so is a function, whatever name of its own it has', async () => {
    const among = makeCatalog({ tables: { 'public.t': { i: 'integer', s: 'text', own: 'mood' } }, operators: { '=': ['pg_catalog'] }, functions: ['pg_catalog.lower'] });
    const unknown = async (sql: string): Promise<(string | null)[]> => (await factsOf(sql, { catalog: among })).accesses.flatMap(({ effect, object }) => (effect === 'unknown' ? [object] : []));
    for (const sql of ['SELECT own = own FROM t', 'SELECT own OPERATOR(pg_catalog.=) own FROM t']) expect([sql, await unknown(sql)]).toEqual([sql, ['pg_catalog.=']]);
    for (const sql of ['SELECT lower(s) FROM t', 'SELECT pg_catalog.lower(s) FROM t']) expect([sql, await unknown(sql)]).toEqual([sql, ['pg_catalog.lower']]);
    for (const sql of ['SELECT i = i FROM t', 'SELECT i OPERATOR(pg_catalog.=) 1 FROM t', 'SELECT upper(s) FROM t']) expect([sql, await unknown(sql)]).toEqual([sql, []]);
  });

  it('wins where its schema comes before PostgreSQL’s own', async () => {
    const sql = "SELECT 'a'::text = 'b'::text";
    expect((await factsOf(sql, { catalog: MADE, searchPath: ['pg_catalog', 'public'] })).unknown).toEqual([]);
    expect((await factsOf(sql, { catalog: MADE, searchPath: ['public', 'pg_catalog'] })).unknown).toHaveLength(1);
  });

  it('is out of sight on another path, and in sight when the path is not known', async () => {
    expect((await factsOf('SELECT own = own FROM public.t', { catalog: MADE, searchPath: ['app'] })).unknown).toEqual([]);
    expect((await factsOf('SELECT own = own FROM public.t', { catalog: MADE, searchPath: null })).unknown).toHaveLength(1);
  });
});

// As the catalog knows them: citext becomes text by itself, text becomes a whim, and whims are compared with anything.
const TAKEN = makeCatalog({
  tables: {
    'public.t': { i: 'integer', b: 'bigint', n: 'numeric', s: 'text', v: 'character varying', j: 'jsonb', own: 'public.mood', c: 'public.citext', d: 'public.size', e: 'public.feeling', a: 'public._mood', p: 'public.pair', at: 'timestamp with time zone', l: 'public.label' },
    'public.pair': { x: 'integer' },
  },
  types: { 20001: { name: 'public.mood' }, 20002: { name: 'public._mood' }, 20003: { name: 'public.citext' }, 20004: { name: 'public.size', base: 23 }, 20005: { name: 'public.feeling', base: 20001 }, 20006: { name: 'public.whim' }, 20007: { name: 'public.pair' }, 20008: { name: 'public.label', base: 1043 }, 20009: { name: 'public._label' }, 20010: { name: 'pg_temp.uuid', base: 20001 }, 20011: { name: 'public.int4', base: 20001 } },
  operators: { '=': ['public'], '<': ['public'], '>': ['public'], '<>': ['public'], '>=': ['public'], '<=': ['public'], '~~': ['public'], '||': ['public'], '@@': ['public'], '-': ['public'], '!!': ['public'], '@>': ['public'] },
  operands: {
    '=': [{ schema: 'public', left: 20003, right: 20003 }], '<>': [{ schema: 'public', left: 20003, right: 20003 }], '~~': [{ schema: 'public', left: 20003, right: 20003 }], '||': [{ schema: 'public', left: 20003, right: 20003 }],
    '<': [{ schema: 'public', left: 20001, right: 20001 }], '>=': [{ schema: 'public', left: 20006, right: 20006 }], '>': [{ schema: 'public', left: 2283, right: 2283 }], '<=': [{ schema: 'public', left: 25, right: 20 }],
    '@@': [{ schema: 'public', left: 20009, right: 20001 }], '-': [{ schema: 'public', left: 20001, right: 25 }], '!!': [{ schema: 'public', left: 0, right: 1043 }], '@>': [{ schema: 'public', left: 20007, right: 20007 }],
  },
  functions: [{ name: 'public.replace', takes: [20003, 20003, 20003], gives: 20003 }, { name: 'public.max', takes: [20003], gives: 20003 }, { name: 'public.lower', takes: [1043], gives: 25 }, { name: 'public.concat', takes: [20001, 2277], gives: 25, variadic: true }, { name: 'public.refund', takes: [23], gives: 23 }, { name: 'public.gen_random_uuid', takes: [], gives: 2950 }, { name: 'public.now', takes: [23], gives: 23 }],
  // int2, int4 and varchar as the server has them; text to whim, citext to text.
  converts: { 21: [23, 20, 1700], 23: [20, 1700, 701], 20: [1700], 1043: [25], 25: [1043, 20006], 20003: [25] },
  elements: { 1009: 25, 1015: 1043, 20002: 20001, 20009: 20008 },
});
const own = async (sql: string, setting: object = {}) => (await factsOf(sql, { catalog: TAKEN, searchPath: ['pg_catalog', 'public'], ...setting })).accesses.filter(({ effect }) => effect === 'unknown').map(({ object }) => object?.replace('public.', '')).join();

describe('what a user’s operator or function takes', () => {
  it.each([
    "SELECT 1 FROM t WHERE v = 'x' AND i = $1 AND v <> $2", 'SELECT 1 FROM t WHERE i = n AND b = n', "SELECT v || 'x' || i FROM t", "SELECT 1 FROM t WHERE v LIKE 'x' AND v NOT IN ('a', $1) AND i = ANY ($3) AND i = ANY ('{1}'::int[])", 'SELECT 1 FROM t WHERE at - $1 < now()',
    "SELECT 1 FROM t WHERE upper(s) <> 'x' AND j ->> 'a' = $1 AND d = 1", "SELECT 1 FROM t WHERE own = 'a' AND e <> 'b' AND own = own", 'SELECT 1 FROM t WHERE (i, v) = (1, $1) AND (v, i) IN (SELECT s, b FROM t)', 'SELECT max(n), max(i), max(own) FROM t HAVING count(*) < 5',
    "SELECT replace(s, 'a', 'b'), replace(v, 'a', 'b') FROM t", 'SELECT 1 FROM t WHERE n BETWEEN i AND 9.5', "SELECT concat(i, 'a') FROM t", 'SELECT gen_random_uuid(), now()', "CREATE FUNCTION g() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF TG_OP = 'INSERT' AND tg_table_name <> 'x' AND found THEN NULL; END IF; RETURN NEW; END $$", 'SELECT -i FROM t', 'SELECT 1 FROM t WHERE c = s', 'SELECT c || s FROM t', "SELECT 1 FROM t WHERE j @> '{}'",
    "SELECT 1 FROM (SELECT 'a' AS x) q WHERE q.x = 'b'", 'SELECT 1 FROM t WHERE s IS DISTINCT FROM v', "SELECT CASE v WHEN 'x' THEN 1 END, NULLIF(v, 'x') FROM t", 'SELECT 1 FROM jsonb_to_record(NULL) AS r(x int, y varchar) WHERE r.x = 1 AND r.y = $1', 'SELECT 1 FROM t WHERE i <= 5 AND b <= i',
    'WITH q AS (SELECT i AS x FROM t) SELECT 1 FROM q WHERE x < 3', "SELECT 1 FROM t WHERE e = 'a' AND d < 3 AND i > 3 AND i < $1", "CREATE TABLE n (i int CHECK (i < 3), v varchar CHECK (v <> '' AND n.v <> 'a'), g int GENERATED ALWAYS AS (i - 1) STORED)", 'CREATE DOMAIN w AS int CHECK (VALUE < 9)', 'ALTER DOMAIN size ADD CHECK (VALUE < 9)',
    "ALTER TABLE t ADD w varchar CHECK (w <> '')", "ALTER TABLE t ALTER v TYPE varchar USING (v || 'x')", 'SELECT 1 FROM t WHERE i <> (SELECT max(x) FROM pair)', 'INSERT INTO t (i, v) VALUES (1, $1) ON CONFLICT (i) DO UPDATE SET v = excluded.v WHERE t.v <> excluded.v', 'SELECT 1 FROM t WHERE ARRAY[s] @> ARRAY[v]',
  ])('can not be given it, so it is not meant: %s', async (sql) => {
    expect(await own(sql)).toBe('');
  });

  it.each([
    ["SELECT 1 FROM t WHERE c = 'x'", '='], ['SELECT 1 FROM t WHERE c = c', '='], ["SELECT 1 FROM t WHERE c IN ('a')", '='], ["SELECT 1 FROM t WHERE c LIKE 'x'", '~~'], ['SELECT 1 FROM t WHERE $1 = $2', '='], ['SELECT 1 FROM t WHERE c = ANY ($1)', '='],
    ["SELECT 1 FROM t WHERE own < 'b'", '<'], ["SELECT 1 FROM t WHERE e < 'b'", '<'], ['SELECT 1 FROM t WHERE own < e', '<'], ["SELECT 1 FROM t WHERE 'b' < ANY (a)", '<'], ["SELECT 1 FROM t WHERE a[1] < 'b'", '<'], ["SELECT 1 FROM (SELECT own AS x FROM t) q WHERE x < 'b'", '<'],
    ['SELECT 1 FROM t WHERE v > s', '>'], ['SELECT 1 FROM t WHERE own > own', '>'], ['SELECT 1 FROM t WHERE n > i', '>'], ['SELECT 1 FROM t WHERE upper(s) >= own::text', '>='], ["SELECT 1 FROM t WHERE upper(v) >= 'x'", '>='],
    ["SELECT 1 FROM (SELECT 'a' AS x) q, t WHERE q.x <= t.b", '<='], ['SELECT 1 FROM t WHERE s <= i', '<='], ['SELECT 1 FROM t WHERE v <= i', '<='], ["SELECT 1 FROM t WHERE (SELECT 'a') <= b", '<='], ["WITH q AS (SELECT 'a' AS x) SELECT 1 FROM q, t WHERE x <= b", '<='], ["SELECT 1 FROM t WHERE NULLIF(NULL, s) <= b", '<='],
    ["INSERT INTO t (i, s) VALUES (1, 'a') ON CONFLICT (i) DO UPDATE SET v = 'x' WHERE excluded.s <= t.b", '<='], ["SELECT 1 FROM t WHERE ARRAY['a'] @@ own", '@@'], ["SELECT 1 FROM t WHERE string_to_array(s, ',') @@ own", '@@'], ["SELECT own - 'x' FROM t", '-'], ['SELECT !! s FROM t', '!!'], ['SELECT !! l FROM t', '!!'],
    ['SELECT 1 FROM t WHERE p @> p', '@>'], ["SELECT 1 FROM jsonb_to_record(NULL) AS r(x citext) WHERE r.x = 'a'", '='], ["SELECT 1 FROM t WHERE (i, c) = (1, 'x')", '='], ["SELECT 1 FROM t WHERE (c, i) IN (SELECT c, i FROM t)", '='], ["SELECT 1 FROM t WHERE upper(v) BETWEEN SYMMETRIC 'b' AND s", '>=,<='],
    ["SELECT replace(c, 'a', 'b') FROM t", 'replace'], ["SELECT replace('x', 'a', 'b')", 'replace'], ['SELECT max(c) FROM t', 'max'], ['SELECT max($1)', 'max'], ['SELECT lower(v) FROM t', 'lower'], ['SELECT lower(l) FROM t', 'lower'], ["SELECT concat('a', 1, 2, 3)", 'concat'], ['SELECT concat(VARIADIC a) FROM t', 'concat'], ['SELECT refund(n) FROM t', 'refund'],
    ["CREATE TABLE n (c citext CHECK (c <> ''))", '<>'], ["CREATE TABLE n (LIKE t, CHECK (c <> ''))", '<>'], ["CREATE TABLE n (CHECK (c <> '')) INHERITS (t)", '<>'], ["CREATE TABLE n OF pair (CHECK (x < 'b'))", '<'], ["CREATE TABLE n (x feeling CHECK (x < 'b'))", '<'], ["CREATE TABLE n (x uuid CHECK (x < 'b'))", '<'], ["CREATE DOMAIN w AS feeling CHECK (VALUE < 'b')", '<'],
    ["ALTER TABLE t ALTER s TYPE mood USING NULL, ADD CHECK (s < 'b')", '<'], ["ALTER TABLE t ADD CHECK (s < 'b'), ALTER s TYPE mood USING NULL", '<'], ["ALTER TABLE t DROP s, ADD s mood CHECK (s < 'b')", '<'], ["ALTER TABLE t ADD x mood CHECK (x < 'b')", '<'], ["ALTER TABLE t ADD COLUMN IF NOT EXISTS own int CHECK (own < 'b')", '<'], ["SELECT 'a'::uuid < 'b'", '<'],
    ["CREATE FUNCTION g() RETURNS trigger LANGUAGE plpgsql AS $$ DECLARE tg_op citext; BEGIN IF TG_OP = 'INSERT' THEN NULL; END IF; END $$", '='], ["CREATE FUNCTION g() RETURNS trigger LANGUAGE plpgsql AS $$ DECLARE m citext; tg_op ALIAS FOR m; BEGIN IF TG_OP = 'INSERT' THEN NULL; END IF; END $$", '='],
    ["CREATE FUNCTION g(tg_op citext) RETURNS int LANGUAGE plpgsql AS $$ BEGIN IF TG_OP = 'INSERT' THEN NULL; END IF; END $$", '='], ["CREATE FUNCTION g(found citext) RETURNS int LANGUAGE plpgsql AS $$ BEGIN IF found = 'x' THEN NULL; END IF; END $$", '='], ["CREATE FUNCTION g() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF NEW.x = 'INSERT' THEN NULL; END IF; END $$", '='],
    ["CREATE FUNCTION g() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN CREATE FUNCTION h(tg_op citext) RETURNS boolean LANGUAGE sql AS 'SELECT tg_op = ''x'''; END $$", '='], ["CREATE FUNCTION g() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN CREATE FUNCTION h(tg_op citext) RETURNS boolean RETURN tg_op = 'x'; END $$", '='],
  ])('may be given it, so it may be meant: %s', async (sql, meant) => {
    expect(await own(sql)).toBe(meant);
  });

  it('is what a name stands for that a user’s type has, where that comes first', async () => {
    expect(await own("SELECT 'a'::int4 < 'b'")).toBe('');
    expect(await own("SELECT 'a'::int4 < 'b'", { searchPath: ['public', 'pg_catalog'] })).toBe('<');
    expect(await own("SELECT 'a'::pg_catalog.int4 < 1", { searchPath: null })).toBe('');
    expect(await own("SELECT 'a'::int4 < 'b'", { searchPath: null })).toBe('<');
    expect(await own('SELECT 1::int < i FROM t', { searchPath: ['pg_temp', 'pg_catalog', 'public'] })).toBe('');
  });

  it('is hidden behind PostgreSQL’s own without arguments, where that is there and comes first', async () => {
    expect(await own('SELECT gen_random_uuid()', { catalog: { ...TAKEN, serverVersion: 120_020 } })).toBe('gen_random_uuid');
    expect(await own('SELECT gen_random_uuid()', { searchPath: ['public', 'pg_catalog'] })).toBe('gen_random_uuid');
    expect(await own('SELECT gen_random_uuid()', { searchPath: null })).toBe('gen_random_uuid');
    expect(await own('SELECT public.gen_random_uuid()')).toBe('gen_random_uuid');
  });

  it('is not told by a catalog that is behind', async () => {
    const sql = 'SELECT 1 FROM t WHERE i = n';
    expect(await own(sql, { stale: true })).toBe('=');
    expect(await own(sql, { stale: true, redefined: [{ relation: 'public.other', into: 'table' }] })).toBe('');
    for (const one of [{ relation: 'evil.=', into: 'callable' }, { relation: 'a as b', into: 'cast' }]) expect([one, (await own(sql, { stale: true, redefined: [one] })) === '']).toEqual([one, false]);
    for (const bare of ['abs', 'upper']) {
      expect(await own(`SELECT ${bare}(i) FROM t`, { stale: true, redefined: [{ relation: `public.${bare}`, into: 'callable' }] })).toBe(bare);
      expect(await own(`SELECT ${bare}(i) FROM t`, { stale: true, redefined: [{ relation: `public.${bare}`, into: 'table' }] })).toBe('');
    }
  });
});

// public.t is relation 16384, public.mixed the view 16386.
const run = (name: string, made: 'user' | 'native' | 'builtin' = 'user') => ({ name, made });
const UNNAMED = makeCatalog({
  tables: {
    'public.t': { i: 'integer', s: 'text', b: 'boolean', m: 'public.mood', ms: 'public._mood', e: 'public.email', es: 'public._email', p: 'public.pair', g: 'public.geo', w: 'public.weight', ws: 'public._weight', j: 'jsonb' },
    'public.elsewhere': { id: 'integer' },
    'public.looked_at': { id: 'integer' },
  },
  views: { 'public.over': { columns: { said: 'text' }, definition: 'SELECT t.m::text AS said FROM public.t' } },
  types: {
    20001: { name: 'public.mood' }, 20002: { name: 'public._mood' }, 20003: { name: 'public.email', base: 25 }, 20004: { name: 'public._email' }, 20005: { name: 'public.pair' },
    20006: { name: 'public.geo' }, 20007: { name: 'public.weight' }, 20008: { name: 'public.mail', base: 20003 }, 20009: { name: 'public._weight' },
  },
  functions: [{ name: 'public.takes_mail', takes: [20008], gives: 20001 }, { name: 'public.takes_mood', takes: [20001], gives: 25 }],
  operators: { '@': ['public'] },
  operands: { '@': [{ schema: 'public', left: 20001, right: 20001 }, { schema: 'public', left: 20003, right: 25 }] },
  unnamed: {
    casts: [
      { source: 20001, target: 25, context: 'implicit', runs: run('public.told') }, { source: 25, target: 20001, context: 'assignment', runs: run('public.felt') },
      { source: 20001, target: 3802, context: 'explicit', runs: run('public.in_json') }, { source: 20006, target: 25, context: 'implicit', runs: run('public.as_text', 'native') },
      { source: 20001, target: 16, context: 'assignment', runs: run('public.good') }, { source: 20005, target: 20, context: 'implicit', runs: run('pg_catalog.pg_sleep', 'builtin') },
    ],
    made: new Map([[20003, [run('public.fine'), run('pg_catalog.length', 'builtin'), run('pg_catalog.setval', 'builtin')]]]),
    compared: new Map([[20007, [run('public.weigh')]]]),
    read: new Map([[16385, [run('public.seen')]]]),
    guarded: new Set([16385]),
    foreign: new Map([[16386, [run('public.wrapper', 'native')]]]),
    holds: new Map([[20002, new Set([20001])], [20003, new Set([25])], [20004, new Set([20003])], [20005, new Set([20003, 20007])], [20008, new Set([20003])], [20009, new Set([20007])]]),
    arrays: new Map([[20001, 20002], [20003, 20004], [20007, 20009]]),
    reads: new Map([[16385, new Set([16386])]]),
  },
});
const runs = async (sql: string) => (await factsOf(sql, { catalog: UNNAMED })).accesses.filter(({ type, effect }) => type === 'function' && (effect === 'unknown' || effect === 'execute')).map(({ object }) => object?.replace('public.', '')).sort();

describe('a function that runs where no statement names it', () => {
  it.each([
    ['SELECT m::text FROM t', 'told'], ['SELECT CAST(s AS mood) FROM t', 'felt'], ['SELECT ms::text[] FROM t', 'told'], ['SELECT g::text FROM t', 'as_text'], ['SELECT $1::mood', 'felt'],
    ['SELECT upper(m) FROM t', 'told'], ["SELECT m || 'x' FROM t", 'told'], ['SELECT coalesce(m::text, s) FROM t', 'told'], ['SELECT CASE WHEN b THEN m ELSE s END FROM t', 'told'],
    ['SELECT m FROM t UNION ALL SELECT s FROM t', 'told'], ['SELECT 1 FROM t a JOIN (SELECT m AS s FROM t) c USING (s)', 'told'], ['VALUES ((SELECT m FROM t)), ((SELECT s FROM t))', 'told'],
    ['SELECT i FROM t WHERE m', 'good'], ['SELECT i FROM t WHERE b AND m', 'good'], ['SELECT CASE WHEN m THEN 1 END FROM t', 'good'], ['SELECT count(*) FILTER (WHERE m) FROM t', 'good'], ['SELECT 1 FROM t a JOIN t c ON a.m', 'good'],
    ['SELECT row_to_json(t) FROM t', 'in_json'], ['SELECT to_jsonb(array_agg(m)) FROM t', 'in_json'], ['SELECT json_build_object(1, m) FROM t', 'in_json'], ["SELECT JSON_OBJECT('a': m) FROM t", 'in_json'],
    ['SELECT said FROM over', 'told'], ["SELECT 'x'::email", 'fine,pg_catalog.setval'], ['SELECT s::mail FROM t', 'fine,pg_catalog.setval'], ["SELECT '(x,)'::pair", 'fine,pg_catalog.setval'], ["SELECT email 'x'", 'fine,pg_catalog.setval'],
    ["SELECT i FROM t WHERE p = '(x,)'", 'fine,pg_catalog.pg_sleep,pg_catalog.setval,weigh'], ["SELECT i FROM t WHERE es = '{x}'", 'fine,pg_catalog.setval'], ["SELECT i FROM t WHERE es IN ('{x}')", 'fine,pg_catalog.setval'],
    ["SELECT * FROM jsonb_to_record('{}') AS r(e email)", 'fine,pg_catalog.setval'], ["SELECT jsonb_populate_record(t, '{}') FROM t", 'fine,pg_catalog.setval'], ["SELECT JSON_VALUE(j, '$' RETURNING email) FROM t", 'fine,pg_catalog.setval'],
    ["SELECT * FROM JSON_TABLE('{}', '$' COLUMNS (e email))", 'fine,pg_catalog.setval'], ["SELECT * FROM XMLTABLE('a' PASSING '<a/>' COLUMNS e email)", 'fine,pg_catalog.setval'], ['PREPARE p(email) AS SELECT 1', 'fine,pg_catalog.setval'],
    ["INSERT INTO t (e) VALUES ('x')", 'fine,pg_catalog.setval'], ["UPDATE t SET e = 'x' WHERE i = 1", 'fine,pg_catalog.setval'], ['COPY t (e) FROM STDIN', 'fine,pg_catalog.setval'], ['INSERT INTO t (m) SELECT s FROM t', 'felt'], ['UPDATE t SET m = s WHERE i = 1', 'felt'],
    ["MERGE INTO t USING elsewhere o ON t.i = o.id WHEN MATCHED THEN UPDATE SET e = 'x'", 'fine,pg_catalog.setval,seen,wrapper'], ["INSERT INTO t (i) VALUES (1) ON CONFLICT (i) DO UPDATE SET e = 'x'", 'fine,pg_catalog.setval'],
    ['SELECT i FROM t ORDER BY w', 'weigh'], ['SELECT w FROM t ORDER BY 1', 'weigh'], ['SELECT DISTINCT w FROM t', 'weigh'], ['SELECT DISTINCT ON (w) i FROM t', 'weigh'], ['SELECT 1 FROM t GROUP BY w', 'weigh'], ['SELECT w FROM t UNION SELECT w FROM t', 'weigh'],
    ['SELECT rank() OVER (PARTITION BY w) FROM t', 'weigh'], ['SELECT array_agg(i ORDER BY w) FROM t', 'weigh'], ['SELECT count(DISTINCT w) FROM t', 'weigh'], ['SELECT greatest(w, w) FROM t', 'weigh'], ['SELECT ws = ws FROM t', 'weigh'],
    ['SELECT p = p FROM t', 'pg_catalog.pg_sleep,weigh'], ['SELECT ARRAY[w] = ARRAY[w] FROM t', 'weigh'], ['SELECT array_position(array_agg(w), w) FROM t', 'weigh'],
    ['SELECT id FROM elsewhere', 'seen,wrapper'], ['SELECT id FROM looked_at', 'wrapper'], ["SELECT takes_mail('x')", 'fine,pg_catalog.setval,takes_mail'], ['SELECT abs(p) FROM t', 'pg_catalog.pg_sleep,weigh'],
    ['SELECT upper(takes_mail(e)) FROM t', 'fine,pg_catalog.setval,takes_mail,told'],
    ["SELECT ('{}'::jsonb)['x'::mood]", 'told'], ["UPDATE t SET j['x'::mood] = '1' WHERE i = 1", 'told'], ['SELECT xmlpi(name a, m) FROM t', 'good,told'], ['SELECT xmlserialize(content xmlroot(j, version m) AS text) FROM t', 'good,told'],
    ['COPY t (i) FROM STDIN WHERE i = 1 AND m', 'fine,good,pg_catalog.pg_sleep,pg_catalog.setval,told,weigh'], ["SELECT a FROM XMLTABLE('/r' PASSING '<r/>' COLUMNS a int PATH 'x'::mood)", 'told'], ["SELECT JSON_VALUE('{}'::jsonb, '$.a' DEFAULT 'x'::mood ON EMPTY)", 'good,in_json,told'],
    ["DO $$ BEGIN IF 'x'::mood THEN NULL; END IF; END $$", 'good,told'], ["DO $$ DECLARE v email; BEGIN v := 'x'; END $$", 'fine,pg_catalog.setval'], ["DO $$ DECLARE v t.es%TYPE; BEGIN NULL; END $$", 'fine,pg_catalog.setval'],
    ['ALTER TABLE t ADD c mail', 'fine,pg_catalog.setval'], ["ALTER TABLE t ADD c text DEFAULT 'x'::mood", 'told'], ['ALTER TABLE t ALTER m TYPE text', 'told'], ['ALTER TABLE t ALTER m TYPE boolean USING m', 'good'], ['ALTER TABLE t ALTER s TYPE email', 'fine,pg_catalog.setval'],
    ["SELECT pg_input_is_valid(s, 'public.email[]') FROM t", 'fine,pg_catalog.setval'], ['SELECT pg_input_is_valid(s, s) FROM t', 'fine,pg_catalog.setval'],
  ])('is judged: %s', async (sql, expected) => {
    expect((await runs(sql)).join()).toBe(expected);
  });

  it.each([
    'SELECT * FROM t', 'SELECT m, e, p, w, g FROM t WHERE i = 1', "SELECT upper(e) FROM t WHERE e = 'x' AND lower(e) LIKE 'x%' ORDER BY e", 'SELECT count(m), pg_typeof(m), m IS NULL FROM t GROUP BY m', 'SELECT upper(g) FROM t', "SELECT 'good'::mood",
    'SELECT s::text, i::bigint FROM t', "SELECT coalesce(e, 'x') || 'y' FROM t", 'SELECT max(e), array_length(ms, 1) FROM t', 'SELECT m FROM t UNION ALL SELECT m FROM t', 'INSERT INTO t (i, m) VALUES (1, $1::mood)', 'DELETE FROM t WHERE i = 1', 'SELECT m::mood FROM t',
    "SELECT pg_input_is_valid(s, 'int') FROM t", 'ALTER TABLE t ADD c bigint', 'ALTER TABLE t ALTER i TYPE bigint', 'COPY t (i) FROM STDIN', "DO $$ DECLARE v text := 'x'; n int; r record; c t.s%TYPE; BEGIN n := 1; END $$", "SELECT j['x'] FROM t", 'SELECT xmlforest(m) FROM t',
  ].filter((sql) => !sql.includes('$1')))('is not there, so nothing is: %s', async (sql) => {
    expect(await runs(sql)).toEqual([]);
  });

  it('is not followed into an operator that takes both sides as they are', async () => {
    expect(await runs('SELECT m @ m FROM t')).toEqual([]);
    expect(await runs('SELECT m @ s FROM t')).toContain('told');
  });

  it('may give anything', async () => {
    for (const sql of ['SELECT m::text FROM t', 'SELECT upper(m) FROM t', "SELECT m || 'x' FROM t", 'SELECT m FROM t UNION ALL SELECT s FROM t', 'SELECT to_jsonb(m) FROM t', 'SELECT coalesce(m, s) FROM t']) {
      expect([sql, (await factsOf(sql, { catalog: UNNAMED })).outputs]).toEqual([sql, [expect.objectContaining({ origins: null })]]);
    }
  });
});

// Relations from 16384 on: t, its parts below and beside, plain, ruled by a policy that is off, and what is behind it.
const KEPT = makeCatalog({
  tables: {
    'public.t': { i: 'integer', v: 'character varying', w: 'public.weight', ws: 'public._weight' }, 'public.below': { i: 'integer', w: 'public.weight' }, 'public.part': { i: 'integer', w: 'public.weight' },
    'public.plain': { i: 'integer', s: 'text' }, 'public.asleep': { i: 'integer' }, 'public.under': { i: 'integer' }, 'public.under_part': { i: 'integer' },
  },
  views: { 'public.over': { columns: { i: 'integer' }, definition: 'SELECT asleep.i FROM public.asleep' }, 'public.over_over': { columns: { i: 'integer' }, definition: 'SELECT 1 AS i FROM public.plain WHERE plain.i IN (SELECT over.i FROM public.over)' } },
  materialized: { 'public.mat': { columns: { w: 'public.weight' }, definition: 'SELECT t.w FROM public.t' } },
  inherits: { 'public.part': ['public.below'], 'public.under_part': ['public.under'] },
  partitioned: ['public.below', 'public.under'],
  types: { 20007: { name: 'public.weight' }, 20009: { name: 'public._weight' }, 20010: { name: 'public.heavy', base: 20007 } },
  functions: ['public.off'],
  unnamed: {
    compared: new Map([[20007, [run('public.weigh')]]]),
    read: new Map([[16388, [run('public.seen')]], [16386, [run('public.seen_too')]]]),
    searched: new Map([[16386, [run('public.looked_up')]]]),
    built: new Map([[16386, [run('public.puts')]]]),
    keeps: new Map([[16384, new Set([20009])]]),
    refers: new Map([[16389, new Set([20007])]]),
    holds: new Map([[20009, new Set([20007])], [20010, new Set([20007])]]),
    arrays: new Map([[20007, 20009]]),
    classes: [
      { name: 'by_name', method: 'btree', type: 23, byDefault: false, builds: true, runs: run('public.by_name') }, { name: 'by_name', method: 'btree', type: 23, byDefault: false, builds: false, runs: run('public.apart') },
      { name: 'weights', method: 'gist', type: 20007, byDefault: true, builds: true, runs: run('public.spread') }, { name: 'texts', method: 'gin', type: 25, byDefault: true, builds: true, runs: run('public.grams') },
    ],
  },
});
const runsOf = async (sql: string, scope: object = {}) => (await factsOf(sql, { catalog: KEPT, ...scope })).accesses.filter(({ type, effect }) => type === 'function' && effect === 'unknown').map(({ object }) => object?.replace('public.', '')).sort().join();
const since = (relation: string, into: 'table' | 'nothing' | 'guarded' | 'anything', plain?: true) => ({ stale: true, redefined: [{ relation, into, ...(plain === undefined ? {} : { plain }) }] });

describe('a function of an operator class', () => {
  it.each([
    ['CREATE INDEX ON t (w)', 'weigh'], ['CREATE INDEX ON t (i, ws)', 'weigh'], ['CREATE INDEX ON t (i by_name)', 'by_name'], ['CREATE INDEX ON t (i public.by_name)', 'by_name'], ['CREATE INDEX ON t USING gist (w)', 'spread,weigh'],
    ['CREATE INDEX ON t USING gin (v)', 'grams'], ['CREATE INDEX ON plain USING gin (lower(s))', 'grams'], ['CREATE INDEX ON t ((ARRAY[w]))', 'weigh'], ['CREATE INDEX ON t ((t))', 'weigh'],
    ['ALTER TABLE t ADD UNIQUE (w)', 'weigh'], ['ALTER TABLE t ADD PRIMARY KEY (i, w)', 'weigh'], ['ALTER TABLE t ADD EXCLUDE (i by_name WITH =)', 'apart,by_name'], ['ALTER TABLE t ADD EXCLUDE USING gist (w WITH =)', 'spread,weigh'],
    ['CREATE TABLE n (i int, EXCLUDE (i by_name WITH =))', 'apart,by_name'], ['ALTER TABLE plain ADD w weight UNIQUE', 'weigh'], ['ALTER TABLE plain ADD w heavy REFERENCES t', 'weigh'], ['ALTER TABLE plain ALTER i TYPE weight USING NULL', 'spread,weigh'],
    ['ALTER TABLE t ADD FOREIGN KEY (w) REFERENCES below (w)', 'weigh'], ['ALTER TABLE plain ADD FOREIGN KEY (i) REFERENCES t', 'weigh'], ['ALTER TABLE t VALIDATE CONSTRAINT c', 'weigh'], ['ALTER TABLE t SET UNLOGGED', 'weigh'],
    ['CREATE TABLE n PARTITION OF below FOR VALUES FROM (1) TO (2)', 'puts'], ['ALTER TABLE below ATTACH PARTITION plain FOR VALUES FROM (1) TO (2)', 'puts'], ['ALTER TABLE plain ATTACH PARTITION part FOR VALUES FROM (1) TO (2)', 'puts'],
    ['REINDEX TABLE t', 'weigh'], ['REINDEX TABLE below', 'puts'], ['REINDEX SCHEMA public', 'puts,weigh'], ['REINDEX DATABASE shop', 'puts,weigh'], ['CLUSTER t USING x', 'weigh'], ['CLUSTER', 'puts,weigh'], ['VACUUM part', 'puts'], ['VACUUM', 'puts,weigh'],
    ['ANALYZE t', 'weigh'], ['ANALYZE t (i, w)', 'weigh'], ['VACUUM (ANALYZE) part (w)', 'puts,weigh'], ['ANALYZE', 'weigh'], ['ANALYZE below', 'weigh'], ['DELETE FROM under WHERE i = 1', 'weigh'], ['DELETE FROM under', 'weigh'], ['UPDATE under SET i = 1 WHERE i = 2', 'weigh'], ['DELETE FROM below', 'looked_up'], ['UPDATE below SET i = 1 WHERE i = 2', 'looked_up,puts'], ['REFRESH MATERIALIZED VIEW CONCURRENTLY mat', 'weigh'],
    ["INSERT INTO t (i) VALUES (1)", 'weigh'], ["UPDATE t SET i = 1 WHERE i = 2", 'weigh'], ["COPY t (i) FROM STDIN", 'weigh'], ['SELECT i FROM below', 'looked_up'], ['INSERT INTO below (i) VALUES (1)', 'looked_up,puts'],
  ])('is judged: %s', async (sql, expected) => {
    expect(await runsOf(sql)).toBe(expected);
  });

  it.each([
    'CREATE INDEX ON t (i)', 'CREATE INDEX ON t (i) INCLUDE (w)', 'CREATE INDEX ON t (lower(v))', 'CREATE INDEX ON t USING gin (i)', 'CREATE TABLE n (i int PRIMARY KEY, w weight UNIQUE)', 'ALTER TABLE t ADD UNIQUE (i)', 'ALTER TABLE t ADD UNIQUE USING INDEX x',
    'ALTER TABLE plain ADD w weight', 'ALTER TABLE t DROP COLUMN w', 'ALTER TABLE plain SET UNLOGGED', 'REINDEX TABLE plain', 'REINDEX SCHEMA other', 'ANALYZE plain', 'VACUUM plain', 'CLUSTER plain USING x', 'REFRESH MATERIALIZED VIEW mat',
    'SELECT w FROM t', 'INSERT INTO plain (i) VALUES (1)', 'DELETE FROM t', 'DELETE FROM t WHERE i = 1', 'TRUNCATE t, below, part', 'ANALYZE below (i)', 'ANALYZE t (i)', 'MERGE INTO t USING plain p ON t.i = p.i WHEN MATCHED THEN DELETE', 'SELECT i FROM asleep', 'SELECT i FROM over',
  ])('has no part in it: %s', async (sql) => {
    expect(await runsOf(sql)).toBe('');
  });

  it.each([
    ['CREATE INDEX ON n (i)', since('public.n', 'table'), 'weigh'], ['CREATE INDEX ON n USING gin (i)', since('public.n', 'table', true), 'grams'], ['CREATE INDEX ON n (i)', since('public.n', 'table', true), ''], ['REINDEX TABLE n', since('public.n', 'table'), 'by_name,grams,spread,weigh'],
    ['REINDEX SCHEMA public', since('public.n', 'table', true), 'by_name,grams,puts,spread,weigh'], ['CREATE INDEX ON plain ((i + 1))', since('public.plain', 'table'), 'weigh'],
    ['CREATE INDEX ON t (i)', since('public.t', 'table', true), ''], ['CREATE INDEX ON t (w)', since('public.t', 'table', true), 'weigh'], ['CREATE INDEX ON t (i)', since('public.plain', 'anything'), 'weigh'], ['REINDEX TABLE below', since('public.below', 'table', true), 'grams,puts'],
  ])('may have been given to what was made in the same message: %s', async (sql, scope, expected) => {
    expect(await runsOf(sql, scope)).toBe(expected);
  });
});

describe('a row policy that is off', () => {
  it.each([
    ['SELECT i FROM asleep', since('public.asleep', 'guarded'), 'seen'], ['SELECT i FROM over', since('public.asleep', 'guarded'), 'seen'], ['SELECT i FROM over_over', since('public.asleep', 'guarded'), 'seen'], ['COPY asleep TO STDOUT', since('public.asleep', 'guarded'), 'seen'],
    ['SELECT i FROM asleep', since('public.asleep', 'anything'), 'seen'], ['SELECT i FROM asleep', { stale: true }, 'seen'], ['SELECT i FROM asleep', since('public.asleep', 'table', true), ''], ['SELECT i FROM asleep', since('public.plain', 'guarded'), ''],
  ])('may be on by now: %s', async (sql, scope, expected) => {
    expect(await runsOf(sql, scope)).toBe(expected);
  });

  it('is switched on by a statement, which leaves the columns as they are', async () => {
    const { redefines } = await factsOf('ALTER TABLE asleep ENABLE ROW LEVEL SECURITY', { catalog: KEPT });
    expect(redefines).toEqual([{ relation: 'public.asleep', into: 'guarded' }]);
    expect((await factsOf('SELECT i FROM plain', { catalog: KEPT, ...since('public.plain', 'guarded') })).outputs).toEqual([{ name: 'i', origins: [{ relation: 'public.plain', column: 'i' }], direct: true }]);
  });
});

it('says so when a trigger of a partition may be on by now', async () => {
  const reasons = async (scope: object) => (await factsOf('INSERT INTO under (i) VALUES (1)', { catalog: KEPT, ...scope })).unknown.filter((why) => why.includes('may be another relation'));
  expect(await reasons(since('public.under_part', 'anything'))).toEqual([expect.stringContaining('`public.under` may be another relation by now')]);
  expect(await reasons(since('public.part', 'anything'))).toEqual([]);
  expect(await reasons(since('public.under_part', 'table', true))).toEqual([]);
});
