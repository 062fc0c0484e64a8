// SPDX-License-Identifier: Apache-2.0
//
// From a policy's `identities` and a signed token to the names that rules go by: every product's own form of tokens, and what somebody else's
// job could try in its place. Tokens are signed by a key that the issuer publishes, through the very addresses of that issuer.
import { IssuerKeys } from '../../../src/identity/keys.js';
import type { IssuerKind } from '../../../src/identity/issuers.js';
import { principalOf } from '../../../src/identity/principal.js';
import { verifyToken } from '../../../src/identity/verify.js';
import { loadPolicy } from '../../../src/policy/load.js';
import { hastyRuntime } from '../../support/hasty-runtime.js';
import { makeSigningKey, startOidcIssuer, type OidcIssuer, type SigningKey } from '../../support/oidc-issuer.js';

const GITHUB = 'https://token.actions.githubusercontent.com';
const CLASSIC = 'repo:acme/shop:ref:refs/heads/main';
const IMMUTABLE = 'repo:acme@99/shop@812364:ref:refs/heads/main';
const JOB = {
  repository: 'acme/shop', repository_id: '812364', repository_owner: 'acme', repository_owner_id: '99', actor: 'sam', actor_id: '7', event_name: 'push', ref: 'refs/heads/main', ref_protected: 'true', run_attempt: '1',
  workflow_ref: 'acme/shop/.github/workflows/nightly.yml@refs/heads/main', job_workflow_ref: 'acme/ci/.github/workflows/gate.yml@refs/heads/main', sub: CLASSIC,
};
const PIPELINE = { project_id: '77', job_project_id: '77', project_path: 'acme/shop', job_project_path: 'acme/shop', namespace_id: '9', job_namespace_id: '9', ref: 'main', ref_type: 'branch', ref_protected: 'true', pipeline_source: 'schedule', user_id: '8', user_login: 'sam', sub: 'project_path:acme/shop:ref_type:branch:ref:main' };

let signer: OidcIssuer;
let key: SigningKey;
beforeAll(async () => {
  key = await makeSigningKey('ES256', 'key-1');
  signer = await startOidcIssuer({ key });
});
afterAll(() => signer.stop());

/** The names that the policy's identities give to a token of that issuer; discovery answers at the issuer's own addresses. */
async function namesOf(identities: string, issuer: string, kind: IssuerKind, claims: Record<string, unknown>): Promise<{ names: readonly string[]; prompter: string | undefined }> {
  const runtime = hastyRuntime({
    fetch: async (url) => {
      if (url === `${issuer}/.well-known/openid-configuration`) return Response.json({ issuer, jwks_uri: `${issuer}/keys` });
      return url === `${issuer}/keys` ? Response.json({ keys: [key.jwk] }) : new Response('', { status: 404 });
    },
  });
  const policy = await loadPolicy({ text: `version: 1\nidentities: ${identities}\nrules: []\n`, file: 'policy.yml' }, { now: Date.now() });
  const verified = await verifyToken(await signer.mint({ iss: issuer, ...claims }), { issuers: [{ kind, issuer }], audience: 'ostiary', runtime, keys: new IssuerKeys(runtime) });
  const { names, prompter } = principalOf(verified, policy.identities);
  return { names, prompter };
}

