// SPDX-License-Identifier: Apache-2.0
//
// The order of one connection: steps wait for their decision, go to the server, and stay in flight until they are answered; what was
// refused is answered in its turn. Knows transactions and pipelines, not SQL. Refuses to let anything half-done commit: where
// something could, the server is made to fail as well.
import type { Refusal, WireGate } from '../../gate/wire.js';
import { FAIL } from '../../gate/statements.js';
import { ALONE_END, aloneBytes, Ceiling, NOT_UNDOABLE } from './ceiling.js';
import { bare, FRONTEND, readyForQuery, type TransactionStatus } from './messages.js';
import type { Names } from './names.js';
import type { Outgoing } from './outgoing.js';
import { Flight, Waiting } from './queues.js';
import { FAILING, refusalBytes } from './refuse.js';
import { type BindStep, type DecisionWatcher, type ExecuteStep, frameOf, isAsk, type OwnStep, type ParseStep, type QueryStep, type Step } from './steps.js';
import { drop, ENDED, forget, SKIPPED } from './unanswered.js';
import type { Stirring } from './unrest.js';

export interface LineDeps {
  readonly gate: WireGate;
  readonly names: Names;
  readonly stirring: Stirring;
  readonly toClient: Outgoing;
  readonly toServer: Outgoing;
  /** Something is to be written, or something changed that others wait for. */
  readonly wake: () => void;
}

const FLUSH = bare(FRONTEND.flush);
const SYNC = bare(FRONTEND.sync);

/** What happens to messages until the next Sync: nothing, or they are dropped and the Sync is forwarded, or answered here. */
type Dropping = 'no' | 'forward-sync' | 'answer-sync';

export class Line implements DecisionWatcher {
  readonly #deps: LineDeps;
  /** As of the last ReadyForQuery that came through. */
  status: TransactionStatus = 'I';
  readonly waiting = new Waiting();
  readonly flight = new Flight();
  /** Extended messages went to the server since the last Sync. */
  segmentOpen = false;
  /** Among them an Execute: something could commit. */
  #executed = false;
  /** Among them a Bind: a Sync would take its portal away. */
  #bound = false;
  /** Its client waits for people, perhaps; nothing comes after it. */
  #staying: QueryStep | ParseStep | BindStep | null = null;
  #dropping: Dropping = 'no';
  /** Steps were sent that the server answers only when it is asked to. */
  #unflushed = false;
  readonly #ceiling = new Ceiling();
  terminated = false;

  constructor(deps: LineDeps) {
    this.#deps = deps;
  }

  get skipping(): boolean {
    return this.#dropping !== 'no';
  }

  /** Everything that the client sent so far has been answered. */
  get drained(): boolean {
    return this.waiting.length === 0 && this.flight.length === 0;
  }

