// SPDX-License-Identifier: Apache-2.0
//
// The only pattern language of policies: `*` any run of characters within a segment, `**` across segments, `?` one character.
// Time is text times pattern at worst, never exponential; no regular expressions. Refuses nothing: every string is a valid glob.

/** A compiled glob. */
export type Glob = (text: string) => boolean;

/**
 * Compiles a glob once. `separator` is what `*` and `?` do not cross: `.` for names, `/` for paths, none when empty.
 *
 * `public.*` matches `public.a`, not `public.a.b`. A `**` that is a whole segment stands for any number of segments, none included:
 * with `.`, `a.**.b` matches `a.b` and `a.x.y.b`, not `a.xb`. `onStep` is called for each unit of work; tests count with it.
 */
export function compileGlob(pattern: string, separator = '', onStep?: () => void): Glob {
  if (!isGlob(pattern)) return (text) => text === pattern;
  if (pattern === '**' || (pattern === '*' && separator === '')) return () => true;
  const tokens = tokenize([...pattern], separator);
  if (onStep !== undefined) return (text) => matchTokens(tokens, text, { separator, onStep });
  return singleRun(tokens, separator) ?? fenced(tokens, (text) => matchTokens(tokens, text, { separator, onStep }));
}

/** Compiles several globs into one that any of them makes true: the plain ones are one look. */
export function compileGlobs(patterns: readonly string[], separator: string): Glob {
  const [only] = patterns;
  if (patterns.length === 1 && only !== undefined) return compileGlob(only, separator);
  const plain = new Set(patterns.filter((pattern) => !isGlob(pattern)));
  const globs = patterns.filter(isGlob).map((pattern) => compileGlob(pattern, separator));
  return (text) => plain.has(text) || globs.some((glob) => glob(text));
}

/** True when a pattern has a wildcard in it. */
export function isGlob(pattern: string): boolean {
  return pattern.includes('*') || pattern.includes('?');
}

// `segments` is a whole-segment `**` with the separator after it; `inside` is its second half, the middle of a segment being skipped.
type Token = { kind: 'literal'; text: string } | { kind: 'one' } | { kind: 'run'; across: boolean } | { kind: 'segments' } | { kind: 'inside' };

function tokenize(pattern: readonly string[], separator: string): Token[] {
  const tokens: Token[] = [];
  let at = 0;
  while (at < pattern.length) {
    const char = pattern[at] as string;
    let stars = 0;
    while (pattern[at + stars] === '*') stars += 1;
    if (stars === 0) {
      tokens.push(char === '?' ? { kind: 'one' } : { kind: 'literal', text: char });
      at += 1;
      continue;
    }
    const startsSegment = at === 0 || pattern[at - 1] === separator;
    at += stars;
    if (stars > 1 && separator !== '' && startsSegment && pattern[at] === separator) {
      tokens.push({ kind: 'segments' }, { kind: 'inside' });
      at += 1;
    } else {
      tokens.push({ kind: 'run', across: stars > 1 || separator === '' });
    }
  }
  return tokens;
}

// Most patterns are `prefix*suffix`: two comparisons instead of a walk.
function singleRun(tokens: readonly Token[], separator: string): Glob | null {
  const at = tokens.findIndex((token) => token.kind !== 'literal');
  const run = tokens[at];
  if (run?.kind !== 'run' || tokens.slice(at + 1).some((token) => token.kind !== 'literal')) return null;
  const prefix = literal(tokens.slice(0, at));
  const suffix = literal(tokens.slice(at + 1));
  return (text) =>
    text.length >= prefix.length + suffix.length &&
    text.startsWith(prefix) &&
    text.endsWith(suffix) &&
    (run.across || !text.slice(prefix.length, text.length - suffix.length).includes(separator));
}

// What does not begin and end as the pattern does needs no walk.
function fenced(tokens: readonly Token[], walk: Glob): Glob {
  const first = tokens.findIndex((token) => token.kind !== 'literal');
  const last = tokens.findLastIndex((token) => token.kind !== 'literal');
  const [prefix, suffix] = [literal(tokens.slice(0, first)), literal(tokens.slice(last + 1))];
  return (text) => text.startsWith(prefix) && text.endsWith(suffix) && walk(text);
}

// Only ever given literals.
function literal(tokens: readonly Token[]): string {
  return tokens.map((token) => (token as Token & { kind: 'literal' }).text).join('');
}

interface Walk {
  readonly separator: string;
  readonly onStep: (() => void) | undefined;
}

// INVARIANT: the positions that are live at once are a set, so each character costs at most one step a token.
function matchTokens(tokens: readonly Token[], text: string, { separator, onStep }: Walk): boolean {
  let live = new Set<number>();
  enter(tokens, 0, live);
  for (const char of text) {
    const next = new Set<number>();
    for (const at of live) {
      onStep?.();
      const token = tokens[at];
      if (token !== undefined) for (const position of advance(token, at, { char, separates: char === separator })) enter(tokens, position, next);
    }
    if (next.size === 0) return false;
    live = next;
  }
  return live.has(tokens.length);
}

const NOWHERE: readonly number[] = [];

// Where a token goes on one character.
function advance(token: Token, at: number, { char, separates }: { char: string; separates: boolean }): readonly number[] {
  switch (token.kind) {
    case 'literal':
      return token.text === char ? [at + 1] : NOWHERE;
    case 'one':
      return separates ? NOWHERE : [at + 1];
    case 'run':
      return separates && !token.across ? NOWHERE : [at];
    case 'segments':
      return [separates ? at : at + 1];
    case 'inside':
      return [separates ? at - 1 : at];
  }
}

// A position together with those that are reached from it without a character.
function enter(tokens: readonly Token[], start: number, live: Set<number>): void {
  let at = start;
  while (!live.has(at)) {
    live.add(at);
    const kind = tokens[at]?.kind;
    if (kind === 'run') at += 1;
    else if (kind === 'segments') at += 2;
    else return;
  }
}
