// SPDX-License-Identifier: Apache-2.0
//
// Whom a gateway believes beside GitHub and GitLab, and by what it is believed itself: people with an assertion of their identity provider,
// an issuer behind an authority of one's own, a vault that is opened with the gateway's own token. dist/cli.js with a real samlp.
import { generateKeyPairSync } from 'node:crypto';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Job, startGateway, type RunningGateway } from '../support/gateway.js';
import { cleanUp, CLI, scratch, spawned } from '../support/guarded.js';
import { makeSigningKey, startOidcIssuer, type OidcIssuer } from '../support/oidc-issuer.js';
import { startPostgres, type Postgres } from '../support/postgres.js';
import { at, base64, SamlProvider } from '../support/saml.js';
import { startSigstore, type Sigstore } from '../support/sigstore.js';
import { startVault, type VaultServer } from '../support/vault-server.js';

const IDP = 'http://www.okta.com/exk1?idp=C0&x=1';
let database: Postgres;
let gateway: RunningGateway;
let provider: SamlProvider;
let cluster: OidcIssuer;
let unknown: OidcIssuer;
let closed: OidcIssuer;
let vault: VaultServer;
let ids = 0;

beforeAll(async () => {
  database = await startPostgres({ version: 18 });
  await database.query('CREATE TABLE orders (id int PRIMARY KEY, status text); INSERT INTO orders VALUES (1, \'open\'); GRANT SELECT ON orders TO PUBLIC');
  gateway = await startGateway({
    database,
    identities: `  dba: { saml: { issuer: "${IDP}", attributes: { groups: b } } }
  oncall: { saml: { issuer: "${IDP}", name_id: sam-8 } }
  pod: { issuer: "https://localhost:PORT", claims: { sub: "system:serviceaccount:agents:nightly", /kubernetes.io/namespace: agents } }
vaults:
  main: { type: vault, address: "VAULT", role: gateway, audience: vault.internal }`,
    resources: '  leased: { type: postgres, url: "postgres://127.0.0.1:DATABASE/postgres", credential: "vault:database/creds/orders" }',
    rules: '  - { id: reads, match: { principal: [dba, pod], effect: read }, decide: allow }',
  });
  const [cert, key] = ['server.pem', 'server.key'].map((name) => readFileSync(join(gateway.folder, name), 'utf8')) as [string, string];
  provider = await SamlProvider.start({ issuer: IDP, audience: 'gateway-of-acme', recipient: `${gateway.url}/v1/sessions` });
  const signing = await makeSigningKey('ES256', 'key-1');
  const guarded = () => startOidcIssuer({ tls: { cert, key }, bearer: 'token-of-the-pod', key: signing });
  [cluster, unknown, closed] = [await guarded(), await guarded(), await guarded()];
  let users = 0;
  vault = await startVault({
    roles: { gateway: { issuer: gateway.github.issuer.issuer, boundAudiences: ['vault.internal'], boundClaims: { sub: 'the-gateway' }, paths: ['database/creds/orders', 'sys/leases/revoke', 'sys/leases/renew', 'secret/data/*'] } },
    async createUser() {
      const user = { username: `v-gateway-${(users += 1)}`, password: `Lease-Passw0rd-${users}-${'x'.repeat(12)}` };
      await database.query(`CREATE ROLE "${user.username}" WITH LOGIN PASSWORD '${user.password}'`);
      return user;
    },
    dropUser: async (username) => void (await database.query(`DROP ROLE IF EXISTS "${username}"`)),
  });
  writeFileSync(join(gateway.folder, 'own-token'), '');
  writeFileSync(join(gateway.folder, 'idp.pem'), provider.own.certificate);
  writeFileSync(join(gateway.folder, 'pod-token'), 'token-of-the-pod\n', { mode: 0o600 });
  gateway.write((text) => text.replace('https://localhost:PORT', cluster.issuer).replace('VAULT', vault.address).replace('DATABASE', String(database.port))
    .replace('extends:', `  people: { kind: saml, issuer: "${IDP}", certificates: [ "${gateway.folder}/idp.pem" ] }\n  cluster: { kind: oidc, issuer: "${cluster.issuer}", ca: "${gateway.caFile}", token: "file:${gateway.folder}/pod-token" }\n  unknown: { kind: oidc, issuer: "${unknown.issuer}", token: "file:${gateway.folder}/pod-token" }\n  closed: { kind: oidc, issuer: "${closed.issuer}", ca: "${gateway.caFile}" }\nown_token: ${gateway.folder}/own-token\nextends:`));
  await gateway.start();
});
afterAll(async () => {
  await Promise.all([gateway?.stop(), cluster?.stop(), unknown?.stop(), closed?.stop(), vault?.stop(), database?.stop()]);
  provider?.stop();
  cleanUp();
});

