// SPDX-License-Identifier: Apache-2.0
//
// Scripts of one file work in one folder: what a step, a layer or a recipe fetches or writes, a later one may run. They are read once more as one script, each in a
// subshell of its own, for what shows only then. Refuses to say twice what was said of a script by itself.
import type { Reader, ReadOperation } from '../../../core/model.js';
import { parseShell } from '../syntax.js';
import { exportLine } from './variables.js';
import { type Extracted, readExtracted, scriptAt } from './script.js';

// Hits what brings a file or writes one.
const LEAVES_FILES = /\b(?:curl|wget|aria2c|clone|tee|cp|mv|install|ln|dd)\b|>/u;

/** Hazards that only the scripts of a file together have. `alone`: what was found in each by itself. */
export function readTogether(scripts: readonly Extracted[], alone: readonly ReadOperation[], read: Reader): readonly ReadOperation[] {
  const first = scripts.findIndex(({ script, shell, later }) => shell !== 'other' && !later && LEAVES_FILES.test(script));
  const whole = first < 0 ? [] : scripts.slice(first).filter(({ script, shell, later }) => shell !== 'other' && !later && parseShell(script).problem === null);
  if (whole.length < 2) return [];
  const parts = whole.map(({ script, lines, line, given }) => {
    const variables = exportLine(given);
    const text = script.split('\n');
    return { text: [`( ${variables}`, ...text, ')'].join('\n'), lines: [given.line, ...text.map((_one, index) => lines[index] ?? line), line] };
  });
  const joined = scriptAt(parts.map(({ text }) => text).join('\n'), whole[0]?.line ?? 1, { lines: parts.flatMap(({ lines }) => lines), image: whole.every(({ image }) => image), later: true });
  const said = new Set(alone.flatMap(({ line, facts }) => facts.hazards.map(({ id }) => `${line} ${id}`)));
  return readExtracted(joined, read).filter(({ line, facts }) => facts.hazards.some(({ id }) => id !== 'elevated' && id !== 'environment-code' && !said.has(`${line} ${id}`)));
}
