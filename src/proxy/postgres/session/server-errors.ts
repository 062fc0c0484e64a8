// SPDX-License-Identifier: Apache-2.0
//
// Errors and notices of the server: whose they are, what of their text may pass, and what an error does to the line. Refuses to show
// the error of a statement that the gate itself sent.
import type { Execution } from '../../../gate/wire.js';
import { readDiagnostic } from '../protocol/backend.js';
import type { Frame } from '../protocol/frames.js';
import { BACKEND, type DiagnosticFields } from '../protocol/messages.js';
import type { CopyIn } from './copy-in.js';
import type { SessionParts } from './parts.js';
import { refusalBytes } from '../protocol/refusals.js';
import type { Outcome, Result } from '../results/result.js';
import type { QueryStep, Step } from '../pipeline/steps.js';
import { isFatal, passDiagnostic, type TextJudge } from '../results/diagnostics.js';

/** Errors and notices of one connection. */
export class ServerErrors {
  readonly #parts: SessionParts & { readonly copyIn: CopyIn };
  /** The server's last words. */
  fatal: string | null = null;

  constructor(parts: SessionParts & { readonly copyIn: CopyIn }) {
    this.#parts = parts;
  }

  /** Takes an ErrorResponse or NoticeResponse; false when it belongs to a statement of the gate's own. */
  take(frame: Frame, head: Step | undefined): boolean {
    const fields = readDiagnostic(frame);
    if (frame.type === BACKEND.errorResponse && !isFatal(fields)) this.#parts.uncommitted.failed(head);
    if (frame.type === BACKEND.errorResponse && isFatal(fields)) {
      this.#lastWords(frame, fields, head);
      return true;
    }
    if (head?.kind === 'own') return false;
    if (frame.type === BACKEND.errorResponse) this.#error(frame, fields, head);
    else if (head?.kind !== 'fail') this.#pass(frame, fields, head);
    return true;
  }

  #lastWords(frame: Frame, fields: DiagnosticFields, head: Step | undefined): void {
    this.fatal = `the server ended the connection: ${fields.get('C') ?? ''}`;
    resultOf(head)?.end(this.#failure(fields, head));
    this.#pass(frame, fields, head);
  }

  #error(frame: Frame, fields: DiagnosticFields, head: Step | undefined): void {
    const { line, toClient } = this.#parts;
    if (head?.kind === 'fail') {
      if (head.refusal !== null) toClient.bytes(refusalBytes(head.refusal));
      if (head.by === 'parse') line.skipToSync();
      return;
    }
    // The statement that undoes it; the client has heard why.
    if (head?.kind === 'query' && head.alone === 'undoing') return;
    const result = resultOf(head);
    if (result !== null && result.refusal !== null) {
      toClient.bytes(refusalBytes(result.refusal));
      result.end({ kind: 'failed', sqlstate: result.refusal.sqlstate, message: result.refusal.message });
    } else {
      this.#pass(frame, fields, head);
      result?.end(this.#failure(fields, head));
    }
    this.#failed(head);
  }

  #failed(head: Step | undefined): void {
    const { line, names, copyIn } = this.#parts;
    switch (head?.kind) {
      case 'query':
        head.failed = true;
        line.endAlone(head);
        return;
      case 'parse':
        // A failed Parse has already thrown away the unnamed statement before it.
        if (head.statement.name === '') names.statements.delete('');
        line.skipToSync();
        return;
      case 'execute':
        if (head.portal.effects?.copiesIn === true) copyIn.over(head.portal);
        line.skipToSync();
        return;
      case 'bind':
      case 'describe':
      case 'close':
        line.skipToSync();
        return;
      default:
        // The commit at a Sync failed, or the server speaks on its own account: no message of the client is skipped.
        return;
    }
  }

  #pass(frame: Frame, fields: DiagnosticFields, head: Step | undefined): void {
    passDiagnostic(frame, fields, { judge: this.#judge(head), out: this.#parts.toClient });
  }

  #judge(head: Step | undefined): TextJudge {
    // What Parse, Describe and Close complain about are names and the client's own words.
    if (head !== undefined && WORDLESS.has(head.kind) && resultOf(head) === null) return (_field, text) => text;
    const execution = resultOf(head)?.execution;
    // At a commit, deferred triggers of any statement speak.
    const ofAll: TextJudge = (field, text, sqlstate) => this.#parts.gate.diagnostic(field, text, sqlstate);
    if (execution === undefined || commits(execution)) return ofAll;
    const ofOne: TextJudge = (field, text, sqlstate, fields) => execution.diagnostic(field, text, sqlstate, fields);
    if (head?.kind !== 'query' || !commitsOthers(head)) return ofOne;
    // What points into the text of a statement is about that statement.
    return (field, text, sqlstate, fields) => (fields.has('P') ? ofOne(field, text, sqlstate, fields) : ofAll(field, ofOne(field, text, sqlstate, fields), sqlstate, fields));
  }

  // As the client may see it: it is recorded.
  #failure(fields: DiagnosticFields, head: Step | undefined): Extract<Outcome, { readonly kind: 'failed' }> {
    const sqlstate = fields.get('C') ?? '';
    return { kind: 'failed', sqlstate, message: this.#judge(head)('M', fields.get('M') ?? '', sqlstate, fields), names: NAMES.flatMap((field) => fields.get(field) ?? []) };
  }
}

const WORDLESS: ReadonlySet<Step['kind']> = new Set<Step['kind']>(['parse', 'describe', 'close']);

// SET CONSTRAINTS … IMMEDIATE has them speak at once.
function commits({ facts }: Execution): boolean {
  return facts.statement === 'SET CONSTRAINTS' || facts.session.some(({ kind }) => kind === 'commit' || kind === 'prepare-transaction');
}

// The last statement of a Query commits all of them before it is answered.
function commitsOthers({ results, at }: QueryStep): boolean {
  return results.length > 1 && at >= results.length - 1 && results.slice(0, -1).some(({ execution }) => execution.speaksLater);
}

/** Fields that hold a name: schema, table, column, type, constraint. */
const NAMES = ['s', 't', 'c', 'd', 'n'];

/** The statement that a step is about; null when it is about none, or none that was judged. */
export function resultOf(step: Step | undefined): Result | null {
  switch (step?.kind) {
    case 'query':
      return step.result ?? step.results.at(-1) ?? null;
    case 'parse':
      return step.result;
    case 'bind':
    case 'execute':
      return step.portal.result;
    default:
      return null;
  }
}
