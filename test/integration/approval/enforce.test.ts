// SPDX-License-Identifier: Apache-2.0
//
// An approval on the wire: real PostgreSQL, the real gate, GitHub's real client against a GitHub that keeps state. What people approved runs,
// once, in order; a character more does not; and whenever GitHub does not answer, nothing does.
import { createHash } from 'node:crypto';
import pg from 'pg';
import { approvalBranch, BRANCH_PREFIX, manifestDigest } from '../../../src/approval/manifest.js';
import { useApproval } from '../../../src/approval/single-use.js';
import { FRESH_MS, ReviewedApprovals, type EnforceDeps } from '../../../src/approval/enforce.js';
import { AskOnly } from '../../../src/approval/ask-only.js';
import { WriteBack } from '../../../src/approval/write-back.js';
import { namedPull } from '../../../src/approval/candidates.js';
import type { Manifest } from '../../../src/core/manifest.js';
import type { Operation } from '../../../src/core/model.js';
import type { ApprovalAnswer, Approvals } from '../../../src/core/ports.js';
import { GitHubApprovals } from '../../../src/forge/github-approvals.js';
import type { ManifestPolicy } from '../../../src/main/manifest-policy.js';
import type { Policy } from '../../../src/policy/model.js';
import { filesOf, manifestOf } from '../../support/approvals.js';
import { ANN, BOB, EVE, ForgeWorld, GATE, REPOSITORY, type WorldPull } from '../../support/forge-world.js';
import { startGate, type RunningGate } from '../../support/gate.js';
import { GATE_TOKEN, type GitHubStandIn, startGitHubStandIn } from '../../support/github-stand-in.js';
import { NOTICE_MS } from '../../../src/gate/holding.js';
import { cancelRequest } from '../../../src/proxy/postgres/protocol/messages.js';
import { RawClient } from '../../support/raw-client.js';
import { manualRuntime, type ManualRuntime } from '../../support/manual-runtime.js';
import { waitFor } from '../../support/waiting.js';
import { hastyRuntime, type HastyRuntime } from '../../support/hasty-runtime.js';
import { startPostgres, type Postgres } from '../../support/postgres.js';
import { composed, PRINCIPAL, Proposing, putUpFor, questionsOf } from '../../support/proposing.js';
import { psql } from '../../support/psql.js';
import { ask, bind, close, connectRaw, describe_, execute, flush, parse, q, run, sync, told } from '../../support/talk.js';

const { Client } = pg;

const RULES = `
  - { id: reads, match: { effect: read }, decide: allow }
  - { id: locks, match: { effect: control }, decide: allow }
  - { id: schema, match: { effect: schema }, decide: review, because: it locks the table }
  - { id: fixes, match: { effect: write, object: public.orders }, decide: review }
  - { id: never, match: { effect: destroy }, decide: deny }
`;
const MORE = 'approvers: { teams: [acme/dba], count: 1, expires: 8h }';
const ADD = 'ALTER TABLE orders ADD COLUMN note text';
const INDEX = 'CREATE INDEX orders_note ON orders (note)';

let server: Postgres;
let world: ForgeWorld;
let api: GitHubStandIn;
let runtime: HastyRuntime;
let asked: ManifestPolicy;
/** What the gate wants reviewed, as an agent would learn it. */
const proposing = new Proposing();
let proposer: RunningGate;
const open: RunningGate[] = [];

beforeAll(async () => {
  server = await startPostgres({ version: 18 });
  proposer = await startGate({ server, rules: RULES, more: MORE, approvals: () => proposing });
  asked = await questionsOf(proposer.policy);
});
afterAll(async () => {
  await proposer?.close();
  await server?.stop();
});
beforeEach(async () => {
  await server.query('drop table if exists orders; create table orders (id int primary key, status text); insert into orders select n, $$open$$ from generate_series(1, 10) n');
  world = new ForgeWorld();
  api = await startGitHubStandIn(world);
  runtime = hastyRuntime();
});
afterEach(async () => {
  await Promise.all(open.splice(0).map((gate) => gate.close()));
  await api.stop();
  expect(api.violations).toEqual([]);
});

const forge = (): GitHubApprovals => new GitHubApprovals({ baseUrl: api.baseUrl, token: GATE_TOKEN, runtime, millisecondsPerSecond: 1 });

const depsOf = (id: string, policy: Policy): EnforceDeps => ({
  forge: forge(), repositoryId: String(REPOSITORY), session: id, proposers: [String(GATE)], approval: null, commit: null, otherwise: new AskOnly(policy.approvers),
  explain: asked.explain, demandsOf: asked.demandsOf, unlikePolicy: asked.unlikePolicy, demandsFor: asked.demandsFor, isFree: asked.isFree, monotonicMs: () => runtime.monotonicMs(),
});

/** A guarded session with a forge, as a run of its own. */
async function session(id: string, more: Partial<EnforceDeps> = {}): Promise<RunningGate> {
  const gate = await startGate({ server, rules: RULES, more: MORE, approvals: (policy) => new ReviewedApprovals({ ...depsOf(id, policy), ...more }) });
  open.push(gate);
  return gate;
}

async function proposed(...statements: readonly string[]): Promise<Manifest> {
  proposing.asked.length = 0;
  await psql({ env: proposer.env }, statements.map((statement) => `${statement};\n`).join(''));
  return composed(proposing.asked, asked.demandsFor(['schema']));
}

async function approved(...statements: readonly string[]): Promise<WorldPull> {
  const pull = putUpFor(world, await proposed(...statements), asked);
  world.approve(pull.number, ANN);
  return pull;
}

const script = async (gate: RunningGate, text: string): Promise<string> => {
  const { stdout, stderr } = await psql({ env: gate.env, args: ['-AtqX', '-v', 'VERBOSITY=verbose'] }, text);
  return `${stdout}${stderr}`;
};
const columns = async (): Promise<unknown> => (await server.query(`select string_agg(column_name, ',' order by ordinal_position) as names from information_schema.columns where table_name = 'orders'`))[0]?.['names'];
const events = (gate: RunningGate): object[] => gate.recorder.events.filter(({ type }) => type === 'approval').map((event) => ({ ...event, reason: undefined }));

