// SPDX-License-Identifier: Apache-2.0
//
// Commands in Kubernetes manifests: what containers start with, their probes and hooks, steps of Tekton and Argo, and shell scripts that a ConfigMap carries. They run in
// a container, later, so that only what people look out for is told. Refuses nothing: a manifest that can't be read its own reader tells of.
// @see https://kubernetes.io/docs/tasks/inject-data-application/define-command-argument-container/
import { quotedWord } from '../quote.js';
import { type Given, NOTHING_GIVEN } from './variables.js';
import { fromProgram, sqlAt } from './program.js';
import { type Extracted, scriptAt } from './script.js';
import { under, type YamlNode, yamlTrees } from './yaml.js';

const KIND = /^[ {\t]*["']?kind["']?\s*:/mu;
// Hits `&a kind:`, `? kind`, `, kind: Pod` and `"\u006bind":`, which only a parser tells from other text.
const PERHAPS = /(?:^|[\s{,"'?])kind["']?\s*:|^\?\s*["']?kind\b|"[^"\n]{0,200}\\[xuU][0-9a-fA-F]{2}/mu;

const SHELL_KEY = /\.(?:sh|bash|ksh|zsh)$/u;
const SHEBANG = /^#!\s*(\S+)(?:\s+(?:-\S+\s+)*(\S+))?/u;
/** Volumes that are thrown away with the pod, or can't be written to. */
const PASSING = /^(?:emptyDir|configMap|secret|projected|downwardAPI|image)$/u;

/** True for the name of a kustomization. */
export function isRecipe(path: string): boolean {
  return /(?:^|\/)kustomization(?:\.ya?ml)?$/iu.test(path);
}

/** True for a text that is a Kubernetes manifest, by the two keys that each has, or a kustomization, by its name. */
export function isManifest(path: string, text: string): boolean {
  if (isRecipe(path)) return true;
  if (!/\.(?:ya?ml|json)$/iu.test(path)) return false;
  if (text.includes('apiVersion') && KIND.test(text)) return true;
  return /apiVersion|\\[xuU]/u.test(text) && PERHAPS.test(text) && hasKeys(text);
}

function hasKeys(text: string): boolean {
  try {
    return yamlTrees(text).some(({ entries }) => entries?.has('apiVersion') === true && entries.has('kind'));
  } catch {
    return false;
  }
}

/** Scripts of all documents of a manifest. */
export function fromManifest(text: string): readonly Extracted[] {
  try {
    return yamlTrees(text).flatMap((tree) => [...carried(tree), ...below(tree, new Set())]);
  } catch {
    return [];
  }
}

/** Commands in the values of a chart: what becomes of them its templates say, but a container starts with them. */
export function fromValues(text: string): readonly Extracted[] {
  return yamlTrees(text).flatMap((tree) => startsBelow(tree));
}

function startsBelow(node: YamlNode): Extracted[] {
  const items = (node.items ?? []).flatMap((item) => startsBelow(item));
  if (node.entries === null) return items;
  const about = { given: NOTHING_GIVEN, volumes: false };
  const words = ['command', 'args'].flatMap((key) => under(node, key)?.items ?? []).filter(({ text }) => text !== null);
  const commands = [words, ...hooksOf(node)].filter((group) => group.length > 0);
  const scripts = [...node.entries].flatMap(([key, value]) => (value.text !== null && (/^(?:command|script|\w*[sS]cript)$/u.test(key) || SHELL_KEY.test(key) || SHEBANG.test(value.text)) ? ofScript(value.text, value, about) : []));
  return [...items, ...commands.map((group) => inWords(group, about)), ...scripts, ...[...node.entries.values()].flatMap((value) => startsBelow(value))];
}

// `lasting`: names of volumes that outlive the pod.
function below(node: YamlNode, lasting: ReadonlySet<string>): Extracted[] {
  const items = (node.items ?? []).flatMap((item) => below(item, lasting));
  if (node.entries === null) return items;
  const volumes = [...(under(node, 'volumes')?.items ?? []).filter((volume) => ![...(volume.entries?.keys() ?? [])].some((key) => PASSING.test(key))), ...(under(node, 'volumeClaimTemplates')?.items ?? []).map((claim) => under(claim, 'metadata') ?? claim)];
  const inner = volumes.length === 0 ? lasting : new Set([...lasting, ...volumes.map((volume) => under(volume, 'name')?.text ?? '')]);
  return [...ofContainer(node, inner), ...[...node.entries.values()].flatMap((value) => below(value, inner))];
}

function ofContainer(node: YamlNode, lasting: ReadonlySet<string>): Extracted[] {
  const volumes = (under(node, 'volumeMounts')?.items ?? []).some((mount) => lasting.has(under(mount, 'name')?.text ?? ''));
  const given = givenTo(node);
  const about = { given, volumes };
  const words = under(node, 'image') === undefined ? [] : ['command', 'args'].flatMap((key) => under(node, key)?.items ?? []);
  const commands = [words, ...hooksOf(node)].filter((group) => group.length > 0);
  const script = under(node, 'image') === undefined ? undefined : (under(node, 'script') ?? under(node, 'source'));
  return [...commands.map((group) => inWords(group, about)), ...(script?.text === undefined || script.text === null ? [] : ofScript(script.text, script, about))];
}

function hooksOf(node: YamlNode): readonly (readonly YamlNode[])[] {
  return [...['livenessProbe', 'readinessProbe', 'startupProbe'].map((key) => under(node, key)), ...['postStart', 'preStop'].map((key) => under(node, 'lifecycle', key))].map((hook) => under(hook, 'exec', 'command')?.items ?? []);
}

interface About {
  readonly given: Given;
  readonly volumes: boolean;
}

// The kubelet puts `$(NAME)` in before anything starts.
function inWords(words: readonly YamlNode[], { given, volumes }: About): Extracted {
  const line = words.at(-1)?.line ?? 1;
  const script = words.map(({ text }) => quotedWord((text ?? '').replace(/\$\(([\w.-]+)\)/gu, (whole, name: string) => (given.values.has(name) ? `\${{ ${name} }}` : whole)))).join(' ');
  const last = words.at(-1);
  const first = script.split('\n').length - (last?.text ?? '').split('\n').length;
  return scriptAt(script, line, { shell: 'sh', given, volumes, later: true, image: true, lines: script.split('\n').map((_text, index) => (last?.literal === true ? line + Math.max(0, index - first) : line)) });
}

function ofScript(text: string, node: YamlNode, { given, volumes }: About): Extracted[] {
  const found = SHEBANG.exec(text);
  const program = (/\benv$/u.test(found?.[1] ?? '') ? found?.[2] : found?.[1])?.replace(/^.*\//u, '') ?? 'sh';
  if (!/^(?:ba|da|a|z|k)?sh$/u.test(program)) return [];
  return [scriptAt(text.replace(/\$\((?:params|inputs|workspaces|tasks|context|steps|results)\.[^)]{1,200}\)|\{\{[^{}]{0,500}\}\}/gu, '${{ filled in }}'), node.line, { given, volumes, later: true, image: true, ...(node.literal ? {} : { lines: text.split('\n').map(() => node.line) }) })];
}

// `data` of a ConfigMap or Secret: what is named like a script or a program, or begins like one.
function carried(tree: YamlNode): Extracted[] {
  const about = { given: NOTHING_GIVEN, volumes: true };
  const of = (key: string, read: (text: string) => string): Extracted[] => [...(under(tree, key)?.entries ?? [])].flatMap(([name, node]) => {
    const text = read(node.text ?? '');
    const literal = node.literal && text === node.text;
    const lineOf = (line: number): number => (literal ? node.line + line - 1 : node.line);
    const program = (/\.sql$/iu.test(name) ? [sqlAt(text, 1)] : (fromProgram(`scripts/${name}`, text) ?? [])).map((one) => ({ ...one, line: lineOf(one.line), lines: one.lines.map(lineOf), image: true }));
    return [...program, ...(SHELL_KEY.test(name) || SHEBANG.test(text) ? ofScript(text, { ...node, literal }, about) : [])];
  });
  const encoded = (text: string): string => (/^IyE[A-Za-z0-9+/=\s]*$/u.test(text) ? Buffer.from(text, 'base64').toString('utf8') : text);
  return [...of('data', encoded), ...of('stringData', (text) => text), ...of('binaryData', encoded)];
}

function givenTo(node: YamlNode): Given {
  const listed = (under(node, 'env')?.items ?? []).flatMap((one) => (under(one, 'name')?.text ? [[under(one, 'name')?.text ?? '', under(one, 'value')?.text ?? '${{ unknown }}'] as const] : []));
  return listed.length === 0 ? NOTHING_GIVEN : { values: new Map(listed), line: under(node, 'env')?.line ?? node.line, expands: false };
}
