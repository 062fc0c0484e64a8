// SPDX-License-Identifier: Apache-2.0
//
// Files of the same repository that a pipeline of GitLab includes, by whatever name: `include: local`, plain paths, child pipelines. Refuses to know what other
// projects include, and what a job writes for its child pipeline.
// @see https://docs.gitlab.com/ci/yaml/#includelocal
import { under, type YamlNode, yamlTrees } from '../shell/extract/yaml.js';

/** The file that a project's pipeline begins with, unless its settings say otherwise. */
export const PIPELINE = '.gitlab-ci.yml';

/** Paths from the root, which may be globs; none when it is no YAML. */
export function localIncludes(text: string): readonly string[] {
  try {
    return yamlTrees(text).flatMap((root) => [...named(under(root, 'include')), ...[...(root.entries?.values() ?? [])].flatMap((job) => named(under(job, 'trigger', 'include')))]);
  } catch {
    return [];
  }
}

function named(node: YamlNode | undefined): readonly string[] {
  const parts = node === undefined ? [] : (node.items ?? [node]);
  return parts.flatMap((part) => {
    const path = part.text ?? (under(part, 'project') === undefined ? under(part, 'local')?.text : null) ?? null;
    return path === null || /^https?:\/\//u.test(path) ? [] : [path.replace(/^\/+/u, '')];
  });
}
