// SPDX-License-Identifier: Apache-2.0
//
// Passes DataRows to the client under a plan: as they came, or rewritten where something of them may have to change. Shows the first rows,
// masked, to the recording. Refuses a row whose number of columns is not the plan's.
import type { ValueSink } from '../../../gate/wire.js';
import { cellBounds, readCells } from '../protocol/backend.js';
import { malformed } from '../protocol/body.js';
import type { Frame } from '../protocol/frames.js';
import type { Outgoing } from '../transport/outgoing.js';
import { Patches } from '../protocol/patches.js';
import type { Result } from './result.js';
import { sampleText } from './sample.js';

/** `undefined`: as it came. */
type Replacement = Buffer | null | undefined;

/** Masks and forwards rows; one per connection, since it keeps its scratch room. */
export class RowPasser {
  readonly #bounds = cellBounds();
  readonly #patches = new Patches();
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
    if (plan.masks) this.#mask(frame, plan.sinks);
    if (execution.wantsSample) execution.sample(this.#texts(frame, result));
    if (plan.masks) out.message(frame.type, { source: frame.source, start: frame.bodyStart, end: frame.end }, this.#patches);
    else out.frame(frame);
    this.#replaced.length = 0;
  }

  #mask(frame: Frame, sinks: readonly (ValueSink | null)[]): void {
    const bounds = this.#bounds;
    this.#patches.clear();
    for (let index = 0; index < sinks.length; index += 1) {
      const sink = sinks[index];
      const length = bounds[2 * index + 1] as number;
      if (sink === null || sink === undefined || (length < 0 && sink.masksNull !== true)) continue;
      const start = bounds[2 * index] as number;
      const end = start + Math.max(0, length);
      const masked = sink(frame.source, start, end);
      if (masked === undefined) continue;
      this.#replaced[index] = masked;
      this.#patches.replaceValue(start, end, masked);
    }
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
