// SPDX-License-Identifier: Apache-2.0
//
// A PostgreSQL client that sends exactly the bytes a test wants, well-formed or not, and shows every message that comes back. Logs in
// by SCRAM when asked to; refuses nothing.
import { randomBytes } from 'node:crypto';
import { connect, type Socket } from 'node:net';
import { connect as connectTls, type ConnectionOptions, type TLSSocket } from 'node:tls';
import { readDiagnostic } from '../../src/proxy/postgres/protocol/backend.js';
import { BodyReader } from '../../src/proxy/postgres/protocol/body.js';
import { Conversation } from '../../src/proxy/postgres/transport/conversation.js';
import { frame, FrameReader, type Frame } from '../../src/proxy/postgres/protocol/frames.js';
import { BACKEND, cstring, FRONTEND, int32, startupMessage } from '../../src/proxy/postgres/protocol/messages.js';
import { ScramClient } from '../../src/proxy/postgres/authentication/scram.js';

/** What a message from the server is, for comparing: its letter, and an error's SQLSTATE and text. */
export interface Seen {
  readonly letter: string;
  readonly frame: Frame;
  readonly sqlstate?: string | undefined;
  readonly message?: string | undefined;
}

/** One connection. Whoever opens it destroys its `socket`. */
export class RawClient {
  private conversation: Conversation;

  private constructor(socket: Socket) {
    this.conversation = conversationOver(socket);
  }

  static async connect(port: number, host = '127.0.0.1'): Promise<RawClient> {
    const socket = connect({ port, host, noDelay: true });
    await new Promise<void>((resolve, reject) => socket.once('connect', resolve).once('error', reject));
    return new RawClient(socket);
  }

  get socket(): Socket {
    return this.conversation.socket;
  }

  send(...parts: readonly Buffer[]): void {
    this.socket.write(Buffer.concat(parts));
  }

  /** The one byte that answers an SSLRequest or GSSENCRequest. */
  async byte(): Promise<string> {
    const chunk = await this.conversation.chunk();
    if (chunk.length > 1) throw new Error(`one byte expected, not ${chunk.toString('hex')}`);
    return chunk.toString();
  }

  /** Goes on in TLS; throws when that fails. */
  async encrypt(options: ConnectionOptions): Promise<TLSSocket> {
    const socket = connectTls({ socket: this.socket, ALPNProtocols: ['postgresql'], ...options });
    await new Promise<void>((resolve, reject) => {
      socket.once('secureConnect', resolve).once('error', reject).once('close', () => reject(new Error('closed during the TLS handshake')));
    });
    this.conversation = conversationOver(socket);
    return socket;
  }

  async next(): Promise<Seen> {
    const received = await this.conversation.frame();
    const letter = String.fromCharCode(received.type);
    if (received.type !== BACKEND.errorResponse && received.type !== BACKEND.noticeResponse) return { letter, frame: received };
    const fields = readDiagnostic(received);
    return { letter, frame: received, sqlstate: fields.get('C'), message: fields.get('M') };
  }

  /** Everything up to and with the first message of this letter. */
  async until(letter: string): Promise<Seen[]> {
    const seen: Seen[] = [];
    do seen.push(await this.next());
    while (seen.at(-1)?.letter !== letter);
    return seen;
  }

  /** Everything until the server closes. */
  async rest(): Promise<Seen[]> {
    const seen: Seen[] = [];
    try {
      for (;;) seen.push(await this.next());
    } catch {
      return seen;
    }
  }

  startup(parameters: Readonly<Record<string, string>>): void {
    this.send(startupMessage(new Map(Object.entries(parameters))));
  }

  /** Answers the SASL question that comes next; resolves with what follows the final answer: AuthenticationOk or an error. */
  async authenticate(password: string, binding: Buffer | null = null): Promise<Seen> {
    const asked = await this.next();
    if (asked.letter !== 'R') return asked;
    const client = new ScramClient({ offered: mechanisms(asked.frame), password, nonce: randomBytes(18).toString('base64'), binding });
    const first = Buffer.from(client.first());
    this.send(frame(FRONTEND.password, cstring(client.mechanism), int32(first.length), first));
    const answer = await this.next();
    if (answer.letter !== 'R') return answer;
    this.send(frame(FRONTEND.password, Buffer.from(await client.final(answer.frame.body.subarray(4).toString()))));
    const final = await this.next();
    if (final.letter !== 'R') return final;
    client.verify(final.frame.body.subarray(4).toString());
    return this.next();
  }

  /** Answers the SASL question by OAUTHBEARER as libpq 18 does, acknowledging a refusal; resolves with AuthenticationOk or an error. */
  async bearer(token: string): Promise<Seen> {
    const asked = await this.next();
    if (!mechanisms(asked.frame).includes('OAUTHBEARER')) throw new Error('OAUTHBEARER is not offered');
    const first = Buffer.from(`n,,\u0001auth=Bearer ${token}\u0001\u0001`);
    this.send(frame(FRONTEND.password, cstring('OAUTHBEARER'), int32(first.length), first));
    const answer = await this.next();
    if (answer.letter !== 'R' || answer.frame.body.readInt32BE(0) !== 11) return answer;
    if (answer.frame.body.subarray(4).toString() !== '{"status":"invalid_token"}') throw new Error(`not an answer of RFC 7628: ${answer.frame.body.subarray(4).toString()}`);
    this.send(frame(FRONTEND.password, Buffer.from([1])));
    return this.next();
  }

  /** Startup and SCRAM, to ReadyForQuery or to an error. */
  async login(parameters: Readonly<Record<string, string>>, password: string): Promise<Seen[]> {
    this.startup(parameters);
    const seen = [await this.authenticate(password)];
    while (!['Z', 'E'].includes(seen.at(-1)?.letter ?? 'Z')) seen.push(await this.next());
    return seen;
  }

  end(): void {
    this.socket.end(frame(FRONTEND.terminate));
  }

  /** Resolves once the server has closed. */
  async closed(): Promise<void> {
    if (this.socket.destroyed) return;
    const closed = new Promise<void>((resolve) => this.socket.once('close', () => resolve()));
    this.socket.resume();
    await closed;
  }
}

/** The mechanisms that an AuthenticationSASL offers. */
export function mechanisms(asked: Frame): string[] {
  const body = new BodyReader(asked);
  body.int32();
  const offered: string[] = [];
  for (let name = body.cstring(); name !== ''; name = body.cstring()) offered.push(name);
  return offered;
}

function conversationOver(socket: Socket): Conversation {
  return new Conversation(socket, new FrameReader({ maxFrameBytes: 1 << 30 }), 'the server');
}
