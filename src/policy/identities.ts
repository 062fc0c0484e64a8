// SPDX-License-Identifier: Apache-2.0
//
// Reads `identities:` and writes the shorthands out as an issuer and claims, each compared exactly or by glob. Refuses identities that strangers could satisfy: an
// issuer that serves everybody needs a numeric id, a workflow file needs a ref that not every branch can be. Reads no token.
// @see https://docs.github.com/actions/reference/security/oidc  @see https://docs.gitlab.com/ci/secrets/id_token_authentication/
import type { ClaimTest, IdentityRule, TokenIdentity } from '../core/identity.js';
import { isGlob } from '../core/glob.js';
import { adviceFor } from './identity-advice.js';
import { child, entriesOf, manyOf, present, textOf, textsOf } from './node.js';
import { mistake, quoted, type Finding } from './problem.js';
import { isLoopback } from './resources.js';
import type { Located } from './yaml.js';

const GITHUB_ISSUER = 'https://token.actions.githubusercontent.com';
const GITLAB_ISSUER = 'https://gitlab.com';
/** Issuers whose tokens anybody can get, and the claims that tell ours from everybody's. */
const SHARED_ISSUERS: readonly { readonly issuer: string; readonly claims: readonly string[] }[] = [
  { issuer: GITHUB_ISSUER, claims: ['repository_id', 'repository_owner_id', 'enterprise_id'] },
  { issuer: GITLAB_ISSUER, claims: ['project_id', 'namespace_id'] },
];
/** Events whose workflow file is always that of the default branch, whoever caused them. */
const DEFAULT_BRANCH_EVENTS: ReadonlySet<string> = new Set([
  'schedule', 'workflow_run', 'repository_dispatch', 'issues', 'issue_comment', 'discussion', 'discussion_comment',
]);

/** All identities, in the order written. */
export function readIdentities(node: Located | undefined, findings: Finding[]): readonly IdentityRule[] {
  return entriesOf(node).flatMap(({ key, keyAt, node: identity }) => {
    const complain = (at: number, message: string, hint: string) => findings.push(mistake(at, `\`identities.${key}\` ${message}`, hint));
    const read = readIdentity(key, identity, complain);
    if (read !== null) findings.push(...adviceFor(key, identity));
    if (read === null) complain(keyAt, 'has to say exactly one of `github`, `gitlab`, `saml`, `local`, or `issuer` with `claims`', 'for example `{ github: { repository_id: 812364, workflow: nightly.yml, event: schedule } }`');
    return read === null ? [] : [read];
  });
}

type Complain = (at: number, message: string, hint: string) => void;
type Claims = Record<string, readonly ClaimTest[]>;

function readIdentity(name: string, node: Located, complain: Complain): IdentityRule | null {
  const keys = entriesOf(node).map(({ key }) => key).sort().join(' ');
  if (keys === 'local') return { kind: 'local', name };
  if (keys === 'github') return github(name, present(node, 'github'), complain);
  if (keys === 'gitlab') return gitlab(name, present(node, 'gitlab'), complain);
  if (keys === 'saml') return saml(name, present(node, 'saml'), complain);
  return keys === 'claims issuer' || keys === 'audience claims issuer' ? general(name, node, complain) : null;
}

function github(name: string, node: Located, complain: Complain): TokenIdentity {
  const claims = exactClaims(node, { repository_id: 'repository_id', repository_owner_id: 'repository_owner_id', event: 'event_name', environment: 'environment', ref_protected: 'ref_protected' });
  if (claims['repository_id'] === undefined && claims['repository_owner_id'] === undefined) {
    complain(node.at, 'names no repository by its number', 'add `repository_id` (or `repository_owner_id`): names can be taken over');
  }
  const refs = textsOf(node, 'ref');
  for (const ref of manyOf(node, 'ref') ?? []) {
    if (!String(ref.value).startsWith('refs/')) complain(ref.at, `has the ref ${quoted(ref.value)}`, 'write it in full, `refs/heads/main`');
  }
  if (refs !== undefined) claims['ref'] = refs.map(globTest);
  const reusable = manyOf(node, 'job_workflow_ref') ?? [];
  for (const one of reusable) checkWorkflowRef(one, complain);
  if (reusable.length > 0) claims['job_workflow_ref'] = reusable.map((one) => globTest(String(one.value)));
  const workflow = textOf(node, 'workflow');
  if (workflow !== null) {
    // `owner/repository/.github/workflows/FILE@REF`: no part but the ref may hold a slash, so FILE can't be dressed up as another.
    claims['workflow_ref'] = (refs ?? ['refs/**']).map((ref) => ({ glob: `*/*/.github/workflows/${workflow}@${ref}` }));
    if (refs === undefined && claims['ref_protected'] === undefined && !onDefaultBranch(textsOf(node, 'event'))) claims['ref_protected'] = [{ exact: 'true' }];
  }
  return { kind: 'token', name, issuer: githubIssuer(node, complain), audience: textsOf(node, 'audience') ?? null, claims, ifPresent: {} };
}

// `owner/repository/.github/workflows/FILE@REF`. A glob that takes any commit takes those of forks, which lie in the same store.
function checkWorkflowRef(one: Located, complain: Complain): void {
  const text = String(one.value);
  const ref = text.slice(text.lastIndexOf('@') + 1);
  if (!isGlob(text)) return;
  if (!text.includes('@') || !/^refs\/(heads|tags)\/[^/]/u.test(ref)) complain(one.at, `has ${quoted(text)} for \`job_workflow_ref\``, 'a glob there names the branch or tag: `acme/ci/.github/workflows/gate.yml@refs/tags/v*`');
}

