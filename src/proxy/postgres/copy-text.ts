// SPDX-License-Identifier: Apache-2.0
//
// Rows of COPY's text format: fields between delimiters, backslash escapes, a line feed ends a row. The server escapes every line feed
// and delimiter within a value, so neither needs a scanner. Refuses rows with other columns than planned.
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
  #header: boolean;
  #scanned = 0;

  constructor(copy: CopyFacts, plan: ResultPlan) {
    this.#delimiter = copy.delimiter.charCodeAt(0);
    this.#null = Buffer.from(copy.null, 'utf8');
    this.#plan = plan;
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
    // Searches below must not run into the rows after this one.
    const row = bytes.subarray(start, bytes[end - 1] === LINE_FEED ? end - 1 : end);
    const pieces: Buffer[] = [];
    let kept = 0;
    let at = 0;
    let field = 0;
    for (;;) {
      const next = row.indexOf(this.#delimiter, at);
      const stop = next === -1 ? row.length : next;
      const replacement = this.#field(row, [at, stop], sinks[field] ?? null);
      if (replacement !== undefined) {
        pieces.push(row.subarray(kept, at), replacement);
        kept = stop;
      }
      field += 1;
      if (next === -1) break;
      at = next + 1;
    }
    if (field !== sinks.length && !(sinks.length === 0 && row.length === 0)) throw wrongColumns(field, sinks.length);
    if (pieces.length === 0) return bytes.subarray(start, end);
    pieces.push(bytes.subarray(start + kept, end));
    return Buffer.concat(pieces);
  }

  /** The bytes to write instead of a field; undefined when it stays as it is. */
  #field(row: Buffer, [start, end]: readonly [number, number], sink: ValueSink | null): Buffer | undefined {
    if (sink === null || this.#isNull(row, start, end)) return undefined;
    if (sink.leaves !== undefined && !holds(row, BACKSLASH, [start, end]) && sink.leaves(row, start, end)) return undefined;
    const value = unescape(row.subarray(start, end));
    const masked = sink(value);
    if (masked === value) return undefined;
    return masked === null ? this.#null : this.#escape(masked);
  }

  #isNull(bytes: Buffer, start: number, end: number): boolean {
    return end - start === this.#null.length && this.#null.compare(bytes, start, end) === 0;
  }

  #escape(value: Buffer): Buffer {
    if (!value.some((byte) => byte === BACKSLASH || byte === this.#delimiter || LETTER_OF.has(byte))) return value;
    const out: number[] = [];
    for (const byte of value) {
      const letter = LETTER_OF.get(byte);
      if (letter !== undefined) out.push(BACKSLASH, letter);
      else if (byte === BACKSLASH || byte === this.#delimiter) out.push(BACKSLASH, byte);
      else out.push(byte);
    }
    return Buffer.from(out);
  }
}

// Fields are short: a loop is over before a call into the engine's own search has begun.
function holds(bytes: Buffer, wanted: number, [start, end]: readonly [number, number]): boolean {
  for (let at = start; at < end; at += 1) if (bytes[at] === wanted) return true;
  return false;
}

/** The value behind a field; the field itself when nothing in it is escaped. */
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
