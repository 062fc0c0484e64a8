// SPDX-License-Identifier: Apache-2.0
//
// What COPY OUT asks of each of its formats. Refuses nothing by itself; how a row is wrong is said here once for all of them.
import { GateError } from '../../../core/errors.js';
import type { Patches, Stretch } from '../protocol/patches.js';

/** Knows the rows of one format. */
export interface CopyRows {
  /** Where the row (or header) that begins at `start` ends; -1 when more bytes are needed. May keep what it has scanned. */
  endOfRow(bytes: Stretch): number;
  /** Masks one row; false: it is none of data, but a header. */
  mask(row: Stretch, patches: Patches): boolean;
}

/** The error for a row that does not fit its plan. */
export function wrongColumns(found: number, planned: number): GateError {
  return new GateError('PROTOCOL_VIOLATION', `a row of COPY data has ${found} columns where ${planned} were announced`);
}
