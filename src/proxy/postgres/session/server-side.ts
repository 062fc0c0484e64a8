// SPDX-License-Identifier: Apache-2.0
//
// Takes the server's messages in their order, matches each with the step that it answers, masks what carries values and forwards it.
// Refuses to go on when an answer fits no question: then nobody knows any more whose rows these are.
import { Answers } from './answers.js';
import { cellBounds, readParameterStatus, readReadyForQuery } from '../protocol/backend.js';
import { malformed } from '../protocol/body.js';
import type { CopyIn } from './copy-in.js';
import { Descriptions } from '../protocol/row-descriptions.js';
import type { Frame, FrameReader, Wanted } from '../protocol/frames.js';
import type { Taker } from '../transport/intake.js';
import { BACKEND, type TransactionStatus } from '../protocol/messages.js';
import type { OidWatch } from './oid-watch.js';
import { takeOwn } from '../pipeline/own-statements.js';
import type { SessionParts } from './parts.js';
import { noRoom, RefusedForGood } from '../protocol/refusals.js';
import type { Result } from '../results/result.js';
import { ServerErrors } from './server-errors.js';
import { requireSetting } from '../state/read-state.js';
import type { DescribeStep, OwnStep, QueryStep, Step } from '../pipeline/steps.js';
import { passNotification } from '../results/diagnostics.js';
import { Withheld } from './withheld.js';

export interface ServerSideDeps extends SessionParts {
  readonly reader: FrameReader;
  readonly copyIn: CopyIn;
  readonly oids: OidWatch;
  readonly parameterStatus: Map<string, string>;
  /** Ends the session with this as its last word. */
  readonly fail: (thrown: unknown) => void;
}

/** What the server sends on one connection. */
export class ServerSide implements Taker {
  readonly #deps: ServerSideDeps;
  readonly #answers: Answers;
  readonly #descriptions = new Descriptions();
  readonly #bounds = cellBounds();
  readonly #errors: ServerErrors;
  readonly #withheld: Withheld;
  /** A description that waits for the catalog. */
  #held: Frame | null = null;
  /** The client's socket takes no more. */
  blocked = false;
  ended = false;
  readonly watched = false;

  constructor(deps: ServerSideDeps) {
    this.#deps = deps;
    this.#errors = new ServerErrors(deps);
    this.#withheld = new Withheld(deps);
    this.#answers = new Answers({ ...deps, withheld: this.#withheld, plan: (frame, result) => this.#plan(frame, result) });
  }

  /** True when the server's socket should not be read. */
  get paused(): boolean {
    return this.blocked || this.ended || this.#held !== null;
  }

  get kept(): number {
    return this.#held?.length ?? 0;
  }

  ignores(type: number): boolean {
    const result = this.#resultOf(type);
    return result !== null && result.refusal !== null;
  }

  noRoom({ type, bytes }: Wanted): void {
    const result = this.#resultOf(type);
    if (result === null) {
      this.#deps.fail(new RefusedForGood(noRoom(bytes)));
      return;
    }
    result.started = true;
    result.refusal = noRoom(bytes);
  }

  /** The server's last words before it closed, if it had any. */
  get farewell(): string | null {
    return this.#errors.fatal;
  }

  run(): void {
    try {
      // What has arrived is worked off even when the client is slow: it is in memory already.
      while (this.#held === null && !this.ended) {
        const frame = this.#deps.reader.next();
        if (frame === null) break;
        this.#take(frame, this.#deps.line.flight.peek());
      }
    } catch (thrown) {
      this.#deps.fail(thrown);
    }
  }

