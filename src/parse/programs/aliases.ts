// SPDX-License-Identifier: Apache-2.0
//
// Well-known calls under other names: what a program imports as something else, takes out of a module, or keeps in a variable. Refuses to follow a name further
// than to where the file itself says what it is.
import type { Language } from './languages.js';

type Kind = 'shell' | 'remove';

/** What modules have that starts programs, or deletes folders with all that is in them. */
const MODULES: Readonly<Partial<Record<Language['name'], readonly { readonly module: RegExp; readonly kind: Kind; readonly names: string }[]>>> = {
  python: [
    { module: /^subprocess$/u, kind: 'shell', names: 'run|call|check_call|check_output|Popen|getoutput|getstatusoutput' }, { module: /^os$/u, kind: 'shell', names: 'system|popen' },
    { module: /^asyncio(?:\.subprocess)?$/u, kind: 'shell', names: 'create_subprocess_shell|create_subprocess_exec' }, { module: /^pexpect$/u, kind: 'shell', names: 'spawn|run' }, { module: /^shutil$/u, kind: 'remove', names: 'rmtree' },
  ],
  javascript: [
    { module: /^(?:node:)?child_process$/u, kind: 'shell', names: 'exec|execSync|execFile|execFileSync|spawn|spawnSync' }, { module: /^(?:execa|shelljs)$/u, kind: 'shell', names: 'execa|execaSync|execaCommand|execaCommandSync|exec|command|commandSync' },
    { module: /^(?:node:)?fs(?:\/promises)?$|^fs-extra$/u, kind: 'remove', names: 'rm|rmSync|rmdir|rmdirSync|remove|removeSync|emptyDir|emptyDirSync' },
  ],
  go: [{ module: /^os\/exec$/u, kind: 'shell', names: 'Command' }, { module: /^os$/u, kind: 'remove', names: 'RemoveAll' }],
};

/** A module, or one thing in it (`member`), under a name of the file's own. */
interface Bound {
  readonly module: string;
  readonly member: string | null;
  readonly name: string;
}

/** Source: no program brings in as many. */
const MAX_BOUND = 200;
const NAME = /^[A-Za-z_$][\w$]{0,100}$/u;

/** Calls of a kind by names that the file gives them, up to where their first argument begins; null when it gives none. `code`: the text with its texts blank. */
export function aliasedCalls(kind: string, text: string, code: string, language: Language): RegExp | null {
  const rows = MODULES[language.name]?.filter((row) => row.kind === kind) ?? [];
  if (rows.length === 0) return null;
  const bound = boundIn(text, code, language.name).filter(({ name }) => NAME.test(name)).slice(0, MAX_BOUND);
  const calls = bound.flatMap(({ module, member, name }) => rows.filter((row) => row.module.test(module)).flatMap(({ names }) => (member === null ? [`${escape(name)}\\.(?:${names})`] : names.split('|').includes(member) ? [escape(name)] : [])));
  calls.push(...keptIn(code, language.name, kind));
  if (calls.length === 0) return null;
  const after = language.name === 'python' ? '(?:shlex\\.split\\(\\s*|args\\s*=\\s*)?' : '';
  return new RegExp(`(?<![\\w$.])(?:${[...new Set(calls)].join('|')})\\s*\\(\\s*${after}`, 'gu');
}

function escape(name: string): string {
  return name.replaceAll('$', '\\$');
}

function boundIn(text: string, code: string, language: Language['name']): readonly Bound[] {
  // Not within a text or a comment, which are blank in the code.
  const found = (pattern: RegExp): readonly RegExpExecArray[] => [...text.matchAll(pattern)].filter(({ index, 0: whole }) => code.startsWith(/^\s*\S{1,6}/u.exec(whole)?.[0] ?? whole, index));
  if (language === 'python') return [...found(PYTHON_IMPORT).flatMap(([, list = '']) => modules(list)), ...found(PYTHON_FROM).flatMap(([, module = '', list = '']) => members(module, list, /\s+as\s+/u))];
  if (language === 'go') return found(GO_IMPORT).flatMap(([, name = '', module = '']): readonly Bound[] => (name === '.' ? ['Command', 'RemoveAll'].map((member) => ({ module, member, name: member })) : [{ module, member: null, name }]));
  if (language !== 'javascript') return [];
  return [
    ...found(JS_REQUIRE).flatMap(([, name, list, module = '', member = null]): readonly Bound[] => (name === undefined ? members(module, list ?? '', /\s*:\s*/u) : [{ module, member, name }])),
    ...found(JS_IMPORT).flatMap(([, whole, list, module = '']): readonly Bound[] => [...(whole === undefined ? [] : [{ module, member: null, name: whole }]), ...members(module, list ?? '', /\s+as\s+/u)]),
  ];
}

