// SPDX-License-Identifier: Apache-2.0
//
// Which files belong to which `changes` entry of the policy. A file belongs to every entry that names it: two tools that read the same
// file perform its operations twice. Refuses to forget what went away: a manifest that is deleted, or moved to where nothing applies it,
// still belongs to the entry that named it before.
import { compileGlobs } from '../core/glob.js';
import type { Change } from '../policy/model.js';
import type { ChangedFile } from './changed-file.js';

/** Files of one entry, in the order given. */
export interface Group {
  readonly change: Change;
  readonly files: readonly ChangedFile[];
}

/** Entries that name any of these paths. */
export function naming(paths: readonly string[], changes: readonly Change[]): readonly Change[] {
  return changes.filter((change) => paths.some(compileGlobs(change.paths, '/')));
}

/** Kinds whose files say what shall be there: what goes from the files goes from the resource. */
const DECLARATIVE: readonly (string | null)[] = ['kubernetes'];

/** Groups with at least one file, in the order of the policy. Deleted files belong to declarative kinds alone. */
export function assign(files: readonly ChangedFile[], changes: readonly Change[]): readonly Group[] {
  return changes.flatMap((change) => {
    const named = compileGlobs(change.paths, '/');
    const found = DECLARATIVE.includes(change.as) ? files.flatMap((file) => declared(file, named)) : files.filter(({ change: { path, status } }) => status !== 'deleted' && named(path));
    return found.length === 0 ? [] : [{ change, files: found }];
  });
}

// A file as an entry sees it: one that comes from elsewhere is new, one that went elsewhere is deleted.
function declared(file: ChangedFile, named: (path: string) => boolean): readonly ChangedFile[] {
  const { change } = file;
  const was = change.from !== null && change.status !== 'copied' && named(change.from) ? change.from : null;
  if (change.status !== 'deleted' && named(change.path)) return [was === null ? { ...file, change: { ...change, from: null }, base: null } : file];
  return was === null ? [] : [{ change: { ...change, path: was, status: 'deleted', newMode: null }, head: null, base: file.base, bytes: null, size: 0, sha256: null, unreadable: null }];
}
