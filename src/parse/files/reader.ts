// SPDX-License-Identifier: Apache-2.0
//
// Text of kind `file` for `policy explain`: a unified diff, a Terraform plan in JSON, or one path. Refuses to guess at anything else.
import type { FileChange } from '../../core/change.js';
import type { ReadOperation } from '../../core/model.js';
import { parseDiff } from '../diff/unified.js';
import { looksLikePlan, readPlan } from '../terraform/plan.js';
import { fileOperation } from './operation.js';

/** Reads it; never throws. */
export function readFileText(text: string): readonly ReadOperation[] {
  if (looksLikePlan(text)) return readPlan(text);
  const diff = parseDiff(text);
  if (diff.kind === 'read') return diff.files.map((change) => fileOperation(change, { hazards: [], line: 1, sha256: null }));
  const path = text.trim();
  if (path !== '' && !/[\n\0]/u.test(path)) return [fileOperation(pathChange(path), { hazards: [], line: 1, sha256: null })];
  return [unreadable(`it is no diff, no plan and no path: ${diff.why}`)];
}

function pathChange(path: string): FileChange {
  return { path, from: path, status: 'modified', oldMode: null, newMode: null, binary: false, added: [], removed: [] };
}

function unreadable(why: string): ReadOperation {
  return {
    kind: 'file', line: 1,
    facts: {
      statement: 'UNKNOWN', name: 'file.unknown', text: '', redacted: '', functions: [], hazards: [], forbidden: [], unknown: [why], assumed: false,
      accesses: [{ effect: 'unknown', object: null, type: null, columns: [], filtered: [], assumed: false, why }],
    },
  };
}
