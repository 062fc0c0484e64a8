// SPDX-License-Identifier: Apache-2.0
//
// What is said, and done, when a forge answers strangely: by the port, without a wire. On the wire it is test/integration/approval.
import { addedTexts, carry } from '../../../src/approval/existing-pull-request.js';
import { candidates, type Listed } from '../../../src/approval/candidates.js';
import { countReviews, type ReviewFacts } from '../../../src/approval/count.js';
import { type EnforceDeps, FRESH_MS, ReviewedApprovals, stateOf } from '../../../src/approval/enforce.js';
import { AskOnly } from '../../../src/approval/ask-only.js';
import { askedDigests } from '../../../src/approval/manifest.js';
import { markdownOf, type Outcome, titleOf } from '../../../src/approval/outcome.js';
import { quoted } from '../../../src/approval/visible-text.js';
import { wordsOf } from '../../../src/approval/terms.js';
import { verifyApproval } from '../../../src/approval/verify.js';
import { TELL_MS, WriteBack } from '../../../src/approval/write-back.js';
import { GateError } from '../../../src/core/errors.js';
import type { Manifest } from '../../../src/core/manifest.js';
import type { ApprovalAnswer, AskedOn, ReviewForge } from '../../../src/core/ports.js';
import type { Review } from '../../../src/core/reviews.js';
import { askedOf, DBA, explain, manifestOf, unlikePolicy } from '../../support/approvals.js';
import { ANN, BOB, GATE, REPOSITORY } from '../../support/forge-world.js';
import { manualRuntime } from '../../support/manual-runtime.js';
import { ANN_ACCOUNT, APPROVED, approvingForge, GATE_ACCOUNT, HEAD, PLACE, plainForge, PULL } from '../../support/plain-forge.js';
import { PRINCIPAL } from '../../support/proposing.js';

const ID = String(REPOSITORY);
const ADD = askedOf('alter table orders add column note text');
const MANIFEST = manifestOf([ADD]);
const refusal = (code: string, message: RegExp) => expect.objectContaining({ code, message: expect.stringMatching(message) });

describe('verifyApproval', () => {
  type Deps = Partial<Parameters<typeof verifyApproval>[1]>;
  const verify = (more: Partial<ReviewForge>, deps: Deps = {}) => verifyApproval({ repositoryId: ID, number: 7, digest: null }, { forge: approvingForge(MANIFEST, more), explain, demandsOf: () => [DBA], unlikePolicy, proposers: [String(GATE)], ...deps });
  const decided = (...decisions: readonly Partial<Review>[]): Partial<ReviewForge> => ({ reviews: async () => ({ binding: { kind: 'commit', since: null }, decisions: decisions.map((more) => ({ ...APPROVED, ...more })) }) });

  it('approves what was approved', async () => {
    expect(await verify({})).toMatchObject({ outcome: { kind: 'approved', by: [{ id: String(ANN), login: 'ann' }], expiresAt: '2026-11-24T19:00:00.000Z' }, isVouched: true, claimedBy: null });
  });

  it.each<[string, Partial<ReviewForge>, Deps, RegExp]>([
    ['a file that is gone while it is read', { file: async () => null }, {}, /and its page are not both there/],
    ['a manifest that is too large to be read', { file: async () => ' '.repeat(300_000) }, {}, /too large to be reviewed/],
    ['a text that no parser takes', {}, { explain: () => { throw new GateError('INPUT_INVALID', 'this is not SQL'); } }, /^this is not SQL$/],
    ['a clock that nobody can read', { pull: async () => ({ ...PULL, now: 'noon' }) }, {}, /the forge does not say what time it is/],
  ])('refuses %s', async (_what, more, deps, why) => {
    expect(await verify(more, deps)).toMatchObject({ outcome: { kind: 'refused', why: expect.stringMatching(why) as string, hint: expect.any(String) as string } });
  });

  it.each<[string, Partial<ReviewForge>, Deps, unknown]>([
    ['more reviewers than are looked into', decided(...Array.from({ length: 51 }, (_, at) => ({ by: { ...ANN_ACCOUNT, id: String(at + 1) } }))), {}, refusal('FORGE_FAILED', /more than 50 people/)],
    ['a forge that answers about somebody else', { standing: async () => ({ account: { ...ANN_ACCOUNT, id: '1' }, mayWrite: true }) }, {}, refusal('FORGE_FAILED', /about another account than 812/)],
    ['a parser that gives up', {}, { explain: () => { throw new GateError('PARSE_LIMIT', 'too deep'); } }, refusal('PARSE_LIMIT', /^too deep$/)],
    ['a parser that breaks', {}, { explain: () => { throw new TypeError('broken'); } }, expect.any(TypeError)],
  ])('says nothing at all of %s', async (_what, more, deps, thrown) => {
    await expect(verify(more, deps)).rejects.toEqual(thrown);
  });

  it('does not count an approval without a time', async () => {
    expect(await verify(decided({ at: null }))).toMatchObject({ outcome: { kind: 'pending', notCounted: [{ person: { login: 'ann' }, why: 'the forge does not say when' }] } });
  });
});

