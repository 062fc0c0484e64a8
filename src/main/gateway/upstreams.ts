// SPDX-License-Identifier: Apache-2.0
//
// The databases behind a gateway: each opened when it is first needed, and shared by all sessions that use it. Refuses to keep one that
// could not be opened: the next session tries again.
import { GateError, messageOf } from '../../core/errors.js';
import type { Log, Secrets } from '../../core/ports.js';
import type { Resource } from '../../policy/model.js';
import { openUpstream, type PostgresUpstream } from '../upstream.js';

interface Held {
  readonly upstream: Promise<PostgresUpstream>;
  users: number;
}

/** A pool of upstreams, by what makes them the same. */
export class Upstreams {
  readonly #held = new Map<string, Held>();
  readonly #secretsOf: (resource: Resource) => Secrets;

  constructor(secretsOf: (resource: Resource) => Secrets) {
    this.#secretsOf = secretsOf;
  }

  /** The upstream of a resource, for as long as it takes until `release`. Throws what opening it throws. */
  async acquire(resource: Resource): Promise<PostgresUpstream> {
    const key = keyOf(resource);
    const held = this.#held.get(key) ?? this.#open(key, resource);
    held.users += 1;
    try {
      return await held.upstream;
    } catch (thrown) {
      if (this.#held.get(key) === held) this.#held.delete(key);
      throw thrown;
    }
  }

  /** Opens each and lets it go again: the session that follows finds it open. Throws SECRET_UNAVAILABLE, UPSTREAM_FAILED. */
  async reach(resources: readonly Resource[], log: Log): Promise<void> {
    for (const resource of resources) {
      try {
        this.release(await this.acquire(resource));
      } catch (thrown) {
        log.error('a resource can not be reached', { resource: resource.name, reason: messageOf(thrown) });
        // Where it is and who we are there is not the job's to know.
        throw new GateError(thrown instanceof GateError && thrown.code === 'SECRET_UNAVAILABLE' ? 'SECRET_UNAVAILABLE' : 'UPSTREAM_FAILED', `the gateway can not reach the resource \`${resource.name}\``, { hint: "the gateway's log says why", cause: thrown });
      }
    }
  }

  release(upstream: PostgresUpstream): void {
    const held = this.#held.get(keyOf(upstream.resource));
    if (held !== undefined) held.users -= 1;
  }

  /** Closes those that are of no resource any more and in nobody's use. */
  async retain(resources: readonly Resource[]): Promise<void> {
    const wanted = new Set(resources.map(keyOf));
    for (const [key, held] of [...this.#held]) if (!wanted.has(key) && held.users === 0) await this.#close(key, held);
  }

  async close(): Promise<void> {
    for (const [key, held] of [...this.#held]) await this.#close(key, held);
  }

  #open(key: string, resource: Resource): Held {
    const held: Held = { upstream: openUpstream(resource, this.#secretsOf(resource)), users: 0 };
    this.#held.set(key, held);
    return held;
  }

  async #close(key: string, { upstream }: Held): Promise<void> {
    this.#held.delete(key);
    await upstream.then((open) => open.close()).catch(() => undefined);
  }
}

// What a reload may have changed makes another upstream of it.
function keyOf({ name, target, address, credential, vault, tls }: Resource): string {
  return JSON.stringify([name, target, address, credential, vault, tls]);
}
