// SPDX-License-Identifier: Apache-2.0
// Runs jest over ESM and ends with `N passed, N failed` alone on a line. Arguments go to jest. A run without tests is a failure.
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';

const results = 'build/test-results.json';
mkdirSync('build', { recursive: true });
rmSync(results, { force: true });
const jest = spawnSync(process.execPath, ['--experimental-vm-modules', '--no-warnings', 'node_modules/jest/bin/jest.js', '--json', `--outputFile=${results}`, ...process.argv.slice(2)], { stdio: ['ignore', 'ignore', 'inherit'] });
let passed = 0;
let failed = 1;
try {
  const report = JSON.parse(readFileSync(results, 'utf8'));
  passed = report.numPassedTests;
  failed = report.numFailedTests + report.numRuntimeErrorTestSuites + report.numPendingTests;
} catch (error) {
  console.error(`no test results: ${error.message}`);
}
console.log(`${passed} passed, ${failed} failed`);
process.exit(jest.status === 0 && failed === 0 && passed > 0 ? 0 : 1);
