// SPDX-License-Identifier: Apache-2.0
//
// One client's session from ready to its end: moves bytes between two sockets through the line, with back-pressure both ways, and
// settles everything that is still open when either side goes. Refuses to let one side's silence or slowness cost more than a
// bounded amount of memory.
import { GateError, messageOf } from '../../../core/errors.js';
import { releaseAtEnd } from '../definitions/release.js';
import { ClientSide } from './client-side.js';
import { fatal, whyEnded } from '../client/fatal-error.js';
import { Idle } from './idle.js';
import { Intake } from '../transport/intake.js';
import { MAX_WAITING_BYTES } from '../limits.js';
import { Line } from '../pipeline/line.js';
import { bare, diagnosticFields, errorResponse, FRONTEND } from '../protocol/messages.js';
import { Names } from '../names/names.js';
import { OidWatch } from './oid-watch.js';
import { Outgoing } from '../transport/outgoing.js';
import { OwnStatements } from '../pipeline/own-statements.js';
import type { SessionDeps } from '../ready.js';
import { resultOf } from './server-errors.js';
import { ServerSide } from './server-side.js';
import { SQLSTATE } from '../protocol/startup.js';
import { SessionState } from '../state/session-state.js';
import { DefinitionLock } from '../definitions/definition-lock.js';
import { UncommittedChanges } from './uncommitted.js';
import { UnreadOutput } from './unread-output.js';
import { OwnDefinitionChanges } from '../definitions/definition-changes.js';

/** SQLSTATE idle_session_timeout. */
const IDLE_TIMEOUT = '57P05';
/** How an ordinary session ends. */
const CLIENT_ENDED = 'the client ended the connection';

/** Carries one session to its end and resolves with the reason; see `RunSession`. */
export function runSession(deps: SessionDeps): Promise<string> {
  return new Promise((resolve) => new Session(deps, resolve).start());
}

