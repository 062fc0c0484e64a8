// SPDX-License-Identifier: Apache-2.0
// `npm run coverage`: what the tests run of the rooms that decide, guard or record. Lists every branch and function that no test ran, then the
// figures of each room. `npm run coverage -- test/unit/policy src/policy`: those tests and those files alone. Tests under test/e2e are left
// out: they start the bundle as a process of its own, where nothing is counted. A figure says what ran, never what was asserted, so it is no
// part of `npm run verify`; a failing test is a failure here, too.
import { spawnSync } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { relative } from 'node:path';

const ROOMS = ['core', 'parse/sql', 'parse', 'policy', 'identity', 'approval', 'gate', 'mask', 'record', 'proxy/postgres'];
const TESTS = ['test/unit', 'test/contract', 'test/integration'];
const folder = 'build/coverage';

const given = process.argv.slice(2);
const wanted = given.filter((path) => path.startsWith('src/'));
const tests = given.filter((path) => !path.startsWith('src/'));
rmSync(folder, { recursive: true, force: true });
const jest = spawnSync(process.execPath, [
  '--experimental-vm-modules', '--no-warnings', 'node_modules/jest/bin/jest.js', '--coverage', '--coverageReporters=json', `--coverageDirectory=${folder}`,
  // Jest looks at its roots for what no test loads: none of that counts as run. What runs in a reader's browser can't be counted.
  '--roots', 'test', 'src',
  ...ROOMS.map((room) => `--collectCoverageFrom=src/${room}/**/*.ts`), '--collectCoverageFrom=!src/record/page/**',
  ...(tests.length === 0 ? TESTS : tests),
], { stdio: 'inherit' });

// It comes with jest, which we depend on.
const require = createRequire(import.meta.url);
const { createCoverageMap } = createRequire(require.resolve('jest'))('istanbul-lib-coverage');
const map = createCoverageMap(JSON.parse(readFileSync(`${folder}/coverage-final.json`, 'utf8')));
const files = map.files().sort().map((path) => ({ path: relative('.', path), coverage: map.fileCoverageFor(path) }))
  .filter(({ path }) => wanted.length === 0 || wanted.some((part) => path.startsWith(part)));

function missed({ path, coverage: { branchMap, b: ran, fnMap, f: called } }) {
  const source = readFileSync(path, 'utf8').split('\n');
  const branches = Object.entries(branchMap).flatMap(([id, { type, loc, locations }]) => locations.flatMap(({ start }, index) => (ran[id][index] > 0 ? [] : [{ line: start.line ?? loc.start.line, what: `${type} ${index}` }])));
  const functions = Object.entries(fnMap).flatMap(([id, { loc }]) => (called[id] > 0 ? [] : [{ line: loc.start.line, what: 'function' }]));
  return [...branches, ...functions].sort((one, other) => one.line - other.line).map(({ line, what }) => `${path}:${line} ${what}: ${source[line - 1].trim().slice(0, 160)}`);
}

for (const line of files.flatMap(missed)) console.log(line);
for (const room of ROOMS) {
  const summaries = files.filter(({ path }) => ROOMS.find((one) => path.startsWith(`src/${one}/`)) === room).map(({ coverage }) => coverage.toSummary());
  if (summaries.length === 0) continue;
  const figures = ['lines', 'branches', 'functions'].map((count) => {
    const [covered, total] = ['covered', 'total'].map((key) => summaries.reduce((sum, summary) => sum + summary[count][key], 0));
    return `${covered} of ${total} ${count} (${(total === 0 ? 100 : (100 * covered) / total).toFixed(1)} %)`;
  });
  console.log(`${room}: ${figures.join(', ')}`);
}
// No `process.exit`: it would cut off what a pipe has not taken yet.
process.exitCode = jest.status ?? 1;
