// SPDX-License-Identifier: Apache-2.0
//
// A changed file with its text on both sides, and what reads such files. Types only.
import type { FileChange } from '../core/change.js';
import type { ReadOperation } from '../core/model.js';

/** Texts are null for files that are not there, are not UTF-8, or are larger than `MAX_FILE_BYTES`. */
export interface ChangedFile {
  readonly change: FileChange;
  readonly head: string | null;
  readonly base: string | null;
  /** What stands at head in place of text that is not UTF-8: each byte as a character, so that what a shell would run of it can be told; null where there is text, or a picture and the like. */
  readonly bytes: string | null;
  /** Bytes at head; 0 when it is not there. */
  readonly size: number;
  /** Hex SHA-256 of the bytes at head; null when it is not there. */
  readonly sha256: string | null;
  /** Why there is no text at head although there is a file: too large, or no UTF-8. */
  readonly unreadable: string | null;
}

/** Reads files of one kind that belong together (a migration's meaning hangs on those before it). One answer a file, in the order given. */
export type FilesReader = (files: readonly ChangedFile[]) => readonly (readonly ReadOperation[])[];

/** Larger files are judged as unreadable: a person does not review 4 MiB of SQL either. */
export const MAX_FILE_BYTES = 4 * 1024 * 1024;
