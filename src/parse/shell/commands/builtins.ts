// SPDX-License-Identifier: Apache-2.0
//
// Builtins that change what the shell knows: where it stands, variables, positional parameters. Most touch nothing outside, so they are no
// operations. Refuses to forget what becomes unknown: a variable that is read from outside is a hole.
import type { Program, Use } from '../model.js';
import { Options } from '../options.js';
import { settle } from '../paths.js';
import { BREAK, HOLE, HOME, isKnown, shown, SUBSCRIPT } from '../text.js';
import { environmentOf } from '../environment.js';
import { outputOf } from '../output.js';
import { mayStart } from '../program.js';

const cd: Program = ({ args, call, draft }) => {
  const { scope } = call.frame;
  const [target = HOME] = new Options(args).operands;
  draft.dropped = true;
  if (target === '-') scope.folder = HOLE;
  else scope.folder = settle(scope.folder, target);
};

const declare: Program = ({ name: builtin, args, call, draft, follow }) => {
  const { scope } = call.frame;
  const { operands } = new Options(args);
  const exported = builtin === 'export' || args.some((arg) => /^-\w*x/u.test(arg));
  const reference = args.some((arg) => /^-\w*n/u.test(arg)) && builtin !== 'export';
  const assigned = new Map<string, string>();
  for (const word of operands) {
    const cut = word.indexOf('=');
    if (cut <= 0) continue;
    const append = word[cut - 1] === '+';
    const name = word.slice(0, append ? cut - 1 : cut).replace(/\[.*\]$/su, '');
    const value = word.slice(cut + 1);
    if (reference) scope.refer(name, value);
    else if (append) scope.append(name, [value], false);
    else scope.set(name, [value], call.assumed);
    if (exported) mayStart(value, call, follow);
    assigned.set(name, value);
  }
  draft.dropped = !environmentOf(assigned, draft);
};

const read: Program = ({ args, call, draft }) => {
  const options = new Options(args, { letters: 'adinNptu' });
  const names = [...options.operands, ...options.values('a')];
  const text = call.frame.stdin?.text ?? null;
  const line = text === null || !isKnown(text) || text.trimEnd().includes('\n') ? null : (text.split('\n')[0] ?? '');
  const fields = line === null ? null : fieldsOf(line, names.length, call);
  (names.length === 0 ? ['REPLY'] : names).forEach((name, index) => {
    const value = options.has('a') ? (line === null ? HOLE : line.trim().split(/\s+/u).join(BREAK)) : (fields?.[index] ?? (fields === null ? HOLE : ''));
    call.frame.scope.set(name, [value]);
  });
  draft.dropped = true;
};

// With several names the last one takes the rest of the line; other separators than blanks are not followed.
function fieldsOf(line: string, count: number, { assigned, frame: { scope } }: Use['call']): readonly string[] | null {
  if (count <= 1) return [line];
  if (assigned.has('IFS') || scope.values('IFS').join('') !== ' \t\n') return null;
  const words = line.trim().split(/\s+/u);
  return [...words.slice(0, count - 1), words.slice(count - 1).join(' ')];
}

const printfTo: Program = ({ args, call, draft }) => {
  if (args[0] === '-v') call.frame.scope.set(args[1] ?? '', [outputOf(['printf', ...args.slice(2)], null, draft.folder) ?? HOLE]);
  draft.access('read', null, null);
};

const set: Program = ({ args, call, draft }) => {
  const at = args.findIndex((arg) => arg === '--' || !/^[-+]/u.test(arg));
  if (at >= 0) call.frame.scope.positional = args.slice(args[at] === '--' ? at + 1 : at);
  draft.dropped = true;
};

const shift: Program = ({ args, call, draft }) => {
  const { scope } = call.frame;
  if (scope.positional !== null) scope.positional = scope.positional.slice(Number(args[0] ?? 1) || 1);
  draft.dropped = true;
};

