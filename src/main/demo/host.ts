// SPDX-License-Identifier: Apache-2.0
//
// The demo's host: the gate process believes in a CI job, and the terminal shows only what the demo says. Warnings still come through.
import { GateError } from '../../core/errors.js';
import type { Host } from '../../core/ports.js';

/** A host of kind `github` that prints warnings and errors only. */
export function demoHost(): Host {
  const silent = (): void => undefined;
  const loud = (message: string): void => void process.stderr.write(`ostiary: ${message}\n`);
  return {
    kind: 'github',
    log: { debug: silent, info: silent, warn: loud, error: loud },
    addMask: silent,
    input: () => undefined,
    output: silent,
    secretOutput: silent,
    summary: async () => undefined,
    annotate: (_level, message) => loud(message),
    group: (_title, run) => run(),
    quarantine: (run) => run(),
    change: () => ({ base: 'origin/HEAD', head: 'HEAD', expected: [], merge: null }),
    pushed: () => [],
    saveState: silent,
    state: () => undefined,
    facts: () => ({}),
    idToken: async () => {
      throw new GateError('INTERNAL', 'the gate process asks for the token by itself');
    },
    tokenVariables: [],
    tokenValues: [],
    credentialFolders: [],
    historyHint: '',
    defaultSessionDir: () => '.',
  };
}
