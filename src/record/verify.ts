// SPDX-License-Identifier: Apache-2.0
//
// `session verify`: reads a recording once, at flat memory, and says what it is worth. Refuses to trust anything but the file's own
// arithmetic and the keys that the verifier brings.
import { createHash } from 'node:crypto';
import { open } from 'node:fs/promises';
import type { Readable } from 'node:stream';
import type { KeyWorth, SigstoreTrust } from './bundle.js';
import { ENVELOPE_SUFFIX } from './envelope.js';
import { BUNDLE_SUFFIX } from './keyless.js';
import { readLines } from './lines.js';
import { KEY_BUNDLE_SUFFIX } from './session-key.js';
import { MAX_ENVELOPE_BYTES, type EnvelopeWorth, TrustedKeys } from './trust.js';
import type { Verdict } from './verdict.js';
import { Verifier } from './verifier.js';

export interface VerifyOptions {
  /** Public keys (PEM) that the verifier trusts. */
  readonly keys?: readonly string[];
  /** Path of the envelope; beside the recording when left out. A stream has none unless it is named. */
  readonly envelope?: string;
  /** Path of the bundle of Sigstore, beside the recording when left out, and whom to believe; null: nobody. */
  readonly bundle?: { readonly path: string; readonly trust: SigstoreTrust | null; /** That about the session's key; beside the recording when left out. */ readonly keyPath?: string };
}

type Damage = Extract<EnvelopeWorth, { kind: 'bad' }>;

const LINE_FEED = Buffer.from('\n');

/** The verdict on a file (by path) or a stream. Throws INPUT_INVALID when it, or a key, can't be read at all, never for what is in it. */
export async function verifyRecording(source: string | Readable, options: VerifyOptions = {}): Promise<Verdict> {
  const file = typeof source === 'string' ? source : null;
  const certified = await certifiedKey(file, options);
  const keys = new TrustedKeys(options.keys ?? [], certified?.kind === 'good' ? certified : null);
  const verifier = new Verifier(keys);
  const hash = createHash('sha256');
  for await (const line of readLines(source)) {
    verifier.see(line);
    if (verifier.altered) break;
    hash.update(line.bytes);
    if (line.terminated) hash.update(LINE_FEED);
  }
  const beside = await besideOf(file, { keys, options });
  return verifier.verdict({ signatures: certified === null || certified.kind === 'good' ? beside : [...beside, certified], sha256: hash.digest('hex') });
}

// The key that the session was given when it began, by somebody whom this verifier expects; null: nobody is expected, or there is none.
async function certifiedKey(file: string | null, { bundle }: VerifyOptions): Promise<KeyWorth | null> {
  const path = bundle?.keyPath ?? (file === null ? null : file + KEY_BUNDLE_SUFFIX);
  const trust = bundle?.trust ?? null;
  const text = trust === null || path === null ? null : await textAt(path);
  if (text === null || trust === null) return null;
  return typeof text === 'string' ? (await import('./bundle.js')).judgeKeyBundle(text, trust) : text;
}

// What an envelope and a bundle are worth: a recording may have both, and a verifier may believe either.
async function besideOf(file: string | null, { keys, options }: { readonly keys: TrustedKeys; readonly options: VerifyOptions }): Promise<readonly EnvelopeWorth[]> {
  const { envelope = file === null ? null : file + ENVELOPE_SUFFIX, bundle = file === null ? null : { path: file + BUNDLE_SUFFIX, trust: null } } = options;
  const worths = [await worthAt(bundle?.path ?? null, (text) => bundleWorth(text, bundle?.trust ?? null)), await worthAt(envelope, (text) => keys.envelope(text))];
  return worths.filter((worth) => worth !== null);
}

async function worthAt(path: string | null, judge: (text: string) => EnvelopeWorth | Promise<EnvelopeWorth>): Promise<EnvelopeWorth | null> {
  const text = path === null ? null : await textAt(path);
  return typeof text === 'string' ? judge(text) : text;
}

async function bundleWorth(text: string, trust: SigstoreTrust | null): Promise<EnvelopeWorth> {
  if (trust === null) return { kind: 'unknown', why: 'the bundle of Sigstore beside it was not checked: give `--trusted-root`, `--identity` and `--issuer`' };
  // The libraries for bundles are loaded by who has one.
  return (await import('./bundle.js')).judgeBundle(text, trust);
}

// Null: there is none.
async function textAt(path: string): Promise<string | Damage | null> {
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
