// SPDX-License-Identifier: Apache-2.0
//
// What a shell knows while it runs: variables, functions, aliases, where it stands. A variable has every value that it may have at that
// point, so that a branch not taken can't hide one. Refuses to remember more than a few: then the value is a hole.
import type { Function as FunctionNode } from 'unbash';
import { JOB_FILES } from './job-files.js';
import { fartherOf } from './paths.js';
import type { Source } from './syntax.js';
import { BREAK, HOLE, HOME, TEMP } from './text.js';

/** Source: a loop over more names than this is about files in general. */
const MAX_VALUES = 32;

/** Variables that every shell or job has, and that say where things are. `.` is the work tree. */
const GIVEN: Readonly<Record<string, string>> = {
  HOME, TMPDIR: TEMP, TMP: TEMP, TEMP, RUNNER_TEMP: TEMP, GITHUB_WORKSPACE: '.', CI_PROJECT_DIR: '.', IFS: ' \t\n', SHELL: '/bin/sh', BASH: '/bin/bash', ...JOB_FILES,
};

/** A function with the text that it stands in. */
export interface Defined {
  readonly node: FunctionNode;
  readonly source: Source;
}

/** One shell's knowledge; a subshell gets a fork of it. */
export class Scope {
  readonly #variables: Map<string, readonly string[]>;
  readonly functions: Map<string, Defined>;
  readonly aliases: Map<string, string>;
  /** Names that stand for other names (`declare -n`). */
  readonly #references: Map<string, string>;
  /** Variables whose value is a default, which somebody outside may have set otherwise. */
  readonly #assumed: Set<string>;
  /** Text that can't be seen ran in this shell: any variable may have been set. */
  opened: boolean;
  /** Where it stands: `.` the work tree, or an absolute or unknown path. */
  folder: string;
  /** `$1`, `$2`, …; null when not known. */
  positional: readonly string[] | null;

  constructor(from?: Scope) {
    this.#variables = new Map(from === undefined ? [] : from.#variables);
    this.functions = new Map(from?.functions ?? []);
    this.aliases = new Map(from?.aliases ?? []);
    this.#references = new Map(from === undefined ? [] : from.#references);
    this.#assumed = new Set(from === undefined ? [] : from.#assumed);
    this.opened = from?.opened ?? false;
    this.folder = from?.folder ?? '.';
    this.positional = from?.positional ?? null;
  }

  fork(): Scope {
    return new Scope(this);
  }

  /** Every value that a variable may have; a hole when not known. Elements of an array are parted by `BREAK`. */
  values(written: string): readonly string[] {
    const name = this.#nameOf(written);
    if (name === 'PWD') return [this.folder];
    const own = this.#variables.get(name);
    if (own !== undefined) return own;
    return [Object.hasOwn(GIVEN, name) ? (GIVEN[name] as string) : HOLE];
  }

  /** True when the script itself gave it a value, known or not. */
  has(name: string): boolean {
    return this.#variables.has(this.#nameOf(name)) || name === 'PWD' || Object.hasOwn(GIVEN, name);
  }

  /** `assumed`: it is a default, taken because nothing here says otherwise. */
  set(written: string, values: readonly string[], assumed = false): void {
    const name = this.#nameOf(written);
    const distinct = [...new Set(values)];
    if (assumed) this.#assumed.add(name);
    else this.#assumed.delete(name);
    this.#variables.set(name, distinct.length > MAX_VALUES ? [HOLE] : distinct);
  }

  isAssumed(name: string): boolean {
    return this.#assumed.has(this.#nameOf(name));
  }

  /** `declare -n name=target`. */
  refer(name: string, target: string): void {
    if (name !== target) this.#references.set(name, target);
  }

  #nameOf(name: string): string {
    let at = name;
    for (let steps = 0; steps < 8 && this.#references.has(at); steps += 1) at = this.#references.get(at) as string;
    return at;
  }

  append(name: string, values: readonly string[], list: boolean): void {
    const before = this.#variables.get(this.#nameOf(name)) ?? [''];
    this.set(name, before.flatMap((old) => values.map((added) => (list && old !== '' ? `${old}${BREAK}${added}` : `${old}${added}`))));
  }

  /** Takes in what may have happened in another course of events. */
  join(other: Scope): void {
    for (const [name, values] of other.#variables) {
      const mine = this.#variables.get(name);
      if (mine !== values) this.set(name, [...this.values(name), ...values]);
    }
    for (const [name, target] of other.#references) this.#references.set(name, target);
    for (const name of other.#assumed) this.#assumed.add(name);
    this.opened ||= other.opened;
    for (const [name, defined] of other.functions) if (!this.functions.has(name)) this.functions.set(name, defined);
    for (const [name, text] of other.aliases) this.aliases.set(name, text);
    this.folder = fartherOf(this.folder, other.folder);
  }
}
