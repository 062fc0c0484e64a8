// SPDX-License-Identifier: Apache-2.0
import { SHOP } from '../../../../support/shop.js';
import { factsOf, told } from '../../../../support/statements.js';

describe('FROM', () => {
  it.each<[string, string[]]>([
    ['SELECT c FROM customers c', [
      'read relation public.customers (*)',
      'returns c ~ public.customers.*',
    ]],
    ['SELECT c.* FROM customers c', [
      'read relation public.customers (id, email, ssn)',
      'returns id = public.customers.id; email = public.customers.email; ssn = public.customers.ssn',
    ]],
    ['SELECT (c).ssn FROM customers c', [
      'read relation public.customers (*)',
      'returns ssn = public.customers.ssn',
    ]],
    ['SELECT (c.*)::text FROM customers c', [
      'read relation public.customers (*)',
      'returns c ~ public.customers.*',
    ]],
    ['SELECT row_to_json(c) FROM customers c', [
      'read relation public.customers (*)',
      'returns row_to_json ~ public.customers.*',
      'calls row_to_json:harmless',
    ]],
    ["SELECT to_jsonb(c) - 'ssn' FROM customers c", [
      'read relation public.customers (*)',
      'returns ?column? ~ public.customers.*',
      'calls to_jsonb:harmless',
      'literals ssn',
    ]],
    ['SELECT count(c) FROM customers c', [
      'read relation public.customers (*)',
      'returns count ~ nothing',
      'calls count:harmless',
    ]],
    ['SELECT count(*) FROM customers', [
      'read relation public.customers',
      'returns count ~ nothing',
      'calls count:harmless',
    ]],
    ['SELECT public.customers.ssn FROM public.customers', [
      'read relation public.customers (ssn)',
      'returns ssn = public.customers.ssn',
    ]],
    ['SELECT shop.public.customers.ssn FROM shop.public.customers', [
      'read relation public.customers (ssn)',
      'returns ssn = public.customers.ssn',
    ]],
    ['SELECT other.public.customers.ssn FROM other.public.customers', [
      'read relation other.public.customers (*)',
      'unknown database other',
      'returns ssn ~ ?',
      'unknown: `other` is another database',
    ]],
    ['SELECT x.y FROM customers AS x(q, w, y)', [
      'read relation public.customers (ssn)',
      'returns y = public.customers.ssn',
    ]],
    ['SELECT * FROM customers AS x(q, w)', [
      'read relation public.customers (id, email, ssn)',
      'returns q = public.customers.id; w = public.customers.email; ssn = public.customers.ssn',
    ]],
    ['SELECT "ssn" FROM "customers"', [
      'read relation public.customers (ssn)',
      'returns ssn = public.customers.ssn',
    ]],
    ['SELECT U&"s\\0073n" FROM U&"c\\0075stomers"', [
      'read relation public.customers (ssn)',
      'returns ssn = public.customers.ssn',
    ]],
    ['SELECT "SSN" FROM customers', [
      'read relation public.customers',
      'returns SSN ~ ?',
    ]],
    ['SELECT a FROM app.t', [
      'read relation app.t (a)',
      'returns a = app.t.a',
    ]],
    ['SELECT * FROM t NATURAL JOIN u', [
      'read relation public.t (a, b, c) where a',
      'read relation public.u (a, d) where a',
      'returns a ~ public.t.a + public.u.a; b = public.t.b; c = public.t.c; d = public.u.d',
    ]],
    ['SELECT a FROM t NATURAL JOIN u', [
      'read relation public.t (a) where a',
      'read relation public.u (a) where a',
      'returns a ~ public.t.a + public.u.a',
    ]],
    ['SELECT j.a FROM (t JOIN u USING (a)) AS j', [
      'read relation public.t (a) where a',
      'read relation public.u (a) where a',
      'returns a ~ public.t.a + public.u.a',
    ]],
    ['SELECT x.a FROM t JOIN u USING (a) AS x', [
      'read relation public.t (a) where a',
      'read relation public.u (a) where a',
      'returns a ~ public.t.a + public.u.a',
    ]],
    ['SELECT * FROM t, LATERAL (SELECT ssn FROM customers WHERE id = t.a) l', [
      'read relation public.customers (ssn, id) where id',
      'read relation public.t (a, b, c) where a',
      'returns a = public.t.a; b = public.t.b; c = public.t.c; ssn = public.customers.ssn',
    ]],
    ['SELECT (SELECT ssn FROM customers WHERE id = t.a) FROM t', [
      'read relation public.customers (ssn, id) where id',
      'read relation public.t (a) where a',
      'returns ssn = public.customers.ssn',
    ]],
    ["SELECT EXISTS (SELECT 1 FROM customers WHERE ssn = '1')", [
      'read relation public.customers (ssn) where ssn',
      'returns exists ~ nothing',
      'literals 1',
    ]],
    ['SELECT a IN (SELECT id FROM customers) FROM t', [
      'read relation public.customers (id)',
      'read relation public.t (a)',
      'returns ?column? ~ public.t.a + public.customers.id',
    ]],
    ['SELECT ARRAY(SELECT ssn FROM customers)', [
      'read relation public.customers (ssn)',
      'returns array ~ public.customers.ssn',
    ]],
    ['SELECT * FROM (VALUES (1,2)) v(a,b)', [
      'read',
      'returns a ~ nothing; b ~ nothing',
    ]],
    ['SELECT (ROW(ssn, email)).f1 FROM customers', [
      'read relation public.customers (ssn, email)',
      'returns f1 ~ public.customers.ssn + public.customers.email',
    ]],
    ['SELECT ARRAY[ssn, email] FROM customers', [
      'read relation public.customers (ssn, email)',
      'returns array ~ public.customers.ssn + public.customers.email',
    ]],
    ['SELECT (ARRAY[ssn])[1:2] FROM customers', [
      'read relation public.customers (ssn)',
      'returns array ~ public.customers.ssn',
    ]],
    ['SELECT * FROM customers TABLESAMPLE system (10) REPEATABLE (1)', [
      'read relation public.customers (id, email, ssn)',
      'returns id = public.customers.id; email = public.customers.email; ssn = public.customers.ssn',
    ]],
    ['SELECT * FROM customers TABLESAMPLE mine (10)', [
      'read relation public.customers (id, email, ssn)',
      'unknown function mine',
      'returns id = public.customers.id; email = public.customers.email; ssn = public.customers.ssn',
      'unknown: `mine` is not a sampling method that we know',
    ]],
    ["SELECT JSON_VALUE(ssn, '$.a'), JSON_QUERY(email, '$'), JSON_EXISTS(ssn, '$') FROM customers", [
      'read relation public.customers (ssn, email)',
      'returns json_value ~ public.customers.ssn; json_query ~ public.customers.email; json_exists ~ public.customers.ssn',
      'literals $.a | $',
    ]],
    ["SELECT JSON_OBJECT('a': ssn), JSON_ARRAY(email, 1), JSON_ARRAYAGG(ssn), JSON_OBJECTAGG(id: ssn) FROM customers", [
      'read relation public.customers (ssn, email, id)',
      'returns json_object ~ public.customers.ssn; json_array ~ public.customers.email; json_arrayagg ~ public.customers.ssn; json_objectagg ~ public.customers.id + public.customers.ssn',
      'literals a',
    ]],
    ['SELECT JSON(ssn), JSON_SCALAR(ssn), JSON_SERIALIZE(ssn), ssn IS JSON FROM customers', [
      'read relation public.customers (ssn)',
      'returns json ~ public.customers.ssn; json_scalar ~ public.customers.ssn; json_serialize ~ public.customers.ssn; ?column? ~ public.customers.ssn',
    ]],
    ['SELECT xmlelement(name x, xmlattributes(ssn as y), email), xmlforest(ssn), xmlserialize(content ssn::xml as text) FROM customers', [
      'read relation public.customers (ssn, email)',
      'returns xmlelement ~ public.customers.ssn + public.customers.email; xmlforest ~ public.customers.ssn; xmlserialize ~ public.customers.ssn',
    ]],
    ["SELECT CASE WHEN ssn = '1' THEN id END, COALESCE(ssn, email), NULLIF(ssn,''), GREATEST(ssn,email) FROM customers", [
      'read relation public.customers (ssn, id, email)',
      'returns case ~ public.customers.ssn + public.customers.id; coalesce ~ public.customers.ssn + public.customers.email; nullif ~ public.customers.ssn; greatest ~ public.customers.ssn + public.customers.email',
      'literals 1',
    ]],
    ['SELECT refund(id) FROM customers', [
      'read relation public.customers (id)',
      'unknown function public.refund',
      'returns refund ~ ?',
      'calls public.refund:unknown',
      'unknown: `public.refund` is not a function that we know',
    ]],
    ['SELECT c.refund FROM customers c', [
      'read relation public.customers (*)',
      'unknown function public.refund',
      'returns refund ~ ?',
      'calls public.refund:unknown',
      'unknown: `public.refund` is not a function that we know',
    ]],
    ["SELECT current_setting('search_path'), pg_typeof(ssn), length(ssn) FROM customers", [
      'read relation public.customers (ssn)',
      'returns current_setting ~ nothing; pg_typeof ~ nothing; length ~ public.customers.ssn',
      'calls current_setting:harmless, pg_typeof:harmless, length:harmless',
      'literals search_path',
    ]],
    ['SELECT ctid, tableoid, xmin FROM customers', [
      'read relation public.customers (ctid, tableoid, xmin)',
      'returns ctid = public.customers.ctid; tableoid = public.customers.tableoid; xmin = public.customers.xmin',
    ]],
    ['SELECT nope FROM customers', [
      'read relation public.customers',
      'returns nope ~ ?',
    ]],
    ['SELECT * FROM nope', [
      'read relation ~public.nope (*)',
      'returns ?',
    ]],
    ['SELECT * FROM pg_stats', [
      'read relation pg_catalog.pg_stats (*)',
      'returns ?',
    ]],
    ['SELECT relname FROM pg_class', [
      'read relation pg_catalog.pg_class (relname)',
      'returns relname = pg_catalog.pg_class.relname',
    ]],
    ['SELECT rolpassword FROM pg_authid', [
      'read relation pg_catalog.pg_authid (*)',
      'returns rolpassword ~ ?',
    ]],
    ['SELECT * FROM information_schema.tables', [
      'read relation information_schema.tables (*)',
      'returns ?',
    ]],
    ['TABLE customers', [
      'read relation public.customers (id, email, ssn)',
      'returns id = public.customers.id; email = public.customers.email; ssn = public.customers.ssn',
    ]],
    ['SELECT ssn INTO leak FROM customers', [
      'read relation public.customers (ssn)',
      'schema relation public.leak',
      'flow public.leak.ssn <- public.customers.ssn',
      'session ddl',
    ]],
    ['SELECT ssn INTO TEMP leak FROM customers', [
      'read relation public.customers (ssn)',
      'schema relation pg_temp.leak',
      'flow pg_temp.leak.ssn <- public.customers.ssn',
      'session temp name=leak',
    ]],
    ['CREATE TABLE leak AS SELECT ssn AS x FROM customers', [
      'read relation public.customers (ssn)',
      'schema relation public.leak',
      'flow public.leak.x <- public.customers.ssn',
      'session ddl',
    ]],
    ['CREATE TABLE leak(y) AS TABLE customers', [
      'read relation public.customers (id, email, ssn)',
      'schema relation public.leak',
      'flow public.leak.email <- public.customers.email',
      'flow public.leak.ssn <- public.customers.ssn',
      'flow public.leak.y <- public.customers.id',
      'session ddl',
    ]],
    ['SELECT * FROM ONLY customers', [
      'read relation public.customers (id, email, ssn)',
      'returns id = public.customers.id; email = public.customers.email; ssn = public.customers.ssn',
    ]],
    ['SELECT * FROM customers *', [
      'read relation public.customers (id, email, ssn)',
      'returns id = public.customers.id; email = public.customers.email; ssn = public.customers.ssn',
    ]],
    ['SELECT a.ssn, b.ssn FROM customers a, customers b WHERE a.id = b.id', [
      'read relation public.customers (ssn, id) where id',
      'returns ssn = public.customers.ssn; ssn = public.customers.ssn',
    ]],
    ['SELECT ssn FROM (customers CROSS JOIN orders)', [
      'read relation public.customers (ssn)',
      'read relation public.orders',
      'returns ssn = public.customers.ssn',
    ]],
    ['SELECT * FROM (SELECT id FROM customers) AS q(x) WHERE x = 1', [
      'read relation public.customers (id) where id',
      'returns x = public.customers.id',
    ]],
    ['SELECT q FROM (SELECT id, ssn FROM customers) q', [
      'read relation public.customers (id, ssn)',
      'returns q ~ public.customers.id + public.customers.ssn',
    ]],
    ['SELECT (q).ssn FROM (SELECT id, ssn FROM customers) q', [
      'read relation public.customers (id, ssn)',
      'returns ssn = public.customers.ssn',
    ]],
    ['SELECT * FROM (SELECT c FROM customers c) q', [
      'read relation public.customers (*)',
      'returns c ~ public.customers.*',
    ]],
    ['SELECT (q.c).ssn FROM (SELECT c FROM customers c) q', [
      'read relation public.customers (*)',
      'returns ssn = public.customers.ssn',
    ]],
    ['SELECT (SELECT (c).* FROM customers c)', [
      'read relation public.customers (*)',
      'returns id = public.customers.id',
    ]],
    ['SELECT id, (SELECT count(*) FROM orders o WHERE o.customer_id = customers.id) FROM customers', [
      'read relation public.customers (id) where id',
      'read relation public.orders (customer_id) where customer_id',
      'returns id = public.customers.id; count ~ nothing',
      'calls count:harmless',
    ]],
    ['SELECT * FROM customers WHERE (id, ssn) IN (SELECT a, b FROM t)', [
      'read relation public.customers (id, email, ssn) where id, ssn',
      'read relation public.t (a, b) where a, b',
      'returns id = public.customers.id; email = public.customers.email; ssn = public.customers.ssn',
    ]],
    ['SELECT * FROM customers WHERE id = ALL (SELECT a FROM t)', [
      'read relation public.customers (id, email, ssn) where id',
      'read relation public.t (a) where a',
      'returns id = public.customers.id; email = public.customers.email; ssn = public.customers.ssn',
    ]],
    ["SELECT coalesce((SELECT ssn FROM customers), '') || 'x'", [
      'read relation public.customers (ssn)',
      'returns ?column? ~ public.customers.ssn',
      'literals x',
    ]],
    ['SELECT generate_series(1, id), ssn FROM customers', [
      'read relation public.customers (id, ssn) where id',
      'returns generate_series ~ public.customers.id; ssn = public.customers.ssn',
      'calls generate_series:harmless',
    ]],
    ['SELECT a.id FROM customers a WHERE EXISTS (SELECT FROM orders WHERE customer_id = a.id)', [
      'read relation public.customers (id) where id',
      'read relation public.orders (customer_id) where customer_id',
      'returns id = public.customers.id',
    ]],
    ['SELECT FROM customers', [
      'read relation public.customers',
      'returns ',
    ]],
    ['SELECT ssn::text COLLATE "C" FROM customers', [
      'read relation public.customers (ssn)',
      'returns ssn ~ public.customers.ssn',
    ]],
    ["SELECT ssn AT TIME ZONE 'x', extract(year from email::date), position('a' in ssn), substring(ssn from 1 for 2), overlay(ssn placing 'x' from 1), trim(both from ssn), ssn IS NORMALIZED FROM customers", [
      'read relation public.customers (ssn, email)',
      'returns timezone ~ public.customers.ssn; extract ~ public.customers.email; position ~ public.customers.ssn; substring ~ public.customers.ssn; overlay ~ public.customers.ssn; btrim ~ public.customers.ssn; is_normalized ~ public.customers.ssn',
      'calls timezone:harmless, extract:harmless, position:harmless, substring:harmless, overlay:harmless, btrim:harmless, is_normalized:harmless',
      'literals x | year | a',
    ]],
    ["SELECT ssn OPERATOR(pg_catalog.||) 'x', ssn OPERATOR(public.||) 'y' FROM customers", [
      'read relation public.customers (ssn)',
      'unknown operator public.||',
      'returns ?column? ~ public.customers.ssn; ?column? ~ public.customers.ssn',
      'unknown: `public.||` is not an operator that we know',
      'literals x | y',
    ]],
    ['SELECT lower(ssn) FROM customers', [
      'read relation public.customers (ssn)',
      'returns lower ~ public.customers.ssn',
      'calls lower:harmless',
    ]],
    ['SELECT pg_catalog.lower(ssn), public.lower(ssn) FROM customers', [
      'read relation public.customers (ssn)',
      'unknown function public.lower',
      'returns lower ~ public.customers.ssn; lower ~ ?',
      'calls lower:harmless, public.lower:unknown',
      'unknown: `public.lower` is not a function that we know',
    ]],
    ['SELECT * FROM s', [
      'read relation public.s (last_value, log_cnt, is_called)',
      'returns last_value = public.s.last_value; log_cnt = public.s.log_cnt; is_called = public.s.is_called',
    ]],
    ['SELECT * FROM t WHERE a = ANY($1) AND b = $2', [
      'read relation public.t (a, b, c) where a, b',
      'returns a = public.t.a; b = public.t.b; c = public.t.c',
    ]],
    ["SELECT XMLPARSE(DOCUMENT ssn), XMLPI(NAME x, ssn), XMLROOT(ssn::xml, version '1.0'), XMLCONCAT(ssn::xml) FROM customers", [
      'read relation public.customers (ssn)',
      'returns xmlparse ~ public.customers.ssn; xmlpi ~ public.customers.ssn; xmlroot ~ public.customers.ssn; xmlconcat ~ public.customers.ssn',
      'literals 1.0',
    ]],
    ["SELECT JSON_ARRAY(SELECT ssn FROM customers), JSON_QUERY(ssn, '$' PASSING email AS x DEFAULT id ON EMPTY) FROM customers", [
      'read relation public.customers (ssn, email, id)',
      'returns json_array ~ public.customers.ssn; json_query ~ public.customers.ssn + public.customers.email + public.customers.id',
      'literals $',
    ]],
    ["SELECT max(id) FILTER (WHERE ssn = '1') OVER (PARTITION BY email ROWS BETWEEN 1 PRECEDING AND CURRENT ROW) FROM customers", [
      'read relation public.customers (id, ssn, email) where ssn, email',
      'returns max ~ public.customers.id',
      'calls max:harmless',
      'literals 1',
    ]],
    ['SELECT * FROM customers NATURAL LEFT JOIN (SELECT id, ssn AS x FROM customers) z', [
      'read relation public.customers (id, ssn, email) where id',
      'returns id = public.customers.id; email = public.customers.email; ssn = public.customers.ssn; x = public.customers.ssn',
    ]],
    ['SELECT id FROM customers JOIN orders USING (id) WHERE orders.id = 1', [
      'read relation public.customers (id) where id',
      'read relation public.orders (id) where id',
      'returns id ~ public.customers.id + public.orders.id',
    ]],
    ['SELECT * FROM customers c RIGHT JOIN LATERAL (SELECT c.ssn AS q) l ON true', [
      'read relation public.customers (ssn, id, email)',
      'returns id = public.customers.id; email = public.customers.email; ssn = public.customers.ssn; q = public.customers.ssn',
    ]],
    ['SELECT t.a FROM app.t', [
      'read relation app.t (a)',
      'returns a = app.t.a',
    ]],
    ['SELECT app.t.a FROM app.t', [
      'read relation app.t (a)',
      'returns a = app.t.a',
    ]],
    ['SELECT public.t.a FROM app.t', [
      'read relation app.t',
      'returns a ~ ?',
    ]],
    ['SELECT customers.ssn FROM customers c', [
      'read relation public.customers',
      'returns ssn ~ ?',
    ]],
    ['SELECT * FROM customers c(id, ssn, email)', [
      'read relation public.customers (id, email, ssn)',
      'returns id = public.customers.id; ssn = public.customers.email; email = public.customers.ssn',
    ]],
    ['SELECT lo_from_bytea(0, ssn::bytea) FROM customers', [
      'read relation public.customers (ssn)',
      'write function pg_catalog.lo_from_bytea',
      'returns lo_from_bytea ~ public.customers.ssn',
      'flow pg_catalog.lo_from_bytea.* <- public.customers.ssn',
      'calls lo_from_bytea:write',
    ]],
    ["SELECT ssn FROM customers WHERE ssn LIKE '1%'", [
      'read relation public.customers (ssn) where ssn',
      'returns ssn = public.customers.ssn',
      'literals 1%',
    ]],
    ['SELECT * FROM customers TABLESAMPLE bernoulli (refund(1))', [
      'read relation public.customers (id, email, ssn)',
      'unknown function public.refund',
      'returns id = public.customers.id; email = public.customers.email; ssn = public.customers.ssn',
      'calls public.refund:unknown',
      'unknown: `public.refund` is not a function that we know',
    ]],
    ['SELECT count(*) FILTER (WHERE refund(id) > 1) FROM customers', [
      'read relation public.customers (id) where id',
      'unknown function public.refund',
      'returns count ~ nothing',
      'calls public.refund:unknown, count:harmless',
      'unknown: `public.refund` is not a function that we know',
    ]],
    ['SELECT sum(id) OVER (ROWS refund(1) PRECEDING) FROM customers', [
      'read relation public.customers (id)',
      'unknown function public.refund',
      'returns sum ~ public.customers.id',
      'calls public.refund:unknown, sum:harmless',
      'unknown: `public.refund` is not a function that we know',
    ]],
    ['SELECT * FROM (VALUES (refund(1))) v', [
      'unknown function public.refund',
      'returns column1 ~ ?',
      'calls public.refund:unknown',
      'unknown: `public.refund` is not a function that we know',
    ]],
    ['SELECT * FROM customers JOIN orders ON refund(1) > 0', [
      'read relation public.customers (id, email, ssn)',
      'read relation public.orders (id, customer_id, total)',
      'unknown function public.refund',
      'returns id = public.customers.id; email = public.customers.email; ssn = public.customers.ssn; id = public.orders.id; customer_id = public.orders.customer_id; total = public.orders.total',
      'calls public.refund:unknown',
      'unknown: `public.refund` is not a function that we know',
    ]],
    ["SELECT nextval('s') FROM customers", [
      'read relation public.customers',
      'write sequence public.s',
      'returns nextval ~ nothing',
      'calls nextval:write',
      'literals s',
    ]],
    ['SELECT customers.lower FROM customers', [
      'read relation public.customers (*)',
      'returns lower ~ public.customers.*',
      'calls lower:harmless',
    ]],
    ['SELECT customers.refund FROM customers', [
      'read relation public.customers (*)',
      'unknown function public.refund',
      'returns refund ~ ?',
      'calls public.refund:unknown',
      'unknown: `public.refund` is not a function that we know',
    ]],
    ['SELECT (customers).refund FROM customers', [
      'read relation public.customers (*)',
      'unknown function public.refund',
      'returns refund ~ ?',
      'calls public.refund:unknown',
      'unknown: `public.refund` is not a function that we know',
    ]],
    ['SELECT (c).* FROM (SELECT customers AS c FROM customers) q', [
      'read relation public.customers (*)',
      'returns id = public.customers.id; email = public.customers.email; ssn = public.customers.ssn',
    ]],
    ['SELECT a.b.c FROM a.b', [
      'read relation a.b (*)',
      'returns c ~ ?',
    ]],
    ['SELECT * FROM pg_stat_activity', [
      'read relation pg_catalog.pg_stat_activity (*)',
      'returns ?',
    ]],
    ['SELECT pid, state FROM pg_stat_activity', [
      'read relation pg_catalog.pg_stat_activity (*)',
      'returns pid = pg_catalog.pg_stat_activity.pid; state = pg_catalog.pg_stat_activity.state',
    ]],
    ["SELECT xpath('/a', ssn::xml), xmlexists('/a' passing ssn) FROM customers", [
      'read relation public.customers (ssn)',
      'returns xpath ~ public.customers.ssn; xmlexists ~ public.customers.ssn',
      'calls xpath:harmless, xmlexists:harmless',
      'literals /a',
    ]],
    ["SELECT format('%s', ssn), concat(ssn, email), quote_literal(ssn), md5(ssn), encode(ssn::bytea,'hex'), left(ssn,1), ascii(ssn), string_to_table(ssn,''), regexp_matches(ssn,'.') FROM customers", [
      'read relation public.customers (ssn, email) where ssn',
      'returns format ~ public.customers.ssn; concat ~ public.customers.ssn + public.customers.email; quote_literal ~ public.customers.ssn; md5 ~ public.customers.ssn; encode ~ public.customers.ssn; left ~ public.customers.ssn; ascii ~ public.customers.ssn; string_to_table ~ public.customers.ssn; regexp_matches ~ public.customers.ssn',
      'calls format:harmless, concat:harmless, quote_literal:harmless, md5:harmless, encode:harmless, left:harmless, ascii:harmless, string_to_table:harmless, regexp_matches:harmless',
      'literals %s | hex | .',
    ]],
    ['SELECT * FROM t CROSS JOIN u', [
      'read relation public.t (a, b, c)',
      'read relation public.u (a, d)',
      'returns a = public.t.a; b = public.t.b; c = public.t.c; a = public.u.a; d = public.u.d',
    ]],
    ['SELECT * FROM t FULL JOIN u ON t.a = u.a', [
      'read relation public.t (a, b, c) where a',
      'read relation public.u (a, d) where a',
      'returns a = public.t.a; b = public.t.b; c = public.t.c; a = public.u.a; d = public.u.d',
    ]],
    ['SELECT x FROM t AS j(x) JOIN u USING (a)', [
      'read relation public.t (a)',
      'read relation public.u (a) where a',
      'returns x = public.t.a',
    ]],
    ['SELECT * FROM (t JOIN u USING (a)) AS j(x) WHERE j.x = 1', [
      'read relation public.t (a, b, c) where a',
      'read relation public.u (a, d) where a',
      'returns x ~ public.t.a + public.u.a; b = public.t.b; c = public.t.c; d = public.u.d',
    ]],
    ['SELECT t.a FROM (t JOIN u USING (a)) AS j', [
      'read relation public.t (a) where a',
      'read relation public.u (a) where a',
      'returns a ~ ?',
    ]],
    ['SELECT * FROM nope n JOIN t USING (a)', [
      'read relation public.t (a, b, c) where a',
      'read relation ~public.nope (*)',
      'returns ?',
    ]],
    ['SELECT * FROM t NATURAL JOIN nope', [
      'read relation public.t (a, b, c)',
      'read relation ~public.nope (*)',
      'returns ?',
    ]],
    ['SELECT * FROM (SELECT a FROM t) q, (SELECT q.a) r', [
      'read relation public.t (a)',
      'returns a = public.t.a; a ~ ?',
    ]],
    ['SELECT * FROM t, (SELECT a FROM u WHERE u.a = t.a) x', [
      'read relation public.t (a, b, c)',
      'read relation public.u (a) where a',
      'returns a = public.t.a; b = public.t.b; c = public.t.c; a = public.u.a',
    ]],
    ['SELECT * FROM t WHERE a IN (SELECT a FROM u WHERE b = d)', [
      'read relation public.t (a, b, c) where a, b',
      'read relation public.u (a, d) where a, d',
      'returns a = public.t.a; b = public.t.b; c = public.t.c',
    ]],
    ['SELECT x.refund FROM nowhere x', [
      'read relation ~public.nowhere (*)',
      'unknown function public.refund',
      'returns refund ~ ?',
      'calls public.refund:unknown',
      'unknown: `public.refund` is not a function that we know',
    ]],
    ['SELECT a FROM t, u', [
      'read relation public.t (a)',
      'read relation public.u (a)',
      'returns a ~ public.t.a + public.u.a',
    ]],
    ['SELECT * FROM t JOIN u USING (nope)', [
      'read relation public.t (a, b, c)',
      'read relation public.u (a, d)',
      'returns nope ~ ?; a = public.t.a; b = public.t.b; c = public.t.c; a = public.u.a; d = public.u.d',
    ]],
    ['SELECT q.foo FROM (SELECT * FROM t, nowhere) q', [
      'read relation public.t (a, b, c)',
      'read relation ~public.nowhere (*)',
      'returns foo ~ ?',
    ]],
    ["SELECT * FROM (SELECT 'x', n.* FROM nowhere n) q", [
      'read relation ~public.nowhere (*)',
      'returns ?',
      'literals x',
    ]],
    ['SELECT (x).nope FROM customers AS x(a, b)', [
      'read relation public.customers (*)',
      'returns nope ~ ?',
    ]],
    ['SELECT (x).a, (x).ssn FROM customers AS x(a, b)', [
      'read relation public.customers (*)',
      'returns a ~ public.customers.id; ssn ~ public.customers.ssn',
    ]],
  ])('%s', async (sql, lines) => {
    expect(told(await factsOf(sql, { catalog: SHOP }))).toEqual(lines);
  });
});

describe('FROM without a catalog', () => {
  it.each<[string, string[]]>([
    ['SELECT (SELECT * FROM u)', [
      'read relation ~public.u (*)',
      'returns * ~ public.u.*',
    ]],
    ['SELECT q.a FROM (SELECT (SELECT * FROM u), a FROM t) q', [
      'read relation ~public.t (a)',
      'read relation ~public.u (*)',
      'returns a ~ public.u.* + public.t.a',
    ]],
    ['SELECT * FROM CAST((SELECT * FROM u) AS int)', [
      'read relation ~public.u (*)',
      'unknown',
      'returns * ~ public.u.*',
      "unknown: what a FROM item is called can't be told",
    ]],
    // Whole rows in rows of VALUES: nobody knows which column comes to which.
    ['MERGE INTO t USING u ON t.a = u.a WHEN NOT MATCHED THEN INSERT VALUES (u.*)', [
      'read relation public.t (a) where a',
      'read relation ~public.u (*) where a',
      'write relation ~public.t (*)',
      'flow public.t.* <- ?',
    ]],
  ])('%s', async (sql, lines) => {
    expect(told(await factsOf(sql))).toEqual(lines);
  });
});
