// SPDX-License-Identifier: Apache-2.0
//
// The one bundle behind every stub in dist/. libpg-query's loader expects CommonJS's `__dirname`, which an ES module does not have.
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';

declare global {
  // Only `var` declares a property of globalThis.
  var __dirname: string;
}
globalThis.__dirname ??= dirname(fileURLToPath(import.meta.url));

export { runAction } from './action.js';
export { runCli } from './cli.js';
