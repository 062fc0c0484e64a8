// SPDX-License-Identifier: Apache-2.0
//
// Files that a script makes and may run afterwards: text that it writes, what it fetches, copies of programs under other names. Every text that a
// file may hold is kept, since branches and appended lines make several. Refuses to say what a file holds that the script did not write.
import { HOLE } from './text.js';

/** What a file may hold. `text`: null when not known; `fetched`: it came over the network, and nobody compared its digest. */
export interface WrittenText {
  readonly text: string | null;
  readonly fetched: boolean;
}

/** Source: a file written in more ways than this is about anything. */
const MAX_TEXTS = 16;
// Hits `a/install`; misses `/usr/bin/x`, `../x` and what begins with a home or something unknown.
const NAMED = /^(?!\.\.)[\w.@+-]/u;
/** Programs that bring something over the network. */
export const FETCHERS: ReadonlySet<string> = new Set(['curl', 'wget', 'wget2', 'aria2c', 'http', 'https', 'xh', 'fetch', 'axel']);

/** All that one script writes, by settled path. */
export class Written {
  readonly #files = new Map<string, readonly WrittenText[]>();
  readonly #programs = new Map<string, string>();
  readonly #folders = new Set<string>();
  /** An archive was unpacked where the script began, under names that only it tells. */
  #spilt = false;

  /** `append`: after what is there already. */
  put(path: string, file: WrittenText, append = false): void {
    const before = this.#files.get(path) ?? [];
    const longer = append ? before.map(({ text, fetched }) => ({ text: text === null || file.text === null ? null : text + file.text, fetched: fetched || file.fetched })) : [];
    const all = [...before, ...longer, file];
    const distinct = all.filter((one, index) => all.findIndex(({ text, fetched }) => text === one.text && fetched === one.fetched) === index);
    this.#files.set(path, distinct.length > MAX_TEXTS ? [{ text: HOLE, fetched: distinct.some(({ fetched }) => fetched) }] : distinct);
  }

  /** True while the script has written nothing. */
  get isEmpty(): boolean {
    return this.#files.size === 0;
  }

  at(path: string): readonly WrittenText[] {
    return this.#files.get(path) ?? [];
  }

  /** What is under one path is under another one, too: copied, moved or linked. */
  copy(from: string, to: string): void {
    for (const file of this.at(from)) this.put(to, file);
    const program = this.#programs.get(from);
    if (program !== undefined) this.#programs.set(to, program);
  }

  /** A folder full of what came over the network: a repository that was cloned, an archive that was unpacked. */
  fetchFolder(path: string): void {
    this.#folders.add(path);
  }

  /** An archive that came over the network was unpacked into the folder where the script began, among the files that were there. */
  spill(): void {
    this.#spilt = true;
  }

  /** True for what lies in a folder that was fetched, or is one. */
  isFetched(path: string): boolean {
    return [...this.#folders].some((folder) => path === folder || path.startsWith(`${folder}/`));
  }

  /** The same, or it may have come with an archive that was unpacked among other files. What the script wrote itself did not. */
  mayBeFetched(path: string): boolean {
    return this.isFetched(path) || (this.#spilt && path !== '.' && NAMED.test(path) && !this.#files.has(path));
  }

  /** A commit by its full id: the folder holds what somebody meant. */
  pinned(folder: string): void {
    this.#folders.delete(folder);
  }

  /** A digest or signature was checked: what was fetched is what somebody meant. */
  checked(): void {
    this.#folders.clear();
    this.#spilt = false;
    for (const [path, texts] of this.#files) this.#files.set(path, texts.filter(({ text, fetched }) => !fetched || text !== null));
  }

  /** A known program under another name. */
  name(path: string, program: string): void {
    this.#programs.set(path, program);
  }

  programAt(path: string): string | undefined {
    return this.#programs.get(path);
  }
}
