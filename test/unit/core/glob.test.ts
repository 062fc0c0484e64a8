// SPDX-License-Identifier: Apache-2.0
//
// Globs: what they match, and that no pattern can make them slow.
import fc from 'fast-check';
import { compileGlob, compileGlobs, isGlob } from '../../../src/core/glob.js';

const CASES: readonly (readonly [pattern: string, separator: string, matches: readonly string[], misses: readonly string[]])[] = [
  ['public.orders', '.', ['public.orders'], ['public.orders2', 'Public.orders', '', 'public_orders']],
  ['*', '', ['', 'a', 'a.b/c'], []],
  ['*', '.', ['', 'a'], ['a.b']],
  ['**', '.', ['', 'a', 'a.b.c'], []],
  ['public.*', '.', ['public.a', 'public.'], ['public', 'public.a.b', 'xpublic.a']],
  ['*.orders', '.', ['public.orders', '.orders'], ['orders', 'a.b.orders']],
  ['orders_*_old', '', ['orders__old', 'orders_2026_old'], ['orders_old', 'orders_2026_older']],
  ['orders_*_old', '.', ['orders_x_old'], ['orders_x.y_old']],
  ['ab*ba', '', ['abba', 'abXba'], ['aba']],
  ['*.*.email', '.', ['public.customers.email'], ['customers.email', 'a.b.c.email', 'public.customers.email2']],
  ['a?c', '', ['abc', 'a.c'], ['ac', 'abbc']],
  ['a?c', '.', ['abc'], ['a.c']],
  ['a/**/b', '/', ['a/b', 'a/x/b', 'a/x/y/b', 'a//b'], ['a/xb', 'ab', 'a/b/c', 'a/x', 'xa/b']],
  ['**/b', '/', ['b', 'x/b', 'x/y/b'], ['xb', 'x/yb', 'b/x']],
  ['a/**', '/', ['a/x', 'a/x/y', 'a/'], ['a', 'ax', 'b/a/x']],
  ['**/*.sql', '/', ['a.sql', 'db/a.sql', 'db/x/a.sql'], ['db/a.sql/x', 'db/a.sq']],
  ['db/migrations/**/*.sql', '/', ['db/migrations/1.sql', 'db/migrations/a/b/1.sql'], ['db/migrations/1.txt', 'db/migration/1.sql']],
  ['**/a/**/b', '/', ['a/b', 'x/a/y/b', 'a/a/b'], ['a/xb', 'xa/b']],
  ['a**b', '/', ['ab', 'a/x/b'], ['a/x']],
  ['x**/b', '/', ['x/b', 'xyz/b', 'x/y/b'], ['xb', 'b']],
  ['**b', '/', ['b', 'a/b', 'ab'], ['ba']],
  ['a/***/b', '/', ['a/b', 'a/x/b'], ['a/xb']],
  ['**.*', '.', ['a', 'a.b.c'], []],
  ['**/b', '', ['/b', 'x/b'], ['b']],
  ['é?🙂*', '', ['éx🙂', 'é🙃🙂abc'], ['éx', 'éxx🙂']],
];

describe('compileGlob', () => {
  it.each(CASES)('%s with separator "%s" matches what it should and nothing else', (pattern, separator, matches, misses) => {
    const glob = compileGlob(pattern, separator);
    const counted = compileGlob(pattern, separator, () => undefined);
    expect(matches.filter((text) => !glob(text) || !counted(text))).toEqual([]);
    expect(misses.filter((text) => glob(text) || counted(text))).toEqual([]);
  });

  it('agrees with a regular expression on small alphabets', () => {
    const pattern = fc.array(fc.constantFrom('a', 'b', '/', '*', '?', '**', '/**/'), { maxLength: 6 }).map((parts) => parts.join(''));
    const text = fc.array(fc.constantFrom('a', 'b', '/'), { maxLength: 7 }).map((parts) => parts.join(''));
    fc.assert(fc.property(pattern, text, (glob, subject) => compileGlob(glob, '/')(subject) === expression(glob).test(subject)), { numRuns: 3000, seed: 20_261_126 });
  });

  it('takes steps in proportion to text times pattern on patterns that blow up elsewhere', () => {
    const pattern = '*a'.repeat(20);
    const nested = '**/*a/'.repeat(10);
    for (const [glob, separator, unit] of [[pattern, '', 'a'], [nested, '/', 'a/'], ['?*'.repeat(20), '', 'a']] as const) {
      const steps = [200, 400].map((length) => countSteps(glob, separator, `${unit.repeat(length)}!`));
      expect(steps[1]).toBeLessThan((steps[0] as number) * 2.1);
      expect(steps[1]).toBeLessThan(400 * unit.length * 2 * (glob.length + 20));
    }
  });
});

describe('isGlob', () => {
  it.each([['a*', true], ['a?', true], ['a.b', false], ['', false]])('%s: %s', (text, expected) => {
    expect(isGlob(text)).toBe(expected);
  });
});

function countSteps(pattern: string, separator: string, text: string): number {
  let steps = 0;
  compileGlob(pattern, separator, () => {
    steps += 1;
  })(text);
  return steps;
}

// The same language as a regular expression; `/` is the separator. Only ever run on seven characters.
function expression(pattern: string): RegExp {
  let source = '';
  for (let at = 0; at < pattern.length; ) {
    const stars = /^\*+/.exec(pattern.slice(at))?.[0].length ?? 0;
    const whole = stars > 1 && (at === 0 || pattern[at - 1] === '/') && pattern[at + stars] === '/';
    if (whole) source += '(?:[^/]*/)*';
    else if (stars > 0) source += stars > 1 ? '.*' : '[^/]*';
    else source += pattern[at] === '?' ? '[^/]' : pattern[at];
    at += whole ? stars + 1 : Math.max(stars, 1);
  }
  return new RegExp(`^${source}$`);
}

describe('compileGlobs', () => {
  it.each([
    [['public.a', 'public.b', 'x.*'], ['public.a', 'public.b', 'x.y'], ['public.c', 'x', 'x.y.z']],
    [['public.*'], ['public.a'], ['a']],
    [[], [], ['', 'a']],
  ])('is true for what any of %j matches', (patterns, matches, misses) => {
    const glob = compileGlobs(patterns, '.');
    expect(matches.filter((text) => !glob(text))).toEqual([]);
    expect(misses.filter((text) => glob(text))).toEqual([]);
  });
});
