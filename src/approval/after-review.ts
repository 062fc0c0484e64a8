// SPDX-License-Identifier: Apache-2.0
//
// The review after break-glass: counted as any other, of the pull request that was opened before anything ran, by somebody who did not start
// it. Then its check is green and it is closed. Refuses to be satisfied by anybody who had a hand in it; decides about nothing else.
import { GateError } from '../core/errors.js';
import type { Demand, PersonRef } from '../core/manifest.js';
import type { ReviewForge } from '../core/ports.js';
import type { ForgeRepository, PullRequest, Push, Standing } from '../core/reviews.js';
import { BREAK_PREFIX, breakPath, type BreakRecord, type Group } from './break-glass.js';
import { countReviews, type ReviewOutcome } from './count.js';

/** A year: who looks at it late has looked. */
const LATE_SECONDS = 31_536_000;

/** A pull request of break-glass, and whether it was reviewed. */
export interface AfterReview {
  readonly pull: PullRequest;
  readonly by: readonly PersonRef[];
  /** Null: it was. */
  readonly missing: string | null;
}

/** Looks at all that wait; shows the check and closes where somebody has looked. Throws FORGE_FAILED. */
export async function settleAfterReviews(repositoryId: string, notify: Group, forge: ReviewForge): Promise<readonly AfterReview[]> {
  const repository = await forge.repository(repositoryId);
  const found: AfterReview[] = [];
  // Closed by hand it waits all the same: only we remove its branch, and only when somebody has looked.
  for (const pull of await forge.underReview(repository, BREAK_PREFIX, 'closed')) {
    const outcome = await reviewOf(pull, { repository, notify, forge }).catch(unseen);
    if (outcome.kind !== 'approved') {
      found.push({ pull, by: [], missing: outcome.kind === 'refused' ? `somebody to see to it: ${outcome.why} (${outcome.hint})` : outcome.missing.map(({ what }) => what).join('; ') });
      continue;
    }
    const by = outcome.by.map(({ id, login }) => `${login} (${id})`).join(', ');
    await forge.showStatus(repository, { commit: pull.head, state: 'executed', title: `break-glass: reviewed by ${by}`, summary: `Reviewed by ${by}.`, url: pull.url });
    await forge.close(repository, pull);
    found.push({ pull, by: outcome.by, missing: null });
  }
  return found;
}

// Whoever may push can make one that can't be read: that hides none of the others.
function unseen(thrown: unknown): ReviewOutcome {
  if (!(thrown instanceof GateError)) throw thrown;
  return { kind: 'refused', why: thrown.message, hint: thrown.hint ?? 'run again' };
}

interface Looking {
  readonly repository: ForgeRepository;
  readonly notify: Group;
  readonly forge: ReviewForge;
}

async function reviewOf(pull: PullRequest, { repository, notify, forge }: Looking): Promise<ReviewOutcome> {
  const demand: Demand = { rule: 'break-glass', users: notify.users, teams: notify.teams, codeowners: false, count: 1, expiresSeconds: LATE_SECONDS };
  const text = await forge.file(repository, pull.head, breakPath(pull.branch.slice(BREAK_PREFIX.length)));
  const record = text === null ? null : recordIn(text);
  const pushes = await forge.pushes(repository, pull.branch);
  const maker = await makerOf(pull, pushes, { repository, forge });
  if (record === null || maker === null) {
    return { kind: 'refused', why: `pull request ${pull.number} does not hold its record as it was made`, hint: 'its branch was pushed to by hand: look at the recording, then remove the branch' };
  }
  const commits = await forge.commits(repository, pull);
  const prompters = await forge.prompters(repository, record.run);
  const reviews = await forge.reviews(repository, pull);
  const standings = new Map<string, Standing>();
  for (const { by } of reviews.decisions) if (by !== null && by.kind === 'person') standings.set(by.id, await forge.standing(repository, by));
  const teams = new Map<string, ReadonlySet<string>>();
  for (const name of notify.teams) teams.set(name, new Set(await forge.team(name)));
  return countReviews({ pull, reviews, commits, pushes, proposers: [maker.id], prompters, alleged: record.by, standings, teams, owners: new Set() }, [demand]);
}

// Whoever opened the pull request, when the record is as they made it: one push that made the branch, of one commit, and nothing since.
async function makerOf({ head, branch, author }: PullRequest, pushes: readonly Push[], { repository, forge }: Pick<Looking, 'repository' | 'forge'>): Promise<PersonRef | null> {
  const [only, ...others] = pushes.filter(({ after }) => after !== null);
  if (only === undefined || others.length > 0 || only.before !== null || only.after !== head || author === null || only.by?.id !== author.id) return null;
  return (await forge.history(repository, head, breakPath(branch.slice(BREAK_PREFIX.length)))).join() === head ? author : null;
}

function recordIn(text: string): Pick<BreakRecord, 'run' | 'by'> | null {
  try {
    const { format, run, by } = JSON.parse(text) as Partial<BreakRecord>;
    const isWhole = format === 'ostiary-break-glass-v1' && typeof run === 'string' && /^[1-9]\d{0,18}$/u.test(run) && Array.isArray(by)
      && by.every((person: Partial<PersonRef> | null) => typeof person?.id === 'string' && typeof person.login === 'string');
    return isWhole ? { run, by } : null;
  } catch {
    return null;
  }
}
