// SPDX-License-Identifier: Apache-2.0
//
// A session pump that judges nothing: bytes go from one side to the other. For tests of what is around a session, and as the bare
// relay that the real pump is compared with.
import type { RunSession, SessionDeps } from '../../src/proxy/postgres/ready.js';

/** Relays until either side ends, or the listener closes. */
export const relay: RunSession = ({ client, upstream, signal }: SessionDeps) =>
  new Promise((resolve) => {
    const ends = [
      { from: client, to: upstream.socket, reason: 'the client left' },
      { from: upstream, to: client.socket, reason: 'the server left' },
    ];
    signal.addEventListener('abort', () => resolve('the listener closed'), { once: true });
    for (const { from, to, reason } of ends) {
      from.socket.once('close', () => resolve(reason));
      from.socket.once('end', () => resolve(reason));
      for (let frame = from.reader.next(); frame !== null; frame = from.reader.next()) to.write(frame.raw);
      from.socket.on('data', (chunk: Buffer) => {
        if (to.write(chunk)) return;
        from.socket.pause();
        to.once('drain', () => from.socket.resume());
      });
      from.socket.resume();
    }
  });
