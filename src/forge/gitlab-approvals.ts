// SPDX-License-Identifier: Apache-2.0
//
// Approvals on GitLab: everything that reading gives, and what is written: the merge request, who is asked, the status, claims, outcomes.
// Refuses to rewrite or remove branches that are not ours, and to approve anything: no method of this class can approve.
// @see https://docs.gitlab.com/api/tags/  @see https://docs.gitlab.com/api/commits/
import type { ReviewForge } from '../core/ports.js';
import type { AddedApproval, ApprovalStatus, ClaimsGuard, ForgeRepository, MarkedComment, ProposedApproval, PullRequest, Reviewers } from '../core/reviews.js';
import { Answer, answersIn, clockOf, garbled } from './answer.js';
import { gitlabClaimsFix, gitlabClaimsGuard } from './claim-rules.js';
import { CHECK_NAME, claimMessage, claimTag, markLine, OUR_BRANCHES, sessionIn } from './claim.js';
import { failure, saidBy, type GitLabWanted } from './gitlab-client.js';
import { at, GitLabReading, mergeRequestOf } from './gitlab-reviews.js';
import { forgeFailed } from './policy-file.js';

const MAX_DESCRIPTION = 255;
const READ_SETTINGS = '`read_api` and the role Maintainer';
const write = (what: string): GitLabWanted => ({ what, permission: '`api` and the role Developer' });

/** GitLab.com or an instance of your own, with a token of the enforcer. */
export class GitLabApprovals extends GitLabReading implements ReviewForge {
  async claim(repository: ForgeRepository, { digest, commit, session }: { readonly digest: string; readonly commit: string; readonly session: string }): Promise<'claimed' | 'taken'> {
    const wanted: GitLabWanted = { what: `the claim of manifest ${digest.slice(0, 12)}`, permission: '`api`, the role Developer, and the right to create protected tags `ostiary/claims/*`' };
    // INVARIANT: GitLab makes a tag once; this is the only place that turns an approval into a use.
    const answer = await this.client.send(wanted, 'POST', `${at(repository)}/repository/tags`, { tag_name: claimTag(digest), ref: commit, message: claimMessage(session) });
    if (answer.status === 201) {
      const made = new Answer(answer.data, wanted.what);
      if (made.text('name') !== claimTag(digest)) throw garbled(wanted.what, 'another tag was made');
      // Who may not read the settings learns it only now.
      if (made.is('protected', false)) throw forgeFailed(`${wanted.what} is made, and the tag is not protected: whoever may push could remove it, so nothing runs by it`, `${gitlabClaimsFix()}; then have the operations put up again`);
      return 'claimed';
    }
    if (answer.status !== 400) throw failure(wanted, answer.status, answer.data);
    const by = await this.claimant(repository, digest);
    if (by === null) throw forgeFailed(`${wanted.what} was not accepted, and there is none: ${saidBy(answer.data)}`, `the token needs ${wanted.permission}`);
    return by === session ? 'claimed' : 'taken';
  }

  async claimsGuard(repository: ForgeRepository, digest: string): Promise<ClaimsGuard> {
    return gitlabClaimsGuard(repository.id, (path) => this.client.ask({ what: 'the protected tags', permission: READ_SETTINGS }, path), [digest]);
  }

  async claimant(repository: ForgeRepository, digest: string): Promise<string | null> {
    const wanted = write(`the claim of manifest ${digest.slice(0, 12)}`);
    const found = await this.client.find(wanted, `${at(repository)}/repository/tags/${encodeURIComponent(claimTag(digest))}`);
    if (found === null) return null;
    const answer = new Answer(found.data, wanted.what);
    if (answer.text('name') !== claimTag(digest)) throw garbled(wanted.what, 'it is another tag');
    return sessionIn(answer.textOrNull('message') ?? '');
  }

  async open(repository: ForgeRepository, { branch, files, title, body }: ProposedApproval): Promise<PullRequest> {
    const wanted = write(`the approval merge request on \`${branch}\``);
    const there = await this.#onBranch(repository, branch);
    if (there !== null) return there;
    const commit = await this.client.send(wanted, 'POST', `${at(repository)}/repository/commits`, {
      branch, start_sha: repository.head, commit_message: title, actions: files.map(({ path, text }) => ({ action: 'create', file_path: path, content: text })),
    });
    // The branch that is there already holds what the quicker gate put up; it is never moved.
    if (commit.status >= 300 && commit.status !== 400) throw failure(wanted, commit.status, commit.data);
    const made = await this.client.send(wanted, 'POST', `${at(repository)}/merge_requests`, { source_branch: branch, target_branch: repository.defaultBranch, title, description: body, remove_source_branch: true });
    // Asked for again, since the answer to its creation comes before its changes are counted.
    if (made.status === 201) return this.pull(repository, mergeRequestOf(new Answer(made.data, wanted.what), { repository, number: null, now: clockOf(made.date, wanted.what), what: wanted.what }).number);
    const other = made.status === 409 ? await this.#onBranch(repository, branch) : null;
    if (other === null) throw failure(wanted, made.status, made.data);
    return other;
  }

