// SPDX-License-Identifier: Apache-2.0
//
// GitHub's real client against a GitHub that keeps state, each request and answer held against GitHub's published description: what is
// written, what is asked again, what is said when something is missing, and that nothing is believed of a GitHub that is down or lies.
import { addedTexts, carry } from '../../../src/approval/existing-pull-request.js';
import { approvalBranch, BRANCH_PREFIX, branchesOf, manifestDigest } from '../../../src/approval/manifest.js';
import { useApproval } from '../../../src/approval/single-use.js';
import { verifyApproval, type Verified, type VerifyDeps } from '../../../src/approval/verify.js';
import { approvalGate, type ApprovalGateDeps } from '../../../src/commands/approval-gate.js';
import { CHECK_NAME } from '../../../src/forge/claim.js';
import { GitHubApprovals } from '../../../src/forge/github-approvals.js';
import type { Asked } from '../../../src/approval/manifest.js';
import type { Impact } from '../../../src/core/manifest.js';
import type { Host } from '../../../src/core/ports.js';
import { attestOf } from '../../../src/main/attestations.js';
import { judgeBundle } from '../../../src/record/bundle.js';
import { statementOf } from '../../../src/record/envelope.js';
import { readTrustedRoots } from '../../../src/record/trusted-root.js';
import { HEADER } from '../../support/recordings.js';
import { startSigstore } from '../../support/sigstore.js';
import { askedOf, DBA, explain, filesOf, manifestOf, putUp, unlikePolicy } from '../../support/approvals.js';
import type { FaceAnswer } from '../../support/forge-server.js';
import { AGENT, ANN, BOB, EVE, ForgeWorld, GATE, REPOSITORY, type WorldPull, type WorldRuleset } from '../../support/forge-world.js';
import { GATE_TOKEN, type GitHubStandIn, startGitHubStandIn } from '../../support/github-stand-in.js';
import { hastyRuntime, type HastyRuntime } from '../../support/hasty-runtime.js';

const ID = String(REPOSITORY);
const MARK = 'c'.repeat(32);
const IMPACT: Impact = { rows: 100, sizeBytes: 8192, lock: 'ACCESS EXCLUSIVE', rewrites: false, notes: ['orders holds about 100 rows'] };
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

const deps = (): VerifyDeps => ({ forge, explain, demandsOf: () => [DBA], unlikePolicy, proposers: [String(GATE)] });
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
    await forge.requestReviewers(repository, pull, { users: [], teams: [], owners: ['ann', 'left', 'bob', 'acme/sre', 'ostiary-acme[bot]'] });
    expect(world.pull(pull.number).requested).toEqual({ users: [ANN, BOB], teams: ['dba', 'sre'] });
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
    await forge.comment(repository, pull, { mark: MARK, markdown: 'running' });
    await forge.comment(repository, pull, { mark: MARK, markdown: 'executed' });
    await forge.close(repository, pull);
    expect([world.pull(pull.number).state, world.pull(pull.number).comments, world.branches.has(pull.branch)]).toEqual(['closed', [`<!-- ostiary ${MARK} -->\nexecuted`], false]);
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

