// SPDX-License-Identifier: Apache-2.0
//
// Kinds of a client's messages, by what a server does with them when it waits for something else. Refuses nothing; names types only.
import { Frame } from '../protocol/frames.js';
import { bare, FRONTEND } from '../protocol/messages.js';

/** They say all with their type. */
export const BARE: ReadonlySet<number> = new Set([FRONTEND.sync, FRONTEND.flush, FRONTEND.terminate]);

/** What COPY data that nobody asks for consists of. */
export const LEFT_OVER: ReadonlySet<number> = new Set([FRONTEND.copyData, FRONTEND.copyDone, FRONTEND.copyFail]);
/** Answered with ReadyForQuery, each by itself. */
export const SIMPLE: ReadonlySet<number> = new Set([FRONTEND.query, FRONTEND.functionCall]);
/** Messages that a server passes over while it skips to the next Sync, and whose faults are errors of their own. */
export const SKIPPABLE: ReadonlySet<number> = new Set([
  FRONTEND.query, FRONTEND.parse, FRONTEND.bind, FRONTEND.describe, FRONTEND.execute, FRONTEND.close, FRONTEND.flush, FRONTEND.functionCall,
  FRONTEND.copyData, FRONTEND.copyDone, FRONTEND.copyFail,
]);

/** Stands for a message that was never kept. */
export function empty(type: number): Frame {
  const raw = bare(type);
  return new Frame(type, raw, 0, raw.length);
}
