// SPDX-License-Identifier: Apache-2.0
//
// The words in which the schemas of this room are written: the subset of JSON Schema that shape.ts knows, and makers of its nodes. Refuses
// keywords outside of it.
// @see https://json-schema.org/draft/2020-12

/** The subset of JSON Schema 2020-12 that policies are described in. */
export interface Schema {
  readonly $schema?: string;
  readonly $id?: string;
  readonly $defs?: Readonly<Record<string, Schema>>;
  readonly $ref?: string;
  readonly title?: string;
  readonly description?: string;
  readonly type?: 'object' | 'array' | 'string' | 'integer' | 'boolean' | 'null';
  readonly const?: string | number | boolean;
  readonly enum?: readonly (string | null)[];
  readonly pattern?: string;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly items?: Schema;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: false | Schema;
  readonly propertyNames?: { readonly pattern: string };
  readonly minProperties?: number;
  readonly maxProperties?: number;
  readonly anyOf?: readonly Schema[];
}

/** Entries of a list, at most. */
export const MAX_LIST = 200;

/** Makes a schema node: a text. */
export const text = (description: string, more: Partial<Schema> = {}): Schema => ({ type: 'string', description, minLength: 1, maxLength: 1000, ...more });
/** Makes a schema node: a boolean. */
export const flag = (description: string): Schema => ({ type: 'boolean', description });
/** Makes a schema node: a list. */
export const list = (items: Schema, description: string, minItems = 1): Schema => ({ type: 'array', description, items, minItems, maxItems: MAX_LIST });
/** Points at one of `$defs`. */
export const ref = (name: string, description?: string): Schema => ({ $ref: `#/$defs/${name}`, ...(description === undefined ? {} : { description }) });
/** Makes a schema node: an object with these keys and no others. */
export const closed = (description: string, properties: Record<string, Schema>, required: readonly string[] = []): Schema => ({
  type: 'object', description, properties, additionalProperties: false, ...(required.length === 0 ? {} : { required }),
});

/** Names of rules, resources, identities. */
export const NAME = '^[A-Za-z0-9][A-Za-z0-9._-]{0,62}$';