describe('a manifest on a pull request of an agent', () => {
  const carrying = async () => ({ forge, repository: await forge.repository(ID), explain, head: null, verify: (number: number) => verifyApproval({ repositoryId: ID, number, digest: null }, deps()) });
  const work = (more: Partial<Parameters<ForgeWorld['open']>[0]> = {}): WorldPull => {
    world.push('agent/work', { by: AGENT, files: { 'db/1.sql': 'alter table orders add column note text;\n' } });
    return world.open({ by: AGENT, branch: 'agent/work', ...more });
  };
  const added = (pull: WorldPull): string[] => world.changed(pull).map(({ path }) => path).sort();

  it('is put on top of what is there, stays while it is the same, and gives way to another', async () => {
    const pull = work();
    const first = await carry(manifest, pull.number, await carrying());
    expect([first.isNew, first.verified.digest, added(pull)]).toEqual([true, digest, [...Object.keys(filesOf(manifest)), 'db/1.sql'].sort()]);
    expect(world.commitsOf(pull).map(({ author }) => author.id)).toEqual([AGENT, GATE]);
    // Nobody knows who had asked the agent.
    world.approve(pull.number, ANN);
    world.approve(pull.number, BOB);
    const later = manifestOf(undefined, { created: '2026-11-24T13:00:00Z' });
    const second = await carry(later, pull.number, await carrying());
    expect([second.isNew, second.verified.digest, second.verified.outcome.kind]).toEqual([false, digest, 'approved']);
    const other = manifestOf([askedOf('alter table orders add column other text')]);
    const third = await carry(other, pull.number, await carrying());
    expect([third.isNew, third.verified.digest, third.verified.outcome.kind, added(pull)]).toEqual([true, manifestDigest(other), 'pending', [...Object.keys(filesOf(other)), 'db/1.sql'].sort()]);
  });

  it.each<[string, Partial<Asked>, Partial<Asked>, number, boolean]>([
    ['another number of rows', { impact: IMPACT, maxRows: 200 }, { impact: { ...IMPACT, rows: 1 }, maxRows: 200 }, AGENT, true],
    ['no ceiling', { impact: IMPACT, maxRows: 200 }, { impact: IMPACT, maxRows: null }, AGENT, true],
    ['a lock that it takes', { impact: IMPACT }, { impact: { ...IMPACT, lock: null } }, AGENT, true],
    ['words of its own', { impact: IMPACT }, { impact: { ...IMPACT, notes: ['looked at by security'] } }, AGENT, true],
    ['an impact that nobody could estimate', {}, { impact: IMPACT }, AGENT, true],
    ['other reasons', {}, { rules: [{ id: 'schema', reason: 'a formality' }] }, AGENT, true],
    ['as many rows as it may be by now', { impact: IMPACT, maxRows: 200 }, { impact: { ...IMPACT, rows: 60, notes: ['orders holds about 60 rows'] }, maxRows: 120 }, AGENT, false],
    ['another number of rows, put up by us', { impact: IMPACT, maxRows: 200 }, { impact: { ...IMPACT, rows: 1 }, maxRows: 2 }, GATE, false],
  ])('that shows %s than we would: is ours in its place', async (_what, ours, theirs, by, isNew) => {
    const text = 'alter table orders add column note text';
    const [own, there] = [manifestOf([askedOf(text, ours)], { created: '2026-11-24T13:00:00Z' }), manifestOf([askedOf(text, theirs)])];
    const pull = work();
    world.push('agent/work', { by, files: filesOf(there) });
    world.approve(pull.number, ANN);
    const carried = await carry(own, pull.number, await carrying());
    expect([carried.isNew, carried.verified.digest, added(pull)]).toEqual([isNew, manifestDigest(isNew ? own : there), [...Object.keys(filesOf(isNew ? own : there)), 'db/1.sql'].sort()]);
  });

  it('once used makes room for a new one, which has to be approved again', async () => {
    const pull = work();
    await carry(manifest, pull.number, await carrying());
    world.approve(pull.number, ANN);
    world.approve(pull.number, BOB);
    await useApproval({ repositoryId: ID, number: pull.number, digest }, 'session-1', deps());
    const { isNew, verified } = await carry(manifestOf(undefined, { created: '2026-11-24T13:00:00Z' }), pull.number, await carrying());
    expect([isNew, verified.claimedBy, verified.outcome.kind]).toEqual([true, null, 'pending']);
  });

  it.each<[string, () => WorldPull, RegExp]>([
    ['of a fork', () => Object.assign(work(), { headRepository: 99 }), /comes from another repository/],
    ['that goes elsewhere', () => work({ base: 'release' }), /goes to `release`, not to `main`/],
    ['that is closed', () => Object.assign(work(), { state: 'closed' }), /is closed/],
    ['that was merged', () => {
      const pull = work();
      world.merge(pull.number, BOB);
      return pull;
    }, /is merged/],
    ['of the default branch itself', () => world.open({ by: AGENT, branch: 'main' }), /shows the default branch itself/],
  ])('%s is not put there', async (_name, open, why) => {
    world.push('release', { by: ANN });
    const { number } = open();
    const before = world.commits.size;
    await expect(carry(manifest, number, await carrying())).rejects.toEqual(expect.objectContaining({ code: 'DENIED', message: expect.stringMatching(why) }));
    expect(world.commits.size).toBe(before);
  });

  it('is of the files that the pull request adds, read at the head that gets it', async () => {
    world.push('main', { by: ANN, files: { 'db/0.sql': 'select 0;', 'db/9.sql': 'select 9;' } });
    const pull = work();
    world.push('agent/work', { by: AGENT, files: { 'db/2.sql': 'select 2;', 'db/sub/3.sql': 'select 3;', 'db/9.sql': null, 'note.txt': 'x' } });
    const read = async (...globs: string[]) => addedTexts(globs, pull.number, await carrying());
    expect(await read('db/*.sql')).toEqual({ head: world.headOf(pull), texts: ['alter table orders add column note text;\n', 'select 2;'], names: ['db/1.sql', 'db/2.sql'] });
    expect((await read('db/2.sql', 'db/**.sql', 'elsewhere/*.sql')).texts).toEqual(['select 2;', 'alter table orders add column note text;\n', 'select 3;']);
    expect((await read('elsewhere/*.sql')).texts).toEqual([]);
    await expect(carry(manifest, pull.number, { ...await carrying(), head: pull.versions[0]?.head ?? '' })).rejects.toEqual(failed(/pull request 7 was pushed to while its operations were read/));
    world.push('agent/work', { by: AGENT, files: { 'db/0.sql': 'drop table orders;' } });
    await expect(read('db/*.sql')).rejects.toEqual(expect.objectContaining({ code: 'INPUT_INVALID', message: expect.stringMatching(/pull request 7 changes `db\/0.sql`, which was there before/) }));
  });

  it('never goes over what is pushed meanwhile', async () => {
    const pull = work();
    const last = (): void => void world.push('agent/work', { by: EVE, files: { 'db/1.sql': 'drop table orders;\n' } });
    api.instead.push({ of: 'POST /repos/acme/shop/git/commits', answers: [(own) => {
      last();
      return own;
    }] });
    await expect(carry(manifest, pull.number, await carrying())).rejects.toEqual(failed(/branch of pull request 7 does not take the manifest/, /pushed to.*run again/));
    expect(added(pull)).toEqual(['db/1.sql']);
  });

  it('waits until GitHub shows the push, and not for ever', async () => {
    const stale = (own: FaceAnswer): FaceAnswer => ({ ...own, body: { ...(own.body as object), head: { ...(own.body as { head: object }).head, sha: 'a'.repeat(40) } } });
    const pull = work();
    const repository = await forge.repository(ID);
    const before = await forge.pull(repository, pull.number);
    const addition = { files: proposal().files, removed: [], title: 'put up' };
    api.instead.push({ of: `GET /repos/acme/shop/pulls/${pull.number}`, answers: [stale, stale] });
    await forge.addTo(repository, before, addition);
    expect(runtime.waits.filter((wait) => wait === 1000)).toHaveLength(2);
    api.instead.push({ of: `GET /repos/acme/shop/pulls/${pull.number}`, answers: Array.from({ length: 10 }, () => stale) });
    await expect(forge.addTo(repository, { ...before, head: world.headOf(pull) }, addition)).rejects.toEqual(failed(/does not show what was put on it/, /run again/));
  });
});

