// SPDX-License-Identifier: Apache-2.0
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { SpawnOptions } from 'node:child_process';
import { systemRuntime } from '../../../src/core/runtime.js';
import { GitLabForge } from '../../../src/forge/gitlab.js';
import { MAX_POLICY_BYTES } from '../../../src/forge/policy-file.js';
import { hastyRuntime } from '../../support/hasty-runtime.js';
import { JOB_TOKEN, startGitLab, type GitLabServer } from '../../support/gitlab-server.js';

const PATH = '.ostiary/policy.yml';
const POLICY = 'version: 1\n# äöü\n';
let gitlab: GitLabServer;
let head: string;
beforeEach(async () => {
  gitlab = await startGitLab();
  head = gitlab.commit('main', { [PATH]: POLICY, 'big.bin': Buffer.alloc(300_000, 1) });
});
afterEach(() => gitlab.stop());

const claims = (more: Record<string, unknown> = {}): Record<string, unknown> => ({ project_id: '77', project_path: 'acme/shop', job_project_id: '77', ref: 'feature', ref_type: 'branch', ref_path: 'refs/heads/feature', ref_protected: 'false', ...more });
const onMain = { ref: 'main', ref_path: 'refs/heads/main', ref_protected: 'true' };
const forge = (more: Record<string, unknown> = {}, parts: { jobToken?: string; runtime?: typeof systemRuntime } = {}): GitLabForge =>
  new GitLabForge({ job: { issuer: gitlab.url, claims: claims(more) }, jobToken: JOB_TOKEN, runtime: hastyRuntime(), ...parts });
const failed = (message: RegExp, hint = /./) => expect.objectContaining({ code: 'FORGE_FAILED', message: expect.stringMatching(message), hint: expect.stringMatching(hint) });

