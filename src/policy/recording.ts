// SPDX-License-Identifier: Apache-2.0
//
// Reads `record:`: how much of results a recording holds, and who signs it: a key that is kept somewhere, or the job itself through Sigstore.
// Refuses references to what can be no signing key, to quote one, since a key may stand there by mistake, and services that nobody can trust.
import { trustworthyUrl } from '../core/http.js';
import { parseReference, type CredentialScheme, type VaultSettings } from '../core/vaults.js';
import type { KeptSecret, RecordSettings } from './model.js';
import { child, flagOf, present, textOf } from './node.js';
import { mistake, type Finding } from './problem.js';
import { faultOfReference } from './resources.js';
import { vaultOf } from './vaults.js';
import type { Located } from './yaml.js';

/** What these make lives for minutes: nobody could trust its other half. */
const NO_KEYS: readonly CredentialScheme[] = ['oidc', 'aws-rds-iam'];

/** The key `record` of a policy; `node` undefined: it is not there. */
export function readRecord(node: Located | undefined, findings: Finding[], vaults: Readonly<Record<string, VaultSettings>>): RecordSettings {
  if (node === undefined) return { results: 'rows', key: null, keyless: null };
  const results = (textOf(node, 'results') ?? 'rows') as RecordSettings['results'];
  return { results, key: readKey(node, findings, vaults), keyless: readKeyless(child(node, 'keyless'), findings) };
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
  const { at } = present(node, 'key');
  const fault = faultOfReference(reference);
  const scheme = parseReference(reference)?.scheme;
  if (fault !== null) findings.push(mistake(at, `\`record.key\` ${fault.message}`, fault.hint));
  else if (scheme !== undefined && NO_KEYS.includes(scheme)) findings.push(mistake(at, `\`record.key\` can not be \`${scheme}:\`, which makes a new secret each time`, 'keep an Ed25519 key where it stays the same: `vault:`, `aws-sm:`, `gcp-sm:`, `azure-kv:`'));
  return { reference, vault: vaultOf({ where: 'record', node, key: 'key', reference }, vaults, findings), allowStatic: flagOf(node, 'allow_static') };
}

/** Sigstore's own, which everybody may use and everybody can read. */
const PUBLIC = { fulcio: 'https://fulcio.sigstore.dev', rekor: 'https://rekor.sigstore.dev', tsa: null, tokenFile: null };

function readKeyless(node: Located | undefined, findings: Finding[]): RecordSettings['keyless'] {
  if (node === undefined || node.value === false) return null;
  if (node.value === true) return PUBLIC;
  const tokenFile = textOf(node, 'token_file');
  const service = (name: string): string | null => {
    const found = child(node, name);
    if (found === undefined) return null;
    const fault = faultOfService(String(found.value));
    if (fault !== null) findings.push(mistake(found.at, `\`record.keyless.${name}\` ${fault}`, 'write `https://HOST[:PORT][/PATH]`; `http://` is for loopback only'));
    return String(found.value).replace(/\/+$/u, '');
  };
  const [fulcio, rekor, tsa] = [service('fulcio'), service('rekor'), service('tsa')];
  if (tokenFile !== null && fulcio === null && rekor === null && tsa === null) return { ...PUBLIC, tokenFile };
  if (fulcio === null) findings.push(mistake(node.at, '`record.keyless` has no `fulcio`', 'name the authority that certifies who signs, or write `true` for the public one'));
  else if (rekor === null && tsa === null) findings.push(mistake(node.at, '`record.keyless` names nobody who says when something was signed', 'add `rekor` (a log) or `tsa` (a clock)'));
  return { fulcio: fulcio ?? '', rekor, tsa, tokenFile };
}

function faultOfService(text: string): string | null {
  try {
    const url = trustworthyUrl(text);
    return url.search !== '' || url.hash !== '' ? 'holds parameters' : null;
  } catch {
    return 'is not an address to trust';
  }
}
