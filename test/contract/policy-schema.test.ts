// SPDX-License-Identifier: Apache-2.0
//
// One truth for policies: the published JSON Schemas are those of src/policy/schema.ts, and our walk over them judges as ajv does.
import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { dump } from 'js-yaml';
import { DETECTORS } from '../../src/policy/model.js';
import { DETECTORS as MASK_DETECTORS } from '../../src/mask/detectors/registry.js';
import { gatewaySchema } from '../../src/policy/gateway-schema.js';
import { casesSchema } from '../../src/policy/cases.js';
import { packSchema, policySchema } from '../../src/policy/schema.js';
import type { Schema } from '../../src/policy/schema-words.js';
import { checkShape } from '../../src/policy/shape.js';
import { readYaml } from '../../src/policy/yaml.js';

const SCHEMAS = [['policy-v1.json', policySchema], ['pack-v1.json', packSchema], ['policy-test-v1.json', casesSchema], ['gateway-v1.json', gatewaySchema]] as const;
const KNOWN_KEYWORDS = new Set([
  '$schema', '$id', '$defs', '$ref', 'title', 'description', 'type', 'const', 'enum', 'pattern', 'minLength', 'maxLength', 'minimum', 'maximum',
  'items', 'minItems', 'maxItems', 'properties', 'required', 'additionalProperties', 'propertyNames', 'minProperties', 'maxProperties', 'anyOf',
]);

/** Every schema inside a schema. */
function all(schema: Schema): Schema[] {
  const below = [...Object.values(schema.$defs ?? {}), ...Object.values(schema.properties ?? {}), ...(schema.anyOf ?? []), ...(schema.items === undefined ? [] : [schema.items])];
  if (typeof schema.additionalProperties === 'object') below.push(schema.additionalProperties);
  return [schema, ...below.flatMap(all)];
}

describe.each(SCHEMAS)('%s', (file, schema) => {
  it('is published as it is (UPDATE_SCHEMAS=1 writes it)', async () => {
    const text = `${JSON.stringify(schema, null, 2)}\n`;
    if (process.env['UPDATE_SCHEMAS'] === '1') (await import('node:fs')).writeFileSync(`docs/schema/${file}`, text);
    expect(readFileSync(`docs/schema/${file}`, 'utf8')).toBe(text);
  });

  it('uses no keyword that our walk does not know, and names every alternative', () => {
    for (const one of all(schema)) {
      expect(Object.keys(one).filter((keyword) => !KNOWN_KEYWORDS.has(keyword))).toEqual([]);
      if (one.$ref !== undefined) expect(Object.keys(schema.$defs ?? {})).toContain(one.$ref.replace('#/$defs/', ''));
      if (one.anyOf !== undefined) expect(one.title).toBeDefined();
      if (one.pattern !== undefined) expect(one.description).toBeDefined();
      if (one.type === 'array') expect([one.items, one.maxItems]).not.toContain(undefined);
      if (one.type === 'object') expect(one.additionalProperties).toBeDefined();
    }
  });

  it('judges what is made of its own words as ajv does', () => {
    const validate = new Ajv2020({ strict: true, strictTypes: false, allowUnionTypes: true }).compile(schema);
    let accepted = 0;
    fc.assert(fc.property(documentOf(schema), (document) => {
      const expected = validate(document);
      accepted += expected ? 1 : 0;
      return (checkShape(readYaml(dump(document)), schema, 'it').length === 0) === expected;
    }), { numRuns: 1000, seed: 20261124 });
    expect(accepted).toBeGreaterThan(100);
    expect(accepted).toBeLessThan(930);
  });
});

describe('detectors', () => {
  it('are the same in policies and in the mask room', () => {
    expect([...DETECTORS].sort()).toEqual([...new Set(MASK_DETECTORS.map(({ name }) => name))].sort());
  });
});

const ODD = fc.constantFrom<unknown>(null, true, false, 0, 1, -1, 1.5, '', 'x', '*', '<= 10', '2027-03-01', '8h', 'read', 'ostiary:postgres/no-drop', [], ['x'], [1, 'x'], {}, { x: 1 }, 2 ** 53);

// Documents that mostly fit the schema, with a mistake here and there.
function documentOf(root: Schema): fc.Arbitrary<unknown> {
  const follow = (schema: Schema): Schema => (schema.$ref === undefined ? schema : follow(root.$defs?.[schema.$ref.slice(8)] as Schema));
  const valueOf = (given: Schema, depth: number): fc.Arbitrary<unknown> => {
    const schema = follow(given);
    if (depth > 5) return ODD;
    return fc.oneof({ weight: 25, arbitrary: fitting(schema, depth) }, { weight: 1, arbitrary: ODD });
  };
  const fitting = (schema: Schema, depth: number): fc.Arbitrary<unknown> => {
    if (schema.anyOf !== undefined) return fc.oneof(...schema.anyOf.map((one) => valueOf(one, depth)));
    if (schema.const !== undefined) return fc.constant(schema.const);
    if (schema.enum !== undefined) return fc.constantFrom(...schema.enum);
    switch (schema.type) {
      case 'object':
        return objectOf(schema, depth);
      case 'array':
        return fc.array(valueOf(schema.items as Schema, depth + 1), { maxLength: 2 });
      case 'integer':
        return fc.constantFrom(0, 1, 7, 20, 21, 812364);
      case 'boolean':
        return fc.boolean();
      default:
        return textOf(schema.pattern);
    }
  };
  const objectOf = (schema: Schema, depth: number): fc.Arbitrary<unknown> => {
    const { properties = {}, additionalProperties, propertyNames } = schema;
    const known = fc.record(Object.fromEntries(Object.entries(properties).map(([key, inner]) => [key, fc.option(valueOf(inner, depth + 1), { nil: undefined, freq: (schema.required ?? []).includes(key) ? 30 : 1 })])));
    const extra = typeof additionalProperties === 'object' ? fc.dictionary(textOf(propertyNames?.pattern), valueOf(additionalProperties, depth + 1), { maxKeys: 2 }) : fc.oneof({ weight: 60, arbitrary: fc.constant({}) }, { weight: 1, arbitrary: fc.constant({ nonsense: 1 }) });
    return fc.tuple(known, extra).map(([left, right]) => JSON.parse(JSON.stringify({ ...left, ...right })) as unknown);
  };
  return valueOf(root, 0);
}

function textOf(pattern: string | undefined): fc.Arbitrary<string> {
  const samples = ['reads', 'public.*', 'a b', '2027-03-01', '8h', '<= 1000', 'ostiary:postgres/no-drop', 'ostiary:pii', 'acme/dba', '812364', 'nightly.yml', 'git.example.com', 'https://issuer.example', 'acme', '127.0.0.1:8443', '/var/lib/x', '10m', 'é'];
  const fitting = pattern === undefined ? samples : samples.filter((sample) => new RegExp(pattern, 'u').test(sample));
  return fc.oneof({ weight: 30, arbitrary: fc.constantFrom(...(fitting.length === 0 ? samples : fitting)) }, { weight: 1, arbitrary: fc.constantFrom('', ...samples) });
}
