// SPDX-License-Identifier: Apache-2.0
//
// From a call to what is known of its program: the name without folder and ending, look-alikes of known names, variables that change what a
// program is. Refuses to take a program for another one: what lies elsewhere than where systems keep programs is run, not known.
import { noteDeploy } from './deploys.js';
import { Draft } from './draft.js';
import { environmentOf } from './environment.js';
import type { Machine } from './machine.js';
import type { Call, Use } from './model.js';
import { settle } from './paths.js';
import { noteRunner } from './runners.js';
import { HOME, isKnown, shown, SUBSCRIPT } from './text.js';
import { noteUnread } from './fetched-code.js';

const FOLDERS = /^(?:\/(?:usr\/(?:local\/)?|opt\/(?:homebrew|local)\/|snap\/)?s?bin|\/nix\/store\/[^/]+\/bin)\/[^/]+$/u;
/** Where a shell looks for a program by its name. */
const SEARCHED = ['/usr/local/bin', '/usr/local/sbin', '/usr/bin', '/usr/sbin', '/bin', '/sbin', `${HOME}/.local/bin`, `${HOME}/bin`];
/** Source: wrappers take a count or a name, then the command. */
const MAX_BEFORE = 3;
const WRAPPERS = new Set('sudo doas env xargs timeout nohup nice ionice setsid stdbuf time command builtin exec busybox toybox su runuser ssh sh bash dash zsh ksh ash eval parallel watch chroot nsenter unshare docker podman kubectl find strace ltrace flock script chrt taskset catchsegv unbuffer npx bunx gosu su-exec setpriv'.split(' '));

/** True when its arguments are a command of their own. */
export function isWrapper(name: string): boolean {
  return WRAPPERS.has(plainName(name));
}

/** `rm` of `/bin/RM.exe`. */
export function plainName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1).toLowerCase().replace(/\.exe$/u, '');
}

/** Describes one call, and follows what it starts. */
export function runProgram(call: Call, machine: Machine): void {
  const [written] = call.argv;
  if (written === undefined) {
    runNothing(call, machine);
    return;
  }
  const path = programUnder(written, call, machine);
  const name = plainName(path);
  const draft = new Draft(call, name);
  const changed = environmentOf(call.assigned, draft);
  const known = machine.lookup(name);
  const why = unreadableName(path);
  if (why !== null) {
    draft.called('unknown');
    draft.unknown(why);
    mentionAll(draft, call);
  } else {
    if (path.includes('/') && !FOLDERS.test(path)) runFile(path, draft, call, machine);
    if (!path.includes('/') && !machine.written.isEmpty) for (const folder of SEARCHED) if (machine.written.at(`${folder}/${path}`).length > 0) followWritten(`${folder}/${path}`, { call, draft, follow: machine });
    if (known === undefined) {
      if (draft.call.argv.length > 0 && !path.includes('/')) draft.access('execute', name, 'program');
      mentionAll(draft, call);
      startsUnseen(call, machine);
    } else known({ name, args: call.argv.slice(1), call, draft, follow: machine });
    noteUnread(name, call.argv.slice(1), { draft, written: machine.written });
    noteDeploy(name, call.argv.slice(1), draft);
    noteRunner(name, call.argv.slice(1), draft, machine.packages);
  }
  if (compares(name, call.argv)) machine.written.checked();
  for (const value of call.assigned.values()) mayStart(value, call, machine);
  // A wrapper is no operation of its own, unless its variables are.
  if (!draft.dropped || changed) machine.note(draft.finish());
}

// Assignments alone do nothing outside the shell, unless they change what programs do.
function runNothing(call: Call, machine: Machine): void {
  const draft = new Draft(call, 'assign');
  const changed = environmentOf(call.assigned, draft);
  // Arithmetic works out what a variable holds, to the last subscript.
  const hidden = [...call.assigned].find(([, value]) => SUBSCRIPT.test(value));
  if (hidden !== undefined) draft.unknown(`\`${hidden[0]}\` holds a subscript with a command in it, which runs where it is taken for a number`);
  if (changed || hidden !== undefined || call.opened.length > 0) machine.note(draft.finish());
}

function runFile(path: string, draft: Draft, call: Call, machine: Machine): void {
  draft.access('execute', path, 'program');
  followWritten(path, { call, draft, follow: machine });
}

