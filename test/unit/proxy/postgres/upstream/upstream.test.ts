// SPDX-License-Identifier: Apache-2.0
//
// The login against servers that misbehave, each a few scripted bytes; real ones are in test/integration/proxy/upstream.test.ts.
import { createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { createServer as createTlsServer, type TlsOptions } from 'node:tls';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { networkInterfaces, tmpdir } from 'node:os';
import { join } from 'node:path';
import { systemRuntime } from '../../../../../src/core/runtime.js';
import * as messages from '../../../../../src/proxy/postgres/protocol/messages.js';
import { isLoopback, type UpstreamTarget } from '../../../../../src/proxy/postgres/upstream/target.js';
import { checkSecrecy, connectUpstream, versionNumber, type ConnectOptions } from '../../../../../src/proxy/postgres/upstream/upstream.js';
import { writeCertificates } from '../../../../support/certificates.js';

const PASSWORD = 'correct horse';
const servers: Server[] = [];
const sockets = new Set<Socket>();

afterEach(async () => {
  for (const socket of sockets) socket.destroy();
  await Promise.all(servers.splice(0).map((server) => new Promise((resolve) => server.close(resolve))));
});

/** Addresses of this machine that are not loopback; a machine without any has nothing to be read on. */
const OUTSIDE = Object.values(networkInterfaces()).flat().filter((one) => one?.internal === false && one.family === 'IPv4').map((one) => one?.address ?? '');

const listen = async (server: Server, host = '127.0.0.1'): Promise<number> => {
  servers.push(server);
  server.on('connection', (socket: Socket) => void sockets.add(socket.on('error', () => undefined)));
  await new Promise<void>((resolve) => server.listen(0, host, resolve));
  return (server.address() as AddressInfo).port;
};

/** A server that answers the n-th chunk with the n-th script, then closes if the last one was null. */
const scripted = (...answers: readonly (Buffer | null)[]): Promise<number> =>
  listen(createServer((socket) => {
    let step = 0;
    socket.on('data', () => {
      const answer = answers[step++];
      if (answer === null) socket.end();
      else if (answer !== undefined) socket.write(answer);
    });
  }));

const login = async (port: number, tls: UpstreamTarget['tls'] = { mode: 'disable' }, options: Partial<ConnectOptions & { host: string }> = {}) => {
  const target = { host: options.host ?? '127.0.0.1', port, database: 'shop', user: 'app', password: PASSWORD, tls };
  const ready = await connectUpstream(target, {
    milliseconds: 2_000, runtime: systemRuntime, signal: new AbortController().signal, startupParameters: new Map(), maxFrameBytes: 1 << 20, ...options,
  });
  ready.socket.destroy();
  return ready;
};

const OK = messages.authentication(0);
const READY = messages.readyForQuery('I');
const ERROR = messages.errorResponse(messages.diagnosticFields({ severity: 'FATAL', sqlstate: '28P01', message: `no, not ${PASSWORD}` }));

describe('connectUpstream', () => {
  it('collects what the server says on the way, however it is split', async () => {
    const said = Buffer.concat([
      OK, messages.parameterStatus('server_version', '18.4'), messages.parameterStatus('TimeZone', 'UTC'),
      messages.noticeResponse(new Map([['M', 'hello']])), messages.backendKeyData(7, Buffer.from([1, 2, 3, 4])), READY, messages.noticeResponse(new Map([['M', 'later']])),
    ]);
    for (const size of [1, 7, said.length]) {
      const port = await listen(createServer((socket) => socket.once('data', () => {
        for (let at = 0; at < said.length; at += size) socket.write(said.subarray(at, at + size));
      })));
      const ready = await login(port);
      expect(ready).toMatchObject({ backendPid: 7, backendKey: Buffer.from([1, 2, 3, 4]), serverVersion: 180_004 });
      expect([...ready.parameterStatus]).toEqual([['server_version', '18.4'], ['TimeZone', 'UTC']]);
    }
  });

  it('leaves what came behind ReadyForQuery in the reader', async () => {
    const ready = await login(await scripted(Buffer.concat([OK, READY, messages.noticeResponse(new Map([['M', 'later']]))])));
    expect(ready.reader.next()?.type).toBe(messages.BACKEND.noticeResponse);
  });

  it.each([
    { name: 'an error', answers: [ERROR], says: 'the server says: no, not *** (28P01)' },
    { name: 'an unknown authentication method', answers: [messages.authentication(7)], says: 'method 7' },
    { name: 'no mechanism that we know', answers: [messages.authenticationSasl(['OAUTHBEARER'])], says: 'no SASL mechanism' },
    { name: 'a login without its proof', answers: [messages.authenticationSasl(['SCRAM-SHA-256']), OK], says: 'wrong time' },
    { name: 'a final SCRAM message first', answers: [messages.authenticationSasl(['SCRAM-SHA-256']), messages.authentication(12, Buffer.from('v=AAAA'))], says: 'wrong time' },
    { name: 'a second question after the answer', answers: [messages.authentication(3), messages.authentication(3)], says: 'wrong time' },
    { name: 'a row', answers: [Buffer.concat([OK, messages.dataRow([])])], says: 'wrong time' },
    { name: 'ReadyForQuery before authentication', answers: [READY], says: 'wrong time' },
    { name: 'a message that is too long', answers: [Buffer.from([0x52, 0x7f, 0xff, 0xff, 0xff])], says: 'limit' },
    { name: 'the length 3', answers: [Buffer.from([0x52, 0, 0, 0, 3])], says: 'impossible length' },
    { name: 'HTTP', answers: [Buffer.from('HTTP/1.1 400 Bad Request\r\n\r\n')], says: 'limit' },
    { name: 'nothing, and closes', answers: [null], says: 'closed the connection' },
    { name: 'half, and closes', answers: [messages.authentication(3), null], says: 'closed the connection' },
  ])('fails on a server that says $name', async ({ answers, says }) => {
    const failure = await login(await scripted(...answers)).then(() => undefined, (thrown: Error) => thrown);
    expect(failure).toMatchObject({ code: 'UPSTREAM_FAILED' });
    expect(failure?.message).toContain(says);
    expect(failure?.message).toMatch(/^the database at `127\.0\.0\.1:\d+` can't be used: /);
    expect(failure?.message).not.toContain(PASSWORD);
  });

  it('gives up on a server that says nothing', async () => {
    await expect(login(await scripted(), { mode: 'disable' }, { milliseconds: 30 })).rejects.toMatchObject({ code: 'UPSTREAM_FAILED', message: expect.stringContaining('30 ms') });
  });

  it('gives up at once when told to', async () => {
    const closing = new AbortController();
    const trying = login(await scripted(), { mode: 'disable' }, { signal: closing.signal });
    closing.abort();
    await expect(trying).rejects.toMatchObject({ code: 'UPSTREAM_FAILED' });
    await expect(login(await scripted(OK), { mode: 'disable' }, { signal: closing.signal })).rejects.toMatchObject({ code: 'UPSTREAM_FAILED' });
  });

  it('says so when nobody listens', async () => {
    const server = createServer();
    const port = await listen(server);
    await new Promise((resolve) => server.close(resolve));
    servers.length = 0;
    await expect(login(port)).rejects.toMatchObject({ code: 'UPSTREAM_FAILED', message: expect.stringContaining('ECONNREFUSED') });
  });

  it.each([
    { name: 'another value', status: [messages.parameterStatus('client_encoding', 'LATIN1')] },
    { name: 'no value', status: [] },
  ])('refuses a pooler that reports $name for a pinned setting', async ({ status }) => {
    const port = await scripted(Buffer.concat([OK, ...status, READY]));
    const startupParameters = new Map([['client_encoding', 'UTF8']]);
    await expect(login(port, { mode: 'disable' }, { startupParameters })).rejects.toThrow(/although `UTF8` was asked for/);
  });

  it('sends user, database and parameters, and nothing else', async () => {
    const sent = new Promise<Buffer>((resolve) => {
      void listen(createServer((socket) => socket.once('data', (chunk: Buffer) => {
        resolve(chunk);
        socket.end(ERROR);
      }))).then((port) => login(port, { mode: 'disable' }, { startupParameters: new Map([['TimeZone', 'UTC']]) })).catch(() => undefined);
    });
    expect((await sent).subarray(8).toString()).toBe('user\0app\0database\0shop\0TimeZone\0UTC\0\0');
  });

  it('speaks no plain text away from loopback', async () => {
    for (const host of OUTSIDE) {
      let sent = 0;
      const port = await listen(createServer((socket) => socket.on('data', (chunk: Buffer) => (sent += chunk.length))), host);
      await expect(login(port, { mode: 'disable' }, { host })).rejects.toMatchObject({ code: 'UPSTREAM_FAILED', message: expect.stringContaining('not on loopback') });
      expect(sent).toBe(0);
    }
  });

  describe('asking for TLS', () => {
    it.each([
      { name: 'no', answer: Buffer.from('N'), says: 'does not offer TLS' },
      { name: 'an error, whose text nobody vouches for', answer: ERROR, says: 'with an error' },
      { name: 'yes, and unencrypted bytes', answer: Buffer.from('Sx'), says: 'unencrypted bytes' },
      { name: 'anything else', answer: Buffer.from('?'), says: 'with an error' },
    ])('fails when the server answers $name', async ({ answer, says }) => {
      const failure = await login(await scripted(answer), { mode: 'verify-full' }).then(() => undefined, (thrown: Error) => thrown);
      expect(failure).toMatchObject({ code: 'UPSTREAM_FAILED', message: expect.stringContaining(says) });
      expect(failure?.message).not.toContain('not ***');
    });

    it('fails when the server agrees and then speaks no TLS', async () => {
      const port = await scripted(Buffer.from('S'), Buffer.from('HTTP/1.1 400 Bad Request\r\n\r\n'));
      await expect(login(port, { mode: 'require' })).rejects.toMatchObject({ code: 'UPSTREAM_FAILED' });
    });

    it('never sends the startup message in plain text', async () => {
      let sent = Buffer.alloc(0);
      const port = await listen(createServer((socket) => socket.on('data', (chunk: Buffer) => {
        sent = Buffer.concat([sent, chunk]);
        socket.write('N');
      })));
      await expect(login(port, { mode: 'require' })).rejects.toThrow();
      expect(sent.toString('hex')).toBe('0000000804d2162f');
    });

    it('ends the wait for a TLS handshake', async () => {
      await expect(login(await scripted(Buffer.from('S')), { mode: 'require' }, { milliseconds: 50 })).rejects.toMatchObject({ message: expect.stringContaining('50 ms') });
    });
  });
});

describe('a certificate that is not the one that was asked for', () => {
  let dir: string;
  let port: number;
  let heard: string;
  beforeEach(async () => {
    dir = await mkdtemp(join(tmpdir(), 'ostiary-upstream-'));
    await writeCertificates(dir);
    const cert = { cert: await readFile(join(dir, 'server.pem')), key: await readFile(join(dir, 'server.key')), ALPNProtocols: ['postgresql'] };
    port = await listen(agreeing(cert, Buffer.concat([OK, READY])));
  });

  /** Agrees to TLS, then says this. What it hears is kept. */
  const agreeing = (cert: TlsOptions, says: Buffer): Server => {
    heard = '';
    const inner = createTlsServer(cert, (socket) => {
      socket.on('error', () => undefined).on('data', (chunk: Buffer) => (heard += chunk.toString('latin1'))).once('data', () => socket.write(says));
    });
    return createServer((socket) => socket.once('data', () => {
      socket.pause();
      socket.write('S');
      inner.emit('connection', socket);
    }));
  };
  afterEach(() => rm(dir, { recursive: true }));

  const authority = () => readFile(join(dir, 'ca.pem'), 'utf8');

  it.each([
    { name: 'verify-full', tls: async () => ({ mode: 'verify-full' as const, ca: await authority() }) },
    { name: 'verify-full by name', tls: async () => ({ mode: 'verify-full' as const, ca: await authority(), servername: 'localhost' }) },
    { name: 'verify-ca with another name', tls: async () => ({ mode: 'verify-ca' as const, ca: await authority(), servername: 'db.example' }) },
    { name: 'require with its authority', tls: async () => ({ mode: 'require' as const, ca: await authority(), servername: 'db.example' }) },
    { name: 'require with nothing', tls: async () => ({ mode: 'require' as const }) },
  ])('is taken under $name', async ({ tls }) => {
    expect((await login(port, await tls())).serverVersion).toBe(0);
  });

  it.each([
    { name: 'verify-full, another name', tls: async () => ({ mode: 'verify-full' as const, ca: await authority(), servername: 'db.example' }) },
    { name: 'verify-full, unknown authority', tls: async () => ({ mode: 'verify-full' as const }) },
    { name: 'verify-ca, unknown authority', tls: async () => ({ mode: 'verify-ca' as const }) },
    { name: 'verify-ca, the leaf for an authority', tls: async () => ({ mode: 'verify-ca' as const, ca: await otherAuthority() }) },
    { name: 'require, another authority', tls: async () => ({ mode: 'require' as const, ca: await otherAuthority() }) },
  ])('is refused under $name', async ({ tls }) => {
    await expect(login(port, await tls())).rejects.toMatchObject({ code: 'UPSTREAM_FAILED' });
  });

  it('gets no password in clear text when it was not checked, away from loopback', async () => {
    for (const host of OUTSIDE) {
      const cert = { cert: await readFile(join(dir, 'server.pem')), key: await readFile(join(dir, 'server.key')) };
      const outside = await listen(agreeing(cert, messages.authentication(3)), host);
      await expect(login(outside, { mode: 'require' }, { host })).rejects.toMatchObject({ message: expect.stringContaining('clear text') });
      await expect(login(outside, { mode: 'verify-ca', ca: await authority() }, { host, milliseconds: 300 })).rejects.toMatchObject({ message: expect.stringContaining('300 ms') });
      expect(heard.split(PASSWORD)).toHaveLength(2);
    }
  });

  const otherAuthority = async (): Promise<string> => {
    const other = await mkdtemp(join(tmpdir(), 'ostiary-upstream-'));
    await writeCertificates(other);
    const ca = await readFile(join(other, 'ca.pem'), 'utf8');
    await rm(other, { recursive: true });
    return ca;
  };
});

describe('checkSecrecy', () => {
  const CLEARTEXT = 3;
  const MD5 = 5;

  it.each([
    { kind: CLEARTEXT, loopback: true, encrypted: false, verified: false, allowed: true },
    { kind: CLEARTEXT, loopback: false, encrypted: false, verified: false, allowed: false },
    { kind: CLEARTEXT, loopback: false, encrypted: true, verified: false, allowed: false },
    { kind: CLEARTEXT, loopback: false, encrypted: true, verified: true, allowed: true },
    { kind: MD5, loopback: true, encrypted: false, verified: false, allowed: true },
    { kind: MD5, loopback: false, encrypted: false, verified: false, allowed: false },
    { kind: MD5, loopback: false, encrypted: true, verified: false, allowed: true },
  ])('$kind on loopback $loopback, encrypted $encrypted, verified $verified: $allowed', ({ kind, allowed, ...channel }) => {
    const check = () => checkSecrecy(kind, channel);
    if (allowed) expect(check).not.toThrow();
    else expect(check).toThrow(expect.objectContaining({ code: 'UPSTREAM_FAILED' }));
  });
});

describe('isLoopback', () => {
  it.each(['127.0.0.1', '127.255.0.3', '::1', '::ffff:127.0.0.1'])('knows %s', (address) => expect(isLoopback(address)).toBe(true));
  it.each(['', '10.0.0.1', '::', '0.0.0.0', '::ffff:10.0.0.1', '127.evil.example', 'localhost'])('is not %s', (address) => expect(isLoopback(address)).toBe(false));
});

describe('versionNumber', () => {
  it.each([
    ['18.4', 180_004], ['15.18 (Debian 15.18-0+deb12u1)', 150_018], ['18beta1', 180_000], ['9.6.24', 90_624], ['16', 160_000], ['', 0], ['EDB', 0],
  ])('%s is %d', (version, expected) => expect(versionNumber(version)).toBe(expected));
});