const attributes = (...groups: string[]): string => `<saml:AttributeStatement><saml:Attribute Name="groups">${groups.map((group) => `<saml:AttributeValue>${group}</saml:AttributeValue>`).join('')}</saml:Attribute></saml:AttributeStatement>`;
const fresh = (): string => `_assertion-${(ids += 1)}`;
const signed = (more: Parameters<SamlProvider['made']>[0] = {}, by?: SamlProvider['own']): string => provider.made({ id: fresh(), statements: attributes('a', 'b'), ...more }, by === undefined ? {} : { by });
const users = async (): Promise<number> => (await database.query("SELECT FROM pg_roles WHERE rolname LIKE 'v-gateway-%'")).length;

describe('a person with an assertion', () => {
  it('of samlp gets a session: by its attributes, on the record by its name', async () => {
    const job = new Job(gateway);
    const session = await job.openBy(base64(await provider.signIn()));
    expect(session.principal).toEqual({ names: ['dba'], issuer: IDP, subject: 'sam-7', prompter: null });
    const client = await job.connect(session);
    expect((await client.query('SELECT status FROM orders')).rows).toEqual([{ status: 'open' }]);
    await client.end();
    expect(await job.renew(session)).toBeGreaterThan(Date.now());
    expect(await job.end(session)).toEqual({ ended: 'job', operations: { allow: 1, review: 0, deny: 0 } });
    expect(gateway.events(session.id)[0]).toMatchObject({ principal: { names: ['dba'], issuer: IDP, subject: 'sam-7', claims: { groups: ['a', 'b'], department: 'dba' } }, host: { kind: 'shell' } });
  });

  it('opens one session with it, for one key: the same key may ask again, also after a restart, another never', async () => {
    const job = new Job(gateway);
    const assertion = Buffer.from(signed()).toString('base64url');
    const first = await job.openBy(assertion);
    const again = await job.openBy(assertion);
    expect([again.id, again.credential === first.credential]).toEqual([first.id, false]);
    const url = `${gateway.url}/v1/sessions/${again.id}/renew`;
    const headers = { authorization: `DPoP ${again.credential}`, DPoP: job.client.key.prove({ method: 'POST', url, token: again.credential }) };
    const renewed = async (): Promise<unknown> => job.runtime.fetch(url, { method: 'POST', headers }).then(async (answer) => [answer.status, ((await answer.json()) as { message?: string }).message]);
    expect(await renewed()).toEqual([200, undefined]);
    await gateway.signal('SIGTERM');
    await gateway.start();
    // Nor is a proof good twice, although what was in memory is gone.
    expect(await renewed()).toEqual([401, expect.stringMatching(/used before/u)]);
    await expect(new Job(gateway).openBy(assertion)).rejects.toMatchObject({ code: 'IDENTITY_UNTRUSTED', message: expect.stringMatching(/has opened a session with another key/u) });
    const last = await job.openBy(assertion);
    expect(last.id).toBe(first.id);
    await job.end(last);
    await expect(job.openBy(assertion)).rejects.toMatchObject({ code: 'IDENTITY_UNTRUSTED', message: expect.stringMatching(/is over/u) });
  });

  it('stays no longer than the identity provider lets it', async () => {
    const session = await new Job(gateway).openBy(base64(signed({ statements: `<saml:AuthnStatement AuthnInstant="${at(-5)}" SessionNotOnOrAfter="${at(120)}"/>${attributes('b')}` })));
    expect([session.limitAt, session.expiresAt].every((end) => end <= Date.now() + 120_000)).toBe(true);
  });

  it.each<[string, () => string, string, RegExp]>([
    ['for another audience', () => base64(signed({ conditions: provider.during(['ostiary']) })), 'IDENTITY_UNTRUSTED', /audience/u],
    ['made out to another address', () => base64(signed({ confirmation: provider.bearer({ recipient: 'https://gateway.other/v1/sessions' }) })), 'IDENTITY_UNTRUSTED', /not made out to `https:\/\/localhost:\d+\/v1\/sessions`/u],
    ['that expired', () => base64(signed({ confirmation: provider.bearer({ end: at(-60) }) })), 'IDENTITY_UNTRUSTED', /expired/u],
    ['of another provider', () => base64(signed({ issuer: '<saml:Issuer>urn:other</saml:Issuer>' })), 'IDENTITY_UNTRUSTED', /issuer is `urn:other`, which is not trusted/u],
    ['signed by somebody else', () => base64(signed({}, provider.foreign)), 'IDENTITY_UNTRUSTED', /not what its issuer signed/u],
    ['that nobody signed', () => base64(provider.assertionXml()), 'IDENTITY_UNTRUSTED', /is not signed/u],
    ['wrapped into another (XSW 3)', () => base64(provider.responseOf(`${provider.assertionXml({ id: fresh(), statements: attributes('b') })}${signed({ statements: attributes('c') })}`)), 'IDENTITY_UNTRUSTED', /2 assertions/u],
    ['with a comment in a name', () => base64(signed({ subject: '<saml:NameID>sam-8<!-- -->.evil</saml:NameID>' })), 'IDENTITY_UNTRUSTED', /comment/u],
    ['of somebody whom no identity names', () => base64(signed({ statements: attributes('a', 'c') })), 'DENIED', /none of the identities/u],
    ['of somebody to whom nothing is granted', () => base64(signed({ subject: '<saml:NameID>sam-8</saml:NameID>', statements: '' })), 'DENIED', /grants no resource `orders-db`/u],
    ['that is a token', () => 'eyJhbGciOiJub25lIn0.e30.', 'IDENTITY_UNTRUSTED', /not an assertion/u],
  ])('%s gets none', async (_name, make, code, message) => {
    await expect(new Job(gateway).openBy(make())).rejects.toMatchObject({ code, message: expect.stringMatching(message) });
  });

  it('works with `run --gateway`, and ends the session with the command', async () => {
    const folder = mkdtempSync(join(scratch(), 'person-'));
    writeFileSync(join(folder, 'assertion'), base64(await provider.signIn()), { mode: 0o600 });
    const words = ['run', '--gateway', gateway.url, '--gateway-ca', gateway.caFile, '--subject-token-file', join(folder, 'assertion'), '--subject-token-type', 'saml2', '--resource', 'orders-db', '--isolation', 'none', '--', 'psql', '-XAtqc', 'SELECT status FROM orders'];
    const run = () => spawned(process.execPath, [CLI, ...words], { environment: { PATH: process.env['PATH'], HOME: folder, TMPDIR: folder }, cwd: folder });
    const { code, stdout, stderr } = await run();
    expect([code, stdout, stderr]).toEqual([0, 'open\n', expect.stringMatching(/: ok; allowed 1, needing review 0, denied 0; recording at the gateway/u)]);
    expect(await run()).toMatchObject({ code: 125, stderr: expect.stringMatching(/has opened a session with another key/u) });
  });
});

