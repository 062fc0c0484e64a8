// SPDX-License-Identifier: Apache-2.0
//
// A copy of the workspace for COMMAND, and the patch of what it changed. Repositories in the copy carry no credentials, hooks or
// configuration; the patch is made with a repository of our own outside the copy, so nothing that COMMAND wrote is ever run, and no
// attribute, filter or nested repository hides a change. Files that were ignored before are left out.
import { chmod, lstat, mkdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { GateError } from '../core/errors.js';
import type { IsolationRequest } from '../core/isolation.js';
import { runProgram } from '../core/program.js';
import type { Runtime } from '../core/runtime.js';
import { disarmRepository } from './repository.js';

/** git without anybody's configuration. */
const GIT_ENVIRONMENT = {
  PATH: '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin', HOME: '/nonexistent', LC_ALL: 'C',
  GIT_CONFIG_NOSYSTEM: '1', GIT_CONFIG_GLOBAL: '/dev/null', GIT_TERMINAL_PROMPT: '0',
  GIT_AUTHOR_NAME: 'ostiary', GIT_AUTHOR_EMAIL: 'ostiary@invalid', GIT_COMMITTER_NAME: 'ostiary', GIT_COMMITTER_EMAIL: 'ostiary@invalid',
} as const;
/** Bytes are compared as they are: `.gitattributes` of the workspace asks for no conversion. This file is stronger. */
const ATTRIBUTES = '* -text !eol !filter !ident !working-tree-encoding !diff\n';

/** Of all files that COMMAND changed or made, together: git takes half a minute for so much, and a patch of it is of no use. */
const MAX_CHANGED_BYTES = 4 * 2 ** 30;
/** Of a name in a message. */
const MAX_SHOWN = 200;

/** A copied workspace. */
export interface WorkspaceCopy {
  readonly path: string;
  /** Files that hold a secret, which were left out; relative to the workspace. */
  readonly withheld: readonly string[];
  /** Writes what changed as a binary-safe patch; null when nothing did. The copy is of no use afterwards. */
  patch(): Promise<string | null>;
}

/** Copies `workspace` into `<home>/workspace`, without the session folder, and remembers what was in it. */
export async function copyWorkspace(request: Pick<IsolationRequest, 'workspace' | 'sessionDir' | 'secrets'>, home: string, runtime: Runtime): Promise<WorkspaceCopy> {
  const { workspace, sessionDir } = request;
  refuseToCopyIntoItself(workspace, home);
  const path = join(home, 'workspace');
  await mkdir(path, { mode: 0o755 });
  await program(['cp', '-a', '--reflink=auto', `${workspace}/.`, path], runtime);
  if (isInside(sessionDir, workspace)) await rm(join(path, relative(workspace, sessionDir)), { recursive: true, force: true });
  const repositories = await repositoriesIn(path, runtime);
  for (const repository of repositories) await disarmRepository(repository);
  const withheld = await holding(request.secrets, path, runtime);
  for (const file of withheld) await rm(join(path, file));
  const git = await remember(path, { home, nested: repositories.filter((found) => found !== join(path, '.git')), runtime });
  return {
    path,
    withheld,
    async patch() {
      await program(['chmod', '-R', 'u+rwX', '--', path], runtime);
      // Whatever COMMAND called a repository would hide what is in it.
      for (const repository of await repositoriesIn(path, runtime)) await rm(repository, { recursive: true, force: true });
      await refuseTooMuch(path, await git(['ls-files', '-z', '-o', '-m', '--exclude-standard']));
      await git(['add', '-A', '--', '.']);
      const file = join(sessionDir, 'changes.patch');
      await git(['diff', '--cached', '--binary', '--no-ext-diff', '--no-textconv', `--output=${file}`, 'HEAD']);
      await chmod(file, 0o600);
      if ((await stat(file)).size > 0) return file;
      await rm(file);
      return null;
    },
  };
}

/** Variables that point into the workspace point into its copy: `GITHUB_WORKSPACE`, entries of `PATH`. */
export function relocated(environment: Readonly<Record<string, string>>, from: string, to: string): Record<string, string> {
  const moved = (part: string): string => (part === from || part.startsWith(`${from}/`) ? to + part.slice(from.length) : part);
  return Object.fromEntries(Object.entries(environment).map(([name, value]) => [name, value.split(':').map(moved).join(':')]));
}

// A file without a byte in it may claim terabytes, and git would read each of them. `listed`: paths as bytes, for names need be no text.
async function refuseTooMuch(path: string, listed: Buffer): Promise<void> {
  let bytes = 0;
  for (const name of new Set(listed.toString('latin1').split('\0'))) {
    // What is listed and not there was deleted.
    const found = name === '' ? null : await lstat(Buffer.concat([Buffer.from(`${path}/`), Buffer.from(name, 'latin1')])).catch(() => null);
    bytes += found?.isFile() === true ? found.size : 0;
    if (bytes <= MAX_CHANGED_BYTES) continue;
    throw new GateError('ISOLATION_FAILED', `the changes of the command can not be compared: with \`${shown(name)}\` they are larger than ${MAX_CHANGED_BYTES / 2 ** 30} GiB`, {
      hint: 'keep such files where `.gitignore` leaves them out, or choose `--workspace shared`',
    });
  }
}

// Hits `\n` and U+202E; misses `é` and `-`: what COMMAND called a file stays one line.
function shown(bytes: string): string {
  return Buffer.from(bytes, 'latin1').toString('utf8').slice(0, MAX_SHOWN).replace(/[^\p{L}\p{N}\p{P}\p{S} ]/gu, '?');
}

function isInside(path: string, folder: string): boolean {
  const way = relative(folder, path);
  return way !== '' && way !== '..' && !way.startsWith('../');
}

function refuseToCopyIntoItself(workspace: string, home: string): void {
  if (!isInside(home, workspace)) return;
  throw new GateError('ISOLATION_FAILED', `the workspace \`${workspace}\` holds the temporary folder, so it can not be copied there`, { hint: 'run in the folder of the project, set `TMPDIR` elsewhere, or choose `--workspace shared`' });
}

async function repositoriesIn(path: string, runtime: Runtime): Promise<string[]> {
  const found = await program(['find', path, '-iname', '.git', '-prune', '-print0'], runtime);
  return found.toString('utf8').split('\0').filter((name) => name !== '');
}

// Steps before ours write such files, and what a copy holds COMMAND reads: Google's, for one, has the token that makes tokens.
async function holding(secrets: readonly string[], path: string, runtime: Runtime): Promise<string[]> {
  const lines = secrets.filter((secret) => !/[\r\n]/u.test(secret));
  if (lines.length === 0) return [];
  const found = await program(['grep', '-rlZF', '--exclude-dir=.git', '-f', '-', '.'], runtime, { cwd: path, input: `${lines.join('\n')}\n`, fine: [0, 1] });
  return found.toString('utf8').split('\0').filter((name) => name !== '').map((name) => name.replace(/^\.\//u, ''));
}

type Git = (args: readonly string[], input?: string) => Promise<Buffer>;

// git takes a folder with a repository in it for one entry, so nested ones step aside while it looks.
async function remember(path: string, about: { home: string; nested: readonly string[]; runtime: Runtime }): Promise<Git> {
  const { home, nested, runtime } = about;
  const baseline = join(home, 'baseline.git');
  await mkdir(baseline, { mode: 0o700 });
  const git: Git = (args, input) => program(['git', '-c', 'core.bare=false', '-c', 'safe.directory=*', '-c', 'core.autocrlf=false', `--git-dir=${baseline}`, `--work-tree=${path}`, ...args], runtime, { cwd: path, input });
  await program(['git', 'init', '-q', '--bare', '--template=', baseline], runtime);
  await mkdir(join(baseline, 'info'));
  await writeFile(join(baseline, 'info', 'attributes'), ATTRIBUTES);
  const aside = nested.map((repository, index) => ({ repository, place: join(home, `aside-${index}`) }));
  for (const { repository, place } of aside) await rename(repository, place).catch(ignoreMissing);
  await git(['add', '-A', '--', '.']);
  await git(['update-index', '--add', '--remove', '-z', '--stdin'], await trackedButIgnored(path, runtime));
  await git(['commit', '-q', '--allow-empty', '--no-verify', '-m', 'before']);
  for (const { repository, place } of aside) await rename(place, repository).catch(ignoreMissing);
  return git;
}

// A file that somebody added in spite of `.gitignore` is part of the project.
async function trackedButIgnored(path: string, runtime: Runtime): Promise<string> {
  const repository = join(path, '.git');
  if ((await stat(repository).catch(() => null)) === null) return '';
  const listed = await program(['git', '-c', 'safe.directory=*', `--git-dir=${repository}`, `--work-tree=${path}`, 'ls-files', '-z', '-c', '-i', '--exclude-standard'], runtime, { cwd: path });
  return listed.toString('utf8');
}

// A `.git` that was a file or a link is gone since it was disarmed.
function ignoreMissing(thrown: unknown): void {
  if ((thrown as NodeJS.ErrnoException).code !== 'ENOENT') throw thrown;
}

async function program([file, ...args]: readonly string[], runtime: Runtime, options: { cwd?: string; input?: string | undefined; fine?: readonly number[] } = {}): Promise<Buffer> {
  const { cwd, input, fine = [0] } = options;
  const result = await runProgram({ file: file ?? '', args, environment: GIT_ENVIRONMENT, ...(cwd === undefined ? {} : { cwd }), ...(input === undefined ? {} : { input }) }, runtime);
  if (result.code !== null && fine.includes(result.code)) return result.stdout;
  throw new GateError('ISOLATION_FAILED', `the workspace can not be copied or compared: \`${file ?? ''}\` ended with ${result.code ?? 'a signal'}: ${reasonIn(result.stderr)}`, {
    hint: 'the copy needs `git` and room in the temporary folder; or choose `--workspace shared`',
  });
}

// The first that is no warning names the file; what git says last only that it gave up.
function reasonIn(stderr: string): string {
  const lines = stderr.trim().split('\n');
  return lines.find((line) => !line.startsWith('warning:')) ?? lines[0] ?? '';
}
