// SPDX-License-Identifier: Apache-2.0
//
// Mangled bytes against both handshakes and every reader: nothing crashes, nothing hangs, nobody gets in. Bounded, and the same each
// time; the name of a failing case is its seed.
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createSecureContext } from 'node:tls';
import { GateError } from '../../../../src/core/errors.js';
import { systemRuntime } from '../../../../src/core/runtime.js';
import * as backend from '../../../../src/proxy/postgres/protocol/backend.js';
import { frame, FrameReader, type Frame } from '../../../../src/proxy/postgres/protocol/frames.js';
import * as frontend from '../../../../src/proxy/postgres/protocol/frontend.js';
import { DEFAULT_LIMITS } from '../../../../src/proxy/postgres/limits.js';
import * as messages from '../../../../src/proxy/postgres/protocol/messages.js';
import { readFirst, readSettings, readStartup } from '../../../../src/proxy/postgres/protocol/startup.js';
import { connectUpstream } from '../../../../src/proxy/postgres/upstream/upstream.js';
import { startAccepting, USER, type Accepting } from '../../../support/accepting.js';
import { writeCertificates } from '../../../support/certificates.js';
import { RawClient } from '../../../support/raw-client.js';
import { mangle, seeded, split, type Seeded } from '../../../support/seeded.js';

const SEEDS = Array.from({ length: 12 }, (_, index) => 1_000 + index);
const ROUNDS = 40;
const LIMITS = { ...DEFAULT_LIMITS, handshakeMs: 5_000 };

const sasl = frame(0x70, messages.cstring('SCRAM-SHA-256'), messages.int32(25), Buffer.from('n,,n=,r=abcdefghijklmnopq'));
const FROM_CLIENT = [
  frame(0, messages.int32(messages.STARTUP_CODE.ssl)),
  frame(0, messages.int32(messages.STARTUP_CODE.gssenc)),
  messages.cancelRequest(7, Buffer.alloc(4)),
  messages.startupMessage(new Map([['user', USER], ['database', 'shop'], ['options', '-c a=b'], ['_pq_.x', '1']])),
  sasl,
  frame(0x70, Buffer.from('c=biws,r=abcdefghijklmnopq,p=dHzbZapWIk4jUhN+Ute9ytag9zjfMHgsqmmiz7AndVQ=')),
  messages.query('DROP TABLE customers'),
  Buffer.from('1603010200010001fc0303', 'hex'),
];
const FROM_SERVER = [
  messages.authenticationSasl(['SCRAM-SHA-256']), messages.authentication(11, Buffer.from('r=abc,s=W22ZaJ0SNY7soEsUEjb6gQ==,i=4096')), messages.authentication(3),
  messages.authentication(5, Buffer.alloc(4)), messages.authentication(0), messages.parameterStatus('server_version', '18.4'), messages.backendKeyData(1, Buffer.alloc(4)),
  messages.errorResponse(new Map([['M', 'no']])), messages.noticeResponse(new Map([['M', 'hm']])), messages.readyForQuery('I'), messages.dataRow([Buffer.from('x'), null]),
];

/** A few messages in any order, most of them mangled. */
const conversation = (chance: Seeded, from: readonly Buffer[]): Buffer =>
  Buffer.concat(Array.from({ length: 1 + chance.below(5) }, () => (chance.oneIn(3) ? chance.pick(from) : mangle(chance, chance.pick(from)))));

const unhandled: unknown[] = [];
const onUnhandled = (thrown: unknown) => void unhandled.push(thrown);
beforeAll(() => void process.on('unhandledRejection', onUnhandled).on('uncaughtException', onUnhandled));
afterAll(() => {
  process.off('unhandledRejection', onUnhandled).off('uncaughtException', onUnhandled);
});
afterEach(() => expect(unhandled.splice(0)).toEqual([]));

describe('acceptClient', () => {
  const doors: Record<string, Accepting> = {};
  let dir: string;
  beforeAll(async () => {
    dir = await mkdtemp(join(tmpdir(), 'ostiary-fuzz-'));
    await writeCertificates(dir);
    const tls = createSecureContext({ cert: await readFile(join(dir, 'server.pem')), key: await readFile(join(dir, 'server.key')) });
    doors.plain = await startAccepting({ limits: LIMITS });
    doors.tls = await startAccepting({ limits: LIMITS, tls });
  });
  afterAll(async () => {
    await Promise.all(Object.values(doors).map((door) => door.stop()));
    await rm(dir, { recursive: true });
  });

  const attack = async (door: Accepting, chance: Seeded): Promise<void> => {
    const client = await RawClient.connect(door.port);
    const verdict = door.verdict();
    client.socket.on('data', () => undefined);
    for (const piece of split(chance, conversation(chance, FROM_CLIENT))) {
      client.socket.write(piece);
      if (chance.oneIn(2)) await new Promise((resolve) => setImmediate(resolve));
    }
    if (chance.oneIn(4)) client.socket.resetAndDestroy();
    else client.socket.end();
    const { ready, thrown } = { ready: null, thrown: undefined, ...(await verdict) };
    expect(ready).toBeNull();
    // Whatever is refused is refused with a reason: anything but a GateError would be a fault of ours.
    if (thrown !== undefined) expect(thrown).toBeInstanceOf(GateError);
    client.socket.destroy();
  };

  it.each(SEEDS.flatMap((seed) => [['plain', seed], ['tls', seed]] as const))('stands mangled clients, %s, seed %d', async (kind, seed) => {
    const chance = seeded(seed);
    for (let round = 0; round < ROUNDS; round += 1) await attack(doors[kind] as Accepting, chance);
  });
});

