// SPDX-License-Identifier: Apache-2.0
//
// Where a CI file starts a coding agent, and which of its secrets are keys that never end. By names that are known; refuses to guess at
// others: what starts an agent under another name is not seen (docs/doctor.md says so).
import { under, type YamlNode } from '../shell/extract/yaml.js';

// Hits `anthropics/claude-code-action@v1`, `openai/codex-action@…`; misses `actions/checkout@…`.
const AGENT_ACTION = /^(?:anthropics\/claude-code(?:-base)?-action|openai\/codex-action|google-github-actions\/run-gemini-cli|google-gemini\/gemini-cli-action|sst\/opencode(?:\/github)?|anomalyco\/opencode(?:\/github)?|all-hands-ai\/openhands[\w-]*|openhands\/[\w-]+|github\/copilot-[\w-]+|cursor\/[\w-]*agent[\w-]*|qwenlm\/qwen-code-action)(?:\/[^@]*)?@/iu;
// Hits `codex exec "…"`, `npx -y @anthropic-ai/claude-code -p x`, `cd x && claude -p y`; misses `npm i -g @openai/codex`, `echo claude-dir`.
const AGENT_COMMAND = /(?:^|[;&|(]|\bnpx\s(?:\s*-{1,2}\w+)*|\bsudo\s|\bexec\s|\btimeout\s+\S+\s)\s*(?:@openai\/codex|@anthropic-ai\/claude-code|@google\/gemini-cli|claude|codex|gemini|aider|opencode|cursor-agent|openhands|qwen)(?:@[\w.-]+)?(?=\s|$)/mu;

/** Keys that a model's own service takes: an agent can't do without. */
const MODEL_KEY = /^(?:ANTHROPIC|OPENAI|GEMINI|GOOGLE_AI|CLAUDE|CODEX|AZURE_OPENAI|OPENROUTER|MISTRAL|DEEPSEEK|CURSOR|QWEN)_\w*(?:KEY|TOKEN)$/iu;
/** Names of secrets that stand for keys without an end, and what does without. */
const STATIC_KEYS: readonly (readonly [RegExp, string, string])[] = [
  [/^(?:\w+_)?AWS_(?:ACCESS_KEY_ID|SECRET_ACCESS_KEY)(?:_\w+)?$/u, 'a key of AWS', '`role-to-assume` of aws-actions/configure-aws-credentials'],
  [/^(?:\w+_)?(?:GCP|GCLOUD|GOOGLE)_(?:\w+_)?(?:CREDENTIALS|SA_KEY|SERVICE_ACCOUNT_KEY)(?:_JSON)?$|^GOOGLE_APPLICATION_CREDENTIALS(?:_JSON)?$|^(?:GCP_)?SA_KEY$/u, 'a key of a service account of Google Cloud', '`workload_identity_provider` of google-github-actions/auth'],
  [/^AZURE_CREDENTIALS$|^(?:AZURE|ARM)_CLIENT_SECRET$/u, 'a password of an Azure app', '`client-id` and `tenant-id` of azure/login with a federated credential'],
  [/^(?:\w+_)?DATABASE_URL$|^PGPASSWORD$|^(?:\w+_)?(?:DB|POSTGRES(?:QL)?)_PASSWORD$/u, 'a password of a database', '`credential: vault:database/creds/ROLE` (or aws-rds-iam:, oidc:) of a resource behind `ostiary run`'],
  [/^(?:\w+_)?KUBE_?CONFIG(?:_\w+)?$/u, 'a key of a cluster', 'a login by OIDC, as every cloud has for its clusters'],
  [/^VAULT_TOKEN$/u, 'a token of a Vault', 'its JWT login: `vaults` of the policy, or `method: jwt` of hashicorp/vault-action'],
];
/** Inputs of actions that take such a key. */
const STATIC_INPUTS: Readonly<Record<string, string>> = { 'aws-access-key-id': 'AWS_ACCESS_KEY_ID', 'aws-secret-access-key': 'AWS_SECRET_ACCESS_KEY', credentials_json: 'GCP_CREDENTIALS', creds: 'AZURE_CREDENTIALS' };

/** True for `uses:` of an action that is a coding agent. */
export function isAgentAction(uses: string): boolean {
  return AGENT_ACTION.test(uses.trim());
}

/** Line, counted from 0 within the text, of the first command that starts an agent; null: there is none. */
export function agentCommandIn(script: string): number | null {
  const found = AGENT_COMMAND.exec(script);
  return found === null ? null : script.slice(0, found.index + found[0].length).split('\n').length - 1;
}

// Hits `ostiary run -- claude`, `sudo ostiary run`; misses `my-ostiary run`, `./ostiary run`, `ostiary runner`.
const OUR_COMMAND = /(?<![\w./@-])ostiary\s+run(?=\s)/u;

/** True when the agent on that line of a script (from 0) is behind our own command line, which was not told not to isolate. */
export function isGuarded(script: string, line: number): boolean {
  return OUR_COMMAND.test(script.split('\n')[line] ?? '') && !/--isolation[ =]['"]?none/u.test(script);
}

/** True for a model's own key. */
export function isModelKey(name: string): boolean {
  return MODEL_KEY.test(name);
}

/** What a secret's name says about a key that never ends; null: nothing. */
export function staticKey(name: string): { readonly what: string; readonly instead: string } | null {
  const found = STATIC_KEYS.find(([pattern]) => pattern.test(name));
  return found === undefined ? null : { what: found[1], instead: found[2] };
}

/** Secrets that the texts below a node name, `secrets.X` and `secrets['X']`, each with its line; inputs that take keys are told by what they are. */
export function secretsBelow(node: YamlNode | undefined, key = ''): readonly { readonly name: string; readonly shownAs: string; readonly line: number }[] {
  if (node === undefined) return [];
  const own = [...(node.text ?? '').matchAll(/\bsecrets(?:\.|\[\s*')([A-Za-z_][\w-]{0,99})/gu)].map(([, name = '']) => ({ name, shownAs: STATIC_INPUTS[key] ?? name, line: node.line }));
  return [...own, ...(node.items ?? []).flatMap((item) => secretsBelow(item)), ...[...(node.entries ?? [])].flatMap(([name, value]) => secretsBelow(value, name))];
}

/** Value of a permission of a job: its own, or the workflow's; null when neither says. */
export function permissionOf(job: YamlNode, root: YamlNode, scope: string): { readonly value: string; readonly line: number } | null {
  const node = under(job, 'permissions') ?? under(root, 'permissions');
  if (node === undefined) return null;
  if (node.text !== null) return { value: node.text === 'write-all' ? 'write' : 'read', line: node.line };
  const one = under(node, scope);
  return one === undefined ? { value: 'none', line: node.line } : { value: one.text ?? 'none', line: one.line };
}
