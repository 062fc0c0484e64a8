// SPDX-License-Identifier: Apache-2.0
//
// Which files belong to which `changes` entry of the policy. A file belongs to every entry that names it: two tools that read the same
// file perform its operations twice. Refuses nothing; files without an entry are the repository's alone.
import { compileGlob } from '../core/glob.js';
import type { Change } from '../policy/model.js';
import type { ChangedFile } from './changed-file.js';

/** Files of one entry, in the order given. */
export interface Group {
  readonly change: Change;
  readonly files: readonly ChangedFile[];
}

/** Groups with at least one file, in the order of the policy. */
export function assign(files: readonly ChangedFile[], changes: readonly Change[]): readonly Group[] {
  return changes.flatMap((change) => {
    const globs = change.paths.map((pattern) => compileGlob(pattern, '/'));
    const named = files.filter((file) => globs.some((glob) => glob(file.change.path)));
    return named.length === 0 ? [] : [{ change, files: named }];
  });
}
