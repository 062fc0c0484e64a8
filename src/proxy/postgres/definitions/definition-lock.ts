// SPDX-License-Identifier: Apache-2.0
//
// Whose turn it is, over all connections of a resource: many may write at the same time, or one may change definitions, from its first
// statement that does to the end of its transaction. So what was judged by definitions runs by them: nothing that may write is at the
// server, perhaps behind a lock, when a change comes true. Costs nothing where nobody defines. Refuses to let anybody wait for ever: a
// wait at the gate and a lock at the server may be for each other.
import type { Catalog } from '../../../core/ports.js';
import type { Runtime, Timer } from '../../../core/runtime.js';
import type { Refusal } from '../../../gate/wire.js';
import type { TransactionStatus } from '../protocol/messages.js';
import { WIRE_SQLSTATE, wireRefusal } from '../protocol/refusals.js';
import type { OwnDefinitionChanges } from './definition-changes.js';

/** What a step needs to be sent: nothing, that nobody else defines, or that nobody else writes either. */
export type Claim = 'none' | 'write' | 'define';

/** Definitions may be changing faster than they can be asked for. */
const ASKED_AT_MOST = 3;

interface LockHolders {
  /** Changes definitions, or has changed them in a transaction that is not over. */
  holder: DefinitionLock | null;
  /** Have sent what may write, and not heard of it yet. */
  readonly writing: Set<DefinitionLock>;
  /** Are to change definitions once nobody writes, in their order. */
  readonly wanting: Set<DefinitionLock>;
  /** Are to be told when anything of this changes. */
  readonly waiting: Set<DefinitionLock>;
}

const all = new WeakMap<Catalog, LockHolders>();

function holdersOf(catalog: Catalog): LockHolders {
  const known = all.get(catalog) ?? { holder: null, writing: new Set<DefinitionLock>(), wanting: new Set<DefinitionLock>(), waiting: new Set<DefinitionLock>() };
  all.set(catalog, known);
  return known;
}

export interface DefinitionLockDeps {
  readonly catalog: Catalog;
  readonly ownChanges: OwnDefinitionChanges;
  readonly runtime: Pick<Runtime, 'after'>;
  readonly limitMs: number;
  /** What waits may go on, or has waited for too long. */
  readonly wake: () => void;
}

/** One connection's part in it. */
export class DefinitionLock {
  readonly #deps: DefinitionLockDeps;
  readonly #holders: LockHolders;
  /** The last step sent that may write. */
  #last: object | null = null;
  #waitsFor: object | null = null;
  #timer: Timer | null = null;
  #expired = false;
  /** How often the definitions were asked for again, and were not the latest even so. */
  #asked = 0;

  constructor(deps: DefinitionLockDeps) {
    this.#deps = deps;
    this.#holders = holdersOf(deps.catalog);
  }

  /** Nobody else changes definitions, or is about to. */
  get free(): boolean {
    const { holder, wanting } = this.#holders;
    if (holder !== null) return holder === this;
    return wanting.size === 0 || (wanting.size === 1 && wanting.has(this));
  }

  /** Something of it may still be at the server, or may yet come true there. */
  get open(): boolean {
    return this.#last !== null || this.#holders.holder === this;
  }

  /** Something of it is at the server. */
  get busy(): boolean {
    return this.#last !== null;
  }

