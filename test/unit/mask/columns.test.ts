// SPDX-License-Identifier: Apache-2.0
//
// Which columns are protected: globs, case, odd names, inheritance, whole rows, and PostgreSQL's own copies of values.
import type { MaskStyle } from '../../../src/core/model.js';
import { ProtectedColumns, strictest } from '../../../src/mask/columns.js';
import { makeCatalog } from '../../support/catalog.js';

const guard = (masks: Readonly<Record<string, MaskStyle>>): ProtectedColumns => new ProtectedColumns(Object.entries(masks).map(([column, style]) => ({ column, style })));
const shop = makeCatalog({
  tables: {
    'public.customers': ['id', 'email', 'ssn'], 'public.Customers': ['id', 'Email'], 'public.orders': ['id', 'note'], 'public.orders_2026': ['id', 'note', 'extra'], 'public.orders_2026_01': ['id', 'note', 'extra'],
    'public.archive': ['id', 'note'], 'odd.dotted': ['a.b', 'plain'],
  },
  inherits: { 'public.orders_2026': ['public.orders'], 'public.orders_2026_01': ['public.orders_2026'], 'public.archive': ['public.orders'] },
});

describe('strictest', () => {
  it.each<[readonly (MaskStyle | null)[], MaskStyle | null]>([
    [['partial', 'null', 'redact'], 'null'], [['hash', 'redact'], 'redact'], [['partial', 'hash'], 'hash'], [['partial', null], 'partial'], [[null, null], null], [[], null],
  ])('%j is %s', (styles, expected) => {
    expect(strictest(styles)).toBe(expected);
  });
});

