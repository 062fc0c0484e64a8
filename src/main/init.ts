// SPDX-License-Identifier: Apache-2.0
//
// The door of `init`: reads the names of files in this folder, writes what commands/init.ts proposes. Changes nothing that exists.
import { closeSync, existsSync, openSync, readdirSync, readFileSync, readSync, type Dirent } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { proposeFiles, type RepositoryView } from '../commands/init.js';
import { EXIT, GateError, messageOf } from '../core/errors.js';
import { systemRuntime } from '../core/runtime.js';
import { renameHint } from '../forge/policy-file.js';
import { inert } from '../record/inert.js';
import { POLICY_PATH } from './policy-text.js';
import { parseArguments } from './arguments.js';
import { VERSION } from './version.js';

/** What `init` writes itself. */
const JOB_PATH = '.gitlab/ostiary.yml';
const MAX_PATHS = 50_000;
const HEAD_BYTES = 4_096;
const DAYS = 30;
const SKIPPED: ReadonlySet<string> = new Set(['.git', 'node_modules', 'vendor', 'dist', 'build', 'target', '.venv', '.terraform']);

/** `ostiary init`. */
export async function initVerb(argv: readonly string[]): Promise<number> {
  const { words } = parseArguments(argv, []);
  if (words.length > 0) throw new GateError('INPUT_INVALID', `\`${words[0] ?? ''}\` is not understood`, { hint: 'run `ostiary init` in the folder of the repository' });
  const root = topOf(process.cwd());
  const until = new Date(systemRuntime.now() + DAYS * 86_400_000).toISOString().slice(0, 10);
  const closed: string[] = [];
  const view = viewOf(root, closed);
  const meant = view.paths.includes(POLICY_PATH) ? null : renameHint(POLICY_PATH, view.paths.filter((path) => /ostiary/iu.test(path) && path !== JOB_PATH));
  if (meant !== null) throw new GateError('INPUT_INVALID', 'there is a policy already, under a name that nothing reads', { hint: meant });
  const proposal = proposeFiles(view, { until, version: VERSION });
  const say = (text: string): void => void process.stdout.write(`${text}\n`);
  if (root !== process.cwd()) say(`in ${root}, the top of this repository:`);
  say(proposal.found.length === 0 ? 'found nothing that changes production by itself' : `found ${proposal.found.join('; ')}`);
  if (closed.length > 0) say(`not looked into, since it can not be read: ${closed.slice(0, 5).join(', ')}${closed.length > 5 ? `, and ${closed.length - 5} more` : ''}`);
  let fresh = 0;
  for (const { path, text } of proposal.files) {
    const done = await written(join(root, path), text);
    if (done) fresh += 1;
    say(`${done ? 'wrote  ' : 'left as it is  '}${path}`);
  }
  say('');
  if (fresh === 0) {
    say('nothing was written, since all of it is there already; move a file away to have it proposed anew');
    return EXIT.done;
  }
  proposal.next.forEach((step, index) => say(`${index + 1}. ${step}`));
  return EXIT.done;
}

async function written(path: string, text: string): Promise<boolean> {
  try {
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, text, { flag: 'wx' });
    return true;
  } catch (thrown) {
    if ((thrown as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw new GateError('INPUT_INVALID', `\`${path}\` can not be written: ${messageOf(thrown)}`, { cause: thrown, hint: 'run it in a folder of the repository that this user may write to' });
  }
}

/** The folder of the repository that a folder is in: workflows count there alone. Without one, the folder itself. */
function topOf(folder: string): string {
  for (let at = folder; ; at = dirname(at)) {
    if (existsSync(join(at, '.git'))) return at;
    if (dirname(at) === at) return folder;
  }
}

/** `closed`: gets the folders that this user may not read, such as the volume of a database. */
function viewOf(root: string, closed: string[]): RepositoryView {
  const own = gitFolder(root);
  // Of a worktree, what it shares with the others lies elsewhere.
  const git = resolve(own, textOf(join(own, 'commondir')).trim());
  const remote = /\[remote "origin"\][^[]*?url = (\S+)/u.exec(textOf(join(git, 'config')))?.[1] ?? null;
  return { paths: pathsBelow(root, closed), head: (path) => beginning(join(root, path)), remote, defaultBranch: defaultBranch(git) };
}

function gitFolder(root: string): string {
  return resolve(root, /^gitdir: (.+)$/mu.exec(textOf(join(root, '.git')))?.[1] ?? '.git');
}

/** What the remote says; else the usual names, and at last the branch that is checked out, with or without a commit. */
function defaultBranch(git: string): string {
  const told = /refs\/remotes\/origin\/(\S+)/u.exec(textOf(join(git, 'refs', 'remotes', 'origin', 'HEAD')))?.[1];
  const packed = textOf(join(git, 'packed-refs'));
  const usual = ['main', 'master'].find((name) => existsSync(join(git, 'refs', 'heads', name)) || packed.includes(` refs/heads/${name}\n`));
  return told ?? usual ?? /^ref: refs\/heads\/(\S+)/u.exec(textOf(join(git, 'HEAD')))?.[1] ?? 'main';
}

function pathsBelow(root: string, closed: string[]): readonly string[] {
  const paths: string[] = [];
  const walk = (folder: string): void => {
    const entries = entriesOf(join(root, folder));
    if (entries === null) closed.push(folder === '' ? '.' : inert(folder));
    for (const entry of entries ?? []) {
      if (paths.length >= MAX_PATHS) return;
      const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
      if (entry.isDirectory() && !SKIPPED.has(entry.name)) walk(path);
      else if (entry.isFile()) paths.push(path);
    }
  };
  walk('');
  return paths.sort();
}

function entriesOf(folder: string): readonly Dirent[] | null {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch {
    return null;
  }
}

function textOf(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}

function beginning(path: string): string {
  let file: number | undefined;
  try {
    file = openSync(path, 'r');
    const bytes = Buffer.alloc(HEAD_BYTES);
    return bytes.toString('utf8', 0, readSync(file, bytes, 0, HEAD_BYTES, 0));
  } catch {
    return '';
  } finally {
    if (file !== undefined) closeSync(file);
  }
}
