// SPDX-License-Identifier: Apache-2.0
//
// The verb behind real hosts, a real issuer, and servers for both exchanges: what comes out, what is said, and that the token is never in it.
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { oidcToken } from '../../../src/commands/oidc-token.js';
import { verifyProof } from '../../../src/core/dpop.js';
import type { Host } from '../../../src/core/ports.js';
import { detectHost } from '../../../src/host/detect.js';
import { claimTable, unverifiedClaims } from '../../../src/identity/claims.js';
import { hastyRuntime } from '../../support/hasty-runtime.js';
import { startOidcIssuer, type OidcIssuer } from '../../support/oidc-issuer.js';

const runtime = hastyRuntime();
let folder: string;
let issuer: OidcIssuer;
let server: Server;
let address: string;
let answer: { status: number; body: unknown };
let received: { url: string; body: string; dpop: string }[];

beforeAll(async () => {
  issuer = await startOidcIssuer();
  server = createServer((request, response) => {
    let body = '';
    request.on('data', (part) => (body += String(part))).on('end', () => {
      received.push({ url: request.url ?? '', body, dpop: String(request.headers['dpop'] ?? '') });
      response.writeHead(answer.status, { 'content-type': 'application/json' }).end(JSON.stringify(answer.body));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'ostiary-token-test-'));
  writeFileSync(join(folder, 'output'), '');
  received = [];
  answer = { status: 500, body: {} };
  issuer.claims = { repository_id: '812364', actor: 'sam', workflow: '::error::pwned', user_email: 'sam@example.com' };
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));
afterAll(async () => {
  await issuer.stop();
  server.closeAllConnections();
  server.close();
});

interface Ran { readonly said: string; readonly outputs: string; readonly written: { file: string | null; text: string }[] }
type Environment = Record<string, string | undefined>;

const github = (): Environment => ({ GITHUB_ACTIONS: 'true', GITHUB_OUTPUT: join(folder, 'output'), GITHUB_WORKFLOW_REF: 'acme/shop/.github/workflows/nightly.yml@refs/heads/main', GITHUB_JOB: 'report', GITHUB_REPOSITORY_ID: '812364', ...issuer.githubEnvironment });
const gitlab = (token: string): Environment => ({ GITLAB_CI: 'true', CI_PROJECT_DIR: folder, CI_JOB_NAME: 'report', OSTIARY_ID_TOKEN: token });

async function run(environment: Environment, inputs: Record<string, string> = {}, subject = ''): Promise<Ran> {
  const parts: string[] = [];
  const say = (text: string): void => void parts.push(text);
  const host: Host = detectHost(environment, { stdout: say, stderr: say }, runtime);
  const written: Ran['written'] = [];
  await oidcToken(inputs, { host, runtime, readToken: async () => subject, trusting: async () => runtime, writePrivate: async (file, text) => (written.push({ file, text }), file ?? '/fresh/token') });
  return { said: parts.join(''), outputs: environment['GITHUB_OUTPUT'] === undefined ? '' : readFileSync(environment['GITHUB_OUTPUT'], 'utf8'), written };
}
/** What the log shows to people: without the commands that hide values. */
const seen = (said: string): string => said.split('\n').filter((line) => !line.startsWith('::add-mask::')).join('\n');
const parts = (token: string): string[] => token.split('.').slice(1);

describe('oidc-token', () => {
  it('hides the token first, shows its claims as a table, and writes it into a file', async () => {
    const { said, outputs, written } = await run(github());
    const token = written[0]?.text ?? '';
    expect(written).toEqual([{ file: null, text: token }]);
    expect(said.startsWith(`::add-mask::${token}\n`)).toBe(true);
    expect(said).toContain(`::add-mask::${parts(token)[1] ?? ''}\n`);
    expect(seen(said)).toMatch(/^ostiary: actor {10}sam$/mu);
    expect(seen(said)).toMatch(/^ostiary: aud {12}ostiary$/mu);
    expect(seen(said)).toMatch(/^ostiary: exp {12}\d+ \(\d{4}-\d\d-\d\dT[\d:.]+Z\)$/mu);
    for (const part of [token, ...parts(token), 'sam@example.com']) expect(seen(said)).not.toContain(part);
    expect(seen(said)).not.toMatch(/^::error/mu);
    expect(seen(said)).toContain('user_email     (not shown: about a person)');
    expect(outputs).toMatch(/subject<<.*\nrepo:acme\/shop:ref:refs\/heads\/main\n/u);
    expect(outputs).toMatch(/expires-at<<.*\n\d{4}-.*Z\n/u);
    expect(outputs).toMatch(/token-file<<.*\n\/fresh\/token\n/u);
    expect(outputs).not.toContain(token);
  });

  it('asks for the audience that it is told, and writes where it is told', async () => {
    const { written } = await run(github(), { audience: 'https://vault.example', file: '/run/token' });
    expect(written[0]?.file).toBe('/run/token');
    expect(unverifiedClaims(written[0]?.text ?? '')?.['aud']).toBe('https://vault.example');
  });

  it('makes it a masked output on GitHub, and only there', async () => {
    const { said, outputs, written } = await run(github(), { deliver: 'output' });
    const token = /token<<.*\n(ey[^\n]+)\n/u.exec(outputs)?.[1] ?? '';
    expect(written).toEqual([]);
    expect(said).toContain(`::add-mask::${token}\n`);
    expect(seen(said)).not.toContain(token);
    await expect(run(gitlab(await issuer.mint()), { deliver: 'output' })).rejects.toMatchObject({ code: 'INPUT_INVALID', message: expect.stringContaining('on GitHub only') });
    await expect(run({}, { deliver: 'output', 'subject-token-file': 'x' })).rejects.toMatchObject({ code: 'INPUT_INVALID' });
  });

  it('takes the token of a GitLab job from its variable, and hides it in all that it says', async () => {
    const token = await issuer.mint({ project_id: '77' });
    const { said, written } = await run(gitlab(token));
    expect(written[0]?.text).toBe(token);
    expect(said).toMatch(/project_id +77/u);
    for (const part of [token, ...parts(token)]) expect(said).not.toContain(part);
  });

  it('opens a session at a gateway, with a proof for this token', async () => {
    answer = { status: 201, body: {
      id: 's1', credential: 'ost1_s1_secret', expires_at: '2026-11-26T10:10:00Z', limit_at: '2026-11-26T16:00:00Z', principal: { names: ['nightly'] },
      resources: [{ name: 'orders-db', type: 'postgres', host: 'db.example', port: 5432, database: 'orders', tls: true }],
    } };
    const { said, outputs, written } = await run(github(), { exchange: 'gateway', gateway: address, resource: 'orders-db\nstock-db' });
    const sent = JSON.parse(received[0]?.body ?? '') as { subject_token: string; resources: string[] };
    expect(sent.resources).toEqual(['orders-db', 'stock-db']);
    expect(verifyProof(received[0]?.dpop, { method: 'POST', url: `${address}/v1/sessions`, token: sent.subject_token }, runtime).thumbprint).toMatch(/^[\w-]{43}$/u);
    expect(written).toEqual([{ file: null, text: 'ost1_s1_secret' }]);
    expect(said).toContain('::add-mask::ost1_s1_secret\n');
    expect(seen(said)).toContain('session `s1` as `nightly`, for `orders-db` at db.example:5432');
    expect(seen(said)).not.toContain('ost1_s1_secret');
    expect(outputs).toMatch(/session-id<<.*\ns1\n/u);
    expect(outputs).toContain('2026-11-26T10:10:00.000Z');
  });

  it('exchanges by RFC 8693, and hides what it gets', async () => {
    answer = { status: 200, body: { access_token: 'access-token-of-sts', issued_token_type: 'urn:ietf:params:oauth:token-type:access_token', token_type: 'Bearer' } };
    const { said, outputs, written } = await run(github(), { exchange: 'rfc8693', 'token-endpoint': `${address}/token`, 'target-audience': 'shop', scope: 'read' });
    expect(received[0]?.body).toContain('audience=shop&scope=read');
    expect(written[0]?.text).toBe('access-token-of-sts');
    expect(said).toContain('::add-mask::access-token-of-sts\n');
    expect(seen(said)).not.toContain('access-token-of-sts');
    expect(outputs).toMatch(/expires-at<<.*\n\n/u);
  });

  it('exchanges a token or an assertion from a file where there is no job', async () => {
    const token = await issuer.mint();
    expect((await run({}, { 'subject-token-file': 'x' }, token)).written[0]?.text).toBe(token);
    answer = { status: 403, body: { code: 'DENIED', message: 'no', hint: 'ask' } };
    await expect(run({}, { 'subject-token-file': 'x', 'subject-token-type': 'saml2', exchange: 'gateway', gateway: address }, '<Assertion/>')).rejects.toMatchObject({ code: 'DENIED', message: 'the gateway refuses: no' });
    expect(JSON.parse(received[0]?.body ?? '')).toMatchObject({ subject_token: '<Assertion/>', subject_token_type: 'urn:ietf:params:oauth:token-type:saml2' });
  });

  it.each<[string, Record<string, string>, RegExp]>([
    ['an unknown exchange', { exchange: 'magic' }, /`exchange` is `magic`/],
    ['no address of the gateway', { exchange: 'gateway' }, /`gateway` is missing/],
    ['no token endpoint', { exchange: 'rfc8693' }, /`token-endpoint` is missing/],
    ['a gateway that is not asked', { gateway: 'https://gateway.example' }, /`gateway` is given, and `exchange` is `none`/],
    ['an authority of no gateway', { 'gateway-ca': 'ca.pem' }, /`gateway-ca` is given/],
    ['resources for an OAuth server', { exchange: 'rfc8693', 'token-endpoint': 'https://sts.example', resource: 'x' }, /`resource` is given/],
    ['a scope for a gateway', { exchange: 'gateway', gateway: 'https://gateway.example', scope: 'x' }, /`scope` is given/],
    ['a file and an output', { deliver: 'output', file: '/x' }, /`file` is given/],
    ['plain http', { exchange: 'gateway', gateway: 'http://gateway.example' }, /not an address to trust/],
    ['an assertion that nobody takes', { 'subject-token-file': 'x', 'subject-token-type': 'saml2' }, /`saml2`/],
  ])('refuses %s', async (_name, inputs, message) => {
    await expect(run(github(), inputs, 'x')).rejects.toMatchObject({ code: 'INPUT_INVALID', message: expect.stringMatching(message) });
    expect(received).toEqual([]);
  });
});

describe('what oidc-token says about a token that is not there or not good', () => {
  const event = (payload: unknown): Environment => {
    writeFileSync(join(folder, 'event.json'), JSON.stringify(payload));
    return { GITHUB_EVENT_PATH: join(folder, 'event.json') };
  };
  const without = { ACTIONS_ID_TOKEN_REQUEST_URL: undefined, ACTIONS_ID_TOKEN_REQUEST_TOKEN: undefined };
  const job = 'to `jobs: report:` in `.github/workflows/nightly.yml`';

  it.each<[string, () => Environment | Promise<Environment>, RegExp | string, string]>([
    ['a missing permission', () => ({ ...github(), ...without }), 'this job may not ask GitHub for an OIDC token', `add \`permissions: { id-token: write, contents: read }\` ${job}`],
    ['a permission taken away', () => ({ ...github(), ACTIONS_ID_TOKEN_REQUEST_TOKEN: 'old' }), /status 401/u, `add \`permissions: { id-token: write, contents: read }\` ${job}`],
    ['a pull request of the repository itself', () => ({ ...github(), ...without, ...event({ pull_request: { head: { repo: { id: 812364 } } } }) }), 'this job may not ask GitHub for an OIDC token', 'permissions'],
    ["a fork's pull request", () => ({ ...github(), ...without, ...event({ pull_request: { head: { repo: { id: 66 } } } }) }), /pull request from a fork/u, `add \`if: github.event.pull_request.head.repo.full_name == github.repository\` ${job}`],
    ['a fork that is gone', () => ({ ...github(), ...without, ...event({ pull_request: { head: { repo: null } } }) }), /pull request from a fork/u, 'policy-check'],
    ['no `id_tokens`', () => gitlab(''), /no OIDC token in `OSTIARY_ID_TOKEN`/u, 'add `id_tokens: { OSTIARY_ID_TOKEN: { aud: ostiary } }` to the job `report` in `.gitlab-ci.yml`'],
    ['no `id_tokens`, in another file', () => ({ ...gitlab(''), CI_CONFIG_PATH: 'ci/main.yml' }), /no OIDC token/u, 'in `ci/main.yml`'],
    ['another audience', async () => gitlab(await issuer.mint({ aud: 'vault' })), 'the token in `OSTIARY_ID_TOKEN` is for `vault`, not for `ostiary`', 'make `aud` and the input `audience` the same'],
    ['an old token', async () => gitlab(await issuer.mint({ exp: 1000, ci_config_ref_uri: 'gitlab.com/acme/shop//ci/main.yml@refs/heads/main' })), /^the token expired \d+ s ago$/u, 'make `ostiary` the first thing in its job in ci/main.yml'],
    ['a variable that holds something else', () => gitlab('not-a-token'), /does not hold a token/u, 'id_tokens'],
    ['no job', () => ({}), /neither a GitHub nor a GitLab job/u, '--subject-token-file'],
  ])('%s', async (_name, environment, message, hint) => {
    await expect(run(await environment())).rejects.toMatchObject({ code: 'IDENTITY_UNTRUSTED', message: typeof message === 'string' ? message : expect.stringMatching(message), hint: expect.stringContaining(hint) });
  });

  it.each<[string, Record<string, unknown>, RegExp]>([
    ['for another audience', { aud: ['vault', 'x\u001b[31m'] }, /^the token is for the audience `vault`, `x \[31m`, not for `ostiary`$/u], ['that is over', { exp: 1000 }, /^the token expired/u],
  ])('a token from a file %s', async (_name, claims, message) => {
    await expect(run({}, { 'subject-token-file': 'x' }, await issuer.mint(claims))).rejects.toMatchObject({ code: 'IDENTITY_UNTRUSTED', message: expect.stringMatching(message) });
  });

  it('a file that holds no token', async () => {
    await expect(run({}, { 'subject-token-file': 'x' }, 'hello')).rejects.toMatchObject({ code: 'IDENTITY_UNTRUSTED', message: 'what was given is not a signed token' });
  });
});

describe('claimTable', () => {
  it('shows lists and objects on one line, cuts what is long, and says what it leaves out', () => {
    expect(claimTable({ b: ['x', { y: 1 }], a: 'z'.repeat(300), n: 7, t: true, iat: 'soon' })).toEqual([`a    ${'z'.repeat(200)}…`, 'b    ["x",{"y":1}]', 'iat  soon', 'n    7', 't    true']);
    expect(claimTable(Object.fromEntries(Array.from({ length: 120 }, (_, index) => [`c${1000 + index}`, index]))).at(-1)).toBe('and 20 more');
  });
});
