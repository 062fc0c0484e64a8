// SPDX-License-Identifier: Apache-2.0
//
// What a GitHub workflow is allowed and where it runs: triggers, permissions, runners, secrets handed on, containers. Refuses to guess at
// permissions that are not written: those that a repository gives by default count as wide.
// @see https://docs.zizmor.sh/audits/
import { under, type YamlNode } from '../shell/extract/yaml.js';
import { plain } from './expressions.js';
import { type Job, type Mark, textsOf, type Workflow } from './workflow-tree.js';

/** Triggers that run with the base repository's rights on what strangers send. */
export const DANGEROUS: readonly string[] = ['pull_request_target', 'workflow_run', 'issue_comment'];

/** Marks of everything but the steps. */
export function jobMarks(workflow: Workflow): readonly Mark[] {
  return [...triggers(workflow), ...permissions(workflow), ...workflow.jobs.flatMap((job) => [...runners(job), ...secrets(job), ...images(job), ...calls(job)]), ...conditions(workflow), ...commands(workflow.root)];
}

function triggers({ triggers: on }: Workflow): Mark[] {
  return DANGEROUS.flatMap((name) => {
    const node = on.get(name);
    return node === undefined ? [] : [{ id: 'workflow.dangerous-trigger', line: node.line, key: name, detail: `\`${name}\` runs with the repository's own rights on what strangers send` }];
  });
}

function permissions({ root, jobs, action }: Workflow): Mark[] {
  if (action) return [];
  const whole = under(root, 'permissions');
  const bare = jobs.filter(({ node }) => under(node, 'permissions') === undefined);
  const implied: Mark[] = whole === undefined && bare.length > 0 ? [{ id: 'workflow.default-permissions', line: root.line, key: 'none', detail: 'it says nothing of permissions, so the repository\'s default holds' }] : [];
  return [...implied, ...wide(whole, 'the workflow'), ...jobs.flatMap(({ node, name }) => wide(under(node, 'permissions'), `job \`${name}\``))];
}

function wide(node: YamlNode | undefined, owner: string): Mark[] {
  if (node === undefined) return [];
  const mark = (what: string, line: number): Mark => ({ id: 'workflow.permissions', line, key: `${owner} ${what}`, detail: `${owner} may \`${what}\`` });
  if (node.text !== null) return node.text === 'write-all' || node.text === 'read-all' ? [mark(node.text, node.line)] : [];
  return [...(node.entries ?? [])].filter(([, value]) => value.text !== 'read' && value.text !== 'none').map(([scope, value]) => mark(`${scope}: ${value.text ?? '?'}`, value.line));
}

function runners({ node, name }: Job): Mark[] {
  const on = under(node, 'runs-on');
  const matrix = under(node, 'strategy', 'matrix');
  const labels = [...textsOf(on), ...textsOf(under(on, 'labels'))];
  const variants = labels.some(({ text }) => text?.includes('matrix.') === true) ? leaves(matrix) : [];
  const own = [...labels, ...variants].find(({ text }) => text === 'self-hosted');
  const group = under(on, 'group');
  const place = own ?? group;
  return place === undefined ? [] : [{ id: 'workflow.self-hosted', line: place.line, key: `${name} ${group?.text ?? ''}`, detail: `job \`${name}\` runs on a machine of your own, which keeps what it leaves there` }];
}

function leaves(node: YamlNode | undefined): readonly YamlNode[] {
  if (node === undefined) return [];
  return node.text !== null ? [node] : [...(node.items ?? []), ...(node.entries?.values() ?? [])].flatMap(leaves);
}

function secrets({ node, name }: Job): Mark[] {
  const all = under(node, 'secrets');
  return all?.text === 'inherit' ? [{ id: 'workflow.secrets-inherit', line: all.line, key: name, detail: `job \`${name}\` hands every secret on` }] : [];
}

function calls({ node }: Job): Mark[] {
  const uses = under(node, 'uses');
  return uses === undefined ? [] : unpinned(uses);
}

/** A mark for a `uses:` that names no commit and no digest. */
export function unpinned(uses: YamlNode): Mark[] {
  const name = uses.text?.trim() ?? '';
  if (name === '' || name.startsWith('./') || name.startsWith('../')) return [];
  if (name.startsWith('docker://')) return imageMarks({ ...uses, text: name.slice('docker://'.length) }, true);
  // A commit has 40 hex digits (SHA-1) or 64 (SHA-256); a tag or branch can be moved.
  return /@(?:[0-9a-f]{40}|[0-9a-f]{64})$/u.test(name) ? [] : [{ id: 'workflow.unpinned-action', line: uses.line, key: name, detail: `\`${name}\` can become something else: no full commit is named` }];
}

