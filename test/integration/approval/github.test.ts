// SPDX-License-Identifier: Apache-2.0
//
// GitHub's real client against a GitHub that keeps state, each request and answer held against GitHub's published description: what is
// written, what is asked again, what is said when something is missing, and that nothing is believed of a GitHub that is down or lies.
import { approvalBranch, BRANCH_PREFIX, branchesOf, manifestDigest } from '../../../src/approval/manifest.js';
import { useApproval } from '../../../src/approval/use.js';
import { verifyApproval, type Verified, type VerifyDeps } from '../../../src/approval/verify.js';
import { CHECK_NAME } from '../../../src/forge/claim.js';
import { GitHubApprovals } from '../../../src/forge/github-approvals.js';
import { DBA, explain, filesOf, manifestOf, putUp } from '../../support/approvals.js';
import { ANN, BOB, EVE, ForgeWorld, GATE, REPOSITORY } from '../../support/forge-world.js';
import { GATE_TOKEN, type GitHubStandIn, startGitHubStandIn } from '../../support/github-stand-in.js';
import { hastyRuntime, type HastyRuntime } from '../../support/hasty-runtime.js';

const ID = String(REPOSITORY);
const manifest = manifestOf();
const digest = manifestDigest(manifest);
let world: ForgeWorld;
let api: GitHubStandIn;
let runtime: HastyRuntime;
let forge: GitHubApprovals;
beforeEach(async () => {
  world = new ForgeWorld();
  api = await startGitHubStandIn(world);
  runtime = hastyRuntime();
  forge = new GitHubApprovals({ baseUrl: api.baseUrl, token: GATE_TOKEN, runtime, millisecondsPerSecond: 1 });
});
afterEach(async () => {
  await api.stop();
  expect(api.violations).toEqual([]);
});

const deps = (): VerifyDeps => ({ forge, explain, demandsOf: () => [DBA], proposers: [String(GATE)] });
const verify = (number: number): Promise<Verified> => verifyApproval({ repositoryId: ID, number, digest }, deps());
const failed = (message: RegExp, hint = /./u) => expect.objectContaining({ code: 'FORGE_FAILED', message: expect.stringMatching(message), hint: expect.stringMatching(hint) });
const approved = (): number => {
  const { number } = putUp(world, manifest);
  world.approve(number, ANN);
  return number;
};
const proposal = () => ({ branch: approvalBranch(manifest, 1), files: Object.entries(filesOf(manifest)).map(([path, text]) => ({ path, text })), title: 'Approve', body: 'see the page' });

describe('an approval from end to end', () => {
  it('is put up, asked for, given, shown, claimed once, reported and closed', async () => {
    const repository = await forge.repository(ID);
    const pull = await forge.open(repository, proposal());
    expect(pull).toMatchObject({ state: 'open', base: 'main', branch: approvalBranch(manifest, 1), files: 2 });
    await forge.requestReviewers(repository, pull, { users: [String(ANN)], teams: ['acme/dba'] });
    expect(world.pull(pull.number).requested).toEqual({ users: [ANN], teams: ['dba'] });
    expect((await verify(pull.number)).outcome).toMatchObject({ kind: 'pending', missing: [{ rule: 'schema', what: '1 more person of: team acme/dba' }] });
    await forge.showStatus(repository, { commit: pull.head, state: 'pending', title: 'waits', summary: 'for one person', url: pull.url });
    world.approve(pull.number, ANN);
    expect((await verify(pull.number)).outcome).toMatchObject({ kind: 'approved', by: [{ id: String(ANN), login: 'ann' }] });
    expect((await forge.underReview(repository, branchesOf(manifest))).map(({ number }) => number)).toEqual([pull.number]);
    const used = await useApproval({ repositoryId: ID, number: pull.number, digest }, 'session-1', deps());
    expect(used.manifest).toEqual(manifest);
    expect(world.tags.has(`ostiary/claims/${digest}`)).toBe(true);
    await forge.showStatus(repository, { commit: pull.head, state: 'executed', title: 'done', summary: 'UPDATE 3', url: pull.url });
    expect(world.statuses).toEqual([{ commit: pull.head, state: 'pending', title: 'waits' }, { commit: pull.head, state: 'success', title: 'done' }]);
    await forge.comment(repository, pull, 'executed');
    await forge.close(repository, pull);
    expect([world.pull(pull.number).state, world.pull(pull.number).comments, world.branches.has(pull.branch)]).toEqual(['closed', ['executed'], false]);
  });

  it('is put up once by two gates', async () => {
    const repository = await forge.repository(ID);
    const [one, other] = await Promise.all([forge.open(repository, proposal()), forge.open(repository, proposal())]);
    expect([one.number, world.pulls.size]).toEqual([other.number, 1]);
  });

  it('is merged at exactly the head that was approved', async () => {
    const number = approved();
    const repository = await forge.repository(ID);
    const pull = await forge.pull(repository, number);
    world.push(pull.branch, { by: EVE });
    await expect(forge.merge(repository, pull)).rejects.toEqual(failed(/merging pull request 7/));
    await forge.merge(repository, await forge.pull(repository, number));
    expect(await forge.mergedAs(repository, world.branches.get('main') as string)).toBe(number);
    expect(await forge.mergedAs(repository, pull.head)).toBeNull();
  });

  it('removes no branch but its own', async () => {
    const { number } = putUp(world, manifest, { branch: 'agent/work' });
    const repository = await forge.repository(ID);
    const pull = await forge.pull(repository, number);
    expect(pull.branch.startsWith(BRANCH_PREFIX)).toBe(false);
    await forge.close(repository, pull);
    expect(world.branches.has('agent/work')).toBe(true);
  });
});

