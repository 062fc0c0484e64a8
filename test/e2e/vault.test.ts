// SPDX-License-Identifier: Apache-2.0
//
// A job without any static key: its OIDC token opens a Vault, the Vault makes a user for the length of the session, and the command sees the
// gate alone. dist/run.js with a real issuer, a Vault that checks tokens by its keys, and a real PostgreSQL.
import { readFileSync } from 'node:fs';
import { leaksIn } from '../support/secrets.js';
import { cleanUp } from '../support/guarded.js';
import { runStep, startGitHub, type GitHubServer, type Step, type StepResult } from '../support/github-runner.js';
import { startPostgres, type Postgres } from '../support/postgres.js';
import { startVault, type VaultServer } from '../support/vault-server.js';

let database: Postgres;
let server: GitHubServer;
let vault: VaultServer;
let count = 0;
const passwords: string[] = [];

beforeAll(async () => {
  database = await startPostgres({ version: 18 });
  await database.query("CREATE TABLE orders (id int PRIMARY KEY); INSERT INTO orders VALUES (7); GRANT SELECT ON orders TO PUBLIC");
  // The policy needs the Vault's address, the Vault the issuer's: the policy is written when it is first asked for.
  server = await startGitHub('version: 1');
  vault = await startVault({
    roles: { nightly: { issuer: server.issuer.issuer, boundAudiences: ['vault.internal'], boundClaims: { repository_id: '812364', job_workflow_ref: 'acme/shop/.github/workflows/nightly.yml@refs/heads/main' }, paths: ['database/creds/orders', 'sys/leases/revoke'] } },
    async createUser() {
      const user = { username: `v-jwt-nightly-${(count += 1)}`, password: `Lease-Passw0rd-${count}-${'x'.repeat(12)}` };
      passwords.push(user.password);
      await database.query(`CREATE ROLE "${user.username}" WITH LOGIN PASSWORD '${user.password}'`);
      return user;
    },
    dropUser: async (username) => void (await database.query(`DROP ROLE IF EXISTS "${username}"`)),
  });
  const main = server.api.repository.branches['main'];
  if (main === undefined) throw new Error('the API has no branch');
  main.files['.ostiary/policy.yml'] = policy();
});
afterAll(async () => {
  await Promise.all([database?.stop(), server?.stop(), vault?.stop()]);
  cleanUp();
});

const policy = (): string => `version: 1
default: deny
identities:
  nightly: { issuer: "${server.issuer.issuer}", claims: { repository_id: "812364" } }
vaults:
  main: { type: vault, address: "${vault.address}", role: nightly, audience: vault.internal }
resources:
  orders-db: { type: postgres, url: "postgres://127.0.0.1:${database.port}/postgres", credential: "vault:database/creds/orders" }
rules:
  - { id: reads, match: { principal: nightly, effect: read }, decide: allow }
`;

const step = (command: string, more: Partial<Step> = {}): Promise<StepResult> => runStep({ server, ...more, inputs: { command, ...more.inputs } });
const users = async (): Promise<number> => (await database.query("SELECT FROM pg_roles WHERE rolname LIKE 'v-jwt-%'")).length;

describe('the action run with `vault:database/creds/orders`', () => {
  it('leases a user for the session, and says nothing of it anywhere', async () => {
    const { code, log, raw, masks, outputs, summary, stderr, events } = await step('psql -XAtqc "SELECT id FROM orders"; ps axwwe -o args= | cat; ls -l /proc/*/environ >/dev/null 2>&1; env');
    expect([code, outputs['outcome'], log.includes('7')]).toEqual([0, 'ok', true]);
    expect([passwords.length, await users(), vault.leases.size, vault.tokens.size]).toEqual([1, 0, 0, 0]);
    expect(masks).toEqual(expect.arrayContaining(vault.secrets));
    const shown = [raw.split('\n').filter((line) => !line.startsWith('::add-mask::')).join('\n'), stderr, JSON.stringify(outputs), summary, JSON.stringify(events), readFileSync(outputs['session'] ?? '', 'utf8')];
    for (const text of shown) {
      for (const secret of vault.secrets) expect(text).not.toContain(secret);
      expect(leaksIn(text, passwords)).toEqual([]);
    }
  });

  it('gives back what it has when the command is killed', async () => {
    const { code } = await step('kill -KILL $$');
    expect([code, await users(), vault.leases.size, vault.tokens.size]).toEqual([137, 0, 0, 0]);
  });

  it('does not start when the Vault does not know this workflow, and says what to look at', async () => {
    const claims = server.issuer.claims;
    server.issuer.claims = { ...claims, job_workflow_ref: 'acme/shop/.github/workflows/evil.yml@refs/heads/main' };
    const calls = passwords.length;
    const { code, outputs, annotations, log } = await step('echo ran');
    server.issuer.claims = claims;
    expect([code, outputs['outcome'], passwords.length, log.includes('ran')]).toEqual([125, 'error', calls, false]);
    expect(annotations).toEqual([expect.objectContaining({ level: 'error', message: expect.stringMatching(/`vault:database\/creds\/orders`: Vault does not accept the login with role `nightly`.*"job_workflow_ref" does not match.*bound_claims/u) })]);
  });

  it('leaves no core behind and opens no debugger', async () => {
    const { log } = await step(`gate=$(pgrep -f 'gate-process' | head -1); grep 'core file' /proc/$gate/limits; kill -USR1 $gate; psql -XAtqc "SELECT id FROM orders"; ls -l /proc/$gate/fd 2>/dev/null | grep -c 9229 || true`, { inputs: { isolation: 'none' } });
    expect(log.find((line) => line.startsWith('Max core file size'))).toMatch(/^Max core file size\s+0\s+0\s/u);
    expect(log).toContain('7');
    expect(log.join('\n')).not.toContain('Debugger listening');
  });
});
