// SPDX-License-Identifier: Apache-2.0
//
// Approvals on GitLab: what is written, what is asked again, what is said when something is missing; and a well-kept client of others that
// reads the same stand-in, so that it speaks as GitLab does and not only as we listen.
import { Gitlab } from '@gitbeaker/rest';
import { carry } from '../../../src/approval/existing-pull-request.js';
import { approvalBranch, branchesOf, manifestDigest } from '../../../src/approval/manifest.js';
import type { Outcome } from '../../../src/approval/outcome.js';
import { useApproval } from '../../../src/approval/single-use.js';
import { verifyApproval } from '../../../src/approval/verify.js';
import { WriteBack } from '../../../src/approval/write-back.js';
import { GitLabApprovals } from '../../../src/forge/gitlab-approvals.js';
import { askedOf, DBA, explain, filesOf, manifestOf, unlikePolicy } from '../../support/approvals.js';
import { type Activity, AGENT, ANN, BOB, EVE, GATE, REPOSITORY } from '../../support/forge-world.js';
import { GITLAB_TOKEN } from '../../support/gitlab-stand-in.js';
import { hastyRuntime } from '../../support/hasty-runtime.js';
import { lineOf, type Scene, sceneOf, watch, type Watched } from '../../support/situations.js';

const ID = String(REPOSITORY);
const MARK = 'c'.repeat(32);
let scene: Scene;
let watched: Watched;
beforeEach(async () => {
  scene = sceneOf();
  watched = await watch(scene, 'gitlab');
});
afterEach(async () => {
  expect(await watched.stop()).toEqual([]);
});
const failed = (message: RegExp, hint = /./u) => expect.objectContaining({ code: 'FORGE_FAILED', message: expect.stringMatching(message), hint: expect.stringMatching(hint) });
const use = (session: string) => useApproval({ repositoryId: ID, number: scene.pull.number, digest: scene.digest }, session, { forge: watched.forge, explain, demandsOf: () => [DBA], unlikePolicy, proposers: [String(GATE)] });

it('puts up, asks, shows, claims once, reports and closes', async () => {
  const { forge } = watched;
  const manifest = manifestOf(undefined, { created: '2026-11-24T13:00:00Z' });
  const proposal = { branch: approvalBranch(manifest, 2), files: Object.entries(filesOf(manifest)).map(([path, text]) => ({ path, text })), title: 'Approve', body: 'see the page' };
  const repository = await forge.repository(ID);
  const [pull, other] = await Promise.all([forge.open(repository, proposal), forge.open(repository, proposal)]);
  expect([pull.files, other.number]).toEqual([2, pull.number]);
  Object.assign(scene, { manifest, digest: manifestDigest(manifest), pull: scene.world.pull(pull.number) });
  await forge.requestReviewers(repository, pull, { users: [String(ANN)], teams: ['acme/dba'] });
  expect(scene.pull.requested.users).toEqual([ANN]);
  await forge.requestReviewers(repository, pull, { users: [String(ANN)], teams: [], owners: ['bob', 'left', 'acme/sre'] });
  expect(scene.pull.requested.users).toEqual([ANN, BOB]);
  expect(lineOf(await watched.verify())).toMatch(/^pending/u);
  scene.world.approve(pull.number, ANN);
  expect((await forge.underReview(repository, branchesOf(manifest))).map(({ number }) => number)).toEqual([7, pull.number]);
  const uses = await Promise.all([use('one'), use('two')]);
  expect(uses.filter((one) => one.manifest !== null)).toHaveLength(1);
  const winner = uses[0]?.manifest === null ? 'two' : 'one';
  expect((await use(winner)).manifest).toEqual(manifest);
  expect(await forge.claimant(repository, scene.digest as string)).toBe(winner);
  await forge.showStatus(repository, { commit: pull.head, state: 'executed', title: 'done', summary: '', url: pull.url });
  expect(scene.world.statuses).toEqual([{ commit: pull.head, state: 'success', title: 'done' }]);
  await forge.comment(repository, pull, { mark: MARK, markdown: 'running' });
  await forge.comment(repository, pull, { mark: MARK, markdown: 'executed' });
  await forge.close(repository, pull);
  expect([scene.pull.state, scene.pull.comments, scene.world.branches.has(pull.branch)]).toEqual(['closed', [`<!-- ostiary ${MARK} -->\nexecuted`], false]);
});

it('asks people beside those who are asked already: who asks for changes is not sent away', async () => {
  scene.pull.requested = { users: [EVE], teams: [] };
  scene.world.objectTo(scene.pull.number, BOB);
  const repository = await watched.forge.repository(ID);
  await watched.forge.requestReviewers(repository, await watched.forge.pull(repository, scene.pull.number), { users: [String(ANN)], teams: ['acme/dba'] });
  expect([[...scene.pull.requested.users].sort(), [...scene.pull.objections]]).toEqual([[ANN, BOB, EVE].sort(), [BOB]]);
  scene.world.approve(scene.pull.number, ANN);
  expect(lineOf(await watched.verify())).toMatch(/asks for changes, and has to approve or be dismissed/u);
});

