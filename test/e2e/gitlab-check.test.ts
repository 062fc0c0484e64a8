// SPDX-License-Identifier: Apache-2.0
//
// gitlab/templates/policy-check.yml as a pipeline: gitlab-ci-local includes it with inputs and runs the job with `ostiary` from PATH against a GitLab on
// loopback, whose protected branch has the policy; the reports that the template names are there and are what GitLab reads.
import { chmodSync, copyFileSync, existsSync, mkdirSync, mkdtempSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { loadAll } from 'js-yaml';
import { CLI, cleanUp, scratch, spawned } from '../support/guarded.js';
import { JOB_TOKEN, startGitLab, type GitLabServer } from '../support/gitlab-server.js';
import { git, makeOrigin, type Files, type Origin } from '../support/origin.js';
import { isGitLabCodeQuality, isXml } from '../support/report-formats.js';

const POLICY = `version: 1
extends: [ostiary:postgres, ostiary:code]
default: deny
identities: { deploy: { gitlab: { project_id: 77, ref_protected: true } } }
resources: { shop: { type: postgres, environment: production, url: "postgres://app@db.internal/shop" } }
changes: [ { paths: ["db/*.sql"], tool: dbmate, resource: shop } ]
rules: [ { id: notes, match: { resource: repository, paths: ["db/**", "docs/**"] }, decide: allow } ]
`;
const TEMPLATE = 'gitlab/templates/policy-check.yml';
const drop: Files = { 'db/2.sql': '-- migrate:up\nDROP TABLE orders;\n-- migrate:down\n', '.ostiary/policy.yml': 'version: 1\nrules: [ { id: all, match: {}, decide: allow } ]\n' };
let gitlab: GitLabServer;
let origin: Origin;
let first: string;
let bin: string;
let branches = 0;
let ofMerge: Promise<Pipeline>;
let ofBranch: Promise<Pipeline>;

beforeAll(async () => {
  gitlab = await startGitLab();
  origin = makeOrigin(scratch(), join(gitlab.folder, 'acme', 'shop.git'));
  first = origin.commit('main', { '.ostiary/policy.yml': POLICY, '.gitignore': '.gitlab-ci-local/\n.ostiary/policy-check/\n' });
  bin = mkdtempSync(join(scratch(), 'bin-'));
  symlinkSync(CLI, join(bin, 'ostiary'));
  // Side by side: most of the time goes into the start of gitlab-ci-local.
  ofMerge = pipeline(drop);
  ofBranch = pipeline({ 'docs/a.md': 'x\n' }, { merge: false, inputs: { 'on-review': 'pass' } });
  await Promise.all([ofMerge, ofBranch]);
}, 180_000);
afterAll(async () => {
  await gitlab?.stop();
  cleanUp();
});

interface Pipeline {
  readonly code: number | null;
  readonly log: string;
  readonly project: string;
}

/** A pipeline for a branch with files; `merge`: of its merge request, else of the branch. */
async function pipeline(files: Files, { merge = true, inputs = {} }: { merge?: boolean; inputs?: Readonly<Record<string, string>> } = {}): Promise<Pipeline> {
  branches += 1;
  const branch = `agent/${branches}`;
  const head = origin.commit(branch, files, first);
  const project = mkdtempSync(join(scratch(), 'project-'));
  chmodSync(project, 0o755);
  git(project, 'init', '--quiet', `--initial-branch=${branch}`);
  git(project, 'remote', 'add', 'origin', `${gitlab.url.replace('://', `://gitlab-ci-token:${JOB_TOKEN}@`)}/acme/shop.git`);
  git(project, 'fetch', '--quiet', origin.url, `+refs/heads/${branch}:refs/remotes/origin/${branch}`);
  git(project, 'reset', '--quiet', '--hard', head);
  mkdirSync(join(project, 'ostiary'));
  copyFileSync(TEMPLATE, join(project, 'ostiary', 'policy-check.yml'));
  const given = Object.entries({ 'job-name': 'check', stage: 'test', ...inputs }).map(([name, value]) => `      ${name}: ${JSON.stringify(value)}\n`).join('');
  writeFileSync(join(project, '.gitlab-ci.yml'), `include:\n  - local: ostiary/policy-check.yml\n    inputs:\n${given}stages: [test, deploy]\nafter:\n  stage: deploy\n  needs: [check]\n  rules: [{ when: always }]\n  script: ['echo "decision=$OSTIARY_OUTPUT_DECISION findings=$OSTIARY_OUTPUT_FINDINGS_COUNT"']\n`);
  git(project, 'add', '--all');
  const ours = merge
    ? { CI_PIPELINE_SOURCE: 'merge_request_event', CI_COMMIT_BRANCH: '', CI_MERGE_REQUEST_DIFF_BASE_SHA: first, CI_MERGE_REQUEST_PROJECT_ID: '77', CI_MERGE_REQUEST_PROJECT_PATH: 'acme/shop' }
    : { CI_PIPELINE_SOURCE: 'push', CI_COMMIT_BRANCH: branch, CI_PROJECT_ID: '77', CI_PROJECT_PATH: 'acme/shop' };
  const all: Readonly<Record<string, string>> = { CI_PROJECT_DIR: project, CI_SERVER_URL: gitlab.url, CI_JOB_TOKEN: JOB_TOKEN, CI_COMMIT_SHA: head, CI_DEFAULT_BRANCH: 'main', ...ours };
  const args = ['--import', resolve('test/support/set-union.mjs'), resolve('node_modules/gitlab-ci-local/dist/index.js'), '--force-shell-executor', '--ignore-predefined-vars', Object.keys(all).join(','), ...Object.entries(all).flatMap(([name, value]) => ['--variable', `${name}=${value}`])];
  const { code, stdout, stderr } = await spawned(process.execPath, args, { environment: { PATH: `${bin}:${process.env.PATH ?? ''}`, HOME: project }, cwd: project });
  // Matches the colours of a terminal, ESC [ 0 m.
  return { code, log: `${stdout}${stderr}`.replace(/\u001b\[[0-9;]*[A-Za-z]/gu, ''), project };
}

const reports = (): Readonly<Record<string, string>> => (loadAll(readFileSync(TEMPLATE, 'utf8').replaceAll('$[[', '[[').replaceAll(/: \[\[ .*? \]\]/gu, ': x')) as Record<string, { artifacts: { reports: Record<string, string> } }>[])[1]?.['[[ inputs.job-name ]]']?.artifacts.reports ?? {};

describe('the template policy-check.yml', () => {
  it('judges a merge request by the policy of the protected branch, and leaves the reports that it names', async () => {
    const { code, log, project } = await ofMerge;
    // gitlab-ci-local ends with 1 when a job fails; the job's own code is in its log.
    expect([code, log]).toEqual([1, expect.stringMatching(/deny +db\/2\.sql:2 +DROP TABLE on shop/u)]);
    expect(log).toMatch(/policy gitlab:77@[0-9a-f]{40}:\.ostiary\/policy\.yml/u);
    expect(log).not.toContain(JOB_TOKEN);
    const text = (name: string): string => readFileSync(join(project, reports()[name] ?? ''), 'utf8');
    expect(Object.keys(reports()).sort()).toEqual(['annotations', 'codequality', 'dotenv', 'junit']);
    expect([isGitLabCodeQuality(text('codequality')), isXml(text('junit'))]).toEqual([null, null]);
    expect((JSON.parse(text('annotations')) as { ostiary: { external_link: { label: string } }[] }).ostiary[0]?.external_link.label).toMatch(/^error: DROP TABLE/u);
    expect(text('dotenv')).toContain('OSTIARY_OUTPUT_DECISION=deny\n');
    expect(existsSync(join(project, '.ostiary', 'policy-check', 'policy-check.json'))).toBe(true);
  });

  it('judges the pipeline of a branch by what the default branch does not have, and hands outputs on', async () => {
    const { code, log } = await ofBranch;
    expect([code, log]).toEqual([0, expect.stringMatching(/allow: 1 file, 1 operation/u)]);
    expect(log).toContain('decision=allow findings=0');
  });
});
