// SPDX-License-Identifier: Apache-2.0
//
// git: its own options, aliases given on the command line or in the environment, and what each sub-command loses. Most are rows (git-rows.ts);
// those that depend on their operands are here. Refuses to take an alias for a sub-command: what it stands for is followed.
// @see https://git-scm.com/docs/git
import type { Use } from '../model.js';
import { Options, type Shape } from '../options.js';
import { settle } from '../paths.js';
import { quotedWord } from '../quote.js';
import { isKnown, shown } from '../text.js';
import { gitRows, gitShapes } from './git-rows.js';
import { danger } from './table.js';

const GLOBAL: Shape = { letters: 'Cc', names: 'git-dir work-tree namespace config-env super-prefix attr-source', first: true };
// Keys whose value git runs. Hits `core.sshcommand`, `diff.x.textconv`; misses `core.quotepath`.
const CODE_KEYS = /^(?:core\.(?:sshcommand|hookspath|editor|pager|fsmonitor|gitproxy|askpass|alternaterefscommand)|sequence\.editor|gpg\.(?:\w+\.)?program|credential\.(?:.+\.)?helper|diff\.(?:.+\.)?(?:external|textconv|command)|merge\..+\.driver|(?:merge|diff)tool\..+\.(?:cmd|path)|filter\..+\.(?:clean|smudge|process)|pager\..+|interactive\.difffilter|protocol\.ext\.allow|include(?:if)?\..*path|remote\..+\.(?:uploadpack|receivepack|vcs)|uploadpack\.packobjectshook|browser\..+|man\..+|init\.templatedir)$/u;
const HARMLESS_VALUES = /^(?:|cat|less(?: -\w+)*|more|true|false|:|store|cache.*|osxkeychain|manager|!gh auth git-credential|never|always|user)$/u;
const NETWORK = new Set(['fetch', 'pull', 'push', 'clone', 'ls-remote', 'submodule', 'archive-remote', 'remote-update']);

/** One use of git. */
export function git(use: Use): void {
  const options = new Options(use.args, GLOBAL);
  const config = configOf(options, use);
  const [command, ...args] = options.operands;
  if (options.value('exec-path') !== undefined) danger(use.draft, 'environment-code');
  if (command === undefined || options.has('help', 'version', 'h')) {
    use.draft.access('read', null, null);
    return;
  }
  if (!isKnown(command)) {
    use.draft.unknown(`what \`git ${shown(command)}\` does is known only when it runs`);
    return;
  }
  const alias = config.get(`alias.${command.toLowerCase()}`);
  if (alias !== undefined && !use.call.frame.calls.includes(`git ${command}`)) return followAlias(alias, args, command, use);
  runsCode(config, command, args, use);
  if (/^(?:checkout|reset|switch)$/u.test(command) && args.some((arg) => FULL_ID.test(arg))) use.follow.written.pinned(settle(use.draft.folder, options.value('C') ?? '.'));
  subCommand({ ...use, args }, command.toLowerCase());
}

function followAlias(alias: string, args: readonly string[], command: string, use: Use): void {
  const { call, draft, follow } = use;
  draft.dropped = true;
  const frame = { ...call.frame, calls: [...call.frame.calls, `git ${command}`] };
  if (alias.startsWith('!')) follow.script([alias.slice(1), ...args.map(quotedWord)].join(' '), { ...call, frame }, { own: true });
  else follow.start(['git', ...alias.trim().split(/\s+/u), ...args], call, { frame });
}

// Keys in lower case, as git compares them.
function configOf(options: Options, { call }: Use): ReadonlyMap<string, string> {
  const config = new Map<string, string>();
  const put = (text: string): void => {
    const cut = text.indexOf('=');
    config.set((cut < 0 ? text : text.slice(0, cut)).toLowerCase(), cut < 0 ? 'true' : text.slice(cut + 1));
  };
  const value = (name: string): string | undefined => call.assigned.get(name) ?? call.frame.scope.values(name).find(isKnown);
  for (const text of options.values('c')) put(text);
  for (const text of options.values('config-env')) put(`${text.split('=')[0] as string}=\uFFFF`);
  for (let index = 0; index < Math.min(Number(value('GIT_CONFIG_COUNT') ?? 0) || 0, 50); index += 1) put(`${value(`GIT_CONFIG_KEY_${index}`) ?? ''}=${value(`GIT_CONFIG_VALUE_${index}`) ?? ''}`);
  for (const [, text = ''] of (value('GIT_CONFIG_PARAMETERS') ?? '').matchAll(/'([^']*)'/gu)) put(text);
  return config;
}

