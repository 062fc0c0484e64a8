// SPDX-License-Identifier: Apache-2.0
//
// `apply` with the number of a pull request of break-glass: what it tells of has run, so nothing is applied, and the review that had to follow
// is brought up to date. Refuses to take it for an approval of anything.
import { settleAfterReviews } from '../approval/after-review.js';
import { BREAK_PREFIX } from '../approval/break-glass.js';
import type { FoundApproval } from '../commands/apply.js';
import { GateError } from '../core/errors.js';
import type { ReviewForge } from '../core/ports.js';
import type { ForgeRepository } from '../core/reviews.js';
import type { Policy } from '../policy/model.js';

/** How it stands, after the check and the pull request were brought up to date; null: it is another pull request. Throws FORGE_FAILED. */
export async function reviewedLate(number: number, { policy, forge, repository }: { readonly policy: Policy; readonly forge: ReviewForge; readonly repository: ForgeRepository }): Promise<FoundApproval | null> {
  const { branch, url, state } = await forge.pull(repository, number);
  if (!branch.startsWith(BREAK_PREFIX)) return null;
  const found = { number, url, digest: null, manifest: null };
  if (state !== 'open') return { ...found, state: 'nothing', why: `tells of break-glass, and is ${state}` };
  if (policy.breakGlass === null) return { ...found, state: 'pending', why: 'the policy names nobody under `break_glass` any more who could review it' };
  const looked = (await settleAfterReviews(repository.id, policy.breakGlass.notify, forge)).find(({ pull }) => pull.number === number);
  if (looked === undefined) throw new GateError('FORGE_FAILED', `pull request ${number} changed while it was looked at`, { hint: 'run again' });
  if (looked.missing !== null) return { ...found, state: 'pending', why: `the review after break-glass waits for ${looked.missing}` };
  return { ...found, state: 'nothing', why: `tells of break-glass, and was reviewed by ${looked.by.map(({ id, login }) => `${login} (${id})`).join(', ')}` };
}
