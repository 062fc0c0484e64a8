// SPDX-License-Identifier: Apache-2.0
//
// `run --gateway`: the same step as without one, and nothing of production in the job. A real gateway, GitHub's runner as our fake plays it.
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { startGateway, type RunningGateway } from '../support/gateway.js';
import { runStep, type Step, type StepResult } from '../support/github-runner.js';
import { cleanUp, CLI, scratch, spawned } from '../support/guarded.js';
import { writeCertificates } from '../support/certificates.js';
import { startPostgres, type Postgres } from '../support/postgres.js';
import { waitFor } from '../support/waiting.js';

const SSN = '078-05-1120';
let database: Postgres;
let gateway: RunningGateway;

beforeAll(async () => {
  database = await startPostgres({ version: 18 });
  await database.query(`CREATE TABLE customers (id int PRIMARY KEY, email text, ssn text); INSERT INTO customers VALUES (1, 'ann@shop.example', '${SSN}');
    CREATE TABLE orders (id int PRIMARY KEY, status text); INSERT INTO orders SELECT n, 'open' FROM generate_series(1, 10) n`);
  gateway = await startGateway({ database, lease: '3s' });
  await gateway.start();
});
afterAll(async () => {
  await gateway?.stop();
  await database?.stop();
  cleanUp();
});

const step = (command: string, more: Partial<Step> = {}): Promise<StepResult> =>
  runStep({ server: gateway.github, ...more, inputs: { command, gateway: gateway.url, 'gateway-ca': gateway.caFile, audience: 'gateway-of-acme', isolation: 'user', ...more.inputs } });
const sql = (...statements: string[]): string => statements.map((statement) => `psql -XAtq -v VERBOSITY=verbose -c "${statement}"`).join('\n');

