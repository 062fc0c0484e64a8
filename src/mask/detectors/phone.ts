// SPDX-License-Identifier: Apache-2.0
//
// Telephone numbers, conservatively: with a country code, in the grouped forms of North America, with a national trunk 0, or beside
// a word that says so. Refuses bare numbers, dates, addresses of hosts and versions.
// @see https://www.itu.int/rec/T-REC-E.164
import { charClass, type Detector, eachMatch, groupsOf, type Span } from './detector.js';

/** E.164: at most 15 digits; 8 is the shortest with a country code. Every match of a form has what it `needs`. */
const FORMS: readonly { readonly needs: string; readonly form: RegExp }[] = [
  // Match "+44 (20) 7123 4567", miss "+12" and "1+4155550132".
  { needs: '+', form: /(?<![\w+])\+[1-9](?:[ .\-/()\u00a0\u00c2]{0,3}\d){7,14}(?!\d)/g },
  // Match "0049 30 901820", miss "1.0049 309018" and "004930901820" (an id as well as a number).
  { needs: '00', form: /(?<![\w+.,:/-])00[1-9]\d{0,2}[ .\-/(](?:[ .\-/()]{0,2}\d){6,12}(?!\w|[.,:/-]\d)/g },
  // Match "(415) 555-0132", miss "(115) 555-0132".
  { needs: '(', form: /(?<![\w)])(?:\+?1[ .-]?)?\([2-9]\d{2}\)[ .-]?[2-9]\d{2}[ .-]?\d{4}(?!\w|[.-]\d)/g },
  // Match "415-555-0132" and "1-415-555-0132", miss "9415-555-01325".
  { needs: '', form: /(?<![\w+.-])(?:1[ .-])?[2-9]\d{2}[ .-][2-9]\d{2}[.-]\d{4}(?!\w|[.-]\d)/g },
  // Match "415 555 0132", miss "1415 555 01320".
  { needs: ' ', form: /(?<![\w+.-]|\d )(?:1 )?[2-9]\d{2} [2-9]\d{2} \d{4}(?!\w|[ .-]\d)/g },
  // Match "05359876543", miss "01359876543": mobile numbers of countries with a trunk 0.
  { needs: '0', form: /(?<![\w+.,:/-])0[4-9]\d{8,9}(?!\w|[.,:/-]\d)/g },
  // Match "0 (917) 123 4567", miss "0 917": a trunk 0 of its own.
  { needs: '(', form: /(?<![\w+.,:/-])0 ?\(\d{2,4}\)(?:[ -]?\d){6,8}(?!\w|[.:,-]\d)/g },
  // Match "09-7625400", "090-1234-5678" and "0171/1234567", miss "01-02-2024" and "0.123".
  { needs: '0', form: /(?<![\w+.,:/-])\(?0[1-9]\d{0,3}\)?(?:[ /-]{1,2}\d{2,8}){1,4}(?!\w|[.:,/-]\d)/g },
];
/** Digits in one piece count only beside a word that says what they are. */
const NAMED: readonly RegExp[] = [
  // Match "phone is 4155550132" and `"userPhone": "4155550132"`, miss "order 4155550132".
  /(?:tele?phone?|telefono?|phone|mobile|whatsapp)(?: ?(?:no\.?|number|nr\.?|#))?["']?(?: is)?[ "':=#.]{1,4}(\+?\d{8,15})(?![\w.-])/dgi,
  // Match "tel: 13812345678", miss "hotel: 13812345678".
  /(?<![a-z])(?:tel|cell|handy|fax|sms|mob)(?: ?(?:no\.?|number|nr\.?|#))?["']?(?: is)?[ "':=#.]{1,4}(\+?\d{8,15})(?![\w.-])/dgi,
  // Match "number is 13812345678" (a Chinese mobile), miss "number 20240105".
  /number["']?(?: is)?[ "':=#.]{1,4}(1[3-9]\d{9})(?![\w.-])/dgi,
];
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
  find: (text, runs) => runs.flatMap((run) => phonesIn(text, run)),
};

/** Detects telephone numbers written in one piece, by the word beside them. */
export const namedPhone: Detector = {
  name: 'phone',
  kind: 'pii',
  keys: [],
  contextKeys: ['phone', 'telefon', 'mobile', 'whatsapp', 'tel', 'cell', 'handy', 'fax', 'sms', 'mob', 'number'],
  reach: { before: 16, after: 96 },
  find: (text) => NAMED.flatMap((form) => groupsOf(form, text)),
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
function promising(bytes: Uint8Array, from: number, to: number): boolean {
  let exchange = false;
  if (from > 0 && OPENERS[bytes[from - 1] as number] === 1) return true;
  for (let at = from; at < to; at += 1) {
    const code = bytes[at] as number;
    if (OPENERS[code] === 1) return true;
    if (!isDigit(code)) continue;
    const start = at;
    while (at + 1 < to && isDigit(bytes[at + 1] as number)) at += 1;
    const length = at + 1 - start;
    const trunk = code === ZERO && (start === from || bytes[start - 1] === SPACE);
    if (trunk || (exchange && code > ONE && length >= 3)) return true;
    exchange = length === 3 && code > ONE;
  }
  return false;
}

function isDigit(code: number): boolean {
  return code >= ZERO && code < ZERO + 10;
}

function plausible(match: string): boolean {
  const digits = match.replace(/\D/g, '');
  if (DATE.test(match)) return false;
  if (match.startsWith('0') || match.startsWith('(0')) return digits.length >= NATIONAL_MIN && digits.length <= 15;
  return digits.length >= MIN_DIGITS;
}
