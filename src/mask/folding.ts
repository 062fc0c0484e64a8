// SPDX-License-Identifier: Apache-2.0
//
// Numbers in other clothes: digits of other scripts, no-break spaces, dashes, what is invisible between them, and the same as URLs spell it.
// Rewrites the neighbourhood of such digits in ASCII, with the way back to where each character stood. Takes text as it is and bytes read one
// by one alike, valid UTF-8 or not. Refuses to fold words: those are no numbers, and letters that look alike are no business of ours.
import { eachMatch, type Span } from './detectors/detector.js';

/** A stretch of a text, in ASCII as far as its characters have a counterpart there. */
export interface Folded {
  readonly text: string;
  /** The range of the original that a range of it stands for; null when nothing in it or beside it was rewritten. */
  readonly original: (span: Span) => Span | null;
}

/** Text on either side of a number that is folded with it: a name before it, and the rest of it. */
const AROUND = 96;
/** Digits beyond ASCII, and what may stand between digits there: dashes, spaces, dots, what is invisible, full-width signs. As they are and as the bytes of their UTF-8. */
const ODD_DIGIT = String.raw`(?![0-9])\p{Nd}|\xef\xbc[\x90-\x99]|\xd9[\xa0-\xa9]|\xdb[\xb0-\xb9]|\xe0[\xa5\xa7\xa9\xab\xad\xaf\xb1\xb3\xb5\xb9][\x90-\xaf]|\xf0\x9d\x9f[\x8e-\xbf]|%3\d`;
const ODD_GAP = String.raw`[\xa0\xad\xb7\u0300-\u036f\u1680\u2000-\u206f\u20d0-\u20ff\u2212\u3000\ufe00-\ufe0f\ufeff\uff00-\uff5e]|\xc2[\xa0\xad\xb7]|[\xcc\xcd][\x80-\xbf]|\xe2(?:[\x80\x81][\x80-\xbf]|\x83[\x90-\xbf]|\x88\x92)|\xe3\x80\x80|\xef(?:\xb8[\x80-\x8f]|\xbb\xbf|\xbc[\x80-\xbf]|\xbd[\x80-\x9e])|%[0-9A-Fa-f]{2}`;
// Match "078\u201305\u20131120", "%2B44 20 7946", "%3DGB8212345" and "\u0660\u0667\u0668-05-1120", miss "12\u201315" and "\u7b2c3\u7ae0": seven digits or more with what is between
// them (letters in an IBAN), and what stands before and behind.
const NUMBER = new RegExp(`(?:(?:${ODD_GAP})(?:[A-Za-z]{2})?)?(?:(?:[0-9]|${ODD_DIGIT})(?:[ .()/:+-]|${ODD_GAP}){0,4}(?:[A-Za-z]{1,4}(?:[ -]|${ODD_GAP}){0,2})?){7,}`, 'gu');
// Match "7\u20138" and "%20", miss "078-05": a number that is not all plain.
const ODD = /[^\x00-\x7f]|%/;
// One character beyond ASCII, as it is or as the bytes of its UTF-8; a run of percent codes.
const CHARACTER = /[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}|[^\x00-\x7f]|(?:%[0-9A-Fa-f]{2})+/gu;
// Match "\xe2\x80\x93", miss "\u2013": bytes read one by one.
const AS_BYTES = /^[\x80-\xff]{2,4}$/;
const DIGIT = /^\p{Nd}$/u;
const SPACE = /^[\p{Zs}\u00b7\u2022\u2027]$/u;
const DASH = /^[\p{Pd}\u2212]$/u;
// Zero width, soft hyphens, directions; marks that go with the character before them.
const INVISIBLE = /^[\p{Cf}\p{M}]$/u;
const PRINTABLE = /^[\x20-\x7e]$/;

/** The stretches of a text that hold such numbers; none for most texts. */
export function foldedStretches(text: string): readonly Folded[] {
  const stretches: { start: number; end: number }[] = [];
  eachMatch(NUMBER, text, ({ index, 0: number }) => {
    if (!ODD.test(number)) return;
    const last = stretches[stretches.length - 1];
    const end = Math.min(text.length, index + number.length + AROUND);
    // Numbers that lie close together are of one stretch.
    if (last !== undefined && index - AROUND <= last.end) last.end = end;
    else stretches.push({ start: Math.max(0, index - AROUND), end });
  });
  return stretches.flatMap((stretch) => folded(text, stretch) ?? []);
}

// Null when nothing in it has a counterpart: letters of a language beside digits.
function folded(text: string, { start, end }: Span): Folded | null {
  const source = text.slice(start, end);
  /** By character of the result, where what it stands for begins and ends. */
  const from: number[] = [];
  const to: number[] = [];
  let out = '';
  let copied = 0;
  const keep = (until: number): void => {
    for (; copied < until; copied += 1) {
      from.push(copied);
      to.push(copied + 1);
      out += source.charAt(copied);
    }
  };
  for (const { 0: written, index } of source.matchAll(CHARACTER)) {
    const ascii = inAscii(written);
    if (ascii === null) continue;
    keep(index);
    copied = index + written.length;
    for (const char of ascii) {
      from.push(index);
      to.push(copied);
      out += char;
    }
  }
  if (copied === 0) return null;
  keep(source.length);
  const original = (span: Span): Span | null => {
    const [first, last] = [Math.max(0, span.start - 1), Math.min(out.length, span.end + 1)];
    const [begin, finish] = [from[first] as number, to[last - 1] as number];
    return source.slice(begin, finish) === out.slice(first, last) ? null : { start: start + (from[span.start] as number), end: start + (to[span.end - 1] as number) };
  };
  return { text: out, original };
}

// A character, or what codes spell, in ASCII; null when it has no counterpart there.
function inAscii(written: string): string | null {
  const chars = [...decoded(written)];
  const ascii = chars.map(counterpart);
  return ascii.every((char) => char === null) ? null : ascii.map((char, at) => char ?? chars[at]).join('');
}

function decoded(written: string): string {
  if (written.startsWith('%')) return Buffer.from(written.replaceAll('%', ''), 'hex').toString('utf8');
  return AS_BYTES.test(written) ? Buffer.from(written, 'latin1').toString('utf8') : written;
}

function counterpart(char: string): string | null {
  if (PRINTABLE.test(char)) return char;
  if (DIGIT.test(char)) return digitOf(char.codePointAt(0) as number);
  if (SPACE.test(char)) return ' ';
  if (DASH.test(char)) return '-';
  if (INVISIBLE.test(char)) return '';
  const plain = char.normalize('NFKC');
  return PRINTABLE.test(plain) ? plain : null;
}

// Digits of a script are ten in a row, and rows of them stand one behind the other.
function digitOf(code: number): string {
  let zero = code;
  while (DIGIT.test(String.fromCodePoint(zero - 1))) zero -= 1;
  return String((code - zero) % 10);
}
