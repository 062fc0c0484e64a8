// SPDX-License-Identifier: Apache-2.0
//
// The actions approval-gate, apply and run as GitHub's runner meets them, from the proposal of a migration to its end: built programs, a real
// issuer, a GitHub that keeps state, a real PostgreSQL.
import { createHash, generateKeyPairSync } from 'node:crypto';
import { writeChangeSet } from '../../src/core/change-set.js';
import { verifyRecording } from '../../src/record/verify.js';
import { AGENT, ANN, BOB, EVE, ForgeWorld, GATE } from '../support/forge-world.js';
import { cleanUp } from '../support/guarded.js';
import { PUSH_CLAIMS, runStep, type GitHubServer, type Step, type StepResult } from '../support/github-runner.js';
import { GATE_TOKEN, type GitHubStandIn, startGitHubStandIn } from '../support/github-stand-in.js';
import { type OidcIssuer, startOidcIssuer } from '../support/oidc-issuer.js';
import { startPostgres, type Postgres } from '../support/postgres.js';

let database: Postgres;
let issuer: OidcIssuer;
let world: ForgeWorld;
let api: GitHubStandIn;

const policy = (more = ''): string => `version: 1
${more}default: deny
approvers: { teams: [acme/dba], count: 1, expires: 8h }
identities: { nightly: { issuer: "${issuer.issuer}", claims: { repository_id: "812364" } } }
resources:
  orders-db: { type: postgres, url: "postgres://127.0.0.1:${database.port}/postgres", credential: env:ORDERS_DB, allow_static: true, mask: { public.orders.ssn: redact } }
  box: { type: shell }
record: { key: env:SIGNING_KEY, allow_static: true }
rules:
  - { id: reads,  match: { principal: nightly, effect: read }, decide: allow }
  - { id: orders, match: { principal: nightly, effect: write, object: public.orders }, decide: allow }
  - { id: schema, match: { effect: schema }, decide: review, because: a schema change locks tables }
  - { id: jobs,   match: { effect: write, object: public.jobs }, decide: review, because: jobs are watched }
  - { id: crates, match: { effect: write, object: public.crates }, decide: review, max_rows: 1 }
  - { id: few,    match: { effect: write, object: public.tasks, rows: "<= 10" }, decide: allow }
`;

const CLAIMS = { ...PUSH_CLAIMS, actor: 'eve', actor_id: String(EVE) };

beforeAll(async () => {
  [database, issuer] = await Promise.all([startPostgres({ version: 18 }), startOidcIssuer({ path: '/_services/token' })]);
  issuer.claims = { ...CLAIMS };
});
afterAll(async () => {
  await Promise.all([database?.stop(), issuer?.stop()]);
  cleanUp();
});
beforeEach(async () => {
  await database.query(`drop table if exists orders; create table orders (id int primary key, status text, ssn text); insert into orders values (1, 'open', '1')`);
  world = new ForgeWorld();
  world.runs.set(4711, { actor: EVE, triggering: EVE });
  world.push('main', { by: ANN, files: { '.ostiary/policy.yml': policy() } });
  api = await startGitHubStandIn(world);
});
afterEach(async () => {
  await api.stop();
  expect(api.violations).toEqual([]);
});

const KEYS = generateKeyPairSync('ed25519');
const SIGNING_KEY = String(KEYS.privateKey.export({ format: 'jwk' }).d);
const MIGRATION = `BEGIN;\nALTER TABLE orders ADD COLUMN note text;\nUPDATE orders SET note = 'none' WHERE id = 1;\nCOMMIT;\n`;
const step = (action: NonNullable<Step['action']>, inputs: Record<string, string>, files: Record<string, string> = {}, cancel?: Step['cancel']): Promise<StepResult> => runStep({
  ...(cancel === undefined ? {} : { cancel }),
  server: { issuer, api, stop: async () => undefined } as unknown as GitHubServer, action, files, inputs: { 'github-token': GATE_TOKEN, proposers: String(GATE), ...inputs }, environment: { ORDERS_DB: `postgres:${database.password}`, SIGNING_KEY },
});
const gate = (sql = MIGRATION, inputs: Record<string, string> = {}, cancel?: Step['cancel']): Promise<StepResult> => step('approval-gate', { sql: 'a.sql', ...inputs }, { 'a.sql': sql }, cancel);
const notes = (): Promise<unknown> => database.query('select note from orders').then((rows) => rows, () => 'no column');

