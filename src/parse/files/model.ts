// SPDX-License-Identifier: Apache-2.0
//
// What is told of a changed file, and what is found in it.
import type { FileChange } from '../../core/change.js';
import type { ReadOperation } from '../../core/model.js';

/** A changed file with its text on both sides; null where there is none. */
export interface FileSides {
  readonly change: FileChange;
  readonly head: string | null;
  readonly base: string | null;
  /** Bytes at head; 0 when it is not there or not known. */
  readonly size: number;
  readonly sha256: string | null;
  /** Each byte as a character, of what is text but not UTF-8. */
  readonly bytes?: string | null;
  /** Why there is no text, though there is a file. */
  readonly unreadable?: string | null;
}

/** The text of a file of which every line is new; null for any other. It is what its added lines are, joined, and saves making them. */
export function wholeText({ change, head }: FileSides): string | null {
  return change.status === 'added' && !change.binary && head !== '' ? head : null;
}

/** One hazard and the line of the new file that causes it; null: the file as a whole. */
export interface Finding {
  readonly line: number | null;
  readonly id: string;
  /** Never a secret, and of foreign text no more than names. */
  readonly detail: string;
}

/** A secret in a text; `end` is exclusive. */
export interface SecretSpan {
  readonly start: number;
  readonly end: number;
  readonly name: string;
}

/** A manifest before and after; null where it is not there. */
export interface ManifestSides {
  readonly path: string;
  readonly from: string | null;
  readonly head: string | null;
  readonly base: string | null;
  readonly baseLost: boolean;
  /** Lines at head that were not there before, in order. */
  readonly added: readonly number[];
}

/** What lives in other rooms, or may be missing. */
export interface FileTools {
  /** Finds tokens and keys in a text. */
  readonly secretsIn: (text: string) => readonly SecretSpan[];
  /** Reads the scripts of a file by its name; null when it holds none. */
  readonly scripts: ((path: string, text: string) => readonly ReadOperation[] | null) | null;
  /** Reads Kubernetes manifests on both sides, those of a whole change at once. */
  readonly manifests: ((files: readonly ManifestSides[]) => readonly (readonly ReadOperation[])[]) | null;
  /** Files that are manifests or patches, whatever they are called; none when nobody looked. */
  readonly applied?: ReadonlySet<string>;
  /** What else a file is read as, by whoever runs or includes it: `ci/jobs.yml.gitlab-ci.yml`. */
  readonly names?: (path: string) => readonly string[];
  /** True for files that a `changes` entry of the policy sends to their own reader. */
  readonly mapped: (path: string) => boolean;
  /** Servers of lockfiles that the change leaves alone; none when nobody looked. */
  readonly servers?: readonly string[];
}

/** What stands around a file. */
export interface Surroundings {
  /** Every path of the change. */
  readonly paths: ReadonlySet<string>;
  /** Servers that the repository's lockfiles took packages from before the change. */
  readonly servers: ReadonlySet<string>;
  /** All files of the change; none when one is looked at by itself. */
  readonly files?: readonly FileSides[];
}

/** A check of one file. */
export type FileCheck = (file: FileSides, around: Surroundings) => readonly Finding[];
