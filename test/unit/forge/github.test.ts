// SPDX-License-Identifier: Apache-2.0
import { MAX_POLICY_BYTES } from '../../../src/forge/policy-file.js';
import { GitHubForge } from '../../../src/forge/github.js';
import { hastyRuntime, type HastyRuntime } from '../../support/hasty-runtime.js';
import { HEAD_SHA, READER, startGitHubApi, type GitHubApi } from '../../support/github-api.js';

const PATH = '.ostiary/policy.yml';
const OTHERWISE = ['.ostiary/policy.yaml', '.ostiary.yml', '.Ostiary/Policy.yml', 'ostiary/policy.yml', 'app/.ostiary/policy.yml', '.github/policy.yml', 'policy.yml', '.ostiary/policies.yml', '.ostiary/policy.json'];
const POLICY = 'version: 1\n# äöü\n';
let api: GitHubApi;
let runtime: HastyRuntime;
beforeEach(async () => {
  api = await startGitHubApi(POLICY);
  runtime = hastyRuntime();
});
afterEach(() => api.stop());

const forge = (token = READER): GitHubForge => new GitHubForge({ baseUrl: api.baseUrl, token, runtime });
const failed = (message: RegExp, hint: RegExp) => expect.objectContaining({ code: 'FORGE_FAILED', message: expect.stringMatching(message), hint: expect.stringMatching(hint) });
const main = () => api.repository.branches['main'] as GitHubApi['repository']['branches'][string];

