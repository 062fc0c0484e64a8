// SPDX-License-Identifier: Apache-2.0
//
// Golden messages, by hand from https://www.postgresql.org/docs/current/protocol-message-formats.html; every reader also gets every
// truncation of its message, and one byte too many.
import {
  cellBounds, readBackendKeyData, readCells, readCommandTag, readCopyResponse, readDataRow, readDiagnostic, readNotification, readParameterDescription,
  readParameterStatus, readReadyForQuery, readRowDescription,
} from '../../../../../src/proxy/postgres/protocol/backend.js';
import { frame, FrameReader, type Frame } from '../../../../../src/proxy/postgres/protocol/frames.js';
import { formatAt, readBare, readBind, readCopyFail, readExecute, readNamed, readParse, readQuery } from '../../../../../src/proxy/postgres/protocol/frontend.js';
import * as messages from '../../../../../src/proxy/postgres/protocol/messages.js';

const bytes = (...parts: (string | number | number[])[]): Buffer =>
  Buffer.concat(parts.map((part) => (typeof part === 'string' ? Buffer.from(part) : typeof part === 'number' ? Buffer.from([part]) : Buffer.from(part))));
const i16 = (value: number) => [(value >> 8) & 0xff, value & 0xff];
const i32 = (value: number) => [(value >>> 24) & 0xff, (value >>> 16) & 0xff, (value >>> 8) & 0xff, value & 0xff];
const type = (letter: string) => letter.charCodeAt(0);

/** The frame as a reader gives it, with an offset and with bytes behind it. */
const received = (whole: Buffer): Frame => {
  const reader = new FrameReader({ maxFrameBytes: 1 << 24 });
  reader.push(Buffer.concat([Buffer.from('\xff\xff\xff', 'latin1'), whole, Buffer.from('\0\0\0\0tail\0')]).subarray(3));
  return reader.next() as Frame;
};

interface Case {
  readonly name: string;
  readonly letter: string;
  readonly body: Buffer;
  readonly read: (frame: Frame) => unknown;
  readonly expected: unknown;
  /** False where a shorter or longer body is also a message. */
  readonly exact?: boolean;
}

const CASES: readonly Case[] = [
  { name: 'Query', letter: 'Q', body: bytes('select 1', 0), read: readQuery, expected: Buffer.from('select 1') },
  { name: 'Query without text', letter: 'Q', body: bytes(0), read: readQuery, expected: Buffer.alloc(0) },
  {
    name: 'Parse', letter: 'P', body: bytes('s1', 0, 'select $1', 0, i16(2), i32(23), i32(0)), read: readParse,
    expected: { name: 's1', sql: Buffer.from('select $1'), parameterTypes: [23, 0] },
  },
  {
    name: 'Bind', letter: 'B', body: bytes('p', 0, 's', 0, i16(2), i16(0), i16(1), i16(2), i32(1), 'x', i32(-1), i16(1), i16(1)), read: readBind,
    expected: { portal: 'p', statement: 's', formats: [0, 1], values: [Buffer.from('x'), null], resultFormats: [1] },
  },
  {
    name: 'Bind with one format for all', letter: 'B', body: bytes(0, 0, i16(1), i16(1), i16(2), i32(0), i32(2), 'ab', i16(0)), read: readBind,
    expected: { portal: '', statement: '', formats: [1], values: [Buffer.alloc(0), Buffer.from('ab')], resultFormats: [] },
  },
  { name: 'Describe of a statement', letter: 'D', body: bytes('Ss1', 0), read: readNamed, expected: { kind: 'statement', name: 's1' } },
  { name: 'Close of a portal', letter: 'C', body: bytes('P', 0), read: readNamed, expected: { kind: 'portal', name: '' } },
  { name: 'Execute', letter: 'E', body: bytes('p', 0, i32(5)), read: readExecute, expected: { portal: 'p', maxRows: 5 } },
  { name: 'Execute of all', letter: 'E', body: bytes(0, i32(-1)), read: readExecute, expected: { portal: '', maxRows: 0 } },
  { name: 'CopyFail', letter: 'f', body: bytes('no', 0), read: readCopyFail, expected: 'no' },
  { name: 'Sync', letter: 'S', body: bytes(), read: readBare, expected: undefined },
  {
    name: 'RowDescription', letter: 'T', body: bytes(i16(1), 'ssn', 0, i32(16400), i16(3), i32(25), i16(-1), i32(-1), i16(1)), read: readRowDescription,
    expected: [{ name: 'ssn', tableOid: 16400, columnNumber: 3, typeOid: 25, format: 1 }],
  },
  {
    name: 'RowDescription with large oids and a system column', letter: 'T',
    body: bytes(i16(1), 'x', 0, i32(4294967295), i16(-6), i32(4000000000), i16(4), i32(-1), i16(0)), read: readRowDescription,
    expected: [{ name: 'x', tableOid: 4294967295, columnNumber: -6, typeOid: 4000000000, format: 0 }],
  },
  { name: 'ParameterDescription', letter: 't', body: bytes(i16(2), i32(23), i32(25)), read: readParameterDescription, expected: [23, 25] },
  {
    name: 'DataRow', letter: 'D', body: bytes(i16(3), i32(1), 'a', i32(-1), i32(0)), read: (one) => readDataRow(one, cellBounds()),
    expected: [Buffer.from('a'), null, Buffer.alloc(0)],
  },
  { name: 'DataRow without columns', letter: 'D', body: bytes(i16(0)), read: (one) => readDataRow(one, cellBounds()), expected: [] },
  {
    name: 'ErrorResponse', letter: 'E', body: bytes('SERROR', 0, 'C42501', 0, 'Mno', 0, 0), read: (one) => [...readDiagnostic(one)],
    expected: [['S', 'ERROR'], ['C', '42501'], ['M', 'no']],
  },
  { name: 'CommandComplete', letter: 'C', body: bytes('UPDATE 3', 0), read: readCommandTag, expected: 'UPDATE 3' },
  { name: 'ReadyForQuery', letter: 'Z', body: bytes('T'), read: readReadyForQuery, expected: 'T' },
  { name: 'ParameterStatus', letter: 'S', body: bytes('a', 0, 'b', 0), read: readParameterStatus, expected: { name: 'a', value: 'b' } },
  { name: 'NotificationResponse', letter: 'A', body: bytes(i32(7), 'ch', 0, 'pay', 0), read: readNotification, expected: { pid: 7, channel: 'ch', payload: 'pay' } },
  { name: 'CopyOutResponse', letter: 'H', body: bytes(1, i16(2), i16(1), i16(1)), read: readCopyResponse, expected: { binary: true, columns: 2 } },
  { name: 'BackendKeyData', letter: 'K', body: bytes(i32(77), i32(99)), read: readBackendKeyData, expected: { pid: 77, key: Buffer.from(i32(99)) }, exact: false },
];

