// SPDX-License-Identifier: Apache-2.0
//
// Break-glass on both forges: who may, who is told before anything runs, for how long, and the review that has to follow.
import { settleAfterReviews } from '../../../src/approval/after-review.js';
import { BREAK_PREFIX, breakGlass, type BreakGlass, breakPath } from '../../../src/approval/break-glass.js';
import { broke, underBreakGlass } from '../../../src/main/gateway/break-glass.js';
import { GatewayForge } from '../../../src/main/gateway/review-forge.js';
import type { Policy } from '../../../src/policy/model.js';
import type { RepositoryPolicy } from '../../../src/policy/tighten.js';
import { WriteBack } from '../../../src/approval/write-back.js';
import type { GateRequest } from '../../../src/commands/gate-process.js';
import type { Approvals, ReviewForge, Secrets, Store } from '../../../src/core/ports.js';
import type { Admitted } from '../../../src/main/admission.js';
import { approvalsOf } from '../../../src/main/approvals.js';
import { loadPolicy } from '../../../src/policy/load.js';
import { accessOf, operationOf } from '../../support/judging.js';
import { AGENT, ANN, BOB, DAN, EVE, GATE, REPOSITORY, type WorldPull } from '../../support/forge-world.js';
import { GATE_TOKEN } from '../../support/github-stand-in.js';
import { GITLAB_TOKEN } from '../../support/gitlab-stand-in.js';
import { PRINCIPAL } from '../../support/proposing.js';
import { hastyRuntime } from '../../support/hasty-runtime.js';
import { type ForgeKind, type Scene, sceneOf, watch, type Watched } from '../../support/situations.js';

type Settings = NonNullable<Policy['breakGlass']>;
const ID = String(REPOSITORY);
const MINUTES = 60_000;
const NOTIFY = { users: [String(ANN)], teams: [] };
const operation = operationOf([accessOf({ effect: 'schema' })], { facts: { statement: 'ALTER TABLE', text: `alter table orders add x text default 'secret'`, redacted: 'alter table "orders\u202e" add x text default ?' } });

const POLICY = `version: 1
default: deny
approvers: { teams: [acme/dba] }
identities: { on-call: { github: { repository_id: ${REPOSITORY}, ref: refs/heads/main } } }
forge: { token: "env:FORGE_TOKEN", allow_static: true }
break_glass: { principal: on-call, users: [${EVE}], notify: { users: [${ANN}] }, max: 30m }
resources: { box: { type: shell } }
rules: [{ id: all, match: { effect: "*" }, decide: review }]
`;

it('the forge of a gateway keeps a leased token for its session, takes another of the rest after a minute, and gives back what it holds', async () => {
  let [now, connected] = [0, 0];
  const released: number[] = [];
  const of = (endsAt: number | null) => new GatewayForge({
    kind: 'github', store: {} as Store, clock: { now: () => now, monotonicMs: () => now },
    connect: async () => {
      const number = (connected += 1);
      return { forge: { team: async () => [String(number)] } as unknown as ReviewForge, held: { endsAt, release: async () => void released.push(number) } };
    },
  });
  const [leased, kept] = [of(7_200_000), of(null)];
  expect([...await leased.team('a/b'), ...await kept.team('a/b')]).toEqual(['1', '2']);
  now = 3_600_000;
  expect([...await leased.team('a/b'), ...await kept.team('a/b')]).toEqual(['1', '3']);
  await Promise.all([leased.release(), kept.release(), leased.release()]);
  expect(released.sort()).toEqual([1, 3]);
});