  /** Nothing is open at the server but what was prepared, and nothing else owed to the client: it could wait. */
  get idle(): boolean {
    if (this.waiting.length > 0 || this.status !== 'I' || this.skipping) return false;
    return this.segmentOpen ? !this.#bound && !this.flight.unsettled : this.flight.length === 0;
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
    if (!this.segmentOpen || !this.staying) return Promise.resolve();
    return new Promise((resolve) => {
      this.sendOwn({ kind: 'own', synced: true, rows: [], closes: 0, error: null, settle: () => resolve() }, SYNC);
      this.#segmentEnds();
    });
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

  /** Sends what may go, in order. */
  pump(): void {
    for (let step = this.waiting.peek(); step !== undefined; step = this.waiting.peek()) {
      const dropped = this.#dropping !== 'no' && step.kind !== 'sync' && step.kind !== 'terminate';
      if (!dropped && isAsk(step) && step.undecided) break;
      if (!dropped && this.#ceiling.keeps(step, this.flight.unsettled)) {
        this.flushServer();
        break;
      }
      this.waiting.shift();
      if (dropped) drop(step, SKIPPED, this.#deps.names);
      else this.#send(step);
    }
    this.#deps.wake();
  }

  /** Sends a gate-originated statement. Nothing else may be on its way. */
  sendOwn(step: OwnStep, bytes: Buffer): void {
    this.#deps.toServer.bytes(bytes);
    this.flight.push(step);
    this.#deps.wake();
  }

  /** Makes the server answer what is in flight inside an open pipeline. */
  flushServer(): void {
    if (!this.#unflushed) return;
    this.#unflushed = false;
    this.#deps.toServer.bytes(FLUSH);
    this.#deps.wake();
  }

  /** The step in front has been answered. */
  pop(): void {
    const { unsettled } = this.flight;
    const step = this.#shift();
    const settled = unsettled && !this.flight.unsettled;
    this.#sayWhatIsDue();
    if (this.#ceiling.answered(step) || (settled && this.waiting.length > 0)) this.pump();
  }

  /** An extended message failed: the server skips to the next Sync. */
  skipToSync(): void {
    const failed = this.#shift();
    this.#ceiling.answered(failed);
    if (failed !== undefined) drop(failed, SKIPPED, this.#deps.names);
    let next = this.flight.peek();
    for (; next !== undefined && next.kind !== 'sync' && next.kind !== 'own'; next = this.flight.peek()) {
      this.#shift();
      drop(next, SKIPPED, this.#deps.names);
    }
    if (next === undefined) this.#dropping = 'forward-sync';
    // The Sync was ours, and the client has still to send its own.
    else if (next.kind === 'own') this.#dropping = 'answer-sync';
    this.pump();
  }

  /** Holds back what could commit until `release`. */
  hold(): void {
    this.#ceiling.hold(true);
  }

  release(): void {
    this.#ceiling.hold(false);
    this.pump();
  }

  /** A transaction of our own making has not come to its end. */
  get alone(): boolean {
    return this.#ceiling.alone;
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
    this.#ceiling.answered(this.#shift());
    this.#sendFail('parse', null, why);
    this.#dropping = 'forward-sync';
    this.pump();
  }

  /** Makes the server's open transaction fail without a word to the client: nothing may be in flight. */
  failSilently(why: string): void {
    this.#sendFail('query', null, why);
  }

  /** The connection is over: every step gets its end. `ran`: told of those that the server may have run. */
  abandon(ran: (step: Step) => void): void {
    this.flight.forEach(ran);
    for (let step = this.flight.shift(); step !== undefined; step = this.flight.shift()) drop(step, ENDED, this.#deps.names);
    this.dropWaiting();
  }

  /** Nobody waits for what has not been sent yet. */
  dropWaiting(): void {
    for (let step = this.waiting.shift(); step !== undefined; step = this.waiting.shift()) drop(step, ENDED, this.#deps.names);
  }

  #shift(): Step | undefined {
    const step = this.flight.shift();
    this.#deps.stirring.answered(this.flight.answered);
    return step;
  }

  // Not before it is really sent: what is refused changes nothing for anybody.
  #stir(step: QueryStep | ExecuteStep): void {
    if (step.stirs) this.#deps.stirring.begin(this.flight.sent + 1);
  }

  #send(step: Step): void {
    switch (step.kind) {
      case 'query':
        this.#sendQuery(step);
        return;
      case 'parse':
      case 'bind':
        this.#sendAsk(step);
        return;
      case 'sync':
        this.#sendSync(step);
        return;
      case 'flush':
        this.#forward(step);
        this.#unflushed = false;
        return;
      case 'terminate':
        this.terminated = true;
        this.#forward(step);
        return;
      case 'execute':
        this.#sendExecute(step);
        return;
      case 'describe':
      case 'close':
        this.#sendExtended(step);
        return;
      case 'own':
      case 'fail':
      case 'say':
        this.flight.push(step);
        this.#sayWhatIsDue();
        return;
      default:
        step satisfies never;
    }
  }

  #sendQuery(step: QueryStep): void {
    if (step.refusal !== null) {
      this.#refuseQuery(step.refusal);
      return;
    }
    const admitted = this.#ceiling.admits(step, this.status);
    if (admitted === 'refuse') {
      step.abandon(NOT_UNDOABLE.message);
      this.#refuseQuery(NOT_UNDOABLE);
      return;
    }
    this.#stir(step);
    if (admitted === 'alone') {
      step.alone = 'running';
      this.#deps.toServer.bytes(aloneBytes(step.source));
    } else {
      this.#forward(step);
    }
    step.frame = null;
    this.#segmentEnds();
    this.flight.push(step);
  }

  #sendAsk(step: ParseStep | BindStep): void {
    if (step.refusal !== null) {
      forget(step, this.#deps.names);
      this.#refuseExtended(step.refusal);
      return;
    }
    if (step.kind === 'bind') this.#bound = true;
    this.#sendExtended(step);
    step.frame = null;
  }

  #sendExecute(step: ExecuteStep): void {
    if (this.#ceiling.admits(step, this.status) === 'refuse') {
      step.portal.result?.notReached(NOT_UNDOABLE.message);
      this.#refuseExtended(NOT_UNDOABLE);
      return;
    }
    this.#stir(step);
    this.#executed = true;
    this.#sendExtended(step);
  }

  #sendExtended(step: Step): void {
    this.#forward(step);
    this.segmentOpen = true;
    this.#unflushed = true;
    this.flight.push(step);
  }

  #sendSync(step: Step): void {
    const answered = this.#dropping === 'answer-sync';
    this.#dropping = 'no';
    if (answered) {
      this.#say('ready');
      return;
    }
    this.#forward(step);
    this.#segmentEnds();
    this.flight.push(step);
  }

  #segmentEnds(): void {
    this.segmentOpen = false;
    this.#executed = false;
    this.#bound = false;
    this.#ceiling.segmentEnds();
    this.#unflushed = false;
  }

