// SPDX-License-Identifier: Apache-2.0
//
// The door of the gate process: takes one `start` and one `seal` from its parent. When the parent goes away it seals what there is and
// ends. Refuses to live longer than its parent, and to answer anything else.
import { GateError, messageOf } from '../core/errors.js';
import type { Log } from '../core/ports.js';
import { systemRuntime } from '../core/runtime.js';
import type { FromGate, ToGate } from './gate-channel.js';
import type { Guard } from './gate-session.js';
import { guardMemory } from './process-memory.js';

/** Runs until the parent has had its answer to `seal`, or is gone. */
export async function gateProcess(environment: Record<string, string | undefined>): Promise<void> {
  const send = (message: FromGate): void => {
    if (process.connected) process.send?.(message);
  };
  const log: Log = {
    debug: (message, fields = {}) => send({ kind: 'log', level: 'debug', message, fields }),
    info: (message, fields = {}) => send({ kind: 'log', level: 'info', message, fields }),
    warn: (message, fields = {}) => send({ kind: 'log', level: 'warn', message, fields }),
    error: (message, fields = {}) => send({ kind: 'log', level: 'error', message, fields }),
  };
  // The terminal's Ctrl-C goes to the whole group; ending is the parent's decision, so that the recording is sealed.
  process.on('SIGINT', () => undefined);
  process.on('SIGTERM', () => undefined);
  const guarded = guardMemory(systemRuntime);
  // Read while that runs, and while the parent is answered.
  const loading = import('./gate-session.js');
  loading.catch(() => undefined);
  let opening: Promise<Guard> | null = null;
  let guard: Guard | null = null;
  await new Promise<void>((ended) => {
    const fail = (thrown: unknown): void => {
      const known = thrown instanceof GateError ? thrown : new GateError('INTERNAL', messageOf(thrown));
      send({ kind: 'failed', code: known.code, message: known.message, hint: known.hint ?? null });
    };
    const receive = async (message: ToGate): Promise<void> => {
      if (message.kind === 'start') {
        opening = guarded.then(() => loading).then(({ openGateSession }) => openGateSession(message.request, { host: message.host, environment, log, mask: (value) => send({ kind: 'mask', value }) }));
        guard = await opening;
        send({ kind: 'started', started: guard.started });
        // What guards is gone: so are we, and the parent ends COMMAND.
        void guard.lost.then((why) => {
          log.error(why);
          ended();
        });
        return;
      }
      if (guard === null) throw new GateError('INTERNAL', 'nothing has been started');
      const sealed = await guard.seal(message.commandCode, message.onRefusal);
      send({ kind: 'sealed', sealed });
      ended();
    };
    process.on('message', (message) => {
      receive(message as ToGate).catch((thrown: unknown) => {
        fail(thrown);
        // A seal that failed is an end, too: the parent has its answer, and would wait for a process that has nothing left to do.
        if (guard === null || (message as ToGate).kind === 'seal') ended();
      });
    });
    send({ kind: 'awake' });
    // One that is being opened is waited for: it has a credential, and would have a door.
    const leave = (): void => {
      void Promise.resolve(opening).then((open) => open?.seal(null, 'fail')).then(() => ended(), () => ended());
    };
    process.on('disconnect', leave);
    // The parent went away while this was read, or there never was one.
    if (!process.connected) leave();
  });
  if (process.connected) process.disconnect();
}
