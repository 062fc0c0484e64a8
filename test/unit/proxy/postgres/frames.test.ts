// SPDX-License-Identifier: Apache-2.0
import { frame, FrameReader, type Frame } from '../../../../src/proxy/postgres/frames.js';

const MAX = 64;

/** One of each kind of frame: empty, tiny, ordinary, exactly at the limit, with NULs, with bytes that look like headers. */
const GOLDEN = [
  frame(0x53),
  frame(0x51, Buffer.from('select 1\0')),
  frame(0x44, Buffer.from([0, 1, 0, 0, 0, 4, 0x51, 0, 0, 0])),
  frame(0x64, Buffer.alloc(MAX - 4, 0x5a)),
  frame(0x45, Buffer.from('SERROR\0C42501\0Mno\0\0')),
  frame(0x58),
];
const STREAM = Buffer.concat(GOLDEN);

/** A copy that begins in the middle of its memory. */
const shifted = (bytes: Buffer): Buffer => {
  const room = Buffer.alloc(bytes.length + 20, 0xff);
  bytes.copy(room, 13);
  return room.subarray(13, 13 + bytes.length);
};

const readAll = (chunks: readonly Buffer[], reader = new FrameReader({ maxFrameBytes: MAX })): Frame[] => {
  const frames: Frame[] = [];
  for (const chunk of chunks) {
    reader.push(chunk);
    for (let next = reader.next(); next !== null; next = reader.next()) frames.push(next);
  }
  return frames;
};

const same = (frames: readonly Frame[], expected: readonly Buffer[]) => {
  expect(frames.map((one) => one.raw.toString('hex'))).toEqual(expected.map((one) => one.toString('hex')));
  expect(frames.map((one) => one.type)).toEqual(expected.map((one) => one[0]));
  expect(frames.map((one) => one.body.toString('hex'))).toEqual(expected.map((one) => one.subarray(5).toString('hex')));
};

