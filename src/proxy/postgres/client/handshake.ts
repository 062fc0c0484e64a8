// SPDX-License-Identifier: Apache-2.0
//
// The gate as a server: from the first byte of a client to a proven session credential, and not a byte further. Refuses everything
// that is not asked for by name: other protocols, plain text where TLS is due, bytes sent before encryption, unknown parameters.
// @see https://www.postgresql.org/docs/current/protocol-flow.html#PROTOCOL-FLOW-START-UP
import type { Socket } from 'node:net';
import { TLSSocket, type SecureContext } from 'node:tls';
import { GateError, messageOf } from '../../../core/errors.js';
import type { Runtime } from '../../../core/runtime.js';
import type { Admission } from './admission.js';
import { authenticateClient } from './authenticate.js';
import { Conversation, deadline, farewell } from '../transport/conversation.js';
import { fatal } from './fatal-error.js';
import { FrameReader } from '../protocol/frames.js';
import { MAX_SASL_BYTES, MAX_STARTUP_BYTES, type ProxyLimits } from '../limits.js';
import { negotiateProtocolVersion } from '../protocol/messages.js';
import type { ClientReady } from '../ready.js';
import { readFirst, readSettings, readStartup, SQLSTATE, StartupRefusal, type Startup } from '../protocol/startup.js';

/** What the door of one listener admits. */
export interface AcceptOptions {
  /** Null: no TLS here, `N` to whoever asks. */
  readonly tls: SecureContext | null;
  /** True on every listener that is not loopback: plain text is then refused. */
  readonly tlsRequired: boolean;
  /** Who may be behind a user name; null when there is no such user (who then can't tell). */
  admission(user: string): Promise<Admission | null>;
  /** Session credentials may be shown as bearer tokens (SASL OAUTHBEARER), on encrypted connections. */
  readonly bearer: boolean;
  startupParameterAllowed(name: string, value: string): boolean;
  /** A CancelRequest came; whether it was right is never told. */
  onCancel(pid: number, key: Buffer): Promise<void>;
  /** Random bytes of this listener, for verifiers of users that do not exist. */
  readonly mockSecret: Buffer;
  readonly limits: ProxyLimits;
  readonly runtime: Runtime;
  readonly signal: AbortSignal;
}

const TLS_HANDSHAKE_RECORD = 0x16;
const NO = Buffer.from('N');
const YES = Buffer.from('S');

/**
 * Takes a connection to a proven client, or null when it only brought a CancelRequest. Otherwise throws, after it has told the
 * client why: `IDENTITY_UNTRUSTED`, `DENIED` (a parameter), `PROTOCOL_VIOLATION`, `LIMIT_EXCEEDED` (then without a word).
 */
export async function acceptClient(socket: Socket, options: AcceptOptions): Promise<ClientReady | null> {
  const { runtime, signal, limits } = options;
  const settle = deadline(socket, { milliseconds: limits.handshakeMs, what: 'the handshake', runtime, signal });
  const door = new Door(new Conversation(socket, startupReader(), 'the client'), options);
  try {
    return await door.admit();
  } catch (thrown) {
    // Behind TLS, only the raw socket knows that it was our deadline.
    if (socket.errored instanceof GateError) throw socket.errored;
    farewell(door.conversation.socket, fatal(thrown), { runtime });
    throw thrown;
  } finally {
    settle();
  }
}

function startupReader(): FrameReader {
  return new FrameReader({ maxFrameBytes: MAX_STARTUP_BYTES, startup: true });
}

class Door {
  conversation: Conversation;
  readonly #options: AcceptOptions;
  #encrypted = false;
  #answeredGss = false;
  #answeredTls = false;

  constructor(conversation: Conversation, options: AcceptOptions) {
    this.conversation = conversation;
    this.#options = options;
  }