describe('an issuer behind an authority of one\'s own', () => {
  const claims = { aud: 'gateway-of-acme', sub: 'system:serviceaccount:agents:nightly', nbf: undefined, 'kubernetes.io': { namespace: 'agents' } };

  it('is asked over TLS, with what it wants to be asked with', async () => {
    const job = new Job(gateway);
    const session = await job.open({ token: await cluster.mint(claims) });
    expect(session.principal).toMatchObject({ names: ['pod'], issuer: cluster.issuer });
    await job.end(session);
    expect([cluster.requests.get('/.well-known/openid-configuration'), cluster.requests.get('/jwks')]).toEqual([1, 1]);
  });

  it.each<[string, () => OidcIssuer]>([['its authority', () => unknown], ['its bearer token', () => closed]])('is not believed without %s', async (_name, issuer) => {
    expect(await new Job(gateway).refusal({ token: await issuer().mint(claims) })).toMatchObject({ status: 503, code: 'UPSTREAM_FAILED' });
  });
});

describe('a vault', () => {
  it('is opened with the gateway\'s own token, never with a job\'s, and gets back what it lent', async () => {
    const job = new Job(gateway);
    const { issuer } = gateway.github;
    const open = async () => job.openBy(base64(signed()), ['leased']);
    expect(await job.refusal({ token: base64(signed()), type: 'saml2', resources: ['leased'] })).toMatchObject({ status: 503, code: 'SECRET_UNAVAILABLE', message: 'the gateway can not reach the resource `leased`' });
    writeFileSync(join(gateway.folder, 'own-token'), `${await issuer.mint({ aud: 'vault.internal', sub: 'the-gateway' })}\n`);
    const session = await open();
    const client = await job.connect(session, 'leased');
    expect((await client.query('SELECT status FROM orders')).rows).toEqual([{ status: 'open' }]);
    await client.end();
    expect([await users(), vault.leases.size]).toEqual([1, 1]);
    const shown = [JSON.stringify(gateway.log), JSON.stringify(gateway.events(session.id))];
    for (const secret of vault.secrets) for (const text of shown) expect(text).not.toContain(secret);
    await job.end(session);
    await gateway.signal('SIGTERM');
    expect([await users(), vault.leases.size, vault.tokens.size]).toEqual([0, 0, 0]);
    await gateway.start();
  });
});

