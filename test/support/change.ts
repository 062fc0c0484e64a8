// SPDX-License-Identifier: Apache-2.0
//
// A change in memory, for tests that judge one: the port of forge/local-repository.ts without a repository.
import type { ChangeSource, FileChange } from '../../src/core/change.js';

/** Files at both sides by path; a path that stands on one side only was added or deleted. */
export function changeOf(base: Readonly<Record<string, string | Buffer>>, head: Readonly<Record<string, string | Buffer>>): ChangeSource {
  const sides = { base, head };
  const differing = [...new Set([...Object.keys(base), ...Object.keys(head)])].filter((path) => String(base[path]) !== String(head[path]));
  return {
    base: 'b'.repeat(40), head: 'a'.repeat(40),
    paths: async () => differing,
    files: async () => differing.map((path) => fileChange(path, base[path], head[path])),
    read: async (side, paths, maxBytes) => paths.map((path) => {
      const content = sides[side][path];
      const bytes = content === undefined ? null : Buffer.from(content);
      return bytes === null || bytes.length > maxBytes ? null : bytes;
    }),
    list: async (side, prefixes) => Object.keys(sides[side]).filter((path) => prefixes.length === 0 || prefixes.some((prefix) => path.startsWith(prefix))),
  };
}

function fileChange(path: string, before: string | Buffer | undefined, after: string | Buffer | undefined): FileChange {
  const lines = (content: string | Buffer | undefined) => (content === undefined ? [] : String(content).split('\n').map((text, index) => ({ line: index + 1, text })));
  return {
    path, from: before === undefined ? null : path, status: before === undefined ? 'added' : after === undefined ? 'deleted' : 'modified',
    oldMode: before === undefined ? null : '100644', newMode: after === undefined ? null : '100644', binary: false, added: lines(after), removed: lines(before),
  };
}
