// SPDX-License-Identifier: Apache-2.0
//
// gitlab/templates/run.yml as a pipeline: gitlab-ci-local includes it with inputs, runs the job with `ostiary` from PATH against a GitLab
// on loopback (OIDC keys, API, git) and a real PostgreSQL, and hands artifacts and the dotenv report to the next job.
import { execFileSync } from 'node:child_process';
import { chmodSync, copyFileSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { CLI, cleanUp, scratch, spawned } from '../support/guarded.js';
import { JOB_TOKEN, startGitLab, type GitLabServer } from '../support/gitlab-server.js';
import { startOidcIssuer, type OidcIssuer } from '../support/oidc-issuer.js';
import { startPostgres, type Postgres } from '../support/postgres.js';

const KEYS = '/oauth/discovery/keys';
const CLAIMS = { project_id: '77', project_path: 'acme/shop', namespace_id: '9', ref: 'main', ref_type: 'branch', ref_path: 'refs/heads/main', ref_protected: 'true', pipeline_source: 'schedule', user_id: '7', user_login: 'sam', job_id: '1', pipeline_id: '2', sub: 'project_path:acme/shop:ref_type:branch:ref:main' };
let database: Postgres;
let issuer: OidcIssuer;
let gitlab: GitLabServer;
let bin: string;

beforeAll(async () => {
  [database, issuer, gitlab] = await Promise.all([startPostgres({ version: 18 }), startOidcIssuer(), startGitLab()]);
  gitlab.documents = {
    '/.well-known/openid-configuration': { issuer: gitlab.url, jwks_uri: `${gitlab.url}${KEYS}`, id_token_signing_alg_values_supported: ['RS256'] },
    [KEYS]: { keys: [issuer.key.jwk] },
  };
  gitlab.commit('main', { '.ostiary/policy.yml': `version: 1
extends: [ostiary:postgres, ostiary:pii]
default: deny
identities: { nightly: { issuer: "${gitlab.url}", claims: { project_id: "77", ref_protected: "true" } } }
resources:
  orders-db: { type: postgres, url: "postgres://127.0.0.1:${database.port}/postgres", credential: env:ORDERS_DB, allow_static: true, mask: { public.customers.ssn: redact } }
rules: [{ id: reads, match: { principal: nightly, effect: read }, decide: allow }]
` });
  await database.query("CREATE TABLE customers (id int, ssn text); INSERT INTO customers VALUES (1, '078-05-1120')");
  bin = mkdtempSync(join(scratch(), 'bin-'));
  chmodSync(scratch(), 0o755);
  symlinkSync(CLI, join(bin, 'ostiary'));
});
afterAll(async () => {
  await Promise.all([database?.stop(), issuer?.stop(), gitlab?.stop()]);
  cleanUp();
});

interface Pipeline {
  readonly code: number | null;
  /** Lines of the jobs, without colours. */
  readonly log: string;
  readonly project: string;
}

async function pipeline(inputs: Readonly<Record<string, string>>, variables: Readonly<Record<string, string>> = {}, files: Readonly<Record<string, string>> = {}): Promise<Pipeline> {
  const project = mkdtempSync(join(scratch(), 'project-'));
  chmodSync(project, 0o777);
  mkdirSync(join(project, 'ostiary'));
  copyFileSync('gitlab/templates/run.yml', join(project, 'ostiary', 'run.yml'));
  writeFileSync(join(project, 'notes.txt'), 'one\n');
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(project, path)), { recursive: true });
    writeFileSync(join(project, path), text);
  }
  const given = Object.entries({ 'job-name': 'guarded', stage: 'test', ...inputs }).map(([name, value]) => `      ${name}: ${JSON.stringify(value)}\n`).join('');
  writeFileSync(join(project, '.gitlab-ci.yml'), `include:
  - local: ostiary/run.yml
    inputs:
${given}stages: [test, deploy]
after:
  stage: deploy
  needs: [guarded]
  script: ['echo "outcome=$OSTIARY_OUTPUT_OUTCOME allowed=$OSTIARY_OUTPUT_ALLOWED"', 'ostiary session verify .ostiary/sessions/*/session.jsonl']
`);
  const git = (...args: string[]): void => void execFileSync('git', args, { cwd: project, stdio: 'ignore', env: { PATH: process.env.PATH, HOME: project, GIT_AUTHOR_NAME: 'a', GIT_AUTHOR_EMAIL: 'a@b', GIT_COMMITTER_NAME: 'a', GIT_COMMITTER_EMAIL: 'a@b' } });
  git('init', '-q', '-b', 'main');
  git('remote', 'add', 'origin', `${gitlab.url}/acme/shop.git`);
  git('add', '-A');
  git('commit', '-qm', 'first');
  const token = await issuer.mint({ ...CLAIMS, iss: gitlab.url });
  // A runner's shell executor names the real folder; gitlab-ci-local does not.
  const all = { CI_PROJECT_DIR: project, CI_SERVER_URL: gitlab.url, CI_JOB_TOKEN: JOB_TOKEN, OSTIARY_ID_TOKEN: token, ORDERS_DB: `postgres:${database.password}`, ...variables };
  const args = ['--import', resolve('test/support/set-union.mjs'), resolve('node_modules/gitlab-ci-local/dist/index.js'), '--force-shell-executor', '--ignore-predefined-vars', 'CI_PROJECT_DIR,CI_SERVER_URL', ...Object.entries(all).flatMap(([name, value]) => ['--variable', `${name}=${value}`])];
  const { code, stdout, stderr } = await spawned(process.execPath, args, { environment: { PATH: `${bin}:${process.env.PATH ?? ''}`, HOME: project }, cwd: project });
  // Matches the colours of a terminal, ESC [ 0 m.
  return { code, log: `${stdout}${stderr}`.replace(/\u001b\[[0-9;]*[A-Za-z]/gu, ''), project };
}

