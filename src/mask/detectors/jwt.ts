// SPDX-License-Identifier: Apache-2.0
//
// JSON Web Tokens: signed (RFC 7515), unsecured, and encrypted (RFC 7516). A header that is JSON in base64url, and what follows it.
// Refuses dotted names that only happen to contain `ey`.
import { charClass, type Detector, type Span, stretch } from './detector.js';

// A backslash is let in because tokens are found inside escaped text; it never ends a match.
const TOKEN = charClass(/[A-Za-z0-9_+/=.\\-]/);
// Match "eyJh" and ".eyJ", miss "they": `{"`, `{ `, `{` and a line end in base64url, or any `ey` after a dot.
const HINT = /eyJ|eyA|ewog|ewoJ|ew0K|\.ey/g;
const MIN_HEADER = 10;
const MIN_CLAIMS = 8;

/** Detects JSON Web Tokens. */
export const jwt: Detector = {
  name: 'jwt',
  kind: 'secret',
  reach: { before: 8192, after: 8192 },
  keys: ['eyJ', 'eyA', 'ewog', 'ewoJ', 'ew0K', '.ey'],
  find(text) {
    const spans: Span[] = [];
    let done = 0;
    for (const hint of text.matchAll(HINT)) {
      if (hint.index < done) continue;
      const run = stretch(text, hint.index, TOKEN, done);
      spans.push(...tokensIn(text, run));
      done = run.end;
    }
    return spans;
  },
};

function tokensIn(text: string, run: Span): Span[] {
  const parts = text.slice(run.start, run.end).split('.');
  const spans: Span[] = [];
  let start = run.start;
  for (let at = 0; at < parts.length; at += 1) {
    const part = parts[at] as string;
    const header = headerStart(part);
    const length = header === null ? 0 : partsOf(part.slice(header), parts[at + 1]);
    if (header !== null && length > 0) {
      const last = Math.min(at + length, parts.length) - 1;
      const end = start + parts.slice(at, last + 1).join('.').length;
      spans.push({ start: start + header, end: trimmed(text, end) });
      start += parts.slice(at, last + 1).join('.').length + 1;
      at = last;
    } else {
      start += part.length + 1;
    }
  }
  return spans;
}

// Match "eyJh", "token=eyJh" and "neyJh" (an escaped line end before it), miss "monkey": where a header starts in a part.
const HEADER = /(?<![A-Za-z0-9])ey|eyJ|eyA|ewog|ewoJ|ew0K/;

function headerStart(part: string): number | null {
  const at = part.search(HEADER);
  return at < 0 ? null : at;
}

// How many parts the token has; 0 when it is none.
function partsOf(header: string, claims: string | undefined): number {
  if (header.length < MIN_HEADER || claims === undefined) return 0;
  const decoded = Buffer.from(header, 'base64').toString('latin1');
  // Match `"alg":"none"`, miss `"algo"`: JOSE headers name their algorithm.
  if (/"alg"\s*:/.test(decoded)) return /"enc"\s*:/.test(decoded) ? 5 : 3;
  // Match "eyJhb", miss "eyeglasses": encoded text is not all lower-case letters.
  return claims.startsWith('ey') && claims.length >= MIN_CLAIMS && /[A-Z0-9]/.test(header) && /[A-Z0-9]/.test(claims) ? 3 : 0;
}

function trimmed(text: string, end: number): number {
  let at = end;
  while (text.charAt(at - 1) === '\\') at -= 1;
  return at;
}
