// SPDX-License-Identifier: Apache-2.0
//
// Recipes of a Makefile, line by line as make hands them to a shell, and what `$(shell …)` runs. Variables of make with a plain value are put in; refuses to
// guess others: they are holes.
// @see https://www.gnu.org/software/make/manual/make.html#Recipes
import { type Extracted, scriptAt } from './script.js';

interface State {
  readonly variables: Map<string, string>;
  readonly found: Extracted[];
  /** A rule was begun, so lines with a tab are its recipe. */
  inRule: boolean;
  shell: string;
}

/** Scripts of a Makefile. */
export function fromMakefile(text: string): readonly Extracted[] {
  const source = text.split(/\r?\n/u);
  const state: State = { variables: new Map(), found: [], inRule: false, shell: '/bin/sh' };
  for (let at = 0; at < source.length; ) {
    const begun = at;
    const parts = [source[at] as string];
    while ((parts.at(-1) as string).endsWith('\\') && at + 1 < source.length) parts.push(source[(at += 1)] as string);
    at += 1;
    logicalLine(parts, begun + 1, state);
  }
  return state.found;
}

function logicalLine(parts: readonly string[], line: number, state: State): void {
  const [first = ''] = parts;
  if (first.startsWith('\t') && state.inRule) return recipe(parts.map((part) => part.replace(/^\t/u, '')), line, state);
  const whole = parts.map((part, index) => (index < parts.length - 1 ? part.slice(0, -1) : part)).join(' ');
  const assigned = /^\s*(?:export\s+|override\s+)*([\w.-]+)\s*(\?|:{1,3}|\+|!)?=\s*(.*)$/u.exec(whole);
  if (assigned !== null && !/^\s*#/u.test(whole)) return assign(assigned, line, state);
  for (const command of shellCalls(whole)) push([command], line, state);
  const rule = /^([^\s#=:][^=:#]*|\$\([^)]*\)[^=:]*)::?(?!=)([^;]*)(?:;(.*))?$/u.exec(whole);
  if (rule !== null) {
    state.inRule = true;
    if (rule[3] !== undefined) recipe([rule[3]], line, state);
  } else if (whole.trim() !== '' && !/^\s*(?:#|ifn?eq|ifn?def|else|endif|-?include|sinclude)/u.test(whole)) state.inRule = false;
}

function assign([, name = '', operator = '', value = '']: RegExpExecArray, line: number, state: State): void {
  state.inRule = false;
  if (operator === '!') push([value], line, state);
  for (const command of shellCalls(value)) push([command], line, state);
  const plain = !/[$#\\]/u.test(value) && operator !== '?' && operator !== '!' && operator !== '+';
  if (name === 'SHELL') state.shell = value.trim();
  if (plain) state.variables.set(name, value.trim());
  else state.variables.delete(name);
}

// `$(shell cmd)` runs when the file is read.
function shellCalls(text: string): string[] {
  const found: string[] = [];
  for (let at = text.indexOf('$(shell '); at >= 0; at = text.indexOf('$(shell ', at + 1)) {
    let depth = 0;
    for (let end = at + 1; end < text.length; end += 1) {
      if (text[end] === '(') depth += 1;
      else if (text[end] === ')' && (depth -= 1) === 0) {
        found.push(text.slice(at + '$(shell '.length, end));
        break;
      }
    }
  }
  return found;
}

function recipe(parts: readonly string[], line: number, state: State): void {
  push(parts.map((part, index) => (index === 0 ? part.replace(/^[\s@+-]+/u, '') : part)), line, state);
}

function push(parts: readonly string[], line: number, { variables, found, shell }: State): void {
  const script = parts.map((part) => substitute(part, variables)).join('\n');
  if (script.trim() === '' || /^\s*#/u.test(script)) return;
  const other = !/(?:^|\/)(?:ba|da|a|z|k)?sh(?:\s|$)/u.test(shell) && !/(?:^|\/)env\s+\S*sh(?:\s|$)/u.test(shell);
  found.push(scriptAt(script, line, { shell: other ? 'other' : 'sh', language: other ? shell : null }));
}

const AUTOMATIC = /^[@<^+?*%|]$/u;

// `$$` is a dollar for the shell; `$(X)`, `${X}` and `$x` are make's. A hole is written as a template (templates.ts).
function substitute(text: string, variables: ReadonlyMap<string, string>): string {
  return text.replace(/\$(\$|\(([^()]*(?:\([^()]*\)[^()]*)*)\)|\{([^{}]*)\}|[@<^+?*%|\w])/gu, (whole, one: string, round?: string, curly?: string) => {
    if (one === '$') return '$';
    const name = round ?? curly ?? one;
    if (AUTOMATIC.test(name)) return name === '@' || name === '<' ? 'make-target' : '${{ make }}';
    if (/^(?:MAKE|CURDIR)$/u.test(name)) return name === 'MAKE' ? 'make' : '.';
    return variables.get(name) ?? (whole.startsWith('$(shell ') ? '${{ shell }}' : '${{ make }}');
  });
}
