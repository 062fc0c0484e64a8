// SPDX-License-Identifier: Apache-2.0
//
// A repository as a forge serves it, and checkouts of it as CI products make them. Branches are made of files; merges are the forge's own trial
// merges. Refuses to share anything with the repository of the user who runs the tests.
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** Files to write; null deletes, `-> target` links. */
export type Files = Readonly<Record<string, string | Buffer | null>>;

export interface Origin {
  /** Folder of the bare repository. */
  readonly url: string;
  /** Commits files on a branch; a branch that is new begins at `from`. Returns the commit. */
  commit(branch: string, files: Files, from?: string): string;
  /** Merges `theirs` into `ours` under a ref of its own, as `refs/pull/7/merge`; returns the merge commit, whose first parent is `ours`. */
  merge(ref: string, ours: string, theirs: string): string;
  /** What `actions/checkout` leaves in a folder: `depth` 0 is all branches with their history. */
  checkOut(folder: string, commit: string, more?: { readonly depth?: number; readonly ref?: string }): void;
}

/** git with nothing of the machine's settings. */
export function git(cwd: string, ...args: readonly string[]): string {
  const environment = { PATH: process.env['PATH'] ?? '', HOME: cwd, GIT_CONFIG_NOSYSTEM: '1', GIT_CONFIG_GLOBAL: '/dev/null', GIT_AUTHOR_NAME: 'a', GIT_AUTHOR_EMAIL: 'a@example', GIT_COMMITTER_NAME: 'a', GIT_COMMITTER_EMAIL: 'a@example' };
  return execFileSync('git', ['-c', 'uploadpack.allowAnySHA1InWant=true', ...args], { cwd, stdio: ['ignore', 'pipe', 'pipe'], env: environment, maxBuffer: 1 << 28 }).toString('utf8').trim();
}

/** A new one below a folder; `bare`: an empty repository that is there already. */
export function makeOrigin(below: string, bare = mkdtempSync(join(below, 'origin-'))): Origin {
  const work = mkdtempSync(join(below, 'work-'));
  git(bare, 'init', '--quiet', '--bare', '--initial-branch=main');
  git(bare, 'config', 'uploadpack.allowAnySHA1InWant', 'true');
  git(work, 'init', '--quiet', '--initial-branch=main');
  git(work, 'remote', 'add', 'origin', bare);
  const url = `file://${bare}`;
  return {
    url,
    commit(branch, files, from) {
      if (from !== undefined) git(work, 'checkout', '--quiet', '-B', branch, from);
      else if (git(work, 'branch', '--list', branch) !== '') git(work, 'checkout', '--quiet', branch);
      for (const [path, content] of Object.entries(files)) write(join(work, path), content);
      git(work, 'add', '--all', '--force');
      git(work, 'commit', '--quiet', '--allow-empty', '-m', branch);
      git(work, 'push', '--quiet', '--force', 'origin', `HEAD:refs/heads/${branch}`);
      return git(work, 'rev-parse', 'HEAD');
    },
    merge(ref, ours, theirs) {
      git(work, 'checkout', '--quiet', '--detach', ours);
      git(work, 'merge', '--quiet', '--no-ff', '-m', 'merge', theirs);
      git(work, 'push', '--quiet', '--force', 'origin', `HEAD:${ref}`);
      return git(work, 'rev-parse', 'HEAD');
    },
    checkOut(folder, commit, { depth = 1, ref = 'refs/remotes/pull/merge' } = {}) {
      git(folder, 'init', '--quiet', '--initial-branch=main');
      git(folder, 'remote', 'add', 'origin', url);
      if (depth === 0) git(folder, 'fetch', '--quiet', '--prune', 'origin', '+refs/heads/*:refs/remotes/origin/*', `+${commit}:${ref}`);
      else git(folder, 'fetch', '--quiet', '--no-tags', `--depth=${depth}`, 'origin', `+${commit}:${ref}`);
      git(folder, 'checkout', '--quiet', '--force', '--detach', commit);
    },
  };
}

function write(path: string, content: string | Buffer | null): void {
  rmSync(path, { force: true, recursive: true });
  if (content === null) return;
  mkdirSync(dirname(path), { recursive: true });
  if (typeof content === 'string' && content.startsWith('-> ')) symlinkSync(content.slice(3), path);
  else writeFileSync(path, content);
}
