// SPDX-License-Identifier: Apache-2.0
//
// The known word nearest to one that is not known, for error messages. Refuses far guesses: they mislead.

/** The candidate within an edit distance of a third of the word's length (at least 2; 1 for words of four letters and fewer, of which any two are near), or null. */
export function nearest(word: string, candidates: readonly string[]): string | null {
  const limit = word.length <= 4 ? 1 : Math.max(2, Math.floor(word.length / 3));
  let best: { candidate: string; distance: number } | null = null;
  for (const candidate of candidates) {
    const distance = editDistance(word.toLowerCase(), candidate.toLowerCase());
    if (distance <= limit && (best === null || distance < best.distance)) best = { candidate, distance };
  }
  return best?.candidate ?? null;
}

function editDistance(a: string, b: string): number {
  let before: readonly number[] = [];
  let previous = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let row = 1; row <= a.length; row += 1) {
    const current = [row];
    for (let column = 1; column <= b.length; column += 1) {
      const change = at(previous, column - 1) + (a[row - 1] === b[column - 1] ? 0 : 1);
      // Two letters that changed places are one slip.
      const swap = row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1] ? at(before, column - 2) + 1 : Infinity;
      current.push(Math.min(change, swap, at(previous, column) + 1, at(current, column - 1) + 1));
    }
    [before, previous] = [previous, current];
  }
  return at(previous, b.length);
}

function at(row: readonly number[], column: number): number {
  return row[column] as number;
}
