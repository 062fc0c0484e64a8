// SPDX-License-Identifier: Apache-2.0
//
// Expansion of words, in the shell's order: braces, tilde, parameters, substitutions, arithmetic, splitting, quotes. Every part is looked at,
// also of a branch that would not be taken, since a substitution runs wherever it stands. Refuses to guess: what is not known is a hole.
// @see https://www.gnu.org/software/bash/manual/html_node/Shell-Expansions.html
import type { ArithmeticExpression, ArrayValue, Assignment, DoubleQuotedChild, ParsedScript, Word, WordPart } from 'unbash';
import { expandBraces } from './braces.js';
import { expandParameter } from './parameters.js';
import type { Scope } from './scope.js';
import { parseShell } from './syntax.js';
import { BREAK, HOLE, HOME } from './text.js';

/** Source: a word with more possible texts is about anything. */
const MAX_TEXTS = 32;

/** What expansion asks of whoever runs the script. */
export interface Expander {
  readonly scope: Scope;
  /** Follows a substitution; its output as far as known. */
  substitute(script: ParsedScript | undefined, text: string): string;
  /** Follows a process substitution; what the word comes to. */
  process(script: ParsedScript | undefined, text: string, operator: '<' | '>'): string;
  unknown(why: string): void;
  /** A default was taken for a variable that nothing here sets. */
  assume(): void;
}

/** A stretch of a word. `split`: not quoted and made by an expansion, so that white space in it ends the word. */
interface Piece {
  readonly text: string;
  readonly split: boolean;
  readonly quoted: boolean;
}
type Texts = readonly (readonly Piece[])[];

const literal = (text: string, quoted = false): Texts => [[{ text, split: false, quoted }]];

/** The fields that a word becomes, none, one or several, in each course of events. */
export function expandChoices(word: Word, expander: Expander): readonly (readonly string[])[] {
  if (word.parts === undefined && !word.text.startsWith('~')) return [[word.value]];
  if (word.parts?.some(({ type }) => type === 'BraceExpansion') === true) return [expandBraced(word, expander)];
  return textsOf(word, expander).map((pieces) => splitFields(pieces, expander.scope));
}

/** The fields that a word may become, in all courses of events together. */
export function expandWord(word: Word, expander: Expander): readonly string[] {
  const choices = expandChoices(word, expander);
  return choices.length === 1 ? (choices[0] as readonly string[]) : [...new Set(choices.flat())];
}

/** Every text that a word may come to where it is not split: values of assignments, redirections, here-strings. */
export function expandText(word: Word, expander: Expander): readonly string[] {
  if (word.parts === undefined && !word.text.startsWith('~')) return [word.value];
  return [...new Set(textsOf(word, expander).map((pieces) => pieces.map(({ text }) => text).join('')))];
}

/** The text of parts, a hole where it may be several. */
export function expandParts(parts: readonly WordPart[], expander: Expander): string {
  const texts = product(parts.map((part) => textsOfPart(part, expander, true)));
  return texts.length === 1 ? (texts[0] as readonly Piece[]).map(({ text }) => text).join('') : HOLE;
}

/** Carries out an assignment. */
export function assign(assignment: Assignment, outer: Expander): void {
  const { name, value, append, index } = assignment;
  let assumed = false;
  const expander: Expander = { ...outer, assume: () => {
    assumed = true;
    outer.assume();
  } };
  if (index !== undefined) expandText(index, expander);
  const values = isArray(value) ? [value.elements.flatMap((element) => expandWord(element, expander)).join(BREAK)] : expandText(value, expander);
  if (append === true || index !== undefined) expander.scope.append(name, values, isArray(value) || index !== undefined);
  else expander.scope.set(name, values, assumed);
}

function isArray(value: Word | ArrayValue): value is ArrayValue {
  return value.type === 'ArrayValue';
}

function expandBraced(word: Word, expander: Expander): readonly string[] {
  const texts = expandBraces(word.text);
  if (texts === null) return [HOLE];
  return texts.flatMap((text) => {
    const { script } = parseShell(`x ${text}`);
    const command = script?.commands[0]?.command;
    if (command?.type !== 'Command') return [text];
    return command.args.flatMap((arg) => (arg.type !== 'Word' ? [arg.text] : arg.parts?.some(({ type }) => type === 'BraceExpansion') === true ? [arg.value] : expandWord(arg, expander)));
  });
}

