// SPDX-License-Identifier: Apache-2.0
//
// Numbers that a state gives to a person, by their form and their check digits: names as Presidio has them, in kebab case. Refuses bare
// digits where the check is weak: those count only in their official grouping.
import type { Detector, DigitRun, Span } from './detector.js';
import { luhn } from './card.js';

/** One kind of number. `pattern` is applied around a run of digits; `valid` gets the digits (and letters) without separators. */
interface Kind {
  readonly name: string;
  readonly digits: readonly [least: number, most: number];
  readonly pattern: RegExp;
  readonly valid: (compact: string) => boolean;
}

const weighted = (digits: string, weights: readonly number[]): number => weights.reduce((sum, weight, at) => sum + weight * Number(digits[at]), 0);
const NIF_LETTERS = 'TRWAGMYFPDXBNJZSQVHLCKE';
const B = String.raw`(?<![A-Za-z0-9_.+/-])`;
const E = String.raw`(?![A-Za-z0-9_]|[.:/-]\d)`;
const form = (source: string): RegExp => new RegExp(B + source + E, 'g');

const KINDS: readonly Kind[] = [
  // Match "078-05-1123", miss "078051123", "666-12-3456" and "078-00-1123".
  { name: 'us-ssn', digits: [9, 9], pattern: form(String.raw`(?!000|666|9)\d{3}([- ])(?!00)\d{2}\1(?!0000)\d{4}`), valid: (id) => !/^(?:078051120|219099999|123456789)$/.test(id) },
  // Match "911-70-1234": taxpayers without a social security number.
  { name: 'us-itin', digits: [9, 9], pattern: form(String.raw`9\d{2}([- ])(?:5\d|6[0-5]|7\d|8[0-8]|9[0-2]|9[4-9])\1\d{4}`), valid: () => true },
  { name: 'es-nif', digits: [8, 8], pattern: form(String.raw`\d{8}[- ]?[A-Za-z]`), valid: (id) => NIF_LETTERS[Number(id.slice(0, 8)) % 23] === id.slice(8).toUpperCase() },
  // Match "19910924-2397" and "871220-2384", miss "871220-2385" and "8712202384".
  { name: 'se-personnummer', digits: [10, 12], pattern: form(String.raw`(?:(?:18|19|20)?\d{6}[-+]\d{4}|(?:18|19|20)\d{10})`), valid: (id) => isDate(id.slice(-10, -4)) && luhn(id.slice(-10)) },
  { name: 'pl-pesel', digits: [11, 11], pattern: form(String.raw`\d{11}`), valid: (id) => isPeselDate(id) && weighted(id, [1, 3, 7, 9, 1, 3, 7, 9, 1, 3, 1]) % 10 === 0 },
  { name: 'tr-national-id', digits: [11, 11], pattern: form(String.raw`[1-9]\d{10}`), valid: isTurkish },
  // Match "401-023-2137" and "221 395 1837", miss "4010232137".
  { name: 'uk-nhs', digits: [10, 10], pattern: form(String.raw`\d{3}([- ])\d{3}\1\d{4}`), valid: (id) => (11 - (weighted(id, [10, 9, 8, 7, 6, 5, 4, 3, 2]) % 11)) % 11 === Number(id[9]) },
  { name: 'in-aadhaar', digits: [12, 12], pattern: form(String.raw`[2-9]\d{3}(?:([- ])\d{4}\1|\d{4})\d{4}`), valid: (id) => verhoeff(id) === 0 },
  { name: 'kr-rrn', digits: [13, 13], pattern: form(String.raw`\d{6}-[1-8]\d{6}`), valid: (id) => isDate(id.slice(0, 6)) },
  { name: 'za-id-number', digits: [13, 13], pattern: form(String.raw`\d{10}[0-2]\d{2}`), valid: (id) => isDate(id.slice(0, 6)) && luhn(id) },
  { name: 'ca-sin', digits: [9, 9], pattern: form(String.raw`[1-79]\d{2}([- ])\d{3}\1\d{3}`), valid: luhn },
  { name: 'au-tfn', digits: [9, 9], pattern: form(String.raw`\d{3} \d{3} \d{3}`), valid: (id) => weighted(id, [1, 4, 3, 7, 5, 8, 6, 9, 10]) % 11 === 0 },
  { name: 'br-cpf', digits: [11, 11], pattern: form(String.raw`\d{3}\.\d{3}\.\d{3}-\d{2}`), valid: isCpf },
  { name: 'fr-nir', digits: [15, 15], pattern: form(String.raw`[12] ?\d{2} ?(?:0[1-9]|1[0-2]|[2-9]\d) ?\d{2} ?\d{3} ?\d{3} ?\d{2}`), valid: (id) => 97 - Number(BigInt(id.slice(0, 13)) % 97n) === Number(id.slice(13)) },
];