describe('ProtectedColumns', () => {
  it('knows whether anything is protected', () => {
    expect(guard({}).any).toBe(false);
    expect(guard({ 'content:email': 'redact' }).any).toBe(false);
    expect(guard({ 'public.customers.email': 'redact' }).any).toBe(true);
    expect(guard({ 'content:email': 'redact' }).styleOf('public.customers', 'email', shop)).toBeNull();
  });

  it.each([
    ['public.customers.email', 'public.customers', 'email', 'redact'], ['public.customers.email', 'public.customers', 'ssn', null], ['public.customers.email', 'public.Customers', 'Email', null], ['*.*.email', 'public.customers', 'email', 'redact'],
    ['**.email', 'public.customers', 'email', 'redact'], ['**.e*', 'public.customers', 'email', 'redact'], ['public.customers.*', 'public.customers', 'id', 'redact'], ['public.customers', 'public.customers', 'id', null],
    ['*.email', 'public.customers', 'email', null], ['public.**', 'public.customers', 'id', 'redact'], ['*.*.email', 'elsewhere.people', 'email', 'redact'],
  ] as const)('%s: %s.%s is %s', (pattern, relation, column, expected) => {
    expect(guard({ [pattern]: 'redact' }).styleOf(relation, column, shop)).toBe(expected);
    expect(guard({ [pattern]: 'redact' }).styleOf(relation, column, null)).toBe(expected);
  });

  it('takes the strictest of several', () => {
    expect(guard({ '**.email': 'partial', 'public.customers.*': 'hash', 'public.customers.email': 'null' }).styleOf('public.customers', 'email', shop)).toBe('null');
  });

  it('lets a wildcard cover a dot inside a name', () => {
    const wild = guard({ '*.*.secret': 'redact', '*.*.a*': 'hash' });
    expect(wild.styleOf('"my.schema".t', 'secret', null)).toBe('redact');
    expect(wild.styleOf('s."t""x.y"', 'secret', null)).toBe('redact');
    expect(wild.styleOf('odd.dotted', 'a.b', shop)).toBe('hash');
  });

  describe('with inheritance', () => {
    it.each([
      ['a child of a protected parent', 'public.orders.note', 'public.orders_2026', 'note', 'redact'], ['a grandchild', 'public.orders.note', 'public.orders_2026_01', 'note', 'redact'],
      ['a parent of a protected child', 'public.orders_2026.note', 'public.orders', 'note', 'redact'], ['a grandparent', 'public.orders_2026_01.note', 'public.orders', 'note', 'redact'],
      ['a brother', 'public.orders_2026.note', 'public.archive', 'note', null], ['a column that the parent has not', 'public.orders.*', 'public.orders_2026', 'extra', null], ['the whole row of a parent', 'public.orders_2026_01.note', 'public.orders', '*', 'redact'],
      ['the whole row of a stranger', 'public.orders_2026.note', 'public.customers', '*', null],
    ] as const)('%s', (_, pattern, relation, column, expected) => {
      expect(guard({ [pattern]: 'redact' }).styleOf(relation, column, shop)).toBe(expected);
    });

    it('survives a circle and a relative that is not listed', () => {
      const circle = makeCatalog({ tables: { 'public.a': ['x'], 'public.b': ['x'] }, inherits: { 'public.a': ['public.b'], 'public.b': ['public.a'] } });
      expect(guard({ 'public.b.x': 'hash' }).styleOf('public.a', 'x', circle)).toBe('hash');
      const lone = makeCatalog({ tables: { 'public.a': ['x'] } });
      const relation = { ...lone.relations.get('public.a'), parents: [1] } as never;
      expect(guard({ 'public.b.x': 'hash' }).styleOf('public.a', 'x', { ...lone, relations: new Map([['public.a', relation]]) })).toBeNull();
    });
  });

  it('protects what a generated column is computed from, in a shape that nobody knows', () => {
    const plain = makeCatalog({ tables: { 'public.people': ['first', 'last', 'full', 'size'] } });
    const people = plain.relations.get('public.people') as NonNullable<ReturnType<typeof plain.relations.get>>;
    const columns = people.columns.map((column, at) => (at < 2 ? column : { ...column, sources: at === 2 ? [1, 2] : [1] }));
    const catalog = { ...plain, relations: new Map([['public.people', { ...people, columns }]]) };
    const styles = (masks: Readonly<Record<string, MaskStyle>>) => ['last', 'full', 'size'].map((column) => guard(masks).styleOf('public.people', column, catalog));
    expect(styles({ 'public.people.last': 'partial' })).toEqual(['partial', 'redact', null]);
    expect(styles({ 'public.people.last': 'null' })).toEqual(['null', 'null', null]);
    expect(styles({ 'public.people.last': 'redact', 'public.people.full': 'partial' })).toEqual(['redact', 'partial', null]);
  });

  describe('for a whole row', () => {
    it('is as strict as its strictest column', () => {
      expect(guard({ 'public.customers.email': 'partial', 'public.customers.ssn': 'redact' }).styleOf('public.customers', '*', shop)).toBe('redact');
      expect(guard({ 'public.customers.email': 'partial' }).styleOf('public.orders', '*', shop)).toBeNull();
    });

    it.each([
      ['public.customers.email', 'redact'], ['*.*.email', 'redact'], ['**.email', 'redact'], ['public.**', 'redact'], ['public.cust**', 'redact'], ['**', 'redact'], ['public.**.customers.email', 'redact'], ['public.orders.email', null], ['other.**', null],
      ['email', null], ['e*', null],
    ] as const)('protects one whose columns nobody can list, when %s might reach into it: %s', (pattern, expected) => {
      expect(guard({ [pattern]: 'redact' }).styleOf('public.customers', '*', null)).toBe(expected);
    });

    it('does not let a wildcard reach into the system schemas', () => {
      expect(guard({ '**.name': 'redact' }).styleOf('pg_catalog.pg_class', '*', shop)).toBeNull();
      expect(guard({ 'pg_catalog.**': 'hash' }).styleOf('pg_catalog.pg_class', '*', shop)).toBe('hash');
      expect(guard({ '**.name': 'redact' }).styleOf('pg_catalog.pg_stats', '*', shop)).toBe('redact');
    });
  });

  it('protects the copies of values that PostgreSQL keeps', () => {
    const some = guard({ 'public.customers.ssn': 'partial' });
    expect(some.styleOf('pg_catalog.pg_stats', 'most_common_vals', shop)).toBe('redact');
    expect(some.styleOf('pg_catalog.pg_statistic', 'stavalues3', null)).toBe('redact');
    expect(some.styleOf('pg_catalog.pg_stat_activity', 'query', shop)).toBe('redact');
    expect(some.styleOf('pg_toast.pg_toast_16384', 'chunk_data', shop)).toBe('redact');
    expect(some.styleOf('pg_catalog.pg_stats', 'null_frac', shop)).toBeNull();
    expect(guard({}).styleOf('pg_catalog.pg_stats', 'most_common_vals', shop)).toBeNull();
  });

  it('remembers for one snapshot and asks again for the next', () => {
    const some = guard({ 'public.customers.email': 'partial' });
    expect([1, 2].map(() => some.styleOf('public.customers', 'email', shop))).toEqual(['partial', 'partial']);
    expect(some.styleOf('public.customers', 'nothing', shop)).toBeNull();
    const later = makeCatalog({ tables: { 'public.parent': ['email'], 'public.customers': ['email'] }, inherits: { 'public.customers': ['public.parent'] }, epoch: 2 });
    expect(some.styleOf('public.parent', 'email', later)).toBe('partial');
    expect(some.styleOf('public.parent', 'email', shop)).toBeNull();
  });
});
