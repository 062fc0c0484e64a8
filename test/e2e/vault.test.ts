// SPDX-License-Identifier: Apache-2.0
//
// A job without any static key: its OIDC token opens a Vault, the Vault makes a user for the length of the session, and the command sees the
// gate alone. dist/run.js with a real issuer, a Vault that checks tokens by its keys, and a real PostgreSQL.
import { createPrivateKey, generateKeyPairSync } from 'node:crypto';
import { existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { leaksIn } from '../support/secrets.js';
import { CLI, cleanUp, scratch, spawned } from '../support/guarded.js';
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
    roles: { nightly: { issuer: server.issuer.issuer, boundAudiences: ['vault.internal'], boundClaims: { repository_id: '812364', job_workflow_ref: 'acme/shop/.github/workflows/nightly.yml@refs/heads/main' }, paths: ['database/creds/orders', 'sys/leases/revoke', 'secret/data/*'] } },
    async createUser() {
      const user = { username: `v-jwt-nightly-${(count += 1)}`, password: `Lease-Passw0rd-${count}-${'x'.repeat(12)}` };
      passwords.push(user.password);
      await database.query(`CREATE ROLE "${user.username}" WITH LOGIN PASSWORD '${user.password}'`);
      return user;
    },
    dropUser: async (username) => void (await database.query(`DROP ROLE IF EXISTS "${username}"`)),
  });
  write(policy());
});
afterAll(async () => {
  await Promise.all([database?.stop(), server?.stop(), vault?.stop()]);
  cleanUp();
});

function write(text: string): void {
  const main = server.api.repository.branches['main'];
  if (main === undefined) throw new Error('the API has no branch');
  main.files['.ostiary/policy.yml'] = text;
}

const policy = (record = 'results: rows'): string => `version: 1
default: deny
identities:
  nightly: { issuer: "${server.issuer.issuer}", claims: { repository_id: "812364" } }
vaults:
  main: { type: vault, address: "${vault.address}", role: nightly, audience: vault.internal }
resources:
  orders-db: { type: postgres, url: "postgres://127.0.0.1:${database.port}/postgres", credential: "vault:database/creds/orders" }
record: { ${record} }
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

describe('a signing key in the vault', () => {
  const { publicKey, privateKey } = generateKeyPairSync('ed25519');
  const pem = privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
  afterEach(() => write(policy()));

  it('signs the recording as it is written and at its end, and is nowhere else', async () => {
    vault.kv2.set('ostiary/signing', { pem });
    write(policy('key: "vault:secret/data/ostiary/signing#pem"'));
    const { code, outputs, raw, stderr, events, masks } = await step('psql -XAtqc "SELECT id FROM orders"; env; tr "\\0" "\\n" </proc/$PPID/environ 2>/dev/null || true');
    const recording = outputs['session'] ?? '';
    const trusted = join(mkdtempSync(join(scratch(), 'key-')), 'trusted.pem');
    writeFileSync(trusted, publicKey.export({ type: 'spki', format: 'pem' }));
    const verified = await spawned(process.execPath, [CLI, 'session', 'verify', '--key', trusted, '--json', recording], { environment: process.env });
    const verdict = JSON.parse(verified.stdout) as { state: string; signedBy: string };
    expect([code, verified.code, verdict.state]).toEqual([0, 0, 'signed']);
    const signed = events.filter((event) => event.type === 'checkpoint' || event.type === 'end');
    expect(signed).toMatchObject([{ type: 'checkpoint', key: verdict.signedBy, signature: expect.any(String) }, { type: 'end', key: verdict.signedBy, signature: expect.any(String) }]);
    expect(events[0]).toMatchObject({ type: 'session', key: verdict.signedBy });
    const secrets = [pem.split('\n')[1] ?? '', String(createPrivateKey(pem).export({ format: 'jwk' }).d)];
    const shown = [raw.split('\n').filter((line) => !line.startsWith('::add-mask::')).join('\n'), stderr, readFileSync(recording, 'utf8'), readFileSync(`${recording}.dsse.json`, 'utf8')];
    for (const secret of secrets) for (const text of shown) expect(text).not.toContain(secret);
    expect([masks.some((mask) => mask.includes(secrets[0] ?? '?')), vault.tokens.size]).toEqual([true, 0]);
  });

  it.each<[string, string | null, RegExp]>([
    ['is not there', null, /`record\.key`: .*`vault:secret\/data\/ostiary\/signing#pem`/u],
    ['is a password', 'correct horse battery', /`record\.key`, `vault:secret\/data\/ostiary\/signing#pem`: the signing key can not be read: give an Ed25519 private key/u],
    ['is of another kind', generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(), /the signing key is of type `ec`: give an Ed25519/u],
  ])('that %s starts nothing', async (_what, kept, message) => {
    vault.kv2.delete('ostiary/signing');
    if (kept !== null) vault.kv2.set('ostiary/signing', { pem: kept });
    write(policy('key: "vault:secret/data/ostiary/signing#pem"'));
    const calls = passwords.length;
    const { code, outputs, annotations, log } = await step('echo ran');
    expect([code, outputs['outcome'], existsSync(outputs['session'] ?? '/nowhere'), passwords.length, log.includes('ran')]).toEqual([125, 'error', false, calls, false]);
    expect(annotations).toEqual([expect.objectContaining({ level: 'error', message: expect.stringMatching(message) })]);
    expect(annotations[0]?.message).not.toContain('correct horse');
  });
});
