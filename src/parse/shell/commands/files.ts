// SPDX-License-Identifier: Apache-2.0
//
// Programs that work on files: remove, move, copy, overwrite, permissions, editors in a pipe. Each says which of its operands it reads and
// which it changes. Refuses to count an option's value as an operand, and the other way round.
// @see https://www.gnu.org/software/coreutils/manual/coreutils.html
import type { Program, Use } from '../model.js';
import { Options, type Shape } from '../options.js';
import { settle } from '../paths.js';
import { becomes } from '../program.js';
import { HOLE, isKnown } from '../text.js';
import { FETCHERS } from '../written-files.js';
import { danger } from './table.js';

const rm: Program = ({ args, call, draft }) => {
  const options = new Options(args, { names: 'interactive' });
  const all = options.has('r', 'R', 'recursive');
  for (const path of options.operands) draft.remove(path, all);
  if (options.has('no-preserve-root')) draft.hazard('root-delete', '`--no-preserve-root` is for nothing else');
  // What comes after is not known: with everything below, it may be anything.
  if (call.open && all && !options.operands.some((path) => path !== HOLE && !isKnown(path) && /^\/(?:var\/)?tmp\//u.test(path))) draft.hazard('unresolved-delete', 'what it deletes is known only when it runs');
};

const removeAll: Program = ({ args, draft }) => {
  for (const path of new Options(args).operands) draft.remove(path, true);
};

const rmdir: Program = ({ args, draft }) => {
  for (const path of new Options(args).operands) draft.access('write', path, 'file');
};

const TO: Shape = { letters: 'tSgomC', names: 'target-directory suffix group owner mode backup context' };

const mv: Program = (use) => {
  const { args, draft } = use;
  const options = new Options(args, TO);
  const target = options.value('t', 'target-directory');
  const paths = target === undefined ? options.operands.slice(0, -1) : options.operands;
  const to = target ?? options.operands.at(-1) ?? '';
  for (const path of paths) {
    draft.look(path);
    if (/^(?:\/|~|\uFDD0|\.|\*|\/\*|\uFDD0\/\*)\/?$/u.test(path) || to === '/dev/null') draft.remove(path, true);
    else draft.write(path);
    if (to === '/dev/null') danger(draft, 'erase');
  }
  draft.write(to);
  becomes(use, paths, to);
};

const cp: Program = (use) => {
  const { args, draft } = use;
  const options = new Options(args, TO);
  const target = options.value('t', 'target-directory');
  const paths = target === undefined ? options.operands.slice(0, -1) : options.operands;
  const to = target ?? options.operands.at(-1) ?? '';
  for (const path of paths) draft.read(path);
  draft.write(to);
  becomes(use, paths, to);
};

const install: Program = (use) => {
  const { args, draft } = use;
  const options = new Options(args, TO);
  if (options.has('d', 'directory')) for (const path of options.operands) draft.write(path);
  else cp({ ...use, args: args.filter((arg) => !/^-[Ds]+$/u.test(arg)) });
};

const ln: Program = (use) => {
  const { args, draft } = use;
  const options = new Options(args, TO);
  const [source = '', ...rest] = options.operands;
  draft.look(source);
  draft.mention(source);
  const to = options.value('t', 'target-directory') ?? rest.at(-1) ?? source.slice(source.lastIndexOf('/') + 1);
  draft.write(to);
  becomes(use, [source], to);
};

const dd: Program = ({ args, draft, call, follow }) => {
  for (const arg of args) {
    const [, key, value = ''] = /^(if|of)=([\s\S]*)$/u.exec(arg) ?? [];
    if (key === 'if') draft.read(value);
    if (key === 'of') draft.write(value, call.frame.stdin?.text ?? null);
    if (key === 'of' && call.frame.stdin !== null) follow.written.put(settle(draft.folder, value), { text: call.frame.stdin.text, fetched: false });
    if (key === 'of' && value.startsWith(HOLE)) draft.hazard('disk-write', 'where it writes to is known only when it runs');
  }
};

const writer = (shape: Shape = {}): Program => ({ args, draft }) => {
  for (const path of new Options(args, shape).operands) draft.write(path);
};

const shred: Program = ({ args, draft }) => {
  const { operands } = new Options(args, { letters: 'ns', names: 'iterations size random-source' });
  for (const path of operands) draft.remove(path, false);
  if (operands.length > 0) danger(draft, 'erase');
};

const tee: Program = ({ args, draft, call, follow }) => {
  const options = new Options(args);
  const { stdin } = call.frame;
  const text = stdin?.text ?? null;
  for (const path of options.operands) {
    draft.write(path, text);
    follow.written.put(settle(draft.folder, path), { text, fetched: text === null && (stdin?.from ?? []).some((name) => FETCHERS.has(name)) }, options.has('a', 'append'));
  }
};

const truncate: Program = ({ args, draft }) => {
  const options = new Options(args, { letters: 'sr', names: 'size reference' });
  for (const path of options.operands) draft.write(path);
};

const WIDE = /^(?:0?[0-7]?[0-7]?[2367]|[ugoa]*o[ugoa]*[+=][rwxXst]*w[rwxXst]*|a[+=][rwxXst]*w[rwxXst]*|\+[rwxXst]*w[rwxXst]*)$/u;

const chmod: Program = ({ args, draft }) => {
  const options = new Options(args.map((arg) => (/^-[rwxXst]+$/u.test(arg) && !/^-[Rcfv]+$/u.test(arg) ? `a${arg}` : arg)), { names: 'reference' });
  const [mode = '', ...paths] = options.value('reference') === undefined ? options.operands : ['', ...options.operands];
  const all = options.has('R', 'recursive');
  for (const path of paths) draft.grant(path);
  if (all && WIDE.test(mode)) danger(draft, 'wide-permissions');
  if (/[4567][0-7]{3}$/u.test(mode) && /^0?[2-7]/u.test(mode) ? mode.replace(/^0/u, '').length === 4 : /[ug]*\+[rwxX]*s/u.test(mode)) draft.hazard('elevated', 'the program then runs with the rights of its owner');
  wide(paths, all, draft);
};

const chown: Program = ({ args, draft }) => {
  const options = new Options(args, { names: 'reference from' });
  const paths = options.value('reference') === undefined ? options.operands.slice(1) : options.operands;
  for (const path of paths) draft.grant(path);
  wide(paths, options.has('R', 'recursive'), draft);
};

// Permissions of all of the machine, or of a home, can't be put back.
function wide(paths: readonly string[], all: boolean, draft: Use['draft']): void {
  if (all && paths.some((path) => /^(?:\/|\/\*|\uFDD0|\uFDD0\/\*?|\/(?:etc|usr|var|home|root|bin|lib|boot|dev)\/?\*?)$/u.test(path))) danger(draft, 'system-write');
}

const sed: Program = (use) => {
  const options = new Options(use.args, { letters: 'efl', names: 'expression file line-length' });
  const scripts = options.values('e', 'expression');
  const [first, ...rest] = options.operands;
  const given = scripts.length > 0 || options.value('f', 'file') !== undefined;
  const files = given ? options.operands : rest;
  const inPlace = options.has('i', 'in-place') || use.args.some((arg) => /^-(?:[nErsuz]*i|-in-place)/u.test(arg));
  for (const file of files) use.draft[inPlace ? 'write' : 'read'](file);
  if (options.value('f', 'file') !== undefined) use.draft.access('execute', options.value('f', 'file') ?? null, 'file');
  for (const script of given ? scripts : [first ?? '']) sedScript(script, use);
  use.draft.access('read', null, null);
};

// `1e cmd`, `s/x/cmd/e`, `w file`: sed starts commands and writes files, too.
function sedScript(script: string, { call, draft, follow }: Use): void {
  for (const line of script.split(/[\n;]/u)) {
    const command = /^\s*(?:\d+|\$|\/(?:\\.|[^/\\])*\/)?(?:,(?:\d+|\$|\/(?:\\.|[^/\\])*\/))?\s*!?\s*\{?\s*([ewW])(?:\s+(.+))?$/u.exec(line);
    if (command?.[1] === 'e') {
      if (command[2] === undefined) draft.unknown('sed starts what it reads as commands');
      else follow.script(command[2], call, { own: true });
    } else if (command?.[2] !== undefined) draft.write(command[2]);
    const substitution = /(?:^|[^\w\\])s([^\w\s\\])(?:\\[\s\S]|(?!\1)[^\\])*\1((?:\\[\s\S]|(?!\1)[^\\])*)\1([gpiImM0-9]*)([ew])?(?:\s+(\S.*))?/u.exec(line);
    if (substitution?.[4] === 'e' || /e/u.test(substitution?.[3] ?? '')) draft.unknown('sed starts what it makes as commands');
    else if (substitution?.[4] === 'w') draft.write(substitution[5] ?? '');
  }
}

const RSYNC: Shape = { letters: 'eBTfM', names: 'rsh rsync-path exclude include filter files-from exclude-from include-from log-file password-file temp-dir backup-dir compare-dest link-dest partial-dir bwlimit port max-size min-size chmod chown usermap groupmap timeout out-format', own: 'delete exclude include' };

const rsync: Program = (use) => {
  const options = new Options(use.args, RSYNC);
  const to = options.operands.at(-1) ?? '';
  for (const path of options.operands.slice(0, -1)) if (!/^[^/]+:/u.test(path)) use.draft.read(path);
  if (options.has('n', 'dry-run')) return use.draft.access('read', null, null);
  if (/^[^/]+:/u.test(to)) use.draft.access('execute', to.split(':')[0] as string, 'host');
  else use.draft.write(to);
  if (/[;|&`$<>]/u.test(options.value('rsync-path') ?? '')) danger(use.draft, 'environment-code');
  const rsh = options.value('e', 'rsh');
  if (rsh !== undefined && !/^ssh(?:\s|$)/u.test(rsh)) use.follow.script(rsh, use.call, { own: true });
  if (options.names().some((name) => /^del(?:$|e)/u.test(name)) || options.has('remove-source-files')) {
    use.draft.access('destroy', to, 'file');
    danger(use.draft, 'bulk-delete');
  }
};

const touch = writer({ letters: 'drt', names: 'date reference time' });

const mkdir: Program = ({ args, draft }) => {
  for (const path of new Options(args, { letters: 'mZ', names: 'mode context' }).operands) draft.access('write', path, 'file');
};

/** Programs that change files, by name. */
export const files: Readonly<Record<string, Program>> = {
  rm, grm: rm, unlink: rm, rmdir, mv, gmv: mv, rename: writer(), cp, gcp: cp, install, ginstall: install, ln, link: ln, dd, shred, srm: shred, wipe: shred, truncate, chmod, chown, chgrp: chown,
  setfacl: ({ args, draft }) => {
    for (const path of new Options(args, { letters: 'mxMXdR', names: 'modify remove' }).operands) draft.grant(path);
  },
  chattr: writer(), tee, sponge: writer(), touch, mkdir, mkfifo: mkdir, mknod: mkdir, sed, gsed: sed, rsync,
  gzip: writer(), gunzip: writer(), bzip2: writer(), xz: writer(), unxz: writer(), zstd: writer(), patch: writer({ letters: 'dipor', names: 'directory input strip output' }), split: writer({ letters: 'abClntu' }),
  fallocate: writer({ letters: 'olp', names: 'offset length' }), rimraf: removeAll, 'del-cli': removeAll, 'trash-cli': removeAll, trash: rm, del: rm, 'trash-put': rm, cpio: writer(), '7z': writer(), mktemp: ({ draft }) => draft.access('write', '/tmp', 'file'),
};
