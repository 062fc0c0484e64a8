// SPDX-License-Identifier: Apache-2.0
//
// Unified diffs as `git apply` takes them: git's own with extended headers, and plain ones. Refuses to guess: a diff that git would
// call corrupt is malformed as a whole, since half of a change read is the other half missed.
// @see https://git-scm.com/docs/diff-format
import type { DiffLine, FileChange, FileStatus } from '../../core/change.js';
import { gitNames, plainName } from './names.js';

/** Lines read at most: twice the largest diff that any forge shows. */
const MAX_DIFF_LINES = 2_000_000;

export type DiffAnswer =
  | { readonly kind: 'read'; readonly files: readonly FileChange[] }
  | { readonly kind: 'malformed'; readonly line: number; readonly why: string };

/** Reads a diff. Never throws. */
export function parseDiff(text: string): DiffAnswer {
  const reader = new DiffReader(text.split('\n'));
  try {
    return { kind: 'read', files: reader.files() };
  } catch (thrown) {
    if (thrown instanceof Malformed) return { kind: 'malformed', line: thrown.line, why: thrown.message };
    throw thrown;
  }
}

class Malformed extends Error {
  constructor(
    readonly line: number,
    why: string,
  ) {
    super(why);
  }
}

/** What the headers of one file said so far. */
interface Header {
  from: string | null;
  to: string | null;
  status: FileStatus | null;
  oldMode: string | null;
  newMode: string | null;
  binary: boolean;
  git: boolean;
}

// One match: `@@ -1,3 +1,9 @@ section`; one miss: `@@ -1,3 @@`.
const HUNK = /^@@ -(\d{1,19})(?:,(\d{1,19}))? \+(\d{1,19})(?:,(\d{1,19}))? @@/u;
const MODE = /^[0-7]{5,6}$/u;

class DiffReader {
  readonly #lines: readonly string[];
  #at = 0;

  constructor(lines: readonly string[]) {
    if (lines.length > MAX_DIFF_LINES) throw new Malformed(MAX_DIFF_LINES, `it has more than ${MAX_DIFF_LINES} lines`);
    this.#lines = lines;
  }

