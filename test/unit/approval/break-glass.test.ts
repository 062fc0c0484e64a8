// SPDX-License-Identifier: Apache-2.0
//
// Break-glass by the port alone: what is written down, what is told of operations, and what a review afterwards is not taken from.
import { settleAfterReviews } from '../../../src/approval/after-review.js';
import { BREAK_PREFIX, breakGlass, type BreakGlass, breakPath } from '../../../src/approval/break-glass.js';
import { GateError } from '../../../src/core/errors.js';
import type { ReviewForge, Settled } from '../../../src/core/ports.js';
import type { ProposedApproval, PullRequest, Review } from '../../../src/core/reviews.js';
import { ANN, EVE, REPOSITORY } from '../../support/forge-world.js';
import { accessOf, operationOf } from '../../support/judging.js';
import { ANN_ACCOUNT, APPROVED, EVE_ACCOUNT, HEAD, PLACE, plainForge, PULL, PUSH } from '../../support/plain-forge.js';

const ID = String(REPOSITORY);
const operation = operationOf([accessOf({ effect: 'schema' })], { facts: { statement: 'ALTER TABLE', redacted: 'alter table orders' } });
const NOTIFY = { users: [String(ANN)], teams: ['acme/dba'] };

describe('breakGlass', () => {
  let opened: ProposedApproval | null;
  const open = (notify = NOTIFY): Promise<BreakGlass> => breakGlass({
    repositoryId: ID, session: 'ost_1', run: '5001', starter: EVE_ACCOUNT, reason: 'orders are lost', resources: ['orders-db'], may: [{ users: [String(EVE)], teams: [] }], notify, maxMs: 60_000, now: 0,
  }, plainForge({
    repository: async () => PLACE, prompters: async () => [EVE_ACCOUNT], standing: async (_repository, account) => ({ account, mayWrite: true }), open: async (_repository, proposal) => { opened = proposal; return PULL; },
    requestReviewers: async () => undefined, showStatus: async () => undefined,
  }), () => 0);

  it('calls the teams that are told, where there are some', async () => {
    await open();
    expect(opened?.body).toContain('approve this pull request when you have. @acme/dba\n');
    await open({ users: [String(ANN)], teams: [] });
    expect(opened?.body).toContain('approve this pull request when you have.\n');
  });

  it.each<[Settled, string | undefined, string, string | null]>([['done', 'ALTER TABLE', 'done', 'ALTER TABLE'], ['rolled-back', '57014', 'rolled back', '57014'], ['passed', 'ALTER TABLE', 'unknown', 'ALTER TABLE'], ['unknown', undefined, 'unknown', 'before']])('tells an operation that is %s, %s', async (settled, said, how, told) => {
    const broken = await open();
    const answer = await broken.claim(operation);
    if (answer.kind !== 'approved') throw new Error(answer.how);
    answer.settle?.('passed', 'before');
    answer.settle?.(settled, said);
    expect(broken.outcomes).toMatchObject([{ kind: 'break-glass', isDone: false, why: 'orders are lost', operations: [{ resource: 'db', text: 'alter table orders', how, said: told }] }]);
  });

  it('tells a hundred operations, and how many there were', async () => {
    const broken = await open();
    for (let count = 0; count < 101; count += 1) await broken.claim(operation);
    expect([broken.outcomes[0]?.operations.length, broken.outcomes[0]?.why]).toEqual([100, 'orders are lost; the recording has all 101']);
  });
});

