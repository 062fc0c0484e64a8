// SPDX-License-Identifier: Apache-2.0
import { SHOP } from '../../../../support/shop.js';
import { makeCatalog } from '../../../../support/catalog.js';
import { factsOf, told } from '../../../../support/statements.js';

describe('expressions', () => {
  it.each<[string, string[]]>([
    ["SELECT lo_get(1), pg_read_file('/etc/passwd'), nextval('s'), set_config('search_path','x',true)", [
      'control+ setting search_path',
      'execute function pg_catalog.pg_read_file',
      'write sequence public.s',
      'returns lo_get ~ ?; pg_read_file ~ ?; nextval ~ nothing; set_config ~ nothing',
      'calls lo_get:harmless, pg_read_file:file, nextval:write, set_config:control',
      'session set name=search_path value=x local=true',
      'literals /etc/passwd | s | search_path | x',
    ]],
    ["SELECT set_config('standard_conforming_strings','off',false)", [
      'control setting standard_conforming_strings',
      'returns set_config ~ nothing',
      'calls set_config:control',
      'session set name=standard_conforming_strings value=off local=false',
      'forbidden: `standard_conforming_strings` makes the server read string literals in another way than the gate does',
      'literals standard_conforming_strings | off',
    ]],
    ['SELECT', [
      'read',
      'returns ',
    ]],
    ["SELECT interval '1 day', date '2020-01-01', 1::numeric(10,2), ARRAY[]::int[], (1,2)", [
      'read',
      'returns interval ~ nothing; date ~ nothing; numeric ~ nothing; array ~ nothing; row ~ nothing',
      'literals 1 day | 2020-01-01',
    ]],
    ['SELECT current_date, current_time(3), localtimestamp, user, session_user, current_role, current_catalog, current_schema', [
      'read',
      'returns current_date ~ nothing; current_time ~ nothing; localtimestamp ~ nothing; user ~ nothing; session_user ~ nothing; current_role ~ nothing; current_catalog ~ nothing; current_schema ~ nothing',
    ]],
    ['SELECT public.refund(1)', [
      'unknown function public.refund',
      'returns refund ~ ?',
      'calls public.refund:unknown',
      'unknown: `public.refund` is not a function that we know',
    ]],
    ["SELECT dblink_exec('x','drop'), query_to_xml('select 1',true,true,''), pg_sleep(1), pg_terminate_backend(1), lo_import('x')", [
      'control function pg_catalog.pg_sleep',
      'control function pg_catalog.pg_terminate_backend',
      'execute function pg_catalog.dblink_exec',
      'execute function pg_catalog.lo_import',
      'unknown function pg_catalog.query_to_xml',
      'returns dblink_exec ~ ?; query_to_xml ~ ?; pg_sleep ~ nothing; pg_terminate_backend ~ nothing; lo_import ~ ?',
      'calls dblink_exec:outside, query_to_xml:sql, pg_sleep:control, pg_terminate_backend:control, lo_import:file',
      'unknown: `query_to_xml` runs text as SQL, which nobody has read',
      'literals x | drop | select 1',
    ]],
    [`SELECT nextval('public.s'), nextval('"S"'), nextval('s'::regclass), setval($1, 2), currval('s')`, [
      'write function pg_catalog.setval',
      'write sequence public.s',
      'write sequence ~public.S',
      'returns nextval ~ nothing; nextval ~ nothing; nextval ~ nothing; setval ~ nothing; currval ~ nothing',
      'calls nextval:write, setval:write, currval:harmless',
      'literals public.s | "S" | s',
    ]],
    ['CREATE TABLE z AS EXECUTE p(refund(1))', [
      'schema relation public.z',
      'unknown function public.refund',
      'unknown prepared statement p',
      'flow public.z.* <- ?',
      'calls public.refund:unknown',
      'session ddl',
      'unknown: `public.refund` is not a function that we know',
      'unknown: there is no prepared statement `p` that we know',
    ]],
    ['SELECT 1 WHERE 1 = ANY (SELECT refund(1))', [
      'unknown function public.refund',
      'returns ?column? ~ nothing',
      'calls public.refund:unknown',
      'unknown: `public.refund` is not a function that we know',
    ]],
    ['SELECT CASE WHEN false THEN refund(1) END', [
      'unknown function public.refund',
      'returns case ~ ?',
      'calls public.refund:unknown',
      'unknown: `public.refund` is not a function that we know',
    ]],
    ['VALUES (refund(1))', [
      'unknown function public.refund',
      'returns column1 ~ ?',
      'calls public.refund:unknown',
      'unknown: `public.refund` is not a function that we know',
    ]],
    ['SELECT XMLELEMENT(NAME x, refund(1))', [
      'unknown function public.refund',
      'returns xmlelement ~ ?',
      'calls public.refund:unknown',
      'unknown: `public.refund` is not a function that we know',
    ]],
    ['SELECT XMLPARSE(CONTENT refund(1)), XMLSERIALIZE(CONTENT refund(2) AS text)', [
      'unknown function public.refund',
      'returns xmlparse ~ ?; xmlserialize ~ ?',
      'calls public.refund:unknown',
      'unknown: `public.refund` is not a function that we know',
    ]],
    ["SELECT JSON_OBJECT('a': refund(1))", [
      'unknown function public.refund',
      'returns json_object ~ ?',
      'calls public.refund:unknown',
      'unknown: `public.refund` is not a function that we know',
      'literals a',
    ]],
    ["SELECT JSON_VALUE('{}', '$' DEFAULT refund(1) ON EMPTY)", [
      'unknown function public.refund',
      'returns json_value ~ ?',
      'calls public.refund:unknown',
      'unknown: `public.refund` is not a function that we know',
      'literals {} | $',
    ]],
    ["SELECT JSON_VALUE('{}', '$' PASSING refund(1) AS x)", [
      'unknown function public.refund',
      'returns json_value ~ ?',
      'calls public.refund:unknown',
      'unknown: `public.refund` is not a function that we know',
      'literals {} | $',
    ]],
    ['SELECT ARRAY[refund(1)], ROW(refund(1)), (refund(1)).x, (ARRAY[1])[refund(1)], refund(1)::int, refund(1) COLLATE "C", NOT refund(1), refund(1) IS NULL, refund(1) IS TRUE, GREATEST(refund(1)), NULLIF(refund(1),1), GROUPING(refund(1))', [
      'unknown function public.refund',
      'returns array ~ ?; row ~ ?; x ~ ?; array ~ ?; refund ~ ?; refund ~ ?; ?column? ~ ?; ?column? ~ ?; ?column? ~ ?; greatest ~ ?; nullif ~ ?; grouping ~ nothing',
      'calls public.refund:unknown',
      'unknown: `public.refund` is not a function that we know',
    ]],
    ['SELECT f(x => refund(1)), lower(VARIADIC ARRAY[refund(1)])', [
      'unknown function pg_catalog.f',
      'unknown function public.refund',
      'returns f ~ ?; lower ~ ?',
      'calls public.refund:unknown, pg_catalog.f:unknown, lower:harmless',
      'unknown: `public.refund` is not a function that we know',
      'unknown: `pg_catalog.f` is not a function that we know',
    ]],
    ["SELECT overlaps('2020-01-01', refund(1), now(), now())", [
      'unknown function public.refund',
      'returns overlaps ~ ?',
      'calls public.refund:unknown, now:harmless, overlaps:harmless',
      'unknown: `public.refund` is not a function that we know',
      'literals 2020-01-01',
    ]],
    ["SELECT ('2020-01-01'::date, refund(1)) OVERLAPS (now(), now())", [
      'unknown function public.refund',
      'returns overlaps ~ ?',
      'calls public.refund:unknown, now:harmless, overlaps:harmless',
      'unknown: `public.refund` is not a function that we know',
      'literals 2020-01-01',
    ]],
    [`SELECT "lower"('A'), "refund"(1), U&"ref\\0075nd"(1)`, [
      'unknown function public.refund',
      'returns lower ~ nothing; refund ~ ?; refund ~ ?',
      'calls lower:harmless, public.refund:unknown',
      'unknown: `public.refund` is not a function that we know',
      'literals A',
    ]],
    ["SELECT has_table_privilege('customers','select'), pg_get_viewdef('v'), obj_description(1,'x'), pg_relation_size('t'), to_regclass('x')", [
      'read',
      'returns has_table_privilege ~ nothing; pg_get_viewdef ~ nothing; obj_description ~ nothing; pg_relation_size ~ nothing; to_regclass ~ nothing',
      'calls has_table_privilege:harmless, pg_get_viewdef:harmless, obj_description:harmless, pg_relation_size:harmless, to_regclass:harmless',
      'literals customers | select | v | x | t',
    ]],
    ['SELECT txid_current(), pg_current_xact_id(), pg_backend_pid(), version(), inet_server_addr()', [
      'read',
      'returns txid_current ~ nothing; pg_current_xact_id ~ nothing; pg_backend_pid ~ nothing; version ~ nothing; inet_server_addr ~ nothing',
      'calls txid_current:harmless, pg_current_xact_id:harmless, pg_backend_pid:harmless, version:harmless, inet_server_addr:harmless',
    ]],
    ['SELECT pg_advisory_lock(1), pg_try_advisory_lock(2)', [
      'control function pg_catalog.pg_advisory_lock',
      'control function pg_catalog.pg_try_advisory_lock',
      'returns pg_advisory_lock ~ nothing; pg_try_advisory_lock ~ nothing',
      'calls pg_advisory_lock:control, pg_try_advisory_lock:control',
    ]],
    ["SELECT currval('s'), lastval()", [
      'read',
      'returns currval ~ nothing; lastval ~ nothing',
      'calls currval:harmless, lastval:harmless',
      'literals s',
    ]],
    ["SELECT convert_from(lo_get(1),'utf8')", [
      'read',
      'returns convert_from ~ ?',
      'calls lo_get:harmless, convert_from:harmless',
      'literals utf8',
    ]],
    ["SELECT ts_stat('select 1'), ts_rewrite('a'::tsquery, 'select 1')", [
      'unknown function pg_catalog.ts_rewrite',
      'unknown function pg_catalog.ts_stat',
      'returns ts_stat ~ ?; ts_rewrite ~ ?',
      'calls ts_stat:sql, ts_rewrite:sql',
      'unknown: `ts_stat` runs text as SQL, which nobody has read',
      'unknown: `ts_rewrite` runs text as SQL, which nobody has read',
      'literals select 1 | a',
    ]],
    ['SELECT customers.nope FROM customers', [
      'read relation public.customers',
      'returns nope ~ ?',
    ]],
    ['SELECT x.* FROM t', [
      'read relation public.t',
      'returns ?',
    ]],
    ['SELECT (c).nope FROM customers c', [
      'read relation public.customers (*)',
      'returns nope ~ ?',
    ]],
    ['SELECT (lower(b)).refund FROM t', [
      'read relation public.t (b)',
      'unknown function public.refund',
      'returns refund ~ ?',
      'calls lower:harmless, public.refund:unknown',
      'unknown: `public.refund` is not a function that we know',
    ]],
    ['SELECT (refund(1)).* FROM t', [
      'read relation public.t',
      'unknown function public.refund',
      'returns ?',
      'calls public.refund:unknown',
      'unknown: `public.refund` is not a function that we know',
    ]],
    ['SELECT least(a, 1) FROM t', [
      'read relation public.t (a)',
      'returns least ~ public.t.a',
    ]],
    ['SELECT (VALUES (1))', [
      'read',
      'returns column1 ~ nothing',
    ]],
    ['SELECT (SELECT FROM t)', [
      'read relation public.t',
      'returns ?column? ~ nothing',
    ]],
    ['SELECT ARRAY(SELECT t FROM t)', [
      'read relation public.t (*)',
      'returns array ~ public.t.*',
    ]],
    ["SELECT coalesce('x', 'y') FROM t", [
      'read relation public.t',
      'returns coalesce ~ nothing',
      'literals x | y',
    ]],
    ["SELECT a FROM t WHERE (a, b) IN ((1, 'x'))", [
      'read relation public.t (a, b) where a, b',
      'returns a = public.t.a',
      'literals x',
    ]],
    ["SELECT json_arrayagg(a) FILTER (WHERE c = 'x') OVER (PARTITION BY b) FROM t", [
      'read relation public.t (a, c, b) where c, b',
      'returns json_arrayagg ~ public.t.a',
      'literals x',
    ]],
  ])('%s', async (sql, lines) => {
    expect(told(await factsOf(sql, { catalog: SHOP }))).toEqual(lines);
  });
});

