// SPDX-License-Identifier: Apache-2.0
//
// Who answers at a gateway when an operation needs a review: the forge that the operator named for the caller's issuer, asked with the
// gateway's own token about the repository that the verified token (or the operator) names. Refuses everything where no forge is named.
import { AskOnly } from '../../approval/ask-only.js';
import { ReviewedApprovals } from '../../approval/enforce.js';
import { WriteBack } from '../../approval/write-back.js';
import { GateError, messageOf } from '../../core/errors.js';
import type { Manifest } from '../../core/manifest.js';
import type { Principal } from '../../core/model.js';
import type { Approvals, Log, Store } from '../../core/ports.js';
import type { Runtime } from '../../core/runtime.js';
import { claimText } from '../../identity/principal.js';
import { approversIn, type PolicyInForce, type RepositoryPolicy } from '../../policy/tighten.js';
import type { SessionRecord } from '../../server/session-record.js';
import { lookedAtLate, type SessionApprovals } from '../approvals.js';
import { demandByHand, starterIn } from '../job-person.js';
import { ManifestPolicy } from '../manifest-policy.js';
import { runtimeTrusting } from '../trusted-authority.js';
import { type Broken, broke, underBreakGlass } from './break-glass.js';
import { forgeFor, operatorPrincipal, repositoryOfSession } from './callers.js';
import type { ConfiguredForge, GatewayConfig } from './config.js';
import type { GatewaySecrets } from './secrets.js';
import { type Connected, GatewayForge } from './review-forge.js';

/** Tokens of forges log in nowhere. */
const NOWHERE = { host: '', port: 0, user: null };

/** A session that begins. `repository`: its policy; `broken`: the glass that was broken for it, null: none. */
export interface Asking {
  readonly record: SessionRecord;
  readonly config: GatewayConfig;
  readonly policy: PolicyInForce;
  readonly repository: RepositoryPolicy | null;
  readonly principal: Principal;
  readonly broken: Broken | null;
}

/** What answering needs of the world. */
export interface ApprovalsWorld {
  readonly store: Store;
  readonly secrets: GatewaySecrets;
  readonly runtime: Runtime;
  readonly log: Log;
  /** When reviews after break-glass were looked for last, by forge and repository; monotonic milliseconds. */
  readonly looked: Map<string, number>;
}

/** Between two looks, however many sessions begin. */
const LATE_MS = 60_000;

/** Where the reviews of a caller are. `own`: they are in the repository of its token; `run`: its run there, when the forge knows it. */
interface Place {
  readonly forge: ConfiguredForge;
  readonly reviews: GatewayForge;
  readonly repositoryId: string;
  readonly own: boolean;
  readonly run: string | null;
}

function placeOf({ caller }: SessionRecord, config: GatewayConfig, world: ApprovalsWorld): Place | null {
  const forge = forgeFor(caller, config);
  const own = caller.kind === 'github' ? claimText(caller.claims, 'repository_id') : caller.kind === 'gitlab' ? claimText(caller.claims, 'project_id') : null;
  const repositoryId = forge === null ? null : (forge.settings.repository ?? own);
  if (forge === null || repositoryId === null) return null;
  const reviews = new GatewayForge({ kind: forge.settings.kind, connect: () => connect(forge, config, world), store: world.store, clock: world.runtime });
  const run = repositoryId === own && caller.kind === reviews.kind ? claimText(caller.claims, reviews.kind === 'github' ? 'run_id' : 'pipeline_id') : null;
  return { forge, reviews, repositoryId, own: repositoryId === own, run };
}

/** Breaks the glass for a session that asks for it; null: it does not, or it was broken before. Throws DENIED, FORGE_FAILED. */
export async function brokenAt(record: SessionRecord, config: GatewayConfig, world: ApprovalsWorld): Promise<Broken | null> {
  if (record.breakGlass === null || record.breakGlass.broken) return null;
  const place = placeOf(record, config, world);
  if (place === null) throw new GateError('DENIED', 'break-glass: this gateway asks no forge, which could tell who started this and tell somebody else', { hint: 'its operator would have to name one (`forges`); until then ask for a review' });
  const { id, caller, resources, breakGlass: { reason } } = record;
  const { kind } = place.reviews;
  if (place.run !== null) demandByHand(caller.claims, kind);
  const repository = await repositoryOfSession(record.repository, caller, world.runtime.now());
  const broken = await broke({
    session: id, reason, resources, operator: config.policy.breakGlass, names: operatorPrincipal(caller, config.policy).names, repository, repositoryId: place.repositoryId, run: place.run, starter: starterIn(caller.claims, kind),
  }, place.reviews, world.runtime).finally(() => place.reviews.release());
  world.log.warn(`session ${id}: break-glass, what needs a review runs without one`, { session: id, url: broken.glass.told.url, until: broken.glass.told.until, by: broken.glass.seen.by });
  return broken;
}

