// SPDX-License-Identifier: Apache-2.0
//
// Text as a reviewer sees it: every character that hides, moves or turns others becomes a mark in ⟦ ⟧, long lines are broken at ⤶, nothing
// can be pushed out of sight by blanks or drawn in another place. INVARIANT: two texts never show alike. Refuses to leave anything out.
// @see https://trojansource.codes, https://www.unicode.org/reports/tr36/

/** Characters of a line after which it is broken: what a pull request shows without scrolling sideways. */
export const SHOWN_COLUMNS = 100;
/** Longer runs of blanks inside a line are counted instead of shown. */
const MOST_BLANKS = 16;
const MOST_INDENT = 32;
const MOST_EMPTY_LINES = 2;
// Hits controls, formats (bidi, joiners), the unassigned, lone surrogates, line separators, blanks other than the space, fillers, marks that
// pile up, and our own signs; misses letters of any script.
const HIDDEN = /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Cn}\p{Zl}\p{Zp}\p{M}⟦⟧⤶⇥\u00A0\u1680\u115F\u1160\u17B4\u17B5\u2000-\u200A\u202F\u205F\u2800\u3000\u3164\uFFA0]/gu;
// The blocks of scripts that are read from right to left, assigned or not. @see https://www.unicode.org/reports/tr9/
const RIGHT_TO_LEFT = '\\u0590-\\u08FF\\uFB1D-\\uFDFF\\uFE70-\\uFEFE\\u{10800}-\\u{10FFF}\\u{1E800}-\\u{1EFFF}';
// Hits `שלום עולם`; misses the quote and the numbers around it.
const LEFTWARD = new RegExp(`[${RIGHT_TO_LEFT}](?:[ ${RIGHT_TO_LEFT}]*[${RIGHT_TO_LEFT}])?`, 'gu');
// Hits `é` and `а` (Cyrillic); misses ASCII.
const BEYOND_ASCII = /[^\0-\x7F]/gu;
/** Different characters beyond ASCII that are named one by one. */
const MOST_NAMED = 24;

/** The lines of a text, each safe to show in a block of code. */
export function shownLines(text: string): string[] {
  return withoutRunsOfEmpty(text.split('\n').map(shownLine)).flatMap(wrapped);
}

/** A text on one line; line breaks are marks, too. */
export function shownInline(text: string): string {
  return text.split('\n').map(shownLine).join('⟦LF⟧');
}

/** Longest name or address that is told whole. */
const MAX_QUOTED = 100;

/** What whoever commits could choose, in one span of code: messages are shown as Markdown, too, and nothing may hide in them. */
export function quoted(text: string): string {
  const shown = shownInline(text).replaceAll('`', "'");
  return `\`${shown.length > MAX_QUOTED ? `${shown.slice(0, MAX_QUOTED)}…` : shown}\``;
}

/** The characters of a text that are no ASCII, by number: look-alikes stand out. Empty: there are none. */
export function strangers(text: string): readonly string[] {
  const found = [...new Set(text.match(BEYOND_ASCII) ?? [])];
  const named = found.slice(0, MOST_NAMED).map((character) => `${shownLine(character)} ${codeOf(character)}`);
  return found.length > MOST_NAMED ? [...named, `and ${found.length - MOST_NAMED} more`] : named;
}

function shownLine(line: string): string {
  const seen = line.replace(HIDDEN, (character) => (character === '\t' ? '⇥' : `⟦${codeOf(character)}⟧`));
  // A browser draws what follows such letters on their other side: numbers and signs would change places. A Latin letter ends that.
  const marked = seen.replace(LEFTWARD, (words) => `${words}⟦RTL⟧`);
  // Hits blanks at the end; then long runs between words, and at the beginning. Each starts at a character that is no blank.
  const trimmed = marked.replace(/ +$/u, (blanks) => counted(blanks));
  return trimmed.replace(/ {2,}/gu, (blanks, at: number) => (blanks.length > (at === 0 ? MOST_INDENT : MOST_BLANKS) ? counted(blanks) : blanks));
}

function counted(blanks: string): string {
  return `⟦${blanks.length} ${blanks.length === 1 ? 'space' : 'spaces'}⟧`;
}

function withoutRunsOfEmpty(lines: readonly string[]): string[] {
  const out: string[] = [];
  for (let at = 0; at < lines.length;) {
    let end = at;
    while (lines[end] === '') end += 1;
    if (end - at > MOST_EMPTY_LINES) out.push(`⟦${end - at} empty lines⟧`);
    else out.push(...lines.slice(at, end));
    if (end < lines.length) out.push(lines[end] as string);
    at = end + 1;
  }
  return out;
}

/** A line that is shown already, in pieces; one that goes on below ends with the sign, which has been marked inside of texts. */
export function wrapped(line: string): string[] {
  const characters = [...line];
  if (characters.length <= SHOWN_COLUMNS) return [line];
  const pieces: string[] = [];
  for (let at = 0; at < characters.length; at += SHOWN_COLUMNS) pieces.push(characters.slice(at, at + SHOWN_COLUMNS).join(''));
  return pieces.map((piece, index) => (index === pieces.length - 1 ? piece : `${piece}⤶`));
}

function codeOf(character: string): string {
  return `U+${(character.codePointAt(0) as number).toString(16).toUpperCase().padStart(4, '0')}`;
}
