// SPDX-License-Identifier: Apache-2.0
// `npm run corpus`: scores the parsers on other projects' material, through `ostiary policy explain` as any user would, and runs
// PostgreSQL's regression suite through the gate. One part alone: `npm run corpus -- parsers`, `-- shell`, `-- code`, `-- masking`, `-- suite` (takes minutes), or some of its
// files, in an order that they need: `-- suite test_setup create_index alter_table`. Reads archives
// from ../shared/corpora (OSTIARY_CORPORA overrides) and says so when they are not there. Prints figures; keeps nothing, but the suite's
// outputs where OSTIARY_KEEP names a folder.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { bytebase } from './corpus/bytebase.mjs';
import { code } from './corpus/code.mjs';
import { kubernetes } from './corpus/kubernetes.mjs';
import { masking } from './corpus/masking.mjs';
import { cleanUp, explainAll, percent, readOnlyPolicy, rows, scratch } from './corpus/material.mjs';
import { readonlyGuard } from './corpus/readonly-guard.mjs';
import { regress } from './corpus/regress.mjs';
import { regressSuite } from './corpus/regress-suite.mjs';
import { shell } from './corpus/shell.mjs';
import { squawk } from './corpus/squawk.mjs';

const [part, ...only] = process.argv.slice(2);
const wanted = (name) => part === undefined || part === name;

try {
  const policy = readOnlyPolicy();
  console.log(`policy of all figures below:\n${readFileSync(policy, 'utf8').replace(/^/gm, '  ')}`);
  if (wanted('parsers')) {
    await regress(policy);
    await readonlyGuard(policy);
    await bytebase(policy);
  }
  if (wanted('squawk')) await squawk(rows('squawk-rules', 'cases.jsonl') ?? [], (texts) => explainAll(policy, texts), percent);
  if (wanted('shell')) await shell();
  if (wanted('kubernetes')) await kubernetes({ rows, percent, explain: (texts) => explainAll(policy, texts, { kind: 'kubernetes', resource: 'cluster' }) });
  if (wanted('code')) await code(policy);
  if (wanted('masking')) await masking();
  if (wanted('suite') && rows('postgres-regress', 'statements-pg15.jsonl') !== null) await regressSuite({ suite: join(scratch, 'postgres-regress'), scratch, keep: process.env.OSTIARY_KEEP ?? null, only });
} finally {
  cleanUp();
}
