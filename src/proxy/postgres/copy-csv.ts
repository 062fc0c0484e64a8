// SPDX-License-Identifier: Apache-2.0
//
// Rows of COPY's CSV format: fields may be quoted, and then hold delimiters and line feeds. What was masked is written quoted, so that
// it can't be taken for NULL or for more than one field. Refuses rows with other columns than planned.
import type { CopyFacts } from '../../core/model.js';
import type { ResultPlan } from '../../gate/wire.js';
import { type CopyRows, wrongColumns } from './copy-out.js';

const LINE_FEED = 0x0a;

export class CsvRows implements CopyRows {
  readonly #delimiter: number;
  readonly #quote: number;
  readonly #escape: number;
  readonly #null: Buffer;
  readonly #plan: ResultPlan;
  #header: boolean;
  // Where the scan of a row that is not whole yet stopped, relative to the row's start, and in which state.
  #scanned = 0;
  #quoted = false;

  constructor(copy: CopyFacts, plan: ResultPlan) {
    this.#delimiter = copy.delimiter.charCodeAt(0);
    this.#quote = copy.quote.charCodeAt(0);
    this.#escape = copy.escape.charCodeAt(0);
    this.#null = Buffer.from(copy.null, 'utf8');
    this.#plan = plan;
    this.#header = copy.header;
  }

  endOfRow(bytes: Buffer, start: number): number {
    let quoted = this.#quoted;
    let at = start + this.#scanned;
    for (; at < bytes.length; at += 1) {
      const byte = bytes[at];
      if (quoted && byte === this.#escape && this.#escape !== this.#quote) {
        // The escaped byte may be in the next message: then the scan goes on from the escape.
        if (at + 1 === bytes.length) break;
        at += 1;
      } else if (byte === this.#quote) {
        // A doubled quote leaves and enters again, which comes to the same.
        quoted = !quoted;
      } else if (byte === LINE_FEED && !quoted) {
        this.#scanned = 0;
        this.#quoted = false;
        return at + 1;
      }
    }
    this.#scanned = at - start;
    this.#quoted = quoted;
    return -1;
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
    let at = start;
    let field = 0;
    for (;;) {
      const stop = this.#endOfField(bytes, at, last);
      const replacement = this.#field(bytes.subarray(at, stop), field);
      if (replacement !== undefined) {
        pieces.push(bytes.subarray(kept, at), replacement);
        kept = stop;
      }
      field += 1;
      if (stop === last) break;
      at = stop + 1;
    }
    if (field !== sinks.length && !(sinks.length === 0 && last === start)) throw wrongColumns(field, sinks.length);
    if (pieces.length === 0) return bytes.subarray(start, end);
    pieces.push(bytes.subarray(kept, end));
    return Buffer.concat(pieces);
  }

  #endOfField(bytes: Buffer, start: number, last: number): number {
    let quoted = false;
    for (let at = start; at < last; at += 1) {
      const byte = bytes[at];
      if (quoted && byte === this.#escape && this.#escape !== this.#quote) at += 1;
      else if (byte === this.#quote) quoted = !quoted;
      else if (byte === this.#delimiter && !quoted) return at;
    }
    return last;
  }

  /** The bytes to write instead of a field; undefined when it stays as it is. */
  #field(raw: Buffer, index: number): Buffer | undefined {
    const sink = this.#plan.sinks[index] ?? null;
    if (sink === null) return undefined;
    const quoted = raw[0] === this.#quote;
    if (!quoted && sink.masksNull !== true && raw.equals(this.#null)) return undefined;
    const value = quoted ? this.#unquote(raw) : raw;
    const masked = sink(value);
    if (masked === value) return undefined;
    return masked === null ? this.#null : this.#quoteAll(masked);
  }

  #unquote(raw: Buffer): Buffer {
    const out: number[] = [];
    for (let at = 1; at < raw.length; at += 1) {
      const byte = raw[at] as number;
      const next = raw[at + 1];
      if (byte === this.#escape && (next === this.#quote || next === this.#escape)) {
        out.push(next);
        at += 1;
      } else if (byte !== this.#quote) {
        out.push(byte);
      }
    }
    return Buffer.from(out);
  }

  #quoteAll(value: Buffer): Buffer {
    const out = [this.#quote];
    for (const byte of value) {
      if (byte === this.#quote || byte === this.#escape) out.push(this.#escape);
      out.push(byte);
    }
    out.push(this.#quote);
    return Buffer.from(out);
  }
}
