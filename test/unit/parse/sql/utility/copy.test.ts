// SPDX-License-Identifier: Apache-2.0
import { SHOP } from '../../../../support/shop.js';
import { factsOf, told } from '../../../../support/statements.js';

describe('COPY', () => {
  it.each<[string, string[]]>([
    ["COPY t TO STDOUT (FORMAT csv, QUOTE E'\\n')", [
      'read relation public.t (a, b, c)',
      'unknown',
      'returns a = public.t.a; b = public.t.b; c = public.t.c',
      'unknown: the COPY option `quote` is a line feed',
    ]],
    ["COPY nope TO '/tmp/x'", [
      'execute file /tmp/x',
      'read relation ~public.nope (*)',
      'flow /tmp/x.* <- ?',
    ]],
    ['COPY customers TO STDOUT', [
      'read relation public.customers (id, email, ssn)',
      'returns id = public.customers.id; email = public.customers.email; ssn = public.customers.ssn',
    ]],
    ['COPY customers (id, ssn) TO STDOUT WITH (FORMAT csv, HEADER)', [
      'read relation public.customers (id, ssn)',
      'returns id = public.customers.id; ssn = public.customers.ssn',
    ]],
    ['COPY (SELECT ssn FROM customers) TO STDOUT', [
      'read relation public.customers (ssn)',
      'returns ssn = public.customers.ssn',
    ]],
    ['COPY (DELETE FROM t RETURNING *) TO STDOUT', [
      'destroy relation public.t',
      'read relation public.t (a, b, c)',
      'returns a = public.t.a; b = public.t.b; c = public.t.c',
    ]],
    ['COPY customers FROM STDIN', [
      'write relation public.customers (*)',
    ]],
    ['COPY customers (id) FROM STDIN (FORMAT binary) WHERE id > refund(1)', [
      'unknown function public.refund',
      'write relation public.customers (id)',
      'calls public.refund:unknown',
      'unknown: `public.refund` is not a function that we know',
    ]],
    ["COPY customers TO '/tmp/x'", [
      'execute file /tmp/x',
      'read relation public.customers (id, email, ssn)',
      'flow /tmp/x.* <- public.customers.id, public.customers.email, public.customers.ssn',
    ]],
    ["COPY customers FROM PROGRAM 'curl x'", [
      'execute program *',
      'write relation public.customers (*)',
    ]],
    ["COPY customers TO STDOUT (ENCODING 'LATIN1')", [
      'read relation public.customers (id, email, ssn)',
      'returns id = public.customers.id; email = public.customers.email; ssn = public.customers.ssn',
      'forbidden: the COPY option `encoding` makes the server read bytes in another way than the gate does; use UTF8',
    ]],
    ['COPY customers TO STDOUT (FORMAT parquet)', [
      'read relation public.customers (id, email, ssn)',
      'unknown',
      'returns id = public.customers.id; email = public.customers.email; ssn = public.customers.ssn',
      'unknown: its format is not one that we know',
    ]],
    ["COPY customers TO STDOUT CSV DELIMITER ';' QUOTE '''' NULL 'x' FORCE QUOTE *", [
      'read relation public.customers (id, email, ssn)',
      'returns id = public.customers.id; email = public.customers.email; ssn = public.customers.ssn',
    ]],
    ['COPY v TO STDOUT', [
      'read relation public.customers (ssn, id, email) where ssn',
      'read relation public.v (id, mail)',
      'returns id = public.v.id + public.customers.id; mail = public.v.mail + public.customers.email',
    ]],
    ['COPY customers TO STDOUT (FORMAT json)', [
      'unknown',
      'returns ?',
      'unknown: syntax error at or near `FORMAT`',
    ]],
    ["COPY t TO PROGRAM 'cat'", [
      'execute program *',
      'read relation public.t (a, b, c)',
      'flow cat.* <- public.t.a, public.t.b, public.t.c',
    ]],
    ['COPY t TO STDOUT (HEADER false, DELIMITER 5)', [
      'read relation public.t (a, b, c)',
      'returns a = public.t.a; b = public.t.b; c = public.t.c',
    ]],
    ['COPY t FROM STDIN (HEADER match, NULL 0)', [
      'write relation public.t (*)',
    ]],
    ['COPY t TO STDOUT (HEADER 0, FORCE_QUOTE (a), FORCE_NULL *)', [
      'read relation public.t (a, b, c)',
      'returns a = public.t.a; b = public.t.b; c = public.t.c',
    ]],
    ["COPY t TO STDOUT (DELIMITER 'xx')", [
      'read relation public.t (a, b, c)',
      'unknown',
      'returns a = public.t.a; b = public.t.b; c = public.t.c',
      'unknown: the COPY option `delimiter` is not one byte',
    ]],
    ["COPY t TO STDOUT (DELIMITER ';', DELIMITER ',')", [
      'read relation public.t (a, b, c)',
      'unknown',
      'returns a = public.t.a; b = public.t.b; c = public.t.c',
      'unknown: the COPY option `delimiter` is given twice',
    ]],
    ['COPY t TO STDOUT (BOGUS)', [
      'read relation public.t (a, b, c)',
      'unknown',
      'returns a = public.t.a; b = public.t.b; c = public.t.c',
      'unknown: `bogus` is not a COPY option that we know',
    ]],
    ['COPY t TO STDOUT (FORMAT (csv))', [
      'read relation public.t (a, b, c)',
      'unknown',
      'returns a = public.t.a; b = public.t.b; c = public.t.c',
      'unknown: the value of the COPY option `format` is not a single word',
    ]],
    ['COPY t TO STDOUT (ENCODING (latin1))', [
      'read relation public.t (a, b, c)',
      'unknown',
      'returns a = public.t.a; b = public.t.b; c = public.t.c',
      'unknown: the value of the COPY option `encoding` is not a single word',
    ]],
    ['COPY t TO STDOUT (NULL 1.5)', [
      'read relation public.t (a, b, c)',
      'unknown',
      'returns a = public.t.a; b = public.t.b; c = public.t.c',
      'unknown: the value of the COPY option `null` is not a single word',
    ]],
    ["COPY t TO STDOUT (FORMAT csv, QUOTE E'\\'', ESCAPE '!')", [
      'read relation public.t (a, b, c)',
      'returns a = public.t.a; b = public.t.b; c = public.t.c',
    ]],
    ["COPY t TO STDOUT (FORMAT text, ENCODING 'UTF8')", [
      'read relation public.t (a, b, c)',
      'returns a = public.t.a; b = public.t.b; c = public.t.c',
    ]],
    ["COPY t (a) TO '/x' (FORMAT binary)", [
      'execute file /x',
      'read relation public.t (a)',
      'flow /x.* <- public.t.a',
    ]],
    ['COPY nope TO STDOUT', [
      'read relation ~public.nope (*)',
      'returns ?',
    ]],
    ['COPY app.t FROM STDIN CSV', [
      'write relation app.t (*)',
    ]],
    ["COPY t FROM STDIN WHERE a > 1 AND lower(b) = 'x'", [
      'write relation public.t (*)',
      'calls lower:harmless',
      'literals x',
    ]],
    ['COPY (SELECT 1 INTO z) TO STDOUT', [
      'schema relation public.z',
      'session ddl',
    ]],
    ['COPY (MERGE INTO t USING u ON t.a = u.a WHEN MATCHED THEN DELETE RETURNING t.b) TO STDOUT', [
      'read relation public.t (a, b) where a',
      'read relation public.u (a) where a',
      'write relation public.t',
      'returns b = public.t.b',
    ]],
    ['COPY t TO STDOUT CSV HEADER', [
      'read relation public.t (a, b, c)',
      'returns a = public.t.a; b = public.t.b; c = public.t.c',
    ]],
    ["COPY (DELETE FROM t WHERE a = 1) TO '/tmp/x'", [
      'execute file /tmp/x',
      'read relation public.t (a) where a',
      'write relation public.t',
    ]],
    ["COPY t TO PROGRAM ''", [
      'execute program *',
      'read relation public.t (a, b, c)',
      'flow program.* <- public.t.a, public.t.b, public.t.c',
    ]],
    ["COPY (SELECT 1) TO '/tmp/x'", [
      'execute file /tmp/x',
    ]],
  ])('%s', async (sql, lines) => {
    expect(told(await factsOf(sql, { catalog: SHOP }))).toEqual(lines);
  });
});
