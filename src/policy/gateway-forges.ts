// SPDX-License-Identifier: Apache-2.0
//
// Reads `forges` of the operator's file: where reviews are asked for, with whose token. Refuses a forge that could not know which repository, or
// which person, is meant, names of forges that are not there, and secrets where their place should be.
import type { VaultSettings } from '../core/vaults.js';
import type { IssuerSettings } from './gateway-issuers.js';
import type { KeptSecret } from './model.js';
import { child, entriesOf, itemsOf, present, textOf, textsOf } from './node.js';
import { mistake, quoted, suggestion, type Finding } from './problem.js';
import { faultOfReference, isLoopback } from './resources.js';
import { vaultOf } from './vaults.js';
import type { Located } from './yaml.js';

/** One forge. `url` null: GitHub's API, gitlab.com; `repository` null: the one that the caller's token names. */
export interface ForgeSettings {
  readonly name: string;
  readonly kind: 'github' | 'gitlab';
  readonly url: string | null;
  /** File of the authority that alone is trusted there; null: Node's own list. */
  readonly ca: string | null;
  readonly token: KeptSecret;
  readonly repository: string | null;
  /** Ids of accounts that put operations up for us. */
  readonly proposers: readonly string[];
}

/** All forges, and that each issuer names one which can serve it. `issuers`: as read. */
export function readForges(root: Located, issuers: readonly IssuerSettings[], of: { readonly vaults: Readonly<Record<string, VaultSettings>>; readonly findings: Finding[] }): readonly ForgeSettings[] {
  const forges = entriesOf(child(root, 'forges')).map(({ key, node }) => readForge(key, node, of));
  const written = present(root, 'issuers');
  for (const issuer of issuers) if (issuer.forge !== null) checkUse(issuer, issuer.forge, { forges, at: present(present(written, issuer.name), 'forge').at, findings: of.findings });
  const used = issuers.flatMap(({ forge }) => forges.filter(({ name }) => name === forge));
  const servers = [...new Set(used.map(({ kind, url }) => hostOf(kind, url)))];
  if (servers.length > 1) refuseIds(root, servers, of.findings);
  return forges;
}

// A number is one person at one server, and somebody else at another. A rule for some callers may be of one server alone; the operator knows.
function refuseIds(root: Located, servers: readonly string[], findings: Finding[]): void {
  const places = [
    { where: 'approvers', node: child(root, 'approvers') },
    ...itemsOf(child(root, 'rules')).filter((rule) => child(present(rule, 'match'), 'principal') === undefined).map((rule) => ({ where: `rule ${String(present(rule, 'id').value)}`, node: child(rule, 'approvers') })),
  ];
  for (const { where, node } of places) {
    const users = node === undefined ? undefined : child(node, 'users');
    if (users !== undefined) findings.push(mistake(users.at, `\`users\` of \`${where}\` would be asked at ${servers.join(' and ')}, where the same id is another person`, 'name teams here, and people in rules with `match: { principal: … }` for the callers of one server'));
  }
}

function checkUse({ name, kind, address }: IssuerSettings, wanted: string, { forges, at, findings }: { readonly forges: readonly ForgeSettings[]; readonly at: number; readonly findings: Finding[] }): void {
  const forge = forges.find((one) => one.name === wanted);
  if (forge === undefined) findings.push(mistake(at, `\`issuers.${name}.forge\` is ${quoted(wanted)}, which is not one of \`forges\`: ${suggestion(wanted, forges.map((one) => one.name))}`));
  else if (forge.repository === null && forge.kind !== kind) findings.push(mistake(at, `\`issuers.${name}\` is of kind \`${kind}\`, which names no repository of \`forges.${wanted}\``, `add \`repository: ID\` to \`forges.${wanted}\`: there all reviews are given then`));
  else if (forge.repository === null && hostOf(kind, address) !== hostOf(kind, forge.url)) {
    // Ids of repositories are one server's own: at another, the same number is somebody else's repository.
    findings.push(mistake(at, `\`issuers.${name}\` is ${hostOf(kind, address)}, and \`forges.${wanted}\` is ${hostOf(kind, forge.url)}, where its repositories are others`, forge.url === null ? `add \`url: https://…\` of that server's API to \`forges.${wanted}\`` : `name another forge, or add \`repository: ID\` to \`forges.${wanted}\`: there all reviews are given then`));
  }
}

// `https://api.github.com` and `https://api.acme.ghe.com` are the APIs of github.com and acme.ghe.com.
function hostOf(kind: IssuerSettings['kind'], address: string | null): string {
  if (address === null) return `${kind}.com`;
  return URL.canParse(address) ? new URL(address).hostname.replace(/^api\./u, '') : address;
}

function readForge(name: string, node: Located, { vaults, findings }: { readonly vaults: Readonly<Record<string, VaultSettings>>; readonly findings: Finding[] }): ForgeSettings {
  const url = child(node, 'url');
  if (url !== undefined && !trustworthy(String(url.value))) findings.push(mistake(url.at, `\`forges.${name}.url\` is ${quoted(url.value)}, which is no address to trust`, 'write `https://…` without a user; `http://` is for loopback only'));
  const { at, value } = present(node, 'token');
  const reference = String(value);
  const fault = faultOfReference(reference);
  if (fault !== null) findings.push(mistake(at, `\`forges.${name}.token\` ${fault.message}`, fault.hint));
  const vault = vaultOf({ where: `forges.${name}`, node, key: 'token', reference }, vaults, findings);
  return {
    name, kind: textOf(node, 'kind') as ForgeSettings['kind'], url: url === undefined ? null : String(url.value), ca: textOf(node, 'ca'),
    token: { reference, vault, allowStatic: true }, repository: textsOf(node, 'repository')?.[0] ?? null, proposers: textsOf(node, 'proposers') ?? [],
  };
}

function trustworthy(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, hostname, username } = new URL(text);
  return username === '' && (protocol === 'https:' || isLoopback(hostname.replace(/^\[|\]$/gu, '')));
}
