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

/** A token: where it ends, and what it is to be marked as. */
export interface Token {
  readonly end: number;
  readonly kind: number | null;
}

/**
 * Marks of a text; null when it must be scanned. `aside` tells what begins at an offset where something subtle does, null when it can't;
 * without it, nothing subtle is read. Sound only for texts that the grammar accepted.
 */
export function plainMarks(sql: Uint8Array, aside: (from: number) => Token | null = () => null): Marks | null {
  const classes = (table ??= classTable());
  const marks: number[] = [];
  const mark = (from: number, to: number, kind: number | null): void => void (kind !== null && marks.push(from, to, kind));
  const past = (from: number): number => {
    const token = aside(from);
    if (token !== null) mark(from, token.end, token.kind);
    return token?.end ?? -1;
  };
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
        if (sql[at] === QUOTE || (sql[at] === AMPERSAND && (sql[at + 1] === QUOTE || sql[at + 1] === DOUBLE_QUOTE))) at = past(start);
        break;
      case DIGIT:
        at = endOfNumber(sql, at, classes);
        if (at < 0) at = past(start);
        else marks.push(start, at, MARK.literal);
        break;
      default:
        at = endOfOther(sql, at, classes);
        if (at < 0) at = past(start);
        else mark(start, at, kindOfOther(byte, at - start));
    }
    if (at < 0) return null;
  }
  return marks;
}

// Past a quoted thing, a dot and what hangs on it, a parameter, a comment or the sign that one begins with; -1 when it is subtle.
function endOfOther(sql: Uint8Array, at: number, classes: Uint8Array): number {
  const byte = sql[at] as number;
  switch (byte) {
    case QUOTE:
    case DOUBLE_QUOTE:
      return endOfQuoted(sql, at + 1, byte);
    case DOT:
      if (sql[at + 1] === DOT) return -1;
      return classes[sql[at + 1] ?? 0] === DIGIT ? endOfNumber(sql, at, classes) : at + 1;
    case DOLLAR:
      return endOfParameter(sql, at + 1, classes);
    // Inside an operator, too: `a+--b` is a comment to the server.
    case DASH:
      return endOfLineComment(sql, at);
    case SLASH:
      return endOfBlockComment(sql, at);
    default:
      return -1;
  }
}

function kindOfOther(byte: number, length: number): number | null {
  switch (byte) {
    case QUOTE:
      return MARK.literal;
    case DOT:
      return length > 1 ? MARK.literal : null;
    case DOLLAR:
      return MARK.parameter;
    case DASH:
    case SLASH:
      return length > 1 ? MARK.comment : null;
    default:
      return null;
  }
}

function endOfParameter(sql: Uint8Array, from: number, classes: Uint8Array): number {
  let at = from;
  while (classes[sql[at] ?? 0] === DIGIT) at += 1;
  return at === from || classes[sql[at] ?? 0] === WORD || sql[at] === DOLLAR ? -1 : at;
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

// Decimal digits, dots and exponents (`1.5e5`, `1_000`); -1 for the forms that need more thought: `1e-5`, `0xff`, `1..2`, `1e5.`.
function endOfNumber(sql: Uint8Array, from: number, classes: Uint8Array): number {
  let at = from;
  let [dots, exponent] = [0, false];
  while (at < sql.length) {
    const byte = sql[at] as number;
    const known = classes[byte];
    if (byte === DOT && ((dots += 1) > 1 || exponent)) return -1;
    if (known === WORD && !isExponent(byte) && byte !== UNDERSCORE) return -1;
    exponent ||= isExponent(byte);
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
  const text = Buffer.from(sql.buffer, sql.byteOffset, sql.byteLength);
  let [at, opens] = [from + 2, -1];
  for (let depth = 1; depth > 0; ) {
    const closes = text.indexOf('*/', at, 'latin1');
    if (closes < 0) return -1;
    // Looked for again only once it is passed, so that each byte is looked at once.
    if (opens < at) opens = nextOrEnd(text.indexOf('/*', at, 'latin1'), text.length);
    depth += opens < closes ? 1 : -1;
    at = Math.min(opens, closes) + 2;
  }
  return at;
}

function nextOrEnd(found: number, end: number): number {
  return found < 0 ? end : found;
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
