// SPDX-License-Identifier: Apache-2.0
//
// Who answers when an operation of a job needs a review: the forge of the job, asked with the enforcer's own token; nobody where there is
// none. Refuses to take the repository, the commit or the run from anything but the verified token.
import { AskOnly } from '../approval/ask.js';
import { namedPull } from '../approval/candidates.js';
import { ReviewedApprovals } from '../approval/enforce.js';
import type { Outcome } from '../approval/outcome.js';
import { WriteBack } from '../approval/write-back.js';
import type { GateRequest } from '../commands/run.js';
import { GateError } from '../core/errors.js';
import type { Approvals, ReviewForge } from '../core/ports.js';
import { systemRuntime } from '../core/runtime.js';
import { claimText } from '../identity/principal.js';
import type { Admitted } from './admission.js';
import type { GuardWorld } from './guard.js';
import { ManifestPolicy } from './manifest-policy.js';

/** The approvals of one session. `writeBack` null: there is no forge to tell anything. */
export interface SessionApprovals {
  readonly approvals: Approvals;
  readonly writeBack: WriteBack | null;
  /** What became of approvals so far. */
  readonly outcomes: () => readonly Outcome[];
}

/** The approvals of one session. */
export async function approvalsOf(session: string, { admitted, request }: { readonly admitted: Admitted; readonly request: GateRequest }, world: GuardWorld): Promise<SessionApprovals> {
  const { policy, principal, repositoryId } = admitted;
  const otherwise = new AskOnly(policy.approvers);
  const forge = repositoryId === null ? null : await reviewForgeOf(world, admitted);
  if (forge === null || repositoryId === null) {
    if (request.approval !== null) throw new GateError('INPUT_INVALID', `input \`approval\` is \`${request.approval}\`, and there is no forge to ask about it here`, { hint: TOKEN_HINT });
    return { approvals: otherwise, writeBack: null, outcomes: () => [] };
  }
  const { loadSqlReader } = await import('../parse/sql/reader.js');
  const asked = new ManifestPolicy(policy, { principal, read: await loadSqlReader(), now: () => systemRuntime.now() });
  const commit = claimText(principal.claims, 'sha');
  const approvals = new ReviewedApprovals({
    forge, repositoryId, session, otherwise, explain: asked.explain, demandsOf: asked.demandsOf, demandsFor: asked.demandsFor, isFree: asked.isFree,
    proposers: request.proposers, approval: request.approval === null ? null : namedPull(request.approval),
    // Hits the id of a commit; whatever else a token says there leads to no pull request.
    commit: commit !== null && /^[0-9a-f]{40,64}$/u.test(commit) ? commit : null,
    monotonicMs: () => systemRuntime.monotonicMs(),
  });
  const run = claimText(principal.claims, forge.kind === 'github' ? 'run_id' : 'pipeline_id');
  const writeBack = new WriteBack({ forge, repositoryId, session, run, after: request.after ?? policy.approvals.after, runtime: systemRuntime });
  return { approvals, writeBack, outcomes: () => approvals.outcomes };
}

/** What to write where there is no token, for each forge. */
export const TOKEN_HINT = 'GitHub: the input `github-token`; GitLab: `forge: { token: "vault:PATH" }` in the policy (docs/approvals.md)';

/** The forge of this job with the enforcer's token: that of the policy, else the job's own where it is enough; null when there is none. */
export async function reviewForgeOf({ host, environment, log }: Pick<GuardWorld, 'host' | 'environment' | 'log'>, admitted: Pick<Admitted, 'policy' | 'secretsFor'>): Promise<ReviewForge | null> {
  if (host === 'shell') return null;
  const own = await tokenOf(admitted);
  if (host === 'gitlab') {
    // INVARIANT: a static key counts only where the policy of the protected branch says so, and each run says it again.
    if (own === null && environment.OSTIARY_FORGE_TOKEN !== undefined) log.warn('`OSTIARY_FORGE_TOKEN` is not used, since the policy does not name it: keep the token in a vault, or write `forge: { token: env:OSTIARY_FORGE_TOKEN, allow_static: true }`');
    if (own === null) return null;
    const { GitLabApprovals } = await import('../forge/gitlab-approvals.js');
    return new GitLabApprovals({ url: environment.CI_SERVER_URL ?? 'https://gitlab.com', token: own, runtime: systemRuntime });
  }
  const token = own ?? ((environment['INPUT_GITHUB-TOKEN'] ?? '').trim() || (environment.GITHUB_TOKEN ?? ''));
  if (token === '') return null;
  const { GitHubApprovals } = await import('../forge/github-approvals.js');
  return new GitHubApprovals({ baseUrl: environment.GITHUB_API_URL ?? 'https://api.github.com', token, runtime: systemRuntime });
}

/** Tokens of forges log in nowhere. */
const NOWHERE = { host: '', port: 0, user: null };

async function tokenOf({ policy: { forge }, secretsFor }: Pick<Admitted, 'policy' | 'secretsFor'>): Promise<string | null> {
  if (forge === null) return null;
  try {
    const held = await secretsFor(forge).hold(forge.reference, NOWHERE);
    try {
      return (await held.current()).password;
    } finally {
      await held.release();
    }
  } catch (thrown) {
    if (!(thrown instanceof GateError)) throw thrown;
    const named = thrown.message.includes(forge.reference) ? '' : `, \`${forge.reference}\``;
    throw new GateError(thrown.code, `\`forge.token\`${named}: ${thrown.message}`, { cause: thrown, ...(thrown.hint === undefined ? {} : { hint: thrown.hint }) });
  }
}
