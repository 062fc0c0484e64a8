// SPDX-License-Identifier: Apache-2.0
//
// The gate as a client of the real database: logs in and waits for ReadyForQuery. Refuses to send a password where others could
// read it, a server that does not keep what was pinned, and every authentication method that it does not know.
// @see https://www.postgresql.org/docs/current/protocol-flow.html#PROTOCOL-FLOW-START-UP
import { createHash } from 'node:crypto';
import { GateError } from '../../../core/errors.js';
import { readBackendKeyData, readDiagnostic, readParameterStatus } from '../protocol/backend.js';
import { BodyReader } from '../protocol/body.js';
import { certificateDigest } from '../authentication/certificate-digest.js';
import type { Conversation } from '../transport/conversation.js';
import { frame, type Frame } from '../protocol/frames.js';
import { AUTHENTICATION, BACKEND, cancelRequest, cstring, FRONTEND, int32, startupMessage } from '../protocol/messages.js';
import type { UpstreamReady } from '../ready.js';
import { ScramClient } from '../authentication/scram.js';
import { dial, LoginRefused, upstreamError, type DialOptions, type Dialled, type UpstreamTarget } from './target.js';
import { hintForState } from './hints.js';

/** What one connection to the server needs. */
export interface ConnectOptions extends DialOptions {
  /** Sent as they are, `user` and `database` aside. Those in `PINNED` must be reported back unchanged. */
  readonly startupParameters: ReadonlyMap<string, string>;
  readonly maxFrameBytes: number;
}

// Settings that the gate's reading of SQL rests on: a pooler that drops our startup parameters would take them away unseen.
const PINNED = ['client_encoding', 'standard_conforming_strings'];
const NONCE_BYTES = 18;
/** invalid_password and invalid_authorization_specification. */
const REFUSED_STATES: ReadonlySet<string> = new Set(['28P01', '28000']);

/** Connects, logs in and waits for the first ReadyForQuery. Throws `UPSTREAM_FAILED`; never with the password in it. */
export async function connectUpstream(target: UpstreamTarget, options: ConnectOptions): Promise<UpstreamReady> {
  const dialled = await dial(target, options);
  try {
    const { conversation } = dialled;
    const startup = new Map([['user', target.user], ['database', target.database], ...options.startupParameters]);
    conversation.socket.write(startupMessage(startup));
    await authenticate(dialled, target, options);
    const ready = await awaitReady(conversation);
    checkPinned(ready.parameterStatus, options.startupParameters);
    conversation.reader.expect({ maxFrameBytes: options.maxFrameBytes });
    return ready;
  } catch (thrown) {
    dialled.conversation.socket.destroy();
    throw upstreamError(dialled.cause(thrown), target);
  } finally {
    dialled.settle();
  }
}

/**
 * Throws `UPSTREAM_FAILED` where a password could be read on its way: clear text needs loopback or a verified certificate, MD5 loopback
 * or TLS of any kind. INVARIANT: called before every such answer.
 */
export function checkSecrecy(kind: number, { loopback, encrypted, verified }: Pick<Dialled, 'loopback' | 'encrypted' | 'verified'>): void {
  if (loopback || (kind === AUTHENTICATION.md5 ? encrypted : verified)) return;
  const what = kind === AUTHENTICATION.md5 ? 'an MD5 password on a connection that is not encrypted' : 'the password in clear text on a connection that is not verified';
  throw new GateError('UPSTREAM_FAILED', `it asks for ${what}`, { hint: 'use SCRAM-SHA-256, or TLS mode `verify-full`' });
}

/** Asks the server to cancel what a backend does; resolves when the server has heard it. Throws `UPSTREAM_FAILED`. */
export async function sendCancel(target: UpstreamTarget, backend: { readonly pid: number; readonly key: Buffer }, options: DialOptions): Promise<void> {
  const { conversation, settle } = await dial(target, options);
  try {
    conversation.socket.write(cancelRequest(backend.pid, backend.key));
    // The server says nothing: it closes once the signal is on its way.
    await conversation.chunk().catch(() => undefined);
  } finally {
    settle();
    conversation.socket.destroy();
  }
}

// One question, one answer: a server that asks again after it was answered is not one.
async function authenticate(dialled: Dialled, target: UpstreamTarget, options: DialOptions): Promise<void> {
  const { conversation } = dialled;
  const body = new BodyReader(await expectFrame(conversation, BACKEND.authentication));
  const kind = body.int32();
  switch (kind) {
    case AUTHENTICATION.ok:
      return;
    case AUTHENTICATION.sasl:
      await scram(dialled, mechanisms(body), target, options);
      break;
    case AUTHENTICATION.cleartext:
      checkSecrecy(kind, dialled);
      conversation.socket.write(frame(FRONTEND.password, cstring(target.password)));
      break;
    case AUTHENTICATION.md5:
      checkSecrecy(kind, dialled);
      conversation.socket.write(frame(FRONTEND.password, cstring(md5Answer(target, body.bytes(4)))));
      break;
    default:
      throw new GateError('UPSTREAM_FAILED', `it demands the authentication method ${kind}, which is not known here`, { hint: 'use SCRAM-SHA-256' });
  }
  const verdict = new BodyReader(await expectFrame(conversation, BACKEND.authentication));
  if (verdict.int32() !== AUTHENTICATION.ok) throw verdict.violation('comes at the wrong time');
}

