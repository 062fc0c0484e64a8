// SPDX-License-Identifier: Apache-2.0
//
// Passes DataRows to the client under a plan: unchanged rows as views of what came, changed ones rewritten. Shows the first rows,
// masked, to the recording. Refuses a row whose number of columns is not the plan's.
import { cellBounds, readCells } from '../protocol/backend.js';
import { malformed } from '../protocol/body.js';
import type { Frame } from '../protocol/frames.js';
import { BACKEND } from '../protocol/messages.js';
import type { Outgoing } from '../transport/outgoing.js';
import type { Result } from './result.js';
import { sampleText } from './sample.js';

/** Header of a DataRow: type, length, number of columns. */
const ROW_HEADER_BYTES = 7;

/** `undefined`: as it came. */
type Replacement = Buffer | null | undefined;

/** Masks and forwards rows; one per connection, since it keeps its scratch room. */
export class RowPasser {
  readonly #bounds = cellBounds();
  readonly #replaced: Replacement[] = [];

  /** Forwards one row of a planned result, unless it is one too many. */
  pass(frame: Frame, result: Result, out: Outgoing): void {
    const { plan, execution } = result;
    if (plan === null) throw malformed(frame.type, 'has no plan by which to mask it');
    if (!result.admits(frame.length)) return;
    if (!plan.masks && !execution.wantsSample) {
      out.frame(frame);
      return;
    }
    const count = readCells(frame, this.#bounds);
    if (count !== plan.sinks.length) throw malformed(frame.type, `has ${count} columns where ${plan.sinks.length} were described`);
    const growth = plan.masks ? this.#mask(frame, result) : null;
    if (execution.wantsSample) execution.sample(this.#texts(frame, result));
    if (growth !== null) this.#rewrite(frame, count, { growth, out });
    else if (plan.masks) out.copy(frame);
    else out.frame(frame);
    this.#replaced.length = 0;
  }

  /** By how many bytes the row grows; null when nothing changes. */
  #mask(frame: Frame, result: Result): number | null {
    const sinks = result.plan?.sinks ?? [];
    const bounds = this.#bounds;
    let growth = 0;
    let changed = false;
    for (let index = 0; index < sinks.length; index += 1) {
      const sink = sinks[index];
      const length = bounds[2 * index + 1] as number;
      if (sink === null || sink === undefined || (length < 0 && sink.masksNull !== true)) continue;
      const start = bounds[2 * index] as number;
      const end = start + Math.max(0, length);
      if (length >= 0 && sink.leaves?.(frame.source, start, end) === true) continue;
      const value = frame.source.subarray(start, end);
      const masked = sink(value);
      if (masked === value || (masked === null && length < 0)) continue;
      this.#replaced[index] = masked;
      growth += (masked === null ? 0 : masked.length) - (end - start);
      changed = true;
    }
    return changed ? growth : null;
  }

  #rewrite(frame: Frame, count: number, { growth, out }: { growth: number; out: Outgoing }): void {
    const { source } = frame;
    const total = frame.length + growth;
    const { buffer, at: begin } = out.room(total);
    buffer[begin] = BACKEND.dataRow;
    buffer.writeInt32BE(total - 1, begin + 1);
    buffer.writeUInt16BE(count, begin + 5);
    let at = begin + ROW_HEADER_BYTES;
    // What lies between two changed values is copied in one go.
    let copied = frame.start + ROW_HEADER_BYTES;
    for (let index = 0; index < count; index += 1) {
      const value = this.#replaced[index];
      if (value === undefined) continue;
      const start = this.#bounds[2 * index] as number;
      at += source.copy(buffer, at, copied, start - 4);
      buffer.writeInt32BE(value === null ? -1 : value.length, at);
      at += 4;
      if (value !== null) at += value.copy(buffer, at);
      copied = start + Math.max(0, this.#bounds[2 * index + 1] as number);
    }
    source.copy(buffer, at, copied, frame.end);
  }

  #texts(frame: Frame, result: Result): (string | null)[] {
    return result.fields.map((field, index) => {
      const replaced = this.#replaced[index];
      if (replaced === null) return null;
      const start = this.#bounds[2 * index] as number;
      const bytes = this.#bounds[2 * index + 1] as number;
      if (bytes < 0 && replaced === undefined) return null;
      return sampleText(replaced ?? frame.source.subarray(start, start + bytes), field);
    });
  }
}
