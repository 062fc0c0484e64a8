// SPDX-License-Identifier: Apache-2.0
//
// GitHub's published description of its API, as a judge of requests and answers: only the operations that are used, loaded when first
// asked. Refuses paths, parameters, bodies and answers that the description does not have.
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { Ajv, type ValidateFunction } from 'ajv';

type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };
type Node = Record<string, unknown>;

interface Operation { readonly id: string; readonly method: string; readonly path: RegExp; readonly node: Node; readonly parameters: readonly Node[] }

/** What a stand-in asks before and after it answers. `violations` is empty when all was as published. */
export interface Description {
  readonly violations: string[];
  request(method: string, url: URL, body: unknown): void;
  /** `text`: the JSON of the answer. What was found good once is not looked at again. */
  answer(method: string, url: URL, status: number, text: string): void;
  /** A published example. It is shared: whoever wants another spreads it. */
  example(name: string): Readonly<Record<string, unknown>>;
}

let loaded: { readonly document: Node; readonly operations: readonly Operation[]; readonly ajv: Ajv } | null = null;
const good = new Set<string>();
const compiled = new Map<string, ValidateFunction>();
const found = new Map<string, Operation | undefined>();

export function githubDescription(): Description {
  const { document, operations, ajv } = (loaded ??= load());
  const violations: string[] = [];
  const find = (method: string, url: URL): Operation | undefined => {
    const key = `${method} ${url.pathname}`;
    if (!found.has(key)) found.set(key, operations.find((operation) => operation.method === method && operation.path.test(url.pathname)));
    return found.get(key);
  };
  const judge = (key: string, schema: unknown, value: unknown, about: string): void => {
    let validate = compiled.get(key);
    if (validate === undefined) {
      validate = ajv.compile(pointing(schema) as Node);
      compiled.set(key, validate);
    }
    if (!validate(value)) violations.push(`${about}: ${ajv.errorsText(validate.errors)}`);
  };
  return {
    violations,
    request(method, url, body) {
      const operation = find(method, url);
      if (operation === undefined) return void violations.push(`${method} ${url.pathname} is not described`);
      const known = operation.parameters.filter((parameter) => parameter['in'] === 'query');
      for (const [name, text] of url.searchParams) {
        const parameter = known.find((one) => one['name'] === name);
        if (parameter === undefined) violations.push(`${operation.id}: no parameter \`${name}\``);
        else {
          const isNumber = (parameter['schema'] as Node)['type'] === 'integer';
          judge(`${operation.id} ? ${name}`, parameter['schema'], isNumber ? Number(text) : text, `${operation.id} ?${name}`);
        }
      }
      const schema = contentSchema(operation.node['requestBody'], document);
      if (schema === null) { if (body !== undefined) violations.push(`${operation.id}: takes no body`); } else judge(`${operation.id} <`, schema, body, `${operation.id} request`);
    },
    answer(method, url, status, text) {
      const operation = find(method, url);
      if (operation === undefined || status === 304 || status === 401 || status === 429 || status >= 500) return;
      const responses = operation.node['responses'] as Record<string, unknown>;
      if (!(String(status) in responses)) return void (status === 403 || violations.push(`${operation.id}: ${status} is not among its answers`));
      const schema = contentSchema(responses[String(status)], document);
      const key = createHash('sha1').update(`${operation.id} ${status} ${text}`).digest('base64');
      if (schema === null || good.has(key)) return;
      const before = violations.length;
      judge(`${operation.id} ${status}`, schema, JSON.parse(text), `${operation.id} answer ${status}`);
      if (violations.length === before) good.add(key);
    },
    example(name) {
      const example = ((document['components'] as Node)['examples'] as Record<string, { value: unknown } | undefined>)[name];
      if (example === undefined) throw new Error(`no example ${name}`);
      const { value } = example;
      return (Array.isArray(value) ? value[0] : value) as Record<string, unknown>;
    },
  };
}

function load(): NonNullable<typeof loaded> {
  const document = JSON.parse(readFileSync(createRequire(import.meta.url).resolve('@octokit/openapi/generated/api.github.com.json'), 'utf8')) as Node;
  const operations = Object.entries(document['paths'] as Record<string, Record<string, Node>>).flatMap(([path, methods]) => Object.entries(methods).filter(([, node]) => 'operationId' in node).map(([method, node]): Operation => {
    const resolved = [...(methods['parameters'] as unknown as Node[] ?? []), ...(node['parameters'] as Node[] ?? [])].map((one) => dereferenced(one, document));
    // What may hold slashes: a reference, a path in a repository.
    const pattern = path.replace(/[.]/gu, '\\.').replace(/\{(ref|path|branch)\}/gu, '.+').replace(/\{[^}]+\}/gu, '[^/]+');
    return { id: String(node['operationId']), method: method.toUpperCase(), path: new RegExp(`^${pattern}$`, 'u'), node, parameters: resolved };
  }));
  // Asked for by its number; described by its name.
  const get = operations.find(({ id }) => id === 'repos/get') as Operation;
  const all = [{ ...get, path: /^\/repositories\/\d+$/u }, ...operations.sort((a, b) => specificity(b) - specificity(a))];
  const ajv = new Ajv({ strict: false, validateFormats: false, allErrors: false, validateSchema: false, code: { optimize: false } });
  ajv.addSchema({ $id: 'github', schemas: repaired((document['components'] as Node)['schemas']) as Json } as Node);
  return { document, operations: all, ajv };
}

// `/git/refs/{ref}` before `/{path}`: the longer its fixed text, the earlier.
function specificity({ path }: Operation): number {
  return path.source.replace(/\.\+|\[\^\/\]\+/gu, '').length;
}

function contentSchema(node: unknown, document: Node): unknown {
  if (node === undefined) return null;
  const content = dereferenced(node as Node, document)['content'] as Record<string, Node> | undefined;
  return content?.['application/json']?.['schema'] ?? null;
}

function dereferenced(node: Node, document: Node): Node {
  const reference = node['$ref'];
  if (typeof reference !== 'string') return node;
  return reference.slice(2).split('/').reduce((at, part) => at[part] as Node, document);
}

function pointing(schema: unknown): unknown {
  return repaired(schema);
}

// OpenAPI 3.0 to JSON Schema: references into our copy, `nullable` as a type, words of OpenAPI left out.
function repaired(node: unknown): unknown {
  if (Array.isArray(node)) return node.map(repaired);
  if (typeof node !== 'object' || node === null) return node;
  const { nullable, example: _example, discriminator: _discriminator, ...rest } = node as Node;
  const made = Object.fromEntries(Object.entries(rest).map(([key, value]) => [key, key === '$ref' && typeof value === 'string' ? value.replace('#/components/schemas/', 'github#/schemas/') : repaired(value)]));
  if (typeof nullable !== 'boolean' || !nullable) return typeof nullable === 'object' ? { ...made, nullable: repaired(nullable) } : made;
  return { anyOf: [made, { type: 'null' }] };
}
