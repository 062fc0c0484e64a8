// SPDX-License-Identifier: Apache-2.0
//
// Reads `issuers` of the operator's file: who issues tokens or assertions, and how each is known. Refuses issuers that it can't name exactly,
// keys that mean nothing for their kind, the same issuer twice, and secrets where their place should be.
import { child, entriesOf, present, textOf, textsOf } from './node.js';
import { mistake, quoted, type Finding } from './problem.js';
import { isLoopback } from './resources.js';
import type { Located } from './yaml.js';

/** Where the repository's own policy is read. `api` null: GitHub's own; GitLab needs none. */
export interface RepositoryPolicySettings {
  readonly token: string;
  readonly api: string | null;
  readonly path: string;
}

/** An issuer of tokens. `address`: the server of `github` and `gitlab` (null: github.com, gitlab.com), the `iss` of `oidc`. */
export interface TokenIssuerSettings {
  readonly name: string;
  readonly kind: 'github' | 'gitlab' | 'oidc';
  readonly address: string | null;
  /** File of the authority that alone is trusted for its addresses; null: Node's own list. */
  readonly ca: string | null;
  /** Reference to what its discovery wants as bearer token; null: nothing. */
  readonly token: string | null;
  readonly policy: RepositoryPolicySettings | null;
  /** Where its jobs' approvals are; null: nowhere. */
  readonly forge: string | null;
}

/** An identity provider. `address`: its entity id; nulls: what the gateway itself is called, and its API's address. */
export interface SamlIssuerSettings {
  readonly name: string;
  readonly kind: 'saml';
  readonly address: string;
  /** Files, or PEM text. */
  readonly certificates: readonly string[];
  readonly audience: string | null;
  readonly recipient: string | null;
  readonly forge: string | null;
}

export type IssuerSettings = TokenIssuerSettings | SamlIssuerSettings;

type Kind = IssuerSettings['kind'];

const POLICY_PATH = '.ostiary/policy.yml';
const REFERENCE = /^(?:env:[A-Za-z_][A-Za-z0-9_]*|file:\/\S.*)$/u;
/** What each key is for; a key for another kind would be read by nobody. */
const KEYS: Readonly<Record<string, readonly Kind[]>> = {
  server: ['github', 'gitlab'], issuer: ['oidc', 'saml'], ca: ['github', 'gitlab', 'oidc'], token: ['oidc'], certificates: ['saml'], audience: ['saml'], recipient: ['saml'],
};

/** All of them, in the order written. */
export function readIssuers(node: Located | undefined, findings: Finding[]): readonly IssuerSettings[] {
  const names = new Map<string, string>();
  return entriesOf(node).map(({ key, keyAt, node: one }) => {
    const issuer = readIssuer(key, { at: keyAt, node: one }, findings);
    const known = names.get(`${issuer.kind === 'saml'} ${issuer.address ?? issuer.kind}`);
    if (known !== undefined) findings.push(mistake(keyAt, `\`issuers.${key}\` is the same issuer as \`issuers.${known}\``, 'put both into one'));
    names.set(`${issuer.kind === 'saml'} ${issuer.address ?? issuer.kind}`, key);
    return issuer;
  });
}

function readIssuer(name: string, { at, node }: { readonly at: number; readonly node: Located }, findings: Finding[]): IssuerSettings {
  const kind = textOf(node, 'kind') as Kind;
  const wanted = kind === 'oidc' || kind === 'saml' ? 'issuer' : 'server';
  for (const { key, keyAt } of entriesOf(node)) {
    const kinds = KEYS[key];
    if (kinds?.includes(kind) === false) findings.push(mistake(keyAt, `\`issuers.${name}\` is of kind \`${kind}\`, which has no \`${key}\``, key === 'server' || key === 'issuer' ? `it is named by \`${wanted}\`` : `\`${key}\` is for ${kinds.join(', ')}`));
  }
  const address = child(node, wanted);
  if (wanted === 'issuer' && address === undefined) findings.push(mistake(at, `\`issuers.${name}\` does not name its \`issuer\``, kind === 'saml' ? 'write the entity id of the identity provider' : 'write the `iss` of its tokens, `issuer: https://…`'));
  const policy = child(node, 'policy');
  if (wanted === 'issuer' && policy !== undefined) findings.push(mistake(policy.at, `\`issuers.${name}.policy\`: what is of kind \`${kind}\` names no repository`, 'leave it out; this file is the whole policy then'));
  if (kind === 'saml') return readProvider(name, { at, node }, findings);
  checkAddress(name, address, findings);
  const token = child(node, 'token');
  return {
    name, kind, address: address === undefined ? null : String(address.value), ca: textOf(node, 'ca'), token: token === undefined ? null : readReference(token, `issuers.${name}.token`, findings),
    policy: policy === undefined ? null : readRepositoryPolicy(policy, { name, kind }, findings), forge: textOf(node, 'forge'),
  };
}

function readProvider(name: string, { at, node }: { readonly at: number; readonly node: Located }, findings: Finding[]): SamlIssuerSettings {
  const certificates = textsOf(node, 'certificates') ?? [];
  if (certificates.length === 0) findings.push(mistake(at, `\`issuers.${name}\` has no \`certificates\``, 'name the PEM file of the key that signs its assertions'));
  return { name, kind: 'saml', address: textOf(node, 'issuer') ?? '', certificates, audience: textOf(node, 'audience'), recipient: textOf(node, 'recipient'), forge: textOf(node, 'forge') };
}

function checkAddress(name: string, node: Located | undefined, findings: Finding[]): void {
  if (node === undefined) return;
  const url = URL.canParse(String(node.value)) ? new URL(String(node.value)) : null;
  const wrong = url === null || url.username !== '' || url.search !== '' || url.hash !== '' || (url.protocol !== 'https:' && !(url.protocol === 'http:' && isLoopback(url.hostname.replace(/^\[|\]$/gu, ''))));
  if (wrong) findings.push(mistake(node.at, `\`issuers.${name}\` has ${quoted(node.value)}, which is no address to trust`, 'write `https://…` without user and query; `http://` is for loopback only'));
}

// What stands there may be a secret by mistake: it is not quoted.
function readReference(node: Located, key: string, findings: Finding[]): string {
  if (!REFERENCE.test(String(node.value))) findings.push(mistake(node.at, `\`${key}\` does not say where the token is`, 'write `file:/path` or `env:NAME`; if a token stood here, change it'));
  return String(node.value);
}

function readRepositoryPolicy(node: Located, { name, kind }: { readonly name: string; readonly kind: Kind }, findings: Finding[]): RepositoryPolicySettings {
  const token = readReference(present(node, 'token'), `issuers.${name}.policy.token`, findings);
  const api = child(node, 'api');
  if (api !== undefined && kind !== 'github') findings.push(mistake(api.at, `\`issuers.${name}.policy.api\` is for GitHub`, 'leave it out: GitLab has its API at `server`'));
  return { token, api: textOf(node, 'api'), path: textOf(node, 'path') ?? POLICY_PATH };
}
