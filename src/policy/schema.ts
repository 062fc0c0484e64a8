// SPDX-License-Identifier: Apache-2.0
//
// The JSON Schema of a policy and of a pack: what editors get (docs/schema/, compared by test/contract/policy-schema.test.ts) and what
// shape.ts holds a file against. A data table, hence its length. Refuses keywords that shape.ts does not know.
import { PERSONAL_DETECTORS } from '../core/detector-names.js';
import { EFFECTS } from '../core/model.js';
import { MASK_STYLES } from './model.js';
import { closed, flag, list, MAX_LIST, NAME, ref, text, type Schema } from './schema-words.js';

/** Source: more than a team can review; each rule is looked at for each access of each operation. */
const MAX_RULES = 1000;

const RULE_IDS = '^[a-z0-9][a-z0-9-]{0,62}:[a-z0-9][a-z0-9-]{0,62}/[A-Za-z0-9][A-Za-z0-9._-]{0,62}$';

const shared: Record<string, Schema> = {
  glob: text('`*` any run of characters within a segment, `**` across segments, `?` one character.'),
  globs: { title: 'a glob or a list of globs', anyOf: [ref('glob'), list(ref('glob'), 'One of them has to match.')] },
  date: text('A day, `2027-03-01`; it counts to its end, UTC.', { pattern: '^[0-9]{4}-[0-9]{2}-[0-9]{2}$' }),
  because: text('One sentence for whoever is refused: what is at stake and what to do instead.', { maxLength: 500 }),
  decide: { type: 'string', description: 'deny beats review beats allow.', enum: ['allow', 'review', 'deny'] },
  comparison: {
    title: 'a comparison such as `<= 1000`', description: '`< <= > >= =` and a whole number.',
    anyOf: [{ type: 'integer', minimum: 0 }, { type: 'string', description: 'write it like `<= 1000`', pattern: '^(<=|>=|<|>|=) ?[0-9]{1,15}$' }],
  },
  masks: {
    type: 'object', maxProperties: MAX_LIST,
    description: `Globs over \`schema.relation.column\`, or \`content:\` and a detector (${PERSONAL_DETECTORS.join(', ')}, or a kind of secret), to a style.`,
    additionalProperties: {
      title: 'a mask style', enum: [...MASK_STYLES, null],
      description: 'redact: fixed text; partial: shape kept; hash: keyed, joinable within a session; null: NULL.',
    },
  },
  match: closed('All that is given has to hold; a list holds when one of it does.', {
    principal: ref('globs', 'Names of `identities`.'),
    resource: ref('globs', 'Names of `resources`.'),
    environment: ref('globs', 'The resource\'s `environment`.'),
    labels: { type: 'object', description: 'Labels of the resource, each with its value.', additionalProperties: ref('globs'), minProperties: 1, maxProperties: 20 },
    operation: ref('globs', 'Name of the operation: `sql.update`, `kubernetes.restart`.'),
    effect: { title: 'an effect or a list of effects', anyOf: [ref('effect'), list(ref('effect'), 'One of them has to match.')] },
    object: ref('globs', 'What is touched: `public.orders`, `public.*`, `*.orders`; `shop/deployments/web`.'),
    columns: ref('globs', 'Columns touched. An allow rule has to cover all of them; any one makes a review or deny rule hit.'),
    statement: ref('globs', 'Kind of statement: `DROP TABLE`, `ALTER *`.'),
    hazard: ref('globs', 'A way of doing it that people look out for: `index-not-concurrent`, `pod-security.*`. An allow rule has to cover all of them.'),
    rows: ref('comparison', 'Rows that would be touched, as estimated.'),
    size: ref('comparison', 'Bytes of a file or body.'),
    paths: ref('globs', 'Files touched: `db/migrations/**/*.sql`.'),
  }),
  effect: { type: 'string', description: '`*` is every effect but `unknown`.', enum: [...EFFECTS, '*'] },
  when: text('CEL over `operation`, `access`, `principal`, `resource`, `now`; true or false. docs/policy.md lists the fields.', { maxLength: 2000 }),
  maxRows: { type: 'integer', description: 'Row ceiling of operations that match.', minimum: 0, maximum: 1_000_000_000 },
};

const ruleId = text('Shown with each decision. `default` is taken.', { pattern: NAME });

