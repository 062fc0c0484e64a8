// SPDX-License-Identifier: Apache-2.0
// Rooms of src/ as plain JavaScript in the scratch folder, so that figures can be taken of what no command shows by itself.
import { transformFileSync } from '@swc/core';
import { mkdirSync, readdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

/** Compiles rooms, with all their folders, below `folder`; returns a function that imports one of their modules by its path in src/. */
export function compileRooms(rooms, folder) {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'package.json'), '{"type":"module"}');
  symlinkSync(resolve('node_modules'), join(folder, 'node_modules'));
  for (const room of rooms) {
    for (const file of readdirSync(join('src', room), { recursive: true }).filter((name) => name.endsWith('.ts'))) {
      const { code } = transformFileSync(join('src', room, file), { jsc: { parser: { syntax: 'typescript' }, target: 'es2022' }, module: { type: 'es6' } });
      const out = join(folder, 'src', room, file.replace(/\.ts$/, '.js'));
      mkdirSync(dirname(out), { recursive: true });
      writeFileSync(out, code);
    }
  }
  return (path) => import(pathToFileURL(join(folder, 'src', path)).href);
}
