// SPDX-License-Identifier: Apache-2.0
//
// The order of one connection: steps wait for their decision, go to the server, and stay in flight until they are answered; what was
// refused is answered in its turn. Knows transactions and pipelines, not SQL. Refuses to let anything half-done commit: where
// something could, the server is made to fail as well.
import type { WireGate } from '../../../gate/wire.js';
import { FAIL } from '../../../gate/statements.js';
import { ALONE_END, Ceiling } from './row-ceiling.js';
import { bare, FRONTEND, type TransactionStatus } from '../protocol/messages.js';
import type { Names } from '../names/names.js';
import type { Outgoing } from '../transport/outgoing.js';
import { Flight, Waiting } from './queues.js';
import { FAILING } from '../protocol/refusals.js';
import { Replies } from './replies.js';
import { Segment } from './segment.js';
import { Sending } from './sending.js';
import { type BindStep, type DecisionWatcher, type ExecuteStep, isAsk, type OwnStep, type ParseStep, type QueryStep, type Step } from './steps.js';
import type { DefinitionLock } from '../definitions/definition-lock.js';
import { drop, ENDED, SKIPPED } from './drop.js';
import type { OwnDefinitionChanges } from '../definitions/definition-changes.js';

export interface LineDeps {
  readonly gate: WireGate;
  readonly names: Names;
  readonly ownChanges: OwnDefinitionChanges;
  readonly lock: DefinitionLock;
  readonly toClient: Outgoing;
  readonly toServer: Outgoing;
  /** Something is to be written, or something changed that others wait for. */
  readonly wake: () => void;
  /** Ends the session with this as its last word. */
  readonly fail: (thrown: unknown) => void;
}

/** The steps of one connection, in their order. */
export class Line implements DecisionWatcher {
  readonly #deps: LineDeps;
  /** As of the last ReadyForQuery that came through. */
  status: TransactionStatus = 'I';
  readonly waiting = new Waiting();
  readonly flight = new Flight();
  /** Its client waits for people, perhaps; nothing comes after it. */
  #staying: QueryStep | ParseStep | BindStep | null = null;
  readonly ceiling = new Ceiling();
  readonly #segment = new Segment(this.ceiling);
  readonly #replies: Replies;
  readonly #sending: Sending;

  constructor(deps: LineDeps) {
    this.#deps = deps;
    this.#replies = new Replies(deps, { flight: this.flight, segment: this.#segment, status: () => this.status });
    this.#sending = new Sending(deps, { flight: this.flight, segment: this.#segment, ceiling: this.ceiling, replies: this.#replies, status: () => this.status });
  }

  /** The client has said that it goes. */
  get terminated(): boolean {
    return this.#sending.terminated;
  }

  /** Something was bound or executed since the last Sync: one of ours would lose or commit it. */
  get segmentOpen(): boolean {
    return this.#segment.holds;
  }

  get skipping(): boolean {
    return this.#replies.dropping !== 'no';
  }

  /** Everything that the client sent so far has been answered. */
  get drained(): boolean {
    return this.waiting.length === 0 && this.flight.length === 0;
  }

  /** Nothing is open at the server but what was prepared, and nothing else owed to the client: it could wait. */
  get idle(): boolean {
    if (this.waiting.length > 0 || this.status !== 'I' || this.skipping) return false;
    return this.#segment.open ? !this.#segment.bound && !this.flight.unsettled : this.flight.length === 0;
  }

  /** A step that could take long: no more is taken from the client until it is decided. */
  get staying(): boolean {
    return this.#staying !== null && this.#staying.undecided && !this.#staying.dropped;
  }

  stay(step: QueryStep | ParseStep | BindStep): void {
    this.#staying = step;
  }

