// SPDX-License-Identifier: Apache-2.0
//
// Goes through a script as a shell would, without running anything, and notes each command that would start. Every branch is taken, a loop
// twice, so that what is assigned late is known early. Refuses to go on for ever: beyond its limits the rest is one unknown operation.
import type { Hazard, OperationFacts, Reader, ReadOperation } from '../../core/model.js';
import type { Function as FunctionNode } from 'unbash';
import { Draft } from './draft.js';
import { adoptManifests, adoptSql } from './embedded.js';
import type { Call, Follower, Frame, Opened, Program, Stdin } from './model.js';
import { runProgram } from './program.js';
import type { Packages } from './runners.js';
import { type Defined, Scope } from './scope.js';
import { parseShell, Source } from './syntax.js';
import type { Injected } from './templates.js';
import { HOLE, isKnown, shown } from './text.js';
import { walkBody, walkScript } from './walk.js';
import { Written } from './written-files.js';

/** Source: a script of a thousand lines starts about as many commands. */
const MAX_OPERATIONS = 20_000;
const MAX_STEPS = 100_000;
/** Scripts in scripts, functions in functions. */
const MAX_CALLS = 24;

/** Finds what is known of a program. */
export type Lookup = (name: string) => Program | undefined;

/** One reading of one text. */
export class Machine implements Follower {
  readonly operations: ReadOperation[] = [];
  readonly written = new Written();
  readonly #fed = new Map<string, Stdin>();
  readonly #functions = new Map<FunctionNode, { readonly name: string; readonly defined: Defined; readonly frame: Frame }>();
  readonly #called = new Set<FunctionNode>();
  #steps = 0;
  #silent = 0;
  #exhausted = false;

  constructor(
    readonly lookup: Lookup,
    readonly readSql: Reader,
    readonly readManifests: Reader,
    /** What the repository depends on; null when nobody knows. */
    readonly packages: Packages | null = null,
  ) {}

  /** Reads a whole text. */
  read(text: string): readonly ReadOperation[] {
    const frame: Frame = { source: new Source(text), scope: new Scope(), stdin: null, calls: [], away: false };
    this.#follow(frame, text);
    this.#walkUncalled();
    return this.operations;
  }

  get silent(): boolean {
    return this.#silent > 0;
  }

  /** Goes through something for what it leaves behind, noting no operation. */
  silently<T>(work: () => T): T {
    this.#silent += 1;
    try {
      return work();
    } finally {
      this.#silent -= 1;
    }
  }

  /** Counts a step; false when there were too many. */
  step(frame: Frame): boolean {
    this.#steps += 1;
    if (this.#steps <= MAX_STEPS && this.operations.length < MAX_OPERATIONS && frame.calls.length < MAX_CALLS) return true;
    if (!this.#exhausted) {
      this.#exhausted = true;
      this.operations.push(unreadable('', 1, 'the script does more than can be followed'));
    }
    return false;
  }

  note(operation: ReadOperation): void {
    if (!this.silent) this.operations.push(operation);
  }

  /** Notes a part that can't be read. */
  trouble(text: string, line: number, why: string): void {
    this.note(unreadable(text, line, why));
  }

  /** A value from outside that becomes part of the script. */
  inject({ context, line }: Injected): void {
    const frame: Frame = { source: new Source(''), scope: new Scope(), stdin: null, calls: [], away: false };
    const draft = new Draft(this.callOf([], frame, { text: `\${{ ${context} }}`, line }), 'template');
    draft.access('execute', context, 'expression');
    draft.hazard('template-injection', `whoever writes \`${context}\` writes a part of the script`);
    this.note(draft.finish());
  }

  /** Text that another shell would run: only what people look out for is noted. */
  otherwise(text: string, frame: Frame, line: number): void {
    if (this.silent || parseShell(text).problem !== null) return;
    this.#minding(() => this.inner(text, { ...frame, scope: frame.scope.fork() }, line));
  }

  /** Notes what a compound command does with files. */
  opens(opened: readonly Opened[], frame: Frame, at: { readonly text: string; readonly line: number }): void {
    if (opened.length === 0) return;
    this.note(new Draft(this.callOf([], frame, { ...at, opened }), 'redirect').finish());
  }

  callOf(argv: readonly string[], frame: Frame, at: Pick<Call, 'text' | 'line'> & Partial<Call>): Call {
    return { opened: [], assigned: new Map(), open: false, hazards: [], ...at, argv, frame };
  }

  /** Text that can be read under the path of a process substitution. */
  feed(stdin: Stdin): string {
    const path = `/dev/fd/${63 + this.#fed.size}`;
    this.#fed.set(path, stdin);
    return path;
  }

  fed(path: string): Stdin | undefined {
    return this.#fed.get(path);
  }

  script(text: string, call: Call, changes: { readonly positional?: readonly string[] | null; readonly own?: boolean; readonly away?: boolean; readonly line?: number | undefined } = {}): void {
    const { frame } = call;
    if (!isKnown(text)) this.trouble(call.text, call.line, `what \`${shown(text).slice(0, 60)}\` comes to is known only when it runs`);
    if (!/[^\s\uFFFF]/u.test(text) && text !== '') return;
    const scope = changes.own === true ? frame.scope.fork() : frame.scope;
    for (const [name, value] of call.assigned) scope.set(name, [value]);
    if (changes.positional !== undefined) scope.positional = changes.positional;
    if (changes.away === true) scope.folder = '.';
    this.#follow({ ...frame, scope, source: changes.line === undefined ? new Source(text, call.line, true) : new Source(text, changes.line), calls: [...frame.calls, 'script'], away: frame.away || changes.away === true }, text, call.hazards);
  }

  /** A script inside the text of the frame, as a here-document is. */
  inner(text: string, frame: Frame, line: number): void {
    this.#follow({ ...frame, source: new Source(text, line), calls: [...frame.calls, 'script'] }, text);
  }

  #follow(frame: Frame, text: string, hazards: readonly Hazard[] = []): void {
    if (!this.step(frame)) return;
    const { script, problem } = parseShell(text);
    if (problem !== null) this.trouble(text, frame.source.lineAt(script?.errors?.[0]?.pos ?? 0), problem);
    const from = this.operations.length;
    if (script !== null) walkScript(script, frame, this);
    if (hazards.length > 0) this.#mark(from, hazards);
  }

