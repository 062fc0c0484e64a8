// SPDX-License-Identifier: Apache-2.0
//
// Where upstream credentials are kept, as a policy or an operator's file says it (key `vaults`), and what the front of a credential's
// reference means. Types and one table; refuses to hold a secret: an address, a role and the path of a file are none.

interface Place {
  /** The name under `vaults`. */
  readonly name: string;
  /** Audience of the token that is shown there. */
  readonly audience: string;
  /** PEM file of the authority that signed its certificate; null: the public ones. */
  readonly ca: string | null;
  /** File with a token of our own (a gateway's); null: the job's OIDC token. */
  readonly tokenFile: string | null;
}

/** HashiCorp Vault or OpenBao. `mount` and `role`: of its JWT login. */
export interface HashiCorpVault extends Place {
  readonly kind: 'vault';
  readonly address: string;
  readonly namespace: string | null;
  readonly mount: string;
  readonly role: string;
}

/** An account of AWS, by a role that trusts the issuer. */
export interface AwsVault extends Place {
  readonly kind: 'aws';
  readonly region: string;
  readonly roleArn: string;
  /** Of Secrets Manager. */
  readonly address: string;
  /** Of the Security Token Service. */
  readonly login: string;
}

/** A workload identity pool of Google Cloud. `provider`: `projects/N/locations/global/workloadIdentityPools/P/providers/X`. */
export interface GcpVault extends Place {
  readonly kind: 'gcp';
  readonly provider: string;
  /** E-mail of the account to act as; null: the identity itself. */
  readonly serviceAccount: string | null;
  /** Of Secret Manager. */
  readonly address: string;
}

/** A Key Vault of Azure, by a federated credential of an app registration. */
export interface AzureVault extends Place {
  readonly kind: 'azure';
  readonly address: string;
  readonly tenant: string;
  readonly client: string;
  /** Of Microsoft Entra ID. */
  readonly login: string;
}

export type VaultSettings = HashiCorpVault | AwsVault | GcpVault | AzureVault;
export type VaultKind = VaultSettings['kind'];

/** What stands before the colon of a reference, and which kind of vault answers it; null: none is needed. */
export const CREDENTIAL_SCHEMES = {
  env: null, file: null, oidc: null, vault: 'vault', 'aws-sm': 'aws', 'aws-rds-iam': 'aws', 'gcp-sm': 'gcp', 'azure-kv': 'azure',
} as const satisfies Readonly<Record<string, VaultKind | null>>;

export type CredentialScheme = keyof typeof CREDENTIAL_SCHEMES;

/** How a reference of each scheme is written: for messages. */
export const CREDENTIAL_FORMS = '`env:NAME`, `file:/path`, `vault:path`, `aws-sm:name`, `gcp-sm:path`, `azure-kv:name`, `aws-rds-iam:user` or `oidc:audience`';

/** A reference in its parts; null when its scheme is not known. `field`: of what is behind the last `#`. */
export function parseReference(reference: string): { readonly scheme: CredentialScheme; readonly rest: string; readonly field: string | null } | null {
  const colon = reference.indexOf(':');
  const scheme = reference.slice(0, Math.max(colon, 0));
  if (!Object.hasOwn(CREDENTIAL_SCHEMES, scheme)) return null;
  const known = scheme as CredentialScheme;
  const rest = reference.slice(colon + 1);
  const hash = CREDENTIAL_SCHEMES[known] === null ? -1 : rest.lastIndexOf('#');
  return { scheme: known, rest: hash < 0 ? rest : rest.slice(0, hash), field: hash < 0 ? null : rest.slice(hash + 1) };
}
