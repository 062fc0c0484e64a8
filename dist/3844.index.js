export const id = 3844;
export const ids = [3844];
export const modules = {

/***/ 63844:
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
;// CONCATENATED MODULE: ./lib/parse/files/cmake.js
// SPDX-License-Identifier: Apache-2.0
//
// Commands of CMake that a change brings and that do more than say what is built of what. Refuses to evaluate anything: a command that is not one of those
// that only declare counts as code, and so does a setting that puts a program in front of others.
// @see https://cmake.org/cmake/help/latest/manual/cmake-commands.7.html
const DECLARES = new Set(('project cmake_minimum_required cmake_policy add_library add_executable add_subdirectory add_dependencies add_compile_definitions add_compile_options add_definitions add_link_options include_directories link_directories link_libraries '
    + 'target_sources target_link_libraries target_link_options target_link_directories target_include_directories target_compile_definitions target_compile_features target_compile_options target_precompile_headers set_target_properties set_source_files_properties '
    + 'source_group list option string math message mark_as_advanced if elseif else endif foreach endforeach while endwhile break continue return block endblock function endfunction macro endmacro find_package find_library find_path enable_testing enable_language '
    + 'get_filename_component cmake_path get_target_property get_property cmake_dependent_option cmake_parse_arguments include_guard unset export configure_package_config_file write_basic_package_version_file gtest_discover_tests fetchcontent_makeavailable aux_source_directory set install add_test set_property set_tests_properties include').split(' '));
/** Names whose value is run, or read as CMake, by every later build. */
const LAUNCHES = /launch|compiler\b|compiler_launcher|toolchain|_include\b|_include_before|make_program|command|emulator|_rule_|linker|_ar\b|module_path|project_\w*include|env\{/iu;
const RUNS_TEST = /\bCOMMAND\b\s+(?:"?\S*\/|(?:"?(?:sh|bash|zsh|env|curl|wget|python\d?|perl|ruby|node|powershell|pwsh|cmd)\b))|\$ENV|-P\b|-c\b/iu;
/** Lines of commands of `head` that `base` has not, and that do more than declare. */
function cmakeCode(head, base) {
    const known = new Set(commandsIn(base).map(keyOf));
    return commandsIn(head).filter((command) => !known.has(keyOf(command)) && !declares(command)).map(({ line }) => line);
}
function keyOf({ name, text }) {
    return `${name} ${text.replace(/\s+/gu, ' ')}`;
}
function declares({ name, text }) {
    if (!DECLARES.has(name))
        return false;
    if (/^set(?:_\w+)?$/u.test(name))
        return !LAUNCHES.test(text);
    if (name === 'install')
        return !/\b(?:CODE|SCRIPT)\b/u.test(text);
    if (name === 'add_test')
        return !RUNS_TEST.test(text);
    // A module of CMake's own, or of the folder, which is code of the build like this one.
    if (name === 'include')
        return /^\s*[A-Za-z]\w*\s*(?:OPTIONAL\s*)?$/u.test(text);
    return true;
}
// `name ( … )`, with brackets inside of texts and comments left alone. What does not close runs to the end.
function commandsIn(source) {
    const blank = source.replace(/#\[(=*)\[[\s\S]*?(?:\]\1\]|$)|"(?:\\[\s\S]|[^"\\])*"|\[(=*)\[[\s\S]*?\]\2\]|#[^\n]*/gu, (found) => found.replace(/[^\n]/gu, found.startsWith('#') ? ' ' : 'x'));
    const commands = [];
    const begins = /([A-Za-z_]\w*)[ \t]*\(/gu;
    for (let found = begins.exec(blank); found !== null; found = begins.exec(blank)) {
        const from = begins.lastIndex;
        const to = closing(blank, from);
        commands.push({ line: source.slice(0, found.index).split('\n').length, name: found[1].toLowerCase(), text: source.slice(from, to) });
        begins.lastIndex = to;
    }
    return commands;
}
function closing(text, from) {
    let depth = 1;
    for (let at = from; at < text.length; at += 1) {
        if (text[at] === '(')
            depth += 1;
        else if (text[at] === ')' && (depth -= 1) === 0)
            return at;
    }
    return text.length;
}

// EXTERNAL MODULE: ./lib/parse/files/folded-paths.js
var folded_paths = __webpack_require__(4208);
;// CONCATENATED MODULE: ./lib/parse/files/plain-lines.js
// SPDX-License-Identifier: Apache-2.0
//
// Lines of build programs that can only declare something, language by language: a text, a number, a name, an option, one of the calls that every such file
// has. Refuses the rest: a call that is not known here, code made of text, a module that reaches other programs or the network.
const STRINGS = /"(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*'/gu;
/** What stands for a text. */
const TEXT = '""';
/** Modules that reach beyond the build's own files. `path` and `url` only compute. */
const REACHING = /^(?:node:(?!path$|url$)|(?:assert|async_hooks|child_process|cluster|dgram|dns|fs|http2?|https|inspector|module|net|os|process|repl|tls|v8|vm|worker_threads|zlib)(?:\/|$)|(?:execa|shelljs|cross-spawn|zx|tinyexec|nano-spawn|node-fetch|axios|got|undici|ky|superagent|request|nano-exec|npm-run|concurrently|node-pty)(?:\/|$)|\.|\/|https?:|data:|file:)/u;
const IMPORTED = /(?:\bfrom|\bimport|\brequire\s*\(|\bimport\s*\()\s*["']([^"']+)["']/gu;
/** Names by which a script gets at everything. */
const OPENS = /\b(?:eval|Function|globalThis|global|constructor|__proto__|prototype|Reflect|Proxy|atob|Buffer|fetch|XMLHttpRequest|WebSocket|Worker|Deno|Bun|exec\w*|spawn\w*|fork|setTimeout|setInterval|setImmediate|queueMicrotask|process\s*(?:\.(?!env\b)|\[)|module\s*\.(?!exports\b)|import\s*\.\s*(?!meta\b)|with)\b|\bimport\s*\(\s*(?!"")|\brequire\s*(?:\.|\[|\(\s*(?!""))|\brequire\s*(?![(\s])/u;
/** Options whose value is a program, or a file that is run. */
const RUNS = /\b(?:globalSetup|globalTeardown|setupFiles\w*|webServer|command|runner|resolver|\w+Cmd|hooks?|exec\w*|testEnvironment|transform|transformer|loader|reporters?|proxy)["']?\s*:/u;
const SCRIPT_CALLS = /(?:^|[^\w$.])(?:path\s*\.\s*(?:resolve|join|dirname|basename)|url\s*\.\s*fileURLToPath|import\.meta\.resolve|tseslint\.config|eslint\.config|[A-Za-z_$][\w$]*)\s*\(/gu;
/** JavaScript and TypeScript: settings, plugins that are packages, paths. */
function isPlainScript(line) {
    if ([...line.matchAll(IMPORTED)].some(([, name = '']) => REACHING.test(name)) || RUNS.test(line) || /\b(?:from|import)\s*$/u.test(line))
        return false;
    const code = line.replace(STRINGS, TEXT).replace(/(?<![\w$)\]]\s*)`[^`$\\]*`/gu, TEXT).replace(/(?:\/\/|\/\*).*$/u, '');
    if (OPENS.test(code) || code.includes('`') || /\\u|\[\s*""\s*\]\s*\(|""\s*\+|\+\s*""/u.test(code))
        return false;
    // A call of a name is a plugin's, or the file's own; one of anything else is not known.
    return !code.replace(SCRIPT_CALLS, ' ').replace(/""\)\s*\(/gu, ' ').replace(/\basync\s*\(|(?:=|:|\(|,|\breturn|=>|\?|&&|\|\||^)\s*\(/gu, ' ').replace(/\s\(/gu, ' ').includes('(');
}
const RUBY_HEADS = 'gem|source|group|ruby|platforms?|pod|target|abstract_target|use_frameworks!|use_modular_headers!|inherit!|inhibit_all_warnings!|install!|workspace|project|gemspec|brew|cask|tap|mas|vscode|require_relative|require|appraise|cookbook|metadata|mod|forge|end|else|do|eval_gemfile|\\w+\\.add_(?:\\w+_)?dependency|\\w+\\.(?:dependency|subspec|ios|osx)\\b[\\w.]*|(?:Gem|Pod)::(?:Specification|Spec)\\.new';
const RUBY = new RegExp(`^\\s*(?:(?:${RUBY_HEADS})(?!\\w)!?[^\`]*|[a-z]\\w*\\.\\w+(?:\\[[^\\]]*\\])?\\s*=\\s*[^\`]*|[\\])}\\s,]*|(?:""|:\\w+|\\w+:|%w[\\[(]|[\\w.-]+[\\])])[^\`]*)$`, 'u');
const RUBY_OPENS = /`|%x|\b(?:system|exec|spawn|fork|eval|instance_eval|class_eval|send|public_send|__send__|open|popen\d?|load|require_relative|autoload|const_get|method|binding|Kernel|IO|Open3|Process|Net|URI|File\s*\.\s*(?!read\b|expand_path\b|join\b|dirname\b|basename\b|exist\?)|Object|FileUtils|Fiddle|ObjectSpace|Marshal|Base64|instance_variable_get|define_method|tap\s*\{|lambda|proc)\b|#\{|->/u;
/** Gemfile, gemspec, Podfile and Brewfile. */
function isPlainRuby(line) {
    // A version that the gem keeps in a file of its own.
    if (/^\s*require_relative\s+["'](?:\.\/)?lib\/[\w/-]+\/version["']\s*$/u.test(line))
        return true;
    if (/"[^"]*#\{/u.test(line))
        return false;
    const code = line.replace(STRINGS, TEXT).replace(/\s#.*$/u, '');
    return RUBY.test(code) && !RUBY_OPENS.test(code);
}
const GRADLE_HEADS = 'implementation|api|compileOnly|compileOnlyApi|runtimeOnly|developmentOnly|test\\w+|androidTest\\w+|debug\\w+|release\\w+|annotationProcessor|kapt|ksp|classpath|platform|enforcedPlatform|constraints|id|kotlin|alias|version|versionCode|versionName|include|mavenCentral|google|gradlePluginPortal|jcenter|project|libs|exclude|because|useJUnitPlatform|useJUnit|jvmToolchain|minSdk\\w*|targetSdk\\w*|compileSdk\\w*|applicationId|namespace|minifyEnabled|sourceCompatibility|targetCompatibility|group|description|rootProject\\.name|events|freeCompilerArgs|javaParameters|languageVersion\\.set|jvmTarget\\.set|withJavadocJar|withSourcesJar|modularity\\.inferModulePath\\.set|toolVersion|buildConfigField|resValue|proguardFiles?|getDefaultProguardFile|JavaLanguageVersion\\.of|JavaVersion\\.toVersion|of|listOf|setOf|mapOf|maxParallelForks|heapSize|maxHeapSize';
const GRADLE_BLOCKS = 'plugins|repositories|dependencies|java|kotlin|android|compileOptions|kotlinOptions|compilerOptions|toolchain|defaultConfig|buildTypes|release|debug|buildFeatures|composeOptions|packaging|packagingOptions|resources|sourceSets|main|test|subprojects|allprojects|dependencyManagement|imports|pluginManagement|dependencyResolutionManagement|versionCatalogs|testing|suites|application|group|filter|content|testOptions|unitTests|lint|lintOptions|configurations|all|testLogging|tasks\\.test|tasks\\.withType<Test>|ext|jvm|js|ios\\w*|commonMain|commonTest|publications|pom|licenses|developers|scm';
const GRADLE_LINE = new RegExp(`^\\s*(?:[\\s{}()\\],;]*|(?:${GRADLE_BLOCKS})(?:\\(\\))?\\s*\\{\\s*\\}?|(?:(?:${GRADLE_HEADS})\\b[ (]*)+[\\s\\w.,:"+)\\[\\]{}-]*|(?:val|var|def|ext\\.|set|final|const|private|String|int)?\\s*[\\w.]+\\s*\\+?=\\s*(?:${GRADLE_HEADS})?[\\s\\w.,"()\\[\\]:-]*|""[\\s,)\\]]*)$`, 'u');
const GRADLE_OPENS = /\b(?:exec\w*|commandLine|executable|args|Runtime|ProcessBuilder|Exec|JavaExec|JavaCompile|doFirst|doLast|from|URL|URI|GroovyShell|evaluate|Eval|Class|forName|getClass|metaClass|invokeMethod|initscript|apply|System|ant|shell|buildscript|wrapper|distributionUrl|mainClass|jvmArgs|allJvmArgs)\b|\$/u;
/** Gradle, in Groovy and Kotlin: dependencies, plugins, options. */
function isPlainGradle(line) {
    if (/"[^"]*\$\{/u.test(line))
        return false;
    const code = line.replace(STRINGS, TEXT).replace(/\/\/.*$/u, '');
    if (/""\s*\./u.test(code) || GRADLE_OPENS.test(code))
        return false;
    // A value in brackets is one of these calls, and nothing that is called on what they give.
    return GRADLE_LINE.test(code) && [...code.matchAll(/([\w.]*)\s*\(/gu)].every(([, name = '']) => name === '' || GRADLE_CALL.test(name));
}
const GRADLE_CALL = new RegExp(`^(?:${GRADLE_HEADS}|${GRADLE_BLOCKS})$`, 'u');
const ELIXIR_OPENS = /\b(?:System|Code|File|Mix\s*\.|Port|Node|IO|Kernel|Path|Module|apply|spawn\w*|eval|cmd|run|aliases|compilers|fn)\b|:(?:os|erlang|file|httpc|inets|code|compile)\b|[(&`~|]|#\{/u;
/** mix.exs: dependencies and settings. */
function isPlainElixir(line) {
    if (/"[^"]*#\{/u.test(line))
        return false;
    return !ELIXIR_OPENS.test(line.replace(STRINGS, TEXT).replace(/#.*$/u, ''));
}

;// CONCATENATED MODULE: ./lib/parse/files/build-code.js



// Languages without a way out of their own list of calls: only these start something.
const MESON = /\b(?:run_command|custom_target|run_target|generator|find_program|add_(?:install|postconf|dist)_script|vcs_tag|subproject|test|benchmark)\s*\(/u;
const STARLARK = /\b(?:genrule|sh_(?:binary|test|library)|run_shell|run_binary|actions\.run|\.execute|repository_rule|module_extension|http_\w+|git_repository|local|aspect)\b|^\s*load\s*\(\s*"@|\bcmd\w*\s*=/u;
const BUILDS = [
    // Ruby
    { name: /(?:^|\/)(?:rakefile|thorfile|capfile|guardfile|dangerfile|vagrantfile|(?:fast|app|deliver|match|snap|gym|scan|plugin)file)(?:\.rb)?$|\.(?:rake|cap|thor)$|(?:^|\/)config\/deploy(?:\/[\w-]+)?\.rb$/u },
    { name: /(?:^|\/)(?:gemfile|gems\.rb|podfile|brewfile|appraisals|berksfile|puppetfile)$|\.(?:gemspec|podspec)$/u, plain: isPlainRuby },
    // Gradle, Maven, Ant, sbt, and shared libraries of Jenkins
    { name: /\.gradle(?:\.kts)?$/u, plain: isPlainGradle },
    { name: /(?:^|\/)(?:buildsrc|build-logic)\/.*\.(?:kts?|java|groovy|gradle)$|(?:^|\/)build\.(?:xml|sc|sbt|mill|boot)$|^[\w-]+\.sbt$|(?:^|\/)project\/[\w-]+\.(?:sbt|scala)$|^vars\/[\w-]+\.groovy$/u },
    // C, C++, Zig, Go
    { name: /(?:^|\/)cmakelists\.txt$|\.cmake(?:\.in)?$/u, code: cmakeCode },
    { name: /(?:^|\/)meson(?:\.build|_options\.txt|\.options)$/u, plain: (line) => !MESON.test(line) },
    { name: /(?:^|\/)configure\.(?:ac|in)$|(?:^|\/)(?:aclocal|acinclude)\.m4$|(?:^|\/)m4\/[\w.-]+\.m4$|(?:^|\/)(?:sconstruct|sconscript|wscript|premake\d?\.lua|xmake\.lua|build\.zig|conanfile\.txt)$|(?:^|\/)magefiles?(?:\/[\w-]+)?\.go$/u },
    // Starlark
    { name: /(?:^|\/)(?:tiltfile|workspace\.bzlmod)$/u },
    { name: /(?:^|\/)build(?:\.bazel)?$|(?:^|\/)(?:buck|targets)$|\.bzl$/u, plain: (line) => !STARLARK.test(line) },
    // Python
    { name: /(?:^|\/)(?:noxfile|fabfile|dodo|pavement|hatch_build|pdm_build|setup_hooks|waf)\.py$|^(?:tasks|invoke|build)\.py$/u },
    { name: /(?:^|\/)conftest\.py$/u, plain: (line) => !STARTS_PYTHON.test(line) },
    // .NET, Elixir, Haskell
    { name: /(?:^|\/)build\.(?:cake|fsx|csx)$|\.cake$|(?:^|\/)setup\.l?hs$/u },
    { name: /(?:^|\/)mix\.exs$/u, plain: isPlainElixir },
    // JavaScript: `x.config.ts` where a build looks for it, and its older names. Below `src/` it is the product's own.
    { name: /(?:^|\/)(?:[\w.-]+\.config|\.[\w-]+rc|(?:karma|wdio|protractor|nightwatch)\.conf|gulpfile|gruntfile|jakefile|vitest\.workspace|\.pnp|\.pnp\.loader)\.[cm]?[jt]sx?$/u, plain: isPlainScript },
];
// Ways out of a test: other programs, the network, code made of text, and what pytest calls by itself.
const STARTS_PYTHON = /\b(?:subprocess|socket|ctypes|importlib|pty|marshal|pickle|codecs|base64|urllib|requests|httpx|pytest_plugins|builtins)\b|\bos\s*\.\s*(?:system|popen|exec\w*|spawn\w*|putenv)|\bfrom\s+os\s+import|\b(?:eval|exec|compile|__import__|getattr|globals|vars)\s*\(|\bdef\s+pytest_(?:configure|sessionstart|sessionfinish|load_initial_conftests|cmdline\w*|unconfigure)\b/u;
const COMMENT = /^\s*(?:#|\/\/|\*|\/\*|--(?:\s|$)|<!--|$)/u;
/** The first place of a build's own program that does more than declare. */
function buildCodeFindings({ change, head, base }) {
    const build = buildOf(change.path);
    if (build === undefined || change.status === 'deleted')
        return [];
    // What came from elsewhere was no part of the build there.
    const moved = change.from !== null && change.from !== change.path && buildOf(change.from) !== build;
    const lines = moved && head !== null ? linesOf(head) : change.added;
    const at = build.code !== undefined ? codeAt(build.code, { lines, head, base: moved ? null : base }) : lines.find(({ text }) => !COMMENT.test(text) && build.plain?.(text.slice(0, MAX_LINE)) !== true)?.line;
    const unseen = lines.length === 0 && (moved || change.binary);
    return at === undefined && !unseen ? [] : [{ line: at ?? null, id: 'code.build-code', detail: `\`${change.path.slice(-100)}\` runs wherever the project is built or tested, and does more than declare from here on` }];
}
// Of a diff alone, the lines that it adds are all that is known.
function codeAt(code, { lines, head, base }) {
    if (head !== null)
        return code(head, base ?? '')[0];
    const first = code(lines.map(({ text }) => text).join('\n'), '')[0];
    return first === undefined ? undefined : lines[first - 1]?.line;
}
/** Longer lines are read no further: what follows on them counts as code by its length alone. */
const MAX_LINE = 2_000;
function buildOf(path) {
    const folded = (0,folded_paths/* foldedPath */.k)(path);
    return BUILDS.find(({ name, plain }) => name.test(folded) && !(plain === isPlainScript && /(?:^|\/)src\//u.test(folded)));
}
function linesOf(text) {
    return text.split('\n').map((line, index) => ({ line: index + 1, text: line }));
}

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
// A unit with the Greek letter of a millionth.
const MICRO = /^[\d_]*\u03BC(?:s|secs?|seconds?|m|g|l|L|A|V|W|F|H|Hz|Pa|Sv|M|mol|ops)$/u;
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
        const word = [...text.matchAll(MIXED)].map(([one]) => one).find((one) => !MICRO.test(one) && [...one].every((character) => /[A-Za-z0-9_$]/u.test((0,folded_paths/* lookAlike */.W)(character))));
        if (word !== undefined)
            found.push({ line, id: 'code.homoglyph', detail: `a name looks like \`${[...word].map(folded_paths/* lookAlike */.W).join('')}\` and is another one` });
    }
    return found;
}
function codeOf(character) {
    return `U+${character.codePointAt(0).toString(16).toUpperCase().padStart(4, '0')}`;
}

// EXTERNAL MODULE: ./lib/parse/shell/extract/yaml.js
var yaml = __webpack_require__(7029);
;// CONCATENATED MODULE: ./lib/parse/files/chart-values.js
// SPDX-License-Identifier: Apache-2.0
//
// Values of Helm charts: what its templates do with them is not known, but a value that is called `privileged` and is true is meant to end in a pod. Said under
// the same names as in a manifest. Refuses to render a chart.
// @see https://kubernetes.io/docs/concepts/security/pod-security-standards/


const VALUES = /(?:^|\/)(?:[\w.-]*values[\w.-]*|values\/[\w.-]+)\.ya?ml$/u;
const TRUE = /^(?:true|yes|on)$/iu;
/** Capabilities that the baseline of the Pod Security Standards leaves to every pod. */
const USUAL = /^(?:AUDIT_WRITE|CHOWN|DAC_OVERRIDE|FOWNER|FSETID|KILL|MKNOD|NET_BIND_SERVICE|SETFCAP|SETGID|SETPCAP|SETUID|SYS_CHROOT)$/u;
// Hits a text with one of the keys that are looked for.
const PERHAPS = /\b(?:privileged|hostNetwork|hostPID|hostIPC|hostPath|capabilities|verbs|clusterAdmin)\b|<<|\*\w/u;
/** Findings of values that the change brings. */
function valuesFindings({ change, head, base }) {
    if (head === null || change.status === 'deleted' || !VALUES.test((0,folded_paths/* foldedPath */.k)(change.path)) || !PERHAPS.test(head))
        return [];
    const before = new Set((base === null ? [] : found(base)).map(({ detail }) => detail));
    return found(head).filter(({ detail }) => !before.has(detail));
}
function found(text) {
    try {
        return (0,yaml/* yamlTrees */.P)(text).flatMap((tree) => below(tree, ''));
    }
    catch {
        return [{ line: null, id: 'code.unreadable', detail: 'the values are no YAML' }];
    }
}
function below(node, place) {
    const items = (node.items ?? []).flatMap((item, index) => below(item, `${place}[${index}]`));
    return [...items, ...[...(node.entries ?? [])].flatMap(([key, value]) => [...ofKey(key, value, `${place}.${key}`.replace(/^\./u, '')), ...below(value, `${place}.${key}`)])];
}
function ofKey(key, value, place) {
    const tell = (id, detail) => [{ line: value.line, id, detail: `\`${place.slice(-120)}\` ${detail}` }];
    if (key === 'privileged' && TRUE.test(value.text ?? ''))
        return tell('pod-security.baseline.privileged', 'lets a container do whatever root may on its node');
    if (/^host(?:Network|PID|IPC)$/u.test(key) && TRUE.test(value.text ?? ''))
        return tell('pod-security.baseline.host-namespaces', 'shares what the node has with a pod');
    if (key === 'hostPath' && (value.entries !== null || /^\//u.test(value.text ?? '')))
        return tell('pod-security.baseline.host-path', `mounts \`${((0,yaml/* under */.h)(value, 'path')?.text ?? value.text ?? '').slice(0, 100)}\` of the node`);
    if (key === 'capabilities') {
        const more = ((0,yaml/* under */.h)(value, 'add')?.items ?? []).map(({ text }) => (text ?? '').replace(/^CAP_/u, '')).filter((name) => !USUAL.test(name));
        return more.length === 0 ? [] : tell('pod-security.baseline.capabilities', `adds ${more.slice(0, 5).join(', ').slice(0, 100)}`);
    }
    if (key === 'verbs' && (value.items ?? []).some(({ text }) => text === '*'))
        return tell('rbac.wildcard', 'grants every verb');
    return key === 'clusterAdmin' && TRUE.test(value.text ?? '') ? tell('rbac.cluster-admin', 'hands out the cluster') : [];
}

;// CONCATENATED MODULE: ./lib/parse/files/charts.js
// SPDX-License-Identifier: Apache-2.0
//
// What charts, releases and playbooks are made of: dependencies of Helm charts, repositories and releases of helmfile, roles and collections of Ansible, each by
// its name and where it comes from. Refuses to fetch or render anything.
// @see https://helm.sh/docs/topics/charts/#chart-dependencies


/** Lists of parts by the file's name: keys under which they stand (`''`: the file is the list), and keys that say a part's name and place. */
const KINDS = [
    { file: /(?:^|\/)(?:chart|requirements)\.ya?ml$/u, lists: ['dependencies'], name: ['name'], from: ['repository'] },
    { file: /(?:^|\/)(?:requirements|galaxy)\.ya?ml$/u, lists: ['', 'roles', 'collections'], name: ['name', 'src'], from: ['source', 'src'] },
    { file: /(?:^|\/)helmfile[\w.-]*\.ya?ml(?:\.gotmpl)?$|(?:^|\/)helmfile\.d\/[\w.-]+\.ya?ml$/u, lists: ['repositories', 'releases', 'bases'], name: ['name', 'chart'], from: ['url', 'chart'] },
];
/** Parts that are new, and those that come from another place than before. */
function chartFindings({ change, head, base }) {
    const path = (0,folded_paths/* foldedPath */.k)(change.path);
    if (head === null || change.status === 'deleted' || !KINDS.some(({ file }) => file.test(path)))
        return [];
    const before = new Map((base === null ? [] : partsOf(path, base)).map(({ name, from }) => [name, from]));
    return partsOf(path, head).flatMap(({ name, from, line }) => {
        const old = before.get(name);
        if (old === undefined)
            return [{ line, id: 'dependency.new', detail: `\`${name.slice(0, 200)}\` is new` }];
        return old === from ? [] : [{ line, id: 'dependency.source', detail: `\`${name.slice(0, 200)}\` comes from another place than before` }];
    });
}
function partsOf(path, text) {
    let trees;
    try {
        trees = (0,yaml/* yamlTrees */.P)(text);
    }
    catch {
        return [];
    }
    return KINDS.filter(({ file }) => file.test(path)).flatMap(({ lists, name, from }) => trees.flatMap((tree) => lists.flatMap((list) => ((list === '' ? tree : (0,yaml/* under */.h)(tree, list))?.items ?? []).flatMap((item) => {
        const first = (keys) => keys.map((key) => (0,yaml/* under */.h)(item, key)).find((node) => node?.text !== undefined && node.text !== null);
        const named = item.text === null ? first(name) : item;
        return named?.text === undefined || named.text === null ? [] : [{ name: `${list} ${named.text}`.trim(), from: first(from)?.text ?? '', line: named.line }];
    }))));
}

;// CONCATENATED MODULE: ./lib/parse/files/gate-files.js

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
        paths: /^\.(?:github|gitlab|gitea|forgejo)$|^\.(?:github|gitea|forgejo)\/(?:workflows|actions)(?:\/|$)|(?:^|\/)action\.ya?ml$|(?:^|[./])gitlab-ci\.ya?ml$|^\.gitlab\/(?:ci|agents)(?:\/|$)|^\.(?:circleci|buildkite|azure-pipelines|woodpecker|tekton|semaphore)(?:\/|$)|(?:^|\/)jenkinsfile(?:[.-][^/]*)?$|(?:^|\/)azure-pipelines[^/]*\.ya?ml$|^(?:buildkite|buildspec|appspec|bitbucket-pipelines|appveyor|\.appveyor|\.travis|\.drone|\.woodpecker|cloudbuild|\.cirrus|codemagic|atlantis)\.ya?ml$|(?:^|\/)cloudbuild[\w.-]*\.ya?ml$|^(?:\.github\/|\.gitlab\/)?(?:dependabot\.ya?ml|renovate\.json5?)$|^\.renovaterc(?:\.json5?)?$|^\.(?:ebextensions|platform|teamcity|harness|builds|prow|zuul\.d)(?:\/|$)|(?:^|\/)(?:\.drone|\.vela|\.zuul|zuul|codefresh|screwdriver|wercker|\.build|\.prow)\.ya?ml$|\.gocd\.ya?ml$|^\.cirrus\.star$|(?:^|\/)dagger\.json$/u,
    },
    {
        id: 'gate.agent-instructions', what: 'what coding agents are told or may do',
        paths: /(?:^|\/)(?:agents?(?:\.override|\.local)?|claude(?:\.local)?|gemini|codex|qwen|copilot|warp|skill|crush|iflow|grok|kimi|bugbot|jules|devin)\.md$|\.(?:agent|instructions|prompt|chatmode)\.md$|(?:^|\/)\.(?:cursor|claude|codex|gemini|qwen|roo|continue|windsurf|amazonq|kiro|junie|trae|augment|opencode|agents?|factory|goose|devin|cline|kilocode|openhands|crush|claude-plugin|antigravity|amp|jules|zencoder|rovodev|tabnine|firebender|codebuddy|lingma|trae-cn|void|pearai|melty|superdesign|aiassistant|iflow|grok|kimi|pi|vibe|ruler|rulesync|gptme|plandex|sixth|tessl|nanobot|openclaw|clawdbot|hermes|codewhisperer|qodo|tabby|cody|bugbot|ellipsis|warp|conductor|superset|specify|ai|llm)(?:\/|$)|(?:^|\/)\.(?:cursorrules|cursorignore|windsurf[^/]*|clinerules[^/]*|roorules[^/]*|roomodes|rooignore|goosehints|aider[^/]*|rules|augment-guidelines|mcp\.json|claude\.json|continuerules|voidrules|openhands_instructions|(?:agents?|hermes|ai[-_](?:rules|instructions))\.md|worktreeinclude|emdash\.json|(?:ai|claude|gemini|codeium|copilot|augment|continue|cursorindexing|llm)ignore|aiexclude)(?:\/|$)|(?:^|\/)(?:opencode|mcp|mcp[-_](?:config|servers|settings)|claude_desktop_config|crush|firebender|gemini-extension|rulesync|conductor|tessl)\.jsonc?$|(?:^|\/)(?:mcp\.ya?ml|ruler\.toml|gptme\.toml|hooks\/hooks\.json)$|^(?:\.coderabbit|\.?sourcery|\.?sweep|\.?ellipsis)\.ya?ml$|^(?:greptile\.json|\.?pr_agent\.toml|\.codiumai\.toml|best_practices\.md)$|(?:^|\/)replit\.md$|^conventions\.md$|(?:^|\/)\.codeiumrules$|^\.github\/(?:copilot-instructions\.md$|(?:instructions|prompts|agents|chatmodes|copilot|hooks|skills)(?:\/|$))/u,
    },
    {
        id: 'gate.hooks', what: 'what runs on the machines of those who work here',
        paths: /(?:^|\/)\.git(?:\/|$)|(?:^|\/)\.(?:husky|githooks|git-hooks|lefthook|devcontainer)(?:\/|$)|^(?:git)?hooks\/(?:pre|post|prepare|commit|update|applypatch|push|reference|sendemail|fsmonitor)[\w-]*$|(?:^|\/)\.?lefthook(?:-local)?\.(?:ya?ml|toml|jsonc?)$|(?:^|\/)\.pre-commit-(?:config|hooks)\.ya?ml$|(?:^|\/)(?:\.?overcommit\.ya?ml|captainhook\.json|grumphp\.ya?ml(?:\.dist)?|\.?simple-git-hooks\.(?:[cm]?js|json)|\.?nano-staged\.(?:[cm]?js|json)|prek\.toml|hk\.pkl|\.?rusty-hook\.toml)$|(?:^|\/)\.(?:npmrc|pnpmfile\.[cm]?js|envrc(?:\.[\w-]+)?|autoenv(?:\.zsh)?|yarnrc(?:\.ya?ml)?|gitconfig|bazelrc|bazeliskrc|devcontainer\.json|lintstagedrc[^/]*|huskyrc[^/]*|mise\.toml|pypirc|pip\.conf)$|(?:^|\/)(?:mise|bunfig)\.toml$|(?:^|\/)(?:lint-staged\.config\.[cm]?[jt]s|pip\.conf|sitecustomize\.py|usercustomize\.py)$|(?:^|\/)\.yarn\/(?:plugins|releases)(?:\/|$)|(?:^|\/)\.(?:vscode|zed|fleet|idx|codesandbox|helix|flox)(?:\/|$)|(?:^|\/)\.(?:gitpod\.ya?ml|replit|stackblitzrc|exrc|nvimrc|nvim\.lua|lazy\.lua|vimrc|dir-locals\.el|lfsconfig)$|(?:^|\/)devfile\.ya?ml$|\.sublime-project$|(?:^|\/)[^/]+\.code-workspace$|(?:^|\/)\.idea\/(?:runconfigurations|workspace\.xml|watchertasks\.xml|startup\.xml|tools(?:\/|$))|(?:^|\/)\.run\/[^/]+\.run\.xml$|(?:^|\/)\.cargo\/config(?:\.toml)?$|(?:^|\/)\.mvn(?:\/|$)|(?:^|\/)nuget\.config$|(?:^|\/)directory\.build\.(?:props|targets)$|(?:^|\/)(?:(?:uv|poetry)\.toml|rust-toolchain(?:\.toml)?|terraform\.rc|[\w-]+\.tfrc|[\w-]*\.bazelrc|bazel\.rc|devbox\.json|devenv\.(?:nix|ya?ml))$|(?:^|\/)\.(?:condarc|gemrc|curlrc|wgetrc|netrc|terraformrc|gdbinit|lldbinit|user\.ini)$|(?:^|\/)devcontainer\.json$|(?:^|\/)\.bundle\/config$/u,
    },
];
/** What a path, and where it came from, decides about. */
function gateFindings(change) {
    const paths = [...new Set([change.path, change.from ?? change.path])];
    return dedupe([...paths.flatMap(gatesOf), ...attributes(change)]);
}
// Hits jobs of Prow, which lie where its own settings say: `presubmits:`, `periodics:`.
const PROW_JOBS = /^(?:presubmits|postsubmits|periodics)[ \t]*:/mu;
/** What CI runs by what is in a file, whatever it is called. */
function jobFindings({ change, head, base }) {
    if (!/\.ya?ml$/u.test((0,folded_paths/* foldedPath */.k)(change.path)) || ![head, base].some((text) => text !== null && PROW_JOBS.test(text)))
        return [];
    return [{ line: null, id: 'gate.workflow', detail: `\`${printable(change.path)}\` decides what runs in CI, by jobs of Prow` }];
}
/** Gates that a path belongs to, whatever happens to it. */
function gatesOf(path) {
    const folded = (0,folded_paths/* foldedPath */.k)(path);
    return GATES.filter(({ paths }) => paths.test(folded)).map(({ id, what }) => ({
        line: null, id, detail: folded === path || folded === path.toLowerCase() ? `\`${path}\` decides ${what}` : `\`${printable(path)}\` can pass for \`${folded}\`, which decides ${what}`,
    }));
}
/** A path without what a terminal or a reader would not show as it is. */
function printable(path) {
    return path.replace(/[^\x20-\x7E]/gu, (character) => `\\u{${character.codePointAt(0).toString(16)}}`);
}
// Hits `*.bin filter=x`, `* diff=y`; misses `* text=auto` and `*.lock -diff`. Attributes run programs only through these.
const gate_files_RUNS = /\s(?:filter|diff|merge)=/u;
// Hits `*.sh working-tree-encoding=UTF-16`.
const RECODES = /\sworking-tree-encoding=/u;
// Hits `*.js binary`, `src/** -diff linguist-generated=true`, `* -diff`; misses `*.lock -diff`, `dist/** linguist-generated`.
const HIDES = /^\s*"?(?:\[attr\]\S+|\*{1,2}|(?:\*\*\/)?\*\.(?:[cm]?[jt]sx?|py|rb|go|rs|java|kts?|sh|ya?ml|toml|tf|sql|php|cs|c|cc|cpp|h)|\/?(?:src|lib|app|cmd|pkg|internal|scripts|infra|deploy|k8s|db|\.github|\.gitlab)\/\S*)"?\s+(?:\S+\s+)*(?:binary|-diff|-text|linguist-(?:generated|vendored)(?:=true)?)(?:\s|$)/u;
function attributes(change) {
    if (!/(?:^|\/)\.gitattributes$/u.test((0,folded_paths/* foldedPath */.k)(change.path)))
        return [];
    return change.added.flatMap(({ line, text }) => [
        ...(gate_files_RUNS.test(text) ? [{ line, id: 'gate.hooks', detail: 'an attribute names a program that git runs on checkout, diff or merge' }] : []),
        ...(RECODES.test(text) ? [{ line, id: 'gate.hooks', detail: 'git writes other bytes on checkout than a review shows' }] : []),
        ...(HIDES.test(text) ? [{ line, id: 'code.suppression', detail: 'reviews show changes of source files no more' }] : []),
    ]);
}
function dedupe(findings) {
    return [...new Map(findings.map((finding) => [`${finding.line ?? ''} ${finding.id}`, finding])).values()];
}

// EXTERNAL MODULE: ./lib/parse/shell/extract/dockerfile.js
var dockerfile = __webpack_require__(47020);
;// CONCATENATED MODULE: ./lib/parse/files/images.js
// SPDX-License-Identifier: Apache-2.0
//
// Container images that a change brings in: what Dockerfiles build on and copy from, what compose files, manifests, kustomizations and values of charts start.
// An image that its makers keep under a name of their own (`postgres:16`, `mcr.microsoft.com/…`) is no news, one of anybody else's is. Refuses to ask a registry.
// @see https://docs.docker.com/reference/dockerfile/#from




const DOCKERFILE = /(?:^|\/)[\w.-]*(?:docker|container)file[\w.-]*$|(?:^|\/)docker\/[^/.]+$/u;
const COMPOSE = /(?:^|\/)(?:docker-)?compose[\w.-]*\.ya?ml$/u;
const images_VALUES = /(?:^|\/)(?:[\w.-]*values[\w.-]*|values\/[\w.-]+)\.ya?ml$/u;
/** Names that nobody else can take: curated lists, and registries of those who make what is in them. */
const KEPT = /^(?:(?:docker\.io\/|public\.ecr\.aws\/docker\/|registry-1\.docker\.io\/)?(?:library\/)?[\w.-]+|(?:mcr\.microsoft\.com|registry\.k8s\.io|gcr\.io\/distroless|registry\.access\.redhat\.com|public\.ecr\.aws\/(?:lambda|amazonlinux|aws-\w+)|cgr\.dev\/chainguard|nvcr\.io\/nvidia|docker\.elastic\.co|container-registry\.oracle\.com)\/[\w./-]+)$/u;
/** Files that name an image on a line: containers of systemd, tasks of Nomad. */
const WRITTEN = [
    { name: /\.(?:container|image)$/u, image: /^\s*Image\s*=\s*([^\s${%]+)\s*$/u },
    { name: /\.(?:nomad|nomad\.hcl)$/u, image: /^\s*image\s*=\s*"([^"\s${]+)"/u },
];
/** Images that are new, that took the place of others, or that are pinned less than before. */
function imageFindings(file) {
    const { change, head, base } = file;
    const path = (0,folded_paths/* foldedPath */.k)(change.path);
    // Of a diff alone, the lines that it adds.
    if (head === null && base === null && DOCKERFILE.test(path))
        return compared(inDockerfile(change.added.map(({ text }) => text).join('\n')).map((one) => ({ ...one, line: change.added[one.line - 1]?.line ?? 1 })), [], false);
    if (head === null || change.status === 'deleted')
        return [];
    if (DOCKERFILE.test(path))
        return compared(inDockerfile(head), base === null ? [] : inDockerfile(base), true);
    const written = WRITTEN.find(({ name }) => name.test(path));
    if (written !== undefined)
        return compared(inLines(head, written.image), base === null ? [] : inLines(base, written.image), true);
    if (!/\.(?:ya?ml|json)$|(?:^|\/)kustomization$/u.test(path) || !change.added.some(({ text }) => NAMES.test(text)))
        return [];
    const values = images_VALUES.test(path);
    const compose = COMPOSE.test(path) || /^services[ \t]*:[ \t]*$/mu.test(head);
    if (!compose && !values && !(0,pods/* isManifest */.Yh)(change.path, head))
        return [];
    const [now, before] = [inTrees(head, compose), base === null ? [] : inTrees(base, compose)];
    // A new manifest has images that the repository builds: only what changes in one tells of a swap.
    return compose || base !== null ? compared(now, before, compose) : compared(now.filter(({ place }) => place.endsWith('newName')), [], false);
}
// Hits `image: x`, `"repository": "x"`, `newName: x`, and anchors and merges, behind which either may stand.
const NAMES = /\b(?:image|repository|newName|registry|newTag)\b|<<|\*\w/u;
function compared(now, before, moving) {
    const known = new Set(before.map(({ text }) => repositoryOf(text)));
    const pinned = new Set(before.filter(({ text }) => isPinned(text)).map(({ text }) => repositoryOf(text)));
    const texts = new Set(before.map(({ text }) => text));
    return now.flatMap(({ line, text }) => {
        const [repository, finding] = [repositoryOf(text), (detail) => [{ line, id: 'dependency.image', detail }]];
        const shown = text.slice(0, 200);
        if (!known.has(repository) && !KEPT.test(repository))
            return finding(`the image \`${shown}\` is new here`);
        if (pinned.has(repository) && !isPinned(text))
            return finding(`the image \`${shown}\` is pinned by a digest no more`);
        return moving && !texts.has(text) && isMoving(text) ? finding(`the image \`${shown}\` is whatever is the newest that day`) : [];
    });
}
function repositoryOf(image) {
    return image.replace(/@sha256:.*$/u, '').replace(/:[\w.-]*$/u, '').toLowerCase();
}
function isPinned(image) {
    return /@sha256:[0-9a-f]{64}$/u.test(image);
}
function isMoving(image) {
    return !isPinned(image) && !/:(?!latest$)[\w.-]+$/u.test(image);
}
// `FROM`, `COPY --from=` and `RUN --mount=from=`, with the defaults of `ARG`; names of stages are none.
function inDockerfile(text) {
    const stages = new Set(['scratch']);
    const values = new Map();
    return (0,dockerfile/* instructions */.G)(text).flatMap(({ name, text: rest, lines }) => {
        const line = lines[0] ?? 1;
        const words = rest.replace(/[\\`]\n/gu, ' ').trim();
        if (name === 'ARG')
            for (const [, key = '', value = ''] of words.matchAll(/([A-Za-z_]\w*)=("[^"]*"|'[^']*'|\S*)/gu))
                values.set(key, value.replace(/^["']|["']$/gu, ''));
        const filled = (image) => image.replace(/\$\{?(\w+)(?::?-([^}]*))?\}?/gu, (whole, key, other) => values.get(key) ?? other ?? whole).replace(/^["']|["']$/gu, '');
        const named = name === 'FROM' ? [(/^(?:--\S+\s+)*(\S+)/u.exec(words)?.[1] ?? '')] : name === 'COPY' || name === 'ADD' ? [...words.matchAll(/--from=(\S+)/gu)].map(([, from = '']) => from) : name === 'RUN' ? [...words.matchAll(/--mount=\S*\bfrom=([^,\s]+)/gu)].map(([, from = '']) => from) : [];
        const images = named.map(filled).filter((image) => image !== '' && !/\$|^\d+$/u.test(image) && !stages.has(image.toLowerCase()));
        const stage = name === 'FROM' ? /\sAS\s+(\S+)\s*$/iu.exec(words)?.[1] : undefined;
        if (stage !== undefined)
            stages.add(stage.toLowerCase());
        return images.map((image) => ({ line, text: image, place: name }));
    });
}
function inLines(text, pattern) {
    return text.split('\n').flatMap((line, index) => {
        const [, image] = pattern.exec(line) ?? [];
        return image === undefined ? [] : [{ line: index + 1, text: image, place: '' }];
    });
}
function inTrees(text, compose) {
    try {
        return (0,yaml/* yamlTrees */.P)(text).flatMap((tree) => (compose ? [...((0,yaml/* under */.h)(tree, 'services')?.entries ?? [])].flatMap(([name, service]) => ((0,yaml/* under */.h)(service, 'build') === undefined ? imageAt((0,yaml/* under */.h)(service, 'image'), name) : [])) : images_below(tree, '')));
    }
    catch {
        // Another check tells of what is no YAML.
        return [];
    }
}
function imageAt(node, place) {
    const text = (node?.text ?? '').trim().replace(/\$\{\w+:?-([^}]*)\}/gu, '$1');
    return node === undefined || text === '' || /[\s${]/u.test(text) ? [] : [{ line: node.line, text, place }];
}
// `image: a/b:c` of a container, `{ registry: x, repository: a/b }` of values, `newName` of a kustomization.
function images_below(node, place) {
    const items = (node.items ?? []).flatMap((item, index) => images_below(item, `${place}/${(0,yaml/* under */.h)(item, 'name')?.text ?? index}`));
    if (node.entries === null)
        return items;
    const registry = (0,yaml/* under */.h)(node, 'registry')?.text ?? '';
    return [...items, ...[...node.entries].flatMap(([key, value]) => {
            if (key === 'image' && value.text !== null || key === 'newName')
                return imageAt(value, `${place}/${key}`);
            if (key === 'repository' && value.text !== null && !/^(?:https?|oci|git|file|ssh|s3|gs):|^@|^alias:/u.test(value.text))
                return imageAt(registry === '' ? value : { ...value, text: `${registry}/${value.text}` }, `${place}/${key}`);
            return images_below(value, `${place}/${key}`);
        })];
}

// EXTERNAL MODULE: ./lib/parse/terraform/resources.js
var resources = __webpack_require__(61573);
;// CONCATENATED MODULE: ./lib/parse/files/infrastructure-code.js
// SPDX-License-Identifier: Apache-2.0
//
// Infrastructure that programs describe (Pulumi, CDK, CDK for Terraform) before and after a change: resources that are written out and gone, and settings by
// which what a resource holds goes with it. Refuses to run the program: what it makes in a loop, or under a computed name, only its preview says.
// @see https://www.pulumi.com/docs/iac/concepts/resources/names/ and https://docs.aws.amazon.com/cdk/v2/guide/resources.html

const PROGRAM = /\.(?:[cm]?[jt]sx?|py|go|cs|java|kt)$/u;
/** What such a program brings in. */
const FRAMEWORKS = ['pulumi', 'aws-cdk', 'aws_cdk', 'awscdk', 'cdktf', 'cdk8s', 'software.amazon.awscdk', 'Amazon.CDK'];
// Hits `new aws.rds.Instance("main"`, `new s3.Bucket(this, 'data'`, `aws.rds.Instance("main"`, `s3.Bucket(self, "data"`, `rds.NewInstance(ctx, "main"`; groups: the type and the name.
const RESOURCE = /\b(?:new\s+)?((?:[A-Za-z_]\w*\.){1,4}(?:New)?[A-Z]\w*)\s*\(\s*(?:(?:this|self|scope|stack|ctx)\s*,\s*)?(?:jsii\.String\(\s*)?["'`]([\w.-]{1,200})["'`]/gu;
const UNPROTECTED = /\bRemovalPolicy[._](?:DESTROY|Destroy)\b|\bRemovalPolicy_DESTROY\b|\b(?:deletion_?protection|termination_?protection|protect)\b["']?\s*[:=]\s*(?:pulumi\.Bool\(\s*)?false\b|\b(?:auto_?delete_?objects|force_?destroy|skip_?final_?snapshot)\b["']?\s*[:=]\s*(?:pulumi\.Bool\(\s*)?true\b/iu;
/** Findings of one program of infrastructure; `around`: resources that only moved to another file are not gone. */
function infrastructureCodeFindings({ change, head, base }, around) {
    if (!PROGRAM.test(change.from ?? change.path))
        return [];
    const [was, is] = sides({ change, head, base });
    if (![was, is].some(describes))
        return [];
    const others = (around.files ?? []).filter((file) => PROGRAM.test(file.change.path)).map((file) => sides(file)[1]);
    const kept = new Set([is, ...others].flatMap((text) => [...resourcesIn(text).keys()]));
    const gone = change.status === 'copied' ? [] : [...resourcesIn(was)].filter(([key]) => !kept.has(key));
    return [
        ...gone.map(([key, type]) => ({ line: null, id: (0,resources/* isProtected */.bz)(typeWords(type)) ? 'infrastructure.loss' : 'infrastructure.removed', detail: `\`${key}\` is gone, and would be destroyed${(0,resources/* isProtected */.bz)(typeWords(type)) ? ' with what it holds' : ''}` })),
        ...change.added.filter(({ text }) => UNPROTECTED.test(text.slice(0, 2_000)) && !/^\s*(?:\/\/|#|\*)/u.test(text)).map(({ line }) => ({ line, id: 'infrastructure.unprotected', detail: 'what it holds goes with it, or can be deleted from here on' })),
    ];
}
// Of a diff alone, what it takes away and what it adds, with the lines around them that it shows in neither.
function sides({ change, head, base }) {
    const joined = (lines) => lines.map(({ text }) => text).join('\n');
    if (head === null && base === null)
        return [joined(change.removed), joined(change.added)];
    return [base ?? '', change.status === 'deleted' ? '' : (head ?? '')];
}
function describes(text) {
    return FRAMEWORKS.some((name) => text.includes(name));
}
function resourcesIn(text) {
    return new Map([...text.matchAll(RESOURCE)].map(([, type = '', name = '']) => [`${type} ${name}`, type]));
}
// `aws.rds.DatabaseInstance` in the words that a type of Terraform is made of.
function typeWords(type) {
    return `x_${type.replaceAll('.', '_').replace(/(?<=[a-z\d])(?=[A-Z])/gu, '_').toLowerCase()}`;
}

// EXTERNAL MODULE: ./lib/parse/files/lockfiles.js + 3 modules
var lockfiles = __webpack_require__(93699);
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
const toml_dependencies_STRINGS = /(["'])((?:(?!\1)[^\\\n]|\\.){1,300})\1/gu;
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
        for (const [, , one = ''] of part.matchAll(toml_dependencies_STRINGS))
            put(/^\s*([A-Za-z0-9][\w.-]*)/u.exec(one)?.[1], index + 1);
        inList = !part.replace(toml_dependencies_STRINGS, '').replace(/#.*$/u, '').includes(']');
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
// Hits `patches/left-pad+1.0.0.patch`, `patches/a@1.0.0.patch`, `.yarn/patches/a-npm-1.0.0-0123.patch`; misses `debian/patches/fix.patch`.
const PATCH = /(?:^|\/)patches\/[^/]+[+@]v?\d[\w.+-]*\.(?:patch|diff)$|(?:^|\/)\.yarn\/patches\//u;
/** Findings of a manifest; none for other files. */
function manifestFindings(file) {
    const path = (0,folded_paths/* foldedPath */.k)(file.change.path);
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
    if (PATCH.test(path) || /(?:^|\/)patches\/[^/]+\.(?:patch|diff)$/u.test(path) && /^(?:---|\+\+\+|diff --git) [ab]\/node_modules\//mu.test(file.head ?? ''))
        return [{ line: null, id: 'dependency.unregistered', detail: 'it changes the code of a package wherever that is installed' }];
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
    const sections = [...DEPENDENCIES.map((section) => [child(now, section), child(old, section)]), [child(child(now, 'pnpm'), 'overrides'), child(child(old, 'pnpm'), 'overrides')]];
    const brought = sections.flatMap(([is, was]) => changed(is, was).flatMap(([name, spec]) => dependency(name, spec, !Object.hasOwn(was, name), at(name))));
    const patched = [[now, old], [child(now, 'pnpm'), child(old, 'pnpm')]].some(([is, was]) => differs(is?.['patchedDependencies'], was?.['patchedDependencies']));
    const hooks = GIT_HOOKS.filter((name) => differs(now[name], old[name]));
    const outside = ['publishConfig', 'packageManager', 'workspaces', 'gypfile'].filter((name) => differs(now[name], old[name]) && (name !== 'packageManager' || base !== null || String(now[name]).includes('://')));
    return [
        ...scripts, ...brought, ...(patched ? [{ line: at('patchedDependencies'), id: 'dependency.unregistered', detail: '`patchedDependencies` changes the code of packages wherever they are installed' }] : []),
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

;// CONCATENATED MODULE: ./lib/parse/files/migration-order.js
const LISTS = [
    { name: /(?:^|\/)meta\/_journal\.json$/u, entries: ofJournal, line: /"(?:idx|when|tag)"\s*:/u },
    { name: /(?:^|\/)sqitch\.plan$/u, entries: (text) => migration_order_linesOf(text).filter(({ text: line }) => !/^\s*(?:#|%|$)/u.test(line)), line: /^\s*[^\s#%]/u },
    // The first line is the sum of all others.
    { name: /(?:^|\/)atlas\.sum$/u, entries: (text) => migration_order_linesOf(text).slice(1).filter(({ text: line }) => line !== ''), line: /\S\s+h1:/u },
    { name: /(?:^|\/)migration_lock\.toml$/u, entries: (text) => migration_order_linesOf(text).filter(({ text: line }) => /^\s*provider\s*=/u.test(line)), line: /^\s*provider\s*=/u },
];
const CHANGED = 'what stood there before is gone, or became something else: a migration runs again, or never';
/** Where a list is another one than it was, rather than longer. */
function migrationOrderFindings({ change, head, base }) {
    const list = LISTS.find(({ name }) => name.test(change.path));
    if (list === undefined || change.from === null || change.status === 'deleted')
        return [];
    const tell = (line, detail) => [{ line, id: 'code.migration-order', detail }];
    if (base === null || head === null)
        return inDiff(change, list) ? tell(change.added[0]?.line ?? null, CHANGED) : [];
    try {
        const [before, after] = [list.entries(base), list.entries(head)];
        const other = before.findIndex(({ text }, index) => text !== after[index]?.text);
        if (other >= 0)
            return tell(after[other]?.line ?? null, CHANGED);
        const last = Math.max(...before.map(({ time }) => time));
        const early = after.slice(before.length).find(({ time }) => time <= last && time !== 0);
        return early === undefined ? [] : tell(early.line, 'it is dated before what was there already, so that it never runs where that did');
    }
    catch {
        return tell(null, 'it can not be read');
    }
}
// Lines that went away, and did not come back with a comma.
function inDiff({ added, removed }, { line }) {
    const plain = (text) => text.trim().replace(/,$/u, '');
    const back = new Set(added.map(({ text }) => plain(text)));
    return removed.some(({ text }) => line.test(text) && !back.has(plain(text)));
}
function migration_order_linesOf(text) {
    return text.split(/\r?\n/u).map((line, index) => ({ line: index + 1, text: line.trim(), time: 0 }));
}
// `{ "entries": [{ "idx": 0, "when": 1700000000000, "tag": "0000_x" }] }`. The migrator goes by the time.
function ofJournal(text) {
    const { entries } = JSON.parse(text);
    const lines = text.split('\n');
    return entries.map(({ idx, when, tag }) => ({ text: JSON.stringify([idx, when, tag]), time: Number(when), line: lines.findIndex((line) => line.includes(JSON.stringify(tag))) + 1 || 1 }));
}

;// CONCATENATED MODULE: ./lib/parse/files/operation.js
const operation_NAMES = { added: 'add', modified: 'change', deleted: 'delete', renamed: 'rename', copied: 'add' };
/** The operation of a file, or of one place in it. */
function fileOperation(change, about) {
    const name = operation_NAMES[change.status];
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

;// CONCATENATED MODULE: ./lib/parse/files/named-code.js
// SPDX-License-Identifier: Apache-2.0
//
// Settings by which a tool of the build loads a file of the repository as code: a plugin, a parser, a setup file by its path. The file itself reads like any
// other of the product. Refuses to follow the path: that it is named there is what a person has to see.

/** A path of the repository, as a text: `"./x.js"`, `'../x'`. */
const named_code_OWN = '["\'](?:<rootDir>/|\\.{1,2}/)[^"\']*["\']';
const SETTINGS = [
    { name: /(?:^|\/)(?:pytest\.ini|tox\.ini|setup\.cfg|pyproject\.toml)$/u, line: /^\s*addopts\s*=.*(?:^|[\s"'])-p[\s"',]*(?!no:)[\w.]+/u },
    { name: /(?:^|\/)(?:\.?mypy\.ini|setup\.cfg|pyproject\.toml)$/u, line: /^\s*plugins\s*=.*\.py\b/u },
    { name: /(?:^|\/)\.rspec$/u, line: /(?:^|\s)(?:-r|--require)[\s=]*\.{0,2}\//u },
    { name: /(?:^|\/)\.rubocop[\w.-]*\.yml$/u, line: /\b(?:require|plugins|inherit_from)\s*:.*(?:\.\/|https?:)|^\s*-\s*(?:\.{1,2}\/\S+|\S+)\.rb\b|^\s*-\s*https?:/u },
    { name: /(?:^|\/)(?:\.(?:eslint|babel|swc|stylelint|postcss|prettier|mocha|nyc|jest|c8)rc(?:\.(?:json|ya?ml))?|jest\.config\.json|babel\.config\.json)$/u, line: new RegExp(`"?(?:plugins?|presets?|parser|require|extends|processor|globalSetup|globalTeardown|setupFiles\\w*|transform|testEnvironment|reporters?|runner|resolver)"?\\s*:.*${named_code_OWN}|^\\s*${named_code_OWN}\\s*,?\\s*$`, 'u') },
    { name: /(?:^|\/)package\.json$/u, line: new RegExp(`"(?:globalSetup|globalTeardown|setupFiles\\w*|transform|testEnvironment|runner|resolver|require)"\\s*:.*${named_code_OWN}`, 'u') },
    { name: /(?:^|\/)nx\.json$/u, line: new RegExp(`"(?:plugins?|runner)"\\s*:.*${named_code_OWN}|^\\s*${named_code_OWN}`, 'u') },
    { name: /(?:^|\/)tsconfig[\w.-]*\.json$/u, line: new RegExp(`"transform"\\s*:\\s*${named_code_OWN}`, 'u') },
    { name: /\.prisma$/u, line: /^\s*provider\s*=\s*"[^"]*(?:\s|\/|\.[cm]?[jt]s\b)[^"]*"/u },
    { name: /(?:^|\/)terragrunt\.hcl$|\.hcl$/u, line: /\brun_cmd\s*\(/u },
    { name: /(?:^|\/)\.env(?:\.[\w-]+)*$/u, line: /^\s*(?:export\s+)?(?:NODE_OPTIONS\s*=.*(?:-r\b|--(?:require|import|loader|experimental-loader))|(?:LD_PRELOAD|LD_AUDIT|BASH_ENV|PYTHONSTARTUP|PYTHONPATH|PERL5OPT|RUBYOPT|GIT_SSH_COMMAND|JAVA_TOOL_OPTIONS)\s*=)/u },
    // Lines of a path file that begin so are run by every Python that starts there.
    { name: /\.pth$/u, line: /^\s*import[\s;]/u },
    { name: /\.nix$/u, line: /\b(?:runCommand\w*|shellHook|builtins\.(?:exec|fetch\w+)|writeShell\w+)\b|\w+(?:Phase|Hook)\s*=/u },
    { name: /(?:^|\/)formula\/[\w@.-]+\.rb$/u, line: /\b(?:url|sha256|system|exec|`)/u },
];
/** Lines that the change adds and that name code for a tool to run. */
function namedCodeFindings({ change }) {
    const path = (0,folded_paths/* foldedPath */.k)(change.path);
    const rows = change.status === 'deleted' ? [] : SETTINGS.filter(({ name }) => name.test(path));
    if (rows.length === 0)
        return [];
    const found = change.added.find(({ text }) => rows.some(({ line }) => line.test(text.slice(0, 2_000))));
    return found === undefined ? [] : [{ line: found.line, id: 'code.build-code', detail: `\`${change.path.slice(-100)}\` has a tool of the build run a file or a command from here on` }];
}

;// CONCATENATED MODULE: ./lib/parse/files/pins.js
// SPDX-License-Identifier: Apache-2.0
//
// Files that say which runtime and which tools a repository is worked on with: `.tool-versions`, `.nvmrc`, `.python-version` and their like. A newer version is no
// news, as with an image's tag; an older one, a tool that is new, and one that comes from an address, a folder or a commit are. Refuses to ask what a word like
// `lts` stands for.
// @see https://asdf-vm.com/manage/configuration.html#tool-versions

const PIN = /(?:^|\/)\.(?:nvmrc|(?:node|python|ruby|java|go|php|perl|bun|deno|swift|crystal|elixir|erlang|terraform|terragrunt|opentofu|packer|kubectl|helm|dotnet|zig|r|lua)-version|jvmrc|tfswitchrc|tgswitchrc|bazelversion)$/u;
const TOOLS = /(?:^|\/)\.(?:tool-versions|sdkmanrc)$/u;
/** Comes from elsewhere than where the tool manager gets it. */
const ELSEWHERE = /^(?:ref|path|url|git|file)[:+]|:\/\/|^[\w-]+\/\d|^[/~.]{1,2}\/|^git@/iu;
/** What pins of a runtime become. */
function pinFindings({ change, head, base }) {
    const path = (0,folded_paths/* foldedPath */.k)(change.path);
    const table = TOOLS.test(path);
    if (change.status === 'deleted' || !table && !PIN.test(path))
        return [];
    const [was, is] = [pinsIn(base ?? change.removed.map(({ text }) => text).join('\n'), table), pinsIn(head ?? change.added.map(({ text }) => text).join('\n'), table)];
    return [...is].flatMap(([tool, { line, versions }]) => {
        const before = was.get(tool)?.versions ?? [];
        const name = tool === '' ? 'the runtime' : `\`${tool.slice(0, 100)}\``;
        const fresh = versions.filter((version) => !before.includes(version));
        const elsewhere = fresh.find((version) => ELSEWHERE.test(version));
        if (elsewhere !== undefined)
            return [{ line, id: 'dependency.source', detail: `${name} comes from \`${elsewhere.slice(0, 200)}\`` }];
        // A program that installs it comes along with a tool.
        if (table && base !== null && before.length === 0)
            return [{ line, id: 'dependency.new', detail: `${name} is new here` }];
        const older = fresh.find((version) => before.some((other) => isOlder(version, other)));
        return older === undefined ? [] : [{ line, id: 'dependency.runtime-older', detail: `${name} goes back from \`${before.join(' ').slice(0, 100)}\` to \`${older.slice(0, 100)}\`` }];
    });
}
// `nodejs 20.1.0 18.0.0`, `java=21-tem`, or versions alone.
function pinsIn(text, table) {
    return new Map(text.split('\n').flatMap((written, index) => {
        const words = written.replace(/#.*$/u, '').trim().split(table ? /[\s=]+/u : /\s+/u).filter((word) => word !== '');
        if (words.length === 0)
            return [];
        return [table ? [words[0], { line: index + 1, versions: words.slice(1) }] : ['', { line: index + 1, versions: words }]];
    }));
}
// Numbers, one after the other; a word is neither older nor newer.
function isOlder(one, other) {
    const [mine, theirs] = [one, other].map((version) => /^[^\d]{0,20}(\d{1,6}(?:\.\d{1,6}){0,3})/u.exec(version)?.[1]?.split('.').map(Number));
    if (mine === undefined || theirs === undefined)
        return false;
    const at = mine.findIndex((number, index) => number !== (theirs[index] ?? number));
    return at >= 0 && mine[at] < (theirs[at] ?? 0);
}

;// CONCATENATED MODULE: ./lib/parse/files/servers.js
// SPDX-License-Identifier: Apache-2.0
//
// Files that servers in front of others are set up by, as people call them. Patterns only, tried on folded paths, so in lower case.
// Refuses to know a server by what a file holds.
/** nginx, and what it includes where distributions keep it. */
const NGINX = /nginx[\w.-]*\.conf$|(?:^|\/)(?:nginx|openresty)\/|(?:^|\/)(?:sites|conf)-(?:available|enabled)\/[\w.-]+$|(?:^|\/)conf\.d\/[\w.-]+\.conf$/u;
/** Apache, and what it includes. */
const APACHE = /(?:^|\/)(?:httpd|apache2?)[\w.-]*\.conf$|(?:^|\/)(?:sites|conf|mods)-(?:available|enabled)\/[\w.-]+$|(?:^|\/)\.htaccess$/u;
const HAPROXY = /(?:^|\/)haproxy[\w.-]*\.cfg$/u;
const CADDY = /(?:^|\/)caddyfile[\w.-]*$|\.caddy(?:file)?$/u;
/** Endings of templates, which something fills in first. */
const FILLED_IN = /\.(?:j2|jinja2?|erb|epp|tmpl|tpl|gotmpl|tftpl)$/u;

;// CONCATENATED MODULE: ./lib/parse/files/protections.js



const PROTECTIONS = [
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
const protections_DOCKERFILE = /(?:^|\/)(?:docker|container)file(?:\.[\w.-]+)?$|\.(?:docker|container)file$/u;
// Most files of a change are none of these, and end like this.
const CODE_FILE = /\.(?:[cm]?[jt]sx?|css|scss|md|py|rb|go|rs|java|kt|cs?|cpp|hpp|h|php|html?|svg|png|txt|vue|sql|snap|sh|lock)$/u;
const protections_MAX_LINE = 2_000;
/** What a changed file keeps out, or within bounds, no more. */
function protectionFindings({ change, head, base }) {
    if (CODE_FILE.test(change.path))
        return [];
    const path = (0,folded_paths/* foldedPath */.k)(change.path).replace(FILLED_IN, '');
    if (protections_DOCKERFILE.test(path))
        return userFindings(head, base);
    return PROTECTIONS.filter(({ name }) => name.test(path)).flatMap((protection) => {
        const layered = protection.layered?.test(path) === true;
        if ((change.status === 'added' || change.status === 'copied' || change.status === 'deleted') && !layered)
            return [];
        return change.status === 'added' || change.status === 'copied' ? weakIn(protection, change) : [...fallen(protection, change), ...weakIn(protection, change)];
    }).slice(0, 1);
}
function fallen({ keeps, moved }, { removed, added }) {
    if (moved !== undefined && removed.some(({ text }) => moved.test(text)))
        return [];
    const left = counted(added, keeps);
    const gone = [...counted(removed, keeps)].filter(([key, count]) => count > (left.get(key) ?? 0)).map(([key]) => `\`${key}\``);
    return gone.length === 0 ? [] : [{ line: null, id: 'code.protection', detail: `it says ${gone.slice(0, 5).join(', ')} no more, which kept others out or a program within bounds` }];
}
function weakIn({ weak }, { added }) {
    const found = weak === undefined ? undefined : added.find(({ text }) => weak.test(text.slice(0, protections_MAX_LINE)));
    return found === undefined ? [] : [{ line: found.line, id: 'code.protection', detail: 'it turns off what keeps others out or a program within bounds, or gets past it' }];
}
function counted(lines, keeps) {
    const found = new Map();
    for (const { text } of lines)
        for (const [, key = ''] of text.slice(0, protections_MAX_LINE).matchAll(keeps))
            found.set(key.toLowerCase(), (found.get(key.toLowerCase()) ?? 0) + 1);
    return found;
}
function userFindings(head, base) {
    if (head === null || base === null)
        return [];
    const [was, is] = [userOf(base), userOf(head)];
    if (was === null || isRoot(was.name) || (is !== null && !isRoot(is.name)))
        return [];
    return [{ line: is?.line ?? null, id: 'code.protection', detail: `what is in the container runs as root from here on, and no more as \`${was.name.slice(0, 60)}\`` }];
}
// The user that a container starts as, of this stage or of the one that it is made from; null where another image says so.
function userOf(text) {
    const stages = new Map();
    let [user, stage] = [null, ''];
    for (const { name, text: rest, lines } of (0,dockerfile/* instructions */.G)(text)) {
        if (name === 'FROM') {
            const [, image = '', alias = ''] = /^(?:--\S+\s+)*(\S+)(?:\s+AS\s+(\S+))?/iu.exec(rest.trim()) ?? [];
            [user, stage] = [stages.get(image.toLowerCase()) ?? null, alias.toLowerCase()];
            if (user === null && UNPRIVILEGED.test(image))
                user = { name: image, line: lines[0] ?? 1 };
        }
        else if (name === 'USER')
            user = { name: rest.trim(), line: lines[0] ?? 1 };
        if (stage !== '')
            stages.set(stage, user);
    }
    return user;
}
// Images that start as somebody else by themselves.
const UNPRIVILEGED = /nonroot|unprivileged|rootless|chainguard/iu;
function isRoot(name) {
    return /^(?:root|0+)(?::|$)/u.test(name);
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

;// CONCATENATED MODULE: ./lib/parse/files/settings.js
// SPDX-License-Identifier: Apache-2.0
//
// Settings of machines and tools by which a change brings rights, packages or SQL from elsewhere without a command in it: sudoers, sshd, sources of apt, yum, Maven
// and Go, servers that start programs, Flyway, Liquibase. One row a tool, tried on the lines that the change adds. Refuses to say that a source is good: that it is named is what a person sees.


const PACKAGES = 'it says where packages come from, or that nobody checks them';
const SOURCE = 'dependency.source';
const CODE = 'code.build-code';
const STARTS = 'environment-code';
const ACCOUNT = 'account-change';
const LIQUIBASE = /<databaseChangeLog\b|["']?databaseChangeLog["']?\s*:/u;
// Servers of the machine and of its containers, and files. Hits `=localhost`, `="postgres://u@db:5432/x"`, `=file:./a.db`; misses `=db.example`.
const NEAR = /=\s*["']?(?:file:|sqlite|(?:(?:jdbc:)?[a-z+]+:\/\/)?(?:[^@/\s]*@)?(?:localhost|127\.[\d.]+|0\.0\.0\.0|\[::1\]|[\w-]+(?:\.(?:local|localhost|internal|test))?)(?::\d+)?(?:[/?"',\s]|$))/u;
const settings_SETTINGS = [
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
const settings_CODE_FILE = /\.(?:[cm]?[jt]sx?|css|scss|md|py|rb|go|rs|java|kt|cs?|cpp|hpp|h|php|html?|svg|png|txt|vue|sql|snap|sh|lock)$/u;
/** The first line of each row that the change adds. */
function settingFindings({ change, head }) {
    if (change.status === 'deleted' || settings_CODE_FILE.test(change.path))
        return [];
    // Something fills in a template first.
    const path = (0,folded_paths/* foldedPath */.k)(change.path).replace(FILLED_IN, '');
    return settings_SETTINGS.filter(({ name, holds }) => name.test(path) && (holds === undefined || head === null || holds.test(head))).flatMap(({ line, unless, id, detail }) => {
        const found = change.added.find(({ text }) => line.test(text.slice(0, 2_000)) && unless?.test(text.slice(0, 2_000)) !== true);
        return found === undefined ? [] : [{ line: found.line, id, detail }];
    });
}

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
;// CONCATENATED MODULE: ./lib/parse/files/file-shape.js
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
const file_shape_PROGRAM = /\.(?:exe|dll|so(?:\.\d+)*|dylib|jar|war|class|pyc|pyd|whl|egg|node|wasm|o|a|lib|msi|apk|deb|rpm|dmg|pkg|bin|com|scr|sys|ko|elf|nupkg|gem|crx|vsix)$/u;
const file_shape_CODE = /\.(?:[cm]?jsx?|[cm]?tsx?|css|php|py|rb|sh|ps1|pl|lua|html?|vue|svelte)$/u;
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
    const path = (0,folded_paths/* foldedPath */.k)(change.path);
    if (change.newMode === LINK)
        found.push(...file_shape_link(change.path, change.added[0]?.text ?? head ?? '', change.added.length > 0));
    if (change.newMode === SUBMODULE || change.oldMode === SUBMODULE)
        tell('code.submodule', `\`${change.path}\` is another repository, at a commit that this change sets`);
    if (/(?:^|\/)\.gitmodules$/u.test(path))
        for (const { line, text } of change.added)
            if (/^\s*(?:url|path|update)\s*=/u.test(text))
                tell('code.submodule', 'where a submodule comes from, or goes to, is set', line);
    if (change.newMode === '100755' && change.oldMode !== '100755')
        tell('code.executable', `\`${change.path}\` becomes a program`);
    if (change.binary)
        tell(file_shape_PROGRAM.test(path) ? 'code.binary-program' : 'code.binary', file_shape_PROGRAM.test(path) ? 'a program that nobody can read' : 'it is not text');
    const whole = wholeText(file);
    const lines = whole === null ? change.added.length : linesIn(whole);
    if (file.unreadable?.includes('larger') === true)
        tell('code.large', file.unreadable);
    else if (size > LARGE_BYTES || lines > LARGE_LINES)
        tell('code.large', `it has ${size > LARGE_BYTES ? `${size} bytes` : `${lines} new lines`}`);
    if (VENDORED.test(path))
        tell('code.vendored', 'it is a copy of other people\'s code');
    else if (whole === null ? isGenerated(change.added) : saysGenerated(whole))
        tell('code.generated', 'it says that a program wrote it');
    const mayBeLong = (file_shape_CODE.test(path) || path.includes('.min.')) && (whole === null || hasLongLine(whole));
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
function file_shape_link(path, target, told) {
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

;// CONCATENATED MODULE: ./lib/parse/files/templates.js
// SPDX-License-Identifier: Apache-2.0
//
// Templates of CloudFormation, of SAM and of the Serverless Framework before and after a change, and policy documents of IAM wherever they stand: what goes
// away, what loses its protection, who may do what, what is open to everybody. Refuses to evaluate functions and conditions: a value that they make is not known.
// @see https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-attribute-deletionpolicy.html


/** Properties whose change makes a resource anew, under another name. */
const templates_NAMES = /^(?:TableName|BucketName|DBInstanceIdentifier|DBClusterIdentifier|DBName|ClusterIdentifier|ClusterName|CacheClusterId|ReplicationGroupId|DomainName|QueueName|StreamName|FileSystemId|RepositoryName|UserPoolName|Name|MasterUsername|KeySchema|Engine|StorageEncrypted|KmsKeyId|AvailabilityZone|DBSubnetGroupName|SnapshotIdentifier|DBSnapshotIdentifier)$/u;
const PROTECTION = /^(?:DeletionProtection|DeletionProtectionEnabled|TerminationProtection|EnableTerminationProtection|PointInTimeRecoveryEnabled)$/u;
const STRONG_POLICY = /\b(?:AdministratorAccess|PowerUserAccess|IAMFullAccess|job-function\/SystemAdministrator)\b/u;
// Hits a text that may hold a template, a function's rights or a policy; most files of a change do not.
const templates_PERHAPS = /\b(?:AWS|Alexa|Custom)::|["']?Effect["']?\s*:/u;
/** Findings of a template or policy document. */
function templateFindings({ change, head, base }) {
    if (!/\.(?:ya?ml|json|template)$/iu.test(change.path) || ![head, base].some((text) => text !== null && templates_PERHAPS.test(text)))
        return [];
    const before = base === null ? NOTHING : templateIn(base);
    const now = head === null || change.status === 'deleted' ? NOTHING : templateIn(head);
    const gone = [...before.resources].flatMap(([name, node]) => (now.resources.has(name) ? [] : removed(name, node)));
    const here = [...now.resources].flatMap(([name, node]) => ofResource(name, node, before.resources.get(name)));
    return [...gone, ...here, ...[...now.wide].flatMap(([said, finding]) => (before.wide.has(said) ? [] : [finding]))];
}
const NOTHING = { resources: new Map(), wide: new Map() };
function templateIn(text) {
    const resources = new Map();
    const wide = new Map();
    try {
        for (const tree of (0,yaml/* yamlTrees */.P)(text))
            walk(tree, resources, wide);
    }
    catch {
        // What is no YAML is no template either: other checks tell of it.
    }
    return { resources, wide };
}
function walk(node, resources, wide) {
    for (const [name, one] of (0,yaml/* under */.h)(node, 'Resources')?.entries ?? [])
        if (/^\w+::/u.test((0,yaml/* under */.h)(one, 'Type')?.text ?? ''))
            resources.set(name, one);
    const finding = wideStatement(node);
    if (finding !== null)
        wide.set(saidBy(node), finding);
    for (const inner of [...(node.items ?? []), ...(node.entries?.values() ?? [])])
        walk(inner, resources, wide);
}
// `AWS::DynamoDB::Table` by the words that Terraform's types are made of.
function typeOf(node) {
    return `aws_${((0,yaml/* under */.h)(node, 'Type')?.text ?? '').replace(/^\w+::/u, '').replace(/(?<=[a-z])(?=[A-Z])|::/gu, '_').replace('Dynamo_DB', 'dynamodb').toLowerCase()}`;
}
function holdsData(node) {
    return (0,resources/* isProtected */.bz)(typeOf(node)) && !(0,resources/* capabilitiesOf */.SF)(typeOf(node)).grants;
}
function removed(name, node) {
    if (/^Retain/u.test((0,yaml/* under */.h)(node, 'DeletionPolicy')?.text ?? ''))
        return [{ line: null, id: 'infrastructure.removed', detail: `\`${name}\` is managed no more: it would go on existing` }];
    const type = (0,yaml/* under */.h)(node, 'Type')?.text ?? '';
    return [{ line: null, id: holdsData(node) ? 'infrastructure.loss' : 'infrastructure.removed', detail: `\`${name}\` (${type}) is gone, and would be deleted${holdsData(node) ? ' with what it holds' : ''}` }];
}
function ofResource(name, node, old) {
    if (old !== undefined && saidBy(old) === saidBy(node))
        return [];
    const type = (0,yaml/* under */.h)(node, 'Type')?.text ?? '';
    const [now, before] = [(0,yaml/* under */.h)(node, 'Properties'), (0,yaml/* under */.h)(old, 'Properties')];
    const found = [];
    const tell = (place, id, detail) => void found.push({ line: place?.line ?? node.line, id: `infrastructure.${id}`, detail });
    if (old !== undefined && holdsData(old)) {
        if (((0,yaml/* under */.h)(old, 'Type')?.text ?? '') !== type)
            tell((0,yaml/* under */.h)(node, 'Type'), 'loss', `\`${name}\` becomes another resource, and what it holds is deleted`);
        for (const [key, value] of now?.entries ?? [])
            if (templates_NAMES.test(key) && (0,yaml/* under */.h)(before, key) !== undefined && saidBy((0,yaml/* under */.h)(before, key)) !== saidBy(value))
                tell(value, 'loss', `\`${key}\` of \`${name}\` changes, for which it may be made anew`);
        for (const key of ['DeletionPolicy', 'UpdateReplacePolicy'])
            if (/^(?:Retain|Snapshot)/u.test((0,yaml/* under */.h)(old, key)?.text ?? '') && !/^(?:Retain|Snapshot)/u.test((0,yaml/* under */.h)(node, key)?.text ?? ''))
                tell((0,yaml/* under */.h)(node, key), 'unprotected', `\`${name}\` is kept no more when it goes away (\`${key}\`)`);
        for (const [key, value] of before?.entries ?? [])
            if (PROTECTION.test(key) && value.text === 'true' && (0,yaml/* under */.h)(now, key)?.text !== 'true')
                tell((0,yaml/* under */.h)(now, key), 'unprotected', `\`${name}\` loses \`${key}\``);
    }
    if ((0,resources/* capabilitiesOf */.SF)(typeOf(node)).grants && !/LogGroup|SecurityGroup|TargetGroup|SubnetGroup|ParameterGroup|OptionGroup|AutoScalingGroup|PlacementGroup|UserPool/u.test(type))
        tell(undefined, 'identity', `\`${name}\` (${type}) decides who may do what`);
    if (STRONG_POLICY.test(saidBy(now)) && !STRONG_POLICY.test(saidBy(before)))
        tell(undefined, 'identity', `\`${name}\` gets a policy that may do nearly everything`);
    for (const [place, detail] of openIn(now, type))
        tell(place, 'open-to-all', `\`${name}\` ${detail}`);
    const remote = (0,yaml/* under */.h)(now, 'TemplateURL') ?? (0,yaml/* under */.h)(now, 'Location');
    if (/^(?:AWS::CloudFormation::Stack|AWS::Serverless::Application)$/u.test(type) && /^https?:/u.test(remote?.text ?? '') && saidBy((0,yaml/* under */.h)(before, 'TemplateURL') ?? (0,yaml/* under */.h)(before, 'Location')) !== saidBy(remote))
        tell(remote, 'identity', `\`${name}\` is made of a template that lies elsewhere`);
    return found;
}
function openIn(node, type) {
    if (node === undefined || /Egress$/u.test(type))
        return [];
    return [...(node.entries ?? [])].flatMap(([key, value]) => {
        if (/Egress$/u.test(key) || /Route$/u.test(type))
            return [];
        if (/^Cidr(?:Ip|Ipv6|Block)?$/u.test(key) && /^(?:0\.0\.0\.0\/0|::\/0)$/u.test(value.text ?? ''))
            return [[value, 'can be reached from every address']];
        if (key === 'PubliclyAccessible' && /^(?:true|yes|on)$/iu.test(value.text ?? ''))
            return [[value, 'can be reached from outside of its network']];
        if (key === 'AccessControl' && /^Public/u.test(value.text ?? ''))
            return [[value, 'can be read by everybody']];
        if (/^(?:BlockPublic(?:Acls|Policy)|IgnorePublicAcls|RestrictPublicBuckets)$/u.test(key) && value.text === 'false')
            return [[value, 'lets itself be made public']];
        return [...openIn(value, type), ...(value.items ?? []).flatMap((item) => openIn(item, type))];
    });
}
/** Actions from which all others follow, or that are all of a service that hands out rights. */
const ALL = /^(?:\*|\*:\*|iam:\*|sts:\*|iam:(?:PassRole|CreateAccessKey|AttachUserPolicy|AttachRolePolicy|PutUserPolicy|PutRolePolicy|CreatePolicyVersion|UpdateAssumeRolePolicy)|organizations:\*|s3:\*|kms:\*|secretsmanager:\*|ec2:\*|lambda:\*|dynamodb:\*|rds:\*|ssm:\*)$/iu;
// An allow statement whose action is everything, or that anybody may use.
function wideStatement(node) {
    if ((0,yaml/* under */.h)(node, 'Effect')?.text !== 'Allow')
        return null;
    const texts = (key) => [(0,yaml/* under */.h)(node, key)?.text ?? '', ...((0,yaml/* under */.h)(node, key)?.items ?? []).map(({ text }) => text ?? '')];
    const all = texts('Action').find((action) => ALL.test(action));
    const principal = (0,yaml/* under */.h)(node, 'Principal');
    const anybody = [principal?.text ?? '', ...[...(principal?.entries?.values() ?? [])].flatMap((one) => [one.text ?? '', ...(one.items ?? []).map(({ text }) => text ?? '')])].includes('*') && (0,yaml/* under */.h)(node, 'Condition') === undefined;
    if (anybody)
        return { line: node.line, id: 'infrastructure.open-to-all', detail: 'a statement lets everybody do it (`Principal: *`)' };
    if ((0,yaml/* under */.h)(node, 'NotAction') !== undefined)
        return { line: node.line, id: 'infrastructure.identity', detail: 'a statement allows whatever it does not name (`NotAction`)' };
    return all !== undefined && texts('Resource').includes('*') ? { line: node.line, id: 'infrastructure.identity', detail: `a statement allows \`${all.slice(0, 60)}\` on everything` } : null;
}
function saidBy(node) {
    if (node === undefined)
        return '';
    if (node.text !== null)
        return JSON.stringify([node.tag, node.text]);
    return node.items !== null ? `${node.tag ?? ''}[${node.items.map(saidBy).join(',')}]` : `{${[...(node.entries ?? [])].map(([key, value]) => `${JSON.stringify(key)}:${saidBy(value)}`).join(',')}}`;
}

// EXTERNAL MODULE: ./lib/parse/shell/extract/terraform.js
var terraform = __webpack_require__(88704);
;// CONCATENATED MODULE: ./lib/parse/files/terraform-providers.js
// SPDX-License-Identifier: Apache-2.0
//
// Whom Terraform's providers talk to, and as whom: endpoints, hosts, roles and checks that a `provider` block sets otherwise than before. Refuses to know what its
// variables hold; that they decide it from here on is told.
// @see https://developer.hashicorp.com/terraform/language/providers/configuration

const HEAD = /^[ \t]*provider\s+"?([\w-]+)"?\s*\{/gmu;
// Whom it talks to and trusts. Hits `host = "x"`, `endpoints {`, `insecure = true`.
const WHERE = /^\s*(?:endpoints?|custom_endpoints?|host(?:name)?|url|address|base_url|api_url|server|insecure\w*|(?:tls_|ssl_)?(?:insecure_)?skip_\w+|cluster_ca_certificate|ca_cert\w*|http_proxy|https_proxy|exec|command)\s*(?:=|\{)/u;
// As whom. Hits `assume_role {`, `role_arn = x`, `impersonate_service_account = x`.
const WHO = /^\s*(?:assume_role\w*|role_arn|impersonate_service_account|profile|shared_\w+_files?|config_(?:path|context)|(?:allowed|forbidden)_account_ids|subscription_id|tenant_id)\s*(?:=|\{)/u;
/** Settings of providers that are other ones than before; of a provider that is new, whom it talks to is for whoever reads it. */
function providerFindings({ change, head, base }) {
    if (!/\.(?:tf|tofu)$/u.test(change.path) || head === null || base === null || change.status === 'deleted')
        return [];
    const [was, is] = [settingsIn(base), settingsIn(head)];
    const known = new Set(was.map(({ provider }) => provider));
    const before = new Set(was.map(({ provider, text }) => `${provider} ${text}`));
    const told = is.filter(({ provider, text }) => text !== '' && known.has(provider) && !before.has(`${provider} ${text}`)).map(({ provider, line, where }) => ({
        line, id: where ? 'code.connection' : 'infrastructure.identity', detail: where ? `provider \`${provider}\` talks to another server, or trusts it otherwise` : `provider \`${provider}\` works as somebody else, or elsewhere`,
    }));
    const gone = was.filter(({ provider, text }) => /^\s*(?:allowed|forbidden)_account_ids\b/u.test(text) && !is.some((one) => one.provider === provider && /^\s*(?:allowed|forbidden)_account_ids\b/u.test(one.text)));
    return [...told, ...gone.map(({ provider }) => ({ line: is.find((one) => one.provider === provider)?.line ?? null, id: 'infrastructure.identity', detail: `provider \`${provider}\` is kept to its accounts no more` }))];
}
// One entry for each provider, then one for each of its settings.
function settingsIn(text) {
    return [...text.matchAll(HEAD)].flatMap(({ index, 0: head, 1: name = '' }) => {
        const from = index + head.length;
        const body = (0,terraform/* blockAt */.Vb)(text, from);
        const alias = /^\s*alias\s*=\s*"([\w-]+)"/mu.exec(body)?.[1];
        const provider = alias === undefined ? name : `${name}.${alias}`;
        const lines = body.split('\n');
        return [{ provider, line: (0,terraform/* lineAt */.mh)(text, index), text: '', where: false }, ...lines.flatMap((line, at) => {
                const where = WHERE.test(line) || inEndpoints(lines, at);
                return where || WHO.test(line) ? [{ provider, line: (0,terraform/* lineAt */.mh)(text, from) + at, text: line.trim().replace(/\s+/gu, ' '), where }] : [];
            })];
    });
}
// `s3 = "https://x"` below `endpoints {`.
function inEndpoints(lines, at) {
    if (!/^\s*\w+\s*=/u.test(lines[at] ?? ''))
        return false;
    for (let above = at - 1; above >= 0; above -= 1) {
        if (/\{\s*$/u.test(lines[above] ?? ''))
            return /\bendpoints?\b/u.test(lines[above] ?? '');
        if (/^\s*\}/u.test(lines[above] ?? ''))
            return false;
    }
    return false;
}

;// CONCATENATED MODULE: ./lib/parse/files/terraform-source.js
// SPDX-License-Identifier: Apache-2.0
//
// Terraform's own files before and after a change: blocks that are gone from all of it, protections that are taken away, rights and open doors that are
// written out, state that lies elsewhere. Refuses to take it for the plan: what the sources make of variables and modules, only a saved plan says.
// @see https://developer.hashicorp.com/terraform/language/meta-arguments/lifecycle

const terraform_source_SOURCE = /\.(?:tf|tofu|tfvars)$/u;
const HEADER = /^[ \t]*(?:(resource)\s+"?([\w-]+)"?\s+"?([\w-]+)"?|(module)\s+"?([\w-]+)"?)\s*\{/gmu;
/** What a block loses: the setting as it was, and what it means. */
const terraform_source_PROTECTIONS = [
    [/\bprevent_destroy\s*=\s*true\b/u, '`prevent_destroy`'], [/\b(?:enable_)?deletion_protection(?:_enabled)?\s*=\s*true\b/u, '`deletion_protection`'], [/\bdisable_api_termination\s*=\s*true\b/u, '`disable_api_termination`'],
    [/\bpurge_protection_enabled\s*=\s*true\b/u, '`purge_protection_enabled`'], [/\bforce_destroy\s*=\s*false\b/u, '`force_destroy = false`'], [/\bskip_final_snapshot\s*=\s*false\b/u, '`skip_final_snapshot = false`'],
];
/** Lines that hand out rights or open something; the first is looked at with what stands around it. */
const LINES = [
    { id: 'open-to-all', hits: /\b(?:cidr_blocks|ipv6_cidr_blocks|cidr_ipv[46]|source_ranges|source_address_prefix(?:es)?|public_access_cidrs|allowed_ips?|remote_ip_prefix|authorized_ip_ranges|source_addresses|allowed_cidr\w*|ingress_cidr\w*)\s*=\s*\[?[^\]\n]*"(?:0\.0\.0\.0\/0|::\/0|\*|Internet)"/u, detail: 'every address is let in', not: /\begress\b|\boutbound\b/iu },
    { id: 'open-to-all', hits: /\b(?:publicly_accessible|public_network_access_enabled|allow_blob_public_access|allow_nested_items_to_be_public)\s*=\s*true\b|\bacl\s*=\s*"public-|\b(?:block_public_(?:acls|policy)|ignore_public_acls|restrict_public_buckets)\s*=\s*false\b|"all(?:Authenticated)?Users"/u, detail: 'it can be reached or read by everybody' },
    { id: 'open-to-all', hits: /\bPrincipal"?\s*[=:]\s*(?:"\*"|\{\s*"?AWS"?\s*[=:]\s*\[?\s*"\*")|\bidentifiers\s*=\s*\[\s*"\*"\s*\]/u, detail: 'everybody may use it (`Principal: *`)' },
    { id: 'identity', hits: /\b(?:Action|actions|NotAction|not_actions)"?\s*[=:]\s*\[?[^\]\n]*"(?:\*|iam:\*|sts:\*|\*:\*)"/u, detail: 'it may do everything that there is' },
    { id: 'identity', hits: /\b(?:AdministratorAccess|PowerUserAccess|IAMFullAccess)\b|"roles\/(?:owner|editor|iam\.(?:\w+\.)?\w*[aA]dmin|iam\.serviceAccountTokenCreator|resourcemanager\.\w*[aA]dmin)"|\brole_definition_name\s*=\s*"(?:Owner|Contributor|User Access Administrator)"|\bcluster-admin\b/u, detail: 'it hands out nearly all rights' },
    { id: 'unprotected', hits: /\b(?:force_destroy|skip_final_snapshot|force_delete)\s*=\s*true\b/u, detail: 'what it holds goes with it, without a copy' },
];
/** Findings of one `.tf` file; `around`: blocks that only moved to another file of the change are not gone. */
function sourceFindings({ change, head, base }, around) {
    const from = change.from ?? change.path;
    if (![change.path, from].some((path) => terraform_source_SOURCE.test(path)))
        return [];
    // Of a diff alone, what it takes away and what it adds.
    const sides = (file) => (file.base === null && file.head === null ? [textOf(file.change.removed), textOf(file.change.added)] : [file.base ?? '', file.head ?? '']);
    const [was, is] = sides({ change, head, base });
    const now = change.status === 'deleted' || !terraform_source_SOURCE.test(change.path) ? '' : is;
    const before = change.status === 'copied' || !terraform_source_SOURCE.test(from) ? '' : was;
    const others = before === '' ? [] : (around.files ?? []).filter((file) => terraform_source_SOURCE.test(file.change.path) && file.change.status !== 'deleted').map((file) => sides(file)[1]);
    const kept = new Map([...others, now].flatMap((text) => blocksIn(text).map((block) => [block.address, block])));
    // `removed` destroys, too, unless it says that it does not.
    const moved = new Set([...others, now].flatMap((text) => [...text.matchAll(/\b(moved|removed)\s*\{[^{}]*\bfrom\s*=\s*([\w.-]+)([^{}]*\{[^{}]*\}[^{}]*)?/gu)].flatMap(([, word, address = '', more = '']) => (word === 'moved' || /\bdestroy\s*=\s*false\b/u.test(more) ? [address] : []))));
    return [
        ...blocksIn(before).flatMap((block) => (moved.has(block.address) ? [] : lost(block, kept.get(block.address)))),
        ...lineFindings(change.added, now),
        ...(backendIn(before) !== '' && backendIn(before) !== backendIn(now) && now !== '' ? [{ line: lineOf(now, now.search(/\b(?:backend\s+"?\w+"?|cloud)\s*\{/u)), id: 'infrastructure.state', detail: 'the state lies elsewhere from here on, and with it all that Terraform knows' }] : []),
    ];
}
function textOf(lines) {
    return lines.map(({ text }) => text).join('\n');
}
function lost({ address, type, body }, now) {
    if (now === undefined) {
        const data = (0,resources/* isProtected */.bz)(type);
        return [{ line: null, id: data ? 'infrastructure.loss' : 'infrastructure.removed', detail: `\`${address}\` is gone, and would be destroyed${data ? ' with what it holds' : ''}: say with \`moved\` or \`removed\` what becomes of it` }];
    }
    return terraform_source_PROTECTIONS.filter(([was]) => was.test(body) && !was.test(now.body)).map(([, what]) => ({ line: null, id: 'infrastructure.unprotected', detail: `\`${address}\` loses ${what}` }));
}
function lineFindings(added, head) {
    const lines = head.split('\n');
    return added.flatMap(({ line, text }) => (/^\s*(?:#|\/\/)/u.test(text) ? [] : LINES.filter(({ hits, not }) => hits.test(text.slice(0, 2_000)) && not?.test(direction(lines, line)) !== true).map(({ id, detail }) => ({ line, id: `infrastructure.${id}`, detail }))));
}
/** Lines before one that may say which way its rule goes. */
const terraform_source_NEAR = 15;
// The nearest word for a direction: of the block that begins above, or a `type` beside.
function direction(lines, line) {
    for (let at = line - 1; at >= Math.max(0, line - terraform_source_NEAR); at -= 1) {
        const found = /\b(?:egress|outbound|ingress|inbound)\b/iu.exec(lines[at] ?? '');
        if (found !== null)
            return found[0];
        if (/^\s*resource\b/u.test(lines[at] ?? ''))
            break;
    }
    return lines.slice(line, line + terraform_source_NEAR).join('\n').split(/^\s*\}/mu)[0]?.match(/\b(?:type|direction)\s*=\s*"\w+"/u)?.[0] ?? '';
}
function backendIn(text) {
    const found = /\b(?:backend\s+"?\w+"?|cloud)\s*\{/u.exec(text);
    return found === null ? '' : `${found[0]}${bodyAt(text, found.index + found[0].length)}`.replace(/\s+/gu, ' ');
}
function blocksIn(text) {
    return [...text.matchAll(HEADER)].map((found) => {
        const [whole, , type, name, module, called] = found;
        return { address: module === undefined ? `${type ?? ''}.${name ?? ''}` : `module.${called ?? ''}`, type: type ?? 'module', body: bodyAt(text, found.index + whole.length) };
    });
}
function bodyAt(text, from) {
    let depth = 1;
    for (let at = from; at < text.length; at += 1) {
        if (text[at] === '{')
            depth += 1;
        else if (text[at] === '}' && (depth -= 1) === 0)
            return text.slice(from, at);
    }
    return text.slice(from);
}
function lineOf(text, position) {
    return position < 0 ? null : text.slice(0, position).split('\n').length;
}

;// CONCATENATED MODULE: ./lib/parse/files/upstreams.js
// SPDX-License-Identifier: Apache-2.0
//
// Machines that a server in front hands requests on to, passwords and cookies included: nginx, Apache, HAProxy, Caddy, Traefik, Envoy. Told is one that the file did not name
// before and that is not beside it. Refuses to look up names: what `backend` is the network of the server says.


const PASSINGS = [
    // Hits `proxy_pass http://a.example/x;`, `server 10.0.0.1:80;` of an upstream, `set $b https://a.example;`.
    { name: NGINX, target: /(?:\b(?:proxy|fastcgi|grpc|uwsgi|scgi|memcached)_pass\s+["']?(?:[a-z+]+:\/\/)?|^\s*server\s+(?!\{)|\bset\s+\$\w+\s+["']?https?:\/\/)([^\s;/:$"'{]+)/gu },
    { name: APACHE, target: /(?:\bProxyPass(?:Match|Reverse)?\s+(?:"[^"]*"\s+|\S+\s+)?|\bBalancerMember\s+|\bRewriteRule\s+\S+\s+)"?(?:https?|wss?|ajp|fcgi|h2c?):\/\/([^\s/:"$%]+)/giu },
    { name: HAPROXY, target: /^\s*server\s+\S+\s+(?:\w+@)?([^\s:/]+)/gu },
    { name: CADDY, target: /\b(?:reverse_proxy|php_fastcgi|forward_auth|to)\s+(?:[/*@]\S*\s+)?(?:[a-z0-9+]+:\/\/)?([\w.-]+)/gu },
    { name: /\.(?:ya?ml|toml)$/u, holds: /\bloadBalancer\s*:|\bhttp\.services\./u, target: /\b(?:url|address)\s*[:=]\s*["']?(?:https?|h2c|tcp):\/\/([^\s/:"'{$]+)/giu },
    // What programs connect to, by the address in their settings. Hits `url: jdbc:postgresql://db.example/x`, `DB_HOST: db.example`.
    { name: /(?:^|\/)(?:application|appsettings|bootstrap)[\w.-]*\.(?:properties|ya?ml|json)$|\.ya?ml$/u, since: true, target: /(?:\b(?:jdbc:)?(?:postgres(?:ql)?|mysql|mariadb|sqlserver|oracle:thin|mongodb(?:\+srv)?|rediss?|amqps?)(?::@)?:\/\/(?:[^@/\s"']*@)?|\b\w*(?:DB|DATABASE|POSTGRES|MYSQL|REDIS|MONGO|KAFKA)_?(?:HOST|SERVERS?)["']?\s*[:=]\s*["']?)([\w.-]*[\w])/gu },
    { name: /envoy[\w.-]*\.ya?ml$|(?:^|\/)envoy\//u, target: /\baddress\s*:\s*["']?([\w.-]+\.[\w-]+)/gu },
];
// The machine itself, its containers, names of its own network. Hits `backend`, `127.0.0.1`, `api.shop.svc.cluster.local`; misses `a.example`.
const upstreams_NEAR = /^(?:unix|localhost|127\.[\d.]+|0\.0\.0\.0|\[?::1?\]?|[\w-]+|[\w.-]+\.(?:local|localhost|internal|test|svc))$/iu;
/** The first machine that a changed file begins to hand requests on to. */
function upstreamFindings({ change, head, base }) {
    if (change.status === 'deleted' || change.added.length === 0)
        return [];
    const path = (0,folded_paths/* foldedPath */.k)(change.path).replace(FILLED_IN, '');
    return PASSINGS.filter(({ name, holds, since }) => name.test(path) && (since !== true || change.status === 'modified' || change.status === 'renamed') && (holds === undefined || holds.test(head ?? ''))).flatMap(({ target }) => {
        const known = new Set([...(base ?? '').split('\n'), ...change.removed.map(({ text }) => text)].flatMap((text) => hostsIn(text, target)));
        const found = change.added.find(({ text }) => !/^\s*(?:#|\/\/)/u.test(text) && hostsIn(text, target).some((host) => !upstreams_NEAR.test(host) && !known.has(host)));
        return found === undefined ? [] : [{ line: found.line, id: 'code.connection', detail: 'requests are handed on to another machine, with what they carry' }];
    }).slice(0, 1);
}
function hostsIn(text, target) {
    return [...text.slice(0, 2_000).matchAll(target)].map(([, host = '']) => host.toLowerCase());
}

// EXTERNAL MODULE: ./lib/parse/files/gitlab.js
var gitlab = __webpack_require__(73284);
// EXTERNAL MODULE: ./lib/parse/files/workflow-tree.js
var workflow_tree = __webpack_require__(66423);
;// CONCATENATED MODULE: ./lib/parse/files/workflow-guards.js
// SPDX-License-Identifier: Apache-2.0
//
// What held a job of a pipeline back and does no more: the environment whose reviewers it waits for, jobs that come before it, its condition, its turn, the machine that it runs
// on, and that its failure is one. For GitHub and GitLab. Refuses to weigh one condition against another: only one that is gone, or that always holds, is told.


/** Guards of a GitHub workflow that fall. Throws when a side is no YAML. */
function fallenOnGithub(before, after) {
    const [was, is] = [(0,workflow_tree/* workflowIn */.lV)(before), (0,workflow_tree/* workflowIn */.lV)(after)];
    if (was === null || is === null || was.action || is.action)
        return [];
    const all = guarded(is);
    const pairs = paired(guarded(was), all);
    return [...triggersWidened(was, is), ...pairs.flatMap((pair) => [...environment(pair), ...jobsBefore(pair, pairs, all), ...condition(pair), ...turn(pair, 'concurrency'), ...machine(pair, (node) => [...(0,workflow_tree/* textsOf */.CB)((0,yaml/* under */.h)(node, 'runs-on')), ...(0,workflow_tree/* textsOf */.CB)((0,yaml/* under */.h)(node, 'runs-on', 'labels'))]), ...failure(pair, 'continue-on-error'), ...stepsOf(pair)])];
}
/** Guards of a GitLab pipeline that fall. Throws when a side is no YAML. */
function fallenOnGitlab(before, after) {
    return paired(jobsIn(before), jobsIn(after)).flatMap((pair) => [...environment(pair), ...manual(pair), ...rules(pair), ...atOnce(pair), ...turn(pair, 'resource_group'), ...machine(pair, (node) => (0,workflow_tree/* textsOf */.CB)((0,yaml/* under */.h)(node, 'tags'))), ...failure(pair, 'allow_failure')]);
}
function guarded({ jobs }) {
    return jobs.map(({ name, node, steps }) => ({ name, node, steps: steps.map((step) => step.node) }));
}
function jobsIn(text) {
    return (0,yaml/* yamlTrees */.P)(text).flatMap((root) => [...(root.entries ?? [])].filter(([, node]) => node.entries !== null).map(([name, node]) => ({ name, node, steps: (0,yaml/* under */.h)(node, 'script')?.items ?? [] })));
}
const workOf = (step) => (step.text ?? `${(0,yaml/* under */.h)(step, 'uses')?.text ?? ''} ${(0,yaml/* under */.h)(step, 'run')?.text ?? ''}`).trim();
// A job under another name is the one whose steps it has.
function paired(before, after) {
    const names = new Set(after.map(({ name }) => name));
    const gone = before.filter(({ name }) => !names.has(name));
    return after.flatMap((is) => {
        const works = new Set(is.steps.map(workOf));
        const alike = (one) => one.steps.filter((step) => workOf(step) !== '' && works.has(workOf(step))).length;
        const was = before.find(({ name }) => name === is.name) ?? gone.filter((one) => alike(one) > 0).sort((a, b) => alike(b) - alike(a))[0];
        return was === undefined ? [] : [[was, is]];
    });
}
const told = (node, detail) => ({ line: node.line, id: 'workflow.protection', detail });
const shown = (name) => `\`${name.slice(0, 60)}\``;
function environment([was, is]) {
    const nameOf = ({ node }) => (0,yaml/* under */.h)(node, 'environment')?.text ?? (0,yaml/* under */.h)(node, 'environment', 'name')?.text ?? null;
    const [before, after] = [nameOf(was), nameOf(is)];
    return before === null || before === after ? [] : [told((0,yaml/* under */.h)(is.node, 'environment') ?? is.node, `job ${shown(is.name)} waits no more for those who watch over the environment ${shown(before)}`)];
}
// Jobs that come before one, and those before them. A job under another name is the same one.
function jobsBefore([was, is], pairs, all) {
    const needs = ({ node }) => (0,workflow_tree/* textsOf */.CB)((0,yaml/* under */.h)(node, 'needs')).flatMap(({ text }) => (text === null ? [] : [text]));
    const nowOf = new Map(pairs.map(([before, after]) => [before.name, after.name]));
    const reached = new Set(needs(is));
    for (const name of reached)
        for (const job of all)
            if (job.name === name)
                for (const further of needs(job))
                    reached.add(further);
    const lost = needs(was).filter((name) => !reached.has(nowOf.get(name) ?? name));
    return lost.length === 0 ? [] : [told((0,yaml/* under */.h)(is.node, 'needs') ?? is.node, `job ${shown(is.name)} runs without ${lost.map(shown).join(', ')} before it`)];
}
const ALWAYS = /\balways\s*\(\s*\)|!\s*cancelled\s*\(\s*\)|^\s*(?:\$\{\{\s*)?true\b/u;
function condition([was, is]) {
    return conditionOf(was.node, is.node, `job ${shown(is.name)}`);
}
function conditionOf(before, after, what) {
    const [was, is] = [(0,yaml/* under */.h)(before, 'if')?.text ?? null, (0,yaml/* under */.h)(after, 'if')];
    if (was === null || ALWAYS.test(was))
        return [];
    if (is === undefined)
        return [told(after, `${what} has no condition any more`)];
    return ALWAYS.test(is.text ?? '') ? [told(is, `${what} has a condition that holds whatever happened before`)] : [];
}
function turn([was, is], key) {
    return (0,yaml/* under */.h)(was.node, key) === undefined || (0,yaml/* under */.h)(is.node, key) !== undefined ? [] : [told(is.node, `job ${shown(is.name)} may run several times at once (\`${key}\` is gone)`)];
}
/** Machines of GitHub's own that are alike. */
const HOSTED = /^(?:ubuntu|windows|macos)-[\w.-]+$/u;
function machine([was, is], labelsOf) {
    const before = new Set(labelsOf(was.node).map(({ text }) => text));
    // `self-hosted` is told by itself.
    const other = before.size === 0 ? undefined : labelsOf(is.node).find(({ text }) => text !== null && !before.has(text) && !HOSTED.test(text) && text !== 'self-hosted');
    return other === undefined ? [] : [told(other, `job ${shown(is.name)} runs on another machine than before: ${shown(other.text ?? '')}`)];
}
function failure([was, is], key) {
    const ignored = (node) => ((0,yaml/* under */.h)(node, key)?.text === 'true' ? (0,yaml/* under */.h)(node, key) : undefined);
    const now = ignored(is.node);
    return now === undefined || ignored(was.node) !== undefined ? [] : [told(now, `job ${shown(is.name)} counts as done when it fails`)];
}
function stepsOf([was, is]) {
    return is.steps.flatMap((step) => {
        const work = workOf(step);
        const before = work === '' ? undefined : was.steps.find((one) => workOf(one) === work);
        if (before === undefined)
            return [];
        const what = `a step of job ${shown(is.name)}`;
        const ignored = (0,yaml/* under */.h)(step, 'continue-on-error');
        return [...conditionOf(before, step, what), ...(ignored?.text === 'true' && (0,yaml/* under */.h)(before, 'continue-on-error')?.text !== 'true' ? [told(ignored, `${what} counts as done when it fails`)] : [])];
    });
}
/** Filters of a trigger without which it runs for every branch or tag. */
const FILTERS = ['branches', 'tags', 'branches-ignore', 'tags-ignore'];
function triggersWidened(was, is) {
    return [...was.triggers].flatMap(([name, before]) => {
        const after = is.triggers.get(name);
        const filtered = (node) => FILTERS.some((key) => (0,yaml/* under */.h)(node, key) !== undefined);
        return after === undefined || !filtered(before) || filtered(after) ? [] : [told(after, `\`${name}\` starts it for every branch from here on`)];
    });
}
function manual([was, is]) {
    const counted = (node) => ((0,yaml/* under */.h)(node, 'when')?.text === 'manual' ? 1 : 0) + ((0,yaml/* under */.h)(node, 'rules')?.items ?? []).filter((rule) => (0,yaml/* under */.h)(rule, 'when')?.text === 'manual').length;
    return counted(was.node) > counted(is.node) ? [told(is.node, `job ${shown(is.name)} waits no more until somebody starts it`)] : [];
}
function rules([was, is]) {
    const held = ({ node }) => ['rules', 'only', 'except', 'extends'].some((key) => (0,yaml/* under */.h)(node, key) !== undefined);
    const empty = ((0,yaml/* under */.h)(is.node, 'rules')?.items ?? null)?.some((rule) => rule.text === null && [...(rule.entries?.keys() ?? [])].every((key) => key === 'when') && (0,workflow_tree/* leavesOf */.wf)(rule).some((text) => /^(?:always|on_success)$/u.test(text))) === true;
    const open = ((0,yaml/* under */.h)(was.node, 'rules')?.items ?? []).length > 0 && empty && !(0,workflow_tree/* leavesOf */.wf)(was.node).some((text) => /^(?:always|on_success)$/u.test(text));
    return (held(was) && !held(is)) || open ? [told((0,yaml/* under */.h)(is.node, 'rules') ?? is.node, `job ${shown(is.name)} runs in every pipeline from here on`)] : [];
}
function atOnce([was, is]) {
    const now = (0,yaml/* under */.h)(is.node, 'needs');
    return now?.items?.length === 0 && (0,yaml/* under */.h)(was.node, 'needs')?.items?.length !== 0 ? [told(now, `job ${shown(is.name)} waits for no other job (\`needs: []\`)`)] : [];
}

// EXTERNAL MODULE: ./lib/parse/files/workflow-jobs.js
var workflow_jobs = __webpack_require__(70047);
// EXTERNAL MODULE: ./lib/parse/files/workflow-steps.js
var workflow_steps = __webpack_require__(66552);
;// CONCATENATED MODULE: ./lib/parse/files/workflow.js
// SPDX-License-Identifier: Apache-2.0
//
// What a change adds to a CI file: hazards of its head that its base did not have, for GitHub workflows and actions and for GitLab CI. Refuses to
// judge what was there before; a file that can't be read is said to be that.







const GITHUB = /^\.(?:github|gitea|forgejo)\/(?:workflows\/[^/]+|actions\/.+)\.ya?ml$|(?:^|\/)action\.ya?ml$/u;
const GITLAB = /(?:^|[./])gitlab-ci\.ya?ml$|^\.gitlab\/ci\/.+\.ya?ml$/u;
/** Findings of a CI file; none for other files. Never throws. */
function workflowFindings({ change, head, base }) {
    const marks = readerOf((0,folded_paths/* foldedPath */.k)(change.path));
    if (marks === null || head === null || change.status === 'deleted')
        return [];
    try {
        const problem = marks === githubMarks ? (0,workflow_tree/* problemOf */.Zw)((0,workflow_tree/* workflowIn */.lV)(head), (0,folded_paths/* foldedPath */.k)(change.path)) : null;
        return [...(problem === null ? [] : [{ line: null, id: 'workflow.unreadable', detail: problem }]), ...added(marks(head), before(marks, base)), ...workflow_fallen(marks, base, head)];
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
function workflow_fallen(marks, base, head) {
    try {
        return base === null ? [] : marks === githubMarks ? fallenOnGithub(base, head) : fallenOnGitlab(base, head);
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
    ({ change }) => gateFindings(change), jobFindings, shapeFindings, characterFindings, suppressionFindings, workflowFindings, manifestFindings, lockfiles/* lockfileFindings */.s, buildCodeFindings, namedCodeFindings, settingFindings, protectionFindings, upstreamFindings, imageFindings, chartFindings, valuesFindings,
    templateFindings, pinFindings, migrationOrderFindings, sourceFindings, providerFindings, infrastructureCodeFindings,
];
/** Operations of each file, in the order given. Never throws. */
function readChangedFiles(files, tools) {
    const around = {
        paths: new Set(files.map(({ change }) => change.path)), files,
        servers: new Set([...(tools.servers ?? []), ...files.flatMap(({ change, base }) => (base === null ? [] : (0,lockfiles.lockfileServers)(change.from ?? change.path, base)))]),
    };
    const manifests = ofManifests(files, tools);
    return files.map((file) => [...ofFile(file, around, tools), ...ofScripts(file, tools), ...(manifests.get(file) ?? [])]);
}
function ofFile(file, around, { secretsIn, names }) {
    const also = (names?.(file.change.path) ?? []).flatMap((name) => underName(file, name, around));
    const findings = [...[...CHECKS, (one) => secretFindings(one, secretsIn)].flatMap((check) => changed_guarded(check, file, around)), ...also];
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
// What is run or included under another kind is that, too.
function underName(file, name, around) {
    const { change } = file;
    const seen = { ...file, change: { ...change, path: name, from: change.from === null ? null : name } };
    return CHECKS.flatMap((check) => changed_guarded(check, seen, around)).map((finding) => ({ ...finding, detail: finding.detail.replaceAll(name, change.path) }));
}
// A check that fails says so in place of what it would have found.
function changed_guarded(check, file, around) {
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
function ofScripts({ change, head: text, bytes = null, base }, { scripts, mapped }) {
    const head = text ?? bytes;
    // Commands in pods are the shell's, wherever the manifest goes.
    if (head === null || scripts === null || change.status === 'deleted' || (mapped(change.path) && !(0,pods/* isManifest */.Yh)(change.path, head)))
        return [];
    const read = scripts(change.path, head) ?? [];
    return place(change.path, without(read, base === null ? [] : (scripts(change.from ?? change.path, base) ?? [])));
}
// All of a change together: what only moved from one file to another does not go away.
function ofManifests(files, { manifests, mapped, applied }) {
    if (manifests === null)
        return new Map();
    const own = files.map((file) => (file.head === null && (file.bytes ?? null) !== null ? { file, ...file, head: file.bytes } : { file, ...file })).filter(({ change, head, base }) => !mapped(change.path) && (applied?.has(change.path) === true || [head, change.status === 'copied' ? null : base].some((text) => text !== null && (0,pods/* isManifest */.Yh)(change.path, text))));
    const read = manifests(own.map(({ change, head, base }) => ({ path: change.path, from: change.from, head: change.status === 'deleted' ? null : head, base: change.status === 'copied' ? null : base, baseLost: change.from !== null && change.status !== 'copied' && base === null, added: change.added.map(({ line }) => line) })));
    return new Map(own.map(({ file }, index) => [file, place(file.change.path, read[index] ?? [])]));
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

/***/ 61573:
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   SF: () => (/* binding */ capabilitiesOf),
/* harmony export */   Yy: () => (/* binding */ opensToAll),
/* harmony export */   bz: () => (/* binding */ isProtected)
/* harmony export */ });
// SPDX-License-Identifier: Apache-2.0
//
// What is known of resource types without their providers: which hold data or identity, which decide who may do what, which run code. By
// the words that their names are made of, so that a provider's next type is known as well. Refuses to call a type harmless: it only warns.
/** Words of types that hold data or what can't be made again: losing one is not undone by applying again. */
const DATA = [
    'db', 'database', 'sql', 'rds', 'aurora', 'dynamodb', 'redshift', 'documentdb', 'docdb', 'neptune', 'timestream', 'keyspaces', 'memorydb', 'elasticache', 'redis', 'memcache', 'postgresql', 'mysql', 'mariadb',
    'mongodb', 'cosmosdb', 'spanner', 'bigtable', 'bigquery', 'firestore', 'datastore', 'elasticsearch', 'opensearch', 'kinesis', 'kafka', 'msk', 'sqs', 'queue', 'eventhub', 'pubsub',
    's3', 'bucket', 'storage', 'blob', 'volume', 'disk', 'ebs', 'efs', 'fsx', 'filesystem', 'snapshot', 'backup', 'vault', 'glacier', 'filestore', 'share', 'persistentvolume',
    'kms', 'key', 'secret', 'secretsmanager', 'certificate', 'acm', 'keypair', 'zone', 'route53', 'dns', 'domain', 'eip', 'repository', 'ecr', 'registry', 'cluster', 'namespace', 'organization', 'account', 'project', 'subscription', 'tenant', 'user', 'pool', 'state', 'log', 'loggroup',
];
const IDENTITY = ['iam', 'role', 'policy', 'permission', 'permissions', 'binding', 'member', 'grant', 'acl', 'user', 'group', 'access', 'accesskey', 'trust', 'oidc', 'saml', 'credential', 'credentials', 'serviceaccount', 'rolebinding', 'assignment', 'membership'];
const CODE = new Set(['null_resource', 'terraform_data', 'external', 'local_file', 'shell_script', 'aws_lambda_invocation', 'helm_release', 'kubectl_manifest', 'kubernetes_manifest', 'docker_container', 'aws_ssm_association', 'aws_instance_user_data']);
const NETWORK = ['firewall', 'security', 'sg', 'nsg', 'ingress', 'network', 'acl'];
/** True for types whose loss loses data or identity. */
function isProtected(type) {
    return hasWord(type, DATA) || hasWord(type, IDENTITY);
}
/** Whether a type decides who may do what, and whether it runs code. */
function capabilitiesOf(type) {
    return { grants: hasWord(type, IDENTITY), executes: CODE.has(type) };
}
/** True when a network rule admits every address, or a resource is for everybody, as far as planned values say. */
function opensToAll(type, after) {
    const text = JSON.stringify(after ?? null);
    if (hasWord(type, NETWORK) && /"(?:0\.0\.0\.0\/0|::\/0|\*|Internet|Any)"/u.test(text) && !/"type":"egress"|"direction":"(?:egress|EGRESS|Outbound)"/u.test(text))
        return true;
    return /"(?:public-read(?:-write)?|allUsers|allAuthenticatedUsers)"/u.test(text) || /"publicly_accessible":true|"public_network_access_enabled":true/u.test(text);
}
function hasWord(type, words) {
    const parts = type.toLowerCase().split(/[_-]+/u).slice(1);
    return parts.some((part, index) => words.includes(part) || words.includes(part + (parts[index + 1] ?? '')));
}


/***/ })

};
