// SPDX-License-Identifier: Apache-2.0
//
// Rows of COPY's CSV format: fields may be quoted, and then hold delimiters and line feeds. What was masked is written quoted, so that
// it can't be taken for NULL or for more than one field. Refuses rows with other columns than planned.
import type { CopyFacts } from '../../../core/model.js';
import type { ResultPlan, ValueSink } from '../../../gate/wire.js';
import { DelimitedRows, LINE_FEED } from './delimited.js';
import type { Stretch } from '../protocol/patches.js';

/** One COPY in the CSV format. */
export class CsvRows extends DelimitedRows {
  readonly #quote: number;
  readonly #escape: number;
  // Where the scan of a row that is not whole yet stopped, relative to the row's start, and in which state.
  #scanned = 0;
  #quoted = false;

  constructor(copy: CopyFacts, plan: ResultPlan) {
    super(copy, plan);
    this.#quote = copy.quote.charCodeAt(0);
    this.#escape = copy.escape.charCodeAt(0);
  }

  endOfRow({ source, start, end }: Stretch): number {
    let quoted = this.#quoted;
    let at = start + this.#scanned;
    for (; at < end; at += 1) {
      const byte = source[at];
      if (quoted && byte === this.#escape && this.#escape !== this.#quote) {
        // The escaped byte may be in the next message: then the scan goes on behind it.
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

  protected endOfField({ source, start, end }: Stretch): number {
    let quoted = false;
    for (let at = start; at < end; at += 1) {
      const byte = source[at];
      if (quoted && byte === this.#escape && this.#escape !== this.#quote) at += 1;
      else if (byte === this.#quote) quoted = !quoted;
      else if (byte === this.delimiter && !quoted) return at;
    }
    return end;
  }

  protected replacement({ source, start, end }: Stretch, sink: ValueSink): Buffer | undefined {
    const raw = source.subarray(start, end);
    const quoted = raw[0] === this.#quote;
    if (!quoted && sink.masksNull !== true && raw.equals(this.null)) return undefined;
    const value = quoted ? this.#unquote(raw) : raw;
    const masked = sink(value, 0, value.length);
    if (masked === undefined) return undefined;
    return masked === null ? this.null : this.#quoteAll(masked);
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
