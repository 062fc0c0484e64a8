// SPDX-License-Identifier: Apache-2.0
//
// One truth for manifests: docs/schema/manifest-v1.json, what src/approval/shape.ts reads, and what is written. Each takes exactly what the
// other takes.
import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { manifestText, parseManifest } from '../../src/approval/manifest.js';
import { readManifest } from '../../src/approval/shape.js';
import { askedOf, manifestOf } from '../support/approvals.js';
import { operationOf } from '../support/judging.js';

type Value = Record<string, unknown>;
const fits = new Ajv2020({ strict: true, allowUnionTypes: true }).compile(JSON.parse(readFileSync('docs/schema/manifest-v1.json', 'utf8')) as object);
const impact = { rows: 3, sizeBytes: 8192, lock: 'ACCESS EXCLUSIVE', rewrites: false, notes: ['dry run: configured'] };
const operation = operationOf([], { facts: { text: 'update t set a = $1' }, parameters: [{ type: 'pg_catalog.text', format: 'text', value: 'dGVh' }, { type: 'pg_catalog.int4', format: 'binary', value: null }], data: 'b'.repeat(64), settings: { role: 'app' } });
const full = manifestOf([askedOf('', { operation, transaction: 1, maxRows: 6, impact }), askedOf('select 1')], { policy: { digest: 'a'.repeat(64), source: 'x', version: 1, packs: [{ name: 'ostiary:postgres', version: 1 }] } });

const reads = (value: unknown): boolean => {
  try {
    readManifest(value);
    return true;
  } catch {
    return false;
  }
};
// Every place of a value, as paths of keys.
function places(value: unknown, at: readonly (string | number)[] = []): (readonly (string | number)[])[] {
  if (typeof value !== 'object' || value === null) return [at];
  return [at, ...Object.entries(value).flatMap(([key, item]) => places(item, [...at, Array.isArray(value) ? Number(key) : key]))];
}
function changed(path: readonly (string | number)[], change: (parent: Value, key: string) => void): unknown {
  const copy = structuredClone(full) as unknown as Value;
  const parent = path.slice(0, -1).reduce<Value>((at, key) => at[key] as Value, copy);
  change(parent, String(path.at(-1)));
  return copy;
}

describe('manifest-v1.json', () => {
  it('takes what is written, and what is written is read back', () => {
    expect([fits(full), fits.errors]).toEqual([true, null]);
    expect(parseManifest(manifestText(full))).toEqual(full);
  });

  const paths = places(full).filter((path) => path.length > 0);
  it.each<[string, (parent: Value, key: string) => void]>([
    ['without it', (parent, key) => (Array.isArray(parent) ? parent.splice(Number(key), 1) : delete parent[key])],
    ['null', (parent, key) => void (parent[key] = null)],
    ['a number below zero', (parent, key) => void (parent[key] = -1)],
    ['a fraction', (parent, key) => void (parent[key] = 1.5)],
    ['a text', (parent, key) => void (parent[key] = 'x y')],
    ['an empty list', (parent, key) => void (parent[key] = [])],
    ['an object', (parent, key) => void (parent[key] = { a: 'b' })],
    ['a field more', (parent, key) => void (typeof parent[key] === 'object' && parent[key] !== null ? ((parent[key] as Value)['more'] = 1) : (parent['more'] = 1))],
  ])('agrees with the reader about every place: %s', (_name, change) => {
    const verdicts = paths.map((path) => {
      const value = changed(path, change);
      return [path.join('.'), fits(value), reads(value)] as const;
    });
    expect(verdicts.filter(([, schema, reader]) => schema !== reader)).toEqual([]);
    expect(verdicts.filter(([, schema]) => !schema).length).toBeGreaterThan(5);
  });
});