  async admit(): Promise<ClientReady | null> {
    const first = await this.#start();
    if (first === null) return null;
    const asked = readStartup(first.parameters);
    const { socket, reader } = this.conversation;
    if (this.#options.tlsRequired && !this.#encrypted) throw new StartupRefusal(SQLSTATE.noUser, 'this door speaks TLS only', 'set PGSSLMODE=verify-full');
    reader.expect({ maxFrameBytes: MAX_SASL_BYTES });
    if (first.minor > 0 || asked.protocolOptions.length > 0) socket.write(negotiateProtocolVersion(0, asked.protocolOptions));
    const admission = await authenticateClient(this.conversation, asked.user, await this.#options.admission(asked.user), this.#options);
    // Only who has proven a session learns what passes.
    const { startup, behind } = await this.#checkStartup(admission, asked, first.parameters);
    reader.expect({ maxFrameBytes: this.#options.limits.maxClientFrameBytes });
    return { socket, reader, startup, behind, protocolMinor: 0, encrypted: this.#encrypted };
  }

  async #start(): Promise<{ readonly minor: number; readonly parameters: ReadonlyMap<string, string> } | null> {
    await this.#directTls();
    for (;;) {
      const first = readFirst(await this.conversation.frame());
      switch (first.kind) {
        case 'ssl':
          await this.#answerTls();
          break;
        case 'gssenc':
          this.#answerGss();
          break;
        case 'cancel':
          await this.#options.onCancel(first.pid, first.key);
          this.conversation.socket.destroy();
          return null;
        case 'unsupported':
          throw new StartupRefusal(SQLSTATE.featureNotSupported, `protocol ${first.version} is not spoken here`, 'use protocol 3.0');
        case 'startup':
          return first;
        default:
          return first satisfies never;
      }
    }
  }

  // A client that begins with TLS at once (`sslnegotiation=direct`) is told by its first byte: no startup frame is that long.
  async #directTls(): Promise<void> {
    const { socket } = this.conversation;
    const chunk = await this.conversation.chunk();
    if (chunk[0] !== TLS_HANDSHAKE_RECORD) {
      this.conversation.reader.push(chunk);
      return;
    }
    if (this.#options.tls === null) throw new StartupRefusal(SQLSTATE.protocolViolation, 'this door does not speak TLS', 'set PGSSLMODE=disable');
    socket.unshift(chunk);
    await this.#encrypt(this.#options.tls, true);
  }

  async #answerTls(): Promise<void> {
    if (this.#encrypted || this.#answeredTls) throw new StartupRefusal(SQLSTATE.protocolViolation, 'TLS was asked for twice', 'ask once');
    this.#answeredTls = true;
    this.#refuseEarlyBytes('TLS');
    this.conversation.socket.write(this.#options.tls === null ? NO : YES);
    if (this.#options.tls !== null) await this.#encrypt(this.#options.tls, false);
  }

  #answerGss(): void {
    if (this.#encrypted || this.#answeredGss) throw new StartupRefusal(SQLSTATE.protocolViolation, 'GSSAPI encryption was asked for twice', 'ask once');
    this.#answeredGss = true;
    this.#refuseEarlyBytes('GSSAPI encryption');
    this.conversation.socket.write(NO);
  }

  // INVARIANT: nothing that came before encryption is ever read after it (CVE-2021-23222).
  #refuseEarlyBytes(what: string): void {
    if (this.conversation.early === 0) return;
    throw new StartupRefusal(SQLSTATE.protocolViolation, `unencrypted bytes came after the request for ${what}`, 'somebody may be in between: check the network');
  }

  async #encrypt(context: SecureContext, direct: boolean): Promise<void> {
    const raw = this.conversation.socket;
    const socket = new TLSSocket(raw, {
      isServer: true,
      secureContext: context,
      // Direct TLS without the name of the protocol could be a browser talked into it: ALPACA. Node refuses other names by itself.
      ALPNProtocols: ['postgresql'],
    });
    await secured(socket, raw);
    this.#encrypted = true;
    this.conversation = new Conversation(socket, startupReader(), 'the client');
    if (direct && socket.alpnProtocol !== 'postgresql') throw new StartupRefusal(SQLSTATE.protocolViolation, 'direct TLS came without ALPN `postgresql`', 'use a client that sends it');
  }

  async #checkStartup(admission: Admission, { user, database }: Startup, sent: ReadonlyMap<string, string>): Promise<Pick<ClientReady, 'startup' | 'behind'>> {
    try {
      // Before the database: who asks for replication names one that is none.
      const parameters = new Map(this.#allowedSettings(sent));
      // libpq sends the user's name when nobody named a database.
      const behind = await admission.enter(database === user ? null : database);
      const applicationName = parameters.get('application_name') ?? '';
      parameters.delete('application_name');
      return { startup: { user, database: behind.database, applicationName, parameters }, behind };
    } catch (thrown) {
      admission.refused(messageOf(thrown));
      throw thrown;
    }
  }

  #allowedSettings(sent: ReadonlyMap<string, string>): ReadonlyMap<string, string> {
    const settings = readSettings(sent);
    for (const [name, value] of settings) {
      if (this.#options.startupParameterAllowed(name, value)) continue;
      // Its value stays out of the message, which is recorded.
      throw new StartupRefusal(SQLSTATE.notAllowed, `the startup parameter \`${name}\` does not pass the gate as it was set`, `remove \`${name}\` from the connection string, PGOPTIONS or the driver's settings`);
    }
    return settings;
  }
}

function secured(socket: TLSSocket, raw: Socket): Promise<void> {
  return new Promise((resolve, reject) => {
    const fail = () => reject(raw.errored instanceof GateError ? raw.errored : new GateError('PROTOCOL_VIOLATION', 'the TLS handshake failed', { cause: socket.errored }));
    socket.on('error', () => undefined);
    socket.once('secure', () => {
      socket.off('close', fail);
      resolve();
    });
    socket.once('close', fail);
  });
}
