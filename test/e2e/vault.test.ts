// SPDX-License-Identifier: Apache-2.0
//
// A job without any static key: its OIDC token opens a Vault, the Vault makes a user for the length of the session, and the command sees the
// gate alone. dist/run.js with a real issuer, a Vault that checks tokens by its keys, and a real PostgreSQL.
import { execFileSync } from 'node:child_process';
import { createPrivateKey, generateKeyPairSync } from 'node:crypto';
import { existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { leaksIn } from '../support/secrets.js';
import { CLI, cleanUp, scratch, spawned } from '../support/guarded.js';
import { runStep, startGitHub, type GitHubServer, type Step, type StepResult } from '../support/github-runner.js';
import { startPostgres, type Postgres } from '../support/postgres.js';
import { startSigstore, type Sigstore } from '../support/sigstore.js';
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
    const { code, log, raw, masks, outputs, summary, stderr, events } = await step('psql -XAtqc "SELECT id FROM orders"; ps axwwe -o args= | cat; ls -l /proc/*/environ >/dev/null 2>&1 || true; env');
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

  it('gives back what it has when there is no place for a recording', async () => {
    const { code, log, annotations } = await step('echo ran', { inputs: { 'session-dir': '/dev/null/sessions' } });
    expect([code, log.includes('ran'), await users(), vault.leases.size, vault.tokens.size]).toEqual([125, false, 0, 0, 0]);
    expect(annotations).toEqual([expect.objectContaining({ level: 'error', message: expect.stringContaining('the recording `/dev/null/sessions/session.jsonl` can not be written') })]);
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

  it('masks what the policy itself says a secret looks like, in results, errors and the recording', async () => {
    write(`${policy()}detectors: { shop-key: { pattern: "shop_[0-9]{12}" } }\n`);
    const { log, outputs } = await step(`psql -XAtqc "SELECT 'key shop_' || '123456789012'" -c "SELECT ('shop_' || '123456789012')::int" 2>&1 || true`);
    write(policy());
    const shown = [log.join('\n'), readFileSync(outputs['session'] ?? '', 'utf8')];
    for (const text of shown) expect([text.includes('key [masked:shop-key]'), text.includes('shop_123456789012')]).toEqual([true, false]);
    expect(shown[1]).toContain('"masked":{"content:shop-key":1}');
    // For whoever masks the recording once more.
    expect(readFileSync(join(dirname(outputs['session'] ?? ''), 'detectors.json'), 'utf8')).toBe('[{"version":1,"detectors":{"shop-key":{"pattern":"shop_[0-9]{12}"}}}]\n');
  });

  it('leaves no core behind and opens no debugger', async () => {
    const { log } = await step(`gate=$(pgrep -P $PPID -f '[g]ate-process'); grep 'core file' /proc/$gate/limits; kill -USR1 $gate; psql -XAtqc "SELECT id FROM orders"; ls -l /proc/$gate/fd 2>/dev/null | grep -c 9229 || true`, { inputs: { isolation: 'none' } });
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

describe('keyless signing', () => {
  let sigstore: Sigstore;
  const keyless = (): string => policy(`keyless: { fulcio: "${sigstore.url}", rekor: "${sigstore.url}", tsa: "${sigstore.url}" }`);
  beforeAll(async () => {
    sigstore = await startSigstore();
  });
  beforeEach(() => write(keyless()));
  afterEach(() => write(policy()));
  afterAll(() => sigstore?.stop());

  it('signs as the job, as it is written and when the command is over, without a proxy that somebody set, and is verified offline', async () => {
    const { code, outputs, raw, log, stderr } = await step('env; test -z "$(ls "$(dirname "$OSTIARY_GUIDE")"/../*/session.jsonl.sigstore.json 2>/dev/null)" && echo unsigned so far', { environment: { HTTP_PROXY: 'http://127.0.0.1:9', https_proxy: 'http://127.0.0.1:9', ALL_PROXY: 'http://127.0.0.1:9' } });
    const recording = outputs['session'] ?? '';
    const root = join(mkdtempSync(join(scratch(), 'root-')), 'trusted_root.json');
    writeFileSync(root, sigstore.root());
    const verify = (...flags: string[]): ReturnType<typeof spawned> => spawned(process.execPath, [CLI, 'session', 'verify', '--trusted-root', root, ...flags, recording], { environment: process.env });
    const subject = 'repo:acme/shop:ref:**';
    const verified = await verify('--identity', subject, '--issuer', server.issuer.issuer);
    expect([code, verified.code, verified.stdout]).toEqual([0, 0, expect.stringMatching(/^signed: .* signed exactly this file/u)]);
    expect(await verify('--identity', 'somebody-else', '--issuer', server.issuer.issuer)).toMatchObject({ code: 1, stdout: expect.stringMatching(/^unsigned: .* which is not whom you expect/u) });
    expect(await verify('--identity', subject)).toMatchObject({ code: 2, stderr: expect.stringContaining('`--issuer` is missing') });
    expect(log).toContain('unsigned so far');
    const shown = [raw.split('\n').filter((line) => !line.startsWith('::add-mask::')).join('\n'), stderr, readFileSync(recording, 'utf8'), readFileSync(`${recording}.sigstore.json`, 'utf8')];
    expect(sigstore.tokens).toHaveLength(2);
    // With the end cut off, the word of the key that the session began with is left.
    writeFileSync(recording, readFileSync(recording, 'utf8').trimEnd().split('\n').slice(0, -1).map((line) => `${line}\n`).join(''));
    expect((await verify('--identity', subject, '--issuer', server.issuer.issuer)).stdout).toMatch(/^incomplete: .*; `repo:acme\/shop:ref:\S+`, certified by an authority that you trust, vouches for the first \d+ of them/u);
    for (const text of shown) for (const token of sigstore.tokens) expect(text).not.toContain(token);
  });

  it('starts nothing when nobody certifies the key of the session', async () => {
    sigstore.faults.set('/api/v2/signingCert', { status: 400, body: '{"message":"who is that"}' });
    const { code, log, annotations } = await step('echo ran');
    sigstore.faults.clear();
    expect([code, log.includes('ran')]).toEqual([125, false]);
    expect(annotations.map(({ message }) => message)).toEqual([expect.stringMatching(/^`record\.keyless`: Fulcio at `http:\S+` gives no certificate: \(400\) who is that: does it know the issuer/u)]);
  });

  it('says what failed at the end, and the run is an error with its recording left whole, signed by the key of the session', async () => {
    const go = join(mkdtempSync(join(scratch(), 'go-')), 'go');
    execFileSync('mkfifo', [go]);
    const running = step(`echo ran; cat ${go}`, { inputs: { isolation: 'none' } });
    // Opens when the command reads it: what is signed at the start was signed.
    const gate = await open(go, 'w');
    sigstore.faults.set('/api/v2/signingCert', { status: 400, body: '{"message":"who is that"}' });
    await gate.close();
    const { code, outputs, annotations } = await running;
    sigstore.faults.clear();
    expect([code, outputs['outcome'], existsSync(`${outputs['session'] ?? ''}.sigstore.json`), existsSync(`${outputs['session'] ?? ''}.key.sigstore.json`)]).toEqual([4, 'error', false, true]);
    expect(annotations.map(({ message }) => message)).toEqual([expect.stringMatching(/^the recording `\S+session\.jsonl` is whole, and not signed at its end: Fulcio at `http:\S+` gives no certificate: \(400\) who is that: does it know the issuer/u)]);
  });

  it('starts nothing in a job that can have no token for it', async () => {
    const audiences = sigstore.calls.length;
    const { code, log, annotations } = await step('echo ran', { environment: { ACTIONS_ID_TOKEN_REQUEST_URL: undefined } });
    expect([code, log.includes('ran'), sigstore.calls.length, annotations.length]).toEqual([125, false, audiences, 1]);
  });
});
