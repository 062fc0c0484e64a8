// SPDX-License-Identifier: Apache-2.0
//
// Telephone numbers, conservatively: with a country code, in the grouped forms of North America and Turkey, with a national trunk 0, or
// beside a word that says so. Refuses bare numbers, dates, addresses of hosts and versions.
// @see https://www.itu.int/rec/T-REC-E.164
import { besideName } from './beside-name.js';
import { charClass, type Detector, eachMatch, groupsOf, type Span } from './detector.js';

/** E.164: at most 15 digits; 8 is the shortest with a country code. Every match of a form has what it `needs`. */
const FORMS: readonly { readonly needs: string; readonly form: RegExp }[] = [
  // Match "+44 (20) 7123 4567", miss "+12" and "1+4155550132".
  { needs: '+', form: /(?<![\w+])\+[1-9](?:[ .\-/()\u00a0\u00c2]{0,3}\d){7,14}(?!\d)/g },
  // Match "0049 30 901820", miss "1.0049 309018" and "004930901820" (an id as well as a number).
  { needs: '00', form: /(?<![\w+./-]|\d[,:])00[1-9]\d{0,2}[ .\-/(](?:[ .\-/()]{0,2}\d){6,12}(?!\w|[.,:/-]\d)/g },
  // Match "(415) 555-0132" and "is(415)555-0132", miss "(115) 555-0132" and "f(415) 555-0132".
  { needs: '(', form: /(?=[+\d(])(?<![A-Z\d_)])(?<!(?<![a-z])[a-z])(?:\+?1[ .-]?)?\([2-9]\d{2}\)[ .-]?[2-9]\d{2}[ .-]?\d{4}(?!\w|[.-]\d)/g },
  // Match "415-555-0132", "1-415-555-0132", "91-415-555-0132" and "is415-555-0132", miss "9415-555-01325" and "x415-555-0132".
  { needs: '', form: /(?=[1-9])(?<![A-Z\d_+.-])(?<!(?<![a-z])[a-z])(?:[1-9]\d{0,2}[ .-])?[2-9]\d{2}[ .-][2-9]\d{2}[.-]\d{4}(?!\w|[.-]\d)/g },
  // Match "415 555 0132", miss "1415 555 01320".
  { needs: ' ', form: /(?<![\w+.-]|\d )(?:1 )?[2-9]\d{2} [2-9]\d{2} \d{4}(?!\w|[ .-]\d)/g },
  // Match "532 123 45 67" and "532.123.45.67", miss "192.168.45.67" and "132 123 45 67": ten digits as they are grouped in Turkey.
  { needs: '', form: /(?<![\w+./-]|\d[ ,:])(?!2(?:[0-4]\d|5[0-5])\.)[2-9]\d{2}([ .-])\d{3}\1\d{2}\1\d{2}(?!\w|[ .,:/-]\d)/g },
  // Match "05359876543" and "02121234567", miss "0135987654" and "00359876543": in one piece with a trunk 0, ten digits for mobile numbers only.
  { needs: '0', form: /(?<![\w+./-]|\d[,:])0(?:[4-9]\d{8,9}|[1-3]\d{9})(?!\w|[.,:/-]\d)/g },
  // Match "0 (917) 123 4567", miss "0 917": a trunk 0 of its own.
  { needs: '(', form: /(?<![\w+./-]|\d[,:])0 ?\(\d{2,4}\)(?:[ -]?\d){6,8}(?!\w|[.:,-]\d)/g },
  // Match "09-7625400", "090-1234-5678" and "0171/1234567", miss "01-02-2024", "0.123" and "05 05 17 32 01 63121", a row of numbers.
  { needs: '0', form: /(?<![\w+./-]|\d[ ,:])\(?0[1-9]\d{0,3}\)?(?:[ /-]{1,2}\d{2,8}){1,4}(?!\w|[ .:,/-]\d)/g },
];
// Match "number is 13812345678" (a Chinese mobile), miss "number 20240105"; digits in one piece count only beside a word that says what they are.
const CHINESE = /number["']?(?: is)?[ "':=#.]{1,4}(1[3-9]\d{9})(?![\w.-])/dgi;
// Match "01/02/2024" and "2024-01-05", miss "090-1234": dates are no phone numbers.
const DATE = /^(?:\d{1,2}[./-]\d{1,2}[./-](?:19|20)\d{2}|(?:19|20)\d{2}[./-]\d{1,2}[./-]\d{1,2})/;
const MIN_DIGITS = 8;
const NATIONAL_MIN = 9;
/** `+`, `(` and `)` make a number of digits without more to see. */
const OPENERS = charClass(/[+()]/);
const SPACE = 32;
const ZERO = 48;
const ONE = 49;
/** How far around a run its number may reach: a plus sign, a parenthesis, the word before it. */
const MARGIN = 28;

/** Detects telephone numbers by their form. */
export const phone: Detector = {
  name: 'phone',
  kind: 'pii',
  keys: [],
  wants: promising,
  find: (text, runs) => runs.flatMap((run) => (run.digits < MIN_DIGITS ? [] : phonesIn(text, run))),
};

/** Detects telephone numbers beside a word that says what they are, in any form. */
export const namedPhone: Detector = besideName({
  name: 'phone',
  words: [
    'phone', 'telefo', 'telephone', 'mobile', 'mobil', 'movil', 'whatsapp', 'signal', 'celular', 'cellular', 'cellulare', 'cellphone', 'puhelin', 'tel', 'tlf', 'cell', 'handy', 'fax', 'sms', 'mob', 'gsm', 'msisdn', 'call me', 'contact no',
    'contact num',
  ],
  // Match "+44 (20) 7123 4567" and "12 34 56 78", miss "12,34,56,78" and "12345".
  shapes: [/[+(]{0,2}\d(?:[ .\-/()]{0,3}\d){6,14}/y],
  valid: plausible,
  checked: false,
  // Match "_id: ", "VerifiedAt: " and " id ", miss " is " and " at ": an id, a time or a number of something that belongs to one.
  unless: /(?:^|[_-])(?:ids?|at|on|uuid|count|size)\b|(?:Ids?|At|Count|Size)\b|\bids?\b/,
});

/** Detects Chinese mobile numbers beside "number". */
export const numberedPhone: Detector = {
  name: 'phone',
  kind: 'pii',
  keys: [],
  contextKeys: ['number'],
  reach: { before: 16, after: 96 },
  find: (text) => groupsOf(CHINESE, text),
};

function phonesIn(text: string, run: Span): Span[] {
  const from = Math.max(0, run.start - MARGIN);
  const window = text.slice(from, run.end + 2);
  const spans: Span[] = [];
  for (const { needs, form } of FORMS) {
    if (!window.includes(needs)) continue;
    eachMatch(form, window, ({ index, 0: match }) => {
      // At a cut, what stands before the match is not in view; it belongs to another run anyway.
      if ((index > 0 || from === 0) && plausible(match)) spans.push({ start: from + index, end: from + index + match.length });
    });
  }
  return spans;
}

// A quick look at the groups of digits, since most runs are dates and amounts: could any form match?
function promising(bytes: Uint8Array, from: number, to: number, digits: number): boolean {
  if (digits < MIN_DIGITS) return false;
  let exchange = false;
  let pairs = false;
  if (from > 0 && OPENERS[bytes[from - 1] as number] === 1) return true;
  for (let at = from; at < to; at += 1) {
    const code = bytes[at] as number;
    if (OPENERS[code] === 1) return true;
    if (!isDigit(code)) continue;
    const start = at;
    while (at + 1 < to && isDigit(bytes[at + 1] as number)) at += 1;
    const length = at + 1 - start;
    const trunk = code === ZERO && (start === from || bytes[start - 1] === SPACE);
    // A trunk 0, an area code and an exchange, or two groups of three and a pair.
    if (trunk || (exchange && code > ONE && length >= 3) || (pairs && length === 2)) return true;
    pairs = exchange && length === 3;
    exchange = length === 3 && code > ONE;
  }
  return false;
}

function isDigit(code: number): boolean {
  return code >= ZERO && code < ZERO + 10;
}

function plausible(match: string): boolean {
  const digits = match.replace(/\D/g, '');
  if (DATE.test(match) || isBits(match)) return false;
  if (match.startsWith('0') || match.startsWith('(0')) return digits.length >= NATIONAL_MIN && digits.length <= 15;
  return digits.length >= MIN_DIGITS;
}

// Match "01011110001", miss "0800 800 800": bits, as databases print them.
function isBits(match: string): boolean {
  return /^[01]+$/.test(match);
}
