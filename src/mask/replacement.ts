// SPDX-License-Identifier: Apache-2.0
//
// What stands where something was found, and how it gets there, in text and in bytes. Refuses ranges that overlap: detection gives none.
import type { Found } from './detectors/detector.js';

/** `[masked:email]`: plain ASCII without quotes, so that it needs no escape in JSON, XML, arrays and records. */
export function marker(name: string): string {
  return `[masked:${name}]`;
}

/** A text with each range replaced by its marker. */
export function replaced(text: string, found: readonly Found[]): string {
  let out = '';
  let from = 0;
  for (const { start, end, name } of found) {
    out += text.slice(from, start) + marker(name);
    from = end;
  }
  return out + text.slice(from);
}

/** The same for bytes; ranges are byte offsets. */
export function replacedBytes(value: Buffer, found: readonly Found[]): Buffer {
  const parts: Buffer[] = [];
  let from = 0;
  for (const { start, end, name } of found) {
    parts.push(value.subarray(from, start), Buffer.from(marker(name), 'latin1'));
    from = end;
  }
  parts.push(value.subarray(from));
  return Buffer.concat(parts);
}
