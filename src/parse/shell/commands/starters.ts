// SPDX-License-Identifier: Apache-2.0
//
// Programs that start others with arguments from elsewhere: `xargs`, `parallel`, `find`. Arguments that can't be seen are said to be open.
// Refuses to take code made of such arguments for known.
import type { Program, Use } from '../model.js';
import { Options, type Shape } from '../options.js';
import { placeOf, settle } from '../paths.js';
import { quotedWord } from '../quote.js';
import { HOLE, isKnown, TEMP } from '../text.js';
import { danger } from './table.js';

const XARGS: Shape = { letters: 'adEILnPsRSJ', names: 'arg-file delimiter eof-str max-lines max-args max-procs max-chars process-slot-var', first: true, own: 'replace' };
/** Source: what is listed in a script is short. */
const MAX_LISTED = 1000;

const xargs: Program = (use) => {
  const { call, draft, follow } = use;
  const options = new Options(use.args, XARGS);
  const file = options.value('a', 'arg-file');
  if (file !== undefined) draft.read(file);
  const command = options.operands.length === 0 ? ['echo'] : options.operands;
  const text = file === undefined ? (call.frame.stdin?.text ?? null) : null;
  const given = text === null || !isKnown(text) ? null : text.split(options.has('0', 'null') ? /\0/u : options.value('d', 'delimiter') === '\\n' ? /\n/u : /\s+/u).filter((word) => word !== '').slice(0, MAX_LISTED);
  const mark = options.value('I') ?? options.value('J') ?? replaceOf(use.args);
  draft.dropped = true;
  const frame = { ...call.frame, stdin: null };
  const found = call.frame.stdin?.from.some((name) => /^(?:find|fd|fdfind|ls|locate|git)$/u.test(name)) === true;
  const hazards = found && /(?:^|\/)(?:rm|unlink|shred|rmdir)$/iu.test(command.find((word) => !/^-/u.test(word) && !['sudo', 'busybox', 'env'].includes(word)) ?? '') ? [...call.hazards, { id: 'bulk-delete', detail: 'which files it deletes is known only when it runs' }] : call.hazards;
  const code = startsCode(command);
  if (mark !== null && command.some((word) => word.includes(mark))) {
    const value = given?.length === 1 && !code ? (given[0] as string) : HOLE;
    follow.start(command.map((word) => word.replaceAll(mark, value)), call, { frame, hazards, open: false });
  } else if (mark === null && given !== null && !code && !/(?:^|\/)g?find$/iu.test(command[0] ?? '')) follow.start([...command, ...given], call, { frame, hazards, open: false });
  else follow.start(code ? command : [...command, HOLE], call, { frame, hazards, open: true });
};

// What comes by input is put after the arguments: for `sh -c` it is the code or `$0`, not a file.
function startsCode(command: readonly string[]): boolean {
  return /(?:^|\/)(?:ba|da|z|k|a)?sh$/iu.test(command[0] ?? '');
}

// `-i`, `-i{}`, `--replace`, `--replace=R`: `{}` when nothing is said.
function replaceOf(args: readonly string[]): string | null {
  for (const arg of args) {
    if (!arg.startsWith('-')) return null;
    const long = /^--repl\w*(?:=(.*))?$/u.exec(arg);
    if (long !== null) return long[1] === undefined || long[1] === '' ? '{}' : long[1];
    const short = /^-[0rtpx]*i(.*)$/u.exec(arg);
    if (short !== null) return short[1] === '' ? '{}' : (short[1] as string);
  }
  return null;
}

const PARALLEL: Shape = {
  letters: 'aCdEIjLlMNnPSs', first: true,
  names: 'arg-file arg-sep colsep delimiter env jobs joblog load max-args max-procs max-replace-args memfree nice recstart recend results retries sshlogin sshloginfile slf basefile tagstring timeout tmpdir transferfile workdir wd block header delay halt process-slot-var profile rpl tempdir transfer',
};

const parallel: Program = (use) => {
  const { call, draft, follow } = use;
  const options = new Options(use.args, PARALLEL);
  const cut = options.operands.findIndex((word) => /^:::\+?$|^::::\+?$/u.test(word));
  const command = cut < 0 ? options.operands : options.operands.slice(0, cut);
  const listed = cut < 0 || options.operands[cut]?.startsWith('::::') === true ? null : options.operands.slice(cut + 1).filter((word) => !/^:::\+?$/u.test(word)).slice(0, MAX_LISTED);
  draft.dropped = true;
  const away = options.value('S', 'sshlogin', 'sshloginfile', 'slf') !== undefined;
  const frame = { ...call.frame, stdin: null, away: call.frame.away || away };
  const values = listed ?? (startsCode(command) ? null : knownLines(call.frame.stdin?.text ?? null)) ?? [HOLE];
  if (listed === null && command.length === 0) {
    draft.dropped = false;
    draft.hazard('pipe-to-shell', 'a shell runs what comes from elsewhere, unread');
    draft.unknown('what `parallel` is given to run can not be read');
    return;
  }
  for (const value of values) follow.script(textOf(command, value), { ...call, frame, open: value === HOLE }, { own: true });
};