it('is proposed, put up once, reviewed, applied once, told and closed', async () => {
  const first = await gate();
  expect([first.code, first.outputs, first.annotations.map(({ level, message }) => `${level} ${message}`)]).toEqual([3, { status: 'pending', 'approval-url': 'https://github.com/acme/shop/pull/7', 'approved-by': '', 'expires-at': '', digest: expect.stringMatching(/^[0-9a-f]{64}$/u) }, [expect.stringMatching(/^warning https:\S+ is pending: waits for 1 more person of: team acme\/dba, for `schema`/u)]]);
  expect(world.pull(7).requested).toEqual({ users: [], teams: ['dba'] });
  expect((await step('apply', { approval: '7' })).outputs).toMatchObject({ outcome: 'pending', applied: '0' });
  world.approve(7, ANN);
  const second = await gate(MIGRATION, { 'on-pending': 'pass' });
  expect([second.code, second.outputs, world.pulls.size]).toEqual([0, { ...first.outputs, status: 'approved', 'approved-by': `ann (${ANN})`, 'expires-at': expect.stringMatching(/^2026-11-24T20:/u) }, 1]);
  expect(await notes()).toBe('no column');
  const applied = await step('apply', { approval: 'https://github.com/acme/shop/pull/7' });
  expect([applied.code, applied.outputs, applied.annotations]).toEqual([0, { outcome: 'ok', 'approval-url': first.outputs['approval-url'], digest: first.outputs['digest'], applied: '2', session: expect.stringContaining('session.jsonl') }, []]);
  expect(await notes()).toEqual([{ note: 'none' }]);
  expect(applied.events.filter(({ type }) => type === 'approval')).toMatchObject([{ state: 'used', by: [`ann (${ANN})`], manifest: first.outputs['digest'] }, { state: 'told' }]);
  expect([world.pull(7).state, world.pull(7).comments.join(''), world.statuses.at(-1)]).toEqual(['closed', expect.stringMatching(/\| 1 \| `orders-db` \| done \| `ALTER TABLE` \|\n\| 2 \| `orders-db` \| done \| `UPDATE 1` \|[^]*of \[this run\]\(https:\/\/github.com\/acme\/shop\/actions\/runs\/4711\), recording SHA-256 `[0-9a-f]{64}`/u), { commit: expect.any(String), state: 'success', title: '2 of 2 done' }]);
  const verdict = await verifyRecording(applied.outputs['session'] ?? '', { keys: [KEYS.publicKey.export({ type: 'spki', format: 'pem' }).toString()] });
  expect([verdict.state, verdict.header?.key]).toEqual(['signed', verdict.signedBy]);
  const again = await step('apply', { approval: '7' });
  expect([again.code, again.outputs['outcome']]).toEqual([1, 'denied']);
});

it('waits for people as long as it is told, asks again with conditions, and ends as pending when its time is over or its job is cancelled', async () => {
  const looks = (): number => api.requests.filter((line) => line.startsWith('GET /repos/acme/shop/pulls/7/reviews')).length;
  const said = /pull\/7 waits for 1 more person/u;
  const pending = (of: StepResult): unknown[] => [of.code, of.outputs['status'], of.annotations.map(({ level }) => level)];
  expect(pending(await gate(MIGRATION, { wait: '30m' }, { name: 'SIGTERM', said }))).toEqual([3, 'pending', ['warning']]);
  const before = looks();
  expect([pending(await gate(MIGRATION, { wait: '1s' })), looks() - before]).toEqual([[3, 'pending', ['warning']], 2]);
  const [requests, unchanged] = [api.requests.length, api.notModified()];
  api.instead.push({ of: 'GET /repos/acme/shop/pulls/7/reviews', answers: [(own) => {
    queueMicrotask(() => world.approve(7, ANN));
    return own;
  }] });
  const { code, outputs } = await gate(MIGRATION, { wait: '2s' });
  expect([code, outputs['status'], outputs['approved-by']]).toEqual([0, 'approved', `ann (${ANN})`]);
  // Of the second look all but the reviews is as it was.
  expect(api.notModified() - unchanged).toBeGreaterThan((api.requests.length - requests) / 3);
  expect(world.statuses.map(({ state }) => state)).toEqual(['pending', 'pending', 'success']);
});

