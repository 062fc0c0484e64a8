// SPDX-License-Identifier: Apache-2.0
//
// From a call to what is known of its program: the name without folder and ending, look-alikes of known names, variables that change what a
// program is. Refuses to take a program for another one: what lies elsewhere than where systems keep programs is run, not known.
import { Draft } from './draft.js';
import { environmentOf } from './environment.js';
import type { Machine } from './machine.js';
import type { Call } from './model.js';
import { isKnown, shown } from './text.js';

const FOLDERS = /^(?:\/(?:usr\/(?:local\/)?|opt\/(?:homebrew|local)\/|snap\/)?s?bin|\/nix\/store\/[^/]+\/bin)\/[^/]+$/u;
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
  const [path] = call.argv;
  if (path === undefined) {
    runNothing(call, machine);
    return;
  }
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
    if (path.includes('/') && !FOLDERS.test(path)) runFile(path, draft);
    if (known === undefined) {
      if (draft.call.argv.length > 0 && !path.includes('/')) draft.access('execute', name, 'program');
      mentionAll(draft, call);
    } else known({ name, args: call.argv.slice(1), call, draft, follow: machine });
  }
  // A wrapper is no operation of its own, unless its variables are.
  if (!draft.dropped || changed) machine.note(draft.finish());
}

// Assignments alone do nothing outside the shell, unless they change what programs do.
function runNothing(call: Call, machine: Machine): void {
  const draft = new Draft(call, 'assign');
  const changed = environmentOf(call.assigned, draft);
  if (changed || call.opened.length > 0) machine.note(draft.finish());
}

function runFile(path: string, draft: Draft): void {
  draft.access('execute', path, 'program');
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
