// SPDX-License-Identifier: Apache-2.0
//
// What held a job of a pipeline back and does no more: the environment whose reviewers it waits for, jobs that come before it, its condition, its turn, the machine that it runs
// on, and that its failure is one. For GitHub and GitLab. Refuses to weigh one condition against another: only one that is gone, or that always holds, is told.
import { under, type YamlNode, yamlTrees } from '../shell/extract/yaml.js';
import type { Finding } from './model.js';
import { leavesOf, textsOf, type Workflow, workflowIn } from './workflow-tree.js';

interface Guarded {
  readonly name: string;
  readonly node: YamlNode;
  readonly steps: readonly YamlNode[];
}

type Pair = readonly [was: Guarded, is: Guarded];

/** Guards of a GitHub workflow that fall. Throws when a side is no YAML. */
export function fallenOnGithub(before: string, after: string): readonly Finding[] {
  const [was, is] = [workflowIn(before), workflowIn(after)];
  if (was === null || is === null || was.action || is.action) return [];
  const all = guarded(is);
  const pairs = paired(guarded(was), all);
  return [...triggersWidened(was, is), ...pairs.flatMap((pair) => [...environment(pair), ...jobsBefore(pair, pairs, all), ...condition(pair), ...turn(pair, 'concurrency'), ...machine(pair, (node) => [...textsOf(under(node, 'runs-on')), ...textsOf(under(node, 'runs-on', 'labels'))]), ...failure(pair, 'continue-on-error'), ...stepsOf(pair)])];
}

/** Guards of a GitLab pipeline that fall. Throws when a side is no YAML. */
export function fallenOnGitlab(before: string, after: string): readonly Finding[] {
  return paired(jobsIn(before), jobsIn(after)).flatMap((pair) => [...environment(pair), ...manual(pair), ...rules(pair), ...atOnce(pair), ...turn(pair, 'resource_group'), ...machine(pair, (node) => textsOf(under(node, 'tags'))), ...failure(pair, 'allow_failure')]);
}

function guarded({ jobs }: Workflow): readonly Guarded[] {
  return jobs.map(({ name, node, steps }) => ({ name, node, steps: steps.map((step) => step.node) }));
}

function jobsIn(text: string): readonly Guarded[] {
  return yamlTrees(text).flatMap((root) => [...(root.entries ?? [])].filter(([, node]) => node.entries !== null).map(([name, node]) => ({ name, node, steps: under(node, 'script')?.items ?? [] })));
}

const workOf = (step: YamlNode): string => (step.text ?? `${under(step, 'uses')?.text ?? ''} ${under(step, 'run')?.text ?? ''}`).trim();

// A job under another name is the one whose steps it has.
function paired(before: readonly Guarded[], after: readonly Guarded[]): readonly Pair[] {
  const names = new Set(after.map(({ name }) => name));
  const gone = before.filter(({ name }) => !names.has(name));
  return after.flatMap((is): Pair[] => {
    const works = new Set(is.steps.map(workOf));
    const alike = (one: Guarded): number => one.steps.filter((step) => workOf(step) !== '' && works.has(workOf(step))).length;
    const was = before.find(({ name }) => name === is.name) ?? gone.filter((one) => alike(one) > 0).sort((a, b) => alike(b) - alike(a))[0];
    return was === undefined ? [] : [[was, is]];
  });
}

const told = (node: YamlNode, detail: string): Finding => ({ line: node.line, id: 'workflow.protection', detail });
const shown = (name: string): string => `\`${name.slice(0, 60)}\``;

function environment([was, is]: Pair): readonly Finding[] {
  const nameOf = ({ node }: Guarded): string | null => under(node, 'environment')?.text ?? under(node, 'environment', 'name')?.text ?? null;
  const [before, after] = [nameOf(was), nameOf(is)];
  return before === null || before === after ? [] : [told(under(is.node, 'environment') ?? is.node, `job ${shown(is.name)} waits no more for those who watch over the environment ${shown(before)}`)];
}

// Jobs that come before one, and those before them. A job under another name is the same one.
function jobsBefore([was, is]: Pair, pairs: readonly Pair[], all: readonly Guarded[]): readonly Finding[] {
  const needs = ({ node }: Guarded): readonly string[] => textsOf(under(node, 'needs')).flatMap(({ text }) => (text === null ? [] : [text]));
  const nowOf = new Map(pairs.map(([before, after]) => [before.name, after.name]));
  const reached = new Set(needs(is));
  for (const name of reached) for (const job of all) if (job.name === name) for (const further of needs(job)) reached.add(further);
  const lost = needs(was).filter((name) => !reached.has(nowOf.get(name) ?? name));
  return lost.length === 0 ? [] : [told(under(is.node, 'needs') ?? is.node, `job ${shown(is.name)} runs without ${lost.map(shown).join(', ')} before it`)];
}

