// SPDX-License-Identifier: Apache-2.0
//
// `vaults:` of a policy: what each type needs, which one a resource's credential is kept in, and what no address may be.
import { lintPolicy, loadPolicy } from '../../../src/policy/load.js';
import { CREDENTIAL_SCHEMES, type VaultSettings } from '../../../src/core/vaults.js';
import { NOON } from '../../support/judging.js';

const MAIN = { type: 'vault', address: 'https://vault.internal:8200', role: 'ostiary' };
const AWS = { type: 'aws', region: 'eu-central-1', role_arn: 'arn:aws:iam::123456789012:role/ostiary' };
const GCP = { type: 'gcp', provider: 'projects/12345/locations/global/workloadIdentityPools/ci/providers/github' };
const AZURE = { type: 'azure', address: 'https://acme.vault.azure.net', tenant: 'acme.example', client: '99999999-2222-3333-4444-555555555555' };

const text = (vaults: object, resource: object = {}): string => JSON.stringify({ version: 1, vaults, resources: { db: { type: 'postgres', url: 'postgres://app@h/d', credential: 'vault:database/creds/orders', ...resource } } });
const vaultFor = async (vaults: object, resource: object = {}): Promise<VaultSettings | null> => (await loadPolicy({ text: text(vaults, resource), file: 'p.yml' }, { now: NOON })).resources['db']?.vault ?? null;
const complaints = async (vaults: object, resource: object = {}): Promise<string[]> => (await lintPolicy({ text: text(vaults, resource), file: 'p.yml' }, { now: NOON })).map(({ severity, message, hint }) => `${severity}: ${message}${hint === null ? '' : ` | ${hint}`}`);