describe('settleAfterReviews', () => {
  const BRANCH = `${BREAK_PREFIX}ost_1`;
  const pull: PullRequest = { ...PULL, branch: BRANCH };
  const record = (more: object = {}): string => JSON.stringify({ format: 'ostiary-break-glass-v1', run: '5001', by: [EVE_ACCOUNT], ...more });
  const settle = async (more: Partial<ReviewForge> = {}): Promise<unknown> => {
    const shown: string[] = [];
    const found = await settleAfterReviews(ID, NOTIFY, plainForge({
      repository: async () => PLACE, underReview: async () => [pull], file: async (_repository, _commit, path) => (path === breakPath('ost_1') ? record() : null), pushes: async () => [PUSH], history: async () => [HEAD], commits: async () => [],
      prompters: async () => [EVE_ACCOUNT], reviews: async () => ({ binding: { kind: 'commit', since: null }, decisions: [APPROVED] }), standing: async (_repository, account) => ({ account, mayWrite: true }), team: async () => [],
      showStatus: async (_repository, { title }) => void shown.push(title), close: async () => void shown.push('closed'), ...more,
    }));
    return [found.map(({ missing }) => missing), shown];
  };
  const reviewed = (...decisions: readonly Partial<Review>[]): Partial<ReviewForge> => ({ reviews: async () => ({ binding: { kind: 'commit', since: null }, decisions: decisions.map((more) => ({ ...APPROVED, ...more })) }) });

  it('shows the check and closes, when somebody who is told has looked', async () => {
    expect(await settle()).toEqual([[null], ['break-glass: reviewed by ann (812)', 'closed']]);
  });

  it.each<[string, Partial<ReviewForge>]>([
    ['an account that is gone', reviewed({ by: null })],
    ['a bot', reviewed({ by: { ...ANN_ACCOUNT, kind: 'bot' } })],
    ['somebody who may not write', { standing: async (_repository, account) => ({ account, mayWrite: false }) }],
  ])('takes no review of %s', async (_who, more) => {
    expect(await settle(more)).toEqual([[expect.stringContaining('more p')], []]);
  });

  it.each<[string, string | null]>([
    ['is gone', null], ['is no JSON', '{'], ['is null', 'null'], ['is of another format', record({ format: 'x' })], ['names no run', record({ run: 5001 })], ['names a run that is none', record({ run: '0' })], ['names nobody', record({ by: 'eve' })],
    ['names nothing for somebody', record({ by: [null] })], ['names somebody without an id', record({ by: [{ login: 'eve' }] })], ['names somebody without a login', record({ by: [{ id: '816' }] })],
  ])('takes no review of a record that %s', async (_what, text) => {
    expect(await settle({ file: async () => text })).toEqual([[expect.stringContaining('does not hold its record as it was made')], []]);
  });

  it.each<[string, Partial<ReviewForge>]>([
    ['nobody remembers', { pushes: async () => [] }], ['came in two pushes', { pushes: async () => [PUSH, { ...PUSH, before: 'b'.repeat(40) }] }], ['came on top of something', { pushes: async () => [{ ...PUSH, before: 'b'.repeat(40) }] }],
    ['is not the head', { pushes: async () => [{ ...PUSH, after: 'b'.repeat(40) }] }], ['came of an account that is gone', { pushes: async () => [{ ...PUSH, by: null }] }], ['is of an account that is gone', { underReview: async () => [{ ...pull, author: null }] }],
    ['came of another account', { pushes: async () => [{ ...PUSH, by: EVE_ACCOUNT }] }], ['was written more than once', { history: async () => [HEAD, 'b'.repeat(40)] }],
    ['came with a push of many branches at once, which names nobody', { pushes: async () => [{ ...PUSH, after: null }] }],
  ])('takes no review of a push that %s', async (_what, more) => {
    expect(await settle(more)).toEqual([[expect.stringContaining('does not hold its record as it was made')], []]);
  });

  it('hides none behind one that the forge does not show, and nothing of what is broken here', async () => {
    const other = { ...pull, number: 8, branch: `${BREAK_PREFIX}ost_0` };
    const file = (thrown: unknown): ReviewForge['file'] => (_repository, _commit, path) => (path === breakPath('ost_0') ? Promise.reject(thrown) : Promise.resolve(record()));
    const underReview = async (): Promise<readonly PullRequest[]> => [other, pull];
    expect(await settle({ underReview, file: file(new GateError('FORGE_FAILED', 'it is too large')) })).toEqual([['somebody to see to it: it is too large (run again)', null], ['break-glass: reviewed by ann (812)', 'closed']]);
    expect(await settle({ underReview, file: file(new GateError('FORGE_FAILED', 'it is too large', { hint: 'look' })) })).toEqual([['somebody to see to it: it is too large (look)', null], expect.any(Array)]);
    await expect(settle({ underReview, file: file(new TypeError('broken')) })).rejects.toThrow(TypeError);
  });
});
