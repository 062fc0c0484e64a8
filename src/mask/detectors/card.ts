// SPDX-License-Identifier: Apache-2.0
//
// Payment card numbers: 13 to 19 digits, in one piece or in groups, with a known issuer range and a right Luhn check digit. Refuses
// to take any long number for a card: ids and timestamps pass.
import type { Detector, Span } from './detector.js';

/** Issuer ranges and the lengths that each issues: ISO/IEC 7812, the brands' published ranges. */
const ISSUERS: readonly { readonly prefix: RegExp; readonly lengths: readonly number[] }[] = [
  // Match 4111…, miss 5111…: Visa.
  { prefix: /^4/, lengths: [13, 16, 19] },
  // Match 2221… and 55…, miss 2220…: Mastercard.
  { prefix: /^(?:5[1-5]|222[1-9]|22[3-9]|2[3-6]|27[01]|2720)/, lengths: [16] },
  // Match 37…, miss 35…: American Express.
  { prefix: /^3[47]/, lengths: [15] },
  // Match 3095…, miss 3065…: Diners Club.
  { prefix: /^(?:30[0-5]|3095|36|3[89])/, lengths: [14, 15, 16, 17, 18, 19] },
  // Match 3528…, miss 3527…: JCB.
  { prefix: /^(?:352[89]|35[3-8])/, lengths: [16, 17, 18, 19] },
  // Match 2131…, miss 2132…: old JCB numbers, UATP.
  { prefix: /^(?:2131|1800|1)/, lengths: [15] },
  // Match 5019…, miss 5119…: Maestro, Dankort, Discover, UnionPay, RuPay, Verve, Elo.
  { prefix: /^(?:50|5[6-9]|6)/, lengths: [13, 14, 15, 16, 17, 18, 19] },
  // Match 8100…, miss 8300…: UnionPay, RuPay, Uzcard; 2200…: Mir; 9792…: Troy; 9860…: Humo.
  { prefix: /^(?:8[12]|8600|220[0-4]|9792|9860)/, lengths: [16, 17, 18, 19] },
];
const MIN_DIGITS = 13;
const MAX_DIGITS = 19;
/** Digits of the first group, as cards are printed: an order number has three there. */
const FIRST_GROUP = new Set([4, 6]);
// Match "4111 1111", miss "4111x": one group of digits.
const GROUP = /\d+/g;
// Match "x" and "0.", miss "-" and ",": what a number may not be glued to at its start, and at its end.
const GLUED_BEFORE = /(?:[A-Za-z0-9_]|\d\.)$/;
const GLUED_BEHIND = /^(?:[A-Za-z0-9_]|\.\d)/;

/** Detects card numbers. */
export const card: Detector = {
  name: 'card',
  kind: 'pii',
  keys: [],
  wants: (_bytes, _start, _end, digits) => digits >= MIN_DIGITS,
  find: (text, runs) => runs.filter(({ digits }) => digits >= MIN_DIGITS).flatMap((run) => cardsIn(text, run)),
};

function cardsIn(text: string, run: Span): Span[] {
  const groups = [...text.slice(run.start, run.end).matchAll(GROUP)].map((match) => ({ start: run.start + match.index, digits: match[0] }));
  const spans: Span[] = [];
  for (let first = 0; first < groups.length; first += 1) {
    const found = cardFrom(text, groups, first);
    if (found !== null) {
      spans.push({ start: (groups[first] as { start: number }).start, end: found.end });
      first = found.last;
    }
  }
  return spans;
}

// The longest card that starts with group `first`.
function cardFrom(text: string, groups: readonly { start: number; digits: string }[], first: number): { end: number; last: number } | null {
  let digits = '';
  let best: { end: number; last: number } | null = null;
  for (let at = first; at < groups.length; at += 1) {
    const group = groups[at] as { start: number; digits: string };
    const before = groups[at - 1];
    if (at > first && before !== undefined && group.start - (before.start + before.digits.length) !== 1) break;
    if (at > first && (group.digits.length > 7 || !FIRST_GROUP.has((groups[first] as { digits: string }).digits.length))) break;
    digits += group.digits;
    if (digits.length > MAX_DIGITS) break;
    const end = group.start + group.digits.length;
    const start = (groups[first] as { start: number }).start;
    if (digits.length >= MIN_DIGITS && !GLUED_BEFORE.test(text.slice(Math.max(0, start - 2), start)) && !GLUED_BEHIND.test(text.slice(end, end + 2)) && isCard(digits)) best = { end, last: at };
  }
  return best;
}

/** True for 13 to 19 digits with a known issuer and a right check digit. */
function isCard(digits: string): boolean {
  return ISSUERS.some(({ prefix, lengths }) => lengths.includes(digits.length) && prefix.test(digits)) && luhn(digits);
}

/** True when the last digit is right by Luhn (ISO/IEC 7812-1, annex B). */
export function luhn(digits: string): boolean {
  let sum = 0;
  for (let at = 0; at < digits.length; at += 1) {
    const digit = digits.charCodeAt(digits.length - 1 - at) - 48;
    const doubled = at % 2 === 1 ? digit * 2 : digit;
    sum += doubled > 9 ? doubled - 9 : doubled;
  }
  return sum % 10 === 0;
}
