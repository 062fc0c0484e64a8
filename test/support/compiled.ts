// SPDX-License-Identifier: Apache-2.0
//
// Rooms of src/ as plain JavaScript in a folder, for a child process whose memory is to be measured: a test runner's own heap would hide
// it. Refuses packages: only rooms that need nothing but Node.
import { transformFileSync } from '@swc/core';
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Writes `<folder>/<room>/*.js`; other modules there can import them. */
export function compileRooms(rooms: readonly string[], folder: string): void {
  writeFileSync(join(folder, 'package.json'), '{"type":"module"}');
  for (const room of rooms) {
    mkdirSync(join(folder, room), { recursive: true });
    for (const file of readdirSync(join('src', room)).filter((name) => name.endsWith('.ts'))) {
      const { code } = transformFileSync(join('src', room, file), { jsc: { parser: { syntax: 'typescript' }, target: 'es2022' }, module: { type: 'es6' } });
      writeFileSync(join(folder, room, file.replace('.ts', '.js')), code);
    }
  }
}