function runsCode(config: ReadonlyMap<string, string>, command: string, args: readonly string[], { call, draft }: Use): void {
  const network = NETWORK.has(command) || (command === 'remote' && args.some((arg) => arg === 'update' || arg === 'show')) || (command === 'archive' && args.some((arg) => arg.startsWith('--remote')));
  for (const [key, value] of config) {
    if (CODE_KEYS.test(key) && !HARMLESS_VALUES.test(value) && (key !== 'core.sshcommand' || network)) draft.hazard('environment-code', `\`${key}\` is a program that git runs`);
  }
  if (command === 'push') for (const [key, value] of config) if (forces(key, value)) danger(draft, 'force-push');
  if (!network) return;
  for (const name of ['GIT_SSH', 'GIT_SSH_COMMAND', 'GIT_SSH_VARIANT']) {
    const value = call.assigned.get(name) ?? call.frame.scope.values(name).find(isKnown);
    if (value !== undefined && !/^(?:|ssh(?: -o \w+=[\w/.~-]+| -[ip] [\w/.~-]+)+)$/u.test(value)) draft.hazard('environment-code', `\`${name}\` is a program that git runs`);
  }
}

const OWN: Readonly<Partial<Record<string, (options: Options, use: Use) => void>>> = { push, checkout, restore, rm: remove, config: configure, rebase: runExec, submodule: each, bisect: bisectRun, grep: open, clone };

function subCommand(use: Use, command: string): void {
  const { draft, args } = use;
  const options = new Options(args, Object.hasOwn(gitShapes, command) ? gitShapes[command] : {});
  draft.called('git', ...(/^[\w-]{1,40}$/u.test(command) ? [command] : []));
  if (options.has('help', 'version') || (args.length === 1 && args[0] === '-h')) {
    draft.access('read', null, null);
    return;
  }
  for (const file of options.values('output')) draft.write(file);
  for (const name of ['upload-pack', 'receive-pack', 'exec']) if (options.value(name) !== undefined && command !== 'rebase' && command !== 'ls-files' && command !== 'log') draft.hazard('environment-code', `\`--${name}\` is a program that runs at the other end`);
  const own = Object.hasOwn(OWN, command) ? OWN[command] : undefined;
  if (own !== undefined) own(options, use);
  else gitRows(command, options, use);
}

// `git push $FLAGS`, `git push "$@" origin main`: where a remote should be named, there may be options.
function hidesOptions([remote, ref]: readonly string[]): boolean {
  return remote?.startsWith('\uFFFF') === true && remote.length === 1 && (ref === undefined || /^(?:origin|upstream)$/u.test(ref));
}

// `remote.origin.push=+refs/*` and `remote.origin.mirror` make every push a forced one.
function forces(key: string, value: string): boolean {
  return (/^remote\..+\.push$/iu.test(key) && value.startsWith('+')) || (/^remote\..+\.mirror$/iu.test(key) && value !== 'false');
}

function push(options: Options, { draft, args }: Use): void {
  if (hidesOptions(options.operands)) draft.unknown('with which options `git push` starts is known only when it runs');
  const [remote = 'origin', ...refs] = [...options.values('repo'), ...options.operands];
  const dry = options.has('n', 'dry-run');
  for (const ref of refs.length === 0 ? [''] : refs) draft.access(dry ? 'read' : 'write', ref === '' ? remote : `${remote}/${ref.replace(/^\+/u, '')}`, 'ref');
  if (dry) return;
  if (options.has('f', 'force') || options.has('mirror') || refs.some((ref) => ref.startsWith('+') || ref.includes(':+'))) danger(draft, 'force-push');
  if (options.has('d', 'delete', 'prune') || refs.some((ref) => /^:./u.test(ref))) danger(draft, 'branch-delete');
  if (isKnown(remote) && isRemote(remote)) danger(draft, 'publish');
  if (args.some((arg) => arg.startsWith('--force-w'))) danger(draft, 'force-with-lease');
  if (refs.some((ref) => !isKnown(ref) && ref.startsWith('\uFFFF') && !ref.includes(':'))) draft.access('write', remote, 'ref');
}

// Hits `https://x/y`, `git@x:y`, `$URL`; misses `../y`, `/srv/y.git`, `file:///srv/y`.
function isRemote(url: string): boolean {
  return !isKnown(url) || (/^[\w+.-]+:\/\/|^[^/]+:/u.test(url) && !/^file:/iu.test(url));
}

/** A commit in full, which nobody can put other code under. */
const FULL_ID = /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/iu;

