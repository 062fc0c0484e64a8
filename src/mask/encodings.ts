// SPDX-License-Identifier: Apache-2.0
//
// Secrets in base64 and hex: how their keywords look when encoded, and where encoded stretches are that may hold them. One layer only;
// refuses to guess at compression, encryption or split values. And escapes: characters spelt as numbers in JSON and XML.
import { charClass, type Span, stretch } from './detectors/detector.js';

/** A stretch of encoded text and what it says, as latin1. */
export interface Encoded extends Span {
  readonly decoded: string;
}

/** Shorter forms would be found everywhere. */
const MIN_FORM = 4;
const BASE64 = charClass(/[A-Za-z0-9+/_-]/);
const MIN_BASE64 = 20;
const HEX = charClass(/[0-9A-Fa-f]/);
const MIN_HEX = 32;
// Match "\nZ2hw", miss " Z2hw": what continues a stretch on the next line; sticky.
const NEXT_LINE = /\r?\n[A-Za-z0-9+/_-]+/y;
// Match "==" and "", miss nothing: padding; sticky.
const PADDING = /={0,2}/y;

/** The first characters of an encoded keyword are enough to notice it. */
const MAX_FORM = 10;

/** Forms of an ASCII keyword in hex and in base64 at each of the three alignments, without the characters that its neighbours share. */
export function encodedForms(keyword: string): readonly string[] {
  const hexadecimal = Buffer.from(keyword, 'latin1').toString('hex');
  const forms = [hexadecimal, hexadecimal.toUpperCase()];
  for (let shift = 0; shift < 3; shift += 1) {
    const encoded = Buffer.from('\0'.repeat(shift) + keyword, 'latin1').toString('base64');
    const whole = encoded.slice(Math.ceil((shift * 8) / 6), Math.floor(((shift + keyword.length) * 8) / 6));
    forms.push(whole, whole.replaceAll('+', '-').replaceAll('/', '_'));
  }
  return [...new Set(forms.map((form) => form.slice(0, MAX_FORM)).filter((form) => form.length >= MIN_FORM))];
}

/** The stretches of base64 and hex around places in a text, decoded at every alignment that could make sense of them. */
export function encodedAround(text: string, places: readonly number[]): readonly Encoded[] {
  const found: Encoded[] = [];
  let base64End = 0;
  let hexEnd = 0;
  for (const place of places) {
    if (place >= base64End) {
      const span = lines(text, stretch(text, place, BASE64, base64End), base64End);
      base64End = Math.max(span.end, place + 1);
      if (span.end - span.start >= MIN_BASE64) found.push(...base64(text, span));
    }
    if (place >= hexEnd) {
      const span = stretch(text, place, HEX, hexEnd);
      hexEnd = Math.max(span.end, place + 1);
      if (span.end - span.start >= MIN_HEX) found.push(...hex(text, span));
    }
  }
  return found;
}

// Base64 is often broken into lines: those before and after belong to it, and so does its padding.
function lines(text: string, line: Span, floor: number): Span {
  let { start, end } = line;
  for (let above = lineAbove(text, start, floor); above < start; above = lineAbove(text, start, floor)) start = above;
  NEXT_LINE.lastIndex = end;
  while (NEXT_LINE.test(text)) end = NEXT_LINE.lastIndex;
  PADDING.lastIndex = end;
  return { start, end: end + (PADDING.exec(text) as RegExpExecArray)[0].length };
}

function lineAbove(text: string, start: number, floor: number): number {
  if (text.charAt(start - 1) !== '\n') return start;
  const end = text.charAt(start - 2) === '\r' ? start - 2 : start - 1;
  const above = stretch(text, end, BASE64, floor).start;
  return above < end ? above : start;
}

function base64(text: string, { start, end }: Span): Encoded[] {
  // Match "\r\n" and "==", miss "n": line ends and padding say nothing.
  const compact = text.slice(start, end).replace(/[\r\n=]+/g, '');
  return [0, 1, 2, 3].map((shift) => ({ start, end, decoded: Buffer.from(compact.slice(shift), 'base64').toString('latin1') }));
}

function hex(text: string, { start, end }: Span): Encoded[] {
  return [0, 1].map((shift) => ({ start, end, decoded: Buffer.from(text.slice(start + shift, end), 'hex').toString('latin1') }));
}

// Match "\\u0040", "\\\\u0040" (escaped once more), "&#64;" and "&#x40;", miss "\\u40" and "&amp;": a character by its number.
const ESCAPE = /\\{1,8}u([0-9a-f]{4})|&#(?:x([0-9a-f]{1,6})|([0-9]{1,7}));/gi;

/** A text with the characters that JSON and XML spell as numbers. */
export function withoutEscapes(text: string): string {
  return text.replace(ESCAPE, (whole, json: string | undefined, hex: string | undefined, decimal: string | undefined) => {
    const code = decimal === undefined ? parseInt(json ?? (hex as string), 16) : Number(decimal);
    return code > 0x10ffff ? whole : String.fromCodePoint(code);
  });
}
