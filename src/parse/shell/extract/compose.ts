// SPDX-License-Identifier: Apache-2.0
//
// Services of a compose file, each as the `docker run` that it amounts to: rights, mounts, and the command that its container starts with. Refuses to
// follow `extends` and `include` into other files.
// @see https://docs.docker.com/reference/compose-file/services/
import { type Extracted, scriptAt } from './script.js';
import { under, type YamlNode, yamlTrees } from './yaml.js';

const quote = (word: string): string => `'${word.replaceAll('\'', '\'\\\'\'')}'`;

/** What people look out for in the services of a compose file. */
export function fromCompose(text: string): readonly Extracted[] {
  return yamlTrees(text).flatMap((tree) => [...(under(tree, 'services')?.entries?.values() ?? [])].flatMap((service) => ofService(service)));
}

function ofService(service: YamlNode): Extracted[] {
  const flags = [
    ...(textOf(service, 'privileged') === 'true' ? ['--privileged'] : []),
    ...[['volumes', '-v'], ['cap_add', '--cap-add'], ['security_opt', '--security-opt'], ['devices', '--device']].flatMap(([key = '', flag = '']) => listOf(under(service, key)).map((value) => `${flag} ${quote(value)}`)),
    ...[['pid', '--pid'], ['network_mode', '--network'], ['userns_mode', '--userns'], ['ipc', '--ipc']].flatMap(([key = '', flag = '']) => (textOf(service, key) === null ? [] : [`${flag} ${quote(textOf(service, key) ?? '')}`])),
  ];
  const image = quote(textOf(service, 'image') ?? 'image');
  const commands = [...['entrypoint', 'command'].map((key) => under(service, key)), under(service, 'healthcheck', 'test'), ...['post_start', 'pre_stop'].flatMap((key) => (under(service, key)?.items ?? []).map((hook) => under(hook, 'command')))].flatMap((node) => (node === undefined ? [] : [startOf(node)]));
  const line = service.line;
  return [
    scriptAt(`docker run ${[...flags, image].join(' ')}`, line, { lines: [line], later: true }),
    ...commands.filter(({ script }) => script !== '').map(({ script, at }) => scriptAt(script, at, { shell: 'sh', lines: script.split('\n').map(() => at), later: true, image: true })),
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
  return { script: (first === 'CMD' ? rest : first === '' || first === 'NONE' ? [] : [first, ...rest]).map(quote).join(' '), at };
}

function textOf(node: YamlNode, key: string): string | null {
  return under(node, key)?.text ?? null;
}

// `/:/host`, or `{ type: bind, source: /, target: /host }`.
function listOf(node: YamlNode | undefined): readonly string[] {
  return (node?.items ?? []).map((item) => item.text ?? `${textOf(item, 'source') ?? ''}:${textOf(item, 'target') ?? ''}`);
}
