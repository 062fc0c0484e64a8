// SPDX-License-Identifier: Apache-2.0
//
// A word as a script holds it. Refuses to leave anything in it for the shell to read.

/** `it's` as `'it'\''s'`. */
export function quotedWord(word: string): string {
  return `'${word.replaceAll('\'', '\'\\\'\'')}'`;
}
