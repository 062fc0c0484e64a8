// SPDX-License-Identifier: Apache-2.0
//
// Approvals on GitLab from the proposal to the end: built programs, an issuer, a GitLab with git, an API for job tokens and a memory for the
// rest, a Vault that keeps its token, a real PostgreSQL. The example in examples/gitlab runs by gitlab-ci-local, the rest as jobs of their own.
import { execFileSync } from 'node:child_process';
import { chmodSync, cpSync, mkdirSync, mkdtempSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Manifest } from '../../src/core/manifest.js';
import { ANN, DAN, EVE, ForgeWorld, GATE, REPOSITORY } from '../support/forge-world.js';
import { JOB_TOKEN, startGitLab, type GitLabServer } from '../support/gitlab-server.js';
import { GITLAB_TOKEN, type GitLabStandIn, startGitLabStandIn } from '../support/gitlab-stand-in.js';
import { CLI, cleanUp, scratch, spawned } from '../support/guarded.js';
import { type OidcIssuer, startOidcIssuer } from '../support/oidc-issuer.js';
import { type Postgres, startPostgres } from '../support/postgres.js';
import { startVault, type VaultServer } from '../support/vault-server.js';

const KEYS = '/oauth/discovery/keys';
// Eve started the pipeline, and Dan played its job.
const CLAIMS = { project_id: String(REPOSITORY), project_path: 'acme/shop', namespace_id: '9', ref: 'main', ref_type: 'branch', ref_path: 'refs/heads/main', ref_protected: 'true', pipeline_source: 'web', user_id: String(DAN), user_login: 'dan', job_id: '1', pipeline_id: '4711', sub: 'project_path:acme/shop:ref_type:branch:ref:main' };
let database: Postgres;
let issuer: OidcIssuer;
let vault: VaultServer;

beforeAll(async () => {
  [database, issuer] = await Promise.all([startPostgres({ version: 18 }), startOidcIssuer()]);
});
afterAll(async () => {
  await Promise.all([database?.stop(), issuer?.stop()]);
  cleanUp();
});

/** A GitLab with a project, and the database that it is about. */
interface Place {
  readonly name: string;
  readonly world: ForgeWorld;
  readonly gitlab: GitLabServer;
  readonly approvals: GitLabStandIn;
  readonly policy: (change?: (text: string) => string) => void;
  readonly environment: Readonly<Record<string, string>>;
  columns(): Promise<unknown>;
}

async function at(name: string, live: (place: Place) => Promise<void>): Promise<void> {
  await database.query(`create database ${name}`);
  await database.query(`create table orders (id int primary key, status text); insert into orders values (1, 'open')`, name);
  const world = new ForgeWorld();
  world.runs.set(4711, { actor: EVE, triggering: EVE });
  const [gitlab, approvals] = await Promise.all([startGitLab(), startGitLabStandIn(world)]);
  gitlab.documents = { '/.well-known/openid-configuration': { issuer: gitlab.url, jwks_uri: `${gitlab.url}${KEYS}`, id_token_signing_alg_values_supported: ['RS256'] }, [KEYS]: { keys: [issuer.key.jwk] }, '/jwks': { keys: [issuer.key.jwk] } };
  gitlab.approvals = approvals.baseUrl;
  vault = await startVault({ roles: { ostiary: { issuer: gitlab.url, boundAudiences: ['ostiary'], boundClaims: { project_id: String(REPOSITORY), ref_protected: 'true' }, paths: ['secret/data/*', 'database/creds/*'] } },
    // A token that is made for a session, and of no use after it.
    createUser: async () => ({ username: 'forge', password: GITLAB_TOKEN }), dropUser: async () => approvals.permissions.clear(),
  });
  vault.kv2.set('gitlab', { token: GITLAB_TOKEN });
  vault.kv2.set('orders', { password: database.password });
  const text = readFileSync('examples/gitlab/.ostiary/policy.yml', 'utf8').replace('https://vault.internal:8200', vault.address).replace('postgres://gate@orders.internal/orders', `postgres://postgres@127.0.0.1:${database.port}/${name}`)
    .replace('{ gitlab: { project_id: 77, ref: main, ref_protected: true } }', `{ issuer: "${gitlab.url}", claims: { project_id: "${REPOSITORY}", ref: main, ref_protected: "true" } }`);
  const policy = (change = (same: string): string => same): void => void gitlab.commit('main', { '.ostiary/policy.yml': change(text) });
  policy();
  const token = await issuer.mint({ ...CLAIMS, iss: gitlab.url });
  try {
    await live({
      name, world, gitlab, approvals, policy, environment: { CI_SERVER_URL: gitlab.url, CI_JOB_TOKEN: JOB_TOKEN, OSTIARY_ID_TOKEN: token },
      columns: async () => (await database.query(`select column_name from information_schema.columns where table_name = 'orders' and column_name not in ('id', 'status')`, name) as { column_name: string }[]).map((row) => row.column_name),
    });
    expect(approvals.violations).toEqual([]);
  } finally {
    await Promise.all([gitlab.stop(), approvals.stop(), vault.stop()]);
  }
}

