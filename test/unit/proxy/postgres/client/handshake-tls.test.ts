// SPDX-License-Identifier: Apache-2.0
import { X509Certificate } from 'node:crypto';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createSecureContext, type SecureContext } from 'node:tls';
import { certificateDigest } from '../../../../../src/proxy/postgres/authentication/certificate-digest.js';
import { frame } from '../../../../../src/proxy/postgres/protocol/frames.js';
import { DEFAULT_LIMITS } from '../../../../../src/proxy/postgres/limits.js';
import { int32, startupMessage } from '../../../../../src/proxy/postgres/protocol/messages.js';
import { atTheDoor, PASSWORD, USER } from '../../../../support/accepting.js';
import { writeCertificates } from '../../../../support/certificates.js';
import { mechanisms } from '../../../../support/raw-client.js';

const SSL_REQUEST = frame(0, int32(80877103));
const GSSENC_REQUEST = frame(0, int32(80877104));
const STARTUP = { user: USER, database: 'shop' };

let dir: string;
let tls: SecureContext;
let ca: string;
let certificate: Buffer;
const { open, ready, thrown } = atTheDoor();

beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'ostiary-handshake-'));
  await writeCertificates(dir);
  const cert = await readFile(join(dir, 'server.pem'));
  tls = createSecureContext({ cert, key: await readFile(join(dir, 'server.key')) });
  ca = await readFile(join(dir, 'ca.pem'), 'utf8');
  certificate = Buffer.from(new X509Certificate(cert).raw);
});

afterAll(() => rm(dir, { recursive: true }));

