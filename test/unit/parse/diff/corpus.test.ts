// SPDX-License-Identifier: Apache-2.0
//
// Diffs from ../shared/corpora (diffs): the files and the counts that `git apply --numstat` finds, and what it calls corrupt.
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { parseDiff } from '../../../../src/parse/diff/unified.js';

interface Row { readonly id: string; readonly diff: string; readonly git_apply_ok: boolean; readonly numstat?: string; readonly err?: string }

const ARCHIVE = `${process.env.OSTIARY_CORPORA ?? '../shared/corpora'}/diffs.tar.gz`;
const rows: readonly Row[] = existsSync(ARCHIVE)
  ? execFileSync('tar', ['-xzOf', ARCHIVE, 'diffs/parser-fixtures.jsonl'], { maxBuffer: 1 << 28 }).toString('utf8').split('\n').filter((line) => line !== '').map((line) => JSON.parse(line) as Row)
  : [];
if (rows.length === 0) process.stdout.write(`corpus diffs is absent (${ARCHIVE}): its rows were not checked\n`);

function numstat(diff: string): string {
  const answer = parseDiff(diff);
  if (answer.kind === 'malformed') return `malformed ${answer.line} ${answer.why}`;
  return answer.files.map((file) => `${file.binary ? '-\t-' : `${file.added.length}\t${file.removed.length}`}\t${file.path}\0`).join('');
}

describe('the diffs corpus', () => {
  it('is read as git reads it', () => {
    expect(rows.filter((row) => row.git_apply_ok && numstat(row.diff) !== row.numstat).map((row) => ({ id: row.id, ours: numstat(row.diff), git: row.numstat }))).toEqual([]);
  });

  it('is refused where git refuses it', () => {
    expect(rows.filter((row) => !row.git_apply_ok && parseDiff(row.diff).kind === 'read').map((row) => ({ id: row.id, git: row.err, ours: numstat(row.diff) }))).toEqual([]);
  });
});
