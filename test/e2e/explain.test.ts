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
