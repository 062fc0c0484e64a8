// SPDX-License-Identifier: Apache-2.0
//
// Approvals on GitHub: everything that reading gives, and what is written: the pull request, who is asked, the check, claims, outcomes.
// Refuses to rewrite or remove branches that are not ours, and to approve anything: no method of this class can make a review.
// @see https://docs.github.com/rest/git/refs  @see https://docs.github.com/rest/checks/runs
import type { ReviewForge } from '../core/ports.js';
import type { AddedApproval, ApprovalStatus, ClaimsGuard, ForgeRepository, MarkedComment, ProposedApproval, PullRequest, Reviewers } from '../core/reviews.js';
import { Answer, answersIn, clockOf, garbled } from './answer.js';
import { githubClaimsGuard } from './claim-rules.js';
import { CHECK_NAME, claimMessage, claimTag, markLine, OUR_BRANCHES, sessionIn } from './claim.js';
import { asked, failureOf, statusOf, type Wanted } from './github-client.js';
import { GitHubReading } from './github-reviews.js';
import { place, pullOf } from './github-shapes.js';
import { forgeFailed } from './policy-file.js';

const WRITE_CONTENTS = 'contents: write';
const WRITE_PULLS = 'pull-requests: write';
const MAX_TITLE = 140;
const MAX_SUMMARY = 65_000;
const MAX_COMMENT = 65_000;
/** Code owners that are asked; more than that is everybody, and nobody. */
const MAX_OWNERS = 15;
/** A pull request shows a push a moment later; looks at it, and between two of them. */
const MAX_LOOKS = 10;
const LOOK_MS = 1_000;
const PAGE = 100;

/** GitHub.com, GHE.com or a GitHub Enterprise Server, with the enforcer's own token. */
export class GitHubApprovals extends GitHubReading implements ReviewForge {
  async claim(repository: ForgeRepository, { digest, commit, session }: { readonly digest: string; readonly commit: string; readonly session: string }): Promise<'claimed' | 'taken'> {
    const wanted: Wanted = { what: `the claim of manifest ${digest.slice(0, 12)}`, permission: `${WRITE_CONTENTS}\`, and a place on the bypass list of the ruleset that protects \`ostiary/claims/*` };
    const octokit = await this.octokit();
    // A tag object says whose the claim is; made first, so that asking twice for the reference asks for the same thing.
    const tag = await asked(wanted, () => octokit.rest.git.createTag({ ...place(repository), tag: claimTag(digest), message: claimMessage(session), object: commit, type: 'commit' }));
    const sha = new Answer(tag.data, wanted.what).commit('sha');
    try {
      // INVARIANT: GitHub makes a reference once; this is the only place that turns an approval into a use.
      const made = await octokit.rest.git.createRef({ ...place(repository), ref: `refs/tags/${claimTag(digest)}`, sha });
      if (new Answer(made.data, wanted.what).text('ref') !== `refs/tags/${claimTag(digest)}`) throw garbled(wanted.what, 'another reference was made');
      return 'claimed';
    } catch (thrown) {
      if (statusOf(thrown) !== 422) throw failureOf(wanted, thrown);
      const by = await this.claimant(repository, digest);
      if (by === null) throw forgeFailed(`${wanted.what} was not accepted, and there is none`, 'does a ruleset keep the token from making tags `ostiary/claims/*`? put it on the bypass list', thrown);
      return by === session ? 'claimed' : 'taken';
    }
  }

  async claimsGuard(repository: ForgeRepository, digest: string): Promise<ClaimsGuard> {
    const octokit = await this.octokit();
    return githubClaimsGuard(repository.path, async (path) => {
      try {
        const { status, data } = await octokit.request(`GET ${path}`) as { status: number; data: unknown };
        return { status, body: data };
      } catch (thrown) {
        const status = statusOf(thrown);
        if (status === 403 || status === 404) return { status, body: null };
        throw failureOf({ what: 'the rulesets for tags', permission: 'metadata: read' }, thrown);
      }
    }, [digest]);
  }

  async claimant(repository: ForgeRepository, digest: string): Promise<string | null> {
    const wanted: Wanted = { what: `the claim of manifest ${digest.slice(0, 12)}`, permission: 'contents: read' };
    const octokit = await this.octokit();
    const refs = await asked(wanted, () => octokit.rest.git.listMatchingRefs({ ...place(repository), ref: `tags/${claimTag(digest)}` }));
    const ref = answersIn(refs.data, wanted.what).find((answer) => answer.is('ref', `refs/tags/${claimTag(digest)}`));
    if (ref === undefined) return null;
    const target = ref.object('object');
    if (!target.is('type', 'tag')) return 'of somebody who made the tag by hand';
    const { data } = await asked(wanted, () => octokit.rest.git.getTag({ ...place(repository), tag_sha: target.commit('sha') }));
    return sessionIn(new Answer(data, wanted.what).text('message'));
  }

