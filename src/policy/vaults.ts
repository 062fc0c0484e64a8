// SPDX-License-Identifier: Apache-2.0
//
// Reads `vaults:`: where credentials are kept and as whom they are asked for. Everything is written here or has a fixed default; refuses
// addresses that are not encrypted, keys of another type, and to take any of it from an environment.
import { trustworthyUrl } from '../core/http.js';
import { manual } from '../core/documentation-links.js';
import { CREDENTIAL_SCHEMES, parseReference, type VaultKind, type VaultSettings } from '../core/vaults.js';
import { child, entriesOf, present, textOf } from './node.js';
import { mistake, quoted, suggestion, type Finding } from './problem.js';
import type { Located } from './yaml.js';

/** Keys that each type knows beside `type audience ca token_file`; `!`: it can't do without. */
const KEYS: Readonly<Record<VaultKind, readonly string[]>> = {
  vault: ['address!', 'role!', 'mount', 'namespace'],
  aws: ['region!', 'role_arn!', 'address', 'login'],
  gcp: ['provider!', 'service_account', 'address'],
  azure: ['address!', 'tenant!', 'client!', 'login'],
};
const COMMON = ['type', 'audience', 'ca', 'token_file'];

/** All vaults by name; the result has no prototype. */
export function readVaults(node: Located | undefined, findings: Finding[]): Readonly<Record<string, VaultSettings>> {
  const vaults = Object.create(null) as Record<string, VaultSettings>;
  for (const { key, keyAt, node: one } of entriesOf(node)) {
    const kind = textOf(one, 'type') as VaultKind;
    const before = findings.length;
    checkKeys(one, { name: key, keyAt, kind }, findings);
    if (findings.length === before) vaults[key] = settingsOf(key, kind, (name) => textOf(one, name));
  }
  return vaults;
}

/** A place in the file that refers to a secret: `node` is `resources.orders-db`, which holds the reference under `key`. */
export interface Referring {
  readonly where: string;
  readonly node: Located;
  readonly key: string;
  readonly reference: string | null;
}

/** The vault that a reference is read from: the one named beside it, or the only one of its type. Null: none, or none needed. */
export function vaultOf({ where, node, key, reference }: Referring, vaults: Readonly<Record<string, VaultSettings>>, findings: Finding[]): VaultSettings | null {
  const named = child(node, 'vault');
  const scheme = reference === null ? undefined : parseReference(reference)?.scheme;
  const kind = scheme === undefined ? null : CREDENTIAL_SCHEMES[scheme];
  const fitting = Object.values(vaults).filter((vault) => vault.kind === kind);
  const [first] = fitting;
  if (named !== undefined) {
    const found = Object.hasOwn(vaults, String(named.value)) ? vaults[String(named.value)] : undefined;
    if (found === undefined) findings.push(mistake(named.at, `${quoted(named.value)} is not one of \`vaults\`: ${suggestion(String(named.value), Object.keys(vaults))}`));
    else if (found.kind !== kind) findings.push(mistake(named.at, `\`${where}.vault\` names a vault of type \`${found.kind}\`, and its ${key} ${kind === null ? 'needs none' : `is kept in one of type \`${kind}\``}`));
    return found ?? null;
  }
  if (first !== undefined && fitting.length > 1) {
    findings.push(mistake(present(node, key).at, `\`vaults\` has ${fitting.length} of type \`${kind}\`, and \`${where}\` names none`, `add \`vault: ${first.name}\` beside \`${key}\``));
  }
  return first ?? null;
}

function checkKeys(node: Located, { name, keyAt, kind }: { name: string; keyAt: number; kind: VaultKind }, findings: Finding[]): void {
  const known = [...COMMON, ...KEYS[kind].map((key) => key.replace('!', ''))];
  for (const { key, keyAt: at } of entriesOf(node)) {
    if (!known.includes(key)) findings.push(mistake(at, `a vault of type \`${kind}\` has no \`${key}\``, `it has: ${known.join(', ')}`));
  }
  for (const key of KEYS[kind]) {
    if (key.endsWith('!') && textOf(node, key.slice(0, -1)) === null) findings.push(mistake(keyAt, `\`vaults.${name}\` has no \`${key.slice(0, -1)}\``, `${manual('docs/vault.md')} says what a vault of type \`${kind}\` needs`));
  }
  for (const key of ['address', 'login']) {
    const url = child(node, key);
    const fault = url === undefined ? null : faultOf(String(url.value));
    if (url !== undefined && fault !== null) findings.push(mistake(url.at, `\`vaults.${name}.${key}\` ${fault}`, 'write `https://HOST[:PORT]`; `http://` is for loopback only'));
  }
}

// The address itself is not repeated: somebody may have put a token into it.
function faultOf(text: string): string | null {
  try {
    const url = trustworthyUrl(text);
    if (url.search !== '' || url.hash !== '') return 'holds parameters';
    return url.pathname === '/' ? null : 'holds a path';
  } catch {
    return 'is not an address to trust';
  }
}

function settingsOf(name: string, kind: VaultKind, text: (key: string) => string | null): VaultSettings {
  const must = (key: string): string => text(key) as string;
  const origin = (key: string, fallback: string): string => new URL(text(key) ?? fallback).origin;
  const place = { name, ca: text('ca'), tokenFile: text('token_file') };
  switch (kind) {
    case 'vault': {
      const address = origin('address', '');
      return { ...place, kind, address, audience: text('audience') ?? address, role: must('role'), mount: text('mount') ?? 'jwt', namespace: text('namespace') };
    }
    case 'aws': {
      const region = must('region');
      const suffix = region.startsWith('cn-') ? 'amazonaws.com.cn' : 'amazonaws.com';
      return {
        ...place, kind, region, roleArn: must('role_arn'), audience: text('audience') ?? 'sts.amazonaws.com',
        address: origin('address', `https://secretsmanager.${region}.${suffix}`), login: origin('login', `https://sts.${region}.${suffix}`),
      };
    }
    case 'gcp': {
      const provider = must('provider');
      return { ...place, kind, provider, serviceAccount: text('service_account'), audience: text('audience') ?? `https://iam.googleapis.com/${provider}`, address: origin('address', 'https://secretmanager.googleapis.com') };
    }
    case 'azure':
      return { ...place, kind, address: origin('address', ''), tenant: must('tenant'), client: must('client'), audience: text('audience') ?? 'api://AzureADTokenExchange', login: origin('login', 'https://login.microsoftonline.com') };
    default:
      return kind satisfies never;
  }
}
