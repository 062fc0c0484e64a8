// SPDX-License-Identifier: Apache-2.0
//
// E-mail addresses, international ones too, without the rarer signs that RFC 5322 allows before the `@` (they stand around addresses
// more often than in them: `to=a@b.com`). Refuses file names with an `@` (`icon@2x.png`), version
// marks (`pkg@1.2.3`) and the login of a Git remote (`git@host:path`).
import { charClass, type Detector, isAt, matchesOf, type Span, stretch } from './detector.js';

const LOCAL = charClass(/[A-Za-z0-9._%+'-]/, true);
const DOMAIN = charClass(/[A-Za-z0-9.-]/, true);
// Match "@" and "%40", miss "%4": the sign itself, and as it is in a URL.
const SIGN = /@|%40/g;
// Match "com" and "xn--p1ai", miss "3" and "x": the last label of a domain.
const TOP = /^(?:[A-Za-z]{2,24}|xn--[A-Za-z0-9-]{2,59}|.*[^\x00-\x7f].*)$/s;
/** Last labels that are file name extensions and no top-level domains. */
const EXTENSIONS = new Set(['png', 'jpg', 'jpeg', 'gif', 'svg', 'webp', 'ico', 'css', 'scss', 'js', 'mjs', 'cjs', 'jsx', 'tsx', 'json', 'html', 'map', 'tgz', 'gz']);
/** Signs that stand around an address rather than in it. */
const LEADING = charClass(/[.%+'-]/);

/** Detects e-mail addresses. */
export const email: Detector = {
  name: 'email',
  kind: 'pii',
  reach: { before: 320, after: 320 },
  keys: ['@', '%40'],
  find(text) {
    const spans: Span[] = [];
    let floor = 0;
    for (const sign of matchesOf(SIGN, text)) {
      const span = addressAt(text, sign, floor);
      if (span !== null) spans.push(span);
      floor = sign.end;
    }
    return spans;
  },
};

function addressAt(text: string, sign: Span, floor: number): Span | null {
  const end = domainEnd(text, sign.end);
  if (end === null) return null;
  if (text.charAt(sign.start - 1) === '"') {
    const quote = text.lastIndexOf('"', sign.start - 2);
    return quote >= floor && sign.start - quote < 66 ? { start: quote + 1, end } : { start: sign.start, end };
  }
  let { start } = stretch(text, sign.start, LOCAL, floor);
  while (start < sign.start && isAt(text, start, LEADING)) start += 1;
  if (start === sign.start) return null;
  const remote = text.slice(start, sign.start) === 'git' && text.charAt(end) === ':';
  return remote ? null : { start, end };
}

function domainEnd(text: string, at: number): number | null {
  const whole = stretch(text, at, DOMAIN, at);
  const domain = text.slice(whole.start, whole.end).replace(/[.-]+$/, '');
  const labels = domain.split('.');
  const top = labels[labels.length - 1] as string;
  if (labels.length < 2 || labels.some((label) => label === '')) return null;
  return TOP.test(top) && !EXTENSIONS.has(top.toLowerCase()) ? at + domain.length : null;
}
