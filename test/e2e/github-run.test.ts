// SPDX-License-Identifier: Apache-2.0
//
// The action `run` as GitHub's runner meets it: dist/run.js with a job's environment and files, a real issuer, API and PostgreSQL.
import { readFileSync } from 'node:fs';
import { startPostgres, type Postgres } from '../support/postgres.js';
import { cleanUp } from '../support/guarded.js';
import { asRunnerReads, runStep, startGitHub, type GitHubServer, type Step, type StepResult } from '../support/github-runner.js';

const SSN = '078-05-1120';
let database: Postgres;
let server: GitHubServer;

const policy = (issuer: string): string => `version: 1
extends: [ostiary:postgres, ostiary:pii]
default: deny
identities:
  nightly: { issuer: "${issuer}", claims: { repository_id: "812364" } }
resources:
  orders-db:
    type: postgres
    environment: production
    url: postgres://127.0.0.1:${database.port}/postgres
    credential: env:ORDERS_DB
    allow_static: true
    mask: { public.customers.email: partial, public.customers.ssn: redact }
rules:
  - { id: reads,  match: { principal: nightly, effect: read }, decide: allow }
  - { id: orders, match: { principal: nightly, effect: write, object: public.orders }, decide: allow }
  - { id: schema, match: { effect: schema }, decide: review, because: a schema change locks tables }
`;

beforeAll(async () => {
  database = await startPostgres({ version: 18 });
  await database.query(`CREATE TABLE customers (id int PRIMARY KEY, email text, ssn text); INSERT INTO customers VALUES (1, 'ann@shop.example', '${SSN}');
    CREATE TABLE orders (id int PRIMARY KEY, status text); INSERT INTO orders SELECT n, 'open' FROM generate_series(1, 10) n`);
  server = await startGitHub(policy);
});

afterAll(async () => {
  await Promise.all([database?.stop(), server?.stop()]);
  cleanUp();
});

const step = (command: string, more: Partial<Step> = {}): Promise<StepResult> =>
  runStep({ server, ...more, inputs: { command, ...more.inputs }, environment: { ORDERS_DB: `postgres:${database.password}`, ...more.environment } });
const sql = (...statements: string[]): string => statements.map((statement) => `psql -XAtq -v VERBOSITY=verbose -c "${statement}"`).join('\n');