it('countReviews does not count somebody of whom nobody asked the forge', () => {
  const facts: ReviewFacts = { pull: PULL, reviews: { binding: { kind: 'commit', since: null }, decisions: [APPROVED] }, commits: [], pushes: [{ before: null, after: HEAD, by: GATE_ACCOUNT }], proposers: [GATE_ACCOUNT.id], prompters: [], alleged: [], standings: new Map(), teams: new Map([['acme/dba', new Set([String(ANN)])]]), owners: new Set() };
  expect(countReviews(facts, [DBA])).toMatchObject({ kind: 'pending', counted: [], notCounted: [{ why: 'nobody knows what this person may do here' }] });
  expect(countReviews({ ...facts, standings: new Map([[String(ANN), { account: ANN_ACCOUNT, mayWrite: true }]]) }, [DBA]).kind).toBe('approved');
});

describe('a session\'s approvals', () => {
  const DROP = askedOf('drop index orders_note');
  let now: number;
  beforeEach(() => void (now = 0));
  const approvals = (manifest: Manifest, more: Partial<ReviewForge>, deps: Partial<EnforceDeps> = {}): ReviewedApprovals => new ReviewedApprovals({
    forge: approvingForge(manifest, more), repositoryId: ID, session: 'one', proposers: [String(GATE)], approval: null, commit: null, otherwise: new AskOnly(null), explain,
    demandsOf: () => [DBA], demandsFor: () => [], unlikePolicy, isFree: () => false, monotonicMs: () => now, ...deps,
  });
  const lane: AskedOn = { connection: 1, message: {}, rules: ['schema'] };
  const claim = (of: ReviewedApprovals, asked = ADD): Promise<ApprovalAnswer> => of.claim(asked.operation, PRINCIPAL, lane);
  const down: Partial<ReviewForge> = { underReview: () => Promise.reject(new GateError('FORGE_FAILED', 'the forge is down')) };

  it('say that nobody could look, where nobody named an approval', async () => {
    expect(await claim(approvals(MANIFEST, down))).toMatchObject({ kind: 'pending', how: expect.stringMatching(/; whether there is an approval could not be seen: the forge is down$/u) as string });
    await expect(claim(approvals(MANIFEST, { pull: down.underReview as unknown as ReviewForge['pull'] }, { approval: { number: 7, path: null } }))).rejects.toEqual(refusal('FORGE_FAILED', /^the forge is down$/));
    await expect(claim(approvals(MANIFEST, { underReview: () => Promise.reject(new TypeError('broken')) }))).rejects.toThrow(TypeError);
  });

  it('are what else approves, where the forge is down', async () => {
    const approved: ApprovalAnswer = { kind: 'approved', approval: 'break-glass', maxRows: null };
    expect(await claim(approvals(MANIFEST, down, { otherwise: { claim: async () => approved } }))).toBe(approved);
  });

  it('say when nobody knows whether a claim stays', async () => {
    const told: string[] = [];
    const guard: Partial<ReviewForge> = { claimsGuard: async () => ({ kind: 'not-known', why: 'the token may not read rulesets' }) };
    expect((await claim(approvals(MANIFEST, guard, { unguarded: (why) => void told.push(why) }))).kind).toBe('approved');
    expect(told).toEqual(['the token may not read rulesets']);
    expect((await claim(approvals(MANIFEST, guard))).kind).toBe('approved');
  });

  it.each([[null, 'is gone'], ['another', 'is gone']])('end when their claim is that of %s', async (claimant, why) => {
    const both = manifestOf([ADD, DROP]);
    let of: string | null = null;
    const used = approvals(both, { claimant: async () => of });
    const first = await claim(used);
    of = 'one';
    if (first.kind === 'approved') first.settle?.('done', 'ALTER TABLE');
    of = claimant;
    now += FRESH_MS;
    expect(await claim(used, DROP)).toMatchObject({ kind: 'pending', how: expect.stringContaining(`the claim of this session ${why}`) as string, seen: { state: 'refused' } });
    expect(used.outcomes).toMatchObject([{ kind: 'used', isDone: false, why: expect.stringContaining(why) as string, operations: [{ how: 'done' }, { how: 'not run' }] }]);
  });

  it('let nothing pass whose turn was over while the forge was asked', async () => {
    const both = manifestOf([ADD, DROP]);
    let meanwhile = (): void => undefined;
    const used = approvals(both, { claimant: async () => 'one', pull: async () => { meanwhile(); return PULL; } });
    const first = await claim(used);
    if (first.kind !== 'approved') throw new Error(first.how);
    first.settle?.('passed', 'ALTER TABLE');
    now += FRESH_MS;
    meanwhile = () => { meanwhile = () => undefined; first.settle?.('rolled-back', '57014'); };
    expect(await claim(used, DROP)).toMatchObject({ kind: 'pending', how: expect.stringContaining('operations pass in the order of the manifest') as string });
    expect((await claim(used)).kind).toBe('approved');
  });

  it('wait for people only while nobody takes back what they said', async () => {
    const bob = { ...APPROVED, id: '2', by: { ...ANN_ACCOUNT, id: String(BOB), login: 'bob' } };
    let decisions: readonly Review[] = [APPROVED];
    const asked = approvals(MANIFEST, { reviews: async () => ({ binding: { kind: 'commit', since: null }, decisions }), team: async () => [String(ANN), String(BOB)] }, { demandsOf: () => [{ ...DBA, count: 3 }] });
    const waits = async (): Promise<unknown> => (await claim(asked) as { waits?: boolean }).waits;
    expect(await waits()).toBe(true);
    decisions = [APPROVED, bob];
    expect(await waits()).toBe(true);
    decisions = [{ ...APPROVED, decision: 'dismissed' }, bob];
    expect(await waits()).toBe(false);
  });

  it.each<[Parameters<typeof stateOf>[0], string]>([
    [{ outcome: { kind: 'approved', by: [], expiresAt: 'noon', notCounted: [] }, claimedBy: null }, 'approved until noon'],
    [{ outcome: { kind: 'approved', by: [], expiresAt: 'noon', notCounted: [] }, claimedBy: 'two' }, 'used by session `two`'],
    [{ outcome: { kind: 'pending', missing: [{ rule: null, what: 'peace' }], counted: [], notCounted: [{ person: null, why: 'an account that is gone' }] }, claimedBy: null }, 'waits for peace; somebody does not count: an account that is gone'],
  ])('stand as %j says', (verified, said) => {
    expect(stateOf(verified)).toBe(said);
  });
});

