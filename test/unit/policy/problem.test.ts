// SPDX-License-Identifier: Apache-2.0
//
// How problems are said: order, places, hints, and that nothing long or secret is quoted.
import { mistake, nearest, policyError, problemsOf, quoted, renderProblem, suggestion, warning } from '../../../src/policy/problem.js';

const SOURCE = { text: 'a: 1\nbb: 2\n', file: 'p.yml' };

describe('problemsOf', () => {
  it('puts errors first, each kind in the order of the file', () => {
    const problems = problemsOf([warning(0, 'w'), mistake(9, 'second', 'do this'), mistake(5, 'first')], SOURCE);
    expect(problems.map(renderProblem)).toEqual(['p.yml:2:1: first', 'p.yml:2:5: second', 'p.yml:1:1: w']);
    expect(problems.map(({ severity, hint }) => [severity, hint])).toEqual([['error', null], ['error', 'do this'], ['warning', null]]);
  });
});

describe('policyError', () => {
  const problems = (count: number, hint: string | null = null) => problemsOf(Array.from({ length: count }, (_, at) => mistake(Math.min(at, 4), `m${at}`, hint)), SOURCE);

  it('is the first problem alone when there is no other', () => {
    const error = policyError(problems(1));
    expect([error.code, error.message, error.hint]).toEqual(['POLICY_INVALID', 'p.yml:1:1: m0', undefined]);
  });

  it('keeps the first hint and says what and where the others are', () => {
    expect(policyError(problems(3, 'fix it')).hint).toBe('fix it; and 2 more: 1:2 m1; 1:3 m2');
  });

  it('says of a few what they are, of some where, and does not list dozens', () => {
    expect(policyError(problems(8)).hint).toBe('and 7 more: 1:2 m1; 1:3 m2; 1:4 m3; 1:5 m4; others at 1:5, 1:5, 1:5');
    expect(policyError(problems(12)).hint).toMatch(/^and 11 more: (1:\d m\d; ){4}others at (1:5, ){6}…$/);
  });

  it('names another file', () => {
    const [first, other] = [...problems(1), ...problemsOf([mistake(0, 'x')], { text: 'x', file: 'q.yml' })];
    expect(policyError([first, other] as never).hint).toBe('and 1 more: q.yml:1:1 x');
  });
});

describe('quoted', () => {
  it.each([
    ['plain', '`plain`'],
    ['two\n lines `and` ticks', "`two lines 'and' ticks`"],
    ['x'.repeat(61), `\`${'x'.repeat(60)}…\``],
    [12, '`12`'],
    [null, '`null`'],
  ])('%j as %s', (value, expected) => {
    expect(quoted(value)).toBe(expected);
  });
});

describe('suggestion', () => {
  it.each([
    ['decid', ['decide', 'match'], 'did you mean `decide`?'],
    ['Decide', ['decide', 'match'], 'did you mean `decide`?'],
    ['mtach', ['decide', 'match'], 'did you mean `match`?'],
    ['xyzzy', ['decide', 'match'], 'known: `decide`, `match`'],
    ['x', [], 'there are none'],
    ['obsreve', ['decide', 'observe'], 'did you mean `observe`?'],
    ['', ['as'], 'did you mean `as`?'],
  ])('of %j among %j: %s', (unknown, known, expected) => {
    expect(suggestion(unknown, known)).toBe(expected);
  });

  it('takes the nearest of several', () => {
    expect(nearest('effct', ['effects', 'effect', 'object'])).toBe('effect');
  });

  it('looks at no more than a glance of a long name', () => {
    expect(nearest('x'.repeat(100_000), ['x'.repeat(60)])).toBe('x'.repeat(60));
  });
});
