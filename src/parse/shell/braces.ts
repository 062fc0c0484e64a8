// SPDX-License-Identifier: Apache-2.0
//
// Brace expansion, which happens to the text of a word before anything else: `{rm,-rf}`, `a{b,c{d,e}}`, `{1..3}`. Leaves quotes and `${`
// alone. Refuses to make more than a few hundred words: null, and the word is unknown.
// @see https://www.gnu.org/software/bash/manual/html_node/Brace-Expansion.html

/** Source: what people write by hand; `{1..100000}` is an attack on the reader. */
const MAX_WORDS = 256;
const MAX_DEPTH = 16;

/** The texts that the text of a word stands for, in order; null when too many. */
export function expandBraces(text: string, depth = 0): readonly string[] | null {
  const found = firstGroup(text);
  if (found === null) return [text];
  if (depth > MAX_DEPTH) return null;
  const { from, to, parts } = found;
  const tails = expandBraces(text.slice(to), depth + 1);
  if (tails === null) return null;
  const words: string[] = [];
  for (const part of parts) {
    const inner = expandBraces(part, depth + 1);
    if (inner === null || words.length + inner.length * tails.length > MAX_WORDS) return null;
    for (const middle of inner) for (const tail of tails) words.push(text.slice(0, from) + middle + tail);
  }
  return words;
}

interface Group {
  readonly from: number;
  readonly to: number;
  readonly parts: readonly string[];
}

function firstGroup(text: string): Group | null {
  for (let at = 0; at < text.length; at = skip(text, at)) {
    if (text[at] !== '{' || text[at - 1] === '$') continue;
    const group = groupAt(text, at);
    if (group !== null) return group;
  }
  return null;
}

// The position after the character, quoted stretch or expansion at `at`.
function skip(text: string, at: number): number {
  const char = text[at];
  if (char === '\\') return at + 2;
  if (char === '\'' || char === '"' || char === '`') return closing(text, at + 1, char);
  if (char === '$' && (text[at + 1] === '{' || text[at + 1] === '(')) return balanced(text, at + 1);
  return at + 1;
}

function closing(text: string, from: number, quote: string): number {
  for (let at = from; at < text.length; at += 1) {
    if (text[at] === '\\' && quote !== '\'') at += 1;
    else if (text[at] === quote) return at + 1;
  }
  return text.length;
}

function balanced(text: string, from: number): number {
  const open = text[from] as string;
  const close = open === '{' ? '}' : ')';
  let depth = 0;
  for (let at = from; at < text.length; at += 1) {
    if (text[at] === '\\') at += 1;
    else if (text[at] === open) depth += 1;
    else if (text[at] === close && (depth -= 1) === 0) return at + 1;
  }
  return text.length;
}

function groupAt(text: string, from: number): Group | null {
  const parts: string[] = [];
  let depth = 0;
  let begun = from + 1;
  for (let at = from; at < text.length; at = skip(text, at)) {
    const char = text[at];
    if (char === '{' && text[at - 1] !== '$') depth += 1;
    else if (char === ',' && depth === 1) {
      parts.push(text.slice(begun, at));
      begun = at + 1;
    } else if (char === '}' && (depth -= 1) === 0) {
      const last = text.slice(begun, at);
      if (parts.length > 0) return { from, to: at + 1, parts: [...parts, last] };
      const range = rangeOf(last);
      return range === null ? null : { from, to: at + 1, parts: range };
    }
  }
  return null;
}

// Hits `1..5`, `a..e`, `1..9..2`; misses `1.5`, `a..`.
const RANGE = /^(-?\d{1,6}|[A-Za-z])\.\.(-?\d{1,6}|[A-Za-z])(?:\.\.(-?\d{1,6}))?$/u;

function rangeOf(text: string): string[] | null {
  const [, first, last, by] = RANGE.exec(text) ?? [];
  if (first === undefined || last === undefined) return null;
  const letters = /[A-Za-z]/u.test(first);
  if (letters !== /[A-Za-z]/u.test(last)) return null;
  const [start, end] = letters ? [first.charCodeAt(0), last.charCodeAt(0)] : [Number(first), Number(last)];
  const step = Math.max(1, Math.abs(Number(by ?? 1))) * (start <= end ? 1 : -1);
  const out: string[] = [];
  for (let value = start; step > 0 ? value <= end : value >= end; value += step) {
    if (out.length > MAX_WORDS) return out;
    out.push(letters ? String.fromCharCode(value) : String(value));
  }
  return out;
}
