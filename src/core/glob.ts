// SPDX-License-Identifier: Apache-2.0
//
// The only pattern language of policies: `*` any run of characters within a segment, `**` across segments, `?` one character.
// Linear time, no regular expressions; refuses nothing, since every string is a valid glob.

/** A compiled glob. `separator` is what `*` does not cross: `.` for names, `/` for paths, none when empty. */
export type Glob = (text: string) => boolean;

/** Compiles a glob once. `orders*` matches `orders_2026`; `public.*` matches `public.a`, not `public.a.b`. */
export function compileGlob(pattern: string, separator = ''): Glob {
  if (!/[*?]/.test(pattern)) return (text) => text === pattern;
  if (pattern === '**' || (pattern === '*' && separator === '')) return () => true;
  const tokens = tokenize(pattern, separator);
  return (text) => matchTokens(tokens, text, separator);
}

type Token = { kind: 'literal'; text: string } | { kind: 'one' } | { kind: 'run'; across: boolean };

function tokenize(pattern: string, separator: string): Token[] {
  const tokens: Token[] = [];
  for (let at = 0; at < pattern.length; at += 1) {
    const char = pattern[at] as string;
    if (char === '*') {
      let stars = 1;
      while (pattern[at + 1] === '*') {
        stars += 1;
        at += 1;
      }
      // `**/` also matches nothing, so that `a/**/b` matches `a/b`.
      const across = stars > 1 || separator === '';
      if (stars > 1 && separator !== '' && pattern[at + 1] === separator) at += 1;
      tokens.push({ kind: 'run', across });
    } else if (char === '?') {
      tokens.push({ kind: 'one' });
    } else {
      tokens.push({ kind: 'literal', text: char });
    }
  }
  return tokens;
}

// A set of live token positions, advanced one character at a time: O(text x tokens), never exponential.
function matchTokens(tokens: readonly Token[], text: string, separator: string): boolean {
  let live = closure(tokens, [0]);
  for (const char of text) {
    const next: number[] = [];
    for (const at of live) {
      const token = tokens[at];
      if (token === undefined) continue;
      if (token.kind === 'run' && (token.across || char !== separator)) next.push(at);
      if (token.kind === 'one' && char !== separator) next.push(at + 1);
      if (token.kind === 'literal' && token.text === char) next.push(at + 1);
    }
    if (next.length === 0) return false;
    live = closure(tokens, next);
  }
  return live.includes(tokens.length);
}

function closure(tokens: readonly Token[], positions: readonly number[]): number[] {
  const seen = new Set<number>();
  for (const start of positions) {
    let at = start;
    seen.add(at);
    while (tokens[at]?.kind === 'run') {
      at += 1;
      seen.add(at);
    }
  }
  return [...seen];
}
