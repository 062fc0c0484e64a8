// SPDX-License-Identifier: Apache-2.0
//
// Secrets handed over as environment variables, `env:NAME`. A variable is taken out of the environment when it is read, so that no
// child process ever sees it. Refuses to read the real environment: it works on the record that it is given.
import { GateError } from '../core/errors.js';

/** An environment that can lose variables: `process.env` in production. */
export type MutableEnvironment = Record<string, string | undefined>;

const NAME = /^[A-Za-z_][A-Za-z0-9_]*$/;

/** Removes the variable and returns what it held; throws SECRET_UNAVAILABLE when it is not there or empty. */
export function takeVariable(name: string, environment: MutableEnvironment): string {
  if (!NAME.test(name)) {
    throw new GateError('SECRET_UNAVAILABLE', `\`env:${name}\` does not name an environment variable`, { hint: 'write `env:NAME`, such as `env:ORDERS_DB`' });
  }
  const value = Object.hasOwn(environment, name) ? environment[name] : undefined;
  if (value === undefined || value === '') {
    // GitHub turns a secret that is not defined, or not given to a fork, into an empty text.
    throw new GateError('SECRET_UNAVAILABLE', `the environment variable \`${name}\` is ${value === undefined ? 'not set' : 'empty'}`, {
      hint: `set it where ostiary starts: on GitHub \`env: { ${name}: \${{ secrets.${name} }} }\` of this step, on GitLab a masked, protected variable, in a shell \`export ${name}=…\``,
    });
  }
  delete environment[name];
  return value;
}
