// SPDX-License-Identifier: Apache-2.0
//
// A captured change set as published: what is written fits docs/schema/changeset-v1.json, and what fits is read back as it was written.
import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { readChangeSet } from '../../src/check/captured-file.js';
import { changeSetOf } from '../../src/commands/plan.js';
import { LIMIT_KINDS, writeChangeSet } from '../../src/core/change-set.js';
import type { Resource } from '../../src/policy/model.js';
import { booksOfTool } from '../../src/policy/bookkeeping.js';
import type { CapturedStatement } from '../../src/gate/capture.js';
import { accessOf, operationOf } from '../support/judging.js';

const schema = JSON.parse(readFileSync('docs/schema/changeset-v1.json', 'utf8')) as { $defs: { limit: { properties: { kind: { enum: string[] } } } } };
const fits = new Ajv2020({ strict: true, allowUnionTypes: true, strictRequired: false }).compile(schema);

const resource = { name: 'db', target: 'db.example:5432/shop', address: null } as Resource;
const books = [booksOfTool('rails', null)].filter((one) => one !== null);
const at = { connection: 1, message: 1, transaction: null };
const done = { kind: 'ok', tag: 'SELECT 1' } as const;
const read = [accessOf({ effect: 'read' })];
const asked = (...of: Parameters<typeof operationOf>): CapturedStatement['operation'] => operationOf(...of) as CapturedStatement['operation'];
const STATEMENTS: readonly CapturedStatement[] = [
  { ...at, operation: asked(read, { parameters: [{ type: 'pg_catalog.int4', format: 'binary', value: 'AAAABw==' }, { type: 'pg_catalog.text', format: 'text', value: null }], settings: { search_path: 'public' } }), transaction: 3, end: done },
  { ...at, operation: asked([accessOf({ effect: 'read', object: 'public.schema_migrations' })]), end: done },
  { ...at, operation: asked(read, { data: 'a'.repeat(64), facts: { copy: { direction: 'in', format: 'text', relation: 'public.orders', columns: ['*'], delimiter: '\t', quote: '"', escape: '"', null: '\\N', header: false } } }), end: done },
  { ...at, operation: asked([accessOf({ effect: 'execute' })]), end: done },
  { ...at, operation: asked(read), end: { kind: 'failed', sqlstate: '42P01', message: 'no' } },
  { ...at, operation: asked(read), end: { kind: 'failed', sqlstate: '25P02', message: 'not reached' } },
  { ...at, operation: asked(read), end: { kind: 'refused', message: 'no' } },
  { ...at, operation: asked(read), end: { kind: 'unknown' } },
];
const set = changeSetOf(STATEMENTS, { resource, books, version: '0.1.0', captured: { command: ['x'], schema: ['b'.repeat(64)], server: 150018 } });

it('what is written fits, says every limit, and is read back', () => {
  expect(fits(JSON.parse(writeChangeSet(set))) ? null : fits.errors).toBeNull();
  expect(schema.$defs.limit.properties.kind.enum).toEqual([...LIMIT_KINDS]);
  expect(new Set(set.limits.map(({ kind }) => kind))).toEqual(new Set(LIMIT_KINDS));
  const { set: again, lines } = readChangeSet(writeChangeSet(set), 'changes.json');
  expect(again).toEqual(set);
  const text = writeChangeSet(set).split('\n');
  expect([...lines].every(([number, line]) => text[line - 1]?.includes(`"number":${number},`))).toBe(true);
  expect(lines.size).toBe(set.operations.length + set.bookkeeping.length);
});

it('sets the books apart, and keeps the order of all', () => {
  expect([set.operations.map(({ number }) => number), set.bookkeeping.map(({ number, tool }) => [number, tool])]).toEqual([[1, 3, 4], [[2, 'rails']]]);
});

/** Every member that has to be there, by its path. */
function required(value: unknown, path: readonly (string | number)[] = []): (readonly (string | number)[])[] {
  if (Array.isArray(value)) return value.slice(0, 1).flatMap((one, index) => required(one, [...path, index]));
  if (typeof value !== 'object' || value === null || path.at(-1) === 'settings') return [];
  return Object.entries(value).flatMap(([key, child]) => [[...path, key], ...required(child, [...path, key])]);
}

it.each(required(JSON.parse(writeChangeSet(set))).map((path) => [path.join('.'), path] as const))('is refused without %s, by the schema and by the reader', (_name, path) => {
  const broken = JSON.parse(writeChangeSet(set)) as Record<string | number, unknown>;
  const holder = path.slice(0, -1).reduce<Record<string | number, unknown>>((found, key) => found[key] as Record<string | number, unknown>, broken);
  delete holder[path.at(-1) as string];
  expect(fits(broken)).toBe(false);
  expect(() => readChangeSet(JSON.stringify(broken), 'changes.json')).toThrow('the change set `changes.json` does not fit');
});
