// SPDX-License-Identifier: Apache-2.0
//
// Every example in examples/ as people would live it: their files as they are, their steps through dist/ in the order of the events, GitHub
// with a memory, a real PostgreSQL. Only addresses, issuers and the numbers of accounts are ours.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { validate } from '@actions/languageservice';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { BREAK_PREFIX, breakPath } from '../../src/approval/break-glass.js';
import { AGENT, ANN, BOB, EVE, ForgeWorld, GATE, REPOSITORY, type WorldCommit } from '../support/forge-world.js';
import { startGateway } from '../support/gateway.js';
import { cleanUp, scratch } from '../support/guarded.js';
import { PUSH_CLAIMS, runStep, type GitHubServer, type Step, type StepResult } from '../support/github-runner.js';
import { GATE_TOKEN, type GitHubStandIn, startGitHubStandIn } from '../support/github-stand-in.js';
import { startOidcIssuer, type OidcIssuer } from '../support/oidc-issuer.js';
import { makeOrigin } from '../support/origin.js';
import { startPostgres, type Postgres } from '../support/postgres.js';
import { type ActionResult, type ActionStep, runWorkflow } from '../support/workflow.js';

const migration = (column: string): string => `SET lock_timeout = '2s';\nALTER TABLE orders ADD COLUMN ${column} text;\n`;
let database: Postgres;

beforeAll(async () => {
  database = await startPostgres({ version: 18 });
});
afterAll(async () => {
  await database?.stop();
  cleanUp();
});

const files = (folder: string): string[] => readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));

describe('the workflows', () => {
  it.each(files('examples').filter((path) => path.includes('.github/workflows/')))('%s is one, to GitHub', async (path) => {
    const found = await validate(TextDocument.create(`file:///${path}`, 'yaml', 1, readFileSync(path, 'utf8')));
    // GitHub's published example of the event has no pull request in its list.
    expect(found.map(({ message }) => message).filter((message) => message !== 'Context access might be invalid: number')).toEqual([]);
  });
});

/** What the job's own token may, in the stand-in's words. */
const GRANTS: Readonly<Record<string, readonly string[]>> = { contents: ['contents'], 'pull-requests': ['pulls'], actions: ['actions'], checks: ['checks'], members: ['members'] };
const permissionsOf = (granted: Readonly<Record<string, string>>): string[] => ['metadata:read', ...Object.entries(granted).flatMap(([name, level]) => (GRANTS[name] ?? []).flatMap((one) => (level === 'write' ? [`${one}:read`, `${one}:write`] : [`${one}:read`])))];

type Codes = Record<string, number | null>;

/** One repository with an example in it. */
class Walk {
  readonly world = new ForgeWorld();
  readonly results: StepResult[] = [];
  readonly #folder: string;
  readonly #database: string;
  #api: GitHubStandIn | null = null;
  #issuer: OidcIssuer | null = null;

  /** `name`: of its database. */
  constructor(example: string, name: string) {
    this.#folder = join('examples', example);
    this.#database = name;
  }

  get last(): StepResult {
    return this.results.at(-1) as StepResult;
  }

  /** Columns that `orders` has got. */
  async columns(): Promise<unknown[]> {
    const rows = await this.query(`select column_name from information_schema.columns where table_name = 'orders' and column_name not in ('id', 'status')`) as { column_name: string }[];
    return rows.map((row) => row.column_name);
  }