describe('GitLabForge', () => {
  it('reads the policy of the protected default branch, whatever branch the job is on', async () => {
    gitlab.commit('feature', { [PATH]: 'version: 1\ndefault: allow\n' });
    expect(await forge().readPolicy('77', PATH)).toEqual({ text: POLICY, source: `gitlab:77@${head}:${PATH}` });
  });

  it('fetches one commit and one file of it', async () => {
    gitlab.commit('main', { [PATH]: POLICY, 'big.bin': Buffer.alloc(300_000, 2) });
    const seen: string[] = [];
    const spy = { ...systemRuntime, spawn: (file: string, args: readonly string[], options: SpawnOptions) => {
      seen.push(args.join(' '));
      return systemRuntime.spawn(file, args, options);
    } };
    await forge({}, { runtime: spy }).readPolicy('77', PATH);
    expect(seen.find((line) => line.startsWith('fetch'))).toMatch(/--depth=1.*--filter=blob:none/);
  });

  it('shows the job token in no argument and on no disk, and leaves nothing behind', async () => {
    const places = new Set<string>();
    const words: string[] = [];
    const disks: string[] = [];
    const spy = { ...systemRuntime, spawn: (file: string, args: readonly string[], options: SpawnOptions) => {
      words.push(file, ...args);
      places.add(String(options.cwd));
      for (const name of readdirSync(String(options.cwd), { recursive: true, encoding: 'utf8' })) {
        if (/config|HEAD/u.test(name)) disks.push(readFileSync(join(String(options.cwd), name), 'utf8'));
      }
      return systemRuntime.spawn(file, args, options);
    } };
    await forge({}, { runtime: spy }).readPolicy('77', PATH);
    const basic = Buffer.from(`gitlab-ci-token:${JOB_TOKEN}`).toString('base64');
    for (const text of [words.join(' '), disks.join(' ')]) {
      expect(text).toContain(gitlab.url);
      expect(text).not.toContain(JOB_TOKEN);
      expect(text).not.toContain(basic);
    }
    expect([...gitlab.credentials].sort()).toEqual([`Basic ${basic}`, JOB_TOKEN].sort());
    expect([...places].map((place) => [place.includes('ostiary-forge-'), existsSync(place)])).toEqual([[true, false]]);
  });

  it('starts git by its path with an environment of our own', async () => {
    const environments: Record<string, string>[] = [];
    const files: string[] = [];
    process.env['GIT_SSH_COMMAND'] = 'touch /tmp/never';
    process.env['HTTPS_PROXY'] = 'http://evil.example';
    try {
      const spy = { ...systemRuntime, spawn: (file: string, args: readonly string[], options: SpawnOptions) => {
        environments.push(options.env as Record<string, string>);
        files.push(file);
        return systemRuntime.spawn(file, args, options);
      } };
      await forge({}, { runtime: spy }).readPolicy('77', PATH);
    } finally {
      delete process.env['GIT_SSH_COMMAND'];
      delete process.env['HTTPS_PROXY'];
    }
    expect(new Set(files).size).toBe(1);
    expect(files[0]).toMatch(/^\/.*\/git$/);
    for (const environment of environments) {
      expect(Object.keys(environment).filter((name) => !/^GIT_CONFIG_(KEY|VALUE)_\d+$/u.test(name)).sort()).toEqual(['GIT_CEILING_DIRECTORIES', 'GIT_CONFIG_COUNT', 'GIT_CONFIG_GLOBAL', 'GIT_CONFIG_NOSYSTEM', 'GIT_CONFIG_SYSTEM', 'GIT_TERMINAL_PROMPT', 'HOME', 'LC_ALL', 'PATH']);
      expect(Object.values(environment)).toEqual(expect.arrayContaining(['core.hooksPath', 'protocol.allow', 'never', 'http.followRedirects']));
    }
  });

  it('takes another default branch when the server has one', async () => {
    head = gitlab.commit('release/1', { [PATH]: 'version: 1\n' });
    gitlab.setHead('release/1');
    gitlab.defaultBranch = 'release/1';
    gitlab.protectedBranches = new Set(['release/1']);
    expect((await forge().readPolicy('77', PATH)).source).toBe(`gitlab:77@${head}:${PATH}`);
  });

  it('finds the default branch among many that begin alike', async () => {
    for (const name of ['main-1', 'main-2', 'mainframe']) gitlab.commit(name, {});
    gitlab.protectedBranches = new Set(['main']);
    expect((await forge().readPolicy('77', PATH)).text).toBe(POLICY);
    gitlab.protectedBranches = new Set(['main-1']);
    await expect(forge().readPolicy('77', PATH)).rejects.toEqual(failed(/not protected/));
  });

  it.each<[string, { change: () => void; message: RegExp; hint?: RegExp }]>([
    ['an unprotected branch', { change: () => gitlab.protectedBranches.clear(), message: /`main` of project 77 is not protected/, hint: /Protected branches/ }],
    ['a branch that the API does not call default', { change: () => void (gitlab.defaultBranch = 'trunk'), message: /not the default branch/ }],
    ['a branch that the API does not know', { change: () => void (gitlab.apiAnswer = { status: 200, body: '[]' }), message: /does not know the branch/ }],
    ['a protection in words', { change: () => void (gitlab.apiAnswer = { status: 200, body: '[{"name":"main","default":true,"protected":"true","commit":{"id":"x"}}]' }), message: /not protected/ }],
    ['another head than that of git', { change: () => void (gitlab.apiAnswer = { status: 200, body: `[{"name":"main","default":true,"protected":true,"commit":{"id":"${'a'.repeat(40)}"}}]` }), message: /disagree about the head/ }],
    ['an API that is no API', { change: () => void (gitlab.apiAnswer = { status: 200, body: '<html>' }), message: /status 200/ }],
    ['an API that is disturbed', { change: () => void (gitlab.apiAnswer = { status: 502, body: '' }), message: /status 502/, hint: /disturbed/ }],
    ['an API that sends us elsewhere', { change: () => void (gitlab.apiAnswer = { status: 302, body: '', headers: { location: 'https://evil.example' } }), message: /redirects/ }],
    ['no policy', { change: () => void gitlab.commit('main', { 'x.txt': 'x' }), message: /no `.ostiary\/policy.yml`/ }],
    ['a policy of another ending', { change: () => void gitlab.commit('main', { 'x.txt': 'x', '.ostiary/policy.yaml': 'x', '.ostiary.yml': 'x', 'charts/policy.yml': 'x' }), message: /no `.ostiary\/policy.yml`/, hint: /^there is `\.ostiary\/policy\.yaml` and `\.ostiary\.yml`: it has to be `\.ostiary\/policy\.yml`, exactly so$/ }],
    ['a policy that is a link', { change: () => void gitlab.commit('main', { [PATH]: '-> /etc/passwd' }), message: /is not a file/ }],
    ['a policy that is a folder', { change: () => void gitlab.commit('main', { [`${PATH}/x`]: 'x' }), message: /is not a file/ }],
    ['a policy that is large', { change: () => void gitlab.commit('main', { [PATH]: Buffer.alloc(MAX_POLICY_BYTES + 1, 0x20) }), message: /larger than/ }],
    ['a policy that is no text', { change: () => void gitlab.commit('main', { [PATH]: Buffer.from([0xff, 0x00]) }), message: /not UTF-8/ }],
    ['a HEAD that points nowhere', { change: () => gitlab.setHead('gone'), message: /no default branch/ }],
  ])('refuses %s', async (_name, { change, message, hint }) => {
    change();
    const refused = forge().readPolicy('77', PATH);
    await (message.source.includes('redirects') ? expect(refused).rejects.toThrow(message) : expect(refused).rejects.toEqual(failed(message, hint)));
  });

  it('says what is missing when the token opens nothing', async () => {
    await expect(forge({}, { jobToken: 'wrong' }).readPolicy('77', PATH)).rejects.toEqual(failed(/git: fatal/, /may read code/));
    expect(() => forge({}, { jobToken: '' })).toThrow(/CI_JOB_TOKEN/);
  });

  it.each<[string, Record<string, unknown>, RegExp]>([
    ['another project', { project_id: '78' }, /not of project 77/],
    ["a merge request of a fork", { job_project_id: '66' }, /fork/],
    ['a path that leaves', { project_path: 'acme/../../x' }, /no project path/],
    ['a path with a query', { project_path: 'acme/shop?x=1' }, /no project path/],
    ['a path that is an option', { project_path: '--upload-pack=x/y' }, /no project path/],
    ['no path', { project_path: undefined }, /no project path/],
  ])('refuses a token of %s before anything is asked', async (_name, more, message) => {
    await expect(forge(more).readPolicy('77', PATH)).rejects.toEqual(failed(message));
    expect(gitlab.requests).toEqual([]);
  });
});

