// SPDX-License-Identifier: Apache-2.0
//
// What every host is built from: the job's environment, where its text goes, and the world. Handed in, so that a test can be any CI
// product; the real ones are chosen in main/wire.ts.
import type { Runtime } from '../core/runtime.js';

export type Environment = Readonly<Record<string, string | undefined>>;

/** Synchronous writers of text, `process.stdout.write` in production. */
export interface Writers {
  readonly stdout: (text: string) => void;
  readonly stderr: (text: string) => void;
}

export interface HostWorld {
  readonly environment: Environment;
  readonly writers: Writers;
  readonly runtime: Runtime;
}