describe('approval-gate, on a branch of its own', () => {
  it('passes over what somebody else put up with another impact, and asks anew; what says the same it takes, and waits for politely', async () => {
    let now = 0;
    const said: string[] = [];
    const outputs: Record<string, string> = {};
    const host = { log: { info: () => undefined }, annotate: (level: string, message: string) => void said.push(`${level} ${message}`), output: (name: string, value: string) => void (outputs[name] = value) } as unknown as Host;
    const { operation } = askedOf('alter table orders add column note text');
    const repository = await forge.repository(ID);
    const judged = [{ operation, transaction: null, place: null, maxRows: 200, impact: IMPACT, decision: { decision: 'review' as const, rules: ['schema'], reasons: ['it locks the table'], masks: [], maxRows: null, observed: [] } }];
    const { operations: _operations, demands: _demands, format: _format, created: _created, ...context } = manifest;
    const gate = (rows: number, wait = '0m', sleep: ApprovalGateDeps['sleep'] = async () => true) => approvalGate({ sql: ['a.sql'], wait }, { host, monotonicMs: () => now, sleep, propose: async () => ({
      judged: judged.map((one) => ({ ...one, impact: { ...IMPACT, rows } })), context: { ...context, now: world.now }, demandsFor: () => [DBA], inspect: () => [], explain, forge, repository, head: null, verify: (number) => verifyApproval({ repositoryId: ID, number, digest: null }, deps()),
    }) });
    const forged = putUp(world, manifestOf([{ operation, transaction: null, maxRows: null, impact: { ...IMPACT, rows: 1 }, rules: [{ id: 'schema', reason: 'it locks the table' }] }]), { by: AGENT });
    world.approve(forged.number, ANN);
    world.approve(forged.number, BOB);
    expect([await gate(100), outputs['approval-url'], said]).toEqual([3, 'https://github.com/acme/shop/pull/8', [expect.stringMatching(/^warning .*\/pull\/7 shows these operations in other words than ours/u), expect.stringMatching(/^warning .*\/pull\/8 is pending/u)]]);
    expect([await gate(900), outputs['approval-url'], world.pulls.size]).toEqual([3, 'https://github.com/acme/shop/pull/8', 2]);
    // Every 20 s, and the last time when the time is over.
    const slept: number[] = [];
    const sleeping: ApprovalGateDeps['sleep'] = async (milliseconds) => {
      slept.push(milliseconds);
      now += milliseconds;
      return true;
    };
    expect([await gate(100, '50s', sleeping), slept]).toEqual([3, [20_000, 20_000, 10_000]]);
    world.rulesets = [];
    expect([await gate(100), said.at(-2)]).toEqual([3, expect.stringMatching(/^warning no approval can be used here: nothing keeps the tags/u)]);
  });
});

