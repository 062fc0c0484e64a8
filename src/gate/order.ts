// SPDX-License-Identifier: Apache-2.0
//
// THE ORDER: facts -> policy -> guards -> approval -> record "decided" -> execute. One door in, for every
// operation of every wire. Refuses to let anything through that it could not judge or could not record: every catch is a deny.
import type { CatalogSnapshot } from '../core/catalog.js';
import { GateError, messageOf } from '../core/errors.js';
import { operationDigest } from '../core/operation-digest.js';
import type { Impacts } from '../core/impact.js';
import type { Approvals, Recorder, SeenApproval, Settle } from '../core/ports.js';
import type { Decision, DecisionKind, Operation, Principal, ResourceRef, StatementFacts } from '../core/model.js';
import type { Runtime } from '../core/runtime.js';
import { approve } from './approving.js';
import { OperationRun, type RunShared } from './execution.js';
import type { Ended, LiveSeries } from '../parse/migrations/live-series.js';
import type { FactsCache } from './facts.js';
import { controls, type ApprovalOutcomes } from './outcomes.js';
import { ceilingGuard, guard } from './guards.js';
import type { Estimate } from './impact.js';
import { SqlOperation } from './operation.js';
import { refusalOf } from './refusal.js';
import { RecordedFacts } from './recorded-facts.js';
import { wantsRows, withEstimates } from './row-estimates.js';
import type { Asked, Submission, WireContext } from './wire.js';

/** What the gate asks of the policy: a pure judgement, never cached. */
export interface Judge {
  decide(question: { operation: Operation; principal: Principal; resource: string; now: number }): Decision;
}

export interface OrderDeps extends RunShared {
  readonly connection: number;
  /** Told of each decision once it is counted. */
  readonly decided: (decision: DecisionKind) => void;
  readonly principal: Principal;
  readonly resource: ResourceRef;
  readonly judge: Judge;
  readonly facts: FactsCache;
  /** What came before on this connection, as far as hazards hang on it. */
  readonly series: LiveSeries;
  readonly approvals: Approvals;
  /** Who estimates what an operation would touch; null: nobody. */
  readonly impacts: Impacts | null;
  /** A statement of the gate's own is about to be sent for this connection. */
  readonly originated: (statement: string, purpose: string) => void;
  /** What becomes of approved operations on this connection. */
  readonly outcomes: ApprovalOutcomes;
  readonly recorder: Recorder;
  readonly now: () => number;
  /** How long a client that can wait is held for people; 0: not at all. */
  readonly holdMs: number;
  readonly runtime: Pick<Runtime, 'after' | 'monotonicMs'>;
  /** Keyed digest for recordings: HMAC of the operation digest with the session key, hex. */
  readonly keyed: (digest: string) => string;
  readonly tally: Tally;
  readonly log: (decision: DecisionKind, operation: Operation, verdict: Verdict) => void;
}

/** Counts of decisions over a session; `run` turns them into its exit code. */
export interface Tally {
  allow: number;
  review: number;
  deny: number;
  nextOperation(): number;
}

/** A judged operation. `how` and `url` tell what a review needs, or why nobody could be asked. */
export interface Verdict {
  readonly operation: Operation<StatementFacts>;
  readonly decision: DecisionKind;
  readonly rules: readonly string[];
  readonly reasons: readonly string[];
  readonly masks: Decision['masks'];
  readonly maxRows: number | null;
  /** SHA-256 (hex) of the rows that were approved to be copied in; null: nobody approved them by themselves. */
  readonly copyData: string | null;
  readonly observed: Decision['observed'];
  readonly how: string | null;
  readonly url: string | null;
  /** To be told how it ended; null when nobody needs to know. */
  readonly ended: Ended | null;
  /** What came of asking for an approval. */
  readonly approval: VerdictApproval | null;
  /** What it would touch; null: nobody asked. */
  readonly impact: Estimate | null;
}

