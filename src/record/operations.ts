// SPDX-License-Identifier: Apache-2.0
//
// Decisions and their ends, brought together for exports that tell an operation once. Refuses to wait without end: beyond a number of
// open operations, the oldest is told without its end.
import type { OperationDecided, OperationDone, RecordedLine } from '../core/events.js';

/** An operation; `done` is null when there is no word of its end. */
export interface ToldOperation {
  readonly decided: OperationDecided & { readonly seq: number; readonly at: string };
  readonly done: (OperationDone & { readonly at: string }) | null;
}

/** More than any client has open at a time; a hostile file could open any number. */
const MAX_OPEN = 4096;

/** Feed it every line. */
export class OpenOperations {
  readonly #open = new Map<number, ToldOperation['decided']>();

  /** The operations that have ended with this line. */
  see(line: RecordedLine): readonly ToldOperation[] {
    if (line.type === 'decided') return this.#begin(line);
    if (line.type !== 'done') return [];
    const decided = this.#open.get(line.operation);
    this.#open.delete(line.operation);
    return decided === undefined ? [] : [{ decided, done: line }];
  }

  /** Those that have not ended, at the end of the recording. */
  rest(): readonly ToldOperation[] {
    const left = [...this.#open.values()].map((decided) => ({ decided, done: null }));
    this.#open.clear();
    return left;
  }

  #begin(decided: ToldOperation['decided']): readonly ToldOperation[] {
    this.#open.set(decided.operation, decided);
    const told: ToldOperation[] = [];
    for (const oldest of this.#open.values()) {
      if (this.#open.size <= MAX_OPEN) break;
      this.#open.delete(oldest.operation);
      told.push({ decided: oldest, done: null });
    }
    return told;
  }
}
