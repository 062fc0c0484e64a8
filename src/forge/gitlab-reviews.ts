// SPDX-License-Identifier: Apache-2.0
//
// Reads merge requests, approvals and people from GitLab, as facts for the count. GitLab's approvals name no commit, so they come with the
// time of the newest version and with the setting that resets them. Refuses lists that are not whole, and accounts known by name alone.
// @see https://docs.gitlab.com/api/merge_request_approvals/  @see https://docs.gitlab.com/api/merge_requests/
import type { PersonRef } from '../core/manifest.js';
import type { Account, ChangeCommit, ChangedPath, ForgeRepository, PullRequest, Push, Review, Reviews, Standing } from '../core/reviews.js';
import { Answer, answersIn, checkWhole, clockOf, garbled, textIn } from './answer.js';
import { pathsOf } from './changed-paths.js';
import { behind, coAuthorsIn, makerOf } from './commit-people.js';
import { GitLabClient, type GitLabClientOptions, type GitLabWanted } from './gitlab-client.js';
import { pushesTo } from './gitlab-pushes.js';
import { checkId, forgeFailed } from './policy-file.js';

const READ = '`read_api` and the role Developer';
/** Developer. @see https://docs.gitlab.com/api/access_requests/ */
const MAY_WRITE = 30;
const MAX_FILE_BYTES = 3 * 1024 * 1024;
/** Users that a search by address may bring; each is looked at, since a search finds names, too. */
const MAX_FOUND = 5;
/** @see https://docs.gitlab.com/api/merge_requests/ */
const STATES: ReadonlySet<string> = new Set(['opened', 'closed', 'merged', 'locked']);
const enc = encodeURIComponent;

/** The half of the forge that reads. */
export class GitLabReading {
  readonly kind = 'gitlab' as const;
  protected readonly client: GitLabClient;
  readonly #addresses = new Map<string, Account | null>();
  readonly #bots = new Map<string, boolean>();

  constructor(options: GitLabClientOptions) {
    this.client = new GitLabClient(options);
  }

  async repository(repositoryId: string): Promise<ForgeRepository> {
    checkId(repositoryId);
    const wanted = read(`project ${repositoryId}`);
    const answer = new Answer((await this.client.get(wanted, `/projects/${repositoryId}`)).data, wanted.what);
    if (answer.id('id') !== repositoryId) throw garbled(wanted.what, 'it is about another one');
    const name = answer.text('default_branch');
    const branch = new Answer((await this.client.get(read(`branch \`${name}\``), `/projects/${repositoryId}/repository/branches/${enc(name)}`)).data, `branch \`${name}\``);
    if (branch.text('name') !== name) throw garbled(`branch \`${name}\``, 'it is about another one');
    return { id: repositoryId, path: answer.text('path_with_namespace'), url: answer.text('web_url'), defaultBranch: name, isProtected: branch.is('protected', true), head: branch.object('commit').commit('id') };
  }

