// SPDX-License-Identifier: Apache-2.0
//
// The readers of changed files: by the tool or kind that the policy names, and for the repository itself. Each parser is loaded when a
// file of its kind first comes along.
import type { FilesReader } from '../check/changed-file.js';
import type { FileReaders } from '../check/check.js';
import { unreadableOperation } from '../check/unreadable.js';
import type { Reader } from '../core/model.js';
import type { Change } from '../policy/model.js';
import { Readers } from './readers.js';

/** Loads what a change needs. */
export class ChangeReaders implements FileReaders {
  readonly #readers = new Readers();

  async mapped({ tool, as }: Change): Promise<FilesReader | null> {
    if (as === 'kubernetes') return manifestReader();
    if (as !== null) {
      const reader = (await this.#readers.including(as))[as];
      return reader === undefined ? null : eachFile(reader);
    }
    return tool === null ? null : toolReader(tool);
  }

  async repository(): Promise<FilesReader> {
    return repositoryReader(this.#readers);
  }
}

/** A reader of texts as one of files: each file by itself. */
function eachFile(reader: Reader): FilesReader {
  return (files) => files.map((file) => (file.head === null ? [unreadableOperation(file, file.unreadable ?? 'there is no text in it')] : reader(file.head)));
}

/** Manifests with what they were before: what goes from them is deleted. */
async function manifestReader(): Promise<FilesReader> {
  const { readManifestChange } = await import('../parse/kubernetes/changes.js');
  return (files) => {
    const read = readManifestChange(files.map(({ change, head, base }) => ({ path: change.path, head, base, baseLost: change.from !== null && base === null })));
    return files.map((file, index) => [...(file.head === null && file.change.status !== 'deleted' ? [unreadableOperation(file, file.unreadable ?? 'there is no text in it', 'kubernetes')] : []), ...(read[index] ?? [])]);
  };
}

async function toolReader(tool: string): Promise<FilesReader | null> {
  if (tool === 'terraform') return eachFile((await import('../parse/terraform/plan.js')).readPlan);
  const read = await (await import('../parse/migrations/reader.js')).loadMigrationReader(tool);
  if (read === null) return null;
  return (files) => read(files.map(({ change, head, base, unreadable }) => ({ path: change.path, head, base, unreadable })));
}

async function repositoryReader(_readers: Readers): Promise<FilesReader> {
  return (files) => files.map(() => []);
}