describe('a gateway that signs as itself', () => {
  let sigstore: Sigstore;
  const GATEWAY = 'system:serviceaccount:ostiary:gateway';
  const own = async (claims: object): Promise<void> => writeFileSync(join(gateway.folder, 'sigstore-token'), `${await gateway.github.issuer.mint({ aud: 'sigstore', ...claims })}\n`, { mode: 0o600 });
  const verify = (session: string, identity: string) => spawned(process.execPath, [CLI, 'session', 'verify', '--trusted-root', join(gateway.folder, 'root.json'), '--identity', identity, '--issuer', gateway.github.issuer.issuer, join(gateway.folder, 'recordings', session, 'session.jsonl')], { environment: {} });
  const reload = async (change: (text: string) => string): Promise<void> => {
    gateway.write(change);
    await Promise.all([gateway.logged(/is in force/u), gateway.signal('SIGHUP', false)]);
  };
  beforeAll(async () => {
    sigstore = await startSigstore();
    writeFileSync(join(gateway.folder, 'root.json'), sigstore.root());
    await reload((text) => text.replace('extends:', `record: { keyless: { fulcio: "${sigstore.url}", rekor: "${sigstore.url}", token_file: ${gateway.folder}/sigstore-token } }\nextends:`));
  });
  afterAll(async () => {
    await reload((text) => text.replace(/^record:.*\n/mu, ''));
    await sigstore?.stop();
  });

  it('shows its own token when a session begins, read anew each time, and begins none without', async () => {
    expect(await new Job(gateway).refusal({ token: base64(signed()), type: 'saml2' })).toMatchObject({ status: 503, code: 'SECRET_UNAVAILABLE', message: 'the gateway can not sign its recordings' });
    await own({ sub: GATEWAY });
    const job = new Job(gateway);
    const first = await job.openBy(base64(signed()));
    const client = await job.connect(first);
    await client.query('SELECT status FROM orders');
    await client.end();
    expect(await job.end(first)).toMatchObject({ operations: { allow: 1 } });
    await own({ sub: `${GATEWAY}-2` });
    const second = await new Job(gateway).openBy(base64(signed()));
    expect(new Set(sigstore.tokens).size).toBe(2);
    expect((await verify(first.id, GATEWAY)).stdout).toMatch(/^signed: .*, and `system:serviceaccount:ostiary:gateway`, certified by an authority that you trust, gave this session the key that signed exactly this file/u);
    expect((await verify(first.id, `${GATEWAY}-2`)).stdout).toMatch(/^unsigned: .* which is not whom you expect/u);
    expect((await verify(second.id, `${GATEWAY}-2`)).stdout).toMatch(/^incomplete: /u);
    for (const token of sigstore.tokens) expect(JSON.stringify([gateway.log, gateway.events(first.id)])).not.toContain(token);
  });

  it('begins no session while nobody certifies its keys, and begins the same one when somebody does', async () => {
    const job = new Job(gateway);
    const assertion = base64(signed());
    sigstore.faults.set('/api/v2/signingCert', { status: 400, body: '{"message":"who is that"}' });
    await expect(job.openBy(assertion)).rejects.toMatchObject({ code: 'RECORD_FAILED' });
    sigstore.faults.clear();
    expect(gateway.log.find(({ reason }) => String(reason).includes('who is that'))).toMatchObject({ message: 'recordings can not be signed' });
    expect(await job.end(await job.openBy(assertion))).toMatchObject({ ended: 'job' });
  });
});