// Hits `sha256sum -c sums`, `gpg --verify x.asc`, `cosign verify-blob x`; misses `sha256sum x`.
function compares(name: string, argv: readonly string[]): boolean {
  if (/^(?:sha\d*|md5|b2)sum$|^shasum$/u.test(name)) return argv.some((arg) => arg === '--check' || /^-\w*c\w*$/u.test(arg));
  if (name === 'gpg' || name === 'gpg2' || name === 'gpgv') return name === 'gpgv' || argv.includes('--verify');
  return (name === 'cosign' && /^verify/u.test(argv[1] ?? '')) || (name === 'minisign' && argv.some((arg) => /^-\w*V/u.test(arg))) || (name === 'gh' && argv[1] === 'attestation');
}

// A copy or link of a program that is known, by the path or name that the script gave it.
function programUnder(written: string, call: Call, machine: Machine): string {
  return machine.written.programAt(written.includes('/') ? settle(call.frame.scope.folder, written) : `hash ${written}`) ?? written;
}

/** A file that the script made itself is a script like any other; what it fetched and nobody compared is run unread. */
export function followWritten(path: string, { call, draft, follow }: Pick<Use, 'call' | 'draft' | 'follow'>, own = true): void {
  if (follow.written.mayBeFetched(settle(call.frame.scope.folder, path))) draft.hazard('downloaded-code', `\`${shown(path)}\` came with what was fetched just before, and runs unread`);
  for (const { text, fetched } of follow.written.at(settle(call.frame.scope.folder, path))) {
    if (fetched) draft.hazard('downloaded-code', `\`${shown(path)}\` was fetched just before, and runs unread`);
    if (text === null && !fetched) draft.unknown(`what the script writes into \`${shown(path)}\` is known only when it runs`);
    const reader = text === null ? null : /^#![^\n]*/u.exec(text)?.[0];
    if (text === null || (reader !== undefined && reader !== null && !/\b(?:ba|da|a|z|k)?sh\b/u.test(reader))) continue;
    if (isKnown(text)) follow.script(text, call, { own });
    else follow.perhaps(text, call);
  }
}

// What a program that is not known is given may be a command that it starts: `retry 3 rm -rf /`, `./with-env.sh -- make`.
function startsUnseen(call: Call, machine: Machine): void {
  const dashed = call.argv.indexOf('--');
  const at = dashed > 0 ? dashed + 1 : call.argv.findIndex((word, index) => index > 0 && index <= MAX_BEFORE && isKnown(word) && machine.lookup(plainName(word)) !== undefined);
  const started = at > 0 ? call.argv.slice(at) : [];
  if (started.length > 1) machine.perhaps(started, call);
}

/** A value that names a command: whoever reads the variable may start it. */
export function mayStart(value: string, call: Call, follow: Pick<Machine, 'perhaps'>): void {
  const [first = '', ...rest] = value.trim().split(/\s+/u);
  if (rest.length === 0 || !isKnown(first) || !/^[\w./-]+$/u.test(first) || /^(?:echo|printf)$/u.test(first)) return;
  follow.perhaps(value, call);
}

function mentionAll(draft: Draft, call: Call): void {
  for (const arg of call.argv.slice(1)) draft.mention(arg);
}

function unreadableName(path: string): string | null {
  if (path === '') return 'the command has no name';
  if (!isKnown(path)) return `what command \`${shown(path)}\` is, is known only when it runs`;
  // A Cyrillic `с` in `сurl`, a zero-width space in `r​m`: people read another name than the shell does.
  if (/[^\x20-\x7e]/u.test(path)) return `the name \`${path.replace(/[^\x20-\x7e]/gu, '�')}\` holds characters that look like others or like nothing`;
  if (/\s/u.test(path) && !/^[./~]/u.test(path)) return `\`${path.slice(0, 60)}\` is one word, which no program is called`;
  if (/^\d*\w*=/u.test(path)) return `\`${path.slice(0, 60)}\` looks like an assignment, and is none`;
  return null;
}

/** What is copied, moved or linked can be run under its new name. */
export function becomes({ draft, follow }: Pick<Use, 'draft' | 'follow'>, sources: readonly string[], to: string): void {
  for (const source of sources) {
    const from = settle(draft.folder, source);
    for (const target of [settle(draft.folder, to), settle(draft.folder, `${to}/${source.slice(source.lastIndexOf('/') + 1)}`)]) {
      follow.written.copy(from, target);
      if (FOLDERS.test(source)) follow.written.name(target, source);
    }
  }
}
