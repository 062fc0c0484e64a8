// SPDX-License-Identifier: Apache-2.0
//
// THE COUNT: do these reviews approve exactly this commit? A pure function of what the forge said. Refuses to count
// whoever made, pushed, opened or prompted the change, whoever may not write, is no person, is not named, or looked at something else.
// INVARIANT: without at least one demand, or with fewer distinct people than demanded, the answer is never `approved`.
import type { Demand, PersonRef } from '../core/manifest.js';
import type { Account, ChangeCommit, PullRequest, Push, Review, Reviews, Standing } from '../core/reviews.js';
import { gapsIn } from './push-chain.js';
import { quoted } from './visible-text.js';

/** All that is asked of a forge before counting. */
export interface ReviewFacts {
  readonly pull: PullRequest;
  readonly reviews: Reviews;
  readonly commits: readonly ChangeCommit[];
  readonly pushes: readonly Push[];
  /** Ids of accounts that put manifests up for us: theirs are the bots that nobody prompts. */
  readonly proposers: readonly string[];
  /** Who set the requester going; null: nobody knows, or nobody vouches for who says so. */
  readonly prompters: readonly PersonRef[] | null;
  /** Named by a manifest that nobody vouches for: they do not count either. */
  readonly alleged: readonly PersonRef[];
  /** By id, for everybody who decided something. */
  readonly standings: ReadonlyMap<string, Standing>;
  /** Ids of members, by the name of the team in the demands. */
  readonly teams: ReadonlyMap<string, ReadonlySet<string>>;
  /** Ids of those who own every file changed. */
  readonly owners: ReadonlySet<string>;
}

export interface Missing {
  /** The rule whose demand is not met; null: a condition of all. */
  readonly rule: string | null;
  /** `1 more person of team acme/dba`. */
  readonly what: string;
}

export interface NotCounted {
  readonly person: PersonRef | null;
  readonly why: string;
}

export type ReviewOutcome =
  | { readonly kind: 'approved'; readonly by: readonly PersonRef[]; readonly expiresAt: string; readonly notCounted: readonly NotCounted[] }
  | { readonly kind: 'pending'; readonly missing: readonly Missing[]; readonly counted: readonly PersonRef[]; readonly notCounted: readonly NotCounted[] }
  | { readonly kind: 'refused'; readonly why: string; readonly hint: string };

interface Candidate { readonly account: Account; readonly at: number }

/** Counts. `demands`: what the policy in force asks for these operations; every one has to be met. */
export function countReviews(facts: ReviewFacts, demands: readonly Demand[]): ReviewOutcome {
  const refusal = refusalOf(facts, demands);
  if (refusal !== null) return { kind: 'refused', ...refusal };
  const now = timeOf(facts.pull.now) as number;
  const notCounted: NotCounted[] = [];
  const candidates = candidatesOf(facts, now, notCounted);
  const unknown = unknownPeople(facts);
  const missing: Missing[] = objections(facts, demands);
  const counted = new Map<string, PersonRef>();
  let expires = Infinity;
  for (const demand of demands) {
    const { people, expiresAt, late } = meeting(demand, candidates, facts, now);
    const needed = demand.count + unknown.length;
    for (const { account, at } of late) notCounted.push({ person: account, why: `approved at ${iso(at)}, which for \`${demand.rule}\` has expired` });
    if (people.length < needed) missing.push({ rule: demand.rule, what: lacking(demand, needed - people.length, unknown) });
    for (const { account } of people) counted.set(account.id, { id: account.id, login: account.login });
    expires = Math.min(expires, expiresAt);
  }
  for (const { account } of candidates) if (!counted.has(account.id) && !notCounted.some(({ person }) => person?.id === account.id)) notCounted.push({ person: account, why: 'is not named by a rule that asks' });
  if (missing.length > 0) return { kind: 'pending', missing, counted: [...counted.values()], notCounted };
  return { kind: 'approved', by: [...counted.values()], expiresAt: iso(expires), notCounted };
}

/** Why these demands can be met by nobody; null: somebody could. */
export function unmeetable(demands: readonly Demand[]): { readonly why: string; readonly hint: string } | null {
  if (demands.length === 0) return { why: 'no rule says who may approve this', hint: 'name people under `approvers` in the policy' };
  const nobody = demands.find(({ users, teams, codeowners }) => users.length === 0 && teams.length === 0 && !codeowners);
  if (nobody !== undefined) return { why: `\`${nobody.rule}\` asks for a review and the policy names nobody who may give it`, hint: 'name users, teams or `codeowners: true` under `approvers`' };
  if (demands.some(({ count, expiresSeconds }) => !(count >= 1) || !(expiresSeconds > 0))) return { why: 'a demand for fewer than one person, or for no time, is none', hint: 'set `count` to 1 or more' };
  return null;
}

