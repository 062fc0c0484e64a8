// SPDX-License-Identifier: Apache-2.0
//
// `script:`, `before_script:` and `after_script:` of GitLab CI, with `!reference` within the file. Lines of one list run in one shell, so they are one script.
// Refuses to guess what stands in another file: a reference that leads there is unknown.
// @see https://docs.gitlab.com/ci/yaml/#script
import { quotedWord } from '../quote.js';
import { type Given, givenBy, NOTHING_GIVEN, without } from './variables.js';
import { type Extracted, scriptAt } from './script.js';
import { under, type YamlNode, yamlTrees } from './yaml.js';

const KEYS = ['before_script', 'script', 'after_script'] as const;
const NO_JOBS = new Set(['stages', 'variables', 'include', 'workflow', 'spec', 'image', 'services', 'cache', 'pages_', 'types']);
const MAX_REFERENCES = 10;

/** Scripts of a `.gitlab-ci.yml` or a template. */
export function fromGitlab(text: string): readonly Extracted[] {
  return yamlTrees(text).flatMap((tree) => {
    const common = given(tree, NOTHING_GIVEN, under(tree, 'workflow', 'rules'));
    const top = KEYS.flatMap((key) => ofList(tree.entries?.get(key), tree, common));
    const jobs = [...(tree.entries ?? [])].filter(([name, { entries }]) => entries !== null && !NO_JOBS.has(name));
    return [...top, ...[tree, ...jobs.map(([, job]) => job)].flatMap(ofImages), ...jobs.flatMap(([, job]) => ofJob(job, tree, common))];
  });
}

function ofJob(job: YamlNode, tree: YamlNode, common: Given): Extracted[] {
  const own = parents(job, tree).reduceRight((outer, node) => given(node, outer, under(node, 'rules')), common);
  return [...KEYS.flatMap((key) => ofList(job.entries?.get(key), tree, own)), ...ofList(under(job, 'hooks', 'pre_get_sources_script'), tree, own), ...(under(job, 'run')?.items ?? []).flatMap((step) => ofList(under(step, 'script'), tree, own))];
}

// What images of a job and of its services are started with.
function ofImages(node: YamlNode | undefined): Extracted[] {
  return [under(node, 'image'), ...(under(node, 'services')?.items ?? [])].flatMap((image) => ['entrypoint', 'command'].flatMap((key) => {
    const words = under(image, key);
    const script = (words?.items ?? []).map(({ text }) => quotedWord(text ?? '')).join(' ');
    return words === undefined || script === '' ? [] : [scriptAt(script, words.line, { shell: 'sh', lines: script.split('\n').map(() => words.line), later: true, image: true })];
  }));
}

// The job, then what it extends, nearest first.
function parents(job: YamlNode, tree: YamlNode, depth = MAX_REFERENCES): readonly YamlNode[] {
  const names = under(job, 'extends');
  const nodes = depth === 0 ? [] : [names?.text ?? null, ...(names?.items ?? []).map((item) => item.text)].flatMap((name) => (name === null ? [] : [under(tree, name)]));
  return [job, ...nodes.reverse().flatMap((node) => (node === undefined ? [] : parents(node, tree, depth - 1)))];
}

// Variables of rules and of a matrix have one value or another.
function given(node: YamlNode, outer: Given, rules: YamlNode | undefined): Given {
  const sometimes = [...(rules?.items ?? []).map((rule) => under(rule, 'variables')), ...(under(node, 'parallel', 'matrix')?.items ?? [])];
  return without(givenBy(under(node, 'variables'), outer, true), sometimes.flatMap((one) => [...(one?.entries?.keys() ?? [])]));
}

function ofList(node: YamlNode | undefined, tree: YamlNode, variables: Given): Extracted[] {
  if (node === undefined) return [];
  const parts: string[] = [];
  const lines: number[] = [];
  collect(node, tree, { parts, lines, depth: 0 });
  const script = parts.join('\n');
  return script.trim() === '' ? [] : [scriptAt(script, lines[0] ?? node.line, { lines, given: variables })];
}

interface Collected {
  readonly parts: string[];
  readonly lines: number[];
  readonly depth: number;
}

function collect(node: YamlNode, tree: YamlNode, into: Collected): void {
  if (into.depth > MAX_REFERENCES) return;
  if (node.tag === '!reference') {
    const target = under(tree, ...(node.items ?? []).map(({ text }) => text ?? ''));
    // Something of another file: nobody knows what it runs.
    if (target === undefined) put('eval "$OSTIARY_REFERENCE_TO_ANOTHER_FILE"', node, into);
    else collect(target, tree, { ...into, depth: into.depth + 1 });
  } else if (node.items !== null) for (const item of node.items) collect(item, tree, { ...into, depth: into.depth + 1 });
  else if (node.text !== null) put(node.text.replace(/\n+$/u, ''), node, into);
}

// Inputs of a component are put in before the file is read: `$[[ inputs.x ]]`.
function put(text: string, node: YamlNode, { parts, lines }: Collected): void {
  parts.push(text.replace(/\$\[\[([^\]]*)\]\]/gu, '${{$1}}'));
  text.split('\n').forEach((_line, index) => lines.push(node.literal ? node.line + index : node.line));
}
