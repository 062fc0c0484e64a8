// SPDX-License-Identifier: Apache-2.0
//
// How much work following one statement may be, everything that it reaches included: views, statements inside it, terms read again. Refuses
// to let a short text cost much: while one statement is followed, every other connection waits.
import type { Draft } from '../draft.js';

/** Nodes visited for one statement at most; about a second's work. */
export const MAX_STEPS = 2_000_000;
/** What a message may cost whatever its text is like, in equal shares: views are read once for each snapshot of the catalog. */
const OF_A_MESSAGE = 100_000;
/** The least share of a statement: a table with as many columns as there can be, named with all of them. */
const LEAST_SHARE = 3_000;
/** Each byte of the text may be a node, and be read again. */
const OF_A_BYTE = 4;

/** Steps that are left. */
export class Budget {
  #left: number;

  constructor(steps: number) {
    this.#left = steps;
  }

  /** False when that is more than was left. */
  spend(steps: number): boolean {
    this.#left -= steps;
    return this.#left >= 0;
  }
}

/** What following a statement may cost. */
export function budgetOf({ text, batch }: Pick<Draft, 'text' | 'batch'>): Budget {
  return new Budget(Math.min(MAX_STEPS, Math.max(LEAST_SHARE, Math.floor(OF_A_MESSAGE / Math.max(1, batch))) + OF_A_BYTE * text.length));
}
