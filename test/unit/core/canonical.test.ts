// SPDX-License-Identifier: Apache-2.0
import { createHash } from 'node:crypto';
import { canonicalJson, taggedDigest } from '../../../src/core/canonical.js';
import { listedDigest } from '../../../src/core/operation-digest.js';

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

describe('listedDigest', () => {
  const plain = { kind: 'sql' as const, resource: { name: 'db', target: 'host:5432/"db"' }, bytes: "SELECT '\u20ac\n'", parameters: [], data: null, settings: {} };
  it.each([
    ['a statement alone', plain],
    ['parameters, data and settings in any order', { ...plain, parameters: [{ value: null, format: 'binary' as const, type: 'pg_catalog.int4' }, { type: 'text', format: 'text' as const, value: 'YQ==' }], data: 'ab'.repeat(32), settings: { search_path: 'a', '2': 'b', role: 'c' } }],
  ])('is the tagged digest of all that is asked: %s', (_name, operation) => {
    expect(listedDigest(operation as unknown as Parameters<typeof listedDigest>[0])).toBe(taggedDigest('ostiary-operation-v1', operation));
  });
  it('refuses what has no canonical form', () => {
    expect(() => listedDigest({ ...plain, bytes: '\ud800' } as unknown as Parameters<typeof listedDigest>[0])).toThrow(/no canonical JSON form/);
  });
});
