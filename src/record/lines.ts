// SPDX-License-Identifier: Apache-2.0
//
// A stream of bytes as lines, at flat memory. Refuses to hold a line longer than any recorder writes: its length is told instead.
import { createReadStream } from 'node:fs';
import type { Readable } from 'node:stream';
import { GateError, messageOf } from '../core/errors.js';
import { MAX_LINE_BYTES } from './chain.js';

/** One line. `terminated`: it ended with a line feed, which is not part of `bytes`. `overlong`: cut at MAX_LINE_BYTES, and the last that is given. */
export interface Line {
  readonly bytes: Buffer;
  readonly terminated: boolean;
  readonly overlong: boolean;
}

const LINE_FEED = 10;

/** Lines of a file (by path) or of a stream. Throws INPUT_INVALID when it can't be read. */
export async function* readLines(source: string | Readable): AsyncIterable<Line> {
  let rest: Buffer[] = [];
  let held = 0;
  for await (const chunk of chunksOf(source)) {
    let from = 0;
    for (let end = chunk.indexOf(LINE_FEED); end >= 0; end = chunk.indexOf(LINE_FEED, from)) {
      const bytes = held === 0 ? chunk.subarray(from, end) : Buffer.concat([...rest, chunk.subarray(from, end)]);
      rest = [];
      held = 0;
      from = end + 1;
      if (bytes.length > MAX_LINE_BYTES) {
        yield { bytes: bytes.subarray(0, MAX_LINE_BYTES), terminated: true, overlong: true };
        return;
      }
      yield { bytes, terminated: true, overlong: false };
    }
    if (from === chunk.length) continue;
    rest.push(chunk.subarray(from));
    held += chunk.length - from;
    if (held > MAX_LINE_BYTES) {
      yield { bytes: Buffer.concat(rest).subarray(0, MAX_LINE_BYTES), terminated: false, overlong: true };
      return;
    }
  }
  if (held > 0) yield { bytes: Buffer.concat(rest), terminated: false, overlong: false };
}

async function* chunksOf(source: string | Readable): AsyncIterable<Buffer> {
  const stream: Readable = typeof source === 'string' ? createReadStream(source, { highWaterMark: 256 * 1024 }) : source;
  try {
    for await (const chunk of stream) yield Buffer.isBuffer(chunk) ? chunk : Buffer.from(chunk as string);
  } catch (thrown) {
    const path = typeof source === 'string' ? source : (source as { readonly path?: unknown }).path;
    const name = typeof path === 'string' ? `\`${path}\`` : 'the recording';
    throw new GateError('INPUT_INVALID', unreadable(name, thrown), { cause: thrown, hint: 'give the path that `run` printed, `…/session.jsonl`' });
  }
}

function unreadable(name: string, thrown: unknown): string {
  const { code } = thrown as NodeJS.ErrnoException;
  if (code === 'ENOENT') return `there is no recording at ${name}`;
  return code === 'EISDIR' ? `${name} is a folder` : `${name} can not be read: ${messageOf(thrown)}`;
}
