// SPDX-License-Identifier: Apache-2.0
//
// Masks a whole value because of the column it came from, in the four styles of a policy. Refuses to put text where a client expects
// a number, a date or anything else that text would break: such a value becomes NULL in every style.
import { createHmac } from 'node:crypto';
import type { MaskStyle } from '../core/model.js';
import { type Sink, typeKind } from './types.js';

const REDACTED = '[redacted]';
const HASH_PREFIX = 'masked:hash:';
const HASH_HEX_DIGITS = 24;
/** Separates these hashes from other uses of the session key. */
const HASH_DOMAIN = 'ostiary-mask-v1\n';
const STARS = '***';
/** Shorter values would be given away by their first character. */
const MIN_PARTIAL_CHARACTERS = 5;
const JSONB_VERSION = Buffer.from([1]);

// Match "alice@example.com", miss "alice": one address and nothing else.
const EMAIL = /^[^\s@]{1,64}@[^\s@]{1,255}\.[A-Za-z]{2,10}$/;
// Match "4111 1111 1111 1111", miss "4111": a card number, by its looks.
const CARD = /^\d(?:[ -]?\d){12,18}$/;
// Match "+1 (415) 555-0132", miss "10.0.0.1": digits as in a telephone number.
const PHONE = /^\+?[\d() /-]{7,24}$/;
// Match "1980-01-31" and "31/01/1980", miss "415-555-0132" and "123-45-6789": dates have no last digits to keep.
const DATE = /^(?:\d{4}[/-]\d{1,2}[/-]\d{1,2}|\d{1,2}[/-]\d{1,2}[/-]\d{2,4})(?!\d)/;

/** The mask of a text; null means SQL NULL. `key`: the session's, so that `hash` joins within a session and tells nothing outside it. */
export function maskText(style: MaskStyle, text: string, key: Buffer): string | null {
  switch (style) {
    case 'redact':
      return REDACTED;
    case 'partial':
      return partial(text);
    case 'hash':
      return HASH_PREFIX + createHmac('sha256', key).update(HASH_DOMAIN).update(text, 'utf8').digest('hex').slice(0, HASH_HEX_DIGITS);
    case 'null':
      return null;
    default:
      return style satisfies never;
  }
}

/**
 * The sink for a protected column. Text-like types get masked text, json and jsonb a JSON string, all others NULL. `typeOid` with
 * domains resolved (`wireType`); `format`: 0 text, 1 binary; `count` is called for each value.
 */
export function columnSink(style: MaskStyle, typeOid: number, format: 0 | 1, key: Buffer, count: () => void): Sink {
  const mask = maskFor(style, typeOid, format, key);
  return (source, start, end) => {
    count();
    return mask(source, start, end);
  };
}

/** True when a column of this type is masked with text; false when it can only become NULL. */
export function keepsText(typeOid: number): boolean {
  return ['text', 'json', 'jsonb'].includes(typeKind(typeOid));
}

function maskFor(style: MaskStyle, typeOid: number, format: 0 | 1, key: Buffer): Sink {
  const kind = typeKind(typeOid);
  if (style === 'null' || !keepsText(typeOid)) return () => null;
  const prefix = kind === 'jsonb' && format === 1 ? JSONB_VERSION : Buffer.alloc(0);
  const wrap = (text: string): Buffer => {
    const bytes = Buffer.from(kind === 'text' ? text : JSON.stringify(text), 'utf8');
    return prefix.length === 0 ? bytes : Buffer.concat([prefix, bytes]);
  };
  if (style === 'redact') {
    const fixed = wrap(REDACTED);
    return () => fixed;
  }
  return (source, start, end) => wrap(maskText(style, plainText(source.toString('utf8', start + prefix.length, end), kind), key) as string);
}

// A JSON string is masked as the text it says, so that it joins with the same text in a text column.
function plainText(text: string, kind: string): string {
  if (kind === 'text' || !text.startsWith('"')) return text;
  try {
    return String(JSON.parse(text));
  } catch {
    return text;
  }
}

function partial(text: string): string {
  if (EMAIL.test(text)) return `${text.indexOf('@') > 1 ? firstCharacter(text) : ''}${STARS}@${STARS}.${text.slice(text.lastIndexOf('.') + 1)}`;
  // Match "4", miss "-": the digits alone.
  const digits = text.replace(/\D/g, '');
  if (CARD.test(text)) return `**** **** **** ${digits.slice(-4)}`;
  if (PHONE.test(text) && !DATE.test(text) && digits.length >= 7) return `${text.startsWith('+') ? '+' : ''}${STARS}${digits.slice(digits.length >= 10 ? -4 : -2)}`;
  return [...text.slice(0, MIN_PARTIAL_CHARACTERS * 2)].length < MIN_PARTIAL_CHARACTERS ? STARS : firstCharacter(text) + STARS;
}

function firstCharacter(text: string): string {
  return String.fromCodePoint(text.codePointAt(0) as number);
}
