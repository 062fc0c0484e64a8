// SPDX-License-Identifier: Apache-2.0
//
// Reviews at a gateway: dist/cli.js with a GitHub that keeps state and a real PostgreSQL. What people approved runs once, in one session; a
// character more does not; and whenever GitHub does not answer, nothing does.
import { mkdtempSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type pg from 'pg';
import { ANN, BOB, EVE, ForgeWorld, GATE, REPOSITORY } from '../support/forge-world.js';
import { Job, startGateway, type RunningGateway } from '../support/gateway.js';
import { runStep, type GitHubServer } from '../support/github-runner.js';
import { GATE_TOKEN, startGitHubStandIn, type GitHubStandIn } from '../support/github-stand-in.js';
import { JOB_TOKEN, startGitLab, type GitLabServer } from '../support/gitlab-server.js';
import { GITLAB_TOKEN, startGitLabStandIn, type GitLabStandIn } from '../support/gitlab-stand-in.js';
import { CLI, cleanUp, scratch, spawned } from '../support/guarded.js';
import { startPostgres, type Postgres } from '../support/postgres.js';
import { waitFor } from '../support/waiting.js';

const RULES = `  - { id: reads,  match: { principal: [nightly, lab], effect: read }, decide: allow }
  - { id: schema, match: { principal: [nightly, lab], effect: schema }, decide: review, because: a schema change locks tables }`;
const KEYS = '/oauth/discovery/keys';
let database: Postgres;
let gateway: RunningGateway;
let world: ForgeWorld;
let api: GitHubStandIn;
let lab: { readonly server: GitLabServer; readonly world: ForgeWorld; readonly api: GitLabStandIn };

beforeAll(async () => {
  database = await startPostgres({ version: 18 });
  await database.query('CREATE TABLE orders (id int PRIMARY KEY, status text)');
  world = new ForgeWorld();
  world.runs.set(4711, { actor: EVE, triggering: EVE });
  api = await startGitHubStandIn(world);
  gateway = await startGateway({ database, rules: RULES });
  const { issuer } = gateway.github;
  world.push('main', { by: ANN, files: { '.ostiary/policy.yml': `version: 1
approvers: { teams: [acme/dba] }
identities: { nightly: { issuer: "${issuer.issuer}", claims: { repository_id: "812364" } } }
resources: { orders-db: { type: postgres, url: "postgres://127.0.0.1:${database.port}/postgres", credential: env:ORDERS_DB, allow_static: true } }
rules:
${RULES.replaceAll(', lab', '')}
` } });
  writeFileSync(join(gateway.folder, 'forge-token'), `${GATE_TOKEN}\n`, { mode: 0o600 });
  gateway.write((text) => text.replace('kind: github, server', 'kind: github, forge: reviews, server')
    .replace('extends:', `forges:\n  reviews: { kind: github, url: "${api.baseUrl}", token: "file:${gateway.folder}/forge-token", proposers: [${GATE}] }\napprovers: { teams: [acme/dba], count: 1, expires: 8h }\nextends:`));
  Object.assign(gateway.github.issuer.claims, { actor: 'eve', actor_id: String(EVE) });
  await startLab();
  await gateway.start();
});
afterAll(async () => {
  await Promise.all([gateway?.stop(), api?.stop(), database?.stop(), lab?.server.stop(), lab?.api.stop()]);
  cleanUp();
  expect([api.violations, lab.api.violations]).toEqual([[], []]);
});

/** A GitLab with the same project: issuer of tokens, git, and the API with a world of its own. */
async function startLab(): Promise<void> {
  const inLab = new ForgeWorld();
  inLab.runs.set(4711, { actor: EVE, triggering: EVE });
  lab = { server: await startGitLab(), world: inLab, api: await startGitLabStandIn(inLab) };
  const { server } = lab;
  server.documents = { '/.well-known/openid-configuration': { issuer: server.url, jwks_uri: `${server.url}${KEYS}`, id_token_signing_alg_values_supported: ['RS256'] }, [KEYS]: { keys: [gateway.github.issuer.key.jwk] } };
  server.approvals = lab.api.baseUrl;
  server.accessToken = 'glpat-policy';
  server.commit('main', { '.ostiary/policy.yml': `version: 1
forge: { token: env:OSTIARY_FORGE_TOKEN, allow_static: true }
approvers: { teams: [acme/dba] }
identities: { lab: { issuer: "${server.url}", claims: { project_id: "${REPOSITORY}" } } }
resources: { orders-db: { type: postgres, url: "postgres://127.0.0.1:${database.port}/postgres", credential: env:ORDERS_DB, allow_static: true } }
rules:
${RULES.replaceAll('nightly, ', '')}
  - { id: no-views, match: { statement: CREATE VIEW }, decide: deny, because: views are made elsewhere }
` });
  for (const [name, token] of [['lab-token', GITLAB_TOKEN], ['policy-token', server.accessToken]] as const) writeFileSync(join(gateway.folder, name), `${token}\n`, { mode: 0o600 });
  gateway.write((text) => text.replace('issuers:\n', `issuers:\n  lab: { kind: gitlab, server: "${server.url}", forge: lab, policy: { token: "file:${gateway.folder}/policy-token" } }\n`)
    .replace('forges:\n', `forges:\n  lab: { kind: gitlab, url: "${server.url}", token: "file:${gateway.folder}/lab-token", proposers: [${GATE}] }\n`)
    .replace('identities:\n', `identities:\n  lab: { issuer: "${server.url}", claims: { project_id: "${REPOSITORY}", ref: main, ref_protected: "true" } }\n`));
}

/** A token of a job in it. */
const labToken = (aud: string, more: Readonly<Record<string, unknown>> = {}): Promise<string> => gateway.github.issuer.mint({
  iss: lab.server.url, aud, sub: 'project_path:acme/shop:ref_type:branch:ref:main', project_id: String(REPOSITORY), project_path: 'acme/shop', namespace_id: '9', ref: 'main', ref_type: 'branch', ref_path: 'refs/heads/main', ref_protected: 'true',
  pipeline_source: 'web', user_id: String(EVE), user_login: 'eve', job_id: '1', pipeline_id: '4711', ...more,
});

/** Puts SQL up as a job of the repository does; the number of its pull request. */
async function putUp(sql: string): Promise<number> {
  const { issuer } = gateway.github;
  const { code, outputs, raw } = await runStep({
    server: { issuer, api, stop: async () => undefined } as unknown as GitHubServer, action: 'approval-gate', files: { 'a.sql': `${sql};\n` },
    inputs: { sql: 'a.sql', 'github-token': GATE_TOKEN, proposers: String(GATE) }, environment: { ORDERS_DB: `postgres:${database.password}` },
  });
  if (code !== 3) throw new Error(raw);
  return Number(/\d+$/u.exec(outputs['approval-url'] ?? '')?.[0]);
}
const enter = async () => {
  const job = new Job(gateway);
  const session = await job.open();
  return { job, session, id: session.id, client: await job.connect(session) };
};
const asked = (client: pg.Client, sql: string): Promise<{ code: string; hint: string } | null> => client.query(sql).then(() => null, ({ code, hint }: { code: string; hint: string }) => ({ code, hint }));
const has = async (column: string): Promise<boolean> => (await database.query(`SELECT FROM information_schema.columns WHERE table_name = 'orders' AND column_name = '${column}'`)).length > 0;

describe('an operation that needs a review', () => {
  it('is refused with the way to ask, runs when the review is there and the forge says so, once, and not with a character more', async () => {
    const add = 'ALTER TABLE orders ADD COLUMN note text';
    const number = await putUp(add);
    const { id, client, job, session } = await enter();
    expect(await asked(client, add)).toEqual({ code: '42501', hint: expect.stringMatching(/^ask: waits for 1 more person of: team acme\/dba, for `schema`.*\/pull\/7\)$/u) });
    expect(await asked(client, 'ALTER TABLE orders ADD COLUMN other text')).toEqual({ code: '42501', hint: expect.stringMatching(/^ask: put this ALTER TABLE for `orders-db` into a pull or merge request and have it reviewed by team acme\/dba/u) });
    world.approve(number, ANN);
    const down = { of: 'GET /', answers: Array.from({ length: 400 }, () => ({ status: 403, body: { message: 'not now' }, foreign: true })) };
    api.instead.push(down);
    for (const one of [client, (await enter()).client]) expect([await asked(one, add), await has('note')]).toEqual([{ code: '42501', hint: expect.any(String) }, false]);
    down.answers.length = 0;
    expect(await asked(client, 'ALTER TABLE orders ADD COLUMN notes text')).toMatchObject({ code: '42501' });
    expect([await asked(client, add), await has('note')]).toEqual([null, true]);
    await database.query('ALTER TABLE orders DROP COLUMN note');
    const other = await enter();
    for (const again of [client, other.client]) expect(await asked(again, add)).toEqual({ code: '42501', hint: expect.stringMatching(/^ask: /u) });
    expect((await asked(other.client, add))?.hint).toContain(`was used by session \`${id}-1\``);
    expect([await has('note'), await has('notes')]).toEqual([false, false]);
    await job.end(session);
    await waitFor(() => world.pull(number).state === 'closed', 'the pull request is told, and closed');
    expect(world.pull(number).comments.join('')).toMatch(/\| 1 \| `orders-db` \| done \| `ALTER TABLE`/u);
    expect(gateway.events(id).filter(({ type }) => type === 'approval')).toContainEqual(expect.objectContaining({ state: 'used', by: [`ann (${ANN})`] }));
    expect([...world.tags.keys()]).toEqual([expect.stringMatching(/^ostiary\/claims\/[0-9a-f]{64}$/u)]);
  });

  it('runs in one of two sessions that ask at once, and after a restart in neither again', async () => {
    const add = 'ALTER TABLE orders ADD COLUMN twice text';
    world.approve(await putUp(add), ANN);
    const [one, other] = [await enter(), await enter()];
    const answers = await Promise.all([asked(one.client, add), asked(other.client, add)]);
    expect(answers.filter((answer) => answer === null)).toHaveLength(1);
    await database.query('ALTER TABLE orders DROP COLUMN twice');
    const winner = answers[0] === null ? one : other;
    await gateway.signal('SIGKILL');
    // Somebody who may push took the tag away: what the store knows still holds.
    world.tags.clear();
    await gateway.start();
    for (const client of [await winner.job.connect(winner.session), (await enter()).client]) expect((await asked(client, add))?.hint).toContain(`was used by session \`${winner.id}-1\``);
    expect(await has('twice')).toBe(false);
  });

  it('is held at an idle connection until a person approves it, its time is over, or its session ends', async () => {
    gateway.write((text) => text.replace('extends:', 'approvals: { hold: 3s }\nextends:'));
    await Promise.all([gateway.logged(/is in force/u), gateway.signal('SIGHUP', false)]);
    const [kept, late] = ['kept', 'late'].map((name) => `ALTER TABLE orders ADD COLUMN ${name} text`) as [string, string];
    const number = await putUp(kept);
    await putUp(late);
    const [one, two, three] = await Promise.all([enter(), enter(), enter()]);
    const told = ['', '', ''];
    [one, two, three].forEach(({ client }, at) => client.on('notice', ({ message }) => void (told[at] = `${told[at] ?? ''}${message ?? ''}`)));
    const answers = [asked(one.client, kept), asked(two.client, late), asked(three.client, late)];
    await waitFor(() => told.every((message) => /waits for a person's review: https:\S+\/pull\/\d+/u.test(message)), 'everybody who waits is told where');
    world.approve(number, ANN);
    await three.job.end(three.session);
    expect(await Promise.all(answers)).toEqual([null, { code: '42501', hint: expect.stringContaining('it was held for 3 s') }, expect.objectContaining({ code: expect.any(String) })]);
    expect([await has('kept'), await has('late')]).toEqual([true, false]);
    // Killed while it holds one: nothing has happened, and the approval that comes then is nobody's yet.
    const orphan = 'ALTER TABLE orders ADD COLUMN orphan text';
    const page = await putUp(orphan);
    const claims = (): number => [...world.tags.keys()].filter((name) => name.startsWith('ostiary/claims/')).length;
    const [four, before] = [await enter(), claims()];
    four.client.on('notice', ({ message }) => void (told[0] = message ?? ''));
    told[0] = '';
    const lost = asked(four.client, orphan);
    await waitFor(() => told[0] !== '', 'who waits is told where');
    await gateway.signal('SIGKILL');
    world.approve(page, ANN);
    await gateway.start();
    expect([(await lost)?.code === undefined, claims(), await has('orphan')]).toEqual([true, before, false]);
    expect([await asked((await enter()).client, orphan), claims(), await has('orphan')]).toEqual([null, before + 1, true]);
    gateway.write((text) => text.replace('approvals: { hold: 3s }\n', ''));
    await Promise.all([gateway.logged(/is in force/u), gateway.signal('SIGHUP', false)]);
  });

  it('runs without a review for a named person who says why, after somebody else was told, for a while and not after a restart', async () => {
    const why = 'orders are lost every minute';
    const breaks = () => [...world.pulls.values()].filter(({ branch }) => branch.startsWith('ostiary/approvals/break-glass-'));
    const refusal = (breakGlass: unknown = why) => new Job(gateway).refusal({ breakGlass });
    expect([await refusal(), await refusal('short'), await refusal(7)]).toMatchObject([{ status: 403, code: 'DENIED', message: expect.stringContaining('break-glass: the policy lets nobody') }, { status: 400 }, { status: 400 }]);
    gateway.write((text) => text.replace('extends:', `break_glass: { principal: nightly, users: [${EVE}], notify: { teams: [acme/dba] }, max: 10m }\nextends:`));
    await Promise.all([gateway.logged(/is in force/u), gateway.signal('SIGHUP', false)]);
    world.runs.set(4711, { actor: BOB, triggering: EVE });
    expect(await refusal()).toMatchObject({ status: 403, message: expect.stringContaining(`\`bob\` (${BOB}) is not in the group`) });
    world.runs.set(4711, { actor: EVE, triggering: EVE });
    const job = new Job(gateway);
    expect(await job.refusal({ token: await job.token({ actor: 'bob', actor_id: String(BOB) }), breakGlass: why })).toMatchObject({ status: 403, message: expect.stringContaining(`\`bob\` (${BOB}) is not in the group`) });
    expect(breaks()).toEqual([]);
    const token = await job.token();
    api.permissions.delete('pulls:write');
    expect(await job.refusal({ token, breakGlass: why, type: 'jwt' })).toMatchObject({ status: 503, code: 'FORGE_FAILED', message: expect.stringContaining('the token may not') });
    api.permissions.add('pulls:write');
    const session = await job.open({ token, breakGlass: why });
    const [pull, ...others] = breaks();
    expect([others, pull?.state, pull?.requested.teams, pull?.body, world.statuses.at(-1)]).toEqual([[], 'open', ['dba'], expect.stringContaining(`    ${why}\n`), expect.objectContaining({ state: 'failure', title: 'break-glass: has to be reviewed' })]);
    expect(session.breakGlass).toEqual({ url: `https://github.com/acme/shop/pull/${String(pull?.number)}`, until: expect.any(String) });
    await expect(job.open({ token })).rejects.toMatchObject({ code: 'DENIED' });
    const client = await job.connect(session);
    expect([await asked(client, 'ALTER TABLE orders ADD COLUMN glass text'), await asked(client, 'DROP TABLE orders'), await has('glass')]).toEqual([null, { code: '42501', hint: expect.any(String) }, true]);
    await gateway.signal('SIGKILL');
    await gateway.start();
    expect([await asked(await job.connect(session), 'ALTER TABLE orders ADD COLUMN more text'), await has('more')]).toEqual([{ code: '42501', hint: expect.stringMatching(/^ask: put this ALTER TABLE/u) }, false]);
    expect(gateway.events(session.id).filter(({ type }) => type === 'approval')).toMatchObject([{ state: 'break-glass', operations: [], by: [`eve (${EVE})`] }, { state: 'break-glass', operations: [1] }]);
    const second = new Job(gateway);
    const ended = await second.open({ breakGlass: why });
    expect(await asked(await second.connect(ended), 'ALTER TABLE orders ADD COLUMN again text')).toBeNull();
    await second.end(ended);
    await waitFor(() => breaks().at(-1)?.comments.some((comment) => /done \| `ALTER TABLE`[^]*SHA-256 `[0-9a-f]{64}`/u.test(comment)) === true, 'the pull request is told what ran');
    expect([breaks().at(-1)?.state, world.statuses.at(-1)?.state]).toEqual(['open', 'failure']);
  });

  it('on GitLab: under the policy that the gateway reads with a token of its own, by an approval that it asks for with another', async () => {
    const add = 'ALTER TABLE orders ADD COLUMN lab text';
    const project = mkdtempSync(join(scratch(), 'lab-'));
    writeFileSync(join(project, 'a.sql'), `${add};\n`);
    const { code, stdout, stderr } = await spawned(process.execPath, [CLI, 'approval-gate', '--sql', 'a.sql', '--proposers', String(GATE)], { cwd: project, environment: {
      PATH: process.env['PATH'] ?? '', HOME: project, CI: 'true', GITLAB_CI: 'true', CI_PROJECT_DIR: project, CI_SERVER_URL: lab.server.url, CI_JOB_TOKEN: JOB_TOKEN, OSTIARY_ID_TOKEN: await labToken('ostiary'),
      OSTIARY_FORGE_TOKEN: GITLAB_TOKEN, ORDERS_DB: `postgres:${database.password}`,
    } });
    expect([code, `${stdout}${stderr}`]).toEqual([3, expect.stringMatching(/merge_requests\/7 is pending/u)]);
    expect(await new Job(gateway).refusal({ token: await labToken('gateway-of-acme', { job_id: '4', pipeline_source: 'schedule' }), breakGlass: 'orders are lost every minute' }))
      .toMatchObject({ status: 403, message: expect.stringContaining('`pipeline_source` of this run is `schedule`, and nobody starts such a run by hand') });
    const job = new Job(gateway);
    const session = await job.open({ token: await labToken('gateway-of-acme', { job_id: '2' }) });
    const client = await job.connect(session);
    expect(await asked(client, add)).toEqual({ code: '42501', hint: expect.stringMatching(/^ask: waits for 1 more person of: team acme\/dba, for `schema`.*merge_requests\/7\)$/u) });
    await expect(client.query('CREATE VIEW v AS SELECT 1')).rejects.toMatchObject({ detail: expect.stringContaining('rule=repository/no-views') });
    lab.world.approve(7, ANN);
    expect([await asked(client, `${add}s`), await asked(client, add), await has('lab'), await has('labs')]).toEqual([expect.objectContaining({ code: '42501' }), null, true, false]);
    await job.end(session);
    await waitFor(() => lab.world.pull(7).state === 'closed', 'the merge request is told, and closed');
    expect([lab.world.pull(7).comments.join(''), [...lab.world.tags.keys()]]).toEqual([expect.stringMatching(/\| 1 \| `orders-db` \| done \| `ALTER TABLE`[^]*-\/pipelines\/4711/u), [expect.stringMatching(/^ostiary\/claims\/[0-9a-f]{64}$/u)]]);
    lab.server.accessToken = 'another';
    expect(await new Job(gateway).refusal({ token: await labToken('gateway-of-acme', { job_id: '3' }) })).toMatchObject({ status: 503, code: 'FORGE_FAILED' });
  });

  it('is refused for good reason where the operator named no forge', async () => {
    gateway.write((text) => text.replace('forge: reviews, ', ''));
    await Promise.all([gateway.logged(/is in force/u), gateway.signal('SIGHUP', false)]);
    expect(await asked((await enter()).client, 'ALTER TABLE orders ADD COLUMN never text')).toEqual({ code: '42501', hint: expect.stringMatching(/^ask: nobody can approve it here, since this gateway asks no forge for reviews/u) });
    expect(await has('never')).toBe(false);
  });
});
