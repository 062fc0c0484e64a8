// SPDX-License-Identifier: Apache-2.0
//
// Fetches the texts of a change's files, both sides, in two calls. Refuses to take bytes for text that are none.
import { isUtf8 } from 'node:buffer';
import { createHash } from 'node:crypto';
import type { ChangeSource, FileChange } from '../core/change.js';
import { type ChangedFile, MAX_FILE_BYTES } from './changed-file.js';

/** All files of a change, sorted by path. */
export async function loadFiles(source: ChangeSource): Promise<readonly ChangedFile[]> {
  const changes = [...(await source.files())].sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0));
  const fresh = changes.filter(({ status }) => status !== 'deleted');
  const old = changes.filter(({ from }) => from !== null);
  const [heads, bases] = await Promise.all([
    source.read('head', fresh.map(({ path }) => path), MAX_FILE_BYTES),
    source.read('base', old.map(({ from }) => from as string), MAX_FILE_BYTES),
  ]);
  const headOf = new Map(fresh.map((change, index) => [change, heads[index] ?? null]));
  const baseOf = new Map(old.map((change, index) => [change, bases[index] ?? null]));
  return changes.map((change) => changedFile(change, headOf.get(change) ?? null, baseOf.get(change) ?? null));
}

/** As much as git looks at to say that a file is no text. */
const LOOKED_AT = 8_000;

// Pictures and programs: a zero in front, and more that no text has. A script with one zero in it a shell still runs.
function isData(bytes: Buffer): boolean {
  const first = bytes.subarray(0, LOOKED_AT);
  return first.filter((byte) => byte < 0x09 || (byte > 0x0D && byte < 0x20 && byte !== 0x1B)).length * 50 > first.length;
}

function changedFile(change: FileChange, head: Buffer | null, base: Buffer | null): ChangedFile {
  const text = (bytes: Buffer | null): string | null => (bytes !== null && isUtf8(bytes) ? bytes.toString('utf8') : null);
  const after = text(head);
  const isFile = change.status !== 'deleted' && change.newMode !== '120000' && change.newMode !== '160000';
  return {
    change, head: after, base: text(base), bytes: isFile && after === null && head !== null && !isData(head) ? head.toString('latin1') : null, size: head?.length ?? 0,
    sha256: head === null ? null : createHash('sha256').update(head).digest('hex'),
    unreadable: !isFile ? null : head === null ? `the file is larger than ${MAX_FILE_BYTES} bytes` : after === null ? 'the file is not UTF-8 text' : null,
  };
}
