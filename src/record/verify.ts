// SPDX-License-Identifier: Apache-2.0
//
// `session verify`: reads a recording once, at flat memory, and says what it is worth. Refuses to trust anything but the file's own
// arithmetic and the keys that the verifier brings; a recording is never called signed before signatures can be checked.
import type { Readable } from 'node:stream';
import { readLines } from './lines.js';
import { type Verdict, Verifier } from './verifier.js';

export type { Alteration, RecordingCounts, Verdict, VerdictState } from './verifier.js';

export interface VerifyOptions {
  /** Public keys (PEM) that the verifier trusts. */
  readonly keys?: readonly string[];
}

/** The verdict on a file (by path) or a stream. Throws INPUT_INVALID only when it can't be read at all, never for what is in it. */
export async function verifyRecording(source: string | Readable, options: VerifyOptions = {}): Promise<Verdict> {
  const verifier = new Verifier();
  for await (const line of readLines(source)) {
    verifier.see(line);
    if (verifier.altered) break;
  }
  return verifier.verdict(options.keys?.length ?? 0);
}
