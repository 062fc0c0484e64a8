// SPDX-License-Identifier: Apache-2.0
//
// A forge as a gateway asks it about reviews: with the gateway's own token, read when it is needed, and with claims that are unique in the
// gateway's store before they are a tag. Refuses a claim that any other session of this gateway has, whatever the forge says.
import { GateError } from '../../core/errors.js';
import type { HeldCredential, ReviewForge, Store } from '../../core/ports.js';

/** A token that does not end is read anew after this long, so that whoever renews it is followed; a leased one is renewed by itself. */
const KEEP_MS = 60_000;

/** What is kept of a claim. Never removed: a manifest is used once. */
interface ClaimRecord {
  readonly version: 1;
  readonly session: string;
  readonly at: number;
}

type Claim = Parameters<ReviewForge['claim']>[1];

/** A forge, and the token that it is asked with. */
export interface Connected {
  readonly forge: ReviewForge;
  readonly held: Pick<HeldCredential, 'endsAt' | 'release'>;
}

/** Where one comes from. `connect`: takes the token. */
export interface GatewayForgeOptions {
  readonly kind: ReviewForge['kind'];
  readonly connect: () => Promise<Connected>;
  readonly store: Store;
  readonly clock: { readonly now: () => number; readonly monotonicMs: () => number };
}

/** See the header. */
export class GatewayForge implements ReviewForge {
  readonly kind: ReviewForge['kind'];
  readonly #options: GatewayForgeOptions;
  #kept: { at: number; readonly connected: Promise<Connected> } | null = null;

  constructor(options: GatewayForgeOptions) {
    this.kind = options.kind;
    this.#options = options;
  }

  // INVARIANT: of all sessions of this gateway one makes the record, and only that one goes on to ask for the tag, which is what jobs without a gateway compete for.
  async claim(repository: Parameters<ReviewForge['claim']>[0], claim: Claim): Promise<'claimed' | 'taken'> {
    const { store, clock } = this.#options;
    const record: ClaimRecord = { version: 1, session: claim.session, at: clock.now() };
    if (!(await store.create('claim', claim.digest, record)) && (await this.#recorded(claim.digest)) !== claim.session) return 'taken';
    return (await this.#forge()).claim(repository, claim);
  }

  async claimant(...asked: Parameters<ReviewForge['claimant']>): Promise<string | null> {
    return (await this.#recorded(asked[1])) ?? (await this.#forge()).claimant(...asked);
  }

  repository = async (...asked: Parameters<ReviewForge['repository']>): ReturnType<ReviewForge['repository']> => (await this.#forge()).repository(...asked);
  pull = async (...asked: Parameters<ReviewForge['pull']>): ReturnType<ReviewForge['pull']> => (await this.#forge()).pull(...asked);
  reviews = async (...asked: Parameters<ReviewForge['reviews']>): ReturnType<ReviewForge['reviews']> => (await this.#forge()).reviews(...asked);
  commits = async (...asked: Parameters<ReviewForge['commits']>): ReturnType<ReviewForge['commits']> => (await this.#forge()).commits(...asked);
  changedPaths = async (...asked: Parameters<ReviewForge['changedPaths']>): ReturnType<ReviewForge['changedPaths']> => (await this.#forge()).changedPaths(...asked);
  pushes = async (...asked: Parameters<ReviewForge['pushes']>): ReturnType<ReviewForge['pushes']> => (await this.#forge()).pushes(...asked);
  history = async (...asked: Parameters<ReviewForge['history']>): ReturnType<ReviewForge['history']> => (await this.#forge()).history(...asked);
  openAt = async (...asked: Parameters<ReviewForge['openAt']>): ReturnType<ReviewForge['openAt']> => (await this.#forge()).openAt(...asked);
  mergedAs = async (...asked: Parameters<ReviewForge['mergedAs']>): ReturnType<ReviewForge['mergedAs']> => (await this.#forge()).mergedAs(...asked);
  standing = async (...asked: Parameters<ReviewForge['standing']>): ReturnType<ReviewForge['standing']> => (await this.#forge()).standing(...asked);
  team = async (...asked: Parameters<ReviewForge['team']>): ReturnType<ReviewForge['team']> => (await this.#forge()).team(...asked);
  file = async (...asked: Parameters<ReviewForge['file']>): ReturnType<ReviewForge['file']> => (await this.#forge()).file(...asked);
  prompters = async (...asked: Parameters<ReviewForge['prompters']>): ReturnType<ReviewForge['prompters']> => (await this.#forge()).prompters(...asked);
  underReview = async (...asked: Parameters<ReviewForge['underReview']>): ReturnType<ReviewForge['underReview']> => (await this.#forge()).underReview(...asked);
  claimsGuard = async (...asked: Parameters<ReviewForge['claimsGuard']>): ReturnType<ReviewForge['claimsGuard']> => (await this.#forge()).claimsGuard(...asked);
  open = async (...asked: Parameters<ReviewForge['open']>): ReturnType<ReviewForge['open']> => (await this.#forge()).open(...asked);
  addTo = async (...asked: Parameters<ReviewForge['addTo']>): ReturnType<ReviewForge['addTo']> => (await this.#forge()).addTo(...asked);
  requestReviewers = async (...asked: Parameters<ReviewForge['requestReviewers']>): ReturnType<ReviewForge['requestReviewers']> => (await this.#forge()).requestReviewers(...asked);
  showStatus = async (...asked: Parameters<ReviewForge['showStatus']>): ReturnType<ReviewForge['showStatus']> => (await this.#forge()).showStatus(...asked);
  comment = async (...asked: Parameters<ReviewForge['comment']>): ReturnType<ReviewForge['comment']> => (await this.#forge()).comment(...asked);
  close = async (...asked: Parameters<ReviewForge['close']>): ReturnType<ReviewForge['close']> => (await this.#forge()).close(...asked);
  merge = async (...asked: Parameters<ReviewForge['merge']>): ReturnType<ReviewForge['merge']> => (await this.#forge()).merge(...asked);

  async #recorded(digest: string): Promise<string | null> {
    const found = (await this.#options.store.read('claim', digest)) as Partial<ClaimRecord> | null;
    if (found === null) return null;
    if (found.version !== 1 || typeof found.session !== 'string') throw new GateError('STORE_FAILED', 'a claim in the store is not one that this version knows', { hint: 'was it written by another version, or by hand?' });
    return found.session;
  }

  /** Gives the token back. Never throws. */
  async release(): Promise<void> {
    const kept = this.#kept;
    this.#kept = null;
    await kept?.connected.then(({ held }) => held.release(), () => undefined);
  }

  async #forge(): Promise<ReviewForge> {
    const { clock, connect } = this.#options;
    const known = this.#kept;
    const kept = known !== null && (clock.monotonicMs() - known.at < KEEP_MS || (await isLeased(known.connected))) ? known : { at: clock.monotonicMs(), connected: connect() };
    if (this.#kept === known) this.#kept = kept;
    try {
      return (await kept.connected).forge;
    } catch (thrown) {
      if (this.#kept === kept) this.#kept = null;
      throw thrown;
    }
  }
}

function isLeased(connected: Promise<Connected>): Promise<boolean> {
  return connected.then(({ held }) => held.endsAt !== null, () => false);
}
