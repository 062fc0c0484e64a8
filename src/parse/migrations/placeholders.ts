// SPDX-License-Identifier: Apache-2.0
//
// `${name}` in files of tools that fill in values when they run. What is filled in is not in the file and can be any SQL, so a statement
// with one is unknown. Refuses to guess: the text is only made readable, with a name of the same length in its place.

/** A text with placeholders made names, and where they are, in bytes. */
export interface Filled {
  readonly text: string;
  readonly at: readonly { readonly byte: number; readonly name: string }[];
}

/** Matches `${schema}` and `${flyway:user}`, misses `$1` and `$$`. */
const PLACEHOLDER = /\$\{([^{}\n]{1,100})\}/g;

/** Puts a name in the place of each. */
export function fill(text: string): Filled {
  const at: { byte: number; name: string }[] = [];
  let bytes = 0;
  let from = 0;
  const filled = text.replace(PLACEHOLDER, (all: string, name: string, offset: number) => {
    bytes += Buffer.byteLength(text.slice(from, offset), 'utf8');
    from = offset;
    at.push({ byte: bytes, name });
    return 'p'.repeat(Buffer.byteLength(all, 'utf8'));
  });
  // Text after a placeholder keeps its bytes: what was put there is as long as what it replaces.
  return { text: filled, at };
}
