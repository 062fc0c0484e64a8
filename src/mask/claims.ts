// SPDX-License-Identifier: Apache-2.0
//
// What a detector claims around the places of its keys: asked at each of them, or shown windows of the text, so that most of a text is never
// looked at. Refuses to believe what a window's edge may have cut.
import type { Detector, Reach, Span } from './detectors/detector.js';
import type { Place } from './keywords.js';

const DEFAULT_REACH: Reach = { before: 128, after: 1024 };
/** What stands before a window is out of its sight: a range that starts closer to the edge is not believed. */
const EDGE = 3;

/** Places by whose they are, each list in order: keywords come in the order of their ends. */
export function grouped(places: readonly Place[]): ReadonlyMap<number, readonly number[]> {
  const groups = new Map<number, number[]>();
  for (const { owner, at } of places) {
    const group = groups.get(owner);
    if (group === undefined) groups.set(owner, [at]);
    else group.push(at);
  }
  for (const group of groups.values()) if (group.length > 1) group.sort((a, b) => a - b);
  return groups;
}

/** What a detector claims around places of its keys. */
export function claimsOf(detector: Detector, text: string, places: readonly number[]): readonly Span[] {
  const { at } = detector;
  if (at === undefined) return around(text, places, detector);
  const spans: Span[] = [];
  for (const place of places) {
    const span = at(text, place);
    if (span !== null) spans.push(span);
  }
  return spans;
}

// Runs a detector in windows around its keys, each window as long as its matches need.
function around(text: string, keys: readonly number[], detector: Detector): Span[] {
  const spans: Span[] = [];
  for (const { start, end: planned } of windows(keys, detector.reach ?? DEFAULT_REACH)) {
    let end = planned;
    let inside = detector.find(text.slice(start, end), []);
    while (end < text.length && inside.some((span) => start + span.end >= end)) {
      end += end - start;
      inside = detector.find(text.slice(start, end), []);
    }
    for (const span of inside) if (start === 0 || span.start >= EDGE) spans.push({ start: start + span.start, end: start + span.end });
  }
  return spans;
}

// Windows that touch are one, so that no text is looked at twice.
function windows(keys: readonly number[], { before, after }: Reach): Span[] {
  const merged: Span[] = [];
  for (const key of keys) {
    const last = merged[merged.length - 1];
    const start = Math.max(0, key - before);
    if (last !== undefined && start <= last.end) merged[merged.length - 1] = { start: last.start, end: key + after };
    else merged.push({ start, end: key + after });
  }
  return merged;
}
