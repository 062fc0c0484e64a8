// SPDX-License-Identifier: Apache-2.0
//
// Reads pull requests, reviews and people from GitHub, as facts for the count. Refuses lists that are not whole, answers about others than
// those asked for, and drawing any conclusion: that is approval/'s.
// @see https://docs.github.com/rest/pulls/reviews  @see https://docs.github.com/rest/repos/repos#list-repository-activities
import type { Octokit } from '@octokit/rest';
import type { PersonRef } from '../core/manifest.js';
import type { Account, ChangeCommit, ChangedPath, ForgeRepository, PullRequest, Push, Review, Reviews, Standing } from '../core/reviews.js';
import { Answer, answersIn, checkWhole, clockOf, garbled, textIn } from './answer.js';
import { pathsOf } from './changed-paths.js';
import { asked, githubClient, statusOf, type GitHubClientOptions, type Wanted } from './github-client.js';
import { accountOf, decisionOf, dismissalIn, isOpen, makersOf, place, pullOf } from './github-shapes.js';
import { checkId, forgeFailed } from './policy-file.js';

/** What GitHub lists of the commits and of the files of a pull request, and no more. */
const MAX_COMMITS = 250;
const MAX_FILES = 3_000;
/** A file that people review; the largest manifest and CODEOWNERS are smaller. */
const MAX_FILE_BYTES = 3 * 1024 * 1024;
const PAGE = 100;
/** What GitHub writes where there was no commit. */
const NO_COMMIT = /^0+$/u;
/** Somebody, or the end of the branch that it went to, pointed a pull request elsewhere. @see https://docs.github.com/rest/using-the-rest-api/issue-event-types */
const REBASED: ReadonlySet<string> = new Set(['base_ref_changed', 'automatic_base_change_succeeded']);
const READ_PULLS = 'pull-requests: read';
const READ_CONTENTS = 'contents: read';

/** The half of the forge that reads. */
export class GitHubReading {
  readonly kind = 'github' as const;
  readonly #options: GitHubClientOptions;
  #client: Promise<Octokit> | null = null;

  constructor(options: GitHubClientOptions) {
    if (options.token === '') throw forgeFailed('there is no token to read reviews with', `give one with \`${READ_PULLS}\` and \`${READ_CONTENTS}\``);
    this.#options = options;
  }

