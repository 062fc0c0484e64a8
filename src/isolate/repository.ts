// SPDX-License-Identifier: Apache-2.0
//
// Takes out of a copied `.git` what belongs to the job: credentials, hooks, configuration. What stays is history to read. Refuses
// links and pointers to repositories elsewhere: they would be the original.
import { chmod, lstat, readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Settings hold tokens (`http.….extraheader`) and name programs, and `commondir` says where others are; FETCH_HEAD holds URLs, with credentials in them on GitLab. */
const REMOVED = new Set(['config', 'config.worktree', 'commondir', 'FETCH_HEAD', 'credentials', 'hooks']);
/** Nothing but objects and names of branches, which may be called `config`. */
const KEPT_WHOLE = new Set(['objects', 'refs', 'logs']);

/** Disarms the repository at this path; one that is not a plain folder is removed. */
export async function disarmRepository(repository: string): Promise<void> {
  const found = await lstat(repository);
  if (!found.isDirectory()) {
    await rm(repository);
    return;
  }
  await clean(repository);
  await writeFile(join(repository, 'config'), '[core]\n\trepositoryformatversion = 0\n\tbare = false\n', { mode: 0o644, flag: 'wx' });
  await chmod(repository, 0o755);
}

// Submodules and worktrees keep their own settings further down.
async function clean(folder: string): Promise<void> {
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (REMOVED.has(entry.name)) await rm(path, { recursive: true, force: true });
    else if (entry.isDirectory() && !KEPT_WHOLE.has(entry.name)) await clean(path);
  }
}
