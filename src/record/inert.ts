// SPDX-License-Identifier: Apache-2.0
//
// Makes recorded text safe to print: what moves a cursor, changes a colour, reverses or hides text becomes visible notation. Refuses
// to drop anything silently, except marks piled on one letter.
// @see https://www.unicode.org/reports/tr36/

// Match "\u001b", "\u202e", "\u200b", "\u2028", a lone surrogate and Hangul fillers; miss "é" and "漢": controls, formats, the unassigned, blanks that take a letter's place.
const ACTIVE = /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Cn}\p{Zl}\p{Zp}\u034f\u115f\u1160\u17b4\u17b5\u2800\u3164\uffa0]/gu;
// Match four marks in a row, miss the two of "ệ": piles that reach into other lines.
const PILE = /(\p{M}{3})\p{M}+/gu;
// Match "漢" and "😀", miss "é": characters that take two cells of a terminal.
const WIDE = /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{1f300}-\u{1faff}\u{20000}-\u{3fffd}]/u;
// Match a combining accent, miss "e": characters that take none.
const MARK = /\p{M}/u;

/** One line of text that a terminal shows and does not obey; line breaks and tabs are shown as `\n`, `\t`. */
export function inert(text: string): string {
  return text.replace(ACTIVE, notation).replace(PILE, '$1');
}

/** The same as lines: breaks stay breaks, tabs are two spaces. */
export function inertLines(text: string): string[] {
  // Match "\r\n", miss "\r": a break as any system writes it.
  return text.split(/\r?\n/).map((line) => inert(line.replaceAll('\t', '  ')));
}

/** Cells of a terminal that a text takes; text must be inert. */
export function cellsOf(text: string): number {
  let cells = 0;
  for (const char of text) cells += cellsOfChar(char);
  return cells;
}

/** The beginning of an inert text that fits, with `…` when something is missing. */
export function clipped(text: string, cells: number): string {
  let used = 0;
  let out = '';
  for (const char of text) {
    used += cellsOfChar(char);
    // The last cell is kept for the sign that more follows.
    if (used > cells) return `${fitting(out, cells - 1)}…`;
    out += char;
  }
  return out;
}

/** A space this near to the beginning of a line is indentation, or a word too short to stand alone on it. */
const TOO_EARLY = 6;

/** An inert text in pieces that fit, broken at spaces where it can be. */
export function wrapped(text: string, cells: number): string[] {
  const pieces: string[] = [];
  let rest = text;
  for (let head = fitting(rest, cells); head.length < rest.length; head = fitting(rest, cells)) {
    const space = head.lastIndexOf(' ');
    // A character wider than the line would never fit: it is let stand out.
    const cut = space > TOO_EARLY ? space + 1 : Math.max(head.length, 1);
    pieces.push(rest.slice(0, cut).trimEnd());
    rest = rest.slice(cut);
  }
  return [...pieces, rest];
}

function fitting(text: string, cells: number): string {
  let used = 0;
  let length = 0;
  for (const char of text) {
    used += cellsOfChar(char);
    if (used > cells) break;
    length += char.length;
  }
  return text.slice(0, length);
}

function cellsOfChar(char: string): number {
  if (char >= ' ' && char <= '~') return 1;
  if (MARK.test(char)) return 0;
  return WIDE.test(char) ? 2 : 1;
}

function notation(char: string): string {
  if (char === '\n') return '\\n';
  if (char === '\r') return '\\r';
  if (char === '\t') return '\\t';
  return `\\u{${(char.codePointAt(0) as number).toString(16)}}`;
}
