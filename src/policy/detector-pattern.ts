// SPDX-License-Identifier: Apache-2.0
//
// What can be said of a detector's pattern without running it: how long its matches are at most, and a text that each of them holds. Refuses
// what has no bound, what stands for a place rather than a text, and all syntax that it does not know: a bound that is wrong leaks.

/** What each match of a pattern is like. `fixed`: one of these is in it, each at least MIN_FIXED long; null: no such text can be named. */
export interface PatternFacts {
  readonly shortest: number;
  /** In UTF-16 units. */
  readonly longest: number;
  readonly fixed: readonly string[] | null;
  readonly anyCase: boolean;
}

/** What is wrong with a pattern, as the end of a sentence, and what to write instead. */
export interface PatternFault {
  readonly message: string;
  readonly hint: string;
}

/** Shorter texts are in every other line. */
const MIN_FIXED = 3;
/** A window of text is looked at around each keyword, as long as a match can be; also RE2's limit for one repetition. */
const MAX_MATCH = 1000;
/** What is shorter would be found everywhere. */
const MIN_MATCH = 4;
/** Steps of the compiled program, roughly: nested repetitions multiply. */
const MAX_SIZE = 5000;
const MAX_DEPTH = 20;

interface Part {
  readonly shortest: number;
  readonly longest: number;
  readonly size: number;
  /** The one text that it matches. */
  readonly exact: string | null;
  readonly fixed: readonly string[] | null;
}

class Unusable extends Error {
  constructor(
    message: string,
    readonly hint: string,
  ) {
    super(message);
  }
}

/** Facts of a pattern, or what is wrong with it. */
export function patternFacts(pattern: string): PatternFacts | PatternFault {
  // Match "(?i)acme", miss "acme(?i)".
  const anyCase = pattern.startsWith('(?i)');
  try {
    const { shortest, longest, fixed, exact } = new PatternReader(anyCase ? pattern.slice(4) : pattern).read();
    if (shortest < MIN_MATCH) return { message: `matches texts of ${shortest} characters, which are everywhere`, hint: `make each match ${MIN_MATCH} characters or longer` };
    if (longest > MAX_MATCH) return { message: `can match ${longest} characters`, hint: `keep it to ${MAX_MATCH}` };
    const known = exact !== null ? [exact] : fixed;
    const usable = known?.every((text) => text.length >= MIN_FIXED) === true ? known : null;
    return { shortest, longest, anyCase, fixed: usable?.map((text) => (anyCase ? text.toLowerCase() : text)) ?? null };
  } catch (thrown) {
    if (thrown instanceof Unusable) return { message: thrown.message, hint: thrown.hint };
    throw thrown;
  }
}

const NOTHING: Part = { shortest: 0, longest: 0, size: 1, exact: '', fixed: null };
const ESCAPES: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t' };

/** Reads the pattern from left to right; a quantifier counts for what stands before it. */
class PatternReader {
  #at = 0;

  constructor(readonly pattern: string) {}