function refusalOf({ pull, reviews: { binding, decisions } }: ReviewFacts, demands: readonly Demand[]): { readonly why: string; readonly hint: string } | null {
  const never = unmeetable(demands);
  if (never !== null) return never;
  if (pull.state === 'closed') return { why: `pull request ${pull.number} was closed without being merged`, hint: 'open it again, or ask again' };
  if (timeOf(pull.now) === null) return { why: 'the forge does not say what time it is', hint: 'run again' };
  if (binding.kind === 'commit') return null;
  if (!binding.resetsOnPush) return { why: 'this project keeps approvals when something is pushed, so an approval may be of another text', hint: 'Settings, Merge requests, Approval settings: remove all approvals when commits are added to the source branch (`reset_approvals_on_push`)' };
  // Not to be told from an approval of an earlier text.
  if (decisions.some(({ decision, at }) => decision === 'approved' && timeOf(at) === null)) return { why: 'this GitLab does not say when something was approved', hint: 'update it: later versions report `approved_at`' };
  return null;
}

// Whoever approved exactly what is there, and may. Everybody else is named with the reason.
function candidatesOf(facts: ReviewFacts, now: number, notCounted: NotCounted[]): Candidate[] {
  const excluded = excludedOf(facts);
  const candidates: Candidate[] = [];
  for (const review of latestDecisions(facts.reviews.decisions)) {
    if (review.by === null) {
      notCounted.push({ person: null, why: 'a decision of an account that is gone' });
      continue;
    }
    if (review.decision !== 'approved') continue;
    const at = timeOf(review.at);
    const why = excluded.get(review.by.id) ?? ineligible(review, facts) ?? elsewhere(review, at, facts) ?? (at !== null && at > now ? 'approved in the future, says the forge' : null);
    if (why === null && at !== null) candidates.push({ account: review.by, at });
    else notCounted.push({ person: { id: review.by.id, login: review.by.login }, why: why ?? 'the forge does not say when' });
  }
  return candidates;
}

/** The last decision of each person, in the order in which they were made; those of nobody stay. */
function latestDecisions(decisions: readonly Review[]): readonly Review[] {
  const last = new Map<string, Review>();
  for (const review of decisions) {
    const key = review.by?.id ?? `review ${review.id}`;
    last.delete(key);
    last.set(key, review);
  }
  return [...last.values()];
}

function ineligible({ by }: Review, { standings }: ReviewFacts): string | null {
  const standing = standings.get((by as Account).id);
  if (by?.kind !== 'person' || standing?.account.kind === 'bot') return 'is not a person';
  if (standing === undefined) return 'nobody knows what this person may do here';
  return standing.mayWrite ? null : 'may not write here';
}

function elsewhere(review: Review, at: number | null, { pull, reviews: { binding } }: ReviewFacts): string | null {
  if (binding.kind === 'commit') {
    if (review.commit === null) return 'approved a commit that is gone';
    if (review.commit !== pull.head) return `approved ${review.commit.slice(0, 12)}, which is not the head any more`;
    return binding.since === null || (at !== null && at > (timeOf(binding.since) ?? Infinity)) ? null : `approved before the pull request was pointed at \`${pull.base}\``;
  }
  const since = timeOf(binding.since);
  if (binding.head !== pull.head || since === null) return 'GitLab does not say since when the head is what it is';
  return at !== null && at > since ? null : 'approved before the head was pushed';
}

// Why somebody can't be the second pair of eyes, by id. The first reason is the one that is told.
function excludedOf({ pull, commits, pushes, prompters, alleged }: ReviewFacts): Map<string, string> {
  const isWhole = gapsIn(pushes, pull.head).length === 0;
  const why = new Map<string, string>();
  const exclude = (person: PersonRef | null, reason: string): void => {
    if (person !== null && !why.has(person.id)) why.set(person.id, reason);
  };
  for (const person of prompters ?? []) exclude(person, 'prompted the agent');
  for (const person of alleged) exclude(person, 'is said to have prompted the agent');
  exclude(pull.author, 'opened the pull request');
  for (const { id, makers } of commits) for (const { role, account } of makers) exclude(account, `is ${role === 'co-author' ? 'a co-author' : role === 'author' ? 'the author' : 'the committer'} of ${id.slice(0, 12)}`);
  for (const { after, by } of pushes) {
    if (after !== null) exclude(by, `pushed ${after.slice(0, 12)}`);
    else if (!isWhole) exclude(by, 'pushed several branches at once, and this may be one of them');
  }
  return why;
}

