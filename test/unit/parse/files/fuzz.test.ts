// SPDX-License-Identifier: Apache-2.0
//
// Whatever a change holds, reading it ends and says something of every file.
import fc from 'fast-check';
import { secretsWith } from '../../../../src/main/secret-detection.js';
import { readChangedFiles } from '../../../../src/parse/files/changed.js';
import type { FileSides } from '../../../../src/parse/files/model.js';
import { fileReader } from '../../../../src/parse/files/reader.js';

const secretsIn = secretsWith([]);

const PATHS = ['a.ts', '.github/workflows/a.yml', '.gitlab-ci.yml', 'action.yml', 'package.json', 'package-lock.json', 'yarn.lock', 'go.sum', 'go.mod', 'pyproject.toml', 'Cargo.toml', 'composer.json', '.gitmodules', '.gitattributes', 'link', '../..', ''];
const WORDS = ['on:', ' pull_request_target', '\n', '  ', 'jobs:', ' a:', ' steps:', ' - run: ', '${{', '}}', 'github.head_ref', '"dependencies":', '{', '}', '[', ']', '"a":', '"1"', ',', '&x', '*x', '<<:', '\u202E', '\0', '\uD800', 'uses: a/b@v1', '!ref', 'integrity', '://', '@', ':', "'"];
const text = fc.oneof(fc.string({ unit: 'binary', maxLength: 200 }), fc.array(fc.constantFrom(...WORDS), { maxLength: 60 }).map((words) => words.join('')));
const tools = { secretsIn, scripts: null, manifests: null, mapped: () => false };
const file: fc.Arbitrary<FileSides> = fc.record({ path: fc.oneof(fc.constantFrom(...PATHS), fc.string({ unit: 'binary', maxLength: 30 })), head: fc.option(text), base: fc.option(text), status: fc.constantFrom('added', 'modified', 'deleted', 'renamed', 'copied'), mode: fc.constantFrom('100644', '100755', '120000', '160000'), binary: fc.boolean() }).map(({ path, head, base, status, mode, binary }) => ({
  change: { path, from: status === 'added' ? null : path, status: status as 'added', oldMode: null, newMode: mode, binary, added: (head ?? '').split('\n').map((one, index) => ({ line: index + 1, text: one })), removed: (base ?? '').split('\n').map((one, index) => ({ line: index + 1, text: one })) },
  head, base, size: head?.length ?? 0, sha256: null,
}));

describe('readChangedFiles', () => {
  it('never throws, and says something of every file at a line that there is', () => {
    fc.assert(fc.property(fc.array(file, { minLength: 1, maxLength: 4 }), (files) => {
      const read = readChangedFiles(files, tools);
      expect(read.map((operations) => operations.length > 0)).toEqual(files.map(() => true));
      expect(read.flat().every(({ line }) => Number.isInteger(line) && line >= 1)).toBe(true);
    }), { numRuns: 400, seed: 9 });
  });

  it('never throws at what it is asked to explain', () => {
    fc.assert(fc.property(text, (one) => {
      expect(fileReader(secretsIn)(one).length).toBeGreaterThan(0);
    }), { numRuns: 200, seed: 9 });
  });
});
