// SPDX-License-Identifier: Apache-2.0
//
// GitHub's own parsers read our action.yml files and workflows, as the editor and the server do; a broken one is noticed here, not after
// a release. GitLab's schema, as gitlab-ci-local ships it, is applied by test/e2e/gitlab-run.test.ts.
import { readFileSync, readdirSync } from 'node:fs';
import { validate } from '@actions/languageservice';
import { TextDocument } from 'vscode-languageserver-textdocument';

let documents = 0;
const problemsOf = async (path: string, text: string): Promise<string[]> => {
  // Documents are remembered by their address.
  documents += 1;
  const found = await validate(TextDocument.create(`file:///${documents}/${path}`, 'yaml', 1, text));
  return found.map((problem) => `${problem.range.start.line + 1}: ${problem.message}`);
};
const FILES = ['action.yml', ...readdirSync('actions').map((name) => `actions/${name}/action.yml`), ...readdirSync('.github/workflows').map((name) => `.github/workflows/${name}`)];

describe('files for GitHub', () => {
  it.each(FILES)('%s has nothing to complain about', async (path) => {
    expect(await problemsOf(path, readFileSync(path, 'utf8'))).toEqual([]);
  });

  it('the workflow that the README shows is one', async () => {
    const shown = /```yaml\n(on: [\s\S]*?)```/u.exec(readFileSync('README.md', 'utf8'))?.[1] ?? '';
    expect(shown).toContain('uses: ostiary/ostiary/actions/run@');
    expect(await problemsOf('.github/workflows/nightly.yml', shown)).toEqual([]);
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
