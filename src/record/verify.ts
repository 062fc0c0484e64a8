// SPDX-License-Identifier: Apache-2.0
//
// `session verify`: reads a recording once, at flat memory, and says what it is worth. Refuses to trust anything but the file's own
// arithmetic and the keys that the verifier brings.
import { createHash } from 'node:crypto';
import { open } from 'node:fs/promises';
import type { Readable } from 'node:stream';
import type { SigstoreTrust } from './bundle.js';
import { ENVELOPE_SUFFIX } from './envelope.js';
import { readLines } from './lines.js';
import { MAX_ENVELOPE_BYTES, type EnvelopeWorth, TrustedKeys } from './trust.js';
import { type Verdict, Verifier } from './verifier.js';

export type { Alteration, RecordingCounts, Verdict, VerdictState } from './verifier.js';

export interface VerifyOptions {
  /** Public keys (PEM) that the verifier trusts. */
  readonly keys?: readonly string[];
  /** Path of the envelope; beside the recording when left out. A stream has none unless it is named. */
  readonly envelope?: string;
  /** A bundle of Sigstore to judge in place of the envelope, and whom to believe. */
  readonly bundle?: { readonly path: string; readonly trust: SigstoreTrust };
}

const LINE_FEED = Buffer.from('\n');

/** The verdict on a file (by path) or a stream. Throws INPUT_INVALID when it, or a key, can't be read at all, never for what is in it. */
export async function verifyRecording(source: string | Readable, options: VerifyOptions = {}): Promise<Verdict> {
  const keys = new TrustedKeys(options.keys ?? []);
  const verifier = new Verifier(keys);
  const hash = createHash('sha256');
  for await (const line of readLines(source)) {
    verifier.see(line);
    if (verifier.altered) break;
    hash.update(line.bytes);
    if (line.terminated) hash.update(LINE_FEED);
  }
  const path = options.bundle?.path ?? options.envelope ?? (typeof source === 'string' ? source + ENVELOPE_SUFFIX : null);
  const text = path === null ? null : await textAt(path);
  const envelope = text === null ? null : await worthOf(text, keys, options.bundle?.trust);
  return verifier.verdict(envelope === null ? null : { envelope, sha256: hash.digest('hex') });
}

async function worthOf(text: string | EnvelopeWorth, keys: TrustedKeys, trust: SigstoreTrust | undefined): Promise<EnvelopeWorth> {
  if (typeof text !== 'string') return text;
  // The libraries for bundles are loaded by who has one.
  return trust === undefined ? keys.envelope(text) : (await import('./bundle.js')).judgeBundle(text, trust);
}

// Null: there is none.
async function textAt(path: string): Promise<string | EnvelopeWorth | null> {
  let file;
  try {
    file = await open(path, 'r');
  } catch (thrown) {
    return (thrown as NodeJS.ErrnoException).code === 'ENOENT' ? null : { kind: 'bad', what: 'it can not be read' };
  }
  try {
    const bytes = Buffer.alloc(MAX_ENVELOPE_BYTES + 1);
    const { bytesRead } = await file.read(bytes, 0, bytes.length, 0);
    return bytesRead > MAX_ENVELOPE_BYTES ? { kind: 'bad', what: 'it is longer than any envelope' } : bytes.toString('utf8', 0, bytesRead);
  } catch {
    return { kind: 'bad', what: 'it can not be read' };
  } finally {
    await file.close();
  }
}
