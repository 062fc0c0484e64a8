// SPDX-License-Identifier: Apache-2.0
//
// Bounded fuzz: whatever the text, the reader answers, and never with an operation about which nothing is said. bash itself is asked whether it would read
// the corpus.
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { seeded } from '../../../support/seeded.js';
import { readShell } from '../../../support/shell.js';
import { extractScripts } from '../../../../src/parse/shell/extract/extract.js';

const LINES = ['ok.sh', 'ng.sh'].flatMap((file) => readFileSync(`test/corpus/shell/${file}`, 'utf8').trimEnd().split('\n'));
const BITS = ['$(', ')', '`', '"', '\'', '\\', '{', '}', '<<EOF\n', '\n', ';', '&&', '|', '$', '${x:-', '((', '<(', '~', '*', '>', '&', '\u0000', '\uFFFF', '\uD800', ' if ', ' done ', 'f(){ f; };', '=', '[[ ', '!', '#', '${{ github.head_ref }}', '$\'', '-c ', 'eval ', 'xargs ', 'sh -c '];

function mutant(chance: ReturnType<typeof seeded>): string {
  let text = chance.pick(LINES);
  for (let count = chance.below(4); count >= 0; count -= 1) {
    const at = chance.below(text.length + 1);
    const kind = chance.below(3);
    if (kind === 0) text = text.slice(0, at) + chance.pick(BITS) + text.slice(at);
    else if (kind === 1) text = text.slice(0, at) + text.slice(at + 1 + chance.below(5));
    else text = `${text.slice(0, at)}${chance.pick(LINES).slice(chance.below(20))}`;
  }
  return text;
}

function complaint(text: string): string | null {
  for (const { facts } of readShell(text)) {
    if (facts.accesses.length === 0 && facts.unknown.length === 0) return 'an operation says nothing';
    if (facts.unknown.some((why) => why.includes('could not be followed'))) return facts.unknown.join();
    if (/[\uFFFF\uFDD0-\uFDD2]/u.test(JSON.stringify([facts.accesses, facts.hazards, facts.unknown, facts.redacted]))) return 'a mark shows';
  }
  return null;
}

describe('any text', () => {
  it('is read, mutated scripts too', () => {
    const chance = seeded(20_261_126);
    const failures: string[] = [];
    for (let round = 0; round < 3000; round += 1) {
      const text = mutant(chance);
      const why = complaint(text);
      if (why !== null) failures.push(`${JSON.stringify(text)}: ${why}`);
    }
    expect(failures).toEqual([]);
  });

  it('is read, random characters too', () => {
    const chance = seeded(7);
    const failures: string[] = [];
    for (let round = 0; round < 2000; round += 1) {
      const text = Array.from({ length: chance.below(60) }, () => (chance.below(3) === 0 ? chance.pick(BITS) : String.fromCharCode(chance.below(400)))).join('');
      const why = complaint(text);
      if (why !== null) failures.push(`${JSON.stringify(text)}: ${why}`);
    }
    expect(failures).toEqual([]);
  });

  it.each(['Dockerfile', 'Makefile', '.github/workflows/x.yml', '.gitlab-ci.yml', 'package.json'])('is searched for scripts as %s', (name) => {
    const chance = seeded(11);
    for (let round = 0; round < 300; round += 1) {
      const text = `${chance.pick(['RUN ', 'a:\n\t', 'jobs: { a: { steps: [ { run: ', 'a: { script: [', '{"scripts": {"a": "'])}${mutant(chance)}`;
      expect(Array.isArray(extractScripts(name, text))).toBe(true);
    }
  });

  it.each(['a.py', 'a.ts', 'a.rb', 'a.pl', 'a.php', 'a.go'])('is searched for calls as %s', (name) => {
    const chance = seeded(12);
    const begun = ['os.system("', "subprocess.run(['", "execSync('", 'exec(`', 'system "', 'system(<<~A\n', "shell_exec('", 'exec.Command("', '$`'];
    const counts = Array.from({ length: 100 }, () => extractScripts(name, `${chance.pick(begun)}${mutant(chance)}`)?.length ?? 0);
    expect(Math.max(...counts)).toBeGreaterThan(0);
  });
});

describe('bash -n', () => {
  it('reads all of the corpus that we read, and nothing that we take for broken', () => {
    // One process that asks bash about each, since starting one from here costs more than the answer.
    const asking = 'while IFS= read -r -d "" line; do if bash -n -c "$line" 2>/dev/null; then echo yes; else echo no; fi; done';
    const answers = spawnSync('bash', ['-c', asking], { input: LINES.map((line) => `${line}\0`).join(''), encoding: 'utf8' }).stdout.trimEnd().split('\n');
    expect(answers.length).toBe(LINES.length);
    const differ = LINES.filter((line, index) => {
      const reads = !readShell(line).some(({ facts }) => facts.unknown.some((why) => why.startsWith('the shell would not read it')));
      return (answers[index] === 'yes') !== reads;
    });
    expect(differ).toEqual([]);
  });
});