describe('connectUpstream', () => {
  it.each(SEEDS)('stands mangled servers, seed %d', async (seed) => {
    const chance = seeded(seed);
    const server = createServer((socket) => {
      socket.on('error', () => undefined).on('data', () => undefined);
      for (const piece of split(chance, conversation(chance, FROM_SERVER))) socket.write(piece);
      socket.end();
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const target = { host: '127.0.0.1', port: (server.address() as AddressInfo).port, database: 'd', user: 'u', password: 'correct horse', tls: { mode: 'disable' as const } };
    const options = { milliseconds: 5_000, runtime: systemRuntime, signal: new AbortController().signal, startupParameters: new Map(), maxFrameBytes: 1 << 20 };
    for (let round = 0; round < ROUNDS; round += 1) {
      const outcome = await connectUpstream(target, options).catch((thrown: unknown) => thrown);
      if (outcome instanceof Error) expect(outcome).toMatchObject({ code: 'UPSTREAM_FAILED' });
      else (outcome as { socket: { destroy(): void } }).socket.destroy();
    }
    await new Promise((resolve) => server.close(resolve));
  });
});

describe('readers', () => {
  const bounds = backend.cellBounds();
  const READERS: readonly ((of: Frame) => unknown)[] = [
    frontend.readQuery, frontend.readParse, frontend.readBind, frontend.readNamed, frontend.readExecute, frontend.readCopyFail, frontend.readBare,
    backend.readRowDescription, backend.readParameterDescription, backend.readDiagnostic, backend.readCommandTag, backend.readReadyForQuery,
    backend.readParameterStatus, backend.readBackendKeyData, backend.readNotification, backend.readCopyResponse,
    (of) => backend.readDataRow(of, bounds), (of) => backend.readCells(of, bounds),
  ];
  const refusedOr = (run: () => unknown): void => {
    try {
      run();
    } catch (thrown) {
      if (!(thrown instanceof GateError)) throw thrown;
    }
  };

  it.each(SEEDS)('either read or refuse, seed %d', (seed) => {
    const chance = seeded(seed);
    for (let round = 0; round < 500; round += 1) {
      const body = mangle(chance, chance.pick([...FROM_CLIENT, ...FROM_SERVER]).subarray(chance.pick([0, 4, 5])));
      const reader = new FrameReader({ maxFrameBytes: 1 << 20 });
      reader.push(frame(1 + chance.below(255), body));
      const typed = reader.next() as Frame;
      for (const read of READERS) refusedOr(() => read(typed));
    }
  });

  it.each(SEEDS)('of startup messages either read or refuse, seed %d', (seed) => {
    const chance = seeded(seed);
    for (let round = 0; round < 500; round += 1) {
      const reader = new FrameReader({ maxFrameBytes: 10_000, startup: true });
      reader.push(frame(0, mangle(chance, chance.pick(FROM_CLIENT).subarray(4))));
      refusedOr(() => {
        const first = readFirst(reader.next() as Frame);
        if (first.kind === 'startup') expect([readStartup(first.parameters), readSettings(first.parameters)]).toHaveLength(2);
      });
    }
  });

  it.each(SEEDS)('cut any stream into the same frames, however it is split, seed %d', (seed) => {
    const chance = seeded(seed);
    const cut = (pieces: readonly Buffer[]): string => {
      const reader = new FrameReader({ maxFrameBytes: 1_000 });
      const frames: string[] = [];
      try {
        for (const piece of pieces) {
          reader.push(Buffer.from(piece));
          for (let next = reader.next(); next !== null; next = reader.next()) frames.push(next.raw.toString('hex'));
        }
      } catch (thrown) {
        if (!(thrown instanceof GateError)) throw thrown;
        frames.push(thrown.message);
      }
      return frames.join('\n');
    };
    for (let round = 0; round < 200; round += 1) {
      const stream = conversation(chance, FROM_SERVER);
      expect(cut(split(chance, stream))).toBe(cut([stream]));
    }
  });
});