  protected octokit(): Promise<Octokit> {
    return (this.#client ??= githubClient(this.#options));
  }

  protected pause(milliseconds: number): Promise<void> {
    return new Promise((resolve) => {
      this.#options.runtime.after(milliseconds, resolve);
    });
  }

  async repository(repositoryId: string): Promise<ForgeRepository> {
    checkId(repositoryId);
    const what = `repository ${repositoryId}`;
    const octokit = await this.octokit();
    const { data } = await asked({ what, permission: READ_CONTENTS }, () => octokit.request({ method: 'GET', url: '/repositories/{repository_id}', repository_id: repositoryId }));
    const answer = new Answer(data, what);
    if (answer.id('id') !== repositoryId) throw garbled(what, 'it is about another one');
    const path = answer.text('full_name');
    const [owner = '', repo = ''] = path.split('/');
    const branch = answer.text('default_branch');
    const head = await asked({ what: `branch \`${branch}\` of ${path}`, permission: READ_CONTENTS }, () => octokit.rest.repos.getBranch({ owner, repo, branch }));
    const found = new Answer(head.data, `branch \`${branch}\``);
    if (found.text('name') !== branch) throw garbled(`branch \`${branch}\``, 'it is about another one');
    return { id: repositoryId, path, url: answer.text('html_url'), defaultBranch: branch, isProtected: found.is('protected', true), head: found.object('commit').commit('sha') };
  }

  async pull(repository: ForgeRepository, number: number): Promise<PullRequest> {
    const what = `pull request ${number} of ${repository.path}`;
    const octokit = await this.octokit();
    const { data, headers } = await asked({ what, permission: READ_PULLS }, () => octokit.rest.pulls.get({ ...place(repository), pull_number: number }));
    const answer = new Answer(data, what);
    if (answer.number('number') !== number) throw garbled(what, 'it is about another one');
    if (answer.object('base').object('repo').id('id') !== repository.id) throw garbled(what, 'it is of another repository');
    return pullOf(answer, clockOf(headers.date, what));
  }

  async reviews(repository: ForgeRepository, pull: PullRequest): Promise<Reviews> {
    const what = `the reviews of pull request ${pull.number}`;
    const octokit = await this.octokit();
    const all = await asked({ what, permission: READ_PULLS }, () => octokit.paginate(octokit.rest.pulls.listReviews, { ...place(repository), pull_number: pull.number, per_page: PAGE }));
    // Read after them: whatever happened to one of them, or base it was made for, is told.
    const { since, dismissals } = await this.#eventsOf(repository, pull);
    const ids = new Set<string>();
    const decisions = answersIn(all, what).flatMap((answer): Review[] => {
      const id = answer.id('id');
      if (ids.has(id)) throw garbled(what, `review ${id} came twice`);
      ids.add(id);
      const decision = decisionOf(answer.text('state'), what);
      if (decision === null) return [];
      const at = answer.textOrNull('submitted_at');
      if (at === null) throw garbled(what, `review ${id} was decided at no time`);
      const dismissed = decision === 'dismissed' ? dismissals.get(id) : undefined;
      return [{ id, by: accountOf(answer.objectOrNull('user')), decision, commit: answer.textOrNull('commit_id'), at: clockOf(at, what), ...(dismissed === undefined ? {} : { dismissed }) }];
    });
    return { binding: { kind: 'commit', since }, decisions: [...decisions].sort((a, b) => (a.at as string).localeCompare(b.at as string) || Number(a.id) - Number(b.id)) };
  }

  // At the same head another base shows another difference, and GitHub keeps what was said of the first one. Whoever may write may dismiss.
  async #eventsOf(repository: ForgeRepository, pull: PullRequest): Promise<{ readonly since: string | null; readonly dismissals: ReadonlyMap<string, NonNullable<Review['dismissed']>> }> {
    const what = `the events of pull request ${pull.number}`;
    const octokit = await this.octokit();
    const all = answersIn(await asked({ what, permission: READ_PULLS }, () => octokit.paginate(octokit.rest.issues.listEvents, { ...place(repository), issue_number: pull.number, per_page: PAGE })), what);
    const times = all.filter((answer) => REBASED.has(answer.text('event'))).map((answer) => clockOf(answer.text('created_at'), what));
    return { since: [...times].sort().at(-1) ?? null, dismissals: new Map(all.filter((answer) => answer.is('event', 'review_dismissed')).flatMap(dismissalIn)) };
  }

  async commits(repository: ForgeRepository, pull: PullRequest): Promise<readonly ChangeCommit[]> {
    const what = `the commits of pull request ${pull.number}`;
    if (pull.commits === null || pull.commits > MAX_COMMITS) throw forgeFailed(`${what}: there are more than the ${MAX_COMMITS} that GitHub lists`, 'approve smaller changes, or in a pull request of their own');
    const octokit = await this.octokit();
    const all = await asked({ what, permission: READ_PULLS }, () => octokit.paginate(octokit.rest.pulls.listCommits, { ...place(repository), pull_number: pull.number, per_page: PAGE }));
    const commits = answersIn(all, what);
    checkWhole(commits.length, pull.commits, what);
    if (!commits.some((commit) => commit.commit('sha') === pull.head)) throw garbled(what, 'the head is not among them');
    return commits.map(makersOf);
  }

