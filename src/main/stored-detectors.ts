// SPDX-License-Identifier: Apache-2.0
//
// What a policy's own detectors were, kept beside a recording for whoever masks it once more: a list of policies with one detector each,
// since a gateway joins two policies. Never part of an artifact: a pattern may be what it looks for. Refuses to mask with less when it can't be read.
import { lstat, readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { CustomDetector } from '../core/custom-detector.js';
import { GateError, messageOf } from '../core/errors.js';
import { systemRuntime } from '../core/runtime.js';
import { loadPolicy } from '../policy/load.js';
import { writeNewFile } from '../record/file.js';

/** What the file is called, in the folder of a session. */
export const DETECTORS_FILE = 'detectors.json';
/** A hundred detectors with patterns of a kilobyte are not a tenth of it. */
const MAX_CHARS = 1024 * 1024;

/** Keeps them in a session's folder; nothing when there are none. Throws RECORD_FAILED. */
export function keepDetectors(folder: string, detectors: readonly CustomDetector[]): void {
  if (detectors.length === 0) return;
  writeNewFile(join(folder, DETECTORS_FILE), `${JSON.stringify(detectors.map(({ name, written }) => ({ version: 1, detectors: { [name]: written } })))}\n`);
}

/** Those of the sessions with these recordings, and of a policy that the person who asks names. Throws INPUT_INVALID or POLICY_INVALID. */
export async function detectorsFor(recordings: readonly string[], policy: string | null): Promise<readonly CustomDetector[]> {
  const beside = [...new Set(recordings.map((recording) => join(dirname(recording), DETECTORS_FILE)))];
  const there = await Promise.all(beside.map((file) => lstat(file).then(() => file, () => null)));
  const own = there.filter((file) => file !== null).map((file) => detectorsIn(file, listIn));
  const found = await Promise.all([...(policy === null ? [] : [detectorsIn(policy, (text) => [text])]), ...own]);
  return distinct(found.flat());
}

async function detectorsIn(file: string, policiesIn: (text: string) => readonly string[]): Promise<readonly CustomDetector[]> {
  const hint = 'give the policy of the session: `policy: .ostiary/policy.yml`';
  const text = await readFile(file, 'utf8').catch((cause: unknown) => {
    throw new GateError('INPUT_INVALID', `the detectors in \`${file}\` can not be read: ${messageOf(cause)}`, { cause, hint });
  });
  if (text.length > MAX_CHARS) throw new GateError('INPUT_INVALID', `\`${file}\` is longer than any policy`, { hint });
  const policies = await Promise.all(policiesIn(text).map((one) => loadPolicy({ text: one, file }, { now: systemRuntime.now() })));
  return policies.flatMap(({ detectors }) => detectors);
}

// What is no list is one text, and no policy.
function listIn(text: string): readonly string[] {
  try {
    const list: unknown = JSON.parse(text);
    return Array.isArray(list) ? list.map((one) => JSON.stringify(one)) : [text];
  } catch {
    return [text];
  }
}

// Two policies may call different things alike: only what is the same twice is left out.
function distinct(detectors: readonly CustomDetector[]): readonly CustomDetector[] {
  return [...new Map(detectors.map((one) => [JSON.stringify([one.name, one.written]), one])).values()];
}
