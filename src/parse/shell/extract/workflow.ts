// SPDX-License-Identifier: Apache-2.0
//
// `run:` of GitHub workflows and composite actions, with the shell that each runs in. Refuses to read what runs in another language; expressions in a
// script are the reader's to see (templates.ts).
// @see https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-syntax#jobsjob_idstepsshell
import { quotedWord } from '../quote.js';
import { type Given, givenBy, NOTHING_GIVEN, without } from './variables.js';
import { fromProgram } from './program.js';
import { type Extracted, scriptAt, type ScriptShell } from './script.js';
import { under, type YamlNode, yamlTrees } from './yaml.js';

/** Scripts of a workflow or of an `action.yml`. */
export function fromWorkflow(text: string): readonly Extracted[] {
  return yamlTrees(text).flatMap((tree) => {
    const jobs = [...(under(tree, 'jobs')?.entries?.values() ?? [])];
    const common = under(tree, 'defaults', 'run', 'shell');
    const given = givenBy(under(tree, 'env'), NOTHING_GIVEN, false);
    const ofJobs = jobs.flatMap((job) => ofSteps(under(job, 'steps'), under(job, 'defaults', 'run', 'shell')?.text ?? common?.text ?? defaultShell(under(job, 'runs-on')), givenBy(under(job, 'env'), given, false)));
    return [...jobs.flatMap(ofContainers), ...ofJobs, ...ofSteps(under(tree, 'runs', 'steps'), null, given), ...ofImage(under(tree, 'runs'), 'entrypoint', 'args')];
  });
}

// What the container of a job, or of a service, is started with, as the command that it amounts to.
function ofContainers(job: YamlNode): Extracted[] {
  const containers = [under(job, 'container'), ...(under(job, 'services')?.entries?.values() ?? [])];
  return containers.flatMap((node) => {
    const options = under(node, 'options');
    const volumes = (under(node, 'volumes')?.items ?? []).map(({ text }) => `-v '${(text ?? '').replaceAll('\'', '')}'`);
    const line = options?.line ?? node?.line ?? 1;
    return options === undefined && volumes.length === 0 ? [] : [scriptAt(`docker create ${[options?.text ?? '', ...volumes].join(' ')} image`.replaceAll('\n', ' '), line, { lines: [line], later: true })];
  });
}

// Scripts that an action is given: in JavaScript for `github-script`, else for a shell, here or over SSH; and what an image is started with.
function ofInputs(step: YamlNode): Extracted[] {
  const uses = under(step, 'uses')?.text ?? '';
  const given = under(step, 'with');
  if (uses.startsWith('docker://')) return ofImage(given, 'entrypoint', 'args');
  return ['script', 'run', 'command', 'commands'].flatMap((key) => {
    const node = under(given, key);
    if (node?.text === undefined || node.text === null) return [];
    const lineOf = (line: number): number => (node.literal ? node.line + line - 1 : node.line);
    if (/^actions\/github-script@/u.test(uses)) return (fromProgram('script.js', node.text) ?? []).map((one) => ({ ...one, line: lineOf(one.line), lines: one.lines.map(lineOf) }));
    return [scriptAt(node.text, node.line, { later: true, lines: node.text.split('\n').map((_text, index) => lineOf(index + 1)) })];
  });
}

// An image's own program, and its words: a text is split as a shell would, a list is words already.
function ofImage(node: YamlNode | undefined, ...keys: readonly string[]): Extracted[] {
  const words = keys.map((key) => under(node, key)).flatMap((one) => (one?.items ?? []).map(({ text }) => quotedWord(text ?? '')).concat(one?.text ?? []));
  const line = keys.map((key) => under(node, key)).find((one) => one !== undefined)?.line ?? 1;
  const script = words.join(' ').replaceAll('\n', ' ');
  return script.trim() === '' ? [] : [scriptAt(script, line, { shell: 'sh', lines: [line], later: true, image: true })];
}

// Windows runners start PowerShell when nothing else is said.
function defaultShell(runner: YamlNode | undefined): string | null {
  const labels = [runner?.text ?? '', ...(runner?.items ?? []).map(({ text }) => text ?? '')];
  return labels.some((label) => /^windows/iu.test(label)) ? 'pwsh' : null;
}

function ofSteps(steps: YamlNode | undefined, shell: string | null, given: Given): Extracted[] {
  const items = steps?.items ?? [];
  const lasting = lastingIn(items.map((step) => under(step, 'run')?.text ?? ''));
  return items.flatMap((step) => {
    const run = under(step, 'run');
    if (run?.text === undefined || run.text === null) return ofInputs(step);
    const own = givenBy(under(step, 'env'), lasting(run.text, given), false);
    const named = under(step, 'shell')?.text ?? shell;
    return [...ofTemplate(named, run.line), { ...ofNode(run, run.text, named), given: own }];
  });
}

// `shell: bash -c 'x' {0}` is a command of its own; `bash -e {0}` and its like say only how the script is read.
function ofTemplate(named: string | null, line: number): Extracted[] {
  if (named === null || !named.includes('{0}') || /^(?:bash|sh|pwsh|python3?)(?:\s+(?:--?[a-zA-Z]+|pipefail|\{0\}))*$/u.test(named.trim())) return [];
  return [scriptAt(named.replaceAll('{0}', 'script'), line, { lines: [line] })];
}

// A step may set variables for those after it (`$GITHUB_ENV`): which ones is seen where it writes their names, else it may be any.
function lastingIn(scripts: readonly string[]): (script: string, given: Given) => Given {
  const lines = scripts.filter((script) => /GITHUB_ENV/u.test(script)).flatMap((script) => (/<<|\{|\bcat\b|\bjq\b|\btee\b/u.test(script) ? [script] : script.split('\n').filter((line) => line.includes('GITHUB_ENV'))));
  if (lines.length === 0) return (_script, given) => given;
  const named = lines.flatMap((line) => [...line.matchAll(/([A-Za-z_]\w*)(?:=|<<)/gu)].map(([, name = '']) => name));
  const dynamic = lines.some((line) => !/\becho\s+["']?[A-Za-z_]\w*=/u.test(line));
  // A default (`${X:-x}`) holds only while nobody sets X.
  return (script, given) => without(given, [...named, ...(dynamic ? [...given.values.keys(), ...[...script.matchAll(/\$\{([A-Za-z_]\w*):?[-=]/gu)].map(([, name = '']) => name)] : [])]);
}

function ofNode(node: YamlNode, text: string, named: string | null): Extracted {
  const { shell, language } = shellOf(named);
  const script = text.replace(/\n+$/u, '');
  return scriptAt(script, node.line, { shell, language, ...(node.literal ? {} : { lines: script.split('\n').map(() => node.line) }) });
}

function shellOf(named: string | null): { readonly shell: ScriptShell; readonly language: string | null } {
  if (named === null) return { shell: 'bash', language: null };
  const [program = ''] = named.trim().split(/\s+/u);
  const name = program.slice(program.lastIndexOf('/') + 1).toLowerCase();
  if (name === 'bash' || name === 'sh') return { shell: name, language: null };
  return { shell: 'other', language: name.includes('${{') ? 'a shell that is named by an expression' : name };
}
