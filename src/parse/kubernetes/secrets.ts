// SPDX-License-Identifier: Apache-2.0
//
// Secrets that stand in a manifest for everybody to read, and the manifest without them. Refuses to print a value: it tells only where it stands.
import type { Hazard } from '../../core/model.js';
import { podOf } from './pod.js';
import type { Resource } from './resource.js';
import { isMapping, list, type Mapping, mappingAt, text, type Value, within } from './value.js';

/** Left in the place of a value. */
const GONE = '?';
// Names of settings that hold secrets. One match: `DB_PASSWORD`; one miss: `PASSWORD_MIN_LENGTH`, `TOKEN_TTL`.
const SECRET_NAME = /(?:pass(?:word|wd|phrase)?|pwd|secret|token|api[_.-]?key|access[_.-]?key|private[_.-]?key|batch[_.-]?key|storage[_.-]?key|account[_.-]?key|key[_.-]?content|credentials?|connection[_.-]?string|auth[_.-]?key|encryption[_.-]?key|signing[_.-]?key|client[_.-]?key|sas[_.-]?key)$/iu;
const HARMLESS_NAME = /(?:_file|_path|_name|_ref|_url|_ttl)$/iu;
// Values that are secrets whatever they are called. Matches: a PEM private key, `postgres://u:p@h`, `ghp_…`; one miss: `http://host/path`.
const SECRET_VALUE = /-{3,5} ?BEGIN [A-Z ]{0,30}PRIVATE KEY|\b[a-z][a-z0-9+.-]{1,20}:\/\/[^\s:/@]{1,100}:[^\s/@$]{1,200}@|\bAKIA[0-9A-Z]{16}\b|\bgh[pousr]_[A-Za-z0-9]{36}|\bglpat-[\w-]{20}|\bxox[abprs]-[\w-]{10}|\beyJ[\w-]{10,}\.eyJ[\w-]{10,}\.|\bsk-[A-Za-z0-9_-]{20}|\bAIza[\w-]{35}|"type": ?"service_account"/u;
const LAST_APPLIED = 'kubectl.kubernetes.io/last-applied-configuration';
/** Longer values are not looked into beyond this. */
const MAX_LOOK = 65_536;

/** True for a setting whose value is a secret, by its name or by what it looks like. */
export function isSecretSetting(name: string, value: Value | undefined): boolean {
  if (typeof value !== 'string' || value === '' || isReference(value)) return false;
  return (SECRET_NAME.test(name) && !HARMLESS_NAME.test(name)) || SECRET_VALUE.test(value.slice(0, MAX_LOOK));
}

// `$(OTHER)` and `${OTHER}` are put in later, from elsewhere.
function isReference(value: string): boolean {
  return /^\$[({][A-Za-z_][A-Za-z0-9_]*[)}]$/u.test(value);
}

/** Hazards of secrets in the clear. */
export function clearSecretHazards(resource: Resource): readonly Hazard[] {
  const hazards: Hazard[] = [];
  const found = (detail: string): void => void hazards.push({ id: 'secret-in-clear', detail });
  const { kind, group, value } = resource;
  if (kind === 'Secret' && group === '') {
    const keys = ['data', 'stringData'].flatMap((part) => Object.entries(mappingAt(value, part)).filter(([, item]) => item !== '' && item !== null).map(([key]) => key));
    if (keys.length > 0) found(`the values of a Secret are in the file: ${keys.slice(0, 10).map(shown).join(', ')}; base64 hides nothing`);
  }
  if (kind === 'ConfigMap') {
    const keys = Object.entries(mappingAt(value, 'data')).filter(([key, item]) => isSecretSetting(key, item)).map(([key]) => key);
    if (keys.length > 0) found(`a ConfigMap holds what looks like secrets: ${keys.slice(0, 10).map(shown).join(', ')}`);
  }
  const names = environmentOf(resource).filter(({ name, value: item }) => isSecretSetting(name, item)).map(({ name }) => name);
  if (names.length > 0) found(`environment variables hold what looks like secrets: ${[...new Set(names)].slice(0, 10).map(shown).join(', ')}`);
  if (commandsOf(resource).some((word) => SECRET_VALUE.test(word.slice(0, MAX_LOOK)) || isSecretFlag(word))) found('a command line holds what looks like a secret');
  return hazards;
}

function shown(name: string): string {
  return `\`${name.slice(0, 100)}\``;
}

function environmentOf(resource: Resource): { readonly name: string; readonly value: Value | undefined }[] {
  return (podOf(resource)?.containers ?? []).flatMap(({ value }) => list(value['env']).map((item) => ({ name: text(within(item, 'name')) ?? '', value: within(item, 'value') })));
}

function commandsOf(resource: Resource): string[] {
  return (podOf(resource)?.containers ?? []).flatMap(({ value }) => [...list(value['command']), ...list(value['args'])].filter((word) => typeof word === 'string'));
}

// One match: `--password=hunter2`; one miss: `--password=$(PASSWORD)`, `--password-file=/x`.
function isSecretFlag(word: string): boolean {
  const [, name, value] = /^--?([A-Za-z][\w.-]{0,100})=(.{1,1000})$/su.exec(word) ?? [];
  return name !== undefined && isSecretSetting(name, value);
}

/** A copy without what may be secret: values of Secrets, of environment variables and of the last applied configuration, secrets in other texts. */
export function withoutSecrets(value: Value, key = '', secret = false): Value {
  if (typeof value === 'string') return secret || key === LAST_APPLIED || isSecretSetting(key, value) || isSecretFlag(value) ? GONE : value;
  if (Array.isArray(value)) return (value as readonly Value[]).map((item) => withoutSecrets(key === 'env' ? withoutValue(item) : item, key === 'env' ? '' : key, secret));
  if (!isMapping(value)) return secret && value !== null ? GONE : value;
  const isSecret = value['kind'] === 'Secret';
  const hidden = (name: string): boolean => secret || (isSecret && (name === 'data' || name === 'stringData'));
  return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, withoutSecrets(item, name, hidden(name))]));
}

function withoutValue(item: Value): Value {
  return isMapping(item) && typeof item['value'] === 'string' ? ({ ...item, value: GONE } as Mapping) : item;
}
