// SPDX-License-Identifier: Apache-2.0
//
// `script:`, `before_script:` and `after_script:` of GitLab CI, with `!reference` within the file. Lines of one list run in one shell, so they are one script.
// Refuses to guess what stands in another file: a reference that leads there is unknown.
// @see https://docs.gitlab.com/ci/yaml/#script
import { type Extracted, scriptAt } from './script.js';
import { under, type YamlNode, yamlTrees } from './yaml.js';

const KEYS = ['before_script', 'script', 'after_script'] as const;
const NO_JOBS = new Set(['stages', 'variables', 'include', 'workflow', 'spec', 'image', 'services', 'cache', 'pages_', 'types']);
const MAX_REFERENCES = 10;

/** Scripts of a `.gitlab-ci.yml` or a template. */
export function fromGitlab(text: string): readonly Extracted[] {
  return yamlTrees(text).flatMap((tree) => {
    const top = KEYS.flatMap((key) => ofList(tree.entries?.get(key), tree));
    const jobs = [...(tree.entries ?? [])].filter(([name, { entries }]) => entries !== null && !NO_JOBS.has(name));
    return [...top, ...jobs.flatMap(([, job]) => [...KEYS.flatMap((key) => ofList(job.entries?.get(key), tree)), ...ofList(under(job, 'hooks', 'pre_get_sources_script'), tree)])];
  });
}

function ofList(node: YamlNode | undefined, tree: YamlNode): Extracted[] {
  if (node === undefined) return [];
  const parts: string[] = [];
  const lines: number[] = [];
  collect(node, tree, { parts, lines, depth: 0 });
  const script = parts.join('\n');
  return script.trim() === '' ? [] : [scriptAt(script, lines[0] ?? node.line, { lines })];
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
