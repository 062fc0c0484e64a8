// SPDX-License-Identifier: Apache-2.0
//
// `approval-gate`: says whether operations (of SQL files, change sets, commands) may run, and puts those up for review that need one: one pull request for the
// same operations, however often it is asked. Refuses to execute anything, and to publish secrets or values of protected columns.
import { approvalBranch, type Asked, branchesOf, composeManifest, type Inspect, manifestDigest, manifestPaths, manifestText, type ManifestContext } from '../approval/manifest.js';
import { type NamedPull, numberIn } from '../approval/candidates.js';
import { carry } from '../approval/existing-pull-request.js';
import { unmeetable } from '../approval/count.js';
import { stateOf } from '../approval/enforce.js';
import type { Explain } from '../approval/notes.js';
import { ownersOfChange } from '../approval/codeowners.js';
import { renderManifest } from '../approval/render.js';
import { saysTheSame, wordsOf } from '../approval/terms.js';
import type { Verified } from '../approval/verify.js';
import { EXIT, GateError, messageOf } from '../core/errors.js';
import type { Demand, Impact, Manifest } from '../core/manifest.js';
import type { Decision, Operation } from '../core/model.js';
import type { Host, Place, ReviewForge } from '../core/ports.js';
import type { ForgeRepository, PullRequest } from '../core/reviews.js';
import type { Rule } from '../policy/model.js';
import { type GateInputs, parseGateInputs } from './approval-gate-inputs.js';
import type { RawInputs } from './verb.js';

/** Between two looks at the forge. */
const POLL_MS = 20_000;
/** Rounds of asking for the same operations. */
const MAX_ROUNDS = 20;

/** An operation of the files, judged. */
export interface Judged {
  readonly operation: Operation;
  readonly transaction: number | null;
  /** Where it stands; null: in no file of its own. */
  readonly place: Place | null;
  readonly decision: Decision;
  /** What it would touch; null: it could not be estimated. */
  readonly impact: Impact | null;
  /** Rows that it may change, see `rowCeiling`; null: any number. */
  readonly maxRows: number | null;
}

/**
 * Rows beyond which an approved operation is rolled back: what `max_rows` of a rule that asks for the review says, else what the estimate
 * allows, and never more than any other rule does.
 */
export function rowCeiling({ rules, maxRows }: Pick<Decision, 'rules' | 'maxRows'>, estimated: number | null, saying: readonly Pick<Rule, 'id' | 'maxRows'>[]): number | null {
  const isSaid = saying.some((rule) => rule.maxRows !== null && rules.includes(rule.id));
  const known = [maxRows, isSaid ? null : estimated].filter((rows) => rows !== null);
  return known.length === 0 ? null : Math.min(...known);
}

/** What is judged, and all that putting it up takes. */
export interface Proposal {
  readonly judged: readonly Judged[];
  readonly context: Omit<ManifestContext, 'demands'>;
  readonly demandsFor: (rules: readonly string[]) => readonly Demand[];
  readonly inspect: Inspect;
  readonly explain: Explain;
  readonly forge: ReviewForge;
  readonly repository: ForgeRepository;
  /** Of the pull request whose files they are; null: they were checked out. */
  readonly head: string | null;
  verify(number: number): Promise<Verified>;
}

export interface ApprovalGateDeps {
  readonly host: Host;
  readonly monotonicMs: () => number;
  propose(inputs: GateInputs): Promise<Proposal>;
  /** False: the job is being cancelled. */
  sleep(milliseconds: number): Promise<boolean>;
}