  // What surrounds a script (`sudo sh -c`) holds for each of its commands.
  #mark(from: number, hazards: readonly Hazard[]): void {
    for (let at = from; at < this.operations.length; at += 1) {
      const { facts, ...rest } = this.operations[at] as ReadOperation;
      const more = hazards.filter(({ id }) => !facts.hazards.some((own) => own.id === id));
      this.operations[at] = { ...rest, facts: { ...facts, hazards: [...facts.hazards, ...more] } };
    }
  }

  /** A command as the shell itself starts it: a function goes before a program. */
  begin(call: Call): void {
    const [name] = call.argv;
    if (name === undefined || !call.frame.scope.functions.has(name)) this.start(call.argv, call);
    else if (this.step(call.frame)) this.#callFunction(name, call);
  }

  // What a program starts is a program, whatever functions the shell has.
  start(argv: readonly string[], call: Call, changes: Partial<Pick<Call, 'open' | 'hazards' | 'opened' | 'frame' | 'assigned'>> = {}): void {
    const next: Call = { ...call, ...changes, argv };
    if (this.step(next.frame)) runProgram(next, this);
  }

  #callFunction(name: string, call: Call): void {
    const { frame } = call;
    const defined = frame.scope.functions.get(name);
    // Once more into itself: the second time shows what other arguments do.
    if (defined === undefined || frame.calls.filter((each) => each === name).length > 1) return;
    this.#called.add(defined.node);
    const scope = frame.scope.fork();
    scope.positional = call.argv.slice(1).map((arg) => (call.open ? HOLE : arg));
    for (const [variable, value] of call.assigned) scope.set(variable, [value]);
    this.opens(call.opened, frame, call);
    walkBody(defined.node.body, { ...frame, scope, source: defined.source, calls: [...frame.calls, name] }, this);
    scope.positional = frame.scope.positional;
    frame.scope.join(scope);
    frame.scope.folder = scope.folder;
  }

  sql(text: string, draft: Draft): void {
    adoptSql(text, draft, this.readSql);
  }

  manifests(text: string, draft: Draft): void {
    adoptManifests(text, draft, this.readManifests);
  }

  perhaps(what: string | readonly string[], call: Call): void {
    if (this.silent || (typeof what === 'string' && parseShell(what).problem !== null)) return;
    this.#minding(() => {
      const inner = { ...call, opened: [], assigned: new Map() };
      if (typeof what === 'string') this.script(what, inner, { own: true });
      else this.start(what, { ...inner, frame: { ...call.frame, scope: call.frame.scope.fork() } });
    });
  }

  /** A function that the text defines, and where. */
  defined(name: string, frame: Frame): void {
    const defined = frame.scope.functions.get(name);
    if (defined !== undefined && !this.#functions.has(defined.node)) this.#functions.set(defined.node, { name, defined, frame });
  }

  // Whoever sources the text may call them, with whatever arguments.
  #walkUncalled(): void {
    for (const [node, { name, defined, frame }] of this.#functions) {
      if (this.#called.has(node)) continue;
      this.#called.add(node);
      const scope = frame.scope.fork();
      scope.positional = null;
      const from = this.operations.length;
      walkBody(node.body, { ...frame, scope, source: defined.source, calls: [name] }, this);
      this.operations.push(...this.operations.splice(from).flatMap((operation) => (runsItsArguments(operation) ? [] : [fromUncalled(operation, name)])));
    }
  }

  // Of what is noted meanwhile, only what people look out for stays.
  #minding(work: () => void): void {
    const from = this.operations.length;
    work();
    this.operations.push(...this.operations.splice(from).filter(({ facts }) => facts.hazards.length > 0));
  }
}

// What `"$@"` is, whoever calls the function says.
function runsItsArguments({ facts }: ReadOperation): boolean {
  return facts.unknown.length > 0 && facts.hazards.length === 0 && /(?:^|\s)"?\$\{?(?:[@*]|\d)\}?"?/u.test(facts.text);
}

function fromUncalled({ facts, ...rest }: ReadOperation, name: string): ReadOperation {
  const note = `in the function \`${name}\`, which nothing here calls`;
  return { ...rest, facts: { ...facts, assumed: true, unknown: facts.unknown.map((why) => `${why}, ${note}`), hazards: facts.hazards.map(({ id, detail }) => ({ id, detail: `${detail}, ${note}` })) } };
}

function unreadable(text: string, line: number, why: string): ReadOperation {
  const facts: OperationFacts = {
    statement: 'UNKNOWN', name: 'shell.unknown', text: shown(text.slice(0, 500)), redacted: '?',
    accesses: [{ effect: 'unknown', object: null, type: null, columns: [], filtered: [], assumed: false, why }],
    functions: [], hazards: [], forbidden: [], unknown: [why], assumed: false,
  };
  return { kind: 'shell', facts, line, paths: [] };
}
