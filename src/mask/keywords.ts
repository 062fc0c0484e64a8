// SPDX-License-Identifier: Apache-2.0
//
// One pass over bytes that says which of many keywords occur, and where: three characters at a time against a table of how keywords
// begin, and a walk through a trie only where one may. It is what makes plain data nearly free to scan. Refuses to judge; that is
// the detectors' work.
import { GateError } from '../core/errors.js';
import { SEPARATORS } from './detectors/digits.js';

/** An ASCII keyword, and a number for whoever looks for it. `fold`: in any case; the text is in lower case then. `often`: one place of all that are `often` is enough. */
export interface Keyword {
  readonly text: string;
  readonly owner: number;
  readonly fold?: boolean;
  readonly often?: boolean;
}

/** A keyword found: whose it is, and where it starts. */
export interface Place {
  readonly owner: number;
  readonly at: number;
}

/** Places that are told of one value at most: each is looked at, and kept until then. `AAAA…` has one at each byte. */
export const MAX_PLACES = 200_000;

/** Bits of a character in the table: signs that are rare in keywords share a code, and what the table lets through is compared in full. */
const CODE_BITS = 6;
const CODES = 1 << CODE_BITS;
const TRIPLES = CODES ** 3;
const LAST_TWO = CODES ** 2 - 1;
/** Flags of a triple: it begins a keyword; it ends with a keyword shorter than three; it begins a run of digits; it holds a number written otherwise. */
const BEGINS = 1;
const ENDS_SHORT = 2;
const DIGITS = 4;
const ODD = 8;
const KEYWORD = BEGINS | ENDS_SHORT;
const TRIPLE = 3;
/** Bytes beyond ASCII have the code 0. Characters with a code of their own, letters in both cases; all other signs share the one after these, and controls the next. */
const BEYOND = 0;
const CODED = 'abcdefghijklmnopqrstuvwxyz0123456789 -./@%_=\\&~+|';
const SHARED_CODE = CODED.length + 1;
const CONTROL = CODED.length + 2;
/** Bytes that digits of other scripts begin with in UTF-8: Arabic, Persian, Indic, full width, mathematical. */
const LEADING = CODED.length + 3;
const LEADS = [0xd9, 0xdb, 0xe0, 0xef, 0xf0];
const PRINTABLE = /^[\x20-\x7e]*$/;
/** Percent codes that may stand right before a number: spaces, line ends, quotes, brackets, what assigns and separates, a plus, digits. Not `%2f`, which registries have in every name. */
const BEFORE_NUMBERS = '09 0a 0d 20 22 26 27 28 2b 2c 3a 3b 3c 3d 3e 5b 7b 7c c2 e2 30 31 32 33 34 35 36 37 38 39'.split(' ');

const CODE_OF: Uint8Array = codes();
/** As if control characters stood before the first byte. */
const BEFORE_ALL = (CONTROL << CODE_BITS) | CONTROL;

function codes(): Uint8Array {
  const table = new Uint8Array(256);
  for (let code = 0; code < 0x80; code += 1) table[code] = code < 0x20 || code === 0x7f ? CONTROL : SHARED_CODE;
  for (const lead of LEADS) table[lead] = LEADING;
  for (const [index, char] of [...CODED].entries()) {
    table[char.charCodeAt(0)] = index + 1;
    table[char.toUpperCase().charCodeAt(0)] = index + 1;
  }
  return table;
}

const NO_KEYWORDS: readonly Keyword[] = [];

/** Finds keywords. */
export class KeywordScanner {
  readonly #triples = new Uint8Array(TRIPLES);
  /** Child by node and code; 0 is none, since nothing leads back to the root. */
  readonly #trie: Int32Array;
  /** The node that three characters lead to from the root. */
  readonly #third = new Int32Array(TRIPLES);
  /** Keywords that end at a node. */
  readonly #ends: (readonly Keyword[])[] = [[]];
  readonly #short: Keyword[] = [];
  #digits = false;
  #odd = false;
  #crowded = false;
  #heardOften = false;
  /** The bytes that `find` is looking at. */
  #start = 0;
  #end = 0;