it('passes, fails or says what is wrong without asking anybody', async () => {
  for (const [sql, code, status, told] of [
    ['SELECT 1;', 0, 'not-needed', []],
    ['SELECT 1;\nDROP TABLE orders;', 1, 'denied', [['a.sql', '2', expect.stringMatching(/^DROP TABLE is denied by `default`: no rule allows/u)]]],
    ['ALTER TABL orders;', 1, 'denied', [['a.sql', '1', expect.stringMatching(/^what stands here is denied by .*syntax error at or near/u)]]],
  ] as const) {
    const { code: ended, outputs, annotations } = await gate(sql);
    expect([sql, ended, outputs['status'], annotations.map(({ properties: { file, line }, message }) => [file, line, message])]).toEqual([sql, code, status, told]);
  }
  for (const [sql, why] of [
    ['BEGIN; ALTER TABLE orders ADD COLUMN note text;', /^a\.sql:1: a transaction has no end/u],
    ['SET search_path = x; ALTER TABLE orders ADD COLUMN note text;', /sets `search_path`/u],
    [`ALTER TABLE orders ADD COLUMN note text; UPDATE orders SET ssn = '078-05-1120' WHERE id = 1;`, /holds a value for `public.orders.ssn`/u],
  ] as const) expect((await gate(sql)).annotations.map(({ message }) => message)).toEqual([expect.stringMatching(why)]);
  world.push('main', { by: ANN, files: { '.ostiary/policy.yml': policy().replace(/^approvers:.*\n/mu, '') } });
  const { code, annotations } = await gate();
  expect([code, annotations.map(({ message }) => message)]).toEqual([2, ['`schema` asks for a review and the policy names nobody who may give it: name users, teams or `codeowners: true` under `approvers`']]);
  expect(world.pulls.size).toBe(0);
});

it('is told by `run`, too; and when it can not be told, that changes nothing and is said, in the job and on record', async () => {
  const run = (): Promise<StepResult> => step('run', { command: 'psql -qc "ALTER TABLE orders ADD COLUMN note text" "$OSTIARY_ORDERS_DB_URL"', isolation: 'none', resource: 'orders-db' });
  world.push('main', { by: ANN, files: { '.ostiary/policy.yml': policy('approvals: { after: merge }\n') } });
  await gate('ALTER TABLE orders ADD COLUMN note text;');
  world.approve(7, ANN);
  const first = await run();
  expect([first.code, first.outputs['outcome'], first.annotations, world.pull(7).state, world.statuses.at(-1)]).toEqual([0, 'ok', [], 'merged', expect.objectContaining({ state: 'success', title: '1 of 1 done' })]);
  expect(world.pull(7).comments).toEqual([expect.stringMatching(/\| 1 \| `orders-db` \| done \| `ALTER TABLE` \|[^]*actions\/runs\/4711\), recording SHA-256 `[0-9a-f]{64}`/u)]);
  await database.query('alter table orders drop column note');
  await gate('ALTER TABLE orders ADD COLUMN note text;');
  world.approve(8, ANN);
  for (const permission of ['pulls:write', 'checks:write', 'statuses:write']) api.permissions.delete(permission);
  const second = await run();
  expect([second.code, second.outputs['outcome'], second.annotations.map(({ message }) => message)]).toEqual([0, 'ok', [expect.stringMatching(/pull\/8 could not be told what happened, which changes nothing about it: a comment on pull request 8: the token may not .*pull-requests: write/u)]]);
  expect(second.events.filter(({ type }) => type === 'approval')).toMatchObject([{ state: 'used' }, { state: 'untold', reason: expect.stringContaining('pull-requests: write') }]);
  expect([await database.query('select note from orders'), world.pull(8).state]).toEqual([[{ note: null }], 'open']);
});

