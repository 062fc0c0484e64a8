// SPDX-License-Identifier: Apache-2.0
//
// The one use of an approval: verified, then claimed by one session, atomically (design.md, section 7). Afterwards the operations pass in
// the manifest's order, as often as they are listed. Refuses a second session, another order, anything after an outcome nobody knows.
import { GateError } from '../core/errors.js';
import type { Manifest } from '../core/manifest.js';
import { operationDigests } from './manifest.js';
import { verifyApproval, type Verified, type VerifyDeps, type VerifyRequest } from './verify.js';

/** A claimed approval. */
export interface Claimed {
  readonly verified: Verified;
  readonly manifest: Manifest;
  readonly progress: Progress;
}

/** Verifies and claims for a session. What is not approved, or used by another session, comes back as it stands, unclaimed. */
export async function useApproval(request: VerifyRequest, session: string, deps: VerifyDeps): Promise<Claimed | { readonly verified: Verified; readonly manifest: null }> {
  const verified = await verifyApproval(request, deps);
  const { manifest, digest, outcome, claimedBy, pull } = verified;
  if (manifest === null || digest === null || outcome.kind !== 'approved') return { verified, manifest: null };
  const taken = { verified: { ...verified, outcome: { kind: 'refused' as const, why: `this approval was used by session \`${claimedBy ?? 'of somebody else'}\``, hint: 'an approval is used once: ask for a new one' } }, manifest: null };
  if (claimedBy !== null && claimedBy !== session) return taken;
  const repository = await deps.forge.repository(request.repositoryId);
  const answer = await deps.forge.claim(repository, { digest, commit: pull.mergeCommit ?? pull.head, session });
  return answer === 'claimed' ? { verified, manifest, progress: new Progress(manifest) } : taken;
}

type Step = 'waiting' | 'running' | 'done' | 'spent';

/** Where the operations of one claimed manifest stand. Lives in the session that claimed it. */
export class Progress {
  readonly #digests: readonly string[];
  readonly #steps: Step[];

  constructor(manifest: Manifest) {
    this.#digests = operationDigests(manifest);
    this.#steps = this.#digests.map(() => 'waiting');
  }

  /** The place of the next operation if it has this digest; null: it is not what comes next. */
  take(digest: string): number | null {
    if (this.#steps.includes('spent') || this.#steps.includes('running')) return null;
    const next = this.#steps.indexOf('waiting');
    if (next === -1 || this.#digests[next] !== digest) return null;
    this.#steps[next] = 'running';
    return next;
  }

  /**
   * What became of it. `rolled-back`: known to have had no effect, so it and what passed in the same transaction may pass again. `unknown`:
   * spent, and so is all that follows.
   */
  ended(place: number, how: 'done' | 'rolled-back' | 'unknown', transaction: readonly number[] = [place]): void {
    if (this.#steps[place] !== 'running' && !(how === 'rolled-back' && this.#steps[place] === 'done')) throw new GateError('INTERNAL', `operation ${place + 1} of the manifest is not running`);
    if (how === 'rolled-back') for (const one of transaction) this.#steps[one] = 'waiting';
    else this.#steps[place] = how === 'done' ? 'done' : 'spent';
  }

  /** How many are done, of how many; `spent`: the outcome of one is not known, and nothing more will run. */
  get state(): { readonly done: number; readonly of: number; readonly spent: boolean } {
    return { done: this.#steps.filter((step) => step === 'done').length, of: this.#steps.length, spent: this.#steps.includes('spent') };
  }
}
