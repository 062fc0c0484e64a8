// SPDX-License-Identifier: Apache-2.0
//
// A migration file cut into parts: which of it runs when the change is deployed, and how its tool runs it. Types only.

/**
 * - `none`: statement by statement, each committed by itself.
 * - `each`: the tool opens a transaction around the file.
 * - `fitting`: the same, unless no statement of the file could run inside of one.
 * - `all`: the tool opens one transaction around all files.
 * - `batch`: one message; several statements in it are one transaction that nothing can leave, one alone is none.
 */
export type Wrapping = 'none' | 'each' | 'fitting' | 'all' | 'batch';

/** A part that runs. `placeholders`: `${…}` is filled in; `client`: psql runs it, with commands of its own. */
export interface Running {
  readonly kind: 'runs';
  readonly text: string;
  readonly line: number;
  readonly wrapping: Wrapping;
  readonly placeholders: boolean;
  readonly client: boolean;
}

/** A part of a file. `line`: of its first character, from 1. */
export type Part =
  | Running
  /** Kept for another day; `what` begins a sentence, `the part that undoes it`. */
  | { readonly kind: 'kept'; readonly text: string; readonly line: number; readonly what: string }
  /** Nobody can tell what it does; `why` ends a sentence. */
  | { readonly kind: 'unknown'; readonly text: string; readonly line: number; readonly why: string };

/** Cuts a file as its tool would. `path` has `/` between parts; `other`: text of another file of the change, null when there is none. */
export type Dialect = (path: string, text: string, other: (path: string) => string | null) => readonly Part[];

/** A part that runs. */
export function runs(text: string, wrapping: Wrapping, more: { readonly line?: number; readonly placeholders?: boolean; readonly client?: boolean } = {}): Part {
  return { kind: 'runs', text, line: more.line ?? 1, wrapping, placeholders: more.placeholders === true, client: more.client === true };
}

/** Number of the line that begins after `text`, when it begins at `line`. */
export function lineAfter(text: string, line: number): number {
  let count = line;
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) count += 1;
  return count;
}
