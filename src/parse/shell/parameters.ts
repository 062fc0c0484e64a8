// SPDX-License-Identifier: Apache-2.0
//
// Parameter expansion: `$x`, `${x:-y}`, `${x:0:2}`, `${x/a/b}`, `$@`. Computes what is plain and looks at every operand, since substitutions in
// it run. Refuses the rest: a hole.
// @see https://www.gnu.org/software/bash/manual/html_node/Shell-Parameter-Expansion.html
import type { ParameterExpansionPart, ParameterOperation, Word } from 'unbash';
import { BREAK, HOLE, isKnown } from './text.js';
import { expandText, type Expander } from './words.js';

/** Every text that a parameter may come to. `name`: `x`, `1`, `@`. */
export function expandParameter(name: string, part: ParameterExpansionPart | undefined, expander: Expander): readonly string[] {
  const index = part?.index === undefined ? undefined : expandText(part.index, expander)[0];
  const values = name === '@' || name === '*' ? valuesOf(name, expander) : pick(valuesOf(name, expander), index);
  if (part?.prefix === '#') return ['1'];
  if (part?.prefix === '!') return indirect(values, part, expander);
  return part?.operation === undefined ? values : operate(part.operation, { name, values, all: index === '@' || index === '*' }, expander);
}

function valuesOf(name: string, { scope, assume }: Expander): readonly string[] {
  if (name === '@' || name === '*') return [scope.positional === null ? HOLE : scope.positional.join(BREAK)];
  if (/^[1-9][0-9]*$/u.test(name)) return [scope.positional === null ? HOLE : (scope.positional[Number(name) - 1] ?? '')];
  if (/^[0#?$!-]$/u.test(name)) return [HOLE];
  if (scope.isAssumed(name)) assume();
  return scope.values(name);
}

// `$x` of an array is its first element, `${x[@]}` all of them.
function pick(values: readonly string[], index: string | undefined): readonly string[] {
  if (index === '@' || index === '*') return values;
  return values.map((value) => {
    if (!value.includes(BREAK)) return value;
    if (index === undefined) return value.split(BREAK)[0] as string;
    return /^\d+$/u.test(index) ? (value.split(BREAK)[Number(index)] ?? '') : HOLE;
  });
}

function indirect(values: readonly string[], part: ParameterExpansionPart, expander: Expander): readonly string[] {
  if (part.operation !== undefined) visit(part.operation, expander);
  return values.flatMap((value) => (/^[A-Za-z_]\w*$/u.test(value) ? expander.scope.values(value) : [HOLE]));
}

interface Subject {
  readonly name: string;
  readonly values: readonly string[];
  /** Every element of a list, `${x[@]}`. */
  readonly all: boolean;
}

function operate(operation: ParameterOperation, { name, values, all }: Subject, expander: Expander): readonly string[] {
  switch (operation.type) {
    case 'Default':
      return orDefault(operation.operator, expandText(operation.operand, expander), { name, values, all }, expander);
    case 'Slice':
      return (name === '@' || name === '*' || all ? sliceList : slice)(values, name === '@' || name === '*' ? before(number(operation.offset, expander)) : number(operation.offset, expander), operation.length === undefined ? undefined : number(operation.length, expander));
    case 'CaseModification':
      if (operation.operand !== undefined) visit(operation, expander);
      return values.map((value) => changeCase(value, operation.operator));
    case 'Remove':
      return removeEnds(values, operation.operator, expandText(operation.operand, expander)[0] ?? HOLE);
    case 'Replace':
      return replace(values, { operator: operation.operator, from: expandText(operation.pattern, expander)[0] ?? HOLE, to: expandText(operation.replacement, expander)[0] ?? HOLE });
    case 'Transform':
      if (operation.operand.value === 'P') expander.unknown('`@P` runs the substitutions in a value');
      return operation.operand.value === 'Q' || operation.operand.value === 'E' ? values.map((value) => (/^[\w./-]*$/u.test(value) ? value : HOLE)) : [HOLE];
    case 'Names':
    case 'Unknown':
      return [HOLE];
    default:
      return operation satisfies never;
  }
}

function visit(operation: ParameterOperation, expander: Expander): void {
  if ('operand' in operation && operation.operand !== undefined) expandText(operation.operand, expander);
}

function orDefault(operator: string, other: readonly string[], { name, values }: Subject, { scope, assume }: Expander): readonly string[] {
  // Nothing here sets it, so whoever starts the script may; unless they do, the default holds.
  if (/[-=]$/u.test(operator) && /^[A-Za-z_]\w*$/u.test(name) && !scope.has(name) && !scope.opened) {
    assume();
    if (operator.endsWith('=')) scope.set(name, other, true);
    return other;
  }
  const set = values.some((value) => value !== '');
  const unsure = values.includes(HOLE) || values.includes('');
  if (operator.endsWith('+')) return [...new Set([...(set ? other : []), ...(unsure ? [''] : [])])];
  if (operator.endsWith('?')) return values.filter((value) => value !== '').length > 0 ? values.filter((value) => value !== '') : [HOLE];
  const all = unsure ? [...values.filter((value) => value !== ''), ...other] : values;
  if (operator.endsWith('=')) scope.set(name, all);
  return [...new Set(all)];
}

function number(word: Word, expander: Expander): number | null {
  const text = (expandText(word, expander)[0] ?? '').trim();
  return /^-?\d{1,6}$/u.test(text) ? Number(text) : null;
}

function slice(values: readonly string[], offset: number | null, length: number | null | undefined): readonly string[] {
  if (offset === null || length === null) return [HOLE];
  return values.map((value) => {
    if (!isKnown(value) || value.includes(BREAK)) return HOLE;
    const from = offset < 0 ? Math.max(0, value.length + offset) : offset;
    return length === undefined ? value.slice(from) : value.slice(from, length < 0 ? value.length + length : from + length);
  });
}

// `${@:1}` begins with the first: `$0` would be before it.
function before(offset: number | null): number | null {
  return offset === null || offset < 1 ? null : offset - 1;
}

function sliceList(values: readonly string[], offset: number | null, length: number | null | undefined): readonly string[] {
  if (offset === null || offset < 0 || length === null || (length !== undefined && length < 0)) return [HOLE];
  return values.map((value) => (value === HOLE ? HOLE : value.split(BREAK).slice(offset, length === undefined ? undefined : offset + length).join(BREAK)));
}

function changeCase(value: string, operator: string): string {
  const upper = operator.startsWith('^');
  const change = (text: string): string => (upper ? text.toUpperCase() : text.toLowerCase());
  return operator.length === 2 ? change(value) : change(value.slice(0, 1)) + value.slice(1);
}

function removeEnds(values: readonly string[], operator: string, pattern: string): readonly string[] {
  return values.map((value) => {
    if (!isKnown(value) || /[*?[\]\\]/u.test(pattern) || !isKnown(pattern)) return HOLE;
    if (operator.startsWith('#')) return value.startsWith(pattern) ? value.slice(pattern.length) : value;
    return value.endsWith(pattern) ? value.slice(0, value.length - pattern.length) : value;
  });
}

function replace(values: readonly string[], { operator, from, to }: { operator: string; from: string; to: string }): readonly string[] {
  return values.map((value) => {
    if (![value, from, to].every(isKnown) || /[*?[\]\\]/u.test(from) || from === '' || (operator !== '/' && operator !== '//')) return HOLE;
    return operator === '//' ? value.replaceAll(from, to) : value.replace(from, () => to);
  });
}
