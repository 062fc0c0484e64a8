// SPDX-License-Identifier: Apache-2.0
//
// Asks the server's scanner for one token in the middle of a text: scanning all of it costs a hundred times what its bytes do, and most
// texts hold one or two subtle tokens. Refuses to cut a token short: the piece grows until something else than a comment follows it.
import type { Token } from './lex.js';
import { markOf, type ScanToken } from './text.js';

/** Bytes looked at first, and how much more each time. */
const FIRST_BYTES = 32;
const GROWTH = 8;
/** The scanner looks a few bytes past a token (`u&'`, `1e-5`) before it knows what it is. */
const MARGIN_BYTES = 8;
/** Tokens asked for one by one; a text with more is scanned as a whole (a tenth of a second each way). */
export const MAX_LOOKUPS = 1_000;

/** Reads the tokens of a text; null when the scanner refuses it. */
export type Scan = (sql: Uint8Array) => readonly ScanToken[] | null;

/** A reader of single tokens, for `plainMarks`. `firstBytes`: for tests, which cut early. */
export function tokenLookup(sql: Uint8Array, scan: Scan, firstBytes = FIRST_BYTES): (from: number) => Token | null {
  let left = MAX_LOOKUPS;
  return (from) => {
    left -= 1;
    for (let size = firstBytes; left >= 0; size *= GROWTH) {
      const end = from + size < sql.length ? startOfCharacter(sql, from + size) : sql.length;
      const whole = end === sql.length;
      const token = firstOf(end > from ? scan(sql.subarray(from, end)) : null, whole ? Infinity : end - from - MARGIN_BYTES);
      if (token !== null) return { end: from + token.end, kind: markOf(token) };
      if (whole) return null;
    }
    return null;
  };
}

// A string goes on after white space and comments with a line feed in them: only what follows these, and is not cut short itself, tells
// where it ends (`$a` would be the beginning of a quote, if `$` came next).
function firstOf(tokens: readonly ScanToken[] | null, before: number): ScanToken | null {
  const [first, ...rest] = tokens ?? [];
  if (first === undefined || first.start !== 0 || first.end === 0) return null;
  const isFollowed = rest.some(({ tokenName, end }) => tokenName !== 'SQL_COMMENT' && tokenName !== 'C_COMMENT' && end <= before);
  return before === Infinity || isFollowed ? first : null;
}

// A cut inside a character would make two that are none.
function startOfCharacter(sql: Uint8Array, at: number): number {
  let start = at;
  while (start > 0 && ((sql[start] as number) & 0xc0) === 0x80) start -= 1;
  return start;
}
