// SPDX-License-Identifier: Apache-2.0
//
// Turns one masked value into text for the recording. Knows the binary forms of a few built-in types; everything else stays hex.
// Refuses to keep more of a value than a recording has room for.
import type { WireField } from '../../../gate/wire.js';

/** A recording keeps 64 KiB of a whole result. */
const MAX_SAMPLE_VALUE_BYTES = 65_536;

/** Built-in types whose binary form is their UTF-8 text: `"char" name text json xml unknown bpchar varchar`. */
const TEXT_OIDS: ReadonlySet<number> = new Set([18, 19, 25, 114, 142, 705, 1042, 1043]);

const FIXED: ReadonlyMap<number, { readonly bytes: number; readonly read: (value: Buffer) => string }> = new Map([
  [16, { bytes: 1, read: (value) => (value[0] === 0 ? 'f' : 't') }],
  [20, { bytes: 8, read: (value) => value.readBigInt64BE().toString() }],
  [21, { bytes: 2, read: (value) => value.readInt16BE().toString() }],
  [23, { bytes: 4, read: (value) => value.readInt32BE().toString() }],
  [26, { bytes: 4, read: (value) => value.readUInt32BE().toString() }],
  [700, { bytes: 4, read: (value) => Math.fround(value.readFloatBE()).toString() }],
  [701, { bytes: 8, read: (value) => value.readDoubleBE().toString() }],
  [2950, { bytes: 16, read: (value) => value.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5') }], // match: 32 hex digits
]);

/** The value as a recording shows it. */
export function sampleText(value: Buffer, field: WireField): string {
  const kept = value.length > MAX_SAMPLE_VALUE_BYTES ? value.subarray(0, MAX_SAMPLE_VALUE_BYTES) : value;
  if (field.format === 0 || TEXT_OIDS.has(field.typeOid)) return kept.toString('utf8');
  const fixed = FIXED.get(field.typeOid);
  // A masked value of a fixed-width type may have the width of its mask instead.
  if (fixed !== undefined && fixed.bytes === kept.length) return fixed.read(kept);
  return `\\x${kept.toString('hex')}`;
}
