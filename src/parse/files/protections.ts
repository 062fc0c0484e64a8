// SPDX-License-Identifier: Apache-2.0
//
// Settings of servers, units and containers that kept others out, or a program within bounds, and that a change takes away or turns off. One row a tool, told by the lines that
// the change takes out and those that it brings: what only moved within its file stays. Refuses to believe that another setting takes the place of one that is gone.
import type { DiffLine } from '../../core/change.js';
import { instructions } from '../shell/extract/dockerfile.js';
import { foldedPath } from './folded-paths.js';
import type { FileSides, Finding } from './model.js';
import { APACHE, CADDY, FILLED_IN, HAPROXY, NGINX } from './servers.js';

interface Protection {
  /** Tried on folded paths, so in lower case. */
  readonly name: RegExp;
  /** A setting that protects, all of them in a line; group 1 says which it is. */
  readonly keeps: RegExp;
  /** A setting that says no to one. */
  readonly weak?: RegExp;
  /** What stands at the head of a part: with one that goes, its settings go, and that is told elsewhere. */
  readonly moved?: RegExp;
  /** Laid over what other files say, so that a new one weakens, too, and one that is gone does. */
  readonly layered?: RegExp;
}

const PROTECTIONS: readonly Protection[] = [
  // Hits `auth_basic "x";` and `location / { deny all; }`; misses `auth_basic off;`.
  {
    name: NGINX, keeps: /(?:^|[;{])\s*(auth_basic(?!\s+["']?off\b)|auth_request(?!\s+["']?off\b)|auth_jwt(?!\s+["']?off\b)|deny|ssl_verify_client(?=\s+on\b)|limit_req|limit_conn|limit_except|internal|modsecurity(?=\s+on\b)|proxy_ssl_verify(?=\s+on\b)|satisfy(?=\s+all\b))(?=[\s;])/gu,
    weak: /(?:^|[;{])\s*(?:auth_(?:basic|request|jwt)\s+["']?off\b|satisfy\s+any\b|allow\s+(?:all\b|0\.0\.0\.0\/0|::\/0)|ssl_verify_client\s+(?:off|optional)|proxy_ssl_verify\s+off|modsecurity\s+off)/u,
  },
  { name: APACHE, keeps: /^\s*(require(?!\s+all\s+granted)|authtype(?!\s+none)|authuserfile|deny(?=\s+from)|sslverifyclient(?=\s+require)|secruleengine(?=\s+on\b)|limitexcept)\b/giu, weak: /^\s*(?:satisfy\s+any\b|sslverifyclient\s+(?:none|optional)|secruleengine\s+(?:off|detectiononly)|sslproxyverify\s+none)/iu },
  { name: HAPROXY, keeps: /^\s*(http-request\s+(?:auth|deny|reject|tarpit)|tcp-request\s+\w+\s+reject|(?:bind|server|default-server)(?=\s.*\bverify\s+required))/gu, weak: /^\s*(?:bind|server|default-server)\s.*\bverify\s+(?:none|optional)\b/u },
  { name: CADDY, keeps: /^\s*(basic_?auth|forward_auth|jwtauth|authorize|authenticate|client_auth|abort)\b/gu, weak: /^\s*tls_insecure_skip_verify\b/u },
  // What a daemon does by itself, without the line, is less.
  { name: /(?:^|\/)sshd_config(?:\.d\/[\w.-]+)?$/u, layered: /\.d\//u, keeps: /^\s*(PasswordAuthentication(?=\s+no)|PermitRootLogin(?=\s+(?:no|prohibit-password|forced-commands-only|without-password))|KbdInteractiveAuthentication(?=\s+no)|AllowUsers|AllowGroups|DenyUsers|DenyGroups|AuthenticationMethods|ForceCommand|AllowTcpForwarding(?=\s+no)|X11Forwarding(?=\s+no)|PermitTunnel(?=\s+no)|ChrootDirectory)\b/giu },
  { name: /(?:^|\/)pg_hba[\w.-]*\.conf$/u, keeps: /^\s*(?!#).*\s(reject)\b/gu },
  { name: /(?:^|\/)postgresql[\w.-]*\.conf$/u, keeps: /^\s*(ssl|row_security)\s*=?\s*'?(?:on|true)\b/gu, weak: /^\s*(?:ssl|row_security)\s*=?\s*'?(?:off|false)\b/u },
  { name: /(?:^|\/)redis[\w.-]*\.conf$/u, keeps: /^\s*(requirepass|aclfile|rename-command|protected-mode(?=\s+yes)|bind)\s/gu, weak: /^\s*(?:protected-mode\s+no|bind\s+.*(?:\*|0\.0\.0\.0))/u },
  { name: /(?:^|\/)(?:my|mysqld?|mariadb[\w-]*)\.cnf$/u, keeps: /^\s*(skip[-_]networking|require[-_]secure[-_]transport|bind[-_]address)\b/gu },
  { name: /(?:^|\/)mongod?[\w.-]*\.conf$/u, keeps: /^\s*(authorization(?=\s*:\s*["']?enabled)|bindip|keyfile)\s*:/giu, weak: /^\s*authorization\s*:\s*["']?disabled/iu },
  { name: /(?:^|\/)mosquitto[\w.-]*\.conf$/u, keeps: /^\s*(allow_anonymous(?=\s+false)|password_file|acl_file|require_certificate(?=\s+true))\s/gu, weak: /^\s*allow_anonymous\s+true/u },
  { name: /(?:^|\/)(?:elasticsearch|opensearch|kibana)\.ya?ml$/u, keeps: /^\s*(xpack\.security\.[\w.]*enabled|plugins\.security\.ssl\.[\w.]*enabled)\s*:\s*true/gu, weak: /^\s*(?:xpack\.security\.[\w.]*enabled\s*:\s*false|plugins\.security\.disabled\s*:\s*true)/u },
  // Units of systemd, also those that are drop-ins over one of a package.
  {
    name: /\.(?:service|socket|mount)$|\.(?:service|socket|slice|mount)\.d\/[\w.-]+\.conf$/u, layered: /\.d\//u,
    keeps: /^\s*((?:dynamic)?user(?=\s*=\s*(?!root\b|0\b|no\b|false\b)\S)|(?:protect|private|restrict)\w+|nonewprivileges|memorydenywriteexecute|lockpersonality|systemcallfilter|systemcallarchitectures|capabilityboundingset|devicepolicy|readonlypaths|inaccessiblepaths|noexecpaths|ipaddressdeny|rootdirectory|umask)\s*=\s*(?!no\b|false\b|off\b|0\b)\S/giu,
    weak: /^\s*(?:User\s*=\s*(?:root|0)\s*$|(?:Protect|Private|Restrict)\w+\s*=\s*(?:no|false|off)\b|NoNewPrivileges\s*=\s*(?:no|false)|CapabilityBoundingSet\s*=\s*(?:~\s*)?$|SystemCallFilter\s*=\s*$|AmbientCapabilities\s*=.*CAP_(?:SYS_(?:ADMIN|PTRACE|MODULE|RAWIO)|DAC_\w+|SETUID|SETFCAP)|Exec\w+\s*=\s*[-@:]*[+!])/iu,
  },
  {
    name: /(?:^|\/)(?:docker-)?compose(?:[.-][\w.-]+)?\.ya?ml$/u, keeps: /^\s*-?\s*["']?(?:ports:\s*\[\s*["']?)?(user(?=["']?\s*:\s*["']?(?!root\b|0\b)\S)|read_only(?=["']?\s*:\s*["']?true)|cap_drop|no-new-privileges|127\.0\.0\.1(?=:\d))\b/gu,
    weak: /^\s*user\s*:\s*["']?(?:root|0)(?:[\s"':]|$)|\bPOSTGRES_HOST_AUTH_METHOD\s*[:=]\s*["']?trust\b/u,
  },
  // The kernel's own bounds, and those who watch.
  { name: /(?:^|\/)sysctl(?:\.d\/[\w.-]+|\.conf)$/u, layered: /\.d\//u, keeps: /^\s*(kernel\.(?:yama\.ptrace_scope|kptr_restrict|dmesg_restrict|randomize_va_space|unprivileged_bpf_disabled)|fs\.protected_\w+|net\.ipv4\.conf\.\w+\.rp_filter)\s*=\s*[1-9]/gu, weak: /^\s*(?:(?:kernel\.(?:yama\.ptrace_scope|kptr_restrict|dmesg_restrict|randomize_va_space|unprivileged_bpf_disabled)|fs\.protected_\w+)\s*=\s*0\b|fs\.suid_dumpable\s*=\s*[12]\b)/u },
  { name: /(?:^|\/)selinux\/config$/u, keeps: /^\s*(SELINUX)\s*=\s*enforcing/gu, weak: /^\s*SELINUX\s*=\s*(?:permissive|disabled)/u },
  { name: /(?:^|\/)apparmor\.d\/[\w./-]+$/u, keeps: /^\s*(?:audit\s+)?(deny)\s/gu, weak: /\bflags\s*=\s*\([^)]*\b(?:complain|unconfined)\b/u },
  { name: /(?:^|\/)fail2ban\/[\w./-]+$/u, keeps: /^\s*(enabled)\s*=\s*true/gu },
  // Services that others run.
  { name: /\.(?:tf|tofu)$/u, moved: /^\s*(?:resource|module)\s+"/u, keeps: /^\s*(storage_encrypted|encrypted|(?:at_rest|transit)_encryption_enabled|enable_key_rotation|require_ssl|block_public_\w+|ignore_public_acls|restrict_public_buckets|enable_log_file_validation|uniform_bucket_level_access)\s*=\s*true\b/gu, weak: /^\s*(?:(?:storage_encrypted|encrypted|(?:at_rest|transit)_encryption_enabled|enable_key_rotation|block_public_\w+|ignore_public_acls|restrict_public_buckets|enable_log_file_validation|uniform_bucket_level_access)\s*=\s*false\b|backup_retention_period\s*=\s*0\b|status\s*=\s*"Suspended")/u },
  { name: /(?:^|\/)[\w.-]*values[\w.-]*\.ya?ml$/u, keeps: /^\s*(runAsNonRoot(?=\s*:\s*true)|readOnlyRootFilesystem(?=\s*:\s*true)|allowPrivilegeEscalation(?=\s*:\s*false)|automountServiceAccountToken(?=\s*:\s*false))/gu },
  { name: /(?:^|\/)serverless[\w.-]*\.ya?ml$/u, keeps: /(?:^|[\s{,])(authorizer)\s*:/gu },
  { name: /\.(?:ya?ml|json|template)$/u, keeps: /^\s*["']?(AuthorizationType)["']?\s*:\s*["']?(?!NONE)/gu, weak: /^\s*["']?AuthorizationType["']?\s*:\s*["']?NONE\b/u },
  { name: /(?:^|\/)supabase\/config\.toml$/u, keeps: /^\s*(verify_jwt)\s*=\s*true/gu, weak: /^\s*verify_jwt\s*=\s*false/u },
  { name: /\.rego$/u, keeps: /^\s*(deny|violation)\b/gu, weak: /^\s*default\s+\w*allow\w*\s*:?=\s*true/u },
];

// Of a container the last user of its last stage counts.
const DOCKERFILE = /(?:^|\/)(?:docker|container)file(?:\.[\w.-]+)?$|\.(?:docker|container)file$/u;

// Most files of a change are none of these, and end like this.
const CODE_FILE = /\.(?:[cm]?[jt]sx?|css|scss|md|py|rb|go|rs|java|kt|cs?|cpp|hpp|h|php|html?|svg|png|txt|vue|sql|snap|sh|lock)$/u;
const MAX_LINE = 2_000;

/** What a changed file keeps out, or within bounds, no more. */
export function protectionFindings({ change, head, base }: FileSides): readonly Finding[] {
  if (CODE_FILE.test(change.path)) return [];
  const path = foldedPath(change.path).replace(FILLED_IN, '');
  if (DOCKERFILE.test(path)) return userFindings(head, base);
  return PROTECTIONS.filter(({ name }) => name.test(path)).flatMap((protection) => {
    const layered = protection.layered?.test(path) === true;
    if ((change.status === 'added' || change.status === 'copied' || change.status === 'deleted') && !layered) return [];
    return change.status === 'added' || change.status === 'copied' ? weakIn(protection, change) : [...fallen(protection, change), ...weakIn(protection, change)];
  }).slice(0, 1);
}

function fallen({ keeps, moved }: Protection, { removed, added }: FileSides['change']): readonly Finding[] {
  if (moved !== undefined && removed.some(({ text }) => moved.test(text))) return [];
  const left = counted(added, keeps);
  const gone = [...counted(removed, keeps)].filter(([key, count]) => count > (left.get(key) ?? 0)).map(([key]) => `\`${key}\``);
  return gone.length === 0 ? [] : [{ line: null, id: 'code.protection', detail: `it says ${gone.slice(0, 5).join(', ')} no more, which kept others out or a program within bounds` }];
}

function weakIn({ weak }: Protection, { added }: FileSides['change']): readonly Finding[] {
  const found = weak === undefined ? undefined : added.find(({ text }) => weak.test(text.slice(0, MAX_LINE)));
  return found === undefined ? [] : [{ line: found.line, id: 'code.protection', detail: 'it turns off what keeps others out or a program within bounds, or gets past it' }];
}

function counted(lines: readonly DiffLine[], keeps: RegExp): ReadonlyMap<string, number> {
  const found = new Map<string, number>();
  for (const { text } of lines) for (const [, key = ''] of text.slice(0, MAX_LINE).matchAll(keeps)) found.set(key.toLowerCase(), (found.get(key.toLowerCase()) ?? 0) + 1);
  return found;
}

function userFindings(head: string | null, base: string | null): readonly Finding[] {
  if (head === null || base === null) return [];
  const [was, is] = [userOf(base), userOf(head)];
  if (was === null || isRoot(was.name) || (is !== null && !isRoot(is.name))) return [];
  return [{ line: is?.line ?? null, id: 'code.protection', detail: `what is in the container runs as root from here on, and no more as \`${was.name.slice(0, 60)}\`` }];
}

// The user that a container starts as, of this stage or of the one that it is made from; null where another image says so.
function userOf(text: string): { readonly name: string; readonly line: number } | null {
  const stages = new Map<string, ReturnType<typeof userOf>>();
  let [user, stage]: [ReturnType<typeof userOf>, string] = [null, ''];
  for (const { name, text: rest, lines } of instructions(text)) {
    if (name === 'FROM') {
      const [, image = '', alias = ''] = /^(?:--\S+\s+)*(\S+)(?:\s+AS\s+(\S+))?/iu.exec(rest.trim()) ?? [];
      [user, stage] = [stages.get(image.toLowerCase()) ?? null, alias.toLowerCase()];
      if (user === null && UNPRIVILEGED.test(image)) user = { name: image, line: lines[0] ?? 1 };
    } else if (name === 'USER') user = { name: rest.trim(), line: lines[0] ?? 1 };
    if (stage !== '') stages.set(stage, user);
  }
  return user;
}

// Images that start as somebody else by themselves.
const UNPRIVILEGED = /nonroot|unprivileged|rootless|chainguard/iu;

function isRoot(name: string): boolean {
  return /^(?:root|0+)(?::|$)/u.test(name);
}
