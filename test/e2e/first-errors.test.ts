// SPDX-License-Identifier: Apache-2.0
//
// The first errors that a user of the action meets, each read as a user reads it: one annotation, exit code 125, the command not started,
// and a line that says what to do. Never a stack, never a secret.
import { mkdtempSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { cleanUp, scratch } from '../support/guarded.js';
import { runStep, startGitHub, type GitHubServer, type Step } from '../support/github-runner.js';
import { freePort } from '../support/postgres-binaries.js';
import { startPostgres, type Postgres } from '../support/postgres.js';

let database: Postgres;
let server: GitHubServer;

interface Change {
  readonly resource?: string;
  readonly url?: string;
  readonly credential?: string;
  readonly more?: string;
}

const policyText = ({ resource = '', url = `postgres://127.0.0.1:${database.port}/postgres`, credential = 'credential: env:ORDERS_DB\n    allow_static: true', more = '' }: Change = {}): string => `version: 1
default: deny
identities:
  nightly: { issuer: "${server.issuer.issuer}", claims: { repository_id: "812364" } }
resources:
  orders-db:
    type: postgres
    url: ${url}
    ${credential}
${resource}rules:
  - { id: reads, match: { principal: nightly, effect: read }, decide: allow }
${more}`;

beforeAll(async () => {
  [database, server] = await Promise.all([startPostgres({ version: 15, ssl: true }), startGitHub('')]);
});
afterAll(async () => {
  await Promise.all([database?.stop(), server?.stop()]);
  cleanUp();
});
beforeEach(() => {
  server.api.repository.branches['main'] = { protected: true, sha: '5f0c2e1d9b8a7f6e5d4c3b2a190f8e7d6c5b4a39', files: { '.ostiary/policy.yml': policyText() } };
  server.api.instead.length = 0;
  server.issuer.replacements.clear();
});

/** Runs the step and returns the one annotation, as on the job's page. */
async function errorOf(change: Partial<Step> = {}): Promise<string> {
  const inputs = { command: 'echo ran', isolation: 'none', ...change.inputs };
  const result = await runStep({ server, ...change, inputs, environment: { ORDERS_DB: `postgres:${database.password}`, ...change.environment } });
  expect([result.code, result.outputs]).toEqual([125, { outcome: 'error' }]);
  expect(result.log).not.toContain('ran');
  expect(`${result.raw}${result.stderr}`).not.toMatch(/^\s+at |node:internal/mu);
  expect(result.log.join('\n')).not.toContain(database.password);
  expect(result.annotations).toHaveLength(1);
  return result.annotations[0]?.message ?? '';
}

/** As actions/setup-python leaves it, but for one library more. */
function libraries(...names: string[]): string {
  const folder = mkdtempSync(join(scratch(), 'lib-'));
  for (const name of names) writeFileSync(join(folder, name), '');
  return folder;
}

const withPolicy = (text: string): void => {
  Object.assign(server.api.repository.branches['main'] ?? {}, { files: { '.ostiary/policy.yml': text } });
};

describe('the job', () => {
  it.each<[string, Partial<Step>, RegExp]>([
    ['has no `id-token: write`, or belongs to a fork', { environment: { ACTIONS_ID_TOKEN_REQUEST_URL: undefined, ACTIONS_ID_TOKEN_REQUEST_TOKEN: undefined } }, /^this job may not ask GitHub for an OIDC token: add `permissions: \{ id-token: write, contents: read \}`.*forks never get a token/u],
    ['has a request token that GitHub does not take', { environment: { ACTIONS_ID_TOKEN_REQUEST_TOKEN: 'old' } }, /no OIDC token \(status 401\): add `permissions/u],
    ['has no `contents: read`', { inputs: { 'github-token': 'ghs_other' } }, /repository 812364 can not be seen with this token: .*`permissions: \{ contents: read \}`/u],
    ['has a token that is no token', { inputs: { 'github-token': 'nonsense' } }, /does not accept the token \(401\): .*`github-token`/u],
    ['sets NODE_OPTIONS', { environment: { NODE_OPTIONS: '--stack-trace-limit=3' } }, /`NODE_OPTIONS`, which can change what the gate does: .*job of its own/u],
    ['sets BASH_ENV and LD_LIBRARY_PATH', { environment: { BASH_ENV: '/tmp/x', LD_LIBRARY_PATH: '/tmp' } }, /`BASH_ENV`, `LD_LIBRARY_PATH`, which/u],
    ['sets LD_LIBRARY_PATH to more than Python', { environment: { LD_LIBRARY_PATH: `${libraries('libpython3.12.so')}:${libraries('libpython3.12.so', 'libextra.so.6')}` } }, /`LD_LIBRARY_PATH`, which/u],
    ['sets LD_LIBRARY_PATH to the current folder, too', { environment: { LD_LIBRARY_PATH: `${libraries('libpython3.so')}:` } }, /`LD_LIBRARY_PATH`, which/u],
    ['names a resource that is not there', { inputs: { resource: 'order-db' } }, /resource `order-db` is not in the policy: it has: orders-db/u],
    ['names two resources on one line', { inputs: { resource: 'orders-db, other' } }, /resource `orders-db, other` is not in the policy: write several on lines of their own \(in a shell, with a flag each\); it has: orders-db/u],
    ['asks for an isolation that is none', { inputs: { isolation: 'docker' } }, /input `isolation` is `docker`: it takes one of: user, none/u],
    ['says no to the artifact in another word', { inputs: { artifact: 'no' } }, /^input `artifact` is `no`, which is neither `true` nor `false`: did you mean `false`\?$/u],
    ['says yes to an attestation in another word', { inputs: { attest: 'yes' } }, /^input `attest` is `yes`, which is neither `true` nor `false`: did you mean `true`\?$/u],
    ['wants no artifact, and an attestation of it', { inputs: { artifact: 'false', attest: 'true' } }, /^input `attest` is `true`, and `artifact` is `false`: .*leave one of them out$/u],
    ['trusts a key that is not there', { inputs: { key: 'keys/trusted.pem' } }, /^the key `keys\/trusted\.pem` can not be read: ENOENT.*: give the file of a public key that you trust$/u],
    ['expects an identity without a root', { inputs: { identity: 'https://github.com/acme/shop/**' } }, /^input `trusted-root` is missing: /u],
    ['binds a variable to nothing', { inputs: { env: 'DB_URL' } }, /input `env` has `DB_URL`: write NAME=RESOURCE/u],
    ['binds a variable to a resource that is not guarded', { inputs: { env: 'DB_URL=other' } }, /`other`, which is not guarded in this run: guarded are: orders-db/u],
    ['has no command', { inputs: { command: '' } }, /there is no command to run: set the input `command`/u],
    ['lost its credential', { environment: { ORDERS_DB: '' } }, /`ORDERS_DB` is empty: .*\$\{\{ secrets\.ORDERS_DB \}\}/u],
    ['has the wrong password', { environment: { ORDERS_DB: 'postgres:wrong-password' } }, /^resource `orders-db`: .*password authentication failed.*: .*`credential`/u],
  ])('%s', async (_name, change, message) => {
    expect(await errorOf(change)).toMatch(message);
  });

  it('has a clock that is wrong', async () => {
    const early = await server.issuer.mint(server.issuer.claims, { now: Math.floor(Date.now() / 1000) + 600 });
    server.issuer.replacements.set('/token', { body: JSON.stringify({ value: early }) });
    expect(await errorOf()).toMatch(/the token is not valid yet: compare this machine's clock/u);
    const late = await server.issuer.mint(server.issuer.claims, { now: Math.floor(Date.now() / 1000) - 4000 });
    server.issuer.replacements.set('/token', { body: JSON.stringify({ value: late }) });
    expect(await errorOf()).toMatch(/the token expired \d+ s ago: /u);
  });

  it('has an issuer that is down', async () => {
    const closed = await freePort();
    expect(await errorOf({ environment: { ACTIONS_ID_TOKEN_REQUEST_URL: `http://127.0.0.1:${closed}/token` } })).toMatch(/^`http:\/\/127\.0\.0\.1:\d+` can not be reached: .*ECONNREFUSED.*: is it up, and may this machine connect to it/u);
  });

  it('may not write its recording', async () => {
    const file = join(scratch(), 'a-file');
    writeFileSync(file, '');
    expect(await errorOf({ inputs: { 'session-dir': join(file, 'sessions') } })).toMatch(/^the recording `\/.*a-file\/sessions\/session\.jsonl` can not be written: .*: .*folder.*`session-dir: DIR`/u);
  });
});

describe('the repository', () => {
  it('has no policy', async () => {
    Object.assign(server.api.repository.branches['main'] ?? {}, { files: {} });
    expect(await errorOf()).toMatch(/there is no `\.ostiary\/policy\.yml` on the default branch `main` of acme\/shop: commit one there/u);
  });

  it('has a default branch without protection', async () => {
    Object.assign(server.api.repository.branches['main'] ?? {}, { protected: false });
    expect(await errorOf()).toMatch(/`main` of acme\/shop is not protected.*: protect it: Settings, Rules/u);
  });

  it.each<[string, () => string, RegExp]>([
    ['a key that is not known', () => policyText({ more: 'aprovers: { count: 1 }\n' }), /policy\.yml:\d+:1: .*`aprovers`.*`approvers`/u],
    ['a key that is not known in a rule', () => policyText({ more: '  - { id: x, match: { efect: read }, decide: allow }\n' }), /policy\.yml:\d+:\d+: .*`efect`.*`effect`/u],
    ['YAML that is none', () => policyText({ more: ' }:' }), /policy\.yml:\d+:\d+: /u],
    ['several resources, and the run names none', () => policyText({ resource: '  other:\n    type: postgres\n    url: postgres://app@127.0.0.1/x\n' }), /has 2 resources, so the run has to name one: add `resource: NAME`: orders-db, other/u],
    ['a static credential without allow_static', () => policyText({ credential: 'credential: env:ORDERS_DB' }), /static key, and this is a CI job: .*`allow_static: true`/u],
    ['a credential of a vault that it does not have', () => policyText({ credential: 'credential: vault:database/creds/orders' }), /^resource `orders-db`: .*`vaults` has none: https:\/\/github\.com\/ostiary\/ostiary\/blob\/main\/docs\/vault\.md says/u],
    ['a database that is down', () => policyText({ url: 'postgres://127.0.0.1:1/postgres' }), /^resource `orders-db`: .*`127\.0\.0\.1:1`.*ECONNREFUSED.*: is it up/u],
    ['a database of the wrong name', () => policyText({ url: `postgres://127.0.0.1:${database.port}/nope` }), /^resource `orders-db`: .*database "nope" does not exist.*: .*`url`/u],
    ['a server whose certificate is not trusted', () => policyText({ credential: 'credential: env:ORDERS_DB\n    allow_static: true\n    tls: { mode: verify-full }' }), /^resource `orders-db`: .*certificate.*: .*`tls: \{ ca: FILE \}`/u],
    ['a certificate authority that is not there', () => policyText({ credential: 'credential: env:ORDERS_DB\n    allow_static: true\n    tls: { mode: verify-full, ca: /nope.pem }' }), /`\/nope\.pem` of `orders-db` can not be read/u],
  ])('has %s', async (_name, text, message) => {
    withPolicy(text());
    expect(await errorOf()).toMatch(message);
  });

  it('does not know the job: everything is denied, and the log says why', async () => {
    withPolicy(policyText().replace('"812364"', '"1"'));
    const result = await runStep({ server, inputs: { command: 'psql -c "SELECT 1" || true', isolation: 'none' }, environment: { ORDERS_DB: `postgres:${database.password}` } });
    expect([result.code, result.outputs['outcome']]).toEqual([1, 'denied']);
    expect(result.log.join('\n')).toMatch(/the job satisfies none of the policy's `identities`/u);
    expect(result.annotations.at(-1)).toMatchObject({ level: 'error', message: expect.stringMatching(/^not everything was let through: 1 denied: the log/u) });
  });
});
