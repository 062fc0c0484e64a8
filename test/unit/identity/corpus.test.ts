// SPDX-License-Identifier: Apache-2.0
//
// Claim sets of CI providers from ../shared/corpora (oidc-claims, sigstore/fulcio). Its own policy differs from ours: it wants every claim
// of a certificate, we want the claims that an identity names. So each set is signed, verified, and compared with an identity that names
// exactly the claims which the corpus demands of its provider; the verdicts must then be the same.
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import type { TokenIdentity } from '../../../src/core/identity.js';
import { principalOf } from '../../../src/identity/principal.js';
import { verifyToken } from '../../../src/identity/verify.js';
import { hastyRuntime } from '../../support/hasty-runtime.js';
import { startOidcIssuer, type OidcIssuer } from '../../support/oidc-issuer.js';

interface Row { readonly id: string; readonly provider: string; readonly claims: Record<string, unknown>; readonly expect: 'accept' | 'reject' }

const ARCHIVE = `${process.env.OSTIARY_CORPORA ?? '../shared/corpora'}/oidc-claims.tar.gz`;
const rows: readonly Row[] = existsSync(ARCHIVE)
  ? execFileSync('tar', ['-xzOf', ARCHIVE, 'oidc-claims/fulcio.jsonl']).toString('utf8').split('\n').filter((line) => line !== '').map((line) => JSON.parse(line) as Row)
  : [];
if (rows.length === 0) process.stdout.write(`corpus oidc-claims is absent (${ARCHIVE}): its rows were not checked\n`);

const DEMANDED: Readonly<Record<string, readonly string[]>> = {
  github: ['job_workflow_ref', 'sha', 'event_name', 'repository', 'workflow', 'ref', 'job_workflow_sha', 'runner_environment', 'repository_id', 'repository_owner', 'repository_owner_id', 'workflow_ref', 'workflow_sha', 'run_id', 'run_attempt', 'repository_visibility'],
  gitlabcom: ['pipeline_source', 'project_path', 'ci_config_ref_uri'],
  buildkite: ['organization_slug', 'pipeline_slug'],
};
const KINDS: Readonly<Record<string, 'github' | 'gitlab' | 'oidc'>> = { github: 'github', gitlabcom: 'gitlab', buildkite: 'oidc' };

describe('the oidc-claims corpus', () => {
  let oidc: OidcIssuer;
  beforeAll(async () => {
    oidc = await startOidcIssuer();
  });
  afterAll(() => oidc.stop());

  it('is decided as its authors did, row by row', async () => {
    const differing: string[] = [];
    for (const { id, provider, claims, expect: expected } of rows) {
      const token = await oidc.mint({ ...claims, iss: oidc.issuer, aud: 'ostiary', exp: Math.floor(Date.now() / 1000) + 300 });
      const verified = await verifyToken(token, { issuers: [{ kind: KINDS[provider] ?? 'oidc', issuer: oidc.issuer }], audience: 'ostiary', runtime: hastyRuntime() });
      const named = Object.fromEntries((DEMANDED[provider] ?? []).map((name) => [name, [{ glob: '**' }]]));
      const identity: TokenIdentity = { kind: 'token', name: 'job', issuer: oidc.issuer, audience: null, claims: named, ifPresent: {} };
      const accepted = principalOf(verified, [identity]).names.length > 0;
      if (accepted !== (expected === 'accept')) differing.push(id);
    }
    expect(differing).toEqual([]);
  });

  it('holds no token that is good as it stands: all of them expired in 1970', async () => {
    for (const { claims } of rows) {
      const token = await oidc.mint({ ...claims, iss: oidc.issuer, aud: 'ostiary' });
      await expect(verifyToken(token, { issuers: [{ kind: 'oidc', issuer: oidc.issuer }], audience: 'ostiary', runtime: hastyRuntime() })).rejects.toMatchObject({ code: 'IDENTITY_UNTRUSTED' });
    }
  });
});
