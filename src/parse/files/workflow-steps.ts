// SPDX-License-Identifier: Apache-2.0
//
// Steps of GitHub workflows and actions: what they fetch, whose text becomes a script, what they leave for later steps. Refuses to read the
// scripts themselves, which is for the shell's reader.
// @see https://docs.zizmor.sh/audits/
import { under, type YamlNode } from '../shell/extract/yaml.js';
import { expressionsIn, type Origin, originOf, originOfText } from './expressions.js';
import { DANGEROUS, unpinned } from './workflow-jobs.js';
import { actionOf, type Job, lineIn, type Mark, originOfVariables, type Step, type Workflow } from './workflow-tree.js';

/** Inputs of actions that are run as programs, and those that are told to a model. */
const PROGRAMS = /^(?:script|run|command|commands|cmd|inlinescript|run-command|pre-command|post-command)$/u;
const PROMPTS = /^(?:prompt|direct_prompt|override_prompt|custom_instructions|system_prompt|instructions|initial_prompt|user_prompt)$/u;
// Hits `github.event.pull_request.head.sha`, `refs/pull/7/merge`, `github.event.workflow_run.head_branch`.
const HEAD = /\.head\.(?:sha|ref|repo)|head_(?:sha|ref|branch|repository)|refs\/pull\/|merge_commit_sha/u;
const CACHES = /^(?:actions\/cache|swatinem\/rust-cache|docker\/build-push-action|mozilla-actions\/sccache-action|gradle\/actions\/setup-gradle|actions\/setup-(?:node|python|java|go|dotnet)|astral-sh\/setup-uv|ruby\/setup-ruby|oven-sh\/setup-bun|pnpm\/action-setup|actions-rust-lang\/setup-rust-toolchain|cachix\/cachix-action|determinatesystems\/magic-nix-cache-action|graalvm\/setup-graalvm|pyo3\/maturin-action|ramsey\/composer-install)(?:\/|@|$)/u;
/** Those that keep a cache without being asked. */
const ALWAYS = /^(?:actions\/cache(?:\/restore)?@|swatinem\/rust-cache|mozilla-actions|gradle\/actions\/setup-gradle|actions\/setup-go@|actions-rust-lang|cachix|determinatesystems|astral-sh\/setup-uv|ramsey\/composer-install@)/u;
const PUBLISHES = /^(?:pypa\/gh-action-pypi-publish|softprops\/action-gh-release|docker\/build-push-action|goreleaser\/goreleaser-action|changesets\/action|cycjimmy\/semantic-release-action|js-devtools\/npm-publish|rubygems\/release-gem|ncipollo\/release-action|actions\/create-release)@/u;

/** Marks of all steps. */
export function stepMarks(workflow: Workflow): readonly Mark[] {
  const open = workflow.action || DANGEROUS.some((name) => workflow.triggers.has(name));
  return workflow.jobs.flatMap((job) => {
    const released = releases(workflow, job);
    return job.steps.flatMap((step) => [...(step.uses === undefined ? [] : unpinned(step.uses)), ...checkout(step, workflow), ...injected(step), ...environment(step, open), ...cached(step, released), ...allSecrets(step)]);
  });
}

function checkout({ uses, with: inputs, run }: Step, { triggers }: Workflow): Mark[] {
  const found: Mark[] = [];
  const privileged = DANGEROUS.some((name) => triggers.has(name));
  const fetched = /\bgh\s+pr\s+checkout\b|\bgit\s+(?:fetch|pull)\b[^\n]*(?:pull\/|refs\/pull)|\bgit\s+checkout\b[^\n]*(?:head\.|FETCH_HEAD)/u.exec(run?.text ?? '');
  if (privileged && run !== undefined && fetched !== null) found.push({ id: 'workflow.untrusted-checkout', line: lineIn(run, fetched.index), key: fetched[0], detail: 'it fetches a stranger\'s code where the repository\'s rights are' });
  if (uses === undefined || !actionOf({ uses }).startsWith('actions/checkout@')) return found;
  const from = ['ref', 'repository'].map((name) => under(inputs, name)).find((node) => HEAD.test(node?.text?.toLowerCase() ?? ''));
  if (privileged && from !== undefined) found.push({ id: 'workflow.untrusted-checkout', line: from.line, key: from.text ?? '', detail: 'it checks out a stranger\'s code where the repository\'s rights are' });
  if (under(inputs, 'persist-credentials')?.text !== 'false') found.push({ id: 'workflow.persist-credentials', line: uses.line, key: 'checkout', detail: 'the token stays in `.git/config`, where every later step and artifact finds it' });
  return found;
}

function injected(step: Step): Mark[] {
  const ofRun = step.run === undefined ? [] : ofNode(step.run, step, 'script');
  const inputs = [...(step.with?.entries ?? [])];
  return [
    ...ofRun,
    ...inputs.flatMap(([name, node]) => (PROGRAMS.test(name.toLowerCase()) ? ofNode(node, step, 'script') : [])),
    ...inputs.flatMap(([name, node]) => (PROMPTS.test(name.toLowerCase()) && originOfText(node.text ?? '', step.ofEnv) === 'stranger' ? [{ id: 'workflow.prompt-injection', line: node.line, key: name, detail: 'a stranger\'s text becomes part of what a model is told' }] : [])),
  ];
}

