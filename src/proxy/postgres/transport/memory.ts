// SPDX-License-Identifier: Apache-2.0
//
// How many bytes of large messages a gate holds at a time, over all connections and for each session. Whoever asks is served in turn, as
// soon as there is room. Refuses nobody a message while nothing else is held, and one session what would leave others without.

/** The bounds; see limits.ts. */
export interface MemoryBounds {
  readonly memoryBytes: number;
  readonly sessionMemoryBytes: number;
}

/** Somebody's wish for room. */
export interface Ask {
  readonly bytes: number;
  /** Set whenever somebody gave back what it waits for: its turn comes nearer. */
  nearer: boolean;
  /** Called once, perhaps before `ask` returns. */
  readonly granted: () => void;
}

/** What one gate holds. */
export class Memory {
  readonly #bounds: MemoryBounds;
  readonly #shares = new WeakMap<object, Share>();
  // In the order in which they asked.
  readonly #waiting = new Map<Ask, Share>();
  #held = 0;

  constructor(bounds: MemoryBounds) {
    this.#bounds = bounds;
  }

  /** Bytes that are held now. */
  get held(): number {
    return this.#held;
  }

  /** How many wait for room. */
  get waiting(): number {
    return this.#waiting.size;
  }

  /** The part of one session; `session` is whatever its connections have in common. */
  share(session: object): Share {
    const known = this.#shares.get(session);
    if (known !== undefined) return known;
    const made = new Share((ask) => this.#ask(ask, made), (ask) => this.#withdraw(ask), (bytes) => this.#give(bytes, made));
    this.#shares.set(session, made);
    return made;
  }

  #ask(ask: Ask, share: Share): void {
    this.#waiting.set(ask, share);
    this.#serve();
  }

  #withdraw(ask: Ask): void {
    // Those behind it may fit.
    if (this.#waiting.delete(ask)) this.#serve();
  }

  #give(bytes: number, share: Share): void {
    share.held -= bytes;
    this.#held -= bytes;
    for (const [ask, of] of this.#waiting) ask.nearer ||= of === share || this.#fitsSession(ask, of);
    this.#serve();
  }

  // INVARIANT: nobody overtakes within a session, and a session that is full holds up no other.
  #serve(): void {
    const due: Ask[] = [];
    const full = new Set<Share>();
    for (const [ask, share] of this.#waiting) {
      if (full.has(share)) continue;
      if (!this.#fitsSession(ask, share)) {
        full.add(share);
        continue;
      }
      if (!fits(this.#held, ask.bytes, this.#bounds.memoryBytes)) break;
      this.#waiting.delete(ask);
      share.held += ask.bytes;
      this.#held += ask.bytes;
      due.push(ask);
    }
    for (const ask of due) ask.granted();
  }

  #fitsSession(ask: Ask, share: Share): boolean {
    return fits(share.held, ask.bytes, this.#bounds.sessionMemoryBytes);
  }
}

/** One session's part of it. */
export class Share {
  /** Bytes that are held now. */
  held = 0;

  constructor(
    /** Waits for room, after those who asked before. */
    readonly ask: (ask: Ask) => void,
    /** Waits no longer. */
    readonly withdraw: (ask: Ask) => void,
    /** Gives back what was granted. */
    readonly give: (bytes: number) => void,
  ) {}
}

// INVARIANT: a message within its own limit is admitted when nothing else is held, whatever the bounds.
function fits(held: number, bytes: number, most: number): boolean {
  return held === 0 || held + bytes <= most;
}
