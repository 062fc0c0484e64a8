// SPDX-License-Identifier: Apache-2.0
//
// `oidc-token` through its doors: the action as GitHub's runner starts it, the template as a pipeline of gitlab-ci-local, the command line.
import { execFileSync } from 'node:child_process';
import { chmodSync, copyFileSync, existsSync, mkdirSync, mkdtempSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { dirname, join, resolve } from 'node:path';
import { decodeJwt } from 'jose';
import { writeCertificates } from '../support/certificates.js';
import { runStep, startGitHub, type GitHubServer } from '../support/github-runner.js';
import { CLI, cleanUp, scratch, spawned } from '../support/guarded.js';

let server: GitHubServer;
beforeAll(async () => {
  server = await startGitHub('version: 1\nrules: []\n');
});
afterAll(async () => {
  await server?.stop();
  cleanUp();
});
const withoutAdditions = (raw: string): string => raw.split('\n').filter((line) => !line.startsWith('::add-mask::')).join('\n');

describe('the action oidc-token', () => {
  it("leaves a file for this user alone in the runner's temp folder, and says what the token says", async () => {
    const { code, raw, outputs, log } = await runStep({ server, action: 'oidc-token', inputs: { audience: 'https://vault.example' } });
    expect([code, Object.keys(outputs).sort()]).toEqual([0, ['expires-at', 'session-id', 'subject', 'token-file']]);
    const path = outputs['token-file'] ?? '';
    const token = readFileSync(path, 'utf8');
    expect(decodeJwt(token)).toMatchObject({ aud: 'https://vault.example', repository_id: '812364' });
    expect([statSync(path).mode & 0o777, statSync(dirname(path)).mode & 0o777]).toEqual([0o600, 0o700]);
    expect(path).toContain('/_temp/ostiary-token-');
    expect(log.join('\n')).toMatch(/^ostiary: repository_id +812364$/mu);
    for (const part of [token, ...token.split('.').slice(1)]) expect(withoutAdditions(raw)).not.toContain(part);
  });

  it('fails with one line that names the file and the line to add', async () => {
    const { code, annotations, outputs } = await runStep({ server, action: 'oidc-token', environment: { ACTIONS_ID_TOKEN_REQUEST_URL: undefined } });
    expect([code, outputs]).toEqual([2, {}]);
    expect(annotations.map(({ message }) => message)).toEqual([expect.stringMatching(/^this job may not ask GitHub for an OIDC token: add `permissions: \{ id-token: write, contents: read \}` to `jobs: nightly:` in `\.github\/workflows\/nightly\.yml`/u)]);
  });
});

describe('the action oidc-token after a step that wrote to the environment', () => {
  it.each<[string, Record<string, string>]>([
    ['authorities', { NODE_EXTRA_CA_CERTS: '/tmp/evil.pem' }], ['other authorities', { NODE_USE_SYSTEM_CA: '1', SSL_CERT_FILE: '/tmp/evil.pem' }], ['code that was compiled before', { NODE_COMPILE_CACHE: '/tmp/evil' }], ['no verification', { NODE_TLS_REJECT_UNAUTHORIZED: '0' }], ['a proxy', { NODE_USE_ENV_PROXY: '1', HTTPS_PROXY: 'http://127.0.0.1:1' }], ['code', { NODE_OPTIONS: '--stack-trace-limit=3' }], ['a library', { LD_LIBRARY_PATH: '/tmp' }],
  ])('asks for no token when it set %s', async (_name, environment) => {
    const before = server.issuer.requests.get('/token') ?? 0;
    const { code, annotations } = await runStep({ server, action: 'oidc-token', environment });
    expect([code, annotations.map(({ message }) => message)]).toEqual([2, [expect.stringMatching(/^the environment of this job sets `\w+`, which can change where the token goes/u)]]);
    expect(server.issuer.requests.get('/token') ?? 0).toBe(before);
  });

  it('goes straight to the service, whatever proxy is named', async () => {
    const { code } = await runStep({ server, action: 'oidc-token', environment: { HTTPS_PROXY: 'http://127.0.0.1:1', HTTP_PROXY: 'http://127.0.0.1:1', http_proxy: 'http://127.0.0.1:1' } });
    expect(code).toBe(0);
  });
});

describe('the template oidc-token.yml', () => {
  it('gives a job that extends it the token in a file before its script begins', async () => {
    const project = mkdtempSync(join(scratch(), 'project-'));
    chmodSync(project, 0o777);
    mkdirSync(join(project, 'ostiary'));
    mkdirSync(join(project, 'bin'));
    symlinkSync(CLI, join(project, 'bin', 'ostiary'));
    copyFileSync('gitlab/templates/oidc-token.yml', join(project, 'ostiary', 'oidc-token.yml'));
    const file = join(scratch(), 'gitlab-token');
    writeFileSync(join(project, '.gitlab-ci.yml'), `include:
  - local: ostiary/oidc-token.yml
    inputs: { audience: "https://vault.example", file: "${file}", stage: test }
stages: [test]
report:
  extends: .ostiary-oidc-token
  script: ['stat -c mode=%a "$OSTIARY_FILE"', 'echo "characters=$(wc -c < "$OSTIARY_FILE")"']
`);
    const git = (...args: string[]): void => void execFileSync('git', args, { cwd: project, stdio: 'ignore', env: { PATH: process.env.PATH, HOME: project, GIT_AUTHOR_NAME: 'a', GIT_AUTHOR_EMAIL: 'a@b', GIT_COMMITTER_NAME: 'a', GIT_COMMITTER_EMAIL: 'a@b' } });
    for (const args of [['init', '-q', '-b', 'main'], ['remote', 'add', 'origin', 'https://gitlab.example/acme/shop.git'], ['add', '-A'], ['commit', '-qm', 'first']]) git(...args);
    const token = await server.issuer.mint({ aud: 'https://vault.example', project_id: '77' });
    const args = ['--import', resolve('test/support/set-union.mjs'), resolve('node_modules/gitlab-ci-local/dist/index.js'), '--force-shell-executor', '--variable', `OSTIARY_ID_TOKEN=${token}`];
    const { code, stdout, stderr } = await spawned(process.execPath, args, { environment: { PATH: `${join(project, 'bin')}:${process.env.PATH ?? ''}`, HOME: project }, cwd: project });
    expect([code, `${stdout}${stderr}`]).toEqual([0, expect.stringContaining('mode=600')]);
    expect(`${stdout}${stderr}`).toContain(`characters=${token.length}`);
    expect(`${stdout}${stderr}`).toMatch(/project_id +77/u);
    for (const part of [token, ...token.split('.').slice(1)]) expect(`${stdout}${stderr}`).not.toContain(part);
    expect(readFileSync(file, 'utf8')).toBe(token);
  });
});

describe('ostiary oidc-token', () => {
  const cli = (args: readonly string[]): ReturnType<typeof spawned> => spawned(process.execPath, [CLI, 'oidc-token', ...args], { environment: { PATH: process.env.PATH ?? '' }, cwd: scratch() });

  it('replaces what lies in its place, a link itself and not what it points to', async () => {
    const [source, link, target] = ['subject', 'link', 'target'].map((name) => join(scratch(), name)) as [string, string, string];
    const token = await server.issuer.mint();
    writeFileSync(source, `${token}\n`);
    writeFileSync(target, 'untouched', { mode: 0o644 });
    symlinkSync(target, link);
    const { code, stdout, stderr } = await cli(['--subject-token-file', source, '--file', link]);
    expect([code, stdout, stderr]).toEqual([0, '', expect.stringContaining('only this user can read')]);
    expect(readFileSync(target, 'utf8')).toBe('untouched');
    expect([readFileSync(link, 'utf8'), statSync(link).mode & 0o777]).toEqual([token, 0o600]);
  });

  it.each<[string, string[], RegExp]>([
    ['a folder that is not there', ['--subject-token-file', '/dev/null'], /no token in `\/dev\/null`/u],
    ['a file that is not there', ['--subject-token-file', '/nowhere/token'], /can not be read/u],
    ['a large file', ['--subject-token-file', CLI.replace(/cli\.js$/u, 'libpg-query.wasm')], /can not be read: it is too large/u],
    ['a flag that does not exist', ['--audiense', 'x'], /did you mean `--audience`/u],
  ])('refuses %s', async (_name, args, message) => {
    const { code, stderr } = await cli(args);
    expect([code, stderr]).toEqual([2, expect.stringMatching(message)]);
  });

  it('knows a gateway by the authority that it is given, and by no other', async () => {
    const folder = mkdtempSync(join(scratch(), 'tls-'));
    await writeCertificates(folder);
    const source = join(folder, 'subject');
    writeFileSync(source, await server.issuer.mint());
    let asked = 0;
    const gateway = createServer({ cert: readFileSync(join(folder, 'server.pem')), key: readFileSync(join(folder, 'server.key')) }, (_request, response) => {
      asked += 1;
      response.writeHead(201, { 'content-type': 'application/json' }).end(JSON.stringify({ id: 's1', credential: 'ost1_s1_x', expires_at: '2030-01-01T00:00:00Z', limit_at: '2030-01-01T00:00:00Z', principal: {}, resources: [] }));
    });
    await new Promise<void>((ready) => gateway.listen(0, '127.0.0.1', ready));
    try {
      const flags = ['--subject-token-file', source, '--exchange', 'gateway', '--gateway', `https://localhost:${(gateway.address() as AddressInfo).port}`, '--file', join(folder, 'session')];
      const known = await cli([...flags, '--gateway-ca', join(folder, 'ca.pem')]);
      expect([known.code, known.stderr, asked]).toEqual([0, expect.stringContaining('session `s1`'), 1]);
      expect(readFileSync(join(folder, 'session'), 'utf8')).toBe('ost1_s1_x');
      const [strange, other] = await Promise.all([cli(flags), cli([...flags, '--gateway-ca', join(folder, 'nothing.pem')])]);
      expect([strange.code, strange.stderr]).toEqual([4, expect.stringContaining('can not be reached')]);
      expect([other.code, other.stderr]).toEqual([2, expect.stringContaining('authority')]);
      expect(asked).toBe(1);
    } finally {
      gateway.closeAllConnections();
      gateway.close();
    }
  });

  it('says when it can not write there, and leaves nothing behind', async () => {
    const source = join(scratch(), 'subject-2');
    writeFileSync(source, await server.issuer.mint());
    const { code, stderr } = await cli(['--subject-token-file', source, '--file', '/nowhere/token']);
    expect([code, stderr]).toEqual([2, expect.stringMatching(/can not be written to `\/nowhere\/token`/u)]);
    expect(existsSync('/nowhere')).toBe(false);
  });
});
