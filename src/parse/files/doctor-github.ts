// SPDX-License-Identifier: Apache-2.0
//
// What is unsafe about a GitHub workflow as it stands, with its fix: agents beside rights and secrets, strangers' code beside rights, actions
// that can change, keys that never end. A job that starts its agent behind `ostiary run` is as it should be. Refuses to look at history.
import { messageOf } from '../../core/errors.js';
import type { Diagnosis } from '../../core/diagnosis.js';
import { under } from '../shell/extract/yaml.js';
import { agentCommandIn, isAgentAction, isGuarded, isModelKey, permissionOf, secretsBelow, staticKey } from './agents.js';
import { jobMarks } from './workflow-jobs.js';
import { stepMarks } from './workflow-steps.js';
import { type Job, type Mark, type Step, type Workflow, workflowIn } from './workflow-tree.js';

/** Hazards of single lines that matter whoever runs there, and how to mend each. */
const FIXES: Readonly<Record<string, readonly [id: string, fix: string]>> = {
  'workflow.unpinned-action': ['unpinned-action', 'write the full commit: `uses: OWNER/REPO@<40 hex digits> # vX.Y.Z`'],
  'workflow.untrusted-checkout': ['untrusted-checkout', 'use `on: pull_request`; where the rights are needed, read the diff by the API and run nothing of it'],
  'workflow.template-injection': ['template-injection', 'hand it over as a variable: `env: { TITLE: ${{ … }} }`, and use `"$TITLE"`'],
  'workflow.prompt-injection': ['prompt-injection', 'let the agent fetch the text itself, as data, in a job without rights and secrets'],
  'workflow.all-secrets': ['all-secrets', 'name the secrets that the step needs, one by one'],
  'workflow.secrets-inherit': ['all-secrets', 'name the secrets that the called workflow needs: `secrets: { NAME: ${{ secrets.NAME }} }`'],
  'workflow.insecure-commands': ['insecure-commands', 'take the variable out'],
};
/** Rights with which an agent changes what others run. */
const STRONG = ['contents', 'actions', 'packages', 'deployments', 'id-token'] as const;
/** Our own actions: what they start is behind the gate. */
const GUARDS: ReadonlySet<string> = new Set(['ostiary/ostiary', 'ostiary/ostiary/actions/run']);

/** Everything unsafe in a workflow; a file that can't be read is said to be that. Never throws. */
export function githubDiagnoses(file: string, text: string): readonly Diagnosis[] {
  try {
    const workflow = workflowIn(text);
    if (workflow === null) return [];
    const marks = [...jobMarks(workflow), ...stepMarks(workflow)].flatMap((mark) => fromMark(file, mark));
    return [...marks, ...(workflow.action ? [] : workflow.jobs.flatMap((job) => [...ofAgents(file, job, workflow), ...keys(file, job)])), ...keysOf(file, secretsBelow(under(workflow.root, 'env')))];
  } catch (thrown) {
    return [{ id: 'unreadable', file, line: null, message: `it can not be read: ${messageOf(thrown).split('\n')[0] ?? ''}`, fix: 'correct the file: what GitHub makes of it is not known' }];
  }
}

function fromMark(file: string, { id, line, detail }: Mark): Diagnosis[] {
  const known = FIXES[id];
  return known === undefined ? [] : [{ id: known[0], file, line, message: detail, fix: known[1] }];
}

/** Environments that jobs of a workflow are deployed to, by name. Never throws. */
export function environmentsIn(text: string): readonly string[] {
  try {
    return (workflowIn(text)?.jobs ?? []).flatMap(({ node }) => {
      const environment = under(node, 'environment');
      const name = environment?.text ?? under(environment, 'name')?.text ?? '';
      return name === '' || name.includes('${{') ? [] : [name];
    });
  } catch {
    return [];
  }
}

interface AgentStep {
  readonly line: number;
  /** Behind `ostiary run`, isolated. */
  readonly guarded: boolean;
}

