// SPDX-License-Identifier: Apache-2.0
//
// The order of one connection: steps wait for their decision, go to the server, and stay in flight until they are answered; what was
// refused is answered in its turn. Knows transactions and pipelines, not SQL. Refuses to let anything half-done commit: where
// something could, the server is made to fail as well.
import type { Refusal, WireGate } from '../../gate/wire.js';
import { FAIL } from '../../gate/statements.js';
import { ALONE_END, aloneBytes, Ceiling, NOT_UNDOABLE } from './ceiling.js';
import { Fifo } from './fifo.js';
import type { Frame } from './frames.js';
import { bare, FRONTEND, readyForQuery, type TransactionStatus } from './messages.js';
import type { Names } from './names.js';
import type { Outgoing } from './outgoing.js';
import { FAILING, refusalBytes } from './refuse.js';
import type { BindStep, DecisionWatcher, ExecuteStep, OwnStep, ParseStep, QueryStep, Step } from './steps.js';

export interface LineDeps {
  readonly gate: WireGate;
  readonly names: Names;
  readonly toClient: Outgoing;
  readonly toServer: Outgoing;
  /** Something is to be written, or something changed that others wait for. */
  readonly wake: () => void;
}

const FLUSH = bare(FRONTEND.flush);
const ENDED = 'the connection ended before it was sent, or before its answer came';
const SKIPPED = 'not reached: an earlier message of the pipeline failed';

/** What happens to messages until the next Sync: nothing, or they are dropped and the Sync is forwarded, or answered here. */
type Dropping = 'no' | 'forward-sync' | 'answer-sync';

export class Line implements DecisionWatcher {
  readonly #deps: LineDeps;
  /** As of the last ReadyForQuery that came through. */
  status: TransactionStatus = 'I';
  readonly waiting = new Fifo<Step>();
  readonly flight = new Fifo<Step>();
  /** Bytes that wait for decisions. */
  waitingBytes = 0;
  /** Extended messages went to the server since the last Sync. */
  segmentOpen = false;
  /** Among them an Execute: something could commit. */
  #executed = false;
  #dropping: Dropping = 'no';
  /** Steps in flight that end with ReadyForQuery: until then the status is open. */
  #boundaries = 0;
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

  /** Nothing is open at the server, and nothing owed to the client: it could wait. */
  get idle(): boolean {
    return this.drained && this.status === 'I' && !this.segmentOpen && !this.skipping;
  }

  /** Ends the wait of the step in front; false: it does not wait for people. */
  interrupt(why: string): boolean {
    const step = this.waiting.peek();
    if (step === undefined || !isAsk(step) || !step.undecided || step.waiting === null) return false;
    step.waiting.end(why);
    return true;
  }

  /** A word to the client between its messages. */
  tell(bytes: Buffer): void {
    this.#deps.toClient.bytes(bytes);
    this.#deps.wake();
  }

  /** After the step in front, nothing of its pipeline is on its way but perhaps the Sync. */
  get restIsSync(): boolean {
    return this.flight.length === 1 || (this.flight.length === 2 && this.flight.at(1)?.kind === 'sync');
  }