/** One job of the project. Resolves with its exit code and all that it said. */
async function job({ environment }: Place, args: readonly string[], more: { readonly files?: Readonly<Record<string, string>>; readonly environment?: Readonly<Record<string, string>> } = {}): Promise<{ readonly code: number | null; readonly said: string }> {
  const project = mkdtempSync(join(scratch(), 'job-'));
  for (const [path, content] of Object.entries(more.files ?? {})) writeFileSync(join(project, path), content);
  const { code, stdout, stderr } = await spawned(process.execPath, [CLI, ...args], {
    cwd: project, environment: { PATH: process.env['PATH'] ?? '', HOME: project, CI: 'true', GITLAB_CI: 'true', CI_PROJECT_DIR: project, ...environment, ...more.environment },
  });
  return { code, said: `${stdout}${stderr}` };
}

const ALTER = 'ALTER TABLE orders ADD COLUMN note text';
const propose = (place: Place, sql = `${ALTER};\n`, more: Readonly<Record<string, string>> = {}): ReturnType<typeof job> => job(place, ['approval-gate', '--sql', 'a.sql', '--proposers', String(GATE)], { files: { 'a.sql': sql }, environment: more });
const run = (place: Place, sql: string): ReturnType<typeof job> => job(place, ['run', '--isolation', 'none', '--proposers', String(GATE), '--', 'psql', '-XAtc', sql]);

it('an approval lets exactly its text pass, once, for one of two that want it', async () => at('wire', async (place) => {
  const { world } = place;
  // What was used stays where people can see it, and is asked for again.
  place.policy((text) => `${text}approvals: { after: keep }\n`);
  const asked = await propose(place);
  expect([asked.code, asked.said]).toEqual([3, expect.stringMatching(/merge_requests\/7 is pending: waits for 1 more person of: team acme\/dba/u)]);
  expect(asked.said).not.toContain(GITLAB_TOKEN);
  const manifest = [...(world.commits.get(world.headOf(world.pull(7)))?.tree ?? [])].find(([path]) => path.endsWith('.json'))?.[1] ?? '{}';
  expect((JSON.parse(manifest) as Manifest).prompters).toEqual([{ id: String(EVE), login: 'eve' }, { id: String(DAN), login: 'dan' }]);
  world.approve(7, ANN);
  const [changed, used] = [await run(place, `${ALTER}s`), await Promise.all([run(place, ALTER), run(place, ALTER)])];
  expect([changed.code, changed.said]).toEqual([1, expect.stringMatching(/decision=review/u)]);
  expect([used.map(({ code }) => code).sort(), await place.columns(), world.pull(7).state]).toEqual([[0, 1], ['note'], 'open']);
  expect(world.pull(7).comments.join('')).toContain('ALTER TABLE');
  const again = await job(place, ['apply', '--approval', '7', '--proposers', String(GATE)]);
  expect([again.code, again.said]).toEqual([1, expect.stringMatching(/is refused: used by session/u)]);
}));