  async pull(repository: ForgeRepository, number: number): Promise<PullRequest> {
    const wanted = read(`merge request ${number} of ${repository.path}`);
    const { data, date } = await this.client.get(wanted, `${at(repository)}/merge_requests/${number}`);
    const answer = new Answer(data, wanted.what);
    return { ...mergeRequestOf(answer, { repository, number, now: clockOf(date, wanted.what), what: wanted.what }), author: await this.#known(answer.objectOrNull('author')) };
  }

  async reviews(repository: ForgeRepository, pull: PullRequest): Promise<Reviews> {
    const base = `${at(repository)}/merge_requests/${pull.number}`;
    const settings = await this.client.find(read('the approval settings (of the plan Premium)'), `${at(repository)}/approvals`);
    const resetsOnPush = settings !== null && new Answer(settings.data, 'the approval settings').is('reset_approvals_on_push', true);
    const versions = answersIn((await this.client.get(read('the versions of the merge request'), `${base}/versions`, { per_page: 100 })).data, 'the versions');
    const newest = versions.reduce<Answer | null>((most, one) => (most === null || Number(one.id('id')) > Number(most.id('id')) ? one : most), null);
    const states = answersIn(await this.client.all(read('the reviewers'), `${base}/reviewers`), 'the reviewers');
    const objections = states.filter((one) => one.is('state', 'requested_changes')).map((one): Review => ({ id: `r${one.object('user').id('id')}`, by: accountOf(one.object('user')), decision: 'changes', commit: null, at: null }));
    // Read last: whatever happens to approvals after this is after our looking.
    const approvals = new Answer((await this.client.get(read('the approvals'), `${base}/approvals`)).data, 'the approvals');
    const approved = approvals.list('approved_by').map((one): Review => {
      const user = one.objectOrNull('user');
      const when = one.textOrNull('approved_at');
      return { id: `a${user?.id('id') ?? 'gone'}`, by: user === null ? null : accountOf(user), decision: 'approved', commit: null, at: when === null ? null : clockOf(when, 'the approvals') };
    });
    const ids = approved.map(({ id }) => id);
    if (new Set(ids).size !== ids.length) throw garbled('the approvals', 'somebody is there twice');
    // GitLab keeps one state for each person: who asks for changes has not approved.
    return { binding: { kind: 'time', since: newest === null ? null : clockOf(newest.text('created_at'), 'the versions'), head: newest?.commit('head_commit_sha') ?? null, resetsOnPush }, decisions: [...approved, ...objections] };
  }

  async commits(repository: ForgeRepository, pull: PullRequest): Promise<readonly ChangeCommit[]> {
    const wanted = read(`the commits of merge request ${pull.number}`);
    const commits = answersIn(await this.client.all(wanted, `${at(repository)}/merge_requests/${pull.number}/commits`), wanted.what);
    if (!commits.some((commit) => commit.commit('id') === pull.head)) throw garbled(wanted.what, 'the head is not among them');
    const made: ChangeCommit[] = [];
    for (const commit of commits) {
      const named = [['author', commit.text('author_email')], ['committer', commit.text('committer_email')], ...coAuthorsIn(commit.text('message')).map((email) => ['co-author', email] as const)] as const;
      const known = new Map<string, Account>();
      for (const [, email] of named) {
        const account = await this.#accountBehind(email);
        if (account !== null) known.set(email.toLowerCase(), account);
      }
      made.push({ id: commit.commit('id'), makers: named.flatMap(([role, email]) => makerOf(role, email, known)) });
    }
    return made;
  }

  // The account of an address, only when the account itself shows that address: a search finds names that look like one, too.
  async #accountBehind(email: string): Promise<Account | null> {
    const key = email.toLowerCase();
    if (behind(key) !== null) return null;
    const kept = this.#addresses.get(key);
    if (kept !== undefined) return kept;
    const wanted = read(`who \`${email}\` is`);
    const found = answersIn((await this.client.get(wanted, '/users', { search: email, per_page: MAX_FOUND })).data, wanted.what);
    let account: Account | null = null;
    for (const one of found.slice(0, MAX_FOUND)) {
      const user = await this.#user(one.id('id'));
      if (user?.answer.textOrNull('public_email')?.toLowerCase() === key) account = user.account;
    }
    this.#addresses.set(key, account);
    return account;
  }

  async changedPaths(repository: ForgeRepository, pull: PullRequest): Promise<readonly ChangedPath[]> {
    const wanted = read(`the files of merge request ${pull.number}`);
    if (pull.files === null) throw forgeFailed(`${wanted.what}: GitLab does not say how many there are`, 'approve smaller changes, or in a merge request of their own');
    const all = answersIn(await this.client.all(wanted, `${at(repository)}/merge_requests/${pull.number}/diffs`), wanted.what);
    checkWhole(all.length, pull.files, wanted.what);
    const changed = (answer: Answer) => (answer.flag('new_file') ? 'added' : answer.flag('deleted_file') ? 'removed' : 'other');
    return all.flatMap((answer) => pathsOf({ path: answer.text('new_path'), status: changed(answer) }, answer.flag('renamed_file') ? answer.text('old_path') : null));
  }

