// SPDX-License-Identifier: Apache-2.0
//
// Facts are kept for a text in its circumstances, and must be found anew as soon as any of these is another.
import type { StatementFacts } from '../../../src/core/model.js';
import { FactsCache, MAX_CACHED_TEXT_BYTES, MAX_CACHED_TEXTS, MAX_CACHED_WEIGHT } from '../../../src/gate/facts.js';
import type { WireContext } from '../../../src/gate/wire.js';
import type { Draft, Scope } from '../../../src/parse/sql/draft.js';
import { makeCatalog } from '../../support/catalog.js';

const catalog = makeCatalog({ tables: { 'public.customers': ['id'] } });
const context: WireContext = { catalog, searchPath: ['public'], settings: {}, prepared: new Map(), cursors: new Map(), stale: false, definitionChanges: null } as unknown as WireContext;
const draft = { statement: 'SELECT', text: 'SELECT 1' } as unknown as Draft;

function counting(resolve: (scope: Scope) => void = () => undefined): { cache: FactsCache; resolved: () => number; analysed: () => number } {
  let [resolved, analysed] = [0, 0];
  const cache = new FactsCache({
    analyse: () => {
      analysed += 1;
      return [draft];
    },
    resolve: (_draft, scope) => {
      resolved += 1;
      resolve(scope);
      return {} as StatementFacts;
    },
  });
  return { cache, resolved: () => resolved, analysed: () => analysed };
}

it('keeps no more texts than what was read in them has room for', () => {
  let analysed = 0;
  const cache = new FactsCache({
    analyse: () => {
      analysed += 1;
      return [{ ...draft, tree: { SelectStmt: { targetList: Array.from({ length: MAX_CACHED_WEIGHT / 5 }, () => ({})) } } }];
    },
    resolve: () => ({}) as StatementFacts,
  });
  const ask = (...names: readonly string[]): number => {
    analysed = 0;
    for (const name of names) cache.analyse(Buffer.from(name));
    return analysed;
  };
  ask('a', 'b', 'c', 'd', 'e');
  expect([ask('a', 'b', 'c', 'd'), ask('a', 'b', 'c', 'd'), ask('e'), ask('b', 'c', 'd', 'e'), ask('a')]).toEqual([4, 0, 1, 0, 1]);
});

describe('facts of a draft', () => {
  it('are found once in the same circumstances', () => {
    const { cache, resolved } = counting();
    expect(cache.of(draft, context)).toBe(cache.of(draft, { ...context, searchPath: ['public'] }));
    expect(resolved()).toBe(1);
  });

  it.each<[string, Partial<WireContext>]>([
    ['another catalog', { catalog: { ...catalog, epoch: catalog.epoch + 1 } }],
    ['a catalog that may be out of date', { stale: true }],
    ['another search path', { searchPath: ['private', 'public'] }],
    ['a search path in another order', { searchPath: ['public', 'private'] }],
    ['a search path that is not known', { searchPath: null }],
  ])('are found anew under %s', (_what, other) => {
    const { cache, resolved } = counting();
    cache.of(draft, { ...context, searchPath: ['public'] });
    cache.of(draft, { ...context, ...other });
    expect(resolved()).toBe(2);
  });

  it.each(['prepared', 'cursors'] as const)('are found anew each time when they hang on what a name stands for (%s)', (names) => {
    const { cache, resolved } = counting((scope) => void scope[names].get('mine'));
    cache.of(draft, context);
    cache.of(draft, context);
    expect(resolved()).toBe(2);
  });
});

describe('a text', () => {
  it('is kept from the second time on, by its exact bytes', () => {
    const { cache, analysed } = counting();
    for (let times = 0; times < 4; times += 1) cache.analyse(Buffer.from('SELECT 1'));
    expect(analysed()).toBe(2);
    cache.analyse(Buffer.from('SELECT 1 '));
    cache.analyse(Buffer.from('select 1'));
    expect(analysed()).toBe(4);
  });

  it('that comes once takes no place from those that come back', () => {
    const { cache, analysed } = counting();
    for (let times = 0; times < 2; times += 1) cache.analyse(Buffer.from('SELECT 1'));
    for (let id = 0; id < 2 * MAX_CACHED_TEXTS; id += 1) cache.analyse(Buffer.from(`SELECT * FROM customers WHERE id = ${id}`));
    const before = analysed();
    cache.analyse(Buffer.from('SELECT 1'));
    expect(analysed()).toBe(before);
  });

  it('that is long is not kept', () => {
    const { cache, analysed } = counting();
    for (let times = 0; times < 2; times += 1) cache.analyse(Buffer.alloc(MAX_CACHED_TEXT_BYTES + 1, 0x20));
    expect(analysed()).toBe(2);
  });
});
