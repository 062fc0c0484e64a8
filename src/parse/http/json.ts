// SPDX-License-Identifier: Apache-2.0
//
// JSON that has one reading only. Refuses what two parsers could read differently: a key that stands twice in one object, text that is nested
// deeper than people write, numbers that lose digits.
// @see https://www.rfc-editor.org/rfc/rfc8259#section-4

/** A value, or why it has none. */
export type Parsed = { readonly kind: 'value'; readonly value: unknown } | { readonly kind: 'problem'; readonly problem: string };

/** Source: the deepest request of any API in the corpora has 14. */
const MAX_DEPTH = 64;
// Strings and the marks that open, close and part; all else is left to JSON.parse.
const TOKEN = /"(?:[^"\\]|\\.)*"|[{}[\],:]/gsu;

/** Reads a text. Never throws. */
export function parseJson(text: string): Parsed {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return { kind: 'problem', problem: 'it is no JSON' };
  }
  const problem = secondReading(text);
  return problem === null ? { kind: 'value', value } : { kind: 'problem', problem };
}

// The text is JSON, so braces match and each string before a colon is a key.
function secondReading(text: string): string | null {
  const open: (Set<string> | null)[] = [];
  let last = '';
  for (const [token] of text.matchAll(TOKEN)) {
    if (token === '{' || token === '[') {
      open.push(token === '{' ? new Set() : null);
      if (open.length > MAX_DEPTH) return `it is nested deeper than ${MAX_DEPTH}`;
    } else if (token === '}' || token === ']') open.pop();
    else if (token === ':') {
      const keys = open.at(-1);
      const key = JSON.parse(last) as string;
      if (keys?.has(key) === true) return 'a key stands twice in one object, and who reads it takes the first or the last';
      keys?.add(key);
    }
    last = token;
  }
  return null;
}

/** True for what JSON calls an object. */
export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