describe('a claim', () => {
  const CLAIMS = 'refs/tags/ostiary/claims/**';
  const ruleset = (more: Partial<WorldRuleset> = {}): WorldRuleset => ({ id: 21, name: 'claims', enforcement: 'active', bypass: 'never', include: [CLAIMS], exclude: [], rules: ['creation', 'deletion', 'update'], ...more });
  it.each<[string, WorldRuleset[], 'claimed' | RegExp]>([
    ['one that nobody bypasses', [ruleset()], 'claimed'],
    ['two, each with its half', [ruleset({ rules: ['deletion'] }), ruleset({ id: 22, rules: ['update'] })], 'claimed'],
    ['one for everything', [ruleset({ include: ['~ALL'] })], 'claimed'],
    ['one for all folders of tags', [ruleset({ include: ['refs/tags/**/*'] })], 'claimed'],
    ['one that the token bypasses, beside one that it does not', [ruleset({ bypass: 'always' }), ruleset({ id: 22 })], 'claimed'],
    ['none', [], /nothing keeps the tags `ostiary\/claims\/\*` from being removed/u],
    ['one that only counts', [ruleset({ enforcement: 'evaluate' })], /from being removed/u],
    ['one for tags of one part', [ruleset({ include: ['refs/tags/*', 'refs/tags/**'] })], /from being removed/u],
    ['one for other tags', [ruleset({ include: ['refs/tags/v*'] })], /from being removed/u],
    ['one with a pattern that nobody understands', [ruleset({ include: ['refs/tags/ostiary/claims/[0-9a-f]*'] })], /from being removed/u],
    ['one that leaves these out', [ruleset({ exclude: ['refs/tags/ostiary/**/*'] })], /from being removed/u],
    ['one that leaves out what nobody understands', [ruleset({ exclude: ['refs/tags/[a-z]*'] })], /from being removed/u],
    ['one that keeps them from being made', [ruleset({ rules: ['creation'] })], /from being removed/u],
    ['one that lets them be moved', [ruleset({ rules: ['deletion'] })], /from being moved/u],
    ['one that the token bypasses', [ruleset({ bypass: 'always' })], /this token may bypass the ruleset `claims`, so with it a tag/u],
    ['one that it bypasses in pull requests', [ruleset({ bypass: 'pull_requests_only' })], /may bypass the ruleset/u],
  ])('under rulesets: %s', async (_what, rulesets, expected) => {
    world.rulesets = rulesets;
    const number = approved();
    const used = await useApproval({ repositoryId: ID, number, digest }, 'one', deps());
    expect([used.manifest === null ? used.verified.outcome : 'claimed', world.tags.size]).toEqual(expected === 'claimed' ? ['claimed', 1] : [{ kind: 'refused', why: expect.stringMatching(expected), hint: expect.stringContaining('tag ruleset, active, for `ostiary/claims/**`') }, 0]);
  });

  it('whose rules the token is not told is used, and that is said', async () => {
    const number = approved();
    const said: string[] = [];
    const use = (session: string) => useApproval({ repositoryId: ID, number, digest }, session, { ...deps(), unguarded: (why) => void said.push(why) });
    api.instead.push({ of: 'GET /repos/acme/shop/rulesets?', answers: [{ status: 403, body: { message: 'Upgrade to GitHub Pro or make this repository public to enable this feature.' } }] });
    expect((await use('one')).manifest).toEqual(manifest);
    world.rulesets = [ruleset({ bypass: undefined })];
    expect((await use('one')).manifest).toEqual(manifest);
    expect(said).toEqual([expect.stringMatching(/does not show the rulesets for tags \(403\)/u), expect.stringMatching(/whether it may bypass/u)]);
    api.instead.push({ of: 'GET /repos/acme/shop/rulesets?', answers: [{ status: 200, body: { message: 'hm' }, foreign: true }] });
    await expect(use('one')).rejects.toEqual(failed(/rulesets for tags is not understood/));
  });

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

  it('keeps no old clock when it is told of no other', async () => {
    const number = approved();
    await verify(number);
    world.tick(9 * 3600);
    api.instead.push({ of: `GET /repos/acme/shop/pulls/${number}`, answers: [(own) => ({ ...own, headers: { ...own.headers, date: '' } })] });
    expect((await verify(number)).outcome).toMatchObject({ kind: 'pending', notCounted: [{ why: expect.stringMatching(/has expired$/) }] });
  });

  it('sees what is begun behind a page that was full', async () => {
    const { number } = putUp(world, manifest);
    for (let at = 0; at < 99; at += 1) world.review(number, EVE, 'COMMENTED');
    world.approve(number, ANN);
    expect((await verify(number)).outcome.kind).toBe('approved');
    world.objectTo(number, ANN);
    expect((await verify(number)).outcome).toMatchObject({ kind: 'pending', missing: expect.arrayContaining([{ rule: null, what: '`ann` (812) asks for changes, and has to approve or be dismissed' }]) });
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
      return forge.comment(repository, await forge.pull(repository, number), { mark: MARK, markdown: 'x' });
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

describe('an attestation', () => {
  it('is signed as the job, kept for the repository, and its 403 names the permission', async () => {
    const sigstore = await startSigstore();
    const token = ['{}', '{"iss":"https://token.actions.githubusercontent.com","sub":"repo:acme/shop"}', 'x'].map((part) => Buffer.from(part).toString('base64url')).join('.');
    const masks: string[] = [];
    const inputs: Record<string, string> = { attest: 'true', 'github-token': GATE_TOKEN };
    const host = { kind: 'github', input: (name: string) => inputs[name], idToken: async () => token, addMask: (value: string) => void masks.push(value) } as unknown as Host;
    const environment = { GITHUB_REPOSITORY: 'acme/shop', GITHUB_SERVER_URL: 'https://github.com', GITHUB_API_URL: api.baseUrl, HTTPS_PROXY: 'http://127.0.0.1:9' };
    const attest = attestOf(host, environment, { fulcio: sigstore.url, rekor: null, tsa: sigstore.url });
    const end = { type: 'end', count: 2, head: 'a'.repeat(64), outcome: 'ok', operations: { allow: 1, review: 0, deny: 0 }, key: null, signature: null } as const;
    const statement = statementOf({ name: 'session.jsonl', sha256: 'b'.repeat(64), header: HEADER, end, approvals: [], lines: 3, head: 'c'.repeat(64) });
    expect(await attest?.(statement)).toBe('https://github.com/acme/shop/attestations/1');
    const trust = { roots: await readTrustedRoots(sigstore.root(['tlogs'])), identity: 'repo:acme/*', issuer: 'https://token.actions.githubusercontent.com' };
    expect(await judgeBundle(JSON.stringify(world.attestations[0]), trust)).toMatchObject({ kind: 'good', statement: { predicate: { session: HEADER.session } } });
    expect([masks, Object.keys(environment)]).toEqual([[token], ['GITHUB_REPOSITORY', 'GITHUB_SERVER_URL', 'GITHUB_API_URL']]);
    api.permissions.delete('attestations:write');
    await expect(attest?.(statement)).rejects.toEqual(failed(/^the attestation for acme\/shop: the token may not \(403: /u, /^the token needs `attestations: write`$/u));
    expect(world.attestations).toHaveLength(1);
    await sigstore.stop();
  });
});