describe('a claim', () => {
  it('is had by one of two sessions, and by that one again', async () => {
    const number = approved();
    const uses = await Promise.all(['one', 'two'].map((session) => useApproval({ repositoryId: ID, number, digest }, session, deps())));
    expect(uses.filter((use) => use.manifest !== null)).toHaveLength(1);
    const [winner, loser] = uses[0]?.manifest === null ? ['two', 'one'] : ['one', 'two'];
    expect((await useApproval({ repositoryId: ID, number, digest }, winner, deps())).manifest).toEqual(manifest);
    expect(await useApproval({ repositoryId: ID, number, digest }, loser, deps())).toMatchObject({ manifest: null, verified: { outcome: { kind: 'refused', why: `this approval was used by session \`${winner}\`` }, claimedBy: winner } });
  });

  it('whose answer is lost is found again by its session', async () => {
    const number = approved();
    const repository = await forge.repository(ID);
    api.instead.push({ of: 'POST /repos/acme/shop/git/refs', answers: [() => null] });
    expect(await forge.claim(repository, { digest, commit: world.headOf(world.pull(number)), session: 'one' })).toBe('claimed');
    expect(await forge.claimant(repository, digest)).toBe('one');
  });

  it('made by hand is nobody\'s', async () => {
    const number = approved();
    world.tags.set(`ostiary/claims/${digest}`, { target: world.branches.get('main') as string, message: null });
    expect((await useApproval({ repositoryId: ID, number, digest }, 'one', deps())).verified.outcome).toMatchObject({ kind: 'refused' });
  });

  it('that a ruleset keeps from being made says so', async () => {
    const repository = await forge.repository(ID);
    api.instead.push({ of: 'POST /repos/acme/shop/git/refs', answers: [{ status: 422, body: { message: 'Repository rule violations found' } }] });
    await expect(forge.claim(repository, { digest, commit: repository.head, session: 'one' })).rejects.toEqual(failed(/was not accepted/, /bypass list/));
  });
});

