// SPDX-License-Identifier: Apache-2.0
//
// What is done with the marks of a text: its ends trimmed, its literals and comments taken out. Offsets are bytes of UTF-8, as the
// grammar's are. Refuses to let any part of a marked literal or comment through.
import { isAscii } from 'node:buffer';
import { MARK, type Marks } from './lex.js';

const SEMICOLON = 0x3b;
/** Space, tab, line feed, vertical tab, form feed, carriage return. */
const SPACES: readonly number[] = [0x20, 0x09, 0x0a, 0x0b, 0x0c, 0x0d];

/** A part of a text by byte offsets, `end` excluded. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** A token of the server's scanner. */
export interface ScanToken {
  readonly start: number;
  readonly end: number;
  readonly tokenName: string;
  readonly text: string;
}

/** Marks from the server's scanner. */
export function scannedMarks(tokens: readonly ScanToken[]): Marks {
  const marks: number[] = [];
  for (const token of tokens) {
    const kind = markOf(token);
    if (kind !== null) marks.push(token.start, token.end, kind);
  }
  return marks;
}

/** What a token is marked as; null for what is none of these. */
export function markOf({ tokenName, text }: ScanToken): number | null {
  switch (tokenName) {
    case 'SQL_COMMENT':
    case 'C_COMMENT':
      return MARK.comment;
    case 'PARAM':
      return MARK.parameter;
    case 'ICONST':
    case 'FCONST':
    case 'SCONST':
    case 'BCONST':
    case 'XCONST':
    case 'USCONST':
      return MARK.literal;
    default:
      // Bit strings and `U&'…'` come as UNKNOWN, as keywords do; only they hold a quote.
      return tokenName === 'UNKNOWN' && text.includes("'") ? MARK.literal : null;
  }
}

/** The span without white space, comments and semicolons at its ends. Its ends must not lie inside a token. */
export function trim(sql: Uint8Array, marks: Marks, span: Span): Span {
  const skipped = (byte: number) => byte === SEMICOLON || SPACES.includes(byte);
  let { start, end } = span;
  while (start < end) {
    const past = commentFrom(marks, start);
    if (past !== null) start = past;
    else if (skipped(sql[start] as number)) start += 1;
    else break;
  }
  while (end > start) {
    const before = commentUpTo(marks, end);
    if (before !== null) end = before;
    else if (skipped(sql[end - 1] as number)) end -= 1;
    else break;
  }
  return { start, end: Math.max(start, end) };
}

// End of the comment that starts at an offset.
function commentFrom(marks: Marks, offset: number): number | null {
  const at = firstFrom(marks, offset);
  return marks[at] === offset && marks[at + 2] === MARK.comment ? (marks[at + 1] as number) : null;
}

// Start of the comment that ends at an offset: marks don't overlap, so it is the last one before.
function commentUpTo(marks: Marks, offset: number): number | null {
  const at = firstFrom(marks, offset) - 3;
  return marks[at + 1] === offset && marks[at + 2] === MARK.comment ? (marks[at] as number) : null;
}

/** A text that can be cut by byte offsets. */
export class Text {
  readonly bytes: Buffer;
  readonly #ascii: string | null;

  constructor(sql: Uint8Array) {
    this.bytes = Buffer.from(sql.buffer, sql.byteOffset, sql.byteLength);
    this.#ascii = isAscii(this.bytes) ? this.bytes.toString('latin1') : null;
  }

  cut(start: number, end: number): string {
    return this.#ascii === null ? this.bytes.toString('utf8', start, end) : this.#ascii.slice(start, end);
  }
}

/** The span with literals replaced by `?` and comments by a space; and the highest parameter number in it. */
export function redact(text: Text, marks: Marks, { start, end }: Span): { readonly redacted: string; readonly parameters: number } {
  let redacted = '';
  let parameters = 0;
  let done = start;
  for (let at = firstFrom(marks, start); at < marks.length; at += 3) {
    const from = marks[at] as number;
    const to = marks[at + 1] as number;
    if (from >= end) break;
    if (marks[at + 2] === MARK.parameter) {
      parameters = Math.max(parameters, Number(text.cut(from + 1, to)));
      continue;
    }
    redacted += text.cut(done, from) + (marks[at + 2] === MARK.comment ? ' ' : '?');
    done = to;
  }
  return { redacted: redacted + text.cut(done, end), parameters };
}

// Index of the first mark at or after an offset.
function firstFrom(marks: Marks, offset: number): number {
  let low = 0;
  let high = marks.length / 3;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((marks[middle * 3] as number) < offset) low = middle + 1;
    else high = middle;
  }
  return low * 3;
}
