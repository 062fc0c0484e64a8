// SPDX-License-Identifier: Apache-2.0
//
// What is done as root, as POSIX shell scripts: one call of sudo each, since each takes some 15 ms. Their arguments are data. Refuse to go on
// after anything that failed.
import { OWN_LIMIT } from './processes.js';

/** Name of the file, in the command's folder, that its environment is carried in. */
export const CARRIED = 'environment';

/**
 * Makes the folder ($1) and the copy of the workspace in it ($3, or empty) those of a user ($2), and prints our limit of processes, asked of prlimit ($4).
 * Everything but repositories becomes COMMAND's; they stay ours, readable and not writable. A sticky folder owned by root: COMMAND makes
 * files in it, but can't move `.git` away.
 */
export const HAND_OVER = `set -e
chmod 0711 -- "$1"
chown -R "$2:$2" -- "$1/home"
if [ -e "$1/${CARRIED}" ]; then chown "$2:$2" -- "$1/${CARRIED}"; fi
if [ -n "$3" ]; then
  find "$3" -iname .git -prune -o -exec chown -h "$2:$2" {} +
  find "$3" -iname .git -prune -exec chmod -R a+rX,go-w {} +
  chown root:root -- "$3"
  chmod 1777 -- "$3"
fi
exec "$4" ${OWN_LIMIT.join(' ')}
`;

/** Makes what a user ($2) has in a folder ($1) that of another ($3); or prints the first thing there that is neither a folder nor that user's, and changes nothing. */
export const TAKE_BACK = `set -e
foreign=$(find -P "$1" -mindepth 1 -iname .git ! -user "$2" -prune -o ! -type d ! -user "$2" -print -quit)
if [ -n "$foreign" ]; then printf '%s' "$foreign"; exit 0; fi
find -P "$1" -user "$2" -exec chown -h "$3" {} +
chown "$3" -- "$1"
`;

/** Takes pairs: a mode and a folder. */
export const SET_MODES = `set -e
while [ $# -gt 0 ]; do chmod "$1" -- "$2"; shift 2; done
`;
