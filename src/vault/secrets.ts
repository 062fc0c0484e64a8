// SPDX-License-Identifier: Apache-2.0
//
// The secrets that need no vault: `env:NAME` and `file:/path`. Static keys, therefore refused under a CI product unless the policy says
// `allow_static: true`. Values stay in this process: never logged, never in an error, never written anywhere.
import { GateError } from '../core/errors.js';
import { takeVariable, type MutableEnvironment } from './env.js';
import { plain } from './fields.js';
import { readSecretFile } from './file.js';

/** `ci`: we run under a CI product. `allowStatic`: the resource's `allow_static` key. */
export interface StaticRule {
  readonly ci: boolean;
  readonly allowStatic: boolean;
}

/** Reads `env:` and `file:` references; a variable is gone from the given environment once it was read. */
export class LocalSecrets {
  readonly #environment: MutableEnvironment;
  readonly #rule: StaticRule;
  // Two resources may share a variable that is already gone from the environment.
  readonly #taken: Map<string, string>;

  constructor(environment: MutableEnvironment, rule: StaticRule, taken = new Map<string, string>()) {
    this.#environment = environment;
    this.#rule = rule;
    this.#taken = taken;
  }

  /** The same secrets under the `allow_static` of another resource. */
  withStatic(allowStatic: boolean): LocalSecrets {
    return new LocalSecrets(this.#environment, { ...this.#rule, allowStatic }, this.#taken);
  }

  /** Variables that were read so far. */
  get variables(): readonly string[] {
    return [...this.#taken.keys()];
  }

  /** True when reading a reference takes a static key in a CI job: allowed by the policy, and to be said loudly. */
  get staticInCi(): boolean {
    return this.#rule.ci;
  }

  /** The text behind `env:NAME` or `file:/path`. Throws SECRET_UNAVAILABLE. */
  async read(reference: string): Promise<string> {
    const colon = reference.indexOf(':');
    const scheme = colon < 0 ? '' : reference.slice(0, colon);
    const rest = reference.slice(colon + 1);
    if (scheme !== 'env' && scheme !== 'file') {
      throw new GateError('SECRET_UNAVAILABLE', `the credential \`${reference}\` is of a kind that this version can not read`, { hint: 'it reads `env:NAME` and `file:/path`' });
    }
    if (this.#rule.ci && !this.#rule.allowStatic) {
      throw new GateError('SECRET_UNAVAILABLE', `the credential \`${reference}\` is a static key, and this is a CI job`, { hint: 'if that is meant, write `allow_static: true` next to `credential:` in the policy' });
    }
    return plain(scheme === 'env' ? this.#variable(rest) : await readSecretFile(rest, process.getuid?.() ?? null), reference);
  }

  #variable(name: string): string {
    const value = this.#taken.get(name) ?? takeVariable(name, this.#environment);
    this.#taken.set(name, value);
    return value;
  }
}