  /** Ends what the client has only prepared, so that the server holds no locks for it while it waits. Resolves when that is answered. */
  rest(): Promise<void> {
    if (!this.#segment.open || !this.staying) return Promise.resolve();
    return new Promise((resolve) => this.sendOwn({ kind: 'own', synced: true, rows: [], closes: 0, error: null, settle: () => resolve() }, bare(FRONTEND.sync)));
  }

  /** Ends the wait of the step in front; false: it does not wait for people, or the server has something to be cancelled, too. */
  interrupt(why: string): boolean {
    if (!this.staying) return false;
    this.#staying?.waiting?.end(why);
    return !this.flight.unsettled;
  }

  /** A word to the client between its messages. */
  tell(bytes: Buffer): void {
    this.#deps.toClient.bytes(bytes);
    this.#deps.wake();
  }

  enqueue(step: Step): void {
    this.waiting.push(step);
  }

  /** The gate decided on something: also called while `submit` still runs. */
  decided(): void {
    this.pump();
  }

  /** Sends what may go, in order. Where that fails a step is out of the line and not answered, and whoever told us has others to tell. */
  pump(): void {
    try {
      this.#sendWhatMayGo();
    } catch (thrown) {
      this.#deps.fail(thrown);
    }
  }

  #sendWhatMayGo(): void {
    for (let step = this.waiting.peek(); step !== undefined; step = this.waiting.peek()) {
      const dropped = this.#replies.dropping !== 'no' && step.kind !== 'sync' && step.kind !== 'terminate';
      if (!dropped && isAsk(step) && step.undecided) break;
      if (!dropped && this.ceiling.keeps(step, this.flight.unsettled)) {
        this.flushServer();
        break;
      }
      const turn = dropped ? 'go' : this.#sending.turnOf(step);
      if (turn === 'wait') break;
      this.waiting.shift();
      if (dropped) {
        this.#deps.lock.stopWaiting(step);
        drop(step, SKIPPED, this.#deps.names);
      } else if (turn === 'go') {
        this.#sending.send(step);
      } else {
        this.#sending.refuse(step, turn);
      }
    }
    this.#deps.wake();
  }

  /** Sends a gate-originated statement. Nothing else may be on its way. */
  sendOwn(step: OwnStep, bytes: Buffer): void {
    this.#deps.toServer.bytes(bytes);
    if (step.synced) this.#segment.ends();
    this.flight.push(step);
    this.#deps.wake();
  }

  /** Makes the server answer what is in flight inside an open pipeline. */
  flushServer(): void {
    if (this.#segment.flush(this.#deps.toServer)) this.#deps.wake();
  }

  /** The step in front has been answered. */
  pop(): void {
    const { unsettled } = this.flight;
    const step = this.#shift();
    const settled = unsettled && !this.flight.unsettled;
    this.#replies.sayWhatIsDue();
    if (this.ceiling.answered(step) || (settled && this.waiting.length > 0)) this.pump();
  }

  /** An extended message failed: the server skips to the next Sync. */
  skipToSync(): void {
    const failed = this.#shift();
    this.ceiling.answered(failed);
    if (failed !== undefined) drop(failed, SKIPPED, this.#deps.names);
    let next = this.flight.peek();
    for (; next !== undefined && next.kind !== 'sync' && next.kind !== 'own'; next = this.flight.peek()) {
      this.ceiling.answered(this.#shift());
      drop(next, SKIPPED, this.#deps.names);
    }
    if (next === undefined) this.#replies.dropping = 'forward-sync';
    // The Sync was ours, and the client has still to send its own.
    else if (next.kind === 'own') this.#replies.dropping = 'answer-sync';
    this.pump();
  }

  /** Holds back what could commit until `release`. */
  hold(): void {
    this.ceiling.hold(true);
  }

  release(): void {
    this.ceiling.hold(false);
    this.pump();
  }

  /** Ends the transaction that a Query of its own is: commits it, unless it has failed. */
  endAlone(step: QueryStep): void {
    if (step.alone !== 'running') return;
    step.alone = 'ending';
    this.#deps.toServer.bytes(ALONE_END);
    this.#deps.wake();
  }

  /** Undoes what has just been completed outside a transaction: the server is made to fail before it could commit. */
  undoAlone(step: QueryStep | ExecuteStep, why: string): void {
    if (step.kind === 'query') {
      this.#deps.gate.originated(FAIL.name, `to fail what is open: ${why}`);
      step.alone = 'undoing';
      this.#deps.toServer.bytes(Buffer.concat([FAILING.parse, ALONE_END]));
      this.#deps.wake();
      return;
    }
    this.ceiling.answered(this.#shift());
    this.#replies.fail('parse', null, why);
    this.#replies.dropping = 'forward-sync';
    this.pump();
  }

  /** Makes the server's open transaction fail without a word to the client: nothing may be in flight. */
  failSilently(why: string): void {
    this.#replies.fail('query', null, why);
  }

  /** The connection is over: every step gets its end. `ran`: told of those that the server may have run. */
  abandon(ran: (step: Step) => void): void {
    this.flight.forEach(ran);
    for (let step = this.flight.shift(); step !== undefined; step = this.flight.shift()) drop(step, ENDED, this.#deps.names);
    this.dropWaiting();
  }

  /** Nobody waits for what has not been sent yet. */
  dropWaiting(): void {
    this.#deps.lock.stopWaiting();
    for (let step = this.waiting.shift(); step !== undefined; step = this.waiting.shift()) drop(step, ENDED, this.#deps.names);
  }

  #shift(): Step | undefined {
    const step = this.flight.shift();
    const { ownChanges, lock } = this.#deps;
    ownChanges.answered(this.flight.answered);
    lock.answered(step, { settled: !ownChanges.pending, status: this.status });
    return step;
  }
}