describe.each(CASES)('reading $name', ({ letter, body, read, expected, exact = true }) => {
  it('gives what it says', () => {
    expect(read(received(frame(type(letter), body)))).toEqual(expected);
  });

  it('refuses it cut short anywhere', () => {
    if (!exact) return expect(() => read(received(frame(type(letter), body.subarray(0, 7))))).toThrow();
    for (let at = 0; at < body.length; at += 1) {
      expect(() => read(received(frame(type(letter), body.subarray(0, at))))).toThrow(expect.objectContaining({ code: 'PROTOCOL_VIOLATION' }));
    }
  });

  it('refuses it with a byte too many', () => {
    const long = exact ? Buffer.concat([body, Buffer.alloc(1)]) : Buffer.concat([body, Buffer.alloc(300)]);
    expect(() => read(received(frame(type(letter), long)))).toThrow(expect.objectContaining({ code: 'PROTOCOL_VIOLATION' }));
  });
});

describe('refusals', () => {
  it.each([
    { name: 'a Query with a NUL in it', letter: 'Q', body: bytes('select 1', 0, '; drop table x', 0), read: readQuery },
    { name: 'a statement name that is not UTF-8', letter: 'P', body: bytes(0xff, 0, 'select 1', 0, i16(0)), read: readParse },
    { name: 'a Bind with an unknown format', letter: 'B', body: bytes(0, 0, i16(1), i16(2), i16(0), i16(0)), read: readBind },
    { name: 'a Bind with two formats for three values', letter: 'B', body: bytes(0, 0, i16(2), i16(0), i16(0), i16(3), i32(-1), i32(-1), i32(-1), i16(0)), read: readBind },
    { name: 'a Bind with a negative length', letter: 'B', body: bytes(0, 0, i16(0), i16(1), i32(-2), i16(0)), read: readBind },
    { name: 'a Describe of neither', letter: 'D', body: bytes('Xa', 0), read: readNamed },
    { name: 'a row of too many columns', letter: 'D', body: Buffer.concat([bytes(i16(1665)), Buffer.alloc(1665 * 4, 0xff)]), read: (one: Frame) => readCells(one, cellBounds()) },
    { name: 'a row with a negative length', letter: 'D', body: bytes(i16(1), i32(-2)), read: (one: Frame) => readCells(one, cellBounds()) },
    { name: 'a row with a length beyond its end', letter: 'D', body: bytes(i16(1), i32(5), 'tail'), read: (one: Frame) => readCells(one, cellBounds()) },
    { name: 'a row description in an unknown format', letter: 'T', body: bytes(i16(1), 'x', 0, i32(0), i16(0), i32(25), i16(-1), i32(-1), i16(2)), read: readRowDescription },
    { name: 'an unknown transaction status', letter: 'Z', body: bytes('X'), read: readReadyForQuery },
    { name: 'a COPY in an unknown format', letter: 'H', body: bytes(2, i16(0)), read: readCopyResponse },
  ])('refuses $name', ({ letter, body, read }) => {
    expect(() => read(received(frame(type(letter), body)))).toThrow(expect.objectContaining({ code: 'PROTOCOL_VIOLATION' }));
  });
});

