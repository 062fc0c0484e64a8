// SPDX-License-Identifier: Apache-2.0
//
// The gate seen from `run`: starts it as a process of its own, so that the credentials it reads never enter the process that starts
// COMMAND. Refuses to hide its end: when the gate goes, `lost` says so and the run ends as an error.
import type { ChildProcess } from 'node:child_process';
import type { GateProcess, GateRequest, GateSealed, GateStarted, OnRefusal } from '../commands/gate-process.js';
import { GateError } from '../core/errors.js';
import { TELL_MS } from '../approval/write-back.js';
import type { Host } from '../core/ports.js';
import type { Runtime } from '../core/runtime.js';
import type { FromGate, ToGate } from './gate-channel.js';

/** The gate may take this long to get ready: token, policy and database are each bounded inside it. */
const START_DEADLINE_MS = 60_000;
/** Sealing waits for connections to finish, for the disk, twice for a forge that is told, and for Sigstore where the policy says so. */
const SEAL_DEADLINE_MS = 60_000 + 2 * TELL_MS;

/** How to start the gate process: `node cli.js gate-process`. */
export interface GateProgram {
  readonly node: string;
  readonly cli: string;
  readonly environment: Readonly<Record<string, string | undefined>>;
}

/** Implements the port by a child process and its IPC channel. */
export class GateChild implements GateProcess {
  readonly lost: Promise<string>;
  readonly #host: Host;
  readonly #runtime: Runtime;
  readonly #child: ChildProcess;
  #waiting: { kind: FromGate['kind']; resolve: (message: FromGate) => void; reject: (error: unknown) => void } | null = null;
  #ended: string | null = null;
  #awake: () => void = () => undefined;
  readonly #listens: Promise<void>;

  constructor(program: GateProgram, host: Host, runtime: Runtime) {
    this.#host = host;
    this.#runtime = runtime;
    this.#child = runtime.spawn(program.node, [program.cli, 'gate-process'], {
      env: program.environment, stdio: ['ignore', 'ignore', 'inherit', 'ipc'], detached: true,
    });
    this.#listens = new Promise((resolve) => {
      this.#awake = resolve;
    });
    this.#child.on('message', (message) => this.#receive(message as FromGate));
    this.lost = new Promise((resolve) => {
      const end = (why: string): void => {
        this.#ended = why;
        this.#waiting?.reject(new GateError('INTERNAL', `the gate process ended: ${why}`));
        resolve(why);
      };
      this.#child.once('error', (error) => end(error.message));
      this.#child.once('exit', (code, signal) => end(signal === null ? `exit code ${code ?? '?'}` : `signal ${signal}`));
    });
  }

  async start(request: GateRequest): Promise<GateStarted> {
    const answer = await this.#ask({ kind: 'start', request, host: this.#host.kind }, 'started', START_DEADLINE_MS);
    if (answer.kind !== 'started') throw new GateError('INTERNAL', 'the gate process answered out of turn');
    return answer.started;
  }

  async seal(commandCode: number | null, onRefusal: OnRefusal): Promise<GateSealed> {
    const answer = await this.#ask({ kind: 'seal', commandCode, onRefusal }, 'sealed', SEAL_DEADLINE_MS);
    if (answer.kind !== 'sealed') throw new GateError('INTERNAL', 'the gate process answered out of turn');
    return answer.sealed;
  }

  kill(): void {
    this.#child.kill('SIGKILL');
  }

  async #ask(message: ToGate, kind: FromGate['kind'], deadlineMs: number): Promise<FromGate> {
    await Promise.race([this.#listens, this.lost]);
    return new Promise((resolve, reject) => {
      if (this.#ended !== null) {
        reject(new GateError('INTERNAL', `the gate process ended: ${this.#ended}`));
        return;
      }
      const timer = this.#runtime.after(deadlineMs, () => reject(new GateError('INTERNAL', `the gate process did not answer within ${deadlineMs / 1000} s`)));
      const settle = <T>(then: (value: T) => void) => (value: T): void => {
        timer.cancel();
        this.#waiting = null;
        then(value);
      };
      this.#waiting = { kind, resolve: settle(resolve), reject: settle(reject) };
      this.#child.send(message, (error) => {
        if (error !== null) this.#waiting?.reject(new GateError('INTERNAL', `the gate process can not be reached: ${error.message}`));
      });
    });
  }

  #receive(message: FromGate): void {
    switch (message.kind) {
      case 'awake':
        this.#awake();
        return;
      case 'log':
        this.#host.log[message.level](message.message, message.fields);
        return;
      case 'mask':
        this.#host.addMask(message.value);
        return;
      case 'failed':
        this.#waiting?.reject(new GateError(message.code, message.message, message.hint === null ? {} : { hint: message.hint }));
        return;
      case 'started':
      case 'sealed':
        if (this.#waiting?.kind === message.kind) this.#waiting.resolve(message);
        return;
      default:
        message satisfies never;
    }
  }
}
