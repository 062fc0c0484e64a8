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
  const common = variablesOf(root, new Map());
  const jobs = [...(under(root, 'jobs')?.entries ?? [])].map(([name, node]) => ({ name, node, steps: stepsOf(under(node, 'steps'), variablesOf(node, common)) }));
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
