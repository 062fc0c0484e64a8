// SPDX-License-Identifier: Apache-2.0
import crypto, { createHash } from 'node:crypto';
import { FIRST_PREV, lineHash } from '../../../src/record/chain.js';

describe('lineHash', () => {
  it.each([['text', 'a line'], ['text beyond ASCII', '“漢字” 😀'], ['nothing', '']])('is the SHA-256 of the UTF-8 of %s', (_name, line) => {
    const expected = createHash('sha256').update(line, 'utf8').digest('hex');
    expect([lineHash(line), lineHash(Buffer.from(line))]).toEqual([expected, expected]);
  });

  it('is the same on a Node without `crypto.hash`', () => {
    const usual = lineHash('a line');
    const whole = crypto.hash;
    Object.defineProperty(crypto, 'hash', { value: undefined, configurable: true, writable: true });
    try {
      expect(lineHash('a line')).toBe(usual);
    } finally {
      Object.defineProperty(crypto, 'hash', { value: whole, configurable: true, writable: true });
    }
  });

  it('begins with zeros that are no hash of anything known', () => {
    expect(FIRST_PREV).toBe('0'.repeat(64));
  });
});
