// SPDX-License-Identifier: Apache-2.0
//
// Files that decide about later changes, or that run on the machine of whoever opens the repository: by path, since their content is for
// people to judge, and jobs of CI that have no place of their own by what is in them. A path that only looks like one counts as one. Refuses to let a link stand for such a file.
import type { FileChange } from '../../core/change.js';
import { foldedPath } from './folded-paths.js';
import type { FileSides, Finding } from './model.js';

interface Gate {
  readonly id: string;
  readonly what: string;
  readonly paths: RegExp;
}

/** `F`: the file or folder at the root; `A`: anywhere in the tree. All are tried on folded paths, so in lower case. */
const GATES: readonly Gate[] = [
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
export function gateFindings(change: FileChange): readonly Finding[] {
  const paths = [...new Set([change.path, change.from ?? change.path])];
  return dedupe([...paths.flatMap(gatesOf), ...attributes(change)]);
}

// Hits jobs of Prow, which lie where its own settings say: `presubmits:`, `periodics:`.
const PROW_JOBS = /^(?:presubmits|postsubmits|periodics)[ \t]*:/mu;

/** What CI runs by what is in a file, whatever it is called. */
export function jobFindings({ change, head, base }: FileSides): readonly Finding[] {
  if (!/\.ya?ml$/u.test(foldedPath(change.path)) || ![head, base].some((text) => text !== null && PROW_JOBS.test(text))) return [];
  return [{ line: null, id: 'gate.workflow', detail: `\`${printable(change.path)}\` decides what runs in CI, by jobs of Prow` }];
}

/** Gates that a path belongs to, whatever happens to it. */
export function gatesOf(path: string): readonly Finding[] {
  const folded = foldedPath(path);
  return GATES.filter(({ paths }) => paths.test(folded)).map(({ id, what }) => ({
    line: null, id, detail: folded === path || folded === path.toLowerCase() ? `\`${path}\` decides ${what}` : `\`${printable(path)}\` can pass for \`${folded}\`, which decides ${what}`,
  }));
}

/** A path without what a terminal or a reader would not show as it is. */
export function printable(path: string): string {
  return path.replace(/[^\x20-\x7E]/gu, (character) => `\\u{${(character.codePointAt(0) as number).toString(16)}}`);
}

// Hits `*.bin filter=x`, `* diff=y`; misses `* text=auto` and `*.lock -diff`. Attributes run programs only through these.
const RUNS = /\s(?:filter|diff|merge)=/u;

// Hits `*.sh working-tree-encoding=UTF-16`.
const RECODES = /\sworking-tree-encoding=/u;
// Hits `*.js binary`, `src/** -diff linguist-generated=true`, `* -diff`; misses `*.lock -diff`, `dist/** linguist-generated`.
const HIDES = /^\s*"?(?:\[attr\]\S+|\*{1,2}|(?:\*\*\/)?\*\.(?:[cm]?[jt]sx?|py|rb|go|rs|java|kts?|sh|ya?ml|toml|tf|sql|php|cs|c|cc|cpp|h)|\/?(?:src|lib|app|cmd|pkg|internal|scripts|infra|deploy|k8s|db|\.github|\.gitlab)\/\S*)"?\s+(?:\S+\s+)*(?:binary|-diff|-text|linguist-(?:generated|vendored)(?:=true)?)(?:\s|$)/u;

function attributes(change: FileChange): readonly Finding[] {
  if (!/(?:^|\/)\.gitattributes$/u.test(foldedPath(change.path))) return [];
  return change.added.flatMap(({ line, text }): Finding[] => [
    ...(RUNS.test(text) ? [{ line, id: 'gate.hooks', detail: 'an attribute names a program that git runs on checkout, diff or merge' }] : []),
    ...(RECODES.test(text) ? [{ line, id: 'gate.hooks', detail: 'git writes other bytes on checkout than a review shows' }] : []),
    ...(HIDES.test(text) ? [{ line, id: 'code.suppression', detail: 'reviews show changes of source files no more' }] : []),
  ]);
}

function dedupe(findings: readonly Finding[]): readonly Finding[] {
  return [...new Map(findings.map((finding) => [`${finding.line ?? ''} ${finding.id}`, finding])).values()];
}
