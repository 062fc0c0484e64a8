// SPDX-License-Identifier: Apache-2.0
//
// A Recorder that keeps events in memory and can be told to fail, like a full disk. Durability comes when `settle` is called, or at
// once, so that tests can look between "recorded" and "durable".
import { GateError } from '../../src/core/errors.js';
import type { EventBody } from '../../src/core/events.js';
import type { Recorder } from '../../src/core/ports.js';

export class MemoryRecorder implements Recorder {
  readonly events: EventBody[] = [];
  failAppend = false;
  failDurable = false;
  /** When set, callbacks wait for `settle()`. */
  manual = false;
  #waiting: ((error: GateError | null) => void)[] = [];

  append(event: EventBody): void {
    if (this.failAppend) throw new GateError('RECORD_FAILED', 'no space left on device', { hint: 'make room' });
    this.events.push(event);
  }

  whenDurable(then: (error: GateError | null) => void): void {
    this.#waiting.push(then);
    if (!this.manual) this.settle();
  }

  settle(): void {
    const waiting = this.#waiting;
    this.#waiting = [];
    const error = this.failDurable ? new GateError('RECORD_FAILED', 'no space left on device', { hint: 'make room' }) : null;
    for (const then of waiting) then(error);
  }

  async close(): Promise<void> {
    this.settle();
  }

  of<T extends EventBody['type']>(type: T): Extract<EventBody, { type: T }>[] {
    return this.events.filter((event): event is Extract<EventBody, { type: T }> => event.type === type);
  }
}
