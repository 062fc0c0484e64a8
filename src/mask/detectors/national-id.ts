// SPDX-License-Identifier: Apache-2.0
//
// Numbers that a state gives to a person: names as Presidio has them, in kebab case. Each is found by its official form and its check digits,
// and beside its name in any form. Refuses bare digits where the check is weak: without a name those are anybody's nine or ten digits.
import { besideName, compact, digitsShape } from './beside-name.js';
import {
  isAadhaar, isCpf, isItin, isNhsNumber, isNif, isNir, isOldRrn, isPersonnummer, isPesel, isRrn, isSin, isSouthAfricanId, isSsn, isTfn, isTurkishId,
} from './check-digits.js';
import { type Detector, type DigitRun, eachMatch, type Span } from './detector.js';
import type { RunFilter } from './digits.js';

/** One kind of number. */
interface Kind {
  readonly name: string;
  /** Digits of the form that needs no name, and how far it reaches beyond them. */
  readonly digits: readonly [least: number, most: number];
  readonly margin?: number;
  /** That form. */
  readonly pattern: RegExp;
  /** Whether it is one; gets digits and letters without separators. */
  readonly valid: (compact: string) => boolean;
  /** Whether a match of `pattern` is one, where that takes more. */
  readonly alone?: (match: string) => boolean;
  /** Which runs of digits are worth a look, where their number does not say it. */
  readonly wants?: RunFilter;
  /** Names, as `besideName` takes them. */
  readonly words: readonly string[];
  /** Digits that it has beside a name, and a letter at its end. */
  readonly counts: readonly number[];
  readonly letter?: string;
  /** What it looks like there, where digits and a letter do not say it. */
  readonly shapes?: readonly RegExp[];
  /** False when there are no check digits. */
  readonly checked?: false;
}

const B = String.raw`(?<![A-Za-z0-9_.+/-])`;
const E = String.raw`(?![A-Za-z0-9_]|[.:/-]\d)`;
const form = (source: string): RegExp => new RegExp(B + source + E, 'g');
// Match "9601211021413", miss "1748503543012" and "0101011100001": thirteen digits that are more likely a time in milliseconds (of 2023 to 2030) than
// somebody born in 2017 or 2018, or bits.
const NO_TIME = '(?!1[78]|[01]{13})';

