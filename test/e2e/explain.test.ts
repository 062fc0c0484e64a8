// SPDX-License-Identifier: Apache-2.0
//
// `policy explain` as a stream, through its real door: one answer a line, in order, whatever the lines hold.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

interface Line {
  readonly id?: unknown;
  readonly decision: string;
  readonly statements: readonly { readonly statement: string; readonly unknown: readonly string[] }[];
}

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'ostiary-explain-'));
  writeFileSync(join(folder, 'policy.yml'), `version: 1
default: deny
identities: { reader: { local: true } }
resources: { db: { type: postgres, environment: production, url: "postgres://db.internal/db", credential: "file:/run/secrets/db" } }
rules: [{ id: reads, match: { principal: reader, effect: read }, decide: allow }]
`);
});
afterAll(() => rmSync(folder, { recursive: true }));

function stream(lines: readonly string[]): Line[] {
  const args = ['dist/cli.js', 'policy', 'explain', '--policy', join(folder, 'policy.yml'), '--json'];
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { input: lines.map((line) => `${line}\n`).join(''), encoding: 'utf8', maxBuffer: 1 << 28 });
  expect([status, stderr]).toEqual([0, '']);
  return stdout.trimEnd().split('\n').map((line) => JSON.parse(line) as Line);
}

const question = (id: unknown, text: string): string => JSON.stringify({ id, kind: 'sql', resource: 'db', principal: 'reader', text });

it('answers two thousand lines in order, deep, broken and long ones among them', () => {
  const deep = `SELECT ${'('.repeat(20_000)}1${')'.repeat(20_000)}`;
  const texts = Array.from({ length: 2_000 }, (_, at) => (at % 700 < 2 ? deep : at % 5 === 0 ? `DELETE FROM t${at}` : at % 5 === 1 ? 'SELCT' : `SELECT a${at} FROM t WHERE b = '${'x'.repeat(at)}'`));
  const answers = stream(texts.map((text, at) => question(at, text)));
  expect(answers.map(({ id }) => id)).toEqual(texts.map((_, at) => at));
  const wrong = answers.filter(({ decision }, at) => decision !== (texts[at]?.startsWith('SELECT a') === true ? 'allow' : 'deny'));
  expect(wrong).toEqual([]);
});

it.each([[[], '\nAsked for nobody by name; for somebody: `--principal reader`.\n'], [['--principal', 'reader'], '']])('tells a person whom it was asked for, with %j', (flags, told) => {
  const { stdout } = spawnSync(process.execPath, ['dist/cli.js', 'policy', 'explain', '--policy', join(folder, 'policy.yml'), ...flags, 'SELECT 1'], { encoding: 'utf8' });
  expect(stdout.replace(/^(?:ALLOW|DENY)[\s\S]*?(?=\nAsked|$)/u, '')).toBe(told);
});

describe('what a policy author is told', () => {
  const policy = (args: readonly string[], input = '') => spawnSync(process.execPath, [join(process.cwd(), 'dist/cli.js'), 'policy', ...args], { encoding: 'utf8', cwd: folder, input });
  const BEHIND = 'odd.yml:4: rule `drops` never decides anything: `no-loss` denies all that it is about; take one of them out, or make the stricter one narrower';
  beforeAll(() => {
    writeFileSync(join(folder, 'odd.yml'), `version: 1
resources: { db: { type: postgres, url: "postgres://db.internal/db", credential: "file:/run/secrets/db" } }
rules:
  - { id: drops, match: { effect: destroy, object: public.old }, decide: allow }
  - { id: no-loss, match: { effect: destroy }, decide: deny }
`);
    writeFileSync(join(folder, 'odd.test.yml'), 'policy: odd.yml\ntests:\n  - { name: drops, operation: DROP TABLE t, decision: deny }\n');
    writeFileSync(join(folder, 'lost.test.yml'), 'policy: odd.yml\ntests:\n  - { name: lost, file: nowhere.sql, decision: deny }\n');
  });

  it.each([[['explain', '--policy', 'odd.yml', 'DROP TABLE t'], 1], [['test', 'odd.test.yml'], 0]])('rules without a say, by %j', (args, code) => {
    const { status, stderr } = policy(args);
    expect([status, stderr]).toEqual([code, `ostiary: warning: ${BEHIND}\n`]);
  });

  it('which case names a file that is not there, and from where files are named', () => {
    const { status, stderr } = policy(['test', 'lost.test.yml']);
    expect([status, stderr]).toEqual([2, expect.stringMatching(/lost\.test\.yml:3: the operation `nowhere\.sql` can not be read: .*: a `file` is named from the folder of the tests\n$/u)]);
  });

  it('that a line is not a JSON object', () => {
    const { stdout } = policy(['explain', '--policy', 'odd.yml'], 'garbage\n[1]\n');
    expect(stdout.trimEnd().split('\n').map((line) => JSON.parse(line) as unknown)).toEqual(Array(2).fill(expect.objectContaining({ id: null, decision: 'deny', reasons: ['the line is not a JSON object'], statements: [] })));
  });

  it('of a catalog only where there could be one', () => {
    const told = (args: readonly string[]): boolean => policy(['explain', '--policy', 'odd.yml', ...args]).stdout.includes('without a catalog');
    expect([told(['--kind', 'file', 'package.json']), told(['DELETE FROM t'])]).toEqual([false, true]);
  });

  it('which command was meant', () => {
    const { status, stderr } = spawnSync(process.execPath, ['dist/cli.js', 'policy-chek'], { encoding: 'utf8' });
    expect([status, stderr]).toEqual([2, 'ostiary: `policy-chek` is not a command of ostiary: did you mean `policy-check`? see `ostiary help`\n']);
  });
});
