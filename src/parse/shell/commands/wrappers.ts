// SPDX-License-Identifier: Apache-2.0
//
// Programs that start another one: `sudo`, `env`, `timeout`, `xargs`, `find -exec`, `ssh host …`, `docker exec …`. What they start is an operation
// of its own. Refuses to lose it behind an option: the options of each are told, and which of them take a value.
import type { Hazard } from '../../../core/model.js';
import type { Program, Use } from '../model.js';
import { Options, type Shape } from '../options.js';
import { HOLE } from '../text.js';
import { danger } from './table.js';

const ELEVATED: Hazard = { id: 'elevated', detail: 'it runs with the rights of somebody else' };
const FIRST = { first: true } as const;

/** What each wrapper's own options are. `skip`: operands before the command. */
const PLAIN: Readonly<Record<string, Shape & { readonly skip?: number; readonly elevated?: boolean }>> = {
  sudo: { letters: 'CDghpRrTtUu', names: 'user group host chdir chroot prompt role type command-timeout other-user close-from', elevated: true },
  doas: { letters: 'Cu', elevated: true },
  gosu: { skip: 1, elevated: true }, 'su-exec': { skip: 1, elevated: true },
  runuser: { letters: 'ugG', names: 'user group supp-group', elevated: true },
  pkexec: { names: 'user', elevated: true },
  timeout: { letters: 'ks', names: 'kill-after signal', skip: 1 }, gtimeout: { letters: 'ks', names: 'kill-after signal', skip: 1 },
  nohup: {}, setsid: {}, command: {}, builtin: {}, time: { letters: 'fo', names: 'format output' }, unbuffer: {},
  nice: { letters: 'n', names: 'adjustment' }, ionice: { letters: 'cnpPu', names: 'class classdata pid' }, chrt: { letters: 'TPD', skip: 1 }, taskset: { skip: 1 },
  stdbuf: { letters: 'ioe', names: 'input output error' },
  strace: { letters: 'abeEIopPsSuUX', names: 'output trace' }, ltrace: { letters: 'aAeFlnopsuwx' },
  setpriv: { names: 'reuid regid groups inh-caps ambient-caps bounding-set securebits pdeathsig selinux-label apparmor-profile' },
  unshare: { letters: 'RSGw', names: 'setuid setgid root wd' }, nsenter: { letters: 'tSGrwW', names: 'target setuid setgid root wd' },
  chroot: { names: 'groups userspec', skip: 1, elevated: true },
  flock: { letters: 'wE', names: 'timeout conflict-exit-code', skip: 1 },
  dotenv: { letters: 'efc' }, 'dbus-run-session': {}, 'xvfb-run': { letters: 'efnpsw' }, caffeinate: { letters: 'tw' }, 'with-contenv': {}, tini: { letters: 'eps' }, dumbinit: {}, catchsegv: {},
};

function plain(name: string): Program {
  const { skip = 0, elevated = false, ...shape } = PLAIN[name] as (typeof PLAIN)[string];
  return (use) => {
    const { operands, options } = split(use.args, { ...shape, ...FIRST });
    const inner = operands.slice(skip);
    // `command -v x` only says where it is.
    if (name === 'command' && options.has('v', 'V') && operands.length === 1) return use.draft.access('read', null, null);
    if (name === 'nsenter' && (options.value('t', 'target') === '1' || options.has('a', 'all'))) return use.follow.start(inner.length === 0 ? ['sh'] : inner, use.call, { hazards: [...use.call.hazards, { id: 'container-escape', detail: 'it runs in the machine itself, outside of the container' }] });
    if (name === 'chroot') use.draft.access('execute', operands[0] ?? null, 'file');
    if (name === 'sudo' || name === 'doas') return elevate(use, options, inner);
    if (name === 'runuser' || name === 'flock') return orScript(use, inner, elevated);
    if (name === 'time' || name === 'strace') for (const file of options.values('o', 'output')) use.draft.write(file);
    pass(use, inner, elevated);
  };
}

// `sudo` alone asks nothing; `-e` edits, `-i` and `-s` start a shell.
function elevate(use: Use, options: Options, inner: readonly string[]): void {
  if (options.has('e', 'edit')) {
    for (const file of inner) use.draft.write(file);
    return;
  }
  const assigned = inner.findIndex((word) => !/^[A-Za-z_]\w*=/u.test(word));
  const command = assigned < 0 ? [] : inner.slice(assigned);
  if (command.length === 0) {
    use.draft.access(options.has('i', 's', 'login', 'shell') ? 'execute' : 'read', use.name, 'program');
    use.draft.hazard(ELEVATED.id, ELEVATED.detail);
    if (use.call.frame.stdin !== null && options.has('i', 's')) shellInput(use);
    return;
  }
  use.draft.dropped = true;
  use.follow.start(command, use.call, { hazards: [...use.call.hazards, ELEVATED], assigned: new Map([...use.call.assigned, ...assignmentsOf(inner.slice(0, assigned))]) });
}

function shellInput({ follow, call }: Use): void {
  follow.start(['sh'], call, { hazards: [...call.hazards, ELEVATED] });
}

function assignmentsOf(words: readonly string[]): [string, string][] {
  return words.map((word) => [word.slice(0, word.indexOf('=')), word.slice(word.indexOf('=') + 1)]);
}

