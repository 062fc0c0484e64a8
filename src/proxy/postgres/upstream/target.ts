// SPDX-License-Identifier: Apache-2.0
//
// Where the real database is and how to speak to it; and how to reach it: TCP, then TLS. Refuses plain text away from loopback,
// certificates that are not what was asked for, and bytes that somebody slipped in before encryption began.
import { connect as connectTcp, isIP, type Socket } from 'node:net';
import { connect as connectTls, type TLSSocket } from 'node:tls';
import { GateError, messageOf } from '../../../core/errors.js';
import type { Runtime } from '../../../core/runtime.js';
import { Conversation, deadline } from '../transport/conversation.js';
import { frame, FrameReader } from '../protocol/frames.js';
import { MAX_SERVER_HANDSHAKE_BYTES } from '../limits.js';
import { int32, STARTUP_CODE } from '../protocol/messages.js';
import { hintForFailure } from './hints.js';

/** libpq's words. `require` without a `ca` encrypts and checks nothing; with one it is `verify-ca`, as in libpq. */
export interface UpstreamTls {
  readonly mode: 'verify-full' | 'verify-ca' | 'require' | 'disable';
  /** PEM of the authorities to trust instead of Node's own list. */
  readonly ca?: string;
  /** The name that the certificate must bear, when it is not `host`. */
  readonly servername?: string;
}

/** One production database. Holds the password: never logged, never in a message. */
export interface UpstreamTarget {
  readonly host: string;
  readonly port: number;
  readonly database: string;
  readonly user: string;
  readonly password: string;
  readonly tls: UpstreamTls;
}

/** The server knows neither user nor password, or not this one any more (SQLSTATE 28P01, 28000). */
export class LoginRefused extends GateError {}

/** How long to try, and what ends it. `milliseconds` counts from dialling. */
export interface DialOptions {
  readonly milliseconds: number;
  readonly runtime: Runtime;
  readonly signal: AbortSignal;
}

/** A server that took our call. `verified`: its certificate was checked against authorities. */
export interface Dialled {
  readonly conversation: Conversation;
  readonly encrypted: boolean;
  readonly verified: boolean;
  readonly loopback: boolean;
  /** DER of the server's certificate; null without TLS. */
  readonly certificate: Buffer | null;
  /** Calls the deadline off. */
  readonly settle: () => void;
  /** What really ended the connection, when the deadline did: behind TLS only the raw socket knows. */
  cause(thrown: unknown): unknown;
}

const ANSWER_TLS = 0x53;
const ANSWER_PLAIN = 0x4e;

/** Connects and encrypts. The deadline runs on until `settle`. Throws `UPSTREAM_FAILED`, with the socket destroyed. */
export async function dial(target: UpstreamTarget, options: DialOptions): Promise<Dialled> {
  const socket = connectTcp({ host: target.host, port: target.port, noDelay: true, keepAlive: true });
  socket.on('error', () => undefined);
  const settle = deadline(socket, { ...options, what: 'connecting to the database' });
  const cause = (thrown: unknown): unknown => (socket.errored instanceof GateError ? socket.errored : thrown);
  try {
    await connected(socket);
    const plain = new Conversation(socket, new FrameReader({ maxFrameBytes: MAX_SERVER_HANDSHAKE_BYTES }), 'the server');
    const loopback = isLoopback(socket.remoteAddress ?? '');
    const { mode } = target.tls;
    if (mode !== 'disable') return { ...(await encrypt(plain, target)), loopback, settle, cause };
    if (!loopback) throw new GateError('UPSTREAM_FAILED', 'it is not on loopback, and TLS is disabled', { hint: 'use TLS mode `verify-full`' });
    return { conversation: plain, encrypted: false, verified: false, loopback, certificate: null, settle, cause };
  } catch (thrown) {
    settle();
    socket.destroy();
    throw upstreamError(cause(thrown), target);
  }
}

/** Anything thrown on the way to a server as `UPSTREAM_FAILED` that names it; the password is cut out wherever it came from. */
export function upstreamError(thrown: unknown, target: UpstreamTarget): GateError {
  const hint = thrown instanceof GateError && thrown.hint !== undefined ? thrown.hint : hintForFailure(thrown);
  const text = target.password === '' ? messageOf(thrown) : messageOf(thrown).replaceAll(target.password, '***');
  const name = `the database at \`${target.host}:${target.port}\``;
  const Failure = thrown instanceof LoginRefused ? LoginRefused : GateError;
  return new Failure('UPSTREAM_FAILED', text.startsWith(name) ? text : `${name} can't be used: ${text}`, { hint });
}

/** True for 127.0.0.0/8 and ::1, mapped or not. */
export function isLoopback(address: string): boolean {
  const bare = address.startsWith('::ffff:') ? address.slice(7) : address;
  return bare === '::1' || (isIP(bare) === 4 && bare.startsWith('127.'));
}

function connected(socket: Socket): Promise<void> {
  return new Promise((resolve, reject) => {
    socket.once('connect', resolve);
    socket.once('close', () => reject(socket.errored ?? new Error('the connection was closed')));
  });
}

async function encrypt(plain: Conversation, target: UpstreamTarget): Promise<Omit<Dialled, 'settle' | 'loopback' | 'cause'>> {
  plain.socket.write(frame(0, int32(STARTUP_CODE.ssl)));
  const answer = await plain.chunk();
  if (answer[0] === ANSWER_PLAIN) throw new GateError('UPSTREAM_FAILED', 'it does not offer TLS', { hint: 'switch TLS on at the server' });
  // An error text at this point is not authenticated: whoever is in between may have written it. It is not shown.
  if (answer[0] !== ANSWER_TLS) throw new GateError('UPSTREAM_FAILED', 'it answered the request for TLS with an error');
  // INVARIANT: nothing that came before TLS is ever read after it (CVE-2021-23222).
  if (answer.length > 1 || plain.early > 0) throw new GateError('PROTOCOL_VIOLATION', 'it sent unencrypted bytes after agreeing to TLS');
  const socket = await secured(plain.socket, target);
  const reader = new FrameReader({ maxFrameBytes: MAX_SERVER_HANDSHAKE_BYTES });
  const certificate = socket.getPeerX509Certificate()?.raw ?? null;
  return { conversation: new Conversation(socket, reader, 'the server'), encrypted: true, verified: socket.authorized, certificate };
}

function secured(raw: Socket, target: UpstreamTarget): Promise<TLSSocket> {
  const { mode, ca, servername } = target.tls;
  const name = servername ?? target.host;
  const verify = mode !== 'require' || ca !== undefined;
  const socket = connectTls({
    socket: raw,
    host: name,
    // RFC 6066 forbids addresses here.
    ...(isIP(name) === 0 ? { servername: name } : {}),
    ...(ca === undefined ? {} : { ca }),
    ALPNProtocols: ['postgresql'],
    minVersion: 'TLSv1.2',
    rejectUnauthorized: verify,
    ...(mode === 'verify-full' ? {} : { checkServerIdentity: () => undefined }),
  });
  return new Promise((resolve, reject) => {
    const fail = () => reject(socket.errored ?? raw.errored ?? new Error('it hung up during the TLS handshake'));
    socket.once('secureConnect', () => {
      socket.off('close', fail);
      resolve(socket);
    });
    socket.on('error', () => undefined);
    socket.once('close', fail);
  });
}
