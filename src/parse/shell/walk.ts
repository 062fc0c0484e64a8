// SPDX-License-Identifier: Apache-2.0
//
// The grammar's nodes, one by one: lists, pipelines, branches, loops, functions, groups. Takes every branch, in a shell of its own, and
// keeps what each may have left behind. Refuses no node: the switch is checked to be complete.
import { forEachChild, type AndOr, type ArithmeticFor, type Case, type CommandNode, type CompoundList, type For, type Function as FunctionNode, type If, type ParsedScript, type Pipeline, type PipelineNode, type Redirected, type Select, type Statement, type SyntaxNode, type TestExpression, type While } from 'unbash';
import type { Machine } from './machine.js';
import type { Frame, Stdin } from './model.js';
import { settle } from './paths.js';
import { openedBy, walkCommand } from './simple.js';
import { expanderFor, printed } from './substitute.js';
import type { Scope } from './scope.js';
import { problemOf } from './syntax.js';
import { HOLE, SUBSCRIPT } from './text.js';
import { expandText, expandWord, visitArithmetic } from './words.js';

/** A whole script; one inside a script tells its own errors. */
export function walkScript(script: ParsedScript, frame: Frame, machine: Machine): void {
  for (const statement of script.commands) walkStatement(statement, frame, machine);
}

/** A script inside a word, in a subshell of its own. */
export function walkInner(script: ParsedScript, frame: Frame, machine: Machine): void {
  const problem = problemOf(script);
  if (problem !== null) machine.trouble(frame.source.text.slice(script.pos, script.end), frame.source.lineAt(script.pos), problem);
  walkScript(script, { ...frame, scope: frame.scope.fork() }, machine);
}

function walkStatement({ command, background }: Statement, frame: Frame, machine: Machine): void {
  walkNode(command, background === true ? { ...frame, scope: frame.scope.fork() } : frame, machine);
}

/** What a function or group is made of. */
export function walkBody(body: FunctionNode['body'], frame: Frame, machine: Machine): void {
  if (body.type === 'CompoundList') walkList(body, frame, machine);
  else walkNode(body, frame, machine);
}

function walkList(list: CompoundList, frame: Frame, machine: Machine): void {
  for (const statement of list.commands) walkStatement(statement, frame, machine);
}

function walkNode(node: PipelineNode | AndOr, frame: Frame, machine: Machine): void {
  if (!machine.step(frame)) return;
  switch (node.type) {
    case 'AndOr':
      return walkAndOr(node, frame, machine);
    case 'Pipeline':
      return walkPipeline(node, frame, machine);
    case 'Redirected':
      return walkRedirected(node, frame, machine);
    default:
      return walkCommandNode(node, frame, machine);
  }
}

function walkCommandNode(node: Exclude<CommandNode, Redirected>, frame: Frame, machine: Machine): void {
  switch (node.type) {
    case 'Command':
      return walkCommand(node, frame, machine);
    case 'If':
      return walkIf(node, frame, machine);
    case 'For':
    case 'Select':
      return walkFor(node, frame, machine);
    case 'ArithmeticFor':
      return walkArithmeticFor(node, frame, machine);
    case 'While':
      return walkWhile(node, frame, machine);
    case 'Case':
      return walkCase(node, frame, machine);
    case 'Subshell':
      return walkList(node.body, { ...frame, scope: frame.scope.fork() }, machine);
    case 'BraceGroup':
      return walkList(node.body, frame, machine);
    case 'Function':
      return define(node, frame, machine);
    case 'Coproc':
      return walkBody(node.body as FunctionNode['body'], { ...frame, scope: frame.scope.fork() }, machine);
    case 'TestCommand':
      return walkTest(node.expression, frame, machine);
    case 'ArithmeticCommand':
      // Shells without `((` see a subshell in a subshell.
      machine.otherwise(node.body, frame, frame.source.lineAt(node.pos));
      return visitArithmetic(node.expression, expanderFor(frame, machine));
    default:
      node satisfies never;
  }
}

function walkAndOr(node: AndOr, frame: Frame, machine: Machine): void {
  const [first, ...rest] = node.commands;
  if (first === undefined) return;
  walkNode(first, frame, machine);
  let scope = frame.scope;
  const courses: Scope[] = [];
  for (const command of rest) {
    scope = scope.fork();
    walkNode(command, { ...frame, scope }, machine);
    courses.push(scope);
  }
  for (const course of courses) frame.scope.join(course);
}

function walkPipeline(node: Pipeline, frame: Frame, machine: Machine): void {
  const only = node.commands.length === 1;
  node.commands.forEach((command, index) => {
    const stdin = index === 0 ? frame.stdin : pipedInto(node, index, frame, machine);
    walkNode(command, { ...frame, stdin, scope: only ? frame.scope : frame.scope.fork() }, machine);
  });
}

