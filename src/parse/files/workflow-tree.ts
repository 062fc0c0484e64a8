// SPDX-License-Identifier: Apache-2.0
//
// The parts of a GitHub workflow or action that checks look at, with their places. Refuses nothing: what has another shape is not there.
// @see https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-syntax
import { under, type YamlNode, yamlTrees } from '../shell/extract/yaml.js';
import { type Origin, originOfText, worse } from './expressions.js';

/** Something in a workflow, worth comparing with what stood there before. `key`: without places, equal for what is the same. */
export interface Mark {
  readonly id: string;
  readonly line: number;
  readonly key: string;
  readonly detail: string;
}

export interface Step {
  readonly node: YamlNode;
  readonly uses: YamlNode | undefined;
  readonly run: YamlNode | undefined;
  readonly with: YamlNode | undefined;
  /** Whose text a variable is, seen from this step; null: it has no such variable. */
  readonly ofEnv: (name: string) => Origin | null;
}

export interface Job {
  readonly name: string;
  readonly node: YamlNode;
  readonly steps: readonly Step[];
}

export interface Workflow {
  readonly root: YamlNode;
  readonly triggers: ReadonlyMap<string, YamlNode>;
  readonly jobs: readonly Job[];
  /** A composite or container action rather than a workflow. */
  readonly action: boolean;
}

/** The workflow in a text; null when it is empty. Throws what the YAML reader throws. */
export function workflowIn(text: string): Workflow | null {
  const [root] = yamlTrees(text);
  if (root === undefined || root.entries === null) return null;
  const twice = repeatedIn(root);
  if (twice !== null) throw new Error(`\`${twice}\` stands twice in one mapping, and GitHub takes neither`);
  const common = variablesOf(root, new Map());
  const jobs = [...(under(root, 'jobs')?.entries ?? [])].map(([name, node]) => ({ name, node, steps: stepsOf(under(node, 'steps'), variablesOf(node, withMatrix(node, common))) }));
  const own = under(root, 'runs');
  const action = own === undefined ? [] : [{ name: 'action', node: own, steps: stepsOf(under(own, 'steps'), variablesOf(own, common)) }];
  return { root, triggers: triggersOf(under(root, 'on') ?? under(root, 'true')), jobs: [...jobs, ...action], action: own !== undefined };
}

function triggersOf(on: YamlNode | undefined): ReadonlyMap<string, YamlNode> {
  if (on?.entries !== undefined && on.entries !== null) return on.entries;
  return new Map((on?.items ?? (on === undefined ? [] : [on])).flatMap((item) => (item.text === null ? [] : [[item.text, item] as const])));
}

type Variables = ReadonlyMap<string, Origin>;

function stepsOf(steps: YamlNode | undefined, outer: Variables): Step[] {
  return (steps?.items ?? []).map((node) => {
    const known = variablesOf(node, outer);
    return { node, uses: under(node, 'uses'), run: under(node, 'run'), with: under(node, 'with'), ofEnv: (name) => known.get(name) ?? null };
  });
}

// Under `matrix.x` whose text the values of x are; under `matrix.*` whose the matrix is that is computed as a whole.
function withMatrix(job: YamlNode, outer: Variables): Variables {
  const matrix = under(job, 'strategy', 'matrix');
  if (matrix === undefined) return outer;
  const known = new Map(outer);
  const ofEnv = (name: string): Origin | null => outer.get(name) ?? null;
  const put = (name: string, node: YamlNode): void => void known.set(name, leavesOf(node).map((text) => originOfText(text, ofEnv)).reduce(worse, known.get(name) ?? 'fixed'));
  if (matrix.entries === null) put('matrix.*', matrix);
  const computed: YamlNode[] = [];
  for (const [name, node] of matrix.entries ?? []) {
    if (name !== 'include' && name !== 'exclude') put(`matrix.${name.toLowerCase()}`, node);
    if (name !== 'include') continue;
    for (const row of node.items ?? []) for (const [key, value] of row.entries ?? []) put(`matrix.${key.toLowerCase()}`, value);
    computed.push(...(node.items === null ? [node] : node.items.filter(({ entries }) => entries === null)));
  }
  // Rows that are computed may hold any key, and give known keys other values.
  for (const node of computed) for (const name of ['matrix.*', ...[...known.keys()].filter((key) => key.startsWith('matrix.'))]) put(name, node);
  return known;
}

