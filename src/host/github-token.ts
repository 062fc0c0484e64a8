// SPDX-License-Identifier: Apache-2.0
//
// Asks GitHub for the job's own OIDC token, for one audience. Refuses to guess why there is none: the message names the permission that
// the workflow lacks, or the pull request from a fork that never gets one. Keeps and prints nothing. Does what getIDToken of @actions/core
// does (test/unit/host compares their requests), without its redirects, proxies and start-up cost.
// @see https://docs.github.com/actions/reference/security/oidc
import { GateError } from '../core/errors.js';
import { getDocument, trustworthyUrl } from '../core/http.js';
import type { HostWorld } from './world.js';

const MAX_ANSWER_BYTES = 256 * 1024;

/** Where the job is written, as far as its environment and event say; for hints. */
export interface JobPlace {
  /** The head of the pull request lies in another repository. */
  readonly fork: boolean;
}

/** The token, as text. Throws IDENTITY_UNTRUSTED. */
export async function requestIdToken(audience: string, world: HostWorld, place: JobPlace): Promise<string> {
  const { ACTIONS_ID_TOKEN_REQUEST_URL: address, ACTIONS_ID_TOKEN_REQUEST_TOKEN: bearer } = world.environment;
  if (address === undefined || address === '' || bearer === undefined || bearer === '') {
    if (place.fork) throw new GateError('IDENTITY_UNTRUSTED', 'this job is for a pull request from a fork, and GitHub gives those no OIDC token', { hint: forkHint(world) });
    throw new GateError('IDENTITY_UNTRUSTED', 'this job may not ask GitHub for an OIDC token', { hint: permissionHint(world) });
  }
  // Written as the toolkit writes it: the address has a query already.
  const url = `${address}${trustworthyUrl(address).search === '' ? '?' : '&'}audience=${encodeURIComponent(audience)}`;
  const response = await getDocument({ url, headers: { authorization: `Bearer ${bearer}`, accept: 'application/json' }, maxBytes: MAX_ANSWER_BYTES }, world.runtime);
  if (!response.ok) throw new GateError('IDENTITY_UNTRUSTED', `GitHub gives this job no OIDC token (status ${response.status})`, { hint: permissionHint(world) });
  const token = tokenIn(await response.text());
  if (token === null) throw new GateError('IDENTITY_UNTRUSTED', 'GitHub answered without an OIDC token', { hint: 'try again; the service that issues them may be disturbed' });
  return token;
}

// `acme/shop/.github/workflows/nightly.yml@refs/heads/main` and `nightly`: the file, and the job in it.
function jobIn({ environment }: HostWorld): string {
  const file = /(\.github\/workflows\/[\w.-]+)@/u.exec(environment['GITHUB_WORKFLOW_REF'] ?? '')?.[1];
  const job = /^[\w-]+$/u.exec(environment['GITHUB_JOB'] ?? '')?.[0];
  return `${job === undefined ? 'the job' : `\`jobs: ${job}:\``} in ${file === undefined ? 'the workflow' : `\`${file}\``}`;
}

function permissionHint(world: HostWorld): string {
  return `add \`permissions: { id-token: write, contents: read }\` to ${jobIn(world)} (and, when that is a reusable workflow, to the job that calls it); jobs for pull requests from forks never get a token, run there without access to production`;
}

function forkHint(world: HostWorld): string {
  return `add \`if: github.event.pull_request.head.repo.full_name == github.repository\` to ${jobIn(world)}, and judge changes from forks with \`ostiary/ostiary/actions/policy-check\`, which needs no token`;
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
