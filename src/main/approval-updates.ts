// SPDX-License-Identifier: Apache-2.0
//
// Tells pull requests what became of their approvals, around the sealing of the recording: before it, so that the recording holds whether they
// were told; after it, with its digest. Refuses to fail for it: whatever happened has happened.
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { messageOf } from '../core/errors.js';
import type { OperationOutcome, Outcome } from '../approval/outcome.js';
import type { Told, WriteBack } from '../approval/write-back.js';
import type { SessionApprovals } from './approvals.js';
import type { GuardedSession } from './guarded-session.js';

/** Seals and tells; resolves with what could not be told, in words. Throws only what `seal` throws. */
export async function toldAround({ writeBack, outcomes }: SessionApprovals, guarded: Pick<GuardedSession, 'note' | 'recording'>, seal: () => Promise<void>): Promise<readonly string[]> {
  const all = outcomes();
  if (writeBack === null || all.length === 0) {
    await seal();
    return [];
  }
  const first = await writeBack.tell(all);
  for (const { outcome, failed } of first) {
    const by = { manifest: outcome.manifest, by: [], url: outcome.pull.url };
    note(guarded, failed === null ? { state: 'told', ...by, reason: 'what became of it was written there' } : { state: 'untold', ...by, reason: failed });
  }
  await seal();
  return untoldOf([...first, ...(await finished(writeBack, all, guarded.recording))]);
}

/** The same after the seal: for whoever keeps nobody waiting for a forge. Never throws; why what could not be told. */
export async function toldAfterwards({ writeBack, outcomes }: SessionApprovals, recording: string): Promise<readonly string[]> {
  const all = outcomes();
  if (writeBack === null || all.length === 0) return [];
  const first = await writeBack.tell(all);
  return untoldOf([...first, ...(await finished(writeBack, all, recording))]);
}

function finished(writeBack: WriteBack, all: readonly Outcome[], recording: string): Promise<readonly Told[]> {
  return digestOf(recording).then((sha256) => writeBack.finish(all, sha256), (thrown: unknown) => all.map((outcome): Told => ({ outcome, failed: messageOf(thrown) })));
}

function untoldOf(told: readonly Told[]): readonly string[] {
  return told.flatMap(({ outcome, failed }) => (failed === null ? [] : [`${outcome.pull.url} could not be told what happened, which changes nothing about it: ${failed}`])).filter((one, index, list) => list.indexOf(one) === index);
}

/** The outcome of the one approval that was applied, as whoever sent its operations knows it: what the policy allows by itself, too. */
export function withApplied(outcomes: readonly Outcome[], applied: readonly OperationOutcome[] | undefined): readonly Outcome[] {
  if (applied === undefined) return outcomes;
  return outcomes.map((outcome) => (outcome.kind === 'used' ? { ...outcome, operations: applied, isDone: outcome.isDone && applied.every(({ how }) => how === 'done') } : outcome));
}

// A recording that fails says so when it is sealed.
function note(guarded: Pick<GuardedSession, 'note'>, seen: Parameters<GuardedSession['note']>[0]): void {
  try {
    guarded.note(seen);
  } catch {
    // Sealing throws the same.
  }
}

async function digestOf(path: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(path), hash);
  return hash.digest('hex');
}
