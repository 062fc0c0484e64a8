// SPDX-License-Identifier: Apache-2.0
import { check, type FileReaders } from '../../../src/check/check.js';
import { MAX_FILE_BYTES } from '../../../src/check/changed-file.js';
import type { CheckResult } from '../../../src/check/finding.js';
import { unreadableOperation } from '../../../src/check/unreadable.js';
import type { Reader } from '../../../src/core/model.js';
import { loadSqlReader } from '../../../src/parse/sql/reader.js';
import { changeOf } from '../../support/change.js';
import { NOON, policyOf, principalOf } from '../../support/judging.js';

const POLICY = `
extends: [ostiary:postgres]
changes: [ { paths: ["db/**/*.sql"], tool: dbmate, resource: db }, { paths: ["k8s/**"], as: kubernetes, resource: cluster } ]
rules: [ { id: writes, match: { principal: robot, effect: [read, write] }, decide: allow } ]`;
let sql: Reader;
beforeAll(async () => {
  sql = await loadSqlReader();
});

const readers = (parts: Partial<FileReaders> = {}): FileReaders => ({
  mapped: async ({ tool }) => (tool === null ? null : (files) => files.map((file) => (file.head === null ? [unreadableOperation(file, file.unreadable ?? '')] : sql(file.head)))),
  repository: async () => (files) => files.map(() => []),
  ...parts,
});
async function checked(head: Record<string, string | Buffer>, more: { base?: Record<string, string>; readers?: Partial<FileReaders>; policy?: string; names?: string[] } = {}): Promise<CheckResult> {
  return check({ source: changeOf(more.base ?? {}, head), policy: await policyOf(more.policy ?? POLICY), policySource: 'p', preview: false, principal: principalOf(...(more.names ?? ['robot'])), readers: readers(more.readers), now: NOON });
}
const seen = ({ operations }: CheckResult) => operations.map(({ path, line, statement, decision, rules }) => `${path}:${line} ${statement} ${decision} ${rules[0] ?? ''}`);

