// SPDX-License-Identifier: Apache-2.0
//
// One pass over bytes that says which of many keywords occur, and where: three characters at a time against a table of how keywords
// begin, and a walk through a trie only where one may. It is what makes plain data nearly free to scan. Refuses to judge; that is
// the detectors' work.
import { GateError } from '../core/errors.js';

/** An ASCII keyword, and a number for whoever looks for it. `fold`: in any case; the text is in lower case then. */
export interface Keyword {
  readonly text: string;
  readonly owner: number;
  readonly fold?: boolean;
}

/** A keyword found: whose it is, and where it starts. */
export interface Place {
  readonly owner: number;
  readonly at: number;
}

/** Bits of a character in the table: 63 different ones can be in keywords, and one stands for all others. */
const CODE_BITS = 6;
const CODES = 1 << CODE_BITS;
const TRIPLES = CODES ** 3;
const LAST_TWO = CODES ** 2 - 1;
/** Flags of a triple: it begins a keyword; it ends with a keyword shorter than three. */
const BEGINS = 1;
const ENDS_SHORT = 2;
const TRIPLE = 3;

/** Finds keywords; built once, then pure. */
export class KeywordScanner {
  /** Character to code, both cases alike; 0 for what is in no keyword. */
  readonly #codes = new Uint8Array(256);
  readonly #triples = new Uint8Array(TRIPLES);
  /** Child by node and code; 0 is none, since nothing leads back to the root. */
  readonly #trie: Int32Array;
  /** Keywords that end at a node. */
  readonly #ends: (readonly Keyword[])[] = [[]];
  readonly #short: Keyword[] = [];

  constructor(keywords: readonly Keyword[]) {
    this.#number([...new Set(keywords.flatMap(({ text }) => [...text.toLowerCase()]))]);
    this.#trie = new Int32Array(CODES * (1 + keywords.reduce((sum, { text }) => sum + text.length, 0)));
    for (const keyword of keywords) this.#add(keyword);
  }

  /** Every keyword in these bytes, in order of their ends; null when there is none. */
  find(bytes: Uint8Array): readonly Place[] | null {
    const codes = this.#codes;
    const triples = this.#triples;
    const length = bytes.length;
    let places: Place[] | null = null;
    let last = 0;
    let at = 0;
    // Four at a time: the loop itself costs more than what is in it.
    for (; at + 3 < length; at += 4) {
      const first = ((last & LAST_TWO) << CODE_BITS) | (codes[bytes[at] as number] as number);
      const second = ((first & LAST_TWO) << CODE_BITS) | (codes[bytes[at + 1] as number] as number);
      const third = ((second & LAST_TWO) << CODE_BITS) | (codes[bytes[at + 2] as number] as number);
      last = ((third & LAST_TWO) << CODE_BITS) | (codes[bytes[at + 3] as number] as number);
      if (((triples[first] as number) | (triples[second] as number) | (triples[third] as number) | (triples[last] as number)) === 0) continue;
      if (triples[first] !== 0) places = this.#look(bytes, at, first, places);
      if (triples[second] !== 0) places = this.#look(bytes, at + 1, second, places);
      if (triples[third] !== 0) places = this.#look(bytes, at + 2, third, places);
      if (triples[last] !== 0) places = this.#look(bytes, at + 3, last, places);
    }
    for (; at < length; at += 1) {
      last = ((last & LAST_TWO) << CODE_BITS) | (codes[bytes[at] as number] as number);
      if (triples[last] !== 0) places = this.#look(bytes, at, last, places);
    }
    return places;
  }

  // What begins two characters before `at`, and what is shorter than three and ends there.
  #look(bytes: Uint8Array, at: number, triple: number, found: Place[] | null): Place[] | null {
    const flags = this.#triples[triple] as number;
    let places = found;
    if ((flags & ENDS_SHORT) !== 0) for (const keyword of this.#short) places = heard(bytes, at, keyword, places);
    if ((flags & BEGINS) === 0) return places;
    let node = 0;
    for (let next = at - TRIPLE + 1; next < bytes.length; next += 1) {
      node = this.#trie[node * CODES + (this.#codes[bytes[next] as number] as number)] as number;
      if (node === 0) break;
      for (const keyword of this.#ends[node] as readonly Keyword[]) places = heard(bytes, next, keyword, places);
    }
    return places;
  }

  #number(characters: readonly string[]): void {
    if (characters.length >= CODES) throw new GateError('INTERNAL', `keywords may use ${CODES - 1} different characters, not ${characters.length}`);
    for (const [index, char] of characters.entries()) {
      this.#codes[char.charCodeAt(0)] = index + 1;
      this.#codes[char.toUpperCase().charCodeAt(0)] = index + 1;
    }
  }

  #add(keyword: Keyword): void {
    const codes = [...keyword.text].map((char) => this.#codes[char.charCodeAt(0)] as number);
    const packed = codes.slice(0, TRIPLE).reduce((sum, code) => (sum << CODE_BITS) | code, 0);
    if (codes.length < TRIPLE) {
      this.#short.push(keyword);
      for (let triple = packed; triple < TRIPLES; triple += 1 << (CODE_BITS * codes.length)) this.#flag(triple, ENDS_SHORT);
      return;
    }
    this.#flag(packed, BEGINS);
    let node = 0;
    for (const code of codes) {
      const slot = node * CODES + code;
      if (this.#trie[slot] === 0) this.#trie[slot] = this.#ends.push([]) - 1;
      node = this.#trie[slot] as number;
    }
    this.#ends[node] = [...(this.#ends[node] as readonly Keyword[]), keyword];
  }

  #flag(triple: number, flag: number): void {
    this.#triples[triple] = (this.#triples[triple] as number) | flag;
  }
}

// Adds a keyword if it is what ends at `end`, in its own case unless it folds: the walk has compared without regard to case.
function heard(bytes: Uint8Array, end: number, { text, fold, owner }: Keyword, places: Place[] | null): Place[] | null {
  const start = end + 1 - text.length;
  if (start < 0) return places;
  for (let index = 0; index < text.length; index += 1) {
    const code = bytes[start + index] as number;
    if (code !== text.charCodeAt(index) && (fold !== true || lower(code) !== text.charCodeAt(index))) return places;
  }
  const place = { owner, at: start };
  if (places === null) return [place];
  places.push(place);
  return places;
}

function lower(code: number): number {
  return code >= 65 && code <= 90 ? code + 32 : code;
}
