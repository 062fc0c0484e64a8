// SPDX-License-Identifier: Apache-2.0
//
// A change set as a file: the operations that a program performed on a scratch database, exactly, in their order, ready to be judged and
// approved for production. Fields are never renamed; docs/schema/changeset-v1.json is their JSON Schema. Refuses to hold what a parser can say:
// whoever reads it reads the bytes again (check/captured.ts).
import { taggedDigest } from './canonical.js';
import type { FileStatus } from './change.js';
import type { Parameter, ResourceRef } from './model.js';

/** One operation: everything that its digest is made of, and where it stood. */
export interface CapturedOperation {
  /** Place in the order of all statements, book-keeping included, from 1. */
  readonly number: number;
  readonly kind: 'sql';
  readonly resource: ResourceRef;
  /** Exactly what is judged: ends trimmed of white space, comments and semicolons. */
  readonly bytes: string;
  readonly parameters: readonly Parameter[];
  /** SHA-256 (hex) of COPY data; the data itself is not here. */
  readonly data: string | null;
  readonly settings: Readonly<Record<string, string>>;
  /** Those with the same number were one transaction, BEGIN and COMMIT included; null: one of its own. */
  readonly transaction: number | null;
  /** Of the program, from 1. */
  readonly connection: number;
  /** Those with the same number came in one message. */
  readonly message: number;
  /** What the scratch server answered, `INSERT 0 1`. */
  readonly tag: string;
  /** Operation digest, `ostiary-operation-v1`. */
  readonly digest: string;
}

/** A statement of the migrator's own, which the gate allows by `changes[].tool`. */
export interface CapturedBookkeeping extends CapturedOperation {
  readonly tool: string;
}

/**
 * - `copy-data`: it copies rows in, of which only a digest is here.
 * - `reads-data`: it gives rows to the program, which scratch has not: what came after may have been other statements.
 * - `unread-code`: it runs code that nobody has read.
 * - `failed`: the scratch server refused it, so it is no operation here; production may take it.
 * - `refused`: the gate could not read it, so nobody ran it.
 * - `unfinished`: its end was not seen.
 */
export const LIMIT_KINDS = ['copy-data', 'reads-data', 'unread-code', 'failed', 'refused', 'unfinished'] as const;

/** Something that the capture does not tell. `operation`: number of the statement it is about. */
export interface CaptureLimit {
  readonly kind: (typeof LIMIT_KINDS)[number];
  readonly operation: number;
  /** One sentence without an end; literals of the statement replaced by `?`. */
  readonly detail: string;
}

export interface ChangeSet {
  readonly format: 'ostiary-changeset-v1';
  /** Version of the program that captured. */
  readonly ostiary: string;
  readonly digest: string;
  readonly resource: ResourceRef;
  readonly tools: readonly string[];
  readonly captured: {
    readonly command: readonly string[];
    /** SHA-256 (hex) of each schema dump, in order. */
    readonly schema: readonly string[];
    /** Of the scratch server, `server_version_num`. */
    readonly server: number;
  };
  readonly operations: readonly CapturedOperation[];
  readonly bookkeeping: readonly CapturedBookkeeping[];
  readonly limits: readonly CaptureLimit[];
}

/** A file of a change, as its digest has it. */
export interface DigestedFile {
  readonly path: string;
  readonly from: string | null;
  readonly status: FileStatus;
  readonly mode: string | null;
  readonly sha256: string | null;
}

/** Hex SHA-256, `ostiary-changeset-v1`: files with their content, and the digests of operations in order. A capture has no files. */
export function changeSetDigest(files: readonly DigestedFile[], operations: readonly string[]): string {
  return taggedDigest('ostiary-changeset-v1', { files: files.map(({ path, from, status, mode, sha256 }) => ({ path, from, status, mode, sha256 })), operations: [...operations] });
}

/** As a file: JSON with a line for each operation, so that findings have lines to stand at. */
export function writeChangeSet(set: ChangeSet): string {
  const entries = Object.entries(set).map(([key, value]) => `  ${JSON.stringify(key)}: ${Array.isArray(value) && typeof value[0] === 'object' ? `[\n${value.map((item) => `    ${JSON.stringify(item)}`).join(',\n')}\n  ]` : JSON.stringify(value)}`);
  return `{\n${entries.join(',\n')}\n}\n`;
}
