// SPDX-License-Identifier: Apache-2.0
//
// A policy that is not where it is looked for: the error names the file that was meant, and names nothing where nothing is.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { readPolicyFile } from '../../../src/main/policy-text.js';

const before = process.cwd();
const folders: string[] = [];
afterEach(() => {
  process.chdir(before);
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

/** In a repository with these files, what is said of a name: the hint, or the text of the file. */
async function said(file: string, present: readonly string[], within = '.'): Promise<string> {
  const root = mkdtempSync(join(tmpdir(), 'ostiary-named-'));
  folders.push(root);
  for (const path of present) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), `text of ${path}`);
  }
  mkdirSync(join(root, within), { recursive: true });
  process.chdir(join(root, within));
  return readPolicyFile(file).catch((thrown: { message: string; hint: string; code: string }) => {
    expect([thrown.code, thrown.message]).toEqual(['POLICY_INVALID', expect.stringMatching(new RegExp(`^the policy \`${file}\` can not be read: (?:Error: )?E[A-Z]+: `, 'u'))]);
    return thrown.hint;
  });
}

const USUAL = '.ostiary/policy.yml';

it.each<[string, readonly string[], string, string]>([
  [USUAL, ['.ostiary/policy.yaml'], '.ostiary/policy.yaml', '.'],
  [USUAL, ['.ostiary/Policy.YML'], '.ostiary/Policy.YML', '.'],
  [USUAL, ['.ostiary/polcy.yml', '.ostiary/policy.test.yml'], '.ostiary/polcy.yml', '.'],
  [USUAL, ['.ostiary.yml'], '.ostiary.yml', '.'],
  [USUAL, ['ostiary/policy.yml'], 'ostiary/policy.yml', '.'],
  [USUAL, ['.github/policy.yaml'], '.github/policy.yaml', '.'],
  [USUAL, ['policy.yml'], 'policy.yml', '.'],
  [USUAL, [USUAL], '../.ostiary/policy.yml', 'app'],
  [USUAL, [USUAL], '../policy.yml', '.ostiary/rules'],
  ['policy.yml', [USUAL], '.ostiary/policy.yml', '.'],
  ['.ostiary/policy.yaml', [USUAL], '.ostiary/policy.yml', '.'],
  ['.ostiary', [USUAL], '.ostiary/policy.yml', '.'],
  ['.', [USUAL], '.ostiary/policy.yml', '.'],
  ['config/gate.yml', ['config/gate.yaml', USUAL], 'config/gate.yaml', '.'],
])('%s, where there is %j: that is named', async (file, present, meant, within) => {
  expect(await said(file, present, within)).toBe(`did you mean \`${meant}\`?`);
});

it.each<[string, readonly string[]]>([[USUAL, []], [USUAL, ['charts/policy.yml', '.ostiary/policy.test.yml', 'README.md']], ['config/gate.yml', ['config/values.yml']], ['src', ['src/x.ts']]])('%s, where there is %j: nothing is guessed', async (file, present) => {
  expect(await said(file, present)).toBe('name one with `--policy FILE`, or write one with `ostiary init`');
});

it('reads one that is there, whatever lies beside it', async () => {
  expect(await said(USUAL, [USUAL, '.ostiary/policy.yaml'])).toBe(`text of ${USUAL}`);
});