describe('candidates', () => {
  it('keep for later only what is listed: a file that is not there yet is looked for again', async () => {
    const known: Listed = new Map();
    let file: ReviewForge['file'] = async () => null;
    const forge = approvingForge(MANIFEST, { file: (...asked) => file(...asked) });
    const look = () => candidates({ forge, repositoryId: ID, approval: null, commit: null }, known);
    expect([await look(), known.size]).toEqual([[{ number: 7, url: PULL.url, digests: [] }], 0]);
    file = approvingForge(MANIFEST).file;
    expect([(await look())[0]?.digests, known.size]).toEqual([askedDigests(MANIFEST), 1]);
    file = async () => null;
    expect((await look())[0]?.digests).toEqual(askedDigests(MANIFEST));
  });

  it('list nothing of what can not be read, and the others all the same', async () => {
    const forge = approvingForge(MANIFEST, { underReview: async () => [{ ...PULL, number: 8, head: 'b'.repeat(40) }, PULL], file: async (...asked) => (asked[1] === HEAD ? approvingForge(MANIFEST).file(...asked) : '{') });
    expect((await candidates({ forge, repositoryId: ID, approval: null, commit: null }, new Map())).map(({ number, digests }) => [number, digests])).toEqual([[8, []], [7, askedDigests(MANIFEST)]]);
  });
});

