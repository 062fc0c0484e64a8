// SPDX-License-Identifier: Apache-2.0
//
// Settings of machines and tools by which a change brings rights, packages or SQL from elsewhere without a command in it: sudoers, sources of apt, yum, Maven
// and Go, Flyway, Liquibase. One row a tool, tried on the lines that the change adds. Refuses to say that a source is good: that it is named is what a person sees.
import { foldedPath } from './folded.js';
import type { FileSides, Finding } from './model.js';

interface Setting {
  /** Tried on folded paths, so in lower case. */
  readonly name: RegExp;
  /** What such a file has in it, where the name alone does not tell. */
  readonly holds?: RegExp;
  readonly line: RegExp;
  readonly id: string;
  readonly detail: string;
}

const PACKAGES = 'it says where packages come from, or that nobody checks them';
const SOURCE = 'dependency.source';
const CODE = 'code.build-code';
const LIQUIBASE = /<databaseChangeLog\b|["']?databaseChangeLog["']?\s*:/u;

const SETTINGS: readonly Setting[] = [
  // Hits `app ALL=(ALL) NOPASSWD: ALL`, `Cmnd_Alias X = …`; misses comments.
  { name: /(?:^|\/)sudoers(?:\.d\/[\w.-]+|[\w.-]*)$/u, line: /^\s*(?!#(?!include))\S/u, id: 'account-change', detail: 'it says who may do what as root' },
  { name: /\.list(?:\.j2|\.tmpl)?$/u, line: /^\s*deb(?:-src)?\s/u, id: SOURCE, detail: PACKAGES },
  { name: /\.sources$/u, holds: /^Types:/mu, line: /^(?:URIs|Trusted|Signed-By|Allow-Insecure|Suites)\s*:/iu, id: SOURCE, detail: PACKAGES },
  { name: /\.repo$|(?:^|\/)(?:yum|dnf)\.conf$/u, line: /^\s*(?:baseurl|mirrorlist|metalink|gpgcheck|repo_gpgcheck|sslverify|gpgkey)\s*=/iu, id: SOURCE, detail: PACKAGES },
  { name: /(?:^|\/)apt\.conf(?:\.d\/[\w.-]+)?$/u, line: /allowunauthenticated|allowinsecure|verify-(?:peer|host)|proxy/iu, id: SOURCE, detail: PACKAGES },
  { name: /(?:^|\/)apt\.conf(?:\.d\/[\w.-]+)?$/u, line: /(?:pre|post)-(?:invoke|install)|proxy-auto-detect/iu, id: CODE, detail: 'the package manager runs a command from here on' },
  { name: /settings[\w.-]*\.xml$/u, holds: /<settings\b[\s\S]*<(?:mirrors?|repositor(?:y|ies)|pluginRepositor(?:y|ies)|proxies)>/u, line: /<(?:url|mirrorOf|host)>/u, id: SOURCE, detail: PACKAGES },
  { name: /(?:^|\/)go\.env$|(?:^|\/)\.env(?:\.[\w-]+)*$/u, line: /^\s*(?:export\s+)?(?:GO(?:PROXY|SUMDB|NOSUMDB|NOSUMCHECK|NOPROXY|PRIVATE|INSECURE|TOOLCHAIN)|(?:PIP|UV)_(?:EXTRA_)?INDEX_URL|UV_DEFAULT_INDEX|PIP_TRUSTED_HOST|npm_config_registry|NPM_CONFIG_REGISTRY)\s*=/u, id: SOURCE, detail: PACKAGES },
  { name: /(?:^|\/)go\.env$|(?:^|\/)\.env(?:\.[\w-]+)*$/u, line: /^\s*(?:export\s+)?(?:GOFLAGS\s*=.*-(?:toolexec|exec|ldflags|overlay|modfile)|(?:CC|CXX|AR|GOROOT|GCCGO)\s*=)/u, id: CODE, detail: 'builds run another program from here on' },
  { name: /(?:^|\/)verification-metadata\.xml$/u, line: /<verify-(?:metadata|signatures)>\s*false|<(?:trust|trusted-key|ignored-key|trusted-artifacts|also-trust)\b/u, id: 'dependency.integrity', detail: 'digests or signatures of packages are checked no more' },
  // Migration tools
  { name: /(?:^|\/)sqitch\.conf$/u, line: /^\s*client\s*=/u, id: CODE, detail: 'the program that runs migrations is another one from here on' },
  { name: /(?:^|\/)alembic\.ini$/u, line: /^\s*\w+\.(?:type\s*=\s*exec|executable\s*=)/u, id: CODE, detail: 'a program runs after each new migration' },
  { name: /(?:^|\/)flyway[\w.-]*\.(?:conf|toml|properties)$|(?:^|\/)application[\w.-]*\.(?:properties|ya?ml)$/u, line: /\b(?:initSql|init-sqls?|callbacks|jarDirs|resolvers)\s*=|\binit-?sqls?\s*:|\bclean-?Disabled\s*[=:]\s*"?false|\bclean-?On-?Validation-?Error\s*[=:]\s*"?true|\bvalidate-?On-?Migrate\s*[=:]\s*"?false/iu, id: 'sql-file', detail: 'it says what SQL runs around migrations, or lets Flyway empty the database' },
  // Hits `<dropTable tableName="a"/>`, `- sql:`, `"delete": {`; misses `<addColumn>`. In a `<rollback>` too: where that ends, a line does not say.
  { name: /\.(?:xml|ya?ml|json)$/u, holds: LIQUIBASE, line: /(?:<|^\s*-?\s*["']?)(?:sql|sqlFile|drop(?:Table|Column|View|Sequence|Procedure|AllForeignKeyConstraints|PrimaryKey|UniqueConstraint)|delete|update|createProcedure|modifyDataType|mergeColumns)(?:[\s>/]|["']?\s*:)/u, id: 'sql-file', detail: 'a changelog of Liquibase runs SQL, or loses data' },
  { name: /\.(?:xml|ya?ml|json)$/u, holds: LIQUIBASE, line: /(?:<|^\s*-?\s*["']?)(?:ext:)?(?:executeCommand|customChange)\b/u, id: CODE, detail: 'a changelog of Liquibase runs a program' },
];

/** The first line of each row that the change adds. */
export function settingFindings({ change, head }: FileSides): readonly Finding[] {
  if (change.status === 'deleted') return [];
  const path = foldedPath(change.path);
  return SETTINGS.filter(({ name, holds }) => name.test(path) && (holds === undefined || head === null || holds.test(head))).flatMap(({ line, id, detail }) => {
    const found = change.added.find(({ text }) => line.test(text.slice(0, 2_000)));
    return found === undefined ? [] : [{ line: found.line, id, detail }];
  });
}
