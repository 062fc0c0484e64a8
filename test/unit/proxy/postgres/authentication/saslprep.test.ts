// SPDX-License-Identifier: Apache-2.0
import { saslPrepare } from '../../../../../src/proxy/postgres/authentication/saslprep.js';

describe('saslPrepare', () => {
  // The first five are RFC 4013, section 3.
  it.each([
    { name: 'a soft hyphen', password: 'I\u00adX', expected: 'IX' },
    { name: 'ASCII', password: 'user', expected: 'user' },
    { name: 'capitals', password: 'USER', expected: 'USER' },
    { name: 'a compatibility letter', password: '\u00aa', expected: 'a' },
    { name: 'a roman numeral', password: '\u2168', expected: 'IX' },
    { name: 'a space of another kind', password: 'a\u00a0b', expected: 'a b' },
    { name: 'a decomposed umlaut', password: 'a\u0308', expected: 'ä' },
    { name: 'a prohibited character, which leaves all as it is', password: '\u2168\u0007', expected: '\u2168\u0007' },
    { name: 'a private-use character', password: '\u2168\ue000', expected: '\u2168\ue000' },
    { name: 'nothing that stays', password: '\u00ad', expected: '\u00ad' },
    { name: 'nothing', password: '', expected: '' },
    { name: 'an ASCII control character', password: 'a\u0001', expected: 'a\u0001' },
  ])('prepares $name', ({ password, expected }) => {
    expect(saslPrepare(password)).toBe(expected);
  });
});