describe('GitLabForge where job tokens may not list branches', () => {
  beforeEach(() => {
    gitlab.api = 'closed';
  });

  it('believes the verified token of a job on the protected default branch', async () => {
    expect((await forge(onMain).readPolicy('77', PATH)).source).toBe(`gitlab:77@${head}:${PATH}`);
  });

  it.each<[string, Record<string, unknown>, RegExp, RegExp]>([
    ['a job elsewhere', {}, /can not be known.*not on that branch/, /CI_DEFAULT_BRANCH/],
    ['a protected branch that is not the default', { ref: 'release', ref_path: 'refs/heads/release', ref_protected: 'true' }, /can not be known/, /CI_DEFAULT_BRANCH/],
    ['a tag of that name', { ...onMain, ref_type: 'tag', ref_path: 'refs/tags/main' }, /can not be known/, /CI_DEFAULT_BRANCH/],
    ['a branch of another path', { ...onMain, ref_path: 'refs/merge-requests/1/head' }, /can not be known/, /CI_DEFAULT_BRANCH/],
    ['a default branch without protection', { ...onMain, ref_protected: 'false' }, /is not protected/, /Protected branches/],
    ['a token that does not say', { ...onMain, ref_protected: undefined }, /is not protected/, /Protected branches/],
  ])('refuses %s', async (_name, more, message, hint) => {
    await expect(forge(more).readPolicy('77', PATH)).rejects.toEqual(failed(message, hint));
  });
});
