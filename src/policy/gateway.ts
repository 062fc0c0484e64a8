// SPDX-License-Identifier: Apache-2.0
//
// Reads the operator's file: settings of the gateway, and its policy. Every complaint has a line and a column, as in policies. Refuses
// plain text away from loopback, and leases longer than their session.
import type { Policy } from './model.js';
import { BESIDE, gatewaySchema } from './gateway-schema.js';
import { loadPolicyOf, type LoadOptions, type PolicySource } from './load.js';
import { readForges, type ForgeSettings } from './gateway-forges.js';
import { readIssuers, type IssuerSettings } from './gateway-issuers.js';
import { manual } from '../core/documentation-links.js';
import { CREDENTIAL_SCHEMES, parseReference } from '../core/vaults.js';
import { child, entriesOf, present, textOf } from './node.js';
import { mistake, quoted, type Finding } from './problem.js';
import { isLoopback } from './resources.js';
import { secondsOf } from './time.js';
import { readVaults } from './vaults.js';
import type { Located } from './yaml.js';

/** PEM files of a listener. */
export interface CertificateFiles {
  readonly cert: string;
  readonly key: string;
}

/** `port` 0: any free one. `tls` null: plain text, on loopback only. */
export interface ListenSettings {
  readonly host: string;
  readonly port: number;
  readonly tls: CertificateFiles | null;
}

/** All of the file that is no policy. */
export interface GatewaySettings {
  /** Without a slash at its end. */
  readonly url: string;
  readonly audience: string;
  readonly api: ListenSettings;
  readonly postgres: ListenSettings & { readonly advertise: { readonly host: string; readonly port: number | null } };
  readonly metrics: ListenSettings | null;
  readonly storePath: string;
  /** File with an OIDC token of the gateway's own, for vaults. */
  readonly ownToken: string | null;
  readonly recordings: { readonly path: string; readonly durability: 'disk' | 'process' };
  readonly sessions: { readonly leaseSeconds: number; readonly limitSeconds: number; readonly max: number };
  readonly issuers: readonly IssuerSettings[];
  readonly forges: readonly ForgeSettings[];
}

/** A loaded operator's file. */
export interface GatewayFile {
  readonly settings: GatewaySettings;
  readonly policy: Policy;
}

const DEFAULT_SESSIONS = { lease: '10m', limit: '6h', max: 1000 };

/** Loads it. Throws POLICY_INVALID: the first problem with its place, and in the hint how many more there are. */
export async function loadGateway(source: PolicySource, options: LoadOptions): Promise<GatewayFile> {
  let settings: GatewaySettings | null = null;
  const also = (root: Located, findings: Finding[]): void => void (settings = readGateway(root, findings));
  const policy = await loadPolicyOf(source, options, { schema: gatewaySchema, called: "the gateway's file", beside: BESIDE, also });
  return { settings: settings as unknown as GatewaySettings, policy };
}

function readGateway(root: Located, findings: Finding[]): GatewaySettings {
  const listen = present(root, 'listen');
  const shared = certificateOf(child(root, 'tls'));
  const listener = (key: string): ListenSettings => readListener(present(listen, key), shared, findings);
  const postgres = present(listen, 'postgres');
  const url = readUrl(root, findings);
  const advertised = child(postgres, 'advertise');
  const storePath = String(present(present(root, 'store'), 'path').value);
  const recordings = child(root, 'recordings');
  demandOwnToken(root, findings);
  demandVaults(root, findings);
  const issuers = readIssuers(child(root, 'issuers'), findings);
  return {
    url, audience: textOf(root, 'audience') ?? 'ostiary',
    api: listener('api'),
    postgres: { ...listener('postgres'), advertise: advertised === undefined ? { host: hostOf(url), port: null } : readAddress(advertised, findings) },
    metrics: child(listen, 'metrics') === undefined ? null : listener('metrics'),
    storePath, ownToken: textOf(root, 'own_token'),
    recordings: {
      path: (recordings === undefined ? null : textOf(recordings, 'path')) ?? `${storePath.replace(/\/+$/u, '')}/recordings`,
      durability: ((recordings === undefined ? null : textOf(recordings, 'durability')) ?? 'disk') as 'disk' | 'process',
    },
    sessions: readSessions(child(root, 'sessions'), findings),
    issuers, forges: readForges(root, issuers, { vaults: readVaults(child(root, 'vaults'), []), findings }),
  };
}

// A gateway is no job, whose CI product gives it a token: somebody has to put one there.
function demandOwnToken(root: Located, findings: Finding[]): void {
  const record = child(root, 'record');
  const found = record === undefined ? undefined : child(record, 'keyless');
  if (found === undefined || found.value === false || textOf(root, 'own_token') !== null || textOf(found, 'token_file') !== null) return;
  findings.push(mistake(found.at, '`record.keyless` signs as the gateway, which has no token to show for it', 'add `token_file: /path` of a projected token of audience `sigstore`, or name a key: `record: { key: "vault:PATH" }`'));
}

