// SPDX-License-Identifier: Apache-2.0
//
// Reads `resources:`: where each production target is and how it is reached. Refuses passwords in addresses, unencrypted ways to
// anything but loopback, and to quote an address or credential in a message, since either may hold a secret by mistake.
import type { ResourceKind } from '../core/model.js';
import { CREDENTIAL_FORMS, parseReference, type CredentialScheme, type VaultSettings } from '../core/vaults.js';
import { holdIn } from './approvals.js';
import { readMasks } from './masks.js';
import type { Address, Resource, Tls } from './model.js';
import { child, entriesOf, flagOf, textOf } from './node.js';
import { mistake, type Finding } from './problem.js';
import { REPOSITORY } from './repository.js';
import { vaultOf } from './vaults.js';
import type { Located } from './yaml.js';

const POSTGRES_PORT = 5432;
/** What may stand behind each scheme, a `#FIELD` aside. */
const CREDENTIALS: Readonly<Record<CredentialScheme, RegExp>> = {
  env: /^[A-Za-z_][A-Za-z0-9_]*$/u,
  file: /^\S/u,
  oidc: /^\S+$/u,
  // Hits `database/creds/orders`, `secret/data/a b`; misses `../sys/x`, `a//b`, `a?list=true`.
  vault: /^(?!.*(?:^|\/)\.{0,2}(?:\/|$))[^?#%\\\u0000-\u001f\s]+$/u,
  // @see https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_CreateSecret.html (Name), or an ARN.
  'aws-sm': /^[A-Za-z0-9/_+=.@:-]{1,2048}$/u,
  'aws-rds-iam': /^[A-Za-z0-9_][A-Za-z0-9_.@$-]{0,62}$/u,
  'gcp-sm': /^projects\/[a-z0-9:.-]{1,100}\/secrets\/[A-Za-z0-9_-]{1,255}(?:\/versions\/[A-Za-z0-9_-]{1,63})?$/u,
  'azure-kv': /^[A-Za-z0-9-]{1,127}(?:\/[0-9a-f]{32})?$/u,
};
const FIELD = /^[A-Za-z0-9_.-]{1,100}$/u;

/** All resources by name; the result has no prototype. */
export function readResources(node: Located | undefined, findings: Finding[], vaults: Readonly<Record<string, VaultSettings>>): Readonly<Record<string, Resource>> {
  const resources = Object.create(null) as Record<string, Resource>;
  for (const entry of entriesOf(node)) {
    if (entry.key === REPOSITORY.name) findings.push(mistake(entry.keyAt, '`repository` is the code itself, which every policy knows', 'give the resource another name'));
    resources[entry.key] = readResource(entry, findings, vaults);
  }
  return resources;
}

interface Named {
  readonly key: string;
  readonly keyAt: number;
  readonly node: Located;
}

function readResource({ key: name, keyAt, node }: Named, findings: Finding[], vaults: Readonly<Record<string, VaultSettings>>): Resource {
  const type = textOf(node, 'type') as ResourceKind;
  const complain = (key: string, message: string, hint: string) => findings.push(mistake(child(node, key)?.at ?? keyAt, `\`resources.${name}.${key}\` ${message}`, hint));
  const address = type === 'postgres' ? readAddress(node, complain) : null;
  if (type !== 'postgres') checkUrl(textOf(node, 'url'), complain);
  const url = textOf(node, 'url');
  const credential = textOf(node, 'credential');
  const fault = credential === null ? null : faultOfReference(credential);
  if (fault !== null) complain('credential', fault.message, fault.hint);
  if (address !== null && address.user === null && credential === null) {
    complain('credential', 'is missing, and the url names no user', 'write `credential: env:NAME` (a password or `user:password`), or `postgres://user@host/database`');
  }
  return {
    name, type, environment: textOf(node, 'environment'), labels: labelsOf(node), url, address,
    target: address === null ? (url ?? name) : targetOf(address), credential,
    vault: vaultOf({ where: `resources.${name}`, key: 'credential', node, reference: credential }, vaults, findings), allowStatic: flagOf(node, 'allow_static'), local: flagOf(node, 'local'),
    mask: readMasks(child(node, 'mask'), findings),
    tls: readTls(node, address, complain), holdMs: holdIn(node),
  };
}

type Complain = (key: string, message: string, hint: string) => void;

function labelsOf(node: Located): Readonly<Record<string, string>> {
  const labels = Object.create(null) as Record<string, string>;
  for (const entry of entriesOf(child(node, 'labels'))) labels[entry.key] = String(entry.node.value);
  return labels;
}

function targetOf({ host, port, database }: Address): string {
  return `${host.includes(':') ? `[${host}]` : host}:${port}/${database}`;
}

const URL_FORM = 'write `postgres://[user@]host[:port]/database`';

function readAddress(node: Located, complain: Complain): Address | null {
  const url = textOf(node, 'url');
  if (url === null) {
    complain('url', 'is missing', URL_FORM);
    return null;
  }
  const parsed = parseAddress(url);
  if (typeof parsed !== 'string') return parsed;
  complain('url', parsed, URL_FORM);
  return null;
}

// Returns the address, or what is wrong with it.
function parseAddress(url: string): Address | string {
  const rest = /^postgres(?:ql)?:\/\/(.*)$/su.exec(url)?.[1];
  if (rest === undefined) return 'is not the address of a PostgreSQL';
  if (/[?#]/u.test(rest)) return 'holds parameters: TLS is said by `tls:`, and settings are not passed on';
  const at = rest.lastIndexOf('@');
  const userInfo = at < 0 ? null : rest.slice(0, at);
  if (userInfo?.includes(':') === true) return 'holds a password: take it out, change it, and say by `credential:` where the new one is';
  const place = /^(?<host>\[[0-9A-Fa-f:.]+\]|[A-Za-z0-9._-]+)(?::(?<port>[0-9]{1,5}))?\/(?<database>[^/]+)$/u.exec(rest.slice(at + 1))?.groups;
  if (place === undefined) return 'does not name one host and one database';
  const { host, port = String(POSTGRES_PORT), database } = place as { readonly host: string; readonly port?: string; readonly database: string };
  const decoded = [decoding(database), userInfo === null ? null : decoding(userInfo)] as const;
  if (decoded[0] === '' || decoded[1] === '') return 'has a user or a database that can not be read';
  if (Number(port) < 1 || Number(port) > 65_535) return 'has a port that does not exist';
  return { host: host.toLowerCase().replace(/^\[|\]$/gu, ''), port: Number(port), database: decoded[0], user: decoded[1] };
}

// The text behind percent signs; empty when there is none or it holds control characters.
function decoding(text: string): string {
  try {
    const decoded = decodeURIComponent(text);
    return /[\u0000-\u001f\u007f-\u009f]/u.test(decoded) ? '' : decoded;
  } catch {
    return '';
  }
}

function checkUrl(url: string | null, complain: Complain): void {
  if (url === null) return;
  const parsed = URL.canParse(url) ? new URL(url) : null;
  if (parsed === null || (parsed.protocol !== 'https:' && parsed.protocol !== 'http:')) complain('url', 'is not an address', 'write `https://host/path`');
  else if (parsed.username !== '' || parsed.password !== '') complain('url', 'holds a user or a password', 'say by `credential:` where they are');
  else if (parsed.protocol === 'http:' && !isLoopback(parsed.hostname.replace(/^\[|\]$/gu, ''))) complain('url', 'is not encrypted', 'write `https://`; `http://` is for loopback only');
}

/** What is wrong with a reference to a secret, as the end of a sentence, and what to write; null when it names a place. Never repeats it: it may be a secret. */
export function faultOfReference(reference: string): { readonly message: string; readonly hint: string } | null {
  const parsed = parseReference(reference);
  if (parsed === null) return { message: 'does not say where the secret is', hint: `write ${CREDENTIAL_FORMS}; if a secret stood here, change it` };
  if (CREDENTIALS[parsed.scheme].test(parsed.rest) && (parsed.field === null || FIELD.test(parsed.field))) return null;
  return { message: `is not a place that \`${parsed.scheme}:\` can name`, hint: `write ${CREDENTIAL_FORMS}` };
}

function readTls(node: Located, address: Address | null, complain: Complain): Tls {
  const given = child(node, 'tls');
  const loopback = address !== null && isLoopback(address.host);
  const mode = (given === undefined ? null : (textOf(given, 'mode') as Tls['mode'] | null)) ?? (loopback && given === undefined ? 'disable' : 'verify-full');
  if (mode === 'disable' && !loopback && given !== undefined) complain('tls', 'turns encryption off', '`disable` is for loopback only; for an authority of your own write `tls: { ca: FILE }`');
  return { mode, ca: given === undefined ? null : textOf(given, 'ca') };
}

/** True for a host that is this machine: `localhost`, 127.0.0.0/8, ::1. */
export function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || /^127(?:\.[0-9]{1,3}){3}$/u.test(host);
}