function pipedInto(node: Pipeline, index: number, frame: Frame, machine: Machine): Stdin {
  const before = node.commands.slice(0, index);
  return { text: printed(before, frame, machine), from: before.map((command) => (command.type === 'Command' ? (command.name?.value ?? '') : command.type.toLowerCase())) };
}

function walkRedirected({ command, redirects, pos, end }: Redirected, frame: Frame, machine: Machine): void {
  const { opened, stdin } = openedBy(redirects, frame, machine);
  const files = opened.filter(({ effect }) => effect === 'write');
  const text = files.length === 0 ? null : printed([command], stdin === null ? frame : { ...frame, stdin }, machine);
  machine.opens(opened.map((one) => (one.effect === 'write' ? { ...one, text } : one)), frame, { text: frame.source.text.slice(pos, end), line: frame.source.lineAt(pos) });
  for (const { path, append } of files) machine.written.put(settle(frame.scope.folder, path), { text, fetched: false }, append);
  walkNode(command, stdin === null ? frame : { ...frame, stdin }, machine);
}

/** Each course in a shell of its own; afterwards any of them may have been taken. */
function walkCourses(courses: readonly ((frame: Frame) => void)[], frame: Frame): void {
  const scopes = courses.map((course) => {
    const scope = frame.scope.fork();
    course({ ...frame, scope });
    return scope;
  });
  for (const scope of scopes) frame.scope.join(scope);
}

function walkIf(node: If, frame: Frame, machine: Machine): void {
  walkList(node.clause, frame, machine);
  for (const { clause } of node.elif) walkList(clause, frame, machine);
  const bodies = [node.then, ...node.elif.map(({ then }) => then), ...(node.else === undefined ? [] : [node.else])];
  walkCourses(bodies.map((body) => (inner) => walkList(body, inner, machine)), frame);
}

// First for what it leaves behind, then for good: what is assigned at the end is there at the beginning of the next round.
function walkLoop(body: (frame: Frame) => void, frame: Frame, machine: Machine): void {
  if (!machine.silent) machine.silently(() => walkCourses([body], frame));
  walkCourses([body], frame);
}

function walkFor(node: For | Select, frame: Frame, machine: Machine): void {
  const expander = expanderFor(frame, machine);
  const values = node.wordlist === undefined ? (frame.scope.positional ?? [HOLE]) : node.wordlist.flatMap((word) => expandWord(word, expander));
  frame.scope.set(node.name.value, values.length === 0 ? [''] : values);
  walkLoop((inner) => walkList(node.body, inner, machine), frame, machine);
}

function walkArithmeticFor(node: ArithmeticFor, frame: Frame, machine: Machine): void {
  for (const expression of [node.initialize, node.test, node.update]) visitArithmetic(expression, expanderFor(frame, machine));
  walkLoop((inner) => walkList(node.body, inner, machine), frame, machine);
}

function walkWhile(node: While, frame: Frame, machine: Machine): void {
  walkLoop((inner) => {
    walkList(node.clause, inner, machine);
    walkList(node.body, inner, machine);
  }, frame, machine);
}

function walkCase(node: Case, frame: Frame, machine: Machine): void {
  const expander = expanderFor(frame, machine);
  expandText(node.word, expander);
  for (const { pattern } of node.items) for (const word of pattern) expandText(word, expander);
  walkCourses(node.items.map(({ body }) => (inner) => walkList(body, inner, machine)), frame);
}

function walkTest(expression: TestExpression, frame: Frame, machine: Machine): void {
  const expander = expanderFor(frame, machine);
  const visit = (node: SyntaxNode): void => {
    if (node.type === 'Word') {
      // `[[ -v 'a[$(x)]' ]]`: what stands in a subscript runs, quotes or not.
      for (const text of expandText(node, expander)) if (SUBSCRIPT.test(text)) machine.trouble(frame.source.text.slice(node.pos, node.end), frame.source.lineAt(node.pos), 'what stands in the subscript runs');
    } else forEachChild(node, visit);
  };
  visit(expression);
}

function define(node: FunctionNode, frame: Frame, machine: Machine): void {
  const name = node.name.value;
  frame.scope.functions.set(name, { node, source: frame.source });
  machine.defined(name, frame);
  if (!breeds(node, name)) return;
  machine.trouble(frame.source.text.slice(node.pos, node.end), frame.source.lineAt(node.pos), `\`${name}\` starts itself over and over`);
}

// A function that starts itself twice at once, or beside itself: a fork bomb.
function breeds(node: FunctionNode, name: string): boolean {
  let found = false;
  const calls = (inner: SyntaxNode): number => {
    let count = inner.type === 'Command' && inner.name?.value === name ? 1 : 0;
    forEachChild(inner, (child) => {
      count += calls(child);
    });
    return count;
  };
  const visit = (inner: SyntaxNode): void => {
    if ((inner.type === 'Pipeline' && calls(inner) > 1) || (inner.type === 'Statement' && inner.background === true && calls(inner) > 0)) found = true;
    if (!found) forEachChild(inner, visit);
  };
  visit(node.body);
  return found;
}