describe('the template run.yml', () => {
  it('runs the command guarded, and hands recording and outputs to the next job', async () => {
    const { code, log, project } = await pipeline({ command: 'echo "database=$PGDATABASE"\npsql -XAtc "SELECT ssn FROM customers"\nenv; echo two >> notes.txt; pwd; ls -a .ostiary 2>/dev/null || true' });
    expect([code, log.slice(-3000)]).toEqual([0, expect.stringContaining('PASS')]);
    expect(log).toContain('database=postgres');
    expect(log).toContain('[redacted]');
    expect(log).toContain('outcome=ok allowed=1');
    expect(log).toContain('unsigned: ');
    for (const secret of [database.password, JOB_TOKEN, 'OSTIARY_ID_TOKEN', '078-05-1120', 'ORDERS_DB=']) expect(log).not.toContain(secret);
    const session = readdirSync(join(project, '.ostiary', 'sessions'))[0] ?? '';
    expect(readFileSync(join(project, '.ostiary', 'sessions', session, 'session.jsonl'), 'utf8')).toContain('"source":"gitlab:77@');
    expect(readFileSync(join(project, '.ostiary', 'sessions', session, 'changes.patch'), 'utf8')).toContain('+two');
    expect(readFileSync(join(project, 'notes.txt'), 'utf8')).toBe('one\n');
  });

  it('decides by its inputs, whatever variables a pipeline sets and files the repository brings', async () => {
    const planted = 'require("node:fs").writeSync(1, "planted code ran\\n")';
    const outranking = { OSTIARY_COMMAND: 'echo another', OSTIARY_ISOLATION: 'none', OSTIARY_ON_REFUSAL: 'ignore', NODE_OPTIONS: '--require ./planted.cjs' };
    const { code, log, project } = await pipeline({ command: 'echo "uid=$(id -u)"; psql -c "DROP TABLE customers" || true', audience: '$AUDIENCE' }, { ...outranking, AUDIENCE: 'ostiary' }, { 'planted.cjs': planted });
    expect(code).not.toBe(0);
    // Matches the spare ids of `isolation: user`, misses root's.
    expect(log).toMatch(/uid=6\d{4}/u);
    expect(readFileSync(join(project, '.ostiary', 'outputs.env'), 'utf8')).toContain('OSTIARY_OUTPUT_OUTCOME=denied');
    expect(log).not.toMatch(/> another\b|planted code ran/u);
  });

  it('reports nothing that the repository brought when it fails early', async () => {
    const { code, project } = await pipeline({ command: 'echo started', audience: 'another' }, {}, { '.ostiary/outputs.env': 'OSTIARY_OUTPUT_OUTCOME=ok\n' });
    expect(code).not.toBe(0);
    expect(existsSync(join(project, '.ostiary', 'outputs.env')) ? readFileSync(join(project, '.ostiary', 'outputs.env'), 'utf8') : '').not.toContain('=ok');
  });

  it('fails the job when something is denied, and later jobs do not start', async () => {
    const { code, log, project } = await pipeline({ command: 'psql -c "DROP TABLE customers" || true', isolation: 'none' });
    expect(code).not.toBe(0);
    expect(log).toContain('never: rule `ostiary:postgres/no-drop`');
    expect(log).toContain('FAIL  guarded');
    expect(log).not.toContain('outcome=');
    expect(readFileSync(join(project, '.ostiary', 'outputs.env'), 'utf8')).toContain('OSTIARY_OUTPUT_OUTCOME=denied');
  });

  it('says what to do when the token is for somebody else', async () => {
    const { code, log } = await pipeline({ command: 'echo started', audience: 'another' });
    expect(code).not.toBe(0);
    expect(log).toMatch(/the token in `OSTIARY_ID_TOKEN` is for `ostiary`, not for `another`: make `aud` and the input `audience` the same/u);
    expect(log).not.toMatch(/> started/u);
  });
});