function loses(draft: Use['draft'], what: readonly string[]): void {
  for (const path of what) draft.access('destroy', path, 'file');
  if (what.length === 0) draft.access('destroy', '.', 'file');
  danger(draft, 'work-loss');
}

function checkout(options: Options, { draft }: Use): void {
  const { operands, dashed } = options;
  const [only = ''] = operands;
  if (options.has('f', 'force') || options.value('pathspec-from-file') !== undefined || (dashed !== null && dashed.length > 0)) return loses(draft, dashed ?? []);
  if (options.has('b', 'B', 'orphan') || options.has('p', 'patch')) return draft.access('write', only === '' ? '.' : only, 'ref');
  // With two, the second is a path; one that looks like a path is one.
  if (operands.length > 1) return loses(draft, operands.slice(1));
  if (/^(?:\.{1,2}(?:\/|$)|:[/(]|\/)|[*?[]|\.[a-z]+[a-z0-9]*$/iu.test(only) && dashed === null) return loses(draft, operands);
  draft.access('write', only === '' ? '.' : only, 'ref');
}

// Asked for neither of the two places, it takes the work tree; one of them said, only what is said.
function restore(options: Options, { draft, args }: Use): void {
  const said = options.names().some((name) => name === 'S' || name === 'W' || /^(?:no-)?(?:stag|workt)/u.test(name));
  const tree = said ? options.has('worktree', 'W') : true;
  const something = options.operands.length > 0 || options.value('pathspec-from-file') !== undefined;
  if (!something) return draft.access('read', null, null);
  if (tree && !args.includes('--version')) loses(draft, options.operands);
  else for (const path of options.operands) draft.access('write', path, 'file');
}

function remove(options: Options, { draft }: Use): void {
  if (options.has('n', 'dry-run')) return draft.access('read', null, null);
  if (options.has('f', 'force') && !options.has('cached')) return loses(draft, options.operands);
  for (const path of options.operands) draft.access('write', path, 'file');
}

function configure(options: Options, use: Use): void {
  const { draft, call } = use;
  const words = /^(?:get|set|list|unset|edit|rename-section|remove-section)$/u.test(options.operands[0] ?? '') ? options.operands.slice(1) : options.operands;
  const [key = '', value] = words;
  if (value === undefined && !options.has('unset', 'unset-all', 'remove-section', 'rename-section', 'e', 'edit', 'add', 'replace-all') && options.operands[0] !== 'unset' && options.operands[0] !== 'edit') return draft.access('read', null, null);
  draft.access('control', key, 'setting');
  const runs = CODE_KEYS.test(key.toLowerCase()) && !HARMLESS_VALUES.test(value ?? '');
  if (forces(key, value ?? '')) danger(draft, 'force-push');
  if (runs || (/^alias\./iu.test(key) && value?.startsWith('!') === true)) danger(draft, 'runs-later');
  if (/^alias\./iu.test(key) && value?.startsWith('!') === true) use.follow.script(value.slice(1), call, { own: true });
}

function runExec(options: Options, use: Use): void {
  for (const text of options.values('x', 'exec')) use.follow.script(text, use.call, { own: true });
  gitRows('rebase', options, use);
}

function each(options: Options, use: Use): void {
  const [what, ...command] = options.operands;
  if (what === 'foreach' && command.length > 0) use.follow.script(command.join(' '), use.call, { own: true });
  gitRows('submodule', options, use);
}

function bisectRun(options: Options, use: Use): void {
  const [what, ...command] = options.operands;
  if (what === 'run') use.follow.start(command, use.call);
  use.draft.access('write', '.', 'ref');
}

function open(_options: Options, use: Use): void {
  const pager = new Options(use.args, gitShapes['grep']).value('O', 'open-files-in-pager');
  use.draft.access('read', null, null);
  if (pager !== undefined && !HARMLESS_VALUES.test(pager)) danger(use.draft, 'environment-code');
}

function clone(options: Options, { draft, follow }: Use): void {
  const [url = '', folder] = options.operands;
  draft.access('execute', url, 'host');
  if (/^ext::/u.test(url)) draft.hazard('environment-code', 'an `ext::` address is a command');
  for (const text of options.values('c', 'config')) if (CODE_KEYS.test((text.split('=')[0] as string).toLowerCase())) danger(draft, 'environment-code');
  const to = folder ?? url.replace(/\/$/u, '').replace(/^.*[/:]/u, '').replace(/\.git$/u, '');
  draft.write(to);
  // What stands beside is no other people's code.
  if (isRemote(url)) follow.written.fetchFolder(settle(draft.folder, to));
}
