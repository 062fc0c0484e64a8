// SPDX-License-Identifier: Apache-2.0
//
// The clouds' vaults through their official SDKs, on our road: every kind read, every way to fail, nothing said, nobody else asked.
import type { AwsVault, AzureVault, GcpVault, VaultSettings } from '../../../src/core/vaults.js';
import { carrierTo } from '../../../src/vault/pinned-http.js';
import { LocalSecrets } from '../../../src/vault/secrets.js';
import { ResourceSecrets } from '../../../src/vault/vaults.js';
import { cloudsBefore, PROVIDER, ROLE_ARN, TENANT, type Clouds } from '../../support/clouds.js';
import { manualRuntime, type ManualRuntime } from '../../support/manual-runtime.js';
import { startOidcIssuer, type OidcIssuer } from '../../support/oidc-issuer.js';

const place = { name: 'main', ca: null, tokenFile: null };
const AWS: AwsVault = { ...place, kind: 'aws', region: 'eu-central-1', roleArn: ROLE_ARN, audience: 'sts.amazonaws.com', address: 'https://secretsmanager.eu-central-1.amazonaws.com', login: 'https://sts.eu-central-1.amazonaws.com' };
const GCP: GcpVault = { ...place, kind: 'gcp', provider: PROVIDER, serviceAccount: 'gate@shop.iam.gserviceaccount.com', audience: `https://iam.googleapis.com/${PROVIDER}`, address: 'https://secretmanager.googleapis.com' };
const AZURE: AzureVault = { ...place, kind: 'azure', address: 'https://acme.vault.azure.net', tenant: TENANT, client: '99999999-2222-3333-4444-555555555555', audience: 'api://AzureADTokenExchange', login: 'https://login.microsoftonline.com' };
const TARGET = { host: 'orders.abc.eu-central-1.rds.amazonaws.com', port: 5432, user: null };
/** By kind: how it is asked, its two hosts, a reference to nothing. */
const KINDS = [
  ['aws-sm', AWS, 'aws-sm:prod/orders', 'sts.eu-central-1.amazonaws.com', 'secretsmanager.eu-central-1.amazonaws.com', 'aws-sm:prod/nope'],
  ['gcp-sm', GCP, 'gcp-sm:projects/shop/secrets/orders', 'sts.googleapis.com', 'secretmanager.googleapis.com', 'gcp-sm:projects/shop/secrets/nope'],
  ['azure-kv', AZURE, 'azure-kv:orders', 'login.microsoftonline.com', 'acme.vault.azure.net', 'azure-kv:nope'],
] as const;

let issuer: OidcIssuer;
let clouds: Clouds;
let runtime: ManualRuntime;
let said: string[];
let masked: string[];
const environment = { ...process.env };

beforeAll(async () => {
  issuer = await startOidcIssuer();
});
afterAll(() => issuer.stop());
beforeEach(() => {
  clouds = cloudsBefore(issuer);
  runtime = manualRuntime({ fetch: clouds.fetch });
  said = [];
  masked = [];
  // What an earlier step of a job could leave behind for an SDK. INVARIANT: none of it is obeyed.
  Object.assign(process.env, {
    HTTPS_PROXY: 'http://127.0.0.1:1', AWS_ENDPOINT_URL: 'https://evil.example', AWS_ENDPOINT_URL_STS: 'https://evil.example', AWS_REGION: 'us-east-1', AWS_ACCESS_KEY_ID: 'AKIAEVIL', AWS_SECRET_ACCESS_KEY: 'evil', AWS_ROLE_ARN: 'arn:aws:iam::1:role/evil',
    AZURE_AUTHORITY_HOST: 'https://evil.example', AZURE_TENANT_ID: 'evil', GOOGLE_APPLICATION_CREDENTIALS: '/evil.json', GOOGLE_CLOUD_UNIVERSE_DOMAIN: 'evil.example', GCE_METADATA_HOST: 'evil.example',
  });
});
// INVARIANT: whatever a test did, no token and no secret was said.
afterEach(() => {
  for (const name of Object.keys(process.env)) if (!(name in environment)) delete process.env[name];
  const all = said.join('\n');
  for (const secret of [...masked, ...clouds.handed, 's3cret-value']) for (const form of [secret, Buffer.from(secret).toString('base64'), encodeURIComponent(secret)]) expect(all).not.toContain(form);
});

