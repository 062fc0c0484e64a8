// SPDX-License-Identifier: Apache-2.0
//
// Recipes of a Makefile, line by line as make hands them to a shell, and what `$(shell …)` runs, with the variables that the file sets put in. Refuses to
// guess what functions of make or whoever starts it may set: those are holes.
// @see https://www.gnu.org/software/make/manual/make.html#Recipes
import { posix } from 'node:path';
import type { Hazard } from '../../../core/model.js';
import { MakeVariables } from './make-variables.js';
import { type Extracted, scriptAt } from './script.js';

/** Lines for a shell, before variables are put in: what they hold is known when the file is read. */
interface Pending {
  readonly parts: readonly string[];
  readonly line: number;
  readonly hazards?: readonly Hazard[];
}

interface State {
  readonly variables: MakeVariables;
  readonly pending: Pending[];
  /** A rule was begun, so lines with a tab are its recipe. */
  inRule: boolean;
  /** The variable that `define` is about, with its lines so far. */
  defining: { readonly name: string; readonly lines: string[] } | null;
  shell: string;
  /** True for the path of an included file that lies outside of the repository. */
  readonly outside: (path: string) => boolean;
  /** What a line of a recipe begins with: a tab, unless `.RECIPEPREFIX` says otherwise. */
  prefix: string;
}

/** Scripts of a Makefile. */
export function fromMakefile(text: string, path = ''): readonly Extracted[] {
  const source = text.split(/\r?\n/u);
  const state: State = { variables: new MakeVariables(), pending: [], inRule: false, defining: null, shell: '/bin/sh', prefix: '\t', outside: (name) => OUTSIDE.test(name) || isAbove(name, path) };
  for (let at = 0; at < source.length; ) {
    const begun = at;
    const parts = [source[at] as string];
    while ((parts.at(-1) as string).endsWith('\\') && at + 1 < source.length) parts.push(source[(at += 1)] as string);
    at += 1;
    logicalLine(parts, begun + 1, state);
  }
  return (/^\.ONESHELL[ \t]*:/mu.test(text) ? together(state.pending) : state.pending).flatMap((pending) => scriptsOf(pending, state));
}

// With `.ONESHELL` the lines of a recipe are one script.
function together(pending: readonly Pending[]): readonly Pending[] {
  const joined: Pending[] = [];
  let end = 0;
  for (const one of pending) {
    const last = joined.at(-1);
    if (last !== undefined && one.line === end && one.hazards === undefined) joined[joined.length - 1] = { ...last, parts: [...last.parts, ...one.parts] };
    else joined.push(one);
    end = one.line + one.parts.length;
  }
  return joined;
}

// Hits `X = y`, `export X := y`, `X += y`; misses `a: b`.
const ASSIGNED = /^\s*(?:export\s+|override\s+|private\s+)*([\w.-]+)\s*(\?|:{1,3}|\+|!)?=\s*(.*)$/u;

function logicalLine(parts: readonly string[], line: number, state: State): void {
  const [first = ''] = parts;
  if (state.defining !== null) return define(parts, state.defining, state);
  if (first.startsWith(state.prefix) && state.inRule) return recipe(parts.map((part) => (part.startsWith(state.prefix) ? part.slice(1) : part)), line, state);
  const whole = parts.map((part, index) => (index < parts.length - 1 ? part.slice(0, -1) : part)).join(' ');
  const begins = /^\s*(?:export\s+|override\s+)*define\s+([\w.-]+)\s*(?:[:?+!]*=)?\s*$/u.exec(whole)?.[1];
  if (begins !== undefined) {
    state.defining = { name: begins, lines: [] };
    return;
  }
  const assigned = ASSIGNED.exec(whole);
  if (assigned !== null && !/^\s*#/u.test(whole)) {
    state.inRule = false;
    return assign(assigned, line, state);
  }
  const outside = INCLUDED.exec(whole)?.[1]?.split(/\s+/u).find(state.outside);
  // What make reads there it runs like the file itself.
  if (outside !== undefined) state.pending.push({ parts: ['make --version'], line, hazards: [{ id: 'environment-code', detail: `\`${outside.slice(0, 200)}\` lies outside of the repository, and make runs what stands there` }] });
  for (const command of [...shellCalls(whole), ...filesWritten(whole)]) state.pending.push({ parts: [command], line });
  // Rules may stand behind blanks.
  ruleLine(whole.replace(/^ +/u, ''), line, state);
}

