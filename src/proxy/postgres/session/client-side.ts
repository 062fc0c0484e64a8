// SPDX-License-Identifier: Apache-2.0
//
// Takes the client's messages in their order and turns each into a step of the line. Stops taking when it must: to see what a
// statement has changed, when COPY data is due, when too much waits. Refuses every message type that it does not know.
import { GateError } from '../../../core/errors.js';
import type { Refusal } from '../../../gate/wire.js';
import { refuseMessage } from './submit.js';
import { CopyIn } from './copy-in.js';
import { Extended } from './extended.js';
import type { Frame, FrameReader, Wanted } from '../protocol/frames.js';
import type { Taker } from '../transport/intake.js';
import { BARE, empty, LEFT_OVER, SIMPLE, SKIPPABLE } from './kinds.js';
import { MAX_STEPS, MAX_WAITING_BYTES, TURN_MS } from '../limits.js';
import { readBare } from '../protocol/frontend.js';
import { FRONTEND } from '../protocol/messages.js';
import type { SessionParts } from './parts.js';
import { noRoom, RefusedForGood, violation, WIRE_SQLSTATE, wireRefusal } from '../protocol/refusals.js';
import { Simple } from './simple.js';

export interface ClientSideDeps extends SessionParts {
  readonly reader: FrameReader;
  /** Ends the session with this as its last word. */
  readonly fail: (thrown: unknown) => void;
  /** Monotonic milliseconds. */
  readonly clock: () => number;
  /** Does it, and goes on, when others had their turn. */
  readonly later: (resume: () => void) => void;
}

export class ClientSide implements Taker {
  readonly #deps: ClientSideDeps;
  readonly #extended: Extended;
  readonly #simple: Simple;
  readonly copyIn: CopyIn;
  /** A message that waits for the line to drain, and for the state to be read. */
  #held: Frame | null = null;
  #settling = false;
  /** The held message was waited for: it is taken whatever came of it. */
  #settled = false;
  #full = false;
  /** Others have their turn. */
  #resting = false;
  /** The server's socket takes no more. */
  blocked = false;
  /** No more messages are taken. */
  ended = false;

  constructor(deps: ClientSideDeps) {
    this.#deps = deps;
    this.#extended = new Extended(deps);
    this.copyIn = new CopyIn(deps.toServer);
    this.#simple = new Simple(deps, this.copyIn);
  }

  /** True when the client's socket should not be read. */
  get paused(): boolean {
    return this.ended || this.blocked || this.#full || this.#resting || this.#held !== null || this.copyIn.state === 'awaiting' || this.#deps.line.staying;
  }

  /** A client that is done, or waits for people, is read on. */
  get watched(): boolean {
    return this.ended || this.#deps.line.staying;
  }

  get kept(): number {
    return this.#deps.line.waiting.bytes + (this.#held?.length ?? 0);
  }

  ignores(type: number): boolean {
    if (this.copyIn.state === 'none' && LEFT_OVER.has(type)) return true;
    return this.copyIn.state !== 'copying' && this.#skips(type);
  }

  noRoom({ type, bytes }: Wanted): void {
    if (this.ignores(type)) return;
    try {
      this.#refuseUnread(type, noRoom(bytes));
    } catch (thrown) {
      this.#deps.fail(thrown);
    }
  }