  files(): readonly FileChange[] {
    const files: FileChange[] = [];
    while (this.#at < this.#lines.length) {
      const line = this.#lines[this.#at] as string;
      if (line.startsWith('diff --git ')) files.push(this.#gitFile());
      else if (line.startsWith('--- ') && this.#peek(1).startsWith('+++ ') && HUNK.test(this.#peek(2))) files.push(this.#plainFile());
      else if (HUNK.test(line)) throw this.#malformed('a part of a diff stands there without the names of its file');
      else this.#at += 1;
    }
    if (files.length === 0) throw new Malformed(1, 'there is no diff in it');
    return files;
  }

  #gitFile(): FileChange {
    const line = this.#lines[this.#at] as string;
    const names = gitNames(line.slice('diff --git '.length));
    const header: Header = { from: names?.[0] ?? null, to: names?.[1] ?? null, status: null, oldMode: null, newMode: null, binary: false, git: true };
    this.#at += 1;
    const begin = this.#at;
    while (this.#at < this.#lines.length && this.#extended(header)) this.#at += 1;
    if (this.#at === begin && !this.#peek(0).startsWith('--- ')) throw this.#malformed('a file of the diff has no header');
    if (this.#peek(0).startsWith('--- ') && this.#peek(1).startsWith('+++ ')) this.#names(header);
    this.#binary(header);
    return this.#finish(header, this.#hunks());
  }

  // Takes one extended header line; false when it is none.
  #extended(header: Header): boolean {
    const line = this.#peek(0);
    const rest = (prefix: string): string | null => (line.startsWith(prefix) ? line.slice(prefix.length) : null);
    const mode = rest('old mode ') ?? rest('new mode ') ?? rest('deleted file mode ') ?? rest('new file mode ');
    if (mode !== null) {
      if (!MODE.test(mode.trim())) throw this.#malformed('a file mode can not be read');
      if (line.startsWith('old') || line.startsWith('deleted')) header.oldMode = mode.trim();
      else header.newMode = mode.trim();
      if (line.startsWith('deleted')) header.status = 'deleted';
      if (line.startsWith('new file')) header.status = 'added';
      return true;
    }
    for (const [prefix, status, side] of MOVES) {
      const name = rest(prefix);
      if (name === null) continue;
      const plain = plainName(name, 0);
      if (plain === null) throw this.#malformed('a name can not be read');
      header[side] = plain;
      header.status = status;
      return true;
    }
    const index = /^index [0-9a-f]+\.\.[0-9a-f]+(?: ([0-7]{6}))?$/u.exec(line);
    if (index !== null) {
      header.oldMode ??= index[1] ?? null;
      header.newMode ??= index[1] ?? null;
      return true;
    }
    return line.startsWith('similarity index ') || line.startsWith('dissimilarity index ');
  }

  // `--- a/x` and `+++ b/x`: they have to say what the first line said.
  #names(header: Header): void {
    const [old, fresh] = [plainName(this.#peek(0).slice(4), 1), plainName(this.#peek(1).slice(4), 1)];
    const differs = (told: string | null, known: string | null): boolean => told !== null && known !== null && told !== known;
    const [gone, made] = [this.#peek(0).startsWith('--- /dev/null'), this.#peek(1).startsWith('+++ /dev/null')];
    // Names without a folder can't be those of a tree: as git does, believe the first line then.
    if (old === null && fresh === null && !gone && !made && header.from !== null) {
      this.#at += 2;
      return;
    }
    if (old === null && !gone) throw this.#malformed('the old name can not be read');
    if (fresh === null && !made) throw this.#malformed('the new name can not be read');
    if (differs(old, header.from) || differs(fresh, header.to)) throw this.#malformed('the names of the file contradict each other');
    header.from ??= old;
    header.to ??= fresh;
    if (old === null && header.status === null) header.status = 'added';
    if (fresh === null && header.status === null) header.status = 'deleted';
    this.#at += 2;
  }

  #plainFile(): FileChange {
    const [oldLine, newLine] = [this.#peek(0).slice(4), this.#peek(1).slice(4)];
    const old = plainName(oldLine, 'guess');
    const fresh = plainName(newLine, 'guess');
    const status: FileStatus = old === null ? 'added' : fresh === null ? 'deleted' : 'modified';
    const name = fresh ?? old;
    if (name === null) throw this.#malformed('the name of the file can not be read');
    this.#at += 2;
    const header: Header = { from: status === 'added' ? null : name, to: name, status: status === 'modified' ? null : status, oldMode: null, newMode: null, binary: false, git: false };
    return this.#finish(header, this.#hunks());
  }

  #binary(header: Header): void {
    const line = this.#peek(0);
    if (line.startsWith('Binary files ') || line.startsWith('Files ')) {
      if (!line.trimEnd().endsWith(' differ')) return;
      header.binary = true;
      this.#at += 1;
    } else if (line.startsWith('GIT binary patch')) {
      header.binary = true;
      this.#at += 1;
      while (this.#at < this.#lines.length && !this.#peek(0).startsWith('diff --git ')) this.#at += 1;
    }
  }

  #hunks(): { added: DiffLine[]; removed: DiffLine[]; some: boolean } {
    const found = { added: [] as DiffLine[], removed: [] as DiffLine[], some: false };
    for (let match = HUNK.exec(this.#peek(0)); match !== null; match = HUNK.exec(this.#peek(0))) {
      const [, oldStart = '0', oldCount = '1', newStart = '0', newCount = '1'] = match;
      this.#at += 1;
      found.some = true;
      this.#hunk({ old: Number(oldStart), oldLeft: Number(oldCount), fresh: Number(newStart), freshLeft: Number(newCount) }, found);
    }
    return found;
  }

  #hunk(place: Readonly<Record<'old' | 'oldLeft' | 'fresh' | 'freshLeft', number>>, found: { added: DiffLine[]; removed: DiffLine[] }): void {
    let { old, oldLeft, fresh, freshLeft } = place;
    // Plain steps: a change has hundreds of thousands of these lines.
    for (; oldLeft > 0 || freshLeft > 0; this.#at += 1) {
      if (this.#at >= this.#lines.length) throw this.#malformed('it ends inside a part');
      const line = this.#lines[this.#at] as string;
      const sign = line === '' ? ' ' : line[0];
      if (sign === '\\') continue;
      const [isOld, isFresh] = [sign !== '+', sign !== '-'];
      if ((isOld && isFresh && sign !== ' ') || (isOld && oldLeft === 0) || (isFresh && freshLeft === 0)) throw this.#malformed('a part has other lines than its header says');
      if (!isOld) found.added.push({ line: fresh, text: line.slice(1) });
      if (!isFresh) found.removed.push({ line: old, text: line.slice(1) });
      if (isOld) {
        old += 1;
        oldLeft -= 1;
      }
      if (isFresh) {
        fresh += 1;
        freshLeft -= 1;
      }
    }
    while (this.#peek(0).startsWith('\\ ')) this.#at += 1;
  }

  #finish(header: Header, { added, removed, some }: { added: DiffLine[]; removed: DiffLine[]; some: boolean }): FileChange {
    const path = header.status === 'deleted' ? header.from : header.to;
    if (path === null || (header.from === null && header.status !== 'added')) throw this.#malformed('a file of the diff has no name that can be read');
    const changesMode = header.oldMode !== null && header.newMode !== null && header.oldMode !== header.newMode;
    if (!some && !header.binary && header.status === null && !changesMode) throw this.#malformed('a file of the diff has no change');
    return {
      path, from: header.status === 'added' ? null : header.from, status: header.status ?? 'modified',
      oldMode: header.status === 'added' ? null : header.oldMode, newMode: header.status === 'deleted' ? null : (header.newMode ?? header.oldMode),
      binary: header.binary, added, removed,
    };
  }

  #peek(ahead: number): string {
    return this.#lines[this.#at + ahead] ?? '';
  }

  #malformed(why: string): Malformed {
    return new Malformed(this.#at + 1, why);
  }
}

const MOVES: readonly (readonly [string, FileStatus, 'from' | 'to'])[] = [
  ['rename from ', 'renamed', 'from'], ['rename to ', 'renamed', 'to'], ['copy from ', 'copied', 'from'], ['copy to ', 'copied', 'to'],
  ['rename old ', 'renamed', 'from'], ['rename new ', 'renamed', 'to'],
];
