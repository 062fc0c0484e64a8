// SPDX-License-Identifier: Apache-2.0
//
// A port on loopback that leads to the PostgreSQL door of a gateway, by TLS. It carries bytes and knows no secret: clients prove their
// session to the gateway by SCRAM, end to end. Since TLS ends here, it takes channel binding and bearer tokens out of the offer. Refuses to
// go on without TLS to anything but loopback, and every certificate but those of the authority given.
import { connect as connectPlain, createServer, isIP, type AddressInfo, type Server, type Socket } from 'node:net';
import { connect as connectTls } from 'node:tls';
import { GateError, messageOf } from '../../core/errors.js';
import type { Log } from '../../core/ports.js';
import type { Runtime } from '../../core/runtime.js';
import { BodyReader } from './protocol/body.js';
import { Conversation, deadline, farewell } from './transport/conversation.js';
import { fatal } from './client/fatal-error.js';
import { FrameReader, type Frame } from './protocol/frames.js';
import { HANDSHAKE_DEADLINE_MS, MAX_HANDSHAKES, MAX_SERVER_HANDSHAKE_BYTES, MAX_STARTUP_BYTES, UPSTREAM_DEADLINE_MS } from './limits.js';
import { AUTHENTICATION, authenticationSasl, BACKEND } from './protocol/messages.js';
import { SCRAM } from './authentication/scram.js';
import { readFirst } from './protocol/startup.js';

export interface ForwarderOptions {
  /** The gateway's door. `tls` false: on loopback only. */
  readonly to: { readonly host: string; readonly port: number; readonly tls: boolean };
  /** PEM of all that is trusted; null: Node's own list. */
  readonly ca: string | null;
  readonly runtime: Runtime;
  readonly log: Log;
}

const LOOPBACK = '127.0.0.1';
const NO = Buffer.from('N');

/** The port. */
export class Forwarder {
  readonly #options: ForwarderOptions;
  readonly #server: Server;
  readonly #sockets = new Set<Socket>();
  readonly #closing = new AbortController();
  #port = 0;
  #opening = 0;