describe('words that an older server takes for names', () => {
  it.each([
    ["SELECT json_value('{}'::json, '$.a')", 17], ["SELECT json_query('{}'::json, '$')", 17], ["SELECT json_exists('{}'::json, '$')", 17], ["SELECT json_scalar('a')", 17], ["SELECT json('{}')", 17],
    ["SELECT json_serialize('{}')", 17], ["SELECT json_array('a')", 16], ["SELECT json_object('a': 1)", 16], ['SELECT json_arrayagg(1)', 16], ["SELECT json_objectagg('a': 1)", 16], ['SELECT system_user', 16],
  ])('%s, before %d', async (sql, version) => {
    const unknownTo = async (serverVersion: number): Promise<number> => (await factsOf(sql, { catalog: makeCatalog({ serverVersion }) })).unknown.length;
    expect([await unknownTo(version * 10_000), await unknownTo(version * 10_000 - 1)]).toEqual([0, 1]);
  });

  it('calls what somebody made under the name of an old function', async () => {
    const unknownTo = async (serverVersion: number): Promise<number> => (await factsOf("SELECT json_object('{a,b}')", { catalog: makeCatalog({ serverVersion, functions: ['public.json_object'] }) })).unknown.length;
    expect([await unknownTo(160_000), await unknownTo(150_000)]).toEqual([0, 1]);
  });
});
