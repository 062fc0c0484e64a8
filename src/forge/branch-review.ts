// SPDX-License-Identifier: Apache-2.0
//
// Who has to review a change of a branch at GitHub: rulesets and classic protection together, and who may walk around either. Refuses to take
// silence for safety: what a token is not told is not known.
// @see https://docs.github.com/rest/repos/rules  @see https://docs.github.com/rest/branches/branch-protection
import type { Diagnosis, NotKnown } from '../core/diagnosis.js';

/** What a forge answered. `body` of a refusal: what it says. */
export interface Asked {
  readonly status: number;
  readonly body: unknown;
}

interface Demand {
  readonly count: number;
  readonly staleDismissed: boolean;
  readonly lastPushApproved: boolean;
  readonly ownersAsked: boolean;
}

type Said = readonly (Diagnosis | NotKnown)[];

/** Verdicts about one branch. `ask`: a path of the API; throws when there is no answer. */
export async function reviewOfBranch({ repository, branch }: { readonly repository: string; readonly branch: string }, ask: (path: string) => Promise<Asked>): Promise<Said> {
  const base = `/repos/${repository}`;
  const name = encodeURIComponent(branch);
  const [rules, classic] = await Promise.all([ask(`${base}/rules/branches/${name}`), ask(`${base}/branches/${name}/protection`)]);
  const question = `who has to review a change of \`${branch}\``;
  if (rules.status !== 200) return [{ question, why: rules.status === 401 ? 'the token is not accepted (401): it is wrong or has expired' : `the token does not show it (${rules.status}): it would have to read the repository (\`metadata: read\`)` }];
  if (!Array.isArray(rules.body)) return [{ question, why: 'the answer is not understood' }];
  const asking = rules.body.filter((one) => at(one, 'type') === 'pull_request');
  const told = classic.status === 200 ? classic.body : null;
  const reviews = at(told, 'required_pull_request_reviews');
  const demands = [...asking.map((one) => ofRule(at(one, 'parameters'))), ...(typeof reviews === 'object' && reviews !== null ? [ofClassic(reviews)] : [])];
  const isTold = classic.status === 200 || (classic.status === 404 && at(classic.body, 'message') === 'Branch not protected');
  const ids = [...new Set(asking.map((one) => at(one, 'ruleset_id')))];
  const around = (await Promise.all(ids.map(async (id) => (typeof id === 'number' ? ask(`${base}/rulesets/${id}?includes_parents=true`) : null)))).flatMap((answer) => bypassOf(answer, branch));
  return [...(demands.length === 0 ? [unreviewed(branch, isTold)] : gaps(demands, branch)), ...distinct(around), ...aroundClassic(told, reviews, branch), ...(demands.length === 0 && ids.length === 0 && !isTold ? [untold(branch)] : [])];
}

function unreviewed(branch: string, isTold: boolean): Diagnosis {
  const message = `nothing requires a review on \`${branch}\`${isTold ? '' : ' by a ruleset (a classic branch protection is not told to this token: it would have to read the settings, `administration: read`)'}`;
  return setting('unprotected-branch', message, `Settings, Rules, Rulesets: a branch ruleset for \`${branch}\` with "Require a pull request before merging"`);
}

// What any of them demands is demanded.
function gaps(demands: readonly Demand[], branch: string): readonly Diagnosis[] {
  const fix = `Settings, Rules, Rulesets (or Branches, for a classic protection), the one for \`${branch}\`, "Require a pull request before merging"`;
  const found: Diagnosis[] = [];
  if (Math.max(...demands.map(({ count }) => count)) < 1) found.push(setting('no-approval-required', `a pull request into \`${branch}\` needs no approval`, `${fix}: one approval or more`));
  if (!demands.some(({ staleDismissed }) => staleDismissed)) found.push(setting('stale-approvals', `an approval for \`${branch}\` outlives new commits`, `${fix}: "Dismiss stale pull request approvals when new commits are pushed"`));
  if (!demands.some(({ lastPushApproved }) => lastPushApproved)) found.push(setting('own-push-approved', 'whoever pushed last may approve the push', `${fix}: "Require approval of the most recent reviewable push"`));
  if (!demands.some(({ ownersAsked }) => ownersAsked)) found.push(setting('code-owners-not-required', 'code owners do not have to review what they own', `${fix}: "Require review from Code Owners"`));
  return found;
}

function ofRule(parameters: unknown): Demand {
  return {
    count: Number(at(parameters, 'required_approving_review_count') ?? 0), staleDismissed: at(parameters, 'dismiss_stale_reviews_on_push') === true,
    lastPushApproved: at(parameters, 'require_last_push_approval') === true, ownersAsked: at(parameters, 'require_code_owner_review') === true,
  };
}

function ofClassic(reviews: unknown): Demand {
  return {
    count: Number(at(reviews, 'required_approving_review_count') ?? 0), staleDismissed: at(reviews, 'dismiss_stale_reviews') === true,
    lastPushApproved: at(reviews, 'require_last_push_approval') === true, ownersAsked: at(reviews, 'require_code_owner_reviews') === true,
  };
}

// GitHub leaves `bypass_actors` out for whoever may not change the ruleset.
function bypassOf(answer: Asked | null, branch: string): Said {
  const actors = answer?.status === 200 ? at(answer.body, 'bypass_actors') : undefined;
  if (!Array.isArray(actors)) return [untold(branch)];
  if (actors.length === 0) return [];
  const who = [...new Set(actors.map((one) => String(at(one, 'actor_type'))))].join(', ');
  return [setting('rules-bypass', `${actors.length} on the bypass list of the ruleset \`${String(at(answer?.body, 'name'))}\` need no review for \`${branch}\` (${who})`, 'Settings, Rules, Rulesets, "Bypass list": empty, or for pull requests only')];
}

function aroundClassic(told: unknown, reviews: unknown, branch: string): readonly Diagnosis[] {
  if (typeof reviews !== 'object' || reviews === null) return [];
  const fix = `Settings, Branches, \`${branch}\``;
  const allowed = ['users', 'teams', 'apps'].flatMap((kind) => {
    const list = at(at(reviews, 'bypass_pull_request_allowances'), kind);
    return Array.isArray(list) && list.length > 0 ? [`${list.length} ${kind}`] : [];
  });
  return [
    ...(allowed.length === 0 ? [] : [setting('rules-bypass', `${allowed.join(', ')} need no review for \`${branch}\` under its classic protection`, `${fix}: "Allow specified actors to bypass required pull requests" off`)]),
    ...(at(at(told, 'enforce_admins'), 'enabled') === false ? [setting('rules-bypass', `administrators need no review for \`${branch}\` under its classic protection`, `${fix}: "Do not allow bypassing the above settings"`)] : []),
  ];
}

function untold(branch: string): NotKnown {
  return { question: `who may bypass the rules of \`${branch}\``, why: 'GitHub did not tell this token: to administrators it does; Settings, Rules, Rulesets, "Bypass list" should be empty' };
}

function distinct(said: Said): Said {
  return [...new Map(said.map((one) => [JSON.stringify(one), one])).values()];
}

const setting = (id: string, message: string, fix: string): Diagnosis => ({ id, file: null, line: null, message, fix });

function at(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>)[key] : undefined;
}