  async open(repository: ForgeRepository, proposal: ProposedApproval): Promise<PullRequest> {
    const wanted: Wanted = { what: `the approval pull request on \`${proposal.branch}\``, permission: WRITE_CONTENTS };
    const there = await this.#onBranch(repository, proposal.branch);
    if (there !== null) return there;
    await this.#commit(repository, proposal, wanted);
    const octokit = await this.octokit();
    try {
      const made = await octokit.rest.pulls.create({ ...place(repository), title: proposal.title, body: proposal.body, head: proposal.branch, base: repository.defaultBranch, maintainer_can_modify: false });
      return pullOf(new Answer(made.data, wanted.what), clockOf(made.headers.date, wanted.what));
    } catch (thrown) {
      // Another gate may have been quicker.
      const other = statusOf(thrown) === 422 ? await this.#onBranch(repository, proposal.branch) : null;
      if (other !== null) return other;
      throw failureOf({ ...wanted, permission: WRITE_PULLS }, thrown);
    }
  }

  async #onBranch(repository: ForgeRepository, branch: string): Promise<PullRequest | null> {
    const octokit = await this.octokit();
    const what = `pull requests of \`${branch}\``;
    const { data } = await asked({ what, permission: 'pull-requests: read' }, () => octokit.rest.pulls.list({ ...place(repository), head: `${place(repository).owner}:${branch}`, state: 'open' }));
    // A fork of the same owner may have a branch of the same name.
    const found = answersIn(data, what).map((answer) => ({ number: answer.number('number'), head: answer.object('head') })).find(({ head }) => head.is('ref', branch) && head.objectOrNull('repo')?.id('id') === repository.id);
    return found === undefined ? null : this.pull(repository, found.number);
  }

  // The branch that is there already holds what the quicker gate put up; it is never moved.
  async #commit(repository: ForgeRepository, { branch, files, title }: ProposedApproval, wanted: Wanted): Promise<void> {
    const octokit = await this.octokit();
    const at = place(repository);
    const tree = await asked(wanted, () => octokit.rest.git.createTree({ ...at, base_tree: repository.head, tree: files.map(({ path, text }) => ({ path, mode: '100644' as const, type: 'blob' as const, content: text })) }));
    const commit = await asked(wanted, () => octokit.rest.git.createCommit({ ...at, message: title, tree: new Answer(tree.data, wanted.what).commit('sha'), parents: [repository.head] }));
    try {
      await octokit.rest.git.createRef({ ...at, ref: `refs/heads/${branch}`, sha: new Answer(commit.data, wanted.what).commit('sha') });
    } catch (thrown) {
      if (statusOf(thrown) !== 422) throw failureOf(wanted, thrown);
    }
  }

  async addTo(repository: ForgeRepository, pull: PullRequest, { files, removed, title }: AddedApproval): Promise<void> {
    const wanted: Wanted = { what: `the manifest on pull request ${pull.number}`, permission: WRITE_CONTENTS };
    const octokit = await this.octokit();
    const at = place(repository);
    const blob = { mode: '100644' as const, type: 'blob' as const };
    const changes = [...files.map(({ path, text }) => ({ ...blob, path, content: text })), ...removed.map((path) => ({ ...blob, path, sha: null }))];
    const tree = await asked(wanted, () => octokit.rest.git.createTree({ ...at, base_tree: pull.head, tree: changes }));
    const commit = await asked(wanted, () => octokit.rest.git.createCommit({ ...at, message: title, tree: new Answer(tree.data, wanted.what).commit('sha'), parents: [pull.head] }));
    const sha = new Answer(commit.data, wanted.what).commit('sha');
    try {
      // INVARIANT: not forced, so what was pushed meanwhile stays.
      await octokit.rest.git.updateRef({ ...at, ref: `heads/${pull.branch}`, sha, force: false });
    } catch (thrown) {
      if (statusOf(thrown) !== 422) throw failureOf(wanted, thrown);
      throw forgeFailed(`the branch of pull request ${pull.number} does not take the manifest`, 'was it pushed to, or removed, just now? run again; do rules for it keep the token out?', thrown);
    }
    for (let look = 1; (await this.pull(repository, pull.number)).head !== sha; look += 1) {
      if (look === MAX_LOOKS) throw forgeFailed(`pull request ${pull.number} does not show what was put on it`, 'run again');
      await this.pause(LOOK_MS);
    }
  }

  async requestReviewers(repository: ForgeRepository, pull: PullRequest, { users, teams, owners = [] }: Reviewers): Promise<void> {
    const octokit = await this.octokit();
    const reviewers: string[] = [];
    for (const id of users) {
      const { data } = await asked({ what: `user ${id}`, permission: 'metadata: read', absent: 'there is no such user' }, () => octokit.rest.users.getById({ account_id: Number(id) }));
      const answer = new Answer(data, `user ${id}`);
      if (answer.id('id') !== id) throw garbled(`user ${id}`, 'it is about another one');
      // Nobody can be asked to review what is their own.
      if (pull.author?.id !== id) reviewers.push(answer.text('login'));
    }
    await this.#ask(repository, pull, [...reviewers, ...teams]);
    const known = new Set([pull.author?.login, ...reviewers, ...teams].map((name) => name?.toLowerCase()));
    const others = owners.filter((name) => !known.has(name)).slice(0, MAX_OWNERS);
    if (await this.#ask(repository, pull, others, true)) return;
    // GitHub takes none of a list that holds somebody who left, and CODEOWNERS are often old.
    for (const owner of others) await this.#ask(repository, pull, [owner], true);
  }

  // People by login and teams by name. False: one of them may not be asked.
  async #ask(repository: ForgeRepository, pull: PullRequest, names: readonly string[], mayFail = false): Promise<boolean> {
    if (names.length === 0) return true;
    const wanted: Wanted = { what: `asking for reviews of pull request ${pull.number}`, permission: WRITE_PULLS };
    const octokit = await this.octokit();
    const team_reviewers = names.filter((name) => name.includes('/')).map((name) => name.split('/').at(-1) ?? name);
    try {
      await octokit.rest.pulls.requestReviewers({ ...place(repository), pull_number: pull.number, reviewers: names.filter((name) => !name.includes('/')), team_reviewers });
      return true;
    } catch (thrown) {
      if (mayFail && statusOf(thrown) === 422) return false;
      throw failureOf(wanted, thrown);
    }
  }

  async showStatus(repository: ForgeRepository, { commit, state, title, summary, url }: ApprovalStatus): Promise<void> {
    const octokit = await this.octokit();
    const wanted: Wanted = { what: `the check \`${CHECK_NAME}\``, permission: 'checks: write` (or `statuses: write' };
    const done = state !== 'pending';
    try {
      await octokit.rest.checks.create({
        ...place(repository), name: CHECK_NAME, head_sha: commit, details_url: url, status: done ? 'completed' : 'in_progress', ...(done ? { conclusion: state === 'refused' ? 'failure' as const : 'success' as const } : {}),
        output: { title: title.slice(0, MAX_TITLE), summary: summary.slice(0, MAX_SUMMARY) },
      });
    } catch (thrown) {
      // Only Apps (and job tokens) may make check runs; everybody else has commit statuses.
      if (statusOf(thrown) !== 403 && statusOf(thrown) !== 404) throw failureOf(wanted, thrown);
      await asked(wanted, () => octokit.rest.repos.createCommitStatus({
        ...place(repository), sha: commit, context: CHECK_NAME, target_url: url, description: title.slice(0, MAX_TITLE), state: state === 'pending' ? 'pending' : state === 'refused' ? 'failure' : 'success',
      }));
    }
  }

  async comment(repository: ForgeRepository, pull: PullRequest, { mark, markdown }: MarkedComment): Promise<void> {
    const octokit = await this.octokit();
    const wanted: Wanted = { what: `a comment on pull request ${pull.number}`, permission: WRITE_PULLS };
    const body = `${markLine(mark)}\n${markdown}`.slice(0, MAX_COMMENT);
    const there = await this.#marked(repository, pull, mark);
    if (there !== null) return void await asked(wanted, () => octokit.rest.issues.updateComment({ ...place(repository), comment_id: there, body }));
    try {
      // Not tried again: one whose answer is lost is there all the same.
      await octokit.rest.issues.createComment({ ...place(repository), issue_number: pull.number, body, request: { retries: 0 } });
    } catch (thrown) {
      if (await this.#marked(repository, pull, mark) === null) throw failureOf(wanted, thrown);
    }
  }

  // The list begins with the oldest.
  async #marked(repository: ForgeRepository, pull: PullRequest, mark: string): Promise<number | null> {
    const wanted: Wanted = { what: `the comments of pull request ${pull.number}`, permission: 'pull-requests: read' };
    const octokit = await this.octokit();
    const all = await asked(wanted, () => octokit.paginate(octokit.rest.issues.listComments, { ...place(repository), issue_number: pull.number, per_page: PAGE }));
    const there = answersIn(all, wanted.what).find((answer) => answer.textOrNull('body')?.startsWith(markLine(mark)) === true);
    return there === undefined ? null : Number(there.id('id'));
  }

  async close(repository: ForgeRepository, pull: PullRequest): Promise<void> {
    const octokit = await this.octokit();
    if (pull.state === 'open') await asked({ what: `closing pull request ${pull.number}`, permission: WRITE_PULLS }, () => octokit.rest.pulls.update({ ...place(repository), pull_number: pull.number, state: 'closed' }));
    if (!pull.branch.startsWith(OUR_BRANCHES) || pull.headRepository !== repository.id) return;
    await asked({ what: `removing branch \`${pull.branch}\``, permission: WRITE_CONTENTS }, async () => {
      try {
        await octokit.rest.git.deleteRef({ ...place(repository), ref: `heads/${pull.branch}` });
      } catch (thrown) {
        // Removed by hand, or by the setting that removes branches.
        if (statusOf(thrown) !== 422 && statusOf(thrown) !== 404) throw thrown;
      }
    });
  }

  async merge(repository: ForgeRepository, pull: PullRequest): Promise<void> {
    const octokit = await this.octokit();
    await asked({ what: `merging pull request ${pull.number}`, permission: `${WRITE_CONTENTS}\`, and what the branch's rules ask; \`${WRITE_PULLS}` }, () => octokit.rest.pulls.merge({ ...place(repository), pull_number: pull.number, sha: pull.head }));
  }
}
