// SPDX-License-Identifier: Apache-2.0
//
// Rows of a plan, from what EXPLAIN prints; and parameters bound again as they were.
import { readParameters, wireParameter } from '../../../../../src/proxy/postgres/protocol/parameters.js';
import { planRows } from '../../../../../src/proxy/postgres/impact/plan-rows.js';
import { Frame } from '../../../../../src/proxy/postgres/protocol/frames.js';
import { makeCatalog } from '../../../../support/catalog.js';
import { bind } from '../../../../support/talk.js';

const node = (rows: unknown, more: Record<string, unknown> = {}): Record<string, unknown> => ({ 'Node Type': 'Seq Scan', 'Plan Rows': rows, ...more });
const modify = (...plans: Record<string, unknown>[]): Record<string, unknown> => node(0, { 'Node Type': 'ModifyTable', Plans: plans });
const outer = (rows: unknown, more: Record<string, unknown> = {}): Record<string, unknown> => node(rows, { 'Parent Relationship': 'Outer', ...more });

it.each<[string, unknown, number | null]>([
  ['a scan', [{ Plan: node(7) }], 7],
  ['a fraction, rounded up', [{ Plan: node(6.2) }], 7],
  ['a change', [{ Plan: modify(outer(5)) }], 5],
  ['a change in partitions, as PostgreSQL 13 tells', [{ Plan: modify(node(5, { 'Parent Relationship': 'Member' }), node(4, { 'Parent Relationship': 'Member' })) }], 9],
  ['a change beside a subquery', [{ Plan: modify(outer(5), node(99, { 'Parent Relationship': 'InitPlan' })) }], 5],
  ['a change without an input', [{ Plan: modify() }], null],
  ['a change within a query', [{ Plan: node(5, { Plans: [modify(outer(500))] }) }], null],
  ['a change within a change', [{ Plan: modify(outer(5, { Plans: [modify(outer(500))] })) }], null],
  ['two plans', [{ Plan: node(1) }, { Plan: node(2) }], null],
  ['no plan', [], null],
  ['a utility statement', ['Utility Statement'], null],
  ['an object', { Plan: node(1) }, null],
  ['rows below none', [{ Plan: node(-1) }], null],
  ['rows that are a text', [{ Plan: node('7') }], null],
  ['rows beyond counting', [{ Plan: node(1e300) }], null],
])('%s', (_name, plan, rows) => {
  expect(planRows(JSON.stringify(plan))).toBe(rows);
});

it('what is no JSON tells no rows', () => {
  expect(planRows('Seq Scan on t  (rows=5)')).toBeNull();
});

it('parameters come back as they were bound', () => {
  const catalog = makeCatalog({ types: { 16_500: { name: 'public.mood' } } });
  const bytes = bind('', '', ['7', null, Buffer.from([0, 255])]);
  const bound = readParameters(new Frame(bytes[0] as number, bytes, 0, bytes.length), [23, 16_500, 99_999], catalog).map((parameter) => wireParameter(parameter, catalog));
  expect(bound).toEqual([{ typeOid: 23, format: 0, value: Buffer.from('7') }, { typeOid: 16_500, format: 0, value: null }, { typeOid: 99_999, format: 0, value: Buffer.from([0, 255]) }]);
  expect(wireParameter({ type: 'unknown', format: 'text', value: null }, catalog).typeOid).toBe(0);
  expect(() => wireParameter({ type: 'public.gone', format: 'text', value: null }, catalog)).toThrow('`public.gone`');
});
