// SPDX-License-Identifier: Apache-2.0
//
// Lists by which a migration tool knows what ran and what comes next: Drizzle's journal, Sqitch's plan, Atlas' sums, Prisma's lock. They only grow. One that is changed
// lets a migration run again, or never. Refuses to know what a database has run already.
// @see https://orm.drizzle.team/docs/kit-overview
import type { FileSides, Finding } from './model.js';

interface Entry {
  readonly line: number;
  readonly text: string;
  /** Orders entries where the tool goes by a time. */
  readonly time: number;
}

interface List {
  readonly name: RegExp;
  readonly entries: (text: string) => readonly Entry[];
  /** A line of an entry, for a diff alone. */
  readonly line: RegExp;
}

const LISTS: readonly List[] = [
  { name: /(?:^|\/)meta\/_journal\.json$/u, entries: ofJournal, line: /"(?:idx|when|tag)"\s*:/u },
  { name: /(?:^|\/)sqitch\.plan$/u, entries: (text) => linesOf(text).filter(({ text: line }) => !/^\s*(?:#|%|$)/u.test(line)), line: /^\s*[^\s#%]/u },
  // The first line is the sum of all others.
  { name: /(?:^|\/)atlas\.sum$/u, entries: (text) => linesOf(text).slice(1).filter(({ text: line }) => line !== ''), line: /\S\s+h1:/u },
  { name: /(?:^|\/)migration_lock\.toml$/u, entries: (text) => linesOf(text).filter(({ text: line }) => /^\s*provider\s*=/u.test(line)), line: /^\s*provider\s*=/u },
];

const CHANGED = 'what stood there before is gone, or became something else: a migration runs again, or never';

/** Where a list is another one than it was, rather than longer. */
export function migrationOrderFindings({ change, head, base }: FileSides): readonly Finding[] {
  const list = LISTS.find(({ name }) => name.test(change.path));
  if (list === undefined || change.from === null || change.status === 'deleted') return [];
  const tell = (line: number | null, detail: string): Finding[] => [{ line, id: 'code.migration-order', detail }];
  if (base === null || head === null) return inDiff(change, list) ? tell(change.added[0]?.line ?? null, CHANGED) : [];
  try {
    const [before, after] = [list.entries(base), list.entries(head)];
    const other = before.findIndex(({ text }, index) => text !== after[index]?.text);
    if (other >= 0) return tell(after[other]?.line ?? null, CHANGED);
    const last = Math.max(...before.map(({ time }) => time));
    const early = after.slice(before.length).find(({ time }) => time <= last && time !== 0);
    return early === undefined ? [] : tell(early.line, 'it is dated before what was there already, so that it never runs where that did');
  } catch {
    return tell(null, 'it can not be read');
  }
}

// Lines that went away, and did not come back with a comma.
function inDiff({ added, removed }: FileSides['change'], { line }: List): boolean {
  const plain = (text: string): string => text.trim().replace(/,$/u, '');
  const back = new Set(added.map(({ text }) => plain(text)));
  return removed.some(({ text }) => line.test(text) && !back.has(plain(text)));
}

function linesOf(text: string): readonly Entry[] {
  return text.split(/\r?\n/u).map((line, index) => ({ line: index + 1, text: line.trim(), time: 0 }));
}

// `{ "entries": [{ "idx": 0, "when": 1700000000000, "tag": "0000_x" }] }`. The migrator goes by the time.
function ofJournal(text: string): readonly Entry[] {
  const { entries } = JSON.parse(text) as { readonly entries: readonly { readonly idx?: unknown; readonly when?: unknown; readonly tag?: unknown }[] };
  const lines = text.split('\n');
  return entries.map(({ idx, when, tag }) => ({ text: JSON.stringify([idx, when, tag]), time: Number(when), line: lines.findIndex((line) => line.includes(JSON.stringify(tag))) + 1 || 1 }));
}
