// SPDX-License-Identifier: Apache-2.0
//
// Values that the name beside them gives away: `SSN: 078-05-1120`, `"nhs_number": "9434765919"`, `Personnummer är 8712202384`, `078051121 is my SSN`.
// Right behind its name a value of the right shape counts, whether its check digits are right or not: people mistype, and a masked typing error
// costs nothing. Some words away, or before its name, it has to be a valid one. Refuses values that belong to another name.
import { type Detector, eachMatch, type Span } from './detector.js';

/** How one kind of value is found by its name. */
export interface Naming {
  /** As in the policy. */
  readonly name: string;
  /**
   * Names in ASCII: a space stands for a space, `_`, `-` or nothing. Those in lower case count in any; those in capitals are words, too, and
   * count in capitals, or before something that assigns.
   */
  readonly words: readonly string[];
  /** The value as it is written beside its name; sticky. The first that is `valid`, else the first that matches, counts. */
  readonly shapes: readonly RegExp[];
  /** Whether it is one by its ranges and check digits, without separators. */
  readonly valid: (compact: string) => boolean;
  /** Whether `valid` says enough to believe a value that is some words away. */
  readonly checked: boolean;
  /** What makes a name the name of something else: `phone_id`. Tested on what is between name and value. */
  readonly unless?: RegExp;
}

