// SPDX-License-Identifier: Apache-2.0
//
// What a changed file of a pull request says about paths, on either forge. Refuses to forget the path that a renamed file had: whoever owns
// that one loses a file.
import type { ChangedPath } from '../core/reviews.js';

/** The paths that one file touches. `from`: the path that it had before; null, or the same, when it was not renamed. */
export function pathsOf({ path, status }: ChangedPath, from: string | null): readonly ChangedPath[] {
  return from === null || from === path ? [{ path, status }] : [{ path, status }, { path: from, status: 'removed' }];
}
