// SPDX-License-Identifier: Apache-2.0
//
// What was decided in the earlier recordings of a session: a gateway that was restarted must not tell a job that nothing was refused.
// Reads whole lines only; refuses to guess about a recording that is not there.
import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { GateError, messageOf } from '../../core/errors.js';
import type { RecordedLine } from '../../core/events.js';
import type { Counts } from '../../server/sessions.js';

/** Sum of two. */
export function sum(one: Counts, other: Counts): Counts {
  return { allow: one.allow + other.allow, review: one.review + other.review, deny: one.deny + other.deny };
}

export const NOTHING: Counts = { allow: 0, review: 0, deny: 0 };

/** The decisions and refusals in a recording. Throws RECORD_FAILED when it can't be read. */
export async function countDecisions(recording: string): Promise<Counts> {
  const counts = { allow: 0, review: 0, deny: 0 };
  try {
    for await (const line of createInterface({ input: createReadStream(recording, 'utf8'), crlfDelay: Infinity })) {
      // The last line of a process that died may be half a line: nothing was executed for it.
      const event = /"type":"(?:decided|refused)"/u.test(line) ? parsed(line) : null;
      if (event?.type === 'decided') counts[event.decision] += 1;
      else if (event?.type === 'refused') counts.deny += 1;
    }
  } catch (cause) {
    throw new GateError('RECORD_FAILED', `the recording \`${recording}\` can not be read: ${messageOf(cause)}`, { hint: 'recordings have to stay where the gateway wrote them, for as long as their session lives', cause });
  }
  return counts;
}

function parsed(line: string): RecordedLine | null {
  try {
    return JSON.parse(line) as RecordedLine;
  } catch {
    return null;
  }
}
