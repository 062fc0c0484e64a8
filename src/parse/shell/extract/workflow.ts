// SPDX-License-Identifier: Apache-2.0
//
// `run:` of GitHub workflows and composite actions, with the shell that each runs in. Refuses to read what runs in another language; expressions in a
// script are the reader's to see (templates.ts).
// @see https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-syntax#jobsjob_idstepsshell
import { type Extracted, scriptAt, type ScriptShell } from './script.js';
import { under, type YamlNode, yamlTrees } from './yaml.js';

/** Scripts of a workflow or of an `action.yml`. */
export function fromWorkflow(text: string): readonly Extracted[] {
  return yamlTrees(text).flatMap((tree) => {
    const jobs = [...(under(tree, 'jobs')?.entries?.values() ?? [])];
    const common = under(tree, 'defaults', 'run', 'shell');
    const ofJobs = jobs.flatMap((job) => ofSteps(under(job, 'steps'), under(job, 'defaults', 'run', 'shell')?.text ?? common?.text ?? defaultShell(under(job, 'runs-on'))));
    return [...ofJobs, ...ofSteps(under(tree, 'runs', 'steps'), null)];
  });
}

// Windows runners start PowerShell when nothing else is said.
function defaultShell(runner: YamlNode | undefined): string | null {
  const labels = [runner?.text ?? '', ...(runner?.items ?? []).map(({ text }) => text ?? '')];
  return labels.some((label) => /^windows/iu.test(label)) ? 'pwsh' : null;
}

function ofSteps(steps: YamlNode | undefined, shell: string | null): Extracted[] {
  return (steps?.items ?? []).flatMap((step) => {
    const run = under(step, 'run');
    return run?.text === undefined || run.text === null ? [] : [ofNode(run, run.text, under(step, 'shell')?.text ?? shell)];
  });
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