function md5Answer(target: UpstreamTarget, salt: Buffer): string {
  const md5 = (...parts: (string | Buffer)[]) => parts.reduce((hash, part) => hash.update(part), createHash('md5')).digest('hex');
  return `md5${md5(md5(target.password, target.user), salt)}`;
}

function mechanisms(body: BodyReader): string[] {
  const offered: string[] = [];
  for (let name = body.cstring(); name !== ''; name = body.cstring()) offered.push(name);
  return offered;
}

async function scram(dialled: Dialled, offered: readonly string[], target: UpstreamTarget, { runtime }: DialOptions): Promise<void> {
  const { conversation, certificate } = dialled;
  const binding = certificate === null ? null : certificateDigest(certificate);
  const client = new ScramClient({ offered, password: target.password, nonce: runtime.random(NONCE_BYTES).toString('base64'), binding });
  const first = Buffer.from(client.first());
  conversation.socket.write(frame(FRONTEND.password, cstring(client.mechanism), int32(first.length), first));
  const serverFirst = await expectSasl(conversation, AUTHENTICATION.saslContinue);
  conversation.socket.write(frame(FRONTEND.password, Buffer.from(await client.final(serverFirst))));
  client.verify(await expectSasl(conversation, AUTHENTICATION.saslFinal));
}

async function expectSasl(conversation: Conversation, kind: number): Promise<string> {
  const body = new BodyReader(await expectFrame(conversation, BACKEND.authentication));
  if (body.int32() !== kind) throw body.violation('comes at the wrong time');
  return body.rest().toString('utf8');
}

/** The next message that is no notice; an error of the server is thrown. */
async function expectFrame(conversation: Conversation, type?: number): Promise<Frame> {
  for (;;) {
    const next = await conversation.frame();
    if (next.type === BACKEND.noticeResponse) continue;
    if (next.type === BACKEND.errorResponse) throw serverRefused(next);
    if (type !== undefined && next.type !== type) throw new BodyReader(next).violation('comes at the wrong time');
    return next;
  }
}

function serverRefused(next: Frame): GateError {
  const fields = readDiagnostic(next);
  const state = fields.get('C');
  const hint = hintForState(state);
  const Failure = state !== undefined && REFUSED_STATES.has(state) ? LoginRefused : GateError;
  return new Failure('UPSTREAM_FAILED', `the server says: ${fields.get('M') ?? 'nothing'} (${fields.get('C') ?? 'no code'})`, hint === undefined ? {} : { hint });
}

async function awaitReady(conversation: Conversation): Promise<UpstreamReady> {
  const parameterStatus = new Map<string, string>();
  let backend: { readonly pid: number; readonly key: Buffer } = { pid: 0, key: Buffer.alloc(4) };
  for (;;) {
    const next = await expectFrame(conversation);
    if (next.type === BACKEND.readyForQuery) break;
    if (next.type === BACKEND.backendKeyData) backend = readBackendKeyData(next);
    else if (next.type === BACKEND.parameterStatus) {
      const { name, value } = readParameterStatus(next);
      parameterStatus.set(name, value);
    } else throw new BodyReader(next).violation('comes at the wrong time');
  }
  const { socket, reader } = conversation;
  const serverVersion = versionNumber(parameterStatus.get('server_version') ?? '');
  return { socket, reader, parameterStatus, backendPid: backend.pid, backendKey: backend.key, serverVersion };
}

/** `15.18 (Debian …)` is 150018, `18beta1` is 180000; 0 when it is neither. */
export function versionNumber(version: string): number {
  const match = /^(\d{1,3})(?:\.(\d{1,3}))?(?:\.(\d{1,3}))?/.exec(version); // match: "18.4"; miss: "EDB 18"
  if (match === null) return 0;
  const [major, minor, patch] = [1, 2, 3].map((group) => Number(match[group] ?? 0)) as [number, number, number];
  return major >= 10 ? major * 10_000 + minor : major * 10_000 + minor * 100 + patch;
}

function checkPinned(reported: ReadonlyMap<string, string>, asked: ReadonlyMap<string, string>): void {
  for (const name of PINNED) {
    const wanted = asked.get(name);
    const got = reported.get(name);
    if (wanted === undefined || got?.toLowerCase() === wanted.toLowerCase()) continue;
    throw new GateError('UPSTREAM_FAILED', `it has \`${name}\` at \`${got ?? 'no value'}\` although \`${wanted}\` was asked for`, {
      hint: 'connect to the server itself, not to a pooler that drops startup parameters',
    });
  }
}
