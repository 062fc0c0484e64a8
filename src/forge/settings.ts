// SPDX-License-Identifier: Apache-2.0
//
// Which of a forge's settings let somebody get around a review, as far as the token at hand shows them. One question, one request, one judge.
// Refuses to take silence for safety: what is not shown is not known, and says which permission would show it.
// @see https://docs.github.com/rest @see https://docs.gitlab.com/api/
import { GateError, messageOf } from '../core/errors.js';
import type { Diagnosis, Examined, NotKnown } from '../core/diagnosis.js';
import { getDocument, trustworthyUrl } from '../core/http.js';
import type { Runtime } from '../core/runtime.js';
import { reviewOfBranch, type Asked } from './branch-review.js';
import { githubClaimsGuard, gitlabClaimsGuard } from './claim-rules.js';

/** A repository at its forge. `repository`: `OWNER/NAME`, or GitLab's numeric id or full path. `token` empty: there is none. */
export interface ForgeSettings {
  readonly kind: 'github' | 'gitlab';
  readonly apiUrl: string;
  readonly repository: string;
  readonly token: string;
  readonly defaultBranch: string;
  /** Deployment environments that workflows name. */
  readonly environments: readonly string[];
  /** Jobs of it use approvals. */
  readonly usesApprovals: boolean;
}

/** A verdict on an answer: findings, and what the answer leaves open. */
type Judge = (answer: unknown) => readonly (Diagnosis | NotKnown)[];

interface Question {
  readonly what: string;
  readonly path: string;
  /** The permission that shows it. */
  readonly needs: string;
  readonly judge: Judge;
  /** What 404 means; without: that the token does not see it. */
  readonly absent?: readonly (Diagnosis | NotKnown)[];
}

const MAX_ANSWER_BYTES = 2 * 1024 * 1024;

/** Asks everything. Never throws: what goes wrong is not known. */
export async function examineSettings(about: ForgeSettings, runtime: Runtime): Promise<Examined> {
  const questions = about.kind === 'github' ? githubQuestions(about) : gitlabQuestions(about);
  if (about.token === '') return { findings: [], notKnown: [...(about.kind === 'github' ? [{ what: `who has to review a change of \`${about.defaultBranch}\``, needs: 'read the repository (`metadata: read`)' }] : []), ...(about.usesApprovals ? [{ what: CLAIMS, needs: about.kind === 'github' ? 'read the repository (`metadata: read`)' : 'read the project\'s settings (`read_api`, Maintainer)' }] : []), ...questions].map(({ what, needs }) => ({ question: what, why: `there is no token: set \`${about.kind === 'github' ? 'GITHUB_TOKEN' : 'GITLAB_TOKEN'}\` to one that may ${needs}` })) };
  const branch = about.kind === 'github' ? [reviewed(about, runtime)] : [];
  const tags = about.usesApprovals ? [claims(about, runtime)] : [];
  const answers = await Promise.all([...branch, ...tags, ...questions.map((question) => askOne(question, about, runtime))]);
  const all = answers.flat();
  return { findings: all.filter((one): one is Diagnosis => 'fix' in one), notKnown: all.filter((one): one is NotKnown => 'question' in one) };
}

async function askOne({ what, path, needs, judge, absent }: Question, about: ForgeSettings, runtime: Runtime): Promise<readonly (Diagnosis | NotKnown)[]> {
  const unknown = (why: string): readonly NotKnown[] => [{ question: what, why }];
  try {
    const { status, body } = await read(path, about, runtime);
    if (status === 200) return judge(body);
    if (status === 404 && absent !== undefined) return absent;
    if (status === 401) return unknown('the token is not accepted (401): it is wrong or has expired');
    return unknown(`the token does not show it (${status}): it would have to ${needs}`);
  } catch (thrown) {
    return unknown(whyNot(thrown));
  }
}

async function reviewed(about: ForgeSettings, runtime: Runtime): Promise<readonly (Diagnosis | NotKnown)[]> {
  const { repository, defaultBranch: branch } = about;
  return reviewOfBranch({ repository, branch }, (path) => read(path, about, runtime)).catch((thrown: unknown) => [{ question: `who has to review a change of \`${branch}\``, why: whyNot(thrown) }]);
}

