// SPDX-License-Identifier: Apache-2.0
//
// A PostgreSQL door, to one session or to many: accepts, authenticates, opens the gate, logs in upstream, hands both sides to the
// session pump, and cleans up. One upstream connection per client, so nothing of one leaks into another. Refuses clients above its
// limits, those whose session is over, and to listen in plain text anywhere but on loopback.
import { setMaxListeners } from 'node:events';
import { createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import type { SecureContext } from 'node:tls';
import { GateError, messageOf } from '../../core/errors.js';
import type { Log } from '../../core/ports.js';
import type { Runtime } from '../../core/runtime.js';
import type { WireGate } from '../../gate/wire.js';
import type { Admission } from './client/admission.js';
import { CancelKeys, type Cancellable } from './client/cancel-keys.js';
import { farewell } from './transport/conversation.js';
import { cutOff, Ending } from './client/ending.js';
import { fatal } from './client/fatal-error.js';
import { acceptClient } from './client/handshake.js';
import type { ProxyLimits } from './limits.js';
import { logIn } from './upstream/log-in.js';
import { Memory } from './transport/memory.js';
import { backendKeyData, bare, FRONTEND, parameterStatus, readyForQuery } from './protocol/messages.js';
import type { ClientReady, RunSession, UpstreamReady } from './ready.js';
import { SQLSTATE } from './protocol/startup.js';
import { isLoopback } from './upstream/target.js';
import { sendCancel } from './upstream/upstream.js';

/** Where a listener listens, whom it lets in, and what is behind it. */
export interface ListenerOptions {
  readonly host: string;
  /** 0: any free one. */
  readonly port: number;
  /** Null only on loopback. */
  readonly tls: SecureContext | null;
  /** Who may be behind a user name; see `Admission`. */
  admission(user: string): Promise<Admission | null>;
  /** Session credentials may be shown as bearer tokens, on encrypted connections. */
  readonly bearer: boolean;
  startupParameterAllowed(name: string, value: string): boolean;
  /** Sent upstream over whatever the client asked for: the pinned settings. */
  readonly pinned: ReadonlyMap<string, string>;
  readonly runSession: RunSession;
  readonly limits: ProxyLimits;
  /** Room for large messages, when it is shared with other doors. */
  readonly memory?: Memory;
  readonly runtime: Runtime;
  readonly log: Log;
}

const MOCK_SECRET_BYTES = 32;
const NOTHING = Buffer.alloc(0);

/** A listening door. `close` (or `await using`) waits for what is in flight, at most `limits.drainMs`. */
export class PostgresListener {
  readonly #options: ListenerOptions;
  /** What is held of large messages. */
  readonly memory: Memory;
  readonly #server: Server;
  readonly #sockets = new Set<Socket>();
  readonly #connections = new Set<Promise<void>>();
  readonly #cancelKeys: CancelKeys;
  readonly #mockSecret: Buffer;
  readonly #closing = new AbortController();
  #address: AddressInfo = { address: '', family: '', port: 0 };
  #handshakes = 0;

  /** Starts listening. Throws `INPUT_INVALID` for plain text away from loopback, or an address that can't be had. */
  static async listen(options: ListenerOptions): Promise<PostgresListener> {
    const listener = new PostgresListener(options);
    await listener.#listen();
    return listener;
  }

  private constructor(options: ListenerOptions) {
    this.#options = options;
    this.memory = options.memory ?? new Memory(options.limits);
    // One listener for each handshake is no leak.
    setMaxListeners(Infinity, this.#closing.signal);
    this.#cancelKeys = new CancelKeys(options.runtime);
    this.#mockSecret = options.runtime.random(MOCK_SECRET_BYTES);
    this.#server = createServer({ pauseOnConnect: true, noDelay: true, keepAlive: true }, (socket) => this.#accept(socket));
    this.#server.on('error', (thrown) => options.log.warn('the listener failed', { reason: messageOf(thrown) }));
  }

  /** The address that was got, also after `close`. */
  get host(): string {
    return this.#address.address;
  }

  get port(): number {
    return this.#address.port;
  }

  /** Lets nobody in any more, asks sessions to end, and destroys what is left after `limits.drainMs`. Resolves when all is gone. */
  async close(): Promise<void> {
    const { runtime, limits } = this.#options;
    const closed = new Promise((resolve) => this.#server.close(resolve));
    this.#closing.abort();
    const timer = runtime.after(limits.drainMs, () => {
      for (const socket of this.#sockets) socket.destroy();
    });
    await Promise.allSettled(this.#connections);
    await closed;
    timer.cancel();
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.close();
  }

  #listen(): Promise<void> {
    const { host, port, tls } = this.#options;
    return new Promise((resolve, reject) => {
      this.#server.once('error', (cause) => reject(new GateError('INPUT_INVALID', `can not listen on \`${host}:${port}\`: ${messageOf(cause)}`, { cause, hint: 'choose another address' })));
      this.#server.listen(port, host, () => {
        this.#address = this.#server.address() as AddressInfo;
        if (tls !== null || isLoopback(this.host)) {
          resolve();
          return;
        }
        this.#server.close();
        reject(new GateError('INPUT_INVALID', `\`${host}\` is not loopback, and no certificate is given`, { hint: 'listen on `127.0.0.1`, or give a certificate' }));
      });
    });
  }

  #accept(socket: Socket): void {
    socket.on('error', () => undefined);
    if (this.#closing.signal.aborted || this.#handshakes >= this.#options.limits.maxHandshakes) {
      socket.destroy();
      return;
    }
    this.#track(socket);
    const served = this.#serve(socket).finally(() => this.#connections.delete(served));
    this.#connections.add(served);
  }

  #track(socket: Socket): void {
    this.#sockets.add(socket);
    socket.once('close', () => this.#sockets.delete(socket));
  }

  // Whoever pumped may have removed every listener of the socket: what is tracked is watched anew.
  #release(socket: Socket, lastWord: Buffer, patient = false): void {
    farewell(socket, lastWord, { runtime: this.#options.runtime, patient });
    if (socket.destroyed) this.#sockets.delete(socket);
    else socket.once('close', () => this.#sockets.delete(socket));
  }

  // The one catch of a connection: whatever happened, it ends here, and only this connection.
  async #serve(socket: Socket): Promise<void> {
    const { log } = this.#options;
    try {
      const client = await this.#handshake(socket);
      if (client !== null) await this.#session(client);
    } catch (thrown) {
      // A probe, a port scan or a client that was in two minds is nothing to wake anybody for.
      const level = thrown instanceof GateError && thrown.code === 'PROTOCOL_VIOLATION' ? 'debug' : 'warn';
      log[level]('a connection ended early', { reason: messageOf(thrown) });
    }
  }

  async #handshake(socket: Socket): Promise<ClientReady | null> {
    const { tls, limits, runtime, admission, bearer, startupParameterAllowed } = this.#options;
    this.#handshakes += 1;
    try {
      return await acceptClient(socket, {
        tls, limits, runtime, admission, bearer, startupParameterAllowed,
        // By where we listen, not by where this client came in: a door to the network is one.
        tlsRequired: !isLoopback(this.host),
        onCancel: (pid, key) => this.#cancelKeys.use(pid, key),
        mockSecret: this.#mockSecret,
        signal: this.#closing.signal,
      });
    } finally {
      this.#handshakes -= 1;
    }
  }

  async #session(client: ClientReady): Promise<void> {
    let gate: WireGate | null = null;
    let reason = 'the connection could not be set up';
    const ending = new Ending([this.#closing.signal, client.behind.over]);
    try {
      gate = client.behind.door.open(client.startup.applicationName, client.behind.impacts);
      reason = await this.#connected(client, gate, ending);
      this.#release(client.socket, NOTHING);
    } catch (thrown) {
      reason = messageOf(thrown);
      this.#release(client.socket, fatal(thrown, SQLSTATE.tooManyConnections));
      throw thrown;
    } finally {
      ending.settle();
      gate?.closed(reason);
    }
  }

  async #connected(client: ClientReady, gate: WireGate, { signal }: Ending): Promise<string> {
    const { limits, runtime, log, runSession } = this.#options;
    const { behind } = client;
    const { catalog } = behind;
    const dialling = { milliseconds: limits.upstreamMs, runtime, signal };
    // Nobody begins by definitions of long ago.
    const [{ target, upstream }] = await Promise.all([logIn(behind, { ...dialling, startupParameters: this.#startupParameters(client), maxFrameBytes: limits.maxServerFrameBytes }), catalog.freshen()]);
    this.#track(upstream.socket);
    const backend = { pid: upstream.backendPid, key: upstream.backendKey };
    const cancel = () => sendCancel(target, backend, { ...dialling, signal: this.#closing.signal });
    const interrupts = new Set<() => boolean>();
    const mine = this.#cancelKeys.issue(async () => {
      // What waits for people is not at the server.
      if (![...interrupts].some((interrupt) => interrupt())) await cancel();
    });
    let patient = false;
    const outlive = () => void (patient = true);
    const cut = cutOff({ over: behind.over, socket: client.socket, cancel }, { milliseconds: limits.overMs, runtime, log });
    try {
      client.socket.write(welcome(upstream, mine));
      return await runSession({ client, upstream, gate, catalog, runtime, limits, share: this.memory.share(behind.over), log, interrupts, cancel, outlive, signal });
    } finally {
      cut();
      this.#cancelKeys.release(mine);
      this.#release(upstream.socket, bare(FRONTEND.terminate), patient);
    }
  }

  #startupParameters({ startup }: ClientReady): Map<string, string> {
    const named = startup.applicationName === '' ? [] : [['application_name', startup.applicationName] as const];
    return new Map([...startup.parameters, ...named, ...this.#options.pinned]);
  }
}

function welcome(upstream: UpstreamReady, mine: Cancellable): Buffer {
  const statuses = [...upstream.parameterStatus].map(([name, value]) => parameterStatus(name, value));
  return Buffer.concat([...statuses, backendKeyData(mine.pid, mine.key), readyForQuery('I')]);
}
