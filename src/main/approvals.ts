// SPDX-License-Identifier: Apache-2.0
//
// Who answers when an operation of a job needs a review: the forge of the job, asked with the enforcer's own token; nobody where there is
// none. Refuses to take the repository, the commit or the run from anything but the verified token.
import { settleAfterReviews } from '../approval/after-review.js';
import { AskOnly } from '../approval/ask-only.js';
import { breakGlass, type BreakGlass, type Group, mayBreak } from '../approval/break-glass.js';
import { namedPull } from '../approval/candidates.js';
import { ReviewedApprovals } from '../approval/enforce.js';
import type { Outcome } from '../approval/outcome.js';
import { WriteBack } from '../approval/write-back.js';
import type { GateRequest } from '../commands/gate-process.js';
import { GateError, messageOf } from '../core/errors.js';
import { manual } from '../core/documentation-links.js';
import type { Principal } from '../core/model.js';
import type { Approvals, HeldCredential, Log, ReviewForge, SeenApproval } from '../core/ports.js';
import { systemRuntime } from '../core/runtime.js';
import { claimText } from '../identity/principal.js';
import type { Policy } from '../policy/model.js';
import type { Admitted } from './admission.js';
import type { GuardWorld } from './gate-session.js';
import { holdOwnSecret } from './own-secrets.js';
import { demandByHand, starterIn } from './job-person.js';
import { ManifestPolicy } from './manifest-policy.js';

/** The approvals of one session. `writeBack` null: there is no forge to tell anything. */
export interface SessionApprovals {
  readonly approvals: Approvals;
  readonly writeBack: WriteBack | null;
  /** What became of approvals so far. */
  readonly outcomes: () => readonly Outcome[];
  /** For the recording, before anything runs. */
  readonly opening: readonly SeenApproval[];
  /** Gives back the forge's token, when nothing is told any more. Never throws. */
  release(): Promise<void>;
}

/** The approvals of one session. */
export async function approvalsOf(session: string, { admitted, request, resources }: { readonly admitted: Admitted; readonly request: GateRequest; readonly resources: readonly string[] }, world: GuardWorld): Promise<SessionApprovals> {
  const { policy, repositoryId } = admitted;
  const otherwise = new AskOnly(policy.approvers);
  const asking = repositoryId === null ? null : await reviewForgeOf(world, admitted);
  if (asking === null || repositoryId === null) {
    if (request.approval !== null) throw new GateError('INPUT_INVALID', `input \`approval\` is \`${request.approval}\`, and there is no forge to ask about it here`, { hint: TOKEN_HINT });
    if (request.breakGlass !== null) throw new GateError('INPUT_INVALID', 'there is no forge here that could tell who started this run, and tell somebody else', { hint: TOKEN_HINT });
    return { approvals: otherwise, writeBack: null, outcomes: () => [], opening: [], release: () => Promise.resolve() };
  }
  try {
    return { ...await answering(session, { admitted, request, resources, forge: asking.forge, repositoryId, otherwise }, world), release: asking.release };
  } catch (thrown) {
    await asking.release();
    throw thrown;
  }
}

interface Answering {
  readonly admitted: Admitted;
  readonly request: GateRequest;
  readonly resources: readonly string[];
  readonly forge: ReviewForge;
  readonly repositoryId: string;
  readonly otherwise: Approvals;
}

async function answering(session: string, { admitted: { policy, principal }, request, resources, forge, repositoryId, otherwise }: Answering, world: GuardWorld): Promise<Omit<SessionApprovals, 'release'>> {
  const late = policy.breakGlass === null ? [] : await lookedAtLate({ forge, repositoryId, notify: policy.breakGlass.notify, log: world.log });
  const run = claimText(principal.claims, forge.kind === 'github' ? 'run_id' : 'pipeline_id');
  const writeBack = new WriteBack({ forge, repositoryId, session, run, after: request.after ?? policy.approvals.after, runtime: systemRuntime });
  if (request.breakGlass !== null) {
    const broken = await broke(session, { request, resources, policy, principal, repositoryId, run }, forge);
    world.log.warn(`break-glass: what needs a review runs without one, ${broken.seen.reason} (${broken.seen.url})`);
    return { approvals: broken, writeBack, outcomes: () => broken.outcomes, opening: [...late, broken.seen] };
  }
  const { loadSqlReader } = await import('../parse/sql/reader.js');
  const asked = new ManifestPolicy(policy, { principal, read: await loadSqlReader(), now: () => systemRuntime.now() });
  const commit = claimText(principal.claims, 'sha');
  const approvals = new ReviewedApprovals({
    forge, repositoryId, session, otherwise, explain: asked.explain, demandsOf: asked.demandsOf, unlikePolicy: asked.unlikePolicy, demandsFor: asked.demandsFor, isFree: asked.isFree,
    proposers: request.proposers, approval: request.approval === null ? null : namedPull(request.approval),
    // Hits the id of a commit; whatever else a token says there leads to no pull request.
    commit: commit !== null && /^[0-9a-f]{40,64}$/u.test(commit) ? commit : null,
    monotonicMs: () => systemRuntime.monotonicMs(),
    unguarded: (why) => world.log.warn(`whether the claim of an approval could be removed is not known: ${why}`),
  });
  return { approvals, writeBack, outcomes: () => approvals.outcomes, opening: late };
}

