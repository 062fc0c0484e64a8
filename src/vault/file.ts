// SPDX-License-Identifier: Apache-2.0
//
// Secrets kept in files, `file:/path`: Docker and Kubernetes mounts, or a file of one's own. Refuses what others could read or could have
// written: COMMAND runs on the same machine as another user. Whatever is checked is the opened file, never its name.
import { constants } from 'node:fs';
import { open, type FileHandle } from 'node:fs/promises';
import type { Stats } from 'node:fs';
import { GateError, messageOf } from '../core/errors.js';

/** A credential is short; more is somebody's mistake in the path. */
export const MAX_SECRET_BYTES = 64 * 1024;

/** The text of the file. `uid`: who we are; null where files have no such owners. Throws SECRET_UNAVAILABLE. */
export async function readSecretFile(path: string, uid: number | null): Promise<string> {
  if (!path.startsWith('/')) throw new GateError('SECRET_UNAVAILABLE', `\`file:${path}\` is not an absolute path`, { hint: 'write `file:/run/secrets/orders-db`' });
  // NONBLOCK: opening a named pipe must not wait for a writer.
  const file = await open(path, constants.O_RDONLY | constants.O_NONBLOCK).catch((cause: unknown) => {
    throw new GateError('SECRET_UNAVAILABLE', `the secret \`file:${path}\` can not be opened: ${messageOf(cause)}`, { hint: 'mount it there, readable for the user that runs ostiary', cause });
  });
  try {
    const stat = await file.stat();
    if (!stat.isFile()) throw new GateError('SECRET_UNAVAILABLE', `the secret \`file:${path}\` is not a regular file`, { hint: 'name a file that holds only the secret' });
    const fault = uid === null ? null : exposureOf(stat, uid);
    if (fault !== null) throw new GateError('SECRET_UNAVAILABLE', `the secret \`file:${path}\` ${fault}`, { hint: 'make it yours alone: `chmod 600`, or `defaultMode: 0400` of a Kubernetes volume' });
    return await readLimited(file, path);
  } finally {
    await file.close();
  }
}

/**
 * Why a file is no place for a secret, as the end of a sentence; null when it is one. Group access is how Kubernetes hands files of root
 * to a plain user (fsGroup); COMMAND has no groups when it is isolated.
 */
export function exposureOf(stat: Pick<Stats, 'uid' | 'mode'>, uid: number): string | null {
  if (stat.uid !== uid && stat.uid !== 0) return 'belongs to another user, who could change it';
  if ((stat.mode & 0o007) !== 0) return 'can be read by every user of this machine';
  if ((stat.mode & 0o020) !== 0) return 'can be changed by its group';
  return (stat.mode & 0o050) !== 0 && stat.uid !== 0 ? 'can be read by its group' : null;
}

async function readLimited(file: FileHandle, path: string): Promise<string> {
  const buffer = Buffer.alloc(MAX_SECRET_BYTES + 1);
  let length = 0;
  for (;;) {
    const { bytesRead } = await file.read(buffer, length, buffer.length - length, null);
    length += bytesRead;
    if (bytesRead === 0 || length === buffer.length) break;
  }
  if (length > MAX_SECRET_BYTES) throw new GateError('SECRET_UNAVAILABLE', `the secret \`file:${path}\` is larger than ${MAX_SECRET_BYTES} bytes`, { hint: 'name a file that holds only the secret' });
  return buffer.toString('utf8', 0, length);
}
