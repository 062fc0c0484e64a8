// SPDX-License-Identifier: Apache-2.0
//
// The file under a recording: append only, never an existing one, private to its owner. Refuses to report success for bytes that the
// system did not take.
import { close, closeSync, constants, fdatasync, fstatSync, fsyncSync, openSync, statSync, writeFileSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';
import { GateError, messageOf } from '../core/errors.js';

/** What a recording is written to. Errors are those of the system (`ENOSPC`), turned into RECORD_FAILED by the writer. */
export interface AppendFile {
  readonly path: string;
  /** Writes all of it, or throws. */
  write(bytes: Buffer): void;
  /** Makes all that was written survive a loss of power. */
  sync(done: (error: Error | null) => void): void;
  /** Whether `path` still leads to it; an open file outlives its name. */
  inPlace(): boolean;
  close(): void;
}

/** Creates `path` (mode 0600) and fails when it exists: a recording is never continued by another session. Throws RECORD_FAILED. */
export function createAppendFile(path: string): DescriptorFile {
  try {
    return new DescriptorFile(openSync(path, constants.O_WRONLY | constants.O_CREAT | constants.O_EXCL | constants.O_APPEND, 0o600), path);
  } catch (thrown) {
    if ((thrown as NodeJS.ErrnoException).code === 'EEXIST') {
      throw new GateError('RECORD_FAILED', `there is a recording at \`${path}\` already`, { cause: thrown, hint: 'give each session a folder of its own: `--session-dir DIR`' });
    }
    throw recordFailed(thrown, path);
  }
}

/** An open file descriptor that only grows. `writeSome`: as `fs.writeSync`; tests hand in one that takes less than it is given. */
export class DescriptorFile implements AppendFile {
  readonly path: string;
  readonly #descriptor: number;
  readonly #writeSome: (descriptor: number, bytes: Buffer, offset: number, length: number) => number;

  constructor(descriptor: number, path: string, writeSome: (descriptor: number, bytes: Buffer, offset: number, length: number) => number = writeSync) {
    this.#descriptor = descriptor;
    this.path = path;
    this.#writeSome = writeSome;
  }

  write(bytes: Buffer): void {
    // The system may take a part only: near the end of a disk, or when a signal comes.
    for (let at = 0; at < bytes.length; ) {
      const taken = this.#writeSome(this.#descriptor, bytes, at, bytes.length - at);
      if (taken <= 0) throw new Error('the system took no bytes');
      at += taken;
    }
  }

  sync(done: (error: Error | null) => void): void {
    fdatasync(this.#descriptor, done);
  }

  inPlace(): boolean {
    const ours = fstatSync(this.#descriptor);
    const named = statSync(this.path, { throwIfNoEntry: false });
    return named !== undefined && named.ino === ours.ino && named.dev === ours.dev;
  }

  close(): void {
    close(this.#descriptor, () => undefined);
  }
}

/** Creates `path` (mode 0600) with this text, written through to the disk. Throws RECORD_FAILED. */
export function writeNewFile(path: string, text: string): void {
  try {
    writeFileSync(path, text, { flag: 'wx', mode: 0o600, flush: true });
  } catch (thrown) {
    throw recordFailed(thrown, path);
  }
}

/** Makes the name of a new file survive a loss of power, too. Throws RECORD_FAILED. */
export function syncFolderOf(path: string): void {
  try {
    const folder = openSync(dirname(path), constants.O_RDONLY);
    try {
      fsyncSync(folder);
    } finally {
      closeSync(folder);
    }
  } catch (thrown) {
    throw recordFailed(thrown, path);
  }
}

const WHAT_TO_DO: Readonly<Record<string, { readonly why: string; readonly hint: string }>> = {
  ENOSPC: { why: 'the disk is full', hint: 'free some space, or give another folder: `--session-dir DIR`' },
  EDQUOT: { why: 'the disk quota is used up', hint: 'free some space, or give another folder: `--session-dir DIR`' },
  EFBIG: { why: 'the file is as large as it may get here', hint: 'raise the limit (`ulimit -f`), or split the work over several sessions' },
  EEXIST: { why: 'a part of its path is a file', hint: 'give another folder: `--session-dir DIR`' },
  ENOTDIR: { why: 'a part of its path is a file', hint: 'give another folder: `--session-dir DIR`' },
  EROFS: { why: 'the disk is read-only', hint: 'give another folder: `--session-dir DIR`' },
  EACCES: { why: 'permission denied', hint: 'give a folder that this user may write: `--session-dir DIR`' },
  EPERM: { why: 'permission denied', hint: 'give a folder of this user: `--session-dir DIR`' },
  ENOENT: { why: 'the folder is not there', hint: 'create it, or give another: `--session-dir DIR`' },
  EIO: { why: 'the disk reports an error', hint: 'look at the disk, or give another folder: `--session-dir DIR`' },
};

/** RECORD_FAILED for whatever went wrong with the file: why, and what to do. */
export function recordFailed(thrown: unknown, path: string): GateError {
  const code = (thrown as NodeJS.ErrnoException | undefined)?.code ?? '';
  const known = WHAT_TO_DO[code];
  const why = known === undefined ? messageOf(thrown) : `${known.why} (${code})`;
  return new GateError('RECORD_FAILED', `the recording \`${path}\` can not be written: ${why}`, {
    cause: thrown, hint: `${known?.hint ?? 'give another folder: `--session-dir DIR`'}; until then nothing is executed`,
  });
}