// `su x -c 'script'`, `flock file -c 'script'`.
function orScript(use: Use, inner: readonly string[], elevated: boolean): void {
  const at = use.args.findIndex((arg) => arg === '-c' || arg === '--command');
  if (at < 0) return pass(use, inner, elevated);
  use.draft.dropped = true;
  use.follow.script(use.args[at + 1] ?? '', { ...use.call, hazards: [...use.call.hazards, ...(elevated ? [ELEVATED] : [])] }, { own: true });
}

function split(args: readonly string[], shape: Shape): { operands: readonly string[]; options: Options } {
  const options = new Options(args, shape);
  return { operands: options.operands, options };
}

/** Goes on with what a wrapper starts; the wrapper itself is no operation then. */
function pass(use: Use, inner: readonly string[], elevated: boolean): void {
  if (inner.length === 0) {
    use.draft.access('read', null, null);
    return;
  }
  use.draft.dropped = true;
  use.follow.start(inner, use.call, { hazards: elevated ? [...use.call.hazards, ELEVATED] : use.call.hazards });
}

const su: Program = (use) => {
  const options = new Options(use.args, { letters: 'cgGsw', names: 'command group supp-group shell whitelist-environment session-command' });
  const script = options.value('c', 'command', 'session-command');
  if (script === undefined) {
    use.draft.access('execute', options.operands.find((word) => word !== '-') ?? 'root', 'role');
    use.draft.hazard(ELEVATED.id, ELEVATED.detail);
    return;
  }
  use.draft.dropped = true;
  use.follow.script(script, { ...use.call, hazards: [...use.call.hazards, ELEVATED] }, { own: true });
};

const env: Program = (use) => {
  const options = new Options(use.args, { letters: 'uCPS', names: 'unset chdir split-string', ...FIRST });
  const text = options.value('S', 'split-string');
  const words = [...(text === undefined ? [] : text.trim().split(/\s+/u)), ...options.operands];
  const at = words.findIndex((word) => word !== '-' && !/^[^=\s/-][^=]*=/u.test(word));
  if (at < 0) {
    use.draft.access('read', null, null);
    return;
  }
  use.draft.dropped = true;
  const folder = options.value('C', 'chdir');
  const frame = folder === undefined ? use.call.frame : { ...use.call.frame, scope: use.call.frame.scope.fork() };
  if (folder !== undefined) frame.scope.folder = folder.startsWith('/') || folder.startsWith(HOLE) ? folder : `${frame.scope.folder}/${folder}`;
  use.follow.start(words.slice(at), use.call, { frame, assigned: new Map([...use.call.assigned, ...assignmentsOf(words.slice(0, at).filter((word) => word !== '-'))]) });
};

const exec: Program = (use) => pass(use, new Options(use.args, { letters: 'a', ...FIRST }).operands, false);
const coreutils: Program = (use) => pass(use, use.args, false);

const script: Program = (use) => {
  const options = new Options(use.args, { letters: 'cEoOTI', names: 'command echo output-limit log-out log-timing', ...FIRST });
  const text = options.value('c', 'command');
  for (const file of options.operands.slice(0, 1)) use.draft.write(file);
  if (text !== undefined) use.follow.script(text, use.call, { own: true });
  else use.draft.access('execute', 'sh', 'program');
};

const watch: Program = (use) => {
  const options = new Options(use.args, { letters: 'nqs', names: 'interval equexit', ...FIRST });
  if (options.has('x', 'exec') || options.operands.length === 0) return pass(use, options.operands, false);
  use.draft.dropped = true;
  // It joins its arguments; whoever quotes them means them to stay apart.
  if (options.operands.some((word) => /\s/u.test(word)) && options.operands.length > 1) use.follow.start(options.operands, use.call);
  else use.follow.script(options.operands.join(' '), use.call, { own: true });
};

const ssh: Program = (use) => {
  const options = new Options(use.args, { letters: 'BbcDEeFIiJLlmOopQRSWw', ...FIRST });
  const [host, ...command] = options.operands;
  use.draft.access('execute', host ?? null, host === undefined ? null : 'host');
  for (const file of options.values('i')) use.draft.look(file);
  for (const option of options.values('o')) if (/^(?:ProxyCommand|LocalCommand|PermitLocalCommand|KnownHostsCommand)\s*[= ]/iu.test(option)) danger(use.draft, 'environment-code');
  if (command.length > 0) use.follow.script(command.join(' '), use.call, { own: true, away: true });
  else if (use.call.frame.stdin?.text !== null && use.call.frame.stdin !== null) use.follow.script(use.call.frame.stdin.text, use.call, { own: true, away: true });
  else if (use.call.frame.stdin !== null) use.draft.unknown('what the other machine is told to run can not be read');
};

/** Wrappers by name. */
export const wrappers: Readonly<Record<string, Program>> = {
  ...Object.fromEntries(Object.keys(PLAIN).map((name) => [name, plain(name)])),
  su, env, exec, watch, script, ssh, busybox: coreutils, toybox: coreutils, coreutils, sshpass: (use) => pass(use, new Options(use.args, { letters: 'pfd', ...FIRST }).operands, false),
};
