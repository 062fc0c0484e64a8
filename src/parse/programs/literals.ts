// SPDX-License-Identifier: Apache-2.0
//
// Texts as programs write them out: quotes, escapes, joined pieces, lists. What is computed within one is a hole, a plain word that stands for it.
// Refuses whatever is no text from its first character on.
import type { Constants } from './constants.js';
import type { Language } from './languages.js';

/** A language, and what names of the program at hand stand for. */
export interface Reading extends Language {
  readonly constants?: Constants;
}

/** Stands for what only the running program knows; no command is called so, and no table. */
export const HOLE = 'ostiary_value';

/** A text, and where the program goes on behind it. */
export interface Literal {
  readonly text: string;
  readonly end: number;
}

/** Longer ones are cut: nobody writes a command so long. */
const MAX_TEXT = 65_536;
const MAX_PIECES = 200;

const JOINED: Readonly<Record<Language['name'], RegExp>> = { groovy: /\s*\+\s*/uy, r: /(?!)/uy, lua: /\s*\.\.\s*/uy, awk: /[ \t]+/uy, python: /\s*\+\s*|\s+|/uy, javascript: /\s*\+\s*/uy, ruby: /\s*(?:\+|\\\n)\s*/uy, perl: /\s*\.\s*/uy, php: /\s*\.\s*/uy, go: /\s*\+\s*/uy };