/** Texts anywhere in a node. */
export function leavesOf(node: YamlNode): readonly string[] {
  return node.text !== null ? [node.text] : [...(node.items ?? []), ...(node.entries?.values() ?? [])].flatMap(leavesOf);
}

function variablesOf(node: YamlNode, outer: Variables): Variables {
  const env = under(node, 'env')?.entries;
  if (env === undefined || env === null) return outer;
  const known = new Map(outer);
  for (const [name, value] of env) known.set(name.toLowerCase(), originOfText(value.text ?? '', (other) => outer.get(other) ?? null));
  return known;
}

/** The worst origin among variables that a script names. */
export function originOfVariables(script: string, { ofEnv }: Step): Origin {
  return [...script.matchAll(/\$\{?([A-Za-z_]\w{0,200})/gu)].map(([, name = '']) => ofEnv(name.toLowerCase()) ?? 'fixed').reduce(worse, 'fixed');
}

/** Line of the file of a place in a node's text. */
export function lineIn(node: YamlNode, at: number): number {
  return node.literal ? node.line + (node.text ?? '').slice(0, at).split('\n').length - 1 : node.line;
}

/** Texts of a node that is one or a list. */
export function textsOf(node: YamlNode | undefined): readonly YamlNode[] {
  return node === undefined ? [] : node.text !== null ? [node] : (node.items ?? []).flatMap(textsOf);
}

/** A key that a mapping anywhere in a node has twice; null when there is none. */
function repeatedIn(node: YamlNode): string | null {
  if (node.repeated !== undefined) return node.repeated;
  for (const child of [...(node.items ?? []), ...(node.entries?.values() ?? [])]) {
    const found = repeatedIn(child);
    if (found !== null) return found;
  }
  return null;
}

/** What keeps GitHub from running a file; null when nothing is seen. `path` says what the file should be. */
export function problemOf(workflow: Workflow | null, path: string): string | null {
  if (/(?:^|\/)action\.ya?ml$/u.test(path)) return workflow === null || under(workflow.root, 'runs', 'using')?.text === undefined ? 'it is no action: nothing says what it runs (`runs.using`)' : null;
  if (!/\/workflows\//u.test(path)) return null;
  if (workflow === null) return 'it is no workflow: there is no mapping in it';
  const { root, triggers, jobs } = workflow;
  if (triggers.size === 0) return 'it is no workflow: nothing says when it runs (`on`)';
  if (jobs.length === 0 || under(root, 'jobs') === undefined) return 'it is no workflow: it has no `jobs`';
  const other = path.startsWith('.github/') ? [...(root.entries?.keys() ?? [])].find((key) => !KEYS.has(key)) : undefined;
  if (other !== undefined) return `it is no workflow: \`${other.slice(0, 60)}\` is no key of one`;
  const idle = jobs.find(({ node }) => under(node, 'runs-on') === undefined && under(node, 'uses') === undefined);
  return idle === undefined ? null : `it is no workflow: job \`${idle.name.slice(0, 60)}\` has neither \`runs-on\` nor \`uses\``;
}

const KEYS = new Set(['name', 'run-name', 'on', 'true', 'permissions', 'env', 'defaults', 'concurrency', 'jobs']);

/** The action that a step names, as GitHub finds it: in lower case, without slashes that lead nowhere. */
export function actionOf({ uses }: Pick<Step, 'uses'>): string {
  const [name = '', ...ref] = (uses?.text ?? '').trim().toLowerCase().split('@');
  return [name.split('/').filter((part, index) => index === 0 || (part !== '' && part !== '.')).join('/'), ...ref].join('@');
}
