// SPDX-License-Identifier: Apache-2.0
//
// The environment of COMMAND as a file that a shell reads: sudo takes what it calls unsafe out of it (PYTHONPATH, LD_LIBRARY_PATH, TMPDIR),
// sets PATH, and adds what it was started with; some sudo carries nothing at all. Refuses arguments: everybody reads those.

/** What a POSIX shell reads the file and becomes COMMAND with; the file's path and COMMAND's words follow. */
export const CARRYING = ['/bin/sh', '-c', '. "$0"; exec "$@"'] as const;

/** What sudo adds. @see https://www.sudo.ws/docs/man/sudo.man/#ENVIRONMENT */
const ADDED = ['SUDO_COMMAND', 'SUDO_GID', 'SUDO_HOME', 'SUDO_TTY', 'SUDO_UID', 'SUDO_USER', 'MAIL'];
/** Of the shells that `/bin/sh` may be: they can't be set, or mean something to the shell itself. */
const ITS_OWN = new Set(['BASHOPTS', 'BASH_VERSINFO', 'EUID', 'LINENO', 'OPTIND', 'PPID', 'SHELLOPTS', 'UID']);

/** The text of that file. Variables whose names a shell can't have are lost, as behind any shell. */
export function carriedText(environment: Readonly<Record<string, string>>): string {
  const set = Object.entries(environment).filter(([name]) => /^[A-Za-z_][A-Za-z0-9_]*$/u.test(name) && !ITS_OWN.has(name));
  const added = ADDED.filter((name) => environment[name] === undefined);
  return [`unset ${added.join(' ')}`, ...set.map(([name, value]) => `export ${name}=${quoted(value)}`), ''].join('\n');
}

function quoted(value: string): string {
  return `'${value.replaceAll("'", "'\\''")}'`;
}
