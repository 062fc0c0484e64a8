// SPDX-License-Identifier: Apache-2.0
// What the kernel tells of a process (Linux): the processor time that it used, and the most memory that it had.
import { readdirSync, readFileSync } from 'node:fs';

const NANOSECONDS_PER_MICROSECOND = 1000;

/** Processor time of all threads so far, in microseconds; 0 for `null`. */
export function cpuMicroseconds(pid) {
  if (pid === null) return 0;
  let sum = 0;
  for (const thread of readdirSync(`/proc/${pid}/task`)) {
    try {
      sum += Number(readFileSync(`/proc/${pid}/task/${thread}/schedstat`, 'utf8').split(' ')[0]);
    } catch {
      // It ended between two reads.
    }
  }
  return sum / NANOSECONDS_PER_MICROSECOND;
}

/** The gate process that the `run` with this process id started; null while it is not there. */
export function gateBelow(parent) {
  for (const pid of readdirSync('/proc').filter((name) => /^\d+$/.test(name))) {
    try {
      if (readFileSync(`/proc/${pid}/status`, 'utf8').includes(`PPid:\t${parent}\n`) && readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('gate-process')) return Number(pid);
    } catch {
      // It ended between two reads.
    }
  }
  return null;
}

/** VmHWM in kB; 0 when it is gone, or for `null`. */
export function peakKilobytes(pid) {
  try {
    return pid === null ? 0 : Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0);
  } catch {
    return 0;
  }
}
