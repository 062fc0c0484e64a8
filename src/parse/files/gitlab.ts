// SPDX-License-Identifier: Apache-2.0
//
// What a GitLab CI file brings in and is given: includes from elsewhere, identity tokens, environments, images, privileged services, debug
// traces. Refuses to fetch what it includes. Scripts are for the shell's reader.
// @see https://docs.gitlab.com/ci/yaml/
import { under, type YamlNode, yamlTrees } from '../shell/extract/yaml.js';
import { type Mark, textsOf } from './workflow-tree.js';

/** All marks of a GitLab CI file. Throws when it is no YAML. */
export function gitlabMarks(text: string): readonly Mark[] {
  return yamlTrees(text).flatMap((root) => [
    ...includes(under(root, 'include')), ...variables(root), ...imagesOf(root), ...imagesOf(under(root, 'default')),
    ...[...(root.entries ?? [])].filter(([name]) => !RESERVED.has(name)).flatMap(([name, job]) => [...ofJob(name, job), ...imagesOf(job), ...variables(job)]),
  ]);
}

const RESERVED: ReadonlySet<string> = new Set(['include', 'variables', 'default', 'stages', 'workflow', 'spec', 'image', 'services', 'cache', 'before_script', 'after_script']);

function includes(node: YamlNode | undefined): Mark[] {
  const parts = node === undefined ? [] : (node.items ?? [node]);
  return parts.flatMap((part) => {
    const remote = part.text !== null && /^https?:\/\//u.test(part.text) ? part : under(part, 'remote');
    const project = under(part, 'project');
    const component = under(part, 'component');
    const mark = (place: YamlNode, detail: string): Mark[] => [{ id: 'workflow.remote-include', line: place.line, key: place.text ?? '', detail }];
    if (remote !== undefined && under(part, 'integrity') === undefined) return mark(remote, 'jobs come from an address, and become others when it answers otherwise');
    if (project !== undefined && !/^[0-9a-f]{40}$/u.test(under(part, 'ref')?.text ?? '')) return mark(project, `jobs come from \`${project.text ?? ''}\` at no full commit`);
    if (component !== undefined && !/@[0-9a-f]{40}$/u.test(component.text ?? '')) return mark(component, `jobs come from \`${component.text ?? ''}\` at no full commit`);
    return [];
  });
}

function ofJob(name: string, job: YamlNode): Mark[] {
  const found: Mark[] = [];
  const tokens = under(job, 'id_tokens');
  for (const [token, node] of tokens?.entries ?? []) found.push({ id: 'workflow.permissions', line: node.line, key: `${name} ${token} ${under(node, 'aud')?.text ?? ''}`, detail: `job \`${name}\` may prove who it is to others` });
  const environment = under(job, 'environment');
  const named = environment?.text ?? under(environment, 'name')?.text;
  if (environment !== undefined && typeof named === 'string' && /^(?:prod|prd|live)/iu.test(named)) found.push({ id: 'workflow.environment', line: environment.line, key: `${name} ${named}`, detail: `job \`${name}\` gets what \`${named}\` is given` });
  for (const tag of textsOf(under(job, 'tags'))) if (/self-hosted|privileged|shell|prod/iu.test(tag.text ?? '')) found.push({ id: 'workflow.self-hosted', line: tag.line, key: `${name} ${tag.text ?? ''}`, detail: `job \`${name}\` asks for the runner \`${tag.text ?? ''}\`` });
  const strategy = under(job, 'trigger', 'forward', 'pipeline_variables');
  if (strategy?.text === 'true') found.push({ id: 'workflow.secrets-inherit', line: strategy.line, key: name, detail: `job \`${name}\` hands its variables on` });
  return found;
}

function variables(node: YamlNode): Mark[] {
  return [...(under(node, 'variables')?.entries ?? [])].filter(([name, { text }]) => /^(?:CI_DEBUG_TRACE|CI_DEBUG_SERVICES)$/u.test(name) && text === 'true' || name === 'GIT_SSL_NO_VERIFY').map(([name, { line }]) => ({ id: 'workflow.insecure-commands', line, key: name, detail: `\`${name}\` shows secrets in the log, or trusts whoever answers` }));
}

function imagesOf(node: YamlNode | undefined): Mark[] {
  const images = [under(node, 'image'), ...(under(node, 'services')?.items ?? [])].map((one) => (one?.text === null ? under(one, 'name') : one));
  return images.flatMap((image) => {
    const name = image?.text ?? '';
    const fixed = name === '' || name.includes('$') || name.includes('@sha256:') || (/:[\w][\w.-]*$/u.test(name) && !name.endsWith(':latest'));
    return image === undefined || fixed ? [] : [{ id: 'workflow.unpinned-image', line: image.line, key: name, detail: `the image \`${name}\` can become another one` }];
  });
}
