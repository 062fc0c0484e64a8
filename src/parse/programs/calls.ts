// SPDX-License-Identifier: Apache-2.0
//
// Commands and SQL that a program hands, written out, to a shell or a database by a well-known call: `subprocess.run(…)`, `execSync(…)`, `op.execute(…)`.
// Refuses to understand the program: what it computes is a hole, what it calls by another name is not seen, and a call counts wherever it stands.
import { quotedWord } from '../shell/quote.js';
import { aliasedCalls } from './aliases.js';
import { constantsIn } from './constants.js';
import { type Language, languageOf } from './languages.js';
import { HOLE, listAt, literalAt, type Reading, wordsFrom } from './literals.js';
import { schemaCalls } from './schema-calls.js';

/** What one call is given. */
export interface Call {
  readonly kind: 'shell' | 'sql' | 'remove' | 'schema';
  /** A command, SQL, or the path of a folder that goes with all that is in it. */
  readonly text: string;
  /** Of the call, from 1. */
  readonly line: number;
  /** It stands in the part of a migration that undoes it. */
  readonly undoes: boolean;
}

/** Longer programs are looked at no further. */
const MAX_PROGRAM = 1_048_576;
const MAX_CALLS = 500;
// What calls that take away are called.
const SCHEMA_SIGNS = /drop|delete|remove/iu;
/** Parts that undo something: a migration has one. */
const MAX_PARTS = 50;

/** Calls of a program, in their order; null for a file in no language that is looked at. */
export function callsIn(path: string, text: string, kinds: readonly Call['kind'][]): readonly Call[] | null {
  const language = languageOf(path, text);
  if (language === null) return null;
  if (text.length > MAX_PROGRAM || !kinds.some((kind) => (kind === 'schema' ? SCHEMA_SIGNS.test(text) : language.signs[kind].some((sign) => text.includes(sign))))) return [];
  const { code, commands } = codeOf(text, language);
  const undoing = undoingFrom(code, language);
  const reading: Reading = { ...language, constants: constantsIn(text, code, language) };
  const found = kinds.flatMap((kind) => ofKind(kind, { code, text, language: reading }));
  const all = [...found, ...(kinds.includes('shell') ? commands : [])].sort((one, other) => one.at - other.at);
  const lineOf = lineFinder(text);
  return all.map(({ kind, text: given, at }) => ({ kind, text: given, line: lineOf(at), undoes: undoing(at) }));
}

interface Found {
  readonly kind: Call['kind'];
  readonly text: string;
  readonly at: number;
}

interface Program {
  /** With its texts blank. */
  readonly code: string;
  readonly text: string;
  readonly language: Reading;
}

function ofKind(kind: Call['kind'], { code, text, language }: Program): readonly Found[] {
  if (kind === 'schema') return schemaCalls(code, text, language).slice(0, MAX_CALLS).map((one) => ({ kind, ...one }));
  const aliased = aliasedCalls(kind, text, code, language);
  const matches = [...code.matchAll(language[kind]), ...(aliased === null ? [] : code.matchAll(aliased))];
  const once = [...new Map(matches.map((match) => [match.index + match[0].length, match])).values()];
  return once.slice(0, MAX_CALLS).flatMap((match): Found[] => {
    const from = match.index + match[0].length;
    const given = kind === 'shell' ? commandAt(text, match, language) : kind === 'sql' ? statementAt(text, from, language) : (literalAt(text, from, language)?.text ?? null);
    return given === null ? [] : [{ kind, text: given, at: match.index }];
  });
}

// The program with texts and comments blank but for the quotes that begin them, and what stands in backquotes where these run it.
function codeOf(text: string, { tokens, backquotes, ...language }: Language): { readonly code: string; readonly commands: readonly Found[] } {
  const commands: Found[] = [];
  const code = text.replace(tokens, (token, ...more) => {
    const at = more.find((one): one is number => typeof one === 'number') as number;
    if (token.startsWith('`') && backquotes) {
      const literal = literalAt(text, at, { ...language, tokens, backquotes });
      if (literal !== null && literal.text.trim() !== '') commands.push({ kind: 'shell', text: literal.text, at });
    }
    const quote = /^["'`<]/u.test(token) ? (token[0] as string) : ' ';
    return quote + ' '.repeat(token.length - 1);
  });
  return { code, commands };
}

// One text for a shell, a list of words, or a program and its words.
function commandAt(text: string, { index, 0: call }: RegExpExecArray, language: Reading): string | null {
  const from = index + call.length;
  const { name } = language;
  if (/\bpaste0?\s*\(\s*$/u.test(call)) return wordsFrom(text, from, ')', language).words.join(call.includes('paste0') ? '' : ' ');
  const list = listAt(text, from, language);
  if (list !== null) return inWords(list.words);
  const literal = literalAt(text, from, language);
  if (literal === null || name === 'groovy') return literal?.text ?? null;
  const [glue, args = ''] = /^\s*,\s*(?:(?:\{\s*)?args\s*[:=]\s*)?(\[|(?=c\())?/u.exec(text.slice(literal.end, literal.end + 200)) ?? [];
  if (glue === undefined || name === 'python' && !/_exec\s*\(\s*$/u.test(call)) return literal.text;
  const after = literal.end + glue.length;
  const listed = args === '[' || name === 'r';
  const words = listed ? listAt(text, after - args.length, language)?.words : name === 'javascript' ? undefined : wordsFrom(text, after, call.includes('(') ? ')' : '\n', language).words;
  return words === undefined || words.every((word) => word === HOLE) && !listed ? literal.text : inWords([literal.text, ...words]);
}

// Options that only the language knows (`chdir: "x"`) come last, and are no words of the command.
function inWords(words: readonly string[]): string | null {
  return words.length === 0 || words[0] === HOLE ? null : words.map(quotedWord).join(' ');
}

function statementAt(text: string, from: number, language: Reading): string | null {
  const literal = literalAt(text, from, language);
  const list = literal === null ? listAt(text, from, language) : null;
  const given = literal?.text ?? list?.words.filter((word) => word !== HOLE).join(';\n') ?? '';
  // Places that the driver fills in.
  return given.trim() === '' ? null : given.replace(/%(?:\(\w+\))?s|(?<![:\w]):[a-z_]\w*|\?(?=[\s,);]|$)/giu, HOLE);
}

// A part that undoes goes on until something begins at its own depth again, which `up` after `down` does.
function undoingFrom(code: string, { undo }: Language): (at: number) => boolean {
  const parts = [...code.matchAll(undo)].slice(0, MAX_PARTS).map(({ index, 0: head }) => {
    const indent = /^[ \t]*/u.exec(code.slice(code.lastIndexOf('\n', index + (/^[ \t]*/u.exec(head) as RegExpExecArray)[0].length) + 1))?.[0].length ?? 0;
    const next = new RegExp(`\\n[ \\t]{0,${indent}}(?:(?:async|public|export|static)\\s+)*(?:def|class|function|sub|func|exports\\.up|const|let|var|up)\\b`, 'u').exec(code.slice(index + head.length));
    return [index, next === null ? code.length : index + head.length + next.index] as const;
  });
  return (at) => parts.some(([from, to]) => at >= from && at < to);
}

function lineFinder(text: string): (at: number) => number {
  let [line, counted] = [1, 0];
  return (at) => {
    for (let next = text.indexOf('\n', counted); next >= 0 && next < at; next = text.indexOf('\n', counted)) {
      line += 1;
      counted = next + 1;
    }
    return line;
  };
}