const CLAIMS = 'whether a claim of an approval could be removed';

// A claim that can be removed is an approval that can be used twice.
async function claims(about: ForgeSettings, runtime: Runtime): Promise<readonly (Diagnosis | NotKnown)[]> {
  const guarded = about.kind === 'github' ? githubClaimsGuard : gitlabClaimsGuard;
  try {
    const guard = await guarded(about.repository, (path) => read(path, about, runtime));
    if (guard.kind === 'not-known') return [{ question: CLAIMS, why: guard.why }];
    if (guard.kind === 'open') return [setting('claims-unprotected', guard.why, guard.fix)];
    return guard.around.map((name) => setting('claims-unprotected', `whoever is on the bypass list of the ruleset \`${name}\` can remove the claim of an approval, which then could be used again`, `Settings, Rules, Rulesets, \`${name}\`: an empty bypass list; nobody has to move or remove such tags`));
  } catch (thrown) {
    return [{ question: CLAIMS, why: whyNot(thrown) }];
  }
}

function whyNot(thrown: unknown): string {
  return thrown instanceof GateError ? thrown.message : `the answer is not understood: ${messageOf(thrown).slice(0, 100)}`;
}

// A refusal that is no JSON says nothing.
async function read(path: string, { kind, apiUrl, token }: ForgeSettings, runtime: Runtime): Promise<Asked> {
  const headers: Readonly<Record<string, string>> = kind === 'github' ? { authorization: `Bearer ${token}`, accept: 'application/vnd.github+json' } : { 'private-token': token, accept: 'application/json' };
  const response = await getDocument({ url: `${trustworthyUrl(apiUrl).href.replace(/\/$/u, '')}${path}`, headers: { 'user-agent': 'ostiary', ...headers }, maxBytes: MAX_ANSWER_BYTES }, runtime);
  return { status: response.ok ? 200 : response.status, body: response.ok ? await response.json() : await response.json().catch(() => null) };
}

const setting = (id: string, message: string, fix: string): Diagnosis => ({ id, file: null, line: null, message, fix });

function githubQuestions({ repository, environments }: ForgeSettings): readonly Question[] {
  const base = `/repos/${repository}`;
  return [
    {
      what: 'whether GitHub Actions may approve pull requests', path: `${base}/actions/permissions/workflow`, needs: 'read the settings (`administration: read`)',
      judge: (answer) => [
        ...when(is(answer, 'can_approve_pull_request_reviews', true), setting('actions-approve', 'a workflow may approve pull requests, so an agent can approve its own', 'Settings, Actions, General: take "Allow GitHub Actions to create and approve pull requests" out')),
        ...when(is(answer, 'default_workflow_permissions', 'write'), setting('default-token-writes', 'the token of workflows that say nothing may write to the repository', 'Settings, Actions, General, Workflow permissions: "Read repository contents"')),
      ],
    },
    ...environments.map((name): Question => ({
      what: `who may deploy to \`${name}\``, path: `${base}/environments/${encodeURIComponent(name)}`, needs: 'read environments (`actions: read`)', judge: (answer) => environment(answer, name),
      absent: [setting('environment-unprotected', `the environment \`${name}\` has not been set up, or the token does not see it: a job creates it without protection`, `Settings, Environments, \`${name}\`: required reviewers, and deployment branches`)],
    })),
  ];
}

function environment(answer: unknown, name: string): readonly Diagnosis[] {
  const protection = at(answer, 'protection_rules');
  const fix = `Settings, Environments, \`${name}\``;
  const bare = Array.isArray(protection) && !protection.some((one) => is(one, 'type', 'required_reviewers'));
  const anyBranch = at(answer, 'deployment_branch_policy') === null;
  return [
    ...when(bare && anyBranch, setting('environment-unprotected', `the environment \`${name}\` is open to every branch and waits for nobody`, `${fix}: required reviewers, or deployment branches`)),
    ...when(is(answer, 'can_admins_bypass', true) && !bare, setting('environment-bypass', `administrators may skip the protection of \`${name}\``, `${fix}: take "Allow administrators to bypass configured protection rules" out`)),
  ];
}

