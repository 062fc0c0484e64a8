// SPDX-License-Identifier: Apache-2.0
//
// Shells and what hands them text: `sh -c`, `eval`, `source`, a script by standard input, `trap`, `alias`. Text that is known is read as a script;
// refuses to call anything else understood: it is unknown, and a way that people look out for.
import type { Program, Use } from '../model.js';
import { keepingFiles } from './builtins.js';
import { Options } from '../options.js';
import { followWritten } from '../program.js';
import { isKnown, shown } from '../text.js';

// Who prints it is said, so that another source is another finding.
function piped({ draft, call: { frame: { stdin } } }: Use): void {
  const from = (stdin?.from ?? []).filter((name) => /^[\w.+/-]{1,100}$/u.test(name));
  draft.hazard('pipe-to-shell', from.length === 0 ? 'a shell runs what comes from elsewhere, unread' : `a shell runs what \`${from.join(' | ')}\` prints, unread`);
}

/** Standard input, or the file of a process substitution, as a script. */
function runInput(use: Use, text: string | null): void {
  const { draft, call, follow } = use;
  if (text !== null && isKnown(text)) {
    draft.access('execute', use.name, 'program');
    follow.script(text, call, { own: true, line: call.frame.stdin?.text === text ? call.frame.stdin.line : undefined });
    return;
  }
  piped(use);
  draft.unknown('what the shell is given to run can not be read');
}

// `-c` may be bundled: `-lc`, `-euxc`; `-o pipefail` and `-O extglob` take a word.
const shell: Program = (use) => {
  const { args, draft, call, follow } = use;
  let at = 0;
  let code = false;
  let reads = false;
  let input = false;
  for (; at < args.length; at += 1) {
    const arg = args[at] as string;
    if (arg === '--' || arg === '-') {
      at += 1;
      break;
    }
    if (!/^[-+]/u.test(arg)) break;
    if (arg.startsWith('--')) {
      if (arg === '--rcfile' || arg === '--init-file') draft.read(args[(at += 1)] ?? '');
      if (/^--(?:version|help)$/u.test(arg)) return draft.access('read', null, null);
      continue;
    }
    if (arg.includes('n') && arg.startsWith('-')) reads = true;
    if (arg.includes('c') && arg.startsWith('-')) code = true;
    if (arg.includes('s') && arg.startsWith('-')) input = true;
    if (/[oO]$/u.test(arg)) at += 1;
  }
  const rest = args.slice(at);
  if (reads) return readOnly(use, rest);
  if (code) return runCode(use, rest);
  const [file, ...positional] = rest;
  if (file === undefined || input) {
    if (call.open) return runInput(use, null);
    if (call.frame.stdin !== null && call.frame.stdin.from[0] !== '<') return runInput(use, call.frame.stdin.text);
    return draft.access('execute', use.name, 'program');
  }
  const fed = follow.fed(file);
  if (fed !== undefined) return runInput(use, fed.text);
  if (file === '/dev/stdin') return runInput(use, call.frame.stdin?.text ?? null);
  runFile(use, file, positional);
};

function readOnly({ draft }: Use, rest: readonly string[]): void {
  if (rest.length === 0) draft.access('read', null, null);
  for (const file of rest) draft.look(file.length > 200 ? 'script' : file);
}

function runCode(use: Use, [text, , ...positional]: readonly string[]): void {
  const { draft, call, follow } = use;
  if (text === undefined) {
    if (call.open) runInput(use, null);
    else draft.access('read', null, null);
    return;
  }
  if (!isKnown(text) && call.frame.stdin === null && /^\uFFFF/u.test(text.trim())) return runInput(use, null);
  draft.dropped = call.opened.length === 0;
  if (!draft.dropped) draft.access('execute', use.name, 'program');
  follow.script(text, call, { own: true, positional: call.open || positional.some((one) => !isKnown(one)) ? null : positional });
}

function runFile(use: Use, file: string, args: readonly string[]): void {
  const { draft, call } = use;
  if (!isKnown(file)) return draft.unknown(`which script \`${shown(file)}\` is, is known only when it runs`);
  draft.access('execute', file, 'file');
  followWritten(file, use);
  for (const arg of args) draft.mention(arg);
  if (/^\/dev\/fd\//u.test(file) && call.frame.stdin !== null) draft.unknown('what the shell is given to run can not be read');
}

const evaluate: Program = ({ args, call, draft, follow }) => {
  if (args.length === 0) return draft.access('read', null, null);
  draft.dropped = call.opened.length === 0;
  if (args.some((arg) => !isKnown(arg))) call.frame.scope.opened = true;
  follow.script((args[0] === '--' ? args.slice(1) : args).join(' '), call);
};

const source: Program = (use) => {
  const [file] = use.args[0] === '--' ? use.args.slice(1) : use.args;
  if (file === undefined) return use.draft.access('read', null, null);
  const fed = use.follow.fed(file);
  if (fed !== undefined) return runInput(use, fed.text);
  if (file === '/dev/stdin') return runInput(use, use.call.frame.stdin?.text ?? null);
  if (!isKnown(file) && !/[\w-]\/[\w./-]+$/u.test(file)) return use.draft.unknown(`which script \`${shown(file)}\` is, is known only when it runs`);
  use.draft.access('execute', file, 'file');
  use.draft.mention(file);
  followWritten(file, use, false);
  use.call.frame.scope.opened = true;
};

const trap: Program = ({ args, call, draft, follow }) => {
  const { operands } = new Options(args);
  draft.dropped = true;
  const [text] = operands;
  if (text === undefined || text === '' || text === '-' || operands.length < 2) return;
  follow.script(text, call, { own: true });
};

const alias: Program = ({ args, call, draft }) => {
  draft.dropped = true;
  for (const arg of args) {
    const cut = arg.indexOf('=');
    if (cut > 0) call.frame.scope.aliases.set(arg.slice(0, cut), arg.slice(cut + 1));
  }
};

const powershell: Program = ({ args, draft }) => {
  if (args.length === 0) return draft.access('execute', 'pwsh', 'program');
  draft.unknown('PowerShell and cmd are other languages than the one that is read here');
};

/** Shells by name. */
export const shells: Readonly<Record<string, Program>> = {
  ...Object.fromEntries(['sh', 'bash', 'dash', 'ash', 'zsh', 'ksh', 'mksh', 'rbash'].map((name) => [name, shell])),
  eval: evaluate, source, '.': source, trap: keepingFiles(trap), alias: keepingFiles(alias),
  fish: (use) => (use.args.some((arg) => arg.startsWith('-c')) || use.call.frame.stdin !== null ? use.draft.unknown('fish is another language than the one that is read here') : runFile(use, use.args[0] ?? 'fish', use.args.slice(1))),
  pwsh: powershell, powershell, cmd: powershell,
};
