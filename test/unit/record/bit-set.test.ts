// SPDX-License-Identifier: Apache-2.0
import { BitSet } from '../../../src/record/bit-set.js';

describe('BitSet', () => {
  it('holds what was added and nothing else, far beyond its first size', () => {
    const bits = new BitSet();
    const numbers = [0, 1, 7, 8, 8191, 8192, 100_000, 3_000_000];
    for (const number of numbers) bits.add(number);
    bits.add(7);
    for (const number of numbers) expect([bits.has(number), bits.has(number + 2)]).toEqual([true, false]);
    expect(bits.has(1_000_000_000)).toBe(false);
  });

  it('grows to the number at once', () => {
    const bits = new BitSet();
    bits.add(50_000_000);
    expect([bits.has(50_000_000), bits.has(49_999_999)]).toEqual([true, false]);
  });
});
