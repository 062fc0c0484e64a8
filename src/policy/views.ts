// SPDX-License-Identifier: Apache-2.0
//
// What a `when:` sees of an operation, its access, the caller and the resource: field by field, made when asked for. Refuses to answer
// with a guess: a field whose fact is not known is undefined, which CEL takes for a missing key, so that asking for it fails.
import type { Environment } from '@marcbachmann/cel-js';
import type { Access, Operation, Principal } from '../core/model.js';
import type { Resource } from './model.js';

class OperationView {
  readonly #operation: Operation;

  constructor(operation: Operation) {
    this.#operation = operation;
  }

  get kind(): string {
    return this.#operation.kind;
  }

  get name(): string {
    return this.#operation.facts.name;
  }

  get statement(): string {
    return this.#operation.facts.statement;
  }

  get functions(): readonly string[] {
    return this.#operation.facts.functions.map((use) => use.name);
  }

  get function_classes(): readonly string[] {
    return this.#operation.facts.functions.map((use) => use.class);
  }

  get hazards(): readonly string[] {
    return this.#operation.facts.hazards.map(({ id }) => id);
  }

  get lock(): string | undefined {
    const { facts } = this.#operation;
    return 'lock' in facts && typeof facts.lock === 'string' ? facts.lock : undefined;
  }

  get rewrite(): boolean | undefined {
    const { facts } = this.#operation;
    return 'rewrite' in facts && typeof facts.rewrite === 'boolean' ? facts.rewrite : undefined;
  }

  get assumed(): boolean {
    return this.#operation.facts.assumed;
  }

  get rows(): bigint | undefined {
    return whole(this.#operation.rows);
  }

  get size(): bigint | undefined {
    return whole(this.#operation.size);
  }

  get paths(): readonly string[] | undefined {
    return this.#operation.paths;
  }
}

class AccessView {
  readonly #access: Access;

  constructor(access: Access) {
    this.#access = access;
  }

  get effect(): string {
    return this.#access.effect;
  }

  get object(): string | undefined {
    return this.#access.object ?? this.#nothing;
  }

  get type(): string | undefined {
    return this.#access.type ?? this.#nothing;
  }

  // Nothing in particular is a fact for a read or a setting; for all else it means that nobody can tell.
  get #nothing(): string | undefined {
    return this.#access.effect === 'read' || this.#access.effect === 'control' ? '' : undefined;
  }

  get columns(): readonly string[] | undefined {
    return this.#access.columns.includes('*') ? undefined : this.#access.columns;
  }

  get filtered(): readonly string[] | undefined {
    return this.#access.filtered.includes('*') ? undefined : this.#access.filtered;
  }

  get assumed(): boolean {
    return this.#access.assumed;
  }
}

class PrincipalView {
  readonly #principal: Principal;

  constructor(principal: Principal) {
    this.#principal = principal;
  }

  get names(): readonly string[] {
    return this.#principal.names;
  }

  get issuer(): string {
    return this.#principal.issuer;
  }

  get subject(): string {
    return this.#principal.subject;
  }

  get prompter(): string | undefined {
    return this.#principal.prompter;
  }

  get claims(): unknown {
    return celValue(this.#principal.claims);
  }
}

class ResourceView {
  readonly #resource: Resource;

  constructor(resource: Resource) {
    this.#resource = resource;
  }

  get name(): string {
    return this.#resource.name;
  }

  get type(): string {
    return this.#resource.type;
  }

  get environment(): string | undefined {
    return this.#resource.environment ?? undefined;
  }

  get labels(): Readonly<Record<string, string>> {
    return { ...this.#resource.labels };
  }

  get host(): string | undefined {
    return this.#resource.address?.host;
  }

  get database(): string | undefined {
    return this.#resource.address?.database;
  }
}

/** The variables of one question but `now`. */
export function viewsOf(facts: { operation: Operation; access: Access; principal: Principal; resource: Resource }): Record<string, unknown> {
  return {
    operation: new OperationView(facts.operation),
    access: new AccessView(facts.access),
    principal: new PrincipalView(facts.principal),
    resource: new ResourceView(facts.resource),
  };
}

/** Teaches an environment the variables `operation`, `access`, `principal`, `resource` and the types of their fields. */
export function registerViews(environment: Environment): void {
  const text = 'string';
  const texts = 'list<string>';
  const views = {
    operation: { ctor: OperationView, fields: { kind: text, name: text, statement: text, functions: texts, function_classes: texts, hazards: texts, lock: text, rewrite: 'bool', assumed: 'bool', rows: 'int', size: 'int', paths: texts } },
    access: { ctor: AccessView, fields: { effect: text, object: text, type: text, columns: texts, filtered: texts, assumed: 'bool' } },
    principal: { ctor: PrincipalView, fields: { names: texts, issuer: text, subject: text, prompter: text, claims: 'map<string, dyn>' } },
    resource: { ctor: ResourceView, fields: { name: text, type: text, environment: text, labels: 'map<string, string>', host: text, database: text } },
  };
  for (const [name, { ctor, fields }] of Object.entries(views)) {
    const type = `${(name[0] as string).toUpperCase()}${name.slice(1)}`;
    environment.registerType(type, { ctor, fields });
    environment.registerVariable(name, type);
  }
}

function whole(count: number | undefined): bigint | undefined {
  return count === undefined ? undefined : BigInt(Math.ceil(count));
}

// JSON as CEL wants it: whole numbers are its `int`.
function celValue(value: unknown): unknown {
  if (typeof value === 'number' && Number.isSafeInteger(value)) return BigInt(value);
  if (Array.isArray(value)) return value.map(celValue);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, celValue(item)]));
}