function images({ node }: Job): Mark[] {
  const container = under(node, 'container');
  const parts = [container, ...(under(node, 'services')?.entries?.values() ?? [])].filter((part) => part !== undefined);
  const own = under(node, 'image');
  return [...parts.flatMap((part) => [...variantsOf(part.text === null ? under(part, 'image') : part, node).flatMap((image) => imageMarks(image, false)), ...credentials(part)]), ...(own?.text?.startsWith('docker://') === true ? unpinned(own) : [])];
}

// An image that the matrix names is each of those that stand there.
function variantsOf(image: YamlNode | undefined, job: YamlNode): readonly (YamlNode | undefined)[] {
  const key = /^\$\{\{\s*matrix\.([\w-]+)[^|&]*(?:\|\|\s*'')?\s*\}\}$/u.exec(image?.text?.trim() ?? '')?.[1];
  if (key === undefined) return [image];
  const matrix = under(job, 'strategy', 'matrix');
  return [under(matrix, key), ...(under(matrix, 'include')?.items ?? []).map((row) => under(row, key))].flatMap(leaves);
}

function imageMarks(image: YamlNode | undefined, strict: boolean): Mark[] {
  const name = image?.text?.trim() ?? '';
  if (image === undefined || name === '' || name.includes('${{') || /@sha256:[0-9a-f]{64}$/u.test(name)) return [];
  const tag = /:([\w][\w.-]*)$/u.exec(name)?.[1];
  return tag !== undefined && tag !== 'latest' && !strict ? [] : [{ id: 'workflow.unpinned-image', line: image.line, key: name, detail: `the image \`${name}\` can become another one` }];
}

function credentials(part: YamlNode): Mark[] {
  const password = under(part, 'credentials', 'password');
  return password?.text === undefined || password.text === null || password.text === '' || password.text.includes('${{') ? [] : [{ id: 'workflow.credentials', line: password.line, key: 'password', detail: 'a password of a registry stands in the workflow' }];
}

function conditions({ root, jobs }: Workflow): Mark[] {
  const nodes = [root, ...jobs.flatMap(({ node, steps }) => [node, ...steps.map((step) => step.node)])];
  return nodes.flatMap((node) => {
    const condition = under(node, 'if');
    return condition?.text === undefined || condition.text === null ? [] : condition.text.length > 5_000 ? [] : conditionMarks(condition, condition.text);
  });
}

function conditionMarks({ line }: YamlNode, text: string): Mark[] {
  const body = plain(text.replace(/\$\{\{|\}\}/gu, ' '));
  const mark = (id: string, detail: string): Mark => ({ id, line, key: body, detail });
  const found: Mark[] = [];
  // Any text around the braces makes a text of the whole, and texts are true.
  const rest = text.replace(/\$\{\{[\s\S]*?\}\}/u, '');
  if (text.includes('${{') && rest !== '') found.push(mark('workflow.unsound-condition', 'the condition is always true: there is text around its braces'));
  if (/contains\(\s*'[^']*'\s*,\s*(?:github\.(?:ref|ref_name|head_ref|base_ref|actor|triggering_actor|event)|env\.|inputs\.)/u.test(body)) found.push(mark('workflow.unsound-contains', 'a part of a name is enough for it: compare whole names'));
  if (/github\.(?:actor|triggering_actor)\s*==\s*'[^']*\[bot\]'|'[^']*\[bot\]'\s*==\s*github\.(?:actor|triggering_actor)|github\.actor_id\s*==\s*'?(?:49699333|27856297|29139614)|endswith\(\s*github\.(?:triggering_)?actor\s*,\s*'\[bot\]'/u.test(body)) found.push(mark('workflow.bot-condition', 'the last one to touch the pull request is asked for, and that can be made a bot'));
  return found;
}

function commands(node: YamlNode): Mark[] {
  const own = [...(node.entries ?? [])].flatMap(([name, value]) => (name === 'ACTIONS_ALLOW_UNSECURE_COMMANDS' && value.text !== 'false' ? [{ id: 'workflow.insecure-commands', line: value.line, key: name, detail: 'what a step prints can set variables again' }] : []));
  return [...own, ...[...(node.items ?? []), ...(node.entries?.values() ?? [])].flatMap(commands)];
}
