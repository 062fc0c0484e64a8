// SPDX-License-Identifier: Apache-2.0
//
// Reviews at a gateway: dist/cli.js with a GitHub that keeps state and a real PostgreSQL. What people approved runs once, in one session; a
// character more does not; and whenever GitHub does not answer, nothing does.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type pg from 'pg';
import { ANN, EVE, ForgeWorld, GATE } from '../support/forge-world.js';
import { Job, startGateway, type RunningGateway } from '../support/gateway.js';
import { runStep, type GitHubServer } from '../support/github-runner.js';
import { GATE_TOKEN, startGitHubStandIn, type GitHubStandIn } from '../support/github-stand-in.js';
import { cleanUp } from '../support/guarded.js';
import { startPostgres, type Postgres } from '../support/postgres.js';
import { waitFor } from '../support/waiting.js';

const RULES = `  - { id: reads,  match: { principal: nightly, effect: read }, decide: allow }
  - { id: schema, match: { principal: nightly, effect: schema }, decide: review, because: a schema change locks tables }`;
let database: Postgres;
let gateway: RunningGateway;
let world: ForgeWorld;
let api: GitHubStandIn;

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
${RULES}
` } });
  writeFileSync(join(gateway.folder, 'forge-token'), `${GATE_TOKEN}\n`, { mode: 0o600 });
  gateway.write((text) => text.replace('kind: github, server', 'kind: github, forge: reviews, server')
    .replace('extends:', `forges:\n  reviews: { kind: github, url: "${api.baseUrl}", token: "file:${gateway.folder}/forge-token", proposers: [${GATE}] }\napprovers: { teams: [acme/dba], count: 1, expires: 8h }\nextends:`));
  await gateway.start();
});
afterAll(async () => {
  await Promise.all([gateway?.stop(), api?.stop(), database?.stop()]);
  cleanUp();
  expect(api.violations).toEqual([]);
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
    expect(await asked(client, 'ALTER TABLE orders ADD COLUMN other text')).toEqual({ code: '42501', hint: expect.stringMatching(/^ask: put this ALTER TABLE for `orders-db` into a pull request and have it reviewed by team acme\/dba/u) });
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

  it('is refused for good reason where the operator named no forge', async () => {
    gateway.write((text) => text.replace('forge: reviews, ', ''));
    await Promise.all([gateway.logged(/is in force/u), gateway.signal('SIGHUP', false)]);
    expect(await asked((await enter()).client, 'ALTER TABLE orders ADD COLUMN never text')).toEqual({ code: '42501', hint: expect.stringMatching(/^ask: nobody can approve it here, since this gateway asks no forge for reviews/u) });
    expect(await has('never')).toBe(false);
  });
});