  async start(): Promise<void> {
    await database.query(`create database ${this.#database}`);
    await this.query(`create table orders (id int primary key, status text); insert into orders values (1, 'open'); create table customers (id int, email text)`);
    this.#issuer = await startOidcIssuer({ path: '/_services/token' });
    this.world.runs.set(4711, { actor: EVE, triggering: EVE });
    this.world.push('main', { by: ANN, files: { '.ostiary/policy.yml': this.policy(readFileSync(join(this.#folder, '.ostiary/policy.yml'), 'utf8')) } });
    this.#api = await startGitHubStandIn(this.world);
  }

  async stop(): Promise<void> {
    await Promise.all([this.#api?.stop(), this.#issuer?.stop()]);
    expect(this.#api?.violations ?? []).toEqual([]);
  }

  query(sql: string): Promise<unknown> {
    return database.query(sql, this.#database);
  }

  policy(text: string): string {
    const ours = text.replace('postgres://orders.internal/orders', `postgres://127.0.0.1:${database.port}/${this.#database}`)
      .replace(/\{ github: \{ repository_id: (\d+), ref: ([^,]+), event: (\[[^\]]+\]) \} \}/u, (_all, id: string, ref: string, events: string) => `{ issuer: "${this.#issuer?.issuer ?? ''}", claims: { repository_id: "${id}", ref: ${ref}, event_name: ${events} } }`);
    expect(ours.includes('orders.internal') || ours.includes('github:')).toBe(false);
    return ours;
  }

  /** An event, and the jobs that it starts; with the exit code of each. */
  async on(workflow: string, event: { readonly name: string; readonly payload?: Readonly<Record<string, unknown>>; readonly inputs?: Readonly<Record<string, string>>; readonly ref?: string; readonly sha?: string }): Promise<Codes> {
    const { name, payload = {}, inputs = {}, ref = 'refs/heads/main', sha = this.world.branches.get('main') ?? '' } = event;
    const whole = { repository: { id: REPOSITORY, default_branch: 'main' }, ...payload };
    const contexts = {
      github: { event_name: name, event: whole, ref, ref_name: ref.replace('refs/heads/', ''), token: GATE_TOKEN }, inputs, secrets: { ORDERS_DB: `postgres:${database.password}`, OSTIARY_APP_KEY: 'key' },
      vars: { OSTIARY_APP_CLIENT_ID: 'Iv1.0', OSTIARY_APP_USER_ID: String(GATE) },
    };
    let prepare: Step['prepare'];
    let merge = sha;
    return runWorkflow(join(this.#folder, '.github/workflows', `${workflow}.yml`), contexts, async (step): Promise<ActionResult> => {
      if (step.action === 'actions/checkout') {
        const checkout = this.#checkOut(name, sha, payload);
        ({ prepare } = checkout);
        merge = checkout.commit;
        return { code: 0 };
      }
      if (step.action === 'actions/create-github-app-token') {
        const wanted = Object.fromEntries(Object.entries(step.inputs).flatMap(([key, level]) => (key.startsWith('permission-') ? [[key.slice('permission-'.length), level]] : [])));
        this.#grant(wanted);
        return { code: 0, outputs: { token: GATE_TOKEN } };
      }
      return this.#act(step, { name, ref, sha: merge, payload: whole, ...(prepare === undefined ? {} : { prepare }) });
    });
  }

  #grant(granted: Readonly<Record<string, string>>): void {
    const permissions = this.#api?.permissions as Set<string>;
    permissions.clear();
    for (const one of permissionsOf(granted)) permissions.add(one);
  }

  async #act({ action, inputs, environment, permissions }: ActionStep, job: { readonly name: string; readonly ref: string; readonly sha: string; readonly payload: Readonly<Record<string, unknown>>; readonly prepare?: Step['prepare'] }): Promise<ActionResult> {
    const issuer = this.#issuer as OidcIssuer;
    if (inputs['github-token'] === undefined) this.#grant(permissions);
    issuer.claims = { ...PUSH_CLAIMS, actor: 'eve', actor_id: String(EVE), event_name: job.name, ref: job.ref, sha: job.sha };
    const mayProve = permissions['id-token'] === 'write';
    const result = await runStep({
      server: { issuer, api: this.#api, stop: async () => undefined } as unknown as GitHubServer, action: (action.split('/')[3] ?? 'ostiary') as NonNullable<Step['action']>, event: job.name, ref: job.ref, payload: job.payload,
      ...(job.prepare === undefined ? {} : { prepare: job.prepare }),
      inputs: { 'github-token': GATE_TOKEN, ...inputs, ...('proposers' in inputs ? { proposers: inputs['proposers'].replace('41898282', String(GATE)) } : {}) },
      environment: { GITHUB_SHA: job.sha, ...(mayProve ? {} : { ACTIONS_ID_TOKEN_REQUEST_URL: undefined, ACTIONS_ID_TOKEN_REQUEST_TOKEN: undefined }), ...environment },
    });
    this.results.push(result);
    return result;
  }

  // As actions/checkout leaves it: of a pull request, GitHub's trial merge.
  #checkOut(event: string, sha: string, payload: Readonly<Record<string, unknown>>): { readonly commit: string; readonly prepare: NonNullable<Step['prepare']> } {
    const origin = makeOrigin(scratch());
    const treeOf = (commit: string): Record<string, string> => Object.fromEntries((this.world.commits.get(commit) as WorldCommit).tree);
    const base = origin.commit('main', treeOf(this.world.branches.get('main') as string));
    const head = event === 'pull_request' ? origin.commit('change', treeOf(sha), base) : base;
    const commit = event === 'pull_request' ? origin.merge('refs/pull/7/merge', base, head) : base;
    if (event === 'pull_request') Object.assign(payload['pull_request'] as object, { base: { sha: base }, head: { sha: head, repo: { id: REPOSITORY } } });
    return { commit, prepare: (workspace) => origin.checkOut(workspace, commit, { depth: 0 }) };
  }
}

const ended = (of: Readonly<Record<string, unknown>>): Record<string, unknown> => ({ action: 'completed', workflow_run: { conclusion: 'success', head_repository: { id: REPOSITORY }, ...of } });
const said = ({ annotations }: StepResult): string => annotations.map(({ level, message }) => `${level} ${message}`).join('\n');
/** An agent's migration on a pull request of its own. */
class Merging extends Walk {
  constructor(name: string) {
    super('github-merge-to-execute', name);
  }

  propose(column: string, files: Readonly<Record<string, string>> = { [`db/migrations/${column}.sql`]: migration(column) }): number {
    this.world.push(`agent/${column}`, { by: AGENT, files });
    return this.world.open({ by: AGENT, branch: `agent/${column}` }).number;
  }

  check(number: number): Promise<Codes> {
    return this.on('ostiary', { name: 'pull_request', ref: `refs/pull/${number}/merge`, sha: this.world.headOf(this.world.pull(number)), payload: { number, pull_request: { number } } });
  }

  putUp(number: number, of: object = {}): Promise<Codes> {
    return this.on('ostiary-put-up', { name: 'workflow_run', payload: ended({ event: 'pull_request', head_branch: this.world.pull(number).branch, pull_requests: [{ number }], ...of }) });
  }

  push(): Promise<Codes> {
    return this.on('ostiary', { name: 'push' });
  }
}

const asked = /\/pull\/7 is pending: waits for 2 more people of: user 812 or user 813 \(1 of them because who prompted the agent is not known\), for `changes`/u;

/** Lives with a repository of its own. */
async function within<W extends Walk>(walk: W, live: (walk: W) => Promise<void>): Promise<void> {
  await walk.start();
  try {
    await live(walk);
  } finally {
    await walk.stop();
  }
}

// The operator's file as it is, but for places.
async function throughGateway(): Promise<void> {
  await database.query('create database gateway');
  await database.query(`create table orders (id int primary key, status text); insert into orders values (1, 'open'); create table customers (id int, email text); insert into customers values (1, 'ann@shop.example')`, 'gateway');
  const gateway = await startGateway({ database });
  try {
    const { issuer } = gateway.github;
    issuer.claims = { ...PUSH_CLAIMS, event_name: 'schedule', workflow_ref: 'acme/shop/.github/workflows/agent.yml@refs/heads/main' };
    const ours: Readonly<Record<string, string>> = {
      'https://ostiary.internal:8443': gateway.url, '0.0.0.0:8443': `127.0.0.1:${new URL(gateway.url).port}`, '0.0.0.0:5432': `127.0.0.1:${gateway.port}`, '/run/secrets/tls/tls.crt': `${gateway.folder}/server.pem`, '/run/secrets/tls/tls.key': `${gateway.folder}/server.key`,
      '/var/lib/ostiary/store': `${gateway.folder}/store`, '/var/lib/ostiary/recordings': `${gateway.folder}/recordings`, 'https://github.com': new URL(issuer.issuer).origin, 'postgres://orders.internal/orders': `postgres://127.0.0.1:${database.port}/gateway`,
      '{ github: { repository_id: 812364, workflow: agent.yml, event: schedule } }': `{ issuer: "${issuer.issuer}", claims: { repository_id: "812364", workflow_ref: "acme/shop/.github/workflows/agent.yml@refs/heads/main", event_name: schedule } }`, 'ops/gateway-ca.pem': gateway.caFile,
    };
    const placed = (text: string): string => Object.entries(ours).reduce((so, [theirs, place]) => so.replace(theirs, place), text);
    gateway.write(() => placed(readFileSync('examples/github-gateway/gateway.yml', 'utf8')));
    await gateway.start();
    let result: StepResult | null = null;
    const codes = await runWorkflow('examples/github-gateway/.github/workflows/agent.yml', { github: {} }, async ({ action, inputs }) => {
      if (action === 'actions/checkout') return { code: 0 };
      const prepare = (workspace: string): void => writeFileSync(join(workspace, 'agent.sh'), `#!/bin/bash\npsql -XAtqc "update orders set status = 'paid' where id = 1" -c 'select email, status from customers, orders'\nenv\n`, { mode: 0o755 });
      result = await runStep({ server: gateway.github, action: 'run', event: 'schedule', inputs: Object.fromEntries(Object.entries(inputs).map(([name, value]) => [name, placed(value)])), prepare });
      return result;
    });
    const { log, raw, outputs } = result as unknown as StepResult;
    expect([codes, outputs['outcome'], log.includes('a***@***.example|paid')]).toEqual([{ nightly: 0 }, 'ok', true]);
    for (const secret of [database.password, `:${database.port}/`]) expect(raw).not.toContain(secret);
  } finally {
    await gateway.stop();
  }
}

const LIVES: readonly [string, () => Promise<void>][] = [
  ['merge-to-execute: checks, puts up on the pull request itself, waits for a person, applies what was merged, once', () => within(new Merging('merged'), async (walk) => {
    const { world } = walk;
    walk.propose('note');
    expect([await walk.check(7), walk.last.outputs['decision']]).toEqual([{ check: 0 }, 'review']);
    expect([await walk.putUp(7), said(walk.last)]).toEqual([{ 'put-up': 0 }, expect.stringMatching(asked)]);
    expect(world.changed(world.pull(7)).map(({ path }) => path)).toEqual(['db/migrations/note.sql', expect.stringMatching(/^\.ostiary\/approvals\/[0-9a-f]{32}\.json$/u), expect.stringMatching(/^\.ostiary\/approvals\/[0-9a-f]{32}\.md$/u)]);
    world.approve(7, ANN);
    world.approve(7, BOB);
    world.merge(7, AGENT);
    expect([await walk.push(), walk.last.outputs, await walk.columns()]).toEqual([{ apply: 0 }, expect.objectContaining({ outcome: 'ok', applied: '2' }), ['note']]);
    expect(world.pull(7).comments.join('')).toContain('`ALTER TABLE`');
    expect([await walk.push(), said(walk.last)]).toEqual([{ apply: 1 }, expect.stringMatching(/is refused: used by session/u)]);
  })],
  ['merge-to-execute: applies nothing that only the agent merged, and has nothing to do for other merges and forks', () => within(new Merging('alone'), async (walk) => {
    const { world } = walk;
    const words = walk.propose('words', { 'README.md': 'words\n' });
    expect([await walk.putUp(words), walk.last.outputs['status']]).toEqual([{ 'put-up': 0 }, 'not-needed']);
    world.merge(words, BOB);
    expect([await walk.push(), walk.last.outputs['applied'], said(walk.last)]).toEqual([{ apply: 0 }, '0', expect.stringMatching(/^notice .*\/pull\/7 puts nothing up for approval/u)]);
    const other = walk.propose('other');
    for (const run of [{ event: 'push' }, { head_repository: { id: 99 } }, { conclusion: 'failure' }]) expect(await walk.putUp(other, run)).toEqual({});
    await walk.putUp(other);
    world.merge(other, AGENT);
    expect([await walk.push(), walk.last.outputs, await walk.columns()]).toEqual([{ apply: 3 }, expect.objectContaining({ outcome: 'pending', applied: '0' }), []]);
    const large = walk.propose('large', Object.fromEntries(Array.from({ length: 3_001 }, (_, at) => [`vendor/${at}`, 'x'])));
    world.merge(large, BOB);
    expect([await walk.push(), said(walk.last)]).toEqual([{ apply: 0 }, expect.stringMatching(/^warning .*\/pull\/9 changes more files than can be listed, so nothing on it can be approved/u)]);
  })],
  ['resume-on-review: asks on a pull request of its own, and goes on by itself when a person has approved', () => within(new Walk('github-resume-on-review', 'resumed'), async (walk) => {
    const { world } = walk;
    world.push('main', { by: ANN, files: { 'db/note.sql': migration('note') } });
    const ask = (ref: string): Promise<Codes> => walk.on('ostiary-ask', { name: 'workflow_dispatch', ref, inputs: { sql: 'db/note.sql' } });
    expect(await ask('refs/heads/agent')).toEqual({});
    expect([await ask('refs/heads/main'), walk.last.outputs['status']]).toEqual([{ ask: 0 }, 'pending']);
    const { branch } = world.pull(7);
    const reviewed = (state: string): Promise<Codes> => walk.on('ostiary-review', { name: 'pull_request_review', payload: { review: { state }, pull_request: { head: { ref: branch } } } });
    const apply = (of: object = {}): Promise<Codes> => walk.on('ostiary-apply', { name: 'workflow_run', payload: ended({ event: 'pull_request_review', head_branch: branch, pull_requests: [{ number: 7 }], ...of }) });
    expect([await reviewed('commented'), await apply({ conclusion: 'skipped' }), await apply({ head_branch: 'agent/fix' }), await apply({ head_repository: { id: 99 } })]).toEqual([{}, {}, {}, {}]);
    expect([await apply(), await walk.columns()]).toEqual([{ apply: 3 }, []]);
    world.approve(7, BOB);
    expect([await reviewed('approved'), await apply(), walk.last.outputs['outcome'], await walk.columns(), world.pull(7).state]).toEqual([{ reviewed: 0 }, { apply: 0 }, 'ok', ['note'], 'closed']);
  })],
  ['resume-on-review: a review after break-glass makes its check green and closes it, and starts nothing', () => within(new Walk('github-resume-on-review', 'late'), async (walk) => {
    const { world } = walk;
    const own = readFileSync('examples/github-resume-on-review/.ostiary/policy.yml', 'utf8');
    world.push('main', { by: ANN, files: { '.ostiary/policy.yml': walk.policy(`${own}break_glass: { principal: operator, users: [${EVE}], notify: { teams: [acme/dba] } }\n`) } });
    const branch = `${BREAK_PREFIX}ost_0123456789ab`;
    world.push(branch, { by: GATE, files: { [breakPath('ost_0123456789ab')]: JSON.stringify({ format: 'ostiary-break-glass-v1', run: '4711', by: [{ id: String(EVE), login: 'eve' }] }) } });
    const { number } = world.open({ by: GATE, branch });
    const reviewed = async (): Promise<Codes> => ({
      ...await walk.on('ostiary-review', { name: 'pull_request_review', payload: { review: { state: 'approved' }, pull_request: { head: { ref: branch } } } }),
      ...await walk.on('ostiary-apply', { name: 'workflow_run', payload: ended({ event: 'pull_request_review', head_branch: branch, pull_requests: [{ number }] }) }),
    });
    world.approve(number, EVE);
    expect([await reviewed(), walk.last.outputs['outcome'], said(walk.last), world.pull(number).state]).toEqual([{ reviewed: 0, apply: 3 }, 'pending', expect.stringMatching(/the review after break-glass waits for 1 more person of: team acme\/dba/u), 'open']);
    world.approve(number, BOB);
    expect([await reviewed(), walk.last.outputs, said(walk.last)]).toEqual([{ reviewed: 0, apply: 0 }, expect.objectContaining({ outcome: 'ok', applied: '0' }), expect.stringMatching(/tells of break-glass, and was reviewed by bob \(813\), so nothing is applied/u)]);
    expect([world.pull(number).state, world.statuses.at(-1)]).toEqual(['closed', { commit: expect.any(String), state: 'success', title: 'break-glass: reviewed by bob (813)' }]);
    expect([await reviewed(), said(walk.last)]).toEqual([{ reviewed: 0, apply: 0 }, expect.stringMatching(/tells of break-glass, and is closed, so nothing is applied/u)]);
  })],
  ['gateway: an agent works through it, and the job holds nothing of production', throughGateway],
];

describe('an example, lived', () => {
  let lived: Map<string, Promise<void>>;
  // Side by side: most of the time is GitHub's pace, which the real client keeps.
  beforeAll(() => {
    lived = new Map(LIVES.map(([name, live]) => {
      const life = live();
      life.catch(() => undefined);
      return [name, life];
    }));
  });

  it.each(LIVES.map(([name]) => name))('%s', (name) => lived.get(name), 180_000);
});