  async pushes(repository: ForgeRepository, branch: string): Promise<readonly Push[]> {
    return pushesTo(branch, { client: this.client, path: `${at(repository)}/events`, wanted: read(`the pushes to \`${branch}\``), known: (author) => this.#known(author) });
  }

  async history(repository: ForgeRepository, commit: string, path: string): Promise<readonly string[]> {
    const wanted = read(`the history of \`${path}\``);
    return answersIn((await this.client.get(wanted, `${at(repository)}/repository/commits`, { ref_name: commit, path, per_page: 100 })).data, wanted.what).map((answer) => answer.commit('id'));
  }

  async openAt(repository: ForgeRepository, commit: string): Promise<readonly number[]> {
    // One that is not understood could be open, and show this commit; so could one that is being merged right now.
    return (await this.#mergeRequestsOf(repository, commit)).filter((answer) => {
      const state = answer.text('state');
      if (!STATES.has(state)) throw garbled('the merge requests of a commit', `\`${state.slice(0, 40)}\` is no state of a merge request`);
      return (state === 'opened' || state === 'locked') && answer.commit('sha') === commit;
    }).map((answer) => answer.number('iid'));
  }

  async mergedAs(repository: ForgeRepository, commit: string): Promise<number | null> {
    const merged = (await this.#mergeRequestsOf(repository, commit)).filter((answer) => answer.is('state', 'merged') && answer.is('target_branch', repository.defaultBranch) && mergedCommit(answer) === commit);
    return merged.length === 1 ? (merged[0] as Answer).number('iid') : null;
  }

  async standing(repository: ForgeRepository, account: Account): Promise<Standing> {
    const wanted = read(`what \`${account.login}\` may do in ${repository.path}`);
    const user = await this.#user(account.id);
    if (user === null) return { account: { ...account, kind: 'bot' }, mayWrite: false };
    const member = await this.client.find(wanted, `${at(repository)}/members/all/${account.id}`);
    if (member === null) return { account: user.account, mayWrite: false };
    const answer = new Answer(member.data, wanted.what);
    if (answer.id('id') !== account.id) throw garbled(wanted.what, 'it is about another account');
    return { account: user.account, mayWrite: answer.is('state', 'active') && answer.number('access_level') >= MAY_WRITE };
  }

  // A blocked account, a bot and a token's account are nobody who could agree to anything.
  async #user(id: string): Promise<{ readonly account: Account; readonly answer: Answer } | null> {
    const wanted = read(`user ${id}`);
    const found = await this.client.find(wanted, `/users/${id}`);
    if (found === null) return null;
    const answer = new Answer(found.data, wanted.what);
    if (answer.id('id') !== id) throw garbled(wanted.what, 'it is about another one');
    return { account: { id, login: answer.text('username'), kind: answer.flag('bot') || !answer.is('state', 'active') ? 'bot' : 'person' }, answer };
  }

  // A bot may have any name (that of a service account is its owner's to choose): the account itself says, and is asked once.
  async #known(answer: Answer | null): Promise<Account | null> {
    if (answer === null) return null;
    const account = accountOf(answer);
    const isBot = this.#bots.get(account.id) ?? (account.kind === 'bot' || (await this.#user(account.id))?.answer.is('bot', true) === true);
    this.#bots.set(account.id, isBot);
    return { ...account, kind: isBot ? 'bot' : 'person' };
  }

  async team(name: string): Promise<readonly string[]> {
    const wanted: GitLabWanted = { what: `the members of group \`${name}\``, permission: '`read_api`, and membership of that group when it is private' };
    // As in GitLab's own approval rules and CODEOWNERS: members of a group above are no members of this one, or everybody of a company were in each of its teams.
    const all = answersIn(await this.client.all(wanted, `/groups/${enc(name)}/members`), wanted.what);
    return all.filter((answer) => answer.is('state', 'active') && (!answer.has('membership_state') || answer.is('membership_state', 'active'))).map((answer) => answer.id('id'));
  }

  async file(repository: ForgeRepository, commit: string, path: string): Promise<string | null> {
    const wanted = { what: `\`${path}\` of ${repository.path}`, permission: '`read_api` (or `read_repository`) and the role Developer' };
    const found = await this.client.find(wanted, `${at(repository)}/repository/files/${enc(path)}`, { ref: commit });
    if (found === null) return null;
    const answer = new Answer(found.data, wanted.what);
    const size = answer.number('size');
    if (answer.text('file_path') !== path || !answer.is('encoding', 'base64') || size > MAX_FILE_BYTES) throw garbled(wanted.what, 'it is another file, or too large');
    return textIn(answer.text('content'), size, wanted.what);
  }