describe('the action run', () => {
  it('proves who it is, reads the policy from the protected branch, and gives the command a guarded database', async () => {
    const { code, log, outputs, summary, state, events, annotations } = await step(`${sql('SELECT id, email, ssn FROM customers')}\nid -u`);
    expect(annotations).toEqual([]);
    expect([code, outputs]).toEqual([0, { outcome: 'ok', session: expect.stringMatching(/\/_temp\/ostiary\/sessions\/ost_[0-9a-f]{12}\/session\.jsonl$/u), allowed: '1', reviewed: '0', denied: '0', patch: '' }]);
    expect(log).toContain('1|a***@***.example|[redacted]');
    expect(Number(log.find((line) => /^6\d{4}$/u.test(line)))).toBeGreaterThan(61_000);
    expect(state).toEqual({ recording: outputs['session'] });
    expect(summary).toContain('### Ostiary: ok');
    expect(summary).toContain('`orders-db` | 1 | 0 | 0 |');
    const header = events[0] as unknown as { principal: { names: string[] }; policy: { source: string } };
    expect(header.principal.names).toEqual(['nightly']);
    expect(header.policy.source).toBe(`github:812364@${server.api.repository.branches['main']?.sha ?? ''}:.ostiary/policy.yml`);
    expect(server.api.authorizations.every((value) => value === 'token ghs_reader')).toBe(true);
  });

  it('hides the credential, the token and the session password before it prints anything else of them', async () => {
    const { raw, masks, outputs, summary } = await step('echo "$PGPASSWORD" "$ALSO"; env', { environment: { ALSO: 'harmless' } });
    expect(masks).toEqual(expect.arrayContaining([database.password, expect.stringMatching(/^eyJ/u), expect.stringMatching(/^ost1_ost_/u)]));
    for (const mask of masks) {
      const first = raw.split('\n').find((line) => line.includes(mask));
      expect(first).toMatch(/^::add-mask::/u);
      for (const place of [JSON.stringify(outputs), summary]) expect(place).not.toContain(mask);
    }
    expect(asRunnerReads(raw).log.join('\n')).not.toContain('ost1_ost_');
  });

  it("keeps everything that speaks for the job, and the upstream's address, from the command", async () => {
    const { raw } = await step('echo BEGIN; env; echo END', { environment: { COPY: `x${database.password}x`, TOKEN_COPY: 'runtime-token-of-the-job', GITHUB_TOKEN: 'ghs_reader', GH_TOKEN: 'ghs_reader' } });
    const seen = raw.slice(raw.indexOf('BEGIN'), raw.indexOf('END')).split('\n').filter((line) => /=./u.test(line)).map((line) => line.split('=')[0]);
    expect(seen).toEqual(expect.arrayContaining(['PGHOST', 'PGPASSWORD', 'DATABASE_URL', 'OSTIARY_ORDERS_DB_URL', 'OSTIARY_GUIDE', 'GITHUB_ACTIONS', 'GITHUB_REPOSITORY']));
    for (const name of seen) expect(name).not.toMatch(/^(ACTIONS_|INPUT_|STATE_|ORDERS_DB$|COPY$|TOKEN_COPY$|GITHUB_(TOKEN|ENV|PATH|OUTPUT|STATE|STEP_SUMMARY)$|GH_TOKEN$)/u);
    expect(raw.slice(raw.indexOf('BEGIN'), raw.indexOf('END'))).not.toContain(String(database.port));
  });

  it('lets the command issue no workflow command, however it is printed', async () => {
    const hostile = ['::add-mask::o', '::error file=x::forged', '::set-output name=outcome::ok', '  ::warning::forged', '##[error]forged', 'x##[warning]forged', '::stop-commands::mine', '::mine::', '::save-state name=x::y', '::debug::x', 'no newline at the end ::error::x'];
    const { commands, annotations, outputs, log } = await step(hostile.map((line) => `printf '%s\\n' '${line}'`).join('\n') + "\nprintf '%s' '::error::last'");
    expect(annotations).toEqual([]);
    expect(commands.filter((name) => !['add-mask', 'stop-commands'].includes(name))).toEqual([]);
    expect(outputs['outcome']).toBe('ok');
    expect(log).toContain('::error file=x::forged');
    expect(log.at(-2)).toMatch(/^ostiary: session ost_/u);
  });

  it.each([
    ['denied', sql('TRUNCATE orders') + ' || true', 1, { denied: '1', reviewed: '0' }],
    ['pending', sql('ALTER TABLE orders ADD note text') + ' || true', 3, { denied: '0', reviewed: '1' }],
    ['failed', 'exit 7', 7, { denied: '0', reviewed: '0' }],
    ['failed', 'false | true; echo not here', 1, { denied: '0', reviewed: '0' }],
    ['failed', 'kill -KILL $$', 137, { denied: '0', reviewed: '0' }],
  ])('says %s in outcome, exit code and summary', async (outcome, command, code, counts) => {
    const result = await step(command);
    expect([result.code, result.outputs]).toEqual([code, expect.objectContaining({ outcome, ...counts })]);
    expect(result.summary).toContain(`### Ostiary: ${outcome}`);
    expect(result.log).not.toContain('not here');
    expect(await database.query('SELECT count(*)::int AS n FROM orders')).toEqual([{ n: 10 }]);
  });

  it('ignores refusals when that is asked for, and still counts them', async () => {
    const { code, outputs } = await step(sql('TRUNCATE orders') + ' || true', { inputs: { 'on-refusal': 'ignore' } });
    expect([code, outputs['outcome'], outputs['denied']]).toEqual([0, 'ok', '1']);
  });

  it('hands out the patch of what the command changed, and applies nothing', async () => {
    const { workspace, outputs, summary } = await step('echo two >> notes.txt', { files: { 'notes.txt': 'one\n' } });
    expect(readFileSync(`${workspace}/notes.txt`, 'utf8')).toBe('one\n');
    expect(readFileSync(outputs['patch'] ?? '', 'utf8')).toContain('+two');
    expect(summary).toContain(`The command changed files: \`${outputs['patch'] ?? ''}\` (not applied).`);
  });

  it('leaves a summary that shows nothing but facts, even after a hostile statement', async () => {
    const { summary } = await step(sql('SELECT 1 AS \\"<img src=x onerror=alert(1)> | **bold** `\\"') + ' || true');
    expect(summary).not.toMatch(/<img|\*\*bold/u);
    expect(summary.split('\n').filter((line) => line.startsWith('|'))).toHaveLength(3);
  });
});

describe('the root action by event', () => {
  const walk = (event: string, more: Partial<Step> = {}): Promise<StepResult> => step('echo ran', { action: 'ostiary', event, ...more });

  it('runs on a push to the protected branch', async () => {
    const { code, outputs, log } = await walk('push');
    expect([code, outputs['outcome'], log.includes('ran')]).toEqual([0, 'ok', true]);
  });

  it.each<[string, Partial<Step>, RegExp]>([
    ['push', { ref: 'refs/heads/agent/fix' }, /default branch `main` only, and this is `refs\/heads\/agent\/fix`: .*branches: \[main\]/u],
    ['push', { ref: 'refs/tags/v1' }, /`refs\/tags\/v1`/u],
    ['push', { payload: { repository: {} } }, /does not name the default branch/u],
    ['pull_request_target', {}, /`pull_request_target`.*never.*code of the pull request/u],
    ['schedule', {}, /`schedule`: .*actions\/run/u],
    ['workflow_dispatch', {}, /`workflow_dispatch`: .*actions\/run/u],
    ['issue_comment', {}, /`issue_comment`: use it on `pull_request`, or on a push/u],
    ['workflow_run', {}, /`workflow_run`/u],
  ])('refuses %s %j and says what to do', async (event, more, message) => {
    const { code, outputs, annotations, raw, log } = await walk(event, more);
    expect([code, outputs]).toEqual([2, { outcome: 'error' }]);
    expect(annotations).toEqual([{ level: 'error', properties: { title: 'Ostiary' }, message: expect.stringMatching(message) }]);
    expect(log).not.toContain('ran');
    expect(raw).not.toMatch(/^\s+at /mu);
  });
});