// Hits `import a, subprocess as s`.
const PYTHON_IMPORT = /^[ \t]*import[ \t]+([^\n#(]{1,500})/gmu;
// Hits `from os import system as s`, and names in brackets over lines.
const PYTHON_FROM = /^[ \t]*from[ \t]+([\w.]{1,100})[ \t]+import[ \t]*(\([^()]{0,2000}\)|[^\n#(]{1,500})/gmu;
// Hits `import e "os/exec"`, and such a line in brackets.
const GO_IMPORT = /^[ \t]*(?:import[ \t]+)?([\w.]{1,100})[ \t]+"([\w/.-]{1,100})"[ \t]*$/gmu;
// Hits `const x = require('a')`, `const { b: c } = await import('a')`, `const x = require('a').b`.
const JS_REQUIRE = /\b(?:const|let|var)\s+(?:([\w$]+)|\{([^{}]{0,1000})\})\s*=\s*(?:await\s+)?(?:[\w$.]{1,60}\(\s*)?(?:require|import)\s*\(\s*["'`]([\w:/.-]{1,100})["'`]\s*\)(?:\s*\.\s*(\w+))?/gu;
// Hits `import * as c from 'a'`, `import c, { d as e } from 'a'`.
const JS_IMPORT = /\bimport\s+(?:(?:\*\s*as\s+)?([\w$]+)\s*,?\s*)?(?:\{([^{}]{0,1000})\}\s*)?from\s*["']([\w:/.-]{1,100})["']/gu;

function modules(list: string): readonly Bound[] {
  return list.split(',').flatMap((part) => {
    const [module = '', name = module] = part.trim().split(/\s+as\s+/u);
    return [{ module, member: null, name }];
  });
}

function members(module: string, list: string, as: RegExp): readonly Bound[] {
  return list.replace(/[()]|#[^\n]*/gu, '').split(',').flatMap((part) => {
    const [member = '', name = member] = part.trim().replace(/\s*=.*$/u, '').split(as);
    return member === '' ? [] : [{ module, member, name }];
  });
}

// `const run = promisify(exec)`, `r = subprocess.run`: groups the name, and of what.
const KEPT: Readonly<Partial<Record<Language['name'], Readonly<Record<Kind, RegExp>>>>> = {
  python: { shell: /^[ \t]*(\w{1,100})[ \t]*=[ \t]*(?:os\.(?:system|popen)|subprocess\.(?:run|call|check_call|check_output|Popen|getoutput))[ \t]*$/gmu, remove: /^[ \t]*(\w{1,100})[ \t]*=[ \t]*shutil\.rmtree[ \t]*$/gmu },
  javascript: {
    shell: /\b(?:const|let|var)\s+([\w$]{1,100})\s*=\s*(?:(?:util\.)?promisify\(\s*)?(?:[\w$]{1,60}(?:\([^()\n]{0,60}\))?\.)?(?:exec|execFile)(?:Sync)?\s*\)?\s*(?:;|\n|$)/gu,
    remove: /\b(?:const|let|var)\s+([\w$]{1,100})\s*=\s*(?:(?:util\.)?promisify\(\s*)?(?:[\w$]{1,60}\.)?(?:rm|rmSync|rimraf)\s*\)?\s*(?:;|\n|$)/gu,
  },
};

function keptIn(code: string, language: Language['name'], kind: string): readonly string[] {
  const pattern = KEPT[language]?.[kind as Kind];
  return pattern === undefined ? [] : [...code.matchAll(pattern)].slice(0, MAX_BOUND).map(([, name = '']) => escape(name));
}
