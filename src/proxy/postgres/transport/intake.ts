// SPDX-License-Identifier: Apache-2.0
//
// How one side of a connection is read: not while the other takes no more, and a large message not before there is room for it, which is
// given back when the other has taken it. Costs small messages nothing. Refuses a large one, unread, when nobody makes room for a while.
import type { Socket } from 'node:net';
import type { Writable } from 'node:stream';
import type { Log } from '../../../core/ports.js';
import type { Runtime, Timer } from '../../../core/runtime.js';
import { Flow } from './back-pressure.js';
import type { FrameReader, Wanted } from '../protocol/frames.js';
import { LARGE_FRAME_BYTES } from '../limits.js';
import type { Ask, Share } from './memory.js';

/** Who takes the messages of one side. */
export interface Taker {
  /** The other socket takes no more. */
  readonly blocked: boolean;
  /** No message should come. */
  readonly paused: boolean;
  /** It is read on all the same, so that its end is noticed. */
  readonly watched: boolean;
  /** Bytes of messages that were taken, and are not on their way yet. */
  readonly kept: number;
  run(): void;
  /** Whether a message of this type would be thrown away. */
  ignores(type: number): boolean;
  /** There is no room for this message, and it will not come. */
  noRoom(wanted: Wanted): void;
}

export interface IntakeDeps {
  readonly socket: Socket;
  readonly reader: FrameReader;
  readonly taker: Taker;
  readonly share: Share;
  readonly roomMs: number;
  readonly runtime: Runtime;
  readonly log: Log;
  /** Something is to be written, or read on. */
  readonly wake: () => void;
}

/** One side of one connection, as it is read. */
export class Intake {
  readonly #deps: IntakeDeps;
  readonly #flow: Flow;
  #held = 0;
  #asked: Ask | null = null;
  #timer: Timer | null = null;

  constructor(deps: IntakeDeps) {
    this.#deps = deps;
    this.#flow = new Flow(deps.socket);
    deps.reader.asks(LARGE_FRAME_BYTES);
  }

  /** After everything of a turn was written. */
  turn(): void {
    const { reader, taker } = this.#deps;
    // What went before is on its way until then, and nothing more is read.
    if (!taker.blocked) {
      if (this.#held > 0) this.#keep(reader.allowed + taker.kept);
      if (reader.wanted !== null && this.#asked === null) this.#want(reader.wanted);
    }
    this.#flow.set(taker.watched || (!taker.paused && this.#asked === null));
  }

  /** Nothing more is read. `to`: the socket that may not have taken everything yet. */
  close(to: Writable): void {
    this.#flow.set(false);
    this.#settle();
    const give = (): void => this.#keep(0);
    if (to.destroyed || to.writableLength === 0) give();
    else to.once('finish', give).once('close', give);
  }

  #want(wanted: Wanted): void {
    const { share, taker } = this.#deps;
    if (taker.ignores(wanted.type)) {
      this.#pass();
      return;
    }
    const ask: Ask = { bytes: wanted.bytes, nearer: false, granted: () => this.#granted(wanted.bytes) };
    this.#asked = ask;
    share.ask(ask);
    if (this.#asked === ask) this.#watch(ask, wanted);
  }

  // As long as others come to an end, its turn comes.
  #watch(ask: Ask, wanted: Wanted): void {
    const { runtime, roomMs } = this.#deps;
    ask.nearer = false;
    this.#timer = runtime.after(roomMs, () => (ask.nearer ? this.#watch(ask, wanted) : this.#expired(wanted)));
  }

  #granted(bytes: number): void {
    this.#asked = null;
    this.#settle();
    this.#held += bytes;
    this.#deps.reader.allow();
    this.#goOn();
  }

  #expired(wanted: Wanted): void {
    const { log, share, roomMs, taker } = this.#deps;
    this.#settle();
    log.warn('there was no room for a large message', { bytes: wanted.bytes, held: share.held, milliseconds: roomMs });
    taker.noRoom(wanted);
    this.#pass();
  }

  #pass(): void {
    this.#deps.reader.passOver();
    this.#goOn();
  }

  #goOn(): void {
    this.#deps.taker.run();
    this.#deps.wake();
  }

  #settle(): void {
    this.#timer?.cancel();
    this.#timer = null;
    const asked = this.#asked;
    this.#asked = null;
    if (asked !== null) this.#deps.share.withdraw(asked);
  }

  /** Gives back all but so much. */
  #keep(bytes: number): void {
    const over = this.#held - bytes;
    if (over <= 0) return;
    this.#held = bytes;
    this.#deps.share.give(over);
  }
}
