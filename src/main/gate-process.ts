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
  // The terminal's Ctrl-C goes to the whole group; ending is the parent's decision, so that the recording is sealed.
  process.on('SIGINT', () => undefined);
  process.on('SIGTERM', () => undefined);
  const guarded = guardMemory(systemRuntime);
  // Read while that runs, and while the parent is answered.
  const loading = import('./gate-session.js');
  loading.catch(() => undefined);
  await new Promise<void>((ended) => {
    const conversation = new ParentConversation((request) => guarded.then(() => loading).then(({ openGateSession }) => openGateSession(request.request, { host: request.host, environment, log: PARENT_LOG, mask: (value) => send({ kind: 'mask', value }) })), ended);
    process.on('message', (message) => conversation.take(message as ToGate));
    send({ kind: 'awake' });
    process.on('disconnect', () => conversation.leave());
    // The parent went away while this was read, or there never was one.
    if (!process.connected) conversation.leave();
  });
  if (process.connected) process.disconnect();
}

type Start = Extract<ToGate, { kind: 'start' }>;

/** What is said with the parent: one `start`, one `seal`. */
class ParentConversation {
  readonly #open: (request: Start) => Promise<Guard>;
  readonly #ended: () => void;
  #opening: Promise<Guard> | null = null;
  #guard: Guard | null = null;

  constructor(open: (request: Start) => Promise<Guard>, ended: () => void) {
    this.#open = open;
    this.#ended = ended;
  }

  take(message: ToGate): void {
    this.#answer(message).catch((thrown: unknown) => {
      const known = thrown instanceof GateError ? thrown : new GateError('INTERNAL', messageOf(thrown));
      send({ kind: 'failed', code: known.code, message: known.message, hint: known.hint ?? null });
      // A seal that failed is an end, too: the parent has its answer, and would wait for a process that has nothing left to do.
      if (this.#guard === null || message.kind === 'seal') this.#ended();
    });
  }

  /** The parent is gone. A session that is being opened is waited for: it has a credential, and would have a door. */
  leave(): void {
    void Promise.resolve(this.#opening).then((open) => open?.seal(null, 'fail')).then(() => this.#ended(), () => this.#ended());
  }

  async #answer(message: ToGate): Promise<void> {
    if (message.kind === 'start') return this.#start(message);
    if (this.#guard === null) throw new GateError('INTERNAL', 'nothing has been started');
    const sealed = await this.#guard.seal(message.commandCode, message.onRefusal);
    send({ kind: 'sealed', sealed });
    this.#ended();
  }

  async #start(message: Start): Promise<void> {
    this.#opening = this.#open(message);
    const guard = await this.#opening;
    this.#guard = guard;
    send({ kind: 'started', started: guard.started });
    // What guards is gone: so are we, and the parent ends COMMAND.
    void guard.lost.then((why) => {
      PARENT_LOG.error(why);
      this.#ended();
    });
  }
}

function send(message: FromGate): void {
  if (process.connected) process.send?.(message);
}

const PARENT_LOG: Log = {
  debug: (message, fields = {}) => send({ kind: 'log', level: 'debug', message, fields }),
  info: (message, fields = {}) => send({ kind: 'log', level: 'info', message, fields }),
  warn: (message, fields = {}) => send({ kind: 'log', level: 'warn', message, fields }),
  error: (message, fields = {}) => send({ kind: 'log', level: 'error', message, fields }),
};
