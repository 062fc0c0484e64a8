// SPDX-License-Identifier: Apache-2.0
//
// Whom Terraform's providers talk to, and as whom: endpoints, hosts, roles and checks that a `provider` block sets otherwise than before. Refuses to know what its
// variables hold; that they decide it from here on is told.
// @see https://developer.hashicorp.com/terraform/language/providers/configuration
import { blockAt, lineAt } from '../shell/extract/terraform.js';
import type { FileSides, Finding } from './model.js';

const HEAD = /^[ \t]*provider\s+"?([\w-]+)"?\s*\{/gmu;
// Whom it talks to and trusts. Hits `host = "x"`, `endpoints {`, `insecure = true`.
const WHERE = /^\s*(?:endpoints?|custom_endpoints?|host(?:name)?|url|address|base_url|api_url|server|insecure\w*|(?:tls_|ssl_)?(?:insecure_)?skip_\w+|cluster_ca_certificate|ca_cert\w*|http_proxy|https_proxy|exec|command)\s*(?:=|\{)/u;
// As whom. Hits `assume_role {`, `role_arn = x`, `impersonate_service_account = x`.
const WHO = /^\s*(?:assume_role\w*|role_arn|impersonate_service_account|profile|shared_\w+_files?|config_(?:path|context)|(?:allowed|forbidden)_account_ids|subscription_id|tenant_id)\s*(?:=|\{)/u;

interface Setting {
  readonly provider: string;
  readonly line: number;
  readonly text: string;
  /** It says whom the provider talks to, rather than as whom. */
  readonly where: boolean;
}

/** Settings of providers that are other ones than before; of a provider that is new, whom it talks to is for whoever reads it. */
export function providerFindings({ change, head, base }: FileSides): readonly Finding[] {
  if (!/\.(?:tf|tofu)$/u.test(change.path) || head === null || base === null || change.status === 'deleted') return [];
  const [was, is] = [settingsIn(base), settingsIn(head)];
  const known = new Set(was.map(({ provider }) => provider));
  const before = new Set(was.map(({ provider, text }) => `${provider} ${text}`));
  const told = is.filter(({ provider, text }) => text !== '' && known.has(provider) && !before.has(`${provider} ${text}`)).map(({ provider, line, where }): Finding => ({
    line, id: where ? 'code.connection' : 'infrastructure.identity', detail: where ? `provider \`${provider}\` talks to another server, or trusts it otherwise` : `provider \`${provider}\` works as somebody else, or elsewhere`,
  }));
  const gone = was.filter(({ provider, text }) => /^\s*(?:allowed|forbidden)_account_ids\b/u.test(text) && !is.some((one) => one.provider === provider && /^\s*(?:allowed|forbidden)_account_ids\b/u.test(one.text)));
  return [...told, ...gone.map(({ provider }): Finding => ({ line: is.find((one) => one.provider === provider)?.line ?? null, id: 'infrastructure.identity', detail: `provider \`${provider}\` is kept to its accounts no more` }))];
}

// One entry for each provider, then one for each of its settings.
function settingsIn(text: string): readonly Setting[] {
  return [...text.matchAll(HEAD)].flatMap(({ index, 0: head, 1: name = '' }) => {
    const from = index + head.length;
    const body = blockAt(text, from);
    const alias = /^\s*alias\s*=\s*"([\w-]+)"/mu.exec(body)?.[1];
    const provider = alias === undefined ? name : `${name}.${alias}`;
    const lines = body.split('\n');
    return [{ provider, line: lineAt(text, index), text: '', where: false }, ...lines.flatMap((line, at): Setting[] => {
      const where = WHERE.test(line) || inEndpoints(lines, at);
      return where || WHO.test(line) ? [{ provider, line: lineAt(text, from) + at, text: line.trim().replace(/\s+/gu, ' '), where }] : [];
    })];
  });
}

// `s3 = "https://x"` below `endpoints {`.
function inEndpoints(lines: readonly string[], at: number): boolean {
  if (!/^\s*\w+\s*=/u.test(lines[at] ?? '')) return false;
  for (let above = at - 1; above >= 0; above -= 1) {
    if (/\{\s*$/u.test(lines[above] ?? '')) return /\bendpoints?\b/u.test(lines[above] ?? '');
    if (/^\s*\}/u.test(lines[above] ?? '')) return false;
  }
  return false;
}
