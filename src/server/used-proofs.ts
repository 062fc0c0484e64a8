// SPDX-License-Identifier: Apache-2.0
//
// Proofs of possession that were used, in memory and in the store, so that each is good once, also when the gateway was started anew in
// between. Refuses to forget one that could still be shown.
import { createHash } from 'node:crypto';
import { PROOF_KEPT_MS, ProofMemory, usedBefore, type Proof } from '../core/dpop.js';
import type { Log, Store } from '../core/ports.js';
import type { Runtime } from '../core/runtime.js';

/** What the store has of each: until when it could be shown, milliseconds since the epoch. */
interface ProofRecord {
  readonly version: 1;
  readonly until: number;
}

export interface UsedProofsOptions {
  readonly store: Store;
  readonly runtime: Runtime;
  readonly log: Log;
}

/** One for each gateway. */
export class UsedProofs {
  readonly #options: UsedProofsOptions;
  readonly #memory: ProofMemory;

  constructor(options: UsedProofsOptions) {
    this.#options = options;
    this.#memory = new ProofMemory(options.runtime);
  }

  /** Uses up a proof for as long as this process lives: for what can be asked twice, and has to work when the store does not. Throws IDENTITY_UNTRUSTED, LIMIT_EXCEEDED. */
  claimHere(proof: Proof): void {
    this.#memory.claim(proof);
  }

  /** Uses up a proof. Throws IDENTITY_UNTRUSTED the second time, LIMIT_EXCEEDED when too many are remembered, STORE_FAILED. */
  async claim(proof: Proof): Promise<void> {
    // First of all: it takes no time, and holds the store to its bound.
    this.claimHere(proof);
    const record: ProofRecord = { version: 1, until: proof.issuedAt + PROOF_KEPT_MS };
    if (!(await this.#options.store.create('proof', nameOf(proof), record))) throw usedBefore();
  }

  /** Forgets those that are too old to be shown. Throws STORE_FAILED. */
  async forget(): Promise<void> {
    const { store, runtime, log } = this.#options;
    for (const key of await store.keys('proof')) {
      try {
        const { until } = ((await store.read('proof', key)) ?? {}) as Partial<ProofRecord>;
        if (typeof until === 'number' && until < runtime.now()) await store.remove('proof', key);
      } catch {
        log.warn(`the proof \`${key}\` can not be looked at, and stays`);
      }
    }
  }
}

function nameOf({ thumbprint, id }: Proof): string {
  return createHash('sha256').update(`${thumbprint} ${id}`).digest('base64url');
}