describe('a vault', () => {
  it.each<[string, object, string, object]>([
    ['of HashiCorp', MAIN, 'vault:a/b', { kind: 'vault', name: 'one', address: 'https://vault.internal:8200', audience: 'https://vault.internal:8200', role: 'ostiary', mount: 'jwt', namespace: null, ca: null, tokenFile: null }],
    ['of HashiCorp with everything', { ...MAIN, audience: 'ostiary', mount: 'ci/gitlab', namespace: 'team-a/ci', ca: '/ca.pem', token_file: '/run/token' }, 'vault:a/b', { audience: 'ostiary', mount: 'ci/gitlab', namespace: 'team-a/ci', ca: '/ca.pem', tokenFile: '/run/token' }],
    ['on loopback', { ...MAIN, address: 'http://127.0.0.1:8200' }, 'vault:a/b', { address: 'http://127.0.0.1:8200' }],
    ['of AWS', AWS, 'aws-sm:prod/orders', { kind: 'aws', region: 'eu-central-1', address: 'https://secretsmanager.eu-central-1.amazonaws.com', login: 'https://sts.eu-central-1.amazonaws.com', audience: 'sts.amazonaws.com' }],
    ['of AWS in China', { ...AWS, region: 'cn-north-1', role_arn: 'arn:aws-cn:iam::123456789012:role/ostiary' }, 'aws-rds-iam:app', { login: 'https://sts.cn-north-1.amazonaws.com.cn' }],
    ['of AWS behind an endpoint of its own', { ...AWS, address: 'https://vpce-1.secretsmanager.eu-central-1.vpce.amazonaws.com', login: 'https://vpce-2.sts.eu-central-1.vpce.amazonaws.com' }, 'aws-sm:x', { address: 'https://vpce-1.secretsmanager.eu-central-1.vpce.amazonaws.com', login: 'https://vpce-2.sts.eu-central-1.vpce.amazonaws.com' }],
    ['of Google Cloud', GCP, 'gcp-sm:projects/shop/secrets/orders', { kind: 'gcp', serviceAccount: null, address: 'https://secretmanager.googleapis.com', audience: `https://iam.googleapis.com/${GCP.provider}` }],
    ['of Azure', AZURE, 'azure-kv:orders/0123456789abcdef0123456789abcdef', { kind: 'azure', login: 'https://login.microsoftonline.com', audience: 'api://AzureADTokenExchange', tenant: 'acme.example' }],
  ])('%s', async (_name, vault, credential, expected) => {
    expect(await vaultFor({ one: vault }, { credential })).toMatchObject(expected);
  });

  it('is the one that the resource names, or the only one of its type', async () => {
    expect(await vaultFor({ a: MAIN, b: { ...MAIN, role: 'other' }, c: AWS }, { vault: 'b' })).toMatchObject({ name: 'b', role: 'other' });
    expect(await vaultFor({ a: MAIN, c: AWS })).toMatchObject({ name: 'a' });
    expect(await vaultFor({ c: AWS })).toBeNull();
    expect(await vaultFor({ a: MAIN }, { credential: 'env:X', allow_static: true })).toBeNull();
    expect(await vaultFor({ a: MAIN }, { credential: 'oidc:https://db.example' })).toBeNull();
  });

  it.each<[string, object, object, string]>([
    ['without its role', { a: { type: 'vault', address: 'https://v' } }, {}, 'error: `vaults.a` has no `role` | https://github.com/ostiary/ostiary/blob/main/docs/vault.md says what a vault of type `vault` needs'],
    ['with the key of another', { a: { ...MAIN, region: 'eu-central-1' } }, {}, 'error: a vault of type `vault` has no `region` | it has: type, audience, ca, token_file, address, role, mount, namespace'],
    ['that is not encrypted', { a: { ...MAIN, address: 'http://vault.internal:8200' } }, {}, 'error: `vaults.a.address` is not an address to trust | write `https://HOST[:PORT]`; `http://` is for loopback only'],
    ['with a user in its address', { a: { ...MAIN, address: 'https://s3cret@vault.internal' } }, {}, 'error: `vaults.a.address` is not an address to trust | write `https://HOST[:PORT]`; `http://` is for loopback only'],
    ['with a path', { a: { ...MAIN, address: 'https://vault.internal/v1' } }, {}, 'error: `vaults.a.address` holds a path | write `https://HOST[:PORT]`; `http://` is for loopback only'],
    ['with parameters', { a: { ...AWS, login: 'https://sts.internal/?x=1' } }, {}, 'error: `vaults.a.login` holds parameters | write `https://HOST[:PORT]`; `http://` is for loopback only'],
    ['where a machine keeps its own secrets', { a: { ...MAIN, address: 'https://169.254.169.254' } }, {}, 'error: `vaults.a.address` is not an address to trust | write `https://HOST[:PORT]`; `http://` is for loopback only'],
    ['that is not there', { main: MAIN }, { vault: 'mian' }, 'error: `mian` is not one of `vaults`: did you mean `main`?'],
    ['of another type', { a: MAIN, c: AWS }, { vault: 'c' }, 'error: `resources.db.vault` names a vault of type `aws`, and its credential is kept in one of type `vault`'],
    ['for nothing', { a: MAIN }, { vault: 'a', credential: 'env:X' }, 'error: `resources.db.vault` names a vault of type `vault`, and its credential needs none'],
    ['one of two', { a: MAIN, b: MAIN }, {}, 'error: `vaults` has 2 of type `vault`, and `resources.db` names none | add `vault: a` beside `credential`'],
  ])('refuses one %s', async (_name, vaults, resource, expected) => {
    expect(await complaints(vaults, resource)).toEqual([expected]);
  });
});

