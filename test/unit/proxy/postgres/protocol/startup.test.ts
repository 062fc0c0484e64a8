// SPDX-License-Identifier: Apache-2.0
import { cstring, int32 } from '../../../../../src/proxy/postgres/protocol/messages.js';
import { frame, FrameReader, type Frame } from '../../../../../src/proxy/postgres/protocol/frames.js';
import { readFirst, readOptions, readSettings, readStartup } from '../../../../../src/proxy/postgres/protocol/startup.js';

const first = (...parts: Buffer[]): Frame => {
  const reader = new FrameReader({ maxFrameBytes: 10_000, startup: true });
  reader.push(frame(0, ...parts));
  return reader.next() as Frame;
};
const NUL = Buffer.alloc(1);

describe('readFirst', () => {
  it.each([
    { name: 'SSLRequest', parts: [int32(80877103)], expected: { kind: 'ssl' } },
    { name: 'GSSENCRequest', parts: [int32(80877104)], expected: { kind: 'gssenc' } },
    { name: 'CancelRequest', parts: [int32(80877102), int32(7), int32(9)], expected: { kind: 'cancel', pid: 7, key: Buffer.from([0, 0, 0, 9]) } },
    { name: 'a CancelRequest of 3.2', parts: [int32(80877102), int32(7), Buffer.alloc(256)], expected: { kind: 'cancel', pid: 7, key: Buffer.alloc(256) } },
    { name: 'protocol 2.0', parts: [int32(131072), Buffer.alloc(8)], expected: { kind: 'unsupported', version: '2.0' } },
    { name: 'protocol 4.1', parts: [int32((4 << 16) + 1)], expected: { kind: 'unsupported', version: '4.1' } },
    { name: 'an HTTP request', parts: [Buffer.from(' / HTTP/1.1')], expected: { kind: 'unsupported', version: '8239.8264' } },
    {
      name: 'a StartupMessage', parts: [int32(196608), cstring('user'), cstring('me'), cstring('database'), cstring(''), NUL],
      expected: { kind: 'startup', minor: 0, parameters: new Map([['user', 'me'], ['database', '']]) },
    },
    { name: 'a StartupMessage of 3.2', parts: [int32(196610), NUL], expected: { kind: 'startup', minor: 2, parameters: new Map() } },
  ])('knows $name', ({ parts, expected }) => {
    expect(readFirst(first(...parts))).toEqual(expected);
  });

  it.each([
    { name: 'nothing at all', parts: [] },
    { name: 'an SSLRequest with more behind it', parts: [int32(80877103), NUL] },
    { name: 'a CancelRequest without a key', parts: [int32(80877102), int32(7)] },
    { name: 'a CancelRequest with a huge key', parts: [int32(80877102), int32(7), Buffer.alloc(257)] },
    { name: 'a parameter without a value', parts: [int32(196608), cstring('user')] },
    { name: 'no terminator', parts: [int32(196608), cstring('user'), cstring('me')] },
    { name: 'bytes behind the terminator', parts: [int32(196608), cstring('user'), cstring('me'), NUL, cstring('x')] },
    { name: 'a parameter twice', parts: [int32(196608), cstring('user'), cstring('me'), cstring('user'), cstring('you'), NUL] },
    { name: 'a name that is not UTF-8', parts: [int32(196608), cstring('user'), Buffer.from([0xff, 0]), NUL] },
  ])('refuses $name', ({ parts }) => {
    expect(() => readFirst(first(...parts))).toThrow(expect.objectContaining({ code: 'PROTOCOL_VIOLATION' }));
  });
});

describe('readStartup and readSettings', () => {
  it('sorts parameters, options taken apart', () => {
    const parameters = new Map([
      ['user', 'me'], ['database', 'shop'], ['DateStyle', 'ISO'], ['_pq_.x', '1'], ['options', '-c statement_timeout=5s --Work-Mem=1MB'],
    ]);
    expect(readStartup(parameters)).toEqual({ user: 'me', database: 'shop', protocolOptions: ['_pq_.x'] });
    expect(readSettings(parameters)).toEqual(new Map([['datestyle', 'ISO'], ['statement_timeout', '5s'], ['work_mem', '1MB']]));
  });

  it.each(['true', 'on', 'yes', '1', 'database', 'DATABASE', 't', '', ' off'])('refuses replication=%p', (value) => {
    expect(() => readSettings(new Map([['user', 'me'], ['replication', value]]))).toThrow(expect.objectContaining({ code: 'DENIED', sqlstate: '42501' }));
  });

  it.each(['false', 'off', 'no', '0'])('takes replication=%s for an ordinary connection', (value) => {
    expect(readSettings(new Map([['user', 'me'], ['replication', value]]))).toEqual(new Map());
  });

  it.each(['User', 'REPLICATION', 'Database', 'OPTIONS'])('takes %s for a setting, as PostgreSQL does', (name) => {
    expect(readSettings(new Map([['user', 'me'], [name, 'x']]))).toEqual(new Map([[name.toLowerCase(), 'x']]));
  });

  it('refuses a client without a user', () => {
    expect(() => readStartup(new Map([['database', 'x']]))).toThrow(expect.objectContaining({ sqlstate: '28000' }));
  });
});

describe('readOptions', () => {
  it.each([
    { options: '', expected: [] },
    { options: ' \t\n ', expected: [] },
    { options: '-c a=b', expected: [['a', 'b']] },
    { options: '-ca=b', expected: [['a', 'b']] },
    { options: '--a=b  --c-d=e=f', expected: [['a', 'b'], ['c_d', 'e=f']] },
    { options: '-c search_path=a\\ b', expected: [['search_path', 'a b']] },
    { options: '-c a=x\\\\y', expected: [['a', 'x\\y']] },
    { options: '-c A.B=', expected: [['a.b', '']] },
    { options: '-c\\ a=b', expected: [[' a', 'b']] },
    { options: '-c a=b\\', expected: [['a', 'b']] },
  ])('reads $options', ({ options, expected }) => {
    expect(readOptions(options)).toEqual(expected);
  });

  it.each(['-c', '-c a', '--a', '-B 5', '-e', 'a=b', '-', '--', '-c =b', '--=b', '-S 5', '-fs', '-c a=b -W 9', '\\', '-ec a=b'])('refuses %s', (options) => {
    expect(() => readOptions(options)).toThrow(expect.objectContaining({ code: 'DENIED' }));
  });
});