describe('identities of GitHub', () => {
  it.each<[string, string, string]>([
    ['github.com', '', GITHUB], ['an enterprise of github.com', ', enterprise: acme-corp', `${GITHUB}/acme-corp`], ['a server of your own', ', host: ghes.example', 'https://ghes.example/_services/token'], ['ghe.com', ', host: acme.ghe.com', 'https://token.actions.acme.ghe.com'],
  ])('know a job of %s, and who prompted it, whatever form its subject has', async (_name, where, issuer) => {
    for (const sub of [CLASSIC, IMMUTABLE, 'repo:acme/shop:environment:prod%3Aeu', 'anything at all']) {
      expect(await namesOf(`{ job: { github: { repository_id: 812364, event: push${where} } } }`, issuer, 'github', { ...JOB, sub })).toEqual({ names: ['job'], prompter: '7' });
    }
  });

  it.each<[string, string]>([
    ['github.com', GITHUB], ['another enterprise', `${GITHUB}/acme-corp-2`], ['another server', 'https://ghes2.example/_services/token'],
  ])('take no job of %s for one of an enterprise or a server of your own', async (_name, issuer) => {
    expect((await namesOf('{ a: { github: { repository_id: 812364, enterprise: acme-corp } }, b: { github: { repository_id: 812364, host: ghes.example } } }', issuer, 'github', JOB)).names).toEqual([]);
  });

  it.each<[string, string, Record<string, unknown>, boolean]>([
    ['its workflow on its branch', '{ repository_id: 812364, workflow: nightly.yml, ref: refs/heads/main }', {}, true],
    ['a copy of the workflow on another branch', '{ repository_id: 812364, workflow: nightly.yml, ref: refs/heads/main }', { ref: 'refs/heads/agent', workflow_ref: 'acme/shop/.github/workflows/nightly.yml@refs/heads/agent' }, false],
    ['a branch that is called like another and more', '{ repository_id: 812364, workflow: nightly.yml, ref: refs/heads/main }', { ref: 'refs/heads/main-2', workflow_ref: 'acme/shop/.github/workflows/nightly.yml@refs/heads/main-2' }, false],
    ['a branch whose name holds a workflow', '{ repository_id: 812364, workflow: nightly.yml, ref: refs/heads/main }', { workflow_ref: 'acme/shop/.github/workflows/x.yml@refs/heads/.github/workflows/nightly.yml@refs/heads/main' }, false],
    ['an unprotected branch where no ref is named', '{ repository_id: 812364, workflow: nightly.yml }', { ref_protected: 'false' }, false],
    ['a comment, by which a stranger starts the default branch', '{ repository_id: 812364, event: push, ref: refs/heads/main }', { event_name: 'issue_comment' }, false],
    ['a pull request target', '{ repository_id: 812364, event: push, ref: refs/heads/main }', { event_name: 'pull_request_target' }, false],
    ['a repository that took the name', '{ repository_id: 812364, event: push }', { repository_id: '999999' }, false],
    ["a fork's repository with the same owner's name", '{ repository_owner_id: 99, event: push }', { repository_owner_id: '66' }, false],
    ['the reusable workflow by its tag', '{ repository_owner_id: 99, job_workflow_ref: "acme/ci/.github/workflows/gate.yml@refs/tags/v*" }', { job_workflow_ref: 'acme/ci/.github/workflows/gate.yml@refs/tags/v1.2' }, true],
    ['the reusable workflow at a branch', '{ repository_owner_id: 99, job_workflow_ref: "acme/ci/.github/workflows/gate.yml@refs/tags/v*" }', {}, false],
    ["another's reusable workflow of that name", '{ repository_owner_id: 99, job_workflow_ref: acme/ci/.github/workflows/gate.yml@refs/heads/main }', { job_workflow_ref: 'mallory/ci/.github/workflows/gate.yml@refs/heads/main' }, false],
    ['a workflow of its own instead of the reusable one', '{ repository_owner_id: 99, job_workflow_ref: acme/ci/.github/workflows/gate.yml@refs/heads/main }', { job_workflow_ref: JOB.workflow_ref }, false],
    ['no reusable workflow', '{ repository_owner_id: 99, job_workflow_ref: acme/ci/.github/workflows/gate.yml@refs/heads/main }', { job_workflow_ref: undefined }, false],
    ['an environment', '{ repository_id: 812364, event: push, environment: production }', { environment: 'production' }, true],
    ['an environment with another behind it', '{ repository_id: 812364, event: push, environment: production }', { environment: 'production,staging' }, false],
    ['regular expressions, which are just text', '{ repository_id: 812364, environment: "a|b" }', { environment: 'a' }, false],
  ])('%s', async (_name, identity, claims, expected) => {
    expect((await namesOf(`{ job: { github: ${identity} } }`, GITHUB, 'github', { ...JOB, ...claims })).names).toEqual(expected ? ['job'] : []);
  });

  it('know an agent by number, never by a name that ends in [bot]', async () => {
    const identities = `{ agent: { issuer: "${GITHUB}", claims: { repository_id: 812364, actor_id: 41898282 } } }`;
    expect(await namesOf(identities, GITHUB, 'github', { ...JOB, actor: 'github-actions[bot]', actor_id: '41898282' })).toEqual({ names: ['agent'], prompter: '41898282' });
    expect((await namesOf(identities, GITHUB, 'github', { ...JOB, actor: 'github-actions[bot]', actor_id: '666' })).names).toEqual([]);
  });
});