/** Longest text between a name and its value, and most words in it that say nothing. */
const FILLER = 48;
/** The first digit behind the start of a name that is worth a look: past the name, the text between, and some of the next line. */
const REACH = 112;
const MAX_WORDS = 4;
/** Shorter names are parts of other words. */
const LONG_NAME = 5;
const LETTER = /[A-Za-z]/;
// Match `": "`, `%3D`, `&quot;`, ` number is ` and `>\n  `, miss `: 1`: all between a name and a value, up to its first digit; sticky.
const UNTIL_VALUE = /(?:%[0-9A-Fa-f]{2}|&#?[a-z0-9]{2,5};|\\u00[0-9a-f]{2}|[^\d\r\n]){0,48}(?:\r?\n[^\d\r\n]{0,32})?/y;
// Quotes and spaces as XML, URLs and JSON spell them.
const ENTITIES = /&#?[a-z0-9]{2,5};|%[0-9A-Fa-f]{2}|\\u00[0-9a-f]{2}/g;
// Match "Türk" and "is", miss "3": letters, those beyond ASCII as they are or as bytes.
const WORD = /[A-Za-z\x80-\uffff]+/g;
// Match "number", "numarası", "nr", "is", "är" and "td", miss "null", "failed" and "hash": words between a name and its value that say nothing.
const JOINING = /^(?:n(?!ull$|one$|ot$|ame$)[A-Za-z\x80-\uffff]*|ids?|codes?|values?|fields?|str|strings?|text|digits|card|kart\w*|is|was|are|ist|est|es|er|e|on|jest|to|of|for|my|your|the|an?|der|die|das|le|la|el|lo|il|o|de|do|da|du|del|di|at|me|eq|mine|his|her|their|our|has|customers?|clients?|patients?|users?|owners?|holders?|persons?|members?|employees?|applicants?|citizens?|td|th|dd|dt|li|b|p|br|div|span|em|strong|[a-z]?[\x80-\uffff]{1,12}[a-z]?)$/i;
// Match `", "id` and `; id`, miss `, ` and `: "`: the value belongs to what comes behind the comma.
const NEXT_FIELD = /[,;{}|&?]\s*[\\"'`]*\s*[A-Za-z]/;
const ASSIGNS = /[:=>]/;
// A value and, up to the name behind it, what says that they belong together. Match "078-05-1121 is my " and "12345678Z (", miss "078051121, ".
const VALUE_FIRST = /(?<![\w.])(\d[\d .:/-]{4,24}(?:\d|[ -]?[A-Za-z]))(?=\s{0,2}(?:[([<]|(?:is|was|as|ist|est|es|jest|\u00e9|\u00c3\u00a9|\u00e4r|\u00c3\u00a4r)\s)[^\d,;\n]{0,24}$)/g;
// What a value may not be glued to at its end.
const GLUED = /^(?:[A-Za-z0-9_]|[.:/-]\d)/;

/** A detector for values beside these names. */
export function besideName(naming: Naming): Detector {
  const words = naming.words.flatMap(spellings);
  const names = [...words].sort((a, b) => b.length - a.length).map((word) => word.replaceAll('.', '\\.')).join('|');
  const [here, anywhere] = [new RegExp(names, 'iy'), new RegExp(names, 'gi')];
  const capitals = new Set(words.filter((word) => word !== word.toLowerCase()));
  const at = (text: string, place: number): Span | null => {
    // Most names have no number beside them.
    if (!hasDigit(text, place - FILLER, place + REACH)) return null;
    here.lastIndex = place;
    const word = here.exec(text)?.[0];
    return word === undefined ? null : valueOf(naming, { text, place, word, ambiguous: word !== word.toUpperCase() && capitals.has(word.toUpperCase()) });
  };
  return { name: naming.name, kind: 'pii', keys: [], contextKeys: words.map((word) => word.toLowerCase()), at, find: (text) => [...text.matchAll(anywhere)].flatMap(({ index }) => at(text, index) ?? []) };
}

interface Mention {
  readonly text: string;
  readonly place: number;
  readonly word: string;
  /** A word of some language as well. */
  readonly ambiguous: boolean;
}

function spellings(word: string): string[] {
  return word.includes(' ') ? ['', ' ', '_', '-'].map((joint) => word.replaceAll(' ', joint)) : [word];
}

function valueOf(naming: Naming, mention: Mention): Span | null {
  return isName(mention) ? (behind(naming, mention) ?? before(naming, mention)) : null;
}

function hasDigit(text: string, from: number, to: number): boolean {
  for (let at = Math.max(0, from); at < to; at += 1) {
    const code = text.charCodeAt(at);
    if (code >= 48 && code <= 57) return true;
  }
  return false;
}

// "ssn", "user_ssn", "userSsn", "ssnNumber", "SSNNumber" and "SSNs", not "lessn", "ssnap" and "CLASSNAME".
function isName({ text, place, word }: Mention): boolean {
  if (word.length >= LONG_NAME) return true;
  const previous = text.charAt(place - 1);
  const next = text.charAt(place + word.length);
  const hump = isLower(previous) && !isLower(word.charAt(0));
  const goesOn = isLower(word.slice(-1)) ? isLower(next) : LETTER.test(next) && (isLower(next) || !isLower(text.charAt(place + word.length + 1)));
  return (hump || !LETTER.test(previous)) && (!goesOn || next === 's');
}

function isLower(char: string): boolean {
  return LETTER.test(char) && char === char.toLowerCase();
}

function behind(naming: Naming, { text, place, word, ambiguous }: Mention): Span | null {
  const from = place + word.length;
  UNTIL_VALUE.lastIndex = from;
  const filler = (UNTIL_VALUE.exec(text) as RegExpExecArray)[0];
  const plain = filler.replaceAll(ENTITIES, (code) => (code === '%20' ? ' ' : '"'));
  if (plain.length > FILLER || NEXT_FIELD.test(plain) || naming.unless?.test(plain) === true || (ambiguous && !ASSIGNS.test(filler))) return null;
  // A name may go on: "personnummer", "telefonnummer", "teléfono".
  const goesOn = word.length >= LONG_NAME || plain.charCodeAt(0) >= 0x80;
  const near = isNear(goesOn ? plain.replace(/^[A-Za-z\x80-\uffff]+/, '') : plain);
  if (!near && !naming.checked) return null;
  const value = shaped(naming, text, opened(text, from + filler.length, from));
  return value !== null && (near || value.valid) ? value.span : null;
}

function isNear(filler: string): boolean {
  const words = filler.match(WORD) ?? [];
  return words.length <= MAX_WORDS && words.every((word) => JOINING.test(word));
}

// A value may begin with what is no digit: "+44 20", "(020)".
function opened(text: string, digit: number, floor: number): number {
  let start = digit;
  while (start > floor && /[+(]/.test(text.charAt(start - 1))) start -= 1;
  return start;
}

/** A value, and whether it is a valid one. */
interface Candidate {
  readonly span: Span;
  readonly valid: boolean;
}

function shaped({ shapes, valid }: Naming, text: string, start: number): Candidate | null {
  let best: Candidate | null = null;
  for (const shape of shapes) {
    shape.lastIndex = start;
    const match = shape.exec(text)?.[0];
    if (match === undefined || GLUED.test(text.slice(start + match.length, start + match.length + 2))) continue;
    const found = { span: { start, end: start + match.length }, valid: valid(compact(match)) };
    if (found.valid) return found;
    best ??= found;
  }
  return best;
}

// Only a valid one: what stands before a name is mostly something else's.
function before({ shapes, valid }: Naming, { text, place }: Mention): Span | null {
  const from = Math.max(0, place - FILLER);
  let span: Span | null = null;
  eachMatch(VALUE_FIRST, text.slice(from, place), ({ index, 1: written }) => {
    const value = written as string;
    const whole = shapes.some((shape) => { shape.lastIndex = 0; return shape.exec(value)?.[0] === value; });
    if (whole && valid(compact(value))) span = { start: from + index, end: from + index + value.length };
    else VALUE_FIRST.lastIndex = index + 1;
  });
  return span;
}

/** A number without what stands between its groups. */
export function compact(number: string): string {
  // Match "+", " " and ".", miss "A".
  return number.replaceAll(/[^0-9A-Za-z]/g, '');
}

/** So many digits, in groups of any size, and what follows them; sticky. */
export function digitsShape(count: number, tail = ''): RegExp {
  // Match "078-05-1120" and "0780 51120", miss "078, 05": at most two separators between digits.
  return new RegExp(String.raw`\d(?:[ .:/+-]{0,2}\d){${count - 1}}${tail}`, 'y');
}