const INCLUDED = /^ *(?:-|s)?include\s+([^#]*)/u;
// Hits `/tmp/x.mk`, `~/x.mk`, `$(HOME)/x.mk`; misses `build/x.mk`, `$(TOP)/x.mk`, and what packages of the system bring along.
const OUTSIDE = /^(?:\/(?!usr\/(?:share|lib|include)\/)|~|\$[({](?:HOME|TMPDIR|TMP)[)}])/u;

// make looks from where it was started, which is where its Makefile lies; what that includes may lie anywhere.
function isAbove(name: string, path: string): boolean {
  return /(?:^|\/)(?:GNU)?makefile$/iu.test(path) && posix.join(posix.dirname(path), name).startsWith('../');
}

function define(parts: readonly string[], { name, lines }: { readonly name: string; readonly lines: string[] }, state: State): void {
  if (!/^\s*endef\b/u.test(parts[0] as string)) return void lines.push(...parts);
  state.variables.assign(name, '', lines.map((one) => one.replace(/^[\s@+-]+/u, '')).join('\n'));
  state.defining = null;
}

function ruleLine(whole: string, line: number, state: State): void {
  const rule = /^([^\s#=:][^=:#]*|\$\([^)]*\)[^=:]*)::?(?!=)([^;]*)(?:;(.*))?$/u.exec(whole);
  if (rule !== null) {
    state.inRule = true;
    // `target: X = y` sets it for that target alone.
    const own = ASSIGNED.exec(whole.slice(whole.indexOf(':') + 1));
    if (own !== null) assign(own, line, state);
    else if (rule[3] !== undefined) recipe([rule[3]], line, state);
  } else if (whole.trim() !== '' && !/^\s*(?:#|ifn?eq|ifn?def|else|endif|-?include|sinclude)/u.test(whole)) state.inRule = false;
}

function assign([whole = '', name = '', operator = '', value = '']: RegExpExecArray, line: number, state: State): void {
  if (operator === '!') state.pending.push({ parts: [value], line });
  for (const command of [...shellCalls(value), ...filesWritten(value)]) state.pending.push({ parts: [command], line });
  // What is exported is there for every recipe; flags of the shell may hold a script.
  if (/^\s*(?:\w+\s+)*export\s/u.test(whole)) state.pending.push({ parts: [`export ${name}='${value.trim().replaceAll('\'', '')}'`], line });
  if (name === '.SHELLFLAGS' && !/^(?:\s|-[a-z]+|pipefail)*$/u.test(value)) state.pending.push({ parts: [`/bin/sh ${value} true`], line });
  if (name === 'SHELL') state.shell = value.trim();
  if (name === '.RECIPEPREFIX') state.prefix = value.trim().slice(0, 1) || '\t';
  // What follows `#` is a comment.
  state.variables.assign(name, operator, value.replace(/(?<!\\)#.*$/u, ''));
}

// `$(shell cmd)` runs when the file is read.
// `$(file >path,text)` writes it while the file is read.
function filesWritten(text: string): string[] {
  return [...text.matchAll(/\$[({]file\s+(>>?)\s*([^,(){}]{1,500})/gu)].map(([, sign = '>', path = '']) => `: ${sign} '${path.trim().replaceAll('\'', '')}'`);
}

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
  state.pending.push({ parts: parts.map((part, index) => (index === 0 ? part.replace(/^[\s@+-]+/u, '') : part)), line });
}

function scriptsOf({ parts, line, hazards = [] }: Pending, { variables, shell }: State): readonly Extracted[] {
  const written = parts.join('\n');
  const other = !/(?:^|\/)(?:ba|da|a|z|k)?sh(?:\s|$)/u.test(shell) && !/(?:^|\/)env\s+\S*sh(?:\s|$)/u.test(shell);
  const about = { shell: other ? 'other' as const : 'sh' as const, language: other ? shell : null, hazards };
  return (variables.expand(written) ?? [written]).map((text) => substitute(text).replace(/^[\s@+-]+/u, '')).filter((script) => script.trim() !== '' && !/^\s*#/u.test(script)).map((script) => {
    const same = script.split('\n').length === parts.length;
    return scriptAt(script, line, { ...about, ...(same ? {} : { lines: script.split('\n').map(() => line) }) });
  });
}

const AUTOMATIC = /^[@<^+?*%|]$/u;

// `$$` is a dollar for the shell; what is left of make's own is a hole, written as a template (templates.ts).
function substitute(text: string): string {
  return text.replace(/\$(\$|\(([^()]*(?:\([^()]*\)[^()]*)*)\)|\{([^{}]*)\}|[@<^+?*%|\w])/gu, (whole, one: string, round?: string, curly?: string) => {
    if (one === '$') return '$';
    const name = round ?? curly ?? one;
    if (AUTOMATIC.test(name)) return name === '@' || name === '<' ? 'make-target' : '${{ make }}';
    // Files of the job, which no Makefile sets.
    if (/^GITHUB_(?:ENV|PATH|OUTPUT)$/u.test(name)) return `\${{ github.${name.slice('GITHUB_'.length).toLowerCase()} }}`;
    return whole.startsWith('$(shell ') ? '${{ shell }}' : '${{ make }}';
  });
}
