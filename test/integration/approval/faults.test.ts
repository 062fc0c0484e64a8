// SPDX-License-Identifier: Apache-2.0
//
// A forge that is down, slow, limited or lies at any call, and a world that moves between any two: nothing is approved that should not be,
// nothing is claimed, and the next look continues where it was. And whatever happens in whatever order: no approval without the people.
import fc from 'fast-check';
import { useApproval } from '../../../src/approval/single-use.js';
import { explain, filesOf } from '../../support/approvals.js';
import { AGENT, ANN, BOB, CID, DAN, EVE, type ForgeWorld, GATE, REPOSITORY } from '../../support/forge-world.js';
import type { FaceAnswer } from '../../support/forge-server.js';
import { type ForgeKind, lineOf, type Scene, sceneOf, watch } from '../../support/situations.js';

const approvedScene = (): Scene => {
  const scene = sceneOf();
  scene.world.approve(scene.pull.number, ANN);
  return scene;
};
// Every id, number and commit is another one.
const foreign = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(foreign);
  if (typeof value === 'number') return value + 1;
  if (typeof value === 'string') return /^[0-9a-f]{40}$/u.test(value) ? value.replace(/^./u, (digit) => (digit === '0' ? '1' : '0')) : value;
  return typeof value === 'object' && value !== null ? Object.fromEntries(Object.entries(value).map(([key, item]) => [key, foreign(item)])) : value;
};
const hollow = (value: unknown): unknown => (Array.isArray(value) ? value.map(hollow) : typeof value === 'object' && value !== null ? Object.fromEntries(Object.keys(value).map((key) => [key, null])) : value);
// Three that fail and three that lie. Each call meets one of both kinds: which one goes round with its number.
const LIES: readonly [string, (own: FaceAnswer) => FaceAnswer | null][] = [
  ['cuts the connection', () => null],
  ['answers 500', () => ({ status: 500, body: { message: 'unicorn' } })],
  ['answers 403', () => ({ status: 403, body: { message: 'Forbidden' } })],
  ['answers nothing', () => ({ status: 200, body: {} })],
  ['answers with nulls', (own) => ({ ...own, body: hollow(own.body) })],
  ['answers about others', (own) => ({ ...own, body: foreign(own.body) })],
];

describe.each<ForgeKind>(['github', 'gitlab'])('on %s', (kind) => {
  const length = async (): Promise<number> => {
    const watched = await watch(approvedScene(), kind);
    expect(lineOf(await watched.verify())).toMatch(/^approved by ann/u);
    expect(await watched.stop()).toEqual([]);
    return watched.server.requests.length;
  };

  it.each(LIES.map(([name, lie], index) => [name, lie, index % 3] as const))('a forge that %s at any call approves nothing and claims nothing; the next look finds the approval', async (_name, lie, first) => {
    const calls = await length();
    for (let call = first; call < calls; call += 3) {
      const scene = approvedScene();
      const watched = await watch(scene, kind);
      const answers = [...Array.from({ length: call }, () => (own: FaceAnswer) => own), ...Array.from({ length: 8 }, () => lie)];
      watched.server.instead.push({ of: '', answers });
      const used = await useApproval({ repositoryId: String(REPOSITORY), number: scene.pull.number, digest: scene.digest }, 's', { forge: watched.forge, explain, demandsOf: () => scene.demands, unlikePolicy: () => null, proposers: scene.proposers }).then((use) => use.verified.outcome.kind, (thrown: unknown) => (thrown as { code?: string }).code);
      expect([call, used]).not.toEqual([call, 'approved']);
      expect([call, scene.world.tags.size]).toEqual([call, 0]);
      answers.length = 0;
      if (call % 2 === 0) expect(lineOf(await watched.verify())).toMatch(/^approved by ann/u);
      await watched.stop();
    }
  });

  it.each(['state', kind === 'github' ? 'head' : 'sha'])('a list of pull requests at a commit is not believed when one of them has another `%s` than there are', async (field) => {
    const scene = approvedScene();
    scene.world.open({ by: AGENT, branch: scene.pull.branch, title: 'fix a typo' });
    const watched = await watch(scene, kind);
    const at = scene.world.headOf(scene.pull);
    const garble = (own: FaceAnswer): FaceAnswer => ({ ...own, body: (own.body as object[]).map((pull) => ({ ...pull, [field]: 'mysterious' })) });
    watched.server.instead.push({ of: kind === 'github' ? `GET /repos/acme/shop/commits/${at}/pulls` : `GET /api/v4/projects/${REPOSITORY}/repository/commits/${at}/merge_requests`, answers: [garble] });
    await expect(watched.verify()).rejects.toMatchObject({ code: 'FORGE_FAILED', message: expect.stringContaining('is not understood') });
    await watched.stop();
  });

  it.each<[string, (world: ForgeWorld, scene: Scene) => void]>([
    ['pushed to', (world, { pull }) => void world.push(pull.branch, { by: AGENT })],
    ['given another text, which is approved at once,', (world, { pull, manifest }) => {
      world.push(pull.branch, { by: GATE, files: { [Object.keys(filesOf(manifest))[0] as string]: '{}' } });
      world.approve(pull.number, BOB);
    }],
    ['retargeted', (_world, { pull }) => void (pull.base = 'release')],
    ['closed', (_world, { pull }) => void (pull.state = 'closed')],
  ])('a pull request that is %s between any two calls is not approved', async (_name, happens) => {
    const calls = await length();
    for (let call = 1; call <= calls; call += 1) {
      const scene = approvedScene();
      scene.world.branches.set('release', scene.world.branches.get('main') as string);
      const watched = await watch(scene, kind);
      watched.server.before.set(call, () => happens(scene.world, scene));
      const line = await watched.verify().then(lineOf, (thrown: unknown) => (thrown as { code?: string }).code ?? String(thrown));
      expect([call, line]).toEqual([call, expect.stringMatching(/^(?:pending|refused|FORGE_FAILED)/u)]);
      await watched.stop();
    }
  });

  it('a dismissal counts from the call that reads decisions on', async () => {
    const calls = await length();
    const asked = kind === 'github' ? /\/reviews/u : /merge_requests\/\d+\/approvals$/u;
    for (let call = 1; call <= calls; call += 1) {
      const scene = approvedScene();
      const watched = await watch(scene, kind);
      watched.server.before.set(call, () => scene.world.dismiss(scene.pull.number, ANN));
      const line = await watched.verify().then(lineOf);
      const read = watched.server.requests.findIndex((request) => asked.test(request.split('?')[0] as string)) + 1;
      expect([call, line.startsWith('approved')]).toEqual([call, call > read]);
      await watched.stop();
    }
  });
});