  /** Starts to listen on a free port. Throws INPUT_INVALID for plain text to anywhere but loopback. */
  static async listen(options: ForwarderOptions): Promise<Forwarder> {
    const { host, tls } = options.to;
    const bare = host.replace(/^\[|\]$/gu, '');
    if (!tls && bare !== 'localhost' && bare !== '::1' && !(isIP(bare) === 4 && bare.startsWith('127.'))) {
      throw new GateError('INPUT_INVALID', `the gateway says that \`${host}\` is to be reached without TLS`, { hint: 'have its operator give the PostgreSQL listener a certificate' });
    }
    const forwarder = new Forwarder(options);
    await new Promise<void>((resolve, reject) => forwarder.#server.once('error', reject).listen(0, LOOPBACK, resolve));
    forwarder.#port = (forwarder.#server.address() as AddressInfo).port;
    return forwarder;
  }

  private constructor(options: ForwarderOptions) {
    this.#options = options;
    this.#server = createServer({ pauseOnConnect: true, noDelay: true, keepAlive: true }, (socket) => void this.#serve(socket));
  }

  get port(): number {
    return this.#port;
  }

  /** Ends every connection. */
  async close(): Promise<void> {
    const closed = new Promise((resolve) => this.#server.close(resolve));
    this.#closing.abort();
    for (const socket of this.#sockets) socket.destroy();
    await closed;
  }

  // The one catch of a connection.
  async #serve(client: Socket): Promise<void> {
    const { runtime, log } = this.#options;
    client.on('error', () => undefined);
    if (this.#opening >= MAX_HANDSHAKES) {
      client.destroy();
      return;
    }
    this.#track(client);
    this.#opening += 1;
    const settle = deadline(client, { milliseconds: HANDSHAKE_DEADLINE_MS, what: 'the first message', runtime, signal: this.#closing.signal });
    try {
      const first = await firstOf(client);
      const gateway = await this.#dial();
      gateway.write(first.raw);
      // A CancelRequest is answered by nothing.
      if (readFirst(first).kind === 'startup') await offered(client, gateway);
      join(client, gateway);
    } catch (thrown) {
      log.warn('a connection could not be forwarded to the gateway', { reason: messageOf(thrown) });
      farewell(client, fatal(thrown), { runtime });
    } finally {
      settle();
      this.#opening -= 1;
    }
  }

  #track(socket: Socket): void {
    this.#sockets.add(socket);
    socket.once('close', () => this.#sockets.delete(socket));
  }

  async #dial(): Promise<Socket> {
    const { to, ca, runtime } = this.#options;
    const host = to.host.replace(/^\[|\]$/gu, '');
    const raw = connectPlain({ host, port: to.port, noDelay: true, keepAlive: true });
    raw.on('error', () => undefined);
    this.#track(raw);
    const settle = deadline(raw, { milliseconds: UPSTREAM_DEADLINE_MS, what: 'connecting to the gateway', runtime, signal: this.#closing.signal });
    try {
      await opened(raw, raw, 'connect');
      if (!to.tls) return raw;
      // Direct TLS: nothing in plain text comes before it, so nobody in between can add to it.
      const secure = connectTls({ socket: raw, host, ...(isIP(host) === 0 ? { servername: host } : {}), ...(ca === null ? {} : { ca }), ALPNProtocols: ['postgresql'], minVersion: 'TLSv1.2', rejectUnauthorized: true });
      secure.on('error', () => undefined);
      this.#track(secure);
      await opened(secure, raw, 'secureConnect');
      return secure;
    } catch (cause) {
      raw.destroy();
      throw new GateError('UPSTREAM_FAILED', `the gateway at \`${to.host}:${to.port}\` can not be reached: ${messageOf(cause)}`, { cause });
    } finally {
      settle();
    }
  }
}

// A client that would rather encrypt is told that there is no need to: this is loopback.
async function firstOf(client: Socket): Promise<Frame> {
  const reader = new FrameReader({ maxFrameBytes: MAX_STARTUP_BYTES, startup: true });
  const conversation = new Conversation(client, reader, 'the client');
  for (let asked = 0; ; asked += 1) {
    const first = await conversation.frame();
    const { kind } = readFirst(first);
    // Nobody has anything to say before the first message is answered.
    if (reader.buffered > 0) throw new GateError('PROTOCOL_VIOLATION', 'the client sent more before its first message was answered', { hint: 'use a PostgreSQL client' });
    if (kind !== 'ssl' && kind !== 'gssenc') return first;
    if (asked >= 2) throw new GateError('PROTOCOL_VIOLATION', 'the client asks for encryption again and again', { hint: 'set PGSSLMODE=disable' });
    client.write(NO);
  }
}

// The gateway's messages up to the offer of SASL mechanisms, of which one passes: libpq takes an offer of channel binding without TLS for an
// attack, and a bearer token has no business on a plain connection.
async function offered(client: Socket, gateway: Socket): Promise<void> {
  const reader = new FrameReader({ maxFrameBytes: MAX_SERVER_HANDSHAKE_BYTES });
  const conversation = new Conversation(gateway, reader, 'the gateway');
  for (;;) {
    const frame = await conversation.frame();
    const isOffer = frame.type === BACKEND.authentication && new BodyReader(frame).int32() === AUTHENTICATION.sasl;
    client.write(isOffer ? authenticationSasl([SCRAM]) : frame.raw);
    if (isOffer || frame.type === BACKEND.errorResponse) return;
  }
}

function opened(socket: Socket, raw: Socket, event: 'connect' | 'secureConnect'): Promise<void> {
  return new Promise((resolve, reject) => {
    socket.once(event, resolve);
    socket.once('close', () => reject(socket.errored ?? raw.errored ?? new Error('it closed the connection')));
  });
}

function join(one: Socket, other: Socket): void {
  for (const [from, to] of [[one, other], [other, one]] as const) {
    from.pipe(to);
    // What one side has said to its end is passed on before the other is closed.
    from.once('close', () => to.destroySoon());
  }
}
