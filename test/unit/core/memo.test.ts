// SPDX-License-Identifier: Apache-2.0
//
// What passes is forgotten, what comes back stays, and nobody is ever told something about another object.
import { Memo } from '../../../src/core/memo.js';

/** More than are remembered without a reason. */
const CROWD = 100;

function crowded<V>(memo: Memo<object, V>, value: V): void {
  for (let others = 0; others < CROWD; others += 1) memo.set({}, value);
}

it('tells what it was told, of that very object', () => {
  const memo = new Memo<object, string>();
  const [one, other] = [{}, {}];
  memo.set(one, 'one');
  expect([memo.get(one), memo.get(other)]).toEqual(['one', undefined]);
  memo.set(other, 'other');
  memo.set(one, 'one, again');
  expect([memo.get(one), memo.get(other)]).toEqual(['one, again', 'other']);
});

it('forgets what nobody came back for', () => {
  const memo = new Memo<object, string>();
  const passing = {};
  memo.set(passing, 'once');
  expect([memo.get(passing), memo.get(passing)]).toEqual(['once', 'once']);
  crowded(memo, 'another');
  expect(memo.get(passing)).toBeUndefined();
});

it('keeps what is asked about again and again, and what is said of it later', () => {
  const memo = new Memo<object, string>();
  const lasting = {};
  memo.set(lasting, 'first');
  for (let times = 0; times < CROWD; times += 1) memo.get(lasting);
  crowded(memo, 'another');
  expect(memo.get(lasting)).toBe('first');
  memo.set(lasting, 'second');
  expect(memo.get(lasting)).toBe('second');
  crowded(memo, 'another');
  expect(memo.get(lasting)).toBe('second');
});
