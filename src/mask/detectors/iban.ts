// SPDX-License-Identifier: Apache-2.0
//
// International bank account numbers: country, its length, and the mod-97 check. Refuses what only looks like one.
// @see https://www.swift.com/resource/iban-registry-pdf
import type { Detector, Span } from './detector.js';

/** Characters of an IBAN by country (IBAN registry, release 98). */
const LENGTHS: Readonly<Record<string, number>> = {
  AD: 24, AE: 23, AL: 28, AT: 20, AZ: 28, BA: 20, BE: 16, BG: 22, BH: 22, BI: 27, BR: 29, BY: 28, CH: 21, CR: 22, CY: 28, CZ: 24,
  DE: 22, DJ: 27, DK: 18, DO: 28, EE: 20, EG: 29, ES: 24, FI: 18, FK: 18, FO: 18, FR: 27, GB: 22, GE: 22, GI: 23, GL: 18, GR: 27,
  GT: 28, HN: 28, HR: 21, HU: 28, IE: 22, IL: 23, IQ: 23, IS: 26, IT: 27, JO: 30, KW: 30, KZ: 20, LB: 28, LC: 32, LI: 21, LT: 20,
  LU: 20, LV: 21, LY: 25, MC: 27, MD: 24, ME: 22, MK: 19, MN: 20, MR: 27, MT: 31, MU: 30, NI: 28, NL: 18, NO: 15, OM: 23, PK: 24,
  PL: 28, PS: 29, PT: 25, QA: 29, RO: 24, RS: 22, RU: 33, SA: 24, SC: 31, SD: 18, SE: 24, SI: 19, SK: 24, SM: 27, SO: 23, ST: 25,
  SV: 28, TL: 23, TN: 24, TR: 26, UA: 29, VA: 22, VG: 24, XK: 20, YE: 30,
};
/** How far before a run of digits its IBAN may start, in characters: the longest IBAN in groups of four. */
const LOOK_BACK = 42;
/** Fewest digits in a row of any country's. */
const MIN_DIGITS = 8;
// Match "GB82", miss "XGB82" and "G82": where one starts.
const START = /(?<![A-Za-z0-9])[A-Za-z]{2}\d{2}/g;

/** Detects IBANs, in one piece or in groups, in either case. */
export const iban: Detector = {
  name: 'iban',
  kind: 'pii',
  keys: [],
  // The country, the bank or a check letter comes before the digits.
  wants: (bytes, start, _end, digits) => digits >= MIN_DIGITS && ((start > 0 && isLetter(bytes[start - 1] as number)) || (start > 1 && isLetter(bytes[start - 2] as number))),
  find(text, runs) {
    const spans: Span[] = [];
    for (const run of runs) {
      const from = Math.max(0, run.start - LOOK_BACK);
      for (const match of text.slice(from, run.end).matchAll(START)) {
        const end = ibanEnd(text, from + match.index, match[0].slice(0, 2).toUpperCase());
        if (end !== null) spans.push({ start: from + match.index, end });
      }
    }
    return spans;
  },
};

function ibanEnd(text: string, start: number, country: string): number | null {
  const length = LENGTHS[country];
  if (length === undefined) return null;
  let compact = '';
  let at = start;
  while (compact.length < length) {
    const char = text.charAt(at);
    if (isAlphanumeric(char)) compact += char;
    else if ((char !== ' ' && char !== '-') || !isAlphanumeric(text.charAt(at + 1))) return null;
    at += 1;
  }
  return isAlphanumeric(text.charAt(at)) || !checks(compact.toUpperCase()) ? null : at;
}

function isLetter(code: number): boolean {
  const lower = code | 32;
  return lower >= 97 && lower <= 122;
}

function isAlphanumeric(char: string): boolean {
  return (char >= '0' && char <= '9') || (char >= 'A' && char <= 'Z') || (char >= 'a' && char <= 'z');
}

// ISO 7064 mod 97-10 over the rearranged number, digit by digit so that no big number is needed.
function checks(compact: string): boolean {
  let rest = 0;
  for (const char of compact.slice(4) + compact.slice(0, 4)) {
    const value = parseInt(char, 36);
    rest = (rest * (value > 9 ? 100 : 10) + value) % 97;
  }
  return rest === 1;
}