  enqueue(step: Step): void {
    this.waiting.push(step);
    this.waitingBytes += frameOf(step)?.length ?? 0;
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
      if (!dropped && this.#ceiling.keeps(step, this.#boundaries > 0)) {
        this.flushServer();
        break;
      }
      this.waiting.shift();
      this.waitingBytes -= frameOf(step)?.length ?? 0;
      if (dropped) this.#drop(step, SKIPPED);
      else this.#send(step);
    }
    this.#deps.wake();
  }

  /** Sends a gate-originated statement. Nothing else may be on its way. */
  sendOwn(step: OwnStep, bytes: Buffer): void {
    this.#deps.toServer.bytes(bytes);
    this.#push(step);
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
    const step = this.flight.shift();
    const settled = step !== undefined && isBoundary(step) && (this.#boundaries -= 1) === 0;
    this.#sayWhatIsDue();
    if (this.#ceiling.answered(step) || (settled && this.waiting.length > 0)) this.pump();
  }

  /** An extended message failed: the server skips to the next Sync. */
  skipToSync(): void {
    const failed = this.flight.shift();
    this.#ceiling.answered(failed);
    if (failed !== undefined) this.#drop(failed, SKIPPED);
    for (let step = this.flight.peek(); step !== undefined && step.kind !== 'sync'; step = this.flight.peek()) {
      this.flight.shift();
      if (isBoundary(step)) this.#boundaries -= 1;
      this.#drop(step, SKIPPED);
    }
    if (this.flight.length === 0) this.#dropping = 'forward-sync';
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
    this.#ceiling.answered(this.flight.shift());
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
    for (let step = this.flight.shift(); step !== undefined; step = this.flight.shift()) this.#drop(step, ENDED);
    this.dropWaiting();
  }

  /** Nobody waits for what has not been sent yet. */
  dropWaiting(): void {
    for (let step = this.waiting.shift(); step !== undefined; step = this.waiting.shift()) this.#drop(step, ENDED);
    this.waitingBytes = 0;
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
        this.#push(step);
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
    if (admitted === 'alone') {
      step.alone = 'running';
      this.#deps.toServer.bytes(aloneBytes(step.source));
    } else {
      this.#forward(step);
    }
    step.frame = null;
    this.#segmentEnds();
    this.#push(step);
  }

  #sendAsk(step: ParseStep | BindStep): void {
    if (step.refusal !== null) {
      this.#forget(step);
      this.#refuseExtended(step.refusal);
      return;
    }
    this.#sendExtended(step);
    step.frame = null;
  }

  #sendExecute(step: ExecuteStep): void {
    if (this.#ceiling.admits(step, this.status) === 'refuse') {
      step.portal.result?.notReached(NOT_UNDOABLE.message);
      this.#refuseExtended(NOT_UNDOABLE);
      return;
    }
    this.#executed = true;
    this.#sendExtended(step);
  }

  #sendExtended(step: Step): void {
    this.#forward(step);
    this.segmentOpen = true;
    this.#unflushed = true;
    this.#push(step);
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
    this.#push(step);
  }

  #segmentEnds(): void {
    this.segmentOpen = false;
    this.#executed = false;
    this.#ceiling.segmentEnds();
    this.#unflushed = false;
  }

  // INVARIANT: a refusal is answered here only where nothing is open that could commit; elsewhere the server fails, too.
  #refuseQuery(refusal: Refusal): void {
    if (this.status === 'T' || this.segmentOpen || this.#boundaries > 0) {
      this.#sendFail('query', refusal, refusal.message);
      return;
    }
    this.#say(refusal);
    this.#say('ready');
  }

  #refuseExtended(refusal: Refusal): void {
    if (this.status === 'T' || this.#executed || this.#boundaries > 0) {
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
    this.#push({ kind: 'fail', by, refusal });
    this.#deps.wake();
  }

  #say(what: Refusal | 'ready'): void {
    this.#push({ kind: 'say', what });
    this.#sayWhatIsDue();
  }

  #sayWhatIsDue(): void {
    for (let step = this.flight.peek(); step?.kind === 'say'; step = this.flight.peek()) {
      this.flight.shift();
      this.#deps.toClient.bytes(step.what === 'ready' ? readyForQuery(this.status) : refusalBytes(step.what));
    }
    this.#deps.wake();
  }

  #push(step: Step): void {
    if (isBoundary(step)) this.#boundaries += 1;
    this.flight.push(step);
  }

  #forward(step: Step): void {
    const frame = frameOf(step);
    if (frame !== null) this.#deps.toServer.frame(frame);
  }

  #drop(step: Step, why: string): void {
    if (isAsk(step)) {
      step.waiting?.end(why);
      if (step.undecided) step.dropped = true;
      else step.abandon(why);
    }
    if (step.kind === 'own') step.settle({ ...step, error: { sqlstate: '08006', message: why } });
    this.#forget(step);
  }

  // Names that it announced will not come.
  #forget(step: Step): void {
    const { names } = this.#deps;
    if (step.kind === 'parse') names.statementAnswered(step.statement, false);
    else if (step.kind === 'bind') names.portalAnswered(step.portal, false);
    else if (step.kind === 'close') names.closeAnswered(step.what, step.name, false);
  }
}

// By kind rather than `in`, which is slow over objects of many shapes; these run for every message.
function frameOf(step: Step): Frame | null {
  return step.kind === 'own' || step.kind === 'fail' || step.kind === 'say' ? null : step.frame;
}

function isAsk(step: Step): step is QueryStep | ParseStep | BindStep {
  return step.kind === 'bind' || step.kind === 'query' || step.kind === 'parse';
}

function isBoundary(step: Step): boolean {
  return step.kind === 'query' || step.kind === 'sync' || (step.kind === 'own' && step.synced) || (step.kind === 'fail' && step.by === 'query');
}