// What people do, told apart from how forges tell it: who approved which text, and who has a hand in it.
type Event = (world: ForgeWorld, scene: Scene, log: Log) => void;
interface Log { readonly approvals: Map<number, { readonly text: string; readonly at: number }>; readonly hands: Set<number> }
const PEOPLE = [ANN, BOB, CID, DAN, EVE] as const;
const textOf = ({ world, pull, manifest }: Scene): string => {
  const tree = world.commits.get(world.headOf(pull))?.tree;
  return Object.keys(filesOf(manifest)).map((path) => tree?.get(path) ?? 'gone').join('\0');
};
const person = fc.constantFrom(...PEOPLE);
const anybody = fc.constantFrom(...PEOPLE, AGENT, GATE);
const event: fc.Arbitrary<Event> = fc.oneof(
  { weight: 4, arbitrary: anybody.map((by): Event => (world, scene, { approvals }) => {
    world.approve(scene.pull.number, by);
    approvals.set(by, { text: textOf(scene), at: world.now });
  }) },
  person.map((by): Event => (world, { pull }, { approvals }) => {
    world.objectTo(pull.number, by);
    approvals.delete(by);
  }),
  person.map((by): Event => (world, { pull }, { approvals }) => {
    world.dismiss(pull.number, by);
    approvals.delete(by);
  }),
  person.map((by): Event => (world, { pull }) => void world.review(pull.number, by, 'COMMENTED')),
  anybody.chain((by) => fc.constantFrom('same', 'other', 'author').map((how): Event => (world, scene, { hands }) => {
    const [path = ''] = Object.keys(filesOf(scene.manifest));
    world.push(scene.pull.branch, { by, files: how === 'other' ? { [path]: '{}' } : filesOf(scene.manifest), ...(how === 'author' ? { author: world.signature(ANN) } : {}) });
    hands.add(by);
    if (how === 'author') hands.add(ANN);
  })),
  fc.constant<Event>((world, { pull }) => world.move(pull.branch, pull.versions[0]?.head as string, AGENT)),
  fc.constantFrom<Event>((_world, { pull }) => void (pull.state = 'closed'), (_world, { pull }) => void (pull.state = 'open'), (_world, { pull }) => void (pull.base = pull.base === 'main' ? 'release' : 'main')),
  person.map((by): Event => (world) => void world.teams.get('acme/dba')?.delete(by)),
  person.map((by): Event => (world) => void (world.user(by).role = 'read')),
  fc.constantFrom(1, 5).map((hours): Event => (world) => void world.tick(hours * 3600)),
);

it.each<ForgeKind>(['github', 'gitlab'])('on %s no sequence of events approves a text that fewer people approved than have to', async (kind) => {
  let approved = 0;
  await fc.assert(fc.asyncProperty(fc.array(event, { minLength: 1, maxLength: 8 }), fc.constantFrom(1, 2), async (events, count) => {
    const scene = sceneOf();
    scene.world.branches.set('release', scene.world.branches.get('main') as string);
    scene.demands = scene.demands.map((demand) => ({ ...demand, count }));
    const log: Log = { approvals: new Map(), hands: new Set([GATE, AGENT, EVE]) };
    for (const happens of events) happens(scene.world, scene, log);
    const watched = await watch(scene, kind);
    const outcome = await watched.verify().then((verified) => verified.outcome, () => null);
    await watched.stop();
    if (outcome?.kind !== 'approved') return;
    approved += 1;
    const text = Object.values(filesOf(scene.manifest)).join('\0');
    const people = [...log.approvals].filter(([by, approval]) => !log.hands.has(by) && approval.text === text && scene.world.now - approval.at < 8 * 3600_000 && scene.world.teams.get('acme/dba')?.has(by) === true && scene.world.user(by).role === 'write');
    expect(textOf(scene)).toBe(text);
    expect(people.length).toBeGreaterThanOrEqual(count);
    expect(outcome.by.every(({ id }) => people.some(([by]) => String(by) === id))).toBe(true);
  }), { numRuns: 16, seed: 3 });
  expect(approved).toBeGreaterThan(3);
});