/** `settle`: null unless it was given. */
interface VerdictApproval {
  readonly seen: SeenApproval | null;
  readonly settle: Settle | null;
}

/** Judges a whole batch, records it, and then lets it run or refuses it. Calls exactly one of `execute` and `refuse`. */
export function submit(submission: Submission, deps: OrderDeps): void {
  let verdicts: Verdict[];
  try {
    const place = deps.series.message(submission.context, submission.asked.length);
    verdicts = submission.asked.map((asked) => judge(asked, asked.context ?? submission.context, { deps, place }));
  } catch (thrown) {
    verdicts = submission.asked.map((asked) => failed(asked, thrown, deps));
  }
  if (verdicts.every((verdict) => verdict.decision !== 'review' && !wantsRows(verdict))) {
    conclude(verdicts, submission, deps);
    return;
  }
  if (deps.holdMs > 0) submission.waiting?.stay();
  void withEstimates(verdicts, submission, { deps, decide, failed }).then((weighed) => approve(weighed, submission, deps)).then((approved) => conclude(approved, submission, deps));
}

function judge(asked: Asked, context: WireContext, { deps, place }: { readonly deps: OrderDeps; readonly place: ReturnType<LiveSeries['message']> }): Verdict {
  const { facts, ended } = place(asked.draft, deps.facts.of(asked.draft, context));
  return decide(new SqlOperation(asked, facts, { resource: deps.resource, settings: context.settings }), { context, deps, ended, impact: null });
}

function decide(operation: SqlOperation, { context, deps, ended, impact }: { readonly context: WireContext; readonly deps: OrderDeps } & Pick<Verdict, 'ended' | 'impact'>): Verdict {
  const decision = deps.judge.decide({ operation, principal: deps.principal, resource: deps.resource.name, now: deps.now() });
  // The digest of what is refused holds the values: when they can't be read, that is the judgement.
  if (decision.decision !== 'allow') void operation.parameters;
  const verdict = plain(operation, decision, { ended, impact });
  const protectedColumns = decision.masks.length === 0 ? deps.protectedColumns : deps.protectedWith(decision.masks);
  const objection = guard(operation, protectedColumns, context.catalog) ?? ceilingGuard(operation, operation.asked.draft, decision.maxRows);
  return objection === null ? verdict : { ...verdict, decision: 'deny', rules: [objection.rule, ...decision.rules], reasons: [objection.reason, ...decision.reasons] };
}

function plain(operation: Operation<StatementFacts>, decision: Decision, { ended, impact }: Pick<Verdict, 'ended' | 'impact'>): Verdict {
  return {
    operation, decision: decision.decision, rules: decision.rules, reasons: decision.reasons,
    masks: decision.masks, maxRows: decision.maxRows, copyData: null, observed: decision.observed, how: null, url: null, ended, approval: null, impact,
  };
}

// The judgement itself broke: denied under a rule of its own, with facts that claim nothing.
function failed(asked: Asked, thrown: unknown, deps: OrderDeps): Verdict {
  const facts = unreadable(asked, messageOf(thrown));
  const operation: Operation<StatementFacts> = { kind: 'sql', resource: deps.resource, facts, parameters: [], data: null, settings: {} };
  return {
    operation, decision: 'deny', rules: ['builtin:failed'], reasons: [`the operation could not be judged: ${messageOf(thrown)}`],
    masks: [], maxRows: null, copyData: null, observed: [], how: null, url: null, ended: null, approval: null, impact: null,
  };
}

function unreadable(asked: Asked, why: string): StatementFacts {
  return {
    statement: asked.draft.statement, name: 'sql.unknown', text: asked.draft.text, redacted: asked.draft.redacted,
    accesses: [{ effect: 'unknown', object: null, type: null, columns: [], filtered: [], assumed: false, why }],
    functions: [], hazards: [], outputs: 'unknown', flows: [], literals: [], session: [], copy: null, lock: null, rewrite: null,
    forbidden: [], unknown: [why], assumed: false,
  };
}