// Said here, and not when the first job stands before a closed door. In jobs a policy may name a vault that only its gateway has.
function demandVaults(root: Located, findings: Finding[]): void {
  const vaults = entriesOf(child(root, 'vaults')).map(({ key, node }) => ({ key, kind: textOf(node, 'type'), hasToken: textOf(node, 'token_file') !== null }));
  const isOpen = textOf(root, 'own_token') !== null;
  const named = (section: string, key: string): { where: string; node: Located; key: string }[] => entriesOf(child(root, section)).map(({ key: name, node }) => ({ where: `${section}.${name}`, node, key }));
  const record = child(root, 'record');
  for (const { where, node, key } of [...named('resources', 'credential'), ...named('forges', 'token'), ...(record === undefined ? [] : [{ where: 'record', node: record, key: 'key' }])]) {
    const scheme = parseReference(textOf(node, key) ?? '')?.scheme;
    const kind = scheme === undefined ? null : CREDENTIAL_SCHEMES[scheme];
    const fitting = vaults.filter((vault) => vault.kind === kind && (textOf(node, 'vault') ?? vault.key) === vault.key);
    const at = child(node, key)?.at ?? node.at;
    if (kind !== null && fitting.length === 0 && textOf(node, 'vault') === null) findings.push(mistake(at, `\`${where}.${key}\` is kept in a vault of type \`${kind}\`, and \`vaults\` has none`, `add it there: ${manual('docs/vault.md')} says what it needs`));
    else if (!isOpen && (scheme === 'oidc' || (kind !== null && fitting.some(({ hasToken }) => !hasToken)))) findings.push(mistake(at, `\`${where}.${key}\` takes a token of the gateway's own, and it has none`, 'add `own_token: /path`: the file of an OIDC token, such as a projected service-account token'));
  }
}

function readUrl(root: Located, findings: Finding[]): string {
  const node = present(root, 'url');
  const text = String(node.value);
  const url = URL.canParse(text) ? new URL(text) : null;
  if (url === null || url.username !== '' || url.password !== '') findings.push(mistake(node.at, `\`url\` is ${quoted(text)}, which is no address`, 'write `https://gateway.internal:8443`'));
  else if (url.protocol === 'http:' && !isLoopback(bare(url.hostname))) findings.push(mistake(node.at, '`url` is not encrypted', 'write `https://`; `http://` is for loopback only'));
  return url === null ? '' : url.href.replace(/\/+$/u, '');
}

function hostOf(url: string): string {
  return url === '' ? '' : bare(new URL(url).hostname);
}

function bare(hostname: string): string {
  return hostname.replace(/^\[|\]$/gu, '');
}

function certificateOf(node: Located | undefined): CertificateFiles | null {
  return node === undefined ? null : { cert: String(present(node, 'cert').value), key: String(present(node, 'key').value) };
}

function readListener(node: Located, shared: CertificateFiles | null, findings: Finding[]): ListenSettings {
  const at = present(node, 'address');
  const { host, port } = readAddress(at, findings);
  const tls = certificateOf(child(node, 'tls')) ?? shared;
  if (tls === null && !isLoopback(host)) findings.push(mistake(at.at, `${quoted(at.value)} is not loopback, and there is no certificate for it`, 'add `tls: { cert: FILE, key: FILE }`, or listen on `127.0.0.1`'));
  return { host, port, tls };
}

function readAddress(node: Located, findings: Finding[]): { readonly host: string; readonly port: number } {
  const text = String(node.value);
  const cut = text.lastIndexOf(':');
  const port = Number(text.slice(cut + 1));
  if (port > 65_535) findings.push(mistake(node.at, `${quoted(text)} has a port that does not exist`));
  return { host: bare(text.slice(0, cut)), port };
}

function readSessions(node: Located | undefined, findings: Finding[]): GatewaySettings['sessions'] {
  const of = (key: 'lease' | 'limit'): number => secondsOf((node === undefined ? null : textOf(node, key)) ?? DEFAULT_SESSIONS[key]);
  const sessions = { leaseSeconds: of('lease'), limitSeconds: of('limit'), max: ((node === undefined ? undefined : child(node, 'max')?.value) ?? DEFAULT_SESSIONS.max) as number };
  if (node !== undefined && sessions.leaseSeconds > sessions.limitSeconds) findings.push(mistake(node.at, '`sessions.lease` is longer than `sessions.limit`', 'a lease is renewed within the limit; make it shorter'));
  return sessions;
}
