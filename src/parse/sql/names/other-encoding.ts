// SPDX-License-Identifier: Apache-2.0
//
// Names that a server means otherwise than our grammar when its database is not in UTF-8: it cuts them at 63 bytes of its own encoding, and
// folds the case of single-byte letters by its locale. Refuses such a name rather than to know every encoding and locale.
// @see https://github.com/postgres/postgres/blob/REL_18_STABLE/src/backend/parser/scansup.c
import type { Draft, Scope } from '../draft.js';

/** Names of so many bytes of UTF-8 are cut nowhere: no encoding of a server takes half as much again. */
const SAFE_BYTES = 40;
/** Quoted and plain words; matches `"a b"` and `größe`, misses `1`. */
const WORD = /"(?:[^"]|"")*"|[A-Za-z_\u0080-\u{10ffff}][\w$\u0080-\u{10ffff}]*/gu;
/** Statements whose literals hold code. */
const HOLDS_CODE = /^(?:DO|CREATE (?:FUNCTION|PROCEDURE))$/u;

/** Why a statement can't be read as the server reads it; null when it can. */
export function whyReadOtherwise({ statement, text, redacted }: Pick<Draft, 'statement' | 'text' | 'redacted'>, { catalog }: Pick<Scope, 'catalog'>): string | null {
  const encoding = catalog?.encoding;
  if (encoding === undefined || !mayDiffer(HOLDS_CODE.test(statement) ? text : redacted, encoding)) return null;
  return `the database is in \`${encoding}\`, where a long name, or a capital letter outside ASCII that is not quoted, may mean another one`;
}

/** The same of a view's definition. */
export function mayDiffer(sql: string, encoding: string): boolean {
  if (/u&"/iu.test(sql)) return true;
  for (const [word] of sql.matchAll(WORD)) {
    if (!/[^\0-\x7f]/u.test(word)) continue;
    if (Buffer.byteLength(word, 'utf8') > SAFE_BYTES || (!word.startsWith('"') && isFolded(word, encoding))) return true;
  }
  return false;
}

// Without an encoding of its own the server takes the bytes of a letter for letters.
function isFolded(word: string, encoding: string): boolean {
  return encoding === 'SQL_ASCII' || word.toLowerCase() !== word.replace(/[A-Z]+/gu, (letters) => letters.toLowerCase());
}
