// SPDX-License-Identifier: Apache-2.0
//
// The one use of an approval: verified, then claimed by one session, atomically. Afterwards the operations pass in
// the manifest's order, as often as they are listed. Refuses a second session, another order, anything after an outcome nobody knows.
import { GateError } from '../core/errors.js';
import type { Manifest } from '../core/manifest.js';
import type { Settled } from '../core/ports.js';
import { askedDigests } from './manifest.js';
import type { OperationOutcome } from './outcome.js';
import { verifyApproval, type Verified, type VerifyDeps, type VerifyRequest } from './verify.js';

/** A claimed approval. */
export interface Claimed {
  readonly verified: Verified;
  readonly manifest: Manifest;
}

export interface UseDeps extends VerifyDeps {
  /** Asked before anything is claimed; false: not now, and the approval comes back unclaimed. */
  readonly mayBegin?: (manifest: Manifest) => boolean;
  /** Told why nobody can say whether the claim could be removed. */
  readonly unguarded?: (why: string) => void;
}

/** Verifies and claims for a session. What is not approved, or used by another session, comes back as it stands, unclaimed. */
export async function useApproval(request: VerifyRequest, session: string, deps: UseDeps): Promise<Claimed | { readonly verified: Verified; readonly manifest: null }> {
  const verified = await verifyApproval(request, deps);
  const { manifest, digest, outcome, claimedBy, pull } = verified;
  if (manifest === null || digest === null || outcome.kind !== 'approved') return { verified, manifest: null };
  const taken = { verified: { ...verified, claimedBy: claimedBy ?? 'another', outcome: { kind: 'refused' as const, why: `this approval was used by session \`${claimedBy ?? 'of somebody else'}\``, hint: 'an approval is used once, also when that session ended before anything ran: look what the database has, and put it up again' } }, manifest: null };
  if (claimedBy !== null && claimedBy !== session) return taken;
  if (deps.mayBegin?.(manifest) === false) return { verified, manifest: null };
  const repository = await deps.forge.repository(request.repositoryId);
  const guard = await deps.forge.claimsGuard(repository, digest);
  // INVARIANT: an approval is used once. Where the claim could be taken away that would not hold, so nothing runs.
  if (guard.kind === 'open') return { verified: { ...verified, outcome: { kind: 'refused', why: guard.why, hint: guard.fix } }, manifest: null };
  if (guard.kind === 'not-known') deps.unguarded?.(guard.why);
  const answer = await deps.forge.claim(repository, { digest, commit: pull.mergeCommit ?? pull.head, session });
  return answer === 'claimed' ? { verified, manifest } : taken;
}

type Step = 'waiting' | 'running' | 'passed' | 'done' | 'spent';

/** Where an operation is asked for. `message`: the same object for all that run as one message. */
export interface Lane {
  readonly connection: number;
  readonly message: object;
}

/** One operation of a manifest, and where it stands. `isFree`: it needs no approval by itself. `lane`: where it was asked for last. `said`: what the server said. */
interface Place {
  readonly digest: string;
  readonly resource: string;
  readonly isFree: boolean;
  step: Step;
  lane: Lane | null;
  said: string | null;
}

/** Where the operations of one claimed manifest stand. Lives in the session that claimed it. */
export class Progress {
  readonly #places: readonly Place[];

  /** `free`: which operations need no approval by themselves, and may be left out. */
  constructor(manifest: Manifest, free: readonly boolean[] = []) {
    const digests = askedDigests(manifest);
    this.#places = manifest.operations.map(({ resource }, place) => ({ digest: digests[place] as string, resource: resource.name, isFree: free[place] === true, step: 'waiting', lane: null, said: null }));
  }

  /** The place of the next operation if it has this digest; null: it is not what comes next, or what came before is not known to be kept. */
  next(digest: string, lane: Lane): number | null {
    if (this.#places.some(({ step, lane: of }) => !allows(step, of, lane))) return null;
    for (const [place, { step, digest: listed, isFree }] of this.#places.entries()) {
      if (step !== 'waiting') continue;
      if (listed === digest) return place;
      if (!isFree) return null;
    }
    return null;
  }

  /** The same, and it is running from now on. */
  take(digest: string, lane: Lane): number | null {
    const place = this.next(digest, lane);
    if (place === null) return null;
    Object.assign(this.#places[place] as Place, { step: 'running', lane });
    return place;
  }

  /** What became of it: `rolled-back` may pass again, `unknown` is spent, and so is all that follows. */
  settle(place: number, how: Settled, said: string | null = null): void {
    const at = this.#places[place];
    if (at === undefined || (at.step !== 'running' && at.step !== 'passed')) throw new GateError('INTERNAL', `operation ${place + 1} of the manifest is not running`);
    at.step = how === 'rolled-back' ? 'waiting' : how === 'unknown' ? 'spent' : how;
    if (said !== null || how === 'rolled-back') at.said = said;
  }

  /** How many are done, of how many; `spent`: the outcome of one is not known, and nothing more will run. */
  get state(): { readonly done: number; readonly of: number; readonly spent: boolean } {
    const are = (wanted: Step): number => this.#places.filter(({ step }) => step === wanted).length;
    return { done: are('done'), of: this.#places.length, spent: are('spent') > 0 };
  }

  /** All that needed the approval was done; what is free may have been left out. */
  get isDone(): boolean {
    return this.#places.every(({ step, isFree }) => step === 'done' || (step === 'waiting' && isFree));
  }

  /** Each operation as it stands, for people. What runs is not known to be kept. */
  get outcomes(): readonly OperationOutcome[] {
    return this.#places.map((place) => ({ resource: place.resource, how: howOf(place), said: place.said }));
  }
}

function howOf({ step, lane, isFree }: Place): OperationOutcome['how'] {
  switch (step) {
    // It had a lane: it was tried.
    case 'waiting': return lane !== null ? 'rolled back' : isFree ? 'free' : 'not run';
    case 'done': return 'done';
    case 'running':
    case 'passed':
    case 'spent': return 'unknown';
  }
}

// What is under way holds up everybody else: it may still be taken back.
function allows(step: Step, of: Lane | null, asking: Lane): boolean {
  if (step === 'spent') return false;
  if (step === 'running') return of?.message === asking.message;
  return step !== 'passed' || of?.connection === asking.connection;
}