describe('run --gateway', () => {
  it('gives the command the same guarded database, and keeps no credential, address or policy of production in the job', async () => {
    const result = await step(`${sql('SELECT id, email, ssn FROM customers', "UPDATE orders SET status = 'paid' WHERE id = 1")}\necho BEGIN; env; cat "$OSTIARY_GUIDE"; echo END`);
    expect([result.code, result.annotations, result.outputs]).toEqual([0, [], { outcome: 'ok', session: expect.stringMatching(/^ost_[0-9a-f]{12}$/u), allowed: '2', reviewed: '0', denied: '0', patch: '' }]);
    expect(result.log).toContain('1|ann@shop.example|[redacted]');
    const seen = result.raw.slice(result.raw.indexOf('BEGIN'), result.raw.indexOf('END'));
    for (const hidden of [database.password, String(database.port), 'gateway-of-acme', ...result.masks.filter((mask) => mask.startsWith('eyJ'))]) expect(seen).not.toContain(hidden);
    expect(seen).toMatch(/^PGSSLMODE=disable$/mu);
    expect(seen).toContain('Needs a review:');
    expect(result.masks).toEqual([expect.stringMatching(/^eyJ/u), expect.stringMatching(/^ost1_ost_/u)]);
    expect([result.summary, result.state]).toEqual([expect.stringContaining('The recording is at the gateway'), {}]);
    const session = result.outputs['session'] ?? '';
    const verdict = await spawned(process.execPath, [CLI, 'session', 'verify', join(gateway.folder, 'recordings', session, 'session.jsonl')], { environment: {} });
    expect(verdict.stdout).toMatch(/^unsigned: /u);
    expect(gateway.events(session).at(-1)).toMatchObject({ type: 'end', operations: { allow: 2, review: 0, deny: 0 } });
  });

  it.each([
    ['denied', sql('TRUNCATE orders') + ' || true', 1, { denied: '1', reviewed: '0' }],
    ['pending', sql('ALTER TABLE orders ADD note text') + ' || true', 3, { denied: '0', reviewed: '1' }],
    ['failed', 'exit 7', 7, { denied: '0', reviewed: '0' }],
  ])('says %s as a run without a gateway does', async (outcome, command, code, counts) => {
    const { code: found, outputs } = await step(command);
    expect([found, outputs]).toEqual([code, expect.objectContaining({ outcome, ...counts })]);
  });

  it('renews the lease for as long as the command runs, and ends the session with it', async () => {
    const { code, outputs } = await step(`end=$((SECONDS + 5)); n=0; while [ $SECONDS -lt $end ]; do ${sql('SELECT 1')} || exit 9; done; ${sql('SELECT 2')}`);
    expect([code, outputs['outcome']]).toEqual([0, 'ok']);
    const ended = await gateway.get('/metrics', gateway.metricsPort);
    expect(ended.text).toMatch(/ostiary_sessions_ended_total\{why="job"\} [1-9]/u);
    expect(ended.text).not.toMatch(/why="lease"/u);
    expect(ended.text).toContain('ostiary_sessions 0');
  });

  it('ends the command, as an error, when an operator revokes the session under it', async () => {
    const folder = mkdtempSync(join(scratch(), 'flag-'));
    const running = step(`${sql('SELECT 1')}; touch ${join(folder, 'on')}; while true; do sleep 0.05; done`, { inputs: { isolation: 'none' } });
    await waitFor(() => spawned('test', ['-e', join(folder, 'on')], { environment: {} }).then(({ code }) => code === 0), 'the command runs');
    await spawned(process.execPath, [CLI, 'gateway', 'revoke', '--all', '--config', gateway.file], { environment: {} });
    const { code, outputs, raw } = await running;
    expect([code, outputs['outcome']]).toEqual([4, 'error']);
    expect(raw).toMatch(/an operator revoked it/u);
  });

  it.each<[string, Partial<Step>, RegExp]>([
    ['a resource that is not granted', { inputs: { resource: 'billing' } }, /grants no resource `billing`/u],
    ['an audience that is another', { inputs: { audience: 'ostiary' } }, /audience/u],
    ['an authority that is not the gateway\'s (row 8)', { inputs: { 'gateway-ca': 'OTHER' } }, /certificate of `https:.*is not one to trust.*gateway-ca/u],
    ['an authority that is not there', { inputs: { 'gateway-ca': '/no/such.pem' } }, /`\/no\/such\.pem` can not be read.*gateway-ca/u],
    ['no authority, where the public ones do not know the gateway', { inputs: { 'gateway-ca': '' } }, /certificate of `https:.*is not one to trust.*gateway-ca/u],
    ['a gateway without TLS', { inputs: { gateway: 'http://gateway.internal' } }, /begin with `https:\/\/`/u],
    ['an environment that somebody prepared', { environment: { NODE_EXTRA_CA_CERTS: '/tmp/evil.pem' } }, /`NODE_EXTRA_CA_CERTS`/u],
    ['proxies switched on for Node', { environment: { NODE_USE_ENV_PROXY: '1' } }, /`NODE_USE_ENV_PROXY`/u],
  ])('does not start the command with %s', async (_name, more, message) => {
    const home = mkdtempSync(join(scratch(), 'ca-'));
    await writeCertificates(home);
    const inputs = Object.fromEntries(Object.entries(more.inputs ?? {}).map(([name, value]) => [name, value === 'OTHER' ? join(home, 'ca.pem') : value]));
    const { code, outputs, annotations, log } = await step('echo ran', { ...more, inputs });
    expect([code, outputs['outcome'], log.includes('ran')]).toEqual([125, 'error', false]);
    expect(annotations).toEqual([expect.objectContaining({ level: 'error', message: expect.stringMatching(message) })]);
  });

  it('says what is wrong with the address that it was given, by a name of the gateway or of its certificate', async () => {
    const home = mkdtempSync(join(scratch(), 'named-'));
    await writeCertificates(home);
    const elsewhere = createServer({ key: readFileSync(join(home, 'server.key')), cert: readFileSync(join(home, 'server.pem')) });
    await new Promise<void>((resolve) => elsewhere.listen(0, '127.0.0.2', resolve));
    const told = async (inputs: Readonly<Record<string, string>>): Promise<unknown> => (await step('echo ran', { inputs })).annotations.map(({ message }) => message);
    try {
      // The certificate is for `localhost` and 127.0.0.1.
      expect(await told({ gateway: `https://127.0.0.2:${(elsewhere.address() as AddressInfo).port}`, 'gateway-ca': join(home, 'ca.pem') })).toEqual([expect.stringMatching(/is not one to trust: .*altnames.*: write the input `gateway` with a name that the certificate has/u)]);
      expect(await told({ gateway: gateway.url.replace('localhost', '127.0.0.1') })).toEqual([expect.stringContaining(`call the gateway \`${gateway.url}/v1/sessions\`, as its operator wrote its address`)]);
    } finally {
      elsewhere.close();
    }
  });

  it('asks no proxy, whatever the environment says', async () => {
    const nowhere = 'http://127.0.0.1:1';
    const { code, outputs } = await step(sql('SELECT 1'), { environment: { HTTPS_PROXY: nowhere, https_proxy: nowhere, ALL_PROXY: nowhere } });
    expect([code, outputs['allowed']]).toEqual([0, '1']);
  });

  it('uses the certificate itself as well as its authority', async () => {
    const file = join(gateway.folder, 'both.pem');
    writeFileSync(file, readFileSync(join(gateway.folder, 'ca.pem')));
    expect((await step('true', { inputs: { 'gateway-ca': file } })).code).toBe(0);
  });
});