  #refuseUnread(type: number, refusal: Refusal): void {
    const { line, gate, state } = this.#deps;
    if (this.copyIn.state === 'copying' && type === FRONTEND.copyData) {
      gate.refused(refusal.message);
      this.copyIn.refuse(refusal);
    } else if (this.copyIn.state === 'copying' || !SKIPPABLE.has(type)) {
      throw new RefusedForGood(refusal);
    } else {
      refuseMessage(empty(type), refusal, { as: SIMPLE.has(type) ? 'query' : 'extended', line, gate, context: state.context() });
    }
  }

  /** Takes what has arrived, until something must be waited for. */
  run(): void {
    try {
      const began = this.paused ? 0 : this.#deps.clock();
      while (!this.paused) {
        const frame = this.#deps.reader.next();
        if (frame === null) break;
        this.#take(frame);
        this.#watchFill();
        if (this.#deps.clock() - began > TURN_MS) this.#rest();
      }
    } catch (thrown) {
      this.#deps.fail(thrown);
    }
  }

  /** Something changed in the line: goes on if what was waited for has come. */
  proceed(): void {
    const { line, state, lock } = this.#deps;
    if (this.ended) return;
    // Nothing is on its way any more, so nothing will ask for data: the COPY was refused.
    if (this.copyIn.state === 'awaiting' && line.drained) this.copyIn.over();
    if (this.#full && this.#steps() <= MAX_STEPS / 2 && line.waiting.bytes <= MAX_WAITING_BYTES / 2) this.#full = false;
    if (this.#held !== null && !this.#settling && line.drained && !lock.keeps(this.#held)) {
      // What is known now may be enough for this message; else the server is asked.
      if (state.absorb(line)) this.#resume(false);
      else this.#settle();
    }
    if (this.#held !== null || this.#full) line.flushServer();
    else this.run();
  }

  // What a client sends may be dear to follow, and all connections share one thread.
  #rest(): void {
    this.#resting = true;
    this.#deps.later(() => {
      this.#resting = false;
    });
  }

  #settle(): void {
    const { state, line, fail } = this.#deps;
    this.#settling = true;
    // What the server skips is not sent, and yet the client is to be read on.
    state.settle(line).then(() => (this.#resume(true), line.pump()), fail);
  }

  #resume(settled: boolean): void {
    const held = this.#held;
    this.#held = null;
    this.#settling = false;
    if (held === null || this.ended) return;
    this.#settled = settled;
    try {
      this.#take(held);
    } catch (thrown) {
      this.#deps.fail(thrown);
    }
    this.#settled = false;
    this.run();
  }

  #skips(type: number): boolean {
    const { line } = this.#deps;
    return line.skipping && line.waiting.length === 0 && SKIPPABLE.has(type);
  }

  #take(frame: Frame): void {
    const { line, gate, state } = this.#deps;
    if (this.copyIn.state === 'copying') {
      if (frame.type !== FRONTEND.terminate) {
        this.copyIn.take(frame);
        return;
      }
    } else if (this.#skips(frame.type)) {
      return;
    }
    try {
      this.#dispatch(frame);
    } catch (thrown) {
      if (!(thrown instanceof GateError) || !REFUSABLE.has(thrown.code) || !SKIPPABLE.has(frame.type)) throw thrown;
      refuseMessage(frame, violation(thrown), { as: SIMPLE.has(frame.type) ? 'query' : 'extended', line, gate, context: state.context() });
    }
  }

  #dispatch(frame: Frame): void {
    if (BARE.has(frame.type)) readBare(frame);
    switch (frame.type) {
      case FRONTEND.query:
        this.#extended.queried();
        return this.#orHold(frame, this.#simple.query(frame, this.#settled));
      case FRONTEND.parse:
        return this.#orHold(frame, this.#extended.parse(frame, this.#settled));
      case FRONTEND.bind:
        return this.#orHold(frame, this.#extended.bind(frame, this.#settled));
      case FRONTEND.describe:
        return this.#orHold(frame, this.#extended.describe(frame, this.#settled));
      case FRONTEND.execute:
        return this.#execute(frame);
      case FRONTEND.close:
        return this.#extended.close(frame);
      case FRONTEND.sync:
        return this.#extended.sync(frame);
      case FRONTEND.flush:
      case FRONTEND.terminate:
        return this.#bare(frame, frame.type === FRONTEND.flush ? 'flush' : 'terminate');
      case FRONTEND.copyData:
      case FRONTEND.copyDone:
      case FRONTEND.copyFail:
        // Left over from a COPY that failed: the server passes over them, too.
        return;
      case FRONTEND.functionCall:
        return this.#refuseFunctionCall(frame);
      default:
        this.#deps.gate.refused(`a message of the unknown type ${frame.type}`);
        throw new GateError('PROTOCOL_VIOLATION', `invalid frontend message type ${frame.type}`);
    }
  }

  #orHold(frame: Frame, taken: boolean): void {
    if (taken) return;
    this.#held = frame;
    this.proceed();
  }

  #execute(frame: Frame): void {
    const portal = this.#extended.execute(frame, this.#settled);
    if (portal === 'wait') this.#orHold(frame, false);
    else if (portal?.effects?.copiesIn === true) this.copyIn.expect('execute', portal);
  }

  #bare(frame: Frame, kind: 'flush' | 'terminate'): void {
    this.#deps.line.enqueue({ kind, frame });
    if (kind === 'terminate') this.ended = true;
    this.#deps.line.pump();
  }

  #refuseFunctionCall(frame: Frame): void {
    const { line, gate, state } = this.#deps;
    const refusal = wireRefusal(WIRE_SQLSTATE.notAllowed, 'ostiary: function calls by protocol are not allowed', 'rephrase: call the function in a SELECT');
    refuseMessage(frame, refusal, { as: 'query', line, gate, context: state.context() });
  }

  #steps(): number {
    return this.#deps.line.waiting.length + this.#deps.line.flight.length;
  }

  #watchFill(): void {
    const { line } = this.#deps;
    if (this.#steps() < MAX_STEPS && line.waiting.bytes < MAX_WAITING_BYTES) return;
    this.#full = true;
    line.flushServer();
  }
}

const REFUSABLE: ReadonlySet<GateError['code']> = new Set<GateError['code']>(['PROTOCOL_VIOLATION', 'UPSTREAM_FAILED']);