/** A text that begins at `from`, with all that is joined to it; null when none begins there. */
export function literalAt(code: string, from: number, language: Reading): Literal | null {
  let found: Literal | null = pieceAt(code, from, language) ?? namedAt(code, from, language);
  if (found === null) return null;
  let { text } = found;
  const joined = JOINED[language.name];
  for (let pieces = 0; pieces < MAX_PIECES && text.length < MAX_TEXT; pieces += 1) {
    joined.lastIndex = found.end;
    const [glue = ''] = joined.exec(code) ?? [];
    const at: number = found.end + glue.length;
    const next: Literal | null = glue === '' && language.name !== 'python' ? null : (pieceAt(code, at, language) ?? (glue.trim() === '' ? null : namedAt(code, at, language)));
    if (next !== null) {
      text += next.text;
      found = next;
    } else if (glue.trim() !== '') {
      // Something computed: what follows it is not looked for.
      const [value = '']: readonly string[] = /^[\w.$\[\]'"]*(?:\([^()\n]{0,200}\))?/u.exec(code.slice(found.end + glue.length, found.end + glue.length + 500)) ?? [];
      text += HOLE;
      found = { text, end: found.end + glue.length + value.length };
      if (value === '') break;
    } else break;
  }
  return { text: filled(text, code.slice(found.end, found.end + 40), language), end: found.end };
}

// A name that stands for a text.
function namedAt(code: string, from: number, { constants }: Reading): Literal | null {
  NAMED.lastIndex = from;
  const [whole, name = ''] = constants === undefined ? [] : (NAMED.exec(code) ?? []);
  const text = whole === undefined ? null : (constants?.text(name) ?? null);
  return whole === undefined || text === null ? null : { text, end: from + whole.length };
}

// Hits `CMD`, `$cmd`, `cmd` before `)`; misses `cmd(`, `cmd.x`, `cmd[0]`.
const NAMED = /[$@]?([A-Za-z_][\w$]{0,100})(?![\w$]|\s*(?:[.([]|=[^=>]|:))/uy;

// `"… %s" % x` and `"… {}".format(x)` are filled in.
function filled(text: string, behind: string, { name }: Language): string {
  if (name !== 'python') return text;
  if (/^\s*%/u.test(behind)) return text.replace(/%(?:\(\w+\))?[sdrif]/gu, HOLE);
  return /^\s*\.format\b/u.test(behind) ? text.replace(/\{[^{}\n]{0,100}\}/gu, HOLE) : text;
}

// Hits `"`, `f'''`, `` String.raw` ``, `<<~SQL`, `%x(`; group 1: letters before the quote.
const OPENING = /((?:[rbfuRBFU]{1,2}(?=["'])|String\.raw(?=`))?)("""|'''|["'`])/uy;
const HEREDOC = /<<[~-]?(["']?)([A-Za-z_]\w*)\1/uy;
const BRACKETS: Readonly<Record<string, string>> = { '(': ')', '{': '}', '[': ']' };

function pieceAt(code: string, from: number, language: Reading): Literal | null {
  if (language.name === 'ruby' || language.name === 'perl') {
    HEREDOC.lastIndex = from;
    const here = HEREDOC.exec(code);
    if (here !== null) return heredoc(code, here, language);
    const close = BRACKETS[code[from] ?? ''] ?? (/[|!/]/u.test(code[from] ?? '') ? code[from] : undefined);
    // `%x(…)` and `qx{…}`.
    if (close !== undefined && /(?:%x|qx)$/u.test(code.slice(Math.max(0, from - 2), from))) return quoted(code, from + 1, close, { language, raw: false });
  }
  OPENING.lastIndex = from;
  const opening = OPENING.exec(code);
  if (opening === null) return null;
  const [whole, letters = '', quote = ''] = opening;
  if (quote.length === 3 && language.name !== 'python' && language.name !== 'groovy') return { text: '', end: from + 2 };
  const raw = /r/iu.test(letters) || (quote === '`' && language.name === 'go') || (quote === '\'' && /^(?:ruby|perl|php)$/u.test(language.name));
  return quoted(code, from + whole.length, quote, { language, raw, plain: quote.startsWith('\'') || (language.name === 'python' && !/f/iu.test(letters)) });
}

interface Quoting {
  readonly language: Reading;
  readonly raw: boolean;
  /** Nothing is put in. */
  readonly plain?: boolean;
}

function quoted(code: string, from: number, quote: string, { language, raw, plain = false }: Quoting): Literal {
  let at = from;
  while (at < Math.min(code.length, from + MAX_TEXT) && !code.startsWith(quote, at)) at += code[at] === '\\' && !(raw && language.name === 'go') ? 2 : 1;
  const written = code.slice(from, Math.min(at, from + MAX_TEXT));
  return { text: escaped(plain ? written : withHoles(written, language), raw), end: at + quote.length };
}

function heredoc(code: string, { index, 0: whole, 1: quote = '', 2: name = '' }: RegExpExecArray, language: Reading): Literal {
  const start = code.indexOf('\n', index) + 1;
  const close = new RegExp(`^[ \\t]*${name}[ \\t]*$`, 'mu').exec(code.slice(start, start + MAX_TEXT));
  const body = start === 0 || close === null ? '' : code.slice(start, start + close.index);
  return { text: quote === '\'' ? body : withHoles(body, language), end: index + whole.length };
}

const PUT_IN: Readonly<Record<Language['name'], RegExp | null>> = {
  groovy: /(?<!\\)\$(?:\{[^{}\n]{0,300}\}|[A-Za-z_][\w.]*)/gu, r: null, lua: null, awk: null,
  python: /\{\{|\}\}|\{[^{}\n]{1,300}\}/gu, javascript: /\$\{(?:[^{}]|\{[^{}]{0,300}\}){0,500}\}/gu, ruby: /#\{[^{}]{0,300}\}/gu, perl: /(?<!\\)[$@](?:\{\w+\}|\w+)(?:->)?(?:[[{][^\]}\n]{0,100}[\]}])*/gu,
  php: /\{\$[^{}]{1,200}\}|(?<!\\)\$\w+(?:->\w+|\[\w+\])?/gu, go: null,
};

// Hits `${dir}`, `{dir}`, `#{dir}`, `$dir`; misses `${a.b}`.
const INNER = /^[#$@]?\{?\$?([A-Za-z_]\w{0,100})\}?$/u;

function withHoles(text: string, { name, constants }: Reading): string {
  const pattern = PUT_IN[name];
  return pattern === null ? text : text.replace(pattern, (found) => (found === '{{' ? '{' : found === '}}' ? '}' : (constants?.text(INNER.exec(found)?.[1] ?? '') ?? HOLE)));
}

const ESCAPES: Readonly<Record<string, string>> = { n: '\n', t: '\t', r: '\r', '\n': '', 0: '' };

function escaped(text: string, raw: boolean): string {
  if (raw || !text.includes('\\')) return text;
  return text.replace(/\\(?:x([0-9a-fA-F]{2})|u\{?([0-9a-fA-F]{4,6})\}?|([\s\S]))/gu, (_whole, byte?: string, point?: string, one = '') => {
    const number = Number.parseInt(byte ?? point ?? '', 16);
    return Number.isNaN(number) ? (ESCAPES[one] ?? one) : number > 0x10_FF_FF ? '' : String.fromCodePoint(number);
  });
}

/** Words of a list that begins at `from`, holes for those that are computed; null when none begins there. */
export function listAt(code: string, from: number, language: Reading): { readonly words: readonly string[]; readonly end: number } | null {
  const close = code[from] === '[' ? ']' : code[from] === '(' && language.name === 'python' || code.startsWith('c(', from) && language.name === 'r' ? ')' : null;
  if (close !== null) return wordsFrom(code, from + (code[from] === 'c' ? 2 : 1), close, language);
  NAMED.lastIndex = from;
  const [whole, name = ''] = language.constants === undefined ? [] : (NAMED.exec(code) ?? []);
  const words = whole === undefined ? null : (language.constants?.list(name) ?? null);
  return whole === undefined || words === null ? null : { words, end: from + whole.length };
}

/** Words from `from` on to the bracket that closes; what is computed is one hole. */
export function wordsFrom(code: string, from: number, close: string, language: Reading): { readonly words: readonly string[]; readonly end: number } {
  const words: string[] = [];
  let at = from;
  while (at < code.length && words.length < MAX_PIECES) {
    const [blank = ''] = /^(?:\s|\/\/[^\n]*\n|#[^\n]*\n)*/u.exec(code.slice(at, at + 2_000)) ?? [];
    at += blank.length;
    if (code[at] === close) break;
    const literal = literalAt(code, at, language);
    const next = endOfItem(code, literal?.end ?? at, close);
    // `"a" if x else "b"` is computed, too.
    words.push(literal !== null && /^\s*$/u.test(code.slice(literal.end, next)) ? literal.text : HOLE);
    at = code[next] === ',' ? next + 1 : next;
    if (code[next] === undefined) break;
  }
  return { words, end: at + 1 };
}

// The comma or bracket that ends an item; brackets within are passed over, quotes are not looked at.
function endOfItem(code: string, from: number, close: string): number {
  let depth = 0;
  for (let at = from; at < Math.min(code.length, from + 5_000); at += 1) {
    const char = code[at] as string;
    if (depth === 0 && (char === ',' || char === close)) return at;
    if (char === '(' || char === '[' || char === '{') depth += 1;
    else if (char === ')' || char === ']' || char === '}') depth -= 1;
    if (depth < 0) return at;
  }
  return code.length;
}