const INJECTED: Readonly<Record<Exclude<Origin, 'fixed'>, readonly [id: string, detail: string]>> = {
  stranger: ['workflow.template-injection', 'is a stranger\'s text, and becomes part of a script'],
  somebody: ['workflow.template-in-script', 'becomes part of a script, whatever is in it'],
};

function ofNode(node: YamlNode, step: Step, key: string): Mark[] {
  return expressionsIn(node.text ?? '').flatMap(({ at, body }) => {
    const origin = originOf(body, step.ofEnv);
    if (origin === 'fixed') return [];
    const [id, detail] = INJECTED[origin];
    return [{ id, line: lineIn(node, at), key: `${key} ${body}`, detail: `\`${body.slice(0, 100).replaceAll('`', '\'')}\` ${detail}` }];
  });
}

// Hits `echo "X=$Y" >> $GITHUB_ENV`, `| tee -a "$GITHUB_PATH"`, `Out-File $env:GITHUB_ENV`.
const LASTING = /GITHUB_(?:ENV|PATH)\b|::(?:set-env|add-path)\b/iu;

function environment(step: Step, open: boolean): Mark[] {
  const { run } = step;
  if (run?.text === undefined || run.text === null || !LASTING.test(run.text)) return [];
  const text = run.text;
  const tainted = originOfVariables(text, step) === 'stranger' || originOfText(text, step.ofEnv) === 'stranger';
  return text.split('\n').flatMap((line, index) => {
    if (!LASTING.test(line)) return [];
    const rest = line.replace(/\$(?:env:|\{)?GITHUB_(?:ENV|PATH|WORKSPACE|ACTION_PATH)\}?|\$\{?(?:HOME|RUNNER_TEMP|RUNNER_TOOL_CACHE|PWD)\}?|\$\{\{\s*github\.(?:workspace|action_path)\s*\}\}/giu, '');
    const dynamic = /[$`%]|^\s*\w*(?:cat|tee|jq|sed|python)\b/u.test(rest);
    if (!tainted && !(open && dynamic)) return [];
    return [{ id: 'workflow.environment-write', line: run.literal ? run.line + index : run.line, key: line.trim(), detail: 'what is not fixed becomes a variable or a program path of every later step' }];
  });
}

function releases({ triggers }: Workflow, { node, steps }: Job): boolean {
  const tags = triggers.has('release') || under(triggers.get('push'), 'tags') !== undefined || (under(triggers.get('push'), 'branches')?.items ?? []).some(({ text }) => /release/iu.test(text ?? ''));
  return tags || under(node, 'environment') !== undefined && steps.some((step) => PUBLISHES.test(actionOf(step))) || steps.some(({ uses, run, with: inputs }) => (PUBLISHES.test(actionOf({ uses })) && under(inputs, 'push')?.text !== 'false') || /\b(?:npm|pnpm|yarn|cargo|bun)\s+publish\b|\btwine\s+upload\b|\bgem\s+push\b/u.test(run?.text ?? ''));
}

/** Inputs that ask for a cache, and those that ask for none. */
const ON = /^(?:enable-cache|cache|bundler-cache|package-manager-cache|cache-from|sccache)$/u;
const OFF = /^(?:cache-disabled|no-cache|lookup-only|ignore-cache)$/u;
// Hits `${{ !startsWith(github.ref, 'refs/tags/') }}`: a cache, but not of what is released.
const NOT_OF_TAGS = /^\$\{\{\s*!\s*startswith\(\s*github\.ref\s*,\s*'refs\/tags\/?'\s*\)\s*\}\}$/iu;

function cached({ uses, with: inputs }: Step, released: boolean): Mark[] {
  const name = actionOf({ uses });
  if (uses === undefined || !released || !CACHES.test(name)) return [];
  const asked = [...(inputs?.entries ?? [])].map(([key, { text }]) => [key.toLowerCase(), text ?? ''] as const).filter(([key]) => ON.test(key) || OFF.test(key));
  const off = asked.some(([key, text]) => (OFF.test(key) ? text !== 'false' : text === 'false' || text === '' || text === 'never' || NOT_OF_TAGS.test(text)));
  const on = asked.some(([key]) => ON.test(key) || OFF.test(key) && asked.some(([other, text]) => other === key && text === 'false'));
  return off || (!on && !ALWAYS.test(name)) ? [] : [{ id: 'workflow.cache-in-release', line: uses.line, key: name, detail: 'what another job left in the cache goes into what is released' }];
}

function allSecrets({ node }: Step): Mark[] {
  const texts: { text: string; line: number }[] = [];
  const walk = (inner: YamlNode): void => {
    if (inner.text !== null) texts.push({ text: inner.text, line: inner.line });
    for (const child of [...(inner.items ?? []), ...(inner.entries?.values() ?? [])]) walk(child);
  };
  walk(node);
  return texts.filter(({ text }) => expressionsIn(text).some(({ body }) => /tojson\(\s*secrets\s*\)|\bsecrets\s*\[/u.test(body))).map(({ line }) => ({ id: 'workflow.all-secrets', line, key: 'secrets', detail: 'every secret of the repository is handed to a step' }));
}
