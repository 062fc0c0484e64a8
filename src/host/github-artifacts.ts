// SPDX-License-Identifier: Apache-2.0
//
// GitHub's artifacts, by GitHub's own client: it knows the results service, and this file knows what to say when that does not answer.
// Loaded only when something is uploaded. Refuses to overwrite: an artifact of the same name is somebody's record.
import { join } from 'node:path';
import type { ArtifactClient } from '@actions/artifact';
import { GateError, messageOf } from '../core/errors.js';
import type { ArtifactStore } from '../core/ports.js';

/** Artifacts of this job. `environment`: of the step, which holds the address and the token of the results service. */
export class GitHubArtifacts implements ArtifactStore {
  readonly #environment: Readonly<Record<string, string | undefined>>;

  constructor(environment: Readonly<Record<string, string | undefined>>) {
    this.#environment = environment;
  }

  async upload({ name, otherName, folder, files, retentionDays }: Parameters<ArtifactStore['upload']>[0]): ReturnType<ArtifactStore['upload']> {
    const client = await this.#client();
    const paths = files.map((file) => join(folder, file));
    const options = retentionDays === null ? {} : { retentionDays };
    const names = otherName === null ? [name] : [name, otherName];
    for (const candidate of names) {
      try {
        const { id, digest } = await client.uploadArtifact(candidate, paths, folder, options);
        if (id === undefined) throw new Error('the service gave it no id');
        return { name: candidate, id: String(id), url: this.#urlOf(id), sha256: (digest ?? '').replace(/^sha256:/, '') };
      } catch (thrown) {
        if (candidate !== names.at(-1) && isTaken(thrown)) continue;
        throw this.#failure(candidate, thrown);
      }
    }
    throw new GateError('INTERNAL', 'an artifact without a name');
  }

  async #client(): Promise<ArtifactClient> {
    if ((this.#environment['ACTIONS_RUNTIME_TOKEN'] ?? '') === '' || (this.#environment['ACTIONS_RESULTS_URL'] ?? '') === '') {
      throw new GateError('INPUT_INVALID', 'this step has no way to the artifacts of the job', { hint: 'GitHub gives it to actions only: use `uses: ostiary/ostiary/actions/session-artifact`, not a `run:` step' });
    }
    return new (await import('@actions/artifact')).DefaultArtifactClient();
  }

  #urlOf(id: number): string | null {
    const { GITHUB_SERVER_URL, GITHUB_REPOSITORY, GITHUB_RUN_ID } = this.#environment;
    return GITHUB_SERVER_URL === undefined || GITHUB_REPOSITORY === undefined || GITHUB_RUN_ID === undefined ? null : `${GITHUB_SERVER_URL}/${GITHUB_REPOSITORY}/actions/runs/${GITHUB_RUN_ID}/artifacts/${id}`;
  }

  #failure(name: string, thrown: unknown): GateError {
    const message = messageOf(thrown).slice(0, 300);
    if (isTaken(thrown)) return new GateError('INPUT_INVALID', `there is an artifact \`${name}\` already`, { cause: thrown, hint: 'leave the input `name` out: then each session gets a name of its own' });
    if (/not.*supported on GHES/i.test(message)) return new GateError('FORGE_FAILED', 'this GitHub Enterprise Server does not take artifacts of this kind', { cause: thrown, hint: 'keep the folder of the session by other means; it is the output `session` of the step' });
    return new GateError('FORGE_FAILED', `the artifact \`${name}\` could not be uploaded: ${message}`, { cause: thrown, hint: 'the files are still where they were; run the job again, or keep the folder by other means' });
  }
}

// Match "Conflict: an artifact with this name already exists on the workflow run", miss "unable to make request: ECONNREFUSED".
function isTaken(thrown: unknown): boolean {
  return /\b409\b|conflict|already exists/i.test(messageOf(thrown));
}
