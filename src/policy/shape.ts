// SPDX-License-Identifier: Apache-2.0
//
// Holds a file against its JSON Schema, and says where and what is wrong in words for people. It walks the very schema that editors
// get (schema.ts), so there is no second truth; test/contract compares its verdicts with ajv's. Refuses to repair or default anything.
import { mistake, quoted, suggestion, type Finding } from './problem.js';
import type { Schema } from './schema-words.js';
import type { Json, Located } from './yaml.js';

/** Everything in which a node is not what the schema says. `name`: what the whole is called, "the policy". */
export function checkShape(node: Located, schema: Schema, name: string): Finding[] {
  return new Shape(schema, name).check(node, schema, '');
}

class Shape {
  /** By their source: a rule has a dozen texts of the same few patterns. */
  readonly #patterns = new Map<string, RegExp>();

  constructor(
    readonly root: Schema,
    readonly name: string,
  ) {}

  check(node: Located, given: Schema, path: string): Finding[] {
    const schema = this.#follow(given);
    if (schema.anyOf !== undefined) return this.#anyOf(node, schema, path);
    if (schema.const !== undefined) return node.value === schema.const ? [] : [this.#wrong(node, path, `has to be \`${schema.const}\`, ${typeOf(node.value) === typeOf(schema.const) ? `not ${quoted(node.value)}` : `${TYPES[typeOf(schema.const)]}, not ${TYPES[typeOf(node.value)]}`}`)];
    if (schema.enum !== undefined) return this.#enum(node, schema.enum, path);
    if (typeOf(node.value) !== schema.type) return [this.#wrong(node, path, `has to be ${TYPES[schema.type as TypeName]}, not ${TYPES[typeOf(node.value)]}${schema.pattern === undefined ? '' : `: ${toldOf(schema)}`}`)];
    if (node.entries !== null) return this.#object(node, schema, path);
    if (node.items !== null) return this.#array(node, schema, path);
    return this.#scalar(node, schema, path);
  }

  #follow(schema: Schema): Schema {
    if (schema.$ref === undefined) return schema;
    // A contract test holds that every reference leads somewhere.
    return this.#follow(this.root.$defs?.[schema.$ref.slice('#/$defs/'.length)] as Schema);
  }

  #pattern(source: string): RegExp {
    let known = this.#patterns.get(source);
    if (known === undefined) this.#patterns.set(source, (known = new RegExp(source, 'u')));
    return known;
  }

  #where(path: string): string {
    return path === '' ? this.name : `\`${path}\``;
  }

  #wrong(node: Located, path: string, what: string): Finding {
    return mistake(node.at, `${this.#where(path)} ${what}`);
  }

  // When just one alternative is of the right type, its complaints are the ones that help.
  #anyOf(node: Located, schema: Schema, path: string): Finding[] {
    const alternatives = (schema.anyOf as readonly Schema[]).map((one) => this.#follow(one));
    const results = alternatives.map((one) => this.check(node, one, path));
    if (results.some((findings) => findings.length === 0)) return [];
    const fitting = alternatives.flatMap((one, index) => (one.type === typeOf(node.value) ? [results[index] as Finding[]] : []));
    const [only] = fitting;
    return fitting.length === 1 && only !== undefined ? only : [this.#wrong(node, path, `has to be ${schema.title as string}`)];
  }

  #enum(node: Located, values: readonly (string | null)[], path: string): Finding[] {
    if (values.some((value) => value === node.value)) return [];
    const names = values.filter((value) => value !== null);
    const what = typeof node.value === 'string' ? `has ${quoted(node.value)}: ${suggestion(node.value, names)}` : `has to be one of ${names.map((name) => `\`${name}\``).join(', ')}`;
    return [this.#wrong(node, path, what)];
  }

  #object(node: Located, schema: Schema, path: string): Finding[] {
    const entries = node.entries as NonNullable<Located['entries']>;
    const findings: Finding[] = [];
    const { properties = {}, required = [], additionalProperties } = schema;
    for (const key of required) {
      if (!entries.has(key)) findings.push(this.#wrong(node, path, `has no \`${key}\``));
    }
    const pattern = schema.propertyNames === undefined ? null : this.#pattern(schema.propertyNames.pattern);
    for (const [key, { keyAt, node: child }] of entries) {
      const inner = path === '' ? key : `${path}.${key}`;
      const known = Object.hasOwn(properties, key) ? properties[key] : additionalProperties;
      if (known === undefined || known === false) findings.push(mistake(keyAt, `unknown key ${quoted(key)} in ${this.#where(path)}: ${suggestion(key, Object.keys(properties))}`));
      else if (pattern !== null && !pattern.test(key)) findings.push(mistake(keyAt, `${quoted(key)} in ${this.#where(path)} is not a name: ${PATTERN_HELP}`));
      else findings.push(...this.check(child, known, inner));
    }
    return [...findings, ...this.#count(node, path, { size: entries.size, min: schema.minProperties, max: schema.maxProperties, of: 'key' })];
  }

  #array(node: Located, schema: Schema, path: string): Finding[] {
    const items = node.items as readonly Located[];
    const findings = items.flatMap((item, index) => this.check(item, schema.items as Schema, `${path}[${index}]`));
    return [...findings, ...this.#count(node, path, { size: items.length, min: schema.minItems, max: schema.maxItems, of: 'item' })];
  }

  #scalar(node: Located, schema: Schema, path: string): Finding[] {
    if (typeof node.value === 'number') return this.#count(node, path, { size: node.value, min: schema.minimum, max: schema.maximum, of: '' });
    if (typeof node.value !== 'string') return [];
    const length = [...node.value].length;
    const findings = this.#count(node, path, { size: length, min: schema.minLength, max: schema.maxLength, of: 'character' });
    if (findings.length === 0 && schema.pattern !== undefined && !this.#pattern(schema.pattern).test(node.value)) {
      return [this.#wrong(node, path, `has ${quoted(node.value)}, which does not look right: ${toldOf(schema)}`)];
    }
    return findings;
  }

  #count(node: Located, path: string, range: { size: number; min: number | undefined; max: number | undefined; of: string }): Finding[] {
    const said = (bound: number) => (range.of === '' ? `${bound}` : `${bound} ${range.of}${bound === 1 ? '' : 's'}`);
    const verb = range.of === '' ? 'has to be' : 'has to have';
    if (range.min !== undefined && range.size < range.min) return [this.#wrong(node, path, `${verb} at least ${said(range.min)}`)];
    if (range.max !== undefined && range.size > range.max) return [this.#wrong(node, path, `${verb} at most ${said(range.max)}`)];
    return [];
  }
}

const PATTERN_HELP = 'use letters, digits, `.`, `_`, `-`, and for a pack\'s rule its full id such as `ostiary:postgres/no-drop`';

type TypeName = NonNullable<Schema['type']> | 'number';

const TYPES: Record<TypeName, string> = {
  object: 'keys with values', array: 'a list', string: 'text', integer: 'a whole number', number: 'a number', boolean: 'true or false', null: 'empty',
};

function typeOf(value: Json): TypeName {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'array';
  switch (typeof value) {
    case 'string':
      return 'string';
    case 'boolean':
      return 'boolean';
    case 'number':
      return Number.isInteger(value) ? 'integer' : 'number';
    default:
      return 'object';
  }
}

// What it is for, with an example of how it is written.
function toldOf({ description }: Schema): string {
  return (description as string).replace(/\.$/u, '');
}
