// SPDX-License-Identifier: Apache-2.0
//
// Dependency manifests: what a change brings in, from where, and what runs when it is installed. `package.json` is read as data and compared with its
// base; the others line by line, by the form that their tool asks for. Refuses to resolve or fetch anything.
import type { DiffLine } from '../../core/change.js';
import { foldedPath } from './folded-paths.js';
import type { FileSides, Finding } from './model.js';
import { tomlDependencies } from './toml-dependencies.js';

const DEPENDENCIES: readonly string[] = ['dependencies', 'devDependencies', 'optionalDependencies', 'peerDependencies', 'overrides', 'resolutions', 'bundleDependencies'];
/** Scripts that npm, pnpm or Yarn run without being asked. */
const LIFECYCLE = /^(?:(?:pre|post)?(?:install|uninstall|prepare|publish|pack|version)|prepublishOnly|dependencies|pnpm:devPreinstall)$/u;
// Hits `git+https://…`, `github:a/b`, `a/b`, `file:../x`, `http://…/x.tgz`; misses `^1.2.3`, `workspace:*`, `npm:other@1`.
const UNREGISTERED = /^(?:git(?:\+\w+)?:|git@|github:|gitlab:|bitbucket:|gist:|https?:|file:|link:|portal:|exec:|patch:|~?\.{0,2}\/|[\w.-]+\/[\w.-]+(?:#.*)?$)/u;

/** Keys that name hooks of git. */
const GIT_HOOKS: readonly string[] = ['husky', 'lint-staged', 'simple-git-hooks', 'gitHooks', 'pre-commit', 'pre-push'];
/** Programs that an installer starts by their name. */
const BUILD_CODE = /(?:^|\/)(?:setup\.py|build\.rs|binding\.gyp|extconf\.rb|conanfile\.py)$/u;

// Hits `patches/left-pad+1.0.0.patch`, `patches/a@1.0.0.patch`, `.yarn/patches/a-npm-1.0.0-0123.patch`; misses `debian/patches/fix.patch`.
const PATCH = /(?:^|\/)patches\/[^/]+[+@]v?\d[\w.+-]*\.(?:patch|diff)$|(?:^|\/)\.yarn\/patches\//u;

/** Findings of a manifest; none for other files. */
export function manifestFindings(file: FileSides): readonly Finding[] {
  const path = foldedPath(file.change.path);
  if (file.change.status === 'deleted') return [];
  if (/(?:^|\/)package\.json$/u.test(path)) return packageJson(file);
  if (/(?:^|\/)composer\.json$/u.test(path)) return composerJson(file);
  if (/(?:^|\/)package\.(?:ya?ml|json5)$/u.test(path)) return [{ line: null, id: 'dependency.unreadable', detail: 'package managers read it in place of package.json, and it is not read here' }];
  if (/(?:^|\/)(?:pyproject|cargo)\.toml$/u.test(path)) return distinct([...byLine(file, FORMS.find(({ name }) => name.test(path)) as Form), ...tomlFindings(file)]);
  if (BUILD_CODE.test(path)) return [{ line: null, id: 'dependency.install-script', detail: 'it runs on the machine of whoever builds or installs it' }];
  if (PATCH.test(path) || /(?:^|\/)patches\/[^/]+\.(?:patch|diff)$/u.test(path) && /^(?:---|\+\+\+|diff --git) [ab]\/node_modules\//mu.test(file.head ?? '')) return [{ line: null, id: 'dependency.unregistered', detail: 'it changes the code of a package wherever that is installed' }];
  const form = FORMS.find(({ name }) => name.test(path));
  return form === undefined ? [] : byLine(file, form);
}

type Table = Readonly<Record<string, unknown>>;
const NONE: Table = {};

function packageJson({ change, head, base }: FileSides): readonly Finding[] {
  const now = tableIn(head);
  if (now === null) return head === null ? [] : [{ line: null, id: 'dependency.unreadable', detail: 'it is no JSON object' }];
  const old = tableIn(base) ?? NONE;
  const at = (name: string): number | null => lineNaming(change.added, name);
  const scripts = changed(child(now, 'scripts'), child(old, 'scripts')).filter(([name]) => LIFECYCLE.test(name)).map(([name]): Finding => ({ line: at(name), id: 'dependency.install-script', detail: `\`${name}\` runs on the machine of whoever installs it` }));
  const trusted = ['trustedDependencies', 'allowScripts'].filter((name) => differs(now[name], old[name])).concat(differs(child(now, 'pnpm')['onlyBuiltDependencies'], child(old, 'pnpm')['onlyBuiltDependencies']) ? ['onlyBuiltDependencies'] : []);
  const sections = [...DEPENDENCIES.map((section) => [child(now, section), child(old, section)] as const), [child(child(now, 'pnpm'), 'overrides'), child(child(old, 'pnpm'), 'overrides')] as const];
  const brought = sections.flatMap(([is, was]) => changed(is, was).flatMap(([name, spec]) => dependency(name, spec, !Object.hasOwn(was, name), at(name))));
  const patched = [[now, old], [child(now, 'pnpm'), child(old, 'pnpm')]].some(([is, was]) => differs(is?.['patchedDependencies'], was?.['patchedDependencies']));
  const hooks = GIT_HOOKS.filter((name) => differs(now[name], old[name]));
  const outside = ['publishConfig', 'packageManager', 'workspaces', 'gypfile'].filter((name) => differs(now[name], old[name]) && (name !== 'packageManager' || base !== null || String(now[name]).includes('://')));
  return [
    ...scripts, ...brought, ...(patched ? [{ line: at('patchedDependencies'), id: 'dependency.unregistered', detail: '`patchedDependencies` changes the code of packages wherever they are installed' }] : []),
    ...hooks.map((name): Finding => ({ line: at(name), id: 'gate.hooks', detail: `\`${name}\` says what runs on the machines of those who work here` })),
    ...trusted.map((name): Finding => ({ line: at(name), id: 'dependency.install-script', detail: `\`${name}\` says whose scripts run on install` })),
    ...outside.filter((name) => name === 'publishConfig' || name === 'packageManager').map((name): Finding => ({ line: at(name), id: 'dependency.source', detail: `\`${name}\` says where packages go to, or what installs them` })),
  ];
}

function composerJson({ change, head, base }: FileSides): readonly Finding[] {
  const now = tableIn(head);
  if (now === null) return head === null ? [] : [{ line: null, id: 'dependency.unreadable', detail: 'it is no JSON object' }];
  const old = tableIn(base) ?? NONE;
  const at = (name: string): number | null => lineNaming(change.added, name);
  return [
    ...['require', 'require-dev'].flatMap((section) => changed(child(now, section), child(old, section)).flatMap(([name, spec]) => dependency(name, spec, !Object.hasOwn(child(old, section), name), at(name)))),
    ...changed(child(now, 'scripts'), child(old, 'scripts')).filter(([name]) => /^(?:pre|post)-/u.test(name)).map(([name]): Finding => ({ line: at(name), id: 'dependency.install-script', detail: `\`${name}\` runs on the machine of whoever installs it` })),
    ...(differs(now['repositories'], old['repositories']) ? [{ line: at('repositories'), id: 'dependency.source', detail: 'packages come from another place' }] : []),
    ...(differs(child(now, 'config')['allow-plugins'], child(old, 'config')['allow-plugins']) ? [{ line: at('allow-plugins'), id: 'dependency.install-script', detail: 'plugins may run on install' }] : []),
  ];
}

function dependency(name: string, spec: unknown, isNew: boolean, line: number | null): Finding[] {
  // In `overrides` a name may have a table of its own.
  if (isTable(spec)) return Object.entries(spec).flatMap(([inner, one]) => dependency(inner, one, isNew, line));
  const other = typeof spec === 'string' ? /^npm:(.+?)(?:@[^/@]*)?$/u.exec(spec.trim())?.[1] : undefined;
  if (!isNew && other !== undefined && other !== name) return [{ line, id: 'dependency.new', detail: `\`${name}\` is \`${other.slice(0, 100)}\` from now on` }];
  const found: Finding[] = isNew ? [{ line, id: 'dependency.new', detail: `\`${name}\` is new` }] : [];
  if (typeof spec === 'string' && UNREGISTERED.test(spec.trim())) found.push({ line, id: 'dependency.unregistered', detail: `\`${name}\` does not come from a registry` });
  return found;
}

function tableIn(text: string | null): Table | null {
  if (text === null) return null;
  try {
    const value: unknown = JSON.parse(text.replace(/^\uFEFF/u, ''));
    return isTable(value) ? value : null;
  } catch {
    return null;
  }
}

function isTable(value: unknown): value is Table {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function child(table: Table, name: string): Table {
  const value = Object.hasOwn(table, name) ? table[name] : undefined;
  return isTable(value) ? value : NONE;
}

function differs(a: unknown, b: unknown): boolean {
  return a !== undefined && JSON.stringify(a) !== JSON.stringify(b);
}

function changed(now: Table, old: Table): (readonly [string, unknown])[] {
  return Object.entries(now).filter(([name, value]) => !Object.hasOwn(old, name) || differs(value, old[name]));
}

function lineNaming(added: readonly DiffLine[], name: string): number | null {
  return added.find(({ text }) => text.includes(`"${name}"`))?.line ?? null;
}

/** How a tool writes a dependency on a line: group 1 is its name. */
interface Form {
  readonly name: RegExp;
  readonly dependency: RegExp;
  /** It comes from a place of its own. */
  readonly unregistered: RegExp;
  /** It says where all come from, or what runs on install. */
  readonly source: RegExp;
}

const NEVER = /(?!)/u;
const FORMS: readonly Form[] = [
  // `requests==2.31`, `pkg @ https://…`, `-e git+…`, `--index-url`.
  { name: /(?:^|\/)(?:[\w.-]*requirements|constraints)[^/]*\.(?:txt|in)$|(?:^|\/)requirements\/[^/]+\.(?:txt|in)$/u, dependency: /^\s*([A-Za-z0-9][\w.-]*)\s*(?:\[[^\]]*\])?\s*(?:[=<>~!;@]|$)/u, unregistered: /^\s*(?:-e\s|--editable|git\+|https?:|\.{0,2}\/)|\s@\s+(?:git\+|https?:|file:)/u, source: /^\s*(?:(?:-r|--requirement|-c|--constraint)[\s=]+https?:|-i\b|--index-url|--extra-index-url|--find-links|-f\s|--trusted-host|--no-index|--pre\b)/u },
  // `requests = "^2"`, `"requests>=2",`, `pkg = {git = "…"}`, `[[tool.poetry.source]]`, `build-backend = "…"`.
  { name: /(?:^|\/)(?:pyproject\.toml|pipfile)$/u, dependency: /^\s*["']([A-Za-z0-9][\w.-]*)(?:\[[^\]]*\])?\s*[=<>~!@][^"']*["'],?|^\s*([A-Za-z0-9][\w.-]*)\s*=\s*(?:["'][\^~<>=*\d]|\{[^}]*\bversion)/u, unregistered: /\b(?:git|url|path)\s*=\s*["']|@\s*(?:git\+|https?:|file:)/u, source: /tool\.(?:poetry|uv|pdm)\.(?:source|index)|^\s*\[\[source\]\]|^\s*(?:index-url|extra-index-url|find-links|build-backend|verify_ssl)\s*=/u },
  // `gem 'rails', git: '…'`, `source 'https://…'`.
  { name: /(?:^|\/)(?:gemfile|[^/]+\.gemspec)$/u, dependency: /^\s*(?:gem|\w+\.add_(?:\w+_)?dependency)\s*\(?\s*["']([^"']+)/u, unregistered: /\b(?:git|github|gist|bitbucket|path)(?::|\s*=>)/u, source: /^\s*(?:source|plugin|git_source|eval_gemfile)\b/u },
  // `require x v1`, `x v1.2.3`, `replace a => ../b`.
  { name: /(?:^|\/)go\.(?:mod|work)$/u, dependency: /^\s*(?:require\s+)?([\w.-]+\.[\w./~-]+)\s+v\d/u, unregistered: /=>\s*\S+/u, source: /^\s*(?:replace|toolchain|exclude|tool|use)\b/u },
  // `serde = "1"`, `x = { git = "…" }`, `build = "build.rs"`.
  { name: /(?:^|\/)cargo\.toml$/u, dependency: /^\s*([A-Za-z0-9][\w-]*)\s*=\s*(?:["'][\^~<>=*\d]|\{[^}]*\b(?:version|git|path)\b)/u, unregistered: /\b(?:git|path|registry)\s*=\s*["']/u, source: /^\s*\[(?:patch|replace|source)\b|^\s*(?:build|proc-macro)\s*=/u },
  { name: /(?:^|\/)pom\.xml$/u, dependency: /<artifactId>([^<]+)<\/artifactId>/u, unregistered: /<systemPath>|<scope>system</u, source: /<(?:repository|pluginRepository|mirror)>|<url>http:|exec-maven-plugin|maven-antrun-plugin/u },
  { name: /\.gradle(?:\.kts)?$|\.versions\.toml$/u, dependency: /\b(?:implementation|api|compileonly|runtimeonly|testimplementation|annotationprocessor|kapt|classpath|ksp)\b\s*\(?\s*(?:(?:enforcedPlatform|platform)\s*\(\s*)?["']([^"':]+(?::[^"':]+)?)|\bid\s*\(?\s*["']([^"']+)|^\s*[\w-]+\s*=\s*\{\s*(?:module|group)\s*=\s*"([^"]+)/iu, unregistered: /\bfiles?Tree?\s*\(|\bfiles\s*\(/u, source: /\bmaven\s*\{|\burl\s*[=(]|apply\s+from|allowInsecureProtocol|\bmavenLocal\b/u },
  { name: /(?:^|\/)setup\.cfg$/u, dependency: /^\s+([A-Za-z0-9][\w.-]*)\s*(?:\[[^\]]*\])?\s*(?:[=<>~!;@]|$)/u, unregistered: /@\s*(?:git\+|https?:)/u, source: /^\s*(?:dependency_links|find_links|index_url|allow_hosts|setup_requires)\b/u },
  { name: /(?:^|\/)(?:environment|conda)[\w.-]*\.ya?ml$/u, dependency: /^\s*-\s*["']?([A-Za-z0-9][\w.-]*)\s*(?:[=<>~!].*)?["']?$/u, unregistered: /^\s*-\s*(?:git\+|https?:)/u, source: /^\s*channels\s*:|^\s*-\s*(?:-e|--\w)/u },
  { name: /\.(?:cs|fs|vb)proj$|(?:^|\/)(?:packages\.config|directory\.packages\.props)$/u, dependency: /<(?:PackageReference|PackageVersion|GlobalPackageReference)\b[^>]*\b(?:Include|Update)\s*=\s*"([^"]+)"|<package\b[^>]*\bid\s*=\s*"([^"]+)"/iu, unregistered: /<(?:Reference|Analyzer)\b[^>]*\bInclude\s*=\s*"[^"]*[/\\]/iu, source: /<(?:RestoreSources|RestoreAdditionalProjectSources|UsingTask|Import|Exec)\b/iu },
  { name: /(?:^|\/)mix\.exs$/u, dependency: /\{\s*:(\w+)\s*,\s*(?:"|git:|github:|path:|\[)/u, unregistered: /\b(?:git|github|path):/u, source: NEVER },
  { name: /(?:^|\/)podfile$/u, dependency: /^\s*pod\s+["']([^"']+)/u, unregistered: /:(?:git|path|podspec|http)\s*=>/u, source: /^\s*(?:source|plugin|post_install|pre_install)\b/u },
  { name: /(?:^|\/)package\.swift$/u, dependency: /\.package\(.*\burl:\s*"([^"]+)"/u, unregistered: /\.package\(.*\b(?:path|branch|revision):/u, source: /\bunsafeFlags\b|\.plugin\(/u },
  { name: /(?:^|\/)pubspec\.ya?ml$/u, dependency: /^ {2}(\w+)\s*:\s*(?:["']?[\^><=\d]|any\b|$)/u, unregistered: /^\s+(?:git|path|hosted|url)\s*:/u, source: NEVER },
  { name: /(?:^|\/)(?:deno\.jsonc?|import_?map\.json)$/u, dependency: /"[^"]+"\s*:\s*"(?:npm|jsr):\/?([^"]+)"/u, unregistered: /"[^"]+"\s*:\s*"https?:/u, source: NEVER },
  { name: /(?:^|\/)brewfile$/u, dependency: /^\s*(?:brew|cask|mas|vscode|go|cargo)\s+["']([^"']+)/u, unregistered: NEVER, source: /^\s*tap\b/u },
  { name: /(?:^|\/)flake\.nix$/u, dependency: /\burl\s*=\s*"([^"]+)"/u, unregistered: NEVER, source: NEVER },
  { name: /(?:^|\/)vcpkg\.json$/u, dependency: /^\s*(?:"dependencies"\s*:\s*\[\s*)?"([a-z0-9][a-z0-9-]*)"\s*,?\s*\]?/u, unregistered: NEVER, source: /"(?:registries|overlay-ports|baseline)"/u },
  { name: /(?:^|\/)(?:module\.bazel|workspace(?:\.bazel)?)$/u, dependency: /\bbazel_dep\(.*\bname\s*=\s*"([^"]+)"/u, unregistered: /\b(?:http_archive|http_file|git_repository|git_override|archive_override|local_path_override)\b/u, source: /\b(?:register_toolchains|use_extension)\b/u },
  { name: /(?:^|\/)cmakelists\.txt$|\.cmake$/u, dependency: NEVER, unregistered: /\b(?:FetchContent_Declare|ExternalProject_Add|CPMAddPackage|file\s*\(\s*DOWNLOAD)/iu, source: NEVER },
  // `source = "git::https://…"` of a module; a full commit says what it is. `source = "a/b/aws"` is one of the registry, or a provider.
  { name: /\.(?:tf|tofu)$|(?:^|\/)(?:terragrunt|root)\.hcl$/u, dependency: /(?:^|[{,])\s*source\s*=\s*"((?:[\w.-]+\.[a-z]+\/)?[\w-]+\/[\w-]+(?:\/[\w-]+)?)"/u, unregistered: /^\s*source\s*=\s*"(?!.*[?&]ref=[0-9a-f]{40}\b)(?:git::|hg::|s3::|gcs::|https?:|git@|github\.com\/|bitbucket\.org\/)/u, source: NEVER },
  { name: /(?:^|\/)chart\.yaml$/u, dependency: NEVER, unregistered: NEVER, source: /^[\s-]*repository\s*:\s*["']?(?:https?|oci):/u },
  { name: /(?:^|\/)pnpm-workspace\.yaml$/u, dependency: /^\s+["']?(@?[a-z0-9][\w./-]*)["']?\s*:\s*["']?(?:[\^~><=\d*]|npm:|latest)/iu, unregistered: NEVER, source: /^\s*(?:onlyBuiltDependencies|allowBuilds|dangerouslyAllowAllBuilds|neverBuiltDependencies|configDependencies|registry|registries|overrides|packageExtensions|patchedDependencies|allowNonAppliedPatches|verifyStoreIntegrity|strictDepBuilds)\s*:/u },
  { name: /(?:^|\/)(?:gradle|maven)-wrapper\.properties$/u, dependency: NEVER, unregistered: NEVER, source: /distribution(?:Url|Sha256Sum)/u },
];

function byLine({ change, base }: FileSides, { dependency: form, unregistered, source }: Form): readonly Finding[] {
  return change.added.flatMap(({ line, text }) => {
    const short = text.slice(0, 2_000);
    if (/^\s*(?:#|\/\/|<!--)/u.test(short)) return [];
    const match = form.exec(short);
    const name = match?.slice(1).find((group) => group !== undefined);
    // The manifest's own facts look like dependencies in TOML.
    const isNew = name !== undefined && !OWN.test(name) && base?.toLowerCase().includes(name.toLowerCase()) !== true;
    return [
      ...(isNew ? [{ line, id: 'dependency.new', detail: `\`${name}\` is new` }] : []),
      ...(unregistered.test(short) ? [{ line, id: 'dependency.unregistered', detail: 'it does not come from a registry' }] : []),
      ...(source.test(short) ? [{ line, id: 'dependency.source', detail: 'it says where packages come from, or what runs while they are built' }] : []),
    ];
  });
}

function distinct(findings: readonly Finding[]): readonly Finding[] {
  return [...new Map(findings.map((finding) => [`${finding.line} ${finding.id} ${finding.detail.toLowerCase().replace(/[._]/gu, '-')}`, finding])).values()];
}

// What lists and tables of a section name, which one line does not show.
function tomlFindings({ head, base }: FileSides): readonly Finding[] {
  if (head === null) return [];
  const before = new Set(tomlDependencies(base ?? '').map(({ name }) => name));
  return tomlDependencies(head).filter(({ name }) => !before.has(name)).map(({ name, line }) => ({ line, id: 'dependency.new', detail: `\`${name}\` is new` }));
}

const OWN = /^(?:version|name|python|requires-python|python_version|edition|rust-version|target-version|line-length|go|description|readme|license|minversion)$/u;
