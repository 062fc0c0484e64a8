// SPDX-License-Identifier: Apache-2.0
//
// The repository in a folder as a source of changes: commits, their difference and the bytes of files, by git's plumbing. Asks git what
// differs, and for a diff only of files that stand on both sides: what came or went is its own diff. Refuses to check anything out, and to
// guess a history that was not fetched.
import type { ChangeSource, FileChange } from '../core/change.js';
import { GateError } from '../core/errors.js';
import type { Runtime } from '../core/runtime.js';
import { Plumbing } from './plumbing.js';
import { hasObject, isFile, rawEntries, type RawEntry, type RawSide, wholeChange } from './raw-difference.js';

/** Paths a call: far below the limit of arguments of a process. */
const PATHS_A_CALL = 1_000;
/** A file that came or went and is larger is left to git's diff, which says when it is no text. Source: larger ones are not judged. */
const OWN_BYTES = 4 * 1024 * 1024;
/** Bytes that are read of a change in all, both sides, and by one call of git: fewer than a program may print. */
const LIMITS = { all: 128 * 1024 * 1024, call: 48 * 1024 * 1024 };

/** Reads a unified diff; handed in, since rooms do not know each other. */
export type ReadDiff = (text: string) => { readonly kind: 'read'; readonly files: readonly FileChange[] } | { readonly kind: 'malformed'; readonly line: number; readonly why: string };

export interface LocalRepositoryOptions {
  /** Any folder of the work tree. */
  readonly folder: string;
  /** Branches, tags or commits. `base` is compared at its merge base with `head`. */
  readonly base: string;
  readonly head: string;
  /** Full ids that `head` has to be one of; empty: it may be any commit. */
  readonly expected?: readonly string[];
  /** When `head` is this commit, a merge of `of`, its first parent is the base. */
  readonly merge?: { readonly commit: string; readonly of: string } | null;
  /** How history is fetched that is not here, as the end of a sentence. */
  readonly historyHint: string;
  readonly runtime: Runtime;
  readonly readDiff: ReadDiff;
  /** Others than usual; for tests. */
  readonly limits?: typeof LIMITS;
}

/** A file as a tree has it. */
interface Entry {
  readonly mode: string;
  readonly id: string;
  readonly size: number;
}

/** Files of the change, by path; null: there is no such file at that side. */
type Known = Readonly<Record<'base' | 'head', ReadonlyMap<string, Entry>>>;

/** A change between two commits of a repository on this machine. */
export class LocalRepository implements ChangeSource {
  readonly base: string;
  readonly head: string;
  readonly #git: Plumbing;
  readonly #readDiff: ReadDiff;
  readonly #limits: typeof LIMITS;
  #entries: Promise<readonly RawEntry[] | null> | null = null;
  #files: Promise<readonly FileChange[]> | null = null;
  #known: Known = { base: new Map(), head: new Map() };
  /** Bytes of the change's files, by id. */
  #blobs: ReadonlyMap<string, Buffer> = new Map();

  private constructor(parts: { base: string; head: string; git: Plumbing; readDiff: ReadDiff; limits: typeof LIMITS }) {
    this.base = parts.base;
    this.head = parts.head;
    this.#git = parts.git;
    this.#readDiff = parts.readDiff;
    this.#limits = parts.limits;
  }

  /** Throws INPUT_INVALID when a commit is not there, is not the one expected, or the history between both was not fetched. */
  static async open({ folder, base, head, expected = [], merge = null, historyHint, runtime, readDiff, limits = LIMITS }: LocalRepositoryOptions): Promise<LocalRepository> {
    const git = await Plumbing.at(folder, { runtime, historyHint });
    const [headCommit = null, baseCommit = null] = await git.commits([head, base]);
    if (headCommit === null) throw await git.missing(head);
    if (expected.length > 0 && !expected.includes(headCommit)) {
      throw new GateError('INPUT_INVALID', `checked out is \`${headCommit.slice(0, 12)}\`, which is neither the commit of this job nor the head of its pull or merge request`, { hint: 'leave out `ref` at the checkout, or name the commit with the input `head`' });
    }
    const target = merge !== null && merge.commit === headCommit ? await git.mergedInto(merge) : null;
    if (target === null && baseCommit === null) throw await git.missing(base);
    return new LocalRepository({ base: target ?? (await git.mergeBase({ commit: baseCommit ?? '', called: base }, headCommit)), head: headCommit, git, readDiff, limits });
  }