function gitlabQuestions({ repository, defaultBranch: branch }: ForgeSettings): readonly Question[] {
  const base = `/projects/${encodeURIComponent(repository)}`;
  const read = 'read the project\'s settings (`read_api`, Maintainer)';
  return [
    {
      what: `who may push to \`${branch}\``, path: `${base}/protected_branches/${encodeURIComponent(branch)}`, needs: read,
      judge: (answer) => [
        ...when(is(answer, 'allow_force_push', true), setting('force-push', `the history of \`${branch}\` can be rewritten`, `Settings, Repository, Protected branches, \`${branch}\`: no force push`)),
        ...when(levels(answer).some((level) => level > 0 && level <= 30), setting('direct-push', `developers push to \`${branch}\` without a merge request`, `Settings, Repository, Protected branches, \`${branch}\`: "Allowed to push and merge": no one`)),
      ],
      absent: [setting('unprotected-branch', `\`${branch}\` is not protected, or the token does not see it`, `Settings, Repository, Protected branches: add \`${branch}\``)],
    },
    {
      what: 'whether approvals can be got around', path: `${base}/approvals`, needs: read,
      judge: (answer) => [
        ...when(is(answer, 'merge_requests_author_approval', true), setting('own-approval', 'authors may approve their own merge requests', 'Settings, Merge requests: "Prevent approval by merge request creator"')),
        ...when(is(answer, 'merge_requests_disable_committers_approval', false), setting('own-push-approved', 'whoever has committed may approve', 'Settings, Merge requests: "Prevent approvals by users who add commits"')),
        ...when(is(answer, 'reset_approvals_on_push', false), setting('stale-approvals', 'approvals outlive new commits', 'Settings, Merge requests: "Remove all approvals when commits are added"')),
      ],
    },
    {
      what: 'who may set variables of pipelines', path: base, needs: read,
      judge: (answer) => variablesOfPipelines(at(answer, 'ci_pipeline_variables_minimum_override_role'), at(answer, 'restrict_user_defined_variables')),
    },
    {
      what: 'which projects may use job tokens here', path: `${base}/job_token_scope`, needs: read,
      judge: (answer) => when(is(answer, 'inbound_enabled', false), setting('job-token-open', 'the job token of every project reaches this one', 'Settings, CI/CD, Job token permissions: "This project and any groups and projects in the allowlist"')),
    },
    {
      what: 'which variables every branch gets', path: `${base}/variables?per_page=100`, needs: read,
      judge: (answer) => (Array.isArray(answer) ? answer : []).filter((one) => is(one, 'protected', false) && (is(one, 'masked', true) || is(one, 'hidden', true))).map((one) => setting('variable-not-protected', `the secret variable \`${String(at(one, 'key'))}\` is given to every branch`, 'Settings, CI/CD, Variables: "Protect variable"')),
    },
  ];
}

// They outrank what a job says itself, the names of the server and of its programs included. Before 17.4 the only word was whether to restrict.
function variablesOfPipelines(role: unknown, restricted: unknown): readonly (Diagnosis | NotKnown)[] {
  const lax = role === 'developer' || (role === undefined && restricted === false);
  const known = typeof role === 'string' || typeof restricted === 'boolean';
  if (!known) return [{ question: 'who may set variables of pipelines', why: `the token does not show it: it would have to read the project's settings (\`read_api\`, Maintainer)` }];
  return when(lax || role === 'maintainer', setting('pipeline-variables', `${role === 'maintainer' ? 'a maintainer' : 'a developer'} who starts a pipeline may set variables that outrank those of its jobs (\`CI_SERVER_URL\`, \`PATH\`, \`BASH_ENV\`), and so decide what guards them`, 'Settings, CI/CD, Variables, "Minimum role to use pipeline variables": no one allowed (restrict pipeline variables); hand values over as inputs'));
}

function levels(answer: unknown): readonly number[] {
  const list = at(answer, 'push_access_levels');
  return Array.isArray(list) ? list.map((one) => Number(at(one, 'access_level'))) : [];
}

function at(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>)[key] : undefined;
}

function is(value: unknown, key: string, wanted: unknown): boolean {
  return at(value, key) === wanted;
}

function when<T>(holds: boolean, one: T): readonly T[] {
  return holds ? [one] : [];
}
