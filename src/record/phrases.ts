// SPDX-License-Identifier: Apache-2.0
//
// Turns of phrase of a story. Refuses nothing; what they give must still be made inert.

/** A statement of several lines as its author saw it, without the margin of the code that it stood in. */
export function dedented(text: string): string {
  const [first, ...rest] = text.split('\n') as [string, ...string[]];
  const margins = rest.filter((line) => line.trim() !== '').map((line) => line.length - line.trimStart().length);
  const margin = Math.min(...margins, Number.MAX_SAFE_INTEGER);
  return [first.trimStart(), ...rest.map((line) => line.slice(Math.min(margin, line.length - line.trimStart().length)))].join('\n');
}

/** A program's own name, which may be empty. */
export function quoted(text: string): string {
  return text === '' ? 'an unnamed program' : `\`${text}\``;
}

/** `1 row`, `2 rows`. */
export function plural(count: number, word: string): string {
  return `${count} ${word}${count === 1 ? '' : 's'}`;
}

/** Time between two times of events, `1.2 s`. */
export function duration(first: string, last: string): string {
  return `${((Date.parse(last) - Date.parse(first)) / 1000).toFixed(1)} s`;
}
