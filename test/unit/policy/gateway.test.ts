// SPDX-License-Identifier: Apache-2.0
import { loadGateway } from '../../../src/policy/gateway.js';

const GOOD = `version: 1
url: https://gate.example:8443/
audience: https://gate.example
tls: { cert: /etc/gate/tls.crt, key: /etc/gate/tls.key }
listen:
  api: { address: "0.0.0.0:8443" }
  postgres: { address: "[::]:5432", advertise: "db.gate.example:6432" }
  metrics: { address: "127.0.0.1:9464", tls: { cert: /a, key: /b } }
store: { path: /var/lib/ostiary/ }
sessions: { lease: 5m, limit: 2h, max: 10 }
issuers:
  github: { kind: github, forge: reviews, policy: { token: file:/run/secrets/reader } }
  ours: { kind: gitlab, server: https://git.example }
  build: { kind: oidc, issuer: https://agent.buildkite.com }
  cluster: { kind: oidc, issuer: https://kubernetes.default.svc, ca: /ca.crt, token: file:/token }
  people: { kind: saml, issuer: "http://www.okta.com/exk1?a=b", certificates: [/idp.pem], audience: urn:ours, recipient: https://gate.example/acs, forge: central }
  more: { kind: saml, issuer: https://agent.buildkite.com, certificates: [/other.pem] }
forges:
  reviews: { kind: github, token: file:/run/secrets/gate, proposers: [9001] }
  central: { kind: gitlab, url: https://git.example, ca: /ca.crt, token: "vault:secret/data/gate#token", repository: 77 }
vaults:
  main: { type: vault, address: https://vault.example, role: gate, token_file: /run/gate/token }
identities:
  nightly: { github: { repository_id: 7, workflow: nightly.yml, event: schedule } }
resources:
  orders-db: { type: postgres, url: postgres://orders.internal/orders, credential: file:/run/secrets/orders }
rules:
  - { id: reads, match: { principal: nightly, resource: orders-db, effect: read }, decide: allow }
`;
const load = (text: string) => loadGateway({ text, file: 'gateway.yml' }, { now: Date.parse('2026-11-26') });

