// SPDX-License-Identifier: Apache-2.0
//
// Settings of machines and tools by which a change brings rights, packages or SQL from elsewhere without a command in it: sudoers, sshd, sources of apt, yum, Maven
// and Go, servers that start programs, Flyway, Liquibase. One row a tool, tried on the lines that the change adds. Refuses to say that a source is good: that it is named is what a person sees.
import { foldedPath } from './folded-paths.js';
import type { FileSides, Finding } from './model.js';
import { APACHE, CADDY, FILLED_IN, HAPROXY, NGINX } from './servers.js';

interface Setting {
  /** Tried on folded paths, so in lower case. */
  readonly name: RegExp;
  /** What such a file has in it, where the name alone does not tell. */
  readonly holds?: RegExp;
  readonly line: RegExp;
  /** Lines that are left out. */
  readonly unless?: RegExp;
  readonly id: string;
  readonly detail: string;
}

const PACKAGES = 'it says where packages come from, or that nobody checks them';
const SOURCE = 'dependency.source';
const CODE = 'code.build-code';
const STARTS = 'environment-code';
const ACCOUNT = 'account-change';
const LIQUIBASE = /<databaseChangeLog\b|["']?databaseChangeLog["']?\s*:/u;

// Servers of the machine and of its containers, and files. Hits `=localhost`, `="postgres://u@db:5432/x"`, `=file:./a.db`; misses `=db.example`.
const NEAR = /=\s*["']?(?:file:|sqlite|(?:(?:jdbc:)?[a-z+]+:\/\/)?(?:[^@/\s]*@)?(?:localhost|127\.[\d.]+|0\.0\.0\.0|\[::1\]|[\w-]+(?:\.(?:local|localhost|internal|test))?)(?::\d+)?(?:[/?"',\s]|$))/u;

const SETTINGS: readonly Setting[] = [
  // Hits `app ALL=(ALL) NOPASSWD: ALL`, `Cmnd_Alias X = …`; misses comments.
  { name: /(?:^|\/)sudoers(?:\.d\/[\w.-]+|[\w.-]*)$/u, line: /^\s*(?!#(?!include))\S/u, id: ACCOUNT, detail: 'it says who may do what as root' },
  { name: /\.list$/u, line: /^\s*deb(?:-src)?\s/u, id: SOURCE, detail: PACKAGES },
  { name: /\.sources$/u, holds: /^Types:/mu, line: /^(?:URIs|Trusted|Signed-By|Allow-Insecure|Suites)\s*:/iu, id: SOURCE, detail: PACKAGES },
  { name: /\.repo$|(?:^|\/)(?:yum|dnf)\.conf$/u, line: /^\s*(?:baseurl|mirrorlist|metalink|gpgcheck|repo_gpgcheck|sslverify|gpgkey)\s*=/iu, id: SOURCE, detail: PACKAGES },
  { name: /(?:^|\/)apt\.conf(?:\.d\/[\w.-]+)?$/u, line: /allowunauthenticated|allowinsecure|verify-(?:peer|host)|proxy/iu, id: SOURCE, detail: PACKAGES },
  { name: /(?:^|\/)apt\.conf(?:\.d\/[\w.-]+)?$/u, line: /(?:pre|post)-(?:invoke|install)|proxy-auto-detect/iu, id: CODE, detail: 'the package manager runs a command from here on' },
  { name: /settings[\w.-]*\.xml$/u, holds: /<settings\b[\s\S]*<(?:mirrors?|repositor(?:y|ies)|pluginRepositor(?:y|ies)|proxies)>/u, line: /<(?:url|mirrorOf|host)>/u, id: SOURCE, detail: PACKAGES },
  { name: /(?:^|\/)go\.env$|(?:^|\/)\.env(?:\.[\w-]+)*$/u, line: /^\s*(?:export\s+)?(?:GO(?:PROXY|SUMDB|NOSUMDB|NOSUMCHECK|NOPROXY|PRIVATE|INSECURE|TOOLCHAIN)|(?:PIP|UV)_(?:EXTRA_)?INDEX_URL|UV_DEFAULT_INDEX|PIP_TRUSTED_HOST|npm_config_registry|NPM_CONFIG_REGISTRY)\s*=/u, id: SOURCE, detail: PACKAGES },
  { name: /(?:^|\/)go\.env$|(?:^|\/)\.env(?:\.[\w-]+)*$/u, line: /^\s*(?:export\s+)?(?:GOFLAGS\s*=.*-(?:toolexec|exec|ldflags|overlay|modfile)|(?:CC|CXX|AR|GOROOT|GCCGO)\s*=)/u, id: CODE, detail: 'builds run another program from here on' },
  // Hits `DATABASE_URL=postgres://db.example/x`.
  {
    name: /(?:^|\/)\.env(?!.*\.(?:example|sample|template|dist|defaults?|test|ci)(?:\.|$))(?:\.[\w-]+)*$/u, id: 'code.connection', detail: 'what runs with it talks to another server, or through one', unless: NEAR,
    line: /^\s*(?:export\s+)?(?:\w*(?:DATABASE|DATASOURCE|DB|POSTGRES|MYSQL|MONGO(?:DB)?|REDIS|AMQP|KAFKA)_?(?:URL|URI|HOST|DSN|SERVERS)|PGHOST|PGSERVICE\w*|DOCKER_HOST|VAULT_ADDR|AWS_ENDPOINT_URL\w*|(?:HTTPS?|ALL)_PROXY|(?:OPENAI|ANTHROPIC)_(?:API_)?BASE_?(?:URL)?)\s*=\s*[^\s#]/u,
  },
  { name: /(?:^|\/)\.env(?!.*\.(?:example|sample|template)(?:\.|$))(?:\.[\w-]+)*$/u, line: /^\s*(?:export\s+)?(?:(?:NODE_TLS_REJECT_UNAUTHORIZED|PYTHONHTTPSVERIFY)\s*=\s*["']?0|PGSSLMODE\s*=\s*["']?(?:disable|allow|prefer)|(?:GIT_SSL_NO_VERIFY|NODE_EXTRA_CA_CERTS|SSL_CERT_FILE)\s*=\s*\S)/u, id: 'code.connection', detail: 'what runs with it trusts others than before' },
  { name: /(?:^|\/)verification-metadata\.xml$/u, line: /<verify-(?:metadata|signatures)>\s*false|<(?:trust|trusted-key|ignored-key|trusted-artifacts|also-trust)\b/u, id: 'dependency.integrity', detail: 'digests or signatures of packages are checked no more' },
  { name: /(?:^|\/)\.tflint\.hcl$/u, line: /^\s*source\s*=/u, id: SOURCE, detail: PACKAGES },
  // Hits `-javaagent:x.jar`, `systemProp.http.proxyHost=…`, `org.gradle.java.home=…`.
  { name: /(?:^|\/)gradle\.properties$|(?:^|\/)\.(?:jvmopts|sbtopts)$/u, line: /-(?:javaagent|agentpath|agentlib|Xbootclasspath)|OnOutOfMemoryError|OnError=|^\s*org\.gradle\.java\.home\s*=|^\s*(?:systemProp\.|-D)(?:https?\.proxy|javax\.net\.ssl|sbt\.(?:override|repository))/u, id: CODE, detail: 'builds run another program, or ask another server, from here on' },
  { name: /(?:^|\/)ansible\.cfg$/u, line: /^\s*(?:library|module_utils|\w+_plugins|executable|ssh_(?:args|common_args|executable)|vault_password_file|become_exe|interpreter_python|host_key_checking|url|server_list)\s*=/u, id: STARTS, detail: 'it says what code Ansible runs, and whom it trusts' },
  { name: /(?:^|\/)(?:inventor(?:y|ies)|group_vars|host_vars)(?:\/|[\w.-]*$)|(?:^|\/)hosts(?:\.(?:ini|ya?ml))?$/u, line: /\bansible_(?:ssh_executable|(?:shell|become)_(?:executable|exe)|(?:ssh|scp|sftp)_\w*args)\b["']?\s*[=:].*(?:Command|\/)/u, id: STARTS, detail: 'Ansible starts a program for each connection' },
  // Machines
  { name: /(?:^|\/)authorized_keys2?$/u, line: /^\s*[^\s#]/u, id: ACCOUNT, detail: 'whoever has the key gets in' },
  { name: /(?:^|\/)sshd_config(?:\.d\/[\w.-]+)?$/u, line: /^\s*(?:PermitRootLogin|PasswordAuthentication|PermitEmptyPasswords|PubkeyAuthentication|Authorized\w+|TrustedUserCAKeys|ForceCommand|Subsystem|AllowUsers|AllowGroups|Match|PermitUserEnvironment|KbdInteractive\w+|UsePAM|PermitTunnel|GatewayPorts)\s/iu, id: ACCOUNT, detail: 'it says who gets in, and how' },
  { name: /(?:^|\/)ssh_config(?:\.d\/[\w.-]+)?$|(?:^|\/)\.?ssh\/config$/u, line: /^\s*(?:ProxyCommand|LocalCommand|PermitLocalCommand|KnownHostsCommand|StrictHostKeyChecking|Match\s+exec|UserKnownHostsFile|ForwardAgent)\b/iu, id: STARTS, detail: 'ssh starts a program, or trusts whoever answers' },
  { name: /(?:^|\/)(?:pam\.d\/[\w.-]+|doas\.conf|polkit-1\/[\w./-]+|access\.conf)$/u, line: /^\s*[^\s#]/u, id: ACCOUNT, detail: 'it says who may do what, and how they show who they are' },
  { name: /(?:^|\/)(?:ld\.so\.(?:preload|conf)|modprobe\.d\/[\w.-]+\.conf)$/u, line: /^\s*(?:\/|install\s|include\s)/u, id: STARTS, detail: 'other programs run it as a part of themselves, or in their place' },
  // Servers that start programs, or let in whoever asks
  { name: /(?:^|\/)postgresql[\w.-]*\.conf$|(?:^|\/)(?:postgresql|conf)\.auto\.conf$/u, line: /^\s*(?:\w+_command|(?:shared|session|local)_preload_libraries|dynamic_library_path|hba_file|ident_file)\s*=?\s*'[^']/u, id: STARTS, detail: 'the database starts a program, or loads one' },
  { name: /(?:^|\/)pg_(?:hba|ident)[\w.-]*\.conf$/u, line: /^\s*[^\s#]/u, id: ACCOUNT, detail: 'it says who gets into the database, and how' },
  { name: /(?:^|\/)(?:my|mysqld?|mariadb[\w-]*)\.cnf$/u, line: /^\s*(?:init[-_](?:connect|file)|plugin[-_](?:load|dir)[\w-]*|skip[-_]grant[-_]tables|secure[-_]file[-_]priv|local[-_]infile)\b/u, id: STARTS, detail: 'the database runs it when it starts, or lets everybody in' },
  { name: APACHE, line: /^\s*(?:(?:Custom|Error|Transfer|Global|Forensic)Log\s+"?\||ExtFilterDefine\b|RewriteMap\s+\S+\s+"?prg:|SSLPassPhraseDialog\s+"?(?:\||exec:)|(?:Add|Set)Handler\s+"?(?:cgi-script|application\/x-httpd)|php_(?:admin_)?value\s+"?auto_(?:pre|ap)pend_file|LoadModule\s|LoadFile\s|Lua\w+\s|WSGIScriptAlias\s)/iu, id: STARTS, detail: 'the server starts a program, or loads one' },
  { name: NGINX, line: /\b\w+_by_lua\w*|^\s*(?:load_module|perl_\w+|js_\w+|lua_package_c?path)\s/u, id: STARTS, detail: 'the server runs a program of its own, or loads one' },
  { name: HAPROXY, line: /^\s*(?:external-check\s+command|insecure-fork-wanted|lua-load|lua-prepend-path|program\s|command\s)/u, id: STARTS, detail: 'the server starts a program' },
  { name: CADDY, line: /^\s*(?:exec|cgi|command)\s/u, id: STARTS, detail: 'the server starts a program' },
  { name: /(?:^|\/)php[\w.-]*\.ini$|(?:^|\/)php[\w.-]*\/(?:conf|pool)\.d\/[\w.-]+$/u, line: /^\s*(?:auto_(?:pre|ap)pend_file|(?:zend_)?extension(?:_dir)?|disable_functions|allow_url_include|sendmail_path|open_basedir|php_admin_value\[(?:auto_|disable_|sendmail|open_)\w*\])\s*=\s*[^\s;]/u, id: STARTS, detail: 'PHP runs or loads it with every request, or is let do more' },
  // It is laid over what other files of the folder say.
  { name: /(?:^|\/)(?:[\w.-]+_)?override\.(?:tf|tofu)$/u, line: /\b(?:prevent_destroy|(?:enable_)?deletion_protection(?:_enabled)?|disable_api_termination|purge_protection_enabled)\s*=\s*false\b|\b(?:force_destroy|skip_final_snapshot)\s*=\s*true\b/u, id: 'infrastructure.unprotected', detail: 'an override takes a protection away' },
  // Rights of those who ask: Vault's policies, rules of Firebase
  { name: /\.hcl$/u, holds: /^\s*path\s+"[^"]*"\s*\{/mu, line: /^\s*(?:path\s+"(?:\*|\+\/\*|sys\/|auth\/)|capabilities\s*=.*"(?:sudo|root)")/u, id: 'infrastructure.identity', detail: 'whoever has the policy reads every secret of the vault, or decides who may' },
  { name: /(?:^|\/)(?:firestore|storage)[\w.-]*\.rules$/u, line: /\ballow\s+[\w,\s]+(?::\s*if\s+true\s*)?;/u, id: 'infrastructure.open-to-all', detail: 'everybody may, without a login' },
  { name: /(?:^|\/)database[\w.-]*\.rules\.json$/u, line: /"\.(?:read|write)"\s*:\s*"?true\b/u, id: 'infrastructure.open-to-all', detail: 'everybody may, without a login' },
  // Migration tools
  { name: /(?:^|\/)sqitch\.conf$/u, line: /^\s*client\s*=/u, id: CODE, detail: 'the program that runs migrations is another one from here on' },
  { name: /(?:^|\/)alembic\.ini$/u, line: /^\s*\w+\.(?:type\s*=\s*exec|executable\s*=)/u, id: CODE, detail: 'a program runs after each new migration' },
  { name: /(?:^|\/)flyway[\w.-]*\.(?:conf|toml|properties)$|(?:^|\/)application[\w.-]*\.(?:properties|ya?ml)$/u, line: /\b(?:initSql|init-sqls?|callbacks|jarDirs|resolvers)\s*=|\binit-?sqls?\s*:|\bclean-?Disabled\s*[=:]\s*"?false|\bclean-?On-?Validation-?Error\s*[=:]\s*"?true|\bvalidate-?On-?Migrate\s*[=:]\s*"?false/iu, id: 'sql-file', detail: 'it says what SQL runs around migrations, or lets Flyway empty the database' },
  // Hits `<dropTable tableName="a"/>`, `- sql:`, `"delete": {`; misses `<addColumn>`. In a `<rollback>` too: where that ends, a line does not say.
  { name: /\.(?:xml|ya?ml|json)$/u, holds: LIQUIBASE, line: /(?:<|^\s*-?\s*["']?)(?:sql|sqlFile|drop(?:Table|Column|View|Sequence|Procedure|AllForeignKeyConstraints|PrimaryKey|UniqueConstraint)|delete|update|createProcedure|modifyDataType|mergeColumns)(?:[\s>/]|["']?\s*:)/u, id: 'sql-file', detail: 'a changelog of Liquibase runs SQL, or loses data' },
  { name: /\.(?:xml|ya?ml|json)$/u, holds: LIQUIBASE, line: /(?:<|^\s*-?\s*["']?)(?:ext:)?(?:executeCommand|customChange)\b/u, id: CODE, detail: 'a changelog of Liquibase runs a program' },
];

// Most files of a change are none of these, and end like this.
const CODE_FILE = /\.(?:[cm]?[jt]sx?|css|scss|md|py|rb|go|rs|java|kt|cs?|cpp|hpp|h|php|html?|svg|png|txt|vue|sql|snap|sh|lock)$/u;

/** The first line of each row that the change adds. */
export function settingFindings({ change, head }: FileSides): readonly Finding[] {
  if (change.status === 'deleted' || CODE_FILE.test(change.path)) return [];
  // Something fills in a template first.
  const path = foldedPath(change.path).replace(FILLED_IN, '');
  return SETTINGS.filter(({ name, holds }) => name.test(path) && (holds === undefined || head === null || holds.test(head))).flatMap(({ line, unless, id, detail }) => {
    const found = change.added.find(({ text }) => line.test(text.slice(0, 2_000)) && unless?.test(text.slice(0, 2_000)) !== true);
    return found === undefined ? [] : [{ line: found.line, id, detail }];
  });
}
