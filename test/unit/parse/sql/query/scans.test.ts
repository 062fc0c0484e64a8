// SPDX-License-Identifier: Apache-2.0
import { SHOP } from '../../../../support/shop.js';
import { factsOf, told } from '../../../../support/statements.js';

describe('functions and tables made of values in FROM', () => {
  it.each<[string, string[]]>([
    ['SELECT * FROM unnest(ARRAY[1,2]) u', [
      'read',
      'returns u ~ nothing',
      'calls unnest:harmless',
    ]],
    ['SELECT * FROM unnest((SELECT array_agg(ssn) FROM customers)) u', [
      'read relation public.customers (ssn) where ssn',
      'returns ?',
      'calls array_agg:harmless, unnest:harmless',
    ]],
    ['SELECT * FROM generate_series(1,3) g(i)', [
      'read',
      'returns i ~ nothing',
      'calls generate_series:harmless',
    ]],
    ["SELECT * FROM ROWS FROM (generate_series(1,2), unnest(ARRAY['a'])) WITH ORDINALITY AS z(a,b,c)", [
      'read',
      'returns a ~ nothing; b ~ nothing; c ~ nothing',
      'calls generate_series:harmless, unnest:harmless',
      'literals a',
    ]],
    ["SELECT x FROM customers, XMLTABLE('/r' PASSING xmlparse(document ssn) COLUMNS x text PATH 'a')", [
      'read relation public.customers (ssn) where ssn',
      'returns x ~ public.customers.ssn',
      'literals /r | a',
    ]],
    ["SELECT jt.* FROM customers, JSON_TABLE(ssn::jsonb, '$[*]' COLUMNS (a int PATH '$.a', NESTED PATH '$.b[*]' COLUMNS (b text PATH '$'))) jt", [
      'read relation public.customers (ssn) where ssn',
      'returns a ~ public.customers.ssn; b ~ public.customers.ssn',
    ]],
    ['SELECT x.value FROM customers, jsonb_each_text(to_jsonb(customers)) x', [
      'read relation public.customers (*) where *',
      'returns value ~ public.customers.*',
      'calls to_jsonb:harmless, jsonb_each_text:harmless',
    ]],
    ["SELECT x.* FROM customers, json_populate_record(NULL::customers, '{}') x", [
      'read relation public.customers',
      'returns ?',
      'calls json_populate_record:harmless',
      'literals {}',
    ]],
    ["SELECT * FROM json_to_record('{}') AS x(a int, b text)", [
      'read',
      'returns a ~ nothing; b ~ nothing',
      'calls json_to_record:harmless',
      'literals {}',
    ]],
    ['SELECT * FROM pg_catalog.generate_series(1,2)', [
      'read',
      'returns generate_series ~ nothing',
      'calls generate_series:harmless',
    ]],
    ['SELECT * FROM generate_series(1, refund(1))', [
      'unknown function public.refund',
      'returns ?',
      'calls public.refund:unknown, generate_series:harmless',
      'unknown: `public.refund` is not a function that we know',
    ]],
    ["SELECT * FROM JSON_TABLE('[]', '$' PASSING refund(1) AS x COLUMNS (a int PATH '$' DEFAULT refund(2) ON ERROR))", [
      'unknown function public.refund',
      'returns a ~ ?',
      'calls public.refund:unknown',
      'unknown: `public.refund` is not a function that we know',
      'literals []',
    ]],
    ["SELECT * FROM XMLTABLE(XMLNAMESPACES(refund(1) AS x), '/r' PASSING '<r/>' COLUMNS a int DEFAULT refund(1))", [
      'unknown function public.refund',
      'returns a ~ ?',
      'calls public.refund:unknown',
      'unknown: `public.refund` is not a function that we know',
      'literals <r/> | /r',
    ]],
    ['SELECT * FROM ROWS FROM (refund(1) AS (a int))', [
      'unknown function public.refund',
      'returns a ~ ?',
      'calls public.refund:unknown',
      'unknown: `public.refund` is not a function that we know',
    ]],
    ["SELECT * FROM unnest(ARRAY[1], ARRAY['a']) AS z", [
      'read',
      'returns unnest ~ nothing; unnest ~ nothing',
      'calls unnest:harmless',
      'literals a',
    ]],
    ["SELECT * FROM unnest(ARRAY[1], ARRAY['a']) WITH ORDINALITY AS z(a, b, c)", [
      'read',
      'returns a ~ nothing; b ~ nothing; c ~ nothing',
      'calls unnest:harmless',
      'literals a',
    ]],
    ['SELECT * FROM pg_get_keywords()', [
      'read',
      'returns word ~ nothing; catcode ~ nothing; barelabel ~ nothing; catdesc ~ nothing; baredesc ~ nothing',
      'calls pg_get_keywords:harmless',
    ]],
    ['SELECT word FROM pg_get_keywords() k', [
      'read',
      'returns word ~ nothing',
      'calls pg_get_keywords:harmless',
    ]],
    ['SELECT * FROM current_date', [
      'read',
      'returns current_date ~ nothing',
    ]],
    ['SELECT * FROM current_date AS d', [
      'read',
      'returns d ~ nothing',
    ]],
    ['SELECT * FROM CAST(1 AS int) AS x', [
      'read',
      'returns ?',
    ]],
    ['SELECT * FROM COALESCE(1, 2) AS x', [
      'read',
      'returns ?',
    ]],
    ["SELECT * FROM customers, LATERAL unnest(string_to_array(ssn, '-')) AS part", [
      'read relation public.customers (ssn, id, email) where ssn',
      'returns id = public.customers.id; email = public.customers.email; ssn = public.customers.ssn; part ~ public.customers.ssn',
      'calls string_to_array:harmless, unnest:harmless',
      'literals -',
    ]],
    ["SELECT * FROM json_to_recordset('[]') AS (a int, b text)", [
      'read',
      'returns a ~ nothing; b ~ nothing',
      'calls json_to_recordset:harmless',
      'literals []',
    ]],
    ["SELECT * FROM ROWS FROM (json_to_record('{}') AS (a int), now()) AS z", [
      'read',
      'returns a ~ nothing; now ~ nothing',
      'calls json_to_record:harmless, now:harmless',
      'literals {}',
    ]],
    ["SELECT * FROM XMLTABLE('/r' PASSING '<r/>' COLUMNS a int, n FOR ORDINALITY)", [
      'read',
      'returns a ~ nothing; n ~ nothing',
      'literals <r/> | /r',
    ]],
    ["SELECT * FROM JSON_TABLE('[]', '$[*]' COLUMNS (n FOR ORDINALITY, e int EXISTS PATH '$', NESTED '$.x' COLUMNS (y text FORMAT JSON PATH '$')) ERROR ON ERROR) AS j", [
      'read',
      'returns n ~ nothing; e ~ nothing; y ~ nothing',
      'literals []',
    ]],
    ['SELECT * FROM customers CROSS JOIN LATERAL jsonb_to_record(to_jsonb(ssn)) AS x(q text)', [
      'read relation public.customers (ssn, id, email)',
      'returns id = public.customers.id; email = public.customers.email; ssn = public.customers.ssn; q ~ public.customers.ssn',
      'calls to_jsonb:harmless, jsonb_to_record:harmless',
    ]],
    ['SELECT * FROM refund(1)', [
      'unknown function public.refund',
      'returns ?',
      'calls public.refund:unknown',
      'unknown: `public.refund` is not a function that we know',
    ]],
    ['SELECT * FROM refund(1) AS (a int)', [
      'unknown function public.refund',
      'returns a ~ ?',
      'calls public.refund:unknown',
      'unknown: `public.refund` is not a function that we know',
    ]],
  ])('%s', async (sql, lines) => {
    expect(told(await factsOf(sql, { catalog: SHOP }))).toEqual(lines);
  });
});
