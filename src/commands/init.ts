// SPDX-License-Identifier: Apache-2.0
//
// `init`: looks at a repository and proposes a policy and a job that checks changes by it, in observe mode, each line explained. Pure: files
// in, files out. Refuses to enforce anything by itself, and to guess what it can't see (ids, addresses): those are left to fill in, and said.
import { manual } from '../core/documentation-links.js';

/** What is known of a repository: its paths, and the first bytes of those that were asked for. */
export interface RepositoryView {
  readonly paths: readonly string[];
  /** The beginning of a file, as text. */
  head(path: string): string;
  /** URL of `origin`; null when there is none. */
  readonly remote: string | null;
  readonly defaultBranch: string;
}

export interface ProposedFile {
  readonly path: string;
  readonly text: string;
}

/** What `init` would write, and what a person has to do then, one sentence each. */
export interface Proposal {
  readonly files: readonly ProposedFile[];
  readonly found: readonly string[];
  readonly next: readonly string[];
}

interface Found {
  readonly what: string;
  readonly paths: readonly string[];
  /** `tool: dbmate` or `as: kubernetes`. */
  readonly reads: string;
  readonly resource: 'production-db' | 'cluster' | 'infrastructure';
  readonly pack: string;
}

const POLICY = '.ostiary/policy.yml';
const SHA = '08c6903cd8c0fde910a37f88322edcfb5dd907a8 # v5.0.0';

/** Proposes files. `until`: the last day of observing, `2027-03-01`. `version`: of Ostiary. */
export function proposeFiles(view: RepositoryView, { until, version }: { readonly until: string; readonly version: string }): Proposal {
  const found = [...migrations(view), ...manifests(view), ...terraform(view)];
  const unread = programs(view);
  const own = view.paths.includes(POLICY);
  const gitlab = /gitlab/u.test(view.remote ?? '') || (view.paths.includes('.gitlab-ci.yml') && !/github/u.test(view.remote ?? ''));
  const job = gitlab ? gitlabJob(version) : githubJob(view.defaultBranch);
  return {
    // The tests are about the resource of the proposed policy: beside one of somebody's own they would fail.
    files: [{ path: POLICY, text: policyText({ found, unread, until, gitlab }) }, ...(own ? [] : [{ path: '.ostiary/policy.test.yml', text: testsText() }]), job],
    found: [...found.map(({ what, paths }) => `${what} in ${paths.map((path) => `\`${path}\``).join(', ')}`), ...unread.map(({ what, path }) => `${what} in \`${path}\`, which say what they do only when they run`)],
    next: [
      ...(own ? [] : [`put the real addresses under \`resources\` of .ostiary/policy.yml${found.length > 0 || unread.length > 0 ? '' : ', and say under `changes` which files change production'}`]),
      own ? 'ask your policy: `ostiary policy explain "DROP TABLE orders"`' : 'ask it: `ostiary policy explain --resource production-db "DROP TABLE orders"`; `ostiary policy test` runs .ostiary/policy.test.yml',
      `commit all of it to \`${view.defaultBranch}\` and protect that branch: the policy counts from there only`,
      `see what a change would do, on a branch with one committed: \`ostiary policy-check --base ${view.defaultBranch}\``,
      ...(unread.length > 0 ? ['have a person see what migrations that are programs do, before they are merged: `ostiary plan` captures it on a scratch database'] : []),
      ...(gitlab ? ['pin the address in .gitlab/ostiary.yml to a full commit SHA, give it a `stage` that you have, and include it: `include: { local: .gitlab/ostiary.yml }` in your .gitlab-ci.yml'] : ['pin the action in .github/workflows/ostiary.yml to a full commit SHA']),
      ...(own ? [] : [`look at what would have been refused, tighten or loosen, and take \`mode: observe\` out before ${until}`]),
    ],
  };
}

