// SPDX-License-Identifier: Apache-2.0
//
// Folders at paths that a user names, with the folders that lead there. Refuses to try for ever: Node's own way does below /proc, where
// nothing can be made and the system says that the folder above is missing.
import { mkdir, stat } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';

/** Makes a folder, and those above it that are missing; one that is there stays as it is. `mode`: of what is made. Throws the system's errors. */
export async function makeFolder(path: string, mode = 0o777): Promise<void> {
  if (await made(path, mode)) return;
  const above = dirname(resolve(path));
  if (above !== resolve(path)) await makeFolder(above, mode);
  await mkdir(path, { mode }).catch(async (thrown: unknown) => {
    // Somebody else was faster.
    if (!(await isFolder(path))) throw thrown;
  });
}

/** False: a folder above it is missing. */
async function made(path: string, mode: number): Promise<boolean> {
  try {
    await mkdir(path, { mode });
    return true;
  } catch (thrown) {
    if ((thrown as NodeJS.ErrnoException).code === 'ENOENT') return false;
    if (await isFolder(path)) return true;
    throw thrown;
  }
}

async function isFolder(path: string): Promise<boolean> {
  return (await stat(path).catch(() => null))?.isDirectory() ?? false;
}
