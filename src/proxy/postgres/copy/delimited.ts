// SPDX-License-Identifier: Apache-2.0
//
// Rows of COPY's two formats in which fields stand between delimiters: goes from field to field and puts what was masked in its place. What
// ends a field, and how a value is written, is each format's own. Refuses rows with other columns than planned.
import type { CopyFacts } from '../../../core/model.js';
import type { ResultPlan, ValueSink } from '../../../gate/wire.js';
import { type CopyRows, wrongColumns } from './copy-rows.js';
import type { Patches, Stretch } from '../protocol/patches.js';

export const LINE_FEED = 0x0a;

/** One COPY in a format with delimiters. */
export abstract class DelimitedRows implements CopyRows {
  protected readonly delimiter: number;
  protected readonly null: Buffer;
  readonly #plan: ResultPlan;
  #header: boolean;

  constructor(copy: CopyFacts, plan: ResultPlan) {
    this.delimiter = copy.delimiter.charCodeAt(0);
    this.null = Buffer.from(copy.null, 'utf8');
    this.#plan = plan;
    this.#header = copy.header;
  }

  abstract endOfRow(bytes: Stretch): number;
  /** Where the field that begins at `start` ends: at a delimiter, or at the end of the row. */
  protected abstract endOfField(row: Stretch): number;
  /** What to write instead of the field that `endOfField` has just found; undefined when it stays as it is. */
  protected abstract replacement(field: Stretch, sink: ValueSink): Buffer | undefined;

  mask({ source, start, end }: Stretch, patches: Patches): boolean {
    if (this.#header) {
      this.#header = false;
      return false;
    }
    const { sinks } = this.#plan;
    const last = source[end - 1] === LINE_FEED ? end - 1 : end;
    let at = start;
    let field = 0;
    for (;;) {
      const stop = this.endOfField({ source, start: at, end: last });
      const sink = sinks[field] ?? null;
      const replacement = sink === null ? undefined : this.replacement({ source, start: at, end: stop }, sink);
      if (replacement !== undefined) patches.replace(at, stop, replacement);
      field += 1;
      if (stop === last) break;
      at = stop + 1;
    }
    if (field !== sinks.length && !(sinks.length === 0 && last === start)) throw wrongColumns(field, sinks.length);
    return true;
  }
}
