// SPDX-License-Identifier: Apache-2.0
//
// Reads arguments as GNU getopt and git do: bundled letters, values attached or apart, `--`, long names cut short, `--no-x` taking `--x`
// back, options after operands. Refuses to miss an option by its spelling: what could be meant counts as meant.
// @see https://www.gnu.org/software/libc/manual/html_node/Argument-Syntax.html

/** Which options take a value, in words parted by spaces. */
export interface Shape {
  /** Letters, `ns`. */
  readonly letters?: string;
  /** Long names, `namespace output`. */
  readonly names?: string;
  /** True: the first operand ends the options, as with `sudo` and `env`. */
  readonly first?: boolean;
  /** True: a single dash begins a long name, as with `find` and `terraform`. */
  readonly single?: boolean;
  /** Long names whose next argument is their value if it is one of these: `{ track: 'direct inherit' }`. */
  readonly maybe?: Readonly<Record<string, string>>;
  /** Long names that are options of their own, not shortenings of another one. */
  readonly own?: string;
}

interface Given {
  readonly name: string;
  readonly value: string | null;
}

const words = (text: string | undefined): readonly string[] => (text === undefined || text === '' ? [] : text.split(' '));

/** Arguments taken apart. */
export class Options {
  /** In order; after `--` all are operands. */
  readonly operands: string[] = [];
  /** Operands that stood after `--`; null without one. */
  dashed: string[] | null = null;
  readonly #given: Given[] = [];
  readonly #own: readonly string[];
  readonly #maybe: Readonly<Record<string, string>>;

  constructor(args: readonly string[], shape: Shape = {}) {
    const names = words(shape.names);
    this.#own = words(shape.own);
    this.#maybe = shape.maybe ?? {};
    for (let at = 0; at < args.length; at += 1) {
      const arg = args[at] as string;
      if (arg === '--') {
        this.dashed = args.slice(at + 1);
        this.operands.push(...this.dashed);
        return;
      }
      if (arg.length < 2 || !arg.startsWith('-')) {
        this.operands.push(arg);
        if (!shape.first) continue;
        this.operands.push(...args.slice(at + 1));
        return;
      }
      if (arg.startsWith('--') || shape.single === true) at = this.#long(arg.replace(/^--?/u, ''), { args, at, names });
      else at = this.#short(arg.slice(1), { args, at, letters: shape.letters ?? '' });
    }
  }

  #long(text: string, { args, at, names }: { args: readonly string[]; at: number; names: readonly string[] }): number {
    const cut = text.indexOf('=');
    if (cut >= 0) {
      this.#given.push({ name: text.slice(0, cut), value: text.slice(cut + 1) });
      return at;
    }
    const chosen = Object.hasOwn(this.#maybe, text) && words(this.#maybe[text]).includes(args[at + 1] ?? '');
    const takes = chosen || names.includes(text) || (text.length > 2 && !this.#own.includes(text) && names.some((name) => name.startsWith(text)));
    this.#given.push({ name: text, value: takes ? (args[at + 1] ?? '') : null });
    return takes ? at + 1 : at;
  }

  #short(text: string, { args, at, letters }: { args: readonly string[]; at: number; letters: string }): number {
    for (let index = 0; index < text.length; index += 1) {
      const letter = text[index] as string;
      if (!letters.includes(letter)) {
        this.#given.push({ name: letter, value: null });
        continue;
      }
      const rest = text.slice(index + 1);
      this.#given.push({ name: letter, value: rest === '' ? (args[at + 1] ?? '') : rest });
      return rest === '' ? at + 1 : at;
    }
    return at;
  }

  /** True when one of the options is given and not taken back. Names of one letter are letters. */
  has(...names: readonly string[]): boolean {
    return names.some((name) => {
      let on = false;
      for (const given of this.#given) {
        if (this.#means(given.name, name)) on = given.value !== 'false';
        else if (name.length > 1 && given.name.startsWith('no-') && this.#means(given.name.slice(3), name)) on = false;
      }
      return on;
    });
  }

  /** The last value of one of the options; undefined when none is given with one. */
  value(...names: readonly string[]): string | undefined {
    return this.values(...names).at(-1);
  }

  values(...names: readonly string[]): string[] {
    return this.#given.flatMap(({ name, value }) => (value !== null && names.some((wanted) => this.#means(name, wanted)) ? [value] : []));
  }

  /** Values of all options, known or not. */
  allValues(): string[] {
    return this.#given.flatMap(({ value }) => (value === null ? [] : [value]));
  }

  /** Names of all options as written. */
  names(): string[] {
    return this.#given.map(({ name }) => name);
  }

  #means(given: string, wanted: string): boolean {
    if (given === wanted) return true;
    return wanted.length > 2 && given.length >= 2 && !this.#own.includes(given) && wanted.startsWith(given);
  }
}
