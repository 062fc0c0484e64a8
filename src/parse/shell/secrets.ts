// SPDX-License-Identifier: Apache-2.0
//
// Tells by its name whether a file holds secrets: keys, tokens, passwords, environments. Refuses to look into files; a name that people
// use for examples (`.env.example`) is not one.
import { compileGlob } from '../../core/glob.js';
import { HOLE, HOME, TEMP } from './text.js';

const EXAMPLE = /\.(?:example|sample|template|defaults|dist|tpl)(?:\.|$)/u;
const NAMES = new Set([
  '.env', '.npmrc', '.pypirc', '.netrc', '_netrc', '.pgpass', '.my.cnf', '.git-credentials', '.htpasswd', '.dockercfg', '.vault-token', '.s3cfg', '.boto', '.terraformrc',
  'application_default_credentials.json', 'oauth_creds.json', 'kubeconfig', 'master.key', 'authinfo', '.authinfo',
]);
// Hits `.env.production`; misses `.envrc`, `.env-notes.md`.
const ENVIRONMENT = /^\.env\.[\w-]+(?:\.[\w-]+)?$/u;
// Hits `id_rsa`, `id_rsa.bak`, `id_ed25519-old`, `credentials`, `credentials.backup`; misses `id_rsa.pub`, `credentials.json`, `id_rsafoo`.
const KEY = /^(?:id_(?:rsa|dsa|ecdsa|ed25519|ecdsa_sk|ed25519_sk)(?:(?:[._-](?:bak|old|orig|tmp|save|copy|backup|key|pem))?| copy)|credentials(?:[._-](?:bak|old|orig|tmp|save|copy|backup))?)$/u;
const NAMED_KEY = /^[\w.-]+_(?:rsa|dsa|ecdsa|ed25519)$/u;
const ENDING = /\.(?:pem|p12|pfx|pkcs12|key|keystore|jks|kdbx|ovpn|keychain|ppk|asc\.key)$/u;
const LIBRARY = /(?:^|\/)(?:node_modules|vendor|__pycache__|site-packages)\//u;
const HIDDEN_HOME = new RegExp(`^(?:${HOME}|${HOLE}|/root|/home/[^/]+|/users/[^/]+)/\\.(?:ssh|aws|gnupg|gcp|azure|oci|config/gcloud|config/gh/hosts\\.yml|kube/config|docker/config\\.json|codex/auth\\.json|gemini|password-store|local/share/keyrings|mozilla/firefox|config/google-chrome)(?:[./]|$)`, 'u');
const SYSTEM = /^\/(?:etc\/(?:shadow|gshadow|master\.passwd|sudoers|krb5\.keytab|ssl\/private(?:\/|$)|ssh\/ssh_host_\w+_key$)|proc\/[^/]+\/(?:environ|mem)|run\/secrets(?:\/|$)|var\/run\/secrets(?:\/|$)|dev\/k?mem)/u;
const HARMLESS = /\/\.ssh\/known_hosts(?:\.old)?$/u;

const TYPICAL = ['.env', '.env.local', '.env.production', '.npmrc', '.netrc', '.pgpass', '.git-credentials', 'id_rsa', 'id_ed25519', 'credentials'];

// `.en?` and `.e*v` are `.env` once the shell has looked; `*.json` and `*` are about other files.
function mayMatch(path: string): boolean {
  const name = path.slice(path.lastIndexOf('/') + 1).toLowerCase();
  if (name.length > 64 || name.replace(/[*?[\]]/gu, '').length < 3) return false;
  const glob = compileGlob(name.replace(/\[[^\]]*\]/gu, '?'), '/');
  return TYPICAL.some((typical) => glob(typical));
}

/** True when a file of that name usually holds secrets. `path` is settled or as written; letters of either case. */
export function isSecretFile(path: string): boolean {
  if (path === '' || path.length > 4096 || (path.includes('://') && !/^file:/iu.test(path))) return false;
  if (/[*?[]/u.test(path) && mayMatch(path)) return true;
  const plain = path.toLowerCase().replace(/\/{2,}/gu, '/').replaceAll('*', '').replace(new RegExp(TEMP, 'gu'), '/tmp');
  const name = plain.slice(plain.lastIndexOf('/') + 1);
  if (/\s/u.test(name) && !/ copy$/u.test(name)) return false;
  if (EXAMPLE.test(name) || HARMLESS.test(plain)) return false;
  if (SYSTEM.test(plain) || HIDDEN_HOME.test(plain)) return true;
  if (NAMES.has(name) || ENVIRONMENT.test(name) || KEY.test(name)) return true;
  if (name.endsWith('.pub') || LIBRARY.test(plain)) return false;
  return NAMED_KEY.test(name) || (ENDING.test(name) && !/^(?:ca|cacert|chain|fullchain|cert|tls-ca-bundle|ca-bundle)\.pem$/u.test(name));
}