describe('acceptClient with TLS', () => {
  it('encrypts, and offers to bind to its certificate', async () => {
    const client = await open({ tls });
    client.send(SSL_REQUEST);
    expect(await client.byte()).toBe('S');
    await client.encrypt({ ca, host: '127.0.0.1' });
    client.startup(STARTUP);
    expect((await client.authenticate(PASSWORD, certificateDigest(certificate))).letter).toBe('R');
    expect(await ready()).toMatchObject({ encrypted: true });
  });

  it('refuses a client that is bound to another certificate: somebody is in between', async () => {
    const client = await open({ tls });
    client.send(SSL_REQUEST);
    await client.byte();
    await client.encrypt({ ca, host: '127.0.0.1' });
    client.startup(STARTUP);
    expect(await client.authenticate(PASSWORD, Buffer.alloc(32))).toMatchObject({ letter: 'E', sqlstate: '08P01' });
  });

  const encrypted = async (overrides: Parameters<typeof open>[0] = {}, startup: Record<string, string> = STARTUP) => {
    const client = await open({ tls, ...overrides });
    client.send(SSL_REQUEST);
    await client.byte();
    await client.encrypt({ ca, host: '127.0.0.1' });
    client.startup(startup);
    return client;
  };

  it('takes the credential as a bearer token over TLS, and offers it last', async () => {
    const client = await encrypted();
    expect((await client.bearer(PASSWORD)).frame.body.readInt32BE(0)).toBe(0);
    expect(await ready()).toMatchObject({ encrypted: true, startup: { user: USER, database: 'shop' } });
    const another = await encrypted();
    expect(mechanisms((await another.next()).frame)).toEqual(['SCRAM-SHA-256-PLUS', 'SCRAM-SHA-256', 'OAUTHBEARER']);
  });

  it('offers no bearer tokens where that is not switched on', async () => {
    const client = await encrypted({ bearer: false });
    expect(mechanisms((await client.next()).frame)).toEqual(['SCRAM-SHA-256-PLUS', 'SCRAM-SHA-256']);
  });

  it.each([
    ['a wrong token', PASSWORD.replace('secret', 'guessed'), STARTUP],
    ['the token of another user', PASSWORD, { user: 'postgres' }],
    ['a token that nobody could have', 'x', STARTUP],
  ])('refuses %s as it refuses passwords, and says nothing of why', async (_name, token, startup) => {
    const client = await encrypted({}, startup);
    expect(await client.bearer(token)).toMatchObject({ letter: 'E', sqlstate: '28P01', message: `password authentication failed for user \`${startup.user}\`` });
    expect(await thrown()).toMatchObject({ code: 'IDENTITY_UNTRUSTED' });
  });

  it('takes no bearer token in plain text, even when one is pushed', async () => {
    const client = await open({ tls });
    client.startup(STARTUP);
    await client.next();
    const first = Buffer.from(`n,,\u0001auth=Bearer ${PASSWORD}\u0001\u0001`);
    client.send(frame(0x70, Buffer.from('OAUTHBEARER\0'), int32(first.length), first));
    expect(await client.next()).toMatchObject({ letter: 'E', sqlstate: '08P01' });
  });

  it('offers no binding in plain text', async () => {
    const client = await open({ tls });
    client.startup(STARTUP);
    expect(mechanisms((await client.next()).frame)).toEqual(['SCRAM-SHA-256']);
  });

  it('takes direct TLS, as PostgreSQL 17 clients may begin', async () => {
    const client = await open({ tls });
    const socket = await client.encrypt({ ca, host: '127.0.0.1' });
    expect(socket.alpnProtocol).toBe('postgresql');
    client.startup(STARTUP);
    expect((await client.authenticate(PASSWORD)).letter).toBe('R');
    expect(await ready()).toMatchObject({ encrypted: true });
  });

  it('refuses direct TLS without the name of the protocol', async () => {
    const client = await open({ tls });
    await client.encrypt({ ca, host: '127.0.0.1', ALPNProtocols: undefined });
    expect(await client.next()).toMatchObject({ letter: 'E', sqlstate: '08P01' });
  });

  it('refuses direct TLS for another protocol', async () => {
    const client = await open({ tls });
    await expect(client.encrypt({ ca, host: '127.0.0.1', ALPNProtocols: ['http/1.1'] })).rejects.toThrow();
    expect(await thrown()).toMatchObject({ code: 'PROTOCOL_VIOLATION' });
  });

  it.each([
    { name: 'SSLRequest', request: SSL_REQUEST },
    { name: 'GSSENCRequest', request: GSSENC_REQUEST },
  ])('refuses bytes that came with the $name, before encryption', async ({ request }) => {
    const client = await open({ tls });
    client.send(request, startupMessage(new Map(Object.entries(STARTUP))));
    const seen = await client.rest();
    expect(seen).toMatchObject([{ letter: 'E', sqlstate: '08P01' }]);
    expect(seen[0]?.message).toContain('unencrypted bytes');
  });

  it('refuses TLS inside TLS', async () => {
    const client = await open({ tls });
    client.send(SSL_REQUEST);
    await client.byte();
    await client.encrypt({ ca, host: '127.0.0.1' });
    client.send(SSL_REQUEST);
    expect(await client.next()).toMatchObject({ letter: 'E', sqlstate: '08P01' });
  });

  it('refuses plain text where TLS is due, and takes TLS there', async () => {
    const plain = await open({ tls, tlsRequired: true });
    plain.startup(STARTUP);
    expect(await plain.next()).toMatchObject({ letter: 'E', sqlstate: '28000' });
    await thrown();
    const client = await open();
    client.send(SSL_REQUEST);
    await client.byte();
    await client.encrypt({ ca, host: '127.0.0.1' });
    client.startup(STARTUP);
    expect((await client.authenticate(PASSWORD)).letter).toBe('R');
    await ready();
  });

  it('survives a client that speaks no TLS after all', async () => {
    const client = await open({ tls });
    client.send(SSL_REQUEST);
    await client.byte();
    client.send(startupMessage(new Map(Object.entries(STARTUP))));
    expect(await thrown()).toMatchObject({ code: 'PROTOCOL_VIOLATION' });
  });

  it('refuses old TLS', async () => {
    const client = await open({ tls });
    const old = { minVersion: 'TLSv1', maxVersion: 'TLSv1.1', ciphers: 'DEFAULT@SECLEVEL=0' } as const;
    await expect(client.encrypt({ ca, host: '127.0.0.1', ...old })).rejects.toThrow();
    await thrown();
  });

  it('ends a TLS handshake that takes too long', async () => {
    const client = await open({ tls, limits: { ...DEFAULT_LIMITS, handshakeMs: 50 } });
    client.send(SSL_REQUEST);
    expect(await client.byte()).toBe('S');
    await client.closed();
    expect(await thrown()).toMatchObject({ code: 'LIMIT_EXCEEDED' });
  });

  it('ends a client that says nothing inside TLS', async () => {
    const client = await open({ tls, limits: { ...DEFAULT_LIMITS, handshakeMs: 300 } });
    client.send(SSL_REQUEST);
    await client.byte();
    await client.encrypt({ ca, host: '127.0.0.1' });
    await client.closed();
    expect(await thrown()).toMatchObject({ code: 'LIMIT_EXCEEDED' });
  });
});
