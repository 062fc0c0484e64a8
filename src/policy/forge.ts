// SPDX-License-Identifier: Apache-2.0
//
// Reads `forge:`: where the token is that whoever enforces asks the forge with. Refuses references to what can be no such token, and to
// quote one, since a token may stand there by mistake.
import { parseReference, type CredentialScheme, type VaultSettings } from '../core/vaults.js';
import type { KeptSecret } from './model.js';
import { flagOf, present } from './node.js';
import { mistake, type Finding } from './problem.js';
import { faultOfReference } from './resources.js';
import { vaultOf } from './vaults.js';
import type { Located } from './yaml.js';

/** What these make is no token of a forge. */
const NO_TOKENS: readonly CredentialScheme[] = ['oidc', 'aws-rds-iam'];

/** The key `forge` of a policy; `node` undefined: it is not there. */
export function readForge(node: Located | undefined, findings: Finding[], vaults: Readonly<Record<string, VaultSettings>>): KeptSecret | null {
  if (node === undefined) return null;
  const { at, value } = present(node, 'token');
  const reference = String(value);
  const fault = faultOfReference(reference);
  const scheme = parseReference(reference)?.scheme;
  if (fault !== null) findings.push(mistake(at, `\`forge.token\` ${fault.message}`, fault.hint));
  else if (scheme !== undefined && NO_TOKENS.includes(scheme)) findings.push(mistake(at, `\`forge.token\` can not be \`${scheme}:\`, which makes no token of a forge`, 'keep it in a vault: `vault:`, `aws-sm:`, `gcp-sm:`, `azure-kv:`'));
  return { reference, vault: vaultOf({ where: 'forge', node, key: 'token', reference }, vaults, findings), allowStatic: flagOf(node, 'allow_static') };
}
