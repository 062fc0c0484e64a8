// SPDX-License-Identifier: Apache-2.0
//
// Where a path leads: the work tree, a scratch place in it, the system, a device, somebody's home. By its text alone, with the folder that
// the shell stands in. Refuses to trust what it can't see: a path whose beginning is not known may be anywhere.
import { HOLE, HOME, shown, TEMP } from './text.js';

/** `root`: all of the machine; `unresolved`: can't be told; `tree`: all of the work tree; `inside`: a named part of it; `scratch`: made to be made again. */
export type Place = 'root' | 'home' | 'system' | 'device' | 'outside' | 'tree' | 'inside' | 'scratch' | 'unresolved' | 'harmless';

/** Folders that builds and package managers make, and make again. */
const SCRATCH_NAMES = new Set((
  'node_modules dist build out output target coverage tmp temp .tmp .temp .cache cache __pycache__ .pytest_cache .mypy_cache .ruff_cache .tox .nox .eggs .venv venv '
  + '.next .nuxt .turbo .parcel-cache .svelte-kit .vite .angular .gradle .terraform .nyc_output htmlcov storybook-static obj _build site public/build test-results playwright-report'
).split(' '));
const SCRATCH_ROOTS = ['/tmp', '/var/tmp', '/private/tmp', '/dev/shm', '/var/cache', '/var/lib/apt/lists', '/root/.cache', '/usr/share/doc', '/usr/share/man', '/usr/share/locale', `${HOME}/.cache`, `${HOME}/.npm/_cacache`, `${HOME}/.gradle/caches`, TEMP];
/** Of those, the ones that may be emptied as a whole. */
const EMPTIED = new Set(['/var/lib/apt/lists', '/var/cache/apt/archives', '/var/cache', '/tmp', '/var/tmp', '/root/.cache', `${HOME}/.cache`, `${HOME}/.npm/_cacache`, '/usr/share/doc', '/usr/share/man', '/usr/share/locale', TEMP]);
const SYSTEM = ['bin', 'boot', 'dev', 'etc', 'lib', 'lib32', 'lib64', 'libx32', 'proc', 'root', 'run', 'sbin', 'sys', 'usr', 'var', 'System', 'Library', 'Applications', 'private', 'snap', 'efi'];
const HARMLESS_DEVICES = /^\/dev\/(?:null|zero|full|tty|stdin|stdout|stderr|u?random|fd(?:\/\d+)?|ptmx|pts\/\d+|console)$/u;
// Hits `*`, `.*`, `**`, `{,.}*`; misses `*.log`.
const ALL = /^(?:\.?\*+|\.\[\^?!?\.\]\*|\?+\*|\*\.\*)$/u;

/** The path as one, from where the shell stands; no links are followed. */
export function settle(folder: string, written: string): string {
  // A tilde that came out of a variable stays one for the shell, and is a home for whoever wrote it.
  const path = written.replace(/^~(?=\/|$)/u, HOME);
  const absolute = /^[/\uFDD0\uFDD1\uFFFF]/u.test(path);
  // In a folder that is not known, what is named without `..` is taken to be a part of it.
  const whole = absolute ? path : folder.startsWith(HOLE) ? path : `${folder}/${path}`;
  const out: string[] = [];
  let rooted = whole.startsWith('/');
  for (const part of whole.split('/')) {
    if (part === '' || part === '.') continue;
    // Above a home are homes, above the temporary folder is everything.
    if (part === '..' && out.length === 1 && (out[0] === HOME || out[0] === TEMP)) {
      rooted = true;
      if (out[0] === HOME) out[0] = 'home';
      else out.pop();
      continue;
    }
    if (part === '..' && out.length > 0 && out.at(-1) !== '..' && out.at(-1) !== HOLE) out.pop();
    else if (part === '..' && rooted && out.length === 0) continue;
    else out.push(part);
  }
  const joined = out.join('/');
  return rooted ? `/${joined}` : joined === '' ? '.' : joined;
}

const FAR: readonly Place[] = ['scratch', 'harmless', 'inside', 'tree', 'unresolved', 'outside', 'device', 'system', 'home', 'root'];