const ALWAYS = /\balways\s*\(\s*\)|!\s*cancelled\s*\(\s*\)|^\s*(?:\$\{\{\s*)?true\b/u;

function condition([was, is]: Pair): readonly Finding[] {
  return conditionOf(was.node, is.node, `job ${shown(is.name)}`);
}

function conditionOf(before: YamlNode, after: YamlNode, what: string): readonly Finding[] {
  const [was, is] = [under(before, 'if')?.text ?? null, under(after, 'if')];
  if (was === null || ALWAYS.test(was)) return [];
  if (is === undefined) return [told(after, `${what} has no condition any more`)];
  return ALWAYS.test(is.text ?? '') ? [told(is, `${what} has a condition that holds whatever happened before`)] : [];
}

function turn([was, is]: Pair, key: string): readonly Finding[] {
  return under(was.node, key) === undefined || under(is.node, key) !== undefined ? [] : [told(is.node, `job ${shown(is.name)} may run several times at once (\`${key}\` is gone)`)];
}

/** Machines of GitHub's own that are alike. */
const HOSTED = /^(?:ubuntu|windows|macos)-[\w.-]+$/u;

function machine([was, is]: Pair, labelsOf: (node: YamlNode) => readonly YamlNode[]): readonly Finding[] {
  const before = new Set(labelsOf(was.node).map(({ text }) => text));
  // `self-hosted` is told by itself.
  const other = before.size === 0 ? undefined : labelsOf(is.node).find(({ text }) => text !== null && !before.has(text) && !HOSTED.test(text) && text !== 'self-hosted');
  return other === undefined ? [] : [told(other, `job ${shown(is.name)} runs on another machine than before: ${shown(other.text ?? '')}`)];
}

function failure([was, is]: Pair, key: string): readonly Finding[] {
  const ignored = (node: YamlNode): YamlNode | undefined => (under(node, key)?.text === 'true' ? under(node, key) : undefined);
  const now = ignored(is.node);
  return now === undefined || ignored(was.node) !== undefined ? [] : [told(now, `job ${shown(is.name)} counts as done when it fails`)];
}

function stepsOf([was, is]: Pair): readonly Finding[] {
  return is.steps.flatMap((step) => {
    const work = workOf(step);
    const before = work === '' ? undefined : was.steps.find((one) => workOf(one) === work);
    if (before === undefined) return [];
    const what = `a step of job ${shown(is.name)}`;
    const ignored = under(step, 'continue-on-error');
    return [...conditionOf(before, step, what), ...(ignored?.text === 'true' && under(before, 'continue-on-error')?.text !== 'true' ? [told(ignored, `${what} counts as done when it fails`)] : [])];
  });
}

/** Filters of a trigger without which it runs for every branch or tag. */
const FILTERS = ['branches', 'tags', 'branches-ignore', 'tags-ignore'] as const;

function triggersWidened(was: Workflow, is: Workflow): readonly Finding[] {
  return [...was.triggers].flatMap(([name, before]) => {
    const after = is.triggers.get(name);
    const filtered = (node: YamlNode): boolean => FILTERS.some((key) => under(node, key) !== undefined);
    return after === undefined || !filtered(before) || filtered(after) ? [] : [told(after, `\`${name}\` starts it for every branch from here on`)];
  });
}

function manual([was, is]: Pair): readonly Finding[] {
  const counted = (node: YamlNode): number => (under(node, 'when')?.text === 'manual' ? 1 : 0) + (under(node, 'rules')?.items ?? []).filter((rule) => under(rule, 'when')?.text === 'manual').length;
  return counted(was.node) > counted(is.node) ? [told(is.node, `job ${shown(is.name)} waits no more until somebody starts it`)] : [];
}

function rules([was, is]: Pair): readonly Finding[] {
  const held = ({ node }: Guarded): boolean => ['rules', 'only', 'except', 'extends'].some((key) => under(node, key) !== undefined);
  const empty = (under(is.node, 'rules')?.items ?? null)?.some((rule) => rule.text === null && [...(rule.entries?.keys() ?? [])].every((key) => key === 'when') && leavesOf(rule).some((text) => /^(?:always|on_success)$/u.test(text))) === true;
  const open = (under(was.node, 'rules')?.items ?? []).length > 0 && empty && !leavesOf(was.node).some((text) => /^(?:always|on_success)$/u.test(text));
  return (held(was) && !held(is)) || open ? [told(under(is.node, 'rules') ?? is.node, `job ${shown(is.name)} runs in every pipeline from here on`)] : [];
}

function atOnce([was, is]: Pair): readonly Finding[] {
  const now = under(is.node, 'needs');
  return now?.items?.length === 0 && under(was.node, 'needs')?.items?.length !== 0 ? [told(now, `job ${shown(is.name)} waits for no other job (\`needs: []\`)`)] : [];
}
