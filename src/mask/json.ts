// SPDX-License-Identifier: Apache-2.0
//
// Masks inside JSON text so that it stays JSON: within strings, and whole numbers as strings. Escapes are undone before looking.
// Refuses to reorder, reformat or re-number anything else.
import type { Detection } from './detection.js';
import type { Found, Span } from './detectors/detector.js';
import { marker, replaced } from './replacement.js';

/** The masked text, and what was found; the same string when nothing was. */
export interface MaskedJson {
  readonly text: string;
  readonly found: readonly Found[];
}

/** Masks JSON text. What is not JSON is walked as far as it looks like it. */
export function maskJson(text: string, detection: Detection): MaskedJson {
  const raw = detection.inText(text);
  if (raw.length === 0 && !mayHide(text)) return { text, found: [] };
  const found: Found[] = [];
  let out = '';
  let copied = 0;
  let first = 0;
  for (const token of tokens(text)) {
    while (first < raw.length && (raw[first] as Found).end <= token.start) first += 1;
    const masked = maskToken({ token, source: text.slice(token.start, token.end), raw: touching(raw, first, token) }, detection);
    if (masked === null) continue;
    out += text.slice(copied, token.start) + masked.text;
    copied = token.end;
    found.push(...masked.found);
  }
  return { text: out + text.slice(copied), found };
}

interface Token {
  readonly token: Span;
  /** As written, quotes included. */
  readonly source: string;
  readonly raw: readonly Found[];
}

function maskToken({ token, source, raw }: Token, detection: Detection): MaskedJson | null {
  const escaped = source.startsWith('"') && mayHide(source) ? decoded(source) : null;
  if (escaped !== null) {
    const inside = detection.inText(escaped);
    // JSON within the string has escapes of its own.
    const masked = replaced(escaped, inside);
    const [hidden] = detection.behindEscapes(masked);
    if (hidden !== undefined) return { text: JSON.stringify(marker(hidden.name)), found: [...inside, hidden] };
    if (inside.length > 0) return { text: JSON.stringify(masked), found: inside };
  }
  const hit = raw[0];
  if (hit === undefined) return null;
  if (escaped !== null || !source.startsWith('"')) return { text: JSON.stringify(marker(hit.name)), found: [hit] };
  // Ranges may begin before the string or end after it; its quotes stay.
  const clipped = raw.map(({ start, end, name }) => ({ start: Math.max(start - token.start, 1), end: Math.min(end - token.start, source.length - 1), name }));
  const inner = clipped.filter(({ start, end }) => start < end);
  return { text: replaced(source, inner), found: inner };
}

// Escapes of JSON itself, and references in XML that a string may hold.
function mayHide(text: string): boolean {
  return text.includes('\\') || text.includes('&#');
}

function touching(raw: readonly Found[], first: number, token: Span): readonly Found[] {
  let last = first;
  while (last < raw.length && (raw[last] as Found).start < token.end) last += 1;
  return raw.slice(first, last);
}

function decoded(source: string): string | null {
  try {
    return JSON.parse(source) as string;
  } catch {
    return null;
  }
}

// Strings with their quotes, and runs of anything that is neither white space nor structure: numbers and the three words.
function* tokens(text: string): Iterable<Span> {
  let at = 0;
  while (at < text.length) {
    const char = text.charAt(at);
    if (STRUCTURE.includes(char)) {
      at += 1;
      continue;
    }
    const end = char === '"' ? stringEnd(text, at + 1) : bareEnd(text, at + 1);
    yield { start: at, end };
    at = end;
  }
}

const STRUCTURE = ' \t\r\n,:{}[]';

function stringEnd(text: string, from: number): number {
  for (let at = from; at < text.length; at += 1) {
    const char = text.charAt(at);
    if (char === '"') return at + 1;
    if (char === '\\') at += 1;
  }
  return text.length;
}

function bareEnd(text: string, from: number): number {
  let at = from;
  while (at < text.length && !STRUCTURE.includes(text.charAt(at)) && text.charAt(at) !== '"') at += 1;
  return at;
}
