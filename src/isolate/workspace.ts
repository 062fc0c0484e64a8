// SPDX-License-Identifier: Apache-2.0
//
// A copy of the workspace for COMMAND, and the patch of what it changed. The copy's `.git` carries no credentials, hooks or
// configuration; the patch is made with a repository of our own outside the copy, so nothing that COMMAND wrote is ever run.
import { chmod, mkdir, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { GateError } from '../core/errors.js';
import { runProgram } from '../core/program.js';
import type { Runtime } from '../core/runtime.js';

/** git without anybody's configuration. */
const GIT_ENVIRONMENT = {
  PATH: '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin', HOME: '/nonexistent', LC_ALL: 'C',
  GIT_CONFIG_NOSYSTEM: '1', GIT_CONFIG_GLOBAL: '/dev/null', GIT_TERMINAL_PROMPT: '0',
  GIT_AUTHOR_NAME: 'ostiary', GIT_AUTHOR_EMAIL: 'ostiary@invalid', GIT_COMMITTER_NAME: 'ostiary', GIT_COMMITTER_EMAIL: 'ostiary@invalid',
} as const;

/** A copied workspace. */
export interface WorkspaceCopy {
  readonly path: string;
  /** Writes what changed as a binary-safe patch; null when nothing did. */
  patch(into: string): Promise<string | null>;
}

/** Copies `from` into `<home>/workspace` and remembers what was in it. */
export async function copyWorkspace(from: string, home: string, runtime: Runtime): Promise<WorkspaceCopy> {
  const path = join(home, 'workspace');
  const baseline = join(home, 'baseline.git');
  await mkdir(path, { mode: 0o755 });
  await program(['cp', '-a', '--reflink=auto', `${from}/.`, path], runtime);
  await disarmRepository(join(path, '.git'));
  await mkdir(baseline, { mode: 0o700 });
  const git = (...args: string[]): Promise<Buffer> => program(['git', '-c', 'core.bare=false', '-c', 'safe.directory=*', '-c', 'core.autocrlf=false', `--git-dir=${baseline}`, `--work-tree=${path}`, ...args], runtime, path);
  await program(['git', 'init', '-q', '--bare', baseline], runtime);
  await git('add', '-A', '--', '.');
  await git('commit', '-q', '--allow-empty', '--no-verify', '-m', 'before');
  return {
    path,
    async patch(into) {
      await git('add', '-A', '--', '.');
      const diff = await git('diff', '--cached', '--binary', '--no-ext-diff', '--no-textconv', 'HEAD');
      if (diff.length === 0) return null;
      const file = join(into, 'changes.patch');
      await writeFile(file, diff, { mode: 0o600 });
      return file;
    },
  };
}

// actions/checkout leaves a token in `.git/config`; hooks and filters in it would run for whoever uses git in the copy.
async function disarmRepository(repository: string): Promise<void> {
  const found = await stat(repository).catch(() => null);
  if (found === null) return;
  if (!found.isDirectory()) {
    await rm(repository);
    return;
  }
  for (const name of await readdir(repository, { recursive: true, withFileTypes: true })) {
    const file = join(name.parentPath ?? name.path, name.name);
    const holdsSecrets = name.name === 'config' || name.name === 'config.worktree' || name.name === 'FETCH_HEAD' || name.name === 'credentials';
    if (name.isFile() && holdsSecrets) await rm(file);
    if (name.isDirectory() && name.name === 'hooks') await rm(file, { recursive: true });
  }
  await writeFile(join(repository, 'config'), '[core]\n\trepositoryformatversion = 0\n\tbare = false\n', { mode: 0o644 });
  await chmod(repository, 0o755);
}

async function program([file, ...args]: readonly string[], runtime: Runtime, cwd?: string): Promise<Buffer> {
  const result = await runProgram({ file: file ?? '', args, environment: GIT_ENVIRONMENT, ...(cwd === undefined ? {} : { cwd }) }, runtime);
  if (result.code === 0) return result.stdout;
  throw new GateError('ISOLATION_FAILED', `the workspace can not be copied: \`${file ?? ''}\` ended with ${result.code ?? 'a signal'}: ${result.stderr.trim().split('\n').at(-1) ?? ''}`, {
    hint: 'the copy needs `git` and room in the temporary folder; or choose `--workspace shared`',
  });
}