  async changedPaths(repository: ForgeRepository, pull: PullRequest): Promise<readonly ChangedPath[]> {
    const what = `the files of pull request ${pull.number}`;
    if (pull.files === null || pull.files > MAX_FILES) throw forgeFailed(`${what}: there are more than the ${MAX_FILES} that GitHub lists`, 'approve smaller changes, or in a pull request of their own');
    const octokit = await this.octokit();
    const all = await asked({ what, permission: READ_PULLS }, () => octokit.paginate(octokit.rest.pulls.listFiles, { ...place(repository), pull_number: pull.number, per_page: PAGE }));
    checkWhole(all.length, pull.files, what);
    const changed = (answer: Answer) => (answer.is('status', 'added') ? 'added' : answer.is('status', 'removed') ? 'removed' : 'other');
    return answersIn(all, what).flatMap((answer) => pathsOf({ path: answer.text('filename'), status: changed(answer) }, answer.is('status', 'copied') ? null : answer.textOrNull('previous_filename')));
  }

  async pushes(repository: ForgeRepository, branch: string): Promise<readonly Push[]> {
    const what = `the pushes to \`${branch}\``;
    const octokit = await this.octokit();
    const ref = `refs/heads/${branch}`;
    const all = await asked({ what, permission: READ_CONTENTS }, () => octokit.paginate(octokit.rest.repos.listActivities, { ...place(repository), ref, per_page: PAGE }));
    // Creation of a branch, pushes and force pushes leave a head behind; a deletion does not.
    return answersIn(all, what).flatMap((answer): Push[] => {
      if (answer.text('ref') !== ref) throw garbled(what, 'they are of another branch');
      if (answer.is('activity_type', 'branch_deletion')) return [];
      const isNew = answer.is('activity_type', 'branch_creation') || NO_COMMIT.test(answer.commit('before'));
      return [{ before: isNew ? null : answer.commit('before'), after: answer.commit('after'), by: accountOf(answer.objectOrNull('actor')) }];
    });
  }

  async history(repository: ForgeRepository, commit: string, path: string): Promise<readonly string[]> {
    const what = `the history of \`${path}\``;
    const octokit = await this.octokit();
    const { data } = await asked({ what, permission: READ_CONTENTS }, () => octokit.rest.repos.listCommits({ ...place(repository), sha: commit, path, per_page: PAGE }));
    return answersIn(data, what).map((answer) => answer.commit('sha'));
  }

  async openAt(repository: ForgeRepository, commit: string): Promise<readonly number[]> {
    const all = await this.#pullsOf(repository, commit);
    // One that is not understood could be open, and show this commit.
    return all.filter((pull) => isOpen(pull) && pull.object('head').commit('sha') === commit).map((pull) => pull.number('number'));
  }

  async mergedAs(repository: ForgeRepository, commit: string): Promise<number | null> {
    const all = await this.#pullsOf(repository, commit);
    const merged = all.filter((pull) => pull.textOrNull('merged_at') !== null && pull.is('merge_commit_sha', commit) && pull.object('base').is('ref', repository.defaultBranch));
    return merged.length === 1 ? (merged[0] as Answer).number('number') : null;
  }

  async standing(repository: ForgeRepository, account: Account): Promise<Standing> {
    const what = `what \`${account.login}\` may do in ${repository.path}`;
    const octokit = await this.octokit();
    const { data } = await asked({ what, permission: READ_CONTENTS, absent: 'nobody of that name' }, () => octokit.rest.repos.getCollaboratorPermissionLevel({ ...place(repository), username: account.login }));
    const answer = new Answer(data, what);
    const found = accountOf(answer.objectOrNull('user'));
    if (found === null || found.id !== account.id) throw forgeFailed(`${what}: GitHub answered about another account than ${account.id}`, 'was it renamed just now? run again');
    // `maintain` and custom roles are told as the one of these that they build on.
    return { account: found, mayWrite: ['admin', 'write'].includes(answer.text('permission')) };
  }

  async team(name: string): Promise<readonly string[]> {
    const [org = '', slug = '', ...rest] = name.split('/');
    if (org === '' || slug === '' || rest.length > 0) throw forgeFailed(`\`${name}\` is not the name of a team`, 'write `organisation/team`');
    const what = `the members of team \`${name}\``;
    const octokit = await this.octokit();
    const wanted: Wanted = { what, permission: 'members: read` of the organisation, which no job token has: use the token of an App, or name `users', absent: 'there is no such team, or the token can not see it' };
    const all = await asked(wanted, () => octokit.paginate(octokit.rest.teams.listMembersInOrg, { org, team_slug: slug, per_page: PAGE }));
    return answersIn(all, what).map((answer) => answer.id('id'));
  }

