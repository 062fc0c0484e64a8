// SPDX-License-Identifier: Apache-2.0
//
// Private keys: PEM and PGP blocks, whole or cut off; their well-known bodies without the armour; PuTTY and age keys. Refuses public
// keys, certificates, and armour with nothing in it.
// @see https://www.rfc-editor.org/rfc/rfc7468
import { charClass, type Detector, isAt, matchesOf, placesOf, type Span, stretch } from './detector.js';

// Match "BEGIN RSA PRIVATE KEY-----", miss "BEGIN PUBLIC KEY-----": the dashes before it are looked for apart.
const BEGIN = /BEGIN [A-Z0-9 ]{0,40}PRIVATE KEY(?: BLOCK)? ?-{4,5}/g;
// Match "-----END X-----", miss "----END": sticky, at the place where the end was found.
const END = /-{4,5} ?END [A-Z0-9 ]{0,60}-{4,5}/y;
// Match "Proc-Type: 4,ENCRYPTED" and its line end, miss "MIIE…": the header lines of a block that was cut off.
const HEADERS = /(?:\s|\\[nrt]){0,8}(?:[A-Za-z-]{1,30}: [^\r\n"\\]{0,120}(?:\r\n|\n|\\r\\n|\\n){1,3}){0,8}/y;
const DASH = charClass(/-/);
const BODY = charClass(/[A-Za-z0-9+/=\r\n\\ ]/);
const LINES = charClass(/[A-Za-z0-9+/=\r\n]/);
const BASE64 = charClass(/[A-Za-z0-9+/=]/);
// Match "MIIEvQIBADANBgkqhkiG9w0BAQEFAASC" (PKCS#8) and "MIIEpAIBAAKC" (PKCS#1), miss "MIIBIjANBgkq" (a public key): RSA in DER.
const RSA = /MII[A-Za-z0-9+/]{3}IB(?:ADANBgkqhkiG9w0BAQEFAASC|AAK[BC])/g;
/** How other private keys begin in base64: EC in PKCS#8 and SEC 1 by curve, Ed25519, OpenSSH. */
const OPENINGS = ['MIGHAgEAMB', 'MIG2AgEAMB', 'MIHuAgEAMB', 'MHcCAQEEI', 'MIGkAgEBBD', 'MIHcAgEBBE', 'MC4CAQAwBQYDK2VwBCIEI', 'b3BlbnNzaC1rZXktdjE'];
// Match "AGE-SECRET-KEY-1QQ…", miss "age1…": an age identity (bech32, 58 characters).
const AGE = /AGE-SECRET-KEY-1[0-9A-Z]{50,64}/g;
// Match "Private-Lines: 14" and the lines after it, miss "Public-Lines: 6": a PuTTY key.
const PUTTY = /Private-Lines: \d{1,4}(?:[\r\n]{1,2}[A-Za-z0-9+/=]{1,80}){1,400}/g;
/** Fewer characters than this between the armour are a placeholder. */
const MIN_BODY = 16;
/** The shortest key without armour: Ed25519 in PKCS#8 is 64 characters; cut off, still worth hiding. */
const MIN_BARE = 40;
/** A block is at most this long: a 16,384-bit RSA key is 13 KiB. */
const MAX_BLOCK = 65_536;

/** Detects private keys. */
export const privateKey: Detector = {
  name: 'private-key',
  kind: 'secret',
  reach: { before: 128, after: MAX_BLOCK + 256 },
  keys: ['PRIVATE KEY', 'IBADANBgkqhkiG9w0BAQEFAASC', 'IBAAKB', 'IBAAKC', ...OPENINGS, 'AGE-SECRET-KEY-1', 'Private-Lines: '],
  find(text) {
    const has = (word: string): boolean => text.includes(word);
    return [
      ...(has('PRIVATE KEY') ? blocks(text) : []),
      ...bare(text),
      ...(has('AGE-SECRET-KEY-1') ? matchesOf(AGE, text) : []),
      ...(has('Private-Lines: ') ? matchesOf(PUTTY, text) : []),
    ];
  },
};

function blocks(text: string): Span[] {
  const begins = matchesOf(BEGIN, text).map(({ start, end }) => ({ start: dashesBefore(text, start), end })).filter(({ start }) => start >= 0);
  const spans: Span[] = [];
  let marker = -1;
  for (const [at, begin] of begins.entries()) {
    // One forward scan for the ends of all blocks: never the same text twice.
    if (marker < begin.end) marker = endMarker(text, begin.end);
    const limit = Math.min(begin.end + MAX_BLOCK, begins[at + 1]?.start ?? Infinity);
    const end = marker < limit ? closing(text, marker) : cutOff(text, begin.end);
    if (bodyLength(text, begin.end, Math.min(marker, end)) >= MIN_BODY) spans.push({ start: begin.start, end });
  }
  return spans;
}

// Where four or five dashes before a word start; -1 when they are not there.
function dashesBefore(text: string, word: number): number {
  const at = text.charAt(word - 1) === ' ' ? word - 1 : word;
  const start = stretch(text, at, DASH, Math.max(0, at - 5)).start;
  return at - start >= 4 ? start : -1;
}

// Where the dashes before the next "END" start; Infinity when there is none.
function endMarker(text: string, from: number): number {
  for (let at = text.indexOf('END ', from); at >= 0; at = text.indexOf('END ', at + 4)) {
    const start = dashesBefore(text, at);
    if (start >= from) return start;
  }
  return Infinity;
}

function closing(text: string, marker: number): number {
  END.lastIndex = marker;
  const match = END.exec(text);
  return match === null ? marker : marker + match[0].length;
}

// No end in sight: everything after the header that a body can consist of.
function cutOff(text: string, from: number): number {
  HEADERS.lastIndex = from;
  const headers = (HEADERS.exec(text) as RegExpExecArray)[0].length;
  return stretch(text, from + headers, BODY, from + headers).end;
}

function bodyLength(text: string, from: number, to: number): number {
  let length = 0;
  for (let at = from; at < to && length < MIN_BODY; at += 1) if (isAt(text, at, BASE64)) length += 1;
  return length;
}

function bare(text: string): Span[] {
  const rsa = text.includes('IBA') ? matchesOf(RSA, text) : [];
  const others = OPENINGS.flatMap((opening) => placesOf(text, opening).map((start) => ({ start, end: start + opening.length })));
  const spans: Span[] = [];
  let done = 0;
  for (const opening of [...rsa, ...others].sort((a, b) => a.start - b.start)) {
    if (opening.start < done) continue;
    done = stretch(text, opening.end, LINES, opening.end).end;
    if (done - opening.start >= MIN_BARE) spans.push({ start: opening.start, end: done });
  }
  return spans;
}
