// SPDX-License-Identifier: Apache-2.0
//
// Isolation that was asked for by name not to be there: COMMAND runs as the same user. Still keeps the environment clean, our
// descriptors to ourselves and, when asked, the workspace a copy. Refuses nothing else: SECURITY.md says what that means.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { IsolatedCommand, Isolation, IsolationRequest } from '../core/isolation.js';
import type { Runtime } from '../core/runtime.js';
import { closeInherited } from './descriptors.js';
import { copyWorkspace, relocated } from './workspace.js';

/** `isolation: none`. */
export class NoIsolation implements Isolation {
  readonly #runtime: Runtime;

  constructor(runtime: Runtime) {
    this.#runtime = runtime;
  }

  async prepare(request: IsolationRequest): Promise<IsolatedCommand> {
    await closeInherited();
    const home = request.mode === 'copy' ? await mkdtemp(join(tmpdir(), 'ostiary-work-')) : null;
    const copy = home === null ? null : await copyWorkspace(request, home, this.#runtime);
    return {
      wrap: ([file, ...args]) => ({ file: file ?? '', args }),
      cwd: copy?.path ?? request.workspace,
      environment: copy === null ? request.environment : relocated(request.environment, request.workspace, copy.path),
      uid: null,
      withheld: copy?.withheld ?? [],
      collect: async () => (copy === null ? null : copy.patch()),
      dispose: async () => {
        if (home !== null) await rm(home, { recursive: true, force: true });
      },
    };
  }
}
