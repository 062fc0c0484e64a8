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
  /** It is somebody else, in a session of its own: what it has of our terminal is the screen, not the keyboard that our shell reads (TIOCSTI). */
  readonly apart?: boolean;
}

/** Runs it to its end; resolves with its exit code, 128 + the number of a signal. Aborted, it is asked to end, and killed when it does not. */
export function runCommand(command: Command, signal: AbortSignal, runtime: Pick<Runtime, 'spawn' | 'after'> = systemRuntime): Promise<number> {
  return new Promise((resolve, reject) => {
    const { apart = false } = command;
    const child = runtime.spawn(command.file, command.args, { cwd: command.cwd, env: command.environment, stdio: command.stdio, detached: apart });
    // A terminal tells the whole group of Ctrl-C; whoever is apart is told by us.
    const tell = (name: NodeJS.Signals): void => {
      if (apart && child.pid !== undefined) tellGroup(child.pid, name, (error) => child.emit('error', error));
      else child.kill(name);
    };
    const pass = (name: NodeJS.Signals) => (): void => tell(name);
    const listeners = PASSED_ON.map((name) => ({ name, listener: pass(name) }));
    for (const { name, listener } of listeners) process.on(name, listener);
    const stop = (): void => {
      tell('SIGTERM');
      const kill = runtime.after(GRACE_MS, () => tell('SIGKILL'));
      child.once('exit', () => kill.cancel());
    };
    signal.addEventListener('abort', stop, { once: true });
    const settle = (then: () => void): void => {
      for (const { name, listener } of listeners) process.off(name, listener);
      signal.removeEventListener('abort', stop);
      then();
    };
    // Also said of a signal that could not be sent: nobody waits for what can't be told to end.
    child.on('error', (error) => settle(() => reject(child.pid === undefined ? notStarted(command, error) : new GateError('ISOLATION_FAILED', `\`${command.name}\` can not be told to end: ${error.message}`))));
    child.once('exit', (code, name) => settle(() => resolve(name === null ? (code ?? 1) : 128 + constants.signals[name])));
  });
}

function notStarted({ name, hint }: Command, error: Error): GateError {
  return new GateError('INPUT_INVALID', `\`${name}\` can not be started: ${error.message}`, { hint });
}

function tellGroup(leader: number, name: NodeJS.Signals, failed: (error: Error) => void): void {
  try {
    process.kill(-leader, name);
  } catch (thrown) {
    // Nobody of it is left: its end is on its way to us.
    if ((thrown as NodeJS.ErrnoException).code !== 'ESRCH') failed(thrown as Error);
  }
}