  /**
   * Whether what claims this may be judged, by definitions that will still be so when it is sent. `key`: the message; it is asked about again
   * after `wake`. `outdated`: the definitions that it would be judged by are not the latest, and those can be asked for.
   */
  mayBeJudged(key: object, { claim, outdated }: { readonly claim: Claim; readonly outdated: boolean }): 'go' | 'wait' | Refusal {
    if (claim === 'none') return 'go';
    if (this.free && (!outdated || this.#asked >= ASKED_AT_MOST)) return this.#ends(key, 'go');
    const waits = this.#waits(key);
    if (this.free) this.#asked += 1;
    return waits ? 'wait' : this.#ends(key, OTHERS_DEFINE);
  }

  /** Nothing has changed yet for what waits to be judged. */
  keeps(key: object): boolean {
    return this.#waitsFor === key && !this.#expired && !this.free;
  }

  /** Whether a decided step may be sent. `judgedAt`: `definitionChanges` of the context that it was judged in. */
  mayBeSent(key: object, claim: Claim, judgedAt: number | undefined): 'go' | 'wait' | Refusal {
    if (claim === 'none') return 'go';
    const { holder, writing, wanting } = this.#holders;
    if ((holder !== null && holder !== this) || (judgedAt !== undefined && judgedAt !== this.#deps.ownChanges.byOthers)) return this.#ends(key, SINCE_JUDGED);
    if (claim === 'write' || holder === this) return this.#ends(key, 'go');
    const [first = this] = wanting;
    const alone = first === this && ![...writing].some((lock) => lock !== this);
    if (alone) return this.#ends(key, 'go');
    const waits = this.#waits(key);
    wanting.add(this);
    return waits ? 'wait' : this.#ends(key, OTHERS_WRITE);
  }

  /** It goes to the server. */
  sent(step: object, claim: Claim): void {
    if (claim === 'none') return;
    this.#last = step;
    this.#holders.writing.add(this);
    if (claim === 'define') this.#holders.holder = this;
  }

  /** A step has been answered; `settled`: what it changed for others is done, and `status` is as of now. */
  answered(step: object | undefined, { settled, status }: { readonly settled: boolean; readonly status: TransactionStatus }): void {
    if (this.#last === null && this.#holders.holder !== this) return;
    const written = this.#last !== null && step === this.#last;
    if (written) {
      this.#last = null;
      this.#holders.writing.delete(this);
    }
    const defined = this.#holders.holder === this && settled && status === 'I' && this.#last === null;
    if (defined) this.#holders.holder = null;
    if (written || defined) this.#tell();
  }

  /** What waited is gone; with a key, if it was that. */
  stopWaiting(key: object | null = this.#waitsFor): void {
    if (key !== null) this.#ends(key, null);
  }

  /** The server is done with the connection. */
  end(): void {
    this.stopWaiting();
    this.#last = null;
    this.#holders.writing.delete(this);
    if (this.#holders.holder === this) this.#holders.holder = null;
    this.#tell();
  }

  // True: it goes on waiting.
  #waits(key: object): boolean {
    if (this.#waitsFor !== key) {
      this.stopWaiting();
      this.#waitsFor = key;
      this.#holders.waiting.add(this);
      this.#timer = this.#deps.runtime.after(this.#deps.limitMs, () => {
        this.#expired = true;
        this.#deps.wake();
      });
    }
    return !this.#expired;
  }

  #ends<Answer>(key: object, answer: Answer): Answer {
    if (this.#waitsFor !== key) return answer;
    this.#timer?.cancel();
    this.#waitsFor = null;
    this.#expired = false;
    this.#asked = 0;
    this.#holders.waiting.delete(this);
    if (this.#holders.wanting.delete(this) && answer !== 'go') this.#tell();
    return answer;
  }

  // Later, so that nobody's work is done in the middle of another's.
  #tell(): void {
    for (const lock of this.#holders.waiting) if (lock !== this) queueMicrotask(lock.#deps.wake);
  }
}

const AGAIN = 'try again in a moment';
const OTHERS_DEFINE = wireRefusal(WIRE_SQLSTATE.notAvailable, 'ostiary: another connection is changing definitions and has not committed, so what this would change may be another thing when it runs', AGAIN);
const OTHERS_WRITE = wireRefusal(WIRE_SQLSTATE.notAvailable, 'ostiary: statements of other connections that may write are still running, and would run by the definitions that this changes', AGAIN);
const SINCE_JUDGED = wireRefusal(WIRE_SQLSTATE.notAvailable, 'ostiary: another connection has changed definitions since this was judged', 'send it again');
