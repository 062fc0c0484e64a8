// SPDX-License-Identifier: Apache-2.0
//
// How a connection is told that it is over, because the listener closes or because its session ended. Refuses to leave a listener on a
// signal that outlives the connection, and to let a statement of a session that is over run on for long.
import { setMaxListeners } from 'node:events';
import type { Socket } from 'node:net';
import { messageOf } from '../../../core/errors.js';
import type { Log } from '../../../core/ports.js';
import type { Runtime, Timer } from '../../../core/runtime.js';

/** Aborted as soon as one of several signals is, with its reason. Node's own `any` keeps what it made until the signals are gone. */
export class Ending {
  readonly #own = new AbortController();
  readonly #signals: readonly AbortSignal[];
  readonly #abort = () => this.#own.abort(this.#signals.find((signal) => signal.aborted)?.reason);

  constructor(signals: readonly AbortSignal[]) {
    this.#signals = signals;
    for (const signal of signals) {
      // One listener for each connection is no leak; Node would warn of one from the eleventh on.
      setMaxListeners(Infinity, signal);
      if (signal.aborted) this.#abort();
      signal.addEventListener('abort', this.#abort, { once: true });
    }
  }

  get signal(): AbortSignal {
    return this.#own.signal;
  }

  settle(): void {
    for (const signal of this.#signals) signal.removeEventListener('abort', this.#abort);
  }
}

/** A client's connection, and how to make the server stop what it does for it. */
export interface Connection {
  readonly over: AbortSignal;
  readonly socket: Socket;
  cancel(): Promise<void>;
}

/** Cancels and cuts a connection `milliseconds` after its session is over; returns how to call that off. Its other half, to the server, ends with the session. */
export function cutOff({ over, socket, cancel }: Connection, options: { readonly milliseconds: number; readonly runtime: Runtime; readonly log: Log }): () => void {
  let timer: Timer | null = null;
  const cut = async (): Promise<void> => {
    await cancel().catch((thrown: unknown) => options.log.warn('a statement of a session that is over could not be cancelled', { reason: messageOf(thrown) }));
    socket.destroy();
  };
  const start = (): void => {
    timer = options.runtime.after(options.milliseconds, () => void cut());
  };
  if (over.aborted) start();
  over.addEventListener('abort', start, { once: true });
  return () => {
    timer?.cancel();
    over.removeEventListener('abort', start);
  };
}