describe('record.key', () => {
  const record = async (given: object, vaults: object = { main: MAIN, other: AWS }): Promise<unknown> => (await loadPolicy({ text: JSON.stringify({ version: 1, vaults, record: given }), file: 'p.yml' }, { now: NOON })).record;

  it('is a place, with the vault that keeps it', async () => {
    expect(await record({ key: 'vault:secret/data/ostiary#pem', results: 'counts' })).toMatchObject({ results: 'counts', key: { reference: 'vault:secret/data/ostiary#pem', vault: { name: 'main' }, allowStatic: false } });
    expect(await record({ key: 'vault:a/b', vault: 'b' }, { a: MAIN, b: MAIN })).toMatchObject({ key: { vault: { name: 'b' } } });
    expect(await record({ key: 'file:/run/secrets/signing', allow_static: true })).toEqual({ results: 'rows', keyless: null, key: { reference: 'file:/run/secrets/signing', vault: null, allowStatic: true } });
    expect(await record({ results: 'none' })).toEqual({ results: 'none', key: null, keyless: null });
  });

  it('is no part of signing through Sigstore, everybody\'s or one\'s own', async () => {
    expect(await record({ keyless: true })).toMatchObject({ key: null, keyless: { fulcio: 'https://fulcio.sigstore.dev', rekor: 'https://rekor.sigstore.dev', tsa: null } });
    expect(await record({ keyless: { fulcio: 'https://fulcio.internal/', tsa: 'https://tsa.internal/api/v1/timestamp' } })).toMatchObject({ keyless: { fulcio: 'https://fulcio.internal', rekor: null, tsa: 'https://tsa.internal/api/v1/timestamp' } });
    expect(await record({ keyless: { fulcio: 'https://f', rekor: 'https://r', token_file: '/run/t' } })).toMatchObject({ keyless: { fulcio: 'https://f', tokenFile: '/run/t' } });
    expect(await record({ keyless: false })).toMatchObject({ keyless: null });
  });

  it.each<[object, string]>([
    [{ key: 's3cret-key' }, 'error: `record.key` does not say where the secret is | write `env:NAME`, `file:/path`, `vault:path`, `aws-sm:name`, `gcp-sm:path`, `azure-kv:name`, `aws-rds-iam:user` or `oidc:audience`; if a secret stood here, change it'],
    [{ key: 'vault:../sys/x' }, 'error: `record.key` is not a place that `vault:` can name'],
    [{ key: 'oidc:sigstore' }, 'error: `record.key` can not be `oidc:`, which makes a new secret each time'],
    [{ key: 'aws-rds-iam:app' }, 'error: `record.key` can not be `aws-rds-iam:`'],
    [{ key: 'vault:a/b', vault: 'mian' }, 'error: `mian` is not one of `vaults`: did you mean `main`?'],
    [{ key: 'vault:a/b', vault: 'other' }, 'error: `record.vault` names a vault of type `aws`, and its key is kept in one of type `vault`'],
    [{ allow_static: true }, 'error: `record.allow_static` belongs to `record.key`, which is not there'],
    [{ keyless: { fulcio: 'http://fulcio.internal', rekor: 'https://r' } }, 'error: `record.keyless.fulcio` is not an address to trust | write `https://HOST'],
    [{ keyless: { fulcio: 'https://f', rekor: 'https://r/?a=b' } }, 'error: `record.keyless.rekor` holds parameters'],
    [{ keyless: { fulcio: 'https://f' } }, 'error: `record.keyless` names nobody who says when something was signed | add `rekor` (a log) or `tsa` (a clock)'],
    [{ keyless: { rekor: 'https://r' } }, 'error: `record.keyless` has no `fulcio`'],
    [{ vault: 'main' }, 'error: `record.vault` belongs to `record.key`, which is not there'],
  ])('can not be %j', async (given, expected) => {
    const problems = await lintPolicy({ text: JSON.stringify({ version: 1, vaults: { main: MAIN, other: AWS }, record: given }), file: 'p.yml' }, { now: NOON });
    expect(problems.map(({ severity, message, hint }) => `${severity}: ${message} | ${hint ?? ''}`)).toEqual([expect.stringContaining(expected)]);
  });
});

