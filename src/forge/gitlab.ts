// SPDX-License-Identifier: Apache-2.0
//
// Reads the policy from GitLab: with git and the job token, at the head of the default branch, confirmed protected by the branches API or,
// where the job token may not ask it, by the verified token of a job on that very branch. Refuses everything that only the job says: which
// server, project and branch come from the verified token and the server itself. docs/platform-notes.md has the reasons.
import { getDocument, trustworthyUrl } from '../core/http.js';
import type { Forge } from '../core/ports.js';
import type { Runtime } from '../core/runtime.js';
import { Git } from './git.js';
import { checkId, checkPath, forgeFailed, MAX_POLICY_BYTES, policyText, renameHint } from './policy-file.js';

const MAX_ANSWER_BYTES = 4 * 1024 * 1024;
/** Pages of branches that begin with the default branch's name, 100 each. */
const MAX_PAGES = 5;
/** GitLab's project paths; nothing in them can turn a URL into another one. */
const PROJECT_PATH = /^[A-Za-z0-9_.][A-Za-z0-9_.-]*(?:\/[A-Za-z0-9_.][A-Za-z0-9_.-]*)+$/u;

/** What the verified OIDC token of the job says; `issuer` is the instance's URL. */
export interface GitLabJob {
  readonly issuer: string;
  readonly claims: Readonly<Record<string, unknown>>;
}

/** `jobToken`: `CI_JOB_TOKEN`. `accessToken`: one of a gateway's own, `read_api` and `read_repository`; then the job's does not count. */
export interface GitLabForgeOptions {
  readonly job: GitLabJob;
  readonly jobToken: string;
  readonly accessToken?: string;
  readonly runtime: Runtime;
}

interface Branch {
  readonly name: string;
  /** Head that the API named; null when only the token vouches for the branch. */
  readonly commit: string | null;
}

/** GitLab.com or an instance of your own. */
export class GitLabForge implements Forge {
  readonly #options: GitLabForgeOptions;

  constructor(options: GitLabForgeOptions) {
    if (options.jobToken === '' && (options.accessToken ?? '') === '') throw forgeFailed('there is no `CI_JOB_TOKEN` to read the policy with', 'GitLab gives every job one; do not unset it');
    this.#options = options;
  }

  async readPolicy(repositoryId: string, path: string): Promise<{ readonly text: string; readonly source: string }> {
    checkId(repositoryId);
    checkPath(path);
    const { jobToken, accessToken, runtime } = this.#options;
    const login = accessToken === undefined ? `gitlab-ci-token:${jobToken}` : `oauth2:${accessToken}`;
    const git = await Git.open({ url: this.#url(repositoryId), authorization: `Basic ${Buffer.from(login).toString('base64')}` }, runtime);
    try {
      const commit = await this.#protectedHead(git, repositoryId);
      const bytes = await git.readFile(commit, path, MAX_POLICY_BYTES);
      if (bytes === null) {
        const meant = await git.paths(commit).then((paths) => renameHint(path, paths), () => null);
        throw forgeFailed(`there is no \`${path}\` on the default branch of project ${repositoryId}`, meant ?? 'commit it there; what other branches hold does not count');
      }
      return { text: policyText(bytes, path), source: `gitlab:${repositoryId}@${commit}:${path}` };
    } finally {
      await git.close();
    }
  }

  // The project by its path, both from one signed token, so that the path is that of this id.
  #url(repositoryId: string): URL {
    const { issuer, claims } = this.#options.job;
    const { project_id: id, project_path: path, job_project_id: running } = claims;
    if (id !== repositoryId) throw forgeFailed(`the verified token is not of project ${repositoryId}`, 'use the token of the job that runs');
    if (running !== undefined && running !== id) {
      throw forgeFailed('this job runs for a merge request of a fork', 'run it for branches of the project itself: a fork has no access to production');
    }
    if (typeof path !== 'string' || !PROJECT_PATH.test(path) || path.split('/').some((part) => part === '..' || part === '.')) {
      throw forgeFailed('the verified token names no project path that is understood', 'use the token of a GitLab CI job');
    }
    return trustworthyUrl(`${issuer}/${path}.git`);
  }

  // INVARIANT: a commit is returned only for the default branch, and only when something other than the job said that it is protected.
  async #protectedHead(git: Git, id: string): Promise<string> {
    for (let attempt = 1; attempt <= 2; attempt += 1) {
      const branch = await this.#confirmed(await git.defaultBranch(), id);
      const commit = await git.fetchHead(branch.name);
      // The API speaks of the project by id, git by path: the same head says that it is the same project.
      if (branch.commit === null || branch.commit === commit) return commit;
    }
    throw forgeFailed(`the API and git disagree about the head of the default branch of project ${id}`, 'was it pushed to just now, or is the project being moved? run again');
  }

