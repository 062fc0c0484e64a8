// SPDX-License-Identifier: Apache-2.0
//
// The text of a policy file that somebody named on the command line. Refuses to leave it at "not found" where another file was likely meant:
// one that is called almost so, lies in a folder above, or is the policy in the folder that was named.
import { readdir, readFile, stat } from 'node:fs/promises';
import { basename, dirname, join, relative, resolve } from 'node:path';
import { GateError, messageOf } from '../core/errors.js';
import { nearest } from '../core/nearest.js';
import { meantAsPolicy } from '../forge/policy-file.js';

/** Where the policy lies in a repository. */
export const POLICY_PATH = '.ostiary/policy.yml';

const OTHERWISE = 'name one with `--policy FILE`, or write one with `ostiary init`';
/** Where a policy is put by who has not read where it belongs. */
const FOLDERS = ['', '.ostiary', 'ostiary', '.github', '.gitlab'];
/** Folders above this one that are looked into. */
const MAX_ABOVE = 8;

/** Reads it; throws POLICY_INVALID. */
export async function readPolicyFile(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8');
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException;
    const meant = code === 'ENOENT' || code === 'EISDIR' || code === 'ENOTDIR' ? await meantBy(file) : null;
    const hint = code === 'EACCES' || code === 'EPERM' ? 'let this user read it' : meant === null ? OTHERWISE : `did you mean \`${meant}\`?`;
    throw new GateError('POLICY_INVALID', `the policy \`${file}\` can not be read: ${messageOf(cause)}`, { cause, hint });
  }
}

// A folder stands for the policy in it; a name that is almost right for its neighbour; else the policy of this folder or one above.
async function meantBy(file: string): Promise<string | null> {
  if ((await stat(file).catch(() => null))?.isDirectory() === true) return first(await standard(file), file);
  const beside = await filesIn(dirname(file));
  const near = beside.find((name) => stem(name) === stem(basename(file))) ?? nearest(basename(file), beside.filter((name) => /\.ya?ml$/iu.test(name) && !/\.test\./u.test(name)));
  if (near !== null && near !== undefined) return join(dirname(file), near);
  let folder = process.cwd();
  for (let above = 0; above < MAX_ABOVE && folder !== dirname(folder); above += 1, folder = dirname(folder)) {
    const found = first(await standard(folder), file);
    if (found !== null) return relative(process.cwd(), found);
  }
  return null;
}

function first(paths: readonly string[], file: string): string | null {
  return paths.find((path) => resolve(path) !== resolve(file)) ?? null;
}

async function standard(folder: string): Promise<readonly string[]> {
  const present = await Promise.all(FOLDERS.map(async (name) => (await filesIn(join(folder, name))).map((file) => join(name, file))));
  // Of a folder that is the policy's own, `.ostiary`, its files are judged by the folder's name, too.
  const own = (await filesIn(folder)).filter((file) => meantAsPolicy('', [`${basename(resolve(folder))}/${file}`]).length > 0);
  return [...['.ostiary/policy.yml'].filter((path) => present.flat().includes(path)), ...own, ...meantAsPolicy('.ostiary/policy.yml', present.flat())].map((path) => join(folder, path));
}

async function filesIn(folder: string): Promise<readonly string[]> {
  return (await readdir(folder, { withFileTypes: true }).catch(() => [])).filter((entry) => entry.isFile()).map(({ name }) => name).sort();
}

/** `Policy.YAML` and `policy.yml` have the same. */
function stem(name: string): string {
  return name.toLowerCase().replace(/\.ya?ml$/u, '.yml');
}
