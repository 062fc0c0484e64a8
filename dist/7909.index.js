export const id = 7909;
export const ids = [7909,1772];
export const modules = {

/***/ 17909:
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  readChangedFiles: () => (/* binding */ readChangedFiles)
});

// EXTERNAL MODULE: ./lib/core/errors.js
var errors = __webpack_require__(3828);
// EXTERNAL MODULE: ./lib/parse/shell/extract/pods.js
var pods = __webpack_require__(45722);
// EXTERNAL MODULE: ./lib/parse/files/folded.js
var files_folded = __webpack_require__(13473);
;// CONCATENATED MODULE: ./lib/parse/files/model.js
/** The text of a file of which every line is new; null for any other. It is what its added lines are, joined, and saves making them. */
function wholeText({ change, head }) {
    return change.status === 'added' && !change.binary && head !== '' ? head : null;
}

;// CONCATENATED MODULE: ./lib/parse/files/characters.js
// SPDX-License-Identifier: Apache-2.0
//
// Characters that make text show otherwise than it reads: marks of direction (Trojan Source), what has no shape, look-alikes inside words.
// Refuses to take languages for attacks: joiners between letters of other scripts and selectors behind emoji are theirs.
// @see https://trojansource.codes, https://www.unicode.org/reports/tr39/