  async prompters(repository: ForgeRepository, run: string): Promise<readonly PersonRef[] | null> {
    const wanted = read(`pipeline ${run} of ${repository.path}`);
    const answer = new Answer((await this.client.get(wanted, `${at(repository)}/pipelines/${run}`)).data, wanted.what);
    if (answer.id('id') !== run || answer.id('project_id') !== repository.id) throw garbled(wanted.what, 'it is about another one');
    const by = answer.objectOrNull('user');
    const user = by === null ? null : await this.#user(by.id('id'));
    return user === null || user.account.kind !== 'person' ? null : [{ id: user.account.id, login: user.account.login }];
  }

  async underReview(repository: ForgeRepository, branchPrefix: string, also?: 'closed'): Promise<readonly PullRequest[]> {
    const branches = answersIn(await this.client.all(read('branches'), `${at(repository)}/repository/branches`, { search: `^${branchPrefix}` }), 'branches').map((answer) => answer.text('name'));
    const pulls: PullRequest[] = [];
    for (const branch of branches.filter((name) => name.startsWith(branchPrefix))) {
      const all = answersIn(await this.client.all(read('merge requests'), `${at(repository)}/merge_requests`, { source_branch: branch, state: 'all' }), 'merge requests');
      // A fork may have a branch of the same name.
      for (const answer of all.filter((one) => one.is('source_project_id', Number(repository.id)))) pulls.push(await this.pull(repository, answer.number('iid')));
    }
    return pulls.filter(({ state }) => state !== 'closed' || also === 'closed');
  }

  async #mergeRequestsOf(repository: ForgeRepository, commit: string): Promise<readonly Answer[]> {
    return answersIn(await this.client.all(read('the merge requests of a commit'), `${at(repository)}/repository/commits/${commit}/merge_requests`), 'the merge requests of a commit');
  }
}

/** What reading takes. */
function read(what: string): GitLabWanted {
  return { what, permission: READ };
}

/** Path of a project. */
export function at({ id }: ForgeRepository): string {
  return `/projects/${id}`;
}

/** GitLab's merge request as ours. */
export function mergeRequestOf(answer: Answer, { repository, number, now, what }: { readonly repository: ForgeRepository; readonly number: number | null; readonly now: string; readonly what: string }): PullRequest {
  if (number !== null && answer.number('iid') !== number) throw garbled(what, 'it is about another one');
  if (answer.id('target_project_id') !== repository.id) throw garbled(what, 'it is of another project');
  const state = answer.text('state');
  if (state !== 'opened' && state !== 'closed' && state !== 'merged') throw forgeFailed(`${what} is being merged right now`, 'run again');
  const author = answer.objectOrNull('author');
  const count = answer.textOrNull('changes_count');
  return {
    number: answer.number('iid'), url: answer.text('web_url'), state: state === 'opened' ? 'open' : state, author: author === null ? null : accountOf(author), head: answer.commit('sha'), branch: answer.text('source_branch'),
    headRepository: answer.is('source_project_id', null) ? null : answer.id('source_project_id'), base: answer.text('target_branch'), mergeCommit: state === 'merged' ? mergedCommit(answer) : null, now,
    // Neither `1000+` nor nothing is a number of files.
    commits: null, files: count !== null && /^\d+$/u.test(count) ? Number(count) : null,
  };
}

// A fast-forward makes no commit of its own.
function mergedCommit(answer: Answer): string {
  const field = ['merge_commit_sha', 'squash_commit_sha'].find((name) => answer.textOrNull(name) !== null) ?? 'sha';
  return answer.commit(field);
}

function accountOf(answer: Answer): Account {
  const login = answer.text('username');
  // Hits `project_77_bot_0a1b`; the account itself says more, when it comes to counting.
  return { id: answer.id('id'), login, kind: /^(?:project|group)_\d+_bot/u.test(login) ? 'bot' : 'person' };
}
