// SPDX-License-Identifier: Apache-2.0
//
// `policy explain --json` as published: real answers of every shape fit docs/schema/explain-v1.json, and the schema says all that they hold.
import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { explain, type Answer, type Question } from '../../src/commands/explain.js';
import { EFFECTS } from '../../src/core/model.js';
import { Readers } from '../../src/main/readers.js';
import { NOON, policyOf } from '../support/judging.js';

type Part = Readonly<Record<string, unknown>>;
const schema = JSON.parse(readFileSync('docs/schema/explain-v1.json', 'utf8')) as Part & { readonly $defs: Readonly<Record<string, Part>> };
const ajv = new Ajv2020({ strict: true, allowUnionTypes: true, allErrors: true });
const fits = ajv.compile(schema);

// With no member beyond the published ones: answers of this version hold nothing that is not documented.
function closed(part: unknown): unknown {
  if (Array.isArray(part)) return part.map(closed);
  if (typeof part !== 'object' || part === null) return part;
  const entries = Object.entries(part).map(([key, value]) => [key, closed(value)] as const);
  return { ...Object.fromEntries(entries), ...('properties' in part && 'required' in part ? { additionalProperties: false } : {}) };
}
const fitsExactly = new Ajv2020({ strict: true, allowUnionTypes: true }).compile({ ...(closed(schema) as Part), $id: 'urn:ostiary:explain-v1-closed' });

const readers = new Readers();

async function answer(question: Question): Promise<Answer> {
  const policy = await policyOf(`
extends: [ostiary:postgres]
rules:
  - { id: reads, match: { effect: read }, decide: allow }
  - { id: writes, match: { effect: write }, decide: review, because: somebody should look }
  - { id: many, match: { effect: write, object: public.many, rows: "> 10" }, decide: deny }
`);
  const told = explain(question, { policy, now: NOON, readers: await readers.including(question.kind) });
  // As a reader of the stream has it.
  return JSON.parse(JSON.stringify(told)) as Answer;
}

const sql = (text: string, more: Partial<Question> = {}): Question => ({ kind: 'sql', resource: 'db', text, ...more });

describe('docs/schema/explain-v1.json', () => {
  it.each<[string, Question]>([
    ['an id that is a number', sql('SELECT 1', { id: 7 })],
    ['an id that is an object', sql('SELECT 1', { id: { file: 'a.sql', line: 3 } })],
    ['an id that is null', sql('SELECT 1', { id: null })],
    ['a principal', sql('SELECT 1', { principal: 'me' })],
    ['no statement', sql('-- nothing')],
    ['several statements', sql('BEGIN; DELETE FROM t WHERE a = 1; COMMIT')],
    ['a rule that asks for rows', sql('UPDATE many SET a = 1 WHERE b = 2')],
    ['a review', sql('UPDATE t SET a = 1 WHERE b = 2')],
    ['outputs with lineage, and a star', sql('SELECT *, a AS x, lower(b), 1 FROM t')],
    ['outputs of unknown lineage', sql('EXECUTE p')],
    ['origins that are not known', sql('SELECT refund(1)')],
    ['flows', sql('INSERT INTO t SELECT refund(ssn), email FROM c')],
    ['COPY of a table', sql('COPY t (a, b) FROM STDIN CSV HEADER')],
    ['COPY of a query', sql('COPY (SELECT 1) TO STDOUT (FORMAT binary)')],
    ['locks and rewrites', sql('ALTER TABLE t ADD x serial; ALTER TABLE t ADD y mood; LOCK t IN ROW SHARE MODE; VACUUM FULL t')],
    ['functions of every class', sql("SELECT lower('a'), nextval('s'), dblink('x'), pg_read_file('x'), query_to_xml('x', true, true, ''), pg_sleep(1), refund(1), count(*), lo_get(1)")],
    ['every effect', sql("SELECT a FROM t; DELETE FROM t; CREATE TABLE z (a int); GRANT a TO b; LOAD 'x'; SET ROLE x; DO LANGUAGE x 'y'; INSERT INTO t VALUES (1)")],
    ['what is forbidden', sql('SET standard_conforming_strings = off')],
    ['what can not be read', sql('SELCT 1')],
    ['a NUL', sql('SELECT 1\0')],
    ['a question without a text', { kind: 'sql', resource: 'db' } as unknown as Question],
    ['an unknown kind', { kind: 'poem', resource: 'db', text: 'x' }],
    ['a kind that this version does not know', { kind: 'kubernetes', resource: 'db', text: 'x', id: 1 }],
    ['an unknown resource', sql('SELECT 1', { resource: 'moon' })],
    ['no resource', { kind: 'sql', text: 'SELECT 1' }],
  ])('fits the answer to %s', async (_name, question) => {
    const told = await answer(question);
    fits(told);
    expect(fits.errors).toBeNull();
    fitsExactly(told);
    expect(fitsExactly.errors).toBeNull();
    expect(told.id).toEqual(question.id);
  });

  it.each<[string, unknown]>([
    ['nothing', {}],
    ['a decision of another name', { decision: 'maybe', rules: [], reasons: [], statements: [], assumed: false }],
    ['a statement without accesses', { decision: 'deny', rules: [], reasons: [], assumed: false, statements: [{ statement: 'SELECT', name: 'sql.select', decision: 'deny', rules: [], reasons: [], line: 1, functions: [], hazards: [], unknown: [], forbidden: [], assumed: false }] }],
  ])('does not fit %s', (_name, told) => {
    expect(fits(told)).toBe(false);
  });

  it('says that rows are not known where a rule asks for them, and only there', async () => {
    const rows = async (text: string): Promise<unknown> => (await answer(sql(text))).statements.map((statement) => [statement.rows, statement.reasons.at(0), statement.assumed]);
    expect(await rows('UPDATE many SET a = 1 WHERE b = 2')).toEqual([[null, 'rule `many` denies write on `public.many` (a), since its `rows` can not be told: there is no catalog here', true]]);
    expect(await rows('SELECT 1')).toEqual([[undefined, 'rule `reads` allows it', false]]);
  });

  it('leaves room for operations of other kinds, and for members to come', () => {
    const statement = { statement: 'RESTART', name: 'kubernetes.restart', decision: 'allow', rules: ['restarts'], reasons: [], line: 1, functions: [], hazards: [], unknown: [], forbidden: [], assumed: false, accesses: [{ effect: 'write', object: 'shop/deployments/web', type: 'deployment', columns: [], filtered: [], assumed: false }] };
    fits({ decision: 'allow', rules: ['restarts'], reasons: [], assumed: false, statements: [{ ...statement, replicas: 3 }], later: true });
    expect(fits.errors).toBeNull();
  });

  it('knows every effect', () => {
    const { effect } = (schema.$defs['access'] as { properties: Readonly<Record<string, { enum?: readonly string[] }>> }).properties;
    expect(effect?.enum).toEqual(EFFECTS);
  });
});
