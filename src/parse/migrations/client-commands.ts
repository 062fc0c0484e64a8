// SPDX-License-Identifier: Apache-2.0
//
// Lines of psql's own commands (`\\set`, `\\i`). Refuses all that are not known to do nothing but change what is printed or where it stops:
// the rest run other files, programs and connections.

/** A text without such lines, which are blank now, and those that nobody knows. */
export interface Cleared {
  readonly text: string;
  readonly unknown: readonly { readonly line: number; readonly command: string }[];
}

/** Matches `\set ON_ERROR_STOP on` and `\timing`, misses `\i other.sql`, `\set x `id`` and two commands in a line. */
const HARMLESS = /^\s*\\(?:set +(?:ON_ERROR_STOP|ON_ERROR_ROLLBACK|VERBOSITY|QUIET|ECHO)(?: +[A-Za-z0-9]+)?|timing(?: +(?:on|off))?|echo(?: +[A-Za-z0-9 .,:_-]*)?|(?:un)?restrict +[A-Za-z0-9]+|pset +[a-z_]+(?: +[a-z0-9]+)?)\s*$/;
/** Matches `\i other.sql`, misses `SELECT '\i'`. */
const COMMAND = /^\s*\\([A-Za-z!?;]+)/;

/** Takes psql's commands out of a text that is no SQL with them. */
export function clearCommands(text: string): Cleared {
  const unknown: { line: number; command: string }[] = [];
  const lines = text.split('\n').map((line, index) => {
    const command = COMMAND.exec(line)?.[1];
    if (command === undefined) return line;
    if (!HARMLESS.test(line)) unknown.push({ line: index + 1, command });
    return ' '.repeat(Buffer.byteLength(line, 'utf8'));
  });
  return { text: lines.join('\n'), unknown };
}
