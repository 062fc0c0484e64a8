// SPDX-License-Identifier: Apache-2.0
//
// Reads RowDescriptions, and remembers the last few: a statement run a thousand times has the same one each time.
import type { WireField } from '../../../gate/wire.js';
import { readRowDescription } from './backend.js';
import type { Frame } from './frames.js';

const REMEMBERED = 8;
/** Larger ones are read each time. */
const MAX_REMEMBERED_BYTES = 4_096;

/** The last RowDescriptions of one connection. */
export class Descriptions {
  #known: { readonly bytes: Buffer; readonly fields: readonly WireField[] }[] = [];

  /** The fields; the same array for the same bytes, as long as it is remembered. */
  read(frame: Frame): readonly WireField[] {
    for (const { bytes, fields } of this.#known) {
      if (bytes.length === frame.length && bytes.compare(frame.source, frame.start, frame.end) === 0) return fields;
    }
    const fields = readRowDescription(frame);
    if (frame.length <= MAX_REMEMBERED_BYTES) this.#known = [{ bytes: Buffer.from(frame.raw), fields }, ...this.#known.slice(0, REMEMBERED - 1)];
    return fields;
  }
}
