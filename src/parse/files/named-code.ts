// SPDX-License-Identifier: Apache-2.0
//
// Settings by which a tool of the build loads a file of the repository as code: a plugin, a parser, a setup file by its path. The file itself reads like any
// other of the product. Refuses to follow the path: that it is named there is what a person has to see.
import { foldedPath } from './folded-paths.js';
import type { FileSides, Finding } from './model.js';

/** A path of the repository, as a text: `"./x.js"`, `'../x'`. */
const OWN = '["\'](?:<rootDir>/|\\.{1,2}/)[^"\']*["\']';
const SETTINGS: readonly { readonly name: RegExp; readonly line: RegExp }[] = [
  { name: /(?:^|\/)(?:pytest\.ini|tox\.ini|setup\.cfg|pyproject\.toml)$/u, line: /^\s*addopts\s*=.*(?:^|[\s"'])-p[\s"',]*(?!no:)[\w.]+/u },
  { name: /(?:^|\/)(?:\.?mypy\.ini|setup\.cfg|pyproject\.toml)$/u, line: /^\s*plugins\s*=.*\.py\b/u },
  { name: /(?:^|\/)\.rspec$/u, line: /(?:^|\s)(?:-r|--require)[\s=]*\.{0,2}\//u },
  { name: /(?:^|\/)\.rubocop[\w.-]*\.yml$/u, line: /\b(?:require|plugins|inherit_from)\s*:.*(?:\.\/|https?:)|^\s*-\s*(?:\.{1,2}\/\S+|\S+)\.rb\b|^\s*-\s*https?:/u },
  { name: /(?:^|\/)(?:\.(?:eslint|babel|swc|stylelint|postcss|prettier|mocha|nyc|jest|c8)rc(?:\.(?:json|ya?ml))?|jest\.config\.json|babel\.config\.json)$/u, line: new RegExp(`"?(?:plugins?|presets?|parser|require|extends|processor|globalSetup|globalTeardown|setupFiles\\w*|transform|testEnvironment|reporters?|runner|resolver)"?\\s*:.*${OWN}|^\\s*${OWN}\\s*,?\\s*$`, 'u') },
  { name: /(?:^|\/)package\.json$/u, line: new RegExp(`"(?:globalSetup|globalTeardown|setupFiles\\w*|transform|testEnvironment|runner|resolver|require)"\\s*:.*${OWN}`, 'u') },
  { name: /(?:^|\/)nx\.json$/u, line: new RegExp(`"(?:plugins?|runner)"\\s*:.*${OWN}|^\\s*${OWN}`, 'u') },
  { name: /(?:^|\/)tsconfig[\w.-]*\.json$/u, line: new RegExp(`"transform"\\s*:\\s*${OWN}`, 'u') },
  { name: /\.prisma$/u, line: /^\s*provider\s*=\s*"[^"]*(?:\s|\/|\.[cm]?[jt]s\b)[^"]*"/u },
  { name: /(?:^|\/)terragrunt\.hcl$|\.hcl$/u, line: /\brun_cmd\s*\(/u },
  { name: /(?:^|\/)\.env(?:\.[\w-]+)*$/u, line: /^\s*(?:export\s+)?(?:NODE_OPTIONS\s*=.*(?:-r\b|--(?:require|import|loader|experimental-loader))|(?:LD_PRELOAD|LD_AUDIT|BASH_ENV|PYTHONSTARTUP|PYTHONPATH|PERL5OPT|RUBYOPT|GIT_SSH_COMMAND|JAVA_TOOL_OPTIONS)\s*=)/u },
  // Lines of a path file that begin so are run by every Python that starts there.
  { name: /\.pth$/u, line: /^\s*import[\s;]/u },
  { name: /\.nix$/u, line: /\b(?:runCommand\w*|shellHook|builtins\.(?:exec|fetch\w+)|writeShell\w+)\b|\w+(?:Phase|Hook)\s*=/u },
  { name: /(?:^|\/)formula\/[\w@.-]+\.rb$/u, line: /\b(?:url|sha256|system|exec|`)/u },
];

/** Lines that the change adds and that name code for a tool to run. */
export function namedCodeFindings({ change }: FileSides): readonly Finding[] {
  const path = foldedPath(change.path);
  const rows = change.status === 'deleted' ? [] : SETTINGS.filter(({ name }) => name.test(path));
  if (rows.length === 0) return [];
  const found = change.added.find(({ text }) => rows.some(({ line }) => line.test(text.slice(0, 2_000))));
  return found === undefined ? [] : [{ line: found.line, id: 'code.build-code', detail: `\`${change.path.slice(-100)}\` has a tool of the build run a file or a command from here on` }];
}
