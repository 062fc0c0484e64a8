// SPDX-License-Identifier: Apache-2.0
//
// The two queues of a connection's steps: those that wait to be sent, with the bytes they hold, and those on their way to their answer,
// with what is known of the transaction's status meanwhile. Knows the order alone; refuses to say how a step is sent, answered or ended.
import { Fifo } from './fifo.js';
import { frameOf, isBoundary, type Step } from './steps.js';

/** Steps that wait for their decision, or for those before them. */
export class Waiting {
  readonly #steps = new Fifo<Step>();
  /** What they hold of the client's bytes. */
  bytes = 0;

  get length(): number {
    return this.#steps.length;
  }

  push(step: Step): void {
    this.#steps.push(step);
    this.bytes += frameOf(step)?.length ?? 0;
  }

  peek(): Step | undefined {
    return this.#steps.peek();
  }

  shift(): Step | undefined {
    const step = this.#steps.shift();
    if (step !== undefined) this.bytes -= frameOf(step)?.length ?? 0;
    return step;
  }
}

/** Steps that were sent, and answers of ours, in the order of their answers. */
export class Flight {
  readonly #steps = new Fifo<Step>();
  /** How many of those that end with ReadyForQuery were sent so far, and how many of them are over. */
  sent = 0;
  answered = 0;

  get length(): number {
    return this.#steps.length;
  }

  /** Among them is one that ends with ReadyForQuery: until that comes, the status of the transaction is open. */
  get unsettled(): boolean {
    return this.sent > this.answered;
  }

  /** After the step in front, nothing of its pipeline is on its way but perhaps the Sync. */
  get restIsSync(): boolean {
    return this.length === 1 || (this.length === 2 && this.#steps.at(1)?.kind === 'sync');
  }

  push(step: Step): void {
    if (isBoundary(step)) this.sent += 1;
    this.#steps.push(step);
  }

  peek(): Step | undefined {
    return this.#steps.peek();
  }

  shift(): Step | undefined {
    const step = this.#steps.shift();
    if (step !== undefined && isBoundary(step)) this.answered += 1;
    return step;
  }

  forEach(visit: (step: Step) => void): void {
    this.#steps.forEach(visit);
  }
}