const lines: Program = ({ args, call, draft, follow }) => {
  const options = new Options(args, { letters: 'dnOsuCc' });
  const { operands } = options;
  for (const callback of options.values('C')) follow.script(callback, call, { own: true });
  const text = call.frame.stdin?.text ?? null;
  call.frame.scope.set(operands[0] ?? 'MAPFILE', [text === null || !isKnown(text) ? HOLE : text.trimEnd().split('\n').join(BREAK)]);
  draft.dropped = true;
};

const unset: Program = ({ args, call, draft }) => {
  for (const name of new Options(args).operands) {
    call.frame.scope.set(name, ['']);
    call.frame.scope.functions.delete(name);
  }
  draft.dropped = true;
};

const unalias: Program = ({ args, call, draft }) => {
  if (args.includes('-a')) call.frame.scope.aliases.clear();
  for (const name of args) call.frame.scope.aliases.delete(name);
  draft.dropped = true;
};

/** `[ -f x ]`: only looks. */
const test: Program = ({ draft }) => draft.access('read', null, null);

// A file is loaded into the shell itself.
const enable: Program = ({ args, draft }) => {
  const file = new Options(args, { letters: 'f' }).value('f');
  if (file === undefined) draft.dropped = true;
  else draft.unknown(`\`enable\` loads \`${file}\` into the shell`);
};

// `hash -p PATH NAME`: the name is that program from then on.
const hash: Program = ({ args, draft, follow }) => {
  const options = new Options(args, { letters: 'p' });
  const path = options.value('p');
  if (path !== undefined) for (const name of options.operands) follow.written.name(`hash ${name}`, path);
  draft.dropped = true;
};

// `complete -C 'x' y`, `bind -x '"k":x'`: a command for a later key.
const handing = (...letters: readonly string[]): Program => ({ args, call, draft, follow }) => {
  for (const text of new Options(args, { letters: letters.join('') }).values(...letters)) follow.perhaps(text.replace(/^\s*"[^"]*"\s*:\s*"?|"$/gu, ''), call);
  draft.dropped = true;
};

const nothing: Program = ({ draft }: Use) => {
  draft.dropped = true;
};

/** A builtin that is no operation of its own still opens the files that it is redirected to. */
export function keepingFiles(program: Program): Program {
  return (use) => {
    program(use);
    if (use.call.opened.length > 0) use.draft.dropped = false;
  };
}

// Where a name is wanted, its subscript is worked out.
const NAMES = /^(?:test|\[|printf|read|readarray|mapfile|unset|declare|typeset|local|export|readonly|let|wait|getopts)$/u;

/** A subscript in quotes: nothing seems to run. */
function mindingSubscripts(name: string, program: Program): Program {
  if (!NAMES.test(name)) return program;
  return (use) => {
    program(use);
    const hidden = use.args.find((arg) => SUBSCRIPT.test(arg));
    if (hidden === undefined) return;
    use.draft.dropped = false;
    use.draft.unknown(`\`${shown(hidden).slice(0, 60).replaceAll('`', '\'')}\` runs what stands in its subscript`);
  };
}

const BUILTINS: Readonly<Record<string, Program>> = {
  cd, chdir: cd, pushd: cd, popd: (use) => {
    use.call.frame.scope.folder = HOLE;
    use.draft.dropped = true;
  },
  export: declare, declare, typeset: declare, local: declare, readonly: declare,
  hash, bind: handing('x'), complete: handing('C', 'F'), read, readarray: lines, mapfile: lines, printf: printfTo, set, shift, unset, unalias, test, '[': test, enable,
  ...Object.fromEntries(['true', 'false', ':', 'exit', 'return', 'break', 'continue', 'wait', 'jobs', 'fg', 'bg', 'disown', 'getopts', 'umask', 'ulimit', 'shopt', 'let', 'times', 'setopt', 'emulate', 'suspend', 'logout', 'caller', 'compopt', 'compgen', 'dirs', 'history', 'fc'].map((name) => [name, nothing])),
};

/** Builtins by name. */
export const builtins: Readonly<Record<string, Program>> = Object.fromEntries(Object.entries(BUILTINS).map(([name, program]) => [name, mindingSubscripts(name, keepingFiles(program))]));
