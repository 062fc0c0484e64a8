// SPDX-License-Identifier: Apache-2.0
//
// Reads `record:`: how much of results a recording holds, and where the key is that signs it. Refuses references to what can be no signing
// key, and to quote one, since a key may stand there by mistake.
import { parseReference, type CredentialScheme, type VaultSettings } from '../core/vaults.js';
import type { KeptSecret, RecordSettings } from './model.js';
import { child, flagOf, textOf } from './node.js';
import { mistake, type Finding } from './problem.js';
import { faultOfReference } from './resources.js';
import { vaultOf } from './vaults.js';
import type { Located } from './yaml.js';

/** What these make lives for minutes: nobody could trust its other half. */
const NO_KEYS: readonly CredentialScheme[] = ['oidc', 'aws-rds-iam'];

/** The key `record` of a policy; `node` undefined: it is not there. */
export function readRecord(node: Located | undefined, findings: Finding[], vaults: Readonly<Record<string, VaultSettings>>): RecordSettings {
  if (node === undefined) return { results: 'rows', key: null };
  const results = (textOf(node, 'results') ?? 'rows') as RecordSettings['results'];
  return { results, key: readKey(node, findings, vaults) };
}

function readKey(node: Located, findings: Finding[], vaults: Readonly<Record<string, VaultSettings>>): KeptSecret | null {
  const reference = textOf(node, 'key');
  if (reference === null) {
    for (const idle of ['vault', 'allow_static']) {
      const found = child(node, idle);
      if (found !== undefined) findings.push(mistake(found.at, `\`record.${idle}\` belongs to \`record.key\`, which is not there`, 'add `key: vault:PATH`, or take it out'));
    }
    return null;
  }
  const at = child(node, 'key')?.at ?? node.at;
  const fault = faultOfReference(reference);
  const scheme = parseReference(reference)?.scheme;
  if (fault !== null) findings.push(mistake(at, `\`record.key\` ${fault.message}`, fault.hint));
  else if (scheme !== undefined && NO_KEYS.includes(scheme)) findings.push(mistake(at, `\`record.key\` can not be \`${scheme}:\`, which makes a new secret each time`, 'keep an Ed25519 key where it stays the same: `vault:`, `aws-sm:`, `gcp-sm:`, `azure-kv:`'));
  return { reference, vault: vaultOf({ where: 'record', node, key: 'key', reference }, vaults, findings), allowStatic: flagOf(node, 'allow_static') };
}