function agentIn(step: Step): AgentStep | null {
  const uses = step.uses?.text?.trim() ?? '';
  if (isAgentAction(uses)) return { line: step.uses?.line ?? step.node.line, guarded: false };
  const script = step.run?.text ?? '';
  const at = agentCommandIn(script);
  // Behind our own command line, unless that was told not to isolate.
  if (at !== null) return { line: (step.run?.line ?? step.node.line) + (step.run?.literal === true ? at : 0), guarded: isGuarded(script, at) };
  const [action = '', ref] = uses.toLowerCase().split('@');
  if (ref === undefined || !GUARDS.has(action)) return null;
  const isolation = under(step.with, 'isolation');
  return isolation === undefined || isolation.text === 'user' ? { line: step.uses?.line ?? step.node.line, guarded: true } : { line: isolation.line, guarded: false };
}

function ofAgents(file: string, job: Job, { root }: Workflow): Diagnosis[] {
  const agent = job.steps.map(agentIn).find((found) => found !== null && !found.guarded);
  if (agent === undefined || agent === null) return [];
  const found: Diagnosis[] = [];
  const tell = (id: string, line: number, message: string, fix: string): void => void found.push({ id, file, line, message, fix });
  const own = 'a job of its own for the agent, or start it behind `ostiary/ostiary/actions/run` with `isolation: user`';
  for (const scope of STRONG) {
    const permission = permissionOf(job.node, root, scope);
    if (permission?.value !== 'write') continue;
    if (scope === 'id-token') tell('agent-id-token', permission.line, `the agent of job \`${job.name}\` (line ${agent.line}) can get OIDC tokens for every audience`, `take \`id-token: write\` out of this job: ${own}`);
    else tell('agent-write-token', permission.line, `the agent of job \`${job.name}\` (line ${agent.line}) has a token with \`${scope}: write\``, `write \`${scope}: read\`, and let a second job without an agent do what needs more`);
  }
  if (permissionOf(job.node, root, 'contents') === null) tell('agent-default-permissions', agent.line, `nobody says what the token of job \`${job.name}\` may do, so the repository's default holds for its agent`, `add \`permissions: { contents: read }\` to the job`);
  for (const { name, line } of [...secretsBelow(job.node), ...secretsBelow(under(root, 'env'))]) {
    if (name.toUpperCase() !== 'GITHUB_TOKEN' && !isModelKey(name)) tell('agent-secrets', line, `\`secrets.${name}\` is in a job with an agent (line ${agent.line}), which can read what the job can read`, `take it out of this job: ${own}`);
  }
  for (const mark of stepMarks({ root, jobs: [job], triggers: new Map(), action: false })) {
    if (mark.id === 'workflow.persist-credentials') tell('agent-credentials', mark.line, `the checkout leaves the job's token in \`.git/config\`, where the agent (line ${agent.line}) finds it`, 'add `with: { persist-credentials: false }` to the checkout');
  }
  return found;
}

function keys(file: string, { node, steps, name }: Job): Diagnosis[] {
  const found = keysOf(file, secretsBelow(node));
  const guarded = steps.some((step) => agentIn(step)?.guarded === true);
  const first = found[0];
  if (first === undefined || guarded || under(node, 'environment') !== undefined) return found;
  return [...found, { id: 'no-environment', file, line: node.line, message: `job \`${name}\` uses production keys without a deployment environment, so every workflow on every branch gets them`, fix: `keep the secret in an environment with protected branches and reviewers, and add \`environment: production\` to the job` }];
}

function keysOf(file: string, secrets: ReturnType<typeof secretsBelow>): Diagnosis[] {
  return secrets.flatMap(({ name, shownAs, line }) => {
    const key = staticKey(shownAs) ?? staticKey(name);
    return key === null ? [] : [{ id: 'static-key', file, line, message: `\`secrets.${name}\` is ${key.what} that never ends`, fix: `log in with the job's OIDC token instead: ${key.instead}` }];
  });
}
