// SPDX-License-Identifier: Apache-2.0
//
// A change in memory, for tests that judge one: the port of forge/local-repository.ts without a repository.
import type { ChangeSource, FileChange } from '../../src/core/change.js';

/** Files at both sides by path; a path that stands on one side only was added or deleted. */
export function changeOf(base: Readonly<Record<string, string | Buffer>>, head: Readonly<Record<string, string | Buffer>>): ChangeSource {
  const sides = { base, head };
  const changed = [...new Set([...Object.keys(base), ...Object.keys(head)])].filter((path) => String(base[path]) !== String(head[path]));
  return {
    base: 'b'.repeat(40), head: 'a'.repeat(40),
    paths: async () => changed,
    files: async () => changed.map((path) => fileChange(path, base[path], head[path])),
    read: async (side, paths, maxBytes) => paths.map((path) => {
      const content = sides[side][path];
      const bytes = content === undefined ? null : Buffer.from(content);
      return bytes === null || bytes.length > maxBytes ? null : bytes;
    }),
    list: async (side, prefixes) => Object.keys(sides[side]).filter((path) => prefixes.length === 0 || prefixes.some((prefix) => path.startsWith(prefix))),
  };
}

type Content = string | Buffer | undefined;

// What stands before the first difference and after the last one stayed.
function differing(one: Content, other: Content): FileChange['added'] {
  const [own, others] = [one, other].map((content) => (content === undefined ? [] : String(content).split('\n'))) as [string[], string[]];
  const most = Math.min(own.length, others.length);
  let [front, back] = [0, 0];
  while (front < most && own[front] === others[front]) front += 1;
  while (back < most - front && own.at(-1 - back) === others.at(-1 - back)) back += 1;
  return own.slice(front, own.length - back).map((text, index) => ({ line: front + index + 1, text }));
}

function fileChange(path: string, before: Content, after: Content): FileChange {
  return {
    path, from: before === undefined ? null : path, status: before === undefined ? 'added' : after === undefined ? 'deleted' : 'modified',
    oldMode: before === undefined ? null : '100644', newMode: after === undefined ? null : '100644', binary: false, added: differing(after, before), removed: differing(before, after),
  };
}
