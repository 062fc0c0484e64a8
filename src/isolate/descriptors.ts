// SPDX-License-Identifier: Apache-2.0
//
// Closes what whoever started us left open, so that COMMAND inherits 0, 1 and 2 alone: a descriptor open on a root's file is a way
// around every permission. Node keeps the first sixteen from its children and no others, and setpriv hands on what it gets.
// Refuses to close what children don't get: Node's own.
import { closeSync } from 'node:fs';
import { readFile, readdir } from 'node:fs/promises';

/** Linux tells here what is open; elsewhere Node starts programs with their three alone (POSIX_SPAWN_CLOEXEC_DEFAULT). */
const OPEN = '/proc/self/fd';
const FACTS = '/proc/self/fdinfo';
/** O_CLOEXEC in the octal flags of `fdinfo`. @see https://man7.org/linux/man-pages/man5/proc_pid_fdinfo.5.html */
const CLOSED_IN_CHILDREN = 0o2000000;

/** Closes every descriptor above 2 that a program started from here would get. */
export async function closeInherited(): Promise<void> {
  const numbers = await readdir(OPEN).catch(() => []);
  for (const number of numbers.map(Number).filter((number) => number > 2)) {
    // One that is gone by now was Node's.
    const facts = await readFile(`${FACTS}/${number}`, 'utf8').catch(() => null);
    if (facts !== null && isHandedOn(facts)) closeSync(number);
  }
}

// Matches `flags:	0100000`, misses `pos:	0`.
function isHandedOn(facts: string): boolean {
  const flags = /^flags:\s*([0-7]+)$/mu.exec(facts)?.[1];
  return flags !== undefined && (Number.parseInt(flags, 8) & CLOSED_IN_CHILDREN) === 0;
}
