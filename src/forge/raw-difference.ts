// SPDX-License-Identifier: Apache-2.0
//
// What git says of two trees: which paths differ, and by which objects. A file that came or went is its own diff, so its lines are those of
// its object, made when somebody asks. Refuses paths that are no UTF-8: who reads them gets a diff of git's.
// @see https://git-scm.com/docs/git-diff-tree#_raw_output_format
import type { DiffLine, FileChange } from '../core/change.js';

/** A file at one side. `id`: of its object. */
export interface RawSide {
  readonly mode: string;
  readonly id: string;
}

/** One difference; a side is null where there is nothing. `status`: git's letter. */
export interface RawEntry {
  readonly status: string;
  readonly base: (RawSide & { readonly path: string }) | null;
  readonly head: (RawSide & { readonly path: string }) | null;
}

const LINK = '120000';
const SUBMODULE = '160000';
/** What git looks at to tell whether a file is text, `buffer_is_binary`. */
const FIRST_BYTES = 8_000;
// One match: `:100644 100755 0123… 4567… M`, with ids in full.
const ENTRY = /^:([0-7]{6}) ([0-7]{6}) ([0-9a-f]{40,64}) ([0-9a-f]{40,64}) ([A-Z])\d*$/u;

/** Reads `diff-tree --raw -z --no-abbrev`; null when a path is no UTF-8 or a line can't be read. */
export function rawEntries(output: Buffer): readonly RawEntry[] | null {
  const words = output.toString('utf8').split('\0');
  const entries: RawEntry[] = [];
  let at = 0;
  while (at + 1 < words.length) {
    const found = ENTRY.exec(words[at] as string);
    const path = words[at + 1] as string;
    if (found === null) return null;
    const [, oldMode = '', newMode = '', oldId = '', newId = '', status = ''] = found;
    const moved = status === 'R' || status === 'C';
    const to = moved ? words[at + 2] : path;
    if (to === undefined || `${path}${to}`.includes('\uFFFD')) return null;
    entries.push({ status, base: status === 'A' ? null : { mode: oldMode, id: oldId, path }, head: status === 'D' ? null : { mode: newMode, id: newId, path: to } });
    at += moved ? 3 : 2;
  }
  return entries;
}

/** A file that reads as bytes: neither link nor submodule. */
export function isFile({ mode }: RawSide): boolean {
  return mode !== LINK && mode !== SUBMODULE;
}

/** True for what has an object here: another repository's commit has none. */
export function hasObject({ mode }: RawSide): boolean {
  return mode !== SUBMODULE;
}

/** The change of a file that came or went. `bytes`: of its object; not asked for of submodules. */
export function wholeChange({ base, head }: RawEntry, bytes: Buffer | null): FileChange {
  const side = (head ?? base) as NonNullable<RawEntry['head']>;
  const text = bytes ?? Buffer.from(`Subproject commit ${side.id}\n`, 'utf8');
  const binary = text.subarray(0, FIRST_BYTES).includes(0);
  let made: readonly DiffLine[] | null = null;
  const lines = (): readonly DiffLine[] => (made ??= binary ? [] : linesOf(text.toString('utf8')));
  const none: readonly DiffLine[] = [];
  return head === null
    ? { path: side.path, from: side.path, status: 'deleted', oldMode: side.mode, newMode: null, binary, added: none, get removed() { return lines(); } }
    : { path: side.path, from: null, status: 'added', oldMode: null, newMode: side.mode, binary, get added() { return lines(); }, removed: none };
}

function linesOf(text: string): readonly DiffLine[] {
  const lines = text.split('\n');
  if (lines[lines.length - 1] === '') lines.pop();
  return lines.map((line, index) => ({ line: index + 1, text: line }));
}
