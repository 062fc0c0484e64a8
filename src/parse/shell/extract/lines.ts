// SPDX-License-Identifier: Apache-2.0
//
// Files that have one command a line: Procfile, crontab, units of systemd, and settings of platforms in TOML. Refuses what is no command in them.
// @see https://www.freedesktop.org/software/systemd/man/latest/systemd.service.html
import { quotedWord } from '../quote.js';
import { type Extracted, scriptAt } from './script.js';

// One command a line, where a line has one.
function byLine(text: string, commandIn: (line: string) => string | null, more: Partial<Pick<Extracted, 'later'>> = {}): readonly Extracted[] {
  return text.split(/\r?\n/u).flatMap((line, index) => {
    const command = commandIn(line);
    return command === null || command.trim() === '' ? [] : [scriptAt(command, index + 1, { shell: 'sh', lines: [index + 1], ...more })];
  });
}

/** `web: bundle exec puma`. */
export function fromProcfile(text: string): readonly Extracted[] {
  return byLine(text, (line) => /^[\w-]+:\s*(.+)$/u.exec(line)?.[1] ?? null);
}

/** `0 3 * * * command`, `@daily command`, in `/etc/cron.d` with a user before the command. `%` begins what the command reads. */
export function fromCrontab(text: string): readonly Extracted[] {
  return byLine(text, (line) => {
    if (/^\s*#/u.test(line)) return null;
    const [, command = null] = /^\s*(?:@\w+|(?:[\d*,/A-Za-z-]+\s+){4}[\d*,/A-Za-z-]+)\s+(?:root\s+)?(.+)$/u.exec(line) ?? [];
    return command === null ? null : command.replace(/(?<!\\)%[\s\S]*$/u, '');
  });
}

/** `ExecStart=/usr/bin/x`, and its like before and after it; systemd starts them without a shell. */
export function fromUnit(text: string): readonly Extracted[] {
  return byLine(text.replace(/\\\r?\n/gu, ' '), (line) => /^\s*Exec\w+\s*=\s*[-@:+!|]*(\S.*)$/u.exec(line)?.[1] ?? /^\s*Environment\s*=\s*(\S.*)$/u.exec(line)?.[1]?.replace(/^/u, 'export ') ?? null, { later: true });
}

/** `Exec=x %U` of a desktop entry. */
export function fromDesktop(text: string): readonly Extracted[] {
  return byLine(text, (line) => /^\s*Exec\s*=\s*(\S.*)$/u.exec(line)?.[1]?.replace(/%[a-zA-Z]/gu, '') ?? null, { later: true });
}

/** `RUN+="/bin/x"` and `PROGRAM="x"` of rules of udev. */
export function fromUdev(text: string): readonly Extracted[] {
  return byLine(text, (line) => (/^\s*#/u.test(line) ? null : (/\b(?:RUN(?:\{program\})?\+?=|PROGRAM==?|IMPORT\{program\}==?)\s*"((?:\\.|[^"\\])*)"/u.exec(line)?.[1]?.replace(/%[a-zA-Z]|\$(?:attr|env)\{[^}]*\}/gu, 'x') ?? null)), { later: true });
}

/** Scripts of logrotate, from `postrotate` and its like to `endscript`. */
export function fromLogrotate(text: string): readonly Extracted[] {
  return [...text.matchAll(/^[ \t]*(?:pre|post|first|last)(?:rotate|action|remove)[ \t]*\n([\s\S]{0,10000}?)\n[ \t]*endscript/gmu)].map(({ index, 0: whole, 1: script = '' }) => scriptAt(script, text.slice(0, index + whole.indexOf(script)).split('\n').length, { shell: 'sh', later: true }));
}

/** `ProgramArguments` of a property list of launchd. */
export function fromPlist(text: string): readonly Extracted[] {
  return [...text.matchAll(/<key>ProgramArguments<\/key>\s*<array>([\s\S]{0,10000}?)<\/array>/gu)].map(({ index, 1: list = '' }) => {
    const line = text.slice(0, index).split('\n').length;
    const words = [...list.matchAll(/<string>([^<]*)<\/string>/gu)].map(([, word = '']) => quotedWord(word.replace(/&lt;/gu, '<').replace(/&gt;/gu, '>').replace(/&quot;/gu, '"').replace(/&amp;/gu, '&')));
    return scriptAt(words.join(' '), line, { shell: 'sh', lines: [line], later: true });
  });
}

/** `command=/usr/bin/x` of supervisord, which starts it without a shell. */
export function fromCommands(text: string): readonly Extracted[] {
  return byLine(text, (line) => /^\s*command\s*=\s*(\S.*)$/u.exec(line)?.[1] ?? null, { later: true });
}

/** Values of these keys in a TOML file: `command = "npm run build"`. */
export function fromToml(keys: string): (text: string) => readonly Extracted[] {
  const pattern = new RegExp(`^\\s*(?:[\\w-]+\\.)*(?:${keys})\\s*=\\s*(?:"((?:\\\\.|[^"\\\\])*)"|'([^']*)'|"""([\\s\\S]*))`, 'u');
  return (text) => byLine(text, (line) => {
    const [, quoted, plain] = pattern.exec(line) ?? [];
    return quoted?.replace(/\\(["\\])/gu, '$1') ?? plain ?? null;
  });
}

/** `//go:generate x`, which `go generate` starts; it is no shell, so that only its words are. */
export function fromGoGenerate(text: string): readonly Extracted[] {
  return byLine(text, (line) => /^\/\/go:generate\s+(.+)$/u.exec(line)?.[1] ?? null);
}

/** `<Exec Command="x" />` of a project of MSBuild. */
export function fromMsbuild(text: string): readonly Extracted[] {
  return byLine(text, (line) => /<Exec\b[^>]*\bCommand\s*=\s*"([^"]*)"/u.exec(line)?.[1]?.replace(/&quot;/gu, '"').replace(/&amp;/gu, '&').replace(/&gt;/gu, '>').replace(/&lt;/gu, '<').replace(/\$\([\w.]+\)/gu, '${{ property }}') ?? null);
}

const TASKS = /^\[tool\.(?:poe\.tasks|pdm\.scripts|taskipy\.tasks|hatch\.(?:[\w.-]+\.)?scripts|cibuildwheel|rye\.scripts|uv\.scripts)(?:[.\w-]*)\]/u;

/** Tasks of pyproject.toml, by the section that they stand in. */
export function fromPyproject(text: string): readonly Extracted[] {
  let inTasks = false;
  return byLine(text, (line) => {
    if (/^\s*\[/u.test(line)) inTasks = TASKS.test(line.trim());
    if (!inTasks) return null;
    const value = /^\s*(?:[\w."'-]+\s*=\s*)?(?:\{[^}]*?\b(?:cmd|shell)\s*=\s*)?\[?\s*("(?:\\.|[^"\\])*"|'[^']*')/u.exec(line)?.[1];
    return value === undefined ? null : value.startsWith('"') ? value.slice(1, -1).replace(/\\(["\\])/gu, '$1') : value.slice(1, -1);
  });
}

/** `commands =` of tox.ini, and the lines below it. */
export function fromTox(text: string): readonly Extracted[] {
  let inCommands = false;
  return byLine(text, (line) => {
    const [, key, value = ''] = /^([\w-]+)\s*=\s*(.*)$/u.exec(line) ?? [];
    if (key !== undefined || /^\[/u.test(line)) inCommands = key !== undefined && /^(?:commands(?:_pre|_post)?|list_dependencies_command|install_command)$/u.test(key);
    const command = key === undefined ? line : value;
    return inCommands ? command.replace(/^\s*(?:[-!]\s+)?/u, '').replace(/\{[^{}]{0,200}\}/gu, '${{ tox }}') : null;
  });
}

/** What `rpmbuild` runs, and what runs on the machines that the package comes to, both elsewhere. @see https://rpm-software-management.github.io/rpm/manual/spec.html */
export function fromRpmSpec(text: string): readonly Extracted[] {
  const lines = text.split(/\r?\n/u);
  const heads = lines.flatMap((line, index) => (/^%(?:prep|generate_buildrequires|conf|build|install|check|clean|pre|post|preun|postun|pretrans|posttrans|trigger\w+|filetrigger\w+|description|package|files|changelog|sourcelist|patchlist)\b/u.test(line) ? [index] : []));
  return heads.flatMap((from, index) => {
    const head = lines[from] as string;
    // `-p <lua>` and lists are no scripts of a shell.
    if (/^%(?:description|package|files|changelog|sourcelist|patchlist)\b|-p\s*<lua>|-p\s+\S*(?:python|perl)/u.test(head)) return [];
    const script = lines.slice(from + 1, heads[index + 1] ?? lines.length).join('\n').replace(/%\{[^{}]{0,200}\}/gu, '${{ macro }}').replace(/(?<=^|\s)%[a-z_]\w*/gu, ':');
    return script.trim() === '' ? [] : [scriptAt(script, from + 2, { shell: 'sh', later: true, image: true })];
  });
}
