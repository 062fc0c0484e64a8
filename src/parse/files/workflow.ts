// SPDX-License-Identifier: Apache-2.0
//
// What a change adds to a CI file: hazards of its head that its base did not have, for GitHub workflows and actions and for GitLab CI. Refuses to
// judge what was there before; a file that can't be read is said to be that.
import { messageOf } from '../../core/errors.js';
import { foldedPath } from './folded-paths.js';
import { gitlabMarks } from './gitlab.js';
import type { FileSides, Finding } from './model.js';
import { fallenOnGithub, fallenOnGitlab } from './workflow-guards.js';
import { jobMarks } from './workflow-jobs.js';
import { stepMarks } from './workflow-steps.js';
import { type Mark, problemOf, workflowIn } from './workflow-tree.js';

const GITHUB = /^\.(?:github|gitea|forgejo)\/(?:workflows\/[^/]+|actions\/.+)\.ya?ml$|(?:^|\/)action\.ya?ml$/u;
const GITLAB = /(?:^|[./])gitlab-ci\.ya?ml$|^\.gitlab\/ci\/.+\.ya?ml$/u;

/** Findings of a CI file; none for other files. Never throws. */
export function workflowFindings({ change, head, base }: FileSides): readonly Finding[] {
  const marks = readerOf(foldedPath(change.path));
  if (marks === null || head === null || change.status === 'deleted') return [];
  try {
    const problem = marks === githubMarks ? problemOf(workflowIn(head), foldedPath(change.path)) : null;
    return [...(problem === null ? [] : [{ line: null, id: 'workflow.unreadable', detail: problem }]), ...added(marks(head), before(marks, base)), ...fallen(marks, base, head)];
  } catch (thrown) {
    return [{ line: null, id: 'workflow.unreadable', detail: `it can not be read: ${messageOf(thrown).split('\n')[0] ?? ''}` }];
  }
}

type MarkReader = (text: string) => readonly Mark[];

function readerOf(path: string): MarkReader | null {
  if (GITHUB.test(path)) return githubMarks;
  return GITLAB.test(path) ? gitlabMarks : null;
}

/** All marks of a GitHub workflow or action. Throws when it is no YAML. */
function githubMarks(text: string): readonly Mark[] {
  const workflow = workflowIn(text);
  return workflow === null ? [] : [...jobMarks(workflow), ...stepMarks(workflow)];
}

// A base that nobody could run has nothing that one is used to.
function before(marks: MarkReader, base: string | null): readonly Mark[] {
  try {
    return base === null ? [] : marks(base);
  } catch {
    return [];
  }
}

function fallen(marks: MarkReader, base: string | null, head: string): readonly Finding[] {
  try {
    return base === null ? [] : marks === githubMarks ? fallenOnGithub(base, head) : fallenOnGitlab(base, head);
  } catch {
    return [];
  }
}

function added(head: readonly Mark[], base: readonly Mark[]): readonly Finding[] {
  const left = new Map<string, number>();
  for (const { id, key } of base) left.set(`${id} ${key}`, (left.get(`${id} ${key}`) ?? 0) + 1);
  return head.flatMap(({ id, key, line, detail }) => {
    const count = left.get(`${id} ${key}`) ?? 0;
    if (count > 0) left.set(`${id} ${key}`, count - 1);
    return count > 0 ? [] : [{ id, line, detail }];
  });
}
