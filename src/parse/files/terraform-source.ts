// SPDX-License-Identifier: Apache-2.0
//
// Terraform's own files before and after a change: blocks that are gone from all of it, protections that are taken away, rights and open doors that are
// written out, state that lies elsewhere. Refuses to take it for the plan: what the sources make of variables and modules, only a saved plan says.
// @see https://developer.hashicorp.com/terraform/language/meta-arguments/lifecycle
import { isProtected } from '../terraform/resources.js';
import type { FileSides, Finding, Surroundings } from './model.js';

interface Block {
  readonly address: string;
  readonly type: string;
  readonly body: string;
}

const SOURCE = /\.(?:tf|tofu|tfvars)$/u;
const HEADER = /^[ \t]*(?:(resource)\s+"?([\w-]+)"?\s+"?([\w-]+)"?|(module)\s+"?([\w-]+)"?)\s*\{/gmu;
/** What a block loses: the setting as it was, and what it means. */
const PROTECTIONS: readonly (readonly [RegExp, string])[] = [
  [/\bprevent_destroy\s*=\s*true\b/u, '`prevent_destroy`'], [/\b(?:enable_)?deletion_protection(?:_enabled)?\s*=\s*true\b/u, '`deletion_protection`'], [/\bdisable_api_termination\s*=\s*true\b/u, '`disable_api_termination`'],
  [/\bpurge_protection_enabled\s*=\s*true\b/u, '`purge_protection_enabled`'], [/\bforce_destroy\s*=\s*false\b/u, '`force_destroy = false`'], [/\bskip_final_snapshot\s*=\s*false\b/u, '`skip_final_snapshot = false`'],
];
/** Lines that hand out rights or open something; the first is looked at with what stands around it. */
const LINES: readonly { readonly id: string; readonly hits: RegExp; readonly detail: string; readonly not?: RegExp }[] = [
  { id: 'open-to-all', hits: /\b(?:cidr_blocks|ipv6_cidr_blocks|cidr_ipv[46]|source_ranges|source_address_prefix(?:es)?|public_access_cidrs|allowed_ips?|remote_ip_prefix|authorized_ip_ranges|source_addresses|allowed_cidr\w*|ingress_cidr\w*)\s*=\s*\[?[^\]\n]*"(?:0\.0\.0\.0\/0|::\/0|\*|Internet)"/u, detail: 'every address is let in', not: /\begress\b|\boutbound\b/iu },
  { id: 'open-to-all', hits: /\b(?:publicly_accessible|public_network_access_enabled|allow_blob_public_access|allow_nested_items_to_be_public)\s*=\s*true\b|\bacl\s*=\s*"public-|\b(?:block_public_(?:acls|policy)|ignore_public_acls|restrict_public_buckets)\s*=\s*false\b|"all(?:Authenticated)?Users"/u, detail: 'it can be reached or read by everybody' },
  { id: 'open-to-all', hits: /\bPrincipal"?\s*[=:]\s*(?:"\*"|\{\s*"?AWS"?\s*[=:]\s*\[?\s*"\*")|\bidentifiers\s*=\s*\[\s*"\*"\s*\]/u, detail: 'everybody may use it (`Principal: *`)' },
  { id: 'identity', hits: /\b(?:Action|actions|NotAction|not_actions)"?\s*[=:]\s*\[?[^\]\n]*"(?:\*|iam:\*|sts:\*|\*:\*)"/u, detail: 'it may do everything that there is' },
  { id: 'identity', hits: /\b(?:AdministratorAccess|PowerUserAccess|IAMFullAccess)\b|"roles\/(?:owner|editor|iam\.(?:\w+\.)?\w*[aA]dmin|iam\.serviceAccountTokenCreator|resourcemanager\.\w*[aA]dmin)"|\brole_definition_name\s*=\s*"(?:Owner|Contributor|User Access Administrator)"|\bcluster-admin\b/u, detail: 'it hands out nearly all rights' },
  { id: 'unprotected', hits: /\b(?:force_destroy|skip_final_snapshot|force_delete)\s*=\s*true\b/u, detail: 'what it holds goes with it, without a copy' },
];

/** Findings of one `.tf` file; `around`: blocks that only moved to another file of the change are not gone. */
export function sourceFindings({ change, head, base }: FileSides, around: Surroundings): readonly Finding[] {
  const from = change.from ?? change.path;
  if (![change.path, from].some((path) => SOURCE.test(path))) return [];
  // Of a diff alone, what it takes away and what it adds.
  const sides = (file: Pick<FileSides, 'change' | 'head' | 'base'>): readonly [string, string] => (file.base === null && file.head === null ? [textOf(file.change.removed), textOf(file.change.added)] : [file.base ?? '', file.head ?? '']);
  const [was, is] = sides({ change, head, base });
  const now = change.status === 'deleted' || !SOURCE.test(change.path) ? '' : is;
  const before = change.status === 'copied' || !SOURCE.test(from) ? '' : was;
  const others = before === '' ? [] : (around.files ?? []).filter((file) => SOURCE.test(file.change.path) && file.change.status !== 'deleted').map((file) => sides(file)[1]);
  const kept = new Map([...others, now].flatMap((text) => blocksIn(text).map((block) => [block.address, block] as const)));
  // `removed` destroys, too, unless it says that it does not.
  const moved = new Set([...others, now].flatMap((text) => [...text.matchAll(/\b(moved|removed)\s*\{[^{}]*\bfrom\s*=\s*([\w.-]+)([^{}]*\{[^{}]*\}[^{}]*)?/gu)].flatMap(([, word, address = '', more = '']) => (word === 'moved' || /\bdestroy\s*=\s*false\b/u.test(more) ? [address] : []))));
  return [
    ...blocksIn(before).flatMap((block) => (moved.has(block.address) ? [] : lost(block, kept.get(block.address)))),
    ...lineFindings(change.added, now),
    ...(backendIn(before) !== '' && backendIn(before) !== backendIn(now) && now !== '' ? [{ line: lineOf(now, now.search(/\b(?:backend\s+"?\w+"?|cloud)\s*\{/u)), id: 'infrastructure.state', detail: 'the state lies elsewhere from here on, and with it all that Terraform knows' }] : []),
  ];
}

function textOf(lines: FileSides['change']['added']): string {
  return lines.map(({ text }) => text).join('\n');
}

function lost({ address, type, body }: Block, now: Block | undefined): readonly Finding[] {
  if (now === undefined) {
    const data = isProtected(type);
    return [{ line: null, id: data ? 'infrastructure.loss' : 'infrastructure.removed', detail: `\`${address}\` is gone, and would be destroyed${data ? ' with what it holds' : ''}: say with \`moved\` or \`removed\` what becomes of it` }];
  }
  return PROTECTIONS.filter(([was]) => was.test(body) && !was.test(now.body)).map(([, what]) => ({ line: null, id: 'infrastructure.unprotected', detail: `\`${address}\` loses ${what}` }));
}

function lineFindings(added: FileSides['change']['added'], head: string): readonly Finding[] {
  const lines = head.split('\n');
  return added.flatMap(({ line, text }) => (/^\s*(?:#|\/\/)/u.test(text) ? [] : LINES.filter(({ hits, not }) => hits.test(text.slice(0, 2_000)) && not?.test(direction(lines, line)) !== true).map(({ id, detail }) => ({ line, id: `infrastructure.${id}`, detail }))));
}

/** Lines before one that may say which way its rule goes. */
const NEAR = 15;

// The nearest word for a direction: of the block that begins above, or a `type` beside.
function direction(lines: readonly string[], line: number): string {
  for (let at = line - 1; at >= Math.max(0, line - NEAR); at -= 1) {
    const found = /\b(?:egress|outbound|ingress|inbound)\b/iu.exec(lines[at] ?? '');
    if (found !== null) return found[0];
    if (/^\s*resource\b/u.test(lines[at] ?? '')) break;
  }
  return lines.slice(line, line + NEAR).join('\n').split(/^\s*\}/mu)[0]?.match(/\b(?:type|direction)\s*=\s*"\w+"/u)?.[0] ?? '';
}

function backendIn(text: string): string {
  const found = /\b(?:backend\s+"?\w+"?|cloud)\s*\{/u.exec(text);
  return found === null ? '' : `${found[0]}${bodyAt(text, found.index + found[0].length)}`.replace(/\s+/gu, ' ');
}

function blocksIn(text: string): readonly Block[] {
  return [...text.matchAll(HEADER)].map((found) => {
    const [whole, , type, name, module, called] = found;
    return { address: module === undefined ? `${type ?? ''}.${name ?? ''}` : `module.${called ?? ''}`, type: type ?? 'module', body: bodyAt(text, found.index + whole.length) };
  });
}

function bodyAt(text: string, from: number): string {
  let depth = 1;
  for (let at = from; at < text.length; at += 1) {
    if (text[at] === '{') depth += 1;
    else if (text[at] === '}' && (depth -= 1) === 0) return text.slice(from, at);
  }
  return text.slice(from);
}

function lineOf(text: string, position: number): number | null {
  return position < 0 ? null : text.slice(0, position).split('\n').length;
}