describe('a signing key in the vault', () => {
  const { publicKey, privateKey } = generateKeyPairSync('ed25519');
  const verify = (session: string) => spawned(process.execPath, [CLI, 'session', 'verify', '--key', join(gateway.folder, 'trusted.pem'), join(gateway.folder, 'recordings', session, 'session.jsonl')], { environment: {} });

  it('signs what is recorded from then on; without it no session that should be signed begins, and nobody is told where it is', async () => {
    writeFileSync(join(gateway.folder, 'trusted.pem'), publicKey.export({ type: 'spki', format: 'pem' }));
    const job = new Job(gateway);
    const before = await job.openBy(base64(signed()));
    gateway.write((text) => text.replace('extends:', 'record: { key: "vault:secret/data/ostiary/signing#pem" }\nextends:'));
    await Promise.all([gateway.logged(/is in force/u), gateway.signal('SIGHUP', false)]);
    const told = gateway.log.length;
    const refusal = await job.refusal({ token: base64(signed()), type: 'saml2' });
    expect(refusal).toMatchObject({ status: 503, code: 'SECRET_UNAVAILABLE', message: 'the gateway can not sign its recordings', hint: "the gateway's log says why" });
    expect(gateway.log.slice(told).filter(({ message }) => message === 'recordings can not be signed').map(({ reason }) => reason)).toEqual([expect.stringContaining('vault:secret/data/ostiary/signing#pem')]);
    vault.kv2.set('ostiary/signing', { pem: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString() });
    const session = await new Job(gateway).openBy(base64(signed()));
    const client = await job.connect(session);
    await client.query('SELECT status FROM orders');
    await gateway.signal('SIGTERM');
    for (const [id, verdict] of [[session.id, /^signed/u], [before.id, /^unsigned/u]] as const) expect((await verify(id)).stdout).toMatch(verdict);
    expect([gateway.events(session.id)[0], gateway.events(session.id).at(-1)]).toMatchObject([{ key: expect.any(String) }, { type: 'end', signature: expect.any(String) }]);
    expect(JSON.stringify(gateway.log)).not.toContain(String(privateKey.export({ format: 'jwk' }).d));
    await gateway.start();
  });
});
