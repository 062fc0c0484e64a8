// SPDX-License-Identifier: Apache-2.0
//
// One question, one answer: a socket as a handshake sees it. Reads only when somebody waits, so that nothing piles up, and fails
// whoever waits when the socket ends. Refuses two waiters at once, and bytes that came before encryption began.
import type { Socket } from 'node:net';
import { GateError } from '../../../core/errors.js';
import type { Runtime } from '../../../core/runtime.js';
import type { Frame, FrameReader } from '../protocol/frames.js';
import { FAREWELL_MS } from '../limits.js';

/** A paused socket, read step by step. `peer` is who to name in errors: `the client`. */
export class Conversation {
  constructor(
    readonly socket: Socket,
    readonly reader: FrameReader,
    readonly peer: string,
  ) {
    socket.pause();
    if (socket.listenerCount('error') === 0) socket.on('error', () => undefined);
  }

  /** The next whole message. Throws what the reader throws, and `PROTOCOL_VIOLATION` when the peer hangs up. */
  async frame(): Promise<Frame> {
    for (;;) {
      const frame = this.reader.next();
      if (frame !== null) return frame;
      this.reader.push(await this.chunk());
    }
  }

  /** The next bytes, whatever they are. */
  chunk(): Promise<Buffer> {
    const { socket } = this;
    return new Promise((resolve, reject) => {
      const settle = (finish: () => void) => {
        socket.off('data', onData);
        socket.off('end', onEnd);
        socket.off('close', onEnd);
        socket.pause();
        finish();
      };
      const onData = (chunk: Buffer) => settle(() => resolve(chunk));
      const onEnd = () => settle(() => reject(this.ended()));
      if (socket.destroyed || socket.readableEnded) {
        reject(this.ended());
        return;
      }
      socket.on('data', onData);
      socket.once('end', onEnd);
      socket.once('close', onEnd);
      socket.resume();
    });
  }

  /** Bytes that the peer sent and nobody has read. */
  get early(): number {
    return this.reader.buffered + this.socket.readableLength;
  }

  /** Why nothing more comes: the error that the socket was destroyed with, or that the peer hung up. */
  ended(): GateError {
    const cause = this.socket.errored;
    if (cause instanceof GateError) return cause;
    return new GateError('PROTOCOL_VIOLATION', `${this.peer} closed the connection during the handshake`, cause ? { cause } : {});
  }
}

/** Destroys the socket with a `GateError` when `milliseconds` have passed or `signal` aborts; returns how to call that off. */
export function deadline(socket: Socket, options: { readonly milliseconds: number; readonly what: string; readonly runtime: Runtime; readonly signal: AbortSignal }): () => void {
  const { milliseconds, what, runtime, signal } = options;
  const timer = runtime.after(milliseconds, () => {
    socket.destroy(new GateError('LIMIT_EXCEEDED', `${what} took longer than ${milliseconds} ms`, { hint: 'check the network and the peer' }));
  });
  const abort = () => socket.destroy(new GateError('LIMIT_EXCEEDED', `${what} was interrupted: the gate is closing`));
  if (signal.aborted) abort();
  signal.addEventListener('abort', abort, { once: true });
  return () => {
    timer.cancel();
    signal.removeEventListener('abort', abort);
  };
}

/** Says a last word and closes, even when the peer does not read or goes on talking. `patient`: it may take as long as it likes to close, too. */
export function farewell(socket: Socket, lastWord: Buffer, { runtime, patient = false }: { readonly runtime: Runtime; readonly patient?: boolean }): void {
  if (socket.destroyed) return;
  const timer = patient ? null : runtime.after(FAREWELL_MS, () => socket.destroy());
  socket.once('close', () => timer?.cancel());
  socket.removeAllListeners('data');
  // Unread bytes would turn our close into a reset, and the last word would be lost.
  socket.resume();
  socket.end(lastWord);
}