it('is told what became of an approval in one note, written anew, also when an answer is lost; then it is closed', async () => {
  const { forge } = watched;
  const repository = await forge.repository(ID);
  const outcome: Outcome = { kind: 'used', pull: await forge.pull(repository, 7), manifest: scene.digest, isDone: true, operations: [{ resource: 'orders-db', how: 'done', said: 'UPDATE 3' }], why: null };
  const teller = new WriteBack({ forge, repositoryId: ID, session: 'ost_1', run: '5001', after: 'close', runtime: hastyRuntime() });
  watched.server.instead.push({ of: 'POST /api/v4/projects/812364/merge_requests/7/notes', answers: [() => null] });
  expect([...await teller.tell([outcome]), ...await teller.finish([outcome], 'e'.repeat(64))].map(({ failed }) => failed)).toEqual([null, null]);
  expect(scene.pull.comments).toEqual([expect.stringMatching(/1 of 1 done[^]*\| 1 \| `orders-db` \| done \| `UPDATE 3` \|[^]*\/-\/pipelines\/5001\), recording SHA-256 `e{64}`/u)]);
  expect([scene.world.statuses.at(-1), scene.pull.state]).toEqual([expect.objectContaining({ state: 'success', title: '1 of 1 done' }), 'closed']);
});

it('merges exactly the head that was approved, and finds it by its commit', async () => {
  const { forge } = watched;
  const repository = await forge.repository(ID);
  const pull = await forge.pull(repository, 7);
  scene.world.push(pull.branch, { by: BOB });
  await expect(forge.merge(repository, pull)).rejects.toEqual(failed(/merging merge request 7: .*409.*SHA does not match/));
  await forge.merge(repository, await forge.pull(repository, 7));
  expect(await forge.mergedAs(repository, scene.world.branches.get('main') as string)).toBe(7);
});

it('finds the pushes to a branch in a project with thousands of others, and asks no further than its creation', async () => {
  const { world, pull } = scene;
  const others = (count: number): Activity[] => Array.from({ length: count }, (_one, at) => ({ id: 900_000 + at, branch: `other-${at}`, before: '0'.repeat(40), after: 'a'.repeat(40), by: BOB, at: 0, type: 'push' }));
  world.activities.unshift(...others(2_100));
  world.approve(pull.number, ANN);
  expect(lineOf(await watched.verify())).toMatch(/^approved by ann/u);
  expect(watched.server.requests.filter((line) => line.includes('/events'))).toHaveLength(1);
  world.activities.push(...others(150));
  expect(await watched.forge.pushes(await watched.forge.repository(ID), pull.branch)).toEqual([{ before: null, after: world.headOf(pull), by: { id: String(GATE), login: 'ostiary-acme[bot]', kind: 'bot' } }]);
  world.activities.push(...others(5_000));
  expect(lineOf(await watched.verify())).toMatch(/^pending: 2 more people .*who pushed the head is not known/u);
});

it('puts a manifest on a merge request of an agent, on top of what is there and nothing else', async () => {
  const { forge } = watched;
  const manifest = manifestOf([askedOf('alter table orders add column other text')]);
  const { world } = scene;
  world.push('agent/work', { by: AGENT, files: { 'db/1.sql': 'select 1;\n' } });
  const pull = world.open({ by: AGENT, branch: 'agent/work' });
  const repository = await forge.repository(ID);
  const carrying = { forge, repository, explain, head: null, verify: (number: number) => verifyApproval({ repositoryId: ID, number, digest: null }, { forge, explain, demandsOf: () => [DBA], unlikePolicy, proposers: [String(GATE)] }) };
  const first = await carry(manifest, pull.number, carrying);
  expect([first.isNew, first.verified.outcome.kind, world.commitsOf(pull).length]).toEqual([true, 'pending', 2]);
  world.approve(pull.number, ANN);
  world.approve(pull.number, BOB);
  expect(await carry(manifest, pull.number, carrying)).toMatchObject({ isNew: false, verified: { outcome: { kind: 'approved' } } });
  world.push('agent/work', { by: AGENT, files: { '.ostiary/approvals/README.md': 'read this instead' } });
  await expect(carry(manifestOf([askedOf('select 1')]), pull.number, carrying)).rejects.toMatchObject({ code: 'DENIED', message: expect.stringContaining('also changes `.ostiary/approvals/README.md`'), hint: expect.stringContaining('remove it') });
  world.push('agent/work', { by: AGENT, files: { '.ostiary/approvals/README.md': null } });
  const other = manifestOf([askedOf('alter table orders add column third text')]);
  const before = await forge.pull(repository, pull.number);
  world.push('agent/work', { by: EVE });
  await expect(forge.addTo(repository, before, { files: [{ path: 'a.txt', text: 'a' }], removed: [], title: 'a' })).rejects.toEqual(failed(/merge request 8 was pushed to meanwhile/, /run again/));
  expect((await carry(other, pull.number, carrying)).verified.digest).toBe(manifestDigest(other));
  expect(world.changed(pull).map(({ path }) => path).filter((path) => path.startsWith('.ostiary/')).sort()).toEqual(Object.keys(filesOf(other)).sort());
});

