// SPDX-License-Identifier: Apache-2.0
//
// Which cancel key of ours stands for which backend of the server. A client never sees the server's own key. Refuses to tell, by
// words or by time, whether a key was right.
import { timingSafeEqual } from 'node:crypto';
import type { Runtime } from '../../../core/runtime.js';

/** A connection that can be cancelled: `pid` and `key` are ours, to be sent to the client. `cancel` reaches the server. */
export interface Cancellable {
  readonly pid: number;
  readonly key: Buffer;
}

// Protocol 3.0 has room for 4 bytes; with 31 random bits of process id it takes 2^63 tries to guess one.
const KEY_BYTES = 4;

/** The cancel keys of one listener's open connections. */
export class CancelKeys {
  readonly #runtime: Runtime;
  readonly #byPid = new Map<number, { readonly key: Buffer; readonly cancel: () => Promise<void> }>();

  constructor(runtime: Runtime) {
    this.#runtime = runtime;
  }

  /** A new key under which `cancel` is called; `release` it when the connection ends. */
  issue(cancel: () => Promise<void>): Cancellable {
    const key = this.#runtime.random(KEY_BYTES);
    let pid = 0;
    while (pid === 0 || this.#byPid.has(pid)) pid = this.#runtime.random(4).readUInt32BE() >>> 1;
    this.#byPid.set(pid, { key, cancel });
    return { pid, key };
  }

  release({ pid }: Cancellable): void {
    this.#byPid.delete(pid);
  }

  /** Cancels what the key stands for, if anything. Rejects when the server can't be reached. */
  async use(pid: number, key: Buffer): Promise<void> {
    const known = this.#byPid.get(pid);
    if (known === undefined || known.key.length !== key.length || !timingSafeEqual(known.key, key)) return;
    await known.cancel();
  }
}
