// SPDX-License-Identifier: Apache-2.0
//
// A masked value as the recording shows it: text, the binary forms that are known, and hexadecimal for all else, masks included.
import { sampleText } from '../../../../../src/proxy/postgres/results/sample.js';

const field = (typeOid: number, format: 0 | 1): Parameters<typeof sampleText>[1] => ({ name: 'x', tableOid: 0, columnNumber: 0, typeOid, format });

it.each<[what: string, typeOid: number, format: 0 | 1, hex: string, shown: string]>([
  ['text of any type', 20, 0, '3432', '42'], ['text in binary', 25, 1, 'c3a9', 'é'], ['json in binary', 114, 1, '7b7d', '{}'],
  ['true', 16, 1, '01', 't'], ['false', 16, 1, '00', 'f'], ['int2', 21, 1, 'fffe', '-2'], ['int4', 23, 1, '0000002a', '42'], ['int8', 20, 1, '7fffffffffffffff', '9223372036854775807'],
  ['oid', 26, 1, 'ffffffff', '4294967295'], ['float4', 700, 1, '3fc00000', '1.5'], ['float8', 701, 1, 'bff8000000000000', '-1.5'], ['uuid', 2950, 1, '00112233445566778899aabbccddeeff', '00112233-4455-6677-8899-aabbccddeeff'],
  ['a mask in the place of a number', 23, 1, '2a2a2a', '\\x2a2a2a'], ['a type that nobody knows', 99999, 1, '0102', '\\x0102'],
])('shows %s', (_what, typeOid, format, hex, shown) => {
  expect(sampleText(Buffer.from(hex, 'hex'), field(typeOid, format))).toBe(shown);
});

it('keeps no more of a value than a recording has room for', () => {
  expect([sampleText(Buffer.alloc(70_000, 'x'), field(25, 0)).length, sampleText(Buffer.alloc(70_000), field(99999, 1)).length]).toEqual([65_536, 2 + 2 * 65_536]);
});