const own: Record<string, Schema> = {
  ids: {
    title: 'a numeric id or a list of them',
    anyOf: [ref('id'), list(ref('id'), 'Any of them.')],
  },
  id: { title: 'a numeric id', anyOf: [{ type: 'integer', minimum: 1, maximum: Number.MAX_SAFE_INTEGER }, { type: 'string', description: 'a number, not a name', pattern: '^[1-9][0-9]{0,18}$' }] },
  exact: { title: 'text or a list of texts', anyOf: [text('Exactly this.'), list(text('Exactly this.'), 'Any of them.')] },
  approvers: closed('Who may approve a review. People count once, by numeric id.', {
    users: { type: 'array', description: 'Numeric ids of people, not names: names can be taken over.', items: ref('id'), maxItems: MAX_LIST },
    teams: { type: 'array', description: '`organisation/team`.', items: text('A team with its organisation, `acme/dba`; a group with its path.', { pattern: '^[A-Za-z0-9][A-Za-z0-9._-]*(/[A-Za-z0-9][A-Za-z0-9._-]*)+$' }), maxItems: MAX_LIST },
    codeowners: flag('Code owners of the files changed may approve, too.'),
    count: { type: 'integer', description: 'How many different people.', minimum: 1, maximum: 20 },
    expires: text('How long an approval holds, from its earliest counting review: `90m`, `8h`, `2d`.', { pattern: '^[1-9][0-9]{0,3}[smhd]$' }),
  }),
  breakGlass: closed('Who may let operations that need a review run without one, in an emergency: somebody else is told before, and has to review afterwards. What is denied stays denied.', {
    principal: ref('exact', 'Identities of jobs that may: jobs that people start, and no agent is in.'),
    users: { type: 'array', description: 'Numeric ids of the people who may.', items: ref('id'), maxItems: MAX_LIST },
    teams: { type: 'array', description: 'Teams whose members may, `organisation/team`.', items: ref('team'), maxItems: MAX_LIST },
    notify: closed('Who is asked for the review, before anything runs.', {
      users: { type: 'array', description: 'Numeric ids of people.', items: ref('id'), maxItems: MAX_LIST },
      teams: { type: 'array', description: '`organisation/team`.', items: ref('team'), maxItems: MAX_LIST },
    }),
    max: text('How long it lasts; `30m` when left out.', { pattern: '^[1-9][0-9]{0,3}[smh]$' }),
  }, ['principal', 'notify']),
  team: text('A team with its organisation, `acme/dba`; a group with its path.', { pattern: '^[A-Za-z0-9][A-Za-z0-9._-]*(/[A-Za-z0-9][A-Za-z0-9._-]*)+$' }),
  hold: { title: 'a duration such as `5m`, or 0', anyOf: [{ type: 'integer', description: 'Not at all.', minimum: 0, maximum: 0 }, text('`90s`, `5m`, `1h`.', { pattern: '^[1-9][0-9]{0,3}[smh]$' })] },
  github: closed('A job of GitHub Actions, by claims of its OIDC token.', {
    repository_id: ref('ids', 'Numeric id of the repository.'),
    repository_owner_id: ref('ids', 'Numeric id of its owner.'),
    workflow: text('File name of the workflow, `nightly.yml`. Without `ref`, and unless the event always runs the default branch, the ref has to be protected.', { pattern: '^[A-Za-z0-9][A-Za-z0-9._-]*\\.ya?ml$' }),
    job_workflow_ref: ref('exact', 'The reusable workflow with its ref, `org/repo/.github/workflows/x.yml@refs/heads/main`.'),
    event: ref('exact', 'Event that started the run, `schedule`.'),
    environment: ref('exact', 'Deployment environment of the job.'),
    ref: ref('globs', 'Git ref of the run, `refs/heads/main`.'),
    ref_protected: flag('The ref is protected.'),
    host: text('Host of a GitHub Enterprise Server or `NAME.ghe.com`.', { pattern: '^[a-z0-9.-]+(:[0-9]{1,5})?$' }),
    enterprise: text('Slug of the enterprise, when its issuer has one of its own.', { pattern: '^[A-Za-z0-9][A-Za-z0-9-]*$' }),
    audience: ref('exact', 'Accepted audiences of the token.'),
  }),
  gitlab: closed('A job of GitLab CI, by claims of its ID token.', {
    project_id: ref('ids', 'Numeric id of the project.'),
    job_project_id: ref('ids', 'Numeric id of the project that runs the job; as `project_id` when left out.'),
    namespace_id: ref('ids', 'Numeric id of the group or user that the project is in.'),
    ref_protected: flag('The ref is protected.'),
    ref: ref('globs', 'Branch or tag of the pipeline, `main`.'),
    environment: ref('exact', 'Environment of the job.'),
    pipeline_source: ref('exact', 'What started the pipeline, `schedule`.'),
    host: text('Host of the instance; `gitlab.com` when left out.', { pattern: '^[a-z0-9.-]+(:[0-9]{1,5})?$' }),
    audience: ref('exact', 'Accepted audiences of the token.'),
  }),
  saml: closed('A person whom an identity provider vouches for, by a SAML 2.0 assertion; at a gateway.', {
    issuer: text('Entity id of the identity provider, exactly.', { pattern: '^[!-~]+$' }),
    name_id: ref('exact', 'Who: the `NameID` of the assertion.'),
    attributes: ref('tests', 'Attributes of the assertion and what one of their values has to be: exactly, or by glob.'),
  }, ['issuer']),
  tests: { type: 'object', description: 'What has to be said, by name.', minProperties: 1, maxProperties: 50, additionalProperties: { title: 'a value or a list of values', anyOf: [ref('claim'), list(ref('claim'), 'Any of them.')] } },
  identity: closed('Exactly one of `github`, `gitlab`, `saml`, `local`, or `issuer` with `claims`.', {
    github: ref('github'),
    gitlab: ref('gitlab'),
    saml: ref('saml'),
    local: { type: 'boolean', const: true, description: 'A person at a shell of their own.' },
    issuer: text('Issuer of the token, exactly.', { pattern: '^https?://[^ ]+$' }),
    audience: ref('exact', 'Accepted audiences of the token.'),
    claims: ref('tests', 'Claims of the token and what each has to be: exactly, or by glob. `/a/b` is the claim `b` in the object `a`.'),
  }),
  claim: { title: 'text, a whole number, true or false', anyOf: [text('Exactly this.'), { type: 'integer', minimum: 0, maximum: Number.MAX_SAFE_INTEGER }, { type: 'boolean' }] },
  resource: closed('A production target.', {
    type: { type: 'string', description: 'What it is.', enum: ['postgres', 'kubernetes', 'http', 'model', 'shell'] },
    environment: text('Any word, `production`. Rules for an environment also hold where none is given, unless they allow.', { maxLength: 63 }),
    labels: { type: 'object', description: 'Free labels for rules to match.', additionalProperties: text('A value.', { maxLength: 200 }), maxProperties: 50 },
    url: text('`postgres://[user@]host[:port]/database`, never with a password.'),
    credential: text('Where the secret is: `env:NAME`, `file:/path`, `vault:path`, `aws-sm:name`, `gcp-sm:path`, `azure-kv:name`, `aws-rds-iam:user`, `oidc:audience`. Read by the gate alone; docs/vault.md.'),
    vault: text('Which of `vaults` the credential is kept in; may be left out when there is one of its type.', { pattern: NAME }),
    allow_static: flag('Allows an `env:` or `file:` credential under a CI product.'),
    local: flag('May be used by `--local` runs, with the person\'s own rights.'),
    hold: ref('hold', 'Instead of the policy\'s `approvals.hold`.'),
    mask: ref('masks'),
    tls: closed('How the upstream is encrypted and known.', {
      mode: { type: 'string', description: '`verify-full` unless the host is loopback; `disable` only there.', enum: ['verify-full', 'verify-ca', 'require', 'disable'] },
      ca: text('PEM file of the authority, when it is not a public one.'),
    }),
  }, ['type']),
  detector: closed('How one kind of secret looks.', {
    pattern: text('RE2, case as written unless it begins with `(?i)`; with a bound: `acme_[0-9a-f]{32}`, not `acme_.*`.', { maxLength: 500 }),
    keywords: { type: 'array', description: 'Texts one of which is in the secret or at most 128 characters before it; taken from the pattern when left out.', items: text('Three to fifty printable ASCII characters.', { pattern: '^[ -~]{3,50}$' }), minItems: 1, maxItems: 20 },
  }, ['pattern']),
  sigstore: closed('Services of Sigstore of your own; `fulcio`, and `rekor` or `tsa`, have to be there.', {
    fulcio: text('`https://HOST` of the authority that certifies the job.'),
    rekor: text('`https://HOST` of the log that witnesses the signature.'),
    tsa: text('`https://HOST[/PATH]` of an RFC 3161 clock that witnesses it.'),
    token_file: text('File with an OIDC token of the gateway\'s own, audience `sigstore`, in place of the job\'s; without addresses, for the public Sigstore.', { pattern: '^/' }),
  }),
  vault: closed('A place that keeps credentials. The gate shows it a short-lived OIDC token; docs/vault.md says what each type needs.', {
    type: { type: 'string', description: '`vault`: HashiCorp Vault or OpenBao; `aws`: Secrets Manager and RDS; `gcp`: Secret Manager; `azure`: Key Vault.', enum: ['vault', 'aws', 'gcp', 'azure'] },
    address: text('`https://HOST[:PORT]` of the vault; AWS and Google Cloud have one for each region or project.'),
    login: text('Where the token is exchanged: AWS STS or Microsoft Entra ID; has a default.'),
    audience: text('Audience of the token that it is shown; has a default.'),
    token_file: text('File with a token of the gateway\'s own, in place of the job\'s.'),
    ca: text('PEM file of the authority, when it is not a public one.'),
    namespace: text('Vault: namespace.', { pattern: '^[^ ]+$' }),
    mount: text('Vault: where its JWT login is mounted; `jwt` when left out.', { pattern: '^[A-Za-z0-9_-]+(/[A-Za-z0-9_-]+)*$' }),
    role: text('Vault: role of its JWT login.', { pattern: '^[^ ]+$' }),
    region: text('AWS: region, `eu-central-1`.', { pattern: '^[a-z]{2}(-[a-z0-9]+)+$' }),
    role_arn: text('AWS: role that trusts the issuer.', { pattern: '^arn:[a-z0-9-]+:iam::[0-9]{12}:role/[A-Za-z0-9+=,.@_/-]+$' }),
    provider: text('Google Cloud: `projects/NUMBER/locations/global/workloadIdentityPools/POOL/providers/PROVIDER`.', { pattern: '^projects/[0-9]+/locations/global/workloadIdentityPools/[a-z0-9-]+/providers/[a-z0-9-]+$' }),
    service_account: text('Google Cloud: account to act as.', { pattern: '^[a-z0-9.-]+@[a-z0-9.-]+$' }),
    tenant: text('Azure: id of the directory.', { pattern: '^[0-9A-Za-z.-]+$' }),
    client: text('Azure: client id of the app registration.', { pattern: '^[0-9a-fA-F-]{36}$' }),
  }, ['type']),
  change: closed('Which files become which operations.', {
    paths: list(ref('glob'), 'Files, as globs from the repository\'s root.'),
    tool: text('Tool that runs them, `dbmate`.', { pattern: NAME }),
    as: { type: 'string', description: 'Kind of operation that they are.', enum: ['sql', 'shell', 'kubernetes', 'http', 'model', 'file'] },
    resource: text('Resource that they are for.', { pattern: NAME }),
    table: text('The tool\'s version table as `schema.name`, when it is not where the tool puts it by itself.', { pattern: '^[^."]+\\.[^."]+$' }),
  }, ['paths', 'resource']),
  override: closed('What becomes of one rule of a pack.', {
    decide: { type: 'string', description: '`off` needs `because` and `until`.', enum: ['off', 'review', 'deny'] },
    because: ref('because'),
    until: ref('date'),
  }, ['decide']),
  rule: closed('One rule.', {
    id: ruleId, match: ref('match'), when: ref('when'), decide: ref('decide'), because: ref('because'), mask: ref('masks'), max_rows: ref('maxRows'),
    observe: flag('Says "would have refused" and lets pass; needs `until`.'),
    until: ref('date'),
    approvers: ref('approvers', 'Instead of the policy\'s, key by key.'),
  }, ['id', 'match']),
};