describe.each<ForgeKind>(['github', 'gitlab'])('on %s', (kind) => {
  let scene: Scene;
  let watched: Watched;
  let now: number;
  beforeEach(async () => {
    scene = sceneOf();
    watched = await watch(scene, kind);
    now = 0;
  });
  afterEach(async () => {
    expect(await watched.stop()).toEqual([]);
  });
  // Eve set run 5001 going.
  const open = (more: Partial<Parameters<typeof breakGlass>[0]> = {}): Promise<BreakGlass> => breakGlass({
    repositoryId: ID, session: 'ost_1', run: '5001', starter: { id: String(EVE), login: 'eve' }, reason: 'orders are lost every minute', resources: ['orders-db'], may: [{ users: [String(EVE)], teams: [] }], notify: NOTIFY, maxMs: 30 * MINUTES, now: Date.UTC(2026, 10, 24, 12), ...more,
  }, watched.forge, () => now);
  const claim = (approvals: Approvals) => approvals.claim(operation, PRINCIPAL, { connection: 1, message: {}, rules: ['schema'] });
  const pullOf = (): WorldPull | undefined => [...scene.world.pulls.values()].find(({ branch }) => branch.startsWith(BREAK_PREFIX));
  const told = (): number[] => pullOf()?.requested.users ?? [];

  it('lets a named person through for a while, after somebody else was asked, and says what ran', async () => {
    const broken = await open();
    const pull = pullOf() as WorldPull;
    expect([pull.state, told(), pull.body, scene.world.statuses.at(-1)]).toEqual(['open', [ANN], expect.stringMatching(/eve \(816\) let operations on `orders-db` run[^]*\n {4}orders are lost every minute\n/u), expect.objectContaining({ state: kind === 'github' ? 'failure' : 'failed' })]);
    const answer = await claim(broken);
    expect(answer).toMatchObject({ kind: 'approved', approval: expect.stringContaining('nobody yet: break-glass by eve (816)'), seen: { state: 'break-glass', by: ['eve (816)'], reason: 'until 2026-11-24T12:30:00.000Z: orders are lost every minute' } });
    if (answer.kind === 'approved') answer.settle?.('done', 'ALTER TABLE');
    now = 30 * MINUTES;
    expect(await claim(broken)).toMatchObject({ kind: 'pending', how: expect.stringContaining('break-glass ended'), seen: { state: 'expired' } });
    const teller = new WriteBack({ forge: watched.forge, repositoryId: ID, session: 'ost_1', run: '5001', after: 'close', runtime: hastyRuntime() });
    await teller.tell(broken.outcomes);
    await teller.finish(broken.outcomes, 'e'.repeat(64));
    expect([pull.state, pull.comments, scene.world.statuses.at(-1)?.title]).toEqual(['open', [expect.stringMatching(/\| 1 \| `db` \| done \| `ALTER TABLE` `alter table "orders⟦U\+202E⟧" add x text default \?` \|[^]*Because of: `orders are lost every minute`/u)], 'break-glass: 1 operation, has to be reviewed']);
    expect(pull.comments.join('')).not.toContain('secret');
  });

  it('shows the reason as text, whatever ends its lines', async () => {
    await open({ reason: 'orders are lost\r# Approved\r\n@acme/all\n![](x)' });
    expect(pullOf()?.body).toContain('\n\n    orders are lost\n    # Approved\n    @acme/all\n    ![](x)\n\n');
  });

  it.each<[string, () => Parameters<typeof open>[0], RegExp]>([
    ['who is not in the group', () => ({ may: [{ users: [String(ANN)], teams: ['acme/dba'] }] }), /`eve` \(816\) is not in the group/u],
    ['who left the team', () => { scene.world.teams.get('acme/sre')?.delete(EVE); return { may: [{ users: [], teams: ['acme/sre'] }] }; }, /is not in the group/u],
    ['who may not write any more', () => { scene.world.user(EVE).role = 'read'; return {}; }, /`eve` \(816\) may not write here/u],
    ['who is a bot', () => { scene.world.runs.set(5001, { actor: AGENT, triggering: AGENT }); return { may: [{ users: [String(AGENT)], teams: [] }] }; }, /nobody knows which person started this run/u],
    ['who played the job of somebody who is in the group', () => ({ starter: { id: String(BOB), login: 'bob' } }), /`bob` \(813\) is not in the group/u],
    ['who played it, and is a bot', () => ({ starter: { id: String(AGENT), login: 'agent[bot]' } }), /nobody knows which person started this run/u],
    ['whom the token does not name', () => ({ starter: null }), /nobody knows which person started this run/u],
    ['with nobody behind the run', () => ({ run: null }), /nobody knows which person started this run/u],
    ['with nobody else to tell', () => ({ notify: { users: [String(EVE)], teams: [] } }), /there is nobody else to tell/u],
  ])('refuses somebody %s, and tells nobody', async (_who, how, why) => {
    await expect(open(how())).rejects.toMatchObject({ code: 'DENIED', message: expect.stringMatching(why), hint: expect.any(String) });
    expect(pullOf()).toBeUndefined();
  });

  it.each<[string, Partial<Settings> | null, readonly string[], string | RegExp]>([
    ['nothing of its own, lifts what the operator wants reviewed', null, [], 'operator'],
    ['a group for other jobs', { principals: ['others'] }, [], 'operator'],
    ['the same group, lifts both for the shorter time, and both are told', { users: [String(EVE)], notify: { users: [String(BOB)], teams: [] }, maxMs: 5 * MINUTES }, [String(BOB)], 'both'],
    ['another group, lets nobody', { users: [String(ANN)] }, [], /`eve` \(816\) is not in the group/u],
  ])('at a gateway, under a repository\'s policy with %s', async (_what, own, also, lifts) => {
    const operator: Settings = { principals: ['on-call'], users: [String(EVE)], teams: [], notify: NOTIFY, maxMs: 30 * MINUTES };
    const repository = { names: ['nightly'], policy: { breakGlass: own === null ? null : { ...operator, principals: ['nightly'], ...own } } } as unknown as RepositoryPolicy;
    const breaking = broke({ session: 'ost_1', reason: 'orders are lost', resources: ['orders-db'], operator, names: ['on-call'], repository, repositoryId: ID, run: '5001', starter: { id: String(EVE), login: 'eve' } }, watched.forge, { now: () => Date.UTC(2026, 10, 24, 12), monotonicMs: () => now });
    if (lifts instanceof RegExp) {
      await expect(breaking).rejects.toMatchObject({ code: 'DENIED', message: expect.stringMatching(lifts) });
      expect(pullOf()).toBeUndefined();
      return;
    }
    const broken = await breaking;
    const approvals = underBreakGlass(broken, { claim: () => Promise.resolve({ kind: 'pending', how: 'ask', url: null }) });
    const asks = async (...rules: string[]): Promise<string> => (await approvals.claim(operation, PRINCIPAL, { connection: 1, message: {}, rules })).kind;
    const both = lifts === 'both' ? 'approved' : 'pending';
    expect([await asks('schema'), await asks('repository/schema'), await asks('schema', 'repository/schema')]).toEqual(['approved', both, both]);
    expect([[...told()].sort(), broken.glass.told.until]).toEqual([[ANN, ...also.map(Number)].sort(), lifts === 'both' ? '2026-11-24T12:05:00.000Z' : '2026-11-24T12:30:00.000Z']);
  });

  it('has whoever played the job on record, beside whoever started its run', async () => {
    const broken = await open({ starter: { id: String(BOB), login: 'bob' }, may: [{ users: [String(EVE), String(BOB)], teams: [] }] });
    expect(broken.seen.by).toEqual(['eve (816)', 'bob (813)']);
    scene.world.approve((pullOf() as WorldPull).number, BOB);
    expect(await settleAfterReviews(ID, { users: [String(BOB)], teams: [] }, watched.forge)).toMatchObject([{ missing: expect.stringContaining('1 more person') }]);
  });

  it.each<[string, Record<string, string>, RegExp | string]>([
    ['started by hand', { event_name: 'workflow_dispatch', pipeline_source: 'web' }, 'break-glass'],
    ['of a schedule', { event_name: 'schedule', pipeline_source: 'schedule' }, /is `schedule`, and nobody starts such a run by hand/u],
    ['that another one started', { event_name: 'workflow_run', pipeline_source: 'parent_pipeline' }, /nobody starts such a run by hand/u],
    ['that does not say what it is of', {}, /nobody starts such a run by hand/u],
    ['played by another', { event_name: 'workflow_dispatch', pipeline_source: 'web', actor_id: String(BOB), actor: 'bob', user_id: String(BOB), user_login: 'bob' }, /`bob` \(813\) is not in the group/u],
  ])('asks the token of a job %s', async (_what, more, expected) => {
    const policy = await loadPolicy({ file: 'policy.yml', text: POLICY }, { now: 0 });
    const ids = { run_id: '5001', pipeline_id: '5001', actor_id: String(EVE), actor: 'eve', user_id: String(EVE), user_login: 'eve', ...more };
    const principal = { ...PRINCIPAL, names: ['on-call'], claims: ids, prompter: kind === 'github' ? ids.actor_id : ids.user_id };
    const token = { user: null, password: kind === 'github' ? GATE_TOKEN : GITLAB_TOKEN };
    const secretsFor = (): Secrets => ({ hold: async () => ({ endsAt: null, current: async () => token, refused: async () => null, release: async () => undefined }) });
    const admitted: Admitted = { policy, policySource: 'policy.yml', principal, repositoryId: ID, facts: {}, defaultSessionDir: '', token: async () => '', secretsFor, secretVariables: () => [] };
    const request: GateRequest = { policyFile: null, local: false, gateway: null, resources: [], sessionDir: null, audience: 'ostiary', command: ['x'], approval: null, proposers: [], after: null, breakGlass: 'orders are lost every minute' };
    const log = { debug: () => undefined, info: () => undefined, warn: () => undefined, error: () => undefined };
    const begun = approvalsOf('ost_1', { admitted, request, resources: ['orders-db'] }, { host: kind, environment: { CI_SERVER_URL: watched.server.baseUrl, GITHUB_API_URL: watched.server.baseUrl }, log, mask: () => undefined });
    if (typeof expected === 'string') await expect(begun).resolves.toMatchObject({ opening: [{ state: expected, by: ['eve (816)'] }] });
    else await expect(begun).rejects.toMatchObject({ code: 'DENIED', message: expect.stringMatching(expected) });
    expect(pullOf() === undefined).toBe(typeof expected !== 'string');
  });

  it('takes members of a team by the forge\'s word', async () => {
    await open({ may: [{ users: [], teams: ['acme/sre'] }] });
    expect(told()).toEqual([ANN]);
  });

  it('does not open when somebody else can not be told, whichever call fails', async () => {
    await open();
    const calls = watched.server.requests.length;
    await watched.stop();
    for (let call = 0; call < calls; call += 1) {
      scene = sceneOf();
      watched = await watch(scene, kind);
      watched.server.instead.push({ of: '', answers: [...Array.from({ length: call }, () => (own: { status: number }) => own), ...Array.from({ length: 8 }, () => ({ status: 403, body: { message: 'Forbidden' } }))] });
      expect([call, await open().then(() => 'open', (thrown: { code?: string }) => thrown.code)]).toEqual([call, 'FORGE_FAILED']);
      await watched.stop();
    }
    scene = sceneOf();
    watched = await watch(scene, kind);
  });

  it('does not open when asking for the review alone fails', async () => {
    watched.server.instead.push({ of: kind === 'github' ? 'POST /repos/acme/shop/pulls/8/requested_reviewers' : `PUT /api/v4/projects/${REPOSITORY}/merge_requests/8`, answers: [{ status: 403, body: { message: 'Forbidden' } }] });
    await expect(open()).rejects.toMatchObject({ code: 'FORGE_FAILED', message: expect.stringContaining('asking for reviews') });
    expect(told()).toEqual([]);
  });

  it('waits for a review of somebody else, and is closed with a green check then', async () => {
    await open();
    const pull = pullOf() as WorldPull;
    const settle = () => settleAfterReviews(ID, NOTIFY, watched.forge).then((all) => all.map(({ missing, by }) => missing ?? by.map(({ login }) => login).join(', ')));
    expect(await settle()).toEqual([expect.stringContaining('1 more person of: user 812')]);
    scene.world.approve(pull.number, BOB);
    scene.world.approve(pull.number, EVE);
    expect([await settle(), pull.state]).toEqual([[expect.stringContaining('1 more person')], 'open']);
    scene.world.approve(pull.number, ANN);
    expect([await settle(), pull.state, scene.world.statuses.at(-1)]).toEqual([['ann'], 'closed', expect.objectContaining({ state: 'success', title: 'break-glass: reviewed by ann (812)' })]);
    expect(await settle()).toEqual([]);
  });

  it('is looked for behind one that somebody made unreadable', async () => {
    const other = `${BREAK_PREFIX}ost_0`;
    scene.world.push(other, { by: AGENT, files: { [breakPath('ost_0')]: 'x'.repeat(3 * 1024 * 1024 + 1) } });
    scene.world.open({ by: AGENT, branch: other });
    await open();
    scene.world.approve((pullOf() as WorldPull).number + 1, ANN);
    const found = await settleAfterReviews(ID, NOTIFY, watched.forge);
    expect(found.map(({ pull, missing }) => [pull.branch, missing])).toEqual([[other, expect.stringMatching(/^somebody to see to it: .*too large/u)], [`${BREAK_PREFIX}ost_1`, null]]);
  });

  it('waits for a review, too, when it was closed or merged by hand', async () => {
    await open();
    const pull = pullOf() as WorldPull;
    const settle = () => settleAfterReviews(ID, NOTIFY, watched.forge).then((all) => all.map(({ missing, by }) => missing ?? by.map(({ login }) => login).join(', ')));
    pull.state = 'closed';
    expect(await settle()).toEqual([expect.stringMatching(/^somebody to see to it: pull request 8 was closed without being merged \(open it again/u)]);
    pull.state = 'open';
    scene.world.merge(pull.number, BOB);
    expect(await settle()).toEqual([expect.stringContaining('1 more person of: user 812')]);
    scene.world.approve(pull.number, ANN);
    expect([await settle(), scene.world.branches.has(pull.branch), await settle()]).toEqual([['ann'], false, []]);
  });

  it.each<[string, (pull: WorldPull) => void]>([
    ['by the person who did it, named as one who is told', () => { NOTIFY.users.push(String(EVE)); }],
    ['of a record that says somebody else did it', (pull) => void scene.world.push(pull.branch, { by: EVE, files: { [breakPath('ost_1')]: JSON.stringify({ format: 'ostiary-break-glass-v1', run: '5001', by: [] }) } })],
    ['of a record that an agent rewrote, with the run of somebody else', (pull) => { scene.world.runs.set(6001, { actor: DAN, triggering: DAN }); scene.world.push(pull.branch, { by: AGENT, files: { [breakPath('ost_1')]: JSON.stringify({ format: 'ostiary-break-glass-v1', run: '6001', by: [] }) } }); }],
    ['of a record that was rewritten, and put back with another name for the branch', (pull) => { scene.world.runs.set(6001, { actor: DAN, triggering: DAN }); scene.world.branches.delete(pull.branch); scene.world.push(pull.branch, { by: AGENT, files: { [breakPath('ost_1')]: JSON.stringify({ format: 'ostiary-break-glass-v1', run: '6001', by: [] }) } }); }],
    ['of a record beside which something was pushed', (pull) => void scene.world.push(pull.branch, { by: AGENT, files: { a: 'b' } })],
    ['of a record that somebody else rewrote for them', (pull) => void scene.world.push(pull.branch, { by: BOB, files: { [breakPath('ost_1')]: JSON.stringify({ format: 'ostiary-break-glass-v1', run: '5001', by: [] }) } })],
    ['of a record that is gone', (pull) => void scene.world.push(pull.branch, { by: GATE, files: { [breakPath('ost_1')]: null } })],
  ])('takes no review %s', async (_what, happens) => {
    const before = [...NOTIFY.users];
    await open();
    const pull = pullOf() as WorldPull;
    happens(pull);
    scene.world.approve(pull.number, EVE);
    const found = await settleAfterReviews(ID, { users: [...NOTIFY.users, String(EVE)], teams: [] }, watched.forge);
    NOTIFY.users.splice(0, NOTIFY.users.length, ...before);
    expect([found.map(({ missing }) => missing !== null), pull.state]).toEqual([[true], 'open']);
  });
});
