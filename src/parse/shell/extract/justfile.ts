// SPDX-License-Identifier: Apache-2.0
//
// Recipes of a justfile, each line in a shell of its own, those that begin with `#!` as one script, and commands in backquotes. Refuses to guess what its
// variables hold: they are holes.
// @see https://just.systems/man/en/
import { type Extracted, scriptAt } from './script.js';

/** Scripts of a justfile. */
export function fromJustfile(text: string): readonly Extracted[] {
  const lines = text.split(/\r?\n/u);
  const shell = /^\s*set\s+(?:windows-)?shell\s*:=\s*\[\s*["'](?:[^"']*\/)?([\w.-]+)["']/mu.exec(text)?.[1] ?? 'sh';
  const about = /^(?:ba|da|a|z|k)?sh$/u.test(shell) ? { shell: 'sh' as const, language: null } : { shell: 'other' as const, language: shell };
  const found: Extracted[] = [];
  for (let at = 0; at < lines.length; at += 1) {
    const line = lines[at] as string;
    for (const [, command = ''] of /^\s*#|^\s+\S/u.test(line) ? [] : line.matchAll(/`([^`]+)`/gu)) found.push(scriptAt(filled(command), at + 1, { ...about, lines: [at + 1] }));
    // Hits `build target='x' *args: test`, `@deploy:`; misses `x := y`, `set shell := […]`.
    if (!/^@?[A-Za-z_][\w-]*(?:\s[^:]*)?:(?!=)/u.test(line)) continue;
    const body = bodyAfter(lines, at);
    found.push(...recipe(body, at + 2, about));
    at += body.length;
  }
  return found;
}

function bodyAfter(lines: readonly string[], at: number): readonly string[] {
  const end = lines.findIndex((line, index) => index > at && line.trim() !== '' && !/^\s/u.test(line));
  return lines.slice(at + 1, end < 0 ? undefined : end);
}

function recipe(body: readonly string[], from: number, about: Pick<Extracted, 'shell' | 'language'>): Extracted[] {
  const first = body.findIndex((line) => line.trim() !== '');
  const reader = /^\s+#!\s*(\S+)(?:\s+(?:-\S+\s+)*(\S+))?/u.exec(body[first] ?? '');
  if (reader !== null) {
    const program = (/\benv$/u.test(reader[1] as string) ? (reader[2] ?? '') : (reader[1] as string)).replace(/^.*\//u, '');
    const script = body.slice(first + 1).map((line) => filled(line.trimStart())).join('\n');
    return [scriptAt(script, from + first + 1, /^(?:ba|da|a|z|k)?sh$/u.test(program) ? {} : { shell: 'other', language: program })];
  }
  const found: Extracted[] = [];
  for (let at = 0; at < body.length; at += 1) {
    const begun = at;
    const parts = [body[at] as string];
    while ((parts.at(-1) as string).endsWith('\\') && at + 1 < body.length) parts.push(body[(at += 1)] as string);
    const script = filled(parts.map((part, index) => (index === 0 ? part.replace(/^\s+[@-]*/u, '') : part.trimStart())).join('\n'));
    if (script.trim() !== '' && !script.startsWith('#')) found.push(scriptAt(script, from + begun, about));
  }
  return found;
}

// `{{ x }}` is put in before the shell starts; `{{{{` is a brace.
function filled(text: string): string {
  return text.replace(/\{\{(?!\{)[^{}]{0,500}\}\}/gu, '${{ just }}');
}
