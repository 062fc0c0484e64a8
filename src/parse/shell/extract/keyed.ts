// SPDX-License-Identifier: Apache-2.0
//
// Commands that tools find under keys of YAML and JSON files: Taskfile, buildspec, composer.json, vercel.json and their like. One row a tool.
// Refuses to run a template: what it fills in is a hole.
// @see https://taskfile.dev/reference/schema
import { quotedWord } from '../quote.js';
import { fromDockerfile } from './dockerfile.js';
import { type Extracted, type Extractor, scriptAt } from './script.js';
import { under, type YamlNode, yamlTrees } from './yaml.js';

interface Tool {
  /** Keys, wherever they stand, whose value is a command or a list of commands. */
  readonly keys: RegExp;
  /** A list is one command, word by word. */
  readonly words?: boolean;
  /** Mappings of which each value is a command, by their key. */
  readonly tables?: RegExp;
  /** Runs on another machine, later: only what people look out for is told. */
  readonly later?: boolean;
  readonly image?: boolean;
  /** What a value becomes before a shell sees it; null: no command. */
  readonly command?: (value: string) => string | null;
}

/** Commands of a file of one tool. */
export function fromKeys(tool: Tool): Extractor {
  return (text) => yamlTrees(text.replace(/^[ \t]*\/\/.*$/gmu, '')).flatMap((tree) => below(tree, tool));
}

function below(node: YamlNode, tool: Tool): Extracted[] {
  const items = (node.items ?? []).flatMap((item) => below(item, tool));
  const entries = [...(node.entries ?? [])].flatMap(([key, value]) => [
    ...(tool.keys.test(key) ? commandsIn(value, tool) : []),
    ...(tool.tables?.test(key) === true ? [...(value.entries?.values() ?? [])].flatMap((one) => commandsIn(one, tool)) : []),
    ...below(value, tool),
  ]);
  return [...items, ...entries];
}

// `cmds: [a, b]`, `cmds: [{ cmd: a }]` (found by its own key), `runcmd: [[a, b], c]`, `command: a`.
function commandsIn(node: YamlNode, tool: Tool): Extracted[] {
  if (node.text !== null) return one(node, tool);
  const { items } = node;
  if (items === null) return [];
  // A first item with a blank in it is a command, not a program.
  if (tool.words === true && items.every(({ text }) => text !== null) && !/\s/u.test(items[0]?.text ?? '')) return inWords(items, node.line, tool);
  return items.flatMap((item) => (item.items === null ? (item.text === null ? [] : one(item, tool)) : inWords(item.items, item.line, tool)));
}

function inWords(items: readonly YamlNode[], line: number, tool: Tool): Extracted[] {
  const argv = items.map(({ text }) => quotedWord(text ?? '')).join(' ');
  return argv === '' ? [] : [scriptAt(filled(argv), items[0]?.line ?? line, { ...about(tool), lines: argv.split('\n').map(() => line) })];
}

function one({ text, line, literal }: YamlNode, tool: Tool): Extracted[] {
  const command = tool.command === undefined ? text : tool.command(text ?? '');
  const script = filled((command ?? '').replace(/\n+$/u, ''));
  return script.trim() === '' ? [] : [scriptAt(script, line, { ...about(tool), ...(literal ? {} : { lines: script.split('\n').map(() => line) }) })];
}

function about({ later = false, image = false }: Tool): Pick<Extracted, 'shell' | 'later' | 'image'> {
  return { shell: 'sh', later, image };
}

// `{{ .CLI_ARGS }}` of Taskfile, `{{ item }}` of Ansible.
function filled(script: string): string {
  return script.replace(/\{\{[^{}]{0,500}\}\}/gu, '${{ template }}');
}

/** Taskfile.yml; a task may be a command or a list of them, too. */
export const fromTaskfile: Extractor = (text) => [
  ...fromKeys({ keys: /^(?:cmds|cmd|sh|defer|status|preconditions)$/u })(text),
  ...yamlTrees(text).flatMap((tree) => [...(under(tree, 'tasks')?.entries?.values() ?? [])].flatMap((task) => commandsIn(task, { keys: /(?!)/u }))),
];

// `@php x`, `@composer x` and `@putenv X=y` are programs; `@other` is another script, `A\B::c` a function.
function ofComposer(value: string): string | null {
  if (/^@(?:php|composer)\s/u.test(value)) return value.slice(1);
  if (/^@putenv\s/u.test(value)) return `export ${value.slice('@putenv '.length)}`;
  return value.startsWith('@') || /^[\w\\]+::\w+$/u.test(value) ? null : value;
}

/** `scripts` of composer.json. */
export const fromComposer = fromKeys({ keys: /(?!)/u, tables: /^scripts$/u, command: ofComposer });

/** Files of hosting platforms and their like, which name commands by the same few keys. They run there, later. */
export const fromPlatform: Extractor = (text) => [
  ...fromKeys({ keys: /^(?:commands?|cmds?|run|init|before|prebuild|commandLine|(?:build|start|install|release)Command|release_command|entrypoint)$/u, words: true, later: true, tables: /^(?:hooks|run|scripts)$/u })(text),
  // Lines of a Dockerfile.
  ...yamlTrees(text.replace(/^[ \t]*\/\/.*$/gmu, '')).flatMap((tree) => fromDockerfile((under(tree, 'dockerfileLines')?.items ?? []).map(({ text: line }) => line ?? '').join('\n'))),
];

/** Steps of pipelines of products that are not known by their name: templates of Azure, Concourse, Buildkite and their like. */
export const fromPipeline: Extractor = (text) => [...fromKeys({ keys: /^(?:script|bash|commands?)$/u, later: true })(text), ...yamlTrees(text).flatMap(runBelow)];

// `run: { path: sh, args: [-c, x] }` of Concourse.
function runBelow(node: YamlNode): Extracted[] {
  const [path, args] = [under(node, 'run', 'path'), under(node, 'run', 'args')];
  const words = [path?.text ?? '', ...(args?.items ?? []).map(({ text }) => text ?? '')].map(quotedWord).join(' ');
  const own = path?.text === undefined || path.text === null ? [] : [scriptAt(words, path.line, { shell: 'sh', lines: words.split('\n').map(() => path.line), later: true })];
  return [...own, ...[...(node.items ?? []), ...(node.entries?.values() ?? [])].flatMap(runBelow)];
}
