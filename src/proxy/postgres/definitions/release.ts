// SPDX-License-Identifier: Apache-2.0
//
// What is left to do when a session is over and its server may still be at work: what is on its way may yet come true. Refuses to tell the
// other connections that it is over before the server has closed the connection.
import type { Socket } from 'node:net';
import { messageOf } from '../../../core/errors.js';
import type { Log } from '../../../core/ports.js';
import type { DefinitionLock } from './definition-lock.js';
import type { OwnDefinitionChanges } from './definition-changes.js';

export interface EndedSession {
  /** To the server. */
  readonly socket: Socket;
  readonly ownChanges: OwnDefinitionChanges;
  readonly lock: DefinitionLock;
  /** Asks the server to stop what it does on this connection. */
  readonly cancel: () => Promise<void>;
  /** Leaves the connection to the server: it is not cut, however long the server takes. */
  readonly outlive: () => void;
  readonly log: Log;
}

/** Gives back what the session had claimed, as soon as nothing of it can happen any more; stops what still runs. */
export function releaseAtEnd({ socket, ownChanges, lock, cancel, outlive, log }: EndedSession): void {
  const over = () => {
    ownChanges.end();
    lock.end();
  };
  lock.stopWaiting();
  if ((!ownChanges.pending && !lock.open) || socket.readableEnded || socket.destroyed) return over();
  if (ownChanges.pending || lock.busy) cancel().catch((thrown: unknown) => log.debug('what was on its way could not be cancelled', { reason: messageOf(thrown) }));
  // A statement may outlast its cancellation, and nobody hears of it when the connection was cut.
  outlive();
  socket.once('close', over);
}
