// SPDX-License-Identifier: Apache-2.0
//
// Programs that a build runs before anything of it is tested: Rakefile, build.gradle, CMakeLists.txt, Tiltfile, vite.config.ts and their like, by path. Lines
// that only declare something (a source, a version, a dependency, an option) are no news to anybody. Refuses to understand a language: a line that is not
// of a form that can only declare counts as code.
import type { DiffLine } from '../../core/change.js';
import { cmakeCode } from './cmake.js';
import { foldedPath } from './folded-paths.js';
import type { FileSides, Finding } from './model.js';
import { isPlainElixir, isPlainGradle, isPlainRuby, isPlainScript } from './plain-lines.js';

interface Build {
  /** Tried on folded paths, so in lower case. */
  readonly name: RegExp;
  /** True for a line that only declares; without it every change counts. */
  readonly plain?: (line: string) => boolean;
  /** Lines of the file that the change brings and that do more than declare, for languages whose statements go over lines. */
  readonly code?: (head: string, base: string) => readonly number[];
}

// Languages without a way out of their own list of calls: only these start something.
const MESON = /\b(?:run_command|custom_target|run_target|generator|find_program|add_(?:install|postconf|dist)_script|vcs_tag|subproject|test|benchmark)\s*\(/u;
const STARLARK = /\b(?:genrule|sh_(?:binary|test|library)|run_shell|run_binary|actions\.run|\.execute|repository_rule|module_extension|http_\w+|git_repository|local|aspect)\b|^\s*load\s*\(\s*"@|\bcmd\w*\s*=/u;

const BUILDS: readonly Build[] = [
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
export function buildCodeFindings({ change, head, base }: FileSides): readonly Finding[] {
  const build = buildOf(change.path);
  if (build === undefined || change.status === 'deleted') return [];
  // What came from elsewhere was no part of the build there.
  const moved = change.from !== null && change.from !== change.path && buildOf(change.from) !== build;
  const lines = moved && head !== null ? linesOf(head) : change.added;
  const at = build.code !== undefined ? codeAt(build.code, { lines, head, base: moved ? null : base }) : lines.find(({ text }) => !COMMENT.test(text) && build.plain?.(text.slice(0, MAX_LINE)) !== true)?.line;
  const unseen = lines.length === 0 && (moved || change.binary);
  return at === undefined && !unseen ? [] : [{ line: at ?? null, id: 'code.build-code', detail: `\`${change.path.slice(-100)}\` runs wherever the project is built or tested, and does more than declare from here on` }];
}

// Of a diff alone, the lines that it adds are all that is known.
function codeAt(code: NonNullable<Build['code']>, { lines, head, base }: { readonly lines: readonly DiffLine[]; readonly head: string | null; readonly base: string | null }): number | undefined {
  if (head !== null) return code(head, base ?? '')[0];
  const first = code(lines.map(({ text }) => text).join('\n'), '')[0];
  return first === undefined ? undefined : lines[first - 1]?.line;
}

/** Longer lines are read no further: what follows on them counts as code by its length alone. */
const MAX_LINE = 2_000;

function buildOf(path: string): Build | undefined {
  const folded = foldedPath(path);
  return BUILDS.find(({ name, plain }) => name.test(folded) && !(plain === isPlainScript && /(?:^|\/)src\//u.test(folded)));
}

function linesOf(text: string): readonly DiffLine[] {
  return text.split('\n').map((line, index) => ({ line: index + 1, text: line }));
}
