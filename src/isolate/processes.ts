// SPDX-License-Identifier: Apache-2.0
//
// How many processes COMMAND may have: half of what there is, so that it can be ended whatever it does. Where all are taken, sudo can't fork,
// and kernels before 5.14 refuse its user one program more, the one that ends them included. Refuses to raise a limit.
// @see https://man7.org/linux/man-pages/man2/getrlimit.2.html (RLIMIT_NPROC)
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Arguments with which `prlimit` says its own limit, which is ours, or that of whoever sudo makes. */
export const OWN_LIMIT = ['--nproc', '--output=SOFT', '--noheadings', '--raw'] as const;

/** `said`: what prlimit printed, a number or `unlimited`. */
export async function processLimit(said: string): Promise<number> {
  const all = [said.trim(), await text('/proc/sys/kernel/pid_max'), await text(await groupLimitFile())].map(Number).filter((limit) => Number.isInteger(limit) && limit > 0);
  return Math.max(1, Math.floor(Math.min(...all, MOST) / 2));
}

/** What a kernel can have at all. */
const MOST = 2 ** 22;

async function groupLimitFile(): Promise<string> {
  // Matches `0::/system.slice/runner.service`, misses `4:pids:/docker`.
  const group = /^0::(\/.*)$/mu.exec(await text('/proc/self/cgroup'))?.[1] ?? '/';
  return join('/sys/fs/cgroup', group, 'pids.max');
}

// Where it is not, there is no such limit.
function text(path: string): Promise<string> {
  return readFile(path, 'utf8').catch(() => '');
}
