// SPDX-License-Identifier: Apache-2.0
//
// What a few plain programs print, so that text which goes round by `$(…)` or a pipe stays known: `echo`, `printf`, `cat`, `base64 -d`. Runs
// nothing. Refuses whatever depends on the world: null.
import { Options } from './options.js';
import { HOLE, isKnown, TEMP } from './text.js';

/** Source: scripts hidden in a pipe are short. */
const MAX_OUTPUT = 65_536;

/** What a program prints given what comes in; null when that is not known. */
export function outputOf(argv: readonly string[], stdin: string | null, folder: string): string | null {
  const [path = '', ...args] = argv;
  const printed = PRINTERS[path.slice(path.lastIndexOf('/') + 1)]?.(args, stdin, folder) ?? null;
  return printed !== null && printed.length <= MAX_OUTPUT ? printed : null;
}

type Printer = (args: readonly string[], stdin: string | null, folder: string) => string | null;

const PRINTERS: Readonly<Partial<Record<string, Printer>>> = {
  echo: (args) => echo(args),
  printf: (args) => printf(args),
  cat: (args, stdin) => (args.length === 0 || (args.length === 1 && args[0] === '-') ? stdin : null),
  tee: (_args, stdin) => stdin,
  base64: (args, stdin) => decode(args, stdin),
  rev: (args, stdin) => (args.length === 0 && stdin !== null ? stdin.split('\n').map((line) => [...line].reverse().join('')).join('\n') : null),
  xxd: (args, stdin) => (args.some((arg) => /^-\w*r/u.test(arg)) && stdin !== null && isKnown(stdin) ? Buffer.from(stdin.replace(/\s/gu, ''), 'hex').toString('utf8') : null),
  find: (args) => found(args),
  pwd: (_args, _stdin, folder) => `${folder}\n`,
  mktemp: () => `${TEMP}/tmp.${HOLE}\n`,
  // What is found by name is the same program as the name.
  which: (args) => located(args),
  command: (args) => (args[0] === '-v' || args[0] === '-V' ? located(args.slice(1)) : null),
  type: (args) => (/^-[pP]+$/u.test(args[0] ?? '') ? located(args.slice(1)) : null),
  true: () => '',
  ':': () => '',
};

function located(args: readonly string[]): string | null {
  const [name, ...more] = args.filter((arg) => !arg.startsWith('-'));
  return name === undefined || more.length > 0 || !/^[\w.+-]+$/u.test(name) ? null : `/usr/bin/${name}\n`;
}

// `find . -name .env`: where is not known, the name is.
function found(args: readonly string[]): string | null {
  const at = args.findIndex((arg) => arg === '-name' || arg === '-iname');
  const name = args[at + 1];
  if (at < 0 || name === undefined || /[*?[]/u.test(name) || args.some((arg) => /^-(?:exec|ok|print0|printf|f?print|fls)/u.test(arg))) return null;
  return `${args[0]?.startsWith('-') === false ? args[0] : '.'}/${HOLE}/${name}\n`;
}

function echo(args: readonly string[]): string {
  let at = 0;
  let escapes = false;
  let feed = true;
  for (; at < args.length && /^-[neE]+$/u.test(args[at] as string); at += 1) {
    if ((args[at] as string).includes('e')) escapes = true;
    if ((args[at] as string).includes('n')) feed = false;
  }
  const text = args.slice(at).join(' ');
  return (escapes ? unescape(text) : text) + (feed ? '\n' : '');
}

function printf(args: readonly string[]): string | null {
  const [format, ...values] = args[0] === '--' ? args.slice(1) : args;
  if (format === undefined || format.startsWith('-')) return null;
  const plain = unescape(format);
  let printed = '';
  let at = 0;
  do {
    const before = at;
    // Hits `%s`, `%b`, `%-5d`, `%%`; misses `100 %`.
    printed += plain.replace(/%(?:%|[-+ #0]*\d*(?:\.\d+)?([a-zA-Z]))/gu, (whole, kind: string | undefined) => {
      if (whole === '%%') return '%';
      const value = values[at] ?? '';
      at += 1;
      return kind === 'b' ? unescape(value) : kind === 's' || kind === 'd' || kind === 'i' || kind === 'q' ? value : kind === 'x' && /^\d+$/u.test(value) ? Number(value).toString(16) : HOLE;
    });
    if (at === before) break;
  } while (at < values.length && printed.length <= MAX_OUTPUT);
  return printed;
}

function decode(args: readonly string[], stdin: string | null): string | null {
  const options = new Options(args, { letters: 'wb', names: 'wrap' });
  if (!options.has('d', 'D', 'decode') || options.operands.some((operand) => operand !== '-') || stdin === null || !isKnown(stdin)) return null;
  return decodeBase64(stdin);
}

/** Both alphabets, with padding or without. */
export function decodeBase64(text: string): string {
  return Buffer.from(text.replace(/\s/gu, '').replaceAll('-', '+').replaceAll('_', '/'), 'base64').toString('utf8');
}

/** Escapes of `echo -e` and `printf`. */
export function unescape(text: string): string {
  // Hits `\n`, `\x41`, `\101`, `\0101`, `\u0041`; misses `\`.
  return text.replace(/\\(?:x([0-9A-Fa-f]{1,2})|u([0-9A-Fa-f]{1,4})|U([0-9A-Fa-f]{1,8})|0?([0-7]{1,3})|([abefnrtv\\'"]))/gu, (whole, hex?: string, four?: string, eight?: string, octal?: string, letter?: string) => {
    const code = hex ?? four ?? eight;
    if (code !== undefined) return character(parseInt(code, 16), whole);
    if (octal !== undefined) return character(parseInt(octal, 8) & 0xff, whole);
    return LETTERS[letter as string] ?? whole;
  });
}

const LETTERS: Readonly<Partial<Record<string, string>>> = { a: '\x07', b: '\b', e: '\x1b', f: '\f', n: '\n', r: '\r', t: '\t', v: '\v', '\\': '\\', '\'': '\'', '"': '"' };

function character(code: number, whole: string): string {
  return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
}
