// SPDX-License-Identifier: Apache-2.0
import { createHash } from 'node:crypto';
import { canonicalJson, taggedDigest } from '../../../src/core/canonical.js';

describe('canonicalJson', () => {
  it.each<[string, unknown, string]>([
    ['sorts keys by UTF-16 code units', { '\u20ac': 1, '\r': 2, '\ufb33': 3, '1': 4, '\u{1f600}': 5, '\u0080': 6, '\u00f6': 7 }, '{"\\r":2,"1":4,"\u0080":6,"\u00f6":7,"\u20ac":1,"\u{1f600}":5,"\ufb33":3}'],
    ['prints numbers as ECMAScript does', [333333333.3333333, 1e30, 4.5, 2e-3, 1e-27, -0], '[333333333.3333333,1e+30,4.5,0.002,1e-27,0]'],
    ['escapes only what must be', '\u20ac$\u000f\nA\'B"\\"/', '"\u20ac$\\u000f\\nA\'B\\"\\\\\\"/"'],
    ['keeps the order of lists', [3, { b: null, a: true }], '[3,{"a":true,"b":null}]'],
  ])('%s', (_name, value, expected) => {
    expect(canonicalJson(value)).toBe(expected);
  });

  it.each<[string, unknown]>([['undefined', undefined], ['NaN', Number.NaN], ['a lone surrogate', '\ud800'], ['a date', new Date(0)], ['a function', () => 1], ['a bigint', 1n]])('refuses %s', (_name, value) => {
    expect(() => canonicalJson({ value })).toThrow(/no canonical JSON form/);
  });
});

describe('taggedDigest', () => {
  it('is the SHA-256 of tag, line feed and canonical JSON', () => {
    const expected = createHash('sha256').update('ostiary-operation-v1\n{"a":1,"b":[]}').digest('hex');
    expect(taggedDigest('ostiary-operation-v1', { b: [], a: 1 })).toBe(expected);
  });
  it('differs by tag', () => {
    expect(taggedDigest('ostiary-policy-v1', {})).not.toBe(taggedDigest('ostiary-manifest-v1', {}));
  });
});
