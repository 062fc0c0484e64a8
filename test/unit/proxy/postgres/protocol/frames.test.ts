// SPDX-License-Identifier: Apache-2.0
import { once } from 'node:events';
import { Socket } from 'node:net';
import { Writable } from 'node:stream';
import { frame, FrameReader, type Frame } from '../../../../../src/proxy/postgres/protocol/frames.js';
import { Intake } from '../../../../../src/proxy/postgres/transport/intake.js';
import { type Ask, Memory, type Share } from '../../../../../src/proxy/postgres/transport/memory.js';
import { Outgoing } from '../../../../../src/proxy/postgres/transport/outgoing.js';
import { manualRuntime } from '../../../../support/manual-runtime.js';

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

  describe('that asks for room', () => {
    const ABOVE = 20;
    const large = GOLDEN[3] as Buffer;
    const stream = Buffer.concat([GOLDEN[1] as Buffer, large, GOLDEN[2] as Buffer, large, GOLDEN[0] as Buffer]);

    /** Reads all, and does with every large frame as told. */
    const read = (chunks: readonly Buffer[], settle: (reader: FrameReader) => void): { frames: Frame[]; asked: number } => {
      const reader = new FrameReader({ maxFrameBytes: MAX });
      reader.asks(ABOVE);
      const frames: Frame[] = [];
      let asked = 0;
      for (const chunk of chunks) {
        reader.push(chunk);
        for (;;) {
          const next = reader.next();
          if (next !== null) frames.push(next);
          else if (reader.wanted === null) break;
          else {
            expect(reader.wanted).toEqual({ type: 0x64, bytes: large.length });
            asked += 1;
            settle(reader);
          }
        }
      }
      expect([reader.buffered, reader.allowed, reader.wanted]).toEqual([0, 0, null]);
      return { frames, asked };
    };

    it.each([1, 2, 3, 5, 7, 11, 30, 64])('waits for each large frame, and goes on with it, in pieces of %d', (size) => {
      const pieces = Array.from({ length: Math.ceil(stream.length / size) }, (_, index) => shifted(stream.subarray(index * size, (index + 1) * size)));
      const { frames, asked } = read(pieces, (reader) => reader.allow());
      same(frames, [GOLDEN[1] as Buffer, large, GOLDEN[2] as Buffer, large, GOLDEN[0] as Buffer]);
      expect(asked).toBe(2);
    });

    it('passes over a large frame, and reads what follows, however it is split', () => {
      for (let a = 1; a <= stream.length; a += 5) {
        for (let b = a; b <= stream.length; b += 3) {
          const { frames, asked } = read([stream.subarray(0, a), stream.subarray(a, b), stream.subarray(b)], (reader) => reader.passOver());
          // One that came whole is in memory already.
          if (frames.length !== 5 - asked) throw new Error(`split at ${a} and ${b}`);
          same(frames.filter(({ type }) => type !== 0x64), [GOLDEN[1] as Buffer, GOLDEN[2] as Buffer, GOLDEN[0] as Buffer]);
        }
      }
    });

    it('keeps none of what comes while it waits', () => {
      const reader = new FrameReader({ maxFrameBytes: 1 << 30 });
      reader.asks(65_536);
      const before = process.memoryUsage().arrayBuffers;
      reader.push(header(1 << 30));
      expect([reader.next(), reader.wanted]).toEqual([null, null]);
      reader.push(Buffer.alloc(1_000));
      expect([reader.next(), reader.wanted, reader.buffered]).toEqual([null, { type: 0x51, bytes: (1 << 30) + 1 }, 1_005]);
      reader.passOver();
      for (let count = 0; count < 100; count += 1) reader.push(Buffer.alloc(1_000));
      expect([reader.next(), reader.buffered]).toEqual([null, 0]);
      expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(1 << 20);
    });

    it('asks for no frame that came whole, and for none up to the size', () => {
      const { frames, asked } = read([stream], (reader) => reader.passOver());
      expect([frames.length, asked]).toEqual([5, 0]);
      const small = GOLDEN[1] as Buffer;
      expect(small.length).toBeLessThanOrEqual(ABOVE);
      expect(read([small.subarray(0, 9), small.subarray(9)], (reader) => reader.passOver())).toMatchObject({ asked: 0 });
    });

    it('asks for nothing before it is told to: a peer that has not logged in, and the gate itself', () => {
      const reader = new FrameReader({ maxFrameBytes: 1 << 20 });
      const one = frame(0x44, Buffer.alloc(200_000));
      same(readAll([one.subarray(0, 70_000), one.subarray(70_000)], reader), [one]);
    });
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

describe('Memory', () => {
  const bounds = { memoryBytes: 100, sessionMemoryBytes: 60 };
  const asking = (share: Share, bytes: number, granted: number[]): Ask => {
    const ask: Ask = { bytes, nearer: false, granted: () => void granted.push(bytes) };
    share.ask(ask);
    return ask;
  };

  it('grants at once what fits, and the rest in the order in which it was asked for', () => {
    const memory = new Memory(bounds);
    const share = memory.share({});
    const granted: number[] = [];
    for (const bytes of [40, 30, 5, 20]) asking(share, bytes, granted);
    // 5 would fit, and does not overtake.
    expect([granted, memory.held, memory.waiting]).toEqual([[40], 40, 3]);
    share.give(40);
    expect([granted, memory.held, memory.waiting]).toEqual([[40, 30, 5, 20], 55, 0]);
    for (const bytes of [30, 5, 20]) share.give(bytes);
    expect(memory.held).toBe(0);
  });

  it('keeps a session that is full from holding up others, and them all to the whole', () => {
    const memory = new Memory(bounds);
    const [one, other, third] = [memory.share({}), memory.share({}), memory.share({})];
    const granted: number[] = [];
    for (const [share, bytes] of [[one, 55], [one, 10], [other, 30], [third, 20], [other, 1]] as const) asking(share, bytes, granted);
    expect([granted, memory.held, memory.waiting]).toEqual([[55, 30], 85, 3]);
    other.give(30);
    expect([granted, memory.held, memory.waiting]).toEqual([[55, 30, 20, 1], 76, 1]);
    one.give(55);
    expect([granted, memory.held, one.held]).toEqual([[55, 30, 20, 1, 10], 31, 10]);
  });

  it('goes on with those behind one that waits no longer', () => {
    const memory = new Memory(bounds);
    const share = memory.share({});
    const granted: number[] = [];
    asking(share, 50, granted);
    const second = asking(share, 40, granted);
    asking(share, 10, granted);
    share.withdraw(second);
    share.withdraw(second);
    expect([granted, memory.held, memory.waiting]).toEqual([[50, 10], 60, 0]);
  });

  it('tells those who wait when their turn comes nearer, and of nothing that does not help them', () => {
    const memory = new Memory(bounds);
    const [one, other, third] = [memory.share({}), memory.share({}), memory.share({})];
    asking(one, 50, []);
    asking(one, 9, []);
    asking(other, 41, []);
    const [ofOne, ofThird] = [asking(one, 55, []), asking(third, 60, [])];
    other.give(1);
    expect([ofOne.nearer, ofThird.nearer]).toEqual([false, true]);
    ofThird.nearer = false;
    one.give(9);
    expect([ofOne.nearer, ofThird.nearer, memory.waiting]).toEqual([true, true, 2]);
  });

  it('admits anything when nothing else is held, and nothing beside it', () => {
    const memory = new Memory(bounds);
    const granted: number[] = [];
    const huge = memory.share({});
    asking(huge, 1_000, granted);
    asking(memory.share({}), 1, granted);
    expect([granted, memory.held, memory.waiting]).toEqual([[1_000], 1_000, 1]);
    huge.give(1_000);
    expect([granted, memory.held]).toEqual([[1_000, 1], 1]);
  });

  it('is one for all that is of one session', () => {
    const memory = new Memory(bounds);
    const session = {};
    expect(memory.share(session)).toBe(memory.share(session));
    expect(memory.share({})).not.toBe(memory.share(session));
  });
});

describe('Outgoing', () => {
  it('keeps its room for small messages, and none for a large one that was written', () => {
    let written = 0;
    const out = new Outgoing(new Writable({
      write(chunk: Buffer, _encoding, done) {
        written += chunk.length;
        done();
      },
    }));
    const small = out.room(10).buffer;
    const large = out.room(200_000);
    expect([small.length, large.buffer.length, large.at]).toEqual([65_536, 200_000, 0]);
    expect(out.room(10)).toEqual({ buffer: small, at: 10 });
    out.flush();
    expect(written).toBe(200_020);
  });
});

describe('Intake', () => {
  it.each([
    { what: 'nothing once the other side has taken it', takes: true, held: 0 },
    { what: 'what the other side has not taken until that is gone', takes: false, held: 100_005 },
  ])('holds $what, when the session is over', async ({ takes, held }) => {
    const memory = new Memory({ memoryBytes: 200_000, sessionMemoryBytes: 200_000 });
    const reader = new FrameReader({ maxFrameBytes: 1 << 20 });
    const to = new Writable({ write: (_chunk, _encoding, done) => (takes ? done() : undefined) });
    const taker = {
      blocked: false, paused: false, watched: false, kept: 0, ignores: () => false, noRoom: () => undefined,
      run() {
        const next = reader.next();
        if (next !== null) taker.blocked = !to.write(next.raw);
      },
    };
    const nothing = () => undefined;
    const log = { debug: nothing, info: nothing, warn: nothing, error: nothing };
    const intake = new Intake({ socket: new Socket(), reader, taker, share: memory.share({}), roomMs: 10, runtime: manualRuntime(), log, wake: nothing });
    const large = frame(0x44, Buffer.alloc(100_000));
    for (const piece of [large.subarray(0, 10), large.subarray(10)]) {
      reader.push(piece);
      taker.run();
    }
    intake.turn();
    expect(memory.held).toBe(100_005);
    intake.close(to);
    expect(memory.held).toBe(held);
    to.destroy();
    await once(to, 'close');
    expect(memory.held).toBe(0);
  });
});