interface Breaking {
  readonly request: GateRequest;
  readonly resources: readonly string[];
  readonly policy: Policy;
  readonly principal: Principal;
  readonly repositoryId: string;
  readonly run: string | null;
}

async function broke(session: string, { request, resources, policy, principal, repositoryId, run }: Breaking, forge: ReviewForge): Promise<BreakGlass> {
  const settings = mayBreak(policy.breakGlass, principal.names);
  demandByHand(principal.claims, forge.kind);
  return breakGlass({
    repositoryId, session, run, starter: starterIn(principal.claims, forge.kind), reason: request.breakGlass ?? '', resources, may: [settings], notify: settings.notify, maxMs: settings.maxMs, now: systemRuntime.now(),
  }, forge, () => systemRuntime.monotonicMs());
}

/** Settles what was reviewed after break-glass, and says what still waits. Never throws: it decides nothing here. */
export async function lookedAtLate({ forge, repositoryId, notify, log }: { readonly forge: ReviewForge; readonly repositoryId: string; readonly notify: Group; readonly log: Log }): Promise<readonly SeenApproval[]> {
  try {
    const found = await settleAfterReviews(repositoryId, notify, forge);
    for (const { pull, missing } of found) if (missing !== null) log.warn(`break-glass without a review since: ${pull.url} waits for ${missing}`);
    return found.flatMap(({ pull, by, missing }): SeenApproval[] => (missing === null ? [{ state: 'approved', manifest: null, by: by.map(({ id, login }) => `${login} (${id})`), url: pull.url, reason: 'reviewed after break-glass' }] : []));
  } catch (thrown) {
    log.warn(`reviews after break-glass could not be looked for: ${messageOf(thrown)}`);
    return [];
  }
}

/** What to write where there is no token, for each forge. */
export const TOKEN_HINT = `GitHub: the input \`github-token\`; GitLab: \`forge: { token: "vault:PATH" }\` in the policy (${manual('docs/approvals.md')})`;

/** A forge with a token that may be leased. `release` gives it back. */
export interface AskingForge {
  readonly forge: ReviewForge;
  release(): Promise<void>;
}

/** The forge of this job with the enforcer's token: that of the policy, else the job's own where it is enough; null when there is none. */
export async function reviewForgeOf({ host, environment, log }: Pick<GuardWorld, 'host' | 'environment' | 'log'>, admitted: Pick<Admitted, 'policy' | 'secretsFor'>): Promise<AskingForge | null> {
  if (host === 'shell') return null;
  const held = await tokenOf(admitted);
  const own = held === null ? null : async (): Promise<string> => (await held.current()).password;
  const release = (): Promise<void> => held?.release() ?? Promise.resolve();
  if (host === 'gitlab') {
    // INVARIANT: a static key counts only where the policy of the protected branch says so, and each run says it again.
    if (own === null && environment.OSTIARY_FORGE_TOKEN !== undefined) log.warn('`OSTIARY_FORGE_TOKEN` is not used, since the policy does not name it: keep the token in a vault, or write `forge: { token: env:OSTIARY_FORGE_TOKEN, allow_static: true }`');
    if (own === null) return null;
    const { GitLabApprovals } = await import('../forge/gitlab-approvals.js');
    return { release, forge: new GitLabApprovals({ url: environment.CI_SERVER_URL ?? 'https://gitlab.com', token: own, runtime: systemRuntime }) };
  }
  const token = own ?? ((environment['INPUT_GITHUB-TOKEN'] ?? '').trim() || (environment.GITHUB_TOKEN ?? ''));
  if (token === '') return null;
  const { GitHubApprovals } = await import('../forge/github-approvals.js');
  return { release, forge: new GitHubApprovals({ baseUrl: environment.GITHUB_API_URL ?? 'https://api.github.com', token, runtime: systemRuntime }) };
}

async function tokenOf({ policy: { forge }, secretsFor }: Pick<Admitted, 'policy' | 'secretsFor'>): Promise<HeldCredential | null> {
  return forge === null ? null : holdOwnSecret(secretsFor(forge), { name: 'forge.token', reference: forge.reference });
}
