// SPDX-License-Identifier: Apache-2.0
//
// `scripts` of a package.json: npm runs each in `sh`, those around `install` on every machine that installs the package. Refuses what is no JSON.
// @see https://docs.npmjs.com/cli/using-npm/scripts
import { type Extracted, scriptAt } from './script.js';

/** Keys of tools that keep commands in package.json: hooks of git, tasks of task runners. */
const OF_TOOLS = /^(?:husky|lint-staged|simple-git-hooks|gitHooks|ghooks|pre-commit|pre-push|wireit|nx|nodemonConfig|yorkie|config)$/u;

/** Scripts of a package.json. Throws what JSON.parse throws. */
export function fromPackageJson(text: string): readonly Extracted[] {
  const value: unknown = JSON.parse(text);
  if (typeof value !== 'object' || value === null) return [];
  const scripts = 'scripts' in value ? value.scripts : undefined;
  const from = Math.max(text.indexOf('"scripts"'), 0);
  const own = typeof scripts !== 'object' || scripts === null ? [] : Object.entries(scripts).flatMap(([name, script]) => (typeof script === 'string' ? [[name, script] as const] : []));
  const more = Object.entries(value).flatMap(([key, inner]) => (OF_TOOLS.test(key) ? commandsBelow(inner, key) : []));
  return [...own.flatMap(([name, script]) => one(text, script, text.indexOf(JSON.stringify(name), from))), ...more.flatMap((script) => one(text, script, text.indexOf(JSON.stringify(script))))];
}

function one(text: string, script: string, at: number): Extracted[] {
  if (script.trim() === '') return [];
  const line = text.slice(0, Math.max(at, 0)).split('\n').length;
  return [scriptAt(script, line, { shell: 'sh', lines: script.split('\n').map(() => line) })];
}

// Task runners have commands under keys of that name, hooks are commands whatever they are called.
function commandsBelow(value: unknown, key: string, depth = 6): readonly string[] {
  const named = /^(?:wireit|nx|config|nodemonConfig|targets)$/u.test(key);
  if (typeof value === 'string') return named ? [] : [value];
  if (typeof value !== 'object' || value === null || depth === 0) return [];
  if (Array.isArray(value)) return value.flatMap((item: unknown) => commandsBelow(item, key, depth - 1));
  return Object.entries(value).flatMap(([name, inner]) => commandsBelow(inner, named && !/^(?:commands?|exec)$/u.test(name) ? (key === 'config' && name === 'ghooks' ? name : key) : name, depth - 1));
}
