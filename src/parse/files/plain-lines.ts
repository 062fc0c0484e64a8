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
export function isPlainScript(line: string): boolean {
  if ([...line.matchAll(IMPORTED)].some(([, name = '']) => REACHING.test(name)) || RUNS.test(line) || /\b(?:from|import)\s*$/u.test(line)) return false;
  const code = line.replace(STRINGS, TEXT).replace(/(?<![\w$)\]]\s*)`[^`$\\]*`/gu, TEXT).replace(/(?:\/\/|\/\*).*$/u, '');
  if (OPENS.test(code) || code.includes('`') || /\\u|\[\s*""\s*\]\s*\(|""\s*\+|\+\s*""/u.test(code)) return false;
  // A call of a name is a plugin's, or the file's own; one of anything else is not known.
  return !code.replace(SCRIPT_CALLS, ' ').replace(/""\)\s*\(/gu, ' ').replace(/\basync\s*\(|(?:=|:|\(|,|\breturn|=>|\?|&&|\|\||^)\s*\(/gu, ' ').replace(/\s\(/gu, ' ').includes('(');
}

const RUBY_HEADS = 'gem|source|group|ruby|platforms?|pod|target|abstract_target|use_frameworks!|use_modular_headers!|inherit!|inhibit_all_warnings!|install!|workspace|project|gemspec|brew|cask|tap|mas|vscode|require_relative|require|appraise|cookbook|metadata|mod|forge|end|else|do|eval_gemfile|\\w+\\.add_(?:\\w+_)?dependency|\\w+\\.(?:dependency|subspec|ios|osx)\\b[\\w.]*|(?:Gem|Pod)::(?:Specification|Spec)\\.new';
const RUBY = new RegExp(`^\\s*(?:(?:${RUBY_HEADS})(?!\\w)!?[^\`]*|[a-z]\\w*\\.\\w+(?:\\[[^\\]]*\\])?\\s*=\\s*[^\`]*|[\\])}\\s,]*|(?:""|:\\w+|\\w+:|%w[\\[(]|[\\w.-]+[\\])])[^\`]*)$`, 'u');
const RUBY_OPENS = /`|%x|\b(?:system|exec|spawn|fork|eval|instance_eval|class_eval|send|public_send|__send__|open|popen\d?|load|require_relative|autoload|const_get|method|binding|Kernel|IO|Open3|Process|Net|URI|File\s*\.\s*(?!read\b|expand_path\b|join\b|dirname\b|basename\b|exist\?)|Object|FileUtils|Fiddle|ObjectSpace|Marshal|Base64|instance_variable_get|define_method|tap\s*\{|lambda|proc)\b|#\{|->/u;

/** Gemfile, gemspec, Podfile and Brewfile. */
export function isPlainRuby(line: string): boolean {
  // A version that the gem keeps in a file of its own.
  if (/^\s*require_relative\s+["'](?:\.\/)?lib\/[\w/-]+\/version["']\s*$/u.test(line)) return true;
  if (/"[^"]*#\{/u.test(line)) return false;
  const code = line.replace(STRINGS, TEXT).replace(/\s#.*$/u, '');
  return RUBY.test(code) && !RUBY_OPENS.test(code);
}

const GRADLE_HEADS = 'implementation|api|compileOnly|compileOnlyApi|runtimeOnly|developmentOnly|test\\w+|androidTest\\w+|debug\\w+|release\\w+|annotationProcessor|kapt|ksp|classpath|platform|enforcedPlatform|constraints|id|kotlin|alias|version|versionCode|versionName|include|mavenCentral|google|gradlePluginPortal|jcenter|project|libs|exclude|because|useJUnitPlatform|useJUnit|jvmToolchain|minSdk\\w*|targetSdk\\w*|compileSdk\\w*|applicationId|namespace|minifyEnabled|sourceCompatibility|targetCompatibility|group|description|rootProject\\.name|events|freeCompilerArgs|javaParameters|languageVersion\\.set|jvmTarget\\.set|withJavadocJar|withSourcesJar|modularity\\.inferModulePath\\.set|toolVersion|buildConfigField|resValue|proguardFiles?|getDefaultProguardFile|JavaLanguageVersion\\.of|JavaVersion\\.toVersion|of|listOf|setOf|mapOf|maxParallelForks|heapSize|maxHeapSize';
const GRADLE_BLOCKS = 'plugins|repositories|dependencies|java|kotlin|android|compileOptions|kotlinOptions|compilerOptions|toolchain|defaultConfig|buildTypes|release|debug|buildFeatures|composeOptions|packaging|packagingOptions|resources|sourceSets|main|test|subprojects|allprojects|dependencyManagement|imports|pluginManagement|dependencyResolutionManagement|versionCatalogs|testing|suites|application|group|filter|content|testOptions|unitTests|lint|lintOptions|configurations|all|testLogging|tasks\\.test|tasks\\.withType<Test>|ext|jvm|js|ios\\w*|commonMain|commonTest|publications|pom|licenses|developers|scm';
const GRADLE_LINE = new RegExp(`^\\s*(?:[\\s{}()\\],;]*|(?:${GRADLE_BLOCKS})(?:\\(\\))?\\s*\\{\\s*\\}?|(?:(?:${GRADLE_HEADS})\\b[ (]*)+[\\s\\w.,:"+)\\[\\]{}-]*|(?:val|var|def|ext\\.|set|final|const|private|String|int)?\\s*[\\w.]+\\s*\\+?=\\s*(?:${GRADLE_HEADS})?[\\s\\w.,"()\\[\\]:-]*|""[\\s,)\\]]*)$`, 'u');
const GRADLE_OPENS = /\b(?:exec\w*|commandLine|executable|args|Runtime|ProcessBuilder|Exec|JavaExec|JavaCompile|doFirst|doLast|from|URL|URI|GroovyShell|evaluate|Eval|Class|forName|getClass|metaClass|invokeMethod|initscript|apply|System|ant|shell|buildscript|wrapper|distributionUrl|mainClass|jvmArgs|allJvmArgs)\b|\$/u;

/** Gradle, in Groovy and Kotlin: dependencies, plugins, options. */
export function isPlainGradle(line: string): boolean {
  if (/"[^"]*\$\{/u.test(line)) return false;
  const code = line.replace(STRINGS, TEXT).replace(/\/\/.*$/u, '');
  if (/""\s*\./u.test(code) || GRADLE_OPENS.test(code)) return false;
  // A value in brackets is one of these calls, and nothing that is called on what they give.
  return GRADLE_LINE.test(code) && [...code.matchAll(/([\w.]*)\s*\(/gu)].every(([, name = '']) => name === '' || GRADLE_CALL.test(name));
}

const GRADLE_CALL = new RegExp(`^(?:${GRADLE_HEADS}|${GRADLE_BLOCKS})$`, 'u');
const ELIXIR_OPENS = /\b(?:System|Code|File|Mix\s*\.|Port|Node|IO|Kernel|Path|Module|apply|spawn\w*|eval|cmd|run|aliases|compilers|fn)\b|:(?:os|erlang|file|httpc|inets|code|compile)\b|[(&`~|]|#\{/u;

/** mix.exs: dependencies and settings. */
export function isPlainElixir(line: string): boolean {
  if (/"[^"]*#\{/u.test(line)) return false;
  return !ELIXIR_OPENS.test(line.replace(STRINGS, TEXT).replace(/#.*$/u, ''));
}