describe('readCells', () => {
  it('says where each value lies in the source', () => {
    const one = received(messages.dataRow([Buffer.from('abc'), null, Buffer.from('é')]));
    const bounds = cellBounds();
    expect(readCells(one, bounds)).toBe(3);
    const at = (index: number) => one.source.subarray(bounds[2 * index] as number, (bounds[2 * index] as number) + (bounds[2 * index + 1] as number)).toString();
    expect([at(0), bounds[3], at(2)]).toEqual(['abc', -1, 'é']);
  });
});

describe('formatAt', () => {
  it.each([
    { formats: [] as (0 | 1)[], expected: [0, 0] },
    { formats: [1] as (0 | 1)[], expected: [1, 1] },
    { formats: [0, 1] as (0 | 1)[], expected: [0, 1] },
  ])('spreads $formats', ({ formats, expected }) => {
    expect([formatAt(formats, 0), formatAt(formats, 1)]).toEqual(expected);
  });
});

describe('writing', () => {
  it.each([
    { name: 'ReadyForQuery', written: messages.readyForQuery('I'), hex: '5a0000000549' },
    { name: 'AuthenticationOk', written: messages.authentication(0), hex: '520000000800000000' },
    { name: 'AuthenticationSASL', written: messages.authenticationSasl(['A', 'B']), hex: '520000000d0000000a4100420000' },
    { name: 'ParameterStatus', written: messages.parameterStatus('a', 'b'), hex: '530000000861006200' },
    { name: 'BackendKeyData', written: messages.backendKeyData(1, Buffer.from([1, 2, 3, 4])), hex: '4b0000000c0000000101020304' },
    { name: 'NegotiateProtocolVersion', written: messages.negotiateProtocolVersion(0, ['_pq_.x']), hex: '7600000013000300000000000' + '15f70715f2e7800' },
    { name: 'CommandComplete', written: messages.commandComplete('OK'), hex: '43000000074f4b00' },
    { name: 'DataRow', written: messages.dataRow([Buffer.from('x'), null]), hex: '440000000f00020000000178ffffffff' },
    { name: 'Query', written: messages.query('x'), hex: '51000000067800' },
    { name: 'CancelRequest', written: messages.cancelRequest(1, Buffer.from([0, 0, 0, 2])), hex: '0000001004d2162e0000000100000002' },
    { name: 'StartupMessage', written: messages.startupMessage(new Map([['a', 'b']])), hex: '0000000d000300006100620000' },
    { name: 'Sync', written: messages.bare(messages.FRONTEND.sync), hex: '5300000004' },
  ])('writes $name', ({ written, hex }) => {
    expect(written.toString('hex')).toBe(hex);
  });

  it('writes an error that can be read back', () => {
    const fields = messages.diagnosticFields({ severity: 'ERROR', sqlstate: '42501', message: 'no', detail: 'because', hint: 'ask' });
    const written = messages.errorResponse(fields);
    expect(written[0]).toBe(type('E'));
    expect([...readDiagnostic(received(written))]).toEqual([['S', 'ERROR'], ['V', 'ERROR'], ['C', '42501'], ['M', 'no'], ['D', 'because'], ['H', 'ask']]);
    expect(messages.noticeResponse(fields)[0]).toBe(type('N'));
  });

  it('leaves out an empty detail and hint, and blanks a NUL', () => {
    const fields = messages.diagnosticFields({ severity: 'FATAL', sqlstate: '08P01', message: 'a\0b', detail: '', hint: '' });
    expect([...readDiagnostic(received(messages.errorResponse(fields)))].slice(2)).toEqual([['C', '08P01'], ['M', 'a b']]);
  });

  it('refuses a NUL in a text', () => {
    expect(() => messages.query('a\0b')).toThrow(expect.objectContaining({ code: 'PROTOCOL_VIOLATION' }));
  });
});