/** Runs the verb; returns the exit code: 0 may run, 1 denied or refused, 3 people are asked. Throws GateError. */
export async function approvalGate(raw: RawInputs, deps: ApprovalGateDeps): Promise<number> {
  const { host } = deps;
  const inputs = parseGateInputs(raw);
  const proposal = await deps.propose(inputs);
  const denied = proposal.judged.filter(({ decision }) => decision.decision === 'deny');
  for (const { operation, decision, place } of denied) host.annotate('error', `${operation.facts.statement === 'UNKNOWN' ? 'what stands here' : operation.facts.statement} is denied by \`${decision.rules[0] ?? ''}\`: ${decision.reasons[0] ?? ''}`, place ?? undefined);
  if (denied.length > 0) return end('denied', null, { host, inputs });
  if (proposal.judged.every(({ decision }) => decision.decision === 'allow')) return end('not-needed', null, { host, inputs });
  const manifest = composed(proposal);
  const never = unmeetable(manifest.demands);
  // Before anything is put up that nobody could ever approve.
  if (never !== null) throw new GateError('POLICY_INVALID', never.why, { hint: never.hint });
  let verified = ofThese(manifest, inputs.pullRequest === null ? await underReview(manifest, proposal, host) : await onPull(manifest, inputs.pullRequest, { proposal, host }));
  const until = deps.monotonicMs() + inputs.waitMs;
  while (statusOf(verified) === 'pending' && deps.monotonicMs() < until) {
    host.log.info(`${verified.pull.url} ${stateOf(verified)}`);
    if (!await deps.sleep(Math.min(POLL_MS, until - deps.monotonicMs()))) break;
    verified = ofThese(manifest, await proposal.verify(verified.pull.number));
  }
  await show(verified, proposal, host);
  await tellOpenClaims(verified, proposal, host);
  return end(statusOf(verified), verified, { host, inputs });
}

// INVARIANT: what is said is of the operations that were asked about, at every look. Names of branches can be worked out by anybody, and what a pull request
// holds may be another manifest a moment later.
function ofThese(manifest: Manifest, verified: Verified): Verified {
  if (verified.outcome.kind === 'refused' || isOfThese(manifest, verified)) return verified;
  return { ...verified, outcome: { kind: 'refused', why: 'it holds other operations than these', hint: 'run again: these are put up by themselves' } };
}

function isOfThese(manifest: Manifest, { manifest: there }: Verified): boolean {
  return there !== null && branchesOf(there) === branchesOf(manifest);
}

type Status = 'not-needed' | 'approved' | 'pending' | 'refused' | 'denied';

function statusOf({ outcome, claimedBy }: Verified): Status {
  return outcome.kind === 'approved' && claimedBy !== null ? 'refused' : outcome.kind;
}

function end(status: Status, verified: Verified | null, { host, inputs }: { host: Host; inputs: GateInputs }): number {
  const outcome = verified?.outcome;
  const approved = status === 'approved' && outcome?.kind === 'approved' ? outcome : null;
  const outputs = {
    status, 'approval-url': verified?.pull.url ?? '', 'approved-by': approved?.by.map(({ id, login }) => `${login} (${id})`).join(', ') ?? '', 'expires-at': approved?.expiresAt ?? '', digest: verified?.digest ?? '',
  };
  for (const [name, value] of Object.entries(outputs)) host.output(name, value);
  if (verified !== null && approved === null) host.annotate(status === 'pending' ? 'warning' : 'error', `${verified.pull.url} is ${status}: ${stateOf(verified)}`);
  else host.log.info(verified === null ? `approval-gate: ${status}` : `approval-gate: ${verified.pull.url} ${stateOf(verified)}`);
  if (status === 'pending') return inputs.onPending === 'fail' ? EXIT.pending : EXIT.done;
  return status === 'approved' || status === 'not-needed' ? EXIT.done : EXIT.denied;
}

// All of the files, so that people see what runs around what they approve, and `apply` leaves nothing out.
function composed({ judged, context, demandsFor, inspect }: Proposal): Manifest {
  const asked = judged.map(({ operation, transaction, decision, impact, maxRows }): Asked => ({
    operation, transaction, maxRows, impact,
    rules: wordsOf(decision),
  }));
  const rules = judged.filter(({ decision }) => decision.decision === 'review').flatMap(({ decision }) => decision.rules);
  return composeManifest(asked, { ...context, demands: demandsFor(rules) }, inspect);
}

