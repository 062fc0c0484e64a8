// SPDX-License-Identifier: Apache-2.0
//
// Runs a program to its end and collects what it printed. Refuses a shell: programs and arguments only, with the environment given
// in full by the caller.
import { GateError } from './errors.js';
import type { Runtime } from './runtime.js';

/** Output kept of a program; more is a fault, since all callers expect little. */
const MAX_OUTPUT_BYTES = 64 * 1024 * 1024;
/** Between asking a program to end and ending it. */
const GRACE_MS = 2_000;

export interface ProgramRequest {
  readonly file: string;
  readonly args: readonly string[];
  readonly cwd?: string;
  readonly environment: Readonly<Record<string, string>>;
  readonly input?: string;
  /** As whom; without: as ourselves. */
  readonly owner?: { readonly uid: number; readonly gid: number };
  /** Milliseconds after which it is ended (SIGTERM, two seconds later SIGKILL) and this throws LIMIT_EXCEEDED; without: never. */
  readonly deadlineMs?: number;
}

export interface ProgramResult {
  /** Exit code; 128 + signal number is not invented: a signal gives null. */
  readonly code: number | null;
  readonly stdout: Buffer;
  readonly stderr: string;
}

/** Runs it; throws INTERNAL when it can't be started, LIMIT_EXCEEDED when it prints too much or takes too long. */
export function runProgram(request: ProgramRequest, runtime: Runtime): Promise<ProgramResult> {
  return new Promise((resolve, reject) => {
    const child = runtime.spawn(request.file, request.args, {
      cwd: request.cwd, env: request.environment, stdio: ['pipe', 'pipe', 'pipe'], ...request.owner,
    });
    const out: Buffer[] = [];
    const err: Buffer[] = [];
    let size = 0;
    const keep = (into: Buffer[]) => (chunk: Buffer): void => {
      size += chunk.length;
      if (size > MAX_OUTPUT_BYTES) {
        child.kill('SIGKILL');
        reject(new GateError('LIMIT_EXCEEDED', `\`${request.file}\` printed more than ${MAX_OUTPUT_BYTES} bytes`));
      } else into.push(chunk);
    };
    child.stdout?.on('data', keep(out));
    child.stderr?.on('data', keep(err));
    child.once('error', (error) => reject(new GateError('INTERNAL', `\`${request.file}\` can not be started: ${error.message}`, { cause: error })));
    const { deadlineMs } = request;
    const timer = deadlineMs === undefined ? null : runtime.after(deadlineMs, () => {
      child.kill('SIGTERM');
      const kill = runtime.after(GRACE_MS, () => child.kill('SIGKILL'));
      child.once('close', () => kill.cancel());
      reject(new GateError('LIMIT_EXCEEDED', `\`${request.file}\` did not end within ${deadlineMs / 1000} s`));
    });
    child.once('close', (code) => {
      timer?.cancel();
      resolve({ code, stdout: Buffer.concat(out), stderr: Buffer.concat(err).toString('utf8') });
    });
    child.stdin?.on('error', () => undefined);
    child.stdin?.end(request.input ?? '');
  });
}
