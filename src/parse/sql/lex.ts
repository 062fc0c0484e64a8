// SPDX-License-Identifier: Apache-2.0
//
// Where literals, comments and parameters lie in a text, for trimming its ends and for `redacted`. Plain texts are lexed here, at the
// speed of the wire; whatever is subtle (dollar quotes, prefixed strings, odd numbers) is left to the server's own scanner.
// Refuses to guess: `plainMarks` gives up rather than be wrong, and nothing is redacted by a pattern over SQL.
// @see https://www.postgresql.org/docs/18/sql-syntax-lexical.html

/** What a mark marks. A parameter is `$n`. */
export const MARK = { literal: 1, comment: 2, parameter: 3 } as const;

/** Flat triples, in order: start and end as byte offsets, and what (`MARK`). */
export type Marks = readonly number[];

// Classes of bytes; a byte that is in none is subtle.
const SPACE = 1;
const WORD = 2;
const DIGIT = 3;
const PLAIN = 4;
const LINE_FEED = 0x0a;
const CARRIAGE_RETURN = 0x0d;
const QUOTE = 0x27;
const DOUBLE_QUOTE = 0x22;
const DOLLAR = 0x24;
const AMPERSAND = 0x26;
const STAR = 0x2a;
const PLUS = 0x2b;
const DASH = 0x2d;
const DOT = 0x2e;
const SLASH = 0x2f;
const UNDERSCORE = 0x5f;

let table: Uint8Array | undefined;

/** Marks of a text that holds nothing subtle; null when it must be scanned. Sound only for texts that the grammar accepted. */
export function plainMarks(sql: Uint8Array): Marks | null {
  const classes = (table ??= classTable());
  const marks: number[] = [];
  const size = sql.length;
  let at = 0;
  while (at < size) {
    const byte = sql[at] as number;
    const start = at;
    switch (classes[byte]) {
      case SPACE:
      case PLAIN:
        at += 1;
        continue;
      case WORD:
        at = endOfWord(sql, at + 1, classes);
        // `e'…'`, `b'…'`, `U&'…'`: strings with rules of their own.
        if (sql[at] === QUOTE || (sql[at] === AMPERSAND && (sql[at + 1] === QUOTE || sql[at + 1] === DOUBLE_QUOTE))) return null;
        continue;
      case DIGIT:
        at = endOfNumber(sql, at, classes);
        if (at < 0) return null;
        marks.push(start, at, MARK.literal);
        continue;
      default:
        break;
    }
    if (byte === QUOTE || byte === DOUBLE_QUOTE) {
      at = endOfQuoted(sql, at + 1, byte);
      if (at < 0) return null;
      if (byte === QUOTE) marks.push(start, at, MARK.literal);
    } else if (byte === DOT) {
      if (sql[at + 1] === DOT) return null;
      at += 1;
      if (classes[sql[at] ?? 0] !== DIGIT) continue;
      at = endOfNumber(sql, start, classes);
      if (at < 0) return null;
      marks.push(start, at, MARK.literal);
    } else if (byte === DOLLAR) {
      at += 1;
      if (classes[sql[at] ?? 0] !== DIGIT) return null;
      while (classes[sql[at] ?? 0] === DIGIT) at += 1;
      if (classes[sql[at] ?? 0] === WORD || sql[at] === DOLLAR) return null;
      marks.push(start, at, MARK.parameter);
    } else if (byte === DASH || byte === SLASH) {
      // Inside an operator, too: `a+--b` is a comment to the server.
      at = byte === DASH ? endOfLineComment(sql, at) : endOfBlockComment(sql, at);
      if (at < 0) return null;
      if (at > start + 1) marks.push(start, at, MARK.comment);
    } else {
      return null;
    }
  }
  return marks;
}

function endOfWord(sql: Uint8Array, from: number, classes: Uint8Array): number {
  let at = from;
  for (;;) {
    const byte = sql[at];
    if (byte === undefined) return at;
    const known = classes[byte];
    if (known !== WORD && known !== DIGIT && byte !== DOLLAR) return at;
    at += 1;
  }
}

// Decimal digits, dots and exponents (`1.5e5`, `1_000`); -1 for the forms that need more thought: `1e-5`, `0xff`, `1..2`.
function endOfNumber(sql: Uint8Array, from: number, classes: Uint8Array): number {
  let at = from;
  let dots = 0;
  while (at < sql.length) {
    const byte = sql[at] as number;
    const known = classes[byte];
    if (byte === DOT && (dots += 1) > 1) return -1;
    if (known === WORD && !isExponent(byte) && byte !== UNDERSCORE) return -1;
    if (byte !== DOT && known !== WORD && known !== DIGIT) break;
    at += 1;
  }
  return isExponent(sql[at - 1] as number) && (sql[at] === PLUS || sql[at] === DASH) ? -1 : at;
}

function isExponent(byte: number): boolean {
  return byte === 0x65 || byte === 0x45;
}

// Past the closing quote, a doubled one being a quote inside; -1 when there is none.
function endOfQuoted(sql: Uint8Array, from: number, quote: number): number {
  let at = from;
  for (;;) {
    at = sql.indexOf(quote, at);
    if (at < 0) return -1;
    if (sql[at + 1] !== quote) return at + 1;
    at += 2;
  }
}

// Up to the end of the line; only one byte further when it is a minus.
function endOfLineComment(sql: Uint8Array, from: number): number {
  if (sql[from + 1] !== DASH) return from + 1;
  let at = from + 2;
  while (at < sql.length && sql[at] !== LINE_FEED && sql[at] !== CARRIAGE_RETURN) at += 1;
  return at;
}

// Past the comment and those nested in it; only one byte further when it is a slash; -1 when it does not end.
function endOfBlockComment(sql: Uint8Array, from: number): number {
  if (sql[from + 1] !== STAR) return from + 1;
  let depth = 1;
  let at = from + 2;
  while (depth > 0) {
    if (at >= sql.length) return -1;
    if (sql[at] === SLASH && sql[at + 1] === STAR) depth += 1;
    else if (sql[at] === STAR && sql[at + 1] === SLASH) depth -= 1;
    else {
      at += 1;
      continue;
    }
    at += 2;
  }
  return at;
}

function classTable(): Uint8Array {
  const classes = new Uint8Array(256);
  const set = (characters: string, to: number) => {
    for (const character of characters) classes[character.charCodeAt(0)] = to;
  };
  set(' \t\n\r\f\v', SPACE);
  set('abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ_', WORD);
  classes.fill(WORD, 0x80);
  set('0123456789', DIGIT);
  set('(),;[]:<>=+*~!@#%^&|`?', PLAIN);
  return classes;
}
