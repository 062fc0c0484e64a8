// SPDX-License-Identifier: Apache-2.0
//
// What may be written in `identities` and still deserves a word: names where numbers exist, `sub` of CI products, events that strangers
// cause. Warnings only; what strangers could satisfy by themselves is a mistake and said by identities.ts. Reads no token.
import { child, entriesOf, present, textsOf } from './node.js';
import { quoted, warning, type Finding } from './problem.js';
import type { Located } from './yaml.js';

/** Claims that are names, and the numbers that stay when a name is given up and taken by somebody else. */
const NUMBER_OF: Readonly<Record<string, string>> = {
  repository: 'repository_id', repository_owner: 'repository_owner_id', enterprise: 'enterprise_id', actor: 'actor_id',
  project_path: 'project_id', job_project_path: 'job_project_id', namespace_path: 'namespace_id', job_namespace_path: 'job_namespace_id', user_login: 'user_id', user_email: 'user_id',
};
/** Events that people cause who may not write: by a comment, an issue, a fork. Their runs have the default branch as `ref`. */
const OPEN_EVENTS: ReadonlySet<string> = new Set(['issue_comment', 'issues', 'discussion', 'discussion_comment', 'pull_request_target', 'workflow_run', 'fork', 'watch', 'gollum']);
/** Issuers whose `sub` is written by a template that the repository's owner may change. */
const isGithub = (issuer: string): boolean => /^https:\/\/token\.actions\.|\/_services\/token$/u.test(issuer);

/** Warnings about one identity, whose shorthand or claims are `node`. */
export function adviceFor(name: string, node: Located): readonly Finding[] {
  const github = child(node, 'github');
  const say = (at: number, message: string, hint: string): Finding => warning(at, `\`identities.${name}\` ${message}`, hint);
  return [...(github === undefined ? [] : aboutGithub(github, say)), ...aboutClaims(node, say)];
}

type Say = (at: number, message: string, hint: string) => Finding;

function aboutGithub(node: Located, say: Say): readonly Finding[] {
  const events = textsOf(node, 'event');
  const open = events?.filter((event) => OPEN_EVENTS.has(event)) ?? [];
  const said = open.map((event) => say(present(node, 'event').at, `is satisfied by runs for ${quoted(event)}, which people cause who may not write`, 'take nothing of theirs for an instruction there, and do not check out their code; better: another event'));
  const unbound = textsOf(node, 'ref') !== undefined && ['event', 'workflow', 'job_workflow_ref', 'environment'].every((key) => child(node, key) === undefined);
  if (!unbound) return said;
  return [...said, say(present(node, 'ref').at, 'names a `ref` and no `event`', 'runs for comments, issues and pull requests of strangers have the default branch as their `ref`, too: add `event: push`, or `workflow`')];
}

function aboutClaims(node: Located, say: Say): readonly Finding[] {
  const issuer = String(child(node, 'issuer')?.value ?? '');
  const claims = entriesOf(child(node, 'claims'));
  const has = (name: string): boolean => claims.some(({ key }) => key === name);
  return claims.flatMap(({ key, keyAt, node: value }) => {
    const number = NUMBER_OF[key];
    if (number !== undefined && !has(number)) return [say(keyAt, `goes by the name in ${quoted(key)}`, `add \`${number}\`: a name that is given up can be taken by somebody else`)];
    if (key === 'ref' && has('project_id') && !has('ref_type') && !has('ref_path')) return [say(keyAt, 'goes by `ref` alone', 'a tag may be called like a branch, and be pushed by more people: add `ref_type: branch`')];
    const ofCi = isGithub(issuer) || (value.items ?? [value]).some((one) => /^(repo|project_path):/u.test(String(one.value)));
    if (key === 'sub' && ofCi) return [say(keyAt, 'goes by `sub`', 'its form differs between repositories and can be changed by their owners: test `repository_id` or `project_id`, `event_name`, `workflow_ref`, `environment` instead')];
    if (key === 'workflow' && isGithub(issuer)) return [say(keyAt, 'goes by the name that a workflow gives itself', 'test `workflow_ref`, which names the file and its ref')];
    return [];
  });
}
