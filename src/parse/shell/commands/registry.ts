// SPDX-License-Identifier: Apache-2.0
//
// Every program that is known, by name. Refuses nothing: a name that is not here is a program that runs, and what it does is not known.
import type { Program, Use } from '../model.js';
import { archives } from './archives.js';
import { builders } from './build.js';
import { builtins } from './builtins.js';
import { clouds } from './cloud.js';
import { interpreters, javascript } from './code.js';
import { databases } from './databases.js';
import { files } from './files.js';
import { git } from './git.js';
import { network } from './network.js';
import { readonly } from './readonly.js';
import { shells } from './shells.js';
import { starters } from './starters.js';
import { system } from './system.js';
import { wrappers } from './wrappers.js';

const KNOWN: ReadonlyMap<string, Program> = new Map(Object.entries({
  ...builders, ...readonly, ...files, ...archives, ...system, ...network, ...databases, ...clouds, ...interpreters, ...starters, ...wrappers, ...shells, ...builtins, git, yadm: git,
  bun: (use: Use) => (/^(?:-e|-p|--eval|--print)/u.test(use.args[0] ?? '') ? javascript(use) : system['npm']?.(use)),
  deno: (use: Use) => (use.args[0] === 'eval' ? javascript({ ...use, args: ['-e', ...use.args.slice(1).filter((arg) => !arg.startsWith('-'))] }) : builders['deno']?.(use)),
}));
// Hits `python3.11`, `mkfs.ext4`, `pip3`; the part before the version is the name.
const VERSIONED = /^([a-z][a-z-]*?)-?\d+(?:\.\d+)*$/u;

/** What is known of programs. */
export const programs = {
  get(name: string): Program | undefined {
    const known = KNOWN.get(name);
    if (known !== undefined) return known;
    if (name.startsWith('mkfs.')) return KNOWN.get('mkfs');
    const base = VERSIONED.exec(name)?.[1];
    return base === undefined ? undefined : KNOWN.get(base);
  },
};