// INVARIANT: nothing is executed before its "decided" line is durable. A recorder that fails turns everything into a refusal.
function conclude(verdicts: readonly Verdict[], submission: Submission, deps: OrderDeps): void {
  const worst = verdicts.find((verdict) => verdict.decision === 'deny') ?? verdicts.find((verdict) => verdict.decision === 'review');
  let runs: OperationRun[];
  try {
    runs = verdicts.map((verdict) => record(verdict, submission.context.catalog, deps));
    if (worst !== undefined) {
      for (const run of runs) run.notForwarded();
    }
  } catch (thrown) {
    release(verdicts);
    submission.refuse(recordFailed(thrown));
    return;
  }
  let answered = false;
  const answer = (error: unknown): void => {
    if (answered) return;
    answered = true;
    if (worst === undefined && error === null) {
      watch(runs, verdicts, { submission, deps });
      submission.execute(runs);
      return;
    }
    release(verdicts);
    submission.refuse(error !== null ? recordFailed(error) : refusalOf(worst as Verdict));
  };
  try {
    deps.recorder.whenDurable(answer);
  } catch (thrown) {
    // Whoever was told to execute has answered already, and may throw for reasons of its own.
    if (answered) throw thrown;
    answer(thrown);
  }
}

// What was approved, and is not sent, may be asked for again.
function release(verdicts: readonly Verdict[]): void {
  for (const { approval } of verdicts) approval?.settle?.('rolled-back');
}

function watch(runs: readonly OperationRun[], verdicts: readonly Verdict[], { submission, deps }: { submission: Submission; deps: OrderDeps }): void {
  const together = !verdicts.some(({ operation }) => controls(operation.facts));
  for (const [index, run] of runs.entries()) {
    const { operation, approval } = verdicts[index] as Verdict;
    run.watch = deps.outcomes.watch(operation.facts, approval?.settle ?? null, { message: submission, together });
  }
}

function record(verdict: Verdict, catalog: CatalogSnapshot, deps: OrderDeps): OperationRun {
  const number = deps.tally.nextOperation();
  const { facts } = verdict.operation;
  const recorded = new RecordedFacts(facts, catalog);
  const reasons = verdict.reasons.map((reason) => recorded.sentence(reason));
  deps.recorder.append({
    type: 'decided', operation: number, connection: deps.connection, resource: deps.resource.name, principal: deps.principal.subject,
    statement: facts.statement, name: facts.name, text: facts.redacted, accesses: deps.facts.recorded(facts, recorded),
    decision: verdict.decision, rules: verdict.rules, reasons, observed: verdict.observed,
    unknown: facts.unknown.map((why) => recorded.sentence(why)), catalog: catalog.epoch, ...(verdict.impact === null ? {} : { impact: recorded.impact(verdict.impact) }),
    ...(verdict.decision === 'allow' ? {} : { digest: deps.keyed(operationDigest(verdict.operation)) }),
  });
  const seen = verdict.approval?.seen ?? null;
  if (seen !== null) deps.recorder.append({ type: 'approval', operations: [number], ...seen });
  deps.tally[verdict.decision] += 1;
  deps.decided(verdict.decision);
  if (verdict.decision !== 'allow' || verdict.observed.length > 0) deps.log(verdict.decision, verdict.operation, { ...verdict, reasons });
  return new OperationRun(number, verdict, catalog, deps);
}

function recordFailed(thrown: unknown): ReturnType<typeof refusalOf> {
  const cause = thrown instanceof GateError ? thrown : new GateError('RECORD_FAILED', messageOf(thrown));
  return {
    decision: 'deny', sqlstate: '42501', message: 'ostiary: refused, because the recording can not be written',
    detail: `decision=deny rule=builtin:record operation=- reason=${cause.message}`,
    hint: `never: nothing runs unrecorded; ${cause.hint ?? 'make room for the recording and start a new session'}`,
  };
}
