// SPDX-License-Identifier: Apache-2.0
//
// The JSON Schema of the operator's file: a policy, and beside it where the gateway listens, whom it believes and where it keeps things.
// A data table. Refuses keywords that shape.ts does not know. Published as docs/schema/gateway-v1.json.
import { policySchema } from './schema.js';
import { closed, NAME, ref, text, type Schema } from './schema-words.js';

const DURATION = '^[1-9][0-9]{0,3}[smhd]$';
const ADDRESS = '^(\\[[0-9A-Fa-f:.]{2,45}\\]|[A-Za-z0-9.-]{1,253}):[0-9]{1,5}$';
const PATH = '^/';

const path = (description: string): Schema => text(description, { pattern: PATH });
const duration = (description: string): Schema => text(description, { pattern: DURATION });
const url = (description: string): Schema => text(description, { pattern: '^https?://[^ ?#]+$' });

const defs: Record<string, Schema> = {
  address: text('`host:port`; `0.0.0.0:8443`, `[::]:8443`, `127.0.0.1:9464`.', { pattern: ADDRESS }),
  certificate: closed('Certificate and key of a listener, PEM files; read again on SIGHUP.', {
    cert: path('The certificate, with its chain.'),
    key: path('Its private key, readable for this user alone.'),
  }, ['cert', 'key']),
  listener: closed('Where to listen. Anything but loopback needs a certificate.', { address: ref('address'), tls: ref('certificate', 'Instead of `tls` of the whole file.') }, ['address']),
  postgres: closed('Where PostgreSQL clients connect: user = session id, database = resource.', {
    address: ref('address'),
    tls: ref('certificate', 'Instead of `tls` of the whole file.'),
    advertise: ref('address', 'What jobs are told to connect to. When left out: the host of `url`, and the port of `address`.'),
  }, ['address']),
  repositoryPolicy: closed('How to read the policy of the repository that a job belongs to. It can only tighten this file.', {
    token: text('Where the reading token is: `file:/path`, `env:NAME`. GitHub: `contents: read`. GitLab: `read_api` and `read_repository`.'),
    api: url('Address of GitHub\'s API; `https://api.github.com`, or `https://HOST/api/v3`.'),
    path: text('Where it lies in the repository.', { pattern: '^[A-Za-z0-9._-]+(/[A-Za-z0-9._-]+)*$' }),
  }, ['token']),
  issuer: closed('Somebody whose tokens or assertions are believed.', {
    kind: { type: 'string', description: 'What issues them.', enum: ['github', 'gitlab', 'oidc', 'saml'] },
    server: url('`github` and `gitlab`: the server; github.com and gitlab.com when left out.'),
    issuer: text('`oidc`: the `iss` of its tokens, character by character. `saml`: the entity id of the identity provider.', { pattern: '^[!-~]+$' }),
    ca: path('PEM file of the authority that signed the certificate of `github`, `gitlab` or `oidc`; nothing else is trusted then.'),
    token: text('`oidc`: where the bearer token is that its discovery wants, `file:/path`, as the API server of Kubernetes does.'),
    certificates: {
      type: 'array', description: '`saml`: certificates of the keys that sign; several while they change.', minItems: 1, maxItems: 10,
      items: text('A PEM file, or the PEM text.', { pattern: '^(/|-----BEGIN CERTIFICATE-----)', maxLength: 20_000 }),
    },
    audience: text('`saml`: our own entity id there, the one audience of its assertions; `audience` of the file when left out.', { pattern: '^[!-~]+$' }),
    recipient: url('`saml`: the address that its assertions are made out to; `url` with `/v1/sessions` behind it when left out.'),
    policy: ref('repositoryPolicy'),
    forge: text('Which of `forges` is asked whether people approved what its callers want to do.', { pattern: NAME }),
  }, ['kind']),
  forge: closed('Where reviews are given.', {
    kind: { type: 'string', description: 'Whose API it has.', enum: ['github', 'gitlab'] },
    url: url('GitHub: address of the API, `https://api.github.com` when left out, or `https://HOST/api/v3`. GitLab: the instance, `https://gitlab.com` when left out.'),
    ca: path('PEM file of the authority that signed its certificate; nothing else is trusted then.'),
    token: text('Where the token is: `file:/path`, `env:NAME`, `vault:path`, `aws-sm:name`, `gcp-sm:path`, `azure-kv:name`; docs/approvals.md says what it has to be allowed.'),
    vault: text('Which of `vaults` the token is kept in; may be left out when there is one of its type.', { pattern: NAME }),
    repository: ref('id', 'Numeric id of the one repository where all reviews are given; when left out, the one that the job belongs to.'),
    proposers: { type: 'array', description: 'Numeric ids of accounts that put operations up for us: what they pushed says who prompted it.', items: ref('id'), maxItems: 50 },
  }, ['kind', 'token']),
};

const beside: Record<string, Schema> = {
  url: url('Address of the API as jobs call it. Proofs are bound to it.'),
  audience: text('The one `aud` of tokens; `ostiary` when left out. Better one of your own, such as the url.'),
  tls: ref('certificate', 'For all listeners that have none of their own.'),
  listen: closed('Listeners.', { api: ref('listener'), postgres: ref('postgres'), metrics: ref('listener') }, ['api', 'postgres']),
  own_token: path('File with an OIDC token of the gateway\'s own, renewed by whoever puts it there: opens the vaults of `resources`.'),
  store: closed('Where sessions and used tokens are kept. One gateway at a time.', { path: path('A folder on a disk that outlives the process.') }, ['path']),
  recordings: closed('Where recordings go.', {
    path: path('A folder; `recordings` in the store\'s when left out.'),
    durability: { type: 'string', description: '`disk` (fsync before anything happens) unless said otherwise; `process` survives the death of the process, not of the machine.', enum: ['disk', 'process'] },
  }),
  sessions: closed('How long sessions live.', {
    lease: duration('How long until it has to be renewed, such as `10m`, which it is when left out.'),
    limit: duration('How long until no renewal helps any more, such as `6h`, which it is when left out.'),
    max: { type: 'integer', description: 'Open at once; 1000 when left out.', minimum: 1, maximum: 100_000 },
  }),
  forges: { type: 'object', description: 'Forges by a name of your own.', propertyNames: { pattern: NAME }, additionalProperties: ref('forge'), maxProperties: 20 },
  issuers: { type: 'object', description: 'Issuers by a name of your own.', propertyNames: { pattern: NAME }, additionalProperties: ref('issuer'), minProperties: 1, maxProperties: 50 },
};

// A gateway asks forges with the tokens of its issuers' `policy`.
const { forge: _forge, ...ofOperators } = policySchema.properties as Readonly<Record<string, Schema>>;

/** Keys of the operator's file that are no part of the policy in it. */
export const BESIDE: readonly string[] = Object.keys(beside);

/** The schema of the operator's file, version 1. */
export const gatewaySchema: Schema = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  $id: 'urn:ostiary:gateway-v1',
  title: 'Ostiary gateway',
  $defs: { ...policySchema.$defs, ...defs },
  ...closed('A gateway: its listeners, store and issuers, and the policy of its operator.', { ...ofOperators, ...beside }, ['version', 'url', 'listen', 'store', 'issuers']),
};
