// SPDX-License-Identifier: Apache-2.0
//
// The lines of a recording as they stand in a page: JSON lines, deflated, in blocks of base64, so that no recorded byte is ever part of
// the page's markup. Refuses to leave out a line: what can't be read stands there as text.
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import type { Readable } from 'node:stream';
import { deflateRawSync } from 'node:zlib';
import { readLines } from './lines.js';

/** A block is closed at whichever comes first: enough to pack well, little enough for a browser to unpack without a pause. */
const BLOCK_LINES = 2000;
const BLOCK_LENGTH = 1024 * 1024;

/** What is in a recording, packed. */
export interface PackedRecording {
  readonly blocks: readonly string[];
  readonly events: number;
  /** Whether there is something that a terminal could play. */
  readonly played: boolean;
  /** SHA-256 (hex) of the file; null when it was not read to its end. */
  readonly sha256: string | null;
}

/** Packs a recording, whole or not. Throws INPUT_INVALID when it can't be read. */
export async function packRecording(file: string): Promise<PackedRecording> {
  const hashing = hashedFile(file);
  const blocks: string[] = [];
  let waiting: string[] = [];
  let length = 0;
  let events = 0;
  let played = false;
  let cut = false;
  const close = (): void => {
    if (waiting.length > 0) blocks.push(deflateRawSync(waiting.join('\n')).toString('base64'));
    waiting = [];
    length = 0;
  };
  for await (const { bytes, overlong } of readLines(hashing.source)) {
    const line = pageLine(bytes.toString('utf8'));
    played ||= line.includes('"type":"output"');
    cut ||= overlong;
    waiting.push(line);
    length += line.length;
    events += 1;
    if (waiting.length >= BLOCK_LINES || length >= BLOCK_LENGTH) close();
  }
  close();
  return { blocks, events, played, sha256: cut ? null : hashing.digest() };
}

/** A file as a stream that keeps the hash of what it gave. */
export function hashedFile(file: string): { readonly source: Readable; digest(): string } {
  const hash = createHash('sha256');
  const source = createReadStream(file, { highWaterMark: 256 * 1024 });
  source.on('data', (chunk) => hash.update(chunk));
  source.pause();
  return { source, digest: () => hash.copy().digest('hex') };
}

/** A line without `prev`: the hash is of use to who has the file, and does not pack. */
function pageLine(text: string): string {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) {
      const { prev: _prev, ...event } = value as Record<string, unknown>;
      return JSON.stringify(event);
    }
  } catch {
    // No JSON, or nested too deep to be written again.
  }
  return JSON.stringify({ type: 'unreadable', text });
}
