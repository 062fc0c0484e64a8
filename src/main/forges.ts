// SPDX-License-Identifier: Apache-2.0
//
// Picks the forge that belongs to the host, with the job's own reading token. Refuses a shell: there the policy is a file.
import { GateError } from '../core/errors.js';
import type { Forge, Host } from '../core/ports.js';
import { systemRuntime } from '../core/runtime.js';
import type { VerifiedToken } from '../identity/verify.js';
import type { GuardWorld } from './gate-session.js';

/** The forge of a verified job. Loads only the client that is needed. */
export async function forgeOf(host: Host, verified: VerifiedToken, world: GuardWorld): Promise<Forge> {
  const { environment } = world;
  switch (host.kind) {
    case 'github': {
      const { GitHubForge } = await import('../forge/github.js');
      const token = host.input('github-token') ?? environment.GITHUB_TOKEN ?? '';
      return new GitHubForge({ baseUrl: environment.GITHUB_API_URL ?? 'https://api.github.com', token, runtime: systemRuntime });
    }
    case 'gitlab': {
      const { GitLabForge } = await import('../forge/gitlab.js');
      return new GitLabForge({ job: { issuer: verified.issuer, claims: verified.claims }, jobToken: environment.CI_JOB_TOKEN ?? '', runtime: systemRuntime });
    }
    case 'shell':
      throw new GateError('INPUT_INVALID', 'a shell has no forge to read the policy from', { hint: 'add `--local --policy FILE`' });
    default:
      return host.kind satisfies never;
  }
}
