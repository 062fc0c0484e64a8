// SPDX-License-Identifier: Apache-2.0
//
// The composition root: the real host, the real world, the paths of our own program. Refuses to decide anything.
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Host } from '../core/ports.js';
import { detectHost } from '../host/detect.js';
import { systemRuntime } from '../core/runtime.js';

/** The host of this process, from its environment. */
export function realHost(): Host {
  return detectHost(process.env, { stdout: (text) => process.stdout.write(text), stderr: (text) => process.stderr.write(text) }, systemRuntime);
}

/** Path of `dist/cli.js`, which the gate process is started from. */
export function cliPath(): string {
  return join(dirname(fileURLToPath(import.meta.url)), 'cli.js');
}