describe('forge.token', () => {
  const forge = async (given: object, vaults: object = { main: MAIN, other: AWS }): Promise<unknown> => (await loadPolicy({ text: JSON.stringify({ version: 1, vaults, forge: given }), file: 'p.yml' }, { now: NOON })).forge;

  it('is a place, with the vault that keeps it; none when it is not there', async () => {
    expect(await forge({ token: 'vault:secret/data/gitlab#token' })).toMatchObject({ reference: 'vault:secret/data/gitlab#token', vault: { name: 'main' }, allowStatic: false });
    expect(await forge({ token: 'env:OSTIARY_FORGE_TOKEN', allow_static: true })).toEqual({ reference: 'env:OSTIARY_FORGE_TOKEN', vault: null, allowStatic: true });
    expect((await loadPolicy({ text: 'version: 1', file: 'p.yml' }, { now: NOON })).forge).toBeNull();
  });

  it.each<[object, string]>([
    [{ token: 'glpat-s3cret' }, 'error: `forge.token` does not say where the secret is | write `env:NAME`'],
    [{ token: 'oidc:gitlab' }, 'error: `forge.token` can not be `oidc:`, which makes no token of a forge'],
    [{ token: 'vault:a/b', vault: 'other' }, 'error: `forge.vault` names a vault of type `aws`, and its token is kept in one of type `vault`'],
    [{ allow_static: true }, 'error: `forge` has no `token`'],
  ])('can not be %j', async (given, expected) => {
    const problems = await lintPolicy({ text: JSON.stringify({ version: 1, vaults: { main: MAIN, other: AWS }, forge: given }), file: 'p.yml' }, { now: NOON });
    expect(problems.map(({ severity, message, hint }) => `${severity}: ${message} | ${hint ?? ''}`)).toEqual([expect.stringContaining(expected)]);
  });
});

describe('a reference', () => {
  it.each([
    'vault:database/creds/orders', 'vault:secret/data/team/orders#password', 'vault:kv/a.b/c_d-e', 'aws-sm:prod/orders', 'aws-sm:arn:aws:secretsmanager:eu-central-1:123456789012:secret:prod/orders-AbCdEf#password', 'aws-rds-iam:app_user',
    'gcp-sm:projects/shop-1/secrets/orders', 'gcp-sm:projects/12345/secrets/orders/versions/3#password', 'azure-kv:orders', 'oidc:https://db.example', 'oidc:ostiary#x', 'file:/run/secrets/a#b', 'env:A',
  ])('%s is one', async (credential) => {
    expect((await complaints({ a: MAIN, b: AWS, c: GCP, d: AZURE }, { credential })).filter((one) => one.includes('credential'))).toEqual([]);
  });

  it.each([
    'vault:', 'vault:../sys/seal', 'vault:a/../../sys/x', 'vault:a//b', 'vault:/a', 'vault:a/', 'vault:a?list=true', 'vault:a%2e%2e/b', 'vault:a b', 'vault:a#b#', 'vault:a#b c', 'aws-sm:', 'aws-sm:a b', 'aws-rds-iam:a b', 'aws-rds-iam:', 'gcp-sm:orders', 'gcp-sm:projects/x/secrets/../y',
    'azure-kv:a/b', 'azure-kv:https://x', 'oidc:', 'oidc:a b', 'vaults:x', 'hashicorp:x', 'constructor:x', 's3cret',
  ])('%s is none', async (credential) => {
    const found = await complaints({}, { credential });
    expect(found).toEqual([expect.stringMatching(/^error: `resources.db.credential` (does not say where the secret is|is not a place that `[\w-]+:` can name)/u)]);
    expect(found.join()).not.toContain('s3cret');
  });

  it('has a scheme for every kind', () => {
    expect(new Set(Object.values(CREDENTIAL_SCHEMES))).toEqual(new Set([null, 'vault', 'aws', 'gcp', 'azure']));
  });
});
