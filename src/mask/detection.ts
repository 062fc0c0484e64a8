// SPDX-License-Identifier: Apache-2.0
//
// Runs detectors over a value: keywords first, in one pass, and then only those detectors whose keywords are there, only around them.
// Refuses to change anything; it says where things are, as ranges that do not overlap.
import { claimsOf, grouped } from './claims.js';
import type { Detector, DigitRun, Found } from './detectors/detector.js';
import { digitRuns, type RunFilter } from './detectors/digits.js';
import { encodedAround, encodedForms, withoutEscapes } from './encodings.js';
import { foldedStretches } from './folding.js';
import { type Keyword, KeywordScanner, type Place } from './keywords.js';
import { replaced } from './replacement.js';

/** Keywords that are no detector's: something encoded, and a JSON or XML escape that may hide a keyword. */
const ENCODED = -1;
const ESCAPE = -2;
const SCRATCH_BYTES = 64 * 1024;
/** Digits of one value, in runs that are worth a look, that are looked at: some seconds' work. */
export const MAX_DIGITS = 1_000_000;
const NOTHING: readonly Found[] = [];
const NOTHING_SEEN: Sight = { found: NOTHING, hidden: NOTHING };
const NO_RUNS: readonly DigitRun[] = [];
const NO_PLACES: ReadonlyMap<number, readonly number[]> = new Map();

/** What is in a value: as it stands, and what shows only when its escapes are undone. */
export interface Sight {
  readonly found: readonly Found[];
  /** Without ranges in the value that could be replaced; empty when nothing is behind escapes. */
  readonly hidden: readonly Found[];
}

/** What a first look over the bytes of a text has found. */
interface Clues {
  readonly places: readonly Place[];
  readonly runs: readonly DigitRun[];
  readonly odd: boolean;
}

/** A set of detectors, ready to run. */
export class Detection {
  readonly #detectors: readonly { readonly detector: Detector; readonly owner: number }[];
  readonly #scanner: KeywordScanner;
  readonly #runFilters: readonly RunFilter[];
  /** Those that look at runs of digits. */
  readonly #ofRuns: readonly Detector[];
  /** Those that find what has no key. */
  readonly #unkeyed: readonly { readonly name: string; readonly unkeyed: NonNullable<Detector['unkeyed']> }[];
  /** Whether any of them is about people: their numbers are looked for in all spellings. */
  readonly #folds: boolean;
  /** Texts as bytes, one after the other: a change has thousands. */
  #scratch: Buffer | null = null;

  constructor(detectors: readonly Detector[]) {
    this.#detectors = detectors.map((detector, index) => ({ detector, owner: index }));
    this.#ofRuns = detectors.filter(({ wants }) => wants !== undefined);
    this.#unkeyed = detectors.flatMap(({ name, unkeyed }) => (unkeyed === undefined ? [] : { name, unkeyed }));
    this.#folds = detectors.some(({ kind }) => kind === 'pii');
    this.#runFilters = detectors.flatMap(({ wants }) => wants ?? []);
    this.#scanner = new KeywordScanner([...this.#detectors.flatMap(keywordsOf), { text: '\\u', owner: ESCAPE, often: true }, { text: '&#', owner: ESCAPE, often: true }]);
  }

  /** What is in a text. */
  inText(text: string): readonly Found[] {
    // One byte a character, whichever it was: offsets are the same, and all that is looked for is ASCII. A character that is cut to an
    // ASCII byte can only make the detectors look, and they look at the real text.
    const beyond = this.#folds && Buffer.byteLength(text) !== text.length;
    if (text.length > SCRATCH_BYTES) return this.#look(Buffer.from(text, 'latin1'), () => text, beyond);
    this.#scratch ??= Buffer.alloc(SCRATCH_BYTES);
    return this.#look(this.#scratch.subarray(0, this.#scratch.write(text, 'latin1')), () => text, beyond);
  }

  /** What is in these bytes; ranges are byte offsets. Any bytes will do, valid UTF-8 or not. */
  inBytes(bytes: Buffer): readonly Found[] {
    return this.#look(bytes, () => bytes.toString('latin1'));
  }

  /** What is in these bytes, also behind JSON and XML escapes that some layer below may undo: a text that holds JSON, an array of XML. */
  seenIn(bytes: Buffer): Sight {
    const places = this.#scanner.find(bytes);
    const runs = this.#scanner.crowded ? NO_RUNS : this.#runs(bytes);
    const crowd = this.#crowd(places, runs, bytes.length);
    if (crowd !== null) return { found: crowd, hidden: NOTHING };
    if (this.#isPlain(places, runs, this.#odd)) return NOTHING_SEEN;
    const text = bytes.toString('latin1');
    const found = this.#found(text, { places: places ?? [], runs, odd: this.#odd });
    if (places?.some(({ owner }) => owner === ESCAPE) !== true) return { found, hidden: NOTHING };
    return { found, hidden: this.behindEscapes(replaced(text, found)) };
  }

  /** What shows in a text only when characters spelt as numbers are undone. */
  behindEscapes(text: string): readonly Found[] {
    const plain = withoutEscapes(text);
    return plain === text ? NOTHING : this.inText(plain);
  }

  /**
   * False when nothing can be in the value that these bytes hold from `start` to `end`, whatever escapes it uses: most values, and cheap to
   * say, without a view of it.
   */
  possibleAt(bytes: Buffer, start: number, end: number): boolean {
    if (this.#scanner.find(bytes, start, end) !== null || this.#odd || this.#unkeyed.length > 0) return true;
    // What stands before the value may let a filter say yes that would say no: then there is a closer look at nothing.
    return this.#scanner.digits && this.#runFilters.length > 0 && digitRuns(bytes, this.#runFilters, start, end).length > 0;
  }

  // `beyond`: the text has characters that its bytes here do not show.
  #look(bytes: Buffer, text: () => string, beyond = false): readonly Found[] {
    const places = this.#scanner.find(bytes);
    const runs = this.#scanner.crowded ? NO_RUNS : this.#runs(bytes);
    const crowd = this.#crowd(places, runs, bytes.length);
    if (crowd !== null) return crowd;
    const odd = beyond || this.#odd;
    return this.#isPlain(places, runs, odd) ? NOTHING : this.#found(text(), { places: places ?? [], runs, odd });
  }

  #isPlain(places: readonly Place[] | null, runs: readonly DigitRun[], odd: boolean): boolean {
    return places === null && runs.length === 0 && !odd && this.#unkeyed.length === 0;
  }

