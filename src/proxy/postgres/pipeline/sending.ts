// SPDX-License-Identifier: Apache-2.0
//
// Puts one step of the line on its way: to the server what was allowed, to the client what was refused. Knows the ceiling and the pipeline
// that is open, not the order of steps. Refuses to send what could not be undone where it has to be.
import type { Refusal } from '../../../gate/wire.js';
import { aloneBytes, type Ceiling, NOT_UNDOABLE } from './row-ceiling.js';
import type { TransactionStatus } from '../protocol/messages.js';
import type { Names } from '../names/names.js';
import type { Outgoing } from '../transport/outgoing.js';
import type { Flight } from './queues.js';
import { WIRE_SQLSTATE, wireRefusal } from '../protocol/refusals.js';
import type { Replies } from './replies.js';
import type { Segment } from './segment.js';
import { type BindStep, type ExecuteStep, frameOf, type ParseStep, type QueryStep, type Step } from './steps.js';
import type { DefinitionLock } from '../definitions/definition-lock.js';
import { forget } from './drop.js';
import type { OwnDefinitionChanges } from '../definitions/definition-changes.js';

export interface SendingDeps {
  readonly names: Names;
  readonly ownChanges: OwnDefinitionChanges;
  readonly lock: DefinitionLock;
  readonly toServer: Outgoing;
}

/** What it shares with the line. */
export interface SendingParts {
  readonly flight: Flight;
  readonly segment: Segment;
  readonly ceiling: Ceiling;
  readonly replies: Replies;
  /** As of the last ReadyForQuery that came through. */
  readonly status: () => TransactionStatus;
}

// Some servers commit the pipeline with such a Query, others leave its transaction open until the next Sync: a Sync of ours, between two
// messages of the client, would then commit what a later error was to take back.
const NOT_SYNCED = wireRefusal(WIRE_SQLSTATE.notAllowed, 'ostiary: a simple query may not come into a pipeline that is not synced yet', 'rephrase: send a Sync before it');

/** The way of steps out of the line. */
export class Sending {
  readonly #deps: SendingDeps;
  readonly #parts: SendingParts;
  /** The client has said that it goes. */
  terminated = false;

  constructor(deps: SendingDeps, parts: SendingParts) {
    this.#deps = deps;
    this.#parts = parts;
  }

  // INVARIANT: what may write is sent while nobody else changes definitions, and by those that it was judged by.
  /** Whether it is a step's turn. */
  turnOf(step: Step): 'go' | 'wait' | Refusal {
    if (step.kind === 'query' && step.refusal === null) return this.#deps.lock.mayBeSent(step, step.claim, step.context.definitionChanges);
    return step.kind === 'execute' ? this.#deps.lock.mayBeSent(step, step.claim, step.portal.context.definitionChanges) : 'go';
  }

  /** Answers what was allowed, and is yet not sent. */
  refuse(step: Step, refusal: Refusal): void {
    if (step.kind === 'query') {
      step.abandon(refusal.message);
      this.#parts.replies.refuseQuery(refusal);
    } else if (step.kind === 'execute') {
      step.portal.result?.notReached(refusal.message);
      this.#parts.replies.refuseExtended(refusal);
    }
  }

  // Not before it is really sent: what is refused changes nothing for anybody.
  #stir(step: QueryStep | ExecuteStep): void {
    this.#deps.lock.sent(step, step.claim);
    if (step.mayDefine) this.#deps.ownChanges.begin(this.#parts.flight.sent + 1);
  }

  /** Sends it, or answers it where the gate has refused it. */
  send(step: Step): void {
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
        this.#parts.segment.unflushed = false;
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
        this.#parts.flight.push(step);
        this.#parts.replies.sayWhatIsDue();
        return;
      default:
        step satisfies never;
    }
  }

  #sendQuery(step: QueryStep): void {
    if (step.refusal !== null) {
      this.#parts.replies.refuseQuery(step.refusal);
      return;
    }
    if (this.#parts.segment.executed) {
      this.refuse(step, NOT_SYNCED);
      return;
    }
    const admitted = this.#parts.ceiling.admits(step, this.#parts.status());
    if (admitted === 'refuse') {
      this.refuse(step, NOT_UNDOABLE);
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
    this.#parts.segment.ends();
    this.#parts.flight.push(step);
  }

  #sendAsk(step: ParseStep | BindStep): void {
    if (step.refusal !== null) {
      forget(step, this.#deps.names);
      this.#parts.replies.refuseExtended(step.refusal);
      return;
    }
    if (step.kind === 'bind') this.#parts.segment.bound = true;
    this.#sendExtended(step);
    step.frame = null;
  }

  #sendExecute(step: ExecuteStep): void {
    if (this.#parts.ceiling.admits(step, this.#parts.status()) === 'refuse') {
      this.refuse(step, NOT_UNDOABLE);
      return;
    }
    this.#stir(step);
    this.#parts.segment.executed = true;
    this.#sendExtended(step);
  }

  #sendExtended(step: Step): void {
    this.#forward(step);
    this.#parts.segment.sent();
    this.#parts.flight.push(step);
  }

  #sendSync(step: Step): void {
    const answered = this.#parts.replies.dropping === 'answer-sync';
    this.#parts.replies.dropping = 'no';
    if (answered) {
      this.#parts.replies.say('ready');
      return;
    }
    this.#forward(step);
    this.#parts.segment.ends();
    this.#parts.flight.push(step);
  }

  #forward(step: Step): void {
    const frame = frameOf(step);
    if (frame !== null) this.#deps.toServer.frame(frame);
  }
}
