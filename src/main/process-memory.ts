// SPDX-License-Identifier: Apache-2.0
//
// Keeps what this process has in memory off the disk and away from debuggers, as far as the platform allows without native code: no core
// dumps (Linux, util-linux's prlimit), no inspector on SIGUSR1. Refuses nothing: root, and on some systems the same user, can still read it.
import { access } from 'node:fs/promises';
import { constants } from 'node:fs';
import { runProgram } from '../core/program.js';
import type { Runtime } from '../core/runtime.js';

/** By its place, never by a PATH that an earlier step may have set. */
const PRLIMIT = ['/usr/bin/prlimit', '/bin/prlimit'];

/** Called before the first secret is read. Never throws. */
export async function guardMemory(runtime: Runtime): Promise<void> {
  // Node opens its debugger on this signal, and a debugger reads every secret there is.
  process.on('SIGUSR1', () => undefined);
  if (process.platform !== 'linux') return;
  for (const file of PRLIMIT) {
    if (!(await access(file, constants.X_OK).then(() => true, () => false))) continue;
    await runProgram({ file, args: ['--pid', String(process.pid), '--core=0:0'], environment: {} }, runtime).catch(() => undefined);
    return;
  }
}