  // After `find`, too: a value with more in it than can be looked at, of which nobody can tell what it is, is claimed as a whole.
  #crowd(places: readonly Place[] | null, runs: readonly DigitRun[], end: number): readonly Found[] | null {
    if (!this.#scanner.crowded && runs.reduce((sum, { digits }) => sum + digits, 0) <= MAX_DIGITS) return null;
    const owner = this.#scanner.crowded ? places?.find((place) => place.owner >= 0)?.owner : undefined;
    const detector = (owner === undefined ? this.#ofRuns[0] : this.#detectors[owner]?.detector) ?? this.#detectors[0]?.detector;
    // Without detectors there is nothing to be crowded with.
    return [{ start: 0, end, name: (detector as Detector).name }];
  }

  // After `find`, too.
  get #odd(): boolean {
    return this.#folds && this.#scanner.odd;
  }

  // After `find` over the same bytes, which says whether there are digits at all.
  #runs(bytes: Uint8Array): readonly DigitRun[] {
    // Secrets alone have no business with digits: a third of the time that a log takes.
    return this.#scanner.digits && this.#runFilters.length > 0 ? digitRuns(bytes, this.#runFilters) : NO_RUNS;
  }

  #found(text: string, { places, runs, odd }: Clues): readonly Found[] {
    const found: Found[] = [];
    const byOwner = places.length === 0 ? NO_PLACES : grouped(places);
    // In the order of the table, which decides whose name a range bears that two claim alike.
    for (const [owner, own] of [...byOwner].sort(([one], [other]) => one - other)) {
      const detector = this.#detectors[owner]?.detector;
      if (detector === undefined) continue;
      for (const { start, end } of claimsOf(detector, text, own)) found.push({ start, end, name: detector.name });
    }
    if (runs.length > 0) {
      for (const detector of this.#ofRuns) for (const { start, end } of detector.find(text, runs)) found.push({ start, end, name: detector.name });
    }
    for (const { name, unkeyed } of this.#unkeyed) for (const { start, end } of unkeyed(text)) found.push({ start, end, name });
    const encoded = byOwner.get(ENCODED);
    if (encoded !== undefined) found.push(...this.#encoded(text, encoded));
    if (odd) found.push(...this.#behindSpelling(text));
    return found.length === 0 ? NOTHING : disjoint(found);
  }

  // Numbers in other digits, with other separators, or as a URL has them.
  #behindSpelling(text: string): Found[] {
    return foldedStretches(text).flatMap((folded) => {
      const bytes = Buffer.from(folded.text, 'latin1');
      const places = this.#scanner.find(bytes) ?? [];
      const runs = this.#runs(bytes);
      return (this.#crowd(places, runs, folded.text.length) ?? this.#found(folded.text, { places, runs, odd: false })).flatMap(({ name, ...span }) => {
        const range = folded.original(span);
        return range === null ? [] : [{ ...range, name }];
      });
    });
  }

  // A secret anywhere in an encoded stretch claims the whole stretch: its edges do not fall on characters.
  #encoded(text: string, places: readonly number[]): Found[] {
    const found: Found[] = [];
    for (const { start, end, decoded } of encodedAround(text, places)) {
      const inner = this.#scanner.find(Buffer.from(decoded, 'latin1')) ?? [];
      const [crowd] = this.#crowd(inner, NO_RUNS, decoded.length) ?? [];
      if (crowd !== undefined) {
        found.push({ start, end, name: crowd.name });
        continue;
      }
      const inside = this.#detectors.find(({ detector, owner }) => detector.kind === 'secret' && inner.some((place) => place.owner === owner) && detector.find(decoded, NO_RUNS).length > 0);
      if (inside !== undefined) found.push({ start, end, name: inside.detector.name });
    }
    return found;
  }
}

function keywordsOf({ detector, owner }: { detector: Detector; owner: number }): Keyword[] {
  const plain = detector.keys.map((text) => ({ text, owner }));
  const beside = (detector.contextKeys ?? []).map((text) => ({ text, owner, fold: true }));
  const encoded = detector.kind === 'secret' ? (detector.encodedKeys ?? detector.keys).flatMap(encodedForms).map((text) => ({ text, owner: ENCODED })) : [];
  return [...plain, ...beside, ...encoded];
}

// Overlapping ranges become one, under the name of the longest.
function disjoint(found: Found[]): readonly Found[] {
  const sorted = found.sort((a, b) => a.start - b.start || b.end - a.end);
  const merged: Found[] = [];
  let longest = 0;
  for (const next of sorted) {
    const last = merged[merged.length - 1];
    const length = next.end - next.start;
    if (last === undefined || next.start >= last.end) {
      merged.push(next);
      longest = length;
    } else {
      merged[merged.length - 1] = { start: last.start, end: Math.max(last.end, next.end), name: length > longest ? next.name : last.name };
      longest = Math.max(longest, length);
    }
  }
  return merged;
}
