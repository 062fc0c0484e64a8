// SPDX-License-Identifier: Apache-2.0
//
// What a word comes to, as far as it is known. Stretches that only the running shell knows are single noncharacters, which no script may
// hold (reader.ts refuses them), so that paths and options can be looked at as plain text. Refuses to guess: unknown text stays a hole.

/** Text that is not known. */
export const HOLE = '\uFFFF';
/** The caller's home. */
export const HOME = '\uFDD0';
/** The folder for temporary files, when nothing in the script says where that is. */
export const TEMP = '\uFDD1';
/** Parts words whatever the quoting: elements of an array, `"$@"`. */
export const BREAK = '\uFDD2';

// Hits `\uFFFF`; misses `\uFFFD`.
const MARKS = /[\uFFFF\uFDD0-\uFDD2]/u;

/** A subscript with a command in it, which runs wherever the text is taken for a name or a number. Hits `a[$(x)]`, ``a[`x`]``; misses `[$(]`. */
export const SUBSCRIPT = /[A-Za-z_]\w{0,200}\[[^\]]{0,4096}(?:\$\(|`)/u;

/** True when a text of the outside holds a character that stands for something here. */
export function holdsMarks(text: string): boolean {
  return MARKS.test(text);
}

/** True when all of it is known. */
export function isKnown(text: string): boolean {
  return !text.includes(HOLE);
}

/** The text for people. */
export function shown(text: string): string {
  return text.replaceAll(HOLE, '…').replaceAll(HOME, '~').replaceAll(TEMP, '$TMPDIR').replaceAll(BREAK, ' ');
}
