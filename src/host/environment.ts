// SPDX-License-Identifier: Apache-2.0
//
// What an environment says about a CI job before anything is started: which variables hold its tokens, and which ones change what our own
// programs do. Names only leave this file; refuses to guess: what a list does not name is not withheld.
import { readdirSync } from 'node:fs';
import { isAbsolute } from 'node:path';
import { GateError } from '../core/errors.js';
import type { Environment } from './world.js';

/** Variables that make Node, the loader or a shell run or trust something else. @see https://nodejs.org/api/cli.html#environment-variables */
const DANGEROUS = [
  /^LD_(PRELOAD|LIBRARY_PATH|AUDIT)$/u, /^DYLD_/u, /^GCONV_PATH$/u, /^GLIBC_TUNABLES$/u,
  /^NODE_(OPTIONS|PATH|EXTRA_CA_CERTS|USE_SYSTEM_CA|TLS_REJECT_UNAUTHORIZED|REPL_EXTERNAL_MODULE|USE_ENV_PROXY|COMPILE_CACHE)$/u,
  // These make libraries print requests, headers and tokens included.
  /^NODE_DEBUG(_NATIVE)?$/u, /^AZURE_LOG_LEVEL$/u, /^GOOGLE_SDK_NODE_LOGGING$/u,
  /^OPENSSL_(CONF|MODULES|ENGINES)$/u, /^SSLKEYLOGFILE$/u,
  /^(BASH_ENV|ENV|SHELLOPTS|BASHOPTS)$/u, /^BASH_FUNC_/u,
  /^GIT_(EXEC_PATH|SSL_NO_VERIFY|SSH|SSH_COMMAND|PROXY_COMMAND)$/u,
];
/** `NODE_OPTIONS` that only tune: people set them for a whole workflow. */
const HARMLESS_NODE_OPTION = /^--(max-old-space-size|max-semi-space-size|dns-result-order)=[a-z0-9]+$|^--(no-warnings|no-deprecation|enable-source-maps|throw-deprecation|trace-deprecation|trace-warnings)$/u;
/** A JSON Web Token: three base64url parts, the first of which is a JSON object. */
const JWT = /^eyJ[A-Za-z0-9_-]{10,}\.[A-Za-z0-9_-]+\.[A-Za-z0-9_-]+$/u;
/** Copies of shorter values are chance. */
const MIN_COPY_LENGTH = 12;

/**
 * Variables with which an earlier step could steer ours; a CI run that has any does not start. Proxy variables are not among them:
 * nothing of ours uses a proxy (and `NODE_USE_ENV_PROXY`, which would make it, is refused).
 */
function dangerousEnvironment(environment: Environment): string[] {
  return Object.entries(environment)
    .filter(([name, value]) => value !== undefined && value !== '' && DANGEROUS.some((pattern) => pattern.test(name)) && !harmless(name, value))
    .map(([name]) => name)
    .sort();
}

/** Refuses to go on in a job in which an earlier step may have set such a variable for us. `what` they can change. Throws INPUT_INVALID. */
export function refuseDangerousEnvironment(environment: Environment, what: string): void {
  const found = dangerousEnvironment(environment);
  if (found.length === 0) return;
  throw new GateError('INPUT_INVALID', `the environment of this job sets ${found.map((name) => `\`${name}\``).join(', ')}, which can change ${what}`, { hint: 'run the guarded step in a job of its own, before any step that writes to the environment; in a shell of your own, unset it' });
}

function harmless(name: string, value: string): boolean {
  if (name === 'LD_LIBRARY_PATH') return value.split(':').every(holdsPythonAlone);
  if (name === 'NODE_OPTIONS') return value.trim().split(/\s+/u).every((option) => HARMLESS_NODE_OPTION.test(option));
  return name === 'NODE_TLS_REJECT_UNAUTHORIZED' ? value === '1' : (name === 'NODE_USE_ENV_PROXY' || name === 'NODE_USE_SYSTEM_CA') && value === '0';
}

// actions/setup-python names the folder of its own library, which nothing of ours loads. An empty entry is the folder that we are in.
function holdsPythonAlone(folder: string): boolean {
  if (!isAbsolute(folder)) return false;
  try {
    // Matches `libssl.so.3` and `x.so`, misses `pkgconfig`.
    const libraries = readdirSync(folder).filter((file) => /\.so(\.|$)/u.test(file));
    return libraries.length > 0 && libraries.every((file) => /^libpython3[\w.]*\.so(\.1\.0)?$/u.test(file));
  } catch {
    return false;
  }
}

/** What a host knows about the names of its own variables. */
export interface TokenNames {
  /** Withheld whether set or not. */
  readonly fixed: readonly string[];
  /** Hold credentials. */
  readonly secret: readonly RegExp[];
  /** Let a process speak for the job without being secret: inputs, command files. */
  readonly speaking: readonly RegExp[];
}

/** Every variable that must not reach COMMAND: by name, by being a token whatever its name, and by repeating one under another name. */
export function tokenVariablesOf(environment: Environment, names: TokenNames): readonly string[] {
  const secrets = tokenValuesOf(environment, names);
  const found = filled(environment)
    .filter(([name, value]) => isSecret(name, value, names) || names.speaking.some((pattern) => pattern.test(name)) || secrets.some((secret) => value.includes(secret)))
    .map(([name]) => name);
  return [...new Set([...names.fixed, ...found])].sort();
}

/** The credentials themselves, where they are long enough for a copy of one to be no chance. */
export function tokenValuesOf(environment: Environment, names: TokenNames): readonly string[] {
  return [...new Set(filled(environment).filter(([name, value]) => isSecret(name, value, names)).map(([, value]) => value.trim()).filter((value) => value.length >= MIN_COPY_LENGTH))];
}

function filled(environment: Environment): [string, string][] {
  return Object.entries(environment).filter((entry): entry is [string, string] => entry[1] !== undefined && entry[1] !== '');
}

function isSecret(name: string, value: string, names: TokenNames): boolean {
  return names.secret.some((pattern) => pattern.test(name)) || JWT.test(value.trim());
}