function migrations(view: RepositoryView): Found[] {
  const found = new Map<string, Found>();
  const add = (what: string, tool: string, paths: string): void => {
    if (!found.has(paths)) found.set(paths, { what, paths: [paths], reads: `tool: ${tool}`, resource: 'production-db', pack: 'ostiary:migrations' });
  };
  for (const path of view.paths) {
    const folder = path.includes('/') ? path.slice(0, path.lastIndexOf('/')) : '';
    const name = path.slice(path.lastIndexOf('/') + 1);
    const here = (pattern: string): string => (folder === '' ? pattern : `${folder}/${pattern}`);
    if (name === 'migration.sql' && /(^|\/)prisma\/migrations\//u.test(path)) add('Prisma migrations', 'prisma', `${path.slice(0, path.indexOf('migrations/') + 10)}/**/*.sql`);
    else if (name === 'structure.sql' && folder.endsWith('db')) add('a Rails structure', 'rails', path);
    else if (/^[VRU]\d*[\d._]*__.+\.sql$/u.test(name)) add('Flyway migrations', 'flyway', here('*.sql'));
    else if (/\.(?:up|down)\.sql$/u.test(name)) add('golang-migrate migrations', 'golang-migrate', here('*.sql'));
    else if (name.endsWith('.sql') && /(^|\/)(?:migrations?|migrate|drizzle|deploy)(\/|$)/u.test(folder)) add(...sqlTool(view, path, here));
  }
  return [...found.values()];
}

function sqlTool(view: RepositoryView, path: string, here: (pattern: string) => string): [what: string, tool: string, paths: string] {
  const head = view.head(path);
  if (head.includes('-- migrate:up')) return ['dbmate migrations', 'dbmate', here('*.sql')];
  if (head.includes('-- +goose Up')) return ['goose migrations', 'goose', here('*.sql')];
  if (head.includes('--> statement-breakpoint') || view.paths.some((other) => /(^|\/)drizzle\.config\.\w+$/u.test(other))) return ['Drizzle migrations', 'drizzle', here('*.sql')];
  if (view.paths.includes('sqitch.plan')) return ['Sqitch changes', 'sqitch', 'deploy/**/*.sql'];
  return ['SQL migrations', 'psql', here('*.sql')];
}

function manifests(view: RepositoryView): Found[] {
  const places = new Map<string, readonly string[]>();
  for (const path of view.paths) {
    if (!/\.ya?ml$/u.test(path) || path.startsWith('.')) continue;
    const head = view.head(path);
    if (!/^apiVersion:/mu.test(head) || !/^kind:/mu.test(head) || head.includes('{{')) continue;
    const [folder = ''] = path.split('/');
    // Of a folder, what `kubectl apply -f` reads of it, whatever is there today.
    places.set(folder, folder === path ? [path] : ['yaml', 'yml', 'json'].map((kind) => `${folder}/**/*.${kind}`));
  }
  return [...places.values()].map((paths) => ({ what: 'Kubernetes manifests', paths, reads: 'as: kubernetes', resource: 'cluster', pack: 'ostiary:kubernetes' }));
}

function terraform(view: RepositoryView): Found[] {
  if (!view.paths.some((path) => path.endsWith('.tf'))) return [];
  return [{ what: 'Terraform (its saved plans in JSON)', paths: ['**/*.tfplan.json'], reads: 'tool: terraform', resource: 'infrastructure', pack: 'ostiary:terraform' }];
}

/** Migrations that are programs. */
function programs(view: RepositoryView): { readonly what: string; readonly path: string }[] {
  const kinds: readonly (readonly [RegExp, string])[] = [
    [/^(.*\/)?db\/migrate\/[^/]+\.rb$/u, 'Rails migrations'], [/^(.*\/)?(?:alembic|migrations)\/versions\/[^/]+\.py$/u, 'Alembic migrations'], [/^(.*\/)?migrations\/\d{4}_[^/]+\.py$/u, 'Django migrations'], [/^(.*\/)?migrations?\/\d+[^/]*\.[jt]s$/u, 'TypeORM or Knex migrations'],
  ];
  return kinds.flatMap(([pattern, what]) => {
    const path = view.paths.find((candidate) => pattern.test(candidate));
    return path === undefined ? [] : [{ what, path: `${path.slice(0, path.lastIndexOf('/'))}/` }];
  });
}

interface Seen {
  readonly found: readonly Found[];
  /** Migrations that are programs. */
  readonly unread: readonly { readonly what: string; readonly path: string }[];
  readonly until: string;
  readonly gitlab: boolean;
}

function policyText({ found, unread, until, gitlab }: Seen): string {
  const packs = ['ostiary:postgres', 'ostiary:pii', 'ostiary:shell', 'ostiary:code', ...found.map(({ pack }) => pack)];
  const resources = new Set(found.map(({ resource }) => resource));
  const lines = [
    `# What agents may do to production. It counts from the protected branch only; docs: ${manual('docs/policy.md')}`,
    'version: 1', '',
    '# Nothing is refused until that day: what would have been is said loudly. Take both lines out to enforce.', 'mode: observe', `until: ${until}`, '',
    `# Sets of rules that deny or review; each of them is in ${manual('docs/rules.md')}`, `extends: [${[...new Set(packs)].join(', ')}]`, '',
    '# What no rule allows is denied.', 'default: deny', '',
    '# Who may approve what needs a review: numeric ids of people, and teams.', '# approvers: { users: [1], teams: [acme/dba], count: 1, expires: 8h }', '',
    ...(gitlab
      ? ['# Who a job is, by the claims of its OIDC token; the project by its numeric id (on its page, under its name).', '# identities:', '#   nightly: { gitlab: { project_id: 1, ref_protected: true, pipeline_source: schedule } }', '']
      : ['# Who a job is, by the claims of its OIDC token; the repository by its numeric id (`gh api repos/OWNER/REPO --jq .id`).', '# identities:', '#   nightly: { github: { repository_id: 1, workflow: nightly.yml, event: schedule } }', '']),
    '# Production targets. `credential` says where the gate finds the secret; jobs never see it.', 'resources:',
    '  production-db:', '    type: postgres', '    environment: production', '    url: postgres://db.internal/app', '    credential: env:PRODUCTION_DB', '    allow_static: true   # an env: credential in CI; better: vault:',
    '    # mask: { public.customers.email: partial }   # on top of what ostiary:pii finds by name',
    ...(resources.has('cluster') ? ['  cluster: { type: kubernetes, environment: production }'] : []),
    ...(resources.has('infrastructure') ? ['  infrastructure: { type: shell, environment: production }   # judged before merge; nothing connects to it'] : []), '',
    '# Which files of a change become which operations.',
    ...(found.length === 0 ? ['# changes:', '#   - { paths: ["db/migrations/**/*.sql"], tool: dbmate, resource: production-db }'] : ['changes:', ...found.map(({ paths, reads, resource }) => `  - { paths: [${paths.map((path) => `"${path}"`).join(', ')}], ${reads}, resource: ${resource} }`)]),
    ...unread.map(({ what, path }) => `# ${what} in ${path} are programs: \`ostiary plan\` captures what they do, and the gate sees it when they run.`), '',
    '# deny beats review beats allow; the order does not matter.', 'rules:',
    '  - { id: reads, match: { resource: production-db, effect: read }, decide: allow }',
    '  - { id: writes, match: { resource: production-db, effect: write }, decide: review, because: data changes are looked at first }',
    ...(resources.has('cluster') ? ['  - { id: rollouts, match: { resource: cluster, effect: [read, write] }, decide: allow }'] : []),
    ...(resources.has('infrastructure') ? ['  - { id: plans, match: { resource: infrastructure, effect: [read, write] }, decide: allow }'] : []), '',
  ];
  return lines.join('\n');
}

function testsText(): string {
  return [
    '# `ostiary policy test` runs these: an operation in, a decision out.', 'policy: policy.yml', 'tests:',
    '  - { name: reads are allowed, resource: production-db, operation: "SELECT 1", decision: allow, rules: [reads] }',
    '',
  ].join('\n');
}

function githubJob(branch: string): ProposedFile {
  return {
    path: '.github/workflows/ostiary.yml',
    text: [
      '# Judges what a change would do to production, before it is merged. Executes nothing and needs no secret.', 'name: ostiary', 'on:', '  pull_request:', `    branches: [${branch}]`, 'permissions:', '  contents: read   # to read the policy at the protected branch',
      'jobs:', '  policy-check:', '    runs-on: ubuntu-24.04', '    steps:', `      - uses: actions/checkout@${SHA}`, '        with:', '          fetch-depth: 0              # the change is compared with its merge base', '          persist-credentials: false',
      '      - uses: ostiary/ostiary/actions/policy-check@v0   # pin the SHA', '',
    ].join('\n'),
  };
}

function gitlabJob(version: string): ProposedFile {
  return {
    path: '.gitlab/ostiary.yml',
    text: [
      '# Judges what a change would do to production, before it is merged. Include it: `include: { local: .gitlab/ostiary.yml }`.', 'include:', '  - remote: https://raw.githubusercontent.com/ostiary/ostiary/v0/gitlab/templates/policy-check.yml',
      '    inputs:', '      stage: test   # one that your .gitlab-ci.yml has', `      image: ghcr.io/ostiary/ostiary:${version}   # pin it by digest`, '',
    ].join('\n'),
  };
}
