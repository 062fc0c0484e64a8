// SPDX-License-Identifier: Apache-2.0
//
// Finds stretches of text with many digits in them: where a card, a phone number or an IBAN could be. One pass over
// bytes; refuses to judge what the digits are.
import type { Detector, DigitRun } from './detector.js';

/** Fewest digits of anything that is looked for: a short Spanish number. */
const MIN_RUN_DIGITS = 7;
/** Separators in a row that still join two groups: `) -`. */
const MAX_GAP = 3;
const OTHER = 0;
const DIGIT = 1;
const SEPARATOR = 2;
/** What may stand between groups of digits: space - + . ( ) / and a no-break space, also as its UTF-8 bytes read one by one. */
export const SEPARATORS = ' -+.()/\u00a0\u00c2';

const KIND: Uint8Array = kinds();
const NO_RUNS: readonly DigitRun[] = [];

function kinds(): Uint8Array {
  const table = new Uint8Array(256);
  for (const separator of SEPARATORS) table[separator.charCodeAt(0)] = SEPARATOR;
  for (const digit of '0123456789') table[digit.charCodeAt(0)] = DIGIT;
  return table;
}

/** Says whether a run is worth keeping. Numbers, not a `DigitRun`, since most runs are not. */
export type RunFilter = NonNullable<Detector['wants']>;

/** Runs of digits with few separators in a row, from first digit to last, that some filter wants, in the bytes between `from` and `to`; offsets in bytes. */
export function digitRuns(bytes: Uint8Array, filters: readonly RunFilter[], from = 0, to = bytes.length): readonly DigitRun[] {
  let runs: DigitRun[] | null = null;
  for (let at = from; at < to; at += 1) {
    if (KIND[bytes[at] as number] !== DIGIT) continue;
    let end = at;
    let digits = 0;
    const start = at;
    for (let gap = 0; at < to && gap <= MAX_GAP; at += 1) {
      const kind = KIND[bytes[at] as number];
      if (kind === OTHER) break;
      gap = kind === DIGIT ? 0 : gap + 1;
      if (kind === DIGIT) {
        digits += 1;
        end = at + 1;
      }
    }
    if (digits < MIN_RUN_DIGITS) continue;
    for (const wants of filters) {
      if (!wants(bytes, start, end, digits)) continue;
      (runs ??= []).push({ start, end, digits });
      break;
    }
  }
  return runs ?? NO_RUNS;
}