describe('FrameReader', () => {
  it('cuts coalesced frames, as views of the chunk', () => {
    const frames = readAll([STREAM]);
    same(frames, GOLDEN);
    for (const one of frames) expect(one.source).toBe(STREAM);
  });

  it('gives the same frames for every split in two', () => {
    for (let at = 0; at <= STREAM.length; at += 1) same(readAll([STREAM.subarray(0, at), STREAM.subarray(at)]), GOLDEN);
  });

  it('gives the same frames for every split in three', () => {
    const stream = Buffer.concat(GOLDEN.slice(0, 3));
    for (let a = 0; a <= stream.length; a += 1) {
      for (let b = a; b <= stream.length; b += 1) same(readAll([stream.subarray(0, a), stream.subarray(a, b), stream.subarray(b)]), GOLDEN.slice(0, 3));
    }
  });

  it.each([1, 2, 3, 4, 5, 6, 7, 11, 64])('gives the same frames in pieces of %d', (size) => {
    const pieces: Buffer[] = [];
    for (let at = 0; at < STREAM.length; at += size) pieces.push(shifted(STREAM.subarray(at, at + size)));
    same(readAll(pieces), GOLDEN);
  });

  it('reads views with an offset, split anywhere', () => {
    for (let at = 0; at <= STREAM.length; at += 1) same(readAll([shifted(STREAM.subarray(0, at)), shifted(STREAM.subarray(at))]), GOLDEN);
  });

  it('takes several chunks before it is asked', () => {
    const reader = new FrameReader({ maxFrameBytes: MAX });
    reader.push(STREAM.subarray(0, 7));
    reader.push(STREAM.subarray(7, 30));
    expect(reader.buffered).toBe(30);
    same(readAll([STREAM.subarray(30)], reader), GOLDEN);
    expect(reader.buffered).toBe(0);
  });

  it('says null for every truncation, and never a frame that is not whole', () => {
    const one = GOLDEN[1] as Buffer;
    for (let at = 0; at < one.length; at += 1) {
      const reader = new FrameReader({ maxFrameBytes: MAX });
      reader.push(one.subarray(0, at));
      expect(reader.next()).toBeNull();
      expect(reader.buffered).toBe(at);
    }
  });

  const header = (declared: number) => Buffer.from([0x51, (declared >>> 24) & 0xff, (declared >>> 16) & 0xff, (declared >>> 8) & 0xff, declared & 0xff]);

  it.each([
    { declared: 0, code: 'PROTOCOL_VIOLATION' },
    { declared: 3, code: 'PROTOCOL_VIOLATION' },
    { declared: 0x80000000, code: 'PROTOCOL_VIOLATION' },
    { declared: 0xffffffff, code: 'PROTOCOL_VIOLATION' },
    { declared: MAX + 1, code: 'LIMIT_EXCEEDED' },
    { declared: 0x7fffffff, code: 'LIMIT_EXCEEDED' },
  ])('refuses the length $declared, whole or split', ({ declared, code }) => {
    for (let at = 0; at <= 5; at += 1) {
      expect(() => readAll([header(declared).subarray(0, at), header(declared).subarray(at)])).toThrow(expect.objectContaining({ code }));
    }
  });

  it.each([4, MAX])('takes the length %d', (declared) => {
    same(readAll([Buffer.concat([header(declared), Buffer.alloc(declared - 4)])]), [Buffer.concat([header(declared), Buffer.alloc(declared - 4)])]);
  });

  it('refuses the type 0, which would look like a startup frame', () => {
    expect(() => readAll([frame(0x51), Buffer.from([0, 0, 0, 0, 4])])).toThrow(expect.objectContaining({ code: 'PROTOCOL_VIOLATION' }));
  });

  it('keeps no more than came of a frame that was only declared', () => {
    const reader = new FrameReader({ maxFrameBytes: 1 << 30 });
    const before = process.memoryUsage().arrayBuffers;
    reader.push(header(1 << 30));
    expect(reader.next()).toBeNull();
    reader.push(Buffer.alloc(1_000));
    expect(reader.next()).toBeNull();
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(1 << 20);
  });

  it('gathers a large frame from small pieces', () => {
    const large = frame(0x44, Buffer.from(Array.from({ length: 300_000 }, (_, index) => index % 251)));
    const pieces: Buffer[] = [];
    for (let at = 0; at < large.length; at += 999) pieces.push(large.subarray(at, at + 999));
    const [one, two] = readAll([...pieces, GOLDEN[0] as Buffer], new FrameReader({ maxFrameBytes: 1 << 20 }));
    expect(one?.raw.equals(large)).toBe(true);
    expect(two?.type).toBe(0x53);
  });

  it('does not touch a gathered frame again', () => {
    const reader = new FrameReader({ maxFrameBytes: MAX });
    const [first] = readAll([STREAM.subarray(0, 8), STREAM.subarray(8, 19)], reader).slice(1);
    readAll([STREAM.subarray(19, 25), STREAM.subarray(25)], reader);
    expect(first?.raw.equals(GOLDEN[1] as Buffer)).toBe(true);
  });

  describe('startup', () => {
    const startup = frame(0, Buffer.from([0, 3, 0, 0]), Buffer.from('user\0a\0\0'));

    it('reads frames without a type byte, then typed ones, however they are split', () => {
      const stream = Buffer.concat([startup, ...GOLDEN]);
      for (let at = 0; at <= stream.length; at += 1) {
        const reader = new FrameReader({ maxFrameBytes: MAX, startup: true });
        const frames: Frame[] = [];
        for (const chunk of [stream.subarray(0, at), stream.subarray(at)]) {
          reader.push(chunk);
          for (let next = reader.next(); next !== null; next = reader.next()) {
            frames.push(next);
            reader.expect({ maxFrameBytes: MAX });
          }
        }
        expect(frames[0]?.type).toBe(0);
        expect(frames[0]?.raw.equals(startup)).toBe(true);
        expect(frames[0]?.body.equals(startup.subarray(4))).toBe(true);
        same(frames.slice(1), GOLDEN);
      }
    });

    it.each([0, 3, MAX + 1])('refuses the length %d', (declared) => {
      const reader = new FrameReader({ maxFrameBytes: MAX, startup: true });
      reader.push(header(declared).subarray(1));
      expect(() => reader.next()).toThrow();
    });

    it('applies the limit of the new phase to bytes that came early', () => {
      const reader = new FrameReader({ maxFrameBytes: MAX, startup: true });
      reader.push(Buffer.concat([startup, GOLDEN[3] as Buffer]));
      reader.next();
      reader.expect({ maxFrameBytes: 20 });
      expect(() => reader.next()).toThrow(expect.objectContaining({ code: 'LIMIT_EXCEEDED' }));
    });
  });
});

describe('frame', () => {
  it('counts itself, not its type byte', () => {
    expect(frame(0x51, Buffer.from('ab'), Buffer.from('c')).toString('hex')).toBe('5100000007616263');
    expect(frame(0, Buffer.from('ab')).toString('hex')).toBe('000000066162');
  });
});
