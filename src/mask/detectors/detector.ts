// SPDX-License-Identifier: Apache-2.0
//
// What a detector is: one family of values that must not leave, how to notice cheaply that one may be there, and where it is.
// A detector only reports ranges; it never changes text, never decodes what it is not shown, and takes time linear in the text.

/** A range of a text, in UTF-16 units of the string given. `end` is exclusive. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** A range from a first digit to a last, with nothing but digits and separators in it. */
export interface DigitRun extends Span {
  readonly digits: number;
}

/** A range, and the detector that claims it. */
export interface Found extends Span {
  readonly name: string;
}

/** Characters around a key. */
export interface Reach {
  readonly before: number;
  readonly after: number;
}

/**
 * One family of values.
 *
 * Text may be UTF-16 or bytes read as latin1: structure is ASCII, and anything above 0x7F counts as a letter of some language.
 * To add a family: one file here, one line in `detectors/registry.ts`, one row in the policy's list of names.
 */
export interface Detector {
  /** As in the policy key `content:NAME` and in the replacement `[masked:NAME]`. */
  readonly name: string;
  /** Secrets are always looked for; pii only where the policy names it. */
  readonly kind: 'secret' | 'pii';
  /** Every match contains one of these (ASCII). Looked for in base64 and hex, too, when `kind` is secret; see `encodedKeys`. */
  readonly keys: readonly string[];
  /** Those of them that are looked for in base64 and hex; all when left out. */
  readonly encodedKeys?: readonly string[];
  /** The same, but never looked for in encodings: words that stand beside a value rather than in it. */
  readonly contextKeys?: readonly string[];
  /** Ranges that hold no ASCII by which they could be noticed: looked for in every text. Left out by most, since it costs a look at all of it. */
  readonly unkeyed?: (text: string) => readonly Span[];
  /** How far a match may begin before one of its keys, and end behind the key's start. Default: 128 and 1,024 characters. */
  readonly reach?: Reach;
  /** Set when matches are found in `runs` rather than by a key: says cheaply whether one is worth a closer look. */
  readonly wants?: (bytes: Uint8Array, start: number, end: number, digits: number) => boolean;
  /** What it claims around one of its keys, which stands at `place`; asked instead of `find` where there is one, and cheaper. */
  readonly at?: (text: string, place: number) => Span | null;
  /**
   * Ranges of `text` that it claims; they may overlap. `text` may be a window of a longer one. `runs`: stretches with many digits, those
   * that some detector `wants`.
   */
  find(text: string, runs: readonly DigitRun[]): readonly Span[];
}

/**
 * Every match of a global regular expression that matches no empty text, in order. A loop over `exec`, since `matchAll` makes an iterator
 * and another regular expression first, and most texts hold no match.
 */
export function eachMatch(pattern: RegExp, text: string, visit: (match: RegExpExecArray) => void): void {
  pattern.lastIndex = 0;
  for (let match = pattern.exec(text); match !== null; match = pattern.exec(text)) visit(match);
}

/** Every match of such an expression, as spans. */
export function matchesOf(pattern: RegExp, text: string): Span[] {
  const spans: Span[] = [];
  eachMatch(pattern, text, ({ index, 0: match }) => spans.push({ start: index, end: index + match.length }));
  return spans;
}

/** How much of a token's end is looked at, and how many different characters a real one has there at least: a random 16 has 10 or more. */
const TAIL = 16;
const MIN_VARIETY = 5;

/** True for a token that somebody generated; false for a placeholder such as `ghp_xxxxxxxx`. */
export function isVaried(text: string, { end }: Span): boolean {
  return new Set(text.slice(Math.max(0, end - TAIL), end)).size >= MIN_VARIETY;
}

/** Shannon's entropy of a text, in bits a character: 0 for `aaaa`, near 4 for random hex, near 6 for random base64. */
export function entropy(text: string): number {
  const counts = new Map<string, number>();
  for (const char of text) counts.set(char, (counts.get(char) ?? 0) + 1);
  let bits = 0;
  for (const count of counts.values()) bits -= (count / text.length) * Math.log2(count / text.length);
  return bits;
}

/** Every match of the first group, which none of its alternatives lacks, of a regular expression with the flags `d` and `g`: the value beside a word that names it. */
export function groupsOf(pattern: RegExp, text: string): Span[] {
  const spans: Span[] = [];
  eachMatch(pattern, text, ({ indices }) => {
    const [start, end] = (indices as RegExpIndicesArray)[1] as [number, number];
    spans.push({ start, end });
  });
  return spans;
}

/** A set of characters: indexed by code for latin1, and at `BEYOND` for all the rest. */
export type CharClass = Uint8Array;
const BEYOND = 256;

/** A class of ASCII characters; `above` says whether everything beyond ASCII belongs to it. */
export function charClass(chars: RegExp, above = false): CharClass {
  return Uint8Array.from({ length: BEYOND + 1 }, (_, code) => Number(code < 128 ? chars.test(String.fromCharCode(code)) : above));
}

/** True when the character at `at` is of the class; false past either end. */
export function isAt(text: string, at: number, inside: CharClass): boolean {
  const code = text.charCodeAt(at);
  return code === code && inside[code < BEYOND ? code : BEYOND] === 1;
}

/** The maximal stretch of characters of a class around `at`, not reaching below `floor`. */
export function stretch(text: string, at: number, inside: CharClass, floor: number): Span {
  let start = at;
  let end = at;
  while (start > floor && isAt(text, start - 1, inside)) start -= 1;
  while (isAt(text, end, inside)) end += 1;
  return { start, end };
}

/** Every place where a word is. */
export function placesOf(text: string, word: string): number[] {
  const places: number[] = [];
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) places.push(at);
  return places;
}
