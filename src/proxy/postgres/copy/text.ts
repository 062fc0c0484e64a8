// SPDX-License-Identifier: Apache-2.0
//
// Rows of COPY's text format: fields between delimiters, backslash escapes, a line feed ends a row. Within a value the server
// writes a line feed as a letter and a delimiter after a backslash. Refuses rows with other columns than planned.
import type { CopyFacts } from '../../../core/model.js';
import type { ResultPlan, ValueSink } from '../../../gate/wire.js';
import { DelimitedRows, LINE_FEED } from './delimited.js';
import type { Stretch } from '../protocol/patches.js';

const BACKSLASH = 0x5c;
const LETTER_OF: ReadonlyMap<number, number> = new Map([[0x08, 0x62], [0x0c, 0x66], [0x0a, 0x6e], [0x0d, 0x72], [0x09, 0x74], [0x0b, 0x76]]);
const BYTE_OF: ReadonlyMap<number, number> = new Map([...LETTER_OF].map(([byte, letter]) => [letter, byte]));

/** One COPY in the text format. */
export class TextRows extends DelimitedRows {
  /** By byte: 1 where a value needs an escape. */
  readonly #special = new Uint8Array(256);
  #scanned = 0;
  /** The field that was found last holds a backslash. */
  #escaped = false;

  constructor(copy: CopyFacts, plan: ResultPlan) {
    super(copy, plan);
    for (const byte of [BACKSLASH, this.delimiter, ...LETTER_OF.keys()]) this.#special[byte] = 1;
  }

  endOfRow({ source, start, end }: Stretch): number {
    const at = source.indexOf(LINE_FEED, start + this.#scanned);
    const isWhole = at !== -1 && at < end;
    // A row that grows over many messages is not scanned from its beginning each time.
    this.#scanned = isWhole ? 0 : end - start;
    return isWhole ? at + 1 : -1;
  }

  protected endOfField({ source, start, end }: Stretch): number {
    // Fields are short: a loop is over before a call into the engine's own search has begun.
    const { delimiter } = this;
    let escaped = false;
    let stop = start;
    for (; stop < end && source[stop] !== delimiter; stop += 1) {
      if (source[stop] !== BACKSLASH) continue;
      // A delimiter within a value has a backslash before it.
      escaped = true;
      stop += 1;
    }
    this.#escaped = escaped;
    return Math.min(stop, end);
  }

  protected replacement({ source, start, end }: Stretch, sink: ValueSink): Buffer | undefined {
    if (sink.masksNull !== true && this.#isNull(source, start, end)) return undefined;
    const value = this.#escaped ? unescape(source.subarray(start, end)) : null;
    const masked = value === null ? sink(source, start, end) : sink(value, 0, value.length);
    if (masked === undefined) return undefined;
    return masked === null ? this.null : this.#escape(masked);
  }

  #isNull(bytes: Buffer, start: number, end: number): boolean {
    return end - start === this.null.length && this.null.compare(bytes, start, end) === 0;
  }

  #escape(value: Buffer): Buffer {
    let at = 0;
    while (at < value.length && this.#special[value[at] as number] === 0) at += 1;
    if (at === value.length) return value;
    const out: number[] = [];
    for (const byte of value) {
      if (this.#special[byte] === 1) out.push(BACKSLASH, LETTER_OF.get(byte) ?? byte);
      else out.push(byte);
    }
    return Buffer.from(out);
  }
}

/** The value behind a field. */
function unescape(raw: Buffer): Buffer {
  let from = raw.indexOf(BACKSLASH);
  if (from === -1) return raw;
  const out = Buffer.allocUnsafe(raw.length);
  let length = 0;
  let at = 0;
  while (from !== -1 && from + 1 < raw.length) {
    length += raw.copy(out, length, at, from);
    const escaped = raw[from + 1] as number;
    out[length] = BYTE_OF.get(escaped) ?? escaped;
    length += 1;
    at = from + 2;
    from = raw.indexOf(BACKSLASH, at);
  }
  length += raw.copy(out, length, at);
  return out.subarray(0, length);
}
