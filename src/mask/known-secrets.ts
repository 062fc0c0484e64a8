// SPDX-License-Identifier: Apache-2.0
//
// Secrets that are known by value: the session's own credentials, what the job's log masker was told. Found as they are and in every
// spelling that tools give them. Refuses values so short that they would be found everywhere.
import { type Detector, placesOf, type Span } from './detectors/detector.js';

/** Shorter values are words, not secrets. */
const MIN_KNOWN_LENGTH = 6;
/** Forms shorter than this say too little of the value. */
const MIN_FORM = 6;
/** A piece of a form by which it is noticed. */
const MIN_KEY = 3;
// Match "abc def", miss "pässword": what a keyword may hold.
const PLAIN = /^[\x20-\x7e]+$/;

/** A detector for these values, named `known-secret`; null when none is long enough. A value of several lines counts line by line, too. */
export function knownValues(values: readonly string[]): Detector | null {
  const parts = [...new Set(values.flatMap((value) => [value, ...value.split(/\r?\n/)]))].filter((value) => value.trim().length >= MIN_KNOWN_LENGTH);
  const forms = [...new Set(parts.flatMap(formsOf))].filter((form) => form.length >= MIN_FORM);
  if (forms.length === 0) return null;
  // What is not ASCII in a form is looked for by a piece of it that is.
  const keys = [...new Set(forms.map(keyOf))].filter((key) => key.length >= MIN_KEY);
  const unkeyed = forms.filter((form) => keyOf(form).length < MIN_KEY);
  return {
    name: 'known-secret', kind: 'secret', keys, encodedKeys: [], reach: { before: longest(forms), after: longest(forms) },
    find: (text) => whereAny(forms, text),
    ...(unkeyed.length === 0 ? {} : { unkeyed: (text) => whereAny(unkeyed, text) }),
  };
}

function whereAny(forms: readonly string[], text: string): Span[] {
  return forms.flatMap((form) => placesOf(text, form).map((start) => ({ start, end: start + form.length })));
}

/** Every spelling of a value: itself, and in base64 (each alignment; of UTF-16, too, as PowerShell has it), base64url, hex, percent-encoding, JSON, XML, a shell's and SQL's quotes. */
export function formsOf(value: string): readonly string[] {
  const bytes = Buffer.from(value, 'utf8');
  const hex = bytes.toString('hex');
  const forms = [
    value, ...percentForms(value), ...jsonForms(value), ...xmlForms(value),
    value.replaceAll("'", `'\\''`), value.replaceAll("'", "''"), value.replaceAll(/(["\\$`])/g, '\\$1'),
    ...base64Forms(bytes), ...base64Forms(Buffer.from(value, 'utf16le')), hex, hex.toUpperCase(),
  ];
  // Bytes are read one by one: what is not ASCII is two characters or more there.
  return [...new Set(forms.flatMap((form) => [form, Buffer.from(form, 'utf8').toString('latin1')]))];
}

// As libraries differ: what they leave alone, how they spell a space, in which case they write digits.
function percentForms(value: string): string[] {
  const plain = encodeURIComponent(value);
  // Match "!", miss "-": what Python and Go encode, and a browser does not.
  const strict = plain.replaceAll(/[!'()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);
  const form = new URLSearchParams([['', value]]).toString().slice(1);
  const all = [plain, strict, form, encodeURI(value)].flatMap((one) => [one, one.replaceAll('%20', '+'), one.replaceAll('%2F', '/')]);
  return all.flatMap((one) => [one, one.replaceAll(/%[0-9A-F]{2}/g, (code) => code.toLowerCase())]);
}

// Of JavaScript; of Go, which spells what HTML would read; of Python, ASCII alone; of .NET, both and quotes. In a text that is JSON again, once more.
function jsonForms(value: string): string[] {
  const numbered = (text: string, signs: RegExp): string => text.replaceAll(signs, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`);
  const json = JSON.stringify(value).slice(1, -1);
  // Match "&" and "ä", miss "a".
  const [markup, beyond, careful] = [/[<>&\u2028\u2029]/g, /[^\0-\x7f]/g, /["&'+<>`]|[^\0-\x7f]/g];
  const spelt = numbered(value.replaceAll('\\', '\\\\'), careful);
  const forms = [json, json.replaceAll('/', '\\/'), numbered(json, markup), numbered(json, beyond), numbered(numbered(json, markup), beyond), numbered(json, beyond).replaceAll('/', '\\/'), spelt, upperNumbers(spelt)];
  return forms.flatMap((form) => [form, JSON.stringify(form).slice(1, -1)]);
}

function upperNumbers(text: string): string {
  return text.replaceAll(/\\u([0-9a-f]{4})/g, (_whole, code: string) => `\\u${code.toUpperCase()}`);
}

function xmlForms(value: string): string[] {
  const plain = value.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
  return [plain, ...["&#39;", "&#x27;", '&apos;'].flatMap((quote) => ['"', '&quot;', '&#34;'].map((double) => plain.replaceAll("'", quote).replaceAll('"', double)))];
}

// At each alignment, without the characters that its neighbours share; and whole, padded or not.
function base64Forms(bytes: Buffer): string[] {
  const inner = [0, 1, 2].map((shift) => {
    const encoded = Buffer.concat([Buffer.alloc(shift), bytes]).toString('base64');
    return encoded.slice(Math.ceil((shift * 8) / 6), Math.floor(((shift + bytes.length) * 8) / 6));
  });
  return [...inner, bytes.toString('base64')].flatMap((form) => [form, form.replaceAll('+', '-').replaceAll('/', '_')]);
}

function keyOf(form: string): string {
  if (PLAIN.test(form)) return form;
  // Match "abc" of "abc\u00e4d": stretches of printable ASCII.
  return (form.match(/[\x20-\x7e]+/g) ?? []).reduce((best, piece) => (piece.length > best.length ? piece : best), '');
}

function longest(forms: readonly string[]): number {
  return forms.reduce((most, form) => Math.max(most, form.length), 0) * 2;
}