it('asks again with ETags', async () => {
  scene.world.approve(7, ANN);
  const first = lineOf(await watched.verify());
  const before = [watched.server.requests.length, watched.server.notModified()] as const;
  expect(lineOf(await watched.verify())).toBe(first);
  expect(watched.server.notModified() - before[1]).toBeGreaterThan(before[0] - 5);
});

it.each<[string, string, { status: number; body: unknown }, RegExp, RegExp]>([
  ['a job token', 'GET /api/v4/projects/812364/merge_requests/7/approvals', { status: 401, body: { message: '401 Unauthorized' } }, /does not accept the token \(401\)/, /job token.*read_api/],
  ['a token that may not', 'GET /api/v4/projects/812364/merge_requests/7/approvals', { status: 403, body: { message: '403 Forbidden' } }, /the approvals: the token may not \(403/, /read_api.*Developer/],
  ['a group that can not be seen', 'GET /api/v4/groups', { status: 404, body: { message: '404 Group Not Found' } }, /group `acme\/dba`: .*404/, /membership of that group/],
  ['half an answer', 'GET /api/v4/projects/812364/merge_requests/7/approvals', { status: 200, body: { approved_by: [{ user: null, approved_at: 'soon' }] } }, /not understood/, /./],
  ['a merge in progress', 'GET /api/v4/projects/812364/merge_requests/7', { status: 200, body: { iid: 7, target_project_id: REPOSITORY, state: 'locked' } }, /is being merged right now/, /run again/],
])('with %s it says what is missing', async (_name, of, answer, message, hint) => {
  watched.server.instead.push({ of, answers: [answer] });
  await expect(watched.verify()).rejects.toEqual(failed(message, hint));
});

it('says which tags have to be allowed when a claim is not', async () => {
  scene.world.approve(7, ANN);
  watched.server.instead.push({ of: 'POST /api/v4/projects/812364/repository/tags', answers: [{ status: 400, body: { message: 'You are not allowed to create this tag as it is protected.' } }, { status: 403, body: {} }] });
  await expect(use('one')).rejects.toEqual(failed(/was not accepted.*protected/, /protected tags `ostiary\/claims/));
  await expect(use('one')).rejects.toEqual(failed(/may not \(403/, /protected tags/));
});

it('claims only where the tag stays: by the settings, or, where the token does not see them, by the tag that was made', async () => {
  scene.world.approve(7, ANN);
  for (const names of [[], ['v*'], ['ostiary/claims']]) {
    scene.world.protectedTags = names;
    expect([(await use('one')).verified.outcome, scene.world.tags.size]).toEqual([{ kind: 'refused', why: expect.stringContaining('are not protected'), hint: expect.stringContaining('Protected tags: `ostiary/claims/*`') }, 0]);
  }
  scene.world.protectedTags = null;
  scene.world.tagsProtected = false;
  await expect(use('one')).rejects.toEqual(failed(/is made, and the tag is not protected.*nothing runs/, /Protected tags/));
  scene.world.tags.clear();
  scene.world.tagsProtected = true;
  expect((await use('one')).manifest).not.toBeNull();
  for (const names of [['*'], ['ostiary/*']]) {
    scene.world.protectedTags = names;
    expect((await use('one')).manifest).not.toBeNull();
  }
});

it('sends its token over nothing but https, or to loopback', () => {
  expect(() => new GitLabApprovals({ url: 'http://gitlab.example', token: GITLAB_TOKEN, runtime: hastyRuntime() })).toThrow(/not an address to trust/);
  expect(() => new GitLabApprovals({ url: 'https://gitlab.example', token: '', runtime: hastyRuntime() })).toThrow(/no token/);
});

it('is read alike by another client', async () => {
  scene.world.approve(7, ANN);
  const api = new Gitlab({ host: watched.server.baseUrl, token: GITLAB_TOKEN });
  expect(await api.MergeRequests.show(REPOSITORY, 7)).toMatchObject({ iid: 7, state: 'opened', sha: scene.world.headOf(scene.pull) });
  expect(await api.MergeRequestApprovals.showConfiguration(REPOSITORY, { mergerequestIId: 7 })).toMatchObject({ approved_by: [{ user: { id: ANN, username: 'ann' } }] });
  expect(await api.MergeRequests.allDiffVersions(REPOSITORY, 7)).toMatchObject([{ head_commit_sha: scene.world.headOf(scene.pull) }]);
});
