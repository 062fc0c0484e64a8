// SPDX-License-Identifier: Apache-2.0
//
// One step for each message that goes to the server and each answer that is owed to the client, in order. Data only, but for the
// gate's callbacks, which note the decision and wake the line. Refuses to forget an answer that comes after the step was dropped.
import { GateError } from '../../../core/errors.js';
import type { Parameter } from '../../../core/model.js';
import type { Asked, Draft, Execution, Refusal, Submission, WireContext } from '../../../gate/wire.js';
import type { Effects } from '../effects/effects.js';
import type { Frame } from '../protocol/frames.js';
import { readParameters } from '../protocol/parameters.js';
import type { HeldClient } from './held-client.js';
import type { Portal, Statement } from '../names/prepared.js';
import { Result } from '../results/result.js';
import type { Claim } from '../definitions/definition-lock.js';

/** Whoever waits for decisions. */
export interface DecisionWatcher {
  decided(): void;
}

export type Step = QueryStep | ParseStep | BindStep | DescribeStep | ExecuteStep | CloseStep | BareStep | FailStep | OwnStep | SayStep;

/** What waits for the gate. */
abstract class Ask implements Submission {
  abstract readonly asked: readonly Asked[];
  /** Kept until it is forwarded, then let go: it may be large. */
  frame: Frame | null;
  undecided = true;
  refusal: Refusal | null = null;
  /** Taken out of the line before the gate answered. */
  dropped = false;
  /** Set while its client can wait for people. */
  waiting: HeldClient | null = null;

  constructor(frame: Frame, readonly context: WireContext, readonly watcher: DecisionWatcher) {
    this.frame = frame;
  }

  execute(executions: readonly Execution[]): void {
    this.undecided = false;
    this.allowed(executions);
    if (this.dropped) this.abandon('the connection ended, or an earlier message failed');
    else this.watcher.decided();
  }

  refuse(refusal: Refusal): void {
    this.undecided = false;
    this.refusal = refusal;
    if (!this.dropped) this.watcher.decided();
  }

  /** It will not reach the server, or the server will not run it. */
  abstract abandon(why: string): void;
  protected abstract allowed(executions: readonly Execution[]): void;
}

/** A Query message: any number of statements. */
export class QueryStep extends Ask {
  readonly kind = 'query';
  results: readonly Result[] = [];
  /** Which of them the server is at. */
  at = 0;
  failed = false;
  /** Sent as a transaction of its own (row-ceiling.ts): null, or how far that has come. */
  alone: 'running' | 'ending' | 'undoing' | null = null;
  /** It may change definitions for other connections. */
  mayDefine = false;
  claim: Claim = 'none';
  /** Its completion, while it is not committed. */
  completion: Frame | null = null;
  readonly asked: readonly Asked[];

  constructor(frame: Frame, readonly drafts: readonly Draft[], of: { context: WireContext; inOrder?: readonly WireContext[]; watcher: DecisionWatcher; source: Buffer; effects: Effects }) {
    super(frame, of.context, of.watcher);
    this.asked = drafts.map((draft, at) => ({ draft, parameters: [], context: of.inOrder?.[at] ?? of.context }));
    this.source = of.source;
    this.effects = of.effects;
  }

  readonly source: Buffer;
  readonly effects: Effects;

  get result(): Result | null {
    return this.results[this.at] ?? null;
  }

  abandon(why: string): void {
    for (const result of this.results) result.notReached(why);
  }

  protected allowed(executions: readonly Execution[]): void {
    this.results = executions.map((execution) => new Result(execution, this.context.definitionChanges));
  }
}

/** A Parse message. It is asked only when it can't be read; else its Binds are. */
export class ParseStep extends Ask {
  readonly kind = 'parse';
  readonly asked: readonly Asked[];
  result: Result | null = null;

  constructor(frame: Frame, readonly statement: Statement, of: { context: WireContext; watcher: DecisionWatcher; asked: readonly Draft[] }) {
    super(frame, of.context, of.watcher);
    this.asked = of.asked.map((draft) => ({ draft, parameters: [] }));
    this.undecided = of.asked.length > 0;
  }

