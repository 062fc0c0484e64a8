// SPDX-License-Identifier: Apache-2.0
//
// Identities: how the shorthands are written out.
import { compileGlob } from '../../../src/core/glob.js';
import type { IdentityRule, TokenIdentity } from '../../../src/core/identity.js';
import { loadPolicy } from '../../../src/policy/load.js';
import { NOON } from '../../support/judging.js';

async function identity(yaml: string): Promise<IdentityRule> {
  const policy = await loadPolicy({ text: `version: 1\nidentities: { ci: ${yaml} }`, file: 'p.yml' }, { now: NOON });
  return policy.identities[0] as IdentityRule;
}

const GITHUB = 'https://token.actions.githubusercontent.com';
const anyRef = [{ glob: '*/*/.github/workflows/nightly.yml@refs/**' }];

describe('an identity', () => {
  it.each([
    ['{ local: true }', { kind: 'local', name: 'ci' }],
    ['{ github: { repository_id: 812364, workflow: nightly.yml, event: schedule } }', { issuer: GITHUB, claims: { repository_id: [{ exact: '812364' }], event_name: [{ exact: 'schedule' }], workflow_ref: anyRef } }],
    ['{ github: { repository_id: 1, workflow: nightly.yml } }', { issuer: GITHUB, claims: { repository_id: [{ exact: '1' }], workflow_ref: anyRef, ref_protected: [{ exact: 'true' }] } }],
    ['{ github: { repository_id: 1, workflow: nightly.yml, event: [schedule, push] } }', { issuer: GITHUB, claims: { repository_id: [{ exact: '1' }], event_name: [{ exact: 'schedule' }, { exact: 'push' }], workflow_ref: anyRef, ref_protected: [{ exact: 'true' }] } }],
    ['{ github: { repository_id: 1, workflow: nightly.yml, event: pull_request_target } }', { issuer: GITHUB, claims: { repository_id: [{ exact: '1' }], event_name: [{ exact: 'pull_request_target' }], workflow_ref: anyRef, ref_protected: [{ exact: 'true' }] } }],
    ['{ github: { repository_id: 1, workflow: nightly.yml, ref_protected: false } }', { issuer: GITHUB, claims: { repository_id: [{ exact: '1' }], workflow_ref: anyRef, ref_protected: [{ exact: 'false' }] } }],
    ['{ github: { repository_id: 1, workflow: nightly.yml, ref: [refs/heads/main, "refs/tags/v*"] } }', { issuer: GITHUB, claims: { repository_id: [{ exact: '1' }], ref: [{ exact: 'refs/heads/main' }, { glob: 'refs/tags/v*' }], workflow_ref: [{ glob: '*/*/.github/workflows/nightly.yml@refs/heads/main' }, { glob: '*/*/.github/workflows/nightly.yml@refs/tags/v*' }] } }],
    ['{ github: { repository_owner_id: "9", job_workflow_ref: "a/b/.github/workflows/x.yml@refs/heads/main", environment: production, host: git.example.com, audience: [ostiary, other] } }', { issuer: 'https://git.example.com/_services/token', audience: ['ostiary', 'other'], claims: { repository_owner_id: [{ exact: '9' }], job_workflow_ref: [{ exact: 'a/b/.github/workflows/x.yml@refs/heads/main' }], environment: [{ exact: 'production' }] } }],
    ['{ github: { repository_id: 1, host: acme.ghe.com } }', { issuer: 'https://token.actions.acme.ghe.com', claims: { repository_id: [{ exact: '1' }] } }],
    ['{ github: { repository_id: 1, enterprise: acme } }', { issuer: `${GITHUB}/acme`, claims: { repository_id: [{ exact: '1' }] } }],
    ['{ gitlab: { project_id: 77, ref_protected: true } }', { issuer: 'https://gitlab.com', claims: { project_id: [{ exact: '77' }], ref_protected: [{ exact: 'true' }] }, ifPresent: { job_project_id: [{ exact: '77' }] } }],
    ['{ gitlab: { project_id: 77, ref: [main, "refs/tags/v*"] } }', { issuer: 'https://gitlab.com', claims: { project_id: [{ exact: '77' }], ref_path: [{ exact: 'refs/heads/main' }, { glob: 'refs/tags/v*' }] }, ifPresent: { job_project_id: [{ exact: '77' }] } }],
    ['{ gitlab: { project_id: [77, 78], job_project_id: 79, ref: ["main", "release-*"], pipeline_source: schedule, environment: prod, host: "gitlab.example.com:8443", audience: ostiary } }', { issuer: 'https://gitlab.example.com:8443', audience: ['ostiary'], claims: { project_id: [{ exact: '77' }, { exact: '78' }], job_project_id: [{ exact: '79' }], ref: [{ exact: 'main' }, { glob: 'release-*' }], ref_type: [{ exact: 'branch' }], pipeline_source: [{ exact: 'schedule' }], environment: [{ exact: 'prod' }] } }],
    ['{ gitlab: { namespace_id: 5 } }', { issuer: 'https://gitlab.com', claims: { namespace_id: [{ exact: '5' }] } }],
    ['{ issuer: "https://i.example/x", audience: [a], claims: { sub: s, n: 812, flag: true, many: [a, 2] } }', { issuer: 'https://i.example/x', audience: ['a'], claims: { sub: [{ exact: 's' }], n: [{ exact: '812' }], flag: [{ exact: 'true' }], many: [{ exact: 'a' }, { exact: '2' }] } }],
    ['{ saml: { issuer: "http://www.okta.com/exk1?a", name_id: sam-7, attributes: { department: dba, "https://x.example/groups": ["team-*", 7] } } }', { issuer: 'http://www.okta.com/exk1?a', claims: { department: [{ exact: 'dba' }], 'https://x.example/groups': [{ glob: 'team-*' }, { exact: '7' }] }, saml: { nameIds: ['sam-7'] } }],
    ['{ saml: { issuer: "urn:idp", attributes: { department: dba } } }', { issuer: 'urn:idp', claims: { department: [{ exact: 'dba' }] }, saml: { nameIds: null } }],
    [`{ issuer: "${GITHUB}", claims: { repository_id: 4, actor_id: 5 } }`, { issuer: GITHUB, claims: { repository_id: [{ exact: '4' }], actor_id: [{ exact: '5' }] } }],
  ])('%s', async (yaml, expected) => {
    expect(await identity(yaml)).toEqual('kind' in expected ? expected : { kind: 'token', name: 'ci', audience: null, ifPresent: {}, ...expected });
  });

  it('keeps a claim that means something to JavaScript', async () => {
    const { claims } = (await identity('{ issuer: "https://i.example", claims: { __proto__: x } }')) as TokenIdentity;
    expect(Object.entries(claims)).toEqual([['__proto__', [{ exact: 'x' }]]]);
  });

  it('takes no other file for its workflow', async () => {
    const { claims } = (await identity('{ github: { repository_id: 1, workflow: nightly.yml, event: schedule } }')) as TokenIdentity;
    const [test] = claims['workflow_ref'] as readonly [{ readonly glob: string }];
    const matches = compileGlob(test.glob, '/');
    expect(matches('acme/shop/.github/workflows/nightly.yml@refs/heads/main')).toBe(true);
    expect([
      'acme/shop/.github/workflows/nightly.yml@x.yml@refs/heads/main',
      'acme/shop/.github/workflows/x-nightly.yml@refs/heads/main',
      'acme/shop/.github/workflows/sub/nightly.yml@refs/heads/main',
      'acme/shop/.github/workflows/evil.yml@refs/heads/a/b/.github/workflows/nightly.yml@refs/x',
      'acme/shop/nightly.yml@refs/heads/main',
    ].filter(matches)).toEqual([]);
  });
});
