// SPDX-License-Identifier: Apache-2.0
//
// COMMAND as a child process: passes our signals on, so that what was begun is still ended in order, and waits. Refuses to outlive it.
import type { StdioOptions } from 'node:child_process';
import { constants } from 'node:os';
import { GateError } from '../core/errors.js';
import { type Runtime, systemRuntime } from '../core/runtime.js';

/** Signals that end COMMAND and then us. */
const PASSED_ON = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
/** Between asking COMMAND to end, when the gate is gone, and ending it. */
const GRACE_MS = 5_000;

/** A program to start, with its whole environment. */
export interface Command {
  readonly file: string;
  readonly args: readonly string[];
  readonly cwd: string;
  readonly environment: Readonly<Record<string, string>>;
  readonly stdio: StdioOptions;
  /** How it is called in messages. */
  readonly name: string;
  /** What to do when it can't be started. */
  readonly hint: string;
}

/** Runs it to its end; resolves with its exit code, 128 + the number of a signal. Aborted, it is asked to end, and killed when it does not. */
export function runCommand(command: Command, signal: AbortSignal, runtime: Pick<Runtime, 'spawn' | 'after'> = systemRuntime): Promise<number> {
  return new Promise((resolve, reject) => {
    const child = runtime.spawn(command.file, command.args, { cwd: command.cwd, env: command.environment, stdio: command.stdio });
    const pass = (name: NodeJS.Signals) => (): void => void child.kill(name);
    const listeners = PASSED_ON.map((name) => ({ name, listener: pass(name) }));
    for (const { name, listener } of listeners) process.on(name, listener);
    const stop = (): void => {
      child.kill('SIGTERM');
      const kill = runtime.after(GRACE_MS, () => child.kill('SIGKILL'));
      child.once('exit', () => kill.cancel());
    };
    signal.addEventListener('abort', stop, { once: true });
    const settle = (then: () => void): void => {
      for (const { name, listener } of listeners) process.off(name, listener);
      signal.removeEventListener('abort', stop);
      then();
    };
    child.once('error', (error) => settle(() => reject(new GateError('INPUT_INVALID', `\`${command.name}\` can not be started: ${error.message}`, { hint: command.hint }))));
    child.once('exit', (code, name) => settle(() => resolve(name === null ? (code ?? 1) : 128 + constants.signals[name])));
  });
}
