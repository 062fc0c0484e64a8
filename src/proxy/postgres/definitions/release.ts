// SPDX-License-Identifier: Apache-2.0
//
// What is left to do when a session is over and its server may still be at work: what is on its way may yet come true. Refuses to tell the
// other connections that it is over before the server has closed the connection.
import type { Socket } from 'node:net';
import { messageOf } from '../../../core/errors.js';
import type { Log } from '../../../core/ports.js';
import type { Turn } from './definition-lock.js';
import type { Stirring } from './definition-changes.js';

export interface LeftBehind {
  /** To the server. */
  readonly socket: Socket;
  readonly stirring: Stirring;
  readonly claims: Turn;
  /** Asks the server to stop what it does on this connection. */
  readonly cancel: () => Promise<void>;
  /** Leaves the connection to the server: it is not cut, however long the server takes. */
  readonly outlive: () => void;
  readonly log: Log;
}

/** Gives back what the session had claimed, as soon as nothing of it can happen any more; stops what still runs. */
export function calm({ socket, stirring, claims, cancel, outlive, log }: LeftBehind): void {
  const over = () => {
    stirring.end();
    claims.end();
  };
  claims.stopWaiting();
  if ((!stirring.stirs && !claims.open) || socket.readableEnded || socket.destroyed) return over();
  if (stirring.stirs || claims.busy) cancel().catch((thrown: unknown) => log.debug('what was on its way could not be cancelled', { reason: messageOf(thrown) }));
  // A statement may outlast its cancellation, and nobody hears of it when the connection was cut.
  outlive();
  socket.once('close', over);
}
