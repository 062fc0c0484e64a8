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

  /** The same state, to be changed apart. */
  copy(): SessionState {
    const state = new SessionState();
    for (const name of this.held) state.held.add(name);
    [state.#transaction, state.#session, state.#local, state.#before, state.#pathChanged] = [this.#transaction, this.#session, this.#local, this.#before, this.#pathChanged];
    return state;
  }

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
    if (!kept && this.#transaction) this.#session = this.#before;
    this.#transaction = false;
  }

  /** What the open transaction set is taken back. */
  forget(): void {
    if (this.#transaction) [this.#session, this.#local] = [this.#before, this.#before];
  }

  /** Takes in what a statement does to settings. */
  take(effects: readonly SessionEffect[]): void {
    for (const effect of effects) {
      if (effect.kind === 'set') this.#set(effect.name, isLimit(effect.name, effect.value), effect.local);
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

/** Waiting longer than this for a lock stops everybody else for as long. */
const MAX_LOCK_TIMEOUT_MS = 60_000;
const UNITS: Readonly<Record<string, number>> = { us: 0.001, '': 1, ms: 1, s: 1_000, min: 60_000, h: 3_600_000, d: 86_400_000 };

// `0` and DEFAULT are no limit that we know of.
function isLimit(name: string, value: string | null): boolean {
  const [, number, unit = ''] = /^\s*([0-9]{1,15}(?:\.[0-9]{1,9})?)\s*([a-z]*)\s*$/.exec(value ?? '') ?? []; // matches `2s`, `500`; misses `default`
  const milliseconds = number === undefined || !Object.hasOwn(UNITS, unit) ? 0 : Number(number) * (UNITS[unit] ?? 0);
  return milliseconds > 0 && (name !== 'lock_timeout' || milliseconds <= MAX_LOCK_TIMEOUT_MS);
}
