// SPDX-License-Identifier: Apache-2.0
//
// Simple commands: assignments, words and redirections become one call, or several where a name may stand for several programs. Refuses
// to expand an alias that is quoted, as the shell does.
import type { Assignment, Command, CommandArgument, Redirection, Word } from 'unbash';
import type { Machine } from './machine.js';
import type { Frame, Opened, Stdin } from './model.js';
import { outputOf } from './output.js';
import { settle } from './paths.js';
import { isWrapper, plainName } from './program.js';
import { expanderFor } from './substitute.js';
import { BREAK, HOLE } from './text.js';
import { assign, expandChoices, expandParts, expandText, expandWord, type Expander } from './words.js';
import { FETCHERS } from './written-files.js';

/** Source: names and arguments that depend on a branch are few; more are taken together. */
const MAX_CHOICES = 8;

/** Goes through one simple command. */
export function walkCommand(node: Command, frame: Frame, machine: Machine): void {
  const reasons: string[] = [];
  let assumed = false;
  const expander = expanderFor(frame, machine, (why) => reasons.push(why), () => {
    assumed = true;
  });
  const at = { text: frame.source.text.slice(node.pos, node.end), line: frame.source.lineAt(node.pos) };
  if (node.name !== undefined && followAlias(node, node.name, frame, machine)) return;
  const { opened: plain, stdin } = openedBy(node.redirects, frame, machine);
  const assignments = node.prefix.filter((part): part is Assignment => part.type === 'Assignment');
  const inner = stdin === null ? frame : { ...frame, stdin };
  const argvs = node.name === undefined ? [[]] : choices(node.name, node.args, expander);
  for (const why of reasons) machine.trouble(at.text, at.line, why);
  // What stands before a command runs before it, once.
  if (node.name !== undefined) for (const assignment of assignments) assign(assignment, expanderFor({ ...frame, scope: frame.scope.fork() }, machine));
  for (const argv of argvs) {
    const opened = writing(argv, plain, inner);
    if (argv.length === 0) {
      for (const assignment of assignments) assign(assignment, expander);
      machine.start([], machine.callOf([], inner, { ...at, opened, assumed, assigned: assignedBy(assignments, frame, machine) }));
    } else machine.begin(machine.callOf(argv, inner, { ...at, opened, assumed, assigned: assignedBy(assignments, frame, machine) }));
    keep(argv, opened, inner, machine);
  }
}

// Files with what the command prints into them.
function writing(argv: readonly string[], opened: readonly Opened[], { stdin, scope: { folder } }: Frame): readonly Opened[] {
  if (!opened.some(({ effect }) => effect === 'write')) return opened;
  const text = outputOf(argv, stdin?.text ?? null, folder);
  return opened.map((one) => (one.effect === 'write' ? { ...one, text } : one));
}

// What a command prints into a file may be run later.
function keep(argv: readonly string[], opened: readonly Opened[], { stdin, scope: { folder } }: Frame, machine: Machine): void {
  const files = opened.filter(({ effect }) => effect === 'write');
  if (files.length === 0) return;
  const text = files[0]?.text ?? null;
  const fetched = text === null && [...argv.slice(0, 3), ...(stdin?.from ?? [])].some((word) => FETCHERS.has(plainName(word)));
  for (const { path, append } of files) machine.written.put(settle(folder, path), { text, fetched }, append);
}

function assignedBy(assignments: readonly Assignment[], frame: Frame, machine: Machine): Map<string, string> {
  const scope = frame.scope.fork();
  const expander = expanderFor({ ...frame, scope }, machine);
  return machine.silently(() => {
    for (const assignment of assignments) assign(assignment, expander);
    return new Map(assignments.map(({ name }) => {
      const values = scope.values(name);
      return [name, values.length === 1 ? (values[0] as string) : HOLE];
    }));
  });
}

