// SPDX-License-Identifier: Apache-2.0
//
// The end of every process of COMMAND's user. One that lived on would be there when the workspace is opened again, and while its files
// change hands. Refuses to take a signal that was sent for a process that ended.
import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { GateError } from '../core/errors.js';
import { stayAlive, type Runtime } from '../core/runtime.js';

/** For how long it is tried: what reads from a dead disk does not end at all. */
const PATIENCE_MS = 10_000;
const FIRST_WAIT_MS = 2;
const LONGEST_WAIT_MS = 200;

/**
 * What a shell, as that user, ends all of its processes with; its uid follows. As anybody else it ends nothing: root's would be everything. It
 * starts no program, since that may be refused.
 */
export const END_ALL = 'while read -r key real rest; do if [ "$key" = Uid: ] && [ "$real" = "$0" ]; then kill -KILL -1 2>/dev/null; exit 0; fi; done </proc/self/status; exit 9';

/** Ends all of them. `kill` sends the signal and says whether it could. Throws ISOLATION_FAILED when some live on. */
export async function endAll(uid: number, kill: () => Promise<boolean>, runtime: Runtime): Promise<void> {
  const awake = stayAlive();
  const until = runtime.monotonicMs() + PATIENCE_MS;
  try {
    for (let wait = FIRST_WAIT_MS; ; wait = Math.min(wait * 2, LONGEST_WAIT_MS)) {
      // A fork that fails, since COMMAND has taken all processes that there are, is tried again as well.
      const killed = await kill().catch(() => false);
      const living = await livingOf(uid);
      if (killed && living === 0) return;
      if (runtime.monotonicMs() > until) throw survived(living);
      await new Promise<void>((resolve) => runtime.after(wait, resolve));
    }
  } finally {
    awake.cancel();
  }
}

/** How many processes of a user have not ended. */
async function livingOf(uid: number): Promise<number> {
  const pids = (await readdir('/proc')).filter((name) => /^\d+$/u.test(name));
  const living = await Promise.all(pids.map(async (pid) => {
    const owner = await stat(join('/proc', pid)).catch(() => null);
    return owner?.uid === uid && !(await hasEnded(pid));
  }));
  return living.filter(Boolean).length;
}

// One that nobody has waited for is dead; one whose first thread alone has ended is not.
async function hasEnded(pid: string): Promise<boolean> {
  const text = await readFile(join('/proc', pid, 'stat'), 'utf8').catch(() => null);
  if (text === null) return true;
  // After the name, which may hold anything: state, then 16 numbers, then the number of threads.
  const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');
  return fields[0] === 'X' || (fields[0] === 'Z' && Number(fields[17]) <= 1);
}

function survived(living: number): GateError {
  return new GateError('ISOLATION_FAILED', `processes of the command live on (${living} of them are seen), so its folders stay closed and its changes are not taken`, { hint: 'end this machine, or whatever keeps them from ending, before anything else runs on it' });
}
