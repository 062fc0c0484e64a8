// SPDX-License-Identifier: Apache-2.0
//
// Reads a JSON object that somebody else wrote and that a decision hangs on: headers and claims of tokens. Refuses what parsers disagree
// about, since another reader may have seen something else: a member named twice, bytes that are no UTF-8, a byte order mark.
// @see https://www.rfc-editor.org/rfc/rfc8725#section-3.10

/** Tokens hold lists of groups in objects, and little below. */
const MAX_DEPTH = 16;

/** Keeps nothing between texts. */
const UTF8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** The object; null when it is none, or when readers could disagree about it. */
export function readObject(bytes: Uint8Array): Record<string, unknown> | null {
  try {
    const text = UTF8.decode(bytes);
    const value: unknown = JSON.parse(text);
    if (typeof value !== 'object' || value === null || Array.isArray(value) || namesTwice(text, MAX_DEPTH)) return null;
    return value as Record<string, unknown>;
  } catch {
    return null;
  }
}

/** True when an object names a member twice, or things nest deeper than `maxDepth`. */
// INVARIANT: `text` is JSON that JSON.parse has read, so only its shape is looked at: strings, and what opens and closes.
export function namesTwice(text: string, maxDepth: number): boolean {
  const open: (Set<string> | null)[] = [];
  for (let at = 0; at < text.length; at += 1) {
    const character = text.charCodeAt(at);
    if (character === 0x7b || character === 0x5b) {
      if (open.push(character === 0x7b ? new Set() : null) > maxDepth) return true;
    } else if (character === 0x7d || character === 0x5d) open.pop();
    else if (character === 0x22) {
      const end = endOfString(text, at);
      const names = open.at(-1);
      // In an object a string is a name when a colon follows it.
      if (names !== null && names !== undefined && followedByColon(text, end)) {
        const before = names.size;
        if (names.add(nameAt(text, at, end)).size === before) return true;
      }
      at = end - 1;
    }
  }
  return false;
}

function nameAt(text: string, start: number, end: number): string {
  const name = text.slice(start + 1, end - 1);
  return name.includes('\\') ? (JSON.parse(text.slice(start, end)) as string) : name;
}

// Behind the quote that no odd number of backslashes stands before.
function endOfString(text: string, start: number): number {
  for (let quote = text.indexOf('"', start + 1); ; quote = text.indexOf('"', quote + 1)) {
    let backslashes = 0;
    while (text.charCodeAt(quote - 1 - backslashes) === 0x5c) backslashes += 1;
    if (backslashes % 2 === 0) return quote + 1;
  }
}

function followedByColon(text: string, from: number): boolean {
  let at = from;
  while (at < text.length && text.charCodeAt(at) <= 0x20) at += 1;
  return text.charCodeAt(at) === 0x3a;
}
