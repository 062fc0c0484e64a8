// SPDX-License-Identifier: Apache-2.0
//
// GitHub's artifact attestations for recordings: signed as the job through the Sigstore that GitHub uses for it, kept by GitHub. Runs in the
// step that keeps the artifact, which runs nothing of others. Refuses a server that has no such thing.
// @see https://docs.github.com/actions/concepts/security/artifact-attestations
import { GateError } from '../core/errors.js';
import type { Host } from '../core/ports.js';
import { systemRuntime } from '../core/runtime.js';
import { GitHubAttestations } from '../forge/github-attestations.js';
import type { SessionStatement } from '../record/envelope.js';
import { PUBLIC_SIGSTORE, SIGSTORE_AUDIENCE, signKeyless, type SigstoreServices } from '../record/keyless.js';
import { actionSwitch } from './inputs.js';
import { withoutProxies } from './signing.js';

const GITHUB = 'https://github.com';

/** Signs a statement and hands it to GitHub; resolves with the address of the attestation. */
export type Attest = (statement: SessionStatement) => Promise<string>;

/** How recordings of this job are attested; null: they are not (input `attest`). `services`: in place of those that GitHub uses. Throws INPUT_INVALID. */
export function attestOf(host: Host, environment: Record<string, string | undefined>, services?: SigstoreServices): Attest | null {
  if (host.kind !== 'github' || !actionSwitch(host, 'attest', false)) return null;
  const { GITHUB_REPOSITORY: repository = '', GITHUB_SERVER_URL: server = GITHUB, GITHUB_API_URL: baseUrl = 'https://api.github.com' } = environment;
  const token = host.input('github-token') ?? environment['GITHUB_TOKEN'] ?? '';
  if (token === '') throw new GateError('INPUT_INVALID', 'there is no token to keep an attestation with', { hint: 'leave the input `github-token` at its default, and give the job `attestations: write`' });
  const attestations = new GitHubAttestations({ baseUrl, token, runtime: systemRuntime }, repository);
  return async (statement) => {
    const used = services ?? await servicesOf(server, () => attestations.isPublic());
    withoutProxies(environment);
    const id = await attestations.keep(await signKeyless(statement, used, async () => {
      const own = await host.idToken(SIGSTORE_AUDIENCE);
      host.addMask(own);
      return own;
    }));
    return `${server}/${repository}/attestations/${id}`;
  };
}

/** The Sigstore that GitHub uses for a repository: everybody's for what everybody can see, its own for the rest. Throws INPUT_INVALID. */
export async function servicesOf(server: string, isPublic: () => Promise<boolean>): Promise<SigstoreServices> {
  const { host } = new URL(server);
  if (host === 'github.com') return (await isPublic()) ? PUBLIC_SIGSTORE : { fulcio: 'https://fulcio.githubapp.com', rekor: null, tsa: 'https://timestamp.githubapp.com' };
  if (host.endsWith('.ghe.com')) return { fulcio: `https://fulcio.${host}`, rekor: null, tsa: `https://timestamp.${host}` };
  throw new GateError('INPUT_INVALID', `\`${host}\` keeps no attestations`, { hint: 'leave `attest` out; sign with `record: { key: … }` or `keyless` of the policy' });
}