describe('an operation that was approved', () => {
  it('is proposed by an agent, reviewed on a pull request, and runs once, on record', async () => {
    const manifest = await proposed(ADD);
    const pull = putUpFor(world, manifest, asked);
    const gate = await session('one');
    expect(await script(gate, `${ADD};`)).toMatch(/ERROR: {2}42501: ostiary: ALTER TABLE needs a person's review\n.*HINT: {2}ask: waits for 1 more person of: team acme\/dba, for `schema`.*\(http\S+\/pull\/7\)/su);
    world.approve(pull.number, ANN);
    expect([await script(gate, `${ADD};`), await columns()]).toEqual(['', 'id,status,note']);
    expect(events(gate)).toEqual([
      { type: 'approval', state: 'requested', operations: [1], manifest: manifestDigest(manifest), by: [], url: expect.stringContaining('/pull/7'), reason: undefined },
      { type: 'approval', state: 'used', operations: [2], manifest: manifestDigest(manifest), by: [`ann (${ANN})`], url: expect.stringContaining('/pull/7'), reason: undefined },
    ]);
    expect(world.tags.has(`ostiary/claims/${manifestDigest(manifest)}`)).toBe(true);
    await server.query('alter table orders drop column note');
    expect(await script(gate, `${ADD};`)).toContain('not at this place');
    expect(await script(await session('two'), `${ADD};`)).toMatch(/HINT: {2}ask: this approval was used by session `one`/u);
    expect(await columns()).toBe('id,status');
  });

  it('copies in exactly the rows that were approved, and none that were not', async () => {
    const copy = 'COPY orders FROM STDIN';
    const rows = (...lines: readonly string[]): string => `${copy};\n${lines.join('')}\\.\n`;
    const [right, wrong] = ['11\tnew\n12\tnew\n', '11\tnew\n12\told\n'];
    proposing.asked.length = 0;
    await psql({ env: proposer.env }, rows(right));
    const of = (data: string | null): Manifest => composed(proposing.asked.map((operation) => ({ ...operation, data })), asked.demandsFor(['fixes']));
    const count = async (): Promise<unknown> => (await server.query('select count(*)::int as n from orders'))[0]?.['n'];
    const empty = putUpFor(world, of(null), asked, { branch: 'ostiary/approvals/none-1' });
    world.approve(empty.number, ANN);
    expect(await script(await session('none'), rows(right))).toMatch(/42501: ostiary: COPY is not allowed\n.*rule=builtin:copy-data .*which rows it may copy in was not approved/su);
    // psql sends its end mark along.
    const pull = putUpFor(world, of(createHash('sha256').update(`${right}\\.\n`).digest('hex')), asked);
    world.approve(pull.number, ANN);
    const gate = await session('one', { approval: namedPull(String(pull.number)) });
    expect([await script(gate, rows(wrong)), await count()]).toEqual([expect.stringContaining('others than those that were approved'), 10]);
    expect([await script(gate, rows('11\tnew\n')), await count()]).toEqual([expect.stringContaining('others than those that were approved'), 10]);
    expect([await script(gate, rows(right)), await count()]).toEqual(['', 12]);
    expect(await script(gate, rows(right))).toContain('not at this place');
  });

  it.each([
    ['a character more', `${ADD}2`],
    ['another case', ADD.toLowerCase()],
    ['a comment inside', ADD.replace('ADD', 'ADD /* */')],
    ['a look-alike', ADD.replace('note', 'nоte')],
    ['another setting', `SET search_path = public; ${ADD}`],
  ])('is not what was approved with %s', async (_what, text) => {
    await approved(ADD);
    expect(await script(await session('one'), text.split('; ').map((one) => `${one};`).join('\n'))).toMatch(/HINT: {2}ask: put this ALTER TABLE/u);
    expect([await columns(), world.tags.size]).toEqual(['id,status', 0]);
  });

  it('counts its parameters as its text', async () => {
    await server.query('alter table orders add column note text');
    proposing.asked.length = 0;
    await update(proposer, 'paid');
    world.approve(putUpFor(world, composed(proposing.asked, asked.demandsFor(['fixes'])), asked).number, ANN);
    const run = await session('one');
    await update(run, 'free');
    expect((await server.query('select status from orders where id = 3'))[0]).toEqual({ status: 'open' });
    await update(run, 'paid');
    expect((await server.query('select status from orders where id = 3'))[0]).toEqual({ status: 'paid' });
  });

  describe('with parameters', () => {
    const SET = 'UPDATE orders SET status = $1 WHERE id < $2';
    const clients: RawClient[] = [];
    afterEach(() => clients.splice(0).forEach(({ socket }) => socket.destroy()));
    const raw = async (gate: RunningGate): Promise<RawClient> => {
      const opened = await connectRaw(gate);
      clients.push(opened);
      return opened;
    };
    const put = async (values: readonly string[], { sql = SET, maxRows = null as number | null } = {}): Promise<RawClient> => {
      proposing.asked.length = 0;
      await ask(await raw(proposer), [run(sql, values), sync]);
      world.approve(putUpFor(world, composed(proposing.asked, asked.demandsFor(['fixes']), maxRows), asked).number, ANN);
      return raw(await session('one'));
    };
    const changed = async (): Promise<unknown> => (await server.query(`select count(*) filter (where status = 'paid')::int as paid, count(*) filter (where status not in ('open', 'paid'))::int as other from orders`))[0];

    it('passes with those values, in that order, of that type, once, however often it was prepared', async () => {
      const client = await put(['paid', '3']);
      const other = (values: readonly (string | null)[]): Promise<string> => ask(client, [bind('', 's', values), execute(''), sync]);
      expect(await ask(client, [parse('s', SET), parse('typed', SET, [25, 23]), sync])).toBe('1 1 Z(I)');
      for (const values of [['free', '3'], ['paid', '4'], ['3', 'paid'], ['paid', null]]) expect([values, await other(values)]).toEqual([values, expect.stringContaining('E42501 Z(I)')]);
      expect(await ask(client, [bind('', 'typed', ['paid', '3']), execute(''), sync])).toBe('E42501 Z(I)');
      expect(await ask(client, [bind('a', 's', ['paid', '3']), bind('b', 's', ['free', '3']), execute('a'), execute('b'), sync])).toContain('E42501 Z(I)');
      expect([await changed(), await other(['paid', '3']), await changed()]).toEqual([{ paid: 0, other: 0 }, '2 C(UPDATE 2) Z(I)', { paid: 2, other: 0 }]);
      expect([await other(['paid', '3']), await ask(client, [bind('', 's', ['paid', '3']), bind('', 's', ['free', '3']), execute(''), sync])]).toEqual(['E42501 Z(I)', 'E42501 Z(I)']);
    });

    it('is taken back beyond its rows, and may pass when there are less', async () => {
      const client = await put(['paid', '4'], { maxRows: 2 });
      expect([await ask(client, [run(SET, ['paid', '4']), sync]), await changed()]).toEqual(['1 2 n E42501 Z(I)', { paid: 0, other: 0 }]);
      expect([await ask(client, [run(SET, ['paid', '4']), run('commit'), sync]), await changed()]).toEqual(['1 2 n E42501 Z(I)', { paid: 0, other: 0 }]);
      await server.query('delete from orders where id = 1');
      expect([await ask(client, [run(SET, ['paid', '4']), sync]), await changed()]).toEqual(['1 2 n C(UPDATE 2) Z(I)', { paid: 2, other: 0 }]);
    });

    it('may pass again when its commit failed, or its client went away before it', async () => {
      await server.query(`update orders set status = id::text; alter table orders add constraint once unique (status) deferrable initially deferred`);
      const client = await put(['paid', '3']);
      expect(await ask(client, [run(SET, ['paid', '3']), sync])).toBe('1 2 n C(UPDATE 2) E23505 Z(I)');
      client.send(run(SET, ['paid', '3']), flush);
      await client.until('C');
      client.socket.destroy();
      await server.query('alter table orders drop constraint once');
      const again = await raw(open.at(-1) as RunningGate);
      await waitFor(async () => (await ask(again, [run(SET, ['paid', '3']), sync])).includes('UPDATE 2'), 'what was taken back to pass again');
      expect(await changed()).toMatchObject({ paid: 2 });
    });
  });

  it('runs in one of two sessions that want it at once', async () => {
    await approved(ADD);
    const gates = [await session('one'), await session('two')];
    const outcomes = await Promise.all(gates.map((gate) => script(gate, `${ADD};`)));
    expect(outcomes.filter((text) => text === '')).toHaveLength(1);
    expect(outcomes.filter((text) => text.includes('was used by session'))).toHaveLength(1);
    expect(await columns()).toBe('id,status,note');
  });
});

describe('several operations', () => {
  it('pass in the order of the manifest, and only so', async () => {
    await approved(ADD, INDEX);
    const gate = await session('one');
    expect(await script(gate, `${INDEX};`)).toContain('operations pass in the order of the manifest');
    expect(world.tags.size).toBe(0);
    expect(await script(gate, `BEGIN;\n${ADD};\n${INDEX};\nCOMMIT;`)).toBe('');
    expect(await columns()).toBe('id,status,note');
  });

  it('may be tried again in the session when they were rolled back, all of them', async () => {
    await approved(ADD, INDEX);
    const gate = await session('one');
    await script(gate, `BEGIN;\n${ADD};\nROLLBACK;`);
    expect(await columns()).toBe('id,status');
    // psql goes away without ending its transaction.
    await script(gate, `BEGIN;\n${ADD};`);
    expect(await script(gate, `BEGIN;\n${ADD};\nSELECT 1/0;\nCOMMIT;`)).toContain('division by zero');
    expect(await script(gate, `${ADD};\n${INDEX};`)).toBe('');
    expect((await server.query(`select count(*)::int as n from pg_indexes where indexname = 'orders_note'`))[0]).toEqual({ n: 1 });
  });

  it('are one message, or none of it', async () => {
    await approved(ADD, INDEX);
    const gate = await session('one');
    expect(await script(gate, `${ADD}\\; DROP TABLE orders;`)).toContain('ostiary: DROP TABLE is not allowed');
    expect([await columns(), world.tags.size]).toEqual(['id,status', 0]);
    expect(await script(gate, `${ADD}\\; ${INDEX}\\; SELECT 1/0;`)).toContain('division by zero');
    // Approved for an ordinary connection, and one of them would not run as on one.
    expect(await script(gate, `${ADD}\\; SET timezone = 'Asia/Tokyo'\\; ${INDEX};`)).toContain("needs a person's review");
    expect(await script(gate, `SET NAMES 'utf8'\\; ${ADD}\\; ${INDEX};`)).toBe('');
  });

  it('wait for what another connection has not committed', async () => {
    await approved(ADD, INDEX);
    const gate = await session('one');
    const client = new Client({ connectionString: gate.url });
    await client.connect();
    await client.query('BEGIN');
    await client.query(ADD);
    expect(await script(gate, `${INDEX};`)).toContain('another connection is changing definitions and has not committed');
    await client.query('COMMIT');
    await client.end();
    expect(await script(gate, `${INDEX};`)).toBe('');
  });
});

describe('an approval', () => {
  it('ends: by its expiry, a dismissal, a push, a change of the team, its pull request', async () => {
    const pull = await approved(ADD, INDEX);
    const gate = await session('one');
    expect(await script(gate, `${ADD};`)).toBe('');
    runtime.advance(9 * 3600_000);
    world.tick(9 * 3600);
    expect(await script(gate, `${INDEX};`)).toMatch(/ask: waits for 1 more person.*has expired/u);
    world.approve(pull.number, BOB);
    world.dismiss(pull.number, BOB);
    runtime.advance(FRESH_MS);
    expect(await script(gate, `${INDEX};`)).toContain('waits for 1 more person');
    world.approve(pull.number, BOB);
    world.push(pull.branch, { by: EVE, files: { 'a.txt': 'a' } });
    runtime.advance(FRESH_MS);
    expect(await script(gate, `${INDEX};`)).toContain('which is not the head any more');
    world.approve(pull.number, BOB);
    world.teams.get('acme/dba')?.delete(BOB);
    runtime.advance(FRESH_MS);
    expect(await script(gate, `${INDEX};`)).toContain('`bob` (813) does not count: is not named by a rule that asks');
    world.teams.get('acme/dba')?.add(BOB);
    pull.state = 'closed';
    runtime.advance(FRESH_MS);
    expect(await script(gate, `${INDEX};`)).toContain('was closed without being merged');
    pull.state = 'open';
    runtime.advance(FRESH_MS);
    expect(await script(gate, `${INDEX};`)).toBe('');
  });

  it('does not count the prompter, nor anybody whom no rule names', async () => {
    const pull = putUpFor(world, await proposed(ADD), asked);
    world.teams.get('acme/dba')?.add(EVE);
    world.approve(pull.number, EVE);
    expect(await script(await session('one'), `${ADD};`)).toContain('`eve` (816) does not count: prompted the agent');
    expect(await columns()).toBe('id,status');
  });

  it('is the one that was named, of this repository, when one was', async () => {
    const pull = putUpFor(world, await proposed(ADD), asked, { branch: 'agent/work' });
    world.approve(pull.number, ANN);
    expect(await script(await session('found'), `${ADD};`)).toContain('ask: put this');
    expect(await script(await session('elsewhere', { approval: namedPull('https://github.example/acme/other/pull/7') }), `${ADD};`)).toContain('the approval is at `acme/other`');
    expect(await script(await session('below', { approval: namedPull('https://github.example/other/acme/shop/pull/7') }), `${ADD};`)).toContain('the approval is at `other/acme/shop`');
    expect(await script(await session('named', { approval: namedPull('https://github.example/acme/shop/pull/7') }), `${ADD};`)).toBe('');
  });

  it('is found behind forty newer ones, into which a session looks once', async () => {
    await approved(ADD);
    const other = filesOf(manifestOf());
    for (let number = 0; number < 40; number += 1) {
      const branch = `${BRANCH_PREFIX}other-${number}`;
      world.push(branch, { by: EVE, files: other });
      world.open({ by: EVE, branch });
    }
    const gate = await session('one');
    expect(await script(gate, `${ADD};`)).toBe('');
    const looks = (): number => api.requests.filter((line) => line.includes('/contents/')).length;
    const before = looks();
    runtime.advance(60_000);
    expect(await script(gate, `${INDEX};`)).toContain('ask: put this');
    expect([looks() - before, await columns()]).toEqual([0, 'id,status,note']);
  });

  it('is found by the commit that it was merged as', async () => {
    const pull = putUpFor(world, await proposed(ADD), asked, { branch: 'agent/work' });
    world.approve(pull.number, ANN);
    const commit = world.merge(pull.number, ANN);
    expect(await script(await session('one', { commit }), `${ADD};`)).toBe('');
    expect(await columns()).toBe('id,status,note');
  });

  it('is found in a job of a merge with more files than the forge lists', async () => {
    const large = Object.fromEntries(Array.from({ length: 3_001 }, (_, at) => [`vendor/${at}`, '']));
    world.push('agent/large', { by: EVE, files: large });
    const commit = world.merge(world.open({ by: EVE, branch: 'agent/large' }).number, ANN);
    await approved(ADD);
    expect(await script(await session('one', { commit }), `${ADD};`)).toBe('');
  });

  it('is spent by a session that claimed it and died, whatever it came to; put up again, it is another', async () => {
    const manifest = await proposed(ADD);
    const pull = putUpFor(world, manifest, asked);
    world.approve(pull.number, ANN);
    const { forge: asking, ...deps } = depsOf('dead', proposer.policy);
    expect((await useApproval({ repositoryId: String(REPOSITORY), number: pull.number, digest: null }, 'dead', { forge: asking, explain: deps.explain, demandsOf: deps.demandsOf, unlikePolicy: deps.unlikePolicy, proposers: deps.proposers })).manifest).not.toBeNull();
    expect(await script(await session('two'), `${ADD};`)).toMatch(/ask: this approval was used by session `dead`: an approval is used once, also when that session ended before anything ran: look what the database has, and put it up again \(http\S+\/pull\/7\)/u);
    expect(await columns()).toBe('id,status');
    pull.state = 'closed';
    const again = putUpFor(world, { ...manifest, created: '2026-11-24T12:00:01Z' }, asked, { branch: approvalBranch(manifest, 2) });
    world.approve(again.number, ANN);
    expect([await script(await session('three'), `${ADD};`), await columns(), world.tags.size]).toEqual(['', 'id,status,note', 2]);
  });

  it('is spent by an outcome that nobody knows', async () => {
    await server.query('alter table orders add column note text');
    await approved('CREATE INDEX CONCURRENTLY orders_status ON orders (status)', INDEX);
    await server.query('create index orders_status on orders (id)');
    const gate = await session('one');
    expect(await script(gate, 'CREATE INDEX CONCURRENTLY orders_status ON orders (status);')).toContain('already exists');
    expect(await script(gate, `${INDEX};`)).toContain('so this approval is spent');
  });

  it('limits rows, and does not lift the limit of a rule', async () => {
    await proposed(`UPDATE orders SET status = 'paid' WHERE id < 4`);
    world.approve(putUpFor(world, composed(proposing.asked, asked.demandsFor(['fixes']), 2), asked).number, ANN);
    const run = await session('one');
    expect(await script(run, `BEGIN;\nUPDATE orders SET status = 'paid' WHERE id < 4;\nCOMMIT;`)).toContain('went beyond its row ceiling');
    await server.query('delete from orders where id = 2');
    expect(await script(run, `BEGIN;\nUPDATE orders SET status = 'paid' WHERE id < 4;\nCOMMIT;`)).toBe('');
  });
});

describe('a connection that is held', () => {
  const HOLD_MS = 4 * NOTICE_MS;
  let clock: ManualRuntime;
  let client: pg.Client;
  let notices: string[];
  let gate: RunningGate;
  beforeEach(async () => {
    clock = manualRuntime();
    gate = await startGate({ server, rules: RULES, more: MORE, hold: { ms: HOLD_MS, runtime: clock }, approvals: (policy) => new ReviewedApprovals(depsOf('one', policy)) });
    open.push(gate);
    client = new Client({ connectionString: gate.url });
    notices = [];
    client.on('notice', ({ message }) => notices.push(message ?? ''));
    client.on('error', () => undefined);
    await client.connect();
  });
  afterEach(() => client.end().catch(() => undefined));
  const asks = (sql = ADD): Promise<string> => client.query(sql).then(() => 'ran', (thrown: { hint?: string; message: string }) => thrown.hint ?? thrown.message);
  const held = (): Promise<void> => waitFor(() => clock.waiting.includes(NOTICE_MS), 'a connection that is held');
  // The next look at the forge, and what came of it: held again, or an answer.
  const look = async (answer: Promise<string>): Promise<string | null> => {
    await clock.advance(NOTICE_MS);
    let said: string | null = null;
    void answer.then((text) => (said = text));
    await waitFor(() => said !== null || clock.waiting.length > 0, 'a look at the forge');
    return said;
  };

  it('is told every fifteen seconds, and goes on when people approve', async () => {
    const pull = putUpFor(world, await proposed(ADD), asked);
    const answer = asks();
    await held();
    expect([await look(answer), await columns(), world.tags.size]).toEqual([null, 'id,status', 0]);
    world.approve(pull.number, ANN);
    expect([await look(answer), await columns()]).toEqual(['ran', 'id,status,note']);
    expect(notices).toEqual(Array.from({ length: 2 }, () => `ostiary: ALTER TABLE waits for a person's review: https://github.com/acme/shop/pull/${pull.number}`));
    expect(events(gate)).toMatchObject([{ state: 'requested', operations: [] }, { state: 'used', operations: [1] }]);
    await client.query('SELECT 1');
  });

  it.each<[string, (pull: WorldPull) => void, RegExp]>([
    ['somebody asks for changes', ({ number }) => void world.objectTo(number, BOB), /`bob` \(813\) asks for changes/u],
    ['it is closed', (pull) => void (pull.state = 'closed'), /was closed without being merged/u],
    ['it goes to another branch', (pull) => void (pull.base = 'release'), /goes to `release`/u],
  ])('is refused when %s', async (_what, happens, why) => {
    const pull = putUpFor(world, await proposed(ADD), asked);
    world.push('release', { by: BOB });
    const answer = asks();
    await held();
    happens(pull);
    expect([await look(answer), await columns()]).toEqual([expect.stringMatching(why), 'id,status']);
  });

  it('is refused when a review that counted is dismissed', async () => {
    const two = asked.demandsFor(['schema']).map((demand) => ({ ...demand, count: 2 }));
    const twice = await startGate({ server, rules: RULES, more: MORE, hold: { ms: HOLD_MS, runtime: clock }, approvals: (policy) => new ReviewedApprovals({ ...depsOf('two', policy), demandsOf: () => two, demandsFor: () => two }) });
    open.push(twice);
    const other = new Client({ connectionString: twice.url });
    await other.connect();
    const pull = putUpFor(world, await proposed(ADD), asked);
    const answer = other.query(ADD).then(() => 'ran', (thrown: { hint?: string }) => thrown.hint ?? '');
    await held();
    world.approve(pull.number, ANN);
    expect(await look(answer)).toBeNull();
    world.dismiss(pull.number, ANN);
    expect([await look(answer), await columns()]).toEqual([expect.stringMatching(/waits for 2 more people/u), 'id,status']);
    await other.end();
  });

  it('is refused when its time is over, or the forge stays silent for as long', async () => {
    putUpFor(world, await proposed(ADD), asked);
    const answer = asks();
    await held();
    api.instead.push({ of: 'GET', answers: Array.from({ length: 500 }, () => ({ status: 500, body: { message: 'oops' }, foreign: true })) });
    for (let turn = 1; turn < HOLD_MS / NOTICE_MS; turn += 1) expect(await look(answer)).toBeNull();
    expect(await look(answer)).toMatch(/waits for 1 more person[^]*the forge could not be asked[^]*it was held for 60 s/u);
    expect(notices).toHaveLength(4);
    api.instead.length = 0;
  });

  it('is refused when it would be judged otherwise by now, and claims nothing', async () => {
    const pull = putUpFor(world, await proposed(ADD), asked);
    const night = await startGate({ server, rules: `${RULES}  - { id: late, match: { effect: schema }, when: "now >= timestamp('${new Date(clock.now() + 20_000).toISOString()}')", decide: deny }`, more: MORE, hold: { ms: HOLD_MS, runtime: clock }, approvals: (policy) => new ReviewedApprovals(depsOf('two', policy)) });
    open.push(night);
    const other = new Client({ connectionString: night.url });
    await other.connect();
    const answer = other.query(ADD).then(() => 'ran', (thrown: { hint?: string }) => thrown.hint ?? '');
    await held();
    expect(await look(answer)).toBeNull();
    world.approve(pull.number, ANN);
    expect([await look(answer), world.tags.size, await columns()]).toEqual([expect.stringContaining('judged otherwise'), 0, 'id,status']);
    await other.end();
  });

  it('finds the same pull request when it asks again', async () => {
    const pull = putUpFor(world, await proposed(ADD), asked);
    const answer = asks();
    await held();
    for (let turn = 0; turn < HOLD_MS / NOTICE_MS; turn += 1) await look(answer);
    expect(await answer).toContain('it was held for 60 s');
    world.approve(pull.number, ANN);
    expect([await asks(), world.pulls.size]).toEqual(['ran', 1]);
  });

  it('is let go when the client cancels, goes away, or the session ends, and claims nothing', async () => {
    const pull = putUpFor(world, await proposed(ADD), asked);
    const answer = asks();
    await held();
    const { processID, secretKey } = client as unknown as { processID: number; secretKey: number };
    const canceller = await RawClient.connect(gate.port);
    const key = Buffer.alloc(4);
    key.writeInt32BE(secretKey);
    canceller.send(cancelRequest(processID, key));
    expect(await answer).toContain('it was cancelled');
    canceller.socket.destroy();
    await client.query('SELECT 1');
    const gone = asks();
    await held();
    (client as unknown as { connection: { stream: { destroy(): void } } }).connection.stream.destroy();
    await gone;
    await waitFor(() => clock.waiting.length === 0, 'the end of a wait for nobody');
    const last = new Client({ connectionString: gate.url });
    last.on('error', () => undefined);
    await last.connect();
    const ended = last.query(ADD).then(() => 'ran', (thrown: { hint?: string; message: string }) => thrown.hint ?? thrown.message);
    await held();
    world.approve(pull.number, ANN);
    await gate.shut();
    expect([await ended, await columns(), world.tags.size]).toEqual([expect.stringContaining('the session ends'), 'id,status', 0]);
  });

  it('is never in a transaction, never in a pipeline with something bound in it, and never where nothing was put up', async () => {
    expect(await asks()).toContain('put this ALTER TABLE');
    putUpFor(world, await proposed(ADD), asked);
    runtime.advance(FRESH_MS);
    await client.query('BEGIN');
    expect(await asks()).toContain('waits for 1 more person');
    await client.query('ROLLBACK');
    const raw = await rawClient();
    expect(await ask(raw, [run('SELECT 1 AS n'), run(ADD), sync])).toBe('1 2 T(n) D(1) C(SELECT 1) 1 E42501 Z(I)');
    expect([clock.waiting, notices]).toEqual([[], []]);
  });

  // All that a server tells of a connection that it has nothing to do for.
  const atRest = async (): Promise<unknown> => server.query("select state, xact_start is null as closed, (select count(*)::int from pg_locks l where l.pid = a.pid) as locks from pg_stat_activity a where application_name = 'held'");
  const rawClient = async (): Promise<RawClient> => {
    const raw = await RawClient.connect(gate.port);
    raws.push(raw);
    await raw.login({ user: gate.env['PGUSER'] ?? '', database: gate.env['PGDATABASE'] ?? '', application_name: 'held' }, gate.env['PGPASSWORD'] ?? '');
    return raw;
  };
  const raws: RawClient[] = [];
  afterEach(() => raws.splice(0).forEach(({ socket }) => socket.destroy()));
  const SET = 'UPDATE orders SET status = $1 WHERE id = 3';
  const NOTICE = `N(ostiary: UPDATE waits for a person's review: https://github.com/acme/shop/pull/7)`;
  const statuses = async (): Promise<unknown> => (await server.query('select status from orders where id = 3'))[0]?.['status'];
  const putUpSet = async (): Promise<WorldPull> => {
    proposing.asked.length = 0;
    const other = await connectRaw(proposer);
    await ask(other, [run(SET, ['paid']), sync]);
    other.socket.destroy();
    return putUpFor(world, composed(proposing.asked, asked.demandsFor(['fixes'])), asked);
  };

  describe('in the extended protocol', () => {
    const later = [bind('', '', ['paid']), describe_('P', ''), execute(''), sync];
    it.each<[string, readonly (readonly Buffer[])[], string, string]>([
      ['all in one packet', [[run(SET, ['paid']), sync]], '1 ', '2 n C(UPDATE 1) Z(I)'],
      ['each message in a packet of its own', [[parse('', SET)], ...later.map((one) => [one])], '1 ', '2 n C(UPDATE 1) Z(I)'],
      ['the statement described and flushed before', [[parse('s', SET), describe_('S', 's'), flush], [bind('', 's', ['paid']), execute(''), sync]], '1 t n ', '2 C(UPDATE 1) Z(I)'],
      ['prepared in an earlier pipeline', [[parse('s', SET), sync], [bind('', 's', ['paid']), execute(''), sync]], '1 Z(I) ', '2 C(UPDATE 1) Z(I)'],
      ['two statements, the second of which is used', [[parse('a', 'SELECT 1'), parse('', SET), close('S', 'a'), ...later]], '1 1 3 ', '2 n C(UPDATE 1) Z(I)'],
    ])('waits without a lock, and goes on in order: %s', async (_name, packets, before, after) => {
      const pull = await putUpSet();
      const raw = await rawClient();
      for (const packet of packets) raw.send(...packet);
      await held();
      expect([await atRest(), await statuses()]).toEqual([[{ state: 'idle', closed: true, locks: 0 }], 'open']);
      await clock.advance(NOTICE_MS);
      await held();
      world.approve(pull.number, ANN);
      await clock.advance(NOTICE_MS);
      const seen = await raw.until('C');
      expect(told([...seen, ...await raw.until('Z')])).toBe(`${before}${NOTICE} ${NOTICE} ${after}`);
      expect([await statuses(), world.tags.size, await ask(raw, [q('SELECT 7 AS n')])]).toEqual(['paid', 1, 'T(n) D(7) C(SELECT 1) Z(I)']);
    });

    it('ends as it does without waiting: the rest of the pipeline is skipped, and the connection lives on', async () => {
      const pull = await putUpSet();
      const raw = await rawClient();
      raw.send(run(SET, ['paid']), run('SELECT 1'), sync, q('SELECT 7 AS n'));
      await held();
      world.objectTo(pull.number, BOB);
      await clock.advance(NOTICE_MS);
      expect(told([...await raw.until('E'), ...await raw.until('Z'), ...await raw.until('Z')])).toBe(`1 ${NOTICE} E42501 Z(I) T(n) D(7) C(SELECT 1) Z(I)`);
      expect([await statuses(), world.tags.size]).toEqual(['open', 0]);
    });

    it('runs nothing in place of a statement that the server did not take', async () => {
      const pull = await putUpSet();
      const raw = await rawClient();
      expect(await ask(raw, [parse('s', "SELECT 'another' AS what"), sync])).toBe('1 Z(I)');
      raw.send(parse('s', SET), bind('', 's', ['paid']), execute(''), sync);
      world.approve(pull.number, ANN);
      expect(told(await raw.until('Z'))).toBe('E42P05 Z(I)');
      expect([await statuses(), await ask(raw, [bind('', 's'), execute(''), sync])]).toEqual(['open', '2 D(another) C(SELECT 1) Z(I)']);
    });

    it('is cancelled at the server, too, while that has not read the statement, and what was bound is not sent', async () => {
      await putUpSet();
      const raw = await RawClient.connect(gate.port);
      raws.push(raw);
      const key = (await raw.login({ user: gate.env['PGUSER'] ?? '', database: gate.env['PGDATABASE'] ?? '' }, gate.env['PGPASSWORD'] ?? '')).find(({ letter }) => letter === 'K')?.frame.body ?? Buffer.alloc(8);
      expect(await ask(raw, [parse('', SET), sync])).toBe('1 Z(I)');
      const locking = new Client({ connectionString: server.url });
      await locking.connect();
      await locking.query('BEGIN; LOCK TABLE orders');
      raw.send(run(SET, ['paid']), sync);
      await waitFor(() => gate.recorder.of('approval').length > 0, 'a connection that is to be held');
      const canceller = await RawClient.connect(gate.port);
      canceller.send(cancelRequest(key.readInt32BE(0), key.subarray(4)));
      expect(told(await raw.until('Z'))).toBe('E57014 Z(I)');
      canceller.socket.destroy();
      await locking.query('ROLLBACK');
      await locking.end();
      expect([await ask(raw, [q('SELECT 7 AS n')]), await statuses(), clock.waiting]).toEqual(['T(n) D(7) C(SELECT 1) Z(I)', 'open', []]);
    });

    it('takes nothing more from its client, and judges what comes then by what is so then', async () => {
      const pull = await putUpSet();
      const raw = await rawClient();
      raw.send(run(SET, ['paid']), sync, q("SET timezone = 'Asia/Tokyo'"), run(SET, ['paid']), sync);
      await held();
      await clock.advance(NOTICE_MS);
      await held();
      expect(gate.recorder.of('decided')).toEqual([]);
      world.approve(pull.number, ANN);
      await clock.advance(NOTICE_MS);
      expect(told([...await raw.until('C'), ...await raw.until('Z'), ...await raw.until('Z'), ...await raw.until('Z')])).toBe(`1 ${NOTICE} ${NOTICE} 2 n C(UPDATE 1) Z(I) C(SET) Z(I) 1 E42501 Z(I)`);
      expect(gate.recorder.of('decided').map(({ statement, decision }) => `${statement} ${decision}`)).toEqual(['UPDATE allow', 'SET allow', 'UPDATE review']);
    });

    it('is refused when more is sent meanwhile than can be kept', async () => {
      await putUpSet();
      const raw = await rawClient();
      raw.send(run(SET, ['paid']), sync);
      await held();
      raw.send(q(`SELECT '${'x'.repeat(5 * 1024 * 1024)}'`));
      expect(told([...await raw.until('E'), ...await raw.until('Z')])).toBe(`1 ${NOTICE} E42501 Z(I)`);
    });

    it('is let go when the client cancels or goes away, and claims nothing', async () => {
      const pull = await putUpSet();
      const raw = await rawClient();
      for (const how of ['destroy', 'resetAndDestroy'] as const) {
        const gone = await rawClient();
        gone.send(run(SET, ['paid']), sync);
        await held();
        gone.socket[how]();
        await waitFor(() => clock.waiting.length === 0, 'the end of a wait for nobody');
      }
      pull.state = 'closed';
      proposing.asked.length = 0;
      await psql({ env: proposer.env }, 'COPY orders FROM STDIN;\n\\.\n');
      const copying = putUpFor(world, composed(proposing.asked.map((operation) => ({ ...operation, data: 'a'.repeat(64) })), asked.demandsFor(['fixes'])), asked);
      runtime.advance(FRESH_MS);
      const copier = await rawClient();
      copier.send(q('COPY orders FROM STDIN'));
      await held();
      copier.socket.destroy();
      await waitFor(() => clock.waiting.length === 0, 'the end of a wait for nobody');
      copying.state = 'closed';
      pull.state = 'open';
      runtime.advance(FRESH_MS);
      raw.send(run(SET, ['free']), sync);
      expect(told(await raw.until('Z'))).toBe('1 E42501 Z(I)');
      world.approve(pull.number, ANN);
      expect([await statuses(), world.tags.size]).toEqual(['open', 0]);
      raw.send(run(SET, ['paid']), sync);
      expect(told(await raw.until('Z'))).toBe('1 2 n C(UPDATE 1) Z(I)');
    });

    it('is what node-postgres does with values and with names', async () => {
      const pull = await putUpSet();
      const answer = client.query({ name: 'set', text: SET, values: ['paid'] }).then(({ rowCount }) => `ran ${rowCount}`, (thrown: { hint?: string }) => thrown.hint ?? '');
      await held();
      world.approve(pull.number, ANN);
      expect([await look(answer), await statuses(), notices.length]).toEqual(['ran 1', 'paid', 1]);
    });
  });
});

describe('what became of an approval', () => {
  // A session, what it would tell, and who tells it; the recording has no digest until it is sealed.
  async function telling(id: string, after: 'close' | 'merge' | 'keep' = 'close') {
    const approvals = new ReviewedApprovals(depsOf(id, proposer.policy));
    const gate = await startGate({ server, rules: RULES, more: MORE, approvals: () => approvals });
    open.push(gate);
    const teller = new WriteBack({ forge: forge(), repositoryId: String(REPOSITORY), session: id, run: '5002', after, runtime });
    const over = async (): Promise<(string | null)[]> => {
      await Promise.all(open.splice(0).map((one) => one.close()));
      const { outcomes } = approvals;
      return [...await teller.tell(outcomes), ...await teller.finish(outcomes, 'e'.repeat(64))].map(({ failed }) => failed);
    };
    return { gate, over };
  }
  const comments = (pull: WorldPull): string[] => pull.comments.map((text) => text.replace(/^<!-- ostiary [0-9a-f]{32} -->\n/u, ''));

  it('is one comment, written anew, and the check; then the pull request is closed', async () => {
    const pull = await approved(ADD, INDEX);
    const { gate, over } = await telling('one');
    await script(gate, `${ADD};`);
    await script(gate, `BEGIN;\n${INDEX};\nROLLBACK;`);
    await script(gate, `${INDEX};`);
    expect(await over()).toEqual([null, null]);
    expect(comments(pull)).toEqual([[
      '### Ostiary: 2 of 2 done', '', '| operation | on | outcome | |', '|---:|---|---|---|', '| 1 | `db` | done | `ALTER TABLE` |', '| 2 | `db` | done | `CREATE INDEX` |', '',
      `Session \`one\` of [this run](https://github.com/acme/shop/actions/runs/5002), recording SHA-256 \`${'e'.repeat(64)}\`.`, '',
    ].join('\n')]);
    expect([world.statuses.map(({ state, title }) => `${state} ${title}`), pull.state, world.branches.has(pull.branch)]).toEqual([['success 2 of 2 done'], 'closed', false]);
  });

  it.each([['merge', 'merged'], ['keep', 'open']] as const)('with `%s` leaves it %s', async (after, state) => {
    const pull = await approved(ADD);
    const { gate, over } = await telling('one', after);
    await script(gate, `${ADD};`);
    expect([await over(), pull.state]).toEqual([[null, null], state]);
  });

  it('is that it stopped: what was taken back, what nobody knows and what did not run, and it stays open', async () => {
    await server.query('alter table orders add column note text');
    const pull = await approved('CREATE INDEX orders_id ON orders (id)', 'CREATE INDEX CONCURRENTLY orders_status ON orders (status)', INDEX);
    await server.query('create index orders_status on orders (id)');
    const { gate, over } = await telling('one');
    await script(gate, 'BEGIN;\nCREATE INDEX orders_id ON orders (id);\nROLLBACK;');
    await script(gate, 'CREATE INDEX orders_id ON orders (id);');
    await script(gate, 'CREATE INDEX CONCURRENTLY orders_status ON orders (status);');
    expect(await over()).toEqual([null, null]);
    const [told = ''] = comments(pull);
    expect(told).toMatch(/stopped: 1 of 3 done[^]*\| 1 \| `db` \| done \| `CREATE INDEX` \|\n\| 2 \| `db` \| unknown \| `SQLSTATE 42P07` \|\n\| 3 \| `db` \| not run \| {2}\|[^]*has to be put up again/u);
    expect([pull.comments.length, pull.state, world.statuses.at(-1)]).toEqual([1, 'open', expect.objectContaining({ state: 'failure', title: 'stopped: 1 of 3 done' })]);
  });

  it('is that it had expired, or was refused; what somebody else used, or still waits, is left alone', async () => {
    const pull = await approved(ADD);
    world.tick(9 * 3600);
    const first = await telling('one');
    expect(await script(first.gate, `${ADD};`)).toContain('has expired');
    expect(await first.over()).toEqual([null, null]);
    expect([comments(pull)[0], world.statuses.at(-1)?.state, pull.state]).toEqual([expect.stringMatching(/^### Ostiary: expired\n\nNothing was run: `waits for 1 more person[^]*has expired/u), 'failure', 'open']);
    world.approve(pull.number, BOB);
    const second = await telling('two');
    expect(await script(second.gate, `${ADD};`)).toBe('');
    await second.over();
    pull.state = 'open';
    world.branches.set(pull.branch, pull.lastHead);
    const third = await telling('three');
    expect(await script(third.gate, `${ADD};`)).toContain('was used by session `two`');
    expect([await third.over(), pull.comments.length]).toEqual([[], 2]);
  });

  it('changes nothing when it can not be told, and is told once when an answer is lost', async () => {
    const pull = await approved(ADD);
    const { gate, over } = await telling('one');
    await script(gate, `${ADD};`);
    api.permissions.delete('checks:write');
    api.permissions.delete('statuses:write');
    api.instead.push({ of: 'POST /repos/acme/shop/issues', answers: [(_own) => null] });
    expect(await over()).toEqual([expect.stringMatching(/ostiary\/approval.*checks: write/u), null]);
    expect([comments(pull).length, pull.state, await columns()]).toEqual([1, 'closed', 'id,status,note']);
    api.permissions.add('checks:write');
  });
});

describe('a GitHub that is down, slow or lies', () => {
  it('lets nothing run, whichever call it is, and the next try continues', async () => {
    await approved(ADD);
    const operation = proposing.asked[0] as Operation;
    const claim = (approvals: Approvals): Promise<ApprovalAnswer> => approvals.claim(operation, PRINCIPAL, { connection: 1, message: {}, rules: ['schema'] });
    const enforcer = (): Approvals => new ReviewedApprovals(depsOf('one', proposer.policy));
    await claim(enforcer());
    const calls = new Set(api.requests.map((line) => line.replace(/\?.*$/u, '')));
    expect(calls.size).toBeGreaterThan(15);
    const answers = [{ status: 500, body: { message: 'oops' }, foreign: true }, { status: 200, body: 'nonsense', foreign: true }, { status: 403, body: { message: 'Resource not accessible by integration' }, foreign: true }, null];
    for (const [index, call] of [...calls].entries()) {
      // Where GitHub shows no rulesets to a token, that is said, and no more.
      const answer = (call.endsWith('/rulesets') ? answers[0] : answers[index % answers.length]) ?? null;
      world.tags.clear();
      const approvals = enforcer();
      api.instead.push({ of: call, answers: Array.from({ length: 8 }, () => answer) });
      const said = await claim(approvals).then((refused) => (refused.kind === 'pending' ? refused.how : refused.kind), (thrown: { code?: string }) => thrown.code);
      expect([call, answer?.status, said]).toEqual([call, answer?.status, expect.stringMatching(/^FORGE_FAILED$|put this ALTER TABLE .*whether there is an approval could not be seen/u)]);
      api.instead.length = 0;
      runtime.advance(FRESH_MS);
      expect([call, (await claim(approvals)).kind]).toEqual([call, 'approved']);
    }
  }, 120_000);

  it('is a refusal on the wire', async () => {
    await approved(ADD);
    const gate = await session('one');
    api.instead.push({ of: 'GET /repos/acme/shop/pulls/7/reviews', answers: Array.from({ length: 4 }, () => ({ status: 503, body: { message: 'down' }, foreign: true })) });
    expect(await script(gate, `${ADD};`)).toMatch(/DETAIL: {2}decision=deny rule=builtin:approval-failed .*could not be checked[^]*HINT: {2}ask: nothing ran, since the approval could not be checked: the reviews of pull request 7: .*; GitHub may be disturbed; run again/u);
    expect([await columns(), world.tags.size]).toEqual(['id,status', 0]);
    api.instead.length = 0;
    expect(await script(gate, `${ADD};`)).toBe('');
  });
});

async function update(gate: RunningGate, value: string): Promise<void> {
  const client = new Client({ connectionString: gate.url });
  await client.connect();
  await client.query('UPDATE orders SET status = $1 WHERE id = 3', [value]).catch(() => undefined);
  await client.end();
}
