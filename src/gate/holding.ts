// SPDX-License-Identifier: Apache-2.0
//
// Keeps an operation that needs a review for a while, instead of refusing it at once: only where the client is idle and nothing of it is on
// its way, so that nobody waits for its locks. Refuses to wait for what can't come, to outlive the client, and to guess what became of names.
import { messageOf } from '../core/errors.js';
import type { ApprovalAnswer } from '../core/ports.js';
import type { Runtime } from '../core/runtime.js';
import type { Waiting } from './wire.js';

/** Between two notices to the client, each with a look at the forge. */
export const NOTICE_MS = 15_000;

type Pending = Extract<ApprovalAnswer, { kind: 'pending' }>;
type Waited = Extract<Pending, { waits: true }>;

export interface HoldDeps {
  readonly waiting: Waiting;
  readonly holdMs: number;
  readonly runtime: Pick<Runtime, 'after' | 'monotonicMs'>;
  /** `ALTER TABLE`. */
  readonly what: string;
  /** False: it would be judged otherwise by now. */
  stillSo(): boolean;
}

/** Asks again and again until it is approved, refused, or over; resolves with the last word. Never throws. */
export async function hold(first: Waited, ask: () => Promise<ApprovalAnswer>, deps: HoldDeps): Promise<ApprovalAnswer> {
  const { waiting, holdMs, runtime, what } = deps;
  const until = runtime.monotonicMs() + holdMs;
  let last = first;
  if (!waiting.signal.aborted) await waiting.rest();
  for (;;) {
    const left = until - runtime.monotonicMs();
    if (left <= 0) return ending(last, `it was held for ${holdMs / 1000} s`);
    if (waiting.signal.aborted) return ending(last, `it waits no longer: ${String(waiting.signal.reason)}`);
    waiting.notice(`ostiary: ${what} waits for a person's review: ${last.url}`);
    await pause(Math.min(NOTICE_MS, left), deps);
    if (waiting.signal.aborted) return ending(last, `it waits no longer: ${String(waiting.signal.reason)}`);
    if (!deps.stillSo()) return ending(last, 'meanwhile it would be judged otherwise: send it again');
    const answer = await ask().catch((thrown: unknown): Waited => ({ ...last, how: `${first.how}; the forge could not be asked: ${messageOf(thrown)}` }));
    if (answer.kind === 'approved') return unlessGone(answer, last, waiting);
    if (answer.waits !== true) return answer;
    last = answer;
  }
}

/** An approval that came when its client waited no longer is given back. */
export function unlessGone(answer: ApprovalAnswer, last: Pick<Pending, 'how' | 'url'>, waiting: Waiting | null): ApprovalAnswer {
  if (answer.kind !== 'approved' || waiting?.signal.aborted !== true) return answer;
  answer.settle?.('rolled-back');
  return ending({ kind: 'pending', how: last.how, url: last.url }, `it waits no longer: ${String(waiting.signal.reason)}`);
}

function ending(last: Pending, why: string): Pending {
  return { ...last, how: `${last.how}; ${why}` };
}

function pause(milliseconds: number, { waiting: { signal }, runtime }: HoldDeps): Promise<void> {
  if (signal.aborted) return Promise.resolve();
  return new Promise((resolve) => {
    const over = (): void => {
      timer.cancel();
      resolve();
    };
    const timer = runtime.after(milliseconds, () => {
      signal.removeEventListener('abort', over);
      resolve();
    });
    signal.addEventListener('abort', over, { once: true });
  });
}
