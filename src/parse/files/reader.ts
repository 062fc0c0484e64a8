// SPDX-License-Identifier: Apache-2.0
//
// Text of kind `file` for `policy explain`: a unified diff, a Terraform plan in JSON, or one path. Refuses to guess at anything else.
import type { FileChange } from '../../core/change.js';
import type { Reader, ReadOperation } from '../../core/model.js';
import { parseDiff } from '../diff/unified.js';
import { looksLikePlan, readPlan } from '../terraform/plan.js';
import { readChangedFiles } from './changed.js';
import type { FileSides, FileTools } from './model.js';

/** A reader that finds secrets by what is handed in. It never throws. */
export function fileReader(secretsIn: FileTools['secretsIn']): Reader {
  const tools: FileTools = { secretsIn, scripts: null, manifests: null, mapped: () => false };
  return (text) => {
    if (looksLikePlan(text)) return readPlan(text);
    const diff = parseDiff(text);
    if (diff.kind === 'read') return readChangedFiles(diff.files.map(sidesOf), tools).flat();
    const path = text.trim();
    if (path !== '' && !/[\n\0]/u.test(path)) return readChangedFiles([{ ...sidesOf(pathChange(path)), head: null }], tools).flat();
    return [unreadable(`it is no diff, no plan and no path: ${diff.why}`)];
  };
}

/** A file as far as a diff tells: the whole of a new one, the lines that were added to another. */
function sidesOf(change: FileChange): FileSides {
  const whole = change.status === 'added' && !change.binary ? change.added.map(({ text }) => text).join('\n') : null;
  return { change, head: whole, base: null, size: whole === null ? 0 : Buffer.byteLength(whole), sha256: null };
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
