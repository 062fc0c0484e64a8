// SPDX-License-Identifier: Apache-2.0
//
// Asks GitHub for the job's own OIDC token, for one audience. Refuses to guess why there is none: the message names the permission that
// the workflow lacks, or the pull request from a fork that never gets one. Keeps and prints nothing.
// @see https://docs.github.com/actions/reference/security/oidc
import { GateError } from '../core/errors.js';
import { getDocument, trustworthyUrl } from '../core/http.js';
import type { HostWorld } from './world.js';

const MAX_ANSWER_BYTES = 256 * 1024;
const PERMISSION = 'add `permissions: { id-token: write, contents: read }` to the job; jobs for pull requests from forks never get a token, run there without access to production';

/** The token, as text. Throws IDENTITY_UNTRUSTED. */
export async function requestIdToken(audience: string, world: HostWorld): Promise<string> {
  const { ACTIONS_ID_TOKEN_REQUEST_URL: address, ACTIONS_ID_TOKEN_REQUEST_TOKEN: bearer } = world.environment;
  if (address === undefined || address === '' || bearer === undefined || bearer === '') {
    throw new GateError('IDENTITY_UNTRUSTED', 'this job may not ask GitHub for an OIDC token', { hint: PERMISSION });
  }
  const url = trustworthyUrl(address);
  url.searchParams.set('audience', audience);
  const response = await getDocument({ url: url.href, headers: { authorization: `Bearer ${bearer}`, accept: 'application/json' }, maxBytes: MAX_ANSWER_BYTES }, world.runtime);
  if (!response.ok) throw new GateError('IDENTITY_UNTRUSTED', `GitHub gives this job no OIDC token (status ${response.status})`, { hint: PERMISSION });
  const token = tokenIn(await response.text());
  if (token === null) throw new GateError('IDENTITY_UNTRUSTED', 'GitHub answered without an OIDC token', { hint: 'try again; the service that issues them may be disturbed' });
  return token;
}

function tokenIn(text: string): string | null {
  try {
    const answer: unknown = JSON.parse(text);
    if (typeof answer !== 'object' || answer === null || !('value' in answer)) return null;
    return typeof answer.value === 'string' && answer.value !== '' ? answer.value : null;
  } catch {
    return null;
  }
}