describe('check', () => {
  it('judges every operation of mapped files, at its line', async () => {
    const result = await checked({ 'db/2.sql': '\n\nDROP TABLE a;', 'db/1.sql': 'UPDATE a SET b = 1 WHERE c = 2;\nALTER TABLE a ADD d int;', 'src/x.sql': 'DROP TABLE z' });
    expect(seen(result)).toEqual(['db/1.sql:1 UPDATE allow writes', 'db/1.sql:2 ALTER TABLE review ostiary:postgres/schema-review', 'db/2.sql:3 DROP TABLE deny ostiary:postgres/no-drop']);
    expect([result.decision, result.findings.map(({ decision }) => decision), result.files]).toEqual(['deny', ['deny', 'review'], 3]);
  });

  it('allows a change that does nothing of interest', async () => {
    expect(await checked({ 'README.md': 'x' })).toMatchObject({ decision: 'allow', operations: [], findings: [] });
  });

  it('judges by whom it will be done', async () => {
    expect((await checked({ 'db/1.sql': 'DELETE FROM a WHERE b = 1' }, { names: ['me'] })).findings).toMatchObject([{ decision: 'deny', rules: ['default'] }]);
  });

  it.each<[string, Record<string, string | Buffer>, Partial<FileReaders>, RegExp]>([
    ['a file that is no text', { 'db/1.sql': Buffer.from([0x44, 0xff]) }, {}, /not UTF-8/],
    ['a file that is too large', { 'db/1.sql': Buffer.alloc(MAX_FILE_BYTES + 1, 0x20) }, {}, /larger than/],
    ['a kind without a reader', { 'k8s/a.yaml': 'a: 1' }, {}, /no reader for `kubernetes`/],
    ['a reader that throws', { 'db/1.sql': 'SELECT 1' }, { mapped: async () => () => { throw new Error('broken'); } }, /could not be read: broken/],
    ['a reader that passes over a file', { 'db/1.sql': 'SELECT 1' }, { mapped: async () => () => [] }, /passed over/],
  ])('denies %s', async (_name, head, parts, why) => {
    const { decision, findings } = await checked(head, { readers: parts });
    expect(decision).toBe('deny');
    expect(findings[0]?.reasons[0]).toMatch(why);
  });

  it('asks for the readers of what differs while its bytes are fetched, and judges without that', async () => {
    const asked: (string | null)[] = [];
    const source = changeOf({}, { 'db/1.sql': 'SELECT 1' });
    const before = (): FileReaders => readers({ mapped: async ({ tool }) => { asked.push(tool); throw new Error('not yet'); } });
    let fetched: () => void = () => undefined;
    const files = new Promise<void>((resolve) => { fetched = resolve; }).then(() => source.files());
    const policy = await policyOf(POLICY);
    const result = check({ source: { ...source, files: () => files }, policy, policySource: 'p', preview: false, principal: principalOf('robot'), readers: before(), now: NOON });
    await new Promise((resolve) => { setImmediate(resolve); });
    expect(asked).toEqual(['dbmate']);
    fetched();
    await expect(result).rejects.toThrow('not yet');
    const untold = { ...source, paths: async () => { throw new Error('no paths'); } };
    expect((await check({ source: untold, policy, policySource: 'p', preview: false, principal: principalOf('robot'), readers: readers(), now: NOON })).operations).toHaveLength(1);
  });

  it('says `assumed` where a rule asks for rows, which only the wire can estimate', async () => {
    const { operations } = await checked({ 'db/1.sql': 'UPDATE public.a SET b = 1 WHERE c = 2;\nALTER TABLE public.a ADD d int;' }, { policy: POLICY.replace('rules: [', 'rules: [ { id: big, match: { effect: write, rows: "> 100" }, decide: review },') });
    expect(operations.map(({ statement, assumed, rules }) => [statement, assumed, rules[0]])).toEqual([['UPDATE', true, 'big'], ['ALTER TABLE', false, 'ostiary:postgres/schema-review']]);
  });

  it('wants a person when what is done to the repository itself can not be read', async () => {
    const { findings } = await checked({ 'a.sh': 'x' }, { readers: { repository: async () => () => { throw new Error('broken'); } } });
    expect(findings).toMatchObject([{ decision: 'review', resource: 'repository', rules: ['builtin:not-understood'] }]);
  });

  it('makes visible what hides in any text of the change', async () => {
    const { operations } = await checked({ 'db/1.sql': 'SELECT "a\u202Eb"("c\u001b[31m")' });
    expect(JSON.stringify(operations.map(({ text, reasons, unknown }) => [text, reasons, unknown]))).not.toMatch(/\u202E|\\u001b/);
    expect(operations[0]?.text).toContain('\\u{202e}');
  });

  it('leaves deleted files to the repository', async () => {
    expect((await checked({}, { base: { 'db/1.sql': 'DROP TABLE a' } })).operations).toEqual([]);
  });

  it('passes what it only observes, and counts it', async () => {
    const result = await checked({ 'db/1.sql': 'DROP TABLE a; ALTER TABLE a ADD b int; SELECT 1' }, { policy: `mode: observe\nuntil: 2026-12-31\n${POLICY}` });
    expect([result.decision, result.observed, result.policy.observeUntil]).toEqual(['allow', 2, '2026-12-31']);
  });

  it('has another digest for another change, and the same for the same', async () => {
    const digest = async (head: Record<string, string>) => (await checked(head)).digest;
    const one = await digest({ 'db/1.sql': 'SELECT 1' });
    expect(await digest({ 'db/1.sql': 'SELECT 1' })).toBe(one);
    expect(new Set([one, await digest({ 'db/1.sql': 'SELECT 2' }), await digest({ 'db/2.sql': 'SELECT 1' }), await digest({ 'db/1.sql': 'SELECT 1', 'src/a.ts': 'x' }), await digest({ 'db/1.sql': 'SELECT 1 -- x' })]).size).toBe(5);
  });
});
