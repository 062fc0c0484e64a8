// SPDX-License-Identifier: Apache-2.0
//
// Who answers at a gateway when an operation needs a review: the forge that the operator named for the caller's issuer, asked with the
// gateway's own token about the repository that the verified token (or the operator) names. Refuses everything where no forge is named.
import { AskOnly } from '../../approval/ask.js';
import { ReviewedApprovals } from '../../approval/enforce.js';
import { WriteBack } from '../../approval/write-back.js';
import { GateError, messageOf } from '../../core/errors.js';
import type { Principal } from '../../core/model.js';
import type { Approvals, Log, ReviewForge, Store } from '../../core/ports.js';
import type { Runtime } from '../../core/runtime.js';
import { claimText } from '../../identity/principal.js';
import type { Approvers } from '../../policy/model.js';
import type { PolicyInForce } from '../../policy/tighten.js';
import type { SessionRecord } from '../../server/session-record.js';
import type { SessionApprovals } from '../approvals.js';
import { ManifestPolicy } from '../manifest-policy.js';
import { runtimeTrusting } from '../trusting.js';
import { forgeFor } from './callers.js';
import type { ConfiguredForge, GatewayConfig } from './config.js';
import type { GatewaySecrets } from './secrets.js';
import { GatewayForge } from './review-forge.js';

/** Tokens of forges log in nowhere. */
const NOWHERE = { host: '', port: 0, user: null };

/** A session that begins. */
export interface Asking {
  readonly record: SessionRecord;
  readonly config: GatewayConfig;
  readonly policy: PolicyInForce;
  readonly approversOf: (rule: string) => Approvers;
  readonly principal: Principal;
}

/** What answering needs of the world. */
export interface ApprovalsWorld {
  readonly store: Store;
  readonly secrets: GatewaySecrets;
  readonly runtime: Runtime;
  readonly log: Log;
}

/** The approvals of one session. Throws nothing: what is missing is told when an operation asks. */
export async function approvalsAt({ record, config, policy, approversOf, principal }: Asking, world: ApprovalsWorld): Promise<SessionApprovals> {
  const { caller } = record;
  const forge = forgeFor(caller, config);
  const own = caller.kind === 'github' ? claimText(caller.claims, 'repository_id') : caller.kind === 'gitlab' ? claimText(caller.claims, 'project_id') : null;
  const repositoryId = forge === null ? null : (forge.settings.repository ?? own);
  if (forge === null || repositoryId === null) return { approvals: NOBODY, writeBack: null, outcomes: () => [], opening: [] };
  const { loadSqlReader } = await import('../../parse/sql/reader.js');
  const asked = new ManifestPolicy({ decide: (question) => policy.decide(question), resources: config.policy.resources }, { principal, read: await loadSqlReader(), now: () => world.runtime.now(), approversOf });
  const commit = repositoryId === own ? claimText(caller.claims, 'sha') : null;
  // A session that goes on after a restart does not know how far it had come: it may not use again what it used before.
  const session = `${record.id}-${record.parts}`;
  const reviews = new GatewayForge({ kind: forge.settings.kind, connect: () => connect(forge, config, world), store: world.store, clock: world.runtime });
  const approvals = new ReviewedApprovals({
    session, forge: reviews, repositoryId, otherwise: new AskOnly(policy.approvers), explain: asked.explain, demandsOf: asked.demandsOf, demandsFor: asked.demandsFor, isFree: asked.isFree,
    proposers: forge.settings.proposers, approval: null,
    // Hits the id of a commit; whatever else a token says there leads to no pull request.
    commit: commit !== null && /^[0-9a-f]{40,64}$/u.test(commit) ? commit : null,
    monotonicMs: () => world.runtime.monotonicMs(),
  });
  const run = repositoryId === own && caller.kind === reviews.kind ? claimText(caller.claims, reviews.kind === 'github' ? 'run_id' : 'pipeline_id') : null;
  const writeBack = new WriteBack({ forge: reviews, repositoryId, session, run, after: config.policy.approvals.after, runtime: world.runtime });
  return { approvals, writeBack, outcomes: () => approvals.outcomes, opening: [] };
}

/** Answers where the operator named no forge. */
const NOBODY: Approvals = {
  claim: () => Promise.resolve({ kind: 'pending', url: null, how: 'nobody can approve it here, since this gateway asks no forge for reviews: its operator would have to name one (`forges`)' }),
};

async function connect({ settings, ca }: ConfiguredForge, config: GatewayConfig, { secrets, runtime, log }: ApprovalsWorld): Promise<ReviewForge> {
  const world = ca === null ? runtime : runtimeTrusting(ca, runtime);
  try {
    const held = await secrets.of(settings.token, config.settings.ownToken).hold(settings.token.reference, NOWHERE);
    const { password: token } = await held.current().finally(() => held.release());
    if (settings.kind === 'github') return new (await import('../../forge/github-approvals.js')).GitHubApprovals({ baseUrl: settings.url ?? 'https://api.github.com', token, runtime: world });
    return new (await import('../../forge/gitlab-approvals.js')).GitLabApprovals({ url: settings.url ?? 'https://gitlab.com', token, runtime: world });
  } catch (thrown) {
    log.error('the token of a forge can not be read', { forge: settings.name, reason: messageOf(thrown) });
    // Where it is kept is not the job's to know.
    throw new GateError('FORGE_FAILED', 'the gateway can not ask its forge', { hint: "the gateway's log says why", cause: thrown });
  }
}
