// SPDX-License-Identifier: Apache-2.0
//
// GitHub's own parsers read our action.yml files and workflows, as the editor and the server do; a broken one is noticed here, not after
// a release. GitLab's schema, as gitlab-ci-local ships it, is applied by test/e2e/gitlab-run.test.ts.
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { load } from 'js-yaml';
import { validate } from '@actions/languageservice';
import { TextDocument } from 'vscode-languageserver-textdocument';

let documents = 0;
const problemsOf = async (path: string, text: string): Promise<string[]> => {
  // Documents are remembered by their address.
  documents += 1;
  const found = await validate(TextDocument.create(`file:///${documents}/${path}`, 'yaml', 1, text));
  return found.map((problem) => `${problem.range.start.line + 1}: ${problem.message}`);
};

/** Blocks of the documents with jobs or steps in them. */
const SHOWN = ['README.md', ...readdirSync('docs').filter((name) => name.endsWith('.md')).map((name) => `docs/${name}`), ...readdirSync('actions').map((name) => `actions/${name}/README.md`)]
  .flatMap((page) => {
    const text = readFileSync(page, 'utf8');
    return [...text.matchAll(/^```yaml\n([\s\S]*?)^```/gmu)].map(({ 1: block = '', index }) => [page, text.slice(0, index).split('\n').length, block] as const);
  })
  .filter(([, , block]) => stepsIn(load(block)).length > 0);

// A part that is shown gets what it stands in.
function wholeWorkflow(shown: string): string {
  const indented = (by: string): string => shown.replaceAll(/^(?=.)/gmu, by);
  if (/^jobs:/mu.test(shown)) return /^on:/mu.test(shown) ? shown : `on: push\n${shown}`;
  const job = `on: push\njobs:\n  shown:\n    runs-on: ubuntu-24.04\n`;
  return /^\s*- /u.test(shown) ? `${job}    steps:\n${shown}` : `${job}${indented('    ')}`;
}

interface ShownStep { readonly uses: string; readonly inputs: readonly string[] }

function stepsIn(value: unknown): readonly ShownStep[] {
  if (typeof value !== 'object' || value === null) return [];
  const { uses, with: inputs = {} } = value as { readonly uses?: unknown; readonly with?: object };
  return [...(typeof uses === 'string' ? [{ uses, inputs: Object.keys(inputs) }] : []), ...Object.values(value).flatMap(stepsIn)];
}

const FILES = ['action.yml', ...readdirSync('actions').map((name) => `actions/${name}/action.yml`), ...readdirSync('.github/workflows').map((name) => `.github/workflows/${name}`)];

describe('files for GitHub', () => {
  it.each(FILES)('%s has nothing to complain about', async (path) => {
    expect(await problemsOf(path, readFileSync(path, 'utf8'))).toEqual([]);
  });

  it.each(SHOWN)('what %s shows at line %s is a workflow, or a part of one', async (page, _line, shown) => {
    expect(await problemsOf('.github/workflows/shown.yml', wholeWorkflow(shown))).toEqual([]);
    for (const { uses, inputs } of stepsIn(load(shown))) {
      const path = /^ostiary\/ostiary(?:\/(actions\/[a-z-]+))?@v0$/u.exec(uses);
      if (path === null) expect([page, uses]).toEqual([page, expect.stringMatching(/^actions\/[a-z-]+@[0-9a-f]{40}$/u)]);
      else expect(Object.keys((load(readFileSync(join(path[1] ?? '', 'action.yml'), 'utf8')) as { inputs: object }).inputs)).toEqual(expect.arrayContaining(inputs));
    }
  });

  it.each<[string, string, (text: string) => string]>([
    ['a runtime that does not exist', 'action.yml', (text) => text.replace('node24', 'node99')],
    ['a key that does not exist', '.github/workflows/ci.yml', (text) => text.replace('runs-on:', 'run-on:')],
    ['an expression that does not parse', '.github/workflows/ci.yml', (text) => text.replace('matrix.node }}', 'matrix.node) }}')],
  ])('are found out when they have %s', async (_name, path, spoil) => {
    const text = readFileSync(path, 'utf8');
    expect(spoil(text)).not.toBe(text);
    expect(await problemsOf(path, spoil(text))).not.toEqual([]);
  });
});
