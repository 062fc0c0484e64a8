// SPDX-License-Identifier: Apache-2.0
// Builds into a temporary folder and compares bytes with dist/: whoever checks out HEAD runs HEAD.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';

const files = (root) => readdirSync(root, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map((entry) => relative(root, join(entry.parentPath ?? entry.path, entry.name)))
  .sort();

const fresh = mkdtempSync(join(tmpdir(), 'ostiary-dist-'));
try {
  execFileSync(process.execPath, ['build.mjs', fresh, '--unchecked'], { stdio: ['ignore', 'inherit', 'inherit'] });
  const expected = files(fresh);
  const actual = files('dist');
  const problems = [
    ...expected.filter((name) => !actual.includes(name)).map((name) => `dist/${name} is missing`),
    ...actual.filter((name) => !expected.includes(name)).map((name) => `dist/${name} should not be there`),
    ...expected.filter((name) => actual.includes(name) && !readFileSync(join(fresh, name)).equals(readFileSync(join('dist', name)))).map((name) => `dist/${name} differs from its source`),
  ];
  for (const problem of problems) console.error(problem);
  if (problems.length > 0) {
    console.error('run `npm run build` and commit dist/ together with the source');
    process.exitCode = 1;
  } else {
    console.log(`dist/ equals a fresh build (${expected.length} files)`);
  }
} finally {
  rmSync(fresh, { recursive: true, force: true });
}
