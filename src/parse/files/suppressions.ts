// SPDX-License-Identifier: Apache-2.0
//
// Comments, and files, that tell a checker to look away. Ostiary obeys none of them; a person should know that somebody wrote one.
// Refuses to be silenced by a suppression of its own kind.
import { type FileSides, type Finding, wholeText } from './model.js';

/** Each: the tool and what its comment looks like, on a lower-cased line. */
const COMMENTS: readonly (readonly [tool: string, form: RegExp])[] = [
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
const PROSE = /\.(?:md|mdx|txt|rst|adoc)$/iu;

/** Findings in added lines. */
export function suppressionFindings(file: FileSides): readonly Finding[] {
  const { change } = file;
  const ofFile: Finding[] = FILES.test(change.path) && change.status !== 'deleted' ? [{ line: null, id: 'code.suppression', detail: 'it says what a security checker passes over' }] : [];
  const whole = wholeText(file);
  if (PROSE.test(change.path) || (whole !== null && !QUICK.test(whole))) return ofFile;
  return [...ofFile, ...change.added.flatMap(({ line, text }) => (QUICK.test(text) ? inLine(text.slice(0, 2_000).toLowerCase(), line) : []))];
}

function inLine(text: string, line: number): Finding[] {
  const tool = COMMENTS.find(([, form]) => form.test(text))?.[0];
  return tool === undefined ? [] : [{ line, id: 'code.suppression', detail: `it tells ${tool} to look away; the check here does not` }];
}