describe('GitHubForge', () => {
  it('reads the policy by id, at the head of the protected default branch', async () => {
    expect(await forge().readPolicy('812364', PATH)).toEqual({ text: POLICY, source: `github:812364@${HEAD_SHA}:${PATH}` });
    expect(api.requests).toEqual(['GET /api/v3/repositories/812364', 'GET /api/v3/repos/acme/shop/branches/main', `GET /api/v3/repos/acme/shop/contents/.ostiary%2Fpolicy.yml?ref=${HEAD_SHA}`]);
  });

  it('follows a rename, since the id stays', async () => {
    Object.assign(api.repository, { owner: 'acme-corp', name: 'store', defaultBranch: 'trunk/1', branches: { 'trunk/1': main() } });
    expect((await forge().readPolicy('812364', PATH)).text).toBe(POLICY);
  });

  it('never looks at another branch, whatever it holds', async () => {
    api.repository.branches['agent'] = { protected: true, sha: 'a'.repeat(40), files: { [PATH]: 'version: 1\ndefault: allow\n' } };
    expect((await forge().readPolicy('812364', PATH)).text).toBe(POLICY);
    expect(api.requests.join()).not.toContain('agent');
  });

  it('reads nothing of a branch that is not protected, and says how to protect it', async () => {
    main().protected = false;
    await expect(forge().readPolicy('812364', PATH)).rejects.toEqual(failed(/`main` of acme\/shop is not protected/, /Rulesets/));
    expect(api.requests.join()).not.toContain('contents');
  });

  it.each<[string, unknown]>([['a text', 'true'], ['a number', 1], ['nothing', undefined], ['null', null]])('takes %s for not protected', async (_name, value) => {
    api.instead.push({ of: 'GET /api/v3/repos/acme/shop/branches', answers: [{ status: 200, body: { name: 'main', commit: { sha: HEAD_SHA }, protected: value } }] });
    await expect(forge().readPolicy('812364', PATH)).rejects.toEqual(failed(/not protected/, /Rulesets/));
  });

  it.each<[string, () => void, RegExp, RegExp]>([
    ['a branch that is not there', () => void delete api.repository.branches['main'], /no branch `main`/, /contents: read/],
    ['a policy that is not there', () => void delete main().files[PATH], /no `.ostiary\/policy.yml` on the default branch `main` of acme\/shop/, /contents: read/],
    ...OTHERWISE.map((called): [string, () => void, RegExp, RegExp] => [`a policy that is called \`${called}\``, () => void (main().files = { 'README.md': 'x', 'charts/policy.yml': 'x', '.ostiary/policy.test.yml': 'x', [called]: 'x' }), /no `.ostiary\/policy.yml` on/, new RegExp(`^there is \`${called.replaceAll('.', '\\.')}\`: it has to be \`.ostiary/policy.yml\`, exactly so$`, 'u')]),
    ['a folder', () => void (main().files = { [`${PATH}/x`]: 'x' }), /is not a file/, /ordinary file/],
    ['a link', () => void (main().files[PATH] = 'symlink'), /is not a file/, /ordinary file/],
    ['a submodule', () => void (main().files[PATH] = 'submodule'), /is not a file/, /ordinary file/],
    ['a large file', () => void (main().files[PATH] = Buffer.alloc(MAX_POLICY_BYTES + 1, 0x20)), /larger than/, /pack/],
    ['a huge file', () => void (main().files[PATH] = Buffer.alloc(1024 * 1024 + 1, 0x20)), /larger than/, /pack/],
    ['a file that is no text', () => void (main().files[PATH] = Buffer.from([0xff, 0xfe, 0x00])), /not UTF-8/, /UTF-8/],
  ])('refuses %s', async (_name, change, message, hint) => {
    change();
    await expect(forge().readPolicy('812364', PATH)).rejects.toEqual(failed(message, hint));
  });

  it.each<[string, string, object, RegExp]>([
    ['another repository', 'GET /api/v3/repositories', { id: 4711, name: 'shop', owner: { login: 'acme' }, default_branch: 'main' }, /not understood/],
    ['no default branch', 'GET /api/v3/repositories', { id: 812364, name: 'shop', owner: { login: 'acme' } }, /not understood/],
    ['another branch', 'GET /api/v3/repos/acme/shop/branches', { name: 'master', protected: true, commit: { sha: HEAD_SHA } }, /another branch/],
    ['a commit that is none', 'GET /api/v3/repos/acme/shop/branches', { name: 'main', protected: true, commit: { sha: 'main' } }, /no commit/],
    ['half a file', 'GET /api/v3/repos/acme/shop/contents', { type: 'file', encoding: 'base64', content: 'dg==', size: 20 }, /did not arrive whole/],
  ])('refuses an answer about %s', async (_name, of, body, message) => {
    api.instead.push({ of, answers: [{ status: 200, body }] });
    await expect(forge().readPolicy('812364', PATH)).rejects.toEqual(failed(message, /./));
  });

  it.each<[string, string, RegExp, RegExp]>([
    ['a wrong token', 'wrong', /does not accept the token \(401\)/, /expired.*contents: read/],
    ['a token without access', 'ghs_other', /812364 can not be seen/, /contents: read/],
  ])('says what is missing with %s', async (_name, token, message, hint) => {
    await expect(forge(token).readPolicy('812364', PATH)).rejects.toEqual(failed(message, hint));
  });

  it('names the permission when the contents alone are forbidden', async () => {
    api.instead.push({ of: 'GET /api/v3/repos/acme/shop/contents', answers: [{ status: 403, body: { message: 'Resource not accessible by integration' } }] });
    await expect(forge().readPolicy('812364', PATH)).rejects.toEqual(failed(/may not read it \(403: Resource not accessible/, /permissions: \{ contents: read \}/));
    expect(runtime.waits).toEqual([]);
  });

  it.each<[string, { status: number; headers?: Record<string, string>; body?: unknown }, number]>([
    ['a disturbance', { status: 502 }, 250],
    ['a rate limit that says how long', { status: 429, headers: { 'retry-after': '3' } }, 3000],
    ['a secondary rate limit', { status: 403, body: { message: 'You have exceeded a secondary rate limit' } }, 250],
    ['a limit that is renewed in a moment', { status: 403, headers: { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': '0' } }, 1000],
  ])('waits politely after %s', async (_name, answer, atLeast) => {
    api.instead.push({ of: 'GET /api/v3/repositories', answers: [answer] });
    expect((await forge().readPolicy('812364', PATH)).text).toBe(POLICY);
    expect(runtime.waits).toHaveLength(1);
    expect(runtime.waits[0]).toBeGreaterThanOrEqual(atLeast);
    expect(runtime.waits[0]).toBeLessThan(atLeast * 1.6);
  });

  it('does not wait for an hour', async () => {
    api.instead.push({ of: 'GET', answers: [{ status: 403, headers: { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': String(Math.floor(Date.now() / 1000) + 3600) }, body: { message: 'API rate limit exceeded' } }] });
    await expect(forge().readPolicy('812364', PATH)).rejects.toEqual(failed(/403: API rate limit exceeded/, /./));
    expect(runtime.waits).toEqual([]);
  });

  it('gives up after some tries', async () => {
    api.instead.push({ of: 'GET', answers: Array.from({ length: 9 }, () => ({ status: 503, body: { message: 'unicorn' } })) });
    await expect(forge().readPolicy('812364', PATH)).rejects.toEqual(failed(/unicorn/, /disturbed/));
    expect(api.requests).toHaveLength(4);
  });

  it('follows no redirect with its token', async () => {
    api.instead.push({ of: 'GET /api/v3/repositories', answers: [{ status: 301, headers: { location: 'https://evil.example/' } }] });
    await expect(forge().readPolicy('812364', PATH)).rejects.toEqual(failed(/redirects are not followed/, /./));
  });

  it('refuses an answer that does not end', async () => {
    api.instead.push({ of: 'GET', answers: [{ status: 200, body: 'x'.repeat(3 * 1024 * 1024) }] });
    await expect(forge().readPolicy('812364', PATH)).rejects.toEqual(failed(/more than/, /./));
  });

  it('says so when nobody answers', async () => {
    await api.stop();
    await expect(forge().readPolicy('812364', PATH)).rejects.toEqual(failed(/can not be reached/, /./));
    api = await startGitHubApi(POLICY);
  });

  it.each(['', '0', '01', 'acme/shop', '812364/../1', '1e9'])('takes no id but a number: %p', async (id) => {
    await expect(forge().readPolicy(id, PATH)).rejects.toMatchObject({ code: 'IDENTITY_UNTRUSTED' });
    expect(api.requests).toEqual([]);
  });

  it.each(['', '/etc/passwd', '../policy.yml', '.ostiary/../x', 'a//b', 'a b', 'x?ref=agent', 'a%2fb'])('takes no path that is more than a path: %p', async (path) => {
    await expect(forge().readPolicy('812364', path)).rejects.toMatchObject({ code: 'INPUT_INVALID' });
    expect(api.requests).toEqual([]);
  });

  it('sends its token over nothing but https, or to loopback', () => {
    expect(() => new GitHubForge({ baseUrl: 'http://ghes.example/api/v3', token: READER, runtime })).toThrow(/not an address to trust/);
    expect(() => forge('')).toThrow(/no token/);
  });
});