describe('a manifest on a pull request', () => {
  it('is not made of a file that is gone while it is read', async () => {
    const forge = plainForge({ pull: async () => PULL, changedPaths: async () => [{ path: 'db/1.sql', status: 'added' }], file: async () => null });
    await expect(addedTexts(['db/*.sql'], 7, { forge, repository: PLACE })).rejects.toEqual(refusal('FORGE_FAILED', /`db\/1\.sql` of pull request 7 is not there/));
  });

  it('is not said to be there when somebody changed the pull request meanwhile', async () => {
    const forge = approvingForge(MANIFEST, { addTo: async () => undefined });
    const verify = (number: number) => verifyApproval({ repositoryId: ID, number, digest: null }, { forge, explain, demandsOf: () => [DBA], unlikePolicy, proposers: [] });
    await expect(carry(manifestOf([askedOf('drop table orders')]), 7, { forge, repository: PLACE, explain, head: HEAD, verify })).rejects.toEqual(refusal('FORGE_FAILED', /changed while the manifest was put on it/));
  });
});

describe('what became of an approval', () => {
  const outcome = (more: Partial<Outcome>): Outcome => ({ kind: 'used', pull: PULL, manifest: null, isDone: true, operations: [{ resource: 'db', how: 'done', said: 'ALTER TABLE' }], why: null, ...more });
  const teller = { session: 'one', run: null, sha256: null };

  it.each<[string, Partial<Outcome>, string, RegExp]>([
    ['done', {}, '1 of 1 done', /^### Ostiary: 1 of 1 done\n[^]*\| 1 \| `db` \| done \| `ALTER TABLE` \|\n\nSession `one`, recording SHA-256 not sealed yet\.\n$/u],
    ['done, without what is free', { operations: [{ resource: 'db', how: 'free', said: null }, { resource: 'db', how: 'done', said: null }] }, '1 of 1 done', /\| 1 \| `db` \| allowed without it \|  \|\n\| 2 \| `db` \| done \|  \|/u],
    ['stopped', { isDone: false, why: 'the claim is gone' }, 'stopped: 1 of 1 done', /It ended with: `the claim is gone`[^]*An approval is used once\./u],
    ['stopped for nothing', { isDone: false, operations: [{ resource: 'db', how: 'not run', said: null }] }, 'stopped: 0 of 1 done', /^(?!.*It ended)/su],
    ['refused', { kind: 'refused', operations: [], isDone: false, why: 'no' }, 'refused: no', /^### Ostiary: refused\n\nNothing was run: `no`\n\nSession `one`, /u],
    ['expired, nobody says why', { kind: 'expired', operations: [], isDone: false }, 'expired: ', /^### Ostiary: expired\n\nSession `one`, /u],
    ['under break-glass', { kind: 'break-glass', operations: [{ resource: 'db', how: 'done', said: null, text: 'drop `|`' }, { resource: 'db', how: 'unknown', said: null }], isDone: false, why: 'orders are lost' }, 'break-glass: 2 operations, has to be reviewed', /`drop '\/'`[^]*Because of: `orders are lost`/u],
  ])('is told when it is %s', (_what, more, title, page) => {
    expect([titleOf(outcome(more)), markdownOf(outcome(more), teller)]).toEqual([title, expect.stringMatching(page)]);
  });

  it('names the run and the recording', () => {
    expect(markdownOf(outcome({}), { session: 'one', run: 'https://forge.example/run/5', sha256: 'e'.repeat(64) })).toContain(`Session \`one\` of [this run](https://forge.example/run/5), recording SHA-256 \`${'e'.repeat(64)}\`.`);
  });

  it('is told in a comment, and what could not be told is said', async () => {
    const comments: string[] = [];
    const told = async (run: string | null, comment: ReviewForge['comment'], kind: ReviewForge['kind'] = 'github') => {
      const forge = plainForge({ kind, repository: async () => PLACE, comment, showStatus: async () => undefined });
      return (await new WriteBack({ forge, repositoryId: ID, session: 'one', run, after: 'keep', runtime: manualRuntime() }).tell([outcome({})])).map(({ failed }) => failed);
    };
    const keep: ReviewForge['comment'] = async (_repository, _pull, { markdown }) => void comments.push(/of \[this run\]\(([^)]*)\)/u.exec(markdown)?.[1] ?? 'none');
    expect([await told('5001', keep), await told('5001', keep, 'gitlab'), await told('../../evil', keep), await told(null, keep)]).toEqual([[null], [null], [null], [null]]);
    expect(comments).toEqual(['https://forge.example/acme/shop/actions/runs/5001', 'https://forge.example/acme/shop/-/pipelines/5001', 'none', 'none']);
    expect(await told(null, () => Promise.reject(new GateError('FORGE_FAILED', 'it is down', { hint: 'wait' })))).toEqual(['it is down: wait']);
    expect(await told(null, () => Promise.reject(new GateError('FORGE_FAILED', 'it is down')))).toEqual(['it is down']);
    expect(await told(null, () => Promise.reject(new TypeError('broken')))).toEqual(['broken']);
  });

  it('keeps no job waiting for a forge that does not answer', async () => {
    const runtime = manualRuntime();
    const [first, second, third] = [1, 2, 3].map((number) => outcome({ pull: { ...PULL, number } })) as [Outcome, Outcome, Outcome];
    const comment: ReviewForge['comment'] = (_repository, { number }) => (number === 1 ? Promise.resolve() : new Promise(() => undefined));
    const back = new WriteBack({ forge: plainForge({ kind: 'github', repository: async () => PLACE, comment, showStatus: async () => undefined }), repositoryId: ID, session: 'one', run: null, after: 'keep', runtime });
    const telling = back.tell([first, second, third]);
    await runtime.advance(1);
    await runtime.advance(TELL_MS);
    expect(await telling).toEqual([{ outcome: first, failed: null }, ...[second, third].map((late) => ({ outcome: late, failed: 'the forge took longer than 25 s' }))]);
    expect([await back.tell([]), runtime.waiting]).toEqual([[], []]);
  });
});

it('quoted tells a long name by its beginning', () => {
  expect([quoted('a`b'), quoted('x'.repeat(101))]).toEqual(["`a'b`", `\`${'x'.repeat(100)}…\``]);
});

it.each([
  ['review', ['a', 'b'], ['why'], [{ id: 'a', reason: 'why' }, { id: 'b', reason: '' }]],
  ['allow', ['reads'], [], [{ id: 'reads', reason: expect.stringContaining('needs no review by itself') }]],
  ['allow', [], [], [{ id: 'allowed', reason: expect.stringContaining('needs no review by itself') }]],
] as const)('wordsOf has a word for each rule of %s: %j, %j', (decision, rules, reasons, words) => {
  expect(wordsOf({ decision, rules, reasons })).toEqual(words);
});