// The name in each course of events; arguments of all courses together, unless the program starts another one with them.
function choices(name: Word, args: readonly CommandArgument[], expander: Expander): readonly (readonly string[])[] {
  const names = expandChoices(name, expander);
  const values = args.map((arg) => (arg.type === 'Word' ? expandChoices(arg, expander) : [assignmentWord(arg, expander)]));
  const together = values.flatMap((choice) => (choice.length === 1 ? (choice[0] as readonly string[]) : [...new Set(choice.flat())]));
  return names.flatMap((words) => {
    const [first] = words;
    if (first === undefined && together.length === 0) return [[]];
    const count = values.reduce((product, choice) => product * choice.length, 1);
    if (count === 1 || count > MAX_CHOICES || (first !== undefined && !isWrapper(first))) return [[...words, ...together]];
    return values.reduce<readonly (readonly string[])[]>((argvs, choice) => argvs.flatMap((argv) => choice.map((more) => [...argv, ...more])), [words]);
  });
}

// `A=b` after `export` or any other command is a word.
function assignmentWord(node: Assignment, expander: Expander): readonly string[] {
  const { name, value, append } = node;
  const index = node.index === undefined ? '' : `[${expandText(node.index, expander)[0] ?? HOLE}]`;
  const values = value.type === 'ArrayValue' ? [value.elements.flatMap((element) => expandWord(element, expander)).join(BREAK)] : expandText(value, expander);
  return values.map((text) => `${name}${index}${append === true ? '+' : ''}=${text}`);
}

function followAlias(node: Command, name: Word, frame: Frame, machine: Machine): boolean {
  const alias = name.text === name.value ? frame.scope.aliases.get(name.value) : undefined;
  if (alias === undefined || frame.calls.includes(`alias ${name.value}`)) return false;
  const rest = frame.source.text.slice(name.end, node.end);
  machine.inner(`${alias}${rest}`, { ...frame, calls: [...frame.calls, `alias ${name.value}`] }, frame.source.lineAt(node.pos));
  return true;
}

/** What redirections open, and what then comes in. */
export function openedBy(redirects: readonly Redirection[], frame: Frame, machine: Machine): { readonly opened: readonly Opened[]; readonly stdin: Stdin | null } {
  const opened: Opened[] = [];
  let stdin: Stdin | null = null;
  const expander = expanderFor(frame, machine);
  for (const redirect of redirects) {
    if (redirect.type === 'HereDoc') {
      const { body } = redirect;
      stdin = { text: body.parts === undefined ? body.text : expandParts(body.parts, expander), from: [], line: frame.source.lineAt(body.pos) };
    } else if (redirect.type === 'HereString') {
      const texts = redirect.target === undefined ? [''] : expandText(redirect.target, expander);
      stdin = { text: texts.length === 1 ? `${texts[0] as string}\n` : HOLE, from: [] };
    } else for (const path of redirect.target === undefined ? [] : expandText(redirect.target, expander)) {
      const reads = redirect.operator === '<' || redirect.operator === '<&';
      // `2>&1` and `<&-` name descriptors.
      if (redirect.operator.endsWith('&') && /^(?:\d+|-|\d+-)$/u.test(path)) {
        // What a descriptor was opened for stands elsewhere: whoever runs it runs what nobody has read.
        if (redirect.operator === '<&' && /^[3-9]|^\d\d/u.test(path) && (redirect.descriptor === undefined || (redirect.descriptor.type === 'FileDescriptor' && redirect.descriptor.value === 0))) stdin = { text: HOLE, from: ['exec'] };
        continue;
      }
      if (reads) stdin = machine.fed(path) ?? (redirect.operator === '<&' ? { text: HOLE, from: ['exec'] } : fromFile(path, frame, machine));
      if (machine.fed(path) === undefined) opened.push({ effect: reads ? 'read' : 'write', path, ...(redirect.operator.includes('>>') ? { append: true } : {}) });
    }
  }
  return { opened, stdin };
}

// A file that the script wrote itself is read back as it was written.
function fromFile(path: string, { scope }: Frame, machine: Machine): Stdin {
  // Not a file: whoever answers there.
  if (/^\/dev\/(?:tcp|udp)\//u.test(path)) return { text: null, from: [path] };
  const [only, ...more] = machine.written.at(settle(scope.folder, path));
  if (only === undefined || (only.text === null && !only.fetched)) return { text: null, from: ['<'] };
  return only.fetched ? { text: null, from: ['curl'] } : { text: more.length > 0 ? HOLE : only.text, from: [] };
}