  async addTo(repository: ForgeRepository, pull: PullRequest, { files, removed, title }: AddedApproval): Promise<void> {
    const wanted = write(`the manifest on merge request ${pull.number}`);
    const actions = [...files.map(({ path, text }) => ({ action: 'create', file_path: path, content: text })), ...removed.map((path) => ({ action: 'delete', file_path: path }))];
    const made = await this.client.done(wanted, 'POST', `${at(repository)}/repository/commits`, { branch: pull.branch, commit_message: title, actions }, true);
    // GitLab puts it on top of whatever is there.
    if (new Answer(made.data, wanted.what).commits('parent_ids').join() === pull.head) return;
    throw forgeFailed(`the branch of merge request ${pull.number} was pushed to meanwhile`, 'run again');
  }

  async #onBranch(repository: ForgeRepository, branch: string): Promise<PullRequest | null> {
    const wanted = write(`merge requests of \`${branch}\``);
    const found = answersIn(await this.client.all(wanted, `${at(repository)}/merge_requests`, { source_branch: branch, state: 'opened' }), wanted.what);
    // A fork may have a branch of the same name.
    const own = found.find((answer) => answer.is('source_project_id', Number(repository.id)));
    return own === undefined ? null : this.pull(repository, own.number('iid'));
  }

  /** Asks people; GitLab has no way of asking groups, whose members see it by its approval rules. */
  async requestReviewers(repository: ForgeRepository, pull: PullRequest, { users, owners = [] }: Reviewers): Promise<void> {
    const owning: string[] = [];
    for (const name of owners.filter((one) => !one.includes('/'))) owning.push(...await this.#named(name));
    const wanted = write(`asking for reviews of merge request ${pull.number}`);
    const path = `${at(repository)}/merge_requests/${pull.number}`;
    // INVARIANT: GitLab takes the whole list, and with whoever is left out of it goes what that person asked to be changed.
    const there = answersIn(await this.client.all(wanted, `${path}/reviewers`), wanted.what).map((one) => one.object('user').id('id'));
    const all = [...new Set([...there, ...[...users, ...owning].filter((id) => id !== pull.author?.id)])];
    if (all.length > there.length) await this.client.done(wanted, 'PUT', path, { reviewer_ids: all.map(Number) });
  }

  // None: a group, or somebody who is gone.
  async #named(login: string): Promise<readonly string[]> {
    const wanted = write(`user \`${login}\``);
    const found = answersIn((await this.client.get(wanted, '/users', { username: login })).data, wanted.what);
    return found.filter((answer) => answer.text('username').toLowerCase() === login).map((answer) => answer.id('id'));
  }

  async showStatus(repository: ForgeRepository, { commit, state, title, url }: ApprovalStatus): Promise<void> {
    const wanted = write(`the status \`${CHECK_NAME}\``);
    const said = { pending: 'pending', approved: 'success', executed: 'success', refused: 'failed' }[state];
    const answer = await this.client.send(wanted, 'POST', `${at(repository)}/statuses/${commit}`, { state: said, name: CHECK_NAME, description: title.slice(0, MAX_DESCRIPTION), target_url: url });
    // Saying again what is said already is an error at GitLab, and none here.
    if (answer.status >= 300 && !(answer.status === 400 && /cannot transition status/iu.test(saidBy(answer.data)))) throw failure(wanted, answer.status, answer.data);
  }

  async comment(repository: ForgeRepository, pull: PullRequest, { mark, markdown }: MarkedComment): Promise<void> {
    const wanted = write(`a comment on merge request ${pull.number}`);
    const notes = `${at(repository)}/merge_requests/${pull.number}/notes`;
    const body = `${markLine(mark)}\n${markdown}`;
    const marked = async (): Promise<string | null> => {
      const all = answersIn(await this.client.all(wanted, notes, { sort: 'asc', order_by: 'created_at' }), wanted.what);
      return all.find((answer) => answer.textOrNull('body')?.startsWith(markLine(mark)) === true)?.id('id') ?? null;
    };
    const there = await marked();
    if (there !== null) return void await this.client.done(wanted, 'PUT', `${notes}/${there}`, { body });
    try {
      // Not tried again: one whose answer is lost is there all the same.
      await this.client.done(wanted, 'POST', notes, { body }, true);
    } catch (thrown) {
      if (await marked() === null) throw thrown;
    }
  }

  async close(repository: ForgeRepository, pull: PullRequest): Promise<void> {
    if (pull.state === 'open') await this.client.done(write(`closing merge request ${pull.number}`), 'PUT', `${at(repository)}/merge_requests/${pull.number}`, { state_event: 'close' });
    if (!pull.branch.startsWith(OUR_BRANCHES) || pull.headRepository !== repository.id) return;
    const wanted = write(`removing branch \`${pull.branch}\``);
    const answer = await this.client.send(wanted, 'DELETE', `${at(repository)}/repository/branches/${encodeURIComponent(pull.branch)}`, null);
    if (answer.status >= 300 && answer.status !== 404) throw failure(wanted, answer.status, answer.data);
  }

  async merge(repository: ForgeRepository, pull: PullRequest): Promise<void> {
    await this.client.done({ what: `merging merge request ${pull.number}`, permission: '`api`, and what the branch\'s protection asks' }, 'PUT', `${at(repository)}/merge_requests/${pull.number}/merge`, { sha: pull.head });
  }
}