  read(): Part {
    const part = this.#alternatives(0);
    if (this.#at < this.pattern.length) throw new Unusable('has a `)` too many', 'write `\\)` for the character');
    return part;
  }

  #alternatives(depth: number): Part {
    if (depth > MAX_DEPTH) throw new Unusable('has groups too deep in each other', 'write it flatter');
    const parts = [this.#sequence(depth)];
    while (this.#take('|')) parts.push(this.#sequence(depth));
    const [only] = parts;
    if (parts.length === 1 && only !== undefined) return only;
    const fixed = parts.map(({ exact, fixed: texts }) => (exact === null ? texts : [exact]));
    return {
      shortest: Math.min(...parts.map(({ shortest }) => shortest)), longest: Math.max(...parts.map(({ longest }) => longest)),
      size: limited(parts.reduce((sum, { size }) => sum + size + 1, 0)), exact: null, fixed: fixed.every((texts) => texts !== null) ? fixed.flat() : null,
    };
  }

  #sequence(depth: number): Part {
    const parts: Part[] = [];
    while (this.#at < this.pattern.length && this.#peek() !== '|' && this.#peek() !== ')') {
      const next = this.#quantified(this.#atom(depth));
      const last = parts[parts.length - 1];
      // Characters that follow each other are one text.
      if (last !== undefined && last.exact !== null && next.exact !== null) parts[parts.length - 1] = joined(last, next);
      else parts.push(next);
    }
    return parts.reduce(joined, NOTHING);
  }

  #quantified(atom: Part): Part {
    const [least, most] = this.#quantifier() ?? [1, 1];
    // Lazy or not, the same texts match.
    if (least !== 1 || most !== 1) this.#take('?');
    if (this.#quantifier() !== null) throw new Unusable('repeats a repetition', 'put a group around the inner one: `(?:a{2}){3}`');
    if (least === 1 && most === 1) return atom;
    const size = limited(atom.size * Math.max(most, 1));
    return { shortest: atom.shortest * least, longest: atom.longest * most, size, exact: least === most && atom.exact !== null && atom.exact.length * most <= MAX_MATCH ? atom.exact.repeat(most) : null, fixed: least === 0 ? null : atom.exact === null ? atom.fixed : [atom.exact] };
  }

  #quantifier(): readonly [number, number] | null {
    if (this.#take('?')) return [0, 1];
    if (this.#peek() === '*' || this.#peek() === '+') throw new Unusable(`has a \`${this.#peek()}\`, so nobody knows how long a match can be`, 'say how often: `{1,200}`');
    // Match "{3}", "{3,9}", "{3,}"; miss "{", "{a}".
    const found = /^\{(\d{1,4})(?:(,)(\d{0,4}))?\}/u.exec(this.pattern.slice(this.#at));
    if (found === null) {
      if (this.#peek() === '{') throw new Unusable('has a `{` that is no repetition', 'write `\\{` for the character');
      return null;
    }
    const [all, least, comma, most] = found;
    if (most === '') throw new Unusable(`has \`${all}\`, so nobody knows how long a match can be`, 'say how often at most: `{1,200}`');
    this.#at += all.length;
    const range = [Number(least), Number(comma === undefined ? least : most)] as const;
    if (range[1] > MAX_MATCH || range[0] > range[1]) throw new Unusable(`has \`${all}\``, `write the smaller number first, and none above ${MAX_MATCH}`);
    return range;
  }

  #atom(depth: number): Part {
    const char = this.pattern[this.#at] as string;
    if (char === '(') return this.#group(depth);
    if (char === '[') return this.#set();
    this.#at += 1;
    if (char === '.') return any(2);
    if (char === '\\') return this.#escape(false);
    if (char === '^' || char === '$') throw new Unusable(`has \`${char}\`, and a detector looks anywhere in a text`, `leave it out, or write \`\\${char}\` for the character; \`\\b\` is the edge of a word`);
    if ('*+?{'.includes(char)) throw new Unusable(`has \`${char}\` with nothing before it`, `write \`\\${char}\` for the character`);
    // Match "a", "~" and " "; miss "é" and a tab.
    if (!/[\x20-\x7e]/u.test(char)) throw new Unusable('has a character beyond ASCII', 'texts are looked at as bytes; leave it out, or write `.{1,4}`');
    return { shortest: 1, longest: 1, size: 1, exact: char, fixed: null };
  }

  #group(depth: number): Part {
    this.#at += 1;
    if (this.#take('?') && !this.#take(':')) throw new Unusable('has a group of a kind that is not known here', 'write `(?:…)`, and `(?i)` only at the very beginning');
    const inner = this.#alternatives(depth + 1);
    if (!this.#take(')')) throw new Unusable('has a group without its end', 'add `)`');
    return inner;
  }

  #set(): Part {
    this.#at += 1;
    const negated = this.#take('^');
    let first = true;
    for (;;) {
      const char = this.pattern[this.#at];
      if (char === undefined) throw new Unusable('has a set of characters without its end', 'add `]`');
      this.#at += 1;
      if (char === ']' && !first) break;
      if (char === '[') throw new Unusable('has a `[` in a set of characters', 'write `\\[` for the character');
      if (!/[\x20-\x7e]/u.test(char)) throw new Unusable('has a character beyond ASCII', 'texts are looked at as bytes; leave it out, or write `.{1,4}`');
      if (char === '\\') this.#escape(true);
      first = false;
    }
    return any(negated ? 2 : 1);
  }

  #escape(inSet: boolean): Part {
    const char = this.pattern[this.#at];
    this.#at += 1;
    if (char === undefined) throw new Unusable('ends with a `\\`', 'write `\\\\` for the character');
    if ('dws'.includes(char)) return any(1);
    if ('DWS'.includes(char)) return any(2);
    if (char === 'b' && !inSet) return NOTHING;
    const plain = ESCAPES[char] ?? (/[!-/:-@[-`{-~ ]/u.test(char) ? char : null);
    if (plain === null) throw new Unusable(`has \`\\${char}\`, which is not known here`, 'known are `\\d \\w \\s \\D \\W \\S \\b \\n \\r \\t`, and `\\` before a sign');
    return { shortest: 1, longest: 1, size: 1, exact: plain, fixed: null };
  }

  #peek(): string {
    return this.pattern[this.#at] ?? '';
  }

  #take(char: string): boolean {
    if (this.#peek() !== char) return false;
    this.#at += 1;
    return true;
  }
}

// A character of many; beyond ASCII one may take two units.
function any(units: number): Part {
  return { shortest: 1, longest: units, size: 1, exact: null, fixed: null };
}

function joined(one: Part, other: Part): Part {
  const exact = one.exact === null || other.exact === null ? null : one.exact + other.exact;
  const texts = [one, other].map((part) => part.fixed ?? (part.exact === null || part.exact === '' ? null : [part.exact]));
  return { shortest: one.shortest + other.shortest, longest: one.longest + other.longest, size: limited(one.size + other.size), exact, fixed: exact === null ? better(texts[0] ?? null, texts[1] ?? null) : null };
}

// Of two lists of texts the one whose shortest is longer.
function better(one: readonly string[] | null, other: readonly string[] | null): readonly string[] | null {
  const worth = (texts: readonly string[] | null): number => (texts === null ? -1 : Math.min(...texts.map(({ length }) => length)));
  return worth(other) > worth(one) ? other : one;
}

function limited(size: number): number {
  if (size > MAX_SIZE) throw new Unusable('repeats so much that it gets too large', 'use smaller numbers');
  return size;
}
