// SPDX-License-Identifier: Apache-2.0
//
// How well a rule fits, and what one question of it is.
import type { Access, Operation } from '../core/model.js';

export const MISS = 0;
export const UNSURE = 1;
export const HIT = 2;
/** How well a rule fits; the smallest of its tests counts. */
export type Fit = typeof MISS | typeof UNSURE | typeof HIT;

/** One question of `match:` about an access. `key` is told to people when it was unsure. */
export interface AccessTest {
  readonly key: string;
  /**
   * For rows, which are an estimate: the most that may come true before the answer would be another one. Of an allow rule the most that it
   * allows, of any other the most that it lets pass; null: any number.
   */
  readonly ceiling?: number | null;
  fit(operation: Operation, access: Access): Fit;
}
