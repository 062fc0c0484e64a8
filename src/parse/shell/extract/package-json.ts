// SPDX-License-Identifier: Apache-2.0
//
// `scripts` of a package.json: npm runs each in `sh`, those around `install` on every machine that installs the package. Refuses what is no JSON.
// @see https://docs.npmjs.com/cli/using-npm/scripts
import { type Extracted, scriptAt } from './script.js';

/** Scripts of a package.json. Throws what JSON.parse throws. */
export function fromPackageJson(text: string): readonly Extracted[] {
  const value: unknown = JSON.parse(text);
  const scripts = typeof value === 'object' && value !== null && 'scripts' in value ? value.scripts : undefined;
  if (typeof scripts !== 'object' || scripts === null) return [];
  const from = Math.max(text.indexOf('"scripts"'), 0);
  return Object.entries(scripts).flatMap(([name, script]) => {
    if (typeof script !== 'string' || script.trim() === '') return [];
    const at = text.indexOf(JSON.stringify(name), from);
    const line = text.slice(0, Math.max(at, 0)).split('\n').length;
    return [scriptAt(script, line, { shell: 'sh', lines: script.split('\n').map(() => line) })];
  });
}
