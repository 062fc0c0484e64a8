// SPDX-License-Identifier: Apache-2.0
//
// File names in diffs: git quotes what is not plain ASCII as C does, with octal bytes. Refuses names that leave the tree or can't be read.

const ESCAPES: Readonly<Record<string, number>> = { a: 7, b: 8, t: 9, n: 10, v: 11, f: 12, r: 13, '"': 34, '\\': 92 };

/** A name after `--- `, `rename to ` and the like, with `strip` leading parts taken off; null for `/dev/null` and what can't be read. */
export function plainName(text: string, strip: number | 'guess'): string | null {
  const quoted = text.startsWith('"') ? unquote(text) : null;
  if (text.startsWith('"') && quoted === null) return null;
  // Without quotes a tab ends the name: what follows is a time.
  const name = quoted?.name ?? withoutTime(text);
  if (name === '/dev/null') return null;
  return stripped(name, strip === 'guess' ? (name.includes('/') ? 1 : 0) : strip);
}

/** Both names of a `diff --git` line, their `a/` and `b/` taken off; null when only other lines can tell them. */
export function gitNames(text: string): readonly [string, string] | null {
  const first = text.startsWith('"') ? unquote(text) : null;
  if (first !== null) return pairOf(first.name, text.slice(first.end).trimStart());
  const quote = text.indexOf(' "');
  if (quote > 0 && text.endsWith('"')) return pairOf(text.slice(0, quote), text.slice(quote + 1));
  // Both are the same but for their prefix when neither is quoted and the file was not renamed.
  for (let space = text.indexOf(' '); space >= 0; space = text.indexOf(' ', space + 1)) {
    const [old, fresh] = [stripped(text.slice(0, space), 1), stripped(text.slice(space + 1), 1)];
    if (old !== null && old === fresh) return [old, fresh];
  }
  return null;
}

function pairOf(old: string, rest: string): readonly [string, string] | null {
  const fresh = rest.startsWith('"') ? (unquote(rest)?.name ?? null) : rest;
  const names = [stripped(old, 1), fresh === null ? null : stripped(fresh, 1)] as const;
  return names[0] === null || names[1] === null ? null : [names[0], names[1]];
}

function withoutTime(text: string): string {
  const tab = text.indexOf('\t');
  if (tab >= 0) return text.slice(0, tab);
  // One match: `x.c 2026-01-02 03:04:05`; one miss: `x 2026`.
  return text.replace(/\s+\d{4}-\d{2}-\d{2} \d{2}:\d{2}:\d{2}(?:\.\d{1,9})?(?: [+-]\d{4})?\s*$/u, '').replace(/\r$/u, '');
}

function stripped(name: string, parts: number): string | null {
  let from = 0;
  for (let left = parts; left > 0; left -= 1) {
    const slash = name.indexOf('/', from);
    if (slash < 0) return null;
    from = slash + 1;
  }
  const path = name.slice(from).replace(/^\/+/u, '');
  return path === '' || path.includes('\0') || path.split('/').some((part) => part === '..') ? null : path;
}

function unquote(text: string): { readonly name: string; readonly end: number } | null {
  const bytes: number[] = [];
  for (let at = 1; at < text.length; at += 1) {
    const char = text[at] as string;
    if (char === '"') return { name: Buffer.from(bytes).toString('utf8'), end: at + 1 };
    if (char !== '\\') {
      bytes.push(...Buffer.from(String.fromCodePoint(text.codePointAt(at) as number), 'utf8'));
      if ((text.codePointAt(at) as number) > 0xffff) at += 1;
      continue;
    }
    const octal = /^[0-3][0-7]{2}/u.exec(text.slice(at + 1, at + 4))?.[0];
    const escape = ESCAPES[text[at + 1] ?? ''];
    if (octal !== undefined) bytes.push(Number.parseInt(octal, 8));
    else if (escape !== undefined) bytes.push(escape);
    else return null;
    at += octal === undefined ? 1 : 3;
  }
  return null;
}
