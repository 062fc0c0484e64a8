// SPDX-License-Identifier: Apache-2.0
//
// What is unsafe about a `.gitlab-ci.yml` as it stands, with its fix: agents beside identity tokens and production keys, jobs that come from
// elsewhere at no commit, traces that print secrets. Refuses to fetch what it includes.
import type { Diagnosis } from '../../core/diagnosis.js';
import { messageOf } from '../../core/errors.js';
import { under, type YamlNode, yamlTrees } from '../shell/extract/yaml.js';
import { agentCommandIn, isGuarded, isModelKey, staticKey } from './agents.js';
import { gitlabMarks } from './gitlab.js';
import { textsOf } from './workflow-tree.js';

const FIXES: Readonly<Record<string, readonly [id: string, fix: string]>> = {
  'workflow.remote-include': ['unpinned-include', 'name a full commit: `ref: <40 hex digits>`, `component: …@<40 hex digits>`, or `integrity:` for an address'],
  'workflow.insecure-commands': ['insecure-commands', 'take the variable out'],
};
const SCRIPTS = ['before_script', 'script', 'after_script'] as const;

/** Everything unsafe in a GitLab CI file. Never throws. */
export function gitlabDiagnoses(file: string, text: string): readonly Diagnosis[] {
  try {
    const marks = gitlabMarks(text).flatMap(({ id, line, detail }) => {
      const known = FIXES[id];
      return known === undefined ? [] : [{ id: known[0], file, line, message: detail, fix: known[1] }];
    });
    return [...marks, ...yamlTrees(text).flatMap((root) => [...(root.entries ?? [])].flatMap(([name, job]) => ofJob(file, { name, job, root })))];
  } catch (thrown) {
    return [{ id: 'unreadable', file, line: null, message: `it can not be read: ${messageOf(thrown).split('\n')[0] ?? ''}`, fix: 'correct the file: what GitLab makes of it is not known' }];
  }
}

function ofJob(file: string, { name, job, root }: { name: string; job: YamlNode; root: YamlNode }): Diagnosis[] {
  const agent = SCRIPTS.flatMap((key) => textsOf(under(job, key))).map(agentLine).find((line) => line !== null);
  if (agent === undefined || agent === null) return [];
  const found: Diagnosis[] = [];
  const tokens = under(job, 'id_tokens') ?? under(root, 'default', 'id_tokens');
  if (tokens !== undefined) found.push({ id: 'agent-id-token', file, line: tokens.line, message: `the agent of job \`${name}\` (line ${agent}) holds the job's OIDC tokens`, fix: 'take `id_tokens` out of this job: a job of its own for the agent, or start it behind `ostiary run`' });
  for (const [variable, { line }] of [...(under(job, 'variables')?.entries ?? []), ...(under(root, 'variables')?.entries ?? [])]) {
    const key = isModelKey(variable) ? null : staticKey(variable);
    if (key !== null) found.push({ id: 'static-key', file, line, message: `\`${variable}\` is ${key.what} that never ends, in a job with an agent (line ${agent})`, fix: `log in with an OIDC token instead: ${key.instead}` });
  }
  return found;
}

function agentLine(script: YamlNode): number | null {
  const text = script.text ?? '';
  const at = agentCommandIn(text);
  if (at === null || isGuarded(text, at)) return null;
  return script.line + (script.literal ? at : 0);
}