it('shows the estimated impact, asks code owners, too, and takes back what turns out to be more than twice of it', async () => {
  await database.query('drop table if exists jobs, tasks; create table jobs (id int primary key, status text); insert into jobs select i from generate_series(1, 4) i; create table tasks (id int primary key); insert into tasks select generate_series(1, 40); analyze');
  world.push('main', { by: ANN, files: { '.ostiary/policy.yml': policy().replace('teams: [acme/dba],', 'teams: [acme/dba], codeowners: true,'), '.github/CODEOWNERS': '* @Bob @acme/sre\n' } });
  await gate("UPDATE jobs SET status = 'late' WHERE id > 0;\nALTER TABLE jobs ADD COLUMN note text;\n");
  expect(world.pull(7).requested).toEqual({ users: [BOB], teams: ['dba', 'sre'] });
  const [page] = [...(world.commits.get(world.pull(7).lastHead)?.tree ?? [])].filter(([path]) => path.startsWith('.ostiary/approvals/') && path.endsWith('.md')).map(([, text]) => text);
  expect(page).toMatch(/impact, estimated: about 4 rows, relation of \d+ KiB, `public.jobs holds about 4 rows`; rolled back beyond 8 rows/u);
  expect(page).toMatch(/impact, estimated: rows not known, relation of \d+ KiB, lock `ACCESS EXCLUSIVE`, does not rewrite the table, `public.jobs holds about 4 rows`, `rows are not known: the planner gives no rows for ALTER TABLE`; no row ceiling/u);
  await database.query('insert into jobs select i from generate_series(5, 9) i');
  world.approve(7, ANN);
  const { code, outputs } = await step('apply', { approval: '7' });
  expect([code, outputs['outcome'], outputs['applied']]).toEqual([1, 'denied', '0']);
  expect(world.pull(7).comments.join('')).toMatch(/\| 1 \|[^\n]*failed[^\n]*row ceiling/u);
  expect(await database.query("select count(*)::int as late from jobs where status = 'late'")).toEqual([{ late: 0 }]);
  expect((await gate('DELETE FROM tasks WHERE id = 7;')).outputs['status']).toBe('not-needed');
});

it('takes a report and commands, and executes nothing that it can not', async () => {
  const report = JSON.stringify({ format: 'ostiary-check-v1', operations: [{ kind: 'sql', resource: 'orders-db', bytes: 'ALTER TABLE orders ADD COLUMN note text', path: 'a.sql', line: 1 }] });
  const asked = await step('approval-gate', { changes: 'check.json', commands: 'systemctl restart web' }, { 'check.json': report });
  expect([asked.code, asked.outputs['status'], asked.annotations.map(({ level }) => level)]).toEqual([1, 'denied', ['error']]);
  world.push('main', { by: ANN, files: { '.ostiary/policy.yml': `${policy()}  - { id: box, match: { resource: box }, decide: review }\n` } });
  const again = await step('approval-gate', { changes: 'check.json', commands: 'systemctl restart web' }, { 'check.json': report });
  expect([again.code, again.outputs['status']]).toEqual([3, 'pending']);
  const [page] = [...(world.commits.get(world.pull(7).lastHead)?.tree ?? [])].filter(([path]) => path.startsWith('.ostiary/approvals/') && path.endsWith('.md')).map(([, text]) => text);
  expect(page).toMatch(/`SYSTEMCTL RESTART` on `box`[^]*systemctl restart web[^]*impact: not estimated, for want of access/u);
  world.approve(7, ANN);
  const applied = await step('apply', { approval: '7' });
  expect([applied.code, applied.annotations.map(({ message }) => message)]).toEqual([1, [expect.stringContaining('an operation of kind `shell`, which nothing executes yet')]]);
  expect(await notes()).toBe('no column');
});