describe('loadGateway', () => {
  it('reads settings and policy, with what is left out filled in', async () => {
    const { settings, policy } = await load(GOOD);
    expect(settings).toEqual({
      url: 'https://gate.example:8443', audience: 'https://gate.example',
      api: { host: '0.0.0.0', port: 8443, tls: { cert: '/etc/gate/tls.crt', key: '/etc/gate/tls.key' } },
      postgres: { host: '::', port: 5432, tls: { cert: '/etc/gate/tls.crt', key: '/etc/gate/tls.key' }, advertise: { host: 'db.gate.example', port: 6432 } },
      metrics: { host: '127.0.0.1', port: 9464, tls: { cert: '/a', key: '/b' } },
      storePath: '/var/lib/ostiary/', ownToken: null, recordings: { path: '/var/lib/ostiary/recordings', durability: 'disk' },
      sessions: { leaseSeconds: 300, limitSeconds: 7200, max: 10 },
      issuers: [
        { name: 'github', kind: 'github', address: null, ca: null, token: null, policy: { token: 'file:/run/secrets/reader', api: null, path: '.ostiary/policy.yml' }, forge: 'reviews' },
        { name: 'ours', kind: 'gitlab', address: 'https://git.example', ca: null, token: null, policy: null, forge: null },
        { name: 'build', kind: 'oidc', address: 'https://agent.buildkite.com', ca: null, token: null, policy: null, forge: null },
        { name: 'cluster', kind: 'oidc', address: 'https://kubernetes.default.svc', ca: '/ca.crt', token: 'file:/token', policy: null, forge: null },
        { name: 'people', kind: 'saml', address: 'http://www.okta.com/exk1?a=b', certificates: ['/idp.pem'], audience: 'urn:ours', recipient: 'https://gate.example/acs', forge: 'central' },
        { name: 'more', kind: 'saml', address: 'https://agent.buildkite.com', certificates: ['/other.pem'], audience: null, recipient: null, forge: null },
      ],
      forges: [
        { name: 'reviews', kind: 'github', url: null, ca: null, token: { reference: 'file:/run/secrets/gate', vault: null, allowStatic: true }, repository: null, proposers: ['9001'] },
        { name: 'central', kind: 'gitlab', url: 'https://git.example', ca: '/ca.crt', token: { reference: 'vault:secret/data/gate#token', vault: expect.objectContaining({ name: 'main' }), allowStatic: true }, repository: '77', proposers: [] },
      ],
    });
    expect([Object.keys(policy.resources), policy.rules.map(({ id }) => id)]).toEqual([['orders-db'], ['reads']]);
  });

  it('needs no more than where to listen, where to keep things, and whom to believe', async () => {
    const { settings } = await load('version: 1\nurl: http://127.0.0.1:8443\nlisten: { api: { address: "127.0.0.1:8443" }, postgres: { address: "127.0.0.1:5432" } }\nstore: { path: /s }\nissuers: { github: { kind: github } }\n');
    expect(settings).toMatchObject({
      audience: 'ostiary', metrics: null, postgres: { advertise: { host: '127.0.0.1', port: null } }, recordings: { path: '/s/recordings', durability: 'disk' },
      sessions: { leaseSeconds: 600, limitSeconds: 21_600, max: 1000 },
    });
  });

  it('has a policy digest of its own, which settings do not change', async () => {
    const [one, other] = await Promise.all([load(GOOD), load(GOOD.replace('lease: 5m', 'lease: 6m'))]);
    expect(one.policy.digest).toBe(other.policy.digest);
    expect((await load(GOOD.replace('effect: read', 'effect: write'))).policy.digest).not.toBe(one.policy.digest);
  });

  it.each<[string, (text: string) => string]>([
    ['a server of its own with its own forge', (text) => text.replace('{ kind: github, forge', '{ kind: github, server: "https://ghes.example", forge').replace('{ kind: github, token', '{ kind: github, url: "https://ghes.example/api/v3", token')],
    ['a tenant of GHE.com', (text) => text.replace('{ kind: github, forge', '{ kind: github, server: "https://acme.ghe.com", forge').replace('{ kind: github, token', '{ kind: github, url: "https://api.acme.ghe.com", token')],
    ['a server of its own whose reviews are in one repository of github.com', (text) => text.replace('{ kind: github, forge', '{ kind: github, server: "https://ghes.example", forge').replace('{ kind: github, token', '{ kind: github, repository: 7, token')],
    ['teams at two forges, and people by id for the callers of one', (text) => `${text}  - { id: writes, match: { principal: nightly, effect: write }, decide: review, approvers: { users: [812] } }\napprovers: { teams: [acme/dba] }\n`],
    ['people by id at one forge', (text) => `${text.replace(', forge: central', '')}approvers: { users: [812] }\n`],
  ])('takes %s', async (_name, change) => {
    await expect(load(change(GOOD))).resolves.toBeDefined();
  });

  it.each<[string, (text: string) => string, RegExp]>([
    ['a key that does not exist', (text) => text.replace('audience:', 'audiense:'), /^gateway\.yml:3:1: .*`audiense`.*`audience`/u],
    ['a listener on the network without a certificate', (text) => text.replace(/^tls:.*\n/mu, ''), /^gateway\.yml:5:19: `0\.0\.0\.0:8443` is not loopback/u],
    ['a port that does not exist', (text) => text.replace('"0.0.0.0:8443"', '"0.0.0.0:84430"'), /:6:19: .*port that does not exist/u],
    ['an address in plain http', (text) => text.replace('https://gate.example:8443/', 'http://gate.example:8443/'), /:2:6: `url` is not encrypted/u],
    ['an address with a user', (text) => text.replace('https://gate.example:8443/', 'https://a:b@gate.example'), /:2:6: `url` is/u],
    ['an address that is none', (text) => text.replace('https://gate.example:8443/', '"https://["').replace(', advertise: "db.gate.example:6432"', ''), /:2:6: `url` is `https:\/\/\[`, which is no address/u],
    ['a lease longer than the session', (text) => text.replace('lease: 5m', 'lease: 3h'), /:10:11: `sessions\.lease` is longer/u],
    ['an issuer without a name', (text) => text.replace('issuer: https://agent.buildkite.com', 'server: https://x.example'), /:14:/u],
    ['a server that is not to be trusted', (text) => text.replace('https://git.example', 'http://git.example'), /:13:.*`issuers\.ours`/u],
    ['a server that is no address', (text) => text.replace('server: https://git.example', 'server: "https://["'), /:13:\d+: `issuers\.ours` has `https:\/\/\[`, which is no address to trust/u],
    ['a forge that is no address', (text) => text.replace('url: https://git.example, ca', 'url: "https://[", ca'), /`forges\.central\.url` is `https:\/\/\[`, which is no address to trust/u],
    ["GitHub's address of an API for GitLab", (text) => text.replace('server: https://git.example }', 'server: https://git.example, policy: { token: "env:X", api: "https://git.example/api" } }'), /:13:\d+: `issuers\.ours\.policy\.api` is for GitHub/u],
    ['a token in the place of its reference, without repeating it', (text) => text.replace('file:/run/secrets/reader', 'ghp_abcdefghij'), /^(?!.*ghp_).*`issuers\.github\.policy\.token`/u],
    ['a repository policy where tokens name no repository', (text) => text.replace('issuer: https://agent.buildkite.com', 'issuer: https://agent.buildkite.com, policy: { token: "env:X" }'), /`issuers\.build\.policy`/u],
    ['an issuer with a query', (text) => text.replace('https://agent.buildkite.com }', 'https://agent.buildkite.com?x }'), /:14:.*no address to trust/u],
    ['an issuer twice', (text) => text.replace('kind: gitlab, server: https://git.example', 'kind: github'), /:13:3: `issuers\.ours` is the same issuer as `issuers\.github`/u],
    ['a provider twice', (text) => text.replace('kind: saml, issuer: https://agent.buildkite.com', 'kind: saml, issuer: "http://www.okta.com/exk1?a=b"'), /:17:3: `issuers\.more` is the same issuer as `issuers\.people`/u],
    ['a provider without a certificate', (text) => text.replace(', certificates: [/other.pem]', ''), /:17:3: `issuers\.more` has no `certificates`/u],
    ['a provider without a name', (text) => text.replace('kind: saml, issuer: https://agent.buildkite.com,', 'kind: saml,'), /:17:3: `issuers\.more` does not name its `issuer`/u],
    ['a certificate that is neither a file nor a certificate', (text) => text.replace('/other.pem', 'other.pem'), /:17:/u],
    ['a key that means nothing for its kind', (text) => text.replace('kind: gitlab, server', 'kind: gitlab, audience: x, server'), /:13:25: `issuers\.ours` is of kind `gitlab`, which has no `audience`/u],
    ['a discovery token in the place of its reference', (text) => text.replace('file:/token', 'eyJhbGciOi'), /^(?!.*eyJ).*`issuers\.cluster\.token`/u],
    ['a repository policy where people come in', (text) => text.replace('certificates: [/other.pem]', 'certificates: [/other.pem], policy: { token: "env:X" }'), /`issuers\.more\.policy`/u],
    ['a forge that is not there', (text) => text.replace('forge: reviews', 'forge: review'), /:12:34: `issuers\.github\.forge` is `review`, which is not one of `forges`/u],
    ['a forge that could not know the repository', (text) => text.replace(', repository: 77', ''), /`issuers\.people` is of kind `saml`, which names no repository of `forges\.central`/u],
    ['a server of its own whose reviews would be asked for at github.com', (text) => text.replace('{ kind: github, forge', '{ kind: github, server: "https://ghes.example", forge'), /:12:\d+: `issuers\.github` is ghes\.example, and `forges\.reviews` is github\.com, where its repositories are others/u],
    ['a forge of another server', (text) => text.replace('server: https://git.example', 'server: https://other.example, forge: central').replace(', repository: 77', '').replace(', forge: central }\n  more', ' }\n  more'), /:13:\d+: `issuers\.ours` is other\.example, and `forges\.central` is git\.example/u],
    ['people by id who would be asked at two forges', (text) => `${text}approvers: { users: [812] }\n`, /:29:\d+: `users` of `approvers` would be asked at github\.com and git\.example, where the same id is another person/u],
    ['people by id in a rule for callers of two forges', (text) => `${text}  - { id: writes, match: { effect: write }, decide: review, approvers: { users: [812] } }\n`, /:29:\d+: `users` of `rule writes` would be asked at github\.com and git\.example/u],
    ['a forge that is not to be trusted', (text) => text.replace('url: https://git.example, ca', 'url: http://git.example, ca'), /:\d+:\d+: `forges\.central\.url`/u],
    ['the token of a forge in the place of its reference', (text) => text.replace('file:/run/secrets/gate', 'ghp_abcdefghij'), /^(?!.*ghp_).*`forges\.reviews\.token` does not say/u],
    ['a mistake in the policy', (text) => text.replace('decide: allow', 'decide: alow'), /:28:.*`alow`.*`allow`/u],
    ['a credential in a vault that is not there', (text) => text.replace('file:/run/secrets/orders', '"aws-sm:orders"'), /:26:\d+: `resources\.orders-db\.credential` is kept in a vault of type `aws`, and `vaults` has none/u],
    ['the token of a forge in a vault that is not there', (text) => text.replace(/vaults:\n.*\n/u, ''), /:20:\d+: `forges\.central\.token` is kept in a vault of type `vault`, and `vaults` has none/u],
    ['a signing key in a vault that is not there', (text) => `${text}record: { key: "azure-kv:gate" }\n`, /`record\.key` is kept in a vault of type `azure`, and `vaults` has none/u],
    ['a vault that nobody could open', (text) => text.replace(', token_file: /run/gate/token', ''), /:20:\d+: `forges\.central\.token` takes a token of the gateway's own, and it has none/u],
    ['a credential that is the token itself, and there is none', (text) => text.replace('file:/run/secrets/orders', '"oidc:orders"'), /`resources\.orders-db\.credential` takes a token of the gateway's own/u],
    ['signing as nobody', (text) => `${text}record: { keyless: true }\n`, /`record\.keyless` signs as the gateway, which has no token to show for it/u],
    ['nothing at all', () => '', /the file is empty/u],
  ])('refuses %s, saying where', async (_name, change, message) => {
    await expect(load(change(GOOD))).rejects.toMatchObject({ code: 'POLICY_INVALID', message: expect.stringMatching(message) });
  });

  it.each<[string, string, string | null]>([
    ['a file of its own', 'record: { keyless: { token_file: /run/token } }', '/run/token'],
    ['the token that it has for vaults', 'own_token: /run/own\nrecord: { keyless: true }', null],
    ['none, when nothing is signed so', 'record: { keyless: false }', null],
  ])('signs as itself with %s', async (_name, more, tokenFile) => {
    const { policy } = await load(`${GOOD}${more}\n`);
    expect(policy.record.keyless).toEqual(more.includes('false') ? null : { fulcio: 'https://fulcio.sigstore.dev', rekor: 'https://rekor.sigstore.dev', tsa: null, tokenFile });
  });
});