describe('identities of GitLab', () => {
  const inFork = { project_id: '66', project_path: 'mallory/shop', namespace_id: '5', ref: 'main', pipeline_source: 'merge_request_event' };

  it.each<[string, string, Record<string, unknown>, boolean]>([
    ['a job of the project', '{ gitlab: { project_id: 77, ref_protected: true } }', {}, true],
    ['a job of the project, by its branch', '{ gitlab: { project_id: 77, ref: main, pipeline_source: [schedule, web] } }', {}, true],
    ["a fork's merge request that runs in the project", '{ gitlab: { project_id: 77 } }', inFork, false],
    ['the same, to who runs the job', '{ gitlab: { project_id: 66 } }', inFork, false],
    ['the same, where both are named and agreed to', '{ gitlab: { project_id: 66, job_project_id: 77 } }', inFork, true],
    ["the project's own code in a fork's pipeline", '{ gitlab: { project_id: 77 } }', { job_project_id: '66' }, false],
    ['a fork in the group', '{ gitlab: { namespace_id: 9 } }', { ...inFork, namespace_id: '9', job_namespace_id: '5' }, false],
    ['a project that took the path', '{ gitlab: { project_id: 77 } }', { project_id: '78', job_project_id: '78' }, false],
    ['an unprotected branch', '{ gitlab: { project_id: 77, ref_protected: true } }', { ref_protected: 'false' }, false],
    ['a tag that is called like the branch', '{ gitlab: { project_id: 77, ref: main } }', { ref_type: 'tag', ref_path: 'refs/tags/main', ref_protected: 'false' }, false],
    ['a protected tag that is called like the branch', '{ gitlab: { project_id: 77, ref: main, ref_protected: true } }', { ref_type: 'tag', ref_path: 'refs/tags/main' }, false],
    ['a tag, by its full name', '{ gitlab: { project_id: 77, ref: "refs/tags/v*" } }', { ref: 'v1', ref_type: 'tag', ref_path: 'refs/tags/v1' }, true],
    ['a branch that is called like the tag', '{ gitlab: { project_id: 77, ref: "refs/tags/v*" } }', { ref: 'v1', ref_type: 'branch', ref_path: 'refs/heads/v1' }, false],
    ['a branch glob', '{ gitlab: { project_id: 77, ref: "release/*" } }', { ref: 'release/1' }, true],
    ['a branch glob across a slash', '{ gitlab: { project_id: 77, ref: "release/*" } }', { ref: 'release/1/evil' }, false],
  ])('%s', async (_name, identity, claims, expected) => {
    expect(await namesOf(`{ job: ${identity} }`, 'https://gitlab.com', 'gitlab', { ...PIPELINE, ...claims })).toEqual({ names: expected ? ['job'] : [], prompter: '8' });
  });
});

describe('identities of any other issuer', () => {
  const KUBERNETES = 'https://oidc.eks.eu-central-1.amazonaws.com/id/EXAMPLE';
  const account = { sub: 'system:serviceaccount:agents:nightly', aud: ['ostiary'], 'kubernetes.io': { namespace: 'agents', serviceaccount: { name: 'nightly', uid: '32aa0c1e' }, 'a/b~c': { d: 'e' } }, list: [{ a: 'b' }] };

  it.each<[string, string, boolean]>([
    ['a claim inside an object', '/kubernetes.io/serviceaccount/uid: 32aa0c1e', true],
    ['another value of it', '/kubernetes.io/serviceaccount/uid: 32aa0c1f', false],
    ['a claim inside an object that is not there', '/kubernetes.io/pod/uid: 32aa0c1e', false],
    ['an object itself', '/kubernetes.io/serviceaccount: "[object Object]"', false],
    ['a pointer with escapes', '/kubernetes.io/a~1b~0c/d: e', true],
    ['a pointer into a list', '/list/0/a: b', false],
    ['a pointer to what objects inherit', '/kubernetes.io/constructor/name: Object', false],
    ['a path that is no pointer', 'kubernetes.io/serviceaccount/uid: 32aa0c1e', false],
    ['a name by glob', '/kubernetes.io/serviceaccount/name: "night*"', true],
    ['a name by a glob that is not about all of it', '/kubernetes.io/serviceaccount/name: "night"', false],
    ['the subject', 'sub: system:serviceaccount:agents:nightly', true],
    ['the beginning of the subject', 'sub: system:serviceaccount:agents', false],
  ])('%s', async (_name, test, expected) => {
    expect(await namesOf(`{ job: { issuer: "${KUBERNETES}", claims: { ${test} } } }`, KUBERNETES, 'oidc', account)).toEqual({ names: expected ? ['job'] : [], prompter: undefined });
  });
});