it('sends parameters and rows exactly as they were approved, and nothing when a byte of them is another', async () => {
  await database.query("drop table if exists jobs; drop type if exists mood; create type mood as enum ('glad', 'sad'); create table jobs (id int primary key, status text, mood mood)");
  const rows = '11\tnew\n12\tnew\n';
  const base64 = (value: string | Buffer): string => Buffer.from(value).toString('base64');
  const parameters = [{ type: 'pg_catalog.int4', format: 'binary', value: base64(Buffer.from([0, 0, 0, 7])) }, { type: 'unknown', format: 'text', value: base64("it's late") }, { type: 'public.mood', format: 'text', value: base64('glad') }] as const;
  const resource = { name: 'orders-db', target: '' };
  const set = writeChangeSet({
    format: 'ostiary-changeset-v1', ostiary: '1', digest: 'a'.repeat(64), resource, tools: [], captured: { command: ['x'], schema: [], server: 180000 }, bookkeeping: [], limits: [],
    operations: [{ number: 1, kind: 'sql', resource, bytes: 'INSERT INTO jobs VALUES ($1, $2, $3)', parameters, data: null, settings: {}, transaction: null, connection: 1, message: 1, tag: 'INSERT 0 1', digest: 'a'.repeat(64) }],
  });
  const asking = await step('approval-gate', { sql: 'load.sql', data: 'rows.tsv', changes: 'set.json', resource: 'orders-db' }, { 'load.sql': 'COPY jobs (id, status) FROM STDIN;\n', 'rows.tsv': rows, 'set.json': set });
  expect([asking.code, asking.annotations.map(({ message }) => message)]).toEqual([3, [expect.stringContaining('waits for 1 more person')]]);
  const [page] = [...(world.commits.get(world.pull(7).lastHead)?.tree ?? [])].filter(([path]) => path.startsWith('.ostiary/approvals/') && path.endsWith('.md')).map(([, text]) => text);
  expect(page).toMatch(new RegExp(`with data of SHA-256 \`${createHash('sha256').update(rows).digest('hex')}\`[^]*\\$1 \\(pg_catalog.int4\\) = 7\n\\$2 \\(unknown\\) = 'it''s late'\n\\$3 \\(public.mood\\) = 'glad'`, 'u'));
  world.approve(7, ANN);
  const apply = (file: string): Promise<StepResult> => step('apply', { approval: '7', data: 'rows.tsv' }, { 'rows.tsv': file });
  const wrong = await apply(rows.replace('12', '13'));
  expect([wrong.code, wrong.annotations.map(({ message }) => message), await database.query('select * from jobs'), world.tags.size]).toEqual([2, [expect.stringMatching(/^operation 1 of https:\S+\/7 copies rows in, and none of the files given has their SHA-256/u)], [], 0]);
  const right = await apply(rows);
  expect([right.code, right.annotations, right.outputs['applied']]).toEqual([0, [], '2']);
  expect(await database.query('select * from jobs order by id')).toEqual([{ id: 7, status: "it's late", mood: 'glad' }, { id: 11, status: 'new', mood: null }, { id: 12, status: 'new', mood: null }]);
  expect(right.events.filter(({ type }) => type === 'approval')).toMatchObject([{ state: 'used' }, { state: 'used' }, { state: 'told' }]);
});

it('takes back a COPY that brings more rows than its ceiling', async () => {
  await database.query('drop table if exists crates; create table crates (id int primary key)');
  const asking = await step('approval-gate', { sql: 'load.sql', data: 'rows.tsv', resource: 'orders-db' }, { 'load.sql': 'COPY crates (id) FROM STDIN;\n', 'rows.tsv': '1\n2\n' });
  expect(asking.outputs['status']).toBe('pending');
  world.approve(7, ANN);
  const applied = await step('apply', { approval: '7', data: 'rows.tsv' }, { 'rows.tsv': '1\n2\n' });
  expect([applied.code === 0, applied.raw, await database.query('select * from crates')]).toEqual([false, expect.stringContaining('operation 1: ostiary: the statement went beyond its row ceiling'), []]);
  expect(applied.events).toContainEqual(expect.objectContaining({ type: 'done', outcome: 'failed', tag: null }));
});

