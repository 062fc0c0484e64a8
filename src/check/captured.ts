// SPDX-License-Identifier: Apache-2.0
//
// The check of a captured change set: the file is read as what it claims, every statement is parsed again from its bytes and judged with its
// parameters as the wire would, book-keeping included. Refuses a file that was changed after the capture, and to believe anything that it
// says of a statement besides the bytes.
import { changeSetDigest, type CapturedOperation, type ChangeSet } from '../core/change-set.js';
import { GateError } from '../core/errors.js';
import type { DecisionKind, Operation, OperationFacts, Principal, StatementFacts } from '../core/model.js';
import { operationDigest } from '../core/operation-digest.js';
import { LiveSeries } from '../parse/migrations/live-series.js';
import type { Draft } from '../parse/sql/draft.js';
import { withoutEstimate } from '../policy/estimates.js';
import type { Policy } from '../policy/model.js';
import { type CheckResult, type Prediction, shown } from './finding.js';

/** A statement read again under the search path that it was sent under (null: none was set); null when the bytes are not exactly one. */
export type ReadStatement = (bytes: string, searchPath: string | null) => { readonly draft: Draft; readonly facts: StatementFacts } | null;

export interface CapturedCheck {
  readonly set: ChangeSet;
  /** How the file is called in findings. */
  readonly file: string;
  /** Line of each statement in it, by number; missing ones stand at the first. */
  readonly lines: ReadonlyMap<number, number>;
  readonly policy: Policy;
  readonly policySource: string;
  readonly preview: boolean;
  readonly principal: Principal;
  readonly read: ReadStatement;
  /** Commits that the policy is read by; null when none is asked. */
  readonly between: { readonly base: string; readonly head: string } | null;
  /** Milliseconds since the epoch. */
  readonly now: number;
}

/** Stands for no commit, as git has it. */
const NO_COMMIT = '0'.repeat(40);
const NOWHERE = { catalog: null, searchPath: null, stale: false };
const STRICTNESS: Readonly<Record<DecisionKind, number>> = { deny: 0, review: 1, allow: 2 };

/** Judges a change set. Throws INPUT_INVALID when it is not whole, or not for this policy's resource. */
export function checkCaptured(request: CapturedCheck): CheckResult {
  const { set, policy, policySource, preview, between } = request;
  demandSameResource(set, policy);
  const statements = [...set.operations, ...set.bookkeeping].sort((one, other) => one.number - other.number);
  const operations = new Judging(request, sizesOf(statements)).all(statements);
  const own = new Set(set.operations.map(({ number }) => number));
  const digest = changeSetDigest([], operations.flatMap((one, index) => (own.has(statements[index]?.number ?? 0) ? [one.digest] : [])));
  if (digest !== set.digest || operations.some((one, index) => one.digest !== statements[index]?.digest)) throw altered(request.file);
  const findings = operations.filter(({ decision }) => decision !== 'allow').sort((a, b) => STRICTNESS[a.decision] - STRICTNESS[b.decision]);
  return {
    decision: findings[0]?.decision ?? 'allow', digest, base: between?.base ?? NO_COMMIT, head: between?.head ?? NO_COMMIT, files: 0,
    policy: { source: policySource, digest: policy.digest, preview, observeUntil: policy.mode.kind === 'observe' ? policy.mode.until : null },
    operations, findings, observed: operations.filter(({ observed }) => observed.length > 0).length,
  };
}

function demandSameResource({ resource }: ChangeSet, policy: Policy): void {
  const known = policy.resources[resource.name];
  if (known === undefined) throw new GateError('INPUT_INVALID', `the change set is for \`${resource.name}\`, which is no resource of the policy`, { hint: `it has: ${Object.keys(policy.resources).join(', ') || 'none'}` });
  if (known.target !== resource.target) throw new GateError('INPUT_INVALID', `the change set is for \`${resource.target}\`, and \`${resource.name}\` is \`${known.target}\` by now`, { hint: 'capture it again' });
}

function altered(file: string): GateError {
  return new GateError('INPUT_INVALID', `the change set \`${file}\` is not what was captured: its digests are of something else`, { hint: 'capture it again with `ostiary plan`' });
}

function sizesOf(statements: readonly CapturedOperation[]): ReadonlyMap<number, number> {
  const sizes = new Map<number, number>();
  for (const { message } of statements) sizes.set(message, (sizes.get(message) ?? 0) + 1);
  return sizes;
}

/** One capture being judged: what came before on each connection settles hazards as it does on the wire. */
class Judging {
  readonly #series = new Map<number, LiveSeries>();
  #place: { readonly message: number; readonly place: ReturnType<LiveSeries['message']> } | null = null;

  constructor(
    readonly request: CapturedCheck,
    readonly sizes: ReadonlyMap<number, number>,
  ) {}

  all(statements: readonly CapturedOperation[]): readonly Prediction[] {
    return statements.map((statement, index) => {
      const read = this.#read(statement);
      const next = statements[index + 1];
      const series = this.#of(statement.connection);
      if (this.#place?.message !== statement.message) this.#place = { message: statement.message, place: series.message(NOWHERE, this.sizes.get(statement.message) ?? 1) };
      const { facts, ended } = read === null ? { facts: unreadFacts(statement), ended: null } : this.#place.place(read.draft, read.facts);
      ended?.(statement.tag);
      // Between messages of no common transaction, none is open.
      const goesOn = statements.slice(index + 1).find(({ connection }) => connection === statement.connection);
      const open = goesOn !== undefined && statement.transaction !== null && goesOn.transaction === statement.transaction;
      if (!open && next?.message !== statement.message) series.idle();
      return this.#predict(statement, facts);
    });
  }

  #of(connection: number): LiveSeries {
    const series = this.#series.get(connection) ?? new LiveSeries();
    this.#series.set(connection, series);
    return series;
  }

  #read({ bytes, settings }: CapturedOperation): ReturnType<ReadStatement> {
    const read = this.request.read(bytes, settings['search_path'] ?? null);
    return read?.facts.text === bytes ? read : null;
  }

  #predict(statement: CapturedOperation, facts: OperationFacts): Prediction {
    const { policy, principal, now, file, lines } = this.request;
    const { kind, resource, parameters, data, settings } = statement;
    const operation: Operation = { kind, resource, facts, parameters, data, settings };
    const unestimated = withoutEstimate(operation);
    const { decision, rules, reasons, observed } = policy.decide({ operation: unestimated.operation, principal, resource: resource.name, now });
    return {
      path: file, line: lines.get(statement.number) ?? 1, kind, resource: resource.name, operation: facts.name, statement: facts.statement, text: shown(facts.redacted), bytes: statement.bytes, settings, decision, rules,
      reasons: reasons.map(shown), hazards: facts.hazards.map(({ id, detail }) => ({ id, detail: shown(detail) })), accesses: facts.accesses, unknown: facts.unknown.map(shown), observed,
      assumed: facts.assumed || unestimated.rowsAsked(), digest: operationDigest(operation),
    };
  }
}

function unreadFacts({ bytes }: CapturedOperation): OperationFacts {
  const why = 'it is not exactly one statement';
  return {
    statement: 'UNKNOWN', name: 'sql.unknown', text: bytes, redacted: '?', accesses: [{ effect: 'unknown', object: null, type: null, columns: [], filtered: [], assumed: false, why }],
    functions: [], hazards: [], forbidden: [], unknown: [why], assumed: false,
  };
}