  async #confirmed(name: string, id: string): Promise<Branch> {
    const listed = await this.#askApi(name, id);
    if (listed === 'not allowed') return this.#confirmedByToken(name, id);
    if (listed === null) throw forgeFailed(`GitLab's API does not know the branch \`${name}\` of project ${id}`, 'run again; was the default branch renamed just now?');
    if (listed.default !== true) throw forgeFailed(`the branch \`${name}\` is not the default branch of project ${id}`, 'run again; was the default branch changed just now?');
    if (listed.protected !== true) throw notProtected(name, id);
    const commit = listed.commit?.id;
    if (typeof commit !== 'string') throw forgeFailed(`GitLab names no commit for the branch \`${name}\``, 'run again');
    return { name, commit };
  }

  // `ref_protected` speaks of the job's own ref alone.
  #confirmedByToken(name: string, id: string): Branch {
    const { ref, ref_type: type, ref_path: path, ref_protected: isProtected } = this.#options.job.claims;
    const onDefault = ref === name && type === 'branch' && (path === undefined || path === `refs/heads/${name}`);
    if (!onDefault) {
      throw forgeFailed(
        `whether the default branch \`${name}\` of project ${id} is protected can not be known: this GitLab does not let job tokens list branches, and the job is not on that branch`,
        `run the job on \`${name}\` only (\`rules: [{ if: "$CI_COMMIT_BRANCH == $CI_DEFAULT_BRANCH" }]\`), or update GitLab: recent versions let job tokens ask`,
      );
    }
    if (isProtected !== 'true' && isProtected !== true) throw notProtected(name, id);
    return { name, commit: null };
  }

  // The one branch endpoint that job tokens may use; `not allowed` on instances where they may not.
  async #askApi(name: string, id: string): Promise<Listed | null | 'not allowed'> {
    const { job, jobToken, accessToken, runtime } = this.#options;
    for (let page = 1; page <= MAX_PAGES; page += 1) {
      const url = `${job.issuer}/api/v4/projects/${id}/repository/branches?search=${encodeURIComponent(`^${name}`)}&per_page=100&page=${page}`;
      const response = await getDocument({ url, headers: { ...(accessToken === undefined ? { 'job-token': jobToken } : { 'private-token': accessToken }), accept: 'application/json' }, maxBytes: MAX_ANSWER_BYTES }, runtime);
      if ([401, 403, 404].includes(response.status)) return 'not allowed';
      const branches: unknown = response.ok ? await response.json().catch(() => null) : null;
      if (!Array.isArray(branches)) throw forgeFailed(`GitLab answers the question for its branches with status ${response.status}`, 'GitLab may be disturbed; run again');
      const found = branches.find((branch: unknown): branch is Listed => typeof branch === 'object' && branch !== null && 'name' in branch && branch.name === name);
      if (found !== undefined) return found;
      if ((response.headers.get('x-next-page') ?? '') === '') return null;
    }
    return null;
  }
}

interface Listed {
  readonly name: string;
  readonly default?: unknown;
  readonly protected?: unknown;
  readonly commit?: { readonly id?: unknown };
}

function notProtected(name: string, id: string): Error {
  return forgeFailed(`the default branch \`${name}\` of project ${id} is not protected, so anybody who may push could change the policy`, 'protect it: Settings, Repository, Protected branches');
}