it('applies all approvals that one push merged, in their order, each on a record of its own', async () => {
  const merged: string[] = [];
  for (const [number, column] of [[7, 'note'], [8, 'more']] as const) {
    world.push(`agent/${column}`, { by: AGENT, files: { [`db/${column}.sql`]: `ALTER TABLE orders ADD COLUMN ${column} text;\n` } });
    world.open({ by: AGENT, branch: `agent/${column}` });
    expect((await step('approval-gate', { sql: 'db/*.sql', 'pull-request': String(number) })).outputs['status']).toBe('pending');
    // Nobody knows who had asked the agent.
    for (const person of [ANN, BOB]) world.approve(number, person);
  }
  for (const number of [7, 8]) merged.push(world.merge(number, ANN));
  const sha = merged[1] ?? '';
  issuer.claims = { ...CLAIMS, sha };
  const { code, outputs, state, annotations } = await runStep({
    server: { issuer, api, stop: async () => undefined } as unknown as GitHubServer, action: 'apply', inputs: { 'github-token': GATE_TOKEN, proposers: String(GATE) }, environment: { ORDERS_DB: `postgres:${database.password}`, SIGNING_KEY, GITHUB_SHA: sha },
    payload: { before: '0'.repeat(40), commits: merged.map((id) => ({ id })) },
  });
  issuer.claims = { ...CLAIMS };
  expect([code, annotations, outputs['outcome'], outputs['applied'], outputs['approval-url']?.split('\n').map((url) => url.split('/').at(-1))]).toEqual([0, [], 'ok', '2', ['7', '8']]);
  expect(Object.keys((await database.query('select * from orders limit 1'))[0] ?? {})).toEqual(['id', 'status', 'ssn', 'note', 'more']);
  expect([outputs['session']?.split('\n').length, state['recording']]).toEqual([2, outputs['session']]);
});

it('lets a named person through after somebody else was told, and not when nobody can be', async () => {
  const run = (inputs: Record<string, string> = {}): Promise<StepResult> => step('run', {
    command: 'psql -qc "ALTER TABLE orders ADD COLUMN note text" "$OSTIARY_ORDERS_DB_URL"; psql -qc "DROP TABLE orders" "$OSTIARY_ORDERS_DB_URL" || true', isolation: 'none', resource: 'orders-db', 'break-glass': 'orders are lost every minute', ...inputs,
  });
  const nobody = await run();
  expect([nobody.code, nobody.annotations.map(({ message }) => message)]).toEqual([125, [expect.stringContaining('break-glass: the policy lets nobody')]]);
  world.push('main', { by: ANN, files: { '.ostiary/policy.yml': policy(`break_glass: { principal: nightly, users: [${EVE}], notify: { teams: [acme/dba] }, max: 10m }\n`) } });
  api.permissions.delete('pulls:write');
  const mute = await run();
  expect([mute.code, mute.annotations.map(({ message }) => message), await notes()]).toEqual([125, [expect.stringMatching(/may not .*pull-requests: write/u)], 'no column']);
  api.permissions.add('pulls:write');
  const { code, outputs, events } = await run();
  expect([code, outputs['outcome'], outputs['denied'], await notes()]).toEqual([1, 'denied', '1', [{ note: null }]]);
  const pull = [...world.pulls.values()].at(-1);
  expect([pull?.state, pull?.requested.teams, world.statuses.at(-1), pull?.comments]).toEqual(['open', ['dba'], expect.objectContaining({ state: 'failure', title: 'break-glass: 1 operation, has to be reviewed' }), [expect.stringMatching(/done \| `ALTER TABLE`[^]*SHA-256 `[0-9a-f]{64}`/u)]]);
  expect(events.filter(({ type }) => type === 'approval')).toMatchObject([{ state: 'break-glass', operations: [], by: [`eve (${EVE})`] }, { state: 'break-glass', operations: [1] }, { state: 'told' }]);
});

it('stops at the first failure, keeps what is a transaction whole, and tells so', async () => {
  const sql = `ALTER TABLE orders ADD COLUMN note text;\n${MIGRATION}`;
  await gate(sql);
  world.approve(7, ANN);
  const { code, outputs } = await step('apply', { approval: '7' });
  expect([code, outputs['outcome'], outputs['applied'], world.pull(7).state]).toEqual([4, 'failed', '1', 'open']);
  expect(world.pull(7).comments.join('')).toMatch(/\| 1 \|[^\n]*done[^\n]*\n\| 2 \|[^\n]*failed \| `column "note"[^\n]*\(42701\)` \|\n\| 3 \|[^\n]*not run/u);
});