function knownLines(text: string | null): string[] | null {
  return text === null || !isKnown(text) ? null : text.split('\n').filter((line) => line !== '').slice(0, MAX_LISTED);
}

// It hands one line to a shell, with the value quoted, unless there is no command but the value.
function textOf(command: readonly string[], value: string): string {
  if (command.length === 0) return value;
  const marked = command.some((word) => /\{[\d./#%+-]*\}/u.test(word));
  const quoted = quote(value);
  const words = command.map((word) => {
    const [before, ...after] = word.split(/\{[\d./#%+-]*\}/u);
    return after.length === 0 ? quote(word) : [quote(before as string), ...after.map(quote)].join(quoted);
  });
  return [...words, ...(marked ? [] : [quoted])].join(' ');
}

function quote(text: string): string {
  return /^[\w@%+=:,./-]+$/u.test(text) || text === '' ? text : quotedWord(text);
}

const FIND_VALUES = new Set('name iname path ipath wholename iwholename regex iregex lname ilname type xtype size mtime atime ctime mmin amin cmin newer anewer cnewer newermt newerat newerct perm user group uid gid inum links maxdepth mindepth fstype samefile used printf regextype context files0-from D'.split(' '));
const FIND_EXECS = new Set(['-exec', '-execdir', '-ok', '-okdir']);

const find: Program = (use) => {
  const { args, draft, call } = use;
  const starts = startsOf(args);
  for (const start of starts) draft.look(start);
  const names: string[] = [];
  let deletes = false;
  for (let at = 0; at < args.length; at += 1) {
    const arg = args[at] as string;
    if (FIND_EXECS.has(arg)) {
      const end = args.findIndex((word, index) => index > at && (word === ';' || word === '\\;' || (word === '+' && args[index - 1] === '{}')));
      startFound(use, args.slice(at + 1, end < 0 ? undefined : end), { starts, names });
      at = end < 0 ? args.length : end;
    } else if (arg === '-delete') deletes = true;
    else if (/^-(?:fprint0?|fls)$/u.test(arg)) draft.write(args[(at += 1)] ?? '');
    else if (arg === '-fprintf') {
      draft.write(args[at + 1] ?? '');
      at += 2;
    } else if (FIND_VALUES.has(arg.slice(1)) && arg.startsWith('-')) {
      at += 1;
      if (/^-i?name$/u.test(arg)) names.push(args[at] ?? '');
    }
  }
  if (!deletes) return;
  for (const start of starts) removeBelow(use, start);
  if (call.open || starts.some((start) => !isLiteralScratch(start, draft.folder))) danger(draft, 'bulk-delete');
};

function startsOf(args: readonly string[]): readonly string[] {
  let at = 0;
  while (at < args.length && /^-(?:[HLPEXxsd]+|O\d|D|f)$/u.test(args[at] as string)) at += args[at] === '-D' ? 2 : 1;
  const end = args.findIndex((arg, index) => index >= at && (/^[-(!]/u.test(arg) || arg === '\\('));
  const starts = args.slice(at, end < 0 ? undefined : end);
  const unsure = at > 0 && args[at - 1] === '-f' ? ['.'] : [];
  return starts.length === 0 ? ['.'] : [...starts, ...unsure];
}

function isLiteralScratch(start: string, folder: string): boolean {
  return isKnown(start) && !start.includes(TEMP) && !/[*?[]|\.\./u.test(start) && placeOf(settle(folder, start)) === 'scratch' && !/^\/(?:tmp|var\/tmp)\/?$/u.test(start);
}

function removeBelow({ draft }: Use, start: string): void {
  const settled = settle(draft.folder, start);
  const place = placeOf(settled);
  if (place === 'root' || place === 'home' || place === 'system' || place === 'outside') draft.remove(start, true);
  else draft.access(place === 'scratch' ? 'write' : 'destroy', settled, 'file');
}

function startFound(use: Use, command: readonly string[], { starts, names }: { readonly starts: readonly string[]; readonly names: readonly string[] }): void {
  const { call, follow, draft } = use;
  const removes = /(?:^|\/)(?:rm|unlink|shred|rmdir)$/iu.test(command.find((word) => !/^-/u.test(word) && !['sudo', 'busybox', 'env', 'command'].includes(word)) ?? '');
  // `find . -name node_modules -exec rm -rf {} +` says exactly what goes.
  const named = names.length > 0 && names.every((name) => !/[*?[]/u.test(name) && placeOf(name) === 'scratch');
  const scratch = named || (starts.every((start) => isLiteralScratch(start, draft.folder)) && !names.includes(''));
  const hazards = removes && !scratch ? [...call.hazards, { id: 'bulk-delete', detail: 'which files it deletes is known only when it runs' }] : call.hazards;
  // Of files that are asked for by name, the name is known: `find . -name .env -exec cat {} +`.
  const found = names.length > 0 ? names : starts.map((start) => `${start}/${HOLE}`);
  for (const name of found) follow.start(command.map((word) => word.replaceAll('{}', name)), { ...call, opened: [] }, { hazards, open: !named });
}

/** Starters by name. */
export const starters: Readonly<Record<string, Program>> = { xargs, gxargs: xargs, parallel, find, gfind: find };
