// SPDX-License-Identifier: Apache-2.0
//
// Back-pressure towards a peer: whether its socket is read. Refuses to ask the socket for what it does already, since this is asked for every
// turn of a session.
import type { Socket } from 'node:net';

/** Whether a socket is read; asks it only for changes. */
export class Flow {
  readonly #socket: Socket;
  #on = false;

  constructor(socket: Socket) {
    this.#socket = socket;
  }

  set(on: boolean): void {
    if (this.#on === on) return;
    this.#on = on;
    if (on) this.#socket.resume();
    else this.#socket.pause();
  }
}
