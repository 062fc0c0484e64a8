// SPDX-License-Identifier: Apache-2.0
//
// Reads the policy from GitHub: by numeric repository id, at the head of the default branch, confirmed protected. Refuses an unprotected
// branch, names that the job supplies, redirects, and files that are not files. Needs `contents: read`, nothing more.
// @see https://docs.github.com/rest/repos/contents  @see https://docs.github.com/rest/branches/branches
import type { Octokit } from '@octokit/rest';
import { GateError, messageOf } from '../core/errors.js';
import { getDocument, trustworthyUrl } from '../core/http.js';
import type { Forge } from '../core/ports.js';
import type { Runtime } from '../core/runtime.js';
import { statusOf } from './github-client.js';
import { checkId, checkPath, forgeFailed, MAX_POLICY_BYTES, policyText, renameHint, tooLarge } from './policy-file.js';

/** Base64 and JSON around a policy of the largest size. */
const MAX_ANSWER_BYTES = 2 * 1024 * 1024;
const COMMIT = /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/u;
const READ = 'add `permissions: { contents: read }` to the job, and leave the input `github-token` at its default';

/** `baseUrl`: `https://api.github.com`, or `https://HOST/api/v3`. `token`: the enforcer's own. */
export interface GitHubForgeOptions {
  readonly baseUrl: string;
  readonly token: string;
  readonly runtime: Runtime;
}

interface Repository {
  readonly owner: string;
  readonly repo: string;
  readonly branch: string;
}

/** GitHub.com, GHE.com or a GitHub Enterprise Server. */
export class GitHubForge implements Forge {
  readonly #options: GitHubForgeOptions;
  #client: Promise<Octokit> | null = null;

  constructor(options: GitHubForgeOptions) {
    trustworthyUrl(options.baseUrl);
    if (options.token === '') throw forgeFailed('there is no token to read the policy with', READ);
    this.#options = options;
  }

  async readPolicy(repositoryId: string, path: string): Promise<{ readonly text: string; readonly source: string }> {
    checkId(repositoryId);
    checkPath(path);
    const octokit = await (this.#client ??= this.#connect());
    const repository = await this.#repository(octokit, repositoryId);
    // INVARIANT: no content is read before the forge has said that its branch is protected.
    const head = await this.#protectedHead(octokit, repository);
    const text = await this.#file(octokit, repository, { path, head });
    return { text, source: `github:${repositoryId}@${head}:${path}` };
  }

  // Loaded here, and only here: most commands never talk to a forge.
  async #connect(): Promise<Octokit> {
    const { Octokit } = await import('@octokit/rest');
    const { baseUrl, token, runtime } = this.#options;
    const silent = (): void => undefined;
    return new Octokit({
      auth: token, baseUrl, userAgent: 'ostiary', log: { debug: silent, info: silent, warn: silent, error: silent },
      request: {
        fetch: (url: string, init: { headers: Record<string, string> }) => getDocument({ url, headers: init.headers, maxBytes: MAX_ANSWER_BYTES }, runtime),
      },
    });
  }

  async #repository(octokit: Octokit, id: string): Promise<Repository> {
    const { data } = await ask(octokit.request({ method: 'GET', url: '/repositories/{repository_id}', repository_id: id }), `repository ${id}`, {
      404: `repository ${id} can not be seen with this token`,
    });
    const { id: found, name, owner, default_branch: branch } = data as { id?: unknown; name?: unknown; owner?: { login?: unknown }; default_branch?: unknown };
    if (String(found) !== id || typeof name !== 'string' || typeof owner?.login !== 'string' || typeof branch !== 'string' || branch === '') {
      throw forgeFailed(`GitHub's answer about repository ${id} is not understood`, 'is `GITHUB_API_URL` the address of a GitHub API?');
    }
    return { owner: owner.login, repo: name, branch };
  }

  async #protectedHead(octokit: Octokit, { owner, repo, branch }: Repository): Promise<string> {
    const { data } = await ask(octokit.rest.repos.getBranch({ owner, repo, branch }), `branch \`${branch}\` of ${owner}/${repo}`, {
      404: `${owner}/${repo} has no branch \`${branch}\`, which is its default branch`,
    });
    if (data.name !== branch) throw forgeFailed(`GitHub answered about another branch than \`${branch}\``, 'was the default branch renamed just now? run again');
    if (data.protected !== true) {
      throw forgeFailed(`the default branch \`${branch}\` of ${owner}/${repo} is not protected, so anybody who may push could change the policy`, `protect it: Settings, Rules, Rulesets, a branch ruleset for \`${branch}\` that requires a pull request`);
    }
    if (!COMMIT.test(data.commit.sha)) throw forgeFailed(`GitHub names no commit for the branch \`${branch}\``, 'run again');
    return data.commit.sha;
  }

  async #file(octokit: Octokit, { owner, repo, branch }: Repository, { path, head }: { path: string; head: string }): Promise<string> {
    const asked = octokit.rest.repos.getContent({ owner, repo, path, ref: head });
    const missing = { 404: `there is no \`${path}\` on the default branch \`${branch}\` of ${owner}/${repo}`, next: 'commit one there; ' };
    const { data } = await ask(asked, `\`${path}\` of ${owner}/${repo}`, missing).catch(async (thrown: unknown) => {
      const meant = statusOf((thrown as Error).cause) === 404 ? await this.#meant(octokit, { owner, repo, path, head }) : null;
      throw meant === null ? thrown : forgeFailed(missing[404], meant, thrown);
    });
    if (Array.isArray(data) || data.type !== 'file') throw forgeFailed(`\`${path}\` of ${owner}/${repo} is not a file`, 'commit the policy as an ordinary file');
    if (data.size > MAX_POLICY_BYTES || data.encoding !== 'base64') throw tooLarge(path);
    const bytes = Buffer.from(data.content, 'base64');
    if (bytes.length !== data.size) throw forgeFailed(`\`${path}\` of ${owner}/${repo} did not arrive whole`, 'run again');
    return policyText(bytes, path);
  }

  // For a better message alone: whatever goes wrong here, the policy is not there.
  async #meant(octokit: Octokit, { owner, repo, path, head }: { owner: string; repo: string; path: string; head: string }): Promise<string | null> {
    const tree = await octokit.rest.git.getTree({ owner, repo, tree_sha: head, recursive: 'true' }).then(({ data }) => data.tree, () => []);
    return renameHint(path, (Array.isArray(tree) ? tree : []).map((entry) => entry.path).filter((one) => typeof one === 'string'));
  }
}

// One request; what went wrong says which permission or setting is missing.
async function ask<T>(request: Promise<T>, what: string, said: { readonly 404: string; readonly next?: string }): Promise<T> {
  try {
    return await request;
  } catch (thrown) {
    const status = statusOf(thrown);
    const cause = thrown instanceof Error && thrown.cause instanceof GateError ? thrown.cause : null;
    if (cause !== null) throw forgeFailed(`${what}: ${cause.message}`, cause.hint ?? 'run again', thrown);
    if (status === 401) throw forgeFailed(`${what}: GitHub does not accept the token (401)`, `it is wrong or has expired: ${READ}`, thrown);
    if (status === 403) throw forgeFailed(`${what}: the token may not read it (403: ${messageOf(thrown)})`, READ, thrown);
    if (status === 404) throw forgeFailed(said[404], `${said.next ?? ''}if it exists, the token can not see it: ${READ}`, thrown);
    throw forgeFailed(`${what}: ${messageOf(thrown)}`, 'GitHub may be disturbed; run again', thrown);
  }
}
