// SPDX-License-Identifier: Apache-2.0
//
// What the server answers to statements: rows, COPY data, completions. Every value passes under the plan of the statement that it
// belongs to. Refuses an answer that no judged statement asked for.
import { readCommandTag, readCopyResponse } from '../protocol/backend.js';
import { malformed } from '../protocol/body.js';
import type { CopyIn } from './copy-in.js';
import { type CopyOut, copyOutOf } from '../copy/copy-out.js';
import type { Frame } from '../protocol/frames.js';
import { readExecute } from '../protocol/frontend.js';
import { BACKEND } from '../protocol/messages.js';
import type { SessionParts } from './parts.js';
import type { Result } from '../results/result.js';
import { RowPasser } from '../results/rows.js';
import type { ExecuteStep, QueryStep } from '../pipeline/steps.js';
import type { Stretch } from '../protocol/patches.js';
import type { Withheld } from './withheld.js';

/** Answers to messages that a Query of its own was turned into. */
const OWN_ANSWERS: ReadonlySet<number> = new Set([BACKEND.parseComplete, BACKEND.bindComplete, BACKEND.closeComplete, BACKEND.noData]);

export interface AnswersDeps extends SessionParts {
  readonly copyIn: CopyIn;
  readonly withheld: Withheld;
  /** Plans the rows; false when the same message has to be taken again later. */
  readonly plan: (frame: Frame, result: Result) => boolean;
}

/** Rows, COPY data and completions of one connection. */
export class Answers {
  readonly #deps: AnswersDeps;
  readonly #rows = new RowPasser();

  constructor(deps: AnswersDeps) {
    this.#deps = deps;
  }

  /** An answer to a Query, but for its ReadyForQuery. */
  query(frame: Frame, step: QueryStep): void {
    const { toClient } = this.#deps;
    const { result } = step;
    if (frame.type === BACKEND.emptyQueryResponse && step.asked.length === 0) {
      toClient.frame(frame);
      return;
    }
    if (step.alone !== null && OWN_ANSWERS.has(frame.type)) return;
    if (result === null || step.failed) throw malformed(frame.type, 'answers no statement that was judged');
    result.started = true;
    if (frame.type !== BACKEND.commandComplete) {
      this.#values(frame, result);
      return;
    }
    if (step.alone === null) this.#completed(frame, result, step);
    else this.#uncommitted(frame, result, step);
  }

  #completed(frame: Frame, result: Result, step: QueryStep): void {
    if (!this.#complete(frame, result, step)) return;
    this.#deps.names.ran(result.execution.facts, step.drafts[step.at] ?? null, step);
    step.at += 1;
  }

  // The client hears of it when it is kept for good: a commit may fail.
  #uncommitted(frame: Frame, result: Result, step: QueryStep): void {
    if (result.refusal === null) result.completed(readCommandTag(frame));
    if (result.refusal !== null) {
      step.failed = true;
      this.#deps.withheld.complete(result, result.refusal, step);
      return;
    }
    step.completion = frame;
    this.#deps.line.endAlone(step);
  }

  /** The Query is over: what has no end yet was never reached. */
  queryOver(step: QueryStep): void {
    const { completion, result } = step;
    if (completion !== null && result !== null && !step.failed) this.#completed(completion, result, step);
    for (const result of step.results) result.notReached('not reached: an earlier statement of the message failed');
    if (step.effects.copiesIn) this.#deps.copyIn.over(step);
  }

  /** An answer to an Execute. */
  execute(frame: Frame, step: ExecuteStep): void {
    const { line, toClient, names, copyIn } = this.#deps;
    const { portal } = step;
    const { result } = portal;
    if (result === null) {
      if (frame.type !== BACKEND.emptyQueryResponse) throw malformed(frame.type, 'answers no statement that was judged');
      toClient.frame(frame);
      line.pop();
      return;
    }
    result.started = true;
    if (frame.type === BACKEND.portalSuspended) {
      result.suspended(readExecute(step.frame).maxRows);
      if (result.refusal === null) {
        this.#deps.uncommitted.suspended(result, line.status);
        toClient.frame(frame);
        line.pop();
      } else {
        this.#deps.withheld.complete(result, result.refusal, step);
      }
    } else if (frame.type === BACKEND.commandComplete) {
      if (portal.effects?.copiesIn === true) copyIn.over(portal);
      if (!this.#complete(frame, result, step)) return;
      names.ran(result.execution.facts, portal.draft, { source: portal.statement.source, context: portal.context });
      line.pop();
    } else {
      this.#values(frame, result);
    }
  }

  /** False: the client heard a refusal instead, and the line has been told. */
  #complete(frame: Frame, result: Result, step: QueryStep | ExecuteStep): boolean {
    const tag = readCommandTag(frame);
    if (result.refusal === null) result.completed(tag);
    if (result.refusal !== null) {
      if (step.kind === 'query') step.failed = true;
      this.#deps.withheld.complete(result, result.refusal, step);
      return false;
    }
    // A Query of its own is committed by now.
    if (step.kind === 'query' && step.alone !== null) result.end({ kind: 'ok', tag });
    else this.#deps.uncommitted.completed(step, result, { tag: result.whole(tag), status: this.#deps.line.status });
    this.#deps.toClient.frame(frame);
    return true;
  }

  /** What a statement sends before it is complete. */
  #values(frame: Frame, result: Result): void {
    const { toClient } = this.#deps;
    switch (frame.type) {
      case BACKEND.dataRow:
        if (result.refusal === null) this.#rows.pass(frame, result, toClient);
        return;
      case BACKEND.rowDescription:
        if (this.#deps.plan(frame, result) && result.refusal === null) toClient.frame(frame);
        return;
      case BACKEND.copyInResponse:
        this.#deps.copyIn.begin(result, this.#deps.line.ceiling.alone);
        toClient.frame(frame);
        return;
      case BACKEND.copyOutResponse:
        this.#copyOut(frame, result);
        return;
      case BACKEND.copyData:
        this.#copyData(frame, result);
        return;
      case BACKEND.copyDone:
        if (result.refusal !== null) return;
        if (result.copy !== null) this.#emit(result.copy.end(), result.copy);
        toClient.frame(frame);
        return;
      default:
        throw malformed(frame.type, 'comes at the wrong time');
    }
  }

  #copyOut(frame: Frame, result: Result): void {
    const { binary, columns } = readCopyResponse(frame);
    const { state } = this.#deps;
    result.copyOut(columns, binary, state.context().catalog, state.changedSince(result.definitionChanges));
    const { plan, execution } = result;
    if (plan === null) return;
    // Rows are told apart where they have to be masked, or counted exactly.
    result.copy = (plan.masks || execution.maxRows !== null) && execution.facts.copy !== null ? copyOutOf(execution.facts.copy, binary, plan) : null;
    this.#deps.toClient.frame(frame);
  }

  #copyData(frame: Frame, result: Result): void {
    if (result.refusal !== null) return;
    const { plan, copy } = result;
    if (plan === null) throw malformed(frame.type, 'has no plan by which to mask it');
    if (copy === null) {
      if (result.admits(frame.length)) this.#deps.toClient.frame(frame);
      return;
    }
    const before = copy.rows;
    const passed = copy.push({ source: frame.source, start: frame.bodyStart, end: frame.end });
    for (let row = before; row < copy.rows; row += 1) result.admits(row === before ? frame.length : 0);
    if (result.refusal === null) this.#emit(passed, copy);
  }

  #emit(rows: Stretch, { patches }: CopyOut): void {
    if (rows.end > rows.start) this.#deps.toClient.message(BACKEND.copyData, rows, patches);
  }
}
