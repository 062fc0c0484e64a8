// SPDX-License-Identifier: Apache-2.0
//
// The session that a migration runs in, as far as hazards hang on it: is there a transaction, which timeouts are set, which tables are
// locked. Refuses to keep what a ROLLBACK takes back, and to take a timeout of zero for one.
import type { SessionEffect } from '../../core/model.js';

interface Timeouts {
  readonly lock_timeout: boolean;
  readonly statement_timeout: boolean;
}
const NONE: Timeouts = { lock_timeout: false, statement_timeout: false };

/** One connection's state. */
export class SessionState {
  /** Locked by the transaction that is open, of what was there before the change. */
  readonly held = new Set<string>();
  #transaction = false;
  #session = NONE;
  #local = NONE;
  #before = NONE;
  #pathChanged = false;

  get inTransaction(): boolean {
    return this.#transaction;
  }

  /** False once the search path was changed: a name without a schema may then mean another thing than before. */
  get pathKnown(): boolean {
    return !this.#pathChanged;
  }

  /** True when the timeout is set. */
  limits(name: keyof Timeouts): boolean {
    return this.#transaction ? this.#local[name] : this.#session[name];
  }

  begin(): void {
    this.held.clear();
    this.#transaction = true;
    this.#before = this.#session;
    this.#local = this.#session;
  }

  end(kept: boolean): void {
    this.held.clear();
    this.#transaction = false;
    if (!kept) this.#session = this.#before;
  }

  /** Takes in what a statement does to settings. */
  take(effects: readonly SessionEffect[]): void {
    for (const effect of effects) {
      if (effect.kind === 'set') this.#set(effect.name, isLimit(effect.value), effect.local);
      else if (effect.kind === 'reset') for (const name of effect.name === null ? ['lock_timeout', 'statement_timeout', 'search_path'] : [effect.name]) this.#set(name, false, false);
      else if (effect.kind === 'discard') [this.#session, this.#local] = [NONE, NONE];
    }
  }

  #set(name: string, on: boolean, local: boolean): void {
    if (name === 'search_path') this.#pathChanged = true;
    if (name !== 'lock_timeout' && name !== 'statement_timeout') return;
    this.#local = { ...this.#local, [name]: on };
    if (!local) this.#session = { ...this.#session, [name]: on };
  }
}

// `0` and DEFAULT are no limit that we know of.
function isLimit(value: string | null): boolean {
  return value !== null && !/^\s*(?:0*(?:\.0*)?\s*[a-z]*|default)\s*$/i.test(value); // matches `0`, `0ms`; misses `2s`
}