/** The schema of `.ostiary/policy.yml`, version 1. Published as docs/schema/policy-v1.json. */
export const policySchema: Schema = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  $id: 'urn:ostiary:policy-v1',
  title: 'Ostiary policy',
  $defs: { ...shared, ...own },
  ...closed('What an agent may do to production.', {
    version: { const: 1, description: 'Version of this format.' },
    extends: { type: 'array', description: 'Packs of rules: `ostiary:postgres`, `github:ORG/REPO/FILE@SHA`.', items: text('A pack.', { pattern: '^[a-z0-9-]+:[^ ]+$' }), maxItems: 20 },
    packs: { type: 'object', description: 'Single rules of packs, by their full id, switched off or changed.', propertyNames: { pattern: RULE_IDS }, additionalProperties: ref('override'), maxProperties: MAX_LIST },
    mode: { type: 'string', description: '`observe` decides and records but refuses nothing; needs `until`.', enum: ['enforce', 'observe'] },
    until: ref('date'),
    default: { type: 'string', description: 'When no rule matches.', enum: ['deny', 'review'] },
    approvers: ref('approvers'),
    break_glass: ref('breakGlass'),
    approvals: closed('What becomes of approvals.', {
      after: { type: 'string', description: 'What becomes of the pull request when all that it approved was done; `close` when left out.', enum: ['close', 'merge', 'keep'] },
      hold: ref('hold', 'How long a connection that is idle waits for people when its operation needs a review, `5m`; `0` when left out: it is refused at once.'),
    }),
    identities: { type: 'object', description: 'Who rules call by which name.', propertyNames: { pattern: NAME }, additionalProperties: ref('identity'), maxProperties: MAX_LIST },
    resources: { type: 'object', description: 'Production targets by name.', propertyNames: { pattern: NAME }, additionalProperties: ref('resource'), maxProperties: MAX_LIST },
    vaults: { type: 'object', description: 'Where credentials are kept, by name.', propertyNames: { pattern: NAME }, additionalProperties: ref('vault'), maxProperties: 50 },
    changes: { type: 'array', description: 'Which files of a change become which operations.', items: ref('change'), maxItems: MAX_LIST },
    rules: { type: 'array', description: 'Order does not matter: deny beats review beats allow.', items: ref('rule'), maxItems: MAX_RULES },
    detectors: {
      type: 'object', description: 'Secrets of your own, by a name that stands in their place (`[masked:NAME]`). Looked for everywhere, as the built-in ones are.',
      propertyNames: { pattern: '^[a-z][a-z0-9-]{0,39}$' }, additionalProperties: ref('detector'), maxProperties: 50,
    },
    record: closed('What a recording holds, and who signs it.', {
      results: { type: 'string', description: '`rows`: first rows, masked; `counts`; `none`.', enum: ['rows', 'counts', 'none'] },
      key: text('Where the Ed25519 key is that signs recordings (PEM, or its bytes in base64): `vault:path`, `aws-sm:name`, `gcp-sm:path`, `azure-kv:name`, `file:/path`, `env:NAME`. Read by the gate alone.'),
      vault: text('Which of `vaults` the key is kept in; may be left out when there is one of its type.', { pattern: NAME }),
      allow_static: flag('Allows an `env:` or `file:` key under a CI product.'),
      keyless: {
        title: 'true, or addresses of Sigstore', anyOf: [flag('Signs as the job, or the gateway, itself, through the public Sigstore (whose log everybody can read).'), ref('sigstore')],
      },
    }),
    forge: closed('What approvals are asked for, claimed and told with, in place of the job\'s own token.', {
      token: text('Where the token of an App, a project or a group is: `vault:path`, `aws-sm:name`, `gcp-sm:path`, `azure-kv:name`, `file:/path`, `env:NAME`. Read by the gate alone.'),
      vault: text('Which of `vaults` the token is kept in; may be left out when there is one of its type.', { pattern: NAME }),
      allow_static: flag('Allows an `env:` or `file:` token under a CI product.'),
    }, ['token']),
  }, ['version']),
};

/** The schema of a pack, version 1: rules that may only deny, review, mask or limit. Published as docs/schema/pack-v1.json. */
export const packSchema: Schema = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  $id: 'urn:ostiary:pack-v1',
  title: 'Ostiary pack',
  $defs: {
    ...shared,
    packRule: closed('One rule. A pack may not allow.', {
      id: ruleId, match: ref('match'), when: ref('when'), because: ref('because'), mask: ref('masks'), max_rows: ref('maxRows'),
      decide: { type: 'string', description: 'deny beats review.', enum: ['review', 'deny'] },
    }, ['id', 'match']),
  },
  ...closed('A versioned set of rules.', {
    pack: text('Its name; rule ids begin with it.', { pattern: '^[a-z0-9][a-z0-9-]{0,62}:[a-z0-9][a-z0-9-]{0,62}$' }),
    version: { type: 'integer', description: 'Grows with every change of meaning.', minimum: 1, maximum: 1_000_000 },
    description: text('What it is for.'),
    rules: { type: 'array', description: 'Its rules.', items: ref('packRule'), minItems: 1, maxItems: MAX_RULES },
  }, ['pack', 'version', 'rules']),
};
