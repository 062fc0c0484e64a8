// SPDX-License-Identifier: Apache-2.0
//
// Did everything on a branch come by pushes that the forge remembers? Walks them from the head back to where the branch was made, every way
// that leads there. Refuses to take silence for nobody: where no push leads, somebody pushed whom nobody knows.
import type { Push } from '../core/reviews.js';

/** Commits that came to the branch by no push that is known; empty: all of it is known, from its creation to `head`. `pushes`: the newest first. */
export function gapsIn(pushes: readonly Push[], head: string): readonly string[] {
  const reached = new Set([head]);
  const gaps: string[] = [];
  let isFromTheStart = false;
  // Grows while it is walked.
  for (const at of reached) {
    const leading = pushes.filter(({ after }) => after === at);
    if (leading.length === 0) gaps.push(at);
    for (const { before } of leading) {
      if (before === null) isFromTheStart = true;
      else reached.add(before);
    }
    // Behind a gap it goes on with what is known: there may be others further back, of somebody else.
    const next = gaps.length === 0 || [...reached].at(-1) !== at ? undefined : pushes.find(({ after }) => after !== null && !reached.has(after))?.after;
    if (next !== undefined && next !== null) reached.add(next);
  }
  // Pushed away and back in a circle: how the first of them came is not known.
  return gaps.length > 0 || isFromTheStart ? gaps : [head];
}