  async file(repository: ForgeRepository, commit: string, path: string): Promise<string | null> {
    const what = `\`${path}\` of ${repository.path}`;
    const octokit = await this.octokit();
    const data = await asked<unknown>({ what, permission: READ_CONTENTS }, async () => {
      try {
        return (await octokit.rest.repos.getContent({ ...place(repository), path, ref: commit })).data;
      } catch (thrown) {
        if (statusOf(thrown) === 404) return null;
        throw thrown;
      }
    });
    if (data === null) return null;
    if (Array.isArray(data)) throw garbled(what, 'it is a folder');
    const answer = new Answer(data, what);
    if (!answer.is('type', 'file') || answer.text('path') !== path) throw garbled(what, 'it is not an ordinary file');
    const size = answer.number('size');
    if (size > MAX_FILE_BYTES || !answer.is('encoding', 'base64')) throw garbled(what, 'it is too large');
    return textIn(answer.text('content'), size, what);
  }

  async prompters(repository: ForgeRepository, run: string): Promise<readonly PersonRef[] | null> {
    const what = `run ${run} of ${repository.path}`;
    const octokit = await this.octokit();
    const { data } = await asked({ what, permission: 'actions: read' }, () => octokit.rest.actions.getWorkflowRun({ ...place(repository), run_id: Number(run) }));
    const answer = new Answer(data, what);
    if (answer.id('id') !== run || answer.object('repository').id('id') !== repository.id) throw garbled(what, 'it is about another one');
    const actors = [accountOf(answer.objectOrNull('actor')), accountOf(answer.objectOrNull('triggering_actor'))];
    // A bot was set going by somebody, too, and GitHub does not say by whom.
    if (actors.some((actor) => actor === null || actor.kind !== 'person')) return null;
    return [...new Map(actors.map((actor) => [(actor as Account).id, { id: (actor as Account).id, login: (actor as Account).login }])).values()];
  }

  async underReview(repository: ForgeRepository, branchPrefix: string, also?: 'closed'): Promise<readonly PullRequest[]> {
    const octokit = await this.octokit();
    const what = `branches that begin with \`${branchPrefix}\``;
    const refs = await asked({ what, permission: READ_CONTENTS }, () => octokit.paginate(octokit.rest.git.listMatchingRefs, { ...place(repository), ref: `heads/${branchPrefix}` }));
    const pulls: PullRequest[] = [];
    for (const ref of answersIn(refs, what)) {
      const branch = ref.text('ref').replace(/^refs\/heads\//u, '');
      const listed = await asked({ what: `pull requests of \`${branch}\``, permission: READ_PULLS }, () => octokit.rest.pulls.list({ ...place(repository), head: `${place(repository).owner}:${branch}`, state: 'all', per_page: PAGE }));
      for (const answer of answersIn(listed.data, what)) {
        const number = answer.number('number');
        const head = answer.object('head');
        // A fork of the same owner may have a branch of the same name.
        if (head.is('ref', branch) && head.objectOrNull('repo')?.id('id') === repository.id) pulls.push(await this.pull(repository, number));
      }
    }
    return pulls.filter(({ state }) => state !== 'closed' || also === 'closed');
  }

  async #pullsOf(repository: ForgeRepository, commit: string): Promise<readonly Answer[]> {
    const what = `the pull requests of commit ${commit.slice(0, 12)}`;
    const octokit = await this.octokit();
    return answersIn(await asked({ what, permission: READ_PULLS }, () => octokit.paginate(octokit.rest.repos.listPullRequestsAssociatedWithCommit, { ...place(repository), commit_sha: commit, per_page: PAGE })), what);
  }
}