/** Of two folders that a shell may stand in, the one where more can be lost. */
export function fartherOf(one: string, other: string): string {
  return FAR.indexOf(placeOf(one)) >= FAR.indexOf(placeOf(other)) ? one : other;
}

/** Where a settled path leads. */
export function placeOf(path: string): Place {
  if (path.startsWith('/')) return placeOfAbsolute(path);
  const [first = '', ...rest] = path.split('/');
  if (first === HOME) return placeInHome(path, rest);
  if (first === TEMP) return 'scratch';
  if (first === '..') return 'outside';
  // `$X/build` is `/build` when X is empty.
  if (first.startsWith(HOLE)) return 'unresolved';
  if (path === '.' || (ALL.test(first) && rest.length === 0)) return 'tree';
  if (first === '.git' && rest.length < 2) return 'tree';
  if (first.startsWith(HOME)) return 'outside';
  return path.split('/').some((part) => SCRATCH_NAMES.has(part)) || /\.(?:egg-info|tmp|log|pyc|o|swp)$/u.test(path) ? 'scratch' : 'inside';
}

function placeOfAbsolute(path: string): Place {
  const parts = path.slice(1).split('/');
  const [first = ''] = parts;
  if (path === '/' || (parts.length === 1 && (ALL.test(first) || first.startsWith(HOLE)))) return 'root';
  if (first.startsWith(HOLE)) return 'unresolved';
  if (HARMLESS_DEVICES.test(path)) return 'harmless';
  const scratch = SCRATCH_ROOTS.find((root) => path === root || path.startsWith(`${root}/`));
  if (scratch !== undefined) return path === scratch && !EMPTIED.has(path) ? 'system' : 'scratch';
  if (first === 'dev') return 'device';
  if (/^\/(?:home|Users)\/[^/]+(?:\/\.?\*+)?$/u.test(path) || /^\/root(?:\/\.?\*+)?$/u.test(path)) return 'home';
  if (SYSTEM.includes(first) || ((first === 'home' || first === 'Users' || first === 'opt' || first === 'srv' || first === 'mnt') && (parts.length === 1 || ALL.test(parts[1] as string)))) return 'system';
  return 'outside';
}

function placeInHome(path: string, rest: readonly string[]): Place {
  if (rest.length === 0 || (rest.length === 1 && (ALL.test(rest[0] as string) || (rest[0] as string).startsWith(HOLE)))) return 'home';
  if (SCRATCH_ROOTS.some((root) => path === root || path.startsWith(`${root}/`))) return 'scratch';
  return 'outside';
}

/** A block device or its like, which holds all of a disk: `/dev/sda`, `/dev/nvme0n1p1`, `/dev/mapper/x`. */
export function isDisk(path: string): boolean {
  return placeOf(path) === 'device' && !/^\/dev\/(?:tcp|udp)\//u.test(path);
}

/** A file that runs when somebody logs in, commits or starts a tool: what is written there runs later. */
export function runsLater(path: string): boolean {
  // Hits `~/.bashrc`, `.git/hooks/pre-commit`, `/etc/cron.d/x`; misses `docs/.bashrc.md`.
  return /(?:^|\/)\.(?:bashrc|bash_profile|bash_login|bash_logout|profile|zshrc|zshenv|zprofile|zlogin|kshrc|cshrc|tcshrc|inputrc|gitconfig|xinitrc|xprofile)$/u.test(path)
    || /(?:^|\/)(?:\.git\/(?:hooks\/|config$)|\.config\/(?:fish\/|autostart\/|systemd\/|git\/)|\.ssh\/(?:authorized_keys|config|rc|environment)|LaunchAgents\/|LaunchDaemons\/)/u.test(path)
    || /^\/etc\/(?:cron|profile|bash\.bashrc|rc\.|init\.d|systemd|ld\.so\.preload|sudoers|pam\.d|environment|zsh|update-motd\.d)/u.test(path)
    || /^\/var\/spool\/cron/u.test(path);
}

/** The name of an object in a policy: what people would write. */
export function objectOf(path: string): string {
  return shown(path);
}
