// SPDX-License-Identifier: Apache-2.0
//
// Targets of `docker buildx bake` (docker-bake.hcl, docker-bake.json), each as the `docker build` that it amounts to: what it builds on, the rights and secrets that it
// gets, a Dockerfile that stands in it. Refuses to evaluate functions and variables of HCL: what they make is a hole.
// @see https://docs.docker.com/build/bake/reference/
import { quotedWord } from '../quote.js';
import { fromDockerfile } from './dockerfile.js';
import { type Extracted, scriptAt } from './script.js';
import { type YamlNode, yamlTrees } from './yaml.js';

/** Settings of one target, each with its values and the line where it stands. */
interface Setting {
  readonly key: string;
  readonly values: readonly string[];
  readonly line: number;
}

/** Settings with the option of `docker build` that each stands for. */
const OPTIONS: Readonly<Record<string, string>> = { entitlements: '--allow', network: '--network', secret: '--secret', ssh: '--ssh', output: '--output', args: '--build-arg' };

/** What builds of a bake file do. */
export function fromBake(text: string): readonly Extracted[] {
  return (/^\s*\{/u.test(text) ? inJson(text) : inHcl(text)).flatMap((settings) => ofTarget(settings));
}

function ofTarget(settings: readonly Setting[]): readonly Extracted[] {
  const contexts = settings.filter(({ key }) => key === 'context' || key === 'contexts');
  const flags = settings.flatMap(({ key, values }) => (Object.hasOwn(OPTIONS, key) ? values.map((value) => (key === 'network' && value === 'host' ? '--allow network.host' : `${OPTIONS[key] as string} ${quotedWord(value)}`)) : []));
  const line = settings.find(({ key }) => Object.hasOwn(OPTIONS, key) || key.startsWith('context'))?.line ?? 1;
  const built = contexts.flatMap(({ values }) => values).filter((value) => /^(?:https?:|git@|git:|ssh:)/u.test(value));
  const images = contexts.flatMap(({ values, line: at }) => values.filter((value) => value.startsWith('docker-image://')).map((value) => ({ text: `FROM ${value.slice('docker-image://'.length)}`, at })));
  const inline = settings.find(({ key }) => key === 'dockerfile-inline');
  const about = { shell: 'sh' as const, lines: [line], later: true };
  return [
    ...(flags.length > 0 || built.length > 0 ? (built.length > 0 ? built : ['.']).map((context) => scriptAt(`docker build ${flags.join(' ')} ${quotedWord(context)}`, line, about)) : []),
    ...images.flatMap(({ text, at }) => fromDockerfile(text).map((one) => ({ ...one, line: at, lines: one.lines.map(() => at) }))),
    ...(inline === undefined ? [] : fromDockerfile(inline.values.join('\n')).map((one) => ({ ...one, line: inline.line + one.line, lines: one.lines.map((at) => inline.line + at) }))),
  ];
}

function inJson(text: string): readonly (readonly Setting[])[] {
  return yamlTrees(text).flatMap((tree) => [...(tree.entries?.get('target')?.entries?.values() ?? [])].map((target) => [...(target.entries ?? [])].map(([key, node]) => ({ key, values: valuesOf(node, key), line: node.line }))));
}

function valuesOf(node: YamlNode, key: string): readonly string[] {
  if (node.text !== null) return [node.text];
  if (node.items !== null) return node.items.flatMap((item) => (item.text === null ? [[...(item.entries ?? [])].map(([name, value]) => `${name}=${value.text ?? ''}`).join(',')] : [item.text]));
  return [...(node.entries ?? [])].map(([name, value]) => (key === 'args' ? `${name}=${value.text ?? ''}` : (value.text ?? '')));
}

// Hits `context = "x"`, `secret = [`, `contexts = {`, `dockerfile-inline = <<EOT`; groups: the key, and each form of value.
const SETTING = /^[ \t]*([\w-]+)\s*=\s*(?:"((?:\\.|[^"\\\n])*)"|\[([^\]]*)\]|\{([^{}]*)\}|<<-?\s*(\w+)\r?\n([\s\S]*?)\n[ \t]*\5[ \t]*$)/gmu;

function inHcl(text: string): readonly (readonly Setting[])[] {
  const begins = [...text.matchAll(/^[ \t]*target\s+"[^"\n]*"\s*\{/gmu)].map(({ index }) => index);
  return begins.map((from, index) => {
    const block = text.slice(from, begins[index + 1] ?? text.length);
    return [...block.matchAll(SETTING)].map((match) => {
      const [, key = '', quoted, list, table, , heredoc] = match;
      const values = quoted !== undefined ? [quoted] : heredoc !== undefined ? [heredoc] : textsIn(list ?? table ?? '', key, list === undefined);
      return { key, values: values.map((value) => (heredoc === undefined ? value.replace(/[$%]\{[^{}]{0,300}\}/gu, '${{ bake }}').replace(/\\(["\\])/gu, '$1') : value)), line: text.slice(0, from + match.index).split('\n').length };
    });
  });
}

// `{ id = "x", src = "y" }` of an item, `A = "b"` of args.
function textsIn(inside: string, key: string, table: boolean): readonly string[] {
  const pairs = [...inside.matchAll(/(?:"?([\w.-]+)"?\s*[=:]\s*)?"((?:\\.|[^"\\\n])*)"/gu)];
  return pairs.map(([, name, value = '']) => (table && key === 'args' || !table && name !== undefined ? `${name ?? ''}=${value}` : value));
}
