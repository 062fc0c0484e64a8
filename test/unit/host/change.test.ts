// SPDX-License-Identifier: Apache-2.0
//
// Which commits a job compares, by what started it: the job's own word on GitHub and on GitLab, event by event.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { systemRuntime } from '../../../src/core/runtime.js';
import { GitHubHost } from '../../../src/host/github.js';
import { GitLabHost } from '../../../src/host/gitlab.js';

const [base, head, merge, before] = ['b', 'a', 'c', 'd'].map((letter) => letter.repeat(40)) as [string, string, string, string];
const world = (environment: Readonly<Record<string, string>>) => ({ environment, writers: { stdout: () => undefined, stderr: () => undefined }, runtime: systemRuntime });
let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'ostiary-change-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('GitHubHost.change', () => {
  const repository = { id: 1, default_branch: 'main' };
  const pull = { pull_request: { head: { sha: head }, base: { sha: base } } };
  const of = (event: string, ref: string, payload: object) => {
    writeFileSync(join(folder, 'event.json'), JSON.stringify({ repository, ...payload }));
    return new GitHubHost(world({ GITHUB_ACTIONS: 'true', GITHUB_EVENT_NAME: event, GITHUB_REF: ref, GITHUB_SHA: merge, GITHUB_EVENT_PATH: join(folder, 'event.json') })).change();
  };

  it.each<[string, string, string, object, object]>([
    ['a pull request: its base, and its head or the trial merge', 'pull_request', 'refs/pull/1/merge', pull, { base, head: 'HEAD', expected: [merge, head], merge: { commit: merge, of: head } }],
    ['pull_request_target: its head, whatever is checked out', 'pull_request_target', 'refs/heads/main', pull, { base, head, expected: [], merge: null }],
    ['pull_request_target without a head: nothing that could be there', 'pull_request_target', 'refs/heads/main', { pull_request: { head: { sha: '--upload-pack=x' }, base: { sha: base } } }, { base, head: 'no commit' }],
    ['a merge queue: the group against its base', 'merge_group', 'refs/heads/gh-readonly-queue/main/pr-7', { merge_group: { head_sha: head, base_sha: base } }, { base, head: 'HEAD', expected: [merge, head], merge: null }],
    ['a push: what was there before', 'push', 'refs/heads/main', { before }, { base: before, head: 'HEAD', expected: [merge] }],
    ['the first push of a branch: the default branch', 'push', 'refs/heads/new', { before: '0'.repeat(40) }, { base: 'origin/main', expected: [merge] }],
    ['a push whose `before` is no commit: the default branch', 'push', 'refs/heads/new', { before: '--exec=x' }, { base: 'origin/main' }],
    ['a start by hand on a branch: the default branch', 'workflow_dispatch', 'refs/heads/agent', {}, { base: 'origin/main', expected: [] }],
    ['a start by hand on the default branch: no change', 'workflow_dispatch', 'refs/heads/main', {}, { base: null }],
    ['a schedule: no change', 'schedule', 'refs/heads/main', {}, { base: null }],
  ])('%s', (_name, event, ref, payload, expected) => {
    expect(of(event, ref, payload)).toMatchObject(expected);
  });
});

describe('GitLabHost.change', () => {
  const of = (more: Readonly<Record<string, string>>) => new GitLabHost(world({ GITLAB_CI: 'true', CI_COMMIT_SHA: merge, CI_DEFAULT_BRANCH: 'main', CI_PROJECT_DIR: folder, ...more })).change();

  it.each<[string, Readonly<Record<string, string>>, object]>([
    ['a merge request: its base', { CI_MERGE_REQUEST_DIFF_BASE_SHA: base, CI_COMMIT_BRANCH: '' }, { base, head: merge, merge: null }],
    ['a merged result: also the head that was merged', { CI_MERGE_REQUEST_DIFF_BASE_SHA: base, CI_MERGE_REQUEST_SOURCE_BRANCH_SHA: head }, { base, head: merge, merge: { commit: merge, of: head } }],
    ['a branch: the default branch', { CI_COMMIT_BRANCH: 'agent', CI_COMMIT_BEFORE_SHA: before }, { base: 'origin/main', head: merge }],
    ['the default branch: what was there before', { CI_COMMIT_BRANCH: 'main', CI_COMMIT_BEFORE_SHA: before }, { base: before, head: merge }],
    ['the default branch by a schedule: no change', { CI_COMMIT_BRANCH: 'main', CI_COMMIT_BEFORE_SHA: '0'.repeat(40) }, { base: null }],
  ])('%s', (_name, environment, expected) => {
    expect(of(environment)).toMatchObject(expected);
  });
});
