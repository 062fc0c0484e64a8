// SPDX-License-Identifier: Apache-2.0
//
// The public keys of issuers, kept for a while and, when an issuer can't be asked, a while longer. Refuses keys that it has not seen at
// the issuer itself: nothing in a token says where its key lies, and unknown key ids make us look again at most every half minute.
import { createLocalJWKSet, errors, type CryptoKey, type JWSHeaderParameters } from 'jose';
import { GateError } from '../core/errors.js';
import type { Runtime } from '../core/runtime.js';
import { readKeySet, type IssuerAccess } from './discovery.js';

/** Issuers change keys rarely and announce new ones before they use them. */
const KEEP_MS = 10 * 60_000;
/** Known keys outlive a disturbance of their issuer by this much; a key that was withdrawn meanwhile is then still taken. */
const KEEP_IN_OUTAGE_MS = 6 * 60 * 60_000;
/** Between two looks for a key that was not there. */
const UNKNOWN_KEY_MS = 30_000;
/** After a failure nobody asks again for this long. */
const FAILURE_MS = 5_000;
/** Every enterprise of GitHub is an issuer of its own, and anybody can write the name of one into a token. */
const MAX_ISSUERS = 200;

type KeySet = ReturnType<typeof createLocalJWKSet>;

interface Held {
  keys: KeySet | null;
  /** When `keys` were read, when the issuer was asked last: monotonic milliseconds. */
  readAt: number;
  askedAt: number;
  asking: Promise<void> | null;
  /** Why the last attempt gave nothing; null when it did. */
  failure: unknown;
}

/** Finds the key of a token's header. One instance may serve many verifications. */
export class IssuerKeys {
  readonly #runtime: Runtime;
  readonly #access: (issuer: string) => Promise<IssuerAccess>;
  readonly #held = new Map<string, Held>();

  /** `access`: how an issuer is asked for its keys; as anybody when left out. */
  constructor(runtime: Runtime, access: (issuer: string) => Promise<IssuerAccess> = async () => ({})) {
    this.#runtime = runtime;
    this.#access = access;
  }

  /** The key that the issuer publishes under the header's `kid` for its `alg`. Throws IDENTITY_UNTRUSTED, UPSTREAM_FAILED. */
  async find(issuer: string, header: JWSHeaderParameters): Promise<CryptoKey> {
    const held = this.#of(issuer);
    await this.#bringUpToDate(issuer, held);
    const known = await pick(this.#usable(held), header);
    if (known !== null) return known;
    if (this.#since(held.askedAt) >= UNKNOWN_KEY_MS || held.asking !== null) await this.#ask(issuer, held);
    const fresh = await pick(this.#usable(held), header);
    if (fresh !== null) return fresh;
    if (held.failure !== null) throw held.failure;
    throw new GateError('IDENTITY_UNTRUSTED', `\`${issuer}\` publishes no key with the id that the token names`, { hint: 'get a new token from it; one that was made elsewhere is not accepted' });
  }

  // In an outage known keys go on at once, and the issuer is asked beside that: a gateway must not wait for somebody else's time-outs.
  async #bringUpToDate(issuer: string, held: Held): Promise<void> {
    if (held.keys !== null && this.#since(held.readAt) < KEEP_MS) return;
    if (held.failure === null) await this.#ask(issuer, held);
    else if (this.#since(held.askedAt) >= FAILURE_MS) {
      const asked = this.#ask(issuer, held);
      if (this.#usable(held) === null) await asked;
    } else if (this.#usable(held) === null && held.asking !== null) await held.asking;
  }

  #usable(held: Held): KeySet | null {
    return this.#since(held.readAt) < KEEP_IN_OUTAGE_MS ? held.keys : null;
  }

  // Everybody who asks meanwhile waits for the same answer. Never rejects: what went wrong is kept.
  #ask(issuer: string, held: Held): Promise<void> {
    if (held.asking !== null) return held.asking;
    held.askedAt = this.#runtime.monotonicMs();
    held.asking = this.#access(issuer).then((access) => readKeySet(issuer, this.#runtime, access)).then(
      (set) => {
        Object.assign(held, { keys: createLocalJWKSet(set), readAt: this.#runtime.monotonicMs(), failure: null, asking: null });
      },
      (thrown: unknown) => {
        Object.assign(held, { failure: thrown, asking: null });
      },
    );
    return held.asking;
  }

  #of(issuer: string): Held {
    const found = this.#held.get(issuer);
    if (found !== undefined) return found;
    if (this.#held.size >= MAX_ISSUERS) this.#forgetOne();
    const held: Held = { keys: null, readAt: -Infinity, askedAt: -Infinity, asking: null, failure: null };
    this.#held.set(issuer, held);
    return held;
  }

  // The oldest that never had keys, or else the oldest.
  #forgetOne(): void {
    const names = [...this.#held.keys()];
    const useless = names.find((name) => this.#held.get(name)?.keys === null) ?? names[0];
    if (useless !== undefined) this.#held.delete(useless);
  }

  #since(moment: number): number {
    return this.#runtime.monotonicMs() - moment;
  }
}

async function pick(keys: KeySet | null, header: JWSHeaderParameters): Promise<CryptoKey | null> {
  if (keys === null) return null;
  try {
    return await keys(header);
  } catch (thrown) {
    if (thrown instanceof errors.JWKSNoMatchingKey) return null;
    throw new GateError('IDENTITY_UNTRUSTED', 'the issuer publishes keys that can not tell which of them signed the token', { hint: 'each key of an issuer needs an id of its own', cause: thrown });
  }
}