  // INVARIANT: a refusal is answered here only where nothing is open that could commit; elsewhere the server fails, too.
  #refuseQuery(refusal: Refusal): void {
    if (this.status === 'T' || this.segmentOpen || this.flight.unsettled) {
      this.#sendFail('query', refusal, refusal.message);
      return;
    }
    this.#say(refusal);
    this.#say('ready');
  }

  #refuseExtended(refusal: Refusal): void {
    if (this.status === 'T' || this.#executed || this.flight.unsettled) {
      this.#sendFail('parse', refusal, refusal.message);
      this.#dropping = 'forward-sync';
      return;
    }
    this.#dropping = this.segmentOpen ? 'forward-sync' : 'answer-sync';
    // As with an error of the server's own, the client hears of it at once, although it has not synced yet.
    this.flushServer();
    this.#say(refusal);
  }

  #sendFail(by: 'query' | 'parse', refusal: Refusal | null, why: string): void {
    this.#deps.gate.originated(FAIL.name, `to fail what is open: ${why}`);
    this.#deps.toServer.bytes(FAILING[by]);
    if (by === 'query') this.#segmentEnds();
    else this.segmentOpen = true;
    this.flight.push({ kind: 'fail', by, refusal });
    this.#deps.wake();
  }

  #say(what: Refusal | 'ready'): void {
    this.flight.push({ kind: 'say', what });
    this.#sayWhatIsDue();
  }

  #sayWhatIsDue(): void {
    for (let step = this.flight.peek(); step?.kind === 'say'; step = this.flight.peek()) {
      this.flight.shift();
      this.#deps.toClient.bytes(step.what === 'ready' ? readyForQuery(this.status) : refusalBytes(step.what));
    }
    this.#deps.wake();
  }

  #forward(step: Step): void {
    const frame = frameOf(step);
    if (frame !== null) this.#deps.toServer.frame(frame);
  }
}
