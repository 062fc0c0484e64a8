// SPDX-License-Identifier: Apache-2.0
//
// Rows of COPY's text format: fields between delimiters, backslash escapes, a line feed ends a row. Within a value the server
// writes a line feed as a letter and a delimiter after a backslash. Refuses rows with other columns than planned.
import type { CopyFacts } from '../../core/model.js';
import type { ResultPlan, ValueSink } from '../../gate/wire.js';
import { type CopyRows, wrongColumns } from './copy-out.js';

const LINE_FEED = 0x0a;
const BACKSLASH = 0x5c;
const LETTER_OF: ReadonlyMap<number, number> = new Map([[0x08, 0x62], [0x0c, 0x66], [0x0a, 0x6e], [0x0d, 0x72], [0x09, 0x74], [0x0b, 0x76]]);
const BYTE_OF: ReadonlyMap<number, number> = new Map([...LETTER_OF].map(([byte, letter]) => [letter, byte]));

export class TextRows implements CopyRows {
  readonly #delimiter: number;
  readonly #null: Buffer;
  readonly #plan: ResultPlan;
  /** By byte: 1 where a value needs an escape. */
  readonly #special = new Uint8Array(256);
  #header: boolean;
  #scanned = 0;

  constructor(copy: CopyFacts, plan: ResultPlan) {
    this.#delimiter = copy.delimiter.charCodeAt(0);
    this.#null = Buffer.from(copy.null, 'utf8');
    this.#plan = plan;
    for (const byte of [BACKSLASH, this.#delimiter, ...LETTER_OF.keys()]) this.#special[byte] = 1;
    this.#header = copy.header;
  }

  endOfRow(bytes: Buffer, start: number): number {
    const at = bytes.indexOf(LINE_FEED, start + this.#scanned);
    // A row that grows over many messages is not scanned from its beginning each time.
    this.#scanned = at === -1 ? bytes.length - start : 0;
    return at === -1 ? -1 : at + 1;
  }

  masked(bytes: Buffer, start: number, end: number): Buffer | null {
    if (this.#header) {
      this.#header = false;
      return null;
    }
    const { sinks } = this.#plan;
    const last = bytes[end - 1] === LINE_FEED ? end - 1 : end;
    const pieces: Buffer[] = [];
    let kept = start;
    let from = start;
    let field = 0;
    for (;;) {
      // Fields are short: a loop is over before a call into the engine's own search has begun.
      let escaped = false;
      let stop = from;
      for (; stop < last && bytes[stop] !== this.#delimiter; stop += 1) {
        if (bytes[stop] !== BACKSLASH) continue;
        // A delimiter within a value has a backslash before it.
        escaped = true;
        stop += 1;
      }
      stop = Math.min(stop, last);
      const replacement = this.#field(bytes, { from, stop, escaped }, sinks[field] ?? null);
      if (replacement !== undefined) {
        pieces.push(bytes.subarray(kept, from), replacement);
        kept = stop;
      }
      field += 1;
      if (stop === last) break;
      from = stop + 1;
    }
    if (field !== sinks.length && !(sinks.length === 0 && last === start)) throw wrongColumns(field, sinks.length);
    if (pieces.length === 0) return bytes.subarray(start, end);
    pieces.push(bytes.subarray(kept, end));
    return Buffer.concat(pieces);
  }

  /** The bytes to write instead of a field; undefined when it stays as it is. */
  #field(bytes: Buffer, { from, stop, escaped }: { from: number; stop: number; escaped: boolean }, sink: ValueSink | null): Buffer | undefined {
    if (sink === null || (sink.masksNull !== true && this.#isNull(bytes, from, stop))) return undefined;
    if (!escaped && sink.leaves?.(bytes, from, stop) === true) return undefined;
    const raw = bytes.subarray(from, stop);
    const value = escaped ? unescape(raw) : raw;
    const masked = sink(value);
    if (masked === value) return undefined;
    return masked === null ? this.#null : this.#escape(masked);
  }

  #isNull(bytes: Buffer, start: number, end: number): boolean {
    return end - start === this.#null.length && this.#null.compare(bytes, start, end) === 0;
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