/** How far around a run its number may reach: a letter at its end. */
const MARGIN = 2;

/** A detector for each kind. */
export const nationalIds: readonly Detector[] = KINDS.map(({ name, digits: [least, most], pattern, valid }): Detector => ({
  name,
  kind: 'pii',
  keys: [],
  wants: (_bytes, _start, _end, digits) => digits >= least,
  find: (text, runs) => runs.filter(({ digits }) => digits >= least && digits <= most + 40).flatMap((run) => idsIn(text, run, pattern, valid)),
}));

function idsIn(text: string, run: DigitRun, pattern: RegExp, valid: Kind['valid']): Span[] {
  const from = Math.max(0, run.start - MARGIN);
  return [...text.slice(from, run.end + MARGIN).matchAll(pattern)]
    .filter(({ 0: match }) => valid(match.replace(/[ .+-]/g, '')))
    .map((match) => ({ start: from + match.index, end: from + match.index + match[0].length }));
}

// `yymmdd`.
function isDate(text: string): boolean {
  const [month, day] = [Number(text.slice(2, 4)), Number(text.slice(4, 6))];
  return month >= 1 && month <= 12 && day >= 1 && day <= 31;
}

// Centuries are added to the month: 80, 20, 40, 60.
function isPeselDate(id: string): boolean {
  const [month, day] = [Number(id.slice(2, 4)) % 20, Number(id.slice(4, 6))];
  return month >= 1 && month <= 12 && day >= 1 && day <= 31;
}

function isTurkish(id: string): boolean {
  const digit = (at: number): number => Number(id[at]);
  const odd = digit(0) + digit(2) + digit(4) + digit(6) + digit(8);
  const even = digit(1) + digit(3) + digit(5) + digit(7);
  return ((odd * 7 - even) % 10 + 10) % 10 === digit(9) && (odd + even + digit(9)) % 10 === digit(10);
}

function isCpf(id: string): boolean {
  const check = (length: number): number => {
    const rest = (weighted(id, Array.from({ length }, (_, at) => length + 1 - at)) * 10) % 11;
    return rest === 10 ? 0 : rest;
  };
  return new Set(id).size > 1 && check(9) === Number(id[9]) && check(10) === Number(id[10]);
}

// The dihedral group of order 10, and its permutation.
// @see https://en.wikipedia.org/wiki/Verhoeff_algorithm
const PERMUTATION = '1576283094';

function verhoeff(digits: string): number {
  let check = 0;
  for (let at = 0; at < digits.length; at += 1) {
    let digit = Number(digits[digits.length - 1 - at]);
    for (let times = 0; times < at % 8; times += 1) digit = Number(PERMUTATION[digit]);
    check = dihedral(check, digit);
  }
  return check;
}

function dihedral(one: number, other: number): number {
  if (one < 5) return other < 5 ? (one + other) % 5 : 5 + ((one + other) % 5);
  return other < 5 ? 5 + ((one - other + 5) % 5) : (one - other + 5) % 5;
}
