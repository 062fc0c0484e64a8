// SPDX-License-Identifier: Apache-2.0
//
// The operation of a file that nobody could read: unknown, at its first line, so that no allow rule lets it pass by accident.
import type { OperationFacts, OperationKind, ReadOperation } from '../core/model.js';
import type { ChangedFile } from './changed-file.js';

/** One unknown operation; `why` ends a sentence. */
export function unreadableOperation(file: ChangedFile, why: string, kind: OperationKind = 'file'): ReadOperation {
  const { path } = file.change;
  const facts: OperationFacts = {
    statement: 'UNKNOWN', name: `${kind}.unknown`, text: `${path}\n${file.sha256 ?? ''}`, redacted: path,
    accesses: [{ effect: 'unknown', object: path, type: 'file', columns: [], filtered: [], assumed: false, why }],
    functions: [], hazards: [], forbidden: [], unknown: [why], assumed: false,
  };
  return { kind, facts, line: 1, size: file.size, paths: [path] };
}