  async paths(): Promise<readonly string[]> {
    const entries = (await this.#differing()) ?? [];
    return [...new Set(entries.flatMap(({ base, head }) => [base, head].flatMap((side) => (side === null ? [] : [side.path]))))];
  }

  files(): Promise<readonly FileChange[]> {
    return (this.#files ??= this.#difference());
  }

  async read(side: 'base' | 'head', paths: readonly string[], maxBytes: number): Promise<readonly (Buffer | null)[]> {
    const known = this.#known[side];
    const others = paths.filter((path) => !known.has(path));
    const entries = others.length === 0 ? known : new Map([...known, ...(await this.#listed(this[side], others))]);
    const wanted = paths.map((path) => entries.get(path)).map((entry) => (entry !== undefined && isFile(entry) && entry.size <= maxBytes ? entry : null));
    const blobs = await this.#bytesOf(wanted.filter((entry) => entry !== null));
    return wanted.map((entry) => (entry === null ? null : (blobs.get(entry.id) ?? null)));
  }

  async list(side: 'base' | 'head', prefixes: readonly string[]): Promise<readonly string[]> {
    const listed = await this.#git.demand(['ls-tree', '-r', '-z', '--name-only', '--full-tree', this[side], '--', ...prefixes]);
    return listed.toString('utf8').split('\0').filter((path) => path !== '');
  }

  #differing(): Promise<readonly RawEntry[] | null> {
    return (this.#entries ??= this.#git.demand(['diff-tree', '-r', '--raw', '-z', '--no-abbrev', '-M', '--ignore-submodules=none', this.base, this.head]).then(rawEntries));
  }

  async #difference(): Promise<readonly FileChange[]> {
    const entries = await this.#differing();
    if (entries === null) return this.#patch([], []);
    const sizes = await this.#sizes(entries.flatMap(({ base, head }) => [base, head].filter((side) => side !== null && hasObject(side)).map((side) => (side as RawSide).id)));
    const sized = (side: RawSide): Entry => ({ mode: side.mode, id: side.id, size: sizes.get(side.id) ?? 0 });
    const known = (which: 'base' | 'head'): ReadonlyMap<string, Entry> => new Map(entries.flatMap(({ [which]: side }) => (side === null ? [] : [[side.path, sized(side)] as const])));
    this.#known = { base: known('base'), head: known('head') };
    const isOwn = ({ base, head }: RawEntry): boolean => (base === null || head === null) && sized((head ?? base) as RawSide).size <= OWN_BYTES;
    const own = entries.filter(isOwn);
    const compared = entries.filter((entry) => !isOwn(entry));
    this.#blobs = await this.#bytesOf([
      ...own.map(({ base, head }) => sized((head ?? base) as RawSide)).filter(hasObject),
      ...compared.flatMap(({ base, head }) => [base, head].flatMap((side) => (side !== null && isFile(side) ? [sized(side)] : []))).filter(({ size }) => size <= OWN_BYTES),
    ]);
    const large = compared.filter(({ base, head }) => base === null || head === null).map(({ base, head }) => ((head ?? base) as RawSide & { path: string }).path);
    return [
      ...own.map((entry) => wholeChange(entry, this.#blobs.get((entry.head ?? entry.base)?.id ?? '') ?? null)),
      ...(compared.length > large.length ? await this.#patch(['-M', '--diff-filter=ad'], []) : []),
      ...(large.length > 0 ? await this.#patch(['--no-renames', '--diff-filter=AD'], large) : []),
    ];
  }

  /** git's own diff, of all files or of these. */
  async #patch(options: readonly string[], paths: readonly string[]): Promise<readonly FileChange[]> {
    const diff = await this.#git.demand(['--literal-pathspecs', 'diff-tree', '-r', '-p', '-M', '-U0', '--no-color', '--no-ext-diff', '--no-textconv', '--full-index', '--ignore-submodules=none', '--src-prefix=a/', '--dst-prefix=b/', ...options, this.base, this.head, '--', ...paths]);
    if (diff.length === 0) return [];
    const answer = this.#readDiff(diff.toString('utf8'));
    if (answer.kind === 'malformed') throw new GateError('INTERNAL', `the diff of git can not be read at its line ${answer.line}: ${answer.why}`);
    return answer.files;
  }

  async #listed(commit: string, paths: readonly string[]): Promise<ReadonlyMap<string, Entry>> {
    const entries = new Map<string, Entry>();
    for (let from = 0; from < paths.length; from += PATHS_A_CALL) {
      const listed = await this.#git.demand(['ls-tree', '-r', '-l', '-z', '--full-tree', commit, '--', ...paths.slice(from, from + PATHS_A_CALL)]);
      for (const line of listed.toString('utf8').split('\0')) {
        // One match: `100644 blob 0123…      42\tsrc/a.ts`; submodules, which are no blobs, have `-` for a size.
        const found = /^([0-7]{6}) blob ([0-9a-f]{40,64}) +(\d+)\t([\s\S]+)$/u.exec(line);
        if (found === null) continue;
        const [, mode = '', id = '', size = '', path = ''] = found;
        entries.set(path, { mode, id, size: Number(size) });
      }
    }
    return entries;
  }

  async #sizes(ids: readonly string[]): Promise<ReadonlyMap<string, number>> {
    const output = ids.length === 0 ? '' : (await this.#git.demand(['cat-file', '--batch-check', '--buffer'], `${[...new Set(ids)].join('\n')}\n`)).toString('latin1');
    return new Map(output.split('\n').filter((line) => line !== '').map((line) => {
      const [id = '', type = '', size = '0'] = line.split(' ');
      if (type !== 'blob') throw this.#gone(id);
      return [id, Number(size)] as const;
    }));
  }

  /** Bytes by id: those that are here already, and the others from git. Throws LIMIT_EXCEEDED. */
  async #bytesOf(entries: readonly Entry[]): Promise<ReadonlyMap<string, Buffer>> {
    const wanted = [...new Map(entries.filter(({ id }) => !this.#blobs.has(id)).map((entry) => [entry.id, entry])).values()];
    if (wanted.length === 0) return this.#blobs;
    const total = wanted.reduce((sum, { size }) => sum + size, 0);
    if (total > this.#limits.all) throw new GateError('LIMIT_EXCEEDED', `the files of the change hold ${total} bytes, and no more than ${this.#limits.all} are read`, { hint: 'propose it in parts' });
    const blobs = new Map(this.#blobs);
    for (const call of callsOf(wanted, this.#limits.call)) {
      const output = await this.#git.demand(['cat-file', '--batch', '--buffer'], `${call.map(({ id }) => id).join('\n')}\n`);
      for (let at = 0; at < output.length; ) {
        const end = output.indexOf(0x0a, at);
        const [id = '', type = '', size = '0'] = output.toString('latin1', at, end).split(' ');
        if (type !== 'blob') throw this.#gone(id);
        blobs.set(id, output.subarray(end + 1, end + 1 + Number(size)));
        at = end + 1 + Number(size) + 1;
      }
    }
    return blobs;
  }

  #gone(id: string): GateError {
    return new GateError('INPUT_INVALID', `an object of the change is missing here (${id.slice(0, 12)})`, { hint: this.#git.historyHint });
  }
}

function callsOf(entries: readonly Entry[], most: number): readonly (readonly Entry[])[] {
  const calls: Entry[][] = [];
  let left = 0;
  for (const entry of entries) {
    if (calls.length === 0 || entry.size > left) [left] = [most, calls.push([])];
    calls[calls.length - 1]?.push(entry);
    left -= entry.size;
  }
  return calls;
}
