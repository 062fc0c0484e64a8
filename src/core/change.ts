// SPDX-License-Identifier: Apache-2.0
//
// A change of code as data: which files became what. Made of a unified diff (parse/diff) or of a repository (forge/), read by check/.
// Data only. Lines count from 1; texts are without their line feed.

/** `from` is the path before, null for a file that was not there. */
export type FileStatus = 'added' | 'modified' | 'deleted' | 'renamed' | 'copied';

export interface DiffLine {
  /** Number in the new file for added lines, in the old one for removed lines. */
  readonly line: number;
  readonly text: string;
}

/** One file of a change. */
export interface FileChange {
  /** Path in the new tree, or in the old one when it was deleted; `/` between parts, never beginning with one. */
  readonly path: string;
  readonly from: string | null;
  readonly status: FileStatus;
  /** Octal, `100644`, `100755`, `120000` (link), `160000` (submodule); null when not told. */
  readonly oldMode: string | null;
  readonly newMode: string | null;
  readonly binary: boolean;
  readonly added: readonly DiffLine[];
  readonly removed: readonly DiffLine[];
}

/** What a job, or a shell, compares when nobody names commits; the job's own word. */
export interface Compared {
  /** A branch or commit; null when what started the job is no change. */
  readonly base: string | null;
  readonly head: string;
  /** Commits that `head` may be: the job's own, the head of its pull or merge request. Empty: any. */
  readonly expected: readonly string[];
  /** The forge's merge of the head `of` into its target: what it does is its difference from its first parent. */
  readonly merge: { readonly commit: string; readonly of: string } | null;
}

/** Two commits of a repository and what lies between them. Content is data, never executed or checked out. */
export interface ChangeSource {
  /** Full ids of the commits compared: `base` is the merge base of both sides. */
  readonly base: string;
  readonly head: string;
  /** Paths of either side that differ, before their bytes are there: for whoever prepares. Empty when they can not be told without. */
  paths(): Promise<readonly string[]>;
  /** Compared once, however often it is asked. */
  files(): Promise<readonly FileChange[]>;
  /** Bytes of files at one side, in the order asked; null for what is not there, is no file or is larger than `maxBytes`. */
  read(side: 'base' | 'head', paths: readonly string[], maxBytes: number): Promise<readonly (Buffer | null)[]>;
  /** Paths of all files at a side that begin with one of the prefixes; of all without any. */
  list(side: 'base' | 'head', prefixes: readonly string[]): Promise<readonly string[]>;
}