describe('asking GitHub', () => {
  it('asks again with ETags, and believes the clock of now', async () => {
    const number = approved();
    const first = await verify(number);
    world.tick(60);
    const before = [api.requests.length, api.notModified()] as const;
    expect((await verify(number)).outcome).toEqual(first.outcome);
    expect(api.notModified() - before[1]).toBe(before[0]);
    world.tick(8 * 3600);
    expect((await verify(number)).outcome).toMatchObject({ kind: 'pending', notCounted: [{ person: { login: 'ann' }, why: expect.stringMatching(/has expired$/) }] });
  });

  it('reads every page', async () => {
    const number = approved();
    for (let at = 0; at < 5; at += 1) world.review(number, BOB, 'COMMENTED');
    world.objectTo(number, BOB);
    api.most = 1;
    expect((await verify(number)).outcome).toMatchObject({ kind: 'pending', missing: [{ rule: null, what: '`bob` (813) asks for changes, and has to approve or be dismissed' }] });
  });

  it.each<[string, { status: number; headers?: Record<string, string>; body?: unknown }]>([
    ['a disturbance', { status: 502, body: { message: 'unicorn' } }],
    ['a secondary limit', { status: 403, headers: { 'retry-after': '1' }, body: { message: 'You have exceeded a secondary rate limit' } }],
    ['a limit that ends soon', { status: 403, headers: { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': String(Math.ceil(Date.now() / 1000)) }, body: { message: 'API rate limit exceeded' } }],
  ])('goes on after %s', async (_name, answer) => {
    const number = approved();
    api.instead.push({ of: 'GET /repos/acme/shop/pulls/7/reviews', answers: [answer] });
    expect((await verify(number)).outcome.kind).toBe('approved');
  });

  it('does not wait for an hour', async () => {
    const number = approved();
    api.instead.push({ of: 'GET /repos/acme/shop/pulls/7/reviews', answers: [{ status: 403, headers: { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': String(Math.ceil(Date.now() / 1000) + 3600) }, body: { message: 'API rate limit exceeded' } }] });
    await expect(verify(number)).rejects.toEqual(failed(/GitHub limits this token/, /later/));
  });

  it.each<[string, string, RegExp, RegExp, (number: number) => Promise<unknown>]>([
    ['pulls:read', 'GET', /may not \(403/, /pull-requests: read/, (number) => verify(number)],
    ['contents:read', 'GET', /may not \(403/, /contents: read/, (number) => verify(number)],
    ['members:read', 'GET', /members of team `acme\/dba`.* may not \(403/, /members: read.*users/, (number) => verify(number)],
    ['actions:read', 'GET', /run 5001.* may not \(403/, /actions: read/, (number) => verify(number)],
    ['contents:write', 'claim', /claim of manifest .* may not \(403/, /contents: write/, (number) => useApproval({ repositoryId: ID, number, digest }, 's', deps())],
    ['pulls:write', 'open', /approval pull request .* may not \(403/, /pull-requests: write/, async () => forge.open(await forge.repository(ID), { ...proposal(), branch: 'ostiary/approvals/x-1' })],
    ['pulls:write', 'comment', /a comment on .* may not \(403/, /pull-requests: write/, async (number) => {
      const repository = await forge.repository(ID);
      return forge.comment(repository, await forge.pull(repository, number), 'x');
    }],
  ])('without %s (%s) it says which permission is missing', async (permission, _what, message, hint, run) => {
    const number = approved();
    api.permissions.delete(permission);
    await expect(run(number)).rejects.toEqual(failed(message, hint));
    expect(world.tags.size).toBe(0);
  });

  it('names the setting when Actions may not open pull requests', async () => {
    api.instead.push({ of: 'POST /repos/acme/shop/pulls', answers: [{ status: 403, body: { message: 'GitHub Actions is not permitted to create or approve pull requests.' } }] });
    await expect(forge.open(await forge.repository(ID), proposal())).rejects.toEqual(failed(/may not open pull requests here/, /Allow GitHub Actions to create and approve pull requests/));
  });

  it('shows a commit status where check runs are for Apps alone', async () => {
    api.permissions.delete('checks:write');
    const repository = await forge.repository(ID);
    await forge.showStatus(repository, { commit: repository.head, state: 'refused', title: 'x'.repeat(200), summary: '', url: 'https://x.example' });
    expect(world.statuses).toEqual([{ commit: repository.head, state: 'failure', title: 'x'.repeat(140) }]);
    expect(CHECK_NAME).toBe('ostiary/approval');
    api.permissions.delete('statuses:write');
    await expect(forge.showStatus(repository, { commit: repository.head, state: 'approved', title: '', summary: '', url: '' })).rejects.toEqual(failed(/ostiary\/approval/, /checks: write/));
  });
});
