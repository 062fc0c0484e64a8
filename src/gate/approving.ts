// SPDX-License-Identifier: Apache-2.0
//
// Asks for approvals of what a batch needs reviewed, one after the other, and holds a client that can wait. Refuses to ask when the batch
// can't run anyway, to lift what a rule limits, and to hold anybody while something was claimed already.
import { GateError, messageOf } from '../core/errors.js';
import type { ApprovalAnswer } from '../core/ports.js';
import { ceilingGuard, dataGuard } from './guards.js';
import { hold, unlessGone } from './holding.js';
import type { OrderDeps, Verdict } from './order.js';
import { estimated } from './row-estimates.js';
import type { Asked, Submission, Waiting } from './wire.js';

/** The verdicts, with what came of asking. */
export async function approve(verdicts: readonly Verdict[], submission: Submission, deps: OrderDeps): Promise<Verdict[]> {
  const answers: Verdict[] = [];
  // What can not run as a whole claims nothing.
  const hopeless = verdicts.some(({ decision }) => decision === 'deny');
  for (const [index, verdict] of verdicts.entries()) {
    const asks = verdict.decision === 'review' && !hopeless && answers.every(({ decision }) => decision === 'allow');
    const mayWait = answers.every(({ approval }) => approval === null);
    answers.push(asks ? await askForApproval(verdict, { submission, index, deps, together: mayWait ? verdicts : null }) : verdict);
  }
  return answers;
}

interface Question {
  readonly submission: Submission;
  readonly index: number;
  readonly deps: OrderDeps;
  /** All of its batch; null: it must not be held. */
  readonly together: readonly Verdict[] | null;
}

async function askForApproval(verdict: Verdict, question: Question): Promise<Verdict> {
  const { submission, index, deps } = question;
  const asked = submission.asked[index] as Asked;
  try {
    const answer = await answerTo(verdict, question);
    const approval = { seen: answer.seen ?? null, settle: answer.kind === 'approved' ? (answer.settle ?? null) : null };
    if (answer.kind === 'pending') return { ...verdict, how: answer.how, url: answer.url, approval, impact: verdict.impact ?? await estimated(asked, verdict.operation.facts, { context: asked.context ?? submission.context, deps }) };
    // An approval does not lift what a rule limits.
    const maxRows = answer.maxRows === null || verdict.maxRows === null ? (answer.maxRows ?? verdict.maxRows) : Math.min(answer.maxRows, verdict.maxRows);
    const copyData = answer.data ?? null;
    const objection = dataGuard(verdict.operation, copyData) ?? ceilingGuard(verdict.operation, asked.draft, maxRows);
    if (objection !== null) return { ...verdict, decision: 'deny', rules: [objection.rule, ...verdict.rules], reasons: [objection.reason, ...verdict.reasons], approval };
    return { ...verdict, decision: 'allow', reasons: [`approved by ${answer.approval}`, ...verdict.reasons], maxRows, copyData, approval };
  } catch (thrown) {
    const failed = `the approval could not be checked: ${messageOf(thrown)}`;
    const fix = thrown instanceof GateError && thrown.hint !== undefined ? `; ${thrown.hint}` : '';
    return { ...verdict, decision: 'deny', rules: ['builtin:approval-failed', ...verdict.rules], reasons: [failed, ...verdict.reasons], how: `nothing ran, since ${failed}${fix}` };
  }
}

async function answerTo({ operation, rules }: Verdict, { submission, deps, together }: Question): Promise<ApprovalAnswer> {
  const { holdMs, runtime, recorder } = deps;
  const { waiting = null } = submission;
  const ask = (): Promise<ApprovalAnswer> => deps.approvals.claim(operation, deps.principal, { connection: deps.connection, message: submission, rules });
  const first = await ask();
  if (first.kind === 'approved') return unlessGone(first, { how: 'it was approved', url: null }, waiting);
  if (first.waits !== true || holdMs === 0 || waiting === null || together === null) return first;
  recorder.append({ type: 'approval', operations: [], ...first.seen });
  return hold(first, ask, { waiting, holdMs, runtime, what: operation.facts.statement, stillSo: sameJudgement(together, { submission, waiting, deps }) });
}

// Time has passed, and definitions may be others: what would be decided otherwise now is asked for anew.
function sameJudgement(verdicts: readonly Verdict[], { submission: { asked, context }, waiting, deps }: { readonly submission: Submission; readonly waiting: Waiting; readonly deps: OrderDeps }): () => boolean {
  const meant = (within: typeof context): string => JSON.stringify([within.settings, asked.map(({ draft }) => deps.facts.of(draft, within))]);
  const before = meant(asked[0]?.context ?? context);
  return () => meant(waiting.context()) === before
    && verdicts.every(({ operation, decision }) => deps.judge.decide({ operation, principal: deps.principal, resource: deps.resource.name, now: deps.now() }).decision === decision);
}
