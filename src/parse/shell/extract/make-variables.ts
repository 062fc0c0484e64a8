// SPDX-License-Identifier: Apache-2.0
//
// Variables of a Makefile. Recipes see what a variable holds when the whole file is read, and branches may set it either way: so every value that the file gives
// is kept, and a text comes out once for each. Refuses to compute functions of make: what they yield is not known.
// @see https://www.gnu.org/software/make/manual/make.html#Using-Variables

/** What make sets by itself. */
const BUILT_IN: Readonly<Record<string, string>> = {
  CC: 'cc', CXX: 'g++', CPP: 'cc -E', AR: 'ar', AS: 'as', LD: 'ld', FC: 'f77', LEX: 'lex', YACC: 'yacc', RM: 'rm -f', ARFLAGS: '-rv', CFLAGS: '', CXXFLAGS: '', CPPFLAGS: '', LDFLAGS: '', LDLIBS: '', MAKE: 'make', CURDIR: '.',
};
/** Variables in variables. */
const MAX_DEPTH = 10;
/** Source: values of build files are lists of names. */
const MAX_VALUE = 20_000;
/** Source: a variable is set for a few systems; a recipe uses a few such. */
const MAX_CHOICES = 8;
/** Stands for `$$` while variables are put in. */
const DOLLAR = '\u0001';
const NOT_KNOWN = '$(unknown)';
// Hits `$(X)`, `${X}`, `$(call X,a)`; misses `$(shell x)`, `$@`.
const REFERENCE = /\$(?:\((?:call\s+)?([\w.-]+)((?:,[^()]*)?)\)|\{(?:call\s+)?([\w.-]+)((?:,[^{}]*)?)\})/gu;

/** All variables of one file, each with every value that it is given. */
export class MakeVariables {
  readonly #values = new Map<string, readonly string[]>();

  /** `operator`: what stands before `=`, or nothing. */
  assign(name: string, operator: string, written: string): void {
    const before = this.#values.get(name) ?? [];
    // Backslashes before line feeds are gone by now; others are the shell's.
    const value = operator === '!' ? NOT_KNOWN : written.trim();
    const values = operator === '+' ? [...before, ...(before.length === 0 ? [value] : before.map((old) => `${old} ${value}`.trim()))] : [...before, value];
    const distinct = [...new Set(values)];
    this.#values.set(name, distinct.length > MAX_CHOICES || value.length > MAX_VALUE ? [NOT_KNOWN] : distinct);
  }

  /** Every text that a text may come to, `$$` still doubled; null when there are too many. */
  expand(text: string): readonly string[] | null {
    const found = this.#expand(text.replaceAll('$$', DOLLAR), MAX_DEPTH);
    return found === null ? null : [...new Set(found)].map((one) => one.replaceAll(DOLLAR, '$$$$'));
  }

  #expand(text: string, depth: number): readonly string[] | null {
    let texts: readonly string[] = [''];
    let from = 0;
    for (const match of text.matchAll(REFERENCE)) {
      const values = this.#valuesOf(match, depth);
      const before = text.slice(from, match.index);
      from = match.index + match[0].length;
      if (values === null || texts.length * values.length > MAX_CHOICES) return null;
      texts = texts.flatMap((one) => values.map((value) => one + before + value));
      if (texts.some(({ length }) => length > MAX_VALUE)) return null;
    }
    return texts.map((one) => one + text.slice(from));
  }

  #valuesOf([whole, round, roundArgs = '', curly, curlyArgs = '']: RegExpMatchArray, depth: number): readonly string[] | null {
    const name = round ?? curly ?? '';
    const args = `${roundArgs}${curlyArgs}`.split(',').slice(1);
    const known = this.#values.get(name) ?? (Object.hasOwn(BUILT_IN, name) ? [BUILT_IN[name] as string] : undefined);
    // A name that nothing here sets is left as it is, for whoever reads on to call unknown.
    if (known === undefined || depth === 0) return [known === undefined ? whole : NOT_KNOWN];
    const all: string[] = [];
    for (const value of known) {
      const inner = this.#expand(withArguments(value.replaceAll('$$', DOLLAR), args), depth - 1);
      if (inner === null) return null;
      all.push(...inner);
    }
    return all;
  }
}

function withArguments(value: string, args: readonly string[]): string {
  return args.length === 0 ? value : value.replace(/\$(?:\(([1-9])\)|\{([1-9])\}|([1-9]))/gu, (_whole, round?: string, curly?: string, bare?: string) => args[Number(round ?? curly ?? bare) - 1]?.trim() ?? '');
}