const say = (message: string, fields?: unknown): void => void said.push(`${message} ${JSON.stringify(fields ?? '')}`);
const hold = (reference: string, settings: VaultSettings | null, audience?: string) => {
  const world = { runtime, log: { debug: say, info: say, warn: say, error: say }, mask: (value: string) => void masked.push(value), token: (wanted: string) => issuer.mint({ aud: audience ?? wanted }) };
  const held = new ResourceSecrets(new LocalSecrets({}, { ci: true, allowStatic: false }), settings, world).hold(reference, TARGET);
  held.catch((thrown: { message: string; hint?: string; cause?: unknown; stack?: string }) => say(`${thrown.message} ${thrown.hint ?? ''} ${JSON.stringify(thrown.cause ?? null)} ${thrown.stack ?? ''}`));
  return runtime.until(held, 10_000);
};

describe.each(KINDS)('%s', (kind, settings, reference, login, store, nothing) => {
  it('shows a token for its own audience, and nothing else, to the addresses of the policy alone', async () => {
    const held = await hold(reference, settings);
    expect(await held.current()).toEqual({ user: 'app', password: 'cloud-s3cret-value' });
    expect([...new Set(clouds.calls.map((call) => call.split('/')[2]))].filter((host) => host !== 'iamcredentials.googleapis.com')).toEqual(kind === 'azure-kv' ? [store, login] : [login, store]);
    expect(masked).toContain('cloud-s3cret-value');
    await held.release();
  });

  it('reads fields of JSON, as the cloud itself keeps what it rotates, and the new ones after a rotation', async () => {
    clouds.secret = JSON.stringify({ engine: 'postgres', host: 'x', username: 'app', password: 'json-s3cret-value' });
    const held = await hold(reference, settings);
    const old = await held.current();
    expect(old).toEqual({ user: 'app', password: 'json-s3cret-value' });
    clouds.secret = JSON.stringify({ username: 'app', password: 'rotated-s3cret-value' });
    expect(await runtime.until(held.refused(old), 10_000)).toEqual({ user: 'app', password: 'rotated-s3cret-value' });
    expect(masked).toEqual(expect.arrayContaining(['json-s3cret-value', 'rotated-s3cret-value']));
    expect((await (await hold(`${reference}#password`, settings)).current())).toEqual({ user: null, password: 'rotated-s3cret-value' });
  });

  it.each<[string, () => void, RegExp]>([
    ['a login that is down', () => fault(login, 'down'), /can not be reached: connect ECONNREFUSED/u],
    ['a login that does not answer', () => fault(login, 'hang'), /no answer within 10 s/u],
    ['a login that refuses', () => fault(login, { status: 403, body: '{"error":"access_denied","error_description":"no"}' }), /./u],
    ['a login that speaks another language', () => fault(login, { status: 200, body: '<html>s3cret-value</html>' }), /./u],
    ['a store that is down', () => fault(store, 'down'), /can not be reached: connect ECONNREFUSED/u],
    ['a store that does not answer', () => fault(store, 'hang'), /no answer within 10 s/u],
    ['a store that refuses', () => fault(store, { status: 403, body: '{"error":{"code":403,"message":"denied","status":"PERMISSION_DENIED"},"__type":"AccessDeniedException","Message":"denied"}' }), /./u],
    ['a store that speaks another language', () => fault(store, { status: 200, body: '<html>s3cret-value</html>' }), /./u],
    ['a store that sends us elsewhere', () => fault(store, { status: 302, body: '', headers: { location: 'https://evil.example/' } }), /sends us elsewhere/u],
    ['a store that answers too much', () => fault(store, { status: 200, body: 'x'.repeat(300_000) }), /more than 262144 bytes/u],
  ])('says what is wrong about %s', async (_name, prepare, message) => {
    prepare();
    await expect(hold(reference, settings)).rejects.toMatchObject({ code: 'SECRET_UNAVAILABLE', message: expect.stringMatching(message), hint: expect.stringMatching(/./u) });
    expect(said.join()).toContain(`the credential \`${reference}\`: `);
  });

  it('says what to look at when the token is not accepted, without repeating it', async () => {
    await expect(hold(reference, settings, 'another-audience')).rejects.toMatchObject({ code: 'SECRET_UNAVAILABLE', hint: expect.stringContaining(settings.audience) });
  });

  it('says that nothing is there', async () => {
    await expect(hold(nothing, settings)).rejects.toMatchObject({ code: 'SECRET_UNAVAILABLE', message: expect.stringMatching(/not found|NotFound|can't find/iu) });
  });

  it('needs a vault of its own type', async () => {
    await expect(hold(reference, kind === 'aws-sm' ? GCP : AWS)).rejects.toMatchObject({ message: expect.stringContaining('has none') });
    expect(clouds.calls).toEqual([]);
  });
});

const fault = (host: string, what: Parameters<Clouds['faults']['set']>[1][number]): void => void clouds.faults.set(host, Array(12).fill(what) as typeof what[]);

describe('carrierTo', () => {
  it('goes to the addresses of the policy, whatever else it is asked for', async () => {
    const world = { runtime, log: { debug: say, info: say, warn: say, error: say }, mask: () => undefined, token: () => issuer.mint() };
    const carrier = await carrierTo([AWS.address], AWS, world);
    for (const url of ['https://evil.example/', 'http://secretsmanager.eu-central-1.amazonaws.com/', `${AWS.address}.evil.example/`, `${AWS.address}:8443/`, AWS.login]) {
      await expect(carrier.carry({ url, method: 'GET', headers: {} })).rejects.toMatchObject({ code: 'SECRET_UNAVAILABLE', message: expect.stringMatching(/is not an address of `vaults.main`$/u) });
    }
    expect(clouds.calls).toEqual([]);
  });
});

describe('aws-rds-iam', () => {
  it('signs a password for host, port and user, which is another one after a quarter of an hour', async () => {
    const held = await hold('aws-rds-iam:app', AWS);
    const { user, password } = await held.current();
    const url = new URL(`https://${password}`);
    expect([user, url.host, url.searchParams.get('Action'), url.searchParams.get('DBUser'), url.searchParams.get('X-Amz-Expires')]).toEqual(['app', `${TARGET.host}:5432`, 'connect', 'app', '900']);
    expect(url.searchParams.get('X-Amz-Credential')).toMatch(/^ASIAOSTIARY\/\d{8}\/eu-central-1\/rds-db\/aws4_request$/u);
    expect(clouds.calls).toEqual(['POST https://sts.eu-central-1.amazonaws.com/']);
    await runtime.advance(14 * 60_000 + 31_000);
    await runtime.until(held.current());
    expect(clouds.calls).toHaveLength(2);
    expect(masked).toContain(password);
  });
});

describe('gcp-sm without an account to act as', () => {
  it('asks as the identity itself', async () => {
    await (await hold('gcp-sm:projects/shop/secrets/orders', { ...GCP, serviceAccount: null })).current();
    expect(clouds.calls.map((call) => call.split('/')[2])).toEqual(['sts.googleapis.com', 'secretmanager.googleapis.com']);
  });
});

describe('oidc', () => {
  it('hands out a token for the audience, and a fresh one before that ends', async () => {
    const held = await hold('oidc:https://db.example', null);
    const first = await held.current();
    const claims = JSON.parse(Buffer.from(first.password.split('.')[1] ?? '', 'base64url').toString('utf8')) as { aud: string };
    expect([first.user, claims.aud, (await held.current()).password === first.password]).toEqual([null, 'https://db.example', true]);
    await runtime.advance(280_000);
    expect((await held.current()).password).not.toBe(first.password);
    expect(masked).toContain(first.password);
  });
});
