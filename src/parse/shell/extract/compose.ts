// SPDX-License-Identifier: Apache-2.0
//
// Services of a compose file, each as the `docker run` that it amounts to: rights, mounts, and the command that its container starts with. Refuses to
// follow `extends` and `include` into other files.
// @see https://docs.docker.com/reference/compose-file/services/
import { quotedWord } from '../quote.js';
import { fromDockerfile } from './dockerfile.js';
import { type Extracted, scriptAt } from './script.js';
import { under, type YamlNode, yamlTrees } from './yaml.js';

/** True for a text with services, as compose and swarm have them. */
export function isCompose(path: string, text: string): boolean {
  return /\.ya?ml$/iu.test(path) && /^services[ \t]*:[ \t]*(?:#.*)?$/mu.test(text) && /^[ \t]+(?:image|build|privileged|volumes|container_name)[ \t]*:/mu.test(text);
}

/** What people look out for in the services of a compose file. */
export function fromCompose(text: string): readonly Extracted[] {
  return yamlTrees(text.replace(/\$\{\w+:?-([^{}\n]*)\}/gu, '$1')).flatMap((tree) => [
    ...[...(under(tree, 'services')?.entries?.values() ?? [])].flatMap((service) => ofService(service)),
    // A volume may be a folder of the machine under a name.
    ...[...(under(tree, 'volumes')?.entries?.values() ?? [])].flatMap((volume) => commandAt(volume, ['docker volume create', ...deviceOf(volume)])),
    ...[...(under(tree, 'configs')?.entries?.values() ?? [])].flatMap((config) => contentOf(under(config, 'content'))),
    ...(under(tree, 'include')?.items ?? []).flatMap((one) => ofInclude(one)),
  ]);
}

// A file that containers get, and run where it is a script.
function contentOf(node: YamlNode | undefined): Extracted[] {
  const text = (node?.text ?? '').replaceAll('$$', '$');
  return node === undefined || !/^#!\s*\S*(?:\/env\s+(?:-\S+\s+)*)?\S*?\b(?:ba|da|a|z|k)?sh(?:\s|$)/u.test(text) ? [] : [scriptAt(text, node.line, { shell: 'sh', later: true, image: true, volumes: true, ...(node.literal ? {} : { lines: text.split('\n').map(() => node.line) }) })];
}

function deviceOf(volume: YamlNode): readonly string[] {
  const device = under(volume, 'driver_opts', 'device')?.text;
  return device === undefined || device === null ? [] : [`--opt ${quotedWord(`device=${device}`)}`];
}

// Files of another place, which nobody pinned.
function ofInclude(node: YamlNode): Extracted[] {
  const paths = node.text !== null ? [node.text] : [textOf(node, 'path') ?? '', ...listOf(under(node, 'path'))];
  return paths.filter((path) => /^(?:https?|git|ssh|oci):|^git@/iu.test(path)).flatMap((path) => commandAt(node, ['docker compose -f', quotedWord(path.replace(/^oci:/iu, 'https:')), 'up']));
}

function commandAt({ line }: YamlNode, words: readonly string[]): Extracted[] {
  return words.length < 2 ? [] : [scriptAt(words.join(' '), line, { shell: 'sh', lines: [line], later: true })];
}

/** Keys of a service with the option of `docker run` that each stands for. */
const LISTS = [['volumes', '-v'], ['cap_add', '--cap-add'], ['security_opt', '--security-opt'], ['devices', '--device']] as const;
const TEXTS = [['pid', '--pid'], ['network_mode', '--network'], ['userns_mode', '--userns'], ['ipc', '--ipc'], ['uts', '--uts'], ['cgroup', '--cgroupns']] as const;
const TRUE = /^(?:true|yes|on|y)$/iu;

function ofService(service: YamlNode): Extracted[] {
  const hooks = [...['post_start', 'pre_stop'].flatMap((key) => under(service, key)?.items ?? []), ...(under(service, 'develop', 'watch')?.items ?? []).flatMap((rule) => under(rule, 'exec') ?? [])];
  const flags = [
    ...([service, ...hooks].some((node) => TRUE.test(textOf(node, 'privileged') ?? '')) ? ['--privileged'] : []),
    ...(TRUE.test(textOf(service, 'use_api_socket') ?? '') ? ['-v /var/run/docker.sock:/var/run/docker.sock'] : []),
    ...LISTS.flatMap(([key, flag]) => listOf(under(service, key)).map((value) => `${flag} ${quotedWord(value)}`)),
    ...TEXTS.flatMap(([key, flag]) => (textOf(service, key) === null ? [] : [`${flag} ${quotedWord(textOf(service, key) ?? '')}`])),
  ];
  const image = quotedWord(textOf(service, 'image') ?? 'image');
  const commands = [...['entrypoint', 'command'].map((key) => under(service, key)), under(service, 'healthcheck', 'test'), ...hooks.map((hook) => under(hook, 'command'))].flatMap((node) => (node === undefined ? [] : [startOf(node)]));
  const line = service.line;
  return [
    scriptAt(`docker run ${[...flags, image].join(' ')}`, line, { lines: [line], later: true }),
    ...commands.filter(({ script }) => script !== '').map(({ script, at }) => scriptAt(script, at, { shell: 'sh', lines: script.split('\n').map(() => at), later: true, image: true, volumes: listOf(under(service, 'volumes')).length > 0 })),
    ...ofBuild(under(service, 'build')),
    // A provider is a program of the machine that compose starts.
    ...(textOf(under(service, 'provider') ?? service, 'type') === null || under(service, 'provider') === undefined ? [] : [scriptAt('docker compose', line, { lines: [line], hazards: [{ id: 'environment-code', detail: 'compose starts a program of the machine for it, a provider' }] })]),
  ];
}

function ofBuild(build: YamlNode | undefined): Extracted[] {
  if (build === undefined) return [];
  const inline = under(build, 'dockerfile_inline');
  const context = build.text ?? textOf(build, 'context') ?? '.';
  const allowed = [...listOf(under(build, 'entitlements')), ...(TRUE.test(textOf(build, 'privileged') ?? '') ? ['security.insecure'] : [])];
  return [
    ...commandAt(build, ['docker build', ...allowed.map((one) => `--allow ${quotedWord(one)}`), quotedWord(context)]),
    ...(inline?.text === undefined || inline.text === null ? [] : fromDockerfile(inline.text).map((one) => ({ ...one, line: one.line + inline.line - 1, lines: one.lines.map((at) => at + inline.line - 1) }))),
  ];
}

// `[CMD-SHELL, x]` and a text are for a shell; `[CMD, a, b]` and `[a, b]` are words.
function startOf(node: YamlNode): { readonly script: string; readonly at: number } {
  const at = node.line;
  // `$$` is a dollar there.
  const plain = (text: string): string => text.replaceAll('$$', '$');
  if (node.text !== null) return { script: plain(node.text).trim(), at };
  const [first = '', ...rest] = listOf(node).map(plain);
  if (first === 'CMD-SHELL') return { script: rest.join(' '), at };
  return { script: (first === 'CMD' ? rest : first === '' || first === 'NONE' ? [] : [first, ...rest]).map(quotedWord).join(' '), at };
}

function textOf(node: YamlNode, key: string): string | null {
  return under(node, key)?.text ?? null;
}

// `/:/host`, or `{ type: bind, source: /, target: /host }`.
function listOf(node: YamlNode | undefined): readonly string[] {
  return (node?.items ?? []).map((item) => item.text ?? `${textOf(item, 'source') ?? ''}:${textOf(item, 'target') ?? ''}`);
}