  /** The result that a message of this type is about, if it carries values: these can be left out. */
  #resultOf(type: number): Result | null {
    if (type !== BACKEND.dataRow && type !== BACKEND.copyData) return null;
    const head = this.#deps.line.flight.peek();
    return head?.kind === 'query' ? head.result : head?.kind === 'execute' ? head.portal.result : null;
  }

  #take(frame: Frame, head: Step | undefined): void {
    switch (frame.type) {
      case BACKEND.parameterStatus:
        return this.#parameterStatus(frame);
      case BACKEND.notificationResponse:
        return passNotification(frame, { judge: (field, text, sqlstate) => this.#deps.gate.diagnostic(field, text, sqlstate), out: this.#deps.toClient });
      case BACKEND.errorResponse:
      case BACKEND.noticeResponse:
        if (this.#errors.take(frame, head)) return;
        break;
      default:
    }
    if (head?.kind === 'execute') this.#answers.execute(frame, head);
    else if (head?.kind === 'query') this.#query(frame, head);
    else if (head?.kind === 'own') this.#own(frame, head);
    else this.#answer(frame, head);
  }

  /** Answers to everything but statements: one each. */
  #answer(frame: Frame, head: Step | undefined): void {
    const { names, line, toClient } = this.#deps;
    switch (head?.kind) {
      case 'parse':
        expectType(frame, BACKEND.parseComplete);
        names.statementAnswered(head.statement, true);
        head.result?.end({ kind: 'ok', tag: 'PARSE' });
        break;
      case 'bind':
        expectType(frame, BACKEND.bindComplete);
        names.portalAnswered(head.portal, true);
        break;
      case 'close':
        expectType(frame, BACKEND.closeComplete);
        names.closeAnswered(head.what, head.name, true);
        break;
      case 'describe':
        return this.#description(frame, head);
      case 'sync':
      case 'fail':
        expectType(frame, BACKEND.readyForQuery);
        return this.#ready(frame);
      default:
        throw malformed(frame.type, 'comes at the wrong time');
    }
    toClient.frame(frame);
    line.pop();
  }

  #query(frame: Frame, head: QueryStep): void {
    if (frame.type !== BACKEND.readyForQuery) {
      this.#answers.query(frame, head);
      return;
    }
    this.#answers.queryOver(head);
    this.#ready(frame);
  }

  #description(frame: Frame, head: DescribeStep): void {
    const { line, toClient } = this.#deps;
    if (frame.type === BACKEND.parameterDescription && head.portal === null) {
      toClient.frame(frame);
      return;
    }
    if (frame.type === BACKEND.rowDescription) {
      const result = head.portal?.result ?? null;
      if (result !== null && !this.#plan(frame, result)) return;
    } else {
      expectType(frame, BACKEND.noData);
    }
    if (!head.own) toClient.frame(frame);
    line.pop();
  }

  #own(frame: Frame, head: OwnStep): void {
    const { line } = this.#deps;
    if (!takeOwn(head, frame, this.#bounds)) return;
    if (head.synced) this.#statusIs(frame);
    if (!head.synced && head.error !== null) line.skipToSync();
    else line.pop();
    head.settle(head);
  }

  #ready(frame: Frame): void {
    const { line, toClient } = this.#deps;
    const status = this.#statusIs(frame);
    if (this.#withheld.ready(status)) return;
    toClient.frame(frame);
    line.pop();
  }

  #statusIs(frame: Frame): TransactionStatus {
    const { gate, line, names, state, uncommitted } = this.#deps;
    const status = readReadyForQuery(frame);
    line.status = status;
    uncommitted.ready();
    if (status === 'I') {
      names.transactionOver();
      gate.idle();
    }
    state.ready(status);
    return status;
  }

  #parameterStatus(frame: Frame): void {
    const { name, value } = readParameterStatus(frame);
    requireSetting(name, value);
    this.#deps.parameterStatus.set(name, value);
    this.#deps.toClient.frame(frame);
  }

  /** False: the catalog is asked first, and the same message is taken again. */
  #plan(frame: Frame, result: Result): boolean {
    const fields = this.#descriptions.read(frame);
    const { oids, state } = this.#deps;
    const { catalog } = state.context();
    if (state.canRefresh && oids.missing(fields, catalog)) {
      this.#held = frame;
      oids.refresh().then(() => this.#resume(), (thrown: unknown) => this.#deps.fail(thrown));
      return false;
    }
    result.described(fields, catalog, state.changedSince(result.definitionChanges));
    return true;
  }

  #resume(): void {
    const held = this.#held;
    this.#held = null;
    if (held === null || this.ended) return;
    try {
      this.#take(held, this.#deps.line.flight.peek());
    } catch (thrown) {
      this.#deps.fail(thrown);
    }
    this.run();
    this.#deps.line.pump();
  }
}

function expectType(frame: Frame, type: number): void {
  if (frame.type !== type) throw malformed(frame.type, 'comes at the wrong time');
}