// Each could be any of those who approved: one more person for each. What is said of them, in words.
function unknownPeople({ pull, commits, pushes, prompters, proposers }: ReviewFacts): readonly string[] {
  const strangers = new Set(commits.flatMap(({ makers }) => makers.filter(({ account }) => account === null).map(({ email }) => email)));
  // Whoever is gone may be here under another account; nobody tells whether two who are gone were one.
  const gone = pushes.find(({ after, by }) => after !== null && by === null)?.after ?? null;
  const pushed = new Set([...gapsIn(pushes, pull.head), ...(gone === null ? [] : [gone])]);
  // A bot does what somebody asks of it. The run may be another's: of whoever pushed after the bot.
  const isPrompted = [pull.author, ...pushes.filter(({ after }) => after !== null).map(({ by }) => by)].some((by) => by?.kind === 'bot' && !proposers.includes(by.id));
  return [
    ...(prompters === null || isPrompted ? ['who prompted the agent is not known'] : []),
    ...[...pushed].map((commit) => `who pushed ${commit === pull.head ? 'the head' : commit.slice(0, 12)} is not known`),
    ...(pull.author === null ? ['who opened the pull request is gone'] : []),
    ...[...strangers].map((email) => `${quoted(email)} in a commit belongs to no account`),
  ];
}

// Somebody who could approve asks for changes: as on the forges, that holds until it is taken back, or dismissed. Not by whoever may not approve: an agent would dismiss whoever is against it.
function objections(facts: ReviewFacts, demands: readonly Demand[]): Missing[] {
  const excluded = excludedOf(facts);
  return latestDecisions(facts.reviews.decisions).flatMap(({ by, decision, dismissed }) => {
    if (by === null || by.kind !== 'person' || facts.standings.get(by.id)?.mayWrite !== true || !demands.some((one) => isNamed(one, by, facts))) return [];
    if (decision === 'changes') return [{ rule: null, what: `\`${by.login}\` (${by.id}) asks for changes, and has to approve or be dismissed` }];
    if (decision !== 'dismissed' || dismissed?.was !== 'changes' || dismissed.by?.id === by.id) return [];
    const why = dismissed.by === null ? 'is gone' : dismissed.by.kind === 'bot' ? 'is not a person' : excluded.get(dismissed.by.id);
    return why === undefined ? [] : [{ rule: null, what: `\`${by.login}\` (${by.id}) asked for changes, and ${dismissed.by === null ? 'somebody' : `\`${dismissed.by.login}\``}, who dismissed that, ${why}` }];
  });
}

function isNamed(demand: Demand, { id }: PersonRef, { teams, owners }: ReviewFacts): boolean {
  return demand.users.includes(id) || demand.teams.some((team) => teams.get(team)?.has(id) === true) || (demand.codeowners && owners.has(id));
}

function meeting(demand: Demand, candidates: readonly Candidate[], facts: ReviewFacts, now: number): { people: Candidate[]; late: Candidate[]; expiresAt: number } {
  const named = candidates.filter(({ account }) => isNamed(demand, account, facts));
  const ends = ({ at }: Candidate): number => at + demand.expiresSeconds * 1000;
  const people = named.filter((candidate) => ends(candidate) > now);
  return { people, late: named.filter((candidate) => ends(candidate) <= now), expiresAt: Math.min(...people.map(ends)) };
}

function lacking({ users, teams, codeowners }: Demand, more: number, unknown: readonly string[]): string {
  const who = [...users.map((id) => `user ${id}`), ...teams.map((team) => `team ${team}`), ...(codeowners ? ['the code owners of every file changed'] : [])].join(' or ');
  const because = unknown.length === 0 ? '' : ` (${unknown.length} of them because ${unknown.join(', and ')})`;
  return `${more} more ${more === 1 ? 'person' : 'people'} of: ${who}${because}`;
}

function timeOf(text: string | null): number | null {
  const time = text === null ? Number.NaN : Date.parse(text);
  return Number.isFinite(time) ? time : null;
}

function iso(time: number): string {
  return new Date(time).toISOString();
}