/** The approvals of one session. Throws nothing: what is missing is told when an operation asks. */
export async function approvalsAt({ record, config, policy, repository, principal, broken }: Asking, world: ApprovalsWorld): Promise<SessionApprovals> {
  const { caller } = record;
  const place = placeOf(record, config, world);
  if (place === null) return { approvals: NOBODY, writeBack: null, outcomes: () => [], opening: [], release: () => Promise.resolve() };
  const { forge, reviews, repositoryId, own, run } = place;
  const { loadSqlReader } = await import('../../parse/sql/reader.js');
  const asked = new ManifestPolicy({ decide: (question) => policy.decide(question), resources: config.policy.resources }, { principal, read: await loadSqlReader(), now: () => world.runtime.now(), approversOf: approversIn(config.policy, repository) });
  // A page is put up by a job, which has the repository's policy alone.
  const alone = repository === null ? null : new ManifestPolicy(repository.policy, { principal: { ...principal, names: repository.names }, read: await loadSqlReader(), now: () => world.runtime.now() });
  const unlikePolicy = (manifest: Manifest): string | null => (alone?.unlikePolicy(manifest) === null ? null : asked.unlikePolicy(manifest));
  const commit = own ? claimText(caller.claims, 'sha') : null;
  // A session that goes on after a restart does not know how far it had come: it may not use again what it used before.
  const session = `${record.id}-${record.parts}`;
  const reviewed = new ReviewedApprovals({
    session, forge: reviews, repositoryId, otherwise: new AskOnly(policy.approvers), explain: asked.explain, demandsOf: asked.demandsOf, unlikePolicy, demandsFor: asked.demandsFor, isFree: asked.isFree,
    proposers: forge.settings.proposers, approval: null,
    // Hits the id of a commit; whatever else a token says there leads to no pull request.
    commit: commit !== null && /^[0-9a-f]{40,64}$/u.test(commit) ? commit : null,
    monotonicMs: () => world.runtime.monotonicMs(),
    unguarded: (why) => world.log.warn(`whether the claim of an approval could be removed is not known: ${why}`),
  });
  lookLate(place, config, world);
  const writeBack = new WriteBack({ forge: reviews, repositoryId, session, run, after: config.policy.approvals.after, runtime: world.runtime });
  const release = (): Promise<void> => reviews.release();
  if (broken === null) return { approvals: reviewed, writeBack, outcomes: () => reviewed.outcomes, opening: [], release };
  return { approvals: underBreakGlass(broken, reviewed), writeBack, outcomes: () => [...broken.glass.outcomes, ...reviewed.outcomes], opening: [broken.glass.seen], release };
}

// Nobody waits for it: it decides nothing.
function lookLate({ forge, reviews, repositoryId }: Place, { policy }: GatewayConfig, { runtime, log, looked }: ApprovalsWorld): void {
  const key = `${forge.settings.name} ${repositoryId}`;
  const now = runtime.monotonicMs();
  if (policy.breakGlass === null || now - (looked.get(key) ?? -Infinity) < LATE_MS) return;
  looked.set(key, now);
  void lookedAtLate({ forge: reviews, repositoryId, notify: policy.breakGlass.notify, log });
}

/** Answers where the operator named no forge. */
const NOBODY: Approvals = {
  claim: () => Promise.resolve({ kind: 'pending', url: null, how: 'nobody can approve it here, since this gateway asks no forge for reviews: its operator would have to name one (`forges`)' }),
};

async function connect({ settings, ca }: ConfiguredForge, config: GatewayConfig, { secrets, runtime, log }: ApprovalsWorld): Promise<Connected> {
  const world = ca === null ? runtime : runtimeTrusting(ca, runtime);
  // Where it is kept is not the job's to know.
  const unread = (thrown: unknown): never => {
    log.error('the token of a forge can not be read', { forge: settings.name, reason: messageOf(thrown) });
    throw new GateError('FORGE_FAILED', 'the gateway can not ask its forge', { hint: "the gateway's log says why", cause: thrown });
  };
  const held = await secrets.of(settings.token, config.settings.ownToken).hold(settings.token.reference, NOWHERE).catch(unread);
  const token = (): Promise<string> => held.current().then(({ password }) => password, unread);
  if (settings.kind === 'github') return { held, forge: new (await import('../../forge/github-approvals.js')).GitHubApprovals({ baseUrl: settings.url ?? 'https://api.github.com', token, runtime: world }) };
  return { held, forge: new (await import('../../forge/gitlab-approvals.js')).GitLabApprovals({ url: settings.url ?? 'https://gitlab.com', token, runtime: world }) };
}