it('the token of a forge is the policy\'s to name, and a static one has to be meant', async () => at('token', async (place) => {
  const stated = (forge: string) => place.policy((text) => text.replace(/^forge: .*$/mu, forge));
  const given = { OSTIARY_FORGE_TOKEN: GITLAB_TOKEN };
  stated('');
  const unnamed = await propose(place, undefined, given);
  expect([unnamed.code, unnamed.said]).toEqual([2, expect.stringMatching(/`OSTIARY_FORGE_TOKEN` is not used, since the policy does not name it[\s\S]*there is no token to put operations up with: .*`forge: \{ token: "vault:PATH" \}`/u)]);
  stated('forge: { token: env:OSTIARY_FORGE_TOKEN }');
  const unmeant = await propose(place, undefined, given);
  expect([unmeant.code, unmeant.said]).toEqual([4, expect.stringMatching(/`forge\.token`: the credential `env:OSTIARY_FORGE_TOKEN` is a static key, and this is a CI job/u)]);
  stated('forge: { token: env:OSTIARY_FORGE_TOKEN, allow_static: true }');
  const meant = await propose(place, undefined, given);
  expect([meant.code, meant.said, place.world.pulls.size]).toEqual([3, expect.stringMatching(/`env:OSTIARY_FORGE_TOKEN` is a static key in a CI job, allowed by `allow_static: true`/u), 1]);
  expect(meant.said).not.toContain(GITLAB_TOKEN);
  stated('forge: { token: "vault:database/creds/forge#password" }');
  const leased = await propose(place, 'ALTER TABLE orders ADD COLUMN leased text;\n');
  expect([leased.code, leased.said, place.world.pulls.size, vault.leases.size, [...place.approvals.permissions]]).toEqual([3, expect.stringMatching(/merge_requests\/8 is pending/u), 2, 0, []]);
  for (const permission of ['read', 'write']) place.approvals.permissions.add(permission);
  place.world.approve(8, ANN);
  const applied = await job(place, ['apply', '--approval', '8', '--proposers', String(GATE)]);
  expect([applied.code, place.world.pull(8).state, await place.columns(), vault.leases.size, [...place.approvals.permissions]]).toEqual([0, 'closed', ['leased'], 0, []]);
  expect(`${leased.said}${applied.said}`).not.toContain(GITLAB_TOKEN);
}));

it('examples/gitlab asks on a merge request, and applies when somebody presses play after the approval', async () => at('example', async (place) => {
  const { world, gitlab } = place;
  const bin = mkdtempSync(join(scratch(), 'bin-'));
  chmodSync(scratch(), 0o755);
  symlinkSync(CLI, join(bin, 'ostiary'));
  const project = mkdtempSync(join(scratch(), 'project-'));
  cpSync('examples/gitlab', project, { recursive: true });
  cpSync('gitlab/templates', join(project, 'ostiary'), { recursive: true });
  const included = readFileSync('examples/gitlab/.gitlab-ci.yml', 'utf8').replace(/remote: https:\/\/raw\.githubusercontent\.com\/ostiary\/ostiary\/v0\/gitlab\/templates\//gu, 'local: ostiary/').replaceAll('9001', String(GATE));
  writeFileSync(join(project, '.gitlab-ci.yml'), included);
  mkdirSync(join(project, 'db'));
  writeFileSync(join(project, 'db', 'note.sql'), `${ALTER};\n`);
  const git = (...args: string[]): void => void execFileSync('git', args, { cwd: project, stdio: 'ignore', env: { PATH: process.env['PATH'], HOME: project, GIT_AUTHOR_NAME: 'a', GIT_AUTHOR_EMAIL: 'a@b', GIT_COMMITTER_NAME: 'a', GIT_COMMITTER_EMAIL: 'a@b' } });
  git('init', '-q', '-b', 'main');
  git('remote', 'add', 'origin', `${gitlab.url}/acme/shop.git`);
  git('add', '-A');
  git('commit', '-qm', 'first');
  const all = { CI_PROJECT_DIR: project, CI_DEFAULT_BRANCH: 'main', CI_COMMIT_BRANCH: 'main', CI_PIPELINE_SOURCE: 'web', SQL: 'db/note.sql', ...place.environment };
  const pipeline = async (...jobs: string[]): Promise<string> => {
    const args = ['--import', resolve('test/support/set-union.mjs'), resolve('node_modules/gitlab-ci-local/dist/index.js'), ...jobs, '--force-shell-executor', '--ignore-predefined-vars', Object.keys(all).join(','), ...Object.entries(all).flatMap(([name, value]) => ['--variable', `${name}=${value}`])];
    const { stdout, stderr } = await spawned(process.execPath, args, { environment: { PATH: `${bin}:${process.env['PATH'] ?? ''}`, HOME: project }, cwd: project });
    return `${stdout}${stderr}`;
  };
  expect(await pipeline()).toMatch(/merge_requests\/7 is pending/u);
  world.approve(7, ANN);
  expect([await pipeline('ostiary-apply', '--needs'), await place.columns(), world.pull(7).state]).toEqual([expect.stringMatching(/apply: ok; 1 done/u), ['note'], 'closed']);
}));
