// SPDX-License-Identifier: Apache-2.0
//
// The environment of COMMAND as a file that a shell reads. sudo takes out of one what it calls unsafe (PYTHONPATH, LD_LIBRARY_PATH, TMPDIR),
// sets PATH, and adds what it was started with; sudo-rs carries none at all. Refuses arguments: everybody reads those.

/** What reads the file, with nothing but it, and becomes COMMAND; the file's path and COMMAND's words follow. */
export const CARRYING = ['/usr/bin/env', '-i', '/bin/sh', '-c', '. "$0"; exec "$@"'] as const;

/** Of the shells that `/bin/sh` may be: they can't be set, or mean something to the shell itself. */
const ITS_OWN = new Set(['BASHOPTS', 'BASH_VERSINFO', 'EUID', 'LINENO', 'OPTIND', 'PPID', 'SHELLOPTS', 'UID']);

/** The text of that file. Variables whose names a shell can't have are lost, as behind any shell. */
export function carriedText(environment: Readonly<Record<string, string>>): string {
  const set = Object.entries(environment).filter(([name]) => /^[A-Za-z_][A-Za-z0-9_]*$/u.test(name) && !ITS_OWN.has(name));
  return set.map(([name, value]) => `export ${name}=${quoted(value)}\n`).join('');
}

function quoted(value: string): string {
  return `'${value.replaceAll("'", "'\\''")}'`;
}
