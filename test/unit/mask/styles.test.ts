// SPDX-License-Identifier: Apache-2.0
//
// The four styles, and what a masked column looks like in each type and format.
import type { MaskStyle } from '../../../src/core/model.js';
import { looksMasked } from '../../../src/mask/markers.js';
import { columnSink, keepsText, maskText } from '../../../src/mask/styles.js';

const KEY = Buffer.alloc(32, 7);
const STYLES: readonly MaskStyle[] = ['redact', 'partial', 'hash', 'null'];

describe('maskText', () => {
  it('replaces everything by one fixed text', () => {
    expect(maskText('redact', 'alice', KEY)).toBe('[redacted]');
    expect(maskText('redact', '', KEY)).toBe('[redacted]');
  });

  it('makes a null', () => {
    expect(maskText('null', 'alice', KEY)).toBeNull();
  });

  it.each([
    ['an e-mail address', 'alice.smith@mail.example.com', 'a***@***.com'], ['a short local part', 'a@example.org', '***@***.org'], ['a card', '4111 1111 1111 1234', '**** **** **** 1234'],
    ['a card in one piece', '4111111111111234', '**** **** **** 1234'], ['a phone with country code', '+44 20 7946 0958', '+***0958'], ['a phone', '(415) 555-0132', '***0132'], ['a short phone', '555-0132', '***32'],
    ['a social security number', '123-45-6789', '***89'], ['a date', '1980-01-31', '1***'], ['a European date', '31/01/1980', '3***'], ['an address of a host', '192.168.1.10', '1***'], ['a name', 'Alice Smith', 'A***'],
    ['a short text', 'abcd', '***'], ['nothing', '', '***'], ['an emoji first', '😀 smile', '😀***'], ['four emoji', '😀😀😀😀', '***'], ['few digits', '12-34-5', '1***'],
  ])('keeps the shape of %s', (_, text, masked) => {
    expect(maskText('partial', text, KEY)).toBe(masked);
    expect(maskText('partial', text, KEY)).toContain('***');
  });

  it('hashes under the key, the same for the same text', () => {
    const hash = maskText('hash', 'alice', KEY);
    expect(hash).toMatch(/^masked:hash:[0-9a-f]{24}$/);
    expect(maskText('hash', 'alice', KEY)).toBe(hash);
    expect(maskText('hash', 'bob', KEY)).not.toBe(hash);
    expect(maskText('hash', 'alice', Buffer.alloc(32, 8))).not.toBe(hash);
  });

  it.each(STYLES.filter((style) => style !== 'null'))('%s leaves a mark that is recognised', (style) => {
    for (const text of ['alice', 'alice@example.com', '4111111111111111', '+14155550132', '5550132', 'x', '', 'ünicode text']) expect(looksMasked(maskText(style, text, KEY) as string)).toBe(true);
  });
});

describe('columnSink', () => {
  const mask = (style: MaskStyle, oid: number, format: 0 | 1, value: Buffer | string): string | null => {
    // Within other bytes, as it stands in a message.
    const [before, bytes] = [Buffer.from('before'), Buffer.from(value)];
    const source = Buffer.concat([before, bytes, Buffer.from('after')]);
    return columnSink(style, oid, format, KEY, () => undefined)(source, before.length, before.length + bytes.length)?.toString('latin1') ?? null;
  };

  it.each([25, 1043, 1042, 19, 705])('puts masked text into type %d in both formats', (oid) => {
    expect(mask('redact', oid, 0, 'alice')).toBe('[redacted]');
    expect(mask('partial', oid, 1, 'alice')).toBe('a***');
  });

  it('makes a JSON string of json', () => {
    expect(mask('redact', 114, 0, '{"a":1}')).toBe('"[redacted]"');
    expect(mask('redact', 114, 1, '{"a":1}')).toBe('"[redacted]"');
    expect(mask('redact', 3802, 0, '{"a":1}')).toBe('"[redacted]"');
    expect(mask('redact', 3802, 1, '\u0001{"a":1}')).toBe('\u0001"[redacted]"');
  });

  it('masks the text that a JSON string says, so that it joins with a text column', () => {
    expect(mask('partial', 3802, 1, '\u0001"alice@example.com"')).toBe('\u0001"a***@***.com"');
    expect(mask('hash', 114, 0, '"alice"')).toBe(`"${mask('hash', 25, 0, 'alice')}"`);
    expect(mask('partial', 114, 0, '"broken')).toBe('"\\"***"');
    expect(mask('partial', 114, 0, '12345')).toBe('"1***"');
  });

  it.each([
    ['integer', 23], ['numeric', 1700], ['date', 1082], ['uuid', 2950], ['bytea', 17], ['text[]', 1009], ['xml', 142], ['a type of a user', 90_000], ['boolean', 16],
  ])('makes NULL of %s in every style', (_, oid) => {
    for (const style of STYLES) for (const format of [0, 1] as const) expect(mask(style, oid, format, 'whatever')).toBeNull();
    expect(keepsText(oid)).toBe(false);
  });

  it('makes NULL of text in the style null', () => {
    expect(mask('null', 25, 0, 'alice')).toBeNull();
  });

  it('counts each value', () => {
    let count = 0;
    const sink = columnSink('redact', 25, 0, KEY, () => (count += 1));
    sink(Buffer.from('a'), 0, 1);
    sink(Buffer.from(''), 0, 0);
    expect(count).toBe(2);
  });

  it('keeps nothing of bytes that are no UTF-8', () => {
    expect(mask('partial', 25, 0, Buffer.from([0xff, 0xfe, 0x61, 0x62, 0x63, 0x64]))).not.toContain('abcd');
  });
});