class Session {
  readonly #deps: SessionDeps;
  readonly #resolve: (reason: string) => void;
  readonly #toClient: Outgoing;
  readonly #toServer: Outgoing;
  readonly #names: Names;
  readonly #ownChanges: OwnDefinitionChanges;
  readonly #lock: DefinitionLock;
  readonly #uncommitted = new UncommittedChanges();
  readonly #unreadOutput: UnreadOutput;
  readonly #line: Line;
  readonly #client: ClientSide;
  readonly #server: ServerSide;
  readonly #clientIntake: Intake;
  readonly #serverIntake: Intake;
  readonly #interrupt = () => this.#line.interrupt('it was cancelled');
  readonly #abort = () => {
    this.#line.interrupt('the session ends');
    // What the client sent just before is heard first, its goodbye above all: sockets are looked at between one timer and the next.
    const { runtime } = this.#deps;
    runtime.after(0, () => runtime.after(0, () => {
      this.#closing = true;
      this.#wake();
    }));
  };
  #turnDue = false;
  #closing = false;
  readonly #idle: Idle;
  #clientGone: string | null = null;
  #finished = false;

  constructor(deps: SessionDeps, resolve: (reason: string) => void) {
    this.#deps = deps;
    this.#resolve = resolve;
    const { client, upstream, gate, catalog, runtime, log } = deps;
    const names = new Names(gate);
    this.#names = names;
    this.#unreadOutput = new UnreadOutput(() => deps.cancel(), log);
    const [toClient, toServer] = [new Outgoing(client.socket), new Outgoing(upstream.socket)];
    [this.#toClient, this.#toServer] = [toClient, toServer];
    this.#ownChanges = new OwnDefinitionChanges(catalog);
    const ownChanges = this.#ownChanges;
    const lock = new DefinitionLock({ catalog, ownChanges, runtime, limitMs: deps.limits.turnMs, wake: () => this.#line.pump() });
    this.#lock = lock;
    const fail = (thrown: unknown) => this.#fail(thrown);
    const line = new Line({ gate, names, ownChanges, lock, toClient, toServer, wake: () => this.#wake(), fail });
    this.#line = line;
    const started = { writable: upstream.parameterStatus.get('default_transaction_read_only') === 'off' };
    const state = new SessionState({ catalog, names, ownChanges, started, log, own: new OwnStatements(line, gate) });
    const parts = { gate, line, names, state, lock, uncommitted: this.#uncommitted, toClient, toServer };
    const later = (resume: () => void): void => {
      runtime.after(0, () => {
        resume();
        this.#wake();
      });
    };
    this.#client = new ClientSide({ ...parts, reader: client.reader, fail, later, clock: () => runtime.monotonicMs() });
    this.#server = new ServerSide({
      ...parts, fail, reader: upstream.reader, copyIn: this.#client.copyIn, oids: new OidWatch(catalog, log), parameterStatus: upstream.parameterStatus,
    });
    const reading = { share: deps.share, roomMs: deps.limits.roomMs, runtime, log, wake: () => this.#wake() };
    this.#clientIntake = new Intake({ ...reading, socket: client.socket, reader: client.reader, taker: this.#client });
    this.#serverIntake = new Intake({ ...reading, socket: upstream.socket, reader: upstream.reader, taker: this.#server });
    this.#idle = new Idle(runtime, deps.limits.idleMs, () => {
      if (line.drained) this.#end(IDLE_TIMEOUT, 'terminating connection due to idle-session timeout');
    });
  }

  start(): void {
    const { client, upstream, signal } = this.#deps;
    client.socket.on('data', (chunk: Buffer) => this.#fromClient(chunk));
    client.socket.once('end', () => this.#clientLeft('the client closed the connection'));
    client.socket.once('close', () => this.#clientLost());
    client.socket.on('drain', () => this.#drained(this.#server));
    upstream.socket.on('data', (chunk: Buffer) => this.#fromServer(chunk));
    upstream.socket.once('end', () => this.#serverLeft());
    upstream.socket.once('close', () => this.#serverLeft());
    upstream.socket.on('drain', () => this.#drained(this.#client));
    if (signal.aborted) this.#abort();
    signal.addEventListener('abort', this.#abort, { once: true });
    this.#deps.interrupts.add(this.#interrupt);
    this.#idle.watch();
    this.#client.run();
    this.#server.run();
    this.#turn();
  }

  #fromClient(chunk: Buffer): void {
    this.#idle.seen();
    // Nobody takes what a client sends that has said goodbye.
    if (this.#client.ended) return;
    const { reader } = this.#deps.client;
    reader.push(chunk);
    if (this.#line.staying && reader.buffered > MAX_WAITING_BYTES) this.#line.interrupt('more was sent meanwhile than can be kept');
    this.#turnDue = true;
    this.#client.run();
    this.#turn();
  }

  #fromServer(chunk: Buffer): void {
    this.#idle.seen();
    this.#deps.upstream.reader.push(chunk);
    if (this.#clientGone !== null) this.#unreadOutput.takes(chunk.length);
    this.#turnDue = true;
    this.#server.run();
    this.#turn();
  }

  #drained(side: { blocked: boolean }): void {
    side.blocked = false;
    this.#wake();
  }

  // One turn of work however often it is asked for, so that everything of a turn goes out in one write.
  #wake(): void {
    if (this.#turnDue) return;
    this.#turnDue = true;
    queueMicrotask(() => this.#turn());
  }

  #turn(): void {
    if (this.#finished) return;
    this.#client.proceed();
    this.#turnDue = false;
    if (!this.#toServer.flush()) this.#client.blocked = true;
    if (!this.#toClient.flush()) this.#server.blocked = true;
    this.#clientIntake.turn();
    this.#serverIntake.turn();
    if (this.#finished || !this.#line.drained) return;
    if (this.#clientGone !== null) this.#finish(this.#clientGone);
    else if (this.#closing && this.#line.terminated) this.#finish(CLIENT_ENDED);
    else if (this.#closing) this.#end(SQLSTATE.adminShutdown, whyEnded(this.#deps.signal.reason));
  }

  // What the server has for it need not wait any more for a client that does not read.
  #clientLost(): void {
    this.#server.blocked = false;
    this.#clientLeft('the connection to the client was lost');
    this.#wake();
  }

  // What runs on the server runs to its end, as it would without us; what was not forwarded yet never is.
  #clientLeft(reason: string): void {
    if (this.#finished || this.#clientGone !== null) return;
    this.#clientGone = this.#line.terminated ? CLIENT_ENDED : reason;
    this.#client.ended = true;
    this.#line.dropWaiting();
    // What runs as a transaction of our own making is ended first.
    if (!this.#line.terminated && !this.#line.ceiling.owesEnd) this.#toServer.bytes(bare(FRONTEND.terminate));
    this.#wake();
  }

  #serverLeft(): void {
    if (this.#finished) return;
    this.#toClient.flush();
    if (this.#clientGone !== null || this.#line.terminated) this.#finish(this.#clientGone ?? CLIENT_ENDED);
    else if (this.#server.farewell !== null) this.#finish(this.#server.farewell);
    else this.#fail(new GateError('UPSTREAM_FAILED', 'the server closed the connection'));
  }

  #end(sqlstate: string, message: string): void {
    if (this.#finished) return;
    this.#toClient.bytes(errorResponse(diagnosticFields({ severity: 'FATAL', sqlstate, message })));
    this.#finish(message);
  }

  #fail(thrown: unknown): void {
    if (this.#finished) return;
    const { gate, log } = this.#deps;
    if (thrown instanceof GateError && thrown.code === 'DENIED') this.#remark(() => gate.refused(thrown.message));
    else log.warn('a session ended early', { reason: messageOf(thrown) });
    this.#toClient.bytes(fatal(thrown));
    this.#finish(messageOf(thrown));
  }

  #finish(reason: string): void {
    if (this.#finished) return;
    this.#finished = true;
    const { client, upstream, gate, signal } = this.#deps;
    this.#client.ended = true;
    this.#server.ended = true;
    this.#idle.cancel();
    signal.removeEventListener('abort', this.#abort);
    this.#deps.interrupts.delete(this.#interrupt);
    this.#uncommitted.over(this.#line.flight);
    this.#line.abandon((step) => {
      // Whatever was on its way may have happened, or not.
      if (step.kind === 'query') for (const result of step.results) result.end({ kind: 'unknown' });
      else if (step.kind === 'execute') resultOf(step)?.end({ kind: 'unknown' });
    });
    this.#names.transactionOver();
    this.#toClient.flush();
    for (const { socket } of [client, upstream]) {
      for (const event of ['data', 'end', 'close', 'drain']) socket.removeAllListeners(event);
    }
    this.#clientIntake.close(upstream.socket);
    this.#serverIntake.close(client.socket);
    releaseAtEnd({ socket: upstream.socket, ownChanges: this.#ownChanges, lock: this.#lock, cancel: () => this.#deps.cancel(), outlive: () => this.#deps.outlive(), log: this.#deps.log });
    this.#remark(() => gate.closed(reason));
    this.#resolve(reason);
  }

  // What can't be recorded any more must not keep a session from ending.
  #remark(write: () => void): void {
    try {
      write();
    } catch (thrown) {
      this.#deps.log.debug('the end of a session could not be recorded', { reason: messageOf(thrown) });
    }
  }
}
