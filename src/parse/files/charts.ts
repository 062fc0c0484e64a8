// SPDX-License-Identifier: Apache-2.0
//
// What charts, releases and playbooks are made of: dependencies of Helm charts, repositories and releases of helmfile, roles and collections of Ansible, each by
// its name and where it comes from. Refuses to fetch or render anything.
// @see https://helm.sh/docs/topics/charts/#chart-dependencies
import { under, type YamlNode, yamlTrees } from '../shell/extract/yaml.js';
import { foldedPath } from './folded-paths.js';
import type { FileSides, Finding } from './model.js';

interface Part {
  readonly name: string;
  readonly from: string;
  readonly line: number;
}

/** Lists of parts by the file's name: keys under which they stand (`''`: the file is the list), and keys that say a part's name and place. */
const KINDS: readonly { readonly file: RegExp; readonly lists: readonly string[]; readonly name: readonly string[]; readonly from: readonly string[] }[] = [
  { file: /(?:^|\/)(?:chart|requirements)\.ya?ml$/u, lists: ['dependencies'], name: ['name'], from: ['repository'] },
  { file: /(?:^|\/)(?:requirements|galaxy)\.ya?ml$/u, lists: ['', 'roles', 'collections'], name: ['name', 'src'], from: ['source', 'src'] },
  { file: /(?:^|\/)helmfile[\w.-]*\.ya?ml(?:\.gotmpl)?$|(?:^|\/)helmfile\.d\/[\w.-]+\.ya?ml$/u, lists: ['repositories', 'releases', 'bases'], name: ['name', 'chart'], from: ['url', 'chart'] },
];

/** Parts that are new, and those that come from another place than before. */
export function chartFindings({ change, head, base }: FileSides): readonly Finding[] {
  const path = foldedPath(change.path);
  if (head === null || change.status === 'deleted' || !KINDS.some(({ file }) => file.test(path))) return [];
  const before = new Map((base === null ? [] : partsOf(path, base)).map(({ name, from }) => [name, from]));
  return partsOf(path, head).flatMap(({ name, from, line }): Finding[] => {
    const old = before.get(name);
    if (old === undefined) return [{ line, id: 'dependency.new', detail: `\`${name.slice(0, 200)}\` is new` }];
    return old === from ? [] : [{ line, id: 'dependency.source', detail: `\`${name.slice(0, 200)}\` comes from another place than before` }];
  });
}

function partsOf(path: string, text: string): readonly Part[] {
  let trees: readonly YamlNode[];
  try {
    trees = yamlTrees(text);
  } catch {
    return [];
  }
  return KINDS.filter(({ file }) => file.test(path)).flatMap(({ lists, name, from }) => trees.flatMap((tree) => lists.flatMap((list) => ((list === '' ? tree : under(tree, list))?.items ?? []).flatMap((item): Part[] => {
    const first = (keys: readonly string[]): YamlNode | undefined => keys.map((key) => under(item, key)).find((node) => node?.text !== undefined && node.text !== null);
    const named = item.text === null ? first(name) : item;
    return named?.text === undefined || named.text === null ? [] : [{ name: `${list} ${named.text}`.trim(), from: first(from)?.text ?? '', line: named.line }];
  }))));
}