  constructor(keywords: readonly Keyword[]) {
    this.#trie = new Int32Array(CODES * (1 + keywords.reduce((sum, { text }) => sum + text.length, 0)));
    for (const keyword of keywords) this.#add(keyword);
    this.#flagDigits();
    this.#flagOdd();
  }

  /** Whether the bytes that `find` has seen last can hold a run of digits and separators that is worth a look: three characters or more. */
  get digits(): boolean {
    return this.#digits;
  }

  /** Whether there may be a number among them that is not written in ASCII digits and separators. */
  get odd(): boolean {
    return this.#odd;
  }

  /** Whether the bytes that `find` has seen last hold more keywords than are told: then it has not looked at all of them. */
  get crowded(): boolean {
    return this.#crowded;
  }

  /** Every keyword in these bytes from `start` to `end`, in order of their ends; null when there is none. Positions count from the first byte. */
  find(bytes: Uint8Array, start = 0, end = bytes.length): readonly Place[] | null {
    const triples = this.#triples;
    let places: Place[] | null = null;
    let last = BEFORE_ALL;
    let seen = 0;
    let at = start;
    this.#start = start;
    this.#end = end;
    this.#crowded = false;
    this.#heardOften = false;
    // Four at a time: the loop itself costs more than what is in it.
    for (; at + 3 < end; at += 4) {
      const first = ((last & LAST_TWO) << CODE_BITS) | (CODE_OF[bytes[at] as number] as number);
      const second = ((first & LAST_TWO) << CODE_BITS) | (CODE_OF[bytes[at + 1] as number] as number);
      const third = ((second & LAST_TWO) << CODE_BITS) | (CODE_OF[bytes[at + 2] as number] as number);
      last = ((third & LAST_TWO) << CODE_BITS) | (CODE_OF[bytes[at + 3] as number] as number);
      const flags = (triples[first] as number) | (triples[second] as number) | (triples[third] as number) | (triples[last] as number);
      seen |= flags;
      if ((flags & KEYWORD) === 0) continue;
      if (((triples[first] as number) & KEYWORD) !== 0) places = this.#look(bytes, at, first, places);
      if (((triples[second] as number) & KEYWORD) !== 0) places = this.#look(bytes, at + 1, second, places);
      if (((triples[third] as number) & KEYWORD) !== 0) places = this.#look(bytes, at + 2, third, places);
      if (((triples[last] as number) & KEYWORD) !== 0) places = this.#look(bytes, at + 3, last, places);
      if (this.#crowded) return places;
    }
    for (; at < end; at += 1) {
      last = ((last & LAST_TWO) << CODE_BITS) | (CODE_OF[bytes[at] as number] as number);
      seen |= triples[last] as number;
      if (((triples[last] as number) & KEYWORD) !== 0) places = this.#look(bytes, at, last, places);
    }
    this.#digits = (seen & DIGITS) !== 0;
    this.#odd = (seen & ODD) !== 0;
    return places;
  }

  // What begins two characters before `at`, and what is shorter than three and ends there.
  #look(bytes: Uint8Array, at: number, triple: number, found: Place[] | null): Place[] | null {
    const flags = this.#triples[triple] as number;
    let places = found;
    if ((flags & ENDS_SHORT) !== 0) for (const keyword of this.#short) places = this.#heard(bytes, at, keyword, places);
    if ((flags & BEGINS) === 0) return places;
    let node = this.#third[triple] as number;
    for (let next = at; node !== 0; next += 1) {
      const ends = this.#ends[node] as readonly Keyword[];
      for (let index = 0; index < ends.length; index += 1) places = this.#heard(bytes, next, ends[index] as Keyword, places);
      if (next + 1 >= this.#end) break;
      node = this.#trie[node * CODES + (CODE_OF[bytes[next + 1] as number] as number)] as number;
    }
    return places;
  }

  // Adds a keyword if it is what ends at `end`, in its own case unless it folds: the table and the walk have compared codes only.
  #heard(bytes: Uint8Array, end: number, { text, fold, owner, often }: Keyword, places: Place[] | null): Place[] | null {
    const start = end + 1 - text.length;
    if (start < this.#start) return places;
    for (let index = 0; index < text.length; index += 1) {
      const code = bytes[start + index] as number;
      if (code !== text.charCodeAt(index) && (fold !== true || lower(code) !== text.charCodeAt(index))) return places;
    }
    if (often === true) {
      if (this.#heardOften) return places;
      this.#heardOften = true;
    }
    const place = { owner, at: start };
    if (places === null) return [place];
    if (places.length < MAX_PLACES) places.push(place);
    else this.#crowded = true;
    return places;
  }

  // Plain loops, and nothing made for a node where no keyword ends: a thousand keywords are read before the first text is.
  #add(keyword: Keyword): void {
    const { text } = keyword;
    if (!PRINTABLE.test(text)) throw new GateError('INTERNAL', `the keyword ${JSON.stringify(text)} is not printable ASCII`);
    if (text.length < TRIPLE) {
      const packed = codesOf(text).reduce((sum, code) => (sum << CODE_BITS) | code, 0);
      this.#short.push(keyword);
      for (let triple = packed; triple < TRIPLES; triple += 1 << (CODE_BITS * text.length)) this.#flag(triple, ENDS_SHORT);
      return;
    }
    const trie = this.#trie;
    let node = 0;
    let packed = 0;
    for (let depth = 0; depth < text.length; depth += 1) {
      const code = CODE_OF[text.charCodeAt(depth)] as number;
      const slot = node * CODES + code;
      if (trie[slot] === 0) trie[slot] = this.#ends.push(NO_KEYWORDS) - 1;
      node = trie[slot] as number;
      if (depth < TRIPLE) packed = (packed << CODE_BITS) | code;
      if (depth === TRIPLE - 1) this.#third[packed] = node;
    }
    this.#flag(packed, BEGINS);
    this.#ends[node] = [...(this.#ends[node] as readonly Keyword[]), keyword];
  }

  // Any three characters of a run are digits and separators, and the first three begin with a digit.
  #flagDigits(): void {
    const digits = codesOf('0123456789');
    const inRuns = [...new Set([...digits, ...codesOf(SEPARATORS)])];
    for (const first of digits) {
      for (const second of inRuns) {
        for (const third of inRuns) this.#flag((((first << CODE_BITS) | second) << CODE_BITS) | third, DIGITS);
      }
    }
  }

  // A digit beside a byte beyond ASCII, a digit of another script, a percent code behind a digit or one for what a number begins with.
  #flagOdd(): void {
    const digits = codesOf('0123456789');
    const percent = codesOf('%')[0] as number;
    const pairs = [
      ...[BEYOND, LEADING].flatMap((byte) => digits.flatMap((digit) => [(digit << CODE_BITS) | byte, (byte << CODE_BITS) | digit])), (LEADING << CODE_BITS) | BEYOND,
      ...digits.map((digit) => (digit << CODE_BITS) | percent),
    ];
    // Any third character may come first.
    for (const pair of pairs) for (let first = 0; first < CODES; first += 1) this.#flag((first << (2 * CODE_BITS)) | pair, ODD);
    for (const code of BEFORE_NUMBERS) {
      const [one, other] = codesOf(code) as [number, number];
      this.#flag((((percent << CODE_BITS) | one) << CODE_BITS) | other, ODD);
    }
  }

  #flag(triple: number, flag: number): void {
    this.#triples[triple] = (this.#triples[triple] as number) | flag;
  }
}

function codesOf(text: string): number[] {
  const found: number[] = [];
  for (let at = 0; at < text.length; at += 1) found.push(CODE_OF[text.charCodeAt(at)] as number);
  return found;
}

function lower(code: number): number {
  return code >= 65 && code <= 90 ? code + 32 : code;
}
