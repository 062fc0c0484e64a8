// SPDX-License-Identifier: Apache-2.0
//
// Masks the elements of an array in PostgreSQL's binary format. Refuses what is not exactly such an array: the caller then masks all
// of it or nothing.
// @see https://www.postgresql.org/docs/current/arrays.html and array_send in src/backend/utils/adt/arrayfuncs.c
import type { Sink } from './types.js';

const HEADER_BYTES = 12;
const DIMENSION_BYTES = 8;
/** PostgreSQL's own MAXDIM. */
const MAX_DIMENSIONS = 6;
const NULL_LENGTH = -1;

/** The array with each element through the sink (null makes a NULL element); undefined when none changed. */
export function maskArray(value: Buffer, sink: Sink): Buffer | undefined | 'no-array' {
  const elements = elementsOf(value);
  if (elements === undefined) return 'no-array';
  let changed = false;
  const masked = elements.list.map((element) => {
    const replacement = element === null ? undefined : sink(element, 0, element.length);
    changed ||= replacement !== undefined;
    return replacement === undefined ? element : replacement;
  });
  if (!changed) return undefined;
  const head = Buffer.from(value.subarray(0, elements.start));
  if (masked.includes(null)) head.writeInt32BE(1, 4);
  return Buffer.concat([head, ...masked.flatMap(framed)]);
}

function elementsOf(value: Buffer): { readonly start: number; readonly list: readonly (Buffer | null)[] } | undefined {
  if (value.length < HEADER_BYTES) return undefined;
  const dimensions = value.readInt32BE(0);
  const start = HEADER_BYTES + dimensions * DIMENSION_BYTES;
  if (dimensions < 0 || dimensions > MAX_DIMENSIONS || start > value.length) return undefined;
  const list: (Buffer | null)[] = [];
  let at = start;
  while (at + 4 <= value.length) {
    const length = value.readInt32BE(at);
    at += 4;
    if (length < NULL_LENGTH || at + length > value.length) return undefined;
    list.push(length === NULL_LENGTH ? null : value.subarray(at, at + length));
    at += Math.max(length, 0);
  }
  return at === value.length ? { start, list } : undefined;
}

function framed(element: Buffer | null): Buffer[] {
  const length = Buffer.alloc(4);
  length.writeInt32BE(element === null ? NULL_LENGTH : element.length);
  return element === null ? [length] : [length, element];
}
