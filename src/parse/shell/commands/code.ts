// SPDX-License-Identifier: Apache-2.0
//
// Code handed to an interpreter on its command line: `python -c`, `node -e`, `perl -e`, `awk`. Looks for calls that start a command or touch a file and
// says what they do when their argument is written out. Refuses to understand a language: a call with a computed argument is unknown.
import type { Program, Use } from '../model.js';
import { Options } from '../options.js';
import { decodeBase64, unescape } from '../output.js';
import { settle } from '../paths.js';
import { quotedWord } from '../quote.js';
import { isSecretFile } from '../secrets.js';
import { isKnown, shown } from '../text.js';
import { danger } from './table.js';

/** Source: longer code belongs in a file. */
const MAX_CODE = 65_536;
const STRING = '(?:r|f|b|rb|String\\.raw)?(["\'`])((?:\\\\[\\s\\S]|(?!\\1)[^\\\\])*)\\1';
/** Calls that hand text to a shell; `x(` of `os.system(`. */
const SHELL_CALLS = /(?:\b(?:os\.system|os\.popen|popen[234]?|subprocess\.(?:call|run|check_call|check_output|Popen|getoutput|getstatusoutput)|commands\.getoutput|child_process[^;(]{0,40}?\.exec(?:Sync)?|\bexec(?:Sync|FileSync|File)?|spawn(?:Sync)?|system|shell_exec|passthru|proc_open|IO\.popen|Open3\.\w+|Kernel\.(?:system|exec|spawn)|pty\.spawn|Deno\.Command|Bun\.spawn(?:Sync)?|qx|require\([^)]{0,40}\)\.exec(?:Sync)?))\s*\(?\s*/gu;
/** Calls that delete with everything below. */
const REMOVE_ALL = /\b(?:shutil\.rmtree|rmtree|fs(?:\.promises)?\.(?:rm|rmSync|rmdir|rmdirSync)|(?:rm|rmdir)Sync|FileUtils\.(?:rm_rf|rm_r|remove_dir|remove_entry_secure|remove_entry)|rimraf(?:\.sync)?|remove_tree|fse?\.(?:remove|removeSync|emptyDir(?:Sync)?)|Deno\.remove(?:Sync)?)\s*\(\s*/gu;
/** Calls that run code of the language itself. */
const EVAL_CALLS: Readonly<Record<string, RegExp>> = { python: /\b(?:eval|exec)\s*\(\s*/gu, node: /\b(?:eval|Function|runInThisContext|runInNewContext)\s*\(\s*/gu, ruby: /\b(?:eval|instance_eval)\s*\(?\s*/gu, perl: /\beval\s*(?=["'$])/gu, php: /\beval\s*\(\s*/gu };
/** Calls that ask a server, and those that run a text: together, what is run may be what was answered. */
const FETCHES = /\b(?:fetch|https?\.get|urlopen|urlretrieve|requests\.get|httpx\.get|axios|LWP|Net::HTTP|open-uri|URI\.open|curl_exec)\b|\b(?:get|getstore|file_get_contents)\s*\(?\s*["']https?:/u;
const EVALUATES = /\b(?:eval|exec|Function|runIn\w*Context|instance_eval|assert|system)\b/u;
const REMOVE_ONE = /\b(?:os\.(?:remove|unlink|rmdir|removedirs)|(?:fs\.)?unlink(?:Sync)?|File\.(?:delete|unlink))\s*\(?\s*/gu;
const WRITE_CALLS = /\b(?:fs(?:\.promises)?\.)?(?:writeFile(?:Sync)?|appendFile(?:Sync)?|truncate(?:Sync)?|createWriteStream|file_put_contents|File\.write|Bun\.write|Deno\.writeTextFile(?:Sync)?)\s*\(\s*/gu;

/** Looks through code; `shell`: backquotes start a command (perl, ruby, php). */
function readCode(code: string, use: Use, language: string): void {
  const { draft } = use;
  draft.access('execute', use.name, 'program');
  if (!isKnown(code) || code.length > MAX_CODE) {
    draft.unknown(`the code that \`${use.name}\` runs is known only when it runs`);
    return;
  }
  const evaluates = EVAL_CALLS[language];
  if (evaluates !== undefined) calls(code, evaluates, use, (text) => (/^[\w./~-]+(?: [\w./~-]+)+$/u.test(text) ? runText(text, use) : readCode(text, use, language)), language);
  // `exec` of Python runs Python.
  calls(language === 'python' ? code.replace(/(?<![\w.])exec(?=\s*\()/gu, 'eval') : code, SHELL_CALLS, use, (text) => runText(text, use), language);
  calls(code, REMOVE_ALL, use, (path) => draft.remove(path, true));
  calls(code, REMOVE_ONE, use, (path) => draft.remove(path, false));
  calls(code, WRITE_CALLS, use, (path) => draft.write(path));
  if (/^(?:perl|ruby|php)$/u.test(language)) for (const [, text = ''] of code.matchAll(/`([^`\\]{1,2000})`/gu)) runText(text, use);
  if (language === 'ruby') for (const [, , text = ''] of code.matchAll(/%x([({[|])([^)}\]|]{1,2000})[)}\]|]/gu)) runText(text, use);
  if (/^\s*(?:rm|dd|mkfs[\w.]*|shred|git)\s/u.test(code)) runText(code, use);
  if (FETCHES.test(code) && EVALUATES.test(code)) draft.hazard('pipe-to-shell', 'it runs what a server answers, unread');
  lasting(code, use);
  secrets(code, use, language);
}

function lasting(code: string, { draft }: Use): void {
  const file = /\bGITHUB_(?:ENV|PATH)\b|\bBASH_ENV\b/u.exec(code)?.[0];
  if (file !== undefined) draft.hazard('environment-code', `the code names \`${file}\`, by which later steps get variables and programs`);
}

function runText(text: string, { follow, call, draft }: Use): void {
  if (/\\/u.test(text)) return follow.script(unescape(text), call, { own: true });
  follow.script(text, call, { own: true });
  draft.access('execute', 'sh', 'program');
}

// Every call with what its argument is: written out, a list of words written out, or computed.
function calls(code: string, pattern: RegExp, use: Use, known: (text: string) => void, language = ''): void {
  for (const match of code.matchAll(pattern)) {
    const rest = code.slice(match.index + match[0].length).slice(0, 4096);
    const before = code.slice(Math.max(0, match.index - 1), match.index);
    if (/[\w"'`]/u.test(before) || inString(code, match.index)) continue;
    const word = match[0].trim();
    if (!word.endsWith('(') && !/^(?:system|exec|qx|unlink|spawn|eval)$/u.test(word)) continue;
    const list = /^\[\s*((?:(["'])(?:\\.|(?!\2)[^\\])*\2\s*,?\s*)+)\]/u.exec(rest);
    const [, , text] = new RegExp(`^${STRING}`, 'u').exec(rest) ?? [];
    const more = new RegExp(`^${STRING}\\s*,\\s*\\[((?:[^\\]\\\\]|\\\\.)*)\\]`, 'u').exec(rest);
    const args = new RegExp(`^${STRING}(?:\\s*,\\s*(?:"(?:\\\\.|[^"\\\\])*"|'(?:\\\\.|[^'\\\\])*'))+`, 'u').exec(rest);
    if (args !== null && /^(?:perl|ruby)$/u.test(language)) known(strings(args[0]).map(quoted).join(' '));
    else if (list !== null) known(strings(list[1] as string).map(quoted).join(' '));
    else if (more !== null) known([more[2] as string, ...strings(more[3] as string).map(quoted)].join(' '));
    else if (text !== undefined && !/^`[^`]*\$\{|^f["']/u.test(rest)) known(text);
    else {
      const variable = /^([A-Za-z_$][\w$]*)\s*[,)]/u.exec(rest)?.[1];
      const value = variable === undefined ? undefined : assignedText(code, variable);
      if (value !== undefined) known(value);
      else use.draft.unknown(`what \`${word.replace(/\($/u, '')}\` in the code of \`${use.name}\` works on is computed`);
    }
  }
}

function assignedText(code: string, name: string): string | undefined {
  return new RegExp(`(?:^|[^\\w$.])${name.replaceAll('$', '\\$')}\\s*=\\s*${STRING}`, 'u').exec(code)?.[2];
}

function strings(text: string): string[] {
  return [...text.matchAll(new RegExp(STRING, 'gu'))].map((match) => match[2] as string);
}

function quoted(word: string): string {
  return /^[\w@%+=:,./*~-]+$/u.test(word) ? word : quotedWord(word);
}

// Counts quotes before a position: a call that is only talked about is none.
function inString(code: string, position: number): boolean {
  let open: string | null = null;
  for (let at = 0; at < position; at += 1) {
    const char = code[at] as string;
    if (char === '\\') at += 1;
    else if (open === null && (char === '"' || char === '\'' || char === '`')) open = char;
    else if (char === open) open = null;
    else if (open === '`' && char === '$' && code[at + 1] === '{') open = null;
  }
  return open !== null;
}

// A string that names a secret file counts as read when the code opens files, or takes text apart to hide a name.
function secrets(code: string, use: Use, language: string): void {
  const opens = /\b(?:open|read\w*|File\.\w+|fs\.\w+|createReadStream|Bun\.file|file_get_contents|load\w*|cat|slurp|Path|copy\w*|getline)\b/u.test(code) || language === 'awk';
  const hides = /b64|base64|atob|fromCharCode|unhexlify|fromhex|decode/iu.test(code);
  for (const text of strings(code)) {
    if (opens && text !== '' && isSecretFile(text)) use.draft.read(text);
    if (!hides || !/^[A-Za-z0-9+/_=-]{6,}$/u.test(text)) continue;
    const plain = decodeBase64(text);
    if (/^[\x20-\x7e]+$/u.test(plain) && isSecretFile(plain)) use.draft.read(plain);
    else if (/^[\x20-\x7e]+$/u.test(plain) && /\b(?:exec|system|eval|popen|spawn)\b/u.test(code)) runText(plain, use);
  }
}

interface Language {
  readonly code: RegExp;
  readonly long?: string;
  readonly letters: string;
  readonly names?: string;
}

const LANGUAGES: Readonly<Record<string, Language>> = {
  python: { code: /^-[bBdEhiIOPqsSuvx]*c/u, letters: 'WXm' },
  node: { code: /^-p?e|^-pe?$|^-e$/u, long: 'eval print', letters: 'rC', names: 'require import loader experimental-loader env-file conditions input-type' },
  perl: { code: /^-[acfglnpsStTuUvwWX0-9i]*[eE]/u, letters: 'IMmxC' },
  ruby: { code: /^-[acdhlnpsSvwWx0-9]*e/u, letters: 'rICEFKT' },
  php: { code: /^-[n]*[rBRE]/u, letters: 'cdFz' },
  lua: { code: /^-e/u, letters: 'l' },
  r: { code: /^-e/u, letters: 'f' },
};

function interpreter(language: string): Program {
  const { code, long = '', letters, names = '' } = LANGUAGES[language] as Language;
  return (use) => {
    const { args, draft } = use;
    const texts: string[] = [];
    let at = 0;
    for (; at < args.length && (args[at] as string).startsWith('-') && args[at] !== '-'; at += 1) {
      const arg = args[at] as string;
      const named = /^--([\w-]+)(?:=([\s\S]*))?$/u.exec(arg);
      if (named !== null && long.split(' ').includes(named[1] as string)) texts.push(named[2] ?? args[(at += 1)] ?? '');
      else if (named !== null) {
        draft.mention(arg);
        if (named[2] === undefined && names.split(' ').includes(named[1] as string)) draft.mention(args[(at += 1)] ?? '');
      } else if (code.test(arg)) {
        const rest = arg.replace(code, '');
        texts.push(rest !== '' ? rest : (args[(at += 1)] ?? ''));
        if (language === 'python') break;
      } else if (language === 'python' && arg === '-m') return runModule(use, args.slice(at + 1));
      else if (arg.length === 2 && letters.includes(arg[1] as string)) at += 1;
    }
    if (texts.length > 0) for (const text of texts) readCode(text, use, language);
    else runScript(use, args.slice(at), language);
    for (const arg of texts.length > 0 ? args.slice(at + 1) : []) draft.mention(arg);
  };
}

function runModule({ draft, name }: Use, args: readonly string[]): void {
  draft.called(name, ...(args[0] === undefined || !/^[\w.]+$/u.test(args[0]) ? [] : [args[0].replaceAll('.', '-')]));
  draft.access('execute', args[0] ?? name, 'program');
  for (const arg of args.slice(1)) draft.mention(arg);
}

function runScript(use: Use, [file, ...rest]: readonly string[], language: string): void {
  const { draft, call } = use;
  if (file === undefined || file === '-') {
    const { stdin } = call.frame;
    if (stdin === null || stdin.from[0] === '<') return draft.access('execute', use.name, 'program');
    if (stdin.text !== null && isKnown(stdin.text)) return readCode(stdin.text, use, language);
    draft.hazard('pipe-to-shell', 'an interpreter runs what comes from elsewhere, unread');
    return draft.unknown(`what \`${use.name}\` is given to run can not be read`);
  }
  if (managesData(file, rest)) danger(draft, 'data-destroy');
  const fed = use.follow.fed(file);
  if (fed !== undefined) {
    if (fed.text !== null && isKnown(fed.text)) return readCode(fed.text, use, language);
    draft.hazard('pipe-to-shell', 'an interpreter runs what comes from elsewhere, unread');
    return draft.unknown(`what \`${use.name}\` is given to run can not be read`);
  }
  draft.access('execute', isKnown(file) ? file : shown(file), 'file');
  if (isKnown(file)) runWritten(file, use, language);
  for (const arg of rest) draft.mention(arg);
}

// A program that the script wrote itself is code like any other; what it fetched runs unread.
function runWritten(file: string, use: Use, language: string): void {
  const { draft, follow: { written } } = use;
  const path = settle(draft.folder, file);
  const texts = written.at(path);
  if (written.mayBeFetched(path) || texts.some(({ fetched }) => fetched)) draft.hazard('downloaded-code', `\`${shown(file)}\` was fetched just before, and runs unread`);
  for (const { text, fetched } of texts) if (text !== null) readCode(text, use, language);
  else if (!fetched) draft.unknown(`what the script writes into \`${shown(file)}\` is known only when it runs`);
}

// Django's `manage.py flush`, Laravel's `artisan migrate:fresh`: the project's own code, and still known for what it does.
function managesData(file: string, [command = '', ...rest]: readonly string[]): boolean {
  if (/(?:^|\/)manage\.py$/u.test(file)) return /^(?:flush|reset_db|reset_schema|sqlflush)$/u.test(command) ? command !== 'sqlflush' : command === 'migrate' && rest.includes('zero');
  return /(?:^|\/)artisan$/u.test(file) && /^(?:migrate:(?:fresh|refresh|reset|rollback)|db:wipe)$/u.test(command);
}

const AWK_COMMAND = /\bsystem\s*\(|"(?:\\.|[^"\\])*"\s*\|\s*(?:&\s*)?getline|(?:print|printf)\b[^|{};]*\|\s*&?\s*"(?:\\.|[^"\\])*"|\|\s*&?\s*getline/gu;

const awk: Program = (use) => {
  const options = new Options(use.args, { letters: 'fFvEilo', names: 'file field-separator assign exec include load', first: true });
  for (const file of options.values('f', 'file', 'E', 'exec')) use.draft.access('execute', file, 'file');
  const scripted = options.values('f', 'file', 'E', 'exec').length > 0;
  const [program = '', ...files] = scripted ? ['', ...options.operands] : options.operands;
  for (const file of files) use.draft.read(file);
  if (options.has('i') && options.values('i').includes('inplace')) for (const file of files) use.draft.write(file);
  lasting(program, use);
  for (const match of program.matchAll(AWK_COMMAND)) awkCommand(match[0], program.slice(match.index), use);
  for (const match of program.matchAll(/(?:print|printf)\b[^>{};|]*>>?\s*"((?:\\.|[^"\\])*)"/gu)) use.draft.write(match[1] as string);
  for (const match of program.matchAll(/getline(?:\s+\w+)?\s*<\s*"((?:\\.|[^"\\])*)"/gu)) use.draft.read(match[1] as string);
  use.draft.access('read', null, null);
};

function awkCommand(match: string, rest: string, use: Use): void {
  const text = match.startsWith('system') ? /^system\s*\(\s*"((?:\\.|[^"\\])*)"\s*\)/u.exec(rest)?.[1] : /"((?:\\.|[^"\\])*)"\s*(?:\|\s*&?\s*getline)?$/u.exec(match)?.[1];
  if (text === undefined) use.draft.unknown('what command awk starts is computed');
  else if (/\|\s*&?\s*"[^"]*"$/u.test(match) && !match.startsWith('system')) use.follow.script(unescape(text), { ...use.call, frame: { ...use.call.frame, stdin: { text: null, from: ['awk'] } } }, { own: true });
  else use.follow.script(unescape(text), use.call, { own: true });
}

/** `bun -e`, `deno eval`; null when they are asked for something else. */
export const javascript: Program = interpreter('node');

/** Interpreters by name, without their versions. */
export const interpreters: Readonly<Record<string, Program>> = {
  python: interpreter('python'), pypy: interpreter('python'), ipython: interpreter('python'),
  node: interpreter('node'), nodejs: interpreter('node'), 'ts-node': interpreter('node'), tsx: interpreter('node'),
  perl: interpreter('perl'), ruby: interpreter('ruby'), php: interpreter('php'), lua: interpreter('lua'), luajit: interpreter('lua'), rscript: interpreter('r'),
  ...Object.fromEntries(['awk', 'gawk', 'mawk', 'nawk', 'original-awk'].map((name) => [name, awk])),
};