const KINDS: readonly Kind[] = [
  {
    name: 'us-ssn', digits: [9, 9], counts: [9], words: ['ssn', 'social security', 'soc sec', 'seguro social'], valid: isSsn, checked: false,
    // Match "078-05-1123", miss "078051123".
    pattern: form(String.raw`\d{3}([- ])\d{2}\1\d{4}`),
  },
  {
    name: 'us-itin', digits: [9, 9], counts: [9], words: ['itin', 'taxpayer id', 'individual taxpayer'], valid: isItin, checked: false,
    // Match "911-70-1234", miss "911701234".
    pattern: form(String.raw`9\d{2}([- ])\d{2}\1\d{4}`),
  },
  {
    name: 'es-nif', digits: [7, 8], counts: [8, 7], letter: '(?:-?[A-Za-z](?![A-Za-z])| [A-Z](?![A-Za-z]))?', words: ['nif', 'dni', 'documento nacional'], valid: isNif,
    // Match "12345678Z", "12345678-z", "12.345.678-Z" and "1111111G", miss "1111111g": the short one may be part of a hash.
    pattern: form(String.raw`(?:\d{8}[- ]?[A-Za-z]|\d{1,2}\.\d{3}\.\d{3}[- ]?[A-Za-z]|\d{7}-?[A-Z](?!-))`),
  },
  {
    name: 'se-personnummer', digits: [10, 12], counts: [10, 12], words: ['personnum', 'personnr', 'persnr', 'pnr', 'samordningsnum', 'swedish id', 'personal identity'], valid: isPersonnummer,
    // Match "19910924-2397", "871220-2384" and "199109242397", miss "8712202384".
    pattern: form(String.raw`(?:(?:18|19|20)?\d{6}[-+]\d{4}|(?:18|19|20)\d{10})`),
  },
  { name: 'pl-pesel', digits: [11, 11], counts: [11], words: ['pesel'], valid: isPesel, pattern: form(String.raw`\d{11}`) },
  { name: 'tr-national-id', digits: [11, 11], counts: [11], words: ['kimlik', 'tckn', 'tc no', 'turkish id'], valid: isTurkishId, pattern: form(String.raw`[1-9]\d{10}`) },
  {
    name: 'uk-nhs', digits: [10, 10], counts: [10], words: ['nhs', 'national health'], valid: isNhsNumber,
    // Match "401-023-2137" and "221 395 1837", miss "4010232137".
    pattern: form(String.raw`\d{3}([- ])\d{3}\1\d{4}`),
  },
  {
    name: 'in-aadhaar', digits: [12, 12], counts: [12], words: ['aadhaar', 'aadhar', 'adhaar', 'uidai'], valid: isAadhaar,
    // Match "3998 7654 3211" and "399876543211", miss "39987654 3211".
    pattern: form(String.raw`[2-9]\d{3}(?:([- ])\d{4}\1|\d{4})\d{4}`),
  },
  {
    name: 'kr-rrn', digits: [13, 13], counts: [13], words: ['rrn', 'resident registration', 'jumin', 'alien registration'], valid: isRrn, checked: false,
    // Match "960121-1234567" and "9601211021413", miss "9601211234567": without a hyphen its check digit has to be right.
    pattern: form(String.raw`(?:\d{6}-[1-8]\d{6}|${NO_TIME}\d{13})`), alone: (match) => (match.includes('-') ? isRrn : isOldRrn)(compact(match)),
  },
  {
    name: 'za-id-number', digits: [13, 13], counts: [13], words: ['id num', 'id no', 'identity num', 'identity no', 'identity doc', 'rsa id', 'sa id', 'south african id'], valid: isSouthAfricanId,
    pattern: form(String.raw`${NO_TIME}\d{13}`),
  },
  {
    name: 'ca-sin', digits: [9, 9], counts: [9], words: ['SIN', 'NAS', 'social insurance', 'assurance sociale'], valid: isSin,
    // Match "948 584 792", miss "948584792".
    pattern: form(String.raw`\d{3}([- ])\d{3}\1\d{3}`),
  },
  { name: 'au-tfn', digits: [9, 9], counts: [9, 8], words: ['tfn', 'tax file'], valid: isTfn, pattern: form(String.raw`\d{3}([- ])\d{3}\1\d{3}`) },
  { name: 'br-cpf', digits: [11, 11], counts: [11], words: ['cpf', 'cadastro de pessoa'], valid: isCpf, pattern: form(String.raw`\d{3}\.\d{3}\.\d{3}-\d{2}`) },
  {
    name: 'fr-nir', digits: [8, 15], margin: 16, counts: [15, 13], words: ['NIR', 'insee', 'sociale', 'carte vitale'], valid: isNir, wants: wantsNir,
    // Match "1 84 12 76 451 089 46" and "184122A45108959", miss "1-84-12".
    pattern: form(String.raw`[1-478] ?\d{2} ?(?:0[1-9]|1[0-2]|[2-9]\d) ?(?:\d{2}|2[ABab]) ?\d{3} ?\d{3} ?\d{2}`),
    shapes: [/[1-478](?:[ .-]{0,2}[0-9AB]){14}/iy, /[1-478](?:[ .-]{0,2}[0-9AB]){12}/iy],
  },
];

/** How far around a run its number may reach: a letter at its end. */
const MARGIN = 2;
/** Digits of other numbers that a run may hold. */
const BESIDE = 40;

/** A detector for each kind, by form and check digits. */
export const nationalIds: readonly Detector[] = KINDS.map((kind): Detector => ({
  name: kind.name,
  kind: 'pii',
  keys: [],
  wants: kind.wants ?? ((_bytes, _start, _end, digits) => digits >= kind.digits[0]),
  find(text, runs) {
    const spans: Span[] = [];
    for (const run of runs) if (run.digits >= kind.digits[0] && run.digits <= kind.digits[1] + BESIDE) idsIn(text, run, kind, spans);
    return spans;
  },
}));

/** The same, by the name beside it. */
export const namedIds: readonly Detector[] = KINDS.map(({ name, words, valid, checked = true, counts, letter, shapes }) => (
  besideName({ name, words, valid, checked, shapes: shapes ?? counts.map((count) => digitsShape(count, letter)) })
));

function idsIn(text: string, run: DigitRun, { margin = MARGIN, pattern, valid, alone = (match) => valid(compact(match)) }: Kind, spans: Span[]): void {
  const from = Math.max(0, run.start - margin);
  eachMatch(pattern, text.slice(from, run.end + MARGIN), ({ index, 0: match }) => {
    if (alone(match)) spans.push({ start: from + index, end: from + index + match.length });
  });
}

// All fifteen digits, or the last eight behind the letter of a Corsican department.
function wantsNir(bytes: Uint8Array, start: number, _end: number, digits: number): boolean {
  return digits >= 15 || isCorsican(bytes[start - 1]) || (bytes[start - 1] === SPACE && isCorsican(bytes[start - 2]));
}

const SPACE = 32;

// A or B, in either case.
function isCorsican(code: number | undefined): boolean {
  return code !== undefined && ((code | 32) === 97 || (code | 32) === 98);
}