  abandon(why: string): void {
    this.result?.notReached(why);
  }

  protected allowed([execution]: readonly Execution[]): void {
    if (execution !== undefined) this.result = new Result(execution, this.context.definitionChanges);
  }
}

/** A Bind message: the operation is the statement with these values. */
export class BindStep extends Ask implements Asked {
  readonly kind = 'bind';
  readonly asked: readonly Asked[] = [this];
  readonly draft: Draft;
  #parameters: readonly Parameter[] | null = null;

  constructor(frame: Frame, readonly portal: Portal, of: { context: WireContext; watcher: DecisionWatcher; draft: Draft }) {
    super(frame, of.context, of.watcher);
    this.draft = of.draft;
  }

  /** Read only when somebody asks. Throws when the message does not add up, which is a deny. */
  get parameters(): readonly Parameter[] {
    if (this.frame === null && this.#parameters === null) throw new GateError('INTERNAL', 'parameters are asked for after they were forwarded');
    this.#parameters ??= readParameters(this.frame as Frame, this.portal.statement.parameterTypes, this.context.catalog);
    return this.#parameters;
  }

  abandon(why: string): void {
    this.portal.result?.notReached(why);
  }

  protected allowed([execution]: readonly Execution[]): void {
    if (execution !== undefined) this.portal.result = new Result(execution, this.context.definitionChanges);
  }
}

/** A Describe; `own`: the client did not ask, so it does not hear the answer. */
export interface DescribeStep {
  readonly kind: 'describe';
  readonly frame: Frame | null;
  /** Null for a statement, or a portal that we don't know. */
  readonly portal: Portal | null;
  readonly own: boolean;
}

export interface ExecuteStep {
  readonly kind: 'execute';
  readonly frame: Frame;
  readonly portal: Portal;
  /** It may change definitions for other connections. */
  readonly mayDefine: boolean;
  readonly claim: Claim;
}

export interface CloseStep {
  readonly kind: 'close';
  readonly frame: Frame;
  readonly what: 'statement' | 'portal';
  readonly name: string;
}

/** Messages without content. Only a Sync has an answer. */
export interface BareStep {
  readonly kind: 'sync' | 'flush' | 'terminate';
  readonly frame: Frame;
}

/** The fixed failing statement, sent so that the server fails, too; its error is replaced by `refusal`, or swallowed. */
export interface FailStep {
  readonly kind: 'fail';
  readonly by: 'query' | 'parse';
  readonly refusal: Refusal | null;
}

/** Rows of a gate-originated statement, as text. */
export type OwnRows = readonly (readonly (string | null)[])[];

/** A gate-originated statement on its way; see own-statements.ts. */
export interface OwnStep {
  readonly kind: 'own';
  /** Whether it ends with a Sync (else with a Flush, inside the client's own pipeline). */
  readonly synced: boolean;
  readonly rows: (readonly (string | null)[])[];
  closes: number;
  error: { readonly sqlstate: string; readonly message: string } | null;
  readonly settle: (step: OwnStep) => void;
}

/** An answer of ours that waits for its turn: an error, or ReadyForQuery with the status of that moment. */
export interface SayStep {
  readonly kind: 'say';
  readonly what: Refusal | 'ready';
}

/** The client's bytes of a step. By kind rather than `in`, which is slow over objects of many shapes: these three run for every message. */
export function frameOf(step: Step): Frame | null {
  return step.kind === 'own' || step.kind === 'fail' || step.kind === 'say' ? null : step.frame;
}

/** Whether the gate decides about it. */
export function isAsk(step: Step): step is QueryStep | ParseStep | BindStep {
  return step.kind === 'bind' || step.kind === 'query' || step.kind === 'parse';
}

/** Whether its answer ends with ReadyForQuery. */
export function isBoundary(step: Step): boolean {
  return step.kind === 'query' || step.kind === 'sync' || (step.kind === 'own' && step.synced) || (step.kind === 'fail' && step.by === 'query');
}
