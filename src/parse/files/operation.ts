// SPDX-License-Identifier: Apache-2.0
//
// One changed file as an operation: which path becomes what. Refuses to hold content: the digest is bound to it, hazards speak of it.
import type { FileChange } from '../../core/change.js';
import type { Hazard, ReadOperation } from '../../core/model.js';

const NAMES: Readonly<Record<FileChange['status'], string>> = { added: 'add', modified: 'change', deleted: 'delete', renamed: 'rename', copied: 'add' };

/** `sha256`: hex, of the new content; null when it is not there or not known. `size`: its bytes. `assumed`: the whole file was not there to be read. */
export interface About {
  readonly hazards: readonly Hazard[];
  readonly line: number;
  readonly sha256: string | null;
  readonly size?: number;
  readonly assumed?: boolean;
  /** Why it could not be judged whole, as ends of sentences. */
  readonly unknown?: readonly string[];
}

/** The operation of a file, or of one place in it. */
export function fileOperation(change: FileChange, about: About): ReadOperation {
  const name = NAMES[change.status];
  const paths = change.from === null || change.from === change.path ? [change.path] : [change.from, change.path];
  return {
    kind: 'file', line: about.line, paths, ...(about.size === undefined ? {} : { size: about.size }),
    facts: {
      statement: `${name.toUpperCase()} FILE`, name: `file.${name}`, text: [change.status, ...paths, change.newMode ?? '', about.sha256 ?? ''].join('\n'), redacted: paths.join(' -> '),
      accesses: [
        ...paths.map((path) => ({ effect: 'write' as const, object: path, type: 'file', columns: [], filtered: [], assumed: false })),
        ...(about.unknown ?? []).map((why) => ({ effect: 'unknown' as const, object: change.path, type: 'file', columns: [], filtered: [], assumed: false, why })),
      ],
      functions: [], hazards: about.hazards, forbidden: [], unknown: about.unknown ?? [], assumed: about.assumed ?? false,
    },
  };
}