const BEYOND_ASCII = /[^\t\n\f\r\x20-\x7E]/u;
const BIDI = /[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/u;
// Joiners and selectors count only behind ASCII, where nothing needs them.
const HIDDEN = /[\u00AD\u034F\u115F\u1160\u180E\u200B\u2060-\u2064\u206A-\u206F\u3164\uFFA0\u{E0000}-\u{E0FFF}]|(?<=^|[\t\x20-\x7E])[\u200C\u200D\uFE00-\uFE0E]|(?<=.)\uFEFF/u;
const SELECTORS = /[\uFE00-\uFE0F]{2}/u;
// Hits the escape of a terminal, a backspace and a bell; misses tab and form feed.
const CONTROL = /[\0-\x08\x0B\x0E-\x1F\x7F\x80-\x9F]/u;
// A word that holds letters of Latin and of a script with look-alikes.
const MIXED = /[\p{L}\p{N}_$]*(?:[A-Za-z][\u0370-\u052F\u0531-\u0587]|[\u0370-\u052F\u0531-\u0587][A-Za-z])[\p{L}\p{N}_$]*/gu;
const PROSE = /\.(?:md|mdx|txt|rst|adoc|po|pot|ftl|strings|arb|xlf|csv|tsv|srt|svg)$/iu;
/** Findings in added lines. */
function characterFindings(file) {
    const { change } = file;
    const whole = wholeText(file);
    if (whole !== null && !BEYOND_ASCII.test(whole))
        return [];
    const prose = PROSE.test(change.path);
    return change.added.flatMap(({ line, text }) => (BEYOND_ASCII.test(text) ? inLine(text, line, prose) : []));
}
function inLine(text, line, prose) {
    const found = [];
    // Marks without a pair belong to right-to-left text; the others turn the order of what stands between them.
    const bidi = BIDI.exec(text);
    if (bidi !== null && !(prose && /[\u200E\u200F\u061C]/u.test(bidi[0])))
        found.push({ line, id: 'code.bidi', detail: `it shows in another order than it reads (${codeOf(bidi[0])})` });
    const hidden = HIDDEN.exec(line === 1 ? text.replace(/^\uFEFF/u, '') : text) ?? SELECTORS.exec(text) ?? CONTROL.exec(text);
    if (hidden !== null)
        found.push({ line, id: 'code.hidden-characters', detail: `it holds what nobody sees (${codeOf(hidden[0])})` });
    if (!prose) {
        const word = [...text.matchAll(MIXED)].map(([one]) => one).find((one) => [...one].every((character) => /[A-Za-z0-9_$]/u.test((0,files_folded/* lookAlike */.W7)(character))));
        if (word !== undefined)
            found.push({ line, id: 'code.homoglyph', detail: `a name looks like \`${[...word].map(files_folded/* lookAlike */.W7).join('')}\` and is another one` });
    }
    return found;
}
function codeOf(character) {
    return `U+${character.codePointAt(0).toString(16).toUpperCase().padStart(4, '0')}`;
}

;// CONCATENATED MODULE: ./lib/parse/files/gates.js

/** `F`: the file or folder at the root; `A`: anywhere in the tree. All are tried on folded paths, so in lower case. */
const GATES = [
    { id: 'gate.policy', what: 'the policy that judges changes', paths: /^\.ostiary(?:\/|$)/u },
    { id: 'gate.codeowners', what: 'who has to review', paths: /^(?:(?:\.github|\.gitlab|\.gitea|\.forgejo|docs)\/)?codeowners$/u },
    {
        id: 'gate.codeowners', what: 'which changes are merged, and how branches are protected',
        paths: /^(?:\.github\/)?\.?mergify\.ya?ml$|^\.mergify(?:\/|$)|^\.?(?:github\/)?\.?(?:kodiak\.toml|bulldozer\.ya?ml|policy\.ya?ml|settings\.ya?ml|auto-?merge\.ya?ml|prow\.ya?ml|asf\.ya?ml)$/u,
    },
    {
        id: 'gate.workflow', what: 'what runs in CI',
        paths: /^\.(?:github|gitlab|gitea|forgejo)$|^\.(?:github|gitea|forgejo)\/(?:workflows|actions)(?:\/|$)|(?:^|\/)action\.ya?ml$|(?:^|[./])gitlab-ci\.ya?ml$|^\.gitlab\/(?:ci|agents)(?:\/|$)|^\.(?:circleci|buildkite|azure-pipelines|woodpecker|tekton|semaphore)(?:\/|$)|(?:^|\/)jenkinsfile(?:[.-][^/]*)?$|(?:^|\/)azure-pipelines[^/]*\.ya?ml$|^(?:buildkite|buildspec|appspec|bitbucket-pipelines|appveyor|\.appveyor|\.travis|\.drone|\.woodpecker|cloudbuild|\.cirrus|codemagic|atlantis)\.ya?ml$|(?:^|\/)cloudbuild[\w.-]*\.ya?ml$|^(?:\.github\/|\.gitlab\/)?(?:dependabot\.ya?ml|renovate\.json5?)$|^\.renovaterc(?:\.json5?)?$|^\.(?:ebextensions|platform)(?:\/|$)/u,
    },
    {
        id: 'gate.agent-instructions', what: 'what coding agents are told or may do',
        paths: /(?:^|\/)(?:agents?(?:\.override|\.local)?|claude(?:\.local)?|gemini|codex|qwen|copilot|warp|skill|crush)\.md$|(?:^|\/)\.(?:cursor|claude|codex|gemini|qwen|roo|continue|windsurf|amazonq|kiro|junie|trae|augment|opencode|agents?|factory|goose|devin|cline|kilocode|openhands|crush|claude-plugin|antigravity|amp|jules|zencoder|rovodev|tabnine|firebender|codebuddy|lingma|trae-cn|void|pearai|melty|superdesign|aiassistant)(?:\/|$)|(?:^|\/)\.(?:cursorrules|cursorignore|windsurf[^/]*|clinerules[^/]*|roorules[^/]*|roomodes|rooignore|goosehints|aider[^/]*|rules|augment-guidelines|mcp\.json|claude\.json)(?:\/|$)|(?:^|\/)(?:opencode|mcp|crush|firebender|gemini-extension)\.jsonc?$|(?:^|\/)replit\.md$|^conventions\.md$|(?:^|\/)\.codeiumrules$|^\.github\/(?:copilot-instructions\.md$|(?:instructions|prompts|agents|chatmodes|copilot|hooks|skills)(?:\/|$))/u,
    },
    {
        id: 'gate.hooks', what: 'what runs on the machines of those who work here',
        paths: /(?:^|\/)\.git(?:\/|$)|(?:^|\/)\.(?:husky|githooks|git-hooks|lefthook|devcontainer)(?:\/|$)|^(?:git)?hooks\/(?:pre|post|prepare|commit|update|applypatch|push|reference|sendemail|fsmonitor)[\w-]*$|(?:^|\/)\.?lefthook(?:-local)?\.(?:ya?ml|toml|jsonc?)$|(?:^|\/)\.pre-commit-(?:config|hooks)\.ya?ml$|(?:^|\/)\.(?:npmrc|pnpmfile\.[cm]?js|envrc|yarnrc(?:\.ya?ml)?|gitconfig|bazelrc|devcontainer\.json|lintstagedrc[^/]*|huskyrc[^/]*|mise\.toml|pypirc|pip\.conf)$|(?:^|\/)(?:mise|bunfig)\.toml$|(?:^|\/)(?:lint-staged\.config\.[cm]?[jt]s|pip\.conf|sitecustomize\.py|usercustomize\.py)$|(?:^|\/)\.yarn\/(?:plugins|releases)(?:\/|$)|(?:^|\/)\.(?:vscode|zed|fleet|idx|codesandbox)(?:\/|$)|(?:^|\/)\.(?:gitpod\.ya?ml|replit|stackblitzrc|exrc|nvimrc|nvim\.lua|vimrc|dir-locals\.el|lfsconfig)$|(?:^|\/)devfile\.ya?ml$|\.sublime-project$|(?:^|\/)[^/]+\.code-workspace$|(?:^|\/)\.idea\/(?:runconfigurations|workspace\.xml)|(?:^|\/)\.cargo\/config(?:\.toml)?$|(?:^|\/)\.mvn(?:\/|$)|(?:^|\/)nuget\.config$|(?:^|\/)directory\.build\.(?:props|targets)$|(?:^|\/)(?:uv|poetry|rust-toolchain)\.toml$|(?:^|\/)\.(?:condarc|gemrc|curlrc|wgetrc|netrc|terraformrc|gdbinit|lldbinit|user\.ini)$|(?:^|\/)devcontainer\.json$|(?:^|\/)\.bundle\/config$/u,
    },
];
/** What a path, and where it came from, decides about. */
function gateFindings(change) {
    const paths = [...new Set([change.path, change.from ?? change.path])];
    return dedupe([...paths.flatMap(gatesOf), ...attributes(change)]);
}
/** Gates that a path belongs to, whatever happens to it. */
function gatesOf(path) {
    const folded = (0,files_folded/* foldedPath */.kV)(path);
    return GATES.filter(({ paths }) => paths.test(folded)).map(({ id, what }) => ({
        line: null, id, detail: folded === path || folded === path.toLowerCase() ? `\`${path}\` decides ${what}` : `\`${printable(path)}\` can pass for \`${folded}\`, which decides ${what}`,
    }));
}
/** A path without what a terminal or a reader would not show as it is. */
function printable(path) {
    return path.replace(/[^\x20-\x7E]/gu, (character) => `\\u{${character.codePointAt(0).toString(16)}}`);
}
// Hits `*.bin filter=x`, `* diff=y`; misses `* text=auto` and `*.lock -diff`. Attributes run programs only through these.
const RUNS = /\s(?:filter|diff|merge)=/u;
function attributes(change) {
    if (!/(?:^|\/)\.gitattributes$/u.test((0,files_folded/* foldedPath */.kV)(change.path)))
        return [];
    return change.added.filter(({ text }) => RUNS.test(text)).map(({ line }) => ({ line, id: 'gate.hooks', detail: 'an attribute names a program that git runs on checkout, diff or merge' }));
}
function dedupe(findings) {
    return [...new Map(findings.map((finding) => [`${finding.line ?? ''} ${finding.id}`, finding])).values()];
}

// EXTERNAL MODULE: ./lib/parse/files/lockfiles.js + 2 modules
var lockfiles = __webpack_require__(71772);
;// CONCATENATED MODULE: ./lib/parse/files/toml-dependencies.js
// SPDX-License-Identifier: Apache-2.0
//
// Dependencies in TOML that no single line shows: names in lists (`dependencies = ["x"]`), tables of their own (`[dependencies.x]`), dotted keys. Reads sections, keys
// and strings, line by line. Refuses to read values: where a package comes from is told by its line.
// @see https://packaging.python.org/en/latest/specifications/pyproject-toml/
/** Sections whose every list is one of dependencies, and those where only some keys are. */
const ALL_KEYS = /^(?:project\.optional-dependencies|dependency-groups|tool\.pdm\.dev-dependencies)$/u;
const SOME_KEYS = /^(?:project|build-system|tool\.uv|tool\.hatch\.envs\.[\w.-]+|tool\.hatch\.build(?:\.[\w.-]+)?|tool\.rye)$/u;
const LIST_KEYS = /^(?:dependencies|requires|dev-dependencies|extra-dependencies|constraint-dependencies|override-dependencies|build-constraint-dependencies)$/u;
/** Sections that are tables of names, and a section of one name in such a table. */
const TABLES = /(?:^|\.)(?:(?:dev-|build-)?dependencies)$/u;
const TABLE_OF_ONE = /(?:^|\.)(?:dev-|build-)?dependencies\.["']?([\w.-]+)["']?$/u;
// Hits `"x"`, `'x[y]>=1'`; group 2 is the text.
const STRINGS = /(["'])((?:(?!\1)[^\\\n]|\\.){1,300})\1/gu;
/** Names that lists, tables and dotted keys of a TOML manifest depend on, in lower case. */
function tomlDependencies(text) {
    const found = [];
    let section = '';
    let inList = false;
    const put = (name, line) => {
        if (name !== undefined)
            found.push({ name: name.toLowerCase().replace(/[._]/gu, '-'), line });
    };
    text.split('\n').forEach((raw, index) => {
        const line = raw.slice(0, 4096).replace(/^\s*#.*$/u, '');
        const head = /^\s*\[\[?\s*([^\]]+?)\s*\]\]?/u.exec(line)?.[1];
        if (!inList && head !== undefined) {
            section = head.replace(/\s*\.\s*/gu, '.');
            return put(TABLE_OF_ONE.exec(section)?.[1], index + 1);
        }
        const [, key = '', value = ''] = inList ? [] : (/^\s*["']?([\w.-]+)["']?\s*=\s*(.*)$/u.exec(line) ?? []);
        if (!inList && TABLES.test(section))
            put(/^([\w-]+)/u.exec(key)?.[1], index + 1);
        const opens = !inList && value.startsWith('[') && (ALL_KEYS.test(section) || (SOME_KEYS.test(section) && LIST_KEYS.test(key)));
        if (!inList && !opens)
            return;
        const part = inList ? line : value;
        for (const [, , one = ''] of part.matchAll(STRINGS))
            put(/^\s*([A-Za-z0-9][\w.-]*)/u.exec(one)?.[1], index + 1);
        inList = !part.replace(STRINGS, '').replace(/#.*$/u, '').includes(']');
    });
    return found;
}

;// CONCATENATED MODULE: ./lib/parse/files/manifests.js


const DEPENDENCIES = ['dependencies', 'devDependencies', 'optionalDependencies', 'peerDependencies', 'overrides', 'resolutions', 'bundleDependencies'];
/** Scripts that npm, pnpm or Yarn run without being asked. */
const LIFECYCLE = /^(?:(?:pre|post)?(?:install|uninstall|prepare|publish|pack|version)|prepublishOnly|dependencies|pnpm:devPreinstall)$/u;
// Hits `git+https://…`, `github:a/b`, `a/b`, `file:../x`, `http://…/x.tgz`; misses `^1.2.3`, `workspace:*`, `npm:other@1`.
const UNREGISTERED = /^(?:git(?:\+\w+)?:|git@|github:|gitlab:|bitbucket:|gist:|https?:|file:|link:|portal:|exec:|patch:|~?\.{0,2}\/|[\w.-]+\/[\w.-]+(?:#.*)?$)/u;
/** Keys that name hooks of git. */
const GIT_HOOKS = ['husky', 'lint-staged', 'simple-git-hooks', 'gitHooks', 'pre-commit', 'pre-push'];
/** Programs that an installer starts by their name. */
const BUILD_CODE = /(?:^|\/)(?:setup\.py|build\.rs|binding\.gyp|extconf\.rb|conanfile\.py)$/u;
/** Findings of a manifest; none for other files. */
function manifestFindings(file) {
    const path = (0,files_folded/* foldedPath */.kV)(file.change.path);
    if (file.change.status === 'deleted')
        return [];
    if (/(?:^|\/)package\.json$/u.test(path))
        return packageJson(file);
    if (/(?:^|\/)composer\.json$/u.test(path))
        return composerJson(file);
    if (/(?:^|\/)package\.(?:ya?ml|json5)$/u.test(path))
        return [{ line: null, id: 'dependency.unreadable', detail: 'package managers read it in place of package.json, and it is not read here' }];
    if (/(?:^|\/)(?:pyproject|cargo)\.toml$/u.test(path))
        return distinct([...byLine(file, FORMS.find(({ name }) => name.test(path))), ...tomlFindings(file)]);
    if (BUILD_CODE.test(path))
        return [{ line: null, id: 'dependency.install-script', detail: 'it runs on the machine of whoever builds or installs it' }];
    const form = FORMS.find(({ name }) => name.test(path));
    return form === undefined ? [] : byLine(file, form);
}
const NONE = {};
function packageJson({ change, head, base }) {
    const now = tableIn(head);
    if (now === null)
        return head === null ? [] : [{ line: null, id: 'dependency.unreadable', detail: 'it is no JSON object' }];
    const old = tableIn(base) ?? NONE;
    const at = (name) => lineNaming(change.added, name);
    const scripts = changed(child(now, 'scripts'), child(old, 'scripts')).filter(([name]) => LIFECYCLE.test(name)).map(([name]) => ({ line: at(name), id: 'dependency.install-script', detail: `\`${name}\` runs on the machine of whoever installs it` }));
    const trusted = ['trustedDependencies', 'allowScripts'].filter((name) => differs(now[name], old[name])).concat(differs(child(now, 'pnpm')['onlyBuiltDependencies'], child(old, 'pnpm')['onlyBuiltDependencies']) ? ['onlyBuiltDependencies'] : []);
    const brought = DEPENDENCIES.flatMap((section) => changed(child(now, section), child(old, section)).flatMap(([name, spec]) => dependency(name, spec, !Object.hasOwn(child(old, section), name), at(name))));
    const hooks = GIT_HOOKS.filter((name) => differs(now[name], old[name]));
    const outside = ['publishConfig', 'packageManager', 'workspaces', 'gypfile'].filter((name) => differs(now[name], old[name]) && (name !== 'packageManager' || base !== null));
    return [
        ...scripts, ...brought,
        ...hooks.map((name) => ({ line: at(name), id: 'gate.hooks', detail: `\`${name}\` says what runs on the machines of those who work here` })),
        ...trusted.map((name) => ({ line: at(name), id: 'dependency.install-script', detail: `\`${name}\` says whose scripts run on install` })),
        ...outside.filter((name) => name === 'publishConfig' || name === 'packageManager').map((name) => ({ line: at(name), id: 'dependency.source', detail: `\`${name}\` says where packages go to, or what installs them` })),
    ];
}
function composerJson({ change, head, base }) {
    const now = tableIn(head);
    if (now === null)
        return head === null ? [] : [{ line: null, id: 'dependency.unreadable', detail: 'it is no JSON object' }];
    const old = tableIn(base) ?? NONE;
    const at = (name) => lineNaming(change.added, name);
    return [
        ...['require', 'require-dev'].flatMap((section) => changed(child(now, section), child(old, section)).flatMap(([name, spec]) => dependency(name, spec, !Object.hasOwn(child(old, section), name), at(name)))),
        ...changed(child(now, 'scripts'), child(old, 'scripts')).filter(([name]) => /^(?:pre|post)-/u.test(name)).map(([name]) => ({ line: at(name), id: 'dependency.install-script', detail: `\`${name}\` runs on the machine of whoever installs it` })),
        ...(differs(now['repositories'], old['repositories']) ? [{ line: at('repositories'), id: 'dependency.source', detail: 'packages come from another place' }] : []),
        ...(differs(child(now, 'config')['allow-plugins'], child(old, 'config')['allow-plugins']) ? [{ line: at('allow-plugins'), id: 'dependency.install-script', detail: 'plugins may run on install' }] : []),
    ];
}
function dependency(name, spec, isNew, line) {
    // In `overrides` a name may have a table of its own.
    if (isTable(spec))
        return Object.entries(spec).flatMap(([inner, one]) => dependency(inner, one, isNew, line));
    const other = typeof spec === 'string' ? /^npm:(.+?)(?:@[^/@]*)?$/u.exec(spec.trim())?.[1] : undefined;
    if (!isNew && other !== undefined && other !== name)
        return [{ line, id: 'dependency.new', detail: `\`${name}\` is \`${other.slice(0, 100)}\` from now on` }];
    const found = isNew ? [{ line, id: 'dependency.new', detail: `\`${name}\` is new` }] : [];
    if (typeof spec === 'string' && UNREGISTERED.test(spec.trim()))
        found.push({ line, id: 'dependency.unregistered', detail: `\`${name}\` does not come from a registry` });
    return found;
}
function tableIn(text) {
    if (text === null)
        return null;
    try {
        const value = JSON.parse(text.replace(/^\uFEFF/u, ''));
        return isTable(value) ? value : null;
    }
    catch {
        return null;
    }
}
function isTable(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value);
}
function child(table, name) {
    const value = Object.hasOwn(table, name) ? table[name] : undefined;
    return isTable(value) ? value : NONE;
}
function differs(a, b) {
    return a !== undefined && JSON.stringify(a) !== JSON.stringify(b);
}
function changed(now, old) {
    return Object.entries(now).filter(([name, value]) => !Object.hasOwn(old, name) || differs(value, old[name]));
}
function lineNaming(added, name) {
    return added.find(({ text }) => text.includes(`"${name}"`))?.line ?? null;
}
const NEVER = /(?!)/u;
const FORMS = [
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
    { name: /(?:^|\/)(?:build|settings)\.gradle(?:\.kts)?$|\.versions\.toml$/u, dependency: /\b(?:implementation|api|compileonly|runtimeonly|testimplementation|annotationprocessor|kapt|classpath|ksp)\b\s*\(?\s*["']([^"']+)|\bid\s*\(?\s*["']([^"']+)|^\s*[\w-]+\s*=\s*\{\s*(?:module|group)\s*=\s*"([^"]+)/iu, unregistered: /\bfiles?Tree?\s*\(|\bfiles\s*\(/u, source: /\bmaven\s*\{|\burl\s*[=(]|apply\s+from|allowInsecureProtocol|\bmavenLocal\b/u },
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
    { name: /\.(?:tf|tofu)$/u, dependency: /(?:^|[{,])\s*source\s*=\s*"((?:[\w.-]+\.[a-z]+\/)?[\w-]+\/[\w-]+(?:\/[\w-]+)?)"/u, unregistered: /^\s*source\s*=\s*"(?!.*[?&]ref=[0-9a-f]{40}\b)(?:git::|hg::|s3::|gcs::|https?:|git@|github\.com\/|bitbucket\.org\/)/u, source: NEVER },
    { name: /(?:^|\/)chart\.yaml$/u, dependency: NEVER, unregistered: NEVER, source: /^[\s-]*repository\s*:\s*["']?(?:https?|oci):/u },
    { name: /(?:^|\/)pnpm-workspace\.yaml$/u, dependency: /^\s+["']?(@?[a-z0-9][\w./-]*)["']?\s*:\s*["']?(?:[\^~><=\d*]|npm:|latest)/iu, unregistered: NEVER, source: /^\s*(?:onlyBuiltDependencies|allowBuilds|dangerouslyAllowAllBuilds|neverBuiltDependencies|configDependencies|registry|registries|overrides|packageExtensions|patchedDependencies|allowNonAppliedPatches|verifyStoreIntegrity|strictDepBuilds)\s*:/u },
    { name: /(?:^|\/)(?:gradle|maven)-wrapper\.properties$/u, dependency: NEVER, unregistered: NEVER, source: /distribution(?:Url|Sha256Sum)/u },
];
function byLine({ change, base }, { dependency: form, unregistered, source }) {
    return change.added.flatMap(({ line, text }) => {
        const short = text.slice(0, 2_000);
        if (/^\s*(?:#|\/\/|<!--)/u.test(short))
            return [];
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
function distinct(findings) {
    return [...new Map(findings.map((finding) => [`${finding.line} ${finding.id} ${finding.detail.toLowerCase().replace(/[._]/gu, '-')}`, finding])).values()];
}
// What lists and tables of a section name, which one line does not show.
function tomlFindings({ head, base }) {
    if (head === null)
        return [];
    const before = new Set(tomlDependencies(base ?? '').map(({ name }) => name));
    return tomlDependencies(head).filter(({ name }) => !before.has(name)).map(({ name, line }) => ({ line, id: 'dependency.new', detail: `\`${name}\` is new` }));
}
const OWN = /^(?:version|name|python|requires-python|python_version|edition|rust-version|target-version|line-length|go|description|readme|license|minversion)$/u;

;// CONCATENATED MODULE: ./lib/parse/files/operation.js
const NAMES = { added: 'add', modified: 'change', deleted: 'delete', renamed: 'rename', copied: 'add' };
/** The operation of a file, or of one place in it. */
function fileOperation(change, about) {
    const name = NAMES[change.status];
    const paths = change.from === null || change.from === change.path ? [change.path] : [change.from, change.path];
    return {
        kind: 'file', line: about.line, paths, ...(about.size === undefined ? {} : { size: about.size }),
        facts: {
            statement: `${name.toUpperCase()} FILE`, name: `file.${name}`, text: [change.status, ...paths, change.newMode ?? '', about.sha256 ?? ''].join('\n'), redacted: paths.join(' -> '),
            accesses: [
                ...paths.map((path) => ({ effect: 'write', object: path, type: 'file', columns: [], filtered: [], assumed: false })),
                ...(about.unknown ?? []).map((why) => ({ effect: 'unknown', object: change.path, type: 'file', columns: [], filtered: [], assumed: false, why })),
            ],
            functions: [], hazards: about.hazards, forbidden: [], unknown: about.unknown ?? [], assumed: about.assumed ?? false,
        },
    };
}

;// CONCATENATED MODULE: ./lib/parse/files/secrets.js

// Hits `AKIAIOSFODNN7EXAMPLE` and jwt.io's own token.
const MADE_UP = /example|x{4}|0123456789abcdef|abcdefghijkl|eyJzdWIiOiIxMjM0NTY3ODkwIi/iu;
// Hits `postgres://app:hunter2@db.internal/shop` (group 1: the password; 2: the host).
const URL_PASSWORD = /\b[a-z][a-z0-9+.-]{1,20}:\/\/[^\s/:@'"`<>]{0,100}:([^\s/@'"`<>]{3,200})@([\w.-]{1,200})/giu;
// Passwords that nobody takes for one, and places where an expression stands.
const NO_PASSWORD = /[${}<>*%]|^(?:postgres|password|passwd|pass|secret|root|admin|user|username|test|guest|mysql|redis|changeme|token|pw|pwd|x+|\.+)$/iu;
const LOCAL = /^(?:localhost|127\.\d+\.\d+\.\d+|0\.0\.0\.0|db|postgres|mysql|redis|database|host|hostname|[\w.-]*example(?:\.\w+)?|[\w-]+\.(?:test|invalid|local|localhost))$/iu;
/** Findings in added lines. */
function secretFindings(file, secretsIn) {
    const { change, base } = file;
    const whole = wholeText(file);
    return (whole === null ? runsOf(change.added) : [{ line: 1, text: whole }]).flatMap(({ text, line }) => {
        const spans = [...secretsIn(text), ...passwords(text)].filter(({ start, end }) => {
            const value = text.slice(start, end);
            return !MADE_UP.test(value) && base?.includes(value) !== true;
        });
        return spans.map(({ start, name }) => ({ line: line + linesBefore(text, start), id: 'code.secret-added', detail: `it looks like a secret (${name})` }));
    });
}
/** Lines that follow each other, as texts: a key takes many of them. */
function runsOf(added) {
    const runs = [];
    for (const { line, text } of added) {
        const last = runs[runs.length - 1];
        if (last !== undefined && last.line + last.texts.length === line)
            last.texts.push(text);
        else
            runs.push({ line, texts: [text] });
    }
    return runs.map(({ line, texts }) => ({ line, text: texts.join('\n') }));
}
function passwords(text) {
    if (!text.includes('://') || !text.includes('@'))
        return [];
    return [...text.matchAll(URL_PASSWORD)].flatMap((match) => {
        const [all, password = '', host = ''] = match;
        if (NO_PASSWORD.test(password) || LOCAL.test(host))
            return [];
        const start = match.index + all.lastIndexOf(`:${password}@`) + 1;
        return [{ start, end: start + password.length, name: 'url-password' }];
    });
}
function linesBefore(text, at) {
    let count = 0;
    for (let next = text.indexOf('\n'); next >= 0 && next < at; next = text.indexOf('\n', next + 1))
        count += 1;
    return count;
}

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
;// CONCATENATED MODULE: ./lib/parse/files/shape.js
// SPDX-License-Identifier: Apache-2.0
//
// What a changed file is rather than says: links, submodules, modes, size, binary, generated. Refuses to follow a link; where it leads is
// computed from its text.




const LINK = '120000';
const SUBMODULE = '160000';
/** Source: GitHub stops showing the text of a file at 1 MB; a person reviews none that long. */
const LARGE_BYTES = 1024 * 1024;
const LARGE_LINES = 20_000;
/** Source: the longest lines that people write are some hundred characters; minifiers write one of all. */
const MINIFIED_CHARACTERS = 5_000;
// Hits `a.exe`, `lib/x.so.1`; misses `a.png`. Files that a machine runs and nobody reads.
const PROGRAM = /\.(?:exe|dll|so(?:\.\d+)*|dylib|jar|war|class|pyc|pyd|whl|egg|node|wasm|o|a|lib|msi|apk|deb|rpm|dmg|pkg|bin|com|scr|sys|ko|elf|nupkg|gem|crx|vsix)$/u;
const CODE = /\.(?:[cm]?jsx?|[cm]?tsx?|css|php|py|rb|sh|ps1|pl|lua|html?|vue|svelte)$/u;
const VENDORED = /(?:^|\/)(?:node_modules|vendor|bower_components|third_party|site-packages)\//u;
const GENERATED = /@generated\b|\bDO NOT EDIT\b|(?:auto-?|automatically )generated (?:by|from|file)/iu;
/** Findings about a file as a whole. */
function shapeFindings(file) {
    const { change, head, size } = file;
    const found = [...oddName(change.path)];
    if (change.status === 'deleted')
        return found;
    const tell = (id, detail, line = null) => {
        found.push({ line, id, detail });
    };
    const path = (0,files_folded/* foldedPath */.kV)(change.path);
    if (change.newMode === LINK)
        found.push(...shape_link(change.path, change.added[0]?.text ?? head ?? '', change.added.length > 0));
    if (change.newMode === SUBMODULE || change.oldMode === SUBMODULE)
        tell('code.submodule', `\`${change.path}\` is another repository, at a commit that this change sets`);
    if (/(?:^|\/)\.gitmodules$/u.test(path))
        for (const { line, text } of change.added)
            if (/^\s*(?:url|path|update)\s*=/u.test(text))
                tell('code.submodule', 'where a submodule comes from, or goes to, is set', line);
    if (change.newMode === '100755' && change.oldMode !== '100755')
        tell('code.executable', `\`${change.path}\` becomes a program`);
    if (change.binary)
        tell(PROGRAM.test(path) ? 'code.binary-program' : 'code.binary', PROGRAM.test(path) ? 'a program that nobody can read' : 'it is not text');
    const whole = wholeText(file);
    const lines = whole === null ? change.added.length : linesIn(whole);
    if (size > LARGE_BYTES || lines > LARGE_LINES)
        tell('code.large', `it has ${size > LARGE_BYTES ? `${size} bytes` : `${lines} new lines`}`);
    if (VENDORED.test(path))
        tell('code.vendored', 'it is a copy of other people\'s code');
    else if (whole === null ? isGenerated(change.added) : saysGenerated(whole))
        tell('code.generated', 'it says that a program wrote it');
    const mayBeLong = (CODE.test(path) || path.includes('.min.')) && (whole === null || hasLongLine(whole));
    const long = mayBeLong ? change.added.find(({ text }) => text.length > MINIFIED_CHARACTERS) : undefined;
    if (long !== undefined)
        tell('code.minified', `a line of ${long.text.length} characters`, long.line);
    return found;
}
/** Lines at the head of a file that may say who wrote it, and how much of each is read. */
const HEAD_LINES = 10;
const HEAD_CHARACTERS = 300;
function isGenerated(added) {
    return added.slice(0, HEAD_LINES).some(({ line, text }) => line <= HEAD_LINES && GENERATED.test(text.slice(0, HEAD_CHARACTERS)));
}
function saysGenerated(whole) {
    const head = [];
    for (let at = 0; head.length < HEAD_LINES && at < whole.length;) {
        const end = whole.indexOf('\n', at);
        const next = end < 0 ? whole.length : end;
        head.push(whole.slice(at, Math.min(next, at + HEAD_CHARACTERS)));
        at = next + 1;
    }
    // A look without a pattern first: most files say nothing of the kind.
    const folded = head.join('\n').toLowerCase();
    return (folded.includes('generated') || folded.includes('do not edit')) && head.some((line) => GENERATED.test(line));
}
// As many as there are line feeds; a last line without one counts.
function linesIn(text) {
    let count = text.endsWith('\n') ? 0 : 1;
    for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1))
        count += 1;
    return count;
}
function hasLongLine(text) {
    for (let at = 0; text.length - at > MINIFIED_CHARACTERS;) {
        const end = text.lastIndexOf('\n', at + MINIFIED_CHARACTERS);
        if (end < at)
            return true;
        at = end + 1;
    }
    return false;
}
function oddName(path) {
    // Control characters, marks of direction, and short names of Windows (`GITHUB~1`) lead elsewhere than they show.
    if (!/[\0-\x1F\x7F]|[\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF]|(?:^|\/)[^/]{1,8}~\d+(?:\.[^/]{0,3})?(?:\/|$)|\\/u.test(path))
        return [];
    return [{ line: null, id: 'code.odd-path', detail: `\`${printable(path)}\` is not what it looks like` }];
}
function shape_link(path, target, told) {
    if (!told && target === '')
        return [{ line: null, id: 'code.symlink', detail: 'it is a link, and where it leads is not told' }];
    const outside = external_node_path_.posix.isAbsolute(target) || /^[A-Za-z]:|^\\|^~/u.test(target);
    const reached = external_node_path_.posix.normalize(external_node_path_.posix.join(external_node_path_.posix.dirname(path), target)).replace(/\/$/u, '');
    if (outside || reached === '..' || reached.startsWith('../'))
        return [{ line: 1, id: 'code.symlink-outside', detail: `it leads out of the repository, to \`${printable(target)}\`` }];
    return [{ line: 1, id: 'code.symlink', detail: `it leads to \`${printable(reached)}\`` }, ...gatesOf(reached).map(({ id, detail }) => ({ line: 1, id, detail: `the link leads to it: ${detail}` }))];
}

;// CONCATENATED MODULE: ./lib/parse/files/suppressions.js
// SPDX-License-Identifier: Apache-2.0
//
// Comments, and files, that tell a checker to look away. Ostiary obeys none of them; a person should know that somebody wrote one.
// Refuses to be silenced by a suppression of its own kind.

/** Each: the tool and what its comment looks like, on a lower-cased line. */
const COMMENTS = [
    ['squawk', /squawk-ignore(?:-file)?/u], ['checkov', /(?:checkov|bridgecrew|cortex):skip/u], ['semgrep', /\bnosemgrep\b/u], ['a security linter', /(?:#|\/\/|\/\*)\s*nosec\b/u],
    ['trivy', /trivy:ignore/u], ['tfsec', /tfsec:ignore/u], ['zizmor', /zizmor:\s*ignore/u], ['gitleaks', /gitleaks:allow/u], ['detect-secrets', /pragma:\s*(?:allow|white)list\s+(?:nextline\s+)?secret/u],
    ['kics', /kics-scan\s+(?:ignore|disable)/u], ['hadolint', /hadolint\s+(?:global\s+)?ignore=/u], ['ggshield', /\bggignore\b/u], ['sonar', /\bnosonar\b/u], ['codeql', /\b(?:codeql|lgtm)\s?\[/u],
    ['bandit', /#\s*noqa:\s*(?:[a-z]+\d+,\s*)*s\d{3}/u], ['rubocop', /rubocop:disable\s+(?:all|security)/u], ['kube-linter', /ignore-check\.kube-linter\.io/u], ['polaris', /polaris\.fairwinds\.com\/\S*-?exempt/u],
    ['strong_migrations', /\bsafety_assured\b/u], ['eugene', /--\s*eugene:\s*ignore/u], ['psalm', /@psalm-suppress\s+tainted/u], ['shellcheck', /shellcheck\s+disable=all/u], ['secretlint', /secretlint-disable/u],
    ['eslint', /eslint-disable(?:-next-line|-line)?\s*(?:\*\/|-->|$|.*(?:security|no-eval|no-implied-eval|no-new-func|no-script-url|no-unsanitized|no-danger|detect-|no-secrets))/u],
];
/** A quick look before the long one: every form above holds one of these. */
const QUICK = /ignore|skip|nosem|nosec|allow|whitelist|disable|nosonar|lgtm|codeql|noqa|exempt|assured|suppress/iu;
const FILES = /(?:^|\/)(?:\.(?:trivyignore(?:\.ya?ml)?|gitleaksignore|semgrepignore|snyk|secrets\.baseline|checkov\.ya?ml|squawk\.toml|gitleaks\.toml|tfsec\/.*|bandit|secretlintignore|hadolint\.ya?ml|kube-linter\.ya?ml|grype\.ya?ml|github\/zizmor\.ya?ml)|zizmor\.ya?ml|gitleaks\.toml)$/iu;
const suppressions_PROSE = /\.(?:md|mdx|txt|rst|adoc)$/iu;
/** Findings in added lines. */
function suppressionFindings(file) {
    const { change } = file;
    const ofFile = FILES.test(change.path) && change.status !== 'deleted' ? [{ line: null, id: 'code.suppression', detail: 'it says what a security checker passes over' }] : [];
    const whole = wholeText(file);
    if (suppressions_PROSE.test(change.path) || (whole !== null && !QUICK.test(whole)))
        return ofFile;
    return [...ofFile, ...change.added.flatMap(({ line, text }) => (QUICK.test(text) ? suppressions_inLine(text.slice(0, 2_000).toLowerCase(), line) : []))];
}
function suppressions_inLine(text, line) {
    const tool = COMMENTS.find(([, form]) => form.test(text))?.[0];
    return tool === undefined ? [] : [{ line, id: 'code.suppression', detail: `it tells ${tool} to look away; the check here does not` }];
}

// EXTERNAL MODULE: ./lib/parse/files/gitlab.js
var gitlab = __webpack_require__(73284);
// EXTERNAL MODULE: ./lib/parse/files/workflow-jobs.js
var workflow_jobs = __webpack_require__(70047);
// EXTERNAL MODULE: ./lib/parse/files/workflow-steps.js
var workflow_steps = __webpack_require__(66552);
// EXTERNAL MODULE: ./lib/parse/files/workflow-tree.js
var workflow_tree = __webpack_require__(66423);
;// CONCATENATED MODULE: ./lib/parse/files/workflow.js
// SPDX-License-Identifier: Apache-2.0
//
// What a change adds to a CI file: hazards of its head that its base did not have, for GitHub workflows and actions and for GitLab CI. Refuses to
// judge what was there before; a file that can't be read is said to be that.






const GITHUB = /^\.(?:github|gitea|forgejo)\/(?:workflows\/[^/]+|actions\/.+)\.ya?ml$|(?:^|\/)action\.ya?ml$/u;
const GITLAB = /(?:^|[./])gitlab-ci\.ya?ml$|^\.gitlab\/ci\/.+\.ya?ml$/u;
/** Findings of a CI file; none for other files. Never throws. */
function workflowFindings({ change, head, base }) {
    const marks = readerOf((0,files_folded/* foldedPath */.kV)(change.path));
    if (marks === null || head === null || change.status === 'deleted')
        return [];
    try {
        const problem = marks === githubMarks ? (0,workflow_tree/* problemOf */.Zw)((0,workflow_tree/* workflowIn */.lV)(head), (0,files_folded/* foldedPath */.kV)(change.path)) : null;
        return [...(problem === null ? [] : [{ line: null, id: 'workflow.unreadable', detail: problem }]), ...added(marks(head), before(marks, base))];
    }
    catch (thrown) {
        return [{ line: null, id: 'workflow.unreadable', detail: `it can not be read: ${(0,errors/* messageOf */.bD)(thrown).split('\n')[0] ?? ''}` }];
    }
}
function readerOf(path) {
    if (GITHUB.test(path))
        return githubMarks;
    return GITLAB.test(path) ? gitlab/* gitlabMarks */.k : null;
}
/** All marks of a GitHub workflow or action. Throws when it is no YAML. */
function githubMarks(text) {
    const workflow = (0,workflow_tree/* workflowIn */.lV)(text);
    return workflow === null ? [] : [...(0,workflow_jobs/* jobMarks */.qb)(workflow), ...(0,workflow_steps/* stepMarks */.v)(workflow)];
}
// A base that nobody could run has nothing that one is used to.
function before(marks, base) {
    try {
        return base === null ? [] : marks(base);
    }
    catch {
        return [];
    }
}
function added(head, base) {
    const left = new Map();
    for (const { id, key } of base)
        left.set(`${id} ${key}`, (left.get(`${id} ${key}`) ?? 0) + 1);
    return head.flatMap(({ id, key, line, detail }) => {
        const count = left.get(`${id} ${key}`) ?? 0;
        if (count > 0)
            left.set(`${id} ${key}`, count - 1);
        return count > 0 ? [] : [{ id, line, detail }];
    });
}

;// CONCATENATED MODULE: ./lib/parse/files/changed.js
// SPDX-License-Identifier: Apache-2.0
//
// What every changed file is to the repository itself: one operation a file, one more for each line that causes something, and those of the scripts
// and manifests that the change touches. Refuses to leave a file out, and to judge what was there before the change.












/** Places shown of one file; the last says of how many more there are. Source: GitHub shows 50 annotations of a run. */
const MAX_PLACES = 50;
const CHECKS = [
    ({ change }) => gateFindings(change), shapeFindings, characterFindings, suppressionFindings, workflowFindings, manifestFindings, lockfiles/* lockfileFindings */.s,
];
/** Operations of each file, in the order given. Never throws. */
function readChangedFiles(files, tools) {
    const around = {
        paths: new Set(files.map(({ change }) => change.path)),
        servers: new Set([...(tools.servers ?? []), ...files.flatMap(({ change, base }) => (base === null ? [] : (0,lockfiles.lockfileServers)(change.from ?? change.path, base)))]),
    };
    const manifests = ofManifests(files, tools);
    return files.map((file) => [...ofFile(file, around, tools), ...ofScripts(file, tools), ...(manifests.get(file) ?? [])]);
}
function ofFile(file, around, { secretsIn }) {
    const findings = [...CHECKS, (one) => secretFindings(one, secretsIn)].flatMap((check) => guarded(check, file, around));
    const { change, sha256, size, head } = file;
    // A diff alone does not show what stands around the lines it adds.
    const unknown = findings.filter(({ id }) => id.endsWith('.unreadable')).map(({ detail }) => detail);
    const about = { sha256, size, assumed: head === null && change.status !== 'deleted' && !change.binary && change.newMode !== '120000' && change.newMode !== '160000' };
    const places = [...changed_byLine(findings)].sort(([a], [b]) => (a ?? 0) - (b ?? 0));
    const first = places[0];
    // What is about the whole file stands where the file first changes.
    const whole = first?.[0] === null ? first[1] : [];
    const lines = first?.[0] === null ? places.slice(1) : places;
    return [
        fileOperation(change, { ...about, unknown, hazards: whole, line: wholeText(file) === null ? (change.added[0]?.line ?? 1) : 1 }),
        ...lines.slice(0, MAX_PLACES).map(([line, hazards]) => fileOperation(change, { ...about, hazards, line: line ?? 1 })),
        ...rest(lines.slice(MAX_PLACES), (hazards, line) => fileOperation(change, { ...about, hazards, line })),
    ];
}
// A check that fails says so in place of what it would have found.
function guarded(check, file, around) {
    try {
        return check(file, around);
    }
    catch (thrown) {
        return [{ line: null, id: 'code.unreadable', detail: `a check of it failed: ${(0,errors/* messageOf */.bD)(thrown)}` }];
    }
}
function changed_byLine(findings) {
    const lines = new Map();
    for (const { line, id, detail } of findings) {
        const hazards = lines.get(line) ?? [];
        if (!hazards.some((hazard) => hazard.id === id && hazard.detail === detail))
            hazards.push({ id, detail });
        lines.set(line, hazards);
    }
    return lines;
}
function rest(lines, make) {
    const [first] = lines;
    if (first === undefined)
        return [];
    const ids = [...new Set(lines.flatMap(([, hazards]) => hazards.map(({ id }) => id)))];
    return [make(ids.map((id) => ({ id, detail: `in ${lines.filter(([, hazards]) => hazards.some((hazard) => hazard.id === id)).length} more lines from here on` })), first[0] ?? 1)];
}
function place(path, operations) {
    return operations.map((operation) => ({ ...operation, paths: operation.paths ?? [path] }));
}
function ofScripts({ change, head, base }, { scripts, mapped }) {
    // Commands in pods are the shell's, wherever the manifest goes.
    if (head === null || scripts === null || change.status === 'deleted' || (mapped(change.path) && !(0,pods/* isManifest */.Y)(change.path, head)))
        return [];
    const read = scripts(change.path, head) ?? [];
    return place(change.path, without(read, base === null ? [] : (scripts(change.from ?? change.path, base) ?? [])));
}
// All of a change together: what only moved from one file to another does not go away.
function ofManifests(files, { manifests, mapped }) {
    if (manifests === null)
        return new Map();
    const own = files.filter(({ change, head, base }) => !mapped(change.path) && [head, change.status === 'copied' ? null : base].some((text) => text !== null && (0,pods/* isManifest */.Y)(change.path, text)));
    const read = manifests(own.map(({ change, head, base }) => ({ path: change.path, from: change.from, head: change.status === 'deleted' ? null : head, base: change.status === 'copied' ? null : base, baseLost: change.from !== null && change.status !== 'copied' && base === null })));
    return new Map(own.map((file, index) => [file, place(file.change.path, read[index] ?? [])]));
}
// What stood there before is not the change's, as often as it stood there: the same words that do the same. `rm -rf "$D"` is another command once `D` is.
function without(head, base) {
    const keyOf = ({ kind, facts: { name, text, accesses, hazards, unknown } }) => JSON.stringify([kind, name, text, accesses.map(({ effect, type, object }) => [effect, type, object]), hazards.map(({ id, detail }) => [id, detail]), unknown]);
    const left = new Map();
    for (const operation of base)
        left.set(keyOf(operation), (left.get(keyOf(operation)) ?? 0) + 1);
    return head.filter((operation) => {
        const count = left.get(keyOf(operation)) ?? 0;
        if (count > 0)
            left.set(keyOf(operation), count - 1);
        return count === 0;
    });
}


/***/ }),

/***/ 13473:
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   W7: () => (/* binding */ lookAlike),
/* harmony export */   kV: () => (/* binding */ foldedPath)
/* harmony export */ });
/* unused harmony export SHAPELESS */
// SPDX-License-Identifier: Apache-2.0
//
// Paths as a careless eye or a careless file system reads them: without case, with look-alike letters as what they look like, without what
// is not seen. Refuses to be taken for the path itself: it is for asking "could this pass as that one?".
// @see https://www.unicode.org/reports/tr39/#Confusable_Detection
/** Letters of other scripts that look like a Latin one in most fonts. */
const LOOK_ALIKES = {
    а: 'a', в: 'b', с: 'c', ԁ: 'd', е: 'e', ѐ: 'e', ё: 'e', ғ: 'f', ԍ: 'g', һ: 'h', н: 'h', і: 'i', ї: 'i', ј: 'j', к: 'k', ӏ: 'l', м: 'm', п: 'n', о: 'o', р: 'p', ԛ: 'q',
    г: 'r', ѕ: 's', т: 't', ц: 'u', ѵ: 'v', ѡ: 'w', ԝ: 'w', х: 'x', у: 'y', ү: 'y', α: 'a', β: 'b', ε: 'e', ϲ: 'c', η: 'n', ι: 'i', κ: 'k', μ: 'm', ν: 'v', ο: 'o', ρ: 'p', τ: 't',
    υ: 'u', χ: 'x', ϳ: 'j', γ: 'y', ω: 'w', ϊ: 'i', օ: 'o', ս: 'u', ո: 'n', հ: 'h', ց: 'g', ı: 'i', ɑ: 'a', ɡ: 'g', ɩ: 'i', ʏ: 'y', ſ: 's', ᴄ: 'c', ᴏ: 'o', ᴠ: 'v', ᴡ: 'w', ᴢ: 'z',
    '∕': '/', '⁄': '/', '⧸': '/', '․': '.', '‐': '-', '‑': '-', '–': '-', '−': '-', '‒': '-', ꓸ: '.',
};
/** Characters without a shape: joiners, marks of direction, tags, selectors, fillers. */
const SHAPELESS = /[\u00AD\u034F\u061C\u115F\u1160\u17B4\u17B5\u180B-\u180E\u200B-\u200F\u202A-\u202E\u2060-\u206F\u3164\uFE00-\uFE0F\uFEFF\uFFA0\u{1D173}-\u{1D17A}\u{E0000}-\u{E0FFF}]/gu;
/** The Latin letter that a character passes for; the character itself when it passes for none. */
function lookAlike(character) {
    return LOOK_ALIKES[character] ?? LOOK_ALIKES[character.toLowerCase()] ?? character;
}
/** A path as it could be read: `.GitHub/Workflоws/x.yml` is `.github/workflows/x.yml`. */
function foldedPath(path) {
    if (PLAIN.test(path))
        return path;
    const shown = path.normalize('NFKD').replace(SHAPELESS, '').replace(/\p{M}/gu, '').replaceAll('\\', '/').toLowerCase();
    const latin = /^[\0-\x7F]*$/u.test(shown) ? shown : [...shown].map(lookAlike).join('');
    // Windows drops dots and blanks at the end of a name, and what follows a colon.
    return latin.split('/').filter((part) => part !== '' && part !== '.').map((part) => part.replace(/:.*$/u, '').replace(/[. ]+$/u, '')).join('/');
}
// Hits `src/app.ts`; misses `Docs/a.md` and `a b`. Nothing to fold.
const PLAIN = /^(?:[a-z0-9_-]|\.(?=[a-z0-9_-])|\/(?=[a-z0-9_.-]))+$/u;


/***/ }),

/***/ 71772:
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  isLockfile: () => (/* binding */ isLockfile),
  s: () => (/* binding */ lockfileFindings),
  lockfileServers: () => (/* binding */ lockfileServers)
});

// EXTERNAL MODULE: ./lib/parse/files/folded.js
var files_folded = __webpack_require__(13473);
;// CONCATENATED MODULE: ./lib/parse/files/lockfile-json.js
// SPDX-License-Identifier: Apache-2.0
//
// npm's lockfile as data: which packages it holds. Refuses what is no JSON object, as null.
/** True for what JSON calls an object. */
function isTable(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value);
}
/** The object in a text; null when there is none. */
function jsonIn(text) {
    try {
        const value = JSON.parse(text.replace(/^\uFEFF/u, ''));
        return isTable(value) ? value : null;
    }
    catch {
        return null;
    }
}
/** Packages by their place, `node_modules/a`; of the older form too, which nests them. None when the text is no such lockfile. */
function packagesIn(text) {
    const lock = text?.startsWith('{') === true ? jsonIn(text) : null;
    if (lock === null)
        return new Map();
    const { packages } = lock;
    if (isTable(packages))
        return new Map(Object.entries(packages).map(([place, one]) => [place, lockedOf(one)]));
    return new Map(nested(lock, ''));
}
function* nested(holder, prefix) {
    const { dependencies } = holder;
    if (!isTable(dependencies))
        return;
    for (const [name, one] of Object.entries(dependencies)) {
        const place = `${prefix}node_modules/${name}`;
        yield [place, lockedOf(one)];
        if (isTable(one))
            yield* nested(one, `${place}/`);
    }
}
function lockedOf(one) {
    const table = isTable(one) ? one : {};
    const { version, resolved, integrity } = table;
    return { version, resolved, integrity: typeof integrity === 'string' && integrity !== '' ? integrity : null, scripted: table['hasInstallScript'] === true };
}

;// CONCATENATED MODULE: ./lib/parse/files/lockfile-sources.js
// SPDX-License-Identifier: Apache-2.0
//
// Where a lockfile takes packages from, and which of its sources were not there before. What is usual is what the repository's own lockfiles
// say at the base of the change; refuses to know any server by name.

/** Servers that a lockfile takes packages from. */
function serversIn(text, keys) {
    return sourcesIn(text, keys).filter(({ kind }) => kind === 'https').map(({ host }) => host);
}
/** Sources of a changed lockfile that are new. `servers`: what the repository's other lockfiles use at the base. */
function sourceFindings({ change, base, head }, keys, servers) {
    const before = base === null ? change.removed.flatMap(({ text }) => sourcesOfLine(text, keys)) : sourcesIn(base, keys);
    const wholes = new Set(before.map(({ whole }) => whole));
    const known = new Set([...servers, ...before.filter(({ kind }) => kind === 'https').map(({ host }) => host)]);
    const now = head === null || keys === null ? change.added.flatMap(({ line, text }) => sourcesOfLine(text, keys).map((source) => ({ source, line: () => line }))) : placed(head, keys, change.added);
    // A lockfile that nothing is known of is measured by itself; one of which only a diff is there is not known to be such.
    if (known.size === 0 && (base !== null || change.status === 'added'))
        known.add(majority(now.map(({ source }) => source)));
    return now.flatMap(({ line, source }) => {
        const detail = wholes.has(source.whole) ? null : complaint(source, known);
        return detail === null ? [] : [{ line: line(), id: 'dependency.lockfile-source', detail }];
    });
}
function complaint({ kind, host }, known) {
    switch (kind) {
        case 'https':
            return known.has(host) ? null : `a package comes from \`${host}\`, which no lockfile used before`;
        case 'http':
            return `a package comes from \`${host}\` unprotected`;
        case 'git':
            return `a package comes straight from a repository at \`${host}\``;
        case 'file':
            return 'a package comes from a file';
        case 'other':
            return 'a package comes from an address that has more than one reading';
        default:
            return kind;
    }
}
// More packages come from it than from any other; empty when two have as many.
function majority(sources) {
    const counts = new Map();
    for (const { kind, host } of sources)
        if (kind === 'https')
            counts.set(host, (counts.get(host) ?? 0) + 1);
    const [first, second] = [...counts].sort(([, a], [, b]) => b - a);
    return first === undefined || first[1] === second?.[1] ? '' : first[0];
}
function sourcesIn(text, keys) {
    if (keys === null)
        return text.split('\n').flatMap((line) => sourcesOfLine(line, null));
    const value = jsonIn(text);
    return value === null ? [] : [...stringsAt(value, keys)].flatMap(sourceOf);
}
// A lockfile has thousands of entries: their lines are looked for only when there is something to say.
function placed(text, keys, added) {
    const value = jsonIn(text);
    if (value === null)
        return [];
    return [...stringsAt(value, keys)].flatMap((string) => sourceOf(string).map((source) => ({ source, line: () => added.find((line) => line.text.includes(string))?.line ?? null })));
}
/** Parts of a package that speak to people. */
const TALK = ['funding', 'support', 'homepage', 'authors'];
function* stringsAt(value, keys) {
    if (Array.isArray(value))
        for (const item of value)
            yield* stringsAt(item, keys);
    else if (isTable(value)) {
        for (const [key, inner] of Object.entries(value)) {
            if (typeof inner === 'string') {
                if (keys.includes(key))
                    yield inner;
            }
            else if (!TALK.includes(key))
                yield* stringsAt(inner, keys);
        }
    }
}
// Lines that say something to people; no tool fetches what they name.
const PROSE = /^\s*(?:deprecated|description|homepage|#)/u;
// Hits `https://a.example/x.tgz`, `registry+https://…`, `git@a.example:b/c`, `file:../a.tgz`; misses `workspace:.` and `link:../a`.
const ADDRESS = /[a-z][a-z0-9+.-]{0,30}:\/\/[^\s"'<>,{}[\]]{1,2000}|git@[\w.-]{1,200}:[^\s"'<>,{}[\]]{1,500}|(?<![\w])file:[^\s"'<>,{}[\]]{1,500}/giu;
const KEYED = /"([A-Za-z]{1,30})"\s{0,5}:\s{0,5}"((?:[^"\\]|\\.){1,2000})"/gu;
function sourcesOfLine(text, keys) {
    if (keys === null)
        return PROSE.test(text) ? [] : [...text.matchAll(ADDRESS)].flatMap(([address]) => sourceOf(address));
    return [...text.matchAll(KEYED)].flatMap(([, key = '', value = '']) => (keys.includes(key) ? sourceOf(value) : []));
}
// None for what names no place: a folder of the repository itself.
function sourceOf(address) {
    if (/^file:/iu.test(address))
        return [{ kind: 'file', host: '', whole: address }];
    if (/^git@/u.test(address))
        return [{ kind: 'git', host: address.slice(4, address.indexOf(':')).toLowerCase(), whole: withoutRevision(address) }];
    const [, scheme = '', rest = ''] = /^([a-z][a-z0-9+.-]*):\/\/([\s\S]*)$/iu.exec(address) ?? [];
    if (scheme === '')
        return [];
    const kind = KINDS[scheme.toLowerCase()] ?? 'other';
    const whole = withoutRevision(address);
    // Where a user or a backslash stands, two readers can disagree about the host.
    const authority = rest.split(/[/?#]/u)[0] ?? '';
    const parsed = `https://${kind === 'git' ? rest.replace(/^git@/u, '') : rest}`;
    if (kind === 'other' || rest.includes('\\') || (kind !== 'git' && authority.includes('@')) || !URL.canParse(parsed))
        return [{ kind: 'other', host: '', whole }];
    return [{ kind, host: new URL(parsed).host, whole }];
}
const KINDS = {
    https: 'https', 'registry+https': 'https', 'sparse+https': 'https', 'sparse+registry+https': 'https', http: 'http', 'registry+http': 'http', 'sparse+http': 'http',
    git: 'git', ssh: 'git', 'git+ssh': 'git', 'git+https': 'git', 'git+http': 'git', 'git+git': 'git', file: 'file', 'git+file': 'file',
};
function withoutRevision(address) {
    return address.replace(/[?#][\s\S]*$/u, '');
}

;// CONCATENATED MODULE: ./lib/parse/files/lockfiles.js
// SPDX-License-Identifier: Apache-2.0
//
// Lockfiles: changed without their manifest, packages that come from another place than the repository's packages do, digests that are gone or
// became others. Refuses to check a digest against a registry: that needs the network.



const NODE = /(?:^|\/)(?:package\.json|pnpm-workspace\.yaml|\.npmrc|\.yarnrc\.yml)$/u;
const PYTHON = /(?:^|\/)(?:pyproject\.toml|pipfile)$/u;
const LOCKS = [
    { name: /(?:^|\/)(?:package-lock\.json|npm-shrinkwrap\.json)$/u, manifest: NODE, keys: ['resolved'] },
    { name: /(?:^|\/)(?:yarn\.lock|pnpm-lock\.yaml|bun\.lock)$/u, manifest: NODE, keys: null },
    { name: /(?:^|\/)(?:poetry\.lock|uv\.lock|pdm\.lock)$/u, manifest: PYTHON, keys: null },
    { name: /(?:^|\/)pipfile\.lock$/u, manifest: PYTHON, keys: ['url', 'git', 'file'] },
    { name: /(?:^|\/)gemfile\.lock$/u, manifest: /(?:^|\/)gemfile$|\.gemspec$/u, keys: null },
    { name: /(?:^|\/)go\.sum$/u, manifest: /(?:^|\/)go\.(?:mod|work)$/u, keys: null },
    { name: /(?:^|\/)cargo\.lock$/u, manifest: /(?:^|\/)cargo\.toml$/u, keys: null },
    { name: /(?:^|\/)composer\.lock$/u, manifest: /(?:^|\/)composer\.json$/u, keys: ['url'] },
];
const DIGEST = /\b(?:integrity|checksum|hash|shasum|sha256|content-hash)\b/u;
function lockOf(path) {
    const folded = (0,files_folded/* foldedPath */.kV)(path);
    return LOCKS.find(({ name }) => name.test(folded));
}
/** True for a file that a package manager writes to say what exactly is installed. */
function isLockfile(path) {
    return lockOf(path) !== undefined;
}
/** Servers that a lockfile takes packages from; none when it is none. */
function lockfileServers(path, text) {
    const lock = lockOf(path);
    return lock === undefined ? [] : serversIn(text, lock.keys);
}
/** Findings of a lockfile; none for other files. */
function lockfileFindings(file, { paths, servers }) {
    const { change, head } = file;
    const lock = lockOf(change.path);
    if (lock === undefined || change.status === 'deleted')
        return [];
    const alone = change.status === 'modified' && ![...paths].some((other) => lock.manifest.test((0,files_folded/* foldedPath */.kV)(other)));
    return [
        ...(alone ? [{ line: null, id: 'dependency.lockfile-alone', detail: 'it changes without its manifest' }] : []),
        ...(lock.keys !== null && head !== null && jsonIn(head) === null ? [{ line: null, id: 'dependency.unreadable', detail: 'it is no JSON object' }] : []),
        ...sourceFindings(file, lock.keys, servers), ...((0,files_folded/* foldedPath */.kV)(change.path).endsWith('go.sum') ? otherSums(change) : digests(file)),
    ];
}
// The same package of the same version with another digest: somebody replaced it.
function otherSums({ added, removed }) {
    const before = new Map(removed.flatMap(({ text }) => sumOf(text)));
    return added.flatMap(({ line, text }) => sumOf(text).flatMap(([name, sum]) => {
        const old = before.get(name);
        return old !== undefined && old !== sum ? [{ line, id: 'dependency.integrity', detail: 'the same version has another digest' }] : [];
    }));
}
function sumOf(text) {
    const [module, version, sum] = text.trim().split(/\s+/u);
    return module === undefined || version === undefined || sum === undefined ? [] : [[`${module} ${version}`, sum]];
}
function digests({ change, base, head }) {
    const [before, after] = [packagesIn(base), packagesIn(head)];
    if (after.size > 0)
        return [...after].flatMap(([name, now]) => ofPackage(name, now, { old: before.get(name), added: change.added }));
    const gone = change.removed.filter(({ text }) => DIGEST.test(text)).length;
    const added = change.added.filter(({ text }) => DIGEST.test(text)).length;
    // Fewer digests, although there are no fewer packages.
    if (gone <= added || change.added.length + (gone - added) < change.removed.length)
        return [];
    return [{ line: change.added[0]?.line ?? null, id: 'dependency.integrity', detail: `${gone - added} digests are gone` }];
}
function ofPackage(name, now, { old, added }) {
    const same = old !== undefined && old.version === now.version;
    if (same && old.integrity === now.integrity && old.scripted === now.scripted)
        return [];
    const lineOf = (text) => added.find((line) => line.text.includes(text))?.line ?? null;
    // Looked for only when there is something to say: a lockfile has thousands of packages.
    const line = () => lineOf(now.integrity ?? `"${name}"`);
    const found = [];
    if (same && old.integrity !== null && now.integrity !== old.integrity)
        found.push({ line: line(), id: 'dependency.integrity', detail: `\`${name}\` of the same version has ${now.integrity === null ? 'no digest any more' : 'another digest'}` });
    else if (!same && now.integrity === null && fetched(now.resolved))
        found.push({ line: line(), id: 'dependency.integrity', detail: `\`${name}\` has no digest` });
    if (now.scripted && old?.scripted !== true)
        found.push({ line: lineOf('"hasInstallScript"') ?? line(), id: 'dependency.install-script', detail: `\`${name}\` runs a script on install` });
    return found;
}
// Repositories have their commit in place of a digest.
function fetched(resolved) {
    return typeof resolved === 'string' && /^https?:/iu.test(resolved);
}


/***/ })

};