function onDefaultBranch(events: readonly string[] | undefined): boolean {
  return events !== undefined && events.every((event) => DEFAULT_BRANCH_EVENTS.has(event));
}

function githubIssuer(node: Located, complain: Complain): string {
  const host = textOf(node, 'host');
  const enterprise = textOf(node, 'enterprise');
  if (host === null) return enterprise === null ? GITHUB_ISSUER : `${GITHUB_ISSUER}/${enterprise}`;
  if (enterprise !== null) complain(node.at, 'has both `host` and `enterprise`', '`enterprise` is for github.com; a server of your own has one issuer');
  return host.endsWith('.ghe.com') ? `https://token.actions.${host}` : `https://${host}/_services/token`;
}

function gitlab(name: string, node: Located, complain: Complain): TokenIdentity {
  const claims = exactClaims(node, { project_id: 'project_id', job_project_id: 'job_project_id', namespace_id: 'namespace_id', ref_protected: 'ref_protected', environment: 'environment', pipeline_source: 'pipeline_source' });
  const project = claims['project_id'];
  if (project === undefined && claims['namespace_id'] === undefined) {
    complain(node.at, 'names no project by its number', 'add `project_id` (or `namespace_id`): names can be taken over, and `job_project_id` alone lets forks in');
  }
  Object.assign(claims, gitlabRefs(textsOf(node, 'ref') ?? []));
  // In a fork's merge request the two differ; then neither project may speak for the other.
  const ifPresent: Claims = project === undefined || claims['job_project_id'] !== undefined ? {} : { job_project_id: project };
  const issuer = `https://${textOf(node, 'host') ?? 'gitlab.com'}`;
  return { kind: 'token', name, issuer, audience: textsOf(node, 'audience') ?? null, claims, ifPresent };
}

// A tag may be called like a branch, and be pushed by more people: what is not written in full is a branch.
function gitlabRefs(refs: readonly string[]): Claims {
  if (refs.length === 0) return {};
  if (!refs.some((ref) => ref.startsWith('refs/'))) return { ref: refs.map(globTest), ref_type: [{ exact: 'branch' }] };
  return { ref_path: refs.map((ref) => globTest(ref.startsWith('refs/') ? ref : `refs/heads/${ref}`)) };
}

function general(name: string, node: Located, complain: Complain): TokenIdentity {
  const issuer = present(node, 'issuer');
  const claims = testsOf(child(node, 'claims'), 'claim', complain);
  const url = String(issuer.value);
  if (!trustworthy(url)) complain(issuer.at, `has the issuer ${quoted(url)}`, 'write `https://…` without query; `http://` is for loopback only');
  const shared = SHARED_ISSUERS.find((known) => url === known.issuer || url.startsWith(`${known.issuer}/`));
  if (shared?.claims.every((claim) => claims[claim] === undefined) === true) {
    complain(issuer.at, 'could be satisfied by anybody\'s job', `add one of the claims ${shared.claims.map((claim) => `\`${claim}\``).join(', ')}`);
  }
  return { kind: 'token', name, issuer: url, audience: textsOf(node, 'audience') ?? null, claims, ifPresent: {} };
}

// The name of an identity provider is no address: many begin with `http://` or `urn:`, or have a query.
function saml(name: string, node: Located, complain: Complain): TokenIdentity {
  const claims = testsOf(child(node, 'attributes'), 'attribute', complain);
  const nameIds = textsOf(node, 'name_id') ?? null;
  if (nameIds === null && Object.keys(claims).length === 0) complain(node.at, 'could be satisfied by everybody whom that provider knows', 'add `name_id` or `attributes`, such as `{ department: dba }`');
  return { kind: 'token', name, issuer: String(present(node, 'issuer').value), audience: null, claims, ifPresent: {}, saml: { nameIds } };
}

function testsOf(node: Located | undefined, what: string, complain: Complain): Claims {
  const tests = Object.create(null) as Claims;
  for (const { key, node: value } of entriesOf(node)) {
    const values = value.items ?? [value];
    for (const one of values) {
      if (isGlob(String(one.value)) && mustBeExact(key, String(one.value))) complain(one.at, `has ${quoted(one.value)} for the ${what} ${quoted(key)}`, 'ids and `sub` are compared exactly, and `*` alone is everybody; globs are for refs, paths and names');
    }
    tests[key] = values.map((one) => globTest(String(one.value)));
  }
  return tests;
}

// A glob in an id has no meaning but to let strangers in, and one in `sub` has let them in often enough.
function mustBeExact(claim: string, value: string): boolean {
  return /(^|[_/.-])(id|uid|sub)$/iu.test(claim) || /^[*?/]+$/u.test(value);
}

function trustworthy(issuer: string): boolean {
  if (!URL.canParse(issuer)) return false;
  const { protocol, hostname, search, hash, username } = new URL(issuer);
  if (search !== '' || hash !== '' || username !== '') return false;
  return protocol === 'https:' || isLoopback(hostname.replace(/^\[|\]$/gu, ''));
}

// Keys of a shorthand that are claims under another name; each value exact.
function exactClaims(node: Located, names: Readonly<Record<string, string>>): Claims {
  const claims = Object.create(null) as Claims;
  for (const [key, claim] of Object.entries(names)) {
    const values = textsOf(node, key);
    if (values !== undefined) claims[claim] = values.map((exact) => ({ exact }));
  }
  return claims;
}

function globTest(ref: string): ClaimTest {
  return isGlob(ref) ? { glob: ref } : { exact: ref };
}
