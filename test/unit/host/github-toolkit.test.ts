// SPDX-License-Identifier: Apache-2.0
//
// The GitHub host says to the runner what GitHub's own toolkit says, byte by byte, but for delimiters, which nobody can know. It adds a title to
// annotations and marks its own log lines; those are not compared.
import * as core from '@actions/core';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { systemRuntime } from '../../../src/core/runtime.js';
import { GitHubHost } from '../../../src/host/github.js';
import { commandLine } from '../../../src/host/github-commands.js';

const HOSTILE = ['plain', 'two\nlines', 'a%0Ab', 'x,y:z', '::error::no', '\r\n', 'ümläut 商品', '%25'];
let folder: string;
let before: typeof process.stdout.write;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'ostiary-toolkit-'));
  before = process.stdout.write;
});
afterEach(() => {
  process.stdout.write = before;
  for (const name of ['GITHUB_OUTPUT', 'GITHUB_STATE']) delete process.env[name];
  rmSync(folder, { recursive: true, force: true });
});

/** What the toolkit prints. */
function printed(run: () => void): string {
  const parts: string[] = [];
  process.stdout.write = ((text: string) => parts.push(text) > 0) as typeof process.stdout.write;
  try {
    run();
  } finally {
    process.stdout.write = before;
  }
  return parts.join('');
}

function host(): { host: GitHubHost; said: () => string } {
  const parts: string[] = [];
  const environment = { GITHUB_ACTIONS: 'true', GITHUB_OUTPUT: join(folder, 'ours-output'), GITHUB_STATE: join(folder, 'ours-state') };
  return { host: new GitHubHost({ environment, writers: { stdout: (text) => void parts.push(text), stderr: () => undefined }, runtime: systemRuntime }), said: () => parts.join('') };
}

const withoutDelimiters = (file: string) => readFileSync(file, 'utf8').replace(/ghadelimiter_[0-9a-f-]+/g, 'DELIMITER');

describe('GitHubHost beside @actions/core', () => {
  it.each(HOSTILE)('masks %j with the same words', (value) => {
    const { host: ours, said } = host();
    ours.addMask(value.trim() === '' ? 'x' : value);
    expect(said()).toBe(printed(() => core.setSecret(value.trim() === '' ? 'x' : value)));
  });

  it.each(HOSTILE)('escapes %j in messages and properties alike', (text) => {
    for (const level of ['error', 'warning', 'notice'] as const) {
      expect(commandLine(level, { title: text, file: text, line: 3, col: 4 }, text)).toBe(printed(() => core[level](text, { title: text, file: text, startLine: 3, startColumn: 4 })));
    }
  });

  it('opens and closes groups with the same words', async () => {
    const { host: ours, said } = host();
    await ours.group('a group', async () => undefined);
    expect(said()).toBe(printed(() => {
      core.startGroup('a group');
      core.endGroup();
    }));
  });

  it.each(HOSTILE)('writes %j into the files of outputs and states alike', (value) => {
    const { host: ours } = host();
    for (const name of ['theirs-output', 'theirs-state']) writeFileSync(join(folder, name), '');
    process.env['GITHUB_OUTPUT'] = join(folder, 'theirs-output');
    process.env['GITHUB_STATE'] = join(folder, 'theirs-state');
    ours.output('name', value);
    ours.saveState('name', value);
    core.setOutput('name', value);
    core.saveState('name', value);
    for (const kind of ['output', 'state']) expect(withoutDelimiters(join(folder, `ours-${kind}`))).toBe(withoutDelimiters(join(folder, `theirs-${kind}`)));
  });
});
