// SPDX-License-Identifier: Apache-2.0
//
// Substitutions: what `$(…)`, backquotes and `<(…)` run is noted as any other command, and what they print is known when plain programs
// print it. Refuses to call anything known that depends on the world.
import type { Command, CommandNode, ParsedScript, PipelineNode, Statement } from 'unbash';
import type { Machine } from './machine.js';
import type { Frame } from './model.js';
import { outputOf } from './output.js';
import { openedBy } from './simple.js';
import { Source } from './syntax.js';
import { HOLE, shown } from './text.js';
import { walkInner } from './walk.js';
import { expandWord, type Expander } from './words.js';

/** An expander that notes what runs, in the frame's shell. `unknown` hears why a word can't be known. */
export function expanderFor(frame: Frame, machine: Machine, unknown: (why: string) => void = (why) => machine.trouble('', 1, why), assume: () => void = () => undefined): Expander {
  return {
    scope: frame.scope,
    unknown,
    assume,
    substitute: (script, text) => substitute(script, text, frame, machine),
    process: (script, text, operator) => {
      if (script === undefined) {
        unknown(`\`${shown(text.slice(0, 40))}\` can not be read`);
        return HOLE;
      }
      const inner = within(script, frame);
      if (operator === '>') {
        if (!machine.silent) walkInner(script, { ...inner, stdin: { text: null, from: ['>('] } }, machine);
        return '/dev/null';
      }
      if (!machine.silent) walkInner(script, inner, machine);
      return machine.feed({ text: printedByScript(script, inner, machine), from: script.commands.map(({ command }) => nameOf(command)) });
    },
  };
}

// Positions in an escaped backquote count in a text of their own.
function within(script: ParsedScript, frame: Frame): Frame {
  return script.source === undefined ? frame : { ...frame, source: new Source(script.source, frame.source.lineAt(script.pos)) };
}

function nameOf(node: Statement['command']): string {
  return node.type === 'Command' ? (node.name?.value ?? '') : node.type.toLowerCase();
}

function substitute(script: ParsedScript | undefined, text: string, frame: Frame, machine: Machine): string {
  if (script === undefined) {
    machine.trouble(text, 1, `\`${shown(text.slice(0, 40))}\` can not be read`);
    return HOLE;
  }
  const inner = within(script, frame);
  if (!machine.step(inner)) return HOLE;
  if (!machine.silent) walkInner(script, inner, machine);
  return printedByScript(script, inner, machine)?.replace(/\n+$/u, '') ?? HOLE;
}

function printedByScript(script: ParsedScript, frame: Frame, machine: Machine): string | null {
  return printedByStatements(script.commands, frame, machine);
}

function printedByStatements(statements: readonly Statement[], frame: Frame, machine: Machine): string | null {
  let whole = '';
  for (const { command } of statements) {
    const one = command.type === 'AndOr' ? null : command.type === 'Pipeline' ? printed(command.commands, frame, machine) : printed([command], frame, machine);
    if (one === null) return null;
    whole += one;
  }
  return whole;
}

/** What the last of some commands, each reading what the one before prints, prints itself; null when not known. */
export function printed(commands: readonly PipelineNode[], frame: Frame, machine: Machine): string | null {
  return machine.silently(() => {
    let text = frame.stdin?.text ?? null;
    for (const command of commands) {
      if (!machine.step(frame)) return null;
      text = printedByNode(command, text, { ...frame, scope: frame.scope.fork() }, machine);
    }
    return text;
  });
}

function printedByNode(node: PipelineNode, stdin: string | null, frame: Frame, machine: Machine): string | null {
  const inner: Frame = { ...frame, stdin: { text: stdin, from: [] } };
  switch (node.type) {
    case 'Command':
      return printedByCommand(node, inner, machine);
    case 'Pipeline':
      return printed(node.commands, inner, machine);
    case 'BraceGroup':
    case 'Subshell':
      return printedByStatements(node.body.commands, inner, machine);
    case 'Redirected':
      return printedByNode(node.command satisfies CommandNode, openedBy(node.redirects, inner, machine).stdin?.text ?? stdin, inner, machine);
    default:
      return null;
  }
}

function printedByCommand(node: Command, frame: Frame, machine: Machine): string | null {
  if (node.name === undefined) return '';
  const expander = expanderFor(frame, machine, () => undefined);
  const argv = [node.name, ...node.args].flatMap((word) => (word.type === 'Word' ? expandWord(word, expander) : [word.text]));
  const { stdin } = openedBy(node.redirects, frame, machine);
  return outputOf(argv, (stdin ?? frame.stdin)?.text ?? null, frame.scope.folder);
}
