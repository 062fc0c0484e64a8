// SPDX-License-Identifier: Apache-2.0
//
// Runs PostgreSQL's own client programs, as a user would. Refuses to inherit any PG* variable of the developer's shell.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { constants } from 'node:os';

export interface ToolResult {
  readonly stdout: string;
  readonly stderr: string;
  /** Exit code; 128 + n when a signal ended it. */
  readonly code: number;
}

export interface ToolRun {
  /** `PG*` variables, `server.env` or the gate's. */
  readonly env?: Readonly<Record<string, string>>;
  readonly args?: readonly string[];
}

/** Runs a script through real psql (`-X`), by standard input. */
export function psql({ env = {}, args = [] }: ToolRun, script: string): Promise<ToolResult> {
  return postgresTool('psql', { env, args: ['-X', ...args] }, script);
}

/** Runs `psql`, `pg_dump`, `pgbench`, … with this text on standard input. */
export function postgresTool(name: string, { env = {}, args = [] }: ToolRun, input = ''): Promise<ToolResult> {
  const child = spawn(toolPath(name), [...args], { env: { PATH: process.env.PATH ?? '/usr/bin:/bin', HOME: '/nonexistent', LC_ALL: 'C.UTF-8', ...env } });
  const stdout: Buffer[] = [];
  const stderr: Buffer[] = [];
  child.stdout.on('data', (chunk: Buffer) => stdout.push(chunk));
  child.stderr.on('data', (chunk: Buffer) => stderr.push(chunk));
  // psql may end (\q, ON_ERROR_STOP) before it has read all of its script.
  child.stdin.on('error', () => undefined);
  child.stdin.end(input);
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code, signal) => {
      resolve({ stdout: Buffer.concat(stdout).toString(), stderr: Buffer.concat(stderr).toString(), code: code ?? 128 + (signal ? constants.signals[signal] : 0) });
    });
  });
}

/** Debian's program itself where there is one (its wrapper in /usr/bin is a slow Perl script), else whatever PATH finds. */
export function toolPath(name: string): string {
  const direct = `/usr/lib/postgresql/15/bin/${name}`;
  return existsSync(direct) ? direct : name;
}