function textsOf(word: Word, expander: Expander): Texts {
  const parts = word.parts ?? [];
  const tilde = /^~(?:[\w-]*|\+)(?=\/|$)/u.exec(word.text)?.[0];
  if (tilde === undefined) return product(parts.map((part) => textsOfPart(part, expander, false)));
  const home = literal(homeOf(tilde, expander.scope));
  if (word.parts === undefined) return product([home, literal(word.value.slice(tilde.length))]);
  const [first, ...rest] = parts;
  const head = first?.type === 'Literal' ? literal(first.value.slice(tilde.length)) : literal('');
  return product([home, head, ...rest.map((part) => textsOfPart(part, expander, false))]);
}

function homeOf(tilde: string, scope: Scope): string {
  if (tilde === '~') return scope.values('HOME')[0] ?? HOME;
  if (tilde === '~+') return scope.folder;
  return tilde === '~root' ? '/root' : `/home/${tilde.slice(1)}`;
}

function product(parts: readonly Texts[]): Texts {
  let texts: Texts = [[]];
  for (const part of parts) {
    if (texts.length * part.length > MAX_TEXTS) return [[{ text: HOLE, split: true, quoted: false }]];
    texts = part.length === 1 ? texts.map((text) => [...text, ...(part[0] as readonly Piece[])]) : texts.flatMap((text) => part.map((more) => [...text, ...more]));
  }
  return texts;
}

function textsOfPart(part: WordPart | DoubleQuotedChild, expander: Expander, quoted: boolean): Texts {
  switch (part.type) {
    case 'Literal':
      return literal(part.value, quoted);
    case 'SingleQuoted':
    case 'AnsiCQuoted':
      return literal(part.value, true);
    case 'DoubleQuoted':
    case 'LocaleString':
      return product([literal('', true), ...part.parts.map((inner) => textsOfPart(inner, expander, true))]);
    case 'SimpleExpansion':
      return expanded(expandParameter(part.text.slice(1), undefined, expander), quoted);
    case 'ParameterExpansion':
      return expanded(expandParameter(part.parameter, part, expander), quoted);
    case 'CommandExpansion':
      return expanded([expander.substitute(part.script, part.text)], quoted);
    case 'ArithmeticExpansion':
      visitArithmetic(part.expression, expander);
      return literal(HOLE, true);
    case 'ProcessSubstitution':
      return literal(expander.process(part.script, part.text, part.operator), true);
    case 'Glob':
      for (const inner of part.parts ?? []) textsOfPart(inner, expander, quoted);
      return literal(part.value, quoted);
    case 'ExtendedGlob':
      for (const inner of part.parts ?? []) textsOfPart(inner, expander, quoted);
      return literal('*', quoted);
    case 'BraceExpansion':
      return literal(part.text, quoted);
    default:
      return never(part);
  }
}

function expanded(values: readonly string[], quoted: boolean): Texts {
  return values.map((text) => [{ text, split: !quoted, quoted }]);
}

function never(part: never): never {
  throw new Error(`a part of a word that is not known: ${JSON.stringify(part)}`);
}

/** Follows what an arithmetic expression would run. */
export function visitArithmetic(expression: ArithmeticExpression | undefined, expander: Expander): void {
  if (expression === undefined) return;
  switch (expression.type) {
    case 'ArithmeticBinary':
      visitArithmetic(expression.left, expander);
      visitArithmetic(expression.right, expander);
      return;
    case 'ArithmeticUnary':
      visitArithmetic(expression.operand, expander);
      return;
    case 'ArithmeticTernary':
      for (const inner of [expression.test, expression.consequent, expression.alternate]) visitArithmetic(inner, expander);
      return;
    case 'ArithmeticGroup':
      visitArithmetic(expression.expression, expander);
      return;
    case 'ArithmeticWord':
      for (const part of expression.parts ?? []) textsOfPart(part, expander, true);
      return;
    case 'ArithmeticCommandExpansion':
      expander.substitute(expression.script, expression.text);
      return;
    default:
      expression satisfies never;
  }
}

function splitFields(pieces: readonly Piece[], scope: Scope): string[] {
  const separators = scope.values('IFS').join('').replaceAll(HOLE, ' \t\n');
  const fields: string[] = [];
  let field: string | null = null;
  const end = (): void => {
    if (field !== null) fields.push(field);
    field = null;
  };
  for (const { text, split, quoted } of pieces) {
    if (quoted && !text.includes(BREAK)) field = (field ?? '') + text;
    else {
      for (const char of text) {
        if (char === BREAK || (split && separators.includes(char))) end();
        else field = (field ?? '') + char;
      }
      if (!split && field === null && text === '') field = null;
    }
  }
  end();
  return fields;
}