// The pull request that is there, unless it was used, closed, can not be read any more or misleads; else a new one.
async function underReview(manifest: Manifest, proposal: Proposal, host: Host): Promise<Verified> {
  const { forge, repository } = proposal;
  const there = new Map((await forge.underReview(repository, branchesOf(manifest))).map((pull) => [pull.branch, pull]));
  for (let round = 1; round <= MAX_ROUNDS; round += 1) {
    const known = there.get(approvalBranch(manifest, round));
    const pull = known ?? await open(manifest, round, proposal, host);
    const verified = await proposal.verify(pull.number);
    // A branch of that name without a pull request may have been there before ours.
    const isOther = verified.manifest !== null && !isOfThese(manifest, verified);
    const isOver = verified.pull.state === 'closed' || verified.claimedBy !== null || (known !== undefined && verified.manifest === null) || isOther;
    // Whoever may push may have put up a page of their own, with another impact than ours.
    const misleads = verified.manifest !== null && !verified.isVouched && !saysTheSame(verified.manifest, manifest);
    if (misleads && !isOver) host.annotate('warning', `${verified.pull.url} shows these operations in other words than ours, and nobody of \`proposers\` put it up: it is passed over`);
    if (!isOver && !misleads) return verified;
  }
  throw new GateError('DENIED', `the same operations were put up ${MAX_ROUNDS} times`, { hint: 'remove the branches `ostiary/approvals/…` that are of no more use' });
}

// On a pull request that somebody else opened.
async function onPull(manifest: Manifest, named: NamedPull, { proposal, host }: { readonly proposal: Proposal; readonly host: Host }): Promise<Verified> {
  const { verified, isNew } = await carry(manifest, numberIn(proposal.repository, named), proposal);
  if (isNew) await askReviewers(manifest, verified.pull, proposal, host);
  return verified;
}

async function open(manifest: Manifest, round: number, { forge, repository, explain }: Proposal, host: Host): Promise<PullRequest> {
  const paths = manifestPaths(manifestDigest(manifest));
  const many = manifest.operations.length === 1 ? 'operation' : 'operations';
  const on = [...new Set(manifest.operations.map(({ resource }) => resource.name))].join(', ');
  const pull = await forge.open(repository, {
    branch: approvalBranch(manifest, round), title: `Approve ${manifest.operations.length} ${many} on ${on}`,
    files: [{ path: paths.json, text: manifestText(manifest) }, { path: paths.rendering, text: renderManifest(manifest, explain) }],
    body: `What would run is in the file \`${paths.rendering}\` of this pull request; nothing else says so. **Approving this pull request lets exactly that run, once.**\n`,
  });
  await askReviewers(manifest, pull, { forge, repository }, host);
  return pull;
}

async function askReviewers({ demands }: Manifest, pull: PullRequest, { forge, repository }: Pick<Proposal, 'forge' | 'repository'>, host: Host): Promise<void> {
  const [users, teams] = [demands.flatMap((demand) => demand.users), demands.flatMap((demand) => demand.teams)];
  await unlessItFails('people could not be asked for their review', host, async () => {
    const wanted = demands.some(({ codeowners }) => codeowners) ? await ownersOfChange(repository, await forge.changedPaths(repository, pull), forge) : null;
    await forge.requestReviewers(repository, pull, { users: [...new Set(users)], teams: [...new Set(teams)], owners: [...new Set(wanted?.flat(2) ?? [])] });
  });
}

async function show(verified: Verified, { forge, repository }: Proposal, host: Host): Promise<void> {
  const status = statusOf(verified);
  const state = status === 'approved' || status === 'pending' ? status : 'refused';
  const summary = stateOf(verified);
  await unlessItFails('the state could not be shown at the commit', host, () => forge.showStatus(repository, { commit: verified.pull.head, state, title: `${state}: ${summary}`, summary, url: verified.pull.url }));
}

// Before somebody takes the trouble of reviewing what then can't be used.
async function tellOpenClaims({ digest, outcome }: Verified, { forge, repository }: Proposal, host: Host): Promise<void> {
  if (digest === null || outcome.kind === 'refused') return;
  await unlessItFails('whether a claim could be removed is not known', host, async () => {
    const guard = await forge.claimsGuard(repository, digest);
    if (guard.kind === 'open') host.annotate('warning', `no approval can be used here: ${guard.why}: ${guard.fix}`);
  });
}

// What only tells people may fail: it decides nothing.
async function unlessItFails(what: string, host: Host, run: () => Promise<void>): Promise<void> {
  await run().catch((thrown: unknown) => host.annotate('warning', `${what}: ${messageOf(thrown)}${thrown instanceof GateError && thrown.hint !== undefined ? `: ${thrown.hint}` : ''}`));
}
